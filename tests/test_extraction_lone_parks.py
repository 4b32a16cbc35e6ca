"""Parks whose owner and place are the only ones that a sentence or an article can mean."""

from __future__ import annotations

import pytest

from analysis.extraction.relations.park_locations import park_locations
from extracting import extracted, stated, values

IN_ONE_SENTENCE = [
    ("Qua việc Saigontel góp 255 tỷ đồng lập công ty để làm khu công nghiệp Mây, tỉnh Kon Tum.",
     "Saigontel", "planned"),
    ("Ngân hàng Gió rót 900 tỷ đồng cho Shinec, tài trợ việc xây khu công nghiệp Mây, Kon Tum.",
     "Shinec", "planned"),
    ("Amata, the trader, is the investor of Dew park, 290 ha, where compensation is under way "
     "in Kon Tum.", "Amata", "planned"),
    ("HANOI — A minister gave the nod to Shinec Industrial Park 2, part of a zone in Kon Tum.",
     "Shinec", "planned"),
    ("In Kon Tum, WHA asked for support in clearing the rest of Dew Industrial Park's phase 2.",
     "WHA", "planned"),
    ("Kon Tum thống kê, riêng khu công nghiệp Mây của CNCTech góp 13 dự án đang hoạt động.",
     "CNCTech", "operating"),
]  # fmt: skip
IN_TWO = [
    ("Thêm một dự án của Tín Nghĩa được bật đèn xanh\n\n"
     "Hồ sơ khép lại. Theo tờ trình, khu công nghiệp Mây nằm trọn trong hai xã của Kon Tum.",
     "Tín Nghĩa", "planned"),
    ("THACO broke ground on an industrial park. The park will fill 388 hectares of Kon Tum.",
     "THACO", "planned"),
    ("BW Industrial nay làm chủ hạ tầng. Khu công nghiệp Mây, 176 ha, chạy dọc quốc lộ 1 qua "
     "Kon Tum, lấp đầy 40%.", "BW Industrial", "operating"),
    ("Động thổ KCN Mây - Taseco\n\nKCN Mây - Taseco rộng 260 ha. Kon Tum mong nơi này hút vốn.",
     "Taseco", "planned"),
    ("Kon Tum trao chủ trương cho hai khu công nghiệp\n\n"
     "Khu Mây có chủ đầu tư là Công ty Sao (thuộc Tập đoàn Phát Đạt), vốn 2.950 tỷ đồng.",
     "Phát Đạt", "planned"),
]  # fmt: skip
STILL_TOLD_OF = [
    ("Lao động Kon Tum quay lại xưởng\n\nKhách mừng. Khu công nghiệp Mây do công ty Sao VRG làm "
     "chủ đầu tư đang hoạt động. Nhiều khách đến từ Gia Lai.", "VRG", "operating"),
    ("Kon Tum: from villages to chips\n\nIt grew with Dew Industrial Park, developed by Viglacera, "
     "which is full. Neighbouring Gia Lai has lower rents.", "Viglacera", "operating"),
    ("Kon Tum đón vốn\n\nDự án khu công nghiệp Mây do Geleximco đề xuất vừa được chấp thuận chủ "
     "trương. Amata có mặt tại hội nghị.", "Geleximco", "planned"),
]  # fmt: skip
IN_OTHERS = [
    ("Kinh Bắc sắp khởi công dự án thứ hai ở Kon Tum\n\nTháng tới, pháp lý của KCN Mây 3 hoàn tất.",
     "Kinh Bắc", "planned"),
    ("Dew Industrial Park in brief\n\nDeveloper: Sumitomo Group\nAddress: Lot 1, Kon Tum Province",
     "Sumitomo", "operating"),
]  # fmt: skip
NONE = [
    # owner or place may be another
    "Sonadezi và Amata trình tỉnh Kon Tum ý tưởng khu công nghiệp Mây.",
    "Sonadezi trình ý tưởng khu công nghiệp Mây giữa Kon Tum, Gia Lai.",
    "Sonadezi có lãi. Khu công nghiệp Mây, do hãng Gió đầu tư, chạy dọc quốc lộ qua Kon Tum.",
    "Sonadezi làm hạ tầng khu công nghiệp. Hai việc khác: mở chợ; công bố dự án khu công nghiệp "
    "nông nghiệp tại Kon Tum.",
    "Sonadezi làm hạ tầng khu công nghiệp. Hôm sau, bộ duyệt một khu công nghiệp tại Kon Tum.",
    "Sonadezi làm hạ tầng khu công nghiệp. Riêng Kon Tum có 24 khu công nghiệp.",
    "Sonadezi làm hạ tầng khu công nghiệp. Hãng này thuê khu công nghiệp Mây, chạy qua Kon Tum.",
    "Kon Tum có mưa.\nSonadezi làm hạ tầng khu công nghiệp Mây.",
    "Tại Hà Nội, Sonadezi trình bộ ý tưởng khu công nghiệp Mây.",
    "Sonadezi làm hạ tầng khu công nghiệp. Ở Kon Tum, khách hỏi đường.",
    # who only comes, sells, works, or stands in it or beside it
    "Sonadezi trúng thầu thi công đường qua khu công nghiệp Mây, tỉnh Kon Tum.",
    "Sonadezi xây nhà ở cạnh khu công nghiệp Mây, tỉnh Kon Tum.",
    "Sonadezi làm việc tại khu công nghiệp Mây, tỉnh Kon Tum.",
    "Sonadezi lập văn phòng, rồi khu công nghiệp Mây, tỉnh Kon Tum, mở hội.",
    "Sonadezi, khách quen của khu công nghiệp Mây ở Kon Tum, lập hội.",
    "Tỉnh Kon Tum muốn lập khu công nghiệp Mây như Sonadezi.",
    "Sonadezi ký biên bản ghi nhớ với tỉnh Kon Tum về nghiên cứu khu công nghiệp.",
    "Kon Tum chưa có khu công nghiệp nào của Sonadezi.",
    "Kon Tum đón vốn\n\nỞ Gia Lai, khách hỏi đường. Khu công nghiệp Mây của Sonadezi lấp đầy.",
    "Khu công nghiệp Mây của Sonadezi cách Kon Tum 40 km.",
    "The Dew park of Sonadezi is near the Kon Tum expressway.",
    "Kon Tum: Tin vắn\n\nHiện có 7 khu công nghiệp Sonadezi.",
    "Amata developed an idea for a mill in the Dew industrial park, Kon Tum.",
    "Dự án khu công nghiệp Mây của Sonadezi ở Kon Tum đã bị hủy.",
]


