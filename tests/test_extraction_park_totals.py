"""How many parks: each rule with sentences that state a total, and with some that do not."""

from __future__ import annotations

import pytest

from analysis.extraction.relations.park_totals import park_totals
from extracting import grammar, rules, stated, values
from total_wordings import FOURTEEN, NOT_FOURTEEN

STATED = [
    # rule, sentence, programme, count, qualifier, exhaustive
    ("count_of_programme", "Cả nước đã có 15 khu công nghiệp VSIP.", "VSIP", 15, "exact", False),
    ("count_of_programme", "Nay là khoảng 20 KCN VSIP.", "VSIP", 20, "approx", False),
    ("count_of_programme", "Hệ thống 20 KCN của VSIP phủ rộng.", "VSIP", 20, "exact", False),
    (
        "count_of_organisation_spoken_of",
        "Viglacera lãi lớn. Hiện tổng công ty này sở hữu 11 dự án khu công nghiệp trong nước.",
        "Viglacera", 11, "exact", False,
    ),
    ("total_of_programme", "Tổng số khu VSIP nay lên 19.", "VSIP", 19, "exact", False),
    ("total_of_programme", "The total number of VSIPs is now 19.", "VSIP", 19, "exact", False),
    ("organisation_has_count", "IDICO đã thành lập 9 khu công nghiệp.", "IDICO", 9, "exact", False),
    ("count_of_programme", "Không dưới mười lăm VSIP.", "VSIP", 15, "at_least", False),
    ("count_of_programme", "Có năm khu công nghiệp VSIP.", "VSIP", 5, "exact", False),
    (
        "count_of_programme",
        "Đến nay có 8 KCN Việt Nam – Singapore tại các tỉnh như: Lạng Sơn, Cần Thơ.",
        "VSIP", 8, "exact", False,
    ),
    (
        "count_of_programme",
        "Hiện có 3 khu công nghiệp VSIP gồm: Hà Nam, Sóc Trăng và Cà Mau.",
        "VSIP", 3, "exact", True,
    ),
    (
        "count_of_programme",
        "Hiện có 9 khu công nghiệp VSIP gồm: Hà Nam, Sóc Trăng…",
        "VSIP", 9, "exact", False,
    ),
    ("count_of_developer", "Gần 12 KCN của Viglacera.", "Viglacera", 12, "at_most", False),
    ("count_of_developer", "Có 6 KCN Sonadezi.", "Sonadezi", 6, "exact", False),
    ("count_of_developer", "Hơn 6 KCN do công ty IDICO lập.", "IDICO", 6, "at_least", False),
    ("organisation_has_count", "Amata vận hành 4 khu công nghiệp.", "Amata", 4, "exact", False),
    ("organisation_has_count", "WHA sở hữu trên 10 KCN.", "WHA", 10, "at_least", False),
    ("organisation_has_count", "WHA runs over 9 industrial parks.", "WHA", 9, "at_least", False),
    (
        "organisation_has_count",
        "Amata has grown into a network of 7 industrial parks.",
        "Amata", 7, "exact", False,
    ),
    (
        "count_of_organisation_spoken_of",
        "IDICO báo lãi lớn. Tổng công ty đang quản lý 12 khu công nghiệp.",
        "IDICO", 12, "exact", False,
    ),
    ("organisation_has_count", "IDICO quản lý và khai thác 14 KCN.", "IDICO", 14, "exact", False),
    (
        "organisation_has_count",
        "The firm, known as KBC, boasts 24 industrial parks in three regions.",
        "Kinh Bắc", 24, "exact", False,
    ),
    (
        "organisation_has_count",
        "Sumitomo has two industrial parks, TLIP I in Kon Tum and TLIP II in Lai Chau.",
        "Sumitomo", 2, "exact", False,
    ),
    (
        "count_before_organisation",
        "Successfully developing 12 industrial parks, with many tenants, Sonadezi is a leader.",
        "Sonadezi", 12, "exact", False,
    ),
    (
        "count_before_organisation",
        "Hiện đang vận hành hơn 5 khu công nghiệp, Tổng công ty IDICO có lãi.",
        "IDICO", 5, "at_least", False,
    ),
    (
        "organisation_has_count",
        "Một dự án vừa được chấp thuận đã nâng tổng số khu công nghiệp của IDICO lên 12 khu.",
        "IDICO", 12, "exact", False,
    ),
    (
        "organisation_has_count",
        "Viglacera Corporation JSC, a maker of glass and a land developer, has developed 13 "
        "industrial parks.",
        "Viglacera", 13, "exact", False,
    ),
    (
        "organisation_has_count",
        "VSIP, liên doanh giữa Sembcorp và Becamex IDC, đã phát triển 31 khu công nghiệp.",
        "VSIP", 31, "exact", False,
    ),
    (
        "organisation_has_count",
        "The VSIP portfolio stands at 33 industrial parks.",
        "VSIP", 33, "exact", False,
    ),
    (
        "organisation_has_count",
        "IDICO đang khai thác hạ tầng kỹ thuật và vận hành hạ tầng 7 khu công nghiệp.",
        "IDICO", 7, "exact", False,
    ),
]  # fmt: skip

