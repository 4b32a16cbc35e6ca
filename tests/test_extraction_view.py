"""The normalised view: what it evens out, and that every span of it leads back to the original."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.extraction import passages
from analysis.extraction.view import make_view, normalised, unaccented
from extracting import article, extracted, gazetteer

SENTENCE = "Đã có 7 khu công nghiệp VSIP tại các tỉnh như Đồng Tháp, Thanh Hóa, Thừa Thiên Huế."
HIDDEN = "\u00ad\u200b\u200d\u2060\ufeff"
BLANKS = "\u00a0\u2009\u202f\u3000 \t"
LETTERS = "aăoOuqÀàáèỳUđ\u00d0\u00f0-\n.\ue000\U0001f600" + HIDDEN + BLANKS
ODD = st.text(LETTERS + "İ\u0300\u0301\u0302\u0309\u0323")
SPACES = st.text(BLANKS + HIDDEN, min_size=1, max_size=3).filter(lambda text: text.strip(HIDDEN))


@st.composite
def disguised(draw: st.DrawFn, text: str = SENTENCE) -> str:
    """Return a text that looks the same: other composition, spaces, tones and hidden letters."""
    pieces = []
    for letter in text.replace("óa", draw(st.sampled_from(["óa", "oá"]))):
        if letter == " ":
            pieces.append(draw(SPACES))
            continue
        if letter == "Đ":
            letter = draw(st.sampled_from("Đ\u00d0"))
        form = draw(st.sampled_from(["NFC", "NFD"]))
        hidden = draw(st.sampled_from(["", "", "", *HIDDEN]))
        pieces.append(hidden.join(unicodedata.normalize(form, letter)) + hidden)
    return "".join(pieces)


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("Thanh Hoá, Thuỷ, HOÀ, Hoè", "Thanh Hóa, Thủy, HÒA, Hòe"),
        ("hoàn, quý, khoẻ khoắn", "hoàn, quý, khỏe khoắn"),
        ("\u00d0ồng Nai, \u00f0ường", "Đồng Nai, đường"),
        ("Bà Rịa – Vũng Tàu — “mới” ‘cũ’", "Bà Rịa - Vũng Tàu - \"mới\" 'cũ'"),
        ("một\u00a0\u200b hai\t\tba", "một hai ba"),
        ("Gia\u200bLai, Kon\u00adTum", "GiaLai, KonTum"),
        ("a\u200b b", "a b"),
        ("a\nB \n c", "a\nB \n c"),
        (
            "Một dòng\nđi tiếp,\nrồi hết.\nhai\n\nba:\nbốn",
            "Một dòng đi tiếp, rồi hết.\nhai\n\nba:\nbốn",
        ),
        ("VSIP\ue001 II", "VSIP\ufffd II"),
    ],
)
def test_view_evens_out_what_looks_the_same(text: str, view: str) -> None:
    assert normalised(text) == view


def test_unaccented() -> None:
    assert unaccented("Đắk Nông, thủy điện, Đà Nẵng") == "Dak Nong, thuy dien, Da Nang"


def test_plain_text_needs_no_map() -> None:
    view = make_view(SENTENCE)
    assert (view.text, view.places) == (SENTENCE, None)
    assert view.original(3, 9) == (3, 9)


@given(ODD)
@settings(derandomize=True, max_examples=300, deadline=None)
def test_any_span_of_the_view_leads_to_an_ordered_span_of_the_text(text: str) -> None:
    view = make_view(text)
    places = [view.original(at, at)[0] for at in range(len(view.text) + 1)]
    assert len(view.folded) == len(view.text)
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    assert places[-1] == len(text)
    hidden = dict.fromkeys(map(ord, HIDDEN))
    assert normalised(text[: places[0]].translate(hidden)) == ""


@given(st.text(LETTERS), st.sampled_from(["NFC", "NFD"]))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_a_view_of_a_view_changes_nothing(text: str, form: Literal["NFC", "NFD"]) -> None:
    view = normalised(unicodedata.normalize(form, text))
    assert normalised(view) == view == normalised(text)
    assert not set(view) & set(HIDDEN + "\u00d0\ue000")


@given(disguised())
@settings(derandomize=True, max_examples=150, deadline=None)
def test_each_name_leads_back_to_the_letters_that_spell_it(text: str) -> None:
    source = article(text)
    assert source.view.text == SENTENCE
    found = [m for m in gazetteer().mentions(source) if m.name.kind == "province"]
    names = [gazetteer().provinces[mention.name.value] for mention in found]
    assert names == ["Đồng Tháp", "Thanh Hóa", "Thừa Thiên Huế"]
    for mention, name in zip(found, names, strict=True):
        start, end = source.view.original(mention.start, mention.end)
        assert normalised(text[start:end]) == name
        assert not text[start].isspace()
        assert not text[end - 1].isspace()


@given(disguised())
@settings(derandomize=True, max_examples=100, deadline=None)
def test_disguise_changes_no_fact_and_the_evidence_is_the_passage(text: str) -> None:
    plain, seen = extracted(SENTENCE), extracted(text)
    assert [fact.fact_id for fact in seen.facts] == [fact.fact_id for fact in plain.facts]
    assert len(seen.facts) == 4
    places = [fact.evidence[0] for fact in seen.facts]
    rows = [{"start": p.start, "end": p.end, "span_sha256": p.span_sha256} for p in places]
    for passage in passages(article(text), rows, "park_locations.csv"):
        assert isinstance(passage, str)
        assert normalised(passage) == SENTENCE.removesuffix(".")


def test_hidden_letters_are_those_the_view_drops() -> None:
    dropped = {chr(code) for code in range(0x80, 0x10000) if normalised(f"a{chr(code)}b") == "ab"}
    assert dropped >= set(HIDDEN)
    assert {unicodedata.category(letter) for letter in dropped} == {"Cf"}
