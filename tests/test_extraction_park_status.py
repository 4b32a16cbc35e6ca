"""Whether a park is said to operate or only to be planned, and whose it is if of several."""

from __future__ import annotations

import pytest

from analysis.extraction.relations.park_locations import park_locations
from analysis.extraction.relations.park_status import SETTLED, SILENT
from extracting import extracted, stated, values


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
    assert values(found, "status") == {("planned",), ("operating",)}


def test_a_project_beside_a_park_that_operates_and_one_that_is_planned_is_planned() -> None:
    text = "VSIP Kon Tum đã lấp đầy. VSIP Kon Tum sẽ động thổ. Dự án VSIP Kon Tum rộng 90 ha."
    found = values(stated(park_locations, text), "status")
    assert found == {("operating",), ("planned",)}


def test_no_inner_status_is_left_in_a_row() -> None:
    assert SETTLED.keys() == SILENT - {"unspecified"}
    assert set(SETTLED.values()) == {"operating", "planned"}


def test_what_is_planned_inside_a_park_is_not_the_park() -> None:
    text = "Tập đoàn Sao Mai sẽ khởi công nhà máy tại KCN VSIP Hà Nam."
    assert values(stated(park_locations, text), "status") == {("operating",)}


def test_a_park_of_several_developers_is_one_of_each() -> None:
    text = "KCN Kon Tum do IDICO và Amata làm chủ đầu tư, tại huyện Sao, vừa được động thổ."
    assert values(stated(park_locations, text), "programme", "province", "status") == {
        ("IDICO", "Kon Tum", "planned"), ("Amata", "Kon Tum", "planned")
    }  # fmt: skip


def test_what_is_done_within_a_park_some_clauses_on_is_not_the_park() -> None:
    text = "KCN VSIP Hà Nam, nơi nhà máy Sao Mai vừa được khởi công, đã kín chỗ."
    assert values(stated(park_locations, text), "status") == {("operating",)}


def test_what_is_said_before_a_list_with_semicolons_is_said_of_all_of_it() -> None:
    text = "IDICO đang thi công KCN Núi Xanh (Yên Bái); kho lạnh; KCN Đồi Cỏ - Lai Châu."
    facts = stated(park_locations, text)
    assert values(facts, "province", "status") == {("Yên Bái", "planned"), ("Lai Châu", "planned")}


def test_what_is_said_of_one_park_is_not_said_of_the_next() -> None:
    text = "VSIP Ha Nam has tenants, and a VSIP project in Son La got under way."
    assert values(stated(park_locations, text), "province", "status") == {
        ("Hà Nam", "operating"), ("Sơn La", "planned")
    }  # fmt: skip
    text = "VSIP will open in Ha Nam, and a second VSIP park in Son La."
    assert values(stated(park_locations, text), "status") == {("planned",)}


def test_a_park_of_silent_status_takes_that_of_its_partner_in_the_province() -> None:
    text = "Sembcorp sẽ xây dựng khu công nghiệp tại Kon Tum. VSIP Kon Tum rộng 200 ha."
    assert values(stated(park_locations, text), "programme", "status") == {
        ("Sembcorp", "planned"), ("VSIP", "planned")
    }  # fmt: skip
    text = text.replace("rộng", "đã thu hút khách,")
    assert values(stated(park_locations, text), "programme", "status") == {
        ("Sembcorp", "planned"), ("VSIP", "operating")
    }  # fmt: skip


def test_what_a_relative_clause_says_of_a_park_to_come() -> None:
    text = "Guests saw the site of VSIP Kon Tum, which will be the largest of the region."
    assert values(stated(park_locations, text), "status") == {("planned",)}


def test_a_joint_venture_makes_a_park_of_each_of_its_partners() -> None:
    text = (
        "Dự án khu công nghiệp Kon Tum do liên danh ba nhà đầu tư gồm Amata, công ty Mây của "
        "nước bạn và tập đoàn Sojitz thực hiện."
    )
    assert values(stated(park_locations, text), "programme", "province", "status") == {
        ("Amata", "Kon Tum", "planned"), ("Sojitz", "Kon Tum", "planned")
    }  # fmt: skip


def test_a_park_that_will_grow_is_there_and_where_it_will_grow_to_is_not() -> None:
    for text in ("Khu công nghiệp WHA tại Kon Tum sẽ được mở rộng.", "VSIP Kon Tum will expand."):
        assert values(stated(park_locations, text), "status") == {("operating",)}
    text = "WHA's second industrial park project in Kon Tum, south of the city, and will span 90 ha"
    assert values(stated(park_locations, text), "status") == {("planned",)}
    text = "WHA has an industrial park in Kon Tum, it said, and will invest in an airport."
    assert values(stated(park_locations, text), "status") == {("operating",)}


