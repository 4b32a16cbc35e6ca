"""Hand corrections: what they change, and that none is lost or taken twice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.processing.corrections import FACT_TABLES, apply_corrections, review
from analysis.tables.schemas import rows_of
from made_facts import (
    Row,
    correction,
    facts_of,
    home,
    lam_son,
    made_tables,
    park,
    partner,
    total,
)


def amended(fact: Row, column: str, old: Any, new: Any) -> Row:
    return correction(fact, "amend", column=column, old_value=old, new_value=new)


def applied(*corrections: Row, **rows: list[Row]) -> dict[str, pd.DataFrame]:
    tables = made_tables(lam_son(corrections=list(corrections), **rows))
    corrected, faults = apply_corrections(tables, tables["corrections"])
    assert faults == []
    return corrected


def codes_of(*corrections: Row, **rows: list[Row]) -> list[str]:
    tables = made_tables(lam_son(corrections=list(corrections), **rows))
    return [fault.code for fault in apply_corrections(tables, tables["corrections"])[1]]


def test_without_corrections_facts_stay_as_extracted() -> None:
    tables = made_tables(lam_son())
    corrected, faults = apply_corrections(tables, tables["corrections"])
    assert faults == []
    assert set(corrected) == set(FACT_TABLES)
    for name, frame in corrected.items():
        pd.testing.assert_frame_equal(frame, tables[name])


def test_accepting_changes_nothing() -> None:
    corrected = applied(correction(total(7), "accept"))
    pd.testing.assert_frame_equal(corrected["park_totals"], made_tables(lam_son())["park_totals"])


def test_rejecting_drops_the_row_and_keeps_the_others_lines() -> None:
    locations = applied(correction(park("35"), "reject"))["park_locations"]
    assert locations["province_code"].tolist() == ["22", "80", "92"]
    assert locations.index.tolist() == [0, 2, 3]


def test_rejecting_every_row_leaves_a_table_without_rows() -> None:
    totals = applied(correction(total(7), "reject"))["park_totals"]
    assert totals.empty
    assert "count" in totals


@pytest.mark.parametrize(
    ("fact", "table", "column", "old", "new", "value"),
    [
        (total(7), "park_totals", "count", "7", "12", 12),
        (total(7), "park_totals", "qualifier", "exact", "at_least", "at_least"),
        (total(7), "park_totals", "list_is_exhaustive", "false", "true", True),
        (park("92"), "park_locations", "developer", "Lam Sơn", None, None),
        (partner("10"), "partnerships", "stated_total", "3", None, None),
        (partner("10"), "partnerships", "stated_total", "3", "4", 4),
        (partner("10"), "partnerships", "headline_party", None, "Đồng Nai", "Đồng Nai"),
        (partner("10"), "partnerships", "signed_on", "2024-05-02", "--05-02", "--05-02"),
        (home("75"), "other_facts", "unit", None, "province", "province"),
    ],
)
def test_amending_sets_one_cell(
    fact: Row, table: str, column: str, old: str | None, new: str | None, value: object
) -> None:
    before = made_tables(lam_son())[table]
    after = applied(amended(fact, column, old, new))[table]
    changed = [
        (was["fact_id"], name, now[name])
        for (_, was), (_, now) in zip(rows_of(before), rows_of(after), strict=True)
        for name in was
        if was[name] != now[name]
    ]
    assert changed == [(fact["fact_id"], column, value)]
    assert after.dtypes.tolist() == before.dtypes.tolist()


def test_a_province_is_amended_by_name_and_code(tmp_path: Path) -> None:
    fact = park("92")
    changes = [
        amended(fact, "province", "Cần Thơ", "Cà Mau"),
        amended(fact, "province_code", "92", "96"),
    ]
    locations = facts_of(tmp_path, lam_son(corrections=changes))["park_locations"]
    row = locations[locations["fact_id"] == fact["fact_id"]].iloc[0]
    assert (row["province"], row["province_code"]) == ("Cà Mau", "96")


def test_a_correction_survives_a_new_order_of_rows() -> None:
    rows = [park(code) for code in ("92", "80", "35", "22")]
    locations = applied(correction(park("35"), "reject"), park_locations=rows)["park_locations"]
    assert locations["province_code"].tolist() == ["92", "80", "22"]


def test_facts_as_extracted_are_not_touched() -> None:
    tables = made_tables(lam_son(corrections=[amended(total(7), "count", "7", "12")]))
    apply_corrections(tables, tables["corrections"])
    assert tables["park_totals"]["count"].tolist() == [7]


def test_two_corrections_of_one_row_apply_in_turn() -> None:
    changes = [
        amended(total(7), "count", "7", "12"),
        amended(total(7), "qualifier", "exact", "approx"),
    ]
    row = applied(*changes)["park_totals"].iloc[0]
    assert (row["count"], row["qualifier"]) == (12, "approx")


def test_every_faulty_correction_is_reported_and_the_others_apply() -> None:
    good = amended(partner("10"), "headline_party", None, "Đồng Nai")
    wrong = [
        correction(total(8), "reject"),
        amended(park("22"), "status", "planned", "operating"),
        amended(park("35"), "fact_id", park("35")["fact_id"], park("22")["fact_id"]),
        amended(park("80"), "span_sha256", "0" * 64, "1" * 64),
        amended(park("92"), None, None, None),  # type: ignore[arg-type]
        amended(partner("54"), "stated_total", "three", "4"),
        amended(partner("89"), "province_code", "89", "890"),
    ]
    tables = made_tables(lam_son(corrections=[*wrong, good]))
    corrected, faults = apply_corrections(tables, tables["corrections"])
    assert [(fault.row, fault.code) for fault in faults] == [
        (2, "correction-matches-nothing"),
        (3, "correction-stale"),
        (4, "correction-unknown-column"),
        (5, "correction-unknown-column"),
        (6, "correction-unknown-column"),
        (7, "bad-type"),
        (8, "bad-pattern"),
    ]
    assert {fault.file for fault in faults} == {"raw/corrections.csv"}
    parties = corrected["partnerships"].set_index("province_code")["headline_party"]
    assert parties["10"] == "Đồng Nai"


@pytest.mark.parametrize("action", ["accept", "amend"])
@pytest.mark.parametrize("rejected_first", [True, False])
def test_a_rejected_fact_takes_no_other_correction(action: str, rejected_first: bool) -> None:
    cells = {"column": "count", "old_value": "7", "new_value": "8"} if action == "amend" else {}
    rows = [correction(total(7), "reject"), correction(total(7), action, **cells)]
    assert codes_of(*rows[:: 1 if rejected_first else -1]) == ["correction-conflict"]


@pytest.mark.parametrize("action", ["accept", "reject"])
def test_only_amend_takes_values(action: str) -> None:
    row = correction(total(7), action, new_value="8")
    assert codes_of(row) == ["correction-extra-cells"]


def test_an_amended_fact_that_is_amended_back_is_found_stale() -> None:
    change = amended(total(7), "count", "7", "12")
    assert codes_of(change, park_totals=[total(7) | {"count": 12}]) == ["correction-stale"]


def test_review_says_what_became_of_each_fact() -> None:
    changes = [
        correction(park("22"), "accept", reason="seen on the map"),
        correction(park("35"), "reject", reason="another developer's"),
        amended(total(7), "count", "7", "12") | {"reason": "the caption says twelve"},
        correction(total(7), "accept", reason="the rest is right"),
    ]
    tables = made_tables(lam_son(corrections=changes))
    states = review(tables, tables["corrections"]).set_index("fact_id")
    assert len(states) == sum(len(tables[name]) for name in FACT_TABLES)
    assert states.loc[park("22")["fact_id"], ["table", "rule", "state", "reason"]].tolist() == [
        "park_locations", "made_by_hand", "accepted", "seen on the map",
    ]  # fmt: skip
    assert states.loc[park("35")["fact_id"], "state"] == "rejected"
    assert states.loc[total(7)["fact_id"], ["state", "reason"]].tolist() == [
        "amended", "the caption says twelve",
    ]  # fmt: skip
    assert states.loc[home("75")["fact_id"], ["state", "reason"]].tolist() == ["extracted", ""]


def test_review_without_corrections() -> None:
    tables = made_tables(lam_son())
    assert set(review(tables, tables["corrections"])["state"]) == {"extracted"}
