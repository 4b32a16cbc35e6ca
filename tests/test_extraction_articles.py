"""Articles of our own, other than the one the project began with: every row, and no other."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.extraction import Extraction, to_rows
from analysis.processing.checks import check_facts
from analysis.tables.files import from_rows
from extracting import ARTICLES, REFERENCE, extracted, values

VIETNAMESE, ENGLISH, UNRELATED = (
    "long-an-2024-08-17", "quang-tri-2021-05-06", "ben-tre-khong-co-khu"
)  # fmt: skip
STATED = {
    ("headline_cooperation", "provinces that Long An cooperates with", "4", "exact"),
    ("event", "Long An", "2024-08-17", "exact"),
    ("event", "theme of the event", "connection", "stated"),
    ("event", "theme of the event", "logistics", "stated"),
    ("investment_certificates", "enterprises given certificates", "20", "approx"),
    ("investment_certificates", "origin of the enterprises", "domestic and foreign", "stated"),
    ("development_period", "development so far", "30", "at_least"),
    ("signatory_provinces", "provinces that signed", "4", "exact"),
    ("agreement_subject", "subject of the agreements with provinces", "industrial park", "stated"),
    ("agreement_horizon", "industrial parks agreed on", "to be built in the coming time", "stated"),
    ("transport_agreement", "large corporate groups", "key transport works", "stated"),
    ("home_province", "Long An", "80", "stated"),
    ("speaker", "vice chair of the People's Committee of Long An", "Phạm Thị Lúa", "stated"),
}


def read(name: str, old: str = "", new: str = "") -> Extraction:
    text = (ARTICLES / f"{name}.txt").read_text(encoding="utf-8")
    assert old in text
    return extracted(text.replace(old, new) if old else text, name)


def rows(extraction: Extraction, table: str, *columns: str) -> set[tuple[object, ...]]:
    facts = [fact for fact in extraction.facts if fact.table == table]
    found = values(facts, *columns)
    assert len(found) == len(facts)
    return set(found)


def test_the_vietnamese_article() -> None:
    told = read(VIETNAMESE)
    assert rows(told, "park_locations", "programme", "developer", "province", "status") == {
        ("VSIP", None, "Lạng Sơn", "operating"),
        ("VSIP", None, "Thái Nguyên", "operating"),
        ("VSIP", None, "Phú Yên", "operating"),
        ("VSIP", None, "Cà Mau", "planned"),
    }
    assert rows(told, "park_totals", "programme", "count", "qualifier", "list_is_exhaustive") == {
        ("VSIP", 9, "exact", False),
        ("Sonadezi", 7, "exact", False),
    }
    columns = ("province", "lead_party", "headline_party", "domain", "signed_on", "stated_total")
    assert rows(told, "partnerships", *columns, "status") == {
        (name, "Sonadezi", "Long An", "industrial_park", "2024-08-17", 4, "signed")
        for name in ("Hậu Giang", "Trà Vinh", "Kiên Giang", "Đắk Nông")
    }
    assert rows(told, "other_facts", "topic", "item", "value", "qualifier") == STATED
    (source,) = told.sources
    assert (source["author"], source["language"], source["paragraphs"]) == ("Trần Sông Cổ", "vi", 8)
    note = "parks of Sonadezi and VSIP; agreements with 4 provinces; home province Long An"
    assert (source["title_note"], source["event_date"]) == (note, "2024-08-17")


def test_the_headline_told_twice_is_one_fact_with_two_spans() -> None:
    told = read(VIETNAMESE)
    (fact,) = [fact for fact in told.facts if fact.evidence[0].rule == "headline_cooperation"]
    assert [span.paragraph for span in fact.evidence] == [1, 6]
    further = to_rows(told)["evidence"]
    assert [(row["fact_id"], row["paragraph"]) for row in further] == [(fact.fact_id, 6)]


def test_the_english_article() -> None:
    told = read(ENGLISH)
    assert rows(told, "park_locations", "programme", "developer", "province", "status") == {
        ("Amata", "Amata", "Đồng Nai", "operating"),
        ("Amata", "Amata", "Quảng Ninh", "operating"),
        ("VSIP", None, "Bến Tre", "operating"),
        ("VSIP", None, "Trà Vinh", "operating"),
        ("VSIP", None, "Sóc Trăng", "operating"),
    }
    assert rows(told, "park_totals", "programme", "count", "qualifier") == {
        ("Amata", 5, "at_least")
    }
    columns = ("province", "lead_party", "domain", "status", "signed_on")
    assert rows(told, "partnerships", *columns) == {
        ("Quảng Trị", "WHA", "industrial_park", "signed", "2021-05-06"),
        ("Hà Tĩnh", "WHA", "other", "planned", None),
    }
    assert rows(told, "other_facts", "item") == set()
    assert (told.sources[0]["language"], told.sources[0]["author"]) == ("en", None)


def test_an_unrelated_article_yields_its_source_and_no_fact() -> None:
    told = read(UNRELATED)
    assert told.facts == []
    assert [source["title_note"] for source in told.sources] == [None]


@pytest.mark.parametrize(("stated", "codes"), [(4, []), (5, ["total-disagrees"])])
def test_a_total_that_disagrees_with_its_list_is_kept_as_stated_and_found_out(
    stated: int, codes: list[str]
) -> None:
    told = read(VIETNAMESE, "với 4 tỉnh gồm", f"với {stated} tỉnh gồm")
    assert rows(told, "partnerships", "stated_total", "province_code") == {
        (stated, code) for code in ("93", "84", "91", "67")
    }
    tables = {name: from_rows(found, name) for name, found in to_rows(told).items()}
    units = pd.read_csv(REFERENCE / "admin_units.csv", dtype={"code": str})
    faults = check_facts({**tables, "admin_units": units})
    assert [fault.code for fault in faults] == codes


def test_the_order_of_the_sentences_does_not_matter() -> None:
    text = (ARTICLES / f"{VIETNAMESE}.txt").read_text(encoding="utf-8")
    headline, *paragraphs, author = text.strip().split("\n\n")
    turned = "\n\n".join([headline, *reversed(paragraphs), author])
    plain, other = extracted(text, "a"), extracted(turned, "a")
    assert {fact.fact_id for fact in plain.facts} == {fact.fact_id for fact in other.facts}
