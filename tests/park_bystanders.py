"""Sentences of our own that place no park, by the rule that might think so."""

from __future__ import annotations

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
    ("inside_park_with_province", "Đoàn đến từ VSIP, Đồng Nai và Sơn La cùng dự."),
    ("inside_park_with_province", "Sau buổi làm việc tại VSIP, Đồng Nai đón đoàn mới."),
    (
        "province_asks_developer_for_park",
        "Lai Châu mong Amata góp tiền xây trường gần khu công nghiệp.",
    ),
    ("programmes_with_province_names", "Các KCN VSIP đón khách Lai Châu, Hà Nam."),
    (
        "developer_asks_province_for_park",
        "Sonadezi đề xuất tỉnh Kon Tum cho công nhân khu công nghiệp nghỉ sớm.",
    ),
    ("provinces_programme", "Between Kon Tum's capital and VSIP runs a bus."),
    ("parks_of_whom_it_speaks", "Amata lãi. Khu công nghiệp của hãng Gió tại Kon Tum thì lỗ."),
    (
        "parks_of_whom_it_speaks",
        "Kon Tum mời Amata. Khu công nghiệp của công ty ở Lai Châu đã đầy.",
    ),
    ("its_parks_at_places", "Kon Tum received WHA. Its parks in Pleiku are full."),
    ("parks_at_places_of_developer", "WHA is Thai. It will build a mill for parks in Lai Chau."),
    ("developer_and_province_before_park", "THACO, Pleiku Park Hotel và hãng Gió cùng dự."),
    ("park_at_places_developed_by", "A mill in a park in Kon Tum, mended by Amata, is open."),
    ("province_lets_developer_build", "Kon Tum has allowed Amata to visit a park."),
    (
        "province_has_park_of_developer",
        "Kon Tum có khu công nghiệp Sương. Do Viglacera ở xa, khách ít.",
    ),
    ("whose_investor_is", "Nhà đầu tư vào khu công nghiệp Sương (Kon Tum) là khách của Viglacera."),
    (
        "park_at_places_of_whom_it_speaks",
        "IDICO lãi. Khu công nghiệp Sương Mai (Kon Tum) do doanh nghiệp Gió đầu tư.",
    ),
    ("developer_has_park_at_places", "Viglacera cung cấp kính cho khu công nghệ cao ở Kon Tum."),
    (
        "next_listed_park_with_province_name",
        "Khách gồm hãng Gió (Kon Tum), Amata (Sơn La) và hãng Mây.",
    ),
    ("parks_at_places_before_organisation", "Với nhà máy tại Lai Châu, VSIP là khách quen."),
    ("parks_at_places_before_organisation", "Từ khu công nghiệp ở Lai Châu, Amata gửi quà."),
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
    ("developer_park_with_province_name", "Amata met the park rangers of Kon Tum."),
    ("developer_and_province_before_park", "DEEP C - Kon Tum 2 : 0, a friendly of staff teams."),
    ("developer_park_with_address", "WHA sold its industrial park, said a Nghe An newspaper."),
    ("developer_makes_park_at_places", "Viglacera làm gạch cho khu công nghiệp, thăm Lai Châu."),
    (
        "park_of_province_by_developer",
        "Khu công nghiệp đầu tiên của tỉnh Lai Châu cạnh tranh với Viglacera.",
    ),
    ("provinces_park_by_developer", "Lai Chau's first park was visited with Viglacera."),
    ("province_and_developer_open_park", "Tỉnh Lai Châu và Viglacera khánh thành trường học."),
    ("developer_lets_land_in_park", "Sonadezi thuê 4 ha tại KCN Sương Mai (Lai Châu)."),
    ("province_asks_developer_for_park", "Lai Chau has asked Amata for advice on schools."),
    (
        "english_park_among_those_of_developer",
        "Sonadezi moved its office beside the park, Lai Chau province.",
    ),
    (
        "project_of_organisation_at_places",
        "Một hãng kính xây xưởng trong khu công nghiệp của Amata.\n"
        "Dự án có quy mô 4 ha, thuộc hai xã Mây và Gió của tỉnh Lai Châu.",
    ),
    (
        "project_of_organisation_at_places",
        "Amata và Sonadezi cùng muốn làm khu công nghiệp.\nDự án rộng 90 ha tại Lai Châu.",
    ),
    (
        "developers_park_in_context",
        "Lai Chau and Kon Tum: news in brief\n\nA warehouse burned in Amata's industrial park.",
    ),
    ("project_of_developer_in_context", "Mưa ở Lai Châu\n\nDự án do IDICO làm chủ đầu tư."),
    ("leased_from_developer", "Hãng Mây thuê kho ở Lai Châu, mua điện của Sonadezi."),
    (
        "organisation_has_park_in_context",
        "Trong đó, tại tỉnh Lai Châu, Sonadezi đang vận hành ba trạm nước.",
    ),
    (
        "parks_at_places_of_developer",
        "Hãng Mây thuê xưởng tại KCN WHA. Tập đoàn này phát triển khu công nghiệp ở Lai Châu.",
    ),
    (
        "those_parks_at_places",
        "VSIP and Amata have built four parks. The parks are located in Lai Chau and Kon Tum.",
    ),
    (
        "approved_by_province",
        "Tỉnh Lai Châu trao giấy phép cho 2 xưởng may tại khu công nghiệp Sonadezi.",
    ),
    ("province_where_programme_is", "A visit to Kon Tum, where VSIP met investors."),
    (
        "developer_given_approval_by_province",
        "IDICO được tỉnh Kon Tum trao bằng khen, khu công nghiệp nào cũng mừng.",
    ),
    (
        "province_has_park_of_developer_in_brackets",
        "Đoàn tỉnh Kon Tum đến thăm khu công nghiệp Sương Mai (Amata).",
    ),
    ("province_has_programme", "Hội nghị ở Lâm Đồng có đại diện VSIP."),
    ("developer_has_park_at_places", "Amata tặng quà công nhân các khu công nghiệp ở Lai Châu."),
    (
        "province_asks_developer_for_park",
        "Tỉnh Lai Châu đề nghị Viglacera dời xưởng khỏi khu công nghiệp.",
    ),
    ("lead_investor_of_park", "IDICO làm chủ đầu tư nhà ở tại khu công nghiệp, tỉnh Kon Tum."),
    (
        "park_of_joint_venture",
        "Dự án khu công nghiệp Sương Mai, tỉnh Lai Châu chờ một liên doanh giữa Amata và Sojitz.",
    ),
    (
        "first_park_of_organisation",
        "Từ khi mở khu công nghiệp đầu tiên tại Lai Châu, tỉnh đã mời Amata sang.",
    ),
    ("first_park_of_organisation", "Since its first visit to a park in Kon Tum, Amata has grown."),
    ("developer_has_park_at_places", "Viglacera tổ chức hội thảo về khu công nghiệp ở Lai Châu."),
    (
        "parks_among_those_of_developer",
        "Khu công nghiệp DEEP C đón khách.\nTỉnh Lai Châu lập thêm 3 khu công nghiệp.\n"
        "Đó là KCN Núi Xanh (Lai Châu), KCN Đồi Cỏ (Lai Châu).",
    ),
    ("park_of_developer_at_places", "Làng mộc phát đạt nhờ khu công nghiệp phát đạt tại Lai Châu."),
    (
        "licensed_by_province",
        "Kon Tum Province granted a licence to Amata to build a plant in the Dew industrial park.",
    ),
    (
        "licensed_by_province",
        "Lai Chau officials gave a certificate to WHA, which has sold its industrial park.",
    ),
    (
        "province_chosen_for_programme",
        "Kon Tum được bạn đọc chọn là điểm đến của năm, theo khảo sát của VSIP.",
    ),
    (
        "park_at_places_with_lead_investor",
        "Nhà máy ở khu công nghiệp Sương Mai được xây dựng tại Kon Tum, do IDICO làm chủ đầu tư.",
    ),
    ("sized_park_among_those_of_developer", "VRG mua mủ. Tại KCN Mưa rộng 90 ha (Kon Tum), cháy."),
    (
        "developers_programme_with_province_name",
        "Đại diện Becamex, VSIP, Kon Tum và Lai Châu cùng dự.",
    ),
    ("developer_has_park_at_places", "Becamex teaches IP law in Kon Tum."),
    (
        "organisation_has_park_in_context",
        "In Kon Tum, WHA is running a campaign in an industrial park of a partner.",
    ),
    (
        "tenant_leases_from_developer",
        "Hãng Mây mua điện của Sonadezi, thuê thợ tại khu công nghiệp Sương Mai, tỉnh Lai Châu.",
    ),
    (
        "park_adds_to_those_of_organisation",
        "Xưởng mới trong khu công nghiệp tại Lai Châu nâng tổng số xưởng của IDICO lên 12.",
    ),
    (
        "park_at_places_with_lead_investor",
        "Khu công nghiệp Sương Mai nằm trên ba xã (huyện Trăng, tỉnh Lai Châu), đường vào do công "
        "ty Sao (đối thủ của Kinh Bắc) làm chủ đầu tư.",
    ),
    ("projects_in_province_include_park", "Projects in Kon Tum include the WHA solar farm."),
    (
        "projects_of_organisation_in_province_with_park",
        "Amata is developing projects in Kon Tum, including a plant in the Dew industrial park.",
    ),
    (
        "park_among_those_of_developer",
        "Becamex và nhiều hãng lên giá\n\nHưởng lợi có KCN Gió – Kon Tum (SOM), kho Mây (TRA).",
    ),
    (
        "park_among_those_of_developer",
        "IDICO mở bán nhà ở xã hội khu công nghiệp Sương Mai, tỉnh Kon Tum.",
    ),
    (
        "programme_in_context",
        "Tại Hà Nội, khách bấm nút khởi công ba khu công nghiệp VSIP tại Việt Nam.",
    ),
    (
        "developer_has_park_at_places",
        "IDICO enlarged an industrial park in Phu My, near the river.",
    ),
    (
        "parks_at_places_of_developer",
        "A fund that invested in Becamex has begun building the Dew Logistics Park in Kon Tum.",
    ),
    (
        "parks_at_places_of_developer",
        "Sonadezi lets land. It has begun building factories at a 90ha industrial park in Kon Tum.",
    ),
    (
        "park_with_developer_and_province_name",
        "Khách trả tiền cho CTCP Hạ tầng khu công nghiệp Viglacera Yên Mỹ.",
    ),
    ("park_of_developer_at_places", "Tranh vẽ khu liên hợp thép mà Hòa Phát mơ ước tại Kon Tum."),
    ("programme_at_places", "A toy firm agreed on a deal (VSIP) to build its plant in Kon Tum."),
    (
        "sized_park_at_places",
        "KCN Amata rộng 90 ha, đường vào qua cầu Gió, chợ nằm ở tỉnh Kon Tum.",
    ),
    ("park_of_developer_at_places", "Khu công nghiệp của Amata tại xã Trảng Bàng."),
    (
        "park_of_developer_at_places",
        "Tỉnh vừa từ chối đề xuất đầu tư khu công nghiệp của Viglacera tại huyện Phú Bình.",
    ),
    ("park_of_developer_at_places", "Dự án khu công nghiệp của IDICO ở Kon Tum bị thu hồi."),
    (
        "developer_has_park_at_places",
        "Hòa Phát trúng thầu, sẽ cung cấp thép cho khu công nghiệp Sương Mai tại Kon Tum.",
    ),
    (
        "park_carried_out_by_developer",
        "Dự án nhà ở cho thợ khu công nghiệp Sương Mai do Viglacera thực hiện tại tỉnh Kon Tum.",
    ),
    (
        "park_at_places_with_lead_investor",
        "Khu công nghiệp Sương Mai nằm tại khu vực giáp ranh tỉnh Lai Châu, do IDICO làm chủ đầu "
        "tư.",
    ),
    (
        "programme_at_places",
        "Bộ đồng ý đưa khu công nghiệp VSIP tại tỉnh Kon Tum ra khỏi quy hoạch.",
    ),
    (
        "province_and_developer_open_park",
        "UBND tỉnh Kon Tum và công ty ô tô Trường Hải (THACO) khánh thành xưởng xe.",
    ),
    (
        "investor_of_project_before",
        "Tỉnh Kon Tum duyệt dự án nhà máy tại khu công nghiệp Sương Mai. Nhà đầu tư là IDICO.",
    ),
    (
        "investor_of_project_before",
        "Tỉnh Kon Tum và tỉnh Lai Châu có dự án khu công nghiệp. Chủ đầu tư là IDICO.",
    ),
    (
        "organisation_chose_place_for_park",
        "WHA chose Kon Tum for its yearly party, and its park was closed.",
    ),
    (
        "programme_with_province_name",
        "KCN VSIP Kon Tum từng được mong đợi, nhưng nay dự án này đã bị hủy.",
    ),
    ("programme_at_places", "A VSIP park in Kon Tum was scrapped."),
    ("sized_developer_with_province_name", "Đội Becamex Lai Châu quyên góp cả tỷ, sân rộng 3 ha."),
    (
        "organisation_means_park_in_context",
        "Lai Châu và Kon Tum cùng mời gọi.\nAmata dự kiến đầu tư khu công nghiệp Sương Mai.",
    ),
    (
        "project_of_developer_in_context",
        "Lai Châu đón vốn vào khu công nghiệp\n\nDự án trạm điện cho khu công nghiệp do IDICO làm "
        "chủ đầu tư.",
    ),
    ("programme_at_places", "VSIP sent representatives to a ceremony in Kon Tum."),
    ("developers_park", "Amata's park is green. Kon Tum and Son La are green, too."),
    ("developers_park", "HÀ NỘI - Khu công nghiệp Amata đón khách. Hà Nội vui."),
    ("developers_park", "Kon Tum có nhà xưởng của công ty IDICO tại khu công nghiệp Gió."),
    (
        "park_of_developer_in_context",
        "Kon Tum has 5 industrial parks. A guest came to Cloud Park (IDICO). Kon Tum is glad.",
    ),
    ("park_approved_by_province", "Son La approved a plan for a mill near a park by Amata."),
    (
        "park_with_investor_in_brackets",
        "Tỉnh Kon Tum cho hay, khu công nghiệp Sương Mai (giáp công ty IDICO) xả thải.",
    ),
    (
        "park_with_tenants_in_context",
        "Tin từ tỉnh Kon Tum và Lai Châu\n\nKhu công nghiệp WHA đã thu hút được chín dự án.",
    ),
    (
        "parks_of_the_province",
        "Kon Tum mời gọi vốn\n\nTrên địa bàn tỉnh có 4 khu công nghiệp, gồm: KCN Mây, KCN Gió. "
        "VSIP góp ý.",
    ),
    (
        "approved_by_province",
        "Tỉnh Kon Tum trao giấy chứng nhận điều chỉnh cho khu công nghiệp của Amata.",
    ),
    (
        "tenant_of_developer",
        "Kon Tum và Lai Châu vui. Hãng Mây thuê đất của Kinh Bắc. Kon Tum và Lai Châu mừng.",
    ),
    ("programme_of_developer", "VSIP mở hội. Kon Tum do bão mà mất điện, nơi Sonadezi ở."),
    (
        "listed_parks_with_province_names",
        "Ba bài về khu công nghiệp: cây, cá và thợ. Amata (trái) về Kon Tum.",
    ),
    (
        "those_parks_at_places",
        "VSIP Group, a joint venture of Sembcorp and Becamex, saw a mill. The IPs are in Kon Tum.",
    ),
    (
        "project_of_developer_in_context",
        "Nhà máy giấy ở Kon Tum rộng 9 ha.\nĐược biết, dự án do IDICO làm chủ đầu tư. Kon Tum vui.",
    ),
    ("park_of_developer_in_context", "The park in the hills was visited by WHA. Kon Tum is glad."),
    (
        "organisation_runs_english_park",
        "WHA is the investor of a mill near Kon Tum industrial park.",
    ),
    (
        "park_of_developer_in_context",
        "Cổ đông Lai Châu\nCông ty Cổ phần Phát triển Khu công nghiệp (Viglacera) họp cổ đông.",
    ),
    (
        "province_lists_its_parks",
        "Kon Tum có 9 khu công nghiệp, trong đó nhiều khu công nghiệp đón các hãng như Mây, Hòa "
        "Phát và Gelex.",
    ),
    ("province_lists_its_parks", "Kon Tum có 9 khu công nghiệp, thu hút Mây, WHA, Gió."),
    ("programme_with_province_name", "Tàu VSIP cập bến. Đội II Lai Châu thắng."),
    (
        "park_with_developer_and_province_name",
        "Tiền điện ở KCN Linh Trung thấp hơn Lai Châu, như KCN Amata với Kon Tum.",
    ),
    (
        "park_among_those_of_developer",
        "WHA, as he says, has industrial parks across the region and an office in Kon Tum.",
    ),
    (
        "project_of_developer_in_context",
        "Tin về nhà máy Sương Mai. Dự án tọa lạc tại xã Gió, tỉnh Kon Tum, rộng 90 ha, do công ty "
        "IDICO Mây (đơn vị thuộc IDICO) làm chủ đầu tư.",
    ),
    ("park_on_a_list", "Kon Tum có 3 khu công nghiệp quy hoạch:\nKhu công nghiệp Amata: 90 ha"),
    ("park_on_a_list", "Kon Tum có mưa. Khách đi chơi.\nKhu công nghiệp Amata: 90 ha"),
    ("park_on_a_list", "Khu công nghiệp Amata: 90 ha\nKon Tum có 3 khu công nghiệp."),
    ("developer_of_programme", "Sumitomo đầu tư máy, còn khách của VSIP thăm Kon Tum."),
    ("another_project_of_developer", "Workers of the park, an Amata supplier, live in Kon Tum."),
    ("developed_by", "A dam stands in Kon Tum. It was developed by Amata."),
    ("developed_by", "Gió has parks in Kon Tum and Son La. It was built by Amata."),
    (
        "listed_with_its_investor",
        "Kon Tum có mưa\n\n1. Đường Mây - Chủ đầu tư: Tổng công ty Viglacera",
    ),
    (
        "listed_with_its_investor",
        "Danh sách các khu công nghiệp tỉnh Kon Tum\n\nKhách: KCN Mây, Viglacera họp.",
    ),
    ("whose_park_at_places", "He met Viglacera, whose office beside a park is in Kon Tum."),
]
