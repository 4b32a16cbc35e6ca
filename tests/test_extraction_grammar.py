"""Sentences, coded names, and the rules as data."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.extraction.grammar import AROUND
from analysis.extraction.lexicon import lexicon
from analysis.extraction.lookalikes import Mention
from analysis.extraction.reading import Reading
from analysis.extraction.relations.park_locations import park_locations
from analysis.extraction.sentences import CODES, sentences
from analysis.extraction.text import Article
from extracting import ROOT, article, gazetteer, grammar, stated

RELATIONS = (
    "park_totals", "park_locations", "partnerships", "headline", "statement",
    "listing", "opening", "acting", "carrying", "counted", "speaker", "parks",
)  # fmt: skip

ASKED = re.compile(r'\bsays\["(\w+)"\]')


def read(text: str) -> tuple[Article, list[Mention]]:
    source = article(text)
    return source, gazetteer().mentions(source)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một câu. Hai câu! Ba câu?", ["Một câu.", "Hai câu!", "Ba câu?"]),
        ("Dòng một\nDòng hai", ["Dòng một", "Dòng hai"]),
        ("Nhà máy ở lô 5. Dự án khác.", ["Nhà máy ở lô 5.", "Dự án khác."]),
        ("Red Sun Pte. Ltd met. By No. 7.", ["Red Sun Pte. Ltd met.", "By No. 7."]),
        ("Xây 9 khu. 12 khu nữa.", ["Xây 9 khu.", "12 khu nữa."]),
        ("Ông Trần V. Nam nói. “Tốt.” Rồi về.", ["Ông Trần V. Nam nói.", "“Tốt.”", "Rồi về."]),
        ("Từ TP. Cần Thơ đi. Th.S. An ở lại.", ["Từ TP. Cần Thơ đi.", "Th.S. An ở lại."]),
        ("Chợ, bến… đều đông. Vui.", ["Chợ, bến… đều đông.", "Vui."]),
        ("Nhà ga ở đó.VSIP gần.Mưa to.", ["Nhà ga ở đó.", "VSIP gần.", "Mưa to."]),
        (
            "Tới Tp.Huế gặp Ths.Gió, bán vsip.vn cho Mr.Mây.",
            ["Tới Tp.Huế gặp Ths.Gió, bán vsip.vn cho Mr.Mây."],
        ),
        ("Giá 3.5 triệu; tăng 1.200 đồng. ", ["Giá 3.5 triệu; tăng 1.200 đồng."]),
    ],
)
def test_a_text_is_cut_after_stops_before_a_capital_or_digit(
    text: str, expected: list[str]
) -> None:
    source, mentions = read(text)
    cut = sentences(source.view, mentions)
    assert [text[each.places[0] : each.places[-1]].strip() for each in cut] == expected


def test_names_are_coded_by_kind_and_lead_back_to_the_view() -> None:
    source, mentions = read("Becamex và VSIP ở Long An. KCN mới ở Hậu Giang.")
    first, second = sentences(source.view, mentions)
    org, programme, province, park = (
        CODES[kind] for kind in ("developer", "programme", "province", "park")
    )
    assert first.coded == f"{org} và {programme} ở {province}. "
    assert second.coded == f"{park} mới ở {province}."
    assert [mention.name.value for mention in second.mentions.values()] == ["", "93"]
    at = second.coded.index(province)
    assert source.view.text[second.places[at] : second.places[at + 1]] == "Hậu Giang"


@given(st.text("Aa b.…!?\"'\n;,1", max_size=60))
@settings(derandomize=True, max_examples=200)
def test_sentences_are_the_whole_text_in_order(text: str) -> None:
    source, mentions = read("x" + text)
    cut = sentences(source.view, mentions)
    assert "".join(each.coded for each in cut) == source.view.folded
    assert [each.places[0] for each in cut[1:]] == [each.places[-1] for each in cut[:-1]]
    assert all(len(each.places) == len(each.coded) + 1 for each in cut)


def test_private_letters_of_a_text_are_no_names() -> None:
    assert stated(park_locations, "\ue001 tại \ue000") == []


def test_every_rule_has_a_name_of_its_own_and_a_pattern_that_never_matches_nothing() -> None:
    found = [rule for relation in RELATIONS for rule in grammar().rules[relation]]
    assert set(grammar().rules) == set(RELATIONS)
    names = [rule.name for rule in found]
    assert len(set(names)) == len(names)
    assert all(not rule.pattern.fullmatch("") for rule in found)


def test_every_expression_on_what_stands_around_is_asked_for_by_its_name_and_fits() -> None:
    source = ROOT / "src/analysis/extraction"
    files = [*source.glob("*.py"), *(source / "relations").glob("*.py")]
    asked = {name for file in files for name in ASKED.findall(file.read_text(encoding="utf-8"))}
    assert asked == set(grammar().says.alternatives)
    assert len(asked) == sum(len(lexicon(f"rules/{file}")) for file in AROUND)  # none hides another
    assert all(not grammar().says[name].fullmatch("") for name in asked)


def test_statements_speak_english_and_name_only_what_their_pattern_holds() -> None:
    for rule in grammar().rules["statement"]:
        groups = dict.fromkeys([*rule.pattern.groupindex, "concept", "code"], "x")
        for column in ("item", "value"):
            text = rule.spec[column].format(**groups)
            assert text.isascii()
            assert text
        assert ("concepts" in rule.pattern.groupindex) == ("{concept}" in str(rule.spec))


def test_no_word_of_the_lexicon_means_two_things_and_all_are_in_the_form_of_views() -> None:
    words = lexicon()
    for table in ("concepts", "qualifiers", "domains", "status", "kinds"):
        spellings = [word for each in words[table].values() for word in each]
        assert len(set(spellings)) == len(spellings)
        for word in spellings:
            assert article(word).view.folded == word


def test_spans_of_a_match_leave_out_blanks_and_stops() -> None:
    text = "Nay, 7 khu công nghiệp VSIP ở Long An , Bến Tre . Hết."
    reading = Reading(article(text), gazetteer(), grammar())
    (hit,) = reading.hits("park_totals")
    start, end = hit.span()
    assert text[start:end] == "7 khu công nghiệp VSIP ở Long An , Bến Tre"
    assert reading.printed(hit, "count") == "7"
    assert [mention.name.value for mention in hit.mentions("places")] == ["80", "83"]
    assert hit.mentions("open") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("sẽ khởi công", "planned"),
        ("đã có và đang hoạt động", "operating"),
        ("đã có, nay dự kiến", "planned"),
        ("sở kế hoạch và đầu tư", ""),
        ("muốnn", ""),
    ],
)
def test_the_last_word_on_status_counts(text: str, status: str) -> None:
    assert grammar().intent(text) == status


def test_concepts_and_domains_are_named_once_each_by_the_longest_word() -> None:
    assert grammar().concepts("khu đô thị, đô thị, công nghiệp sạch và du lịch") == [
        "urban area", "urban area", "clean industries", "tourism"
    ]  # fmt: skip
    assert grammar().domain("về du lịch và khu công nghiệp") == "industrial_park"
    assert grammar().domain("về bóng chuyền") == ""
