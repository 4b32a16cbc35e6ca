"""Where parks are: each rule with sentences that place a park, and with some that do not."""

from __future__ import annotations

import pytest

from analysis.extraction.relations.park_locations import park_locations
from extracting import extracted, grammar, rules, stated, values

STATED = [
    # rule, sentence, programme, status, provinces
    (
        "programme_at_places",
        "Hiện có 4 khu công nghiệp VSIP tại các tỉnh như: Hậu Giang, Đắk Nông, Sơn La và Phú Yên.",
        "VSIP", "operating", "Hậu Giang, Đắk Nông, Sơn La, Phú Yên",
    ),
    (
        "programme_at_places",
        "Đã có 3 KCN Việt Nam - Singapore ở Cần Thơ và TP.HCM.",
        "VSIP", "operating", "Cần Thơ, Hồ Chí Minh",
    ),
    ("programme_at_places", "VSIP khởi công tại Lạng Sơn.", "VSIP", "planned", "Lạng Sơn"),
    (
        "programme_at_places",
        "VSIP operates parks in Ben Tre, Tra Vinh and Ca Mau.",
        "VSIP", "operating", "Bến Tre, Trà Vinh, Cà Mau",
    ),
    (
        "programme_at_places",
        "Không chỉ phục vụ xuất khẩu, KCN VSIP ở tỉnh Hà Nam còn đón khách.",
        "VSIP", "unspecified", "Hà Nam",
    ),
    (
        "park_of_developer_at_places",
        "Khu công nghiệp của Viglacera tại Phú Thọ đang hoạt động, sẽ mở rộng.",
        "Viglacera", "operating", "Phú Thọ",
    ),
    (
        "developer_has_park_at_places",
        "Amata đã xây dựng khu công nghiệp tại Quảng Ninh, Đồng Nai.",
        "Amata", "operating", "Quảng Ninh, Đồng Nai",
    ),
    (
        "developer_has_park_at_places",
        "WHA dự kiến mở khu công nghiệp ở Thanh Hóa.",
        "WHA", "planned", "Thanh Hóa",
    ),
    (
        "programme_with_province_name",
        "Đoàn khách tìm hiểu KCN VSIP Hải Dương.",
        "VSIP", "unspecified", "Hải Dương",
    ),
    ("programme_with_province_name", "VSIP Cà Mau sẽ khởi công.", "VSIP", "planned", "Cà Mau"),
    ("programme_with_province_name", "Dự án vào VSIP (Nghệ An).", "VSIP", "unspecified", "Nghệ An"),
    ("programme_in_parenthesis", "Nhà máy (VSIP, tỉnh Hà Nam).", "VSIP", "unspecified", "Hà Nam"),
    (
        "park_with_developer_and_province_name",
        "Khánh thành khu công nghiệp Becamex - Cà Mau.",
        "Becamex", "unspecified", "Cà Mau",
    ),
    ("province_has_programme", "Lâm Đồng hiện có VSIP.", "VSIP", "operating", "Lâm Đồng"),
    (
        "entrusted_with_park",
        "Tỉnh đã tin cậy giao công ty Sonadezi làm chủ đầu tư khu liên hợp Tiền Giang.",
        "Sonadezi", "operating", "Tiền Giang",
    ),
    (
        "lead_investor_of_park",
        "IDICO là chủ đầu tư khu công nghiệp Kiên Giang.",
        "IDICO", "unspecified", "Kiên Giang",
    ),
]  # fmt: skip

