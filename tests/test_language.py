"""Language: the catalogues of both languages agree, and numbers, dates and lists read right."""

from __future__ import annotations

import math
import re
import string
import unicodedata
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import ArgumentError
from analysis.language import LANGUAGES, Language

EN, VI = Language("en"), Language("vi")
FORMATS = {"", "count", "decimal1", "decimal2", "decimal3", "percent", "date", "list"}
# Topics of terms.toml with names of the data that read well in English as they are.
ONLY_VIETNAMESE = ("note", "title_note", "item", "value", "word")


def flat(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


def texts(language: Language) -> dict[str, str]:
    return dict(flat(language.catalogue))


def placeholders(text: str) -> list[tuple[str, str]]:
    """Return name and format of each placeholder."""
    parts = string.Formatter().parse(text)
    return [(name, spec or "") for _, name, spec, _ in parts if name is not None]


def with_text(language: Language, text: str) -> Language:
    """Return the language with a catalogue of one text, at ``test.text``."""
    changed = Language(language.code)
    changed.__dict__["catalogue"] = {"test": {"text": text}}
    return changed


# ---------------------------------------------------------------- catalogues


def test_both_languages_have_the_same_catalogues() -> None:
    assert {"charts", "notebooks", "pages", "terms"} <= set(EN.catalogue)
    assert set(EN.catalogue) == set(VI.catalogue)


@pytest.mark.parametrize("name", sorted(EN.catalogue))
def test_both_languages_have_the_same_texts(name: str) -> None:
    english, vietnamese = (
        {
            key: text
            for key, text in flat(language.catalogue[name])
            if not (name == "terms" and key.startswith(tuple(f"{t}." for t in ONLY_VIETNAMESE)))
        }
        for language in (EN, VI)
    )
    assert english.keys() == vietnamese.keys()
    for key, text in english.items():
        names = [{name for name, _ in placeholders(each)} for each in (text, vietnamese[key])]
        assert names[0] == names[1], key


@pytest.mark.parametrize("language", [EN, VI], ids=LANGUAGES)
def test_texts_are_nfc_and_clean(language: Language) -> None:
    for key, text in flat(language.catalogue):
        for each in (key, text):
            assert unicodedata.is_normalized("NFC", each), key
            assert not re.search("[\u00ad\u200b-\u200f\ufeff\u00d0]", each), key
        assert text == text.strip(" "), key


@pytest.mark.parametrize("language", [EN, VI], ids=LANGUAGES)
def test_every_placeholder_is_named_and_has_a_known_format(language: Language) -> None:
    for key, text in texts(language).items():
        for name, spec in placeholders(text):
            kind, _, argument = spec.partition(":")
            assert name.isidentifier(), key
            assert spec in FORMATS or (kind == "plural" and argument.count("|") == 1), (key, spec)


def test_vietnamese_has_its_letters() -> None:
    for code, tone in (("en", False), ("vi", True)):
        language = Language(code)
        shown = " ".join(text for _, text in flat(language.catalogue["notebooks"]))
        assert bool(re.search("[ăđơưạảấầẩậắằặẹẻếềểệịỉọỏốồổộớờởợụủứừửựỳỵỷỹ]", shown)) == tone


# ---------------------------------------------------------------- numbers, dates, lists


@pytest.mark.parametrize(
    ("value", "digits", "english", "vietnamese"),
    [
        (0, 0, "0", "0"),
        (999, 0, "999", "999"),
        (1234.5, 1, "1,234.5", "1.234,5"),
        (331331.9, 0, "331,332", "331.332"),
        (100308958, 0, "100,308,958", "100.308.958"),
        (0.36, 2, "0.36", "0,36"),
        (2, 3, "2.000", "2,000"),
        (-7.25, 2, "-7.25", "-7,25"),
        (-0.0, 0, "0", "0"),
        (-0.04, 1, "0.0", "0,0"),
    ],
)
def test_numbers(value: float, digits: int, english: str, vietnamese: str) -> None:
    assert EN.number(value, digits) == english
    assert VI.number(value, digits) == vietnamese


def test_numbers_of_numpy_are_numbers() -> None:
    count: Any = np.int64(12345)
    assert VI.number(count) == "12.345"
    assert EN.number(np.float64(0.5), 1) == "0.5"


@pytest.mark.parametrize(
    ("share", "digits", "english", "vietnamese"),
    [
        (15 / 63, 1, "23.8%", "23,8%"),
        (14 / 34, 1, "41.2%", "41,2%"),
        (1, 0, "100%", "100%"),
        (0, 1, "0.0%", "0,0%"),
        (-0.00001, 1, "0.0%", "0,0%"),
    ],
)
def test_percentages(share: float, digits: int, english: str, vietnamese: str) -> None:
    assert EN.percent(share, digits) == english
    assert VI.percent(share, digits) == vietnamese


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.floats(-1e9, 1e9), st.integers(0, 4))
def test_languages_differ_in_the_marks_alone(value: float, digits: int) -> None:
    english, vietnamese = EN.number(value, digits), VI.number(value, digits)
    assert vietnamese.translate(str.maketrans(",.", ".,")) == english
    assert math.isclose(float(english.replace(",", "")), value, abs_tol=0.51 * 10**-digits)
    assert not re.fullmatch(r"-[0.]*", english)


