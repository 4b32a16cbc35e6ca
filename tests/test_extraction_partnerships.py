"""Who signed with whom: each rule with sentences that name parties, and with some that do not."""

from __future__ import annotations

import pytest

from analysis.extraction.relations.partnerships import partnerships
from extracting import THREE_ENGLISH, grammar, missed_of_three, rules, stated, values
from signing_wordings import BY_OTHERS, INTENDED, INTENDED_ENGLISH, SIGNED, SIGNED_ENGLISH

STATED = [
    # rule, sentence, lead party, provinces
    (
        "signs_with_places",
        "VSIP đã ký kết với 3 tỉnh gồm: Phú Yên, Hậu Giang và Kon Tum về khu công nghiệp.",
        "VSIP", "Phú Yên, Hậu Giang, Kon Tum",
    ),
    ("signs_with_places", "Amata ký thỏa thuận với UBND tỉnh Bến Tre.", "Amata", "Bến Tre"),
    ("signs_with_places", "Amata vừa ký với tỉnh Bến Tre.", "Amata", "Bến Tre"),
    ("signs_with_places", "Sonadezi kỳ kết hợp tác cùng Cà Mau.", "Sonadezi", "Cà Mau"),
    ("signs_with_places", "WHA signed a memorandum with Quang Tri province.", "WHA", "Quảng Trị"),
    (
        "signs_with_places",
        "Đại diện Tổng công ty Becamex đại diện VSIP ký kết với tỉnh Lào Cai.",
        "Becamex", "Lào Cai",
    ),
    ("places_sign_together", "Hà Nam, Sơn La, Bến Tre ký kết.", None, "Hà Nam, Sơn La, Bến Tre"),
    ("province_signs", "Lãnh đạo tỉnh Trà Vinh vừa ký biên bản.", None, "Trà Vinh"),
    ("province_signs", "UBND tỉnh Trà Vinh ký kết với IDICO.", "IDICO", "Trà Vinh"),
    ("province_signs", "Chiều nay tỉnh Trà Vinh ký biên bản ghi nhớ.", None, "Trà Vinh"),
    (
        "signs_also_with_authority",
        "Amata ký thỏa thuận với công ty Sao Mai và UBND tỉnh Bến Tre.",
        "Amata", "Bến Tre",
    ),
    ("province_and_other_sign", "UBND tỉnh Yên Bái và IDICO ký kết.", "IDICO", "Yên Bái"),
    (
        "province_and_other_sign",
        "Đoàn công tác của tỉnh Yên Bái đã cùng tỉnh bạn ký kết biên bản.",
        None, "Yên Bái",
    ),
    (
        "province_and_other_sign",
        "Ông Mây, Chủ tịch UBND tỉnh Yên Bái, và bà Gió, giám đốc, đã ký bản ghi nhớ.",
        None, "Yên Bái",
    ),
    ("other_and_province_sign", "Bộ Y tế và UBND tỉnh Lào Cai đã ký kết.", None, "Lào Cai"),
    ("agreement_between_signed", "Biên bản giữa Bộ Y tế và Lai Châu được ký.", None, "Lai Châu"),
    (
        "carried_party_signs",
        "UBND tỉnh Hà Nam họp báo. Dịp này, tỉnh cũng ký kết biên bản ghi nhớ.",
        None, "Hà Nam",
    ),
    ("carried_party_signs", "Sơn La mời gọi\n\nTại lễ, tỉnh ký thỏa thuận.", None, "Sơn La"),
    (
        "carried_party_signs",
        "UBND tỉnh Hà Nam và UBND tỉnh Sơn La gặp gỡ. Tại đây, hai bên thống nhất ký kết kế hoạch.",
        None, "Hà Nam, Sơn La",
    ),
    (
        "carried_party_signs",
        "Phó chủ tịch tỉnh Hà Nam nói tỉnh đã ký thỏa thuận hợp tác.",
        None, "Hà Nam",
    ),
    (
        "carried_party_signs",
        "Tỉnh ủy Hà Nam làm việc với Tỉnh ủy Sơn La. Hai tỉnh đã ký kết bản ghi nhớ.",
        None, "Hà Nam, Sơn La",
    ),
    (
        "province_and_other_sign",
        "UBND tỉnh Yên Bái và IDICO đã trao nhau bản ghi nhớ.",
        "IDICO", "Yên Bái",
    ),
    ("signs_with_places", "Amata từng có thỏa thuận hợp tác với tỉnh Bến Tre.", "Amata", "Bến Tre"),
    (
        "agreement_between_signed",
        "Bản ghi nhớ giữa tỉnh Lai Châu và Bộ Y tế được hai bên trao.",
        None, "Lai Châu",
    ),
    ("agreement_between_signed", "A deal with Lai Chau was signed on tea.", None, "Lai Châu"),
    ("signing_between", "Lễ ký kết giữa Viglacera và tỉnh Yên Bái.", "Viglacera", "Yên Bái"),
    ("signing_between", "Trao thỏa thuận giữa Yên Bái và Lào Cai.", None, "Yên Bái, Lào Cai"),
    (
        "places_sign_together",
        "The provinces of Lai Chau, Kon Tum and the far Mist Region on May 5 signed an MoU.",
        None, "Lai Châu, Kon Tum",
    ),
    (
        "province_signs",
        "UBND tỉnh Kon Tum tổ chức hội nghị ký kết hợp tác với các trường.",
        None, "Kon Tum",
    ),
    (
        "authority_among_those_who_sign",
        "Bộ Gió, UBND tỉnh Kon Tum, Cơ quan hợp tác Mây và tập đoàn Nắng cùng ký kết bản ghi nhớ.",
        None, "Kon Tum",
    ),
    (
        "province_and_other_sign",
        "HANOI (MS) - Kon Tum, Sekong and Attapeu province on March 7 signed a memorandum.",
        None, "Kon Tum",
    ),
    (
        "authority_left_out_signs_between",
        "Kon Tum đón tin vui\n\nSáng nay có lễ ký kết thỏa thuận giữa UBND tỉnh và trường Mây.",
        None, "Kon Tum",
    ),
    (
        "places_sign_together",
        "Tại Kon Tum, UBND tỉnh Kon Tum và UBND tỉnh Sơn La đã ký kết hợp tác.",
        None, "Kon Tum, Sơn La",
    ),
    (
        "agreement_between_signed",
        "Thỏa thuận giữa 2 tỉnh Yên Bái, Lào Cai (Việt Nam) với xứ Mây ký ngày 2/3/2018.",
        None, "Yên Bái, Lào Cai",
    ),
    (
        "chair_and_other_sign",
        "Ông Gió, Chủ tịch UBND tỉnh Kon Tum và ông Mây, Chủ tịch UBND tỉnh Sơn La đã ký kết.",
        None, "Kon Tum, Sơn La",
    ),
    (
        "chair_signs",
        "Chủ tịch UBND tỉnh Kon Tum Lê Văn Gió đã ký kết biên bản ghi nhớ với đại sứ.",
        None, "Kon Tum",
    ),
    (
        "province_signs",
        "UBND tỉnh Kon Tum (cùng với hãng Mây) đã ký kết biên bản ghi nhớ.",
        None, "Kon Tum",
    ),
    (
        "signs_with_places",
        "Hãng Mây ký thỏa thuận với 4 tỉnh, thành phố lớn phía bắc, gồm tỉnh Sơn La, Lai Châu.",
        None, "Sơn La, Lai Châu",
    ),
    (
        "agreement_between_signed",
        "Thỏa thuận hợp tác giữa Kon Tum với các tỉnh Yên Bái, Lào Cai được ký kết hôm qua.",
        None, "Kon Tum, Yên Bái, Lào Cai",
    ),
    ("places_sign_together", "Kon Tum, Son La and 9 firms signed a pact.", None, "Kon Tum, Sơn La"),
    ("signs_with_places", "Hanoi-based Mist signed a pact with Kon Tum.", None, "Kon Tum"),
    ("signing_between", "Giấy tờ được ký kết giữa Amata và tỉnh Yên Bái.", "Amata", "Yên Bái"),
    ("signing_between", "Memoranda were signed between WHA and Nghe An.", "WHA", "Nghệ An"),
    ("signing_between", "Lễ ký kết giữa Yên Bái với Lào Cai.", None, "Yên Bái, Lào Cai"),
    (
        "signing_between",
        "Lễ ký giữa VSIP với lãnh đạo các tỉnh Yên Bái, Lào Cai.",
        "VSIP", "Yên Bái, Lào Cai",
    ),
    (
        "signing_between",
        "Lễ ký kết giữa Yên Bái và các tỉnh bạn (gồm Lào Cai, Sơn La).",
        None, "Yên Bái, Lào Cai, Sơn La",
    ),
    (
        "carried_party_signs",
        "Tại buổi gặp, lãnh đạo tỉnh Yên Bái chào đoàn khách. Sau đó, đại diện hai bên ký kết.",
        None, "Yên Bái",
    ),
    (
        "carried_party_signs",
        "At the meeting, representatives of Yen Bai and of a sister province spoke. After lunch, "
        "leaders of the two provinces signed a memorandum.",
        None, "Yên Bái",
    ),
    (
        "chair_and_other_sign",
        "Chủ tịch UBND tỉnh Yên Bái Nguyễn Văn Mây và đại sứ Gió đã ký bản ghi nhớ.",
        None, "Yên Bái",
    ),
    ("province_and_other_sign", "Yên Bái - Savannakhet ký kết biên bản.", None, "Yên Bái"),
    ("province_signs", "UBND tỉnh Yên Bái trao MOU cho WHA.", None, "Yên Bái"),
    (
        "chair_and_other_sign",
        "The chairman of the Yen Bai People's Committee and a visiting mayor signed a pact.",
        None, "Yên Bái",
    ),
    (
        "signed_with_local_authorities",
        "Hai biên bản được ký với chính quyền địa phương để mở khu mới tại Yên Bái và Lào Cai.",
        None, "Yên Bái, Lào Cai",
    ),
    (
        "signs_with_counted_places",
        "VSIP đã ký kết với 3 tỉnh. Các tỉnh hợp tác là 3 tỉnh gồm Yên Bái, Lào Cai, Sơn La.",
        "VSIP", "Yên Bái, Lào Cai, Sơn La",
    ),
    (
        "signs_with_counted_places",
        "WHA signed memoranda with provincial leaders. The two provinces are Yen Bai and Son La.",
        "WHA", "Yên Bái, Sơn La",
    ),
    (
        "carried_party_signs",
        "Sáng qua, đoàn đại biểu cấp cao tỉnh Yên Bái thăm nước bạn. Hai bên vui vì tình bạn lâu "
        "năm. Dịp này, hai bên đã ký biên bản hợp tác.",
        None, "Yên Bái",
    ),
    (
        "signs_with_its_authority",
        "Amata will build a park in Kon Tum Province under a memorandum it signed with the "
        "provincial People's Committee.",
        "Amata", "Kon Tum",
    ),
    ("province_signs", "The province of Kon Tum late last week signed a pact.", None, "Kon Tum"),
    ("province_signs", "Kon Tum on Monday signed an agreement with WHA.", "WHA", "Kon Tum"),
    (
        "signing_between",
        "The mayor and\nMr. Kim of Mist College signed an agreement\nbetween the province of Kon "
        "Tum and the college.",
        None, "Kon Tum",
    ),
    (
        "province_and_other_sign",
        "Các địa phương gồm Yên Bái và ba tỉnh bạn, vừa cùng ký kết thỏa thuận du lịch.",
        None, "Yên Bái",
    ),
    (
        "authority_and_others_sign",
        "KON TUM - The Kon Tum Province People's Committee, Mist College and the town of Daegu "
        "have signed a pact.",
        None, "Kon Tum",
    ),
    (
        "province_signs",
        "Chiều qua, Ban Thường vụ Tỉnh ủy và UBND tỉnh Trà Vinh làm việc và ký kết ghi nhớ hợp tác "
        "với tập đoàn Mây.",
        None, "Trà Vinh",
    ),
    (
        "carried_party_signs",
        "Ban Thường vụ Thành ủy Cần Thơ và Ban Thường vụ Thành ủy Đà Nẵng họp bàn. Dự và chủ trì "
        "có Bí thư Thành ủy Cần Thơ. Tại hội nghị, hai thành phố đã ký kết biên bản ghi nhớ.",
        None, "Cần Thơ, Đà Nẵng",
    ),
    (
        "other_and_chair_sign",
        "Mrs Hoa and Le Van Sau, Chairman of the People's Committee of Kon Tum, signed the MoU.",
        None, "Kon Tum",
    ),
    ("signs_with_places", "WHA has reached an agreement with Kon Tum on a road.", "WHA", "Kon Tum"),
    (
        "province_reviews_and_signs",
        "UBND tỉnh Kon Tum tổ chức buổi sơ kết 3 năm hợp tác với Viện Mây và ký kết kế hoạch mới.",
        None, "Kon Tum",
    ),
    (
        "signs_with_places",
        "Đoàn khách đã đến Sơn La, Cà Mau rồi ký kết hợp tác với các tỉnh Lai Châu, Kon Tum.",
        None, "Lai Châu, Kon Tum",
    ),
    (
        "signs_with_counted_places",
        "Viện Mây đã tới Sơn La và ký kết với 2 tỉnh. Hợp tác với 2 tỉnh Lai Châu, Kon Tum là mới.",
        None, "Lai Châu, Kon Tum",
    ),
    ("signs_with_places", "WHA signed a pact with Vietnam's Kon Tum Province.", "WHA", "Kon Tum"),
    (
        "agreement_between_signed",
        "Kế hoạch hợp tác trồng chè giữa hai tỉnh Lai Châu và Yên Bái vừa được lãnh đạo 2 bên ký.",
        None, "Lai Châu, Yên Bái",
    ),
    (
        "carried_party_signs",
        "Tỉnh ủy Hà Nam làm việc với Tỉnh ủy Sơn La. Tại Hà Nội, 2 tỉnh đã ký kết bản ghi nhớ.",
        None, "Hà Nam, Sơn La",
    ),
    (
        "carried_party_signs",
        "Tại buổi làm việc với tỉnh Yên Bái, hai bên đã ký biên bản hợp tác.",
        None, "Yên Bái",
    ),
]  # fmt: skip

