"""Other statements: for each rule a sentence that states something and one that does not."""

from __future__ import annotations

import pytest

from analysis.extraction.relations.statements import statements
from extracting import extracted, grammar, stated

# rule: a sentence, the "item = value" it states, and a sentence that comes close to it
CASES = {
    "home_ground_and_beyond": (
        "Tiền Giang không những làm tốt các KCN trên địa bàn mà còn đưa mô hình đi xa.",
        "Tiền Giang = 82",
        "Tiền Giang không những làm tốt các KCN trên địa bàn.",
    ),
    "home_ground_first": (
        "Không chỉ lấp đầy các khu công nghiệp trên địa bàn, Cà Mau còn mang mô hình ra ngoài.",
        "Cà Mau = 96",
        "Không chỉ trồng lúa trên địa bàn, Cà Mau còn mang mô hình ra ngoài.",
    ),
    "event_of_province": (
        "Ngày 4/5/2022, UBND tỉnh Hà Nam tổ chức hội nghị.",
        "Hà Nam = 2022-05-04",
        "Ngày 40/15/2022, UBND tỉnh Hà Nam tổ chức hội nghị.",
    ),
    "event_theme": (
        "Hà Nam tổ chức diễn đàn “Kết nối du lịch”.",
        "theme of the event = connection, theme of the event = tourism",
        "Hà Nam tổ chức diễn đàn kết nối du lịch.",
    ),
    "headline_cooperation": (
        "Amata hợp tác với 4 tỉnh",
        "provinces that Amata cooperates with = 4",
        "Amata hợp tác với 4 trường",
    ),
    "agreement_subject": (
        "Amata ký kết với tỉnh Hà Nam về nông nghiệp, dự kiến xong sớm.",
        "subject of the agreements with provinces = agriculture",
        "Amata ký kết với tỉnh Hà Nam.",
    ),
    "signatory_count": (
        "Amata ký kết với 4 tỉnh.",
        "provinces that signed = 4",
        "Amata ký kết với 4 ngân hàng.",
    ),
    "agreement_horizon": (
        "Amata ký kết xây dựng khu công nghiệp trong những năm tới.",
        "industrial parks agreed on = to be built in the coming time",
        "Amata ký kết xây dựng khu công nghiệp năm ngoái.",
    ),
    "certificate_count": (
        "Tỉnh cấp giấy phép đầu tư cho khoảng 30 nhà đầu tư.",
        "enterprises given certificates = 30",
        "Tỉnh cấp giấy khen cho 30 nhà đầu tư.",
    ),
    "certificate_project_count": (
        "Tỉnh trao giấy chứng nhận đăng ký đầu tư cho 6 dự án.",
        "projects given certificates = 6",
        "Tỉnh thu hồi 6 dự án.",
    ),
    "certificate_holders": (
        "Trao giấy phép đầu tư cho các hãng trong nước và nước ngoài.",
        "origin of the enterprises = domestic and foreign",
        "Trao giấy phép đầu tư cho các hãng trong nước.",
    ),
    "development_years": (
        "Cảng phát triển trong gần 40 năm qua.",
        "development so far = 40",
        "Cảng đón khách suốt 40 năm.",
    ),
    "years_of_development": (
        "Cảng lớn lên sau hơn 40 năm xây dựng.",
        "development so far = 40",
        "Cảng lớn lên sau hơn 40 năm.",
    ),
    "development_results": (
        "Thành tựu về giáo dục và y tế rất rõ.",
        "result of the development = education, result of the development = health care",
        "Thành tựu rất rõ.",
    ),
    "model_components": (
        "Theo mô hình phát triển công nghiệp - đô thị và dịch vụ.",
        "component of the model = industry, component of the model = urban area, "
        "component of the model = services",
        "Theo mô hình nông nghiệp.",
    ),
    "model_success": (
        "Hà Nam rất thành công với mô hình ấy.",
        "Hà Nam = succeeded with its development model",
        "Hà Nam chưa thành công với mô hình ấy.",
    ),
    "model_leader": (
        "WHA tiên phong trong xây dựng mô hình này.",
        "leader in carrying out the model = WHA",
        "WHA học theo mô hình này.",
    ),
    "model_choice": (
        "Mô hình là lựa chọn riêng của Hà Nam, có ý nghĩa chiến lược.",
        "Hà Nam = chose a distinctive model with a strategic role",
        "Mô hình là lựa chọn chung của Hà Nam, có ý nghĩa chiến lược.",
    ),
    "industry_across_province": (
        "Hà Nam đã phát triển công nghiệp rộng khắp.",
        "Hà Nam = developed industry across the whole province",
        "Hà Nam phát triển công nghiệp ở một huyện.",
    ),
    "lever_of_industry": (
        "Phát triển công nghiệp thành đòn bẩy cho du lịch.",
        "what industry is a lever for = tourism",
        "Phát triển công nghiệp cùng du lịch.",
    ),
    "lever_of_parks": (
        "Khu công nghiệp là đòn bẩy để phát triển logistics.",
        "what industrial parks are a lever for = logistics",
        "Cảng là đòn bẩy để phát triển logistics.",
    ),
    "market_created": (
        "Thu hút nhà đầu tư và lao động tạo thị trường cho du lịch.",
        "what investors and workers are a market for = tourism",
        "Chợ tạo thị trường cho du lịch.",
    ),
    "model_aims": (
        "Mô hình này nhằm cải tạo hệ thống giao thông.",
        "what the model is to improve = transport system",
        "Mô hình này có hệ thống giao thông.",
    ),
    "model_spread": (
        "Hà Nam nhân rộng mô hình ra một số địa phương.",
        "development model = spread to other provinces",
        "Hà Nam nhân rộng giống lúa ra một số địa phương.",
    ),
    "replicated_park_model": (
        "Nhân rộng mô hình KCN xanh và hiện đại ở một số tỉnh.",
        "feature of the parks built in other provinces = green, "
        "feature of the parks built in other provinces = modern",
        "Nhân rộng mô hình trường học xanh ở một số tỉnh.",
    ),
    "pilot_complex_components": (
        "Khu liên hợp là thí điểm, gồm nhà ở, logistics v.v.",
        "component of the pilot complex = housing, component of the pilot complex = logistics",
        "Bệnh viện là thí điểm, gồm nhà ở.",
    ),
    "pilot_complex_purpose": (
        "Khu liên hợp là nơi thí điểm cho phát triển tích hợp.",
        "purpose of the pilot complex = integrated development",
        "Khu liên hợp là nơi thí điểm.",
    ),
    "park_ecosystem": (
        "Cần xây dựng hệ sinh thái quanh các khu công nghiệp.",
        "thought important by the provincial leaders = an ecosystem around the industrial parks",
        "Cần xây dựng hệ sinh thái quanh hồ.",
    ),
    "complex_investor": (
        "IDICO làm chủ đầu tư khu liên hợp Cà Mau.",
        "lead investor of the industrial park or complex in Cà Mau = IDICO",
        "IDICO làm chủ đầu tư cầu ở Cà Mau.",
    ),
    "parks_of_complex": (
        "Các KCN trong khu liên hợp theo mô hình của Nhật Bản.",
        "model of the parks in the complex = Japan",
        "Các KCN theo mô hình của Nhật Bản.",
    ),
    "standard_of_parks": (
        "Các KCN đạt các tiêu chuẩn Hàn Quốc.",
        "standard met by the parks in the complex = South Korea",
        "Nhà máy đạt các tiêu chuẩn Hàn Quốc.",
    ),
    "features_of_parks": (
        "KCN ở khu liên hợp rất hiện đại.",
        "feature of the parks in the complex = modern",
        "KCN ở Cà Mau rất hiện đại.",
    ),
    "spread_direction": (
        "Di dời ngành thâm dụng lao động về phía tây, mở rộng du lịch ở phía đông.",
        "labour-intensive industry = west, tourism = east",
        "Di dời chợ về phía tây.",
    ),
    "joint_venture": (
        "Amata liên doanh với nhà đầu tư Thái Lan lập KCN Thăng Long.",
        "TLIP = Amata with partners from Thailand",
        "Amata thuê nhà đầu tư Thái Lan vẽ KCN Thăng Long.",
    ),
    "partner_experience": (
        "Đối tác có kinh nghiệm xúc tiến thương mại.",
        "experience of the partner = trade promotion",
        "Đối tác xúc tiến thương mại.",
    ),
    "joint_venture_lessons": (
        "Việc ấy giúp Hà Nam học hỏi cách làm du lịch của Hàn Quốc.",
        "what Hà Nam learnt from South Korea = tourism",
        "Việc ấy giúp Hà Nam làm du lịch.",
    ),
    "represents_investor": (
        "WHA thay mặt chủ đầu tư VSIP dự lễ.",
        "WHA = represents the investor of VSIP",
        "WHA và VSIP dự lễ.",
    ),
    "transport_agreement": (
        "Hà Nam ký kết với các doanh nghiệp lớn về dự án giao thông.",
        "large corporate groups = key transport works",
        "Hà Nam ký kết với các tỉnh về dự án giao thông.",
    ),
    "advised_for_investors": (
        "Nhằm giúp doanh nghiệp triển khai sản xuất thông minh…",
        "what the model is to make easy for investors = smart production",
        "Doanh nghiệp đã có sản xuất thông minh.",
    ),
    "advised_model": (
        "Tỉnh cần phải chuyển sang công nghiệp – đô thị – dịch vụ thông minh.",
        "model to move to = smart industry, urban area and services",
        "Tỉnh đã có công nghiệp – đô thị – dịch vụ thông minh.",
    ),
    "advised_basis": (
        "Tỉnh cần chuyển hướng, gắn liền với công nghệ cao.",
        "what to tie the model to = high technology",
        "Tỉnh gắn liền với công nghệ cao.",
    ),
    "advised_aims": (
        "Cần gắn với du lịch để tăng năng suất lao động.",
        "what the model is to serve = labour productivity",
        "Cần gắn với du lịch.",
    ),
    "advised_way": (
        "Giữ quan điểm phát triển nhanh, bền vững.",
        "how to develop = fast, how to develop = sustainable",
        "Tàu chạy nhanh, bền vững.",
    ),
    "advised_priorities": (
        "Đảm bảo phát triển đồng bộ y tế, an sinh xã hội.",
        "what to look after = health care, what to look after = social security",
        "Y tế, an sinh xã hội đã tốt.",
    ),
    "speaker_of_government": (
        "Phó Thủ tướng Trần Văn Núi khẳng định điều này.",
        "Deputy Prime Minister = Trần Văn Núi",
        "Phó Thủ tướng đưa ra một yêu cầu.",
    ),
    "role_of_speaker": (
        "Ông Trần Văn Núi, Phó Chủ tịch UBND tỉnh Hà Nam, dự lễ.",
        "vice chair of the People's Committee of Hà Nam = Trần Văn Núi",
        "Ông Trần Văn Núi, khách của tỉnh Hà Nam, dự lễ.",
    ),
}