def test_what_a_list_of_names_before_their_parks_says_is_said_of_all() -> None:
    text = "VRG will build Dew IP (9 ha in Kon Tum); and the Red Hill IP (7 ha in Lai Chau)."
    assert values(stated(park_locations, text), "province", "status") == {
        ("Kon Tum", "planned"), ("Lai Châu", "planned")
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "VSIP Hà Nam rộng 90 ha. Dự án dự kiến hoàn thành năm 2030.",
        "VSIP Ha Nam is a venture of two states. It will cover 90 hectares.",
        "Với VSIP Hà Nam, tỉnh giục các xã lo giải phóng mặt bằng.",
    ],
)
def test_what_follows_tells_of_a_park_to_come(text: str) -> None:
    assert values(stated(park_locations, text), "status") == {("planned",)}


@pytest.mark.parametrize(
    "text",
    [
        "Hãng Mây vào KCN VSIP Hà Nam. Dự án sẽ có 90 thợ.",
        "Hãng Mây mở xưởng tại VSIP Hà Nam. Dự án dự kiến hoàn thành năm 2030.",
        "VSIP Hà Nam đón khách từ khi khởi công năm 2013.",
        "Một nhà ga sẽ mở gần đó.VSIP Hà Nam đón khách.",
    ],
)
def test_what_others_do_or_was_done_says_nothing_of_a_plan(text: str) -> None:
    assert values(stated(park_locations, text), "status") == {("operating",)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # An agreement to enlarge a network is a plan.
        ("Two firms signed memoranda of understanding to expand VSIP in Kon Tum.", "planned"),
        ("Đoàn kiểm tra tiến độ khu công nghiệp VSIP Kon Tum.", "planned"),
        ("Tỉnh trao giấy chứng nhận đăng ký đầu tư dự án khu công nghiệp VSIP Kon Tum.", "planned"),
        ("Hãng Mây nhận giấy chứng nhận đăng ký đầu tư dự án tại KCN VSIP Kon Tum.", "operating"),
        # What succeeded, is let or has a birthday, operates.
        ("After the success of VSIP Kon Tum and an MoU on schools, it hired staff.", "operating"),
        ("VSIP đang đầu tư và khai thác hạ tầng ở Kon Tum.", "operating"),
        ("Ở tiệc kỷ niệm 7 năm VSIP Kon Tum sắp tới, khách sẽ hát.", "operating"),
        ("Nhân kỷ niệm 10 năm lập tỉnh, VSIP khởi công tại Kon Tum.", "planned"),
        # Money for making a park.
        ("IDICO rót 90 triệu USD xây dựng KCN Sương Mai tại Kon Tum", "planned"),
        ("Amata xây khu công nghiệp hết 900 tỷ đồng ở Kon Tum", "planned"),
        ("IDICO đã đầu tư 90 triệu USD làm KCN Sương Mai tại Kon Tum.", "operating"),
        # What something is compared with.
        ("Bốn khu hiện hữu chỉ rộng bằng một nửa VSIP Kon Tum đang xây dựng.", "planned"),
        # Other words for the kind of park before its name in brackets.
        (
            "An MoU on an industrial park, residential and commercial blocks (VSIP) in Kon Tum.",
            "planned",
        ),
        # A project, unless something is in it; one whose works are being prepared.
        ("Dự án VSIP Kon Tum hợp với nghề sạch.", "planned"),
        ("Dự án VSIP Kon Tum rộng 90 ha. Hãng Mây thuê xưởng trong VSIP Kon Tum.", "operating"),
        ("Địa phương đã triển khai thêm VSIP Kon Tum.", "planned"),
        ("KCN VSIP Kon Tum rộng 90 ha. Tỉnh làm thủ tục để khởi công dự án.", "planned"),
        ("Amata dành 900 tỷ đồng cho dự án khu công nghiệp Sương Mai tại Kon Tum.", "planned"),
        ("KCN VSIP Kon Tum đã lấp đầy, dù có vài dự án bị thu hồi.", "operating"),
        # Long ago.
        ("When he came 10 years ago, he saw the groundbreaking of VSIP in Kon Tum.", "operating"),
        # When work began, where nothing else is said, one sentence on too.
        ("VSIP Kon Tum động thổ từ năm 2019, rộng 90 ha.", "planned"),
        ("KCN VSIP Kon Tum rộng 90 ha. Đây là khu mới. Dự án được khởi công rồi.", "planned"),
        ("KCN VSIP Kon Tum rộng 90 ha. Đây là khu mới. Đường được khởi công.", "operating"),
        # A road to it.
        ("Tuyến đường dài 12 km nối KCN VSIP Kon Tum với cảng sẽ khởi công năm nay.", "operating"),
        # Works that go on.
        ("KCN VSIP Kon Tum rộng 90 ha. Dự án này đang được các bên tích cực thi công.", "planned"),
        ("KCN VSIP Kon Tum rộng 90 ha. Đoàn đã xem tình hình triển khai dự án này.", "planned"),
        ("KCN VSIP Kon Tum rộng 90 ha. Một nhà máy trong khu đang được xây dựng.", "operating"),
        # What has tenants, at whatever ceremony that is said; no tenants yet but interest.
        ("Tại lễ động thổ xưởng, ông Sáu nói VSIP Kon Tum đã cho thuê 9 lô.", "operating"),
        ("Speaking of its plans, he said VSIP Kon Tum has now attracted 9 firms.", "operating"),
        ("Dự án VSIP Kon Tum đã thu hút sự tò mò trước ngày động thổ.", "planned"),
        # Who is named after a park signs what it likes; of the park itself something is signed.
        ("VSIP Kon Tum và hãng Mây ký biên bản ghi nhớ về dạy nghề.", "operating"),
        ("VSIP Kon Tum signed a memorandum on schools.", "operating"),
        ("VSIP Kon Tum vừa được ký biên bản ghi nhớ.", "planned"),
        # What is to happen to something within it, or what will move there.
        ("Xưởng Gió tại VSIP Kon Tum sẽ đóng cửa.", "operating"),
        ("Hãng Gió sẽ dời sang VSIP Kon Tum năm tới.", "operating"),
        # The next park's clause.
        ("One will be built elsewhere, while the VSIP in Kon Tum is of an old age.", "operating"),
        ("VSIP còn đất, trong khi VSIP Kon Tum giai đoạn 1 đã lấp đầy.", "operating"),
        ("Tỉnh dự kiến động thổ khu Sao Mai, còn VSIP Kon Tum đón 9 xưởng mới.", "operating"),
        # What is near it, comes from it or goes to it; whom it will hire.
        ("Sẽ xây ký túc xá cạnh KCN VSIP Kon Tum.", "operating"),
        ("Hãng Gió sẽ cấp nước cho KCN VSIP Kon Tum.", "operating"),
        ("Tỉnh Lai Châu muốn học mô hình khu công nghiệp VSIP Kon Tum.", "operating"),
        ("A bypass will be built near VSIP Kon Tum.", "operating"),
        ("A power line to VSIP Kon Tum is under construction.", "operating"),
        ("Khởi công đường gom KCN VSIP Kon Tum.", "operating"),
        ("VSIP Kon Tum sẽ tuyển thêm 900 lao động.", "operating"),
        ("Ngoài KCN VSIP Kon Tum hiện hữu, tỉnh sẽ lập khu Sao Mai.", "operating"),
        ("Từ khi KCN VSIP Kon Tum được khởi công, giá đất tăng.", "planned"),
        ("VSIP Kon Tum sẽ tổ chức lễ khởi công vào tháng tới.", "planned"),
        # Land is taken for its project; a ceremony that it holds itself.
        ("Huyện thu hồi đất của 9 hộ thuộc dự án VSIP Kon Tum.", "planned"),
        ("Đền bù cho công nhân tại KCN VSIP Kon Tum.", "operating"),
        ("The VSIP in Kon Tum held a groundbreaking ceremony.", "planned"),
        ("The VSIP in Kon Tum held a job fair.", "operating"),
        ("Tỉnh vừa phê duyệt 2 dự án. Các khu công nghiệp gồm VSIP Kon Tum.", "planned"),
        # What someone does there; what is told before its name and kind.
        ("KCN VSIP Kon Tum, nơi hãng Mây sẽ xây xưởng.", "operating"),
        ("Tỉnh thông qua chủ trương đầu tư 2 xưởng tại khu công nghiệp VSIP Kon Tum.", "operating"),
        ("Tỉnh cấp phép 2 xưởng, sẽ xây ở KCN VSIP và KCN VSIP Kon Tum.", "operating"),
        ("Có 6 khu đã lấp đầy và 1 KCN (VSIP Kon Tum) đang giải phóng mặt bằng.", "planned"),
        ("The firm explores a VSIP project in Kon Tum.", "planned"),
        ("KCN VSIP Kon Tum do hãng Mây đầu tư, rộng 90 ha, khởi công tháng 4.", "planned"),
        # New ones.
        ("The visitors launched two new VSIPs in Kon Tum.", "planned"),
        ("Chính phủ lập 4 khu công nghiệp mới: VSIP Kon Tum và Sao Mai.", "planned"),
        ("The firm has broken ground on VSIP Kon Tum.", "planned"),
        # What is built within it, or lies at some distance.
        ("Nhà trẻ tại KCN VSIP Kon Tum vừa được khởi công.", "operating"),
        ("Sương dày trong KCN VSIP Kon Tum: xe sẽ đi chậm.", "operating"),
        ("Dự án cách khu công nghiệp VSIP Kon Tum chừng 9 km.", "operating"),
        ("KCN VSIP Kon Tum sẽ tổ chức hội chợ.", "operating"),
        # What was approved once.
        ("VSIP Kon Tum được phê duyệt năm 2009, đến nay đã lấp đầy.", "operating"),
        ("VSIP Kon Tum được phê duyệt năm 2009, đến nay đã đền bù.", "planned"),
    ],
)
def test_the_status_of_a_park_is_that_of_the_park_itself(text: str, expected: str) -> None:
    assert values(stated(park_locations, text), "province", "status") == {("Kon Tum", expected)}


