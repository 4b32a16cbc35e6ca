"""The vocabulary: every name of the data that readers see has a term in both languages."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.extraction import extract, load_gazetteer, load_grammar, make_article
from analysis.extraction.lexicon import lexicon
from analysis.language import LANGUAGES, Language
from analysis.processing.headline import measures
from analysis.reporting.parameters import ALLOWED
from analysis.tables.registry import Table, tables

EN, VI = Language("en"), Language("vi")
TERMS = {code: Language(code).catalogue["terms"] for code in LANGUAGES}
FIELDS = {field for table in tables().values() for field in table.fields}
STATEMENTS = lexicon("rules/statements")["statement"]
CONCEPTS, WORDS = list(lexicon()["concepts"]), lexicon()["words"]
SAMPLES = {
    "province": ["Cần Thơ"],
    "party": ["Cần Thơ"],
    "org": ["DEEP C"],
    "programme": ["DEEP C"],
    "developer": ["Viglacera"],
    "person": ["Lê Văn Sáu"],
    "code": ["92"],
    "count": ["7"],
    "date": ["2021-08-14"],
    "concept": CONCEPTS,
}
REFERENCE = Path(__file__).parents[1] / "data/raw/reference"

both = pytest.mark.parametrize("code", LANGUAGES)


# ---------------------------------------------------------------- tables


@both
def test_every_column_has_a_heading(code: str) -> None:
    state = {"state"}  # of the correction review, which is shown and not stored
    assert set(TERMS[code]["column"]) == {field.name for field in FIELDS} | state


@both
@pytest.mark.parametrize("table", tables().values(), ids=lambda table: table.name)
def test_headings_of_a_table_differ(code: str, table: Table) -> None:
    headings = [Language(code).term("column", column) for column in table.columns]
    assert len(set(headings)) == len(headings)


@both
def test_every_table_has_a_name(code: str) -> None:
    assert set(TERMS[code]["table"]) == set(tables())


@both
@pytest.mark.parametrize("column", sorted({field.name for field in FIELDS if field.allowed}))
def test_exactly_the_allowed_values_have_terms(code: str, column: str) -> None:
    allowed = {value for field in FIELDS if field.name == column for value in field.allowed}
    terms = set(TERMS[code].get(column, {}))
    if column == "vintage":  # a year reads well in both languages
        assert not terms
    elif column == "table":  # corrections speak of fact tables only
        assert allowed < terms
    else:
        assert terms == allowed


@both
def test_a_status_reads_as_in_the_charts(code: str) -> None:
    charts = Language(code).catalogue["charts"]["status"]
    assert {status: TERMS[code]["status"][status] for status in charts} == charts


@both
def test_units_of_measure_have_terms(code: str) -> None:
    units = {field.unit for field in FIELDS} | {spec["unit"] for spec in measures().values()}
    units |= {spec.get("unit", "") for spec in STATEMENTS}
    assert set(TERMS[code]["unit"]) == units - {""}


@both
def test_answers_states_and_parameters_have_terms(code: str) -> None:
    terms = TERMS[code]
    assert set(terms["answer"]) == {"yes", "no"}
    assert set(terms["state"]) == {"extracted", "accepted", "amended", "rejected"}
    assert set(terms["parameter"]) == set(ALLOWED)


@both
def test_every_measure_has_a_name(code: str) -> None:
    names = TERMS[code]["measure"]
    assert set(names) == set(measures())
    assert len(set(names.values())) == len(names)


def test_every_note_is_in_vietnamese() -> None:
    assert set(TERMS["vi"]["note"]) == {spec["note"] for spec in measures().values()}


def test_nothing_shared_is_left_in_english() -> None:
    same = {
        (topic, key)
        for topic, terms in TERMS["en"].items()
        for key, text in terms.items()
        if TERMS["vi"][topic][key] == text
    }
    assert same == {("unit", "byte"), ("unit", "km"), ("unit", "km²")}


# ---------------------------------------------------------------- other facts


def choices(pattern: str, group: str) -> list[str]:
    """Return the lexicon's words that a named group of a pattern takes."""
    start = pattern.index(f"(?P<{group}>") + len(f"(?P<{group}>")
    depths = itertools.accumulate({"(": 1, ")": -1}.get(c, 0) for c in pattern[start:])
    length = next(place for place, depth in enumerate(depths) if depth < 0)
    inside = re.compile(pattern[start : start + length])
    return [english for word, english in WORDS.items() if inside.fullmatch(word)]