NOT_STATED = [
    ("total_of_programme", "Tổng số vốn của VSIP lên 15 tỷ USD."),
    ("total_of_programme", "Tổng số VSIP tại Long An là 3."),
    ("total_of_programme", "The total of VSIP tenants is 15."),
    ("count_of_programme", "Four Vietnam-Singapore Industrial Parks (VSIP) were licensed."),
    ("count_of_programme", "Hai khu công nghiệp VSIP vừa được khởi công."),
    ("count_of_programme", "Khách nhớ ba khu công nghiệp VSIP trước đó."),
    ("organisation_has_count", "Amata bắt tay hãng Mây phát triển 7 khu công nghiệp."),
    ("organisation_has_count", "Trên địa bàn Long An, Amata vận hành 6 khu công nghiệp."),
    ("count_of_programme", "Đây là khu công nghiệp VSIP thứ 15."),
    ("count_of_programme", "Thêm 2 khu công nghiệp VSIP đón khách."),
    ("count_of_programme", "Năm 2022 VSIP đón nhiều đoàn."),
    ("count_of_programme", "Trong năm VSIP đón nhiều đoàn."),
    ("count_of_programme", "Tháng 9 VSIP mở cửa, ngày 12 VSIP đón khách."),
    ("count_of_programme", "Từ 10 đến 12 khu công nghiệp VSIP đón khách."),
    ("count_of_programme", "Long An hiện có 2 khu công nghiệp VSIP."),
    ("count_of_programme", "Có 2 khu công nghiệp VSIP tại Long An."),
    ("count_of_programme", "Chưa có 20 khu công nghiệp VSIP."),
    ("count_of_programme", "Dự kiến có 20 khu công nghiệp VSIP."),
    ("count_of_programme", "Khánh thành nhà máy số 5 VSIP II."),
    ("count_of_developer", "Có 12 nhà máy của Viglacera."),
    ("count_of_developer", "Năm ấy 3 khu công nghiệp Sonadezi, Sương Mai, Núi Xanh được duyệt."),
    ("count_of_programme", "Tỉnh có 2 khu công nghiệp VSIP và WHA."),
    ("count_of_developer", "Sẽ có 12 khu công nghiệp của Viglacera."),
    ("organisation_has_count", "Amata ký 4 biên bản ghi nhớ."),
    ("organisation_has_count", "Tại Quảng Ninh, Amata có 4 khu công nghiệp."),
    ("organisation_has_count", "Amata mong muốn phát triển 4 khu công nghiệp."),
    ("organisation_has_count", "Amata có 4 khu công nghiệp mới."),
    ("organisation_has_count", "Hậu Giang có 4 khu công nghiệp."),
    ("organisation_has_count", "Sonadezi runs over 9 towns."),
    ("count_of_organisation_spoken_of", "IDICO báo lãi. Hiện cả nước có 290 khu công nghiệp."),
    ("count_of_organisation_spoken_of", "IDICO báo lãi. Tổng công ty có thêm 2 khu công nghiệp."),
    ("count_of_organisation_spoken_of", "Tại Hà Nam, tổng công ty vận hành 2 khu công nghiệp."),
    ("organisation_has_count", "Amata has two industrial parks in Kon Tum and VSIP in Lai Chau."),
    ("count_before_organisation", "With two industrial parks, Kon Tum welcomed Amata."),
    ("count_before_organisation", "Chuẩn bị phát triển 5 khu công nghiệp, IDICO vay vốn."),
    (
        "organisation_has_count",
        "Nếu được chấp thuận, dự án sẽ nâng tổng số khu công nghiệp của IDICO lên 12 khu.",
    ),
]


@pytest.mark.parametrize(("rule", "text", "programme", "count", "qualifier", "exhaustive"), STATED)
def test_totals_are_read_with_their_qualifier(
    rule: str, text: str, programme: str, count: int, qualifier: str, exhaustive: bool
) -> None:
    facts = stated(park_totals, text)
    columns = ("programme", "count", "qualifier", "list_is_exhaustive")
    assert values(facts, *columns) == {(programme, count, qualifier, exhaustive)}
    assert rules(facts) == {rule}


@pytest.mark.parametrize(("rule", "text"), NOT_STATED)
def test_other_numbers_are_no_totals(rule: str, text: str) -> None:
    assert stated(park_totals, text) == [], rule


def test_every_rule_has_sentences_of_both_kinds() -> None:
    names = {rule.name for rule in grammar().rules["park_totals"]}
    assert {case[0] for case in STATED} == names == {rule for rule, _ in NOT_STATED}


@pytest.mark.parametrize("text", FOURTEEN)
def test_a_total_is_read_however_it_is_said(text: str) -> None:
    assert values(stated(park_totals, text), "programme", "count") == {("VSIP", 14)}


@pytest.mark.parametrize("text", NOT_FOURTEEN)
def test_what_else_is_fourteen_is_no_total(text: str) -> None:
    assert stated(park_totals, text) == []
