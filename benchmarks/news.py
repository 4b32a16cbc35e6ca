"""A synthetic corpus of our own wording: general news, and items dense with facts on parks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

PLACES = (
    "Hà Nam", "Phú Yên", "Kon Tum", "Lạng Sơn", "Sóc Trăng", "Yên Bái", "Bạc Liêu", "Trà Vinh",
    "Hậu Giang", "Kiên Giang", "Đắk Nông", "Thái Nguyên", "Quảng Trị", "Ninh Thuận", "Bến Tre",
    "Vĩnh Long", "Hòa Bình", "Lào Cai", "Tây Ninh", "Khánh Hòa",
)  # fmt: skip
PROGRAMMES = ("VSIP", "Sonadezi", "Amata", "Viglacera", "Deep C", "Becamex")
GENERAL = (
    "Sáng nay, chợ hoa ven sông đông khách hơn mọi năm, giá cúc và mai tăng nhẹ so với tuần trước.",
    "Ban tổ chức cho biết hơn {n} vận động viên đăng ký dự giải chạy, trong đó có nhiều học sinh.",
    "Ông thư ký kể chuyện – hơi dài… – về lần đầu trao giải cho {n} em nhỏ ở {a}.",
    "Trung tâm khí tượng dự báo mưa to đến rất to vào chiều tối, đề phòng ngập úng ở vùng trũng.",
    "Theo công an phường, người đàn ông {n} tuổi lái xe tải đã đâm vào dải phân cách.",
    "Bộ phim quy tụ nhiều diễn viên trẻ, kể chuyện một gia đình làm nghề dệt qua ba thế hệ.",
    "Tại {a}, nông dân thu hoạch sớm vụ lúa hè thu, năng suất bình quân đạt {n} tạ mỗi héc ta.",
    "Giá vàng trong nước đảo chiều tăng {n} nghìn đồng mỗi lượng, giới đầu tư vẫn thận trọng.",
    "Nhà trường mở thêm {n} lớp dạy bơi miễn phí trong dịp hè để phòng tránh đuối nước.",
    "Đoàn tàu khách chạy tuyến mới nối {a} với {b} sẽ dừng ở tám ga, mỗi ngày hai chuyến.",
    "“Chúng tôi mong có thêm thời gian chuẩn bị”, huấn luyện viên nói sau trận hòa.",
    "Bệnh viện tiếp nhận {n} ca sốt xuất huyết trong tuần qua, phần lớn là trẻ dưới mười tuổi.",
    "Triển lãm ảnh về phố cổ kéo dài đến hết tháng, mở cửa tự do cho khách tham quan.",
    "Công ty phần mềm vừa ra mắt ứng dụng đặt vé, cho phép đổi giờ trước khi khởi hành {n} phút.",
    "Mưa lũ làm sạt lở một đoạn quốc lộ qua {a}, lực lượng chức năng đang khẩn trương khắc phục.",
    "Cuốn sách gồm {n} truyện ngắn, viết về những người giữ rừng và kỷ niệm tuổi thơ.",
    "Giá xăng giảm lần thứ ba liên tiếp, mỗi lít rẻ hơn khoảng {n} đồng so với đầu tháng.",
    "Các nhà khoa học phát hiện một loài lan mới trên đỉnh núi cao, hoa nở vào cuối mùa đông.",
    "Sở Giáo dục công bố điểm chuẩn vào lớp mười, trường cao nhất lấy {n} điểm cho ba môn thi.",
    "Người dân xếp hàng từ tinh mơ để mua bánh trung thu của một cửa hiệu gia truyền.",
    "Chủ quán cà phê kể rằng khách quen vẫn ghé đều, dù phố đã đổi thay nhiều sau {n} năm.",
)
DENSE = (
    "Đến nay, cả nước đã có {n} khu công nghiệp {p} tại các tỉnh như: {a}, {b}, {c}.",
    "Trong dịp này, {p} ký kết với 3 tỉnh gồm: {a}, {b} và {c} về xây dựng khu công nghiệp.",
    "Ngày {d}/5/2024, UBND tỉnh {a} trao giấy chứng nhận đầu tư cho khoảng {n} doanh nghiệp.",
    "Riêng khu công nghiệp {p} {a} sẽ khởi công vào quý tới; {p} chưa có khu công nghiệp tại {b}.",
    "Lễ ký kết có sự chứng kiến của đoàn đại biểu {a}, {b} và lãnh đạo tỉnh {c}.",
    "Theo bà Lê Thị Mận, Phó Chủ tịch UBND tỉnh {a}, hiện có {n} KCN {p} tại {b}, {c}.",
    "{p} cũng ký biên bản ghi nhớ với tỉnh {a} về phát triển hạ tầng giao thông và du lịch.",
)
SIZE = 5_000  # bytes of a document, about


def news(number: int) -> str:
    """Return a general news item."""
    return _item(Random(number), GENERAL, f"Bản tin số {number}")


def dense(number: int) -> str:
    """Return an item that states as much in a kilobyte as the article."""
    return _item(Random(number), DENSE, f"Hợp tác phát triển khu công nghiệp, bản tin số {number}")


def mix(count: int) -> Iterator[str]:
    """Yield a news mix in which one document in twenty is about parks."""
    for number in range(count):
        yield dense(number) if number % 20 == 7 else news(number)


def write(path: Path, texts: Iterator[str]) -> Path:
    """Write documents as JSON Lines, as other programs do: not escaped."""
    with path.open("w", encoding="utf-8") as stream:
        for number, text in enumerate(texts):
            stream.write(json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n")
    return path


def _item(random: Random, sentences: tuple[str, ...], headline: str) -> str:
    paragraphs, size = [headline], 0
    while size < SIZE:
        said = [
            sentence.format(
                **dict(zip("abc", random.sample(PLACES, 3), strict=True)),
                p=random.choice(PROGRAMMES), n=random.randint(3, 40), d=random.randint(1, 28),
            )
            for sentence in random.sample(sentences, 3)
        ]  # fmt: skip
        paragraphs.append(" ".join(said))
        size += len(paragraphs[-1].encode("utf-8"))
    return "\n\n".join(paragraphs) + "\n"
