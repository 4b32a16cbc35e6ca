"""Facts that must agree: provinces, totals and lists, in one source and in several."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from analysis.errors import FaultsFound
from analysis.processing.build import read_facts
from analysis.processing.checks import check_facts, check_raw
from made_facts import (
    SOURCE,
    Row,
    correction,
    fact_id,
    further,
    home,
    lam_son,
    made_folder,
    made_tables,
    park,
    partner,
    source,
    total,
)

OTHER = "lam-son-2025-01-15"
SOURCES = [source(), source(OTHER, "2025-01-15")]


def found(**rows: list[Row]) -> list[tuple[str, int, str, str]]:
    """File, row, column and code of each fault that checks find."""
    tables = made_tables(lam_son(**rows))
    faults = check_raw(tables) + check_facts(tables)
    return [(fault.file[4:-4], fault.row, fault.column, fault.code) for fault in faults]


def test_sound_facts_have_no_fault() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("start", "end", "paragraph", "column"),
    [
        (1990, 2000, 20, ""), (0, 1, 1, ""), (1990, 2001, 20, "end"), (10, 10, 1, "end"),
        (11, 10, 1, "end"), (2000, 2001, 20, "end"), (0, 1, 21, "paragraph"),
    ],
)  # fmt: skip
def test_a_locator_lies_inside_its_text(start: int, end: int, paragraph: int, column: str) -> None:
    place = {"start": start, "end": end, "paragraph": paragraph}
    expected = [("park_totals", 2, column, "locator-outside-text")] if column else []
    assert found(park_totals=[total(7) | place]) == expected


def test_further_evidence_belongs_to_a_fact() -> None:
    known, unknown = further(total(7), SOURCE, 800), further(total(8), SOURCE, 900)
    assert found(evidence=[known, unknown]) == [("evidence", 3, "fact_id", "unknown-fact")]


@pytest.mark.parametrize(
    ("province", "code", "good"),
    [
        ("Bình Định", "52", True), ("Gia Lai", "64", True),
        ("Gia Lai", "52", False),  # its code from 2025 on
        ("Huế", "46", False),  # its name from 2025 on
        ("Đồng nai", "75", False), ("Cần Thơ", "93", False), ("Cần Thơ", "00", False),
    ],
)  # fmt: skip
def test_provinces_go_by_official_name_and_code_of_2023(
    province: str, code: str, good: bool
) -> None:
    place = {"province": province, "province_code": code}
    expected = [] if good else [("park_locations", 2, "province", "unknown-province")]
    assert found(park_locations=[park("22") | place]) == expected


# ---------------------------------------------------------------- signatories


@pytest.mark.parametrize(("stated", "agrees"), [(2, False), (3, True), (4, False), (None, True)])
def test_signatories_are_as_many_as_stated(stated: int | None, agrees: bool) -> None:
    rows = [partner(code, stated_total=stated) for code in ("10", "54", "89")]
    expected = [] if agrees else [("partnerships", 2, "stated_total", "total-disagrees")]
    assert found(partnerships=rows, evidence=[]) == expected


def test_each_statement_of_signatories_counts_for_itself() -> None:
    first = [partner(code, 300, stated_total=2) for code in ("10", "54")]
    second = [partner(code, 900, stated_total=3) for code in ("89", "91")]
    assert found(partnerships=first + second, evidence=[]) == [
        ("partnerships", 4, "stated_total", "total-disagrees")
    ]


def test_a_source_that_names_fewer_does_not_contradict_one_that_states_the_number() -> None:
    rows = [partner(code, stated_total=3) for code in ("10", "54")]
    later = partner("89", source_id=OTHER, stated_total=3)
    spans = [further(row, OTHER, 300) for row in rows]
    assert found(sources=SOURCES, partnerships=[*rows, later], evidence=spans) == []
    alone = found(sources=SOURCES, partnerships=[*rows, later], evidence=spans[:1])
    assert [code for *_, code in alone] == ["total-disagrees"] * 2


def test_a_rejected_signatory_leaves_the_stated_total_wrong(tmp_path: Path) -> None:
    rejected = correction(partner("10"), "reject")
    folder = made_folder(tmp_path, lam_son(corrections=[rejected], evidence=[]))
    with pytest.raises(FaultsFound, match="3 provinces stated, 2 named"):
        read_facts(folder.root)


# ---------------------------------------------------------------- parks


@pytest.mark.parametrize(
    ("count", "qualifier", "agrees"),
    [
        (4, "exact", True), (3, "exact", False), (4, "at_most", True), (3, "at_most", False),
        (3, "at_least", True), (3, "approx", True),
    ],
)  # fmt: skip
def test_parks_are_no_fewer_than_provinces_named(count: int, qualifier: str, agrees: bool) -> None:
    expected = [] if agrees else [("park_totals", 2, "count", "total-disagrees")]
    assert found(park_totals=[total(count, qualifier=qualifier)]) == expected


@pytest.mark.parametrize("changes", [{"status": "planned"}, {"programme": "Hoa Lư"}])
def test_planned_parks_and_other_programmes_do_not_count(changes: dict[str, Any]) -> None:
    rows = [park("22"), park("35"), park("80", **changes)]
    assert found(park_locations=rows, park_totals=[total(2)]) == []


def test_an_earlier_total_is_compared_with_its_own_source_only() -> None:
    later = [park(code, 100, OTHER) for code in ("80", "92")]
    totals = [total(2), total(5, source_id=OTHER)]
    rows = [park("22"), park("35"), *later]
    assert found(sources=SOURCES, park_totals=totals, park_locations=rows) == []
    again = further(later[0], SOURCE, 150)
    spans = found(sources=SOURCES, park_totals=totals, park_locations=rows, evidence=[again])
    assert spans == [("park_totals", 2, "count", "total-disagrees")]


def test_the_total_that_is_used_is_compared_with_all_sources() -> None:
    rows = [*(park(code, 100, OTHER) for code in ("80", "92")), park("22")]
    assert found(sources=SOURCES, park_totals=[total(2)], park_locations=rows) == [
        ("park_totals", 2, "count", "total-disagrees")
    ]


# ---------------------------------------------------------------- repetitions and homes


def test_the_same_fact_under_two_identifiers_is_found() -> None:
    twin = partner("10", 900, stated_total=None) | {"fact_id": fact_id("partner", "twin")}
    rows = [partner("10"), partner("54"), twin]
    assert found(partnerships=rows, evidence=[]) == [
        ("partnerships", 4, "fact_id", "duplicated-fact")
    ]
    assert found(partnerships=[*rows[:2], twin | {"signed_on": None}], evidence=[]) == []


def test_one_home_named_by_two_sources_is_one_home() -> None:
    again = further(home("75"), OTHER, 200)
    assert found(sources=SOURCES, evidence=[again]) == []


def test_two_homes_are_a_fault_only_within_a_programme() -> None:
    rows = [home("75"), home("74", source_id=OTHER)]
    assert found(sources=SOURCES, other_facts=rows) == []
    told = further(total(7), OTHER)
    assert found(sources=SOURCES, other_facts=rows, evidence=[told]) == [
        ("other_facts", 3, "value", "several-homes")
    ]


def test_faults_of_every_kind_are_reported_together(tmp_path: Path) -> None:
    rows = lam_son(
        park_locations=[park("22") | {"province": "Hạ Long"}, park("35"), park("80"), park("92")],
        park_totals=[total(3)],
        partnerships=[partner("10", stated_total=2)],
        other_facts=[home("75"), home("74")],
        evidence=[further(total(9), "nowhere", 5000)],
        corrections=[correction(total(9), "reject")],
    )
    with pytest.raises(FaultsFound) as raised:
        read_facts(made_folder(tmp_path, rows).root)
    assert sorted(fault.code for fault in raised.value.faults) == [
        "correction-matches-nothing",
        "foreign-key",
        "several-homes",
        "total-disagrees",
        "total-disagrees",
        "unknown-fact",
        "unknown-province",
    ]