NOT_STATED = [
    ("places_sign_together", "Papers on parks in Ha Nam, Son La and Lai Chau were signed."),
    ("province_signs", "Đoàn khách thăm tỉnh Trà Vinh làm việc và ký kết hợp tác với hãng Gió."),
    ("province_signs", "Công đoàn các khu công nghiệp tỉnh Trà Vinh ký kết với hãng Gió."),
    ("province_signs", "Tòa án nhân dân tỉnh Trà Vinh ký kết quy chế với hãng Gió."),
    ("province_and_other_sign", "Tỉnh Trà Vinh và FLC chấm dứt thỏa thuận hợp tác đã ký kết."),
    ("province_signs", "Thanh niên học tập phong cách Hồ Chí Minh ký kết thi đua."),
    (
        "carried_party_signs",
        "UBND tỉnh Trà Vinh tiếp đoàn khách. Sau đó, hai thành phố đã ký kết biên bản ghi nhớ.",
    ),
    ("signs_with_places", "Amata chưa ký kết với tỉnh Bến Tre."),
    ("signs_with_places", "Amata ký kết với Sembcorp tại Bến Tre."),
    ("signs_with_places", "Amata signed a contract with Dew-Ben Tre Port Development JSC."),
    ("signs_with_places", "Amata ký kết với các tập đoàn lớn của Nhật Bản; thăm Bến Tre."),
    ("signs_with_places", "Sinh viên đăng ký với trường ở Bến Tre."),
    ("signs_with_places", "Nghệ sĩ Bến Tre lấy chữ ký với khán giả."),
    ("places_sign_together", "Tại Hà Nam và Sơn La, hai công ty ký thỏa thuận."),
    ("places_sign_together", "Hà Nam và Sơn La cùng trồng rừng."),
    ("places_sign_together", "Guests from Ha Nam and Son La were present at the signing."),
    ("carried_party_signs", "Hà Nam và Sơn La họp. Sau đó, tỉnh ký thỏa thuận."),
    ("signs_with_places", "Amata chưa có thỏa thuận hợp tác với tỉnh Bến Tre."),
    ("province_signs", "Đoàn của Trà Vinh ký tên lưu niệm."),
    ("province_signs", "Tại UBND tỉnh Trà Vinh ký kết hai hợp đồng."),
    ("province_signs", "Công an tỉnh Trà Vinh ký kết quy chế phối hợp."),
    ("province_signs", "Chủ tịch UBND tỉnh Trà Vinh ký văn bản gửi các bộ."),
    ("province_signs", "Bóng đá: Thanh Hóa ký thỏa thuận với tiền đạo trẻ."),
    ("signs_also_with_authority", "Amata ký thỏa thuận với công ty Sao Mai ở tỉnh Bến Tre."),
    ("signs_also_with_authority", "Amata không ký thỏa thuận với UBND tỉnh Bến Tre."),
    ("province_and_other_sign", "Tại Yên Bái, IDICO và Amata ký kết."),
    ("other_and_province_sign", "Sở Y tế Sơn La và Sở Y tế Lào Cai đã ký kết."),
    ("places_sign_together", "Công an các tỉnh Sơn La, Yên Bái và Lào Cai ký kết quy chế."),
    ("signs_with_places", "Hãng Gió ký kết với Sở Y tế các tỉnh Sơn La, Lào Cai."),
    (
        "places_sign_together",
        "Lai Chau, Kon Tum and some firms were present when Mist and Dew signed an MoU.",
    ),
    (
        "authority_among_those_who_sign",
        "Tại UBND tỉnh Kon Tum, hãng Mây, hãng Nắng và hãng Gió cùng ký kết.",
    ),
    ("chair_signs", "Chủ tịch Hội Nông dân tỉnh Kon Tum Lê Gió đã ký kết kế hoạch phối hợp."),
    ("province_signs", "Trường Đại học Mây TP. Hồ Chí Minh đã ký kết thỏa thuận hợp tác."),
    (
        "authority_left_out_signs_between",
        "Kon Tum đón khách\n\nLễ ký kết giữa lãnh đạo hãng Gió và hãng Mây rất vui.",
    ),
    ("chair_signs", "Chủ tịch UBND tỉnh Kon Tum Lê Văn Gió chứng kiến lễ ký kết của hãng Mây."),
    ("chair_signs", "Chủ tịch tỉnh Kon Tum Lê Văn Gió ký quyết định khen thưởng."),
    ("province_signs", "Huyện Sương Mai, tỉnh Kon Tum ký kết hợp tác với hãng Gió."),
    ("province_and_other_sign", "Xã Sương, huyện Mai, tỉnh Kon Tum và hãng Gió ký kết hợp tác."),
    ("signs_with_places", "A Lai Chau-based firm signed a deal with Kon Tum City Hospital."),
    ("signs_with_places", "Mist Bank signed a memorandum with Kon Tum's transport department."),
    ("agreement_between_signed", "Biên bản giữa Bộ Y tế và tỉnh Lai Châu còn được bàn."),
    ("carried_party_signs", "Hà Nam và Sơn La họp báo\n\nCông ty ký thỏa thuận."),
    (
        "carried_party_signs",
        "In the province of Yen Bai two ministers met. The two sides signed a memorandum.",
    ),
    (
        "carried_party_signs",
        "Tỉnh Yên Bái có mưa. Hãng Mây gặp hãng Gió. Hai bên đã ký thỏa thuận hợp tác.",
    ),
    ("province_signs", "UBND tỉnh Trà Vinh trao thỏa thuận chủ trương đầu tư cho hãng Mây."),
    ("province_and_other_sign", "Đoàn gồm Yên Bái và hai hãng dự lễ ký kết của Amata."),
    ("signing_between", "Lễ ký kết giữa Viglacera và Amata diễn ra ở Yên Bái."),
    (
        "province_reviews_and_signs",
        "Trường ở tỉnh Kon Tum tổ chức lễ tổng kết năm hợp tác và ký kết với Viện Mây.",
    ),
    (
        "province_reviews_and_signs",
        "UBND tỉnh Kon Tum tổ chức lễ tổng kết phong trào hợp tác xã và ký kết thi đua.",
    ),
    ("places_sign_together", "Cổ đông họp tại Kon Tum, Sơn La và ký kết hợp tác với hãng Mây."),
    ("places_sign_together", "Đoàn bác sĩ đến Kon Tum, Sơn La và ký kết với hai bệnh viện."),
    ("carried_party_signs", "Sáng qua, tại Yên Bái, hai bên đã ký biên bản hợp tác."),
    ("carried_party_signs", "In Yen Bai, the two sides signed a memorandum."),
    (
        "carried_party_signs",
        "Ngày 5/3, tại Yên Bái, hãng Mây gặp hãng Gió. Hai bên đã ký thỏa thuận hợp tác.",
    ),
    (
        "carried_party_signs",
        "Tỉnh ủy Hà Nam, Tỉnh ủy Sơn La và Tỉnh ủy Yên Bái họp. Hai tỉnh đã ký kết bản ghi nhớ.",
    ),
    ("province_and_other_sign", "Huyện Mây, tỉnh Yên Bái và huyện bạn ký biên bản hợp tác."),
    ("province_signs", "Ban Quản lý cảng và các khu công nghiệp tỉnh Yên Bái ký biên bản."),
    ("signing_between", "Lễ ký kết tại Yên Bái, Lào Cai."),
    ("signing_between", "Lễ ký kết giữa Viglacera với Sở Y tế tỉnh Yên Bái."),
    ("chair_and_other_sign", "Chủ tịch UBND tỉnh Yên Bái và đại sứ Gió dự lễ ký kết."),
    (
        "signed_with_local_authorities",
        "Hai biên bản được ký với chính quyền địa phương tại hội nghị ở Yên Bái.",
    ),
    (
        "signs_with_counted_places",
        "Các tỉnh hợp tác là 4 tỉnh gồm Yên Bái, Lào Cai, Sơn La. VSIP đã ký kết với 3 tỉnh.",
    ),
    ("signs_with_counted_places", "VSIP đã ký kết với 2 tỉnh. Yên Bái và Lào Cai có mưa."),
    ("signs_with_counted_places", "VSIP đã ký kết với 2 tỉnh. Bão qua 2 tỉnh Yên Bái, Lào Cai."),
    (
        "signs_with_counted_places",
        "Liên minh HTX TP Cần Thơ ký kết với Liên minh HTX 2 tỉnh gồm Yên Bái và Lào Cai.",
    ),
    ("signs_with_places", "Đại học Khoa học Xã hội và Nhân văn TP.HCM ký kết với Amata."),
    ("signs_with_places", "WHA signed a pact with Nghe An Economic Zone Authority."),
    (
        "signs_with_its_authority",
        "Amata, which has a park in Kon Tum province, signed a lease with a provincial college.",
    ),
    (
        "authority_and_others_sign",
        "The Kon Tum People's Committee, the host, has said that WHA and Sojitz signed a pact.",
    ),
    (
        "authority_and_others_sign",
        "The Kon Tum People's Committee, which held a fair, said Amata and WHA signed a pact.",
    ),
    (
        "authority_and_others_sign",
        "With guests, the Kon Tum People's Committee, Amata and WHA, the fair saw Becamex sign.",
    ),
    (
        "other_and_chair_sign",
        "Mrs Hoa and Le Van Sau, guest of the chairman of a bank in Kon Tum, signed the MoU.",
    ),
]


