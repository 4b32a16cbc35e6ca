"""Texts that are none: lists and lines without end are read or refused in time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import SourceError
from analysis.extraction import make_article
from analysis.extraction.grammar import LONGEST
from analysis.extraction.needs import Needs
from analysis.extraction.sentences import Sentence
from analysis.extraction.text import LARGEST
from extracting import extracted, grammar, seconds

NAMES = ["Cà Mau", "Sơn La", "Hà Nam", "Lai Châu", "Phú Yên", "Kon Tum"]
STARTS = [
    "Đã có 4 khu công nghiệp VSIP tại các tỉnh như: ", "VSIP ký kết với các tỉnh ", "",
    "IDICO vận hành các KCN tại ", "UBND tỉnh ", "Lễ ký kết giữa ", "Các KCN VSIP ",
]  # fmt: skip
LINKS = [", ", " và ", " (", ") ", " - ", "; ", " KCN ", " tại ", " ký kết ", " VSIP ", " năm 1, "]


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("link", LINKS)
def test_the_longest_sentences_are_read_in_a_moment(start: str, link: str) -> None:
    names = link.join(NAMES * (LONGEST // 30))  # a name is one character to the rules
    assert seconds(f"VSIP mở rộng.\n{start}{names}", enough=2.9) < 3


def test_a_list_of_a_hundred_thousand_provinces_is_left_alone_in_time() -> None:
    text = "VSIP có khu công nghiệp tại " + ", ".join(NAMES[n % 6] for n in range(100_000)) + "."
    assert seconds(text, enough=9) < 10
    assert (
        extracted("Đã có VSIP ở Hà Nam.\n" + text[:60_000]).facts[0].values["province"] == "Hà Nam"
    )


def test_a_text_too_large_is_refused_with_what_to_do() -> None:
    with pytest.raises(SourceError, match=r"too large for an article: .*Split it"):
        make_article("tin", b"a" * (LARGEST + 1))


@given(st.lists(st.sampled_from([*LINKS, *NAMES, *STARTS, "a", "\n", "chưa "]), max_size=25))
@settings(derandomize=True, max_examples=40, deadline=None)
def test_a_rule_matches_only_where_what_it_needs_stands(pieces: list[str]) -> None:
    text = "".join(pieces)
    sentence = Sentence(text, 0, len(text), {}, 0)
    for rule in (rule for rules in grammar().rules.values() for rule in rules):
        for hit in grammar().hits(rule, [sentence]):
            found = text[hit.start : hit.match.end()]
            assert all(any(s in found for s in need) for need in rule.needs)


def test_needs_of_an_expression() -> None:
    needs = Needs({"sign": "(?:ký|sign)", "ab": "ab"}).of
    assert needs("(?:a|bc)+d?") == [frozenset({"a", "bc"})]
    assert needs("x*") == []
    assert needs("ký kết") == [frozenset({"ký kết"})]
    assert needs("x{sign}{2} y{sign}?[{ab}]") == [
        frozenset({"x"}), frozenset({"ký", "sign"}), frozenset({" y"}), frozenset({"a", "b"}),
    ]  # fmt: skip
