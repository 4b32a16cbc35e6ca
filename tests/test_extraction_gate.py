"""Whatever a text states, the pass over its bytes lets it through."""

from __future__ import annotations

import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from analysis.extraction.gate import Gate
from analysis.extraction.view import LIKE, ODD_LETTER, make_view
from extracting import extracted, gazetteer, grammar

CUES = [
    s for s, name in gazetteer().names.items() if name.kind in ("programme", "developer")
] + grammar().words["signing"]["stems"]
HIDDEN = ["", "", "", "", "\u200b", "\u00ad", "\u2060"]
BLANKS = [" ", " ", " ", "  ", "\u00a0", "\u2009", "\t", "\n", "\r\n"]
MARKED = str.maketrans({"-": "–", '"': "“"})


@st.composite
def disguised(draw: st.DrawFn) -> str:
    """Return a cue as some text may write it."""
    letters = [
        draw(st.sampled_from(BLANKS if letter == " " else [letter, letter.upper()]))
        for letter in draw(st.sampled_from(CUES))
    ]
    text = "".join(letter + draw(st.sampled_from(HIDDEN)) for letter in letters)
    for new, old in (("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("úy", "uý"), ("ủy", "uỷ")):
        text = text.replace(new, draw(st.sampled_from([new, old])))
    text = text.translate(MARKED) if draw(st.booleans()) else text
    return unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), text)


def finds(text: str) -> bool:
    folded = make_view(text.replace("\r\n", "\n")).folded
    return gazetteer().names_organisation(folded) or grammar().signs(folded)


@given(st.text(max_size=5), disguised(), st.text(max_size=5))
def test_what_the_rules_find_the_gate_lets_through(before: str, cue: str, after: str) -> None:
    text = f"{before} {cue} {after}"
    assert gazetteer().gate.opens(text.encode("utf-8", "replace")) or not finds(text)


@given(st.from_regex(grammar().signing, alphabet=st.characters(max_codepoint=0x1EFF)))
def test_every_way_to_sign_holds_a_stem(text: str) -> None:
    assert gazetteer().gate.opens(text.encode()) or not finds(text)


def test_no_letter_becomes_one_of_a_cue_unseen() -> None:
    """Every code point whose view shares a letter with a cue is found where that letter is."""
    letters = {letter for cue in CUES for letter in cue if letter not in " \"'"}
    gates = {letter: Gate([], [letter]) for letter in letters}
    for code in range(sys.maxunicode + 1):
        letter = chr(code)
        if not 0xD800 <= code < 0xE000 and (code > 0x7F or letter.isalnum()):
            seen = letters.intersection(make_view(f"a{letter}b").folded[1:-1])
            assert all(gates[each].opens(letter.encode()) for each in seen), hex(code)


def test_what_views_leave_out_or_compose_opens() -> None:
    gate = Gate(["khu"])
    odd = [chr(code) for code in range(0x80, sys.maxunicode) if ODD_LETTER.match(chr(code))]
    shut = {letter for letter in odd if not gate.opens(f"a{letter}".encode())}
    assert len(odd) > 100
    assert shut < LIKE.keys()


def test_general_news_stays_outside() -> None:
    news = "Người dân đăng ký học bơi – “rất vui”, ông nói; giải thưởng trao hôm qua…\n"
    assert not gazetteer().gate.opens(news.encode())
    assert [row["characters"] for row in extracted(news).sources] == [len(news)]
