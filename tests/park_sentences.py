"""Sentences of our own that place a park, by rule."""

from __future__ import annotations

STATED = [
    # rule, sentence, programmes, status, provinces
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
        "parks_at_places_before_organisation",
        "Với 9 khu công nghiệp tại Kon Tum, Sơn La, WHA đón nhiều khách.",
        "WHA", "operating", "Kon Tum, Sơn La",
    ),
    (
        "parks_at_places_before_organisation",
        "With parks in Kon Tum and Son La, WHA is a known name.",
        "WHA", "operating", "Kon Tum, Sơn La",
    ),
    (
        "programme_expanded",
        "VSIP mở rộng ra tỉnh Kon Tum, tỉnh Sơn La.",
        "VSIP", "operating", "Kon Tum, Sơn La",
    ),
    (
        "programme_at_places",
        "Có 9 khu VSIP tại 2 tỉnh, thành phố: Kon Tum, Sơn La.",
        "VSIP", "operating", "Kon Tum, Sơn La",
    ),
    ("programme_at_places", "VSIP, đặt tại Kon Tum, đã lấp đầy.", "VSIP", "operating", "Kon Tum"),
    (
        "programme_present_in_places",
        "The VSIP network covers Kon Tum.",
        "VSIP", "operating", "Kon Tum",
    ),
    ("inside_park_with_province", "Xưởng tại VSIP VI, Kon Tum.", "VSIP", "operating", "Kon Tum"),
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
    (
        "developer_park_with_province_name",
        "The factory opened in Amata Industrial Park Kon Tum.",
        "Amata", "operating", "Kon Tum",
    ),
    (
        "developer_and_province_before_park",
        "Foxes live beside DEEP C Kon Tum II.",
        "DEEP C", "operating", "Kon Tum",
    ),
    (
        "developer_and_province_before_park",
        "Visitors saw the Becamex - Kon Tum Industrial and Urban Complex.",
        "Becamex", "operating", "Kon Tum",
    ),
    (
        "developer_park_with_address",
        "Guests came to WHA Industrial Zone 1 (Nghi Loc district, Nghe An).",
        "WHA", "operating", "Nghệ An",
    ),
    (
        "developer_makes_park_at_places",
        "Viglacera rót 1.500 tỷ đồng vào khu công nghiệp ở Lai Châu.",
        "Viglacera", "planned", "Lai Châu",
    ),
    (
        "park_of_province_by_developer",
        "Khu công nghiệp đầu tiên của tỉnh Lai Châu, rộng 90 ha, do Viglacera vận hành.",
        "Viglacera", "operating", "Lai Châu",
    ),
    (
        "provinces_park_by_developer",
        "The site of Lai Chau province's oldest industrial park is run by Viglacera.",
        "Viglacera", "operating", "Lai Châu",
    ),
    (
        "province_and_developer_open_park",
        "Tỉnh Lai Châu phối hợp với Viglacera khánh thành khu công nghiệp Sương Mai.",
        "Viglacera", "operating", "Lai Châu",
    ),
    (
        "province_and_developer_open_park",
        "UBND tỉnh Lai Châu và Viglacera sáng nay động thổ dự án khu công nghiệp Sương Mai.",
        "Viglacera", "planned", "Lai Châu",
    ),
    (
        "developer_lets_land_in_park",
        "Sonadezi cho thuê thêm 12,5 ha, trong đó có 4 ha tại KCN Sương Mai (Lai Châu).",
        "Sonadezi", "operating", "Lai Châu",
    ),
    (
        "province_asks_developer_for_park",
        "Lai Chau has asked Amata to start the first phase of its hi-tech industrial park.",
        "Amata", "planned", "Lai Châu",
    ),
    (
        "developer_asks_province_for_park",
        "Sonadezi vừa có văn bản gửi UBND tỉnh Kon Tum xin khảo sát để lập khu công nghiệp.",
        "Sonadezi", "planned", "Kon Tum",
    ),
    (
        "park_at_places_of_whom_it_speaks",
        "IDICO lãi lớn. Khu công nghiệp Sương Mai (huyện Đăk Hà, tỉnh Kon Tum) do doanh nghiệp này "
        "đầu tư đã lấp đầy.",
        "IDICO", "operating", "Kon Tum",
    ),
    (
        "programme_at_places",
        "It runs the Thang Long industrial parks in Hanoi and Son La.",
        "TLIP", "operating", "Hà Nội, Sơn La",
    ),
    (
        "parks_of_whom_it_speaks",
        "Amata vừa họp. Các khu công nghiệp của tập đoàn nằm ở Kon Tum và Sơn La.",
        "Amata", "operating", "Kon Tum, Sơn La",
    ),
    (
        "its_parks_at_places",
        "WHA is a Thai firm. Its industrial parks in Kon Tum and Son La are full.",
        "WHA", "operating", "Kon Tum, Sơn La",
    ),
    (
        "parks_at_places_of_developer",
        "IDICO họp sáng nay. Tập đoàn đang xin làm khu công nghiệp ở Kon Tum.",
        "IDICO", "planned", "Kon Tum",
    ),
    (
        "programme_at_places",
        "The firm is developing 3 VSIP projects in localities (Kon Tum, Son La, and Lai Chau).",
        "VSIP", "planned", "Kon Tum, Sơn La, Lai Châu",
    ),
    (
        "programme_at_places",
        "VSIP đã lấp đầy ở 2 tỉnh (gồm: Kon Tum, Sơn La).",
        "VSIP", "operating", "Kon Tum, Sơn La",
    ),
    (
        "programmes_with_province_names",
        "Three VSIPs (Kon Tum, Son La 2 and Lai Chau 3) are under construction in the country.",
        "VSIP", "planned", "Kon Tum, Sơn La, Lai Châu",
    ),
    (
        "developer_and_province_before_park",
        "Guests came to THACO Pleiku Industrial Park.",
        "THACO", "operating", "Gia Lai",
    ),
    (
        "province_has_programme",
        "Kon Tum là địa phương có nhiều khu VSIP nhất.",
        "VSIP", "operating", "Kon Tum",
    ),
    (
        "developer_has_park_at_places",
        "Mist, a subsidiary of Hoa Phat Group, won approval for an industrial park in Kon Tum.",
        "Hòa Phát", "planned", "Kon Tum",
    ),
    (
        "province_lets_developer_build",
        "Kon Tum has licensed Amata to develop the Mist Industrial Park.",
        "Amata", "planned", "Kon Tum",
    ),
    (
        "province_has_park_of_developer",
        "Kon Tum hiện có khu công nghiệp Sương do Viglacera đầu tư.",
        "Viglacera", "operating", "Kon Tum",
    ),
    (
        "whose_investor_is",
        "Chủ đầu tư khu công nghiệp Sương (Kon Tum) là Viglacera.",
        "Viglacera", "operating", "Kon Tum",
    ),
    (
        "park_at_places_developed_by",
        "The Mist Industrial Park in Kon Tum, owned by Amata, has 9 tenants.",
        "Amata", "operating", "Kon Tum",
    ),
    (
        "developer_has_park_at_places",
        "Viglacera được giao làm chủ đầu tư khu công nghiệp tại Kon Tum.",
        "Viglacera", "planned", "Kon Tum",
    ),
    (
        "developer_park_with_address",
        "Tỉnh trao giấy chứng nhận đầu tư xưởng tại KCN WHA Industrial Zone 1 – Kon Tum cho Gió.",
        "WHA", "operating", "Kon Tum",
    ),
    (
        "developer_has_park_at_places",
        "Amata sẽ triển khai khu công nghệ cao tại huyện Đăk Hà, Kon Tum.",
        "Amata", "planned", "Kon Tum",
    ),
    (
        "next_listed_park_with_province_name",
        "Giá ở các khu công nghiệp Mây (Lào Cai), Amata (Kon Tum) và Sương (Sơn La) tăng.",
        "Amata", "operating", "Kon Tum",
    ),
    (
        "developer_has_park_at_places",
        "DEEP C Industrial Zones, which operates five zones in Kon Tum and Son La, is hiring.",
        "DEEP C", "operating", "Kon Tum, Sơn La",
    ),
    (
        "investor_of_project_before",
        "Tỉnh Kon Tum duyệt dự án khu công nghiệp Sương. Nhà đầu tư được lựa chọn là IDICO.",
        "IDICO", "planned", "Kon Tum",
    ),
    (
        "developer_and_province_before_park",
        "THACO Pleiku Mechanical and Automotive Industrial Park has been expanded.",
        "THACO", "operating", "Gia Lai",
    ),
    (
        "programme_at_places",
        "It is to build a second VSIP in the country's Kon Tum province.",
        "VSIP", "planned", "Kon Tum",
    ),
    (
        "developer_has_park_at_places",
        "Viglacera xây dựng 3 cụm công nghiệp tại Kon Tum, đã lấp đầy.",
        "Viglacera", "operating", "Kon Tum",
    ),
    ("provinces_programme", "Kon Tum's VSIP has 9 tenants.", "VSIP", "operating", "Kon Tum"),
    ("provinces_programme", "The Kon Tum VSIP is to be built.", "VSIP", "planned", "Kon Tum"),
    (
        "park_of_developer_at_places",
        "The Mist Industrial Park, developed by WHA in Kon Tum, will be built in May.",
        "WHA", "planned", "Kon Tum",
    ),
    ("province_has_programme", "Kon Tum sắp có KCN VSIP.", "VSIP", "planned", "Kon Tum"),
    (
        "province_asks_developer_for_park",
        "Lai Châu mong muốn IDICO xây dựng khu công nghiệp trên địa bàn tỉnh.",
        "IDICO", "planned", "Lai Châu",
    ),
    (
        "developer_has_park_at_places",
        "Amata muốn làm khu đô thị công nghiệp tại Kon Tum.",
        "Amata", "planned", "Kon Tum",
    ),
    (
        "english_park_among_those_of_developer",
        "For years Sonadezi has developed the Green Moon Industrial Park, Lai Chau province.",
        "Sonadezi", "operating", "Lai Châu",
    ),
    (
        "project_of_organisation_at_places",
        "Amata được cấp phép làm khu công nghiệp Sương Mai.\n"
        "Dự án có quy mô 210,5 ha, thuộc hai xã Mây và Gió của tỉnh Lai Châu.",
        "Amata", "operating", "Lai Châu",
    ),
    (
        "developers_park_in_context",
        "Lai Chau: news in brief\n\nA warehouse burned in Amata's industrial park.",
        "Amata", "operating", "Lai Châu",
    ),
    (
        "project_of_developer_in_context",
        "Khởi công khu công nghiệp ở Lai Châu\n\nDự án do công ty IDICO làm chủ đầu tư.",
        "IDICO", "planned", "Lai Châu",
    ),
    (
        "leased_from_developer",
        "Hãng Mây ký ghi nhớ thuê 5 ha đất ở khu công nghiệp Sương Mai, tỉnh Lai Châu với công ty "
        "con của Sonadezi.",
        "Sonadezi", "operating", "Lai Châu",
    ),
    (
        "organisation_has_park_in_context",
        "Trong đó, tại tỉnh Lai Châu, Sonadezi đang vận hành ba khu công nghiệp.",
        "Sonadezi", "operating", "Lai Châu",
    ),
    (
        "programme_with_province_name",
        "Đã khởi công dự án khu công nghiệp Sương Mai (VSIP Lai Châu).",
        "VSIP", "planned", "Lai Châu",
    ),
    (
        "programme_with_province_name",
        "Được khởi công tháng 8, đến nay VSIP Lai Châu đón 3 khách.",
        "VSIP", "operating", "Lai Châu",
    ),
    (
        "those_parks_at_places",
        "VSIP has built four parks so far. The parks are located in Lai Chau and Kon Tum.",
        "VSIP", "operating", "Lai Châu, Kon Tum",
    ),
    (
        "those_parks_at_places",
        "VSIP cho biết đã có thêm khách.\nHai năm qua có 4 khu công nghiệp mới.\n"
        "Các khu công nghiệp này trải ở tỉnh Lai Châu và Kon Tum.",
        "VSIP", "operating", "Lai Châu, Kon Tum",
    ),
    (
        "province_where_programme_is",
        "It has a strong footing in the southern province of Kon Tum where VSIP opened in 1999.",
        "VSIP", "operating", "Kon Tum",
    ),
    (
        "programme_at_places",
        "Nine VSIP's, a model of friendship, have been developed in Lai Chau and Kon Tum.",
        "VSIP", "operating", "Lai Châu, Kon Tum",
    ),
    (
        "programme_at_places",
        "The firm won an investment licence for a plant at the Becamex VSIP park in Kon Tum.",
        "VSIP", "operating", "Kon Tum",
    ),
    (
        "developer_given_approval_by_province",
        "IDICO vừa được UBND tỉnh Kon Tum chấp thuận chủ trương đầu tư khu công nghiệp Sương Mai.",
        "IDICO", "planned", "Kon Tum",
    ),
    (
        "programme_at_places",
        "The two other parks, known as VSIP, are located in Kon Tum province, north of Da Nang.",
        "VSIP", "operating", "Kon Tum",
    ),
    (
        "province_has_park_of_developer_in_brackets",
        "Tỉnh Kon Tum vừa đón hai dự án tại khu công nghiệp Sương Mai (Amata).",
        "Amata", "operating", "Kon Tum",
    ),
    (
        "programme_at_places",
        "The PM issued a decision approving VSIP II, located in the central province of Kon Tum.",
        "VSIP", "planned", "Kon Tum",
    ),
    (
        "programme_at_places",
        "Work starts on the third Vietnam-Singapore IP in the province of Kon Tum.",
        "VSIP", "planned", "Kon Tum",
    ),
    (
        "park_of_joint_venture",
        "Dự án khu công nghiệp Sương Mai, tỉnh Lai Châu do hãng Gió, liên doanh của VSIP và "
        "công ty Mây, thực hiện.",
        "VSIP", "planned", "Lai Châu",
    ),
    (
        "first_park_of_organisation",
        "Từ khi mở khu công nghiệp đầu tiên tại Lai Châu năm 1998, đến nay, công ty Amata đã đón "
        "5 nghìn khách.",
        "Amata", "operating", "Lai Châu",
    ),
    (
        "first_park_of_organisation",
        "Since opening its first industrial park in Kon Tum in 1998, Amata has grown.",
        "Amata", "operating", "Kon Tum",
    ),
    (
        "parks_among_those_of_developer",
        "Sonadezi được biết đến là nhà phát triển khu công nghiệp, gồm KCN Núi Xanh (Yên Bái), "
        "KCN Đồi Cỏ (Lai Châu).",
        "Sonadezi", "operating", "Yên Bái, Lai Châu",
    ),
    (
        "developer_has_park_at_places",
        "Viglacera tổ chức lễ động thổ khu công nghiệp Sương Mai tại tỉnh Lai Châu.",
        "Viglacera", "planned", "Lai Châu",
    ),
    (
        "developer_has_park_at_places",
        "Tập đoàn Mây Gió (Amata) sắp mở khu công nghiệp rộng 90 ha tại Lai Châu.",
        "Amata", "planned", "Lai Châu",
    ),
    (
        "park_of_developer_at_places",
        "Tỉnh đang làm thủ tục thành lập thêm hai khu công nghiệp.\n"
        "Đó là khu công nghiệp Amata tại Lai Châu và khu công nghiệp Gió.",
        "Amata", "planned", "Lai Châu",
    ),
    (
        "park_of_developer_at_places",
        "Khu công nghiệp mà Phát Đạt đề xuất có quy mô 90 ha nằm tại xã Mây, tỉnh Lai Châu.",
        "Phát Đạt", "planned", "Lai Châu",
    ),
    (
        "programme_with_address",
        "Hãng Mây thuê xưởng ở VSIP3, tỉnh Lai Châu.",
        "VSIP", "operating", "Lai Châu",
    ),
    (
        "licensed_by_province",
        "Kon Tum Province has granted an investment certificate to Amata to build and run the "
        "Morning Mist industrial park.",
        "Amata", "planned", "Kon Tum",
    ),
    (
        "licensed_by_province",
        "The People's Committee of Kon Tum handed approval to WHA Kon Tum for Industrial Park 7.",
        "WHA", "planned", "Kon Tum",
    ),
    (
        "province_chosen_for_programme",
        "Năm ấy, tỉnh Kon Tum được trung ương chọn xây dựng thí điểm khu công nghiệp VSIP.",
        "VSIP", "operating", "Kon Tum",
    ),
    (
        "province_chosen_for_programme",
        "Kon Tum was chosen as the site of the first VSIP.",
        "VSIP", "operating", "Kon Tum",
    ),
    (
        "park_at_places_with_lead_investor",
        "Khu công nghiệp Sương Mai nằm tại xã Gió, tỉnh Kon Tum, rộng 210 ha với vốn đầu tư "
        "1.350 tỷ đồng, do IDICO làm chủ đầu tư.",
        "IDICO", "operating", "Kon Tum",
    ),
    (
        "sized_park_among_those_of_developer",
        "VRG is developing several projects: the Dew industrial park expansion, covering 90 "
        "hectares (Kon Tum); the Red Hill industrial park project, phase 2, 71.5 ha (Lai Chau).",
        "VRG", "planned", "Kon Tum, Lai Châu",
    ),
    (
        "park_among_those_of_developer",
        "IDICO sở hữu KCN Sương Mai (210 ha, Kon Tum).",
        "IDICO", "operating", "Kon Tum",
    ),
    (
        "english_park_among_those_of_developer",
        "KBC runs many sites. The company started constructing Dew IP (90 ha in Kon Tum).",
        "Kinh Bắc", "planned", "Kon Tum",
    ),
    ("programme_with_address", "Đã có VSIP III (300 ha, Kon Tum).", "VSIP", "operating", "Kon Tum"),
    (
        "organisation_has_park_in_context",
        "In Kon Tum, Viglacera is currently running two industrial parks.",
        "Viglacera", "operating", "Kon Tum",
    ),
    (
        "organisation_has_park_in_context",
        "In Kon Tum, KBC has invested in two ventures, Dew IP and a town.",
        "Kinh Bắc", "operating", "Kon Tum",
    ),
    (
        "developers_programme_with_province_name",
        "Guests toured Becamex-VSIP Kon Tum.",
        "Becamex, VSIP", "operating", "Kon Tum",
    ),
    (
        "tenant_leases_from_developer",
        "Hãng Mây ký hợp đồng với Sonadezi thuê 9 ha tại khu công nghiệp Sương Mai, tỉnh Lai Châu.",
        "Sonadezi", "operating", "Lai Châu",
    ),
    (
        "programme_at_places",
        "VSIP in Kon Tum has drawn 17 plants since it commenced construction in 2013.",
        "VSIP", "operating", "Kon Tum",
    ),
    (
        "programme_with_province_name",
        "Since it broke ground in 2013, VSIP Kon Tum has drawn 17 plants.",
        "VSIP", "operating", "Kon Tum",
    ),
    (
        "programme_at_places",
        "VSIP has parks in Kon Tum alongside two in Lai Chau.",
        "VSIP", "operating", "Kon Tum, Lai Châu",
    ),
    (
        "programme_at_places",
        "Khói bay lên từ khu công nghiệp Vsip thuộc xã Mây, tỉnh Lai Châu.",
        "VSIP", "operating", "Lai Châu",
    ),
    (
        "park_adds_to_those_of_organisation",
        "Việc được duyệt dự án khu công nghiệp Sương Mai tại Lai Châu nâng tổng số khu công nghiệp "
        "của IDICO lên 12 khu.",
        "IDICO", "planned", "Lai Châu",
    ),
    (
        "parks_among_those_of_developer",
        "Năm qua IDICO lãi lớn với việc khởi công các khu công nghiệp, gồm KCN Núi Xanh (Yên Bái), "
        "KCN Đồi Cỏ (Lai Châu).",
        "IDICO", "planned", "Yên Bái, Lai Châu",
    ),
    (
        "programme_at_places",
        "Guests toured the Vietnam-Singapore Industrial Park (VSIP) No.1 in Kon Tum province.",
        "VSIP", "operating", "Kon Tum",
    ),
    (
        "programme_with_province_name",
        "Construction of phase 1 of the VSIP Kon Tum park began on Friday.",
        "VSIP", "planned", "Kon Tum",
    ),
    (
        "park_at_places_with_lead_investor",
        "Dự án khu công nghiệp Sương Mai được quy hoạch trên ba xã, gồm: Gió, Mây, Nắng (huyện "
        "Trăng, tỉnh Lai Châu), dự án do công ty Sao (công ty con của Kinh Bắc) làm chủ đầu tư.",
        "Kinh Bắc", "planned", "Lai Châu",
    ),
    (
        "projects_in_province_include_park",
        "Key projects in Kon Tum include the WHA Misty Zone.",
        "WHA", "operating", "Kon Tum",
    ),
    (
        "projects_of_organisation_in_province_with_park",
        "Amata Group is pursuing several projects in Kon Tum, including the Dew industrial park.",
        "Amata", "operating", "Kon Tum",
    ),
    (
        "projects_of_organisation_in_province_with_park",
        "IDICO đang triển khai nhiều dự án tại tỉnh Kon Tum, trong đó có khu công nghiệp Sương.",
        "IDICO", "planned", "Kon Tum",
    ),
    (
        "programme_with_province_name",
        "VSIP Kon Tum is expected to begin operating in 2031.",
        "VSIP", "planned", "Kon Tum",
    ),
    (
        "developer_has_park_at_places",
        "Amata won a licence to develop an industrial and urban project in Kon Tum.",
        "Amata", "planned", "Kon Tum",
    ),
    (
        "organisation_has_park_in_context",
        "Trên địa bàn Kon Tum, Sonadezi sở hữu ba khu công nghiệp.",
        "Sonadezi", "operating", "Kon Tum",
    ),
    (
        "investor_of_project_before",
        "Tỉnh Kon Tum vừa duyệt dự án khu công nghiệp Sương Mai. Nhà đầu tư là công ty IDICO.",
        "IDICO", "planned", "Kon Tum",
    ),
    (
        "investor_of_project_before",
        "Works on the infrastructure of the Dew industrial park in Kon Tum were approved. "
        "The investor is Viglacera Mist Joint Stock Company.",
        "Viglacera", "planned", "Kon Tum",
    ),
    (
        "organisation_chose_place_for_park",
        "WHA, an old firm, picked Kon Tum province to open a new industrial zone.",
        "WHA", "operating", "Kon Tum",
    ),
    (
        "organisation_chose_place_for_park",
        "Năm ấy Amata chọn tỉnh Lai Châu để xây dựng khu công nghiệp đầu tiên.",
        "Amata", "operating", "Lai Châu",
    ),
    (
        "sized_park_at_places",
        "Khu công nghiệp Amata (AMC) rộng 1.020 ha, tọa lạc ở khu phố Gió, phường Mây, thị xã Tân "
        "Uyên.",
        "Amata", "operating", "Bình Dương",
    ),
    (
        "sized_park_at_places",
        "KCN VSIP II có diện tích 90 ha, nằm trên địa bàn tỉnh Kon Tum.",
        "VSIP", "operating", "Kon Tum",
    ),
    (
        "park_of_developer_at_places",
        "Khu công nghiệp của Amata tại thị xã Trảng Bàng.",
        "Amata", "operating", "Tây Ninh",
    ),
    (
        "park_carried_out_by_developer",
        "Đây là dự án đầu tư hạ tầng khu công nghiệp rộng 90 ha, do tập đoàn IDICO thực hiện tại "
        "tỉnh Kon Tum.",
        "IDICO", "planned", "Kon Tum",
    ),
    (
        "park_at_places_with_lead_investor",
        "Khu công nghiệp (KCN) Sương Mai tọa lạc tại huyện Mây tỉnh Lai Châu, rộng 90 ha, sẽ do "
        "công ty Gió (thuộc IDICO) làm chủ đầu tư.",
        "IDICO", "planned", "Lai Châu",
    ),
    (
        "park_of_developer_at_places",
        "Khu công nghiệp Texhong nằm trên địa bàn huyện Mây (tỉnh Lai Châu).",
        "Texhong", "operating", "Lai Châu",
    ),
    (
        "province_and_developer_open_park",
        "UBND tỉnh Kon Tum và công ty ô tô Trường Hải (THACO) đã tổ chức lễ khởi công khu công "
        "nghiệp cơ khí.",
        "THACO", "planned", "Kon Tum",
    ),
    (
        "programme_at_places",
        "Tỉnh xin bổ sung ba khu vào quy hoạch, gồm: KCN Gió; KCN VSIP tại tỉnh Kon Tum; KCN Mây.",
        "VSIP", "planned", "Kon Tum",
    ),
    (
        "sized_developer_with_province_name",
        "Mở cửa từ lâu, WHA Lai Châu, quy mô 70 ha, đã thu hút 12 nhà máy.",
        "WHA", "operating", "Lai Châu",
    ),
    (
        "organisation_means_park_in_context",
        "Hãng Thái Lan tìm đất làm khu công nghiệp ở Lai Châu\n\n"
        "Tập đoàn Amata dự kiến đầu tư khu công nghiệp Sương Mai, rộng 90 ha.",
        "Amata", "planned", "Lai Châu",
    ),
    (
        "project_of_developer_in_context",
        "Lai Châu thêm hai khu công nghiệp\n\nTrong đó, dự án khu công nghiệp Sương Mai, vốn 12,5 "
        "tỷ, do công ty cổ phần IDICO (IDICO) làm nhà đầu tư.",
        "IDICO", "planned", "Lai Châu",
    ),
    (
        "project_of_developer_in_context",
        "Hai nơi được chấp thuận\n\nDự án khu công nghiệp Sương Mai do hãng Gió - đơn vị thuộc "
        "Sonadezi làm chủ đầu tư.\nÔng Mây, UBND tỉnh Kon Tum, trao giấy.",
        "Sonadezi", "planned", "Kon Tum",
    ),
    (
        "province_and_developer_open_park",
        "UBND tỉnh Lai Châu cùng Sumitomo động thổ hạ tầng khu công nghiệp Thăng Long.",
        "Sumitomo", "planned", "Lai Châu",
    ),
    (
        "park_of_developer_at_places",
        "Đoàn thăm các khu công nghiệp của công ty phát triển khu công nghiệp IDICO tại Kon Tum.",
        "IDICO", "operating", "Kon Tum",
    ),
    (
        "named_park_of_developer",
        "Khách tham quan khu công nghiệp - dịch vụ và sân golf Sương Mai (Kon Tum) của Sonadezi.",
        "Sonadezi", "operating", "Kon Tum",
    ),
    (
        "programme_at_places",
        "Becamex - VSIP đề xuất hai khu công nghiệp ở Kon Tum.",
        "Becamex, VSIP", "planned", "Kon Tum",
    ),
    (
        "programme_at_places",
        "Năm dự án VSIP mới lần lượt nằm ở Kon Tum và Lai Châu.",
        "VSIP", "planned", "Kon Tum, Lai Châu",
    ),
    (
        "developers_park",
        "Kon Tum has a fair. Amata's industrial park has attracted 40 tenants. Kon Tum is pleased.",
        "Amata", "operating", "Kon Tum",
    ),
    (
        "park_of_developer_in_context",
        "Tỉnh Kon Tum mừng. Xưởng gỗ nọ ở khu công nghiệp (IDICO). Kon Tum chào đón.",
        "IDICO", "operating", "Kon Tum",
    ),
    (
        "park_approved_by_province",
        "Son La authorities have approved a plan for the 90-hectare Red Hill Industrial Park, to "
        "be developed by Amata.",
        "Amata", "planned", "Sơn La",
    ),
    (
        "programme_at_places",
        "A firm gets a licence to set up another VSIP (VSIP) in the border province of Kon Tum.",
        "VSIP", "planned", "Kon Tum",
    ),
    (
        "province_has_programme",
        "Son La is home to the largest VSIP of all.",
        "VSIP", "operating", "Sơn La",
    ),
    (
        "project_of_organisation_at_places",
        "WHA may build an industrial park. It rained. People danced. The new park will cover 90 "
        "hectares in Kon Tum.",
        "WHA", "planned", "Kon Tum",
    ),
    (
        "park_with_investor_in_brackets",
        "UBND tỉnh Kon Tum cho hay, khu công nghiệp Sương Mai (chủ đầu tư: công ty IDICO) xả thải.",
        "IDICO", "operating", "Kon Tum",
    ),
    (
        "park_with_tenants_in_context",
        "Tin từ tỉnh Kon Tum\n\nKhu công nghiệp WHA đã thu hút được chín dự án.",
        "WHA", "operating", "Kon Tum",
    ),
    (
        "parks_of_the_province",
        "Kon Tum mời gọi vốn\n\nTrên địa bàn tỉnh hiện có 4 khu công nghiệp hoạt động, gồm: KCN "
        "Sương Mai (90 ha); KCN VSIP (30 ha); KCN Amata (20 ha).",
        "VSIP, Amata", "operating", "Kon Tum",
    ),
    (
        "project_of_developer_in_context",
        "Dự án khu công nghiệp Gia Nghĩa cần vốn 20 tỷ, do công ty Amata làm chủ đầu tư.\nKon Tum "
        "và Lai Châu mong có khu như vậy.",
        "Amata", "planned", "Đắk Nông",
    ),
    (
        "named_park_of_developer",
        "Chính phủ vừa phê duyệt khu công nghiệp Sương Mai, Kon Tum, đây là VSIP thứ 30.",
        "VSIP", "planned", "Kon Tum",
    ),
    (
        "programme_with_province_name",
        "Khu đô thị, công nghiệp và dịch vụ Sương Mai (VSIP Kon Tum) vừa được khởi công.",
        "VSIP", "planned", "Kon Tum",
    ),
    (
        "programme_at_places",
        "Công ty đã thực hiện dự án VSIP trên địa phận huyện Mây, tỉnh Kon Tum.",
        "VSIP", "operating", "Kon Tum",
    ),
    (
        "tenant_of_developer",
        "Tỉnh Kon Tum vui. Hãng Mây thuê lại mặt bằng từ công ty con của Kinh Bắc. Kon Tum mừng.",
        "Kinh Bắc", "operating", "Kon Tum",
    ),
    (
        "inside_park_with_province",
        "Hãng Mây thêm vốn cho xưởng ở khu công nghiệp WHA Industrial Zone 7, Kon Tum.",
        "WHA", "operating", "Kon Tum",
    ),
    (
        "park_of_developer_in_context",
        "Tỉnh Kon Tum vui. Hôm qua khởi công khu công nghiệp Sương Mai - Viglacera. Kon Tum mừng.",
        "Viglacera", "planned", "Kon Tum",
    ),
    (
        "park_of_developer_at_places",
        "KCN Amata rộng gần 90 ha ở Kon Tum. Dự án vừa được Phó Thủ tướng chấp thuận.",
        "Amata", "planned", "Kon Tum",
    ),
    (
        "developer_has_park_at_places",
        "IDICO đầu tư khu công nghiệp gần 700 tỷ đồng tại Kon Tum",
        "IDICO", "planned", "Kon Tum",
    ),
    (
        "parks_at_places_of_developer",
        "VRG leases land. These companies are managing 9 parks, of which 4 lie on farms (all in "
        "Kon Tum and Ha Nam).",
        "VRG", "operating", "Kon Tum, Hà Nam",
    ),
    (
        "project_of_organisation_at_places",
        "WHA may build an industrial park. The project will be implemented in Green and Red "
        "hamlets, Cloud commune, Kon Tum province.",
        "WHA", "planned", "Kon Tum",
    ),
    (
        "developers_park",
        "Kon Tum decided to take back land for the IDICO Industrial Park: approval for it came.\n"
        "Kon Tum has 7 industrial parks.",
        "IDICO", "planned", "Kon Tum",
    ),
    (
        "park_with_developer_and_province_name",
        "Hãng dự định làm khu công nghiệp công nghệ cao WHA - Kon Tum, gần hai con sông.",
        "WHA", "planned", "Kon Tum",
    ),
    (
        "park_with_developer_and_province_name",
        "Khu công nghiệp WHA - Kon Tum đã xong hạ tầng sau 3 năm khởi công.",
        "WHA", "operating", "Kon Tum",
    ),
    (
        "programme_of_developer",
        "Khu công nghiệp Thăng Long Kon Tum, rộng 90 ha, do tập đoàn Sumitomo làm chủ đầu tư.",
        "TLIP, Sumitomo", "operating", "Kon Tum",
    ),
    (
        "licensed_by_province",
        "Kon Tum province near Gia Lai handed an investment licence to an IDICO unit for a "
        "90-hectare industrial park.",
        "IDICO", "planned", "Kon Tum",
    ),
    (
        "agreed_park_of_developer",
        "WHA and Red Sun (SG) Pte. Ltd. signed a memorandum to develop an industrial park worth "
        "$3.5 million in Kon Tum.",
        "WHA", "planned", "Kon Tum",
    ),
    (
        "parks_at_places_of_developer",
        "WHA grew fast. In May, it broke ground on 2 industrial parks in Kon Tum.",
        "WHA", "planned", "Kon Tum",
    ),
    (
        "developers_park_in_context",
        "Kon Tum cheers.\nA mill opened in WHA Industrial Park. Kon Tum will talk with people of "
        "WHA Industrial Park.",
        "WHA", "operating", "Kon Tum",
    ),
    (
        "sized_developer_with_province_name",
        "WHA Kon Tum (khu công nghiệp Sương Mai) đón thêm ba nhà máy.",
        "WHA", "operating", "Kon Tum",
    ),
    (
        "programme_with_province_name",
        "In the north, Amata City Kon Tum has attracted 19 projects.",
        "Amata", "operating", "Kon Tum",
    ),
    (
        "listed_parks_with_province_names",
        "Nhà báo đến ba khu công nghiệp: Sương Mai (Sơn La), Suối Đá và Deep-C (Kon Tum).",
        "DEEP C", "operating", "Kon Tum",
    ),
    (
        "park_of_developer_in_context",
        "KCN Sương Mai do VHIZ Kon Tum làm chủ đầu tư sẽ xây từ năm tới. Kon Tum vui.",
        "Vinhomes", "planned", "Kon Tum",
    ),
    (
        "programme_with_province_name",
        "KCN VSIP Kon Tum rộng 90 ha. Nơi này gần sông.\nDự án vừa được khởi động.",
        "VSIP", "planned", "Kon Tum",
    ),
    (
        "programme_with_province_name",
        "The VSIP Kon Tum Industrial Park held a fair for new investment licences.",
        "VSIP", "operating", "Kon Tum",
    ),
    (
        "programme_with_province_name",
        "The VSIP Kon Tum Industrial Park will be built by Mr May.",
        "VSIP", "planned", "Kon Tum",
    ),
    (
        "programme_with_province_name",
        "A firm plans to build a mill in VSIP Kon Tum. Guests saw the VSIP Kon Tum Industrial Park "
        "project.",
        "VSIP", "planned", "Kon Tum",
    ),
    (
        "park_among_those_of_developer",
        "An Do, deputy CEO of WHA, is glad. Our new industrial parks like Green Hill in Kon Tum "
        "have 9 tenants.",
        "WHA", "operating", "Kon Tum",
    ),
    (
        "organisation_has_park_in_context",
        "Trên địa bàn Lai Châu, Viglacera hiện quản lý 2 khu công nghiệp và đề xuất khu thứ ba.",
        "Viglacera", "operating", "Lai Châu",
    ),
    (
        "programme_with_province_name",
        "Tại khu công nghiệp VSIP Lai Châu diễn ra lễ động thổ nhà máy bút chì của Mây.",
        "VSIP", "operating", "Lai Châu",
    ),
    (
        "developer_has_park_at_places",
        "Viglacera chốt đầu tư khu công nghiệp thứ tư tại Kon Tum.",
        "Viglacera", "planned", "Kon Tum",
    ),
    (
        "programme_at_places",
        "Họ ký cho các dự án VSIP ở miền Trung tại tỉnh Kon Tum và ở miền Nam tại TP. Cần Thơ, "
        "tỉnh Bạc Liêu.",
        "VSIP", "operating", "Kon Tum, Cần Thơ, Bạc Liêu",
    ),
    (
        "programme_at_places",
        "The firm plans new VSIPs in central Vietnam's Kon Tum province, Lai Chau province.",
        "VSIP", "planned", "Kon Tum, Lai Châu",
    ),
    (
        "programme_with_province_name",
        "Hai bên bàn việc đẩy nhanh tiến độ khu công nghiệp VSIP Lai Châu.",
        "VSIP", "planned", "Lai Châu",
    ),
    (
        "parks_at_places_of_developer",
        "IDICO là một trong những công ty có đất lớn nhất, sở hữu 9 khu công nghiệp ở Kon Tum.",
        "IDICO", "operating", "Kon Tum",
    ),
    (
        "those_parks_at_places",
        "It will hire 900 people. VSIP Group, a joint venture of Sembcorp and Becamex, has "
        "developed many parks. The IPs are located in Kon Tum and Lai Chau.",
        "VSIP", "operating", "Kon Tum, Lai Châu",
    ),
    (
        "named_park_of_developer",
        "Tỉnh đón khách ở khu công nghiệp Sương Mai, huyện Vĩnh Bảo (giai đoạn 2) của công ty "
        "IDICO Gió.",
        "IDICO", "operating", "Hải Phòng",
    ),
    (
        "organisation_runs_english_park",
        "Today WHA company is the main investor of Kon Tum Eco Industrial Park and a road.",
        "WHA", "operating", "Kon Tum",
    ),
    (
        "province_lists_its_parks",
        "Kon Tum hiện có 9 khu công nghiệp đang hoạt động như Sương Mai, Gió II, VSIP và Núi Xanh.",
        "VSIP", "operating", "Kon Tum",
    ),
    (
        "province_lists_its_parks",
        "Lai Châu đã có 7 khu công nghiệp, trong đó nhiều khu công nghiệp đã kín chỗ như Mây, Linh "
        "Trung, Gió.",
        "Linh Trung", "operating", "Lai Châu",
    ),
    (
        "programme_at_places",
        "Các dự án VSIP ở miền Nam tại tỉnh Trà Vinh và ở miền Bắc tại TP. Hà Nội, tỉnh Lai Châu "
        "sẽ khởi công.",
        "VSIP", "planned", "Trà Vinh, Hà Nội, Lai Châu",
    ),
    ("programme_at_places", "He saw VSIP in Vietnam's Lai Chau.", "VSIP", "operating", "Lai Châu"),
    (
        "park_of_developer_at_places",
        "Khu công nghiệp Viglacera ở xã Mây thành phố Hà Nội đón khách.",
        "Viglacera", "operating", "Hà Nội",
    ),
    (
        "named_park_of_developer",
        "Dự án khu công nghiệp Sương Mai (phân khu 2), tỉnh Lai Châu do công ty IDICO làm chủ đầu "
        "tư.",
        "IDICO", "planned", "Lai Châu",
    ),
    (
        "programme_with_province_name",
        "Đoàn khách đến KCN VSIP III Lai Châu.",
        "VSIP", "operating", "Lai Châu",
    ),
    (
        "developer_has_park_at_places",
        "IDICO, liên doanh giữa hãng Mây và Amata, mở khu công nghiệp tại bán đảo Gió - Sương, Hà "
        "Nội.",
        "IDICO", "operating", "Hà Nội",
    ),
    (
        "project_of_developer_in_context",
        "Tin về khu công nghiệp Sương Mai. Dự án tọa lạc tại xã Gió, tỉnh Kon Tum, rộng 90 ha, do "
        "công ty IDICO Mây (đơn vị thuộc IDICO) làm chủ đầu tư.",
        "IDICO", "planned", "Kon Tum",
    ),
    (
        "park_on_a_list",
        "Kon Tum hiện có 3 khu công nghiệp đang hoạt động:\nKhu công nghiệp Sương Mai: 70 ha\n"
        "- Khu công nghiệp Amata (mở rộng): 90 ha",
        "Amata", "operating", "Kon Tum",
    ),
    (
        "park_on_a_list",
        "Lai Châu có hai khu công nghiệp.\nVSIP II",
        "VSIP", "operating", "Lai Châu",
    ),
    (
        "park_of_developer_with_address",
        "Ngay tại khu công nghiệp Amata Sông Mây (huyện Kon Plông, Kon Tum), khách xem camera.",
        "Amata", "operating", "Kon Tum",
    ),
    (
        "park_of_developer_at_places",
        "Những khu công nghiệp do TNI phát triển ở Lai Châu, Hà Nam hay Kon Tum nộp nhiều thuế.",
        "TNI", "operating", "Lai Châu, Hà Nam, Kon Tum",
    ),
    (
        "park_of_developer_at_places",
        "Thủ tướng duyệt khu công nghiệp sạch Xuân Cầu tại huyện đảo Cát Hải.",
        "Xuân Cầu", "planned", "Hải Phòng",
    ),
    (
        "park_of_developer_in_context",
        "KCN Mây giai đoạn 1 do VHIZ Kon Tum làm hạ tầng sẽ thi công từ cuối năm.\nKon Tum có mưa.",
        "Vinhomes", "planned", "Kon Tum",
    ),
    (
        "developer_of_programme",
        "Sumitomo is the developer of Thang Long Industrial Park II in Hung Yen province.",
        "TLIP, Sumitomo", "operating", "Hưng Yên",
    ),
    (
        "developer_of_programme",
        "Sumitomo (Nhật Bản) đã đầu tư khu công nghiệp Thăng Long Vĩnh Phúc.",
        "TLIP, Sumitomo", "operating", "Vĩnh Phúc",
    ),
    (
        "listed_with_its_investor",
        "Danh sách các khu công nghiệp tỉnh Kon Tum\n\nDưới đây là chủ đầu tư từng khu.\n"
        "1. KCN Mây - Chủ đầu tư: Tổng công ty Viglacera - Tỷ lệ lấp đầy: 47%",
        "Viglacera", "operating", "Kon Tum",
    ),
    (
        "listed_with_its_investor",
        "Giá thuê tại các khu công nghiệp ở Kon Tum\n\nTên KCN | Chủ đầu tư | Lấp đầy\n"
        "Sương Mai | Saigontel | Đang đền bù",
        "Saigontel", "planned", "Kon Tum",
    ),
    (
        "listed_with_its_investor",
        "Main industrial parks in Kon Tum\n\nDew IP - developer: Kinh Bac City - 235 ha - planned",
        "Kinh Bắc", "planned", "Kon Tum",
    ),
    (
        "its_parks_at_places",
        "Becamex reports a profit. The company's Bau Bang industrial park in Binh Duong is full.",
        "Becamex", "operating", "Bình Dương",
    ),
    (
        "whose_park_at_places",
        "Mist met VSIP, whose industrial park in Huu Lung district is now taking shape.",
        "VSIP", "planned", "Lạng Sơn",
    ),
    (
        "whose_park_at_places",
        "He praised Viglacera, whose park at Dew in Kon Tum has leased out half of its land.",
        "Viglacera", "operating", "Kon Tum",
    ),
    (
        "listed_with_its_investor",
        "Các khu công nghiệp ở Kon Tum\n\n"
        "KCN Mây A: diện tích 596 ha; chủ đầu tư: Công ty Hòa Phát; lấp đầy 95%",
        "Hòa Phát", "operating", "Kon Tum",
    ),
    (
        "another_project_of_developer",
        "Rents rose at Mist Industrial Park, another KBC project in Kon Tum province.",
        "Kinh Bắc", "operating", "Kon Tum",
    ),
    (
        "developed_by",
        "Dew Park is an industrial park in Kon Tum. It was developed by a joint venture of Japan's "
        "Sojitz and a local partner.",
        "Sojitz", "operating", "Kon Tum",
    ),
    (
        "its_parks_at_places",
        "Sonadezi expects a profit. The company runs 9 parks. Its Dew industrial park in Kon Tum "
        "has leased out 90 percent of its land.",
        "Sonadezi", "operating", "Kon Tum",
    ),
    (
        "developer_has_park_at_places",
        "Viglacera's Dew industrial park in Kon Tum province, where construction started in March.",
        "Viglacera", "planned", "Kon Tum",
    ),
    (
        "park_with_developer_and_province_name",
        "Khu công nghiệp Amata Long Thành của Tập đoàn Amata đang thi công đường trục.",
        "Amata", "planned", "Đồng Nai",
    ),
    (
        "programme_with_province_name",
        "The newest one, VSIP Kon Tum, got its licence this morning.",
        "VSIP", "planned", "Kon Tum",
    ),
]  # fmt: skip
