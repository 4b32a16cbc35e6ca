"""How texts name a park and say what becomes of it: wordings of our own, each in several frames."""

from __future__ import annotations

from itertools import product

import pytest

from analysis.extraction.relations.park_locations import park_locations
from extracting import stated, values

# Of one that is to come, and of one that is there: after its name, in Vietnamese and English.
PLANNED = [
    "đang được xây dựng",
    "đang trong quá trình xây dựng",
    "đang được triển khai",
    "đang được giải phóng mặt bằng",
    "vừa được khởi công",
    "được khởi công sáng nay",
    "sẽ khởi công vào quý 3",
    "dự kiến hoàn thành năm 2027",
    "vừa được Thủ tướng chấp thuận chủ trương đầu tư",
    "vừa được phê duyệt quy hoạch 1/2000",
    "đang chờ Thủ tướng phê duyệt",
    "chậm tiến độ do vướng mặt bằng",
    "mới giải phóng được 40% mặt bằng",
    "đang san nền",
    "đang hoàn thiện hạ tầng kỹ thuật",
    "đang làm thủ tục đầu tư",
    "đang lập quy hoạch",
    "đã được bổ sung vào quy hoạch",
    "được cấp giấy chứng nhận đầu tư hôm qua",
    "mới được cấp phép",
    "đang thi công hạ tầng",
    "sẽ được xây dựng trên diện tích 500 ha",
    "sẽ đi vào hoạt động năm 2026",
    "chưa thể khởi công",
    "vẫn chưa triển khai",
    "còn vướng giải phóng mặt bằng",
    "chính thức động thổ",
    "dự kiến đón nhà đầu tư đầu tiên vào năm tới",
    "chuẩn bị khởi công",
    "được đề xuất xây dựng",
    "đang được nghiên cứu đầu tư",
    "được chấp thuận chủ trương",
    "đang đẩy nhanh tiến độ xây dựng",
    "đang gấp rút thi công",
    "đang đền bù, giải tỏa",
    "mới có quyết định thành lập",
    "vừa có quyết định giao đất",
    "đang tính tiền thuê đất",
    "đang triển khai bước bồi thường",
]
OPERATING = [
    "đã đi vào hoạt động",
    "đang hoạt động ổn định",
    "có tỷ lệ lấp đầy 90%",
    "đã thu hút 30 dự án",
    "có 30 doanh nghiệp đang hoạt động",
    "được thành lập năm 2008",
    "hoạt động từ năm 2010",
    "đã lấp đầy",
    "lấp đầy 100%",
    "là nơi làm việc của 20.000 công nhân",
    "tạo việc làm cho 20.000 lao động",
    "hiện có 40 nhà máy",
    "thu hút nhiều nhà đầu tư Nhật Bản",
    "đón thêm 5 nhà đầu tư mới",
    "đã cho thuê hết đất",
    "cơ bản lấp đầy",
    "đã hoàn thành hạ tầng và cho thuê 80%",
    "được khánh thành năm 2012",
    "đang có 25 nhà đầu tư thứ cấp",
    "đang cho thuê đất giá 80 USD/m2",
    "xuất khẩu 2 tỷ USD mỗi năm",
    "có nhà máy xử lý nước thải công suất 6.000 m3",
    "thiếu 2.000 lao động",
    "tăng lương cho công nhân",
]
PLANNED_ENGLISH = [
    "is under construction",
    "is being built",
    "broke ground last week",
    "will be built on 500 hectares",
    "will break ground in June",
    "is expected to start operating in 2026",
    "is awaiting approval",
    "has been approved by the government",
    "received an investment licence last month",
    "was licensed in May",
    "is being developed",
    "is at the site clearance stage",
    "is planned",
    "has been delayed by site clearance",
    "is set to open next year",
    "has started construction",
    "is slated for completion in 2027",
]
OPERATING_ENGLISH = [
    "is fully occupied",
    "has attracted 30 projects",
    "hosts 40 factories",
    "opened in 2010",
    "has been operating since 2009",
    "is home to 30 companies",
    "employs 20,000 workers",
    "is 90 per cent occupied",
    "was inaugurated in 2012",
    "exports $2 billion a year",
    "has 40 tenants",
    "has leased 80% of its land",
]
# The same before its name.
TO_COME = [
    "Sáng 5/3, khởi công",
    "Lễ khởi công",
    "Tiến độ xây dựng",
    "Thủ tướng chấp thuận chủ trương đầu tư",
    "Thủ tướng phê duyệt chủ trương đầu tư dự án xây dựng và kinh doanh kết cấu hạ tầng",
    "Tỉnh đề xuất thành lập",
    "Đề xuất xây dựng",
    "Gần 1.000 hộ dân phải di dời để làm",
    "Thu hồi đất làm",
    "Thu hồi 300 ha đất để xây dựng",
    "Giải phóng mặt bằng",
    "Công tác giải phóng mặt bằng",
    "Bổ sung vào quy hoạch",
    "Kêu gọi đầu tư hạ tầng",
    "Đấu thầu thi công hạ tầng",
    "Đoàn công tác kiểm tra hiện trường dự án",
    "Trao giấy chứng nhận đầu tư cho",
    "Tỉnh sắp có thêm",
    "Sắp khởi công",
    "Chuẩn bị khởi công",
    "Liên doanh sẽ đầu tư",
    "Hai bên ký thỏa thuận phát triển",
    "Công ty đang xúc tiến đầu tư",
    "Nhà nước giao đất đợt 1 để thực hiện",
    "Phê duyệt nhiệm vụ quy hoạch",
    "Công bố quy hoạch",
    "Lập quy hoạch 1/500",
    "Tháo gỡ vướng mắc cho dự án",
    "Hơn 6.000 tỷ đồng xây dựng",
    "Chi 4.000 tỷ đồng làm",
    "Đẩy nhanh tiến độ",
    "Khẩn trương bàn giao mặt bằng",
    "Bàn giao mặt bằng",
    "Kiểm đếm đất đai phục vụ",
    "Khảo sát địa điểm xây dựng",
]
THERE = [
    "Công nhân",
    "Người lao động ở",
    "Cháy lớn tại",
    "Cháy công ty gỗ trong",
    "Các doanh nghiệp trong",
    "Nhà máy của Sao ở",
    "Hãng Sao mở nhà máy tại",
    "Hãng Sao khởi công nhà máy ở",
    "Hãng Sao đầu tư 200 triệu USD xây nhà máy tại",
    "Thăm",
    "Lãnh đạo tỉnh thăm các nhà máy ở",
    "Tuyển 2.000 công nhân cho",
    "Thành công của",
    "Ùn tắc trước cổng",
    "Nhà ở xã hội gần",
    "Khánh thành",
    "Nhân kỷ niệm 10 năm thành lập",
    "Giá thuê đất ở",
    "Trung tâm dạy nghề của",
    "Tỷ lệ lấp đầy của",
    "Bệnh viện phục vụ",
    "Xuất khẩu của",
    "Tiêm vắc xin cho công nhân",
    "Phong tỏa",
    "Hãng Sao dự kiến xây nhà máy mới tại",
    "Hãng Sao sẽ xây xưởng ở",
    "Lễ khởi công nhà máy Sao tại",
    "Trao giấy chứng nhận đầu tư cho hãng Sao tại",
    "Xe buýt đưa đón công nhân",
    "Ban quản lý yêu cầu các nhà máy ở",
    "Đình công ở",
    "Sau thành công tại",
]
TO_COME_ENGLISH = [
    "Vietnam has approved",
    "The government has licensed",
    "The prime minister attended the groundbreaking ceremony of",
    "Construction of",
    "Work has begun on",
    "The province plans to build",
    "The two sides agreed to develop",
    "The group is preparing to build",
    "The province is clearing land for",
    "It received a licence to build",
    "The firm will invest $200 million in building",
    "The province handed over land for",
    "The joint venture broke ground on",
    "Site clearance for",
    "The company is seeking approval for",
]
THERE_ENGLISH = [
    "Workers at",
    "A fire broke out at",
    "The factory is located in",
    "The firm opened a plant in",
    "The firm will build a plant in",
    "The firm broke ground on a factory in",
    "The group operates",
    "The minister visited",
    "Tenants of",
    "Rents at",
    "The success of",
    "Exports from",
    "The company leases land in",
    "A strike at",
    "The firm plans to expand its plant at",
]
# All of one park in one place, each of them VSIP's or Amata's and others'.
NAMES_OF_VSIP = [
    "KCN VSIP Kon Tum",
    "KCN VSIP (Kon Tum)",
    "KCN VSIP - Kon Tum",
    "KCN VSIP, tỉnh Kon Tum",
    "KCN VSIP tại Kon Tum",
    "KCN VSIP ở tỉnh Kon Tum",
    "KCN VSIP thuộc huyện Đăk Hà, tỉnh Kon Tum",
    "KCN VSIP II (Kon Tum)",
    "KCN VSIP IIA, huyện Đăk Hà, tỉnh Kon Tum",
    "KCN VSIP 2, xã Đăk La, huyện Đăk Hà, Kon Tum",
    "VSIP II - A Kon Tum",
    "KCN VSIP (huyện Đăk Hà, Kon Tum)",
    "KCN VSIP (xã Đăk La, huyện Đăk Hà, tỉnh Kon Tum)",
    "khu công nghiệp, đô thị và dịch vụ VSIP Kon Tum",
    "khu công nghiệp - đô thị - dịch vụ VSIP Kon Tum",
    "Khu đô thị và công nghiệp VSIP Kon Tum",
    "Khu công nghiệp Việt Nam - Singapore (VSIP) Kon Tum",
    "Khu công nghiệp Việt Nam - Singapore (VSIP) tại Kon Tum",
    "Khu công nghiệp Việt Nam – Singapore II tỉnh Kon Tum",
    "KCN Việt Nam-Singapore ở Kon Tum",
    "dự án VSIP Kon Tum",
    "dự án VSIP tại Kon Tum",
    "dự án KCN VSIP Kon Tum giai đoạn 2",
    "khu VSIP ở Kon Tum",
    "khu VSIP Kon Tum",
    "VSIP tại tỉnh Kon Tum",
    "VSIP (tỉnh Kon Tum)",
    "VSIP III ở Kon Tum",
    "KCN Việt - Sing tại Kon Tum",
    "VSIP ở thành phố Kon Tum",
    "KCN VSIP nằm trên địa bàn huyện Đăk Hà (Kon Tum)",
]
NAMES_OF_AMATA = [
    "KCN Amata Kon Tum",
    "KCN Amata (Kon Tum)",
    "KCN Amata, tỉnh Kon Tum",
    "KCN Amata tại Kon Tum",
    "KCN Sông Trăng của Amata ở Kon Tum",
    "KCN Sông Trăng (Kon Tum) của Amata",
    "KCN Sông Trăng, huyện Đăk Hà, tỉnh Kon Tum do Amata làm chủ đầu tư",
    "KCN Sông Trăng do Amata đầu tư tại Kon Tum",
    "KCN đô thị Amata Kon Tum",
    "Khu đô thị công nghiệp Amata Kon Tum",
    "khu công nghiệp công nghệ cao Amata Kon Tum",
]