def samples(spec: dict[str, str]) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield topic, text and its parts for what a statement's item and value may be."""
    for topic in ("item", "value"):
        form = spec[topic]
        names = [name for _, name, _, _ in Formatter().parse(form) if name]
        options = [SAMPLES.get(name) or choices(spec["pattern"], name) for name in names]
        assert all(options), (spec["name"], names)
        for chosen in itertools.product(*options):
            parts = dict(zip(names, chosen, strict=True))
            yield topic, form.format(**parts), parts


@pytest.mark.parametrize("spec", STATEMENTS, ids=lambda spec: spec["name"])
def test_what_a_statement_says_is_in_vietnamese(spec: dict[str, str]) -> None:
    words = TERMS["vi"]["word"]
    for topic, text, parts in samples(spec):
        shown = VI.term(topic, text)
        carried = {part for name, part in parts.items() if name in SAMPLES and name != "concept"}
        assert all(part in shown for part in carried), shown
        if text in carried:
            assert shown == text
        elif shown == text:
            assert words.get(text) == text, (topic, text)
        left = {part for part in parts.values() if part in shown and part not in carried}
        assert all(words.get(part) == part for part in left), (topic, shown)
        assert EN.term(topic, text) == text


@both
def test_every_topic_has_a_name(code: str) -> None:
    assert set(TERMS[code]["topic"]) == {spec["topic"] for spec in STATEMENTS}


def test_no_item_value_or_word_is_left_over() -> None:
    made = {(topic, text) for spec in STATEMENTS for topic, text, _ in samples(spec)}
    for topic in ("item", "value"):
        fixed = {key for key in TERMS["vi"][topic] if "{" not in key}
        assert {(topic, key) for key in fixed} <= made
    assert set(TERMS["vi"]["word"]) <= {*CONCEPTS, *WORDS.values()}
    assert set(TERMS["vi"]["word"]) >= set(CONCEPTS)


def test_notes_on_sources_are_in_vietnamese() -> None:
    text = (
        "Hà Nam hợp tác với 2 tỉnh phát triển khu công nghiệp\n\n"
        "Hà Nam không chỉ phát triển khu công nghiệp trên địa bàn tỉnh mà còn nhân rộng mô hình. "
        "Hiện có 5 khu công nghiệp VSIP tại các tỉnh như Cần Thơ, Gia Lai. "
        "Hiện có 3 khu công nghiệp DEEP C tại các tỉnh như Kiên Giang, Cà Mau. "
        "Sáng 12/3/2024, VSIP ký kết với 2 tỉnh An Giang, Vĩnh Long về xây dựng khu công nghiệp.\n"
    )
    article = make_article("a.txt", text.encode())
    note = extract(article, load_gazetteer(REFERENCE), load_grammar()).sources[0]["title_note"]
    assert VI.term("title_note", str(note)) == (
        "KCN của DEEP C và VSIP; thỏa thuận với 2 tỉnh, thành; địa phương chủ nhà: Hà Nam"
    )


# ---------------------------------------------------------------- patterns


@pytest.mark.parametrize(
    ("topic", "name", "shown"),
    [
        ("value", "Amata with partners from Japan", "Amata cùng đối tác từ Nhật Bản"),
        ("value", "Amata with partners from Ý", "Amata cùng đối tác từ Ý"),
        ("item", "provinces that Gia Lai cooperates with", "các tỉnh, thành hợp tác với Gia Lai"),
        ("item", "chair of the People's Council of Huế", "Chủ tịch HĐND Huế"),
        ("item", "value of exports", "value of exports"),
        ("item", "Provinces that signed", "Provinces that signed"),
        ("value", "2021-08-14", "2021-08-14"),
        ("title_note", "home province Huế or Gia Lai", "địa phương chủ nhà: Huế hoặc Gia Lai"),
        ("title_note", "agreements with 1 province", "thỏa thuận với 1 tỉnh, thành"),
        ("status", "{word}", "{word}"),
        ("author", "parks of VSIP", "parks of VSIP"),
    ],
)
def test_terms_with_names_in_them(topic: str, name: str, shown: str) -> None:
    assert VI.term(topic, name) == shown


@pytest.mark.parametrize("topic", [topic for topic in TERMS["vi"] if topic != "column"])
def test_placeholders_of_a_term_are_those_of_its_key(topic: str) -> None:
    for key, text in TERMS["vi"][topic].items():
        names = [[name for _, name, _, _ in Formatter().parse(each)] for each in (key, text)]
        assert set(filter(None, names[0])) == set(filter(None, names[1])), key


@settings(max_examples=50, derandomize=True, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1))
def test_any_name_is_carried_over(name: str) -> None:
    assert VI.term("item", f"provinces that {name} cooperates with").endswith(name)
    assert VI.term("value", f"represents the investor of {name}").endswith(name)
