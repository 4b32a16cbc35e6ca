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
        "VSIP", "operating", "Hà Nam",
    ),
    (
        "programme_such_as_places",
        "Tập đoàn muốn mở thêm các khu VSIP, trong đó có khu vực Nam Bộ và Bạc Liêu.",
        "VSIP", "planned", "Bạc Liêu",
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
        "VSIP", "operating", "Hải Dương",
    ),
    ("programme_with_province_name", "VSIP Cà Mau sẽ khởi công.", "VSIP", "planned", "Cà Mau"),
    ("programme_with_address", "Dự án vào VSIP (Nghệ An).", "VSIP", "operating", "Nghệ An"),
    (
        "programme_with_address",
        "Nhà máy ở VSIP II-A, thị xã Tân Uyên, tỉnh Bình Dương.",
        "VSIP", "operating", "Bình Dương",
    ),
    ("inside_park_with_province", "Làm tại KCN Amata, Đồng Nai.", "Amata", "operating", "Đồng Nai"),
    (
        "programmes_with_province_names",
        "Các KCN VSIP Nam Định, Hà Nam và Sơn La đón khách.",
        "VSIP", "operating", "Nam Định, Hà Nam, Sơn La",
    ),
    (
        "programme_present_in_places",
        "VSIP đã có mặt tại 3 tỉnh gồm Cà Mau, Hà Nam và Sơn La.",
        "VSIP", "operating", "Cà Mau, Hà Nam, Sơn La",
    ),
    ("programme_in_parenthesis", "Nhà máy (VSIP, tỉnh Hà Nam).", "VSIP", "operating", "Hà Nam"),
    (
        "park_with_developer_and_province_name",
        "Khánh thành khu công nghiệp Becamex - Cà Mau.",
        "Becamex", "operating", "Cà Mau",
    ),
    (
        "park_of_developer_with_address",
        "Đội công nhân ở KCN Amata (phường An Hòa, thành phố Biên Hòa, Đồng Nai).",
        "Amata", "operating", "Đồng Nai",
    ),
    (
        "named_park_of_developer",
        "Chấp thuận khu công nghiệp Sao Mai (tỉnh Kon Tum) do công ty IDICO đầu tư.",
        "IDICO", "planned", "Kon Tum",
    ),
    (
        "park_among_those_of_developer",
        "WHA đang triển khai dự án ở ba nơi: KCN Sông Trăng (tỉnh Sóc Trăng).",
        "WHA", "planned", "Sóc Trăng",
    ),
    (
        "park_among_those_of_developer",
        "Amata lập năm 1975. Tập đoàn này sở hữu khu công nghiệp Sông Trăng tại Sóc Trăng.",
        "Amata", "operating", "Sóc Trăng",
    ),
    (
        "parks_among_those_of_developer",
        "IDICO vận hành các KCN Trăng (Sóc Trăng), Núi Xanh (tỉnh Yên Bái) và Đồi (Lai Châu).",
        "IDICO", "operating", "Sóc Trăng, Yên Bái, Lai Châu",
    ),
    (
        "park_named_after_town",
        "Becamex đầu tư hạ tầng khu công nghiệp Bàu Bàng.",
        "Becamex", "operating", "Bình Dương",
    ),
    (
        "parks_at_places_of_developer",
        "Viglacera làm kính. Tổng công ty còn quản lý, khai thác các KCN tại Lai Châu và Hà Nam.",
        "Viglacera", "operating", "Lai Châu, Hà Nam",
    ),
    (
        "projects_at_places_of_programme",
        "VSIP lập năm 1996. Liên doanh này sẽ triển khai các dự án mới ở Sơn La và Hà Nam.",
        "VSIP", "planned", "Sơn La, Hà Nam",
    ),
    (
        "park_with_developer_and_province_name",
        "Nhà ở quanh khu liên hợp công nghiệp và dân cư Becamex - Cà Mau.",
        "Becamex", "operating", "Cà Mau",
    ),
    (
        "parks_at_places_of_developer",
        "Ông Mây, giám đốc Viglacera, cho biết công ty quản lý khu công nghiệp tại Lai Châu.",
        "Viglacera", "operating", "Lai Châu",
    ),
    (
        "parks_at_places_of_developer",
        "WHA was founded in 2003. Its first park, in Son La, is full.",
        "WHA", "operating", "Sơn La",
    ),
    (
        "parks_at_places_of_developer",
        "WHA leases land. The group also plans to build a big park in Son La.",
        "WHA", "planned", "Sơn La",
    ),
    (
        "park_of_developer_in_context",
        "Tại Sơn La, đoàn kiểm tra khu công nghiệp Núi Xanh của công ty Sonadezi.",
        "Sonadezi", "operating", "Sơn La",
    ),
    (
        "programme_in_context",
        "Sơn La: Cháy kho gỗ\n\nLửa bùng lên trong khu công nghiệp VSIP.",
        "VSIP", "operating", "Sơn La",
    ),
    (
        "approved_by_province",
        "UBND tỉnh Sơn La trao giấy chứng nhận đầu tư dự án KCN Sonadezi.",
        "Sonadezi", "planned", "Sơn La",
    ),
    (
        "approved_for_developer",
        "UBND tỉnh Sơn La cấp chứng nhận cho IDICO để xây dựng khu công nghiệp tại huyện Mộc.",
        "IDICO", "planned", "Sơn La",
    ),
    (
        "parks_from_place_to_place",
        "Các dự án VSIP trải dài từ Lạng Sơn đến Cà Mau.",
        "VSIP", "operating", "Lạng Sơn, Cà Mau",
    ),
    (
        "programme_expanded",
        "VSIP has since expanded to the northern provinces of Lang Son and Son La.",
        "VSIP", "operating", "Lạng Sơn, Sơn La",
    ),
    (
        "agreed_park_of_developer",
        "IDICO ký biên bản phát triển khu công nghiệp xanh tại Lai Châu.",
        "IDICO", "planned", "Lai Châu",
    ),
    ("province_has_programme", "Lâm Đồng hiện có VSIP.", "VSIP", "operating", "Lâm Đồng"),
    ("province_has_programme", "Lam Dong is home to Amata.", "Amata", "operating", "Lâm Đồng"),
    (
        "developer_has_park_at_places",
        "WHA, the firm from Son La, plans a big industrial park in Lai Chau.",
        "WHA", "planned", "Lai Châu",
    ),
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
    ("programme_such_as_places", "VSIP đón nhiều đoàn, trong đó có đoàn khách của Lai Châu."),
    ("programme_with_address", "VSIP: Bắc Á là khách hàng."),
    ("inside_park_with_province", "Đoàn khách KCN Amata, Đồng Nai và Sơn La cùng dự."),
    ("programmes_with_province_names", "Các KCN VSIP đón khách Lai Châu, Hà Nam."),
    ("programme_present_in_places", "Đại diện VSIP có mặt tại Lai Châu."),
    ("park_of_developer_with_address", "KCN Amata: tỉnh nào cũng muốn có."),
    ("named_park_of_developer", "Khu công nghiệp Sao Mai (tỉnh Kon Tum) do công ty Cỏ May đầu tư."),
    ("park_among_those_of_developer", "WHA xây nhà máy tại KCN Sông Trăng (tỉnh Sóc Trăng)."),
    ("park_among_those_of_developer", "Theo WHA, có khu công nghiệp Sông Trăng (Sóc Trăng)."),
    ("parks_among_those_of_developer", "Các KCN Trăng (Sóc Trăng), Núi Xanh (Yên Bái) vắng khách."),
    ("park_named_after_town", "Becamex thăm khu công nghiệp Bàu Bàng."),
    ("parks_at_places_of_developer", "Viglacera làm kính. Nhiều khách ở các KCN tại Lai Châu mua."),
    ("parks_at_places_of_developer", "WHA leases land. Its chairman visited a park in Son La."),
    (
        "parks_at_places_of_developer",
        "WHA leases land. It runs buses to a national park in Lai Chau.",
    ),
    (
        "projects_at_places_of_programme",
        "Amata làm điện. Tập đoàn này sẽ triển khai dự án ở Lai Châu.",
    ),
    ("park_of_developer_in_context", "Sơn La: Tin vắn\n\nHiện có 7 khu công nghiệp Sonadezi."),
    ("programme_in_context", "Sơn La và Lai Châu: Tin vắn\n\nCháy trong khu công nghiệp VSIP."),
    ("approved_by_province", "UBND tỉnh Sơn La trao quà cho công nhân KCN, IDICO trao nhà."),
    ("approved_for_developer", "UBND tỉnh Sơn La trao quà cho IDICO xây dựng trường học."),
    ("parks_from_place_to_place", "Lãnh đạo VSIP đi tàu từ Lạng Sơn đến Cà Mau."),
    ("programme_expanded", "VSIP has expanded its team; flights to Lang Son resumed."),
    ("agreed_park_of_developer", "IDICO ký biên bản phát triển khu công nghiệp xanh với Amata."),
    ("programme_in_parenthesis", "Hai bên (VSIP, Becamex) cùng dự."),
    ("park_with_developer_and_province_name", "Đội Becamex Bình Dương thắng khu công nghiệp."),
    ("province_has_programme", "Lâm Đồng chưa có VSIP."),
    ("province_has_programme", "Lâm Đồng không có VSIP."),
    ("developer_has_park_at_places", "Amata rút khỏi dự án khu công nghiệp tại Lai Châu."),
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