def test_work_that_began_in_the_past_is_no_plan_of_a_park_that_operates() -> None:
    text = "VSIP Kon Tum động thổ năm 2009. Nay VSIP Kon Tum đã lấp đầy."
    assert values(stated(park_locations, text), "status") == {("operating",)}
    text = "Hôm động thổ VSIP Kon Tum năm 2009, mưa to. Nay VSIP Kon Tum đã lấp đầy."
    assert values(stated(park_locations, text), "status") == {("operating",)}
    text = (
        "Nay VSIP Kon Tum đã lấp đầy. Dự án do Công ty TNHH VSIP Kon Tum làm chủ đầu tư, được cấp "
        "phép đầu tư và động thổ vào tháng 3/2009."
    )
    assert values(stated(park_locations, text), "status") == {("operating",)}
    text = "VSIP Kon Tum được quy hoạch gồm ba khu. Nay VSIP Kon Tum đã lấp đầy."
    assert values(stated(park_locations, text), "status") == {("operating",)}
    text = "VSIP Kon Tum sẽ cần thêm thợ. Nay VSIP Kon Tum đã lấp đầy."
    assert values(stated(park_locations, text), "status") == {("operating",)}
    text = "VSIP II Kon Tum sẽ sớm được xây dựng. Nay VSIP Kon Tum đã lấp đầy."
    assert values(stated(park_locations, text), "status") == {("operating",), ("planned",)}
    text = "VSIP khởi công thêm tại Kon Tum. Nay VSIP Kon Tum đã lấp đầy."
    assert values(stated(park_locations, text), "status") == {("operating",), ("planned",)}
    text += " Dự án VSIP Kon Tum rộng 90 ha."
    assert values(stated(park_locations, text), "status") == {("operating",), ("planned",)}


