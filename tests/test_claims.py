"""Stated totals of several sources: side by side in one table, conflicts marked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.paths import DataFolder
from analysis.processing.build import build
from analysis.processing.claims import claim_table, conflicts
from analysis.tables.files import read_tables
from made_facts import correction, further, lam_son, made_folder, made_tables, park, source, total
from several_sources import CONTRARY, HEADED, UNDATED, Claim, extracted


def claims_in(folder: DataFolder) -> pd.DataFrame:
    return read_tables(folder.root, ["claims"])["claims"]


# ---------------------------------------------------------------- from articles to the table


def test_three_articles_are_a_series_without_conflict(tmp_path: Path) -> None:
    claims = claims_in(extracted(tmp_path, HEADED))
    columns = ["stated_on", "source_id", "count", "qualifier", "parks_named", "conflict"]
    assert claims[columns].to_numpy().tolist() == [
        ["2019-05-14", "mo-duong", 11, "exact", 2, False],
        ["2021-09-02", "dien-dan", 13, "exact", 3, False],
        ["2024-02-20", "hoi-nghi", 14, "exact", 0, False],
    ]


def test_a_fourth_that_disagrees_is_kept_beside_them_and_marked(tmp_path: Path) -> None:
    folder = extracted(tmp_path, HEADED)
    claims = claims_in(extracted(tmp_path, CONTRARY))
    assert sorted(claims["count"]) == [11, 12, 13, 14]
    marked = claims[claims["conflict"]]
    assert set(marked["source_id"]) == {"ban-tin", "hoi-nghi", "dien-dan"}  # 12 < 13, 12 ≠ 14
    headline = read_tables(folder.root, ["headline"])["headline"]
    assert set(headline.loc[headline["measure"] == "parks_stated", "value"]) == {14}


def test_a_fact_of_two_sources_is_one_fact_and_two_claims(tmp_path: Path) -> None:
    folder = extracted(tmp_path, HEADED | UNDATED)
    totals = read_tables(folder.root, ["park_totals"])["park_totals"]
    assert sorted(totals["count"]) == [11, 13, 14]
    claims = claims_in(folder)
    same = claims[claims["count"] == 13]
    assert set(same["source_id"]) == {"dien-dan", "nhac-lai"}
    assert len(set(same["fact_id"])) == 1
    assert same["stated_on"].isna().tolist() == [False, True]
    assert not claims["conflict"].any()


# ---------------------------------------------------------------- the table from made facts


def test_every_programme_and_source_has_its_own_claims() -> None:
    other = {"programme": "Hoa Lư"}
    seven = total(7)
    tables = made_tables(
        lam_son(
            sources=[source(), source("tin-hai", "--05-02"), source("tin-ba", "2024-05")],
            park_totals=[seven, total(3, 120, **other), total(9, source_id="tin-hai")],
            evidence=[further(seven, "tin-ba"), further(seven, "tin-ba", 400)],
            park_locations=[park("22"), park("35"), park("80", status="planned")],
        )
    )
    claims = claim_table(tables).set_index(["programme", "source_id"])
    assert len(claims) == 4
    assert claims.loc[("Lam Sơn", "tin-ba"), "stated_on"] == "2024-05"
    assert claims.loc[("Lam Sơn", "tin-hai"), "count"] == 9
    assert claims["parks_named"].to_dict() == {
        ("Hoa Lư", source()["source_id"]): 0,
        ("Lam Sơn", source()["source_id"]): 2,
        ("Lam Sơn", "tin-ba"): 0,
        ("Lam Sơn", "tin-hai"): 0,
    }


def test_a_rejected_total_is_no_claim_and_an_amended_one_may_join_another(tmp_path: Path) -> None:
    seven, eight, nine = total(7), total(8, 120, list_is_exhaustive=True), total(9, 140)
    rows = lam_son(
        park_totals=[seven, eight, nine],
        corrections=[
            correction(nine, "reject"),
            correction(eight, "amend", column="count", old_value="8", new_value="7"),
        ],
    )
    folder = made_folder(tmp_path, rows)
    build(folder)
    assert claims_in(folder)["count"].tolist() == [7]


# ---------------------------------------------------------------- conflicts


def clashing(*claims: Claim) -> list[bool]:
    frame = pd.DataFrame(claims, columns=["source_id", "stated_on", "count", "qualifier"])
    return conflicts(frame.assign(programme="Lam Sơn")).tolist()


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (("2024-02-20", 14, "exact"), ("2024-02-20", 12, "exact"), True),
        (("2024-02-20", 14, "exact"), ("2024-02-20", 14, "exact"), False),
        (("2021-09-02", 11, "exact"), ("2024-02-20", 14, "exact"), False),
        (("2021-09-02", 14, "exact"), ("2024-02-20", 11, "exact"), True),
        (("2021-09-02", 14, "at_least"), ("2024-02-20", 11, "exact"), True),
        (("2021-09-02", 14, "at_most"), ("2024-02-20", 11, "exact"), False),
        (("2024-02-20", 9, "at_least"), ("2024-02-20", 8, "exact"), True),
        (("2024-02-20", 9, "at_least"), ("2024-02-20", 10, "exact"), False),
        (("2024-02-20", 9, "at_most"), ("2024-02-20", 10, "exact"), True),
        (("2021-09-02", 9, "at_most"), ("2024-02-20", 10, "exact"), False),
        (("2024-02-20", 12, "at_least"), ("2024-02-20", 9, "at_most"), True),
        (("2024-02-20", 30, "approx"), ("2024-02-20", 9, "exact"), False),
        (("2024-01", 14, "exact"), ("2024-02-20", 11, "exact"), True),
        (("2024-02", 14, "exact"), ("2024-02-20", 11, "exact"), False),
        (("--02-20", 14, "exact"), ("2024-02-20", 11, "exact"), False),
        ((None, 14, "exact"), (None, 11, "exact"), False),
    ],
)
def test_two_sources_conflict_where_both_cannot_hold(
    one: tuple[str | None, int, str], other: tuple[str | None, int, str], conflict: bool
) -> None:
    assert clashing(("a", *one), ("b", *other)) == [conflict] * 2
    assert clashing(("b", *other), ("a", *one)) == [conflict] * 2
    assert clashing(("a", *one), ("a", *other)) == [False] * 2


DATES: dict[str | None, tuple[int, ...]] = {  # days that each may mean, in their order
    "2024-01-31": (1,), "2024-02-01": (2,), "2024-02-20": (4,), "2024-03-05": (6,),
    "2024-02": (2, 3, 4, 5), "2024-03": (6, 7), "--02-20": (-9, 4, 99), None: (-9, 4, 99),
}  # fmt: skip
NUMBERS: dict[str, Callable[[int, int], bool]] = {
    "exact": int.__eq__, "at_least": int.__ge__, "at_most": int.__le__, "approx": lambda *_: True,
}  # fmt: skip
claims_made = st.tuples(
    st.sampled_from("abc"),
    st.sampled_from([*DATES]),
    st.integers(1, 5),
    st.sampled_from([*NUMBERS]),
)


def can_both_hold(one: Claim, other: Claim) -> bool:
    """Try every pair of days and of numbers that do not fall from the earlier to the later."""
    return any(
        (n <= m or day > then) and (n >= m or day < then)
        for day in DATES[one[1]]
        for then in DATES[other[1]]
        for n in range(7)
        for m in range(7)
        if NUMBERS[one[3]](n, one[2]) and NUMBERS[other[3]](m, other[2])
    )


@settings(max_examples=80, derandomize=True, deadline=None)
@given(st.lists(claims_made, min_size=1, max_size=6))
def test_conflicts_are_those_that_no_history_allows(claims: list[Claim]) -> None:
    expected = [
        any(one[0] != other[0] and not can_both_hold(one, other) for other in claims)
        for one in claims
    ]
    assert clashing(*claims) == expected