AFTER = ["KCN VSIP Kon Tum {}.", "Khu công nghiệp Amata tại Kon Tum {}."]
AFTER_ENGLISH = [
    "VSIP Kon Tum {}.",
    "The VSIP in Kon Tum {}.",
    "The Amata industrial park in Kon Tum {}.",
]
BEFORE = ["{} khu công nghiệp VSIP Kon Tum.", "{} KCN Amata tại Kon Tum."]
BEFORE_ENGLISH = [
    "{} VSIP Kon Tum.",
    "{} a VSIP park in Kon Tum.",
    "{} an Amata industrial park in Kon Tum.",
]
SAID = {
    "planned": [
        *product(AFTER, PLANNED),
        *product(AFTER_ENGLISH, PLANNED_ENGLISH),
        *product(BEFORE, TO_COME),
        *product(BEFORE_ENGLISH, TO_COME_ENGLISH),
    ],
    "operating": [
        *product(AFTER, OPERATING),
        *product(AFTER_ENGLISH, OPERATING_ENGLISH),
        *product(BEFORE, THERE),
        *product(BEFORE_ENGLISH, THERE_ENGLISH),
    ],
}


@pytest.mark.parametrize("status", SAID)
def test_what_is_said_beside_a_park_is_its_status(status: str) -> None:
    read = {
        text: values(stated(park_locations, text), "province", "status")
        for text in (frame.format(said) for frame, said in SAID[status])
    }
    assert {text: found for text, found in read.items() if found != {("Kon Tum", status)}} == {}


@pytest.mark.parametrize(
    ("programme", "names"), [("VSIP", NAMES_OF_VSIP), ("Amata", NAMES_OF_AMATA)]
)
@pytest.mark.parametrize(
    ("frame", "status"),
    [
        ("Công nhân ở {} được tăng lương.", "operating"),
        ("{} đã thu hút 30 dự án.", "operating"),
        ("Tỉnh vừa khởi công {}.", "planned"),
        ("{} sẽ khởi công tháng sau.", "planned"),
    ],
)
def test_a_park_is_found_however_it_is_named(
    programme: str, names: list[str], frame: str, status: str
) -> None:
    read = {
        name: values(stated(park_locations, frame.format(name)), "programme", "province", "status")
        for name in names
    }
    expected = {(programme, "Kon Tum", status)}
    assert {name: found for name, found in read.items() if found != expected} == {}
