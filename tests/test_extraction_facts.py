"""Facts: identifiers made of the content, merging, and locators checked against the text."""

from __future__ import annotations

import random
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import Fault
from analysis.extraction import merge, passages
from analysis.extraction.facts import IDENTITY, Evidence, Fact, Value, merged
from extracting import article, extracted

VALUES: dict[str, Value] = {
    "programme": "VSIP", "developer": None, "province": "Hà Nam", "province_code": "35",
    "status": "operating",
}  # fmt: skip


def at(start: int, end: int, source: str = "a", rule: str = "r") -> Evidence:
    return Evidence(source, start, end, 1, "0" * 64, rule)


def park(evidence: Evidence, **changes: Value) -> Fact:
    return Fact("park_locations", {**VALUES, **changes}, (evidence,))


def test_an_identifier_is_that_of_the_content() -> None:
    fact = park(at(0, 9))
    assert park(at(5, 8, "b", "s")).fact_id == fact.fact_id
    assert park(at(0, 9), developer="Becamex", province="HÀ NAM").fact_id == fact.fact_id
    assert park(at(0, 9), status="planned").fact_id != fact.fact_id


@pytest.mark.parametrize("table", IDENTITY)
def test_every_identifying_column_makes_another_fact(table: str) -> None:
    values: dict[str, Value] = dict.fromkeys(IDENTITY[table], "x")
    plain = Fact(table, values, (at(0, 1),))
    others = {Fact(table, {**values, name: "y"}, (at(0, 1),)).fact_id for name in IDENTITY[table]}
    assert len(others | {plain.fact_id}) == len(IDENTITY[table]) + 1


def test_values_that_are_equal_but_of_another_type_make_another_fact() -> None:
    values: dict[str, Value] = dict.fromkeys(IDENTITY["other_facts"], "x")
    ids = {Fact("other_facts", {**values, "value": each}, ()).fact_id for each in (1, True, "1")}
    assert len(ids) == 3


def test_identifiers_stay_the_same_between_versions() -> None:
    # Committed tables and corrections refer to them, so that a change must be meant.
    ids = [fact.fact_id for fact in extracted("Đã có 6 KCN VSIP ở Hà Nam, Cà Mau.").facts]
    assert ids == ["total-74b87bc9d306", "park-04cfdb71618a", "park-7c6b46f80634"]


def test_a_fact_stated_twice_is_one_with_two_spans() -> None:
    (fact,) = merged([park(at(40, 50, rule="s")), park(at(0, 9))])
    assert fact.evidence == (at(0, 9), at(40, 50, rule="s"))


def test_of_spans_that_overlap_the_first_counts() -> None:
    spans = [at(0, 9), at(5, 20), at(9, 12), at(5, 20, "b")]
    (fact,) = merged(park(span) for span in spans)
    assert fact.evidence == (at(0, 9), at(9, 12), at(5, 20, "b"))


def test_an_empty_column_is_filled_by_the_next_statement() -> None:
    first, second = park(at(0, 9)), park(at(20, 29), developer="Becamex")
    (fact,) = merged([second, first])
    assert (fact.values["developer"], fact.evidence[0]) == ("Becamex", at(0, 9))
    total: dict[str, Value] = {"programme": "VSIP", "count": 3, "qualifier": "exact"}
    told = [
        Fact("park_totals", {**total, "list_is_exhaustive": said}, (at(20 * said, 20 * said + 9),))
        for said in (False, True)
    ]
    (fact,) = merged(told)
    assert fact.values["list_is_exhaustive"] is True


@given(st.permutations(range(6)), st.lists(st.integers(0, 5), max_size=3))
@settings(derandomize=True, max_examples=50)
def test_merging_knows_no_order_and_changes_nothing_twice(order: list[int], cut: list[int]) -> None:
    facts = [
        park(at(0, 9)), park(at(40, 50)), park(at(0, 9, "b"), developer="Becamex"),
        park(at(3, 9), status="planned"), park(at(60, 70), province_code="36"), park(at(5, 44)),
    ]  # fmt: skip
    expected = merged(facts)
    shuffled = [facts[place] for place in order]
    assert merged(shuffled) == merged(expected) == expected
    apart = [shuffled[place] for place in cut]
    assert {fact.fact_id for fact in merged(merged(apart) + shuffled)} == {
        fact.fact_id for fact in expected
    }


def test_two_sources_of_one_fact_give_two_evidences_in_any_order() -> None:
    told = [
        extracted(f"Đã có VSIP tại Hà Nam{more}.", f"tin {more}") for more in ("", " và Cà Mau")
    ]
    random.Random(1).shuffle(told)
    both = merge(told)
    spans = {str(fact.values["province"]): fact.evidence for fact in both.facts}
    assert [span.source_id for span in spans["Hà Nam"]] == ["tin", "tin-va-ca-mau"]
    assert [span.source_id for span in spans["Cà Mau"]] == ["tin-va-ca-mau"]
    assert merge(told[::-1]) == both


def row(start: int, end: int, text: str) -> dict[str, Value]:
    return {"start": start, "end": end, "span_sha256": sha256(text.encode()).hexdigest()}


def test_passages_are_shown_or_their_fault_is_named() -> None:
    source = article("Đã có VSIP tại Hà Nam.")
    rows = [
        row(6, 10, "VSIP"), row(6, 11, "VSIP"), row(6, 99, "VSIP"), row(9, 9, ""), row(-1, 3, "")
    ]  # fmt: skip
    first, *faults = passages(source, rows, "park_locations.csv")
    assert first == "VSIP"
    told = [fault for fault in faults if isinstance(fault, Fault)]
    assert [(fault.row, fault.column, fault.code) for fault in told] == [
        (3, "span_sha256", "span-hash-mismatch"),
        (4, "end", "locator-outside-text"),
        (5, "end", "locator-outside-text"),
        (6, "end", "locator-outside-text"),
    ]
    assert "6–99 of 22 code points; extract the article again" in told[1].message
    assert {fault.file for fault in told} == {"park_locations.csv"}


def test_a_span_of_another_text_is_found_out() -> None:
    (fact,) = extracted("Đã có VSIP tại Hà Nam.").facts
    span = fact.evidence[0]
    rows: list[dict[str, Value]] = [
        {"start": span.start, "end": span.end, "span_sha256": span.span_sha256}
    ]
    assert passages(article("Đã có VSIP tại Hà Nam."), rows, "x.csv") == ["Đã có VSIP tại Hà Nam"]
    (fault,) = passages(article("Nay đã có VSIP tại Hà Nam."), rows, "x.csv")
    assert isinstance(fault, Fault)
    assert fault.code == "span-hash-mismatch"
