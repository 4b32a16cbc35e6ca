"""News of our own that state no park and no agreement of a province."""

from __future__ import annotations

OTHER_NEWS = [
    "Bão số 3 đổ bộ, các tỉnh Quảng Ninh, Hải Phòng, Thái Bình mưa rất to; hàng nghìn "
    "công nhân khu công nghiệp nghỉ làm.",
    "Quốc hội thông qua nghị quyết sáp nhập tỉnh: Bình Dương, Bà Rịa - Vũng Tàu nhập "
    "vào TP.HCM; trụ sở đặt tại quận 1.",
    "Becamex Bình Dương hòa Hải Phòng 1-1 trên sân Gò Đậu, tiền đạo ghi bàn phút 88.",
    "Đội bóng VSIP thắng đội Bắc Ninh ở giải công nhân.",
    "Viettel và MobiFone chuyển mạng giữ số; tỉnh Nghệ An có 2 triệu thuê bao.",
    "Ngư dân Quảng Ngãi, Bình Định được hỗ trợ tiền dầu.",
    "Công an tỉnh Bắc Giang khởi tố giám đốc công ty ở KCN Đình Trám.",
    "Ông Nguyễn Bắc Ninh, quê Hà Nam, mở quán phở ở Sài Gòn.",
    "Học viện Nông nghiệp tuyển sinh tại Gia Lâm, Hà Nội và Đồng Nai.",
    "Tàu SE1 trật bánh ở Thừa Thiên Huế, hành khách chuyển sang xe về Đà Nẵng.",
    "Giá heo hơi ở Đồng Nai, Bình Phước giảm 2.000 đồng; trại của CP vẫn đầy.",
    "Khách du lịch đến Sa Pa (Lào Cai), Hạ Long (Quảng Ninh) tăng 20%.",
    "Bộ Y tế công bố 100 ca mắc mới: TP.HCM 50, Bình Dương 30 (KCN Mỹ Phước), Đồng Nai 20.",
    "Cao tốc Bắc - Nam đoạn Vĩnh Hảo - Phan Thiết thông xe; nhà thầu là Vinaconex.",
    "Sông Hồng lên báo động 2 tại Hà Nội, Hưng Yên.",
    "Đại biểu Hưng Yên chất vấn bộ trưởng về khu công nghiệp bỏ hoang.",
    "Trường Sa, Khánh Hòa đón đoàn kiều bào.",
    "Hoa hậu quê Hải Dương lấy chồng Thái Bình.",
    "Ngân hàng Nhà nước chi nhánh Long An ký quy chế với Cục Thuế tỉnh.",
    "Hội Luật gia tỉnh Thái Nguyên ký kết với Đoàn Luật sư.",
    "Lễ ký kết giữa Bộ Quốc phòng Việt Nam và Lào diễn ra tại Quảng Trị.",
    "Cầu thủ Nam Định ký hợp đồng với CLB Hà Nội.",
    "Formosa Hà Tĩnh bị phạt; dân Quảng Bình, Quảng Trị được bồi thường.",
    "Vingroup xây trường ở Hưng Yên, mở bệnh viện ở Hải Phòng.",
    "Viglacera lãi lớn nhờ bán kính; cổ phiếu VGC tăng.",
    "Sumitomo tài trợ học bổng cho sinh viên Huế.",
    "Chủ tịch nước Singapore thăm Hà Nội, gặp sinh viên.",
    "Becamex phát hành 500 tỷ đồng trái phiếu.",
    "Nhà thơ quê Bắc Ninh ra mắt tập thơ tại Amata Hotel.",
    "Tòa án tỉnh Bình Dương xử vụ bán đất tại Tân Uyên liên quan Becamex.",
]