NOT_STATED = [
    ("programme_at_places", "Hiện chưa có KCN VSIP tại Lai Châu."),
    ("programme_at_places", "VSIP không có dự án tại Lai Châu."),
    ("programme_at_places", "Đại diện VSIP dự hội nghị ở Lai Châu."),
    ("programme_at_places", "Trụ sở của VSIP tại Lai Châu."),
    ("programme_at_places", "VSIP ký kết tại Lai Châu."),
    ("programme_at_places", "VSIP thăm bản làng ở Lai Châu."),
    ("programme_at_places", "VSIP có lợi thế gần sông Đồng Nai."),
    ("park_of_developer_at_places", "Nhà máy của Viglacera tại Phú Thọ."),
    ("park_of_developer_at_places", "Chưa có khu công nghiệp của Viglacera tại Phú Thọ."),
    ("developer_has_park_at_places", "Amata bán khu công nghiệp, thăm khách ở Quảng Ninh."),
    ("developer_has_park_at_places", "Amata tài trợ khu liên hợp thể thao tại Quảng Ninh."),
    ("programme_with_province_name", "KCN VSIP, Hải Dương và Hà Nam cùng dự."),
    ("programme_in_parenthesis", "Hai bên (VSIP, Becamex) cùng dự."),
    ("park_with_developer_and_province_name", "Đội Becamex Bình Dương thắng khu công nghiệp."),
    ("province_has_programme", "Lâm Đồng chưa có VSIP."),
    ("province_has_programme", "Lâm Đồng không có VSIP."),
    (
        "entrusted_with_park",
        "Tỉnh đã giao công ty Sonadezi làm chủ đầu tư nhà máy Tiền Giang.",
    ),
    ("lead_investor_of_park", "IDICO là chủ đầu tư thủy điện ở Kon Tum."),
]


@pytest.mark.parametrize(("rule", "text", "programme", "status", "provinces"), STATED)
def test_places_are_read_with_their_status(
    rule: str, text: str, programme: str, status: str, provinces: str
) -> None:
    facts = stated(park_locations, text)
    read = [fact for fact in facts if fact.evidence[0].rule == rule]
    expected = {(programme, name, status) for name in provinces.split(", ")}
    assert values(read, "programme", "province", "status") == expected
    assert values(facts, "programme", "province") == values(read, "programme", "province")


@pytest.mark.parametrize(("rule", "text"), NOT_STATED)
def test_other_sentences_place_no_park(rule: str, text: str) -> None:
    assert stated(park_locations, text) == [], rule


def test_every_rule_has_sentences_of_both_kinds() -> None:
    names = {rule.name for rule in grammar().rules["park_locations"]}
    assert {case[0] for case in STATED} == names == {rule for rule, _ in NOT_STATED}


def test_a_location_without_status_takes_the_one_stated_elsewhere() -> None:
    text = "KCN VSIP Hà Nam đón khách.\nTrước đó VSIP khởi công tại Hà Nam."
    (fact,) = extracted(text).facts
    assert (fact.values["province"], fact.values["status"]) == ("Hà Nam", "planned")
    assert [place.rule for place in fact.evidence] == [
        "programme_with_province_name", "programme_at_places"
    ]  # fmt: skip


def test_a_location_with_two_statuses_keeps_what_is_stated() -> None:
    text = "KCN VSIP Hà Nam đón khách.\nVSIP khởi công tại Hà Nam.\nĐã có VSIP ở Hà Nam."
    found = [fact for fact in extracted(text).facts if fact.table == "park_locations"]
    assert values(found, "status") == {("unspecified",), ("planned",), ("operating",)}


def test_the_developer_is_the_organisation_or_who_formed_the_programme() -> None:
    formed = "Sembcorp liên doanh với đối tác Nhật Bản thành lập VSIP.\nĐã có VSIP ở Hà Nam."
    found = [fact for fact in extracted(formed).facts if fact.table == "park_locations"]
    assert values(found, "programme", "developer") == {("VSIP", "Sembcorp")}
    facts = stated(park_locations, "Amata có khu công nghiệp ở Long An. Đã có VSIP ở Hà Nam.")
    assert values(facts, "programme", "developer") == {("Amata", "Amata"), ("VSIP", None)}
    assert rules(facts) == {"developer_has_park_at_places", "programme_at_places"}
