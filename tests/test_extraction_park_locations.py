"""Where parks are: each rule with sentences that place a park, and with some that do not."""

from __future__ import annotations

from itertools import product

import pytest

from analysis.extraction.relations.park_locations import park_locations
from extracting import extracted, grammar, rules, stated, values
from park_bystanders import NOT_STATED
from park_sentences import STATED


@pytest.mark.parametrize(("rule", "text", "programmes", "status", "provinces"), STATED)
def test_places_are_read_with_their_status(
    rule: str, text: str, programmes: str, status: str, provinces: str
) -> None:
    facts = stated(park_locations, text)
    read = [fact for fact in facts if fact.evidence[0].rule == rule]
    named = product(programmes.split(", "), provinces.split(", "), [status])
    expected = {*named}
    assert values(read, "programme", "province", "status") == expected
    assert values(facts, "programme", "province") == values(read, "programme", "province")


@pytest.mark.parametrize(("rule", "text"), NOT_STATED)
def test_other_sentences_place_no_park(rule: str, text: str) -> None:
    assert stated(park_locations, text) == [], rule


def test_every_rule_has_sentences_of_both_kinds() -> None:
    names = {rule.name for rule in grammar().rules["park_locations"]}
    assert {case[0] for case in STATED} == names == {rule for rule, _ in NOT_STATED}


def test_a_headline_that_names_the_only_organisation_is_about_its_parks() -> None:
    text = "Sonadezi báo lãi\n\nLãi đến từ KCN Núi Xanh (Yên Bái), KCN Đồi Cỏ (Lai Châu)."
    assert values(stated(park_locations, text), "programme", "province") == {
        ("Sonadezi", "Yên Bái"), ("Sonadezi", "Lai Châu")
    }  # fmt: skip
    assert stated(park_locations, text + " Amata cũng lãi.") == []


def test_the_developer_is_the_organisation_or_who_formed_the_programme() -> None:
    formed = "Sembcorp liên doanh với đối tác Nhật Bản thành lập VSIP.\nĐã có VSIP ở Hà Nam."
    found = [fact for fact in extracted(formed).facts if fact.table == "park_locations"]
    assert values(found, "programme", "developer") == {("VSIP", "Sembcorp")}
    facts = stated(park_locations, "Amata có khu công nghiệp ở Long An. Đã có VSIP ở Hà Nam.")
    assert values(facts, "programme", "developer") == {("Amata", "Amata"), ("VSIP", None)}
    assert rules(facts) == {"developer_has_park_at_places", "programme_at_places"}


def test_what_we_have_is_the_speakers() -> None:
    asked = "Bà Mây, Tổng giám đốc Amata Việt Nam, trả lời phỏng vấn.\n"
    told = "Năm qua, chúng tôi đã phát triển ba khu công nghiệp tại Lai Châu và Kon Tum."
    assert values(stated(park_locations, asked + told), "programme", "province") == {
        ("Amata", "Lai Châu"), ("Amata", "Kon Tum")
    }  # fmt: skip
    assert stated(park_locations, "Amata mở hội thảo.\n" + told) == []
    assert stated(park_locations, f"{asked}Chủ tịch UBND tỉnh Sơn La cùng dự.\n{told}") == []
