"""The article the project began with, where it is at hand: all annotated facts and nothing else."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from analysis.extraction import Article, Extraction, extract, passages, read_article, to_rows
from analysis.extraction.facts import Fact, Value
from extracting import article, gazetteer, grammar, shared

SOURCE = "article/binh-duong-2023-03-25.txt"
NAMED = {"Hải Phòng", "Hải Dương", "Bắc Ninh", "Nghệ An", "Quảng Ngãi", "Bình Định"}
SIGNED = {
    "Tây Ninh", "Bình Thuận", "Thái Bình", "Nam Định", "Hà Tĩnh", "Bình Phước", "Khánh Hòa",
    "Thừa Thiên Huế", "Thanh Hóa",
}  # fmt: skip


@cache
def read() -> tuple[Article, Extraction]:
    source = read_article(shared(SOURCE))
    return source, extract(source, gazetteer(), grammar())


@cache
def gold() -> dict[str, Any]:
    annotated: dict[str, Any] = json.loads(shared("article/gold.json").read_text(encoding="utf-8"))
    return annotated


def code(province: str) -> str:
    """Return the code of a province as annotators write it, with or without the kind of unit."""
    (mention,) = gazetteer().mentions(article(f"ở {province}, nay"))
    return mention.name.value


def facts(table: str) -> list[Fact]:
    return [fact for fact in read()[1].facts if fact.table == table]


def columns(found: list[Fact], *names: str) -> list[tuple[Value, ...]]:
    return sorted(tuple(fact.values[name] for name in names) for fact in found)


def stated(topic: str) -> list[tuple[Value, ...]]:
    """Return item, value, unit and qualifier of the other facts on a topic."""
    found = [fact for fact in facts("other_facts") if fact.values["topic"] == topic]
    return [tuple(f.values[name] for name in ("item", "value", "unit", "qualifier")) for f in found]


def test_park_locations_are_those_annotated_and_no_other() -> None:
    ours = columns(facts("park_locations"), "province_code", "programme", "status")
    rows = gold()["park_locations"]
    assert ours == sorted((code(r["province"]), r["programme"], r["status"]) for r in rows)


def test_park_totals_are_those_annotated_and_no_other() -> None:
    ours = columns(facts("park_totals"), "programme", "count", "qualifier")
    rows = gold()["park_totals"]
    assert ours == [(row["programme"], row["count"], row["qualifier"]) for row in rows]


def test_partnerships_are_those_annotated_and_no_other() -> None:
    ours = columns(facts("partnerships"), "province_code", "status", "signed_on", "domain")
    rows = gold()["partnerships"]
    assert ours == sorted((code(r["province"]), r["status"], r["date"], r["domain"]) for r in rows)


@pytest.mark.parametrize("table", ["park_locations", "park_totals", "partnerships"])
def test_the_evidence_is_the_annotated_passage_or_a_part_or_more_of_it(table: str) -> None:
    source = read()[0]
    annotated = {row["evidence"] for row in gold()[table]}
    for fact in facts(table):
        for span in fact.evidence:
            passage = source.text[span.start : span.end]
            assert any(passage in known or known in passage for known in annotated)


def test_eleven_parks_are_exact_and_the_six_provinces_not_exhaustive() -> None:
    (total,) = facts("park_totals")
    assert dict(total.values) == {
        "programme": "VSIP", "count": 11, "qualifier": "exact", "list_is_exhaustive": False
    }  # fmt: skip
    named = [f.values for f in facts("park_locations") if f.values["programme"] == "VSIP"]
    assert {values["province"] for values in named} == NAMED
    assert {(values["developer"], values["status"]) for values in named} == {
        ("Becamex", "operating")
    }


def test_nine_signed_and_none_of_them_is_counted_as_a_park() -> None:
    signed = facts("partnerships")
    assert columns(signed, "province") == sorted((name,) for name in SIGNED)
    assert set(
        columns(signed, "lead_party", "headline_party", "status", "signed_on", "stated_total")
    ) == {("Becamex IDC", "Bình Dương", "signed", "2023-03-25", 9)}
    assert not SIGNED & {fact.values["province"] for fact in facts("park_locations")}


def test_the_home_province_is_stated_and_is_the_annotated_one() -> None:
    assert stated("home_province") == [("Bình Dương", "74", None, "stated")]
    assert code(gold()["home_province"]["province"]) == "74"


def test_numbers_keep_how_they_are_meant() -> None:
    assert stated("investment_certificates") == [
        ("enterprises given certificates", "10", "enterprise", "at_most"),
        ("origin of the enterprises", "domestic and foreign", None, "stated"),
    ]
    assert stated("development_period") == [("development so far", "25", "year", "at_least")]
    assert stated("signatory_provinces") == [("provinces that signed", "9", "province", "exact")]


def test_the_model_and_the_open_list_of_the_pilot_complex() -> None:
    model = {value for item, value, *_ in stated("development_model") if "component" in str(item)}
    assert model == {"industry", "urban area", "services"}
    pilot = [row for row in stated("pilot_complex") if "component" in str(row[0])]
    assert {value for _, value, *_ in pilot} == {
        "urban area", "industrial park", "commerce", "quality services and entertainment",
        "housing", "resettlement",
    }  # fmt: skip
    assert {qualifier for *_, qualifier in pilot} == {"open_list"}


def test_the_directions_of_spread() -> None:
    assert {(item, value) for item, value, *_ in stated("spread_direction")} == {
        ("labour-intensive industry", "north"),
        ("land-intensive industry", "north"),
        ("commerce and services", "south"),
        ("science and technology", "south"),
    }


def test_what_was_signed_with_companies_and_what_was_advised() -> None:
    assert [row[:2] for row in stated("transport_agreement")] == [
        ("large corporate groups", "key transport works")
    ]
    advice = {(item, value) for item, value, *_ in stated("policy_advice")}
    assert advice > {
        ("model to move to", "smart industry, urban area and services"),
        ("what to tie the model to", "science and technology"),
        ("what to tie the model to", "innovation"),
    }


def test_the_headline_is_one_fact_with_two_spans() -> None:
    (fact,) = [f for f in facts("other_facts") if f.values["topic"] == "headline_cooperation"]
    assert [span.paragraph for span in fact.evidence] == [1, 9]
    source = read()[0]
    assert len({source.text[span.start : span.end] for span in fact.evidence}) == 1


def test_every_paragraph_with_a_statement_is_evidence_of_something() -> None:
    source, told = read()
    used = {span.paragraph for fact in told.facts for span in fact.evidence}
    assert used == set(range(1, len(source.paragraphs)))  # the last one is the signature
    assert told.sources[0]["author"] == source.text[slice(*source.paragraphs[-1])]


def test_no_value_quotes_the_article() -> None:
    source, told = read()
    rows = [row for found in to_rows(told).values() for row in found]
    for value in {value for row in rows for value in row.values() if isinstance(value, str)}:
        assert len(value.split()) < 8 or value not in source.text


def test_the_locators_of_all_tables_mark_passages() -> None:
    source, told = read()
    for name, rows in to_rows(told).items():
        if name != "sources":
            assert all(isinstance(passage, str) for passage in passages(source, rows, name))