@pytest.mark.parametrize(("rule", "text", "lead", "provinces"), STATED)
def test_parties_are_read_with_who_leads(
    rule: str, text: str, lead: str | None, provinces: str
) -> None:
    facts = stated(partnerships, text)
    expected = {(name, lead, "signed") for name in provinces.split(", ")}
    assert values(facts, "province", "lead_party", "status") == expected
    assert rule in rules(facts)


@pytest.mark.parametrize(("rule", "text"), NOT_STATED)
def test_places_bystanders_and_refusals_are_no_parties(rule: str, text: str) -> None:
    assert stated(partnerships, text) == [], rule


def test_every_rule_has_sentences_of_both_kinds() -> None:
    names = {rule.name for rule in grammar().rules["partnerships"]}
    assert {case[0] for case in STATED} == names == {rule for rule, _ in NOT_STATED}


def test_a_province_that_leads_is_a_party_too() -> None:
    text = "Cần Thơ ký kết với 2 tỉnh Hậu Giang, Sóc Trăng về xây dựng khu công nghiệp VSIP."
    facts = stated(partnerships, text)
    assert values(facts, "province", "lead_party", "stated_total") == {
        ("Cần Thơ", None, None), ("Hậu Giang", "Cần Thơ", 2), ("Sóc Trăng", "Cần Thơ", 2)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("Ngày 5/8/2022, VSIP đã ký kết với Bến Tre.", "signed", "2022-08-05"),
        ("Sáng 5/8, VSIP đã ký kết với Bến Tre.", "signed", "--08-05"),
        ("Nay là ngày 4/8/2022.\nVSIP đã ký kết với Bến Tre.", "signed", "2022-08-04"),
        ("VSIP đã ký kết với Bến Tre.", "signed", None),
        ("Sau hội nghị xúc tiến, VSIP ký kết với Bến Tre.", "signed", None),
        ("Đã khảo sát, nghiên cứu, VSIP ký kết với Bến Tre.", "signed", None),
        ("Ngày 5/8/2022, VSIP sẽ ký kết với Bến Tre.", "planned", None),
        ("VSIP dự kiến ký kết với Bến Tre.", "planned", None),
        ("VSIP đã họp và sẽ ký kết với Bến Tre.", "planned", None),
        ("VSIP sẽ mở rộng, đã ký kết với Bến Tre.", "signed", None),
        ("Under the pact, Amata will sign a deal with Ben Tre.", "planned", None),
        ("Amata agreed to sign a pact with Ben Tre in the spring.", "planned", None),
    ],
)
def test_signed_or_only_meant_and_when(text: str, status: str, day: str | None) -> None:
    assert values(stated(partnerships, text), "status", "signed_on") == {(status, day)}