@pytest.mark.parametrize(
    ("text", "owner", "status"), [*IN_ONE_SENTENCE, *IN_TWO, *STILL_TOLD_OF, *IN_OTHERS]
)
def test_the_only_owner_and_place_are_those_of_the_park(text: str, owner: str, status: str) -> None:
    facts = stated(park_locations, text)
    assert values(facts, "programme", "province", "status") == {(owner, "Kon Tum", status)}


@pytest.mark.parametrize("text", NONE)
def test_where_another_may_be_meant_none_is(text: str) -> None:
    assert stated(park_locations, text) == []


def test_each_park_of_a_list_is_where_it_is_said_to_be() -> None:
    text = (
        "Sonadezi làm hạ tầng khu công nghiệp. Kỳ này đã bàn giao 31 ha đất cho khách thuê tại Khu "
        "công nghiệp Mây ở Kon Tum và 12 ha tại Khu công nghiệp Gió, Lai Châu."
    )
    assert values(stated(park_locations, text), "programme", "province") == {
        ("Sonadezi", "Kon Tum"), ("Sonadezi", "Lai Châu")
    }  # fmt: skip


def test_the_evidence_holds_what_its_sentence_names() -> None:
    text = "Ở Kon Tum, WHA asked for help in clearing the rest of Dew industrial park's phase 2."
    (fact,) = stated(park_locations, text)
    (place,) = fact.evidence
    assert place.rule == "lone_park"
    assert text[place.start : place.end] == text[len("Ở ") : text.index("'s phase")]


def test_a_park_is_told_of_again_by_a_shorter_word() -> None:
    before = "Amata phát triển khu công nghiệp. "
    told = [fact.values["province"] for fact in extracted(
        before + "Khu Mây của Amata tại Kon Tum đã lấp đầy.").facts]  # fmt: skip
    assert told == ["Kon Tum"]
    assert extracted("Khu Mây của Amata tại Kon Tum đã lấp đầy.").facts == []
    for other in ("Khu đô thị Mây", "Khu Kinh tế Mây", "Phân khu Mây", "Khu nhà"):
        assert extracted(f"{before}{other} của Amata tại Kon Tum đã lấp đầy.").facts == []
    english = "Amata develops industrial parks. Its Dew estate in Kon Tum is full."
    assert len(extracted(english).facts) == 1
    assert extracted(english.replace("Dew estate", "real estate")).facts == []