def test_the_status_of_a_project_is_told_by_the_sentences_before() -> None:
    text = (
        "Tỉnh vừa chấp thuận dự án khu công nghiệp Sương Mai. Hãng Gió thuộc THACO làm chủ đầu tư. "
        "Dự án có quy mô 90 ha, đặt tại xã Mây, tỉnh Kon Tum."
    )
    found = stated(park_locations, text)
    assert values(found, "programme", "status") == {("THACO", "planned")}
    assert found[0].evidence[0].rule == "project_of_organisation_at_places"


def test_a_headline_tells_of_a_project_only_where_it_names_one() -> None:
    text = "Khu công nghiệp IDICO Kon Tum đã lấp đầy. Dự án do IDICO làm chủ đầu tư. Kon Tum vui."
    for headline, expected in (("Một chủ trương", set()), ("Chủ trương về dự án", {"planned"})):
        facts = stated(park_locations, f"{headline}\n\n{text}")
        assert {fact.values["status"] for fact in facts} == {"operating", *expected}


def test_a_project_that_is_planned_does_not_operate_for_what_is_built_in_it() -> None:
    text = (
        "Khu công nghiệp VSIP Kon Tum sẽ khởi công.\nẢnh: xưởng tại khu công nghiệp VSIP Kon Tum.\n"
        "Dự án khu công nghiệp VSIP Kon Tum có tên."
    )
    assert values(stated(park_locations, text), "status") == {("planned",)}


def test_what_is_said_of_a_park_is_said_of_who_shares_it() -> None:
    told = (
        "KCN Thăng Long Kon Tum, khởi công tháng 9/2017, do Sumitomo làm chủ đầu tư.\n"
        "Nay KCN Thăng Long Kon Tum đang hoạt động."
    )
    facts = stated(park_locations, told)
    assert values(facts, "programme", "status") == {
        ("TLIP", "operating"), ("Sumitomo", "operating")
    }  # fmt: skip