@pytest.mark.parametrize(
    ("about", "domain"),
    [
        (" về phát triển khu công nghiệp và du lịch", "industrial_park"),
        (" về du lịch", "tourism"),
        (" để xây bệnh viện", "health"),
        (" trong lĩnh vực nông nghiệp", "agriculture"),
        ("", "other"),
        ("; VSIP là khu công nghiệp", "other"),
        (", nội dung là giao thông", "transport"),
    ],
)
def test_what_the_agreement_is_about(about: str, domain: str) -> None:
    facts = stated(partnerships, f"Sembcorp đã ký kết với Bến Tre{about}.")
    assert values(facts, "domain") == {(domain,)}


@pytest.mark.parametrize(
    ("headline", "party"),
    [
        ("Tỉnh Hà Nam bắt tay hợp tác với 2 tỉnh", "Hà Nam"),
        ("Becamex ký kết với 2 tỉnh", "Becamex"),
        ("Hà Nam trồng rừng", None),
        ("Hà Nam hợp tác với 2 tỉnh.", None),
    ],
)
def test_the_headline_names_its_own_party(headline: str, party: str | None) -> None:
    facts = stated(partnerships, f"{headline}\n\nSembcorp đã ký kết với Bến Tre.")
    of_body = [fact for fact in facts if fact.values["lead_party"] == "Sembcorp"]
    assert values(of_body, "province", "headline_party") == {("Bến Tre", party)}


LISTS = [
    "Kon Tum, Sơn La và Lai Châu",
    "các tỉnh Kon Tum, Sơn La, Lai Châu",
    "3 tỉnh Kon Tum, Sơn La và Lai Châu",
    "UBND các tỉnh Kon Tum, Sơn La và Lai Châu",
    "ba tỉnh gồm Kon Tum, Sơn La, Lai Châu",
]


@pytest.mark.parametrize(
    ("frames", "lists", "status"),
    [
        (SIGNED, LISTS, "signed"),
        (SIGNED_ENGLISH, THREE_ENGLISH, "signed"),
        (INTENDED, LISTS, "planned"),
        (INTENDED_ENGLISH, THREE_ENGLISH, "planned"),
    ],
)
def test_every_province_of_a_list_signs(frames: list[str], lists: list[str], status: str) -> None:
    assert missed_of_three(partnerships, frames, lists, status) == []


@pytest.mark.parametrize("text", BY_OTHERS)
def test_what_others_sign_makes_no_province_a_party(text: str) -> None:
    assert stated(partnerships, text) == []
