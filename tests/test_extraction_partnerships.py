"""Who signed with whom: each rule with sentences that name parties, and with some that do not."""

from __future__ import annotations

import pytest

from analysis.extraction.relations.partnerships import partnerships
from extracting import THREE_ENGLISH, grammar, missed_of_three, rules, stated, values
from signing_sentences import NOT_STATED, STATED
from signing_wordings import BY_OTHERS, INTENDED, INTENDED_ENGLISH, SIGNED, SIGNED_ENGLISH


@pytest.mark.parametrize(("rule", "text", "lead", "provinces"), STATED)
def test_parties_are_read_with_who_leads(
    rule: str, text: str, lead: str | None, provinces: str
) -> None:
    facts = stated(partnerships, text)
    expected = {(name, lead, "signed") for name in provinces.split(", ")}
    assert values(facts, "province", "lead_party", "status") == expected
    assert rule in rules(facts)


@pytest.mark.parametrize(("rule", "text"), NOT_STATED)
def test_places_bystanders_and_refusals_are_no_parties(rule: str, text: str) -> None:
    assert stated(partnerships, text) == [], rule


def test_every_rule_has_sentences_of_both_kinds() -> None:
    names = {rule.name for rule in grammar().rules["partnerships"]}
    assert {case[0] for case in STATED} == names == {rule for rule, _ in NOT_STATED}


def test_a_province_that_leads_is_a_party_too() -> None:
    text = "Cần Thơ ký kết với 2 tỉnh Hậu Giang, Sóc Trăng về xây dựng khu công nghiệp VSIP."
    facts = stated(partnerships, text)
    assert values(facts, "province", "lead_party", "stated_total") == {
        ("Cần Thơ", None, None), ("Hậu Giang", "Cần Thơ", 2), ("Sóc Trăng", "Cần Thơ", 2)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("Ngày 5/8/2022, VSIP đã ký kết với Bến Tre.", "signed", "2022-08-05"),
        ("Sáng 5/8, VSIP đã ký kết với Bến Tre.", "signed", "--08-05"),
        ("Nay là ngày 4/8/2022.\nVSIP đã ký kết với Bến Tre.", "signed", "2022-08-04"),
        ("VSIP đã ký kết với Bến Tre.", "signed", None),
        ("Sau hội nghị xúc tiến, VSIP ký kết với Bến Tre.", "signed", None),
        ("Đã khảo sát, nghiên cứu, VSIP ký kết với Bến Tre.", "signed", None),
        ("Ngày 5/8/2022, VSIP sẽ ký kết với Bến Tre.", "planned", None),
        ("VSIP dự kiến ký kết với Bến Tre.", "planned", None),
        ("VSIP đã họp và sẽ ký kết với Bến Tre.", "planned", None),
        ("VSIP sẽ mở rộng, đã ký kết với Bến Tre.", "signed", None),
        ("Under the pact, Amata will sign a deal with Ben Tre.", "planned", None),
        ("Amata agreed to sign a pact with Ben Tre in the spring.", "planned", None),
        ("Sáng mai, tỉnh Bến Tre ký kết với VSIP.", "planned", None),
        ("A similar document with Ben Tre is expected to be signed in June.", "planned", None),
        ("Trà Vinh dự kiến ký quy chế tương tự với tỉnh Bến Tre.", "planned", None),
        ("Lễ ký hợp tác giữa tỉnh Bến Tre và hãng Mây sẽ bắt đầu lúc 8 giờ.", "planned", None),
        ("The signing of a pact between Ben Tre and Amata will take place soon.", "planned", None),
        ("Bến Tre và Trà Vinh cũng bày tỏ ý định ký văn bản tương tự.", "planned", None),
        ("Bản thảo thỏa thuận giữa tỉnh Bến Tre và Amata dự kiến ký vào dịp tết.", "planned", None),
    ],
)
def test_signed_or_only_meant_and_when(text: str, status: str, day: str | None) -> None:
    assert values(stated(partnerships, text), "status", "signed_on") == {(status, day)}


@pytest.mark.parametrize(
    ("about", "domain"),
    [
        (" về phát triển khu công nghiệp và du lịch", "industrial_park"),
        (" về du lịch", "tourism"),
        (" để xây bệnh viện", "health"),
        (" trong lĩnh vực nông nghiệp", "agriculture"),
        ("", "other"),
        ("; VSIP là khu công nghiệp", "other"),
        (", nội dung là giao thông", "transport"),
    ],
)
def test_what_the_agreement_is_about(about: str, domain: str) -> None:
    facts = stated(partnerships, f"Sembcorp đã ký kết với Bến Tre{about}.")
    assert values(facts, "domain") == {(domain,)}


@pytest.mark.parametrize(
    ("headline", "party"),
    [
        ("Tỉnh Hà Nam bắt tay hợp tác với 2 tỉnh", "Hà Nam"),
        ("Becamex ký kết với 2 tỉnh", "Becamex"),
        ("Hà Nam trồng rừng", None),
        ("Hà Nam hợp tác với 2 tỉnh.", None),
    ],
)
def test_the_headline_names_its_own_party(headline: str, party: str | None) -> None:
    facts = stated(partnerships, f"{headline}\n\nSembcorp đã ký kết với Bến Tre.")
    of_body = [fact for fact in facts if fact.values["lead_party"] == "Sembcorp"]
    assert values(of_body, "province", "headline_party") == {("Bến Tre", party)}


LISTS = [
    "Kon Tum, Sơn La và Lai Châu",
    "các tỉnh Kon Tum, Sơn La, Lai Châu",
    "3 tỉnh Kon Tum, Sơn La và Lai Châu",
    "UBND các tỉnh Kon Tum, Sơn La và Lai Châu",
    "ba tỉnh gồm Kon Tum, Sơn La, Lai Châu",
]


@pytest.mark.parametrize(
    ("frames", "lists", "status"),
    [
        (SIGNED, LISTS, "signed"),
        (SIGNED_ENGLISH, THREE_ENGLISH, "signed"),
        (INTENDED, LISTS, "planned"),
        (INTENDED_ENGLISH, THREE_ENGLISH, "planned"),
    ],
)
def test_every_province_of_a_list_signs(frames: list[str], lists: list[str], status: str) -> None:
    assert missed_of_three(partnerships, frames, lists, status) == []


@pytest.mark.parametrize("text", BY_OTHERS)
def test_what_others_sign_makes_no_province_a_party(text: str) -> None:
    assert stated(partnerships, text) == []