@pytest.mark.parametrize(
    ("iso", "english", "vietnamese"),
    [
        ("2023-03-25", "25 March 2023", "25/3/2023"),
        ("2025-07-01", "1 July 2025", "1/7/2025"),
        ("2024-11", "November 2024", "11/2024"),
        ("--02-29", "29 February", "29/2"),
        ("2023-02-30", "2023-02-30", "2023-02-30"),
        ("mùa xuân", "mùa xuân", "mùa xuân"),
        ("", "", ""),
    ],
)
def test_dates(iso: str, english: str, vietnamese: str) -> None:
    assert EN.date(iso) == english
    assert VI.date(iso) == vietnamese


@pytest.mark.parametrize(
    ("names", "english", "vietnamese"),
    [
        ([], "", ""),
        (["Gia Lai"], "Gia Lai", "Gia Lai"),
        (["Gia Lai", "Cà Mau"], "Gia Lai and Cà Mau", "Gia Lai và Cà Mau"),
        (["Gia Lai", "Cà Mau", "Huế"], "Gia Lai, Cà Mau and Huế", "Gia Lai, Cà Mau và Huế"),
        (["bread, and salt", "tea", "rice"], "bread, and salt, tea and rice", None),
    ],
)
def test_lists(names: list[str], english: str, vietnamese: str | None) -> None:
    assert EN.join(names) == english
    assert vietnamese is None or VI.join(names) == vietnamese


# ---------------------------------------------------------------- texts


@pytest.mark.parametrize(
    ("text", "value", "english", "vietnamese"),
    [
        ("{x}", "KCN {y}", "KCN {y}", "KCN {y}"),
        ("{x:count}", 12345.0, "12,345", "12.345"),
        ("{x:decimal1}", 0.25, "0.2", "0,2"),
        ("{x:decimal2}", 1234.567, "1,234.57", "1.234,57"),
        ("{x:decimal3}", -0.0001, "0.000", "0,000"),
        ("{x:percent}", 0.254, "25.4%", "25,4%"),
        ("{x:date}", "2022-09-02", "2 September 2022", "2/9/2022"),
        ("{x:list}", ["A", "B"], "A and B", "A và B"),
        ("{x:plural:park|parks}", 1.0, "park", "park"),
        ("{x:plural:park|parks}", 0, "parks", "parks"),
    ],
)
def test_placeholders(text: str, value: object, english: str, vietnamese: str) -> None:
    for language, expected in ((EN, english), (VI, vietnamese)):
        assert with_text(language, text).text("test.text", x=value) == expected


@pytest.mark.parametrize("spec", ["decimal", "decimal9", "decimalx", "counts", ".2f"])
def test_an_unknown_format_is_refused(spec: str) -> None:
    with pytest.raises(ArgumentError, match=rf"^format: got '{re.escape(spec)}'.*decimal3"):
        with_text(EN, f"{{x:{spec}}}").text("test.text", x=1)


@pytest.mark.parametrize("code", ["fr", "EN", "", "vi_VN"])
def test_an_unknown_language_is_refused(code: str) -> None:
    with pytest.raises(ArgumentError, match=rf"^language: got '{code}'; expected one of en, vi$"):
        Language(code)


@pytest.mark.parametrize("key", ["", "charts", "charts.status", "charts.status.open.end", "x.y"])
def test_an_unknown_key_is_refused(key: str) -> None:
    with pytest.raises(ArgumentError, match=rf"key: got '{re.escape(key)}'.*language/vi/"):
        VI.text(key)


def test_a_missing_value_is_named() -> None:
    with pytest.raises(ArgumentError, match=r"values: got \['km'\]; expected 'distance_km'"):
        EN.text("charts.distance", km=3)