def lines(text: str, rule: str) -> list[str]:
    found = [fact for fact in stated(statements, text) if fact.evidence[0].rule == rule]
    return [f"{fact.values['item']} = {fact.values['value']}" for fact in found]


@pytest.mark.parametrize("rule", CASES)
def test_what_a_sentence_states_and_what_its_neighbour_does_not(rule: str) -> None:
    text, expected, other = CASES[rule]
    assert ", ".join(lines(text, rule)) == expected
    assert lines(other, rule) == []


def test_every_rule_has_its_sentences() -> None:
    assert set(CASES) == {rule.name for rule in grammar().rules["statement"]}


@pytest.mark.parametrize(
    ("text", "unit", "qualifier"),
    [
        ("Trao giấy phép đầu tư cho gần 30 nhà đầu tư.", "enterprise", "at_most"),
        ("Trao giấy phép đầu tư cho 30 nhà đầu tư.", "enterprise", "exact"),
        ("Cảng phát triển trong hơn 40 năm qua.", "year", "at_least"),
        ("Khu liên hợp là thí điểm, gồm nhà ở…", None, "open_list"),
        ("Khu liên hợp là thí điểm, gồm nhà ở.", None, "exact"),
        ("Hà Nam rất thành công với mô hình ấy.", None, "stated"),
    ],
)
def test_how_a_value_is_meant(text: str, unit: str | None, qualifier: str) -> None:
    facts = stated(statements, text)
    assert {(fact.values["unit"], fact.values["qualifier"]) for fact in facts} == {
        (unit, qualifier)
    }


def test_a_headline_is_read_there_and_where_it_is_repeated() -> None:
    headline = "Amata hợp tác với 4 tỉnh"
    assert len(lines(f"{headline}\n\nTin vắn.\n\n{headline}", "headline_cooperation")) == 2
    assert lines(f"Tin vắn\n\n{headline}", "headline_cooperation") == []


def test_statements_count_only_beside_a_park_or_a_partnership() -> None:
    statement = "Cảng phát triển trong gần 40 năm qua."
    assert extracted(statement).facts == []
    tables = [fact.table for fact in extracted(f"KCN VSIP Hà Nam.\n{statement}").facts]
    assert tables == ["park_locations", "other_facts"]
