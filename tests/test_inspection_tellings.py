"""How reports of every kind tell of inspections, and how they speak of the duty and tell of none.

Each row: a text, and for each inspection its mode, status, count, start, end, inspector, leader and
units. Persons are invented, and so is what the texts tell of the bodies.
"""

import pytest

from loaders.model import SourceText
from loaders.reading import read

TELLINGS = [
    (
        "Từ ngày 12 đến 13/3/2024, tại Hà Nội, Ủy ban Kiểm tra Trung ương đã họp Kỳ "
        "thứ 38. Đồng chí Trịnh Quang Vấn, Ủy viên Bộ Chính trị, Bí thư Trung ương "
        "Đảng, Chủ nhiệm Ủy ban Kiểm tra Trung ương chủ trì Kỳ họp.\n"
        "\n"
        "Tại Kỳ họp này, Ủy ban Kiểm tra Trung ương đã xem xét, kết luận những nội "
        "dung sau:\n"
        "\n"
        "I- Xem xét kết quả kiểm tra khi có dấu hiệu vi phạm đối với Đảng ủy Tổng công "
        "ty Minh Hà, Ủy ban Kiểm tra Trung ương nhận thấy: Đảng ủy Tổng công ty Minh "
        "Hà đã vi phạm nguyên tắc tập trung dân chủ.\n"
        "\n"
        "II- Xem xét kết quả giám sát đối với Ban Thường vụ Tỉnh ủy Bắc Kạn và Ban "
        "Thường vụ Tỉnh ủy Cao Bằng, Ủy ban Kiểm tra Trung ương yêu cầu phát huy ưu "
        "điểm.\n"
        "\n"
        "III- Ủy ban Kiểm tra Trung ương xem xét, giải quyết tố cáo đối với 01 đảng "
        "viên.",
        [
            (
                "kiểm tra",
                "held",
                1,
                None,
                None,
                "Ủy ban Kiểm tra Trung ương",
                None,
                ["Đảng ủy Tổng công ty Minh Hà"],
            ),
            (
                "giám sát",
                "held",
                1,
                None,
                None,
                "Ủy ban Kiểm tra Trung ương",
                None,
                ["Ban Thường vụ Tỉnh ủy Bắc Kạn", "Ban Thường vụ Tỉnh ủy Cao Bằng"],
            ),
        ],
    ),
    (
        "Ủy ban Kiểm tra Trung ương đã ban hành Quyết định số 1214-QĐ/UBKTTW ngày "
        "05/3/2024 thành lập Đoàn kiểm tra khi có dấu hiệu vi phạm đối với Ban Thường "
        "vụ Đảng ủy Tổng công ty Minh Hà.",
        [
            (
                "kiểm tra",
                "ordered",
                1,
                None,
                None,
                "Ủy ban Kiểm tra Trung ương",
                None,
                ["Ban Thường vụ Đảng ủy Tổng công ty Minh Hà"],
            )
        ],
    ),
    (
        "Ngày 15/9/2023, Thanh tra Chính phủ công bố Kết luận thanh tra số "
        "2178/KL-TTCP về việc chấp hành pháp luật trong quản lý đất đai tại UBND tỉnh "
        "Lâm Đồng giai đoạn 2011 - 2020.",
        [("thanh tra", "held", 1, None, None, "Thanh tra Chính phủ", None, ["UBND tỉnh Lâm Đồng"])],
    ),
    (
        "Thực hiện Quyết định số 45/QĐ-TTr ngày 10/4/2022 của Chánh Thanh tra tỉnh Bắc "
        "Giang về thanh tra việc quản lý ngân sách tại UBND huyện Lạng Giang, từ ngày "
        "18/4/2022 đến ngày 30/5/2022, Đoàn thanh tra Thanh tra tỉnh Bắc Giang đã tiến "
        "hành thanh tra trực tiếp tại UBND huyện Lạng Giang, Phòng Tài chính - Kế "
        "hoạch và UBND các xã Tân Hưng, Hương Sơn.",
        [
            (
                "thanh tra",
                "held",
                1,
                "2022-04-18",
                "2022-05-30",
                "Thanh tra tỉnh Bắc Giang",
                None,
                [
                    "UBND huyện Lạng Giang",
                    "Phòng Tài chính - Kế hoạch",
                    "UBND xã Tân Hưng",
                    "UBND xã Hương Sơn",
                ],
            )
        ],
    ),
    (
        "Năm 2019, toàn ngành Thanh tra tỉnh Quảng Trị triển khai 112 cuộc thanh tra "
        "hành chính, 1.245 cuộc thanh tra, kiểm tra chuyên ngành; ban hành kết luận 98 "
        "cuộc.",
        [
            ("thanh tra", "held", 112, "2019", "2019", "ngành Thanh tra tỉnh Quảng Trị", None, []),
            ("thanh tra", "held", 1245, "2019", "2019", "ngành Thanh tra tỉnh Quảng Trị", None, []),
        ],
    ),
    (
        "Chiều 6/7/2021, Thanh tra Bộ Y tế tổ chức công bố Quyết định thanh tra tại "
        "Bệnh viện Đa khoa tỉnh Thanh Hóa.",
        [
            (
                "thanh tra",
                "ordered",
                1,
                "2021-07-06",
                "2021-07-06",
                "Thanh tra Bộ Y tế",
                None,
                ["Bệnh viện Đa khoa tỉnh Thanh Hóa"],
            )
        ],
    ),
    (
        "Thanh tra Sở Xây dựng tỉnh Nghệ An đã tiến hành kiểm tra đột xuất Công ty cổ "
        "phần Xây dựng Tân Nam vào ngày 3/4/2020.",
        [
            (
                "kiểm tra",
                "held",
                1,
                "2020-04-03",
                "2020-04-03",
                "Thanh tra Sở Xây dựng tỉnh Nghệ An",
                None,
                ["Công ty cổ phần Xây dựng Tân Nam"],
            )
        ],
    ),
    (
        "Thường trực HĐND thành phố Đà Nẵng vừa tổ chức giám sát việc giải quyết kiến "
        "nghị của cử tri tại quận Liên Chiểu và huyện Hòa Vang trong hai ngày 20 và "
        "21/8/2022.",
        [
            (
                "giám sát",
                "held",
                1,
                "2022-08-20",
                "2022-08-21",
                "Thường trực HĐND thành phố Đà Nẵng",
                None,
                ["quận Liên Chiểu", "huyện Hòa Vang"],
            )
        ],
    ),
    (
        "Ban Pháp chế HĐND tỉnh Hà Giang khảo sát công tác thi hành án dân sự tại Chi "
        "cục Thi hành án dân sự huyện Vị Xuyên, do đồng chí Vàng Seo Lử, Trưởng Ban "
        "làm Trưởng đoàn (ngày 9/6/2021).",
        [
            (
                "khảo sát",
                "held",
                1,
                "2021-06-09",
                "2021-06-09",
                "Ban Pháp chế HĐND tỉnh Hà Giang",
                "Vàng Seo Lử",
                ["Chi cục Thi hành án dân sự huyện Vị Xuyên"],
            )
        ],
    ),
    (
        "Tại huyện Mèo Vạc, Đoàn giám sát HĐND tỉnh Hà Giang đã giám sát trực tiếp tại "
        "3 xã: Pải Lủng, Pả Vi và Xín Cái từ ngày 7 đến 9/6/2023.",
        [
            (
                "giám sát",
                "held",
                1,
                "2023-06-07",
                "2023-06-09",
                "HĐND tỉnh Hà Giang",
                None,
                ["xã Pải Lủng", "xã Pả Vi", "xã Xín Cái"],
            )
        ],
    ),
    (
        "HĐND các cấp trong tỉnh đã tổ chức 1.236 cuộc giám sát, trong đó HĐND tỉnh 42 "
        "cuộc, HĐND cấp huyện 268 cuộc, HĐND cấp xã 926 cuộc.",
        [
            ("giám sát", "held", 1236, None, None, "HĐND các cấp trong tỉnh", None, []),
            ("giám sát", "held", 42, None, None, "HĐND tỉnh", None, []),
            ("giám sát", "held", 268, None, None, "HĐND cấp huyện", None, []),
            ("giám sát", "held", 926, None, None, "HĐND cấp xã", None, []),
        ],
    ),
    (
        "Vừa qua, Ủy ban MTTQ Việt Nam huyện Bảo Yên, tỉnh Lào Cai chủ trì, phối hợp "
        "với Hội Nông dân huyện và Phòng Nội vụ huyện giám sát việc thực hiện Quy chế "
        "dân chủ ở cơ sở tại các xã: Nghĩa Đô, Vĩnh Yên, Xuân Hòa.",
        [
            (
                "giám sát",
                "held",
                1,
                None,
                None,
                "Ủy ban MTTQ Việt Nam huyện Bảo Yên",
                None,
                ["xã Nghĩa Đô", "xã Vĩnh Yên", "xã Xuân Hòa"],
            )
        ],
    ),
    (
        "Năm 2022, MTTQ và các đoàn thể chính trị - xã hội huyện Yên Bình chủ trì giám "
        "sát 25 cuộc; Ban Thanh tra nhân dân các xã, thị trấn giám sát 186 vụ việc; "
        "Ban Giám sát đầu tư của cộng đồng giám sát 203 công trình, dự án.",
        [
            (
                "giám sát",
                "held",
                25,
                "2022",
                "2022",
                "MTTQ và các đoàn thể chính trị - xã hội huyện Yên Bình",
                None,
                [],
            ),
            (
                "giám sát",
                "held",
                None,
                "2022",
                "2022",
                "Ban Thanh tra nhân dân các xã, thị trấn",
                None,
                [],
            ),
            (
                "giám sát",
                "held",
                None,
                "2022",
                "2022",
                "Ban Giám sát đầu tư của cộng đồng",
                None,
                [],
            ),
        ],
    ),
    (
        "Ban Thường trực Ủy ban MTTQ Việt Nam phường Quỳnh Mai đã thực hiện giám sát 3 "
        "nội dung tại Trường Tiểu học Quỳnh Mai và Trạm Y tế phường trong quý II/2023.",
        [
            (
                "giám sát",
                "held",
                1,
                "2023-04",
                "2023-06",
                "Ban Thường trực Ủy ban MTTQ Việt Nam phường Quỳnh Mai",
                None,
                ["Trường Tiểu học Quỳnh Mai", "Trạm Y tế phường Quỳnh Mai"],
            )
        ],
    ),
    (
        "Ban Thường vụ Huyện ủy Đông Anh kiểm tra 5 tổ chức đảng, 12 đảng viên; giám "
        "sát 7 tổ chức đảng.",
        [
            ("kiểm tra", "held", None, None, None, "Ban Thường vụ Huyện ủy Đông Anh", None, []),
            ("giám sát", "held", None, None, None, "Ban Thường vụ Huyện ủy Đông Anh", None, []),
        ],
    ),
    (
        "Năm 2025, Đảng ủy xã Phước Hiệp, tỉnh Vĩnh Long tiến hành kiểm tra 02 chi bộ "
        "(Chi bộ ấp 1, Chi bộ Trường THCS Phước Hiệp) về việc thực hiện Nghị quyết đại "
        "hội.",
        [
            (
                "kiểm tra",
                "held",
                None,
                "2025",
                "2025",
                "Đảng ủy xã Phước Hiệp",
                None,
                ["Chi bộ ấp 1", "Chi bộ Trường THCS Phước Hiệp"],
            )
        ],
    ),
    (
        "Ủy ban Kiểm tra Huyện ủy Bình Sơn đã hoàn thành cuộc kiểm tra khi có dấu hiệu "
        "vi phạm đối với Đảng ủy xã Bình Trung.",
        [
            (
                "kiểm tra",
                "held",
                1,
                None,
                None,
                "Ủy ban Kiểm tra Huyện ủy Bình Sơn",
                None,
                ["Đảng ủy xã Bình Trung"],
            )
        ],
    ),
    (
        "Đảng ủy xã Bình Trung là tổ chức đảng được Ban Thường vụ Huyện ủy Bình Sơn "
        "kiểm tra đầu tiên.",
        [
            (
                "kiểm tra",
                "held",
                1,
                None,
                None,
                "Ban Thường vụ Huyện ủy Bình Sơn",
                None,
                ["Đảng ủy xã Bình Trung"],
            )
        ],
    ),
    (
        "Kết quả kiểm tra của Ủy ban Kiểm tra Tỉnh ủy Phú Yên tại Đảng ủy Sở Y tế cho "
        "thấy cấp ủy đã quán triệt nghiêm túc.",
        [
            (
                "kiểm tra",
                "held",
                1,
                None,
                None,
                "Ủy ban Kiểm tra Tỉnh ủy Phú Yên",
                None,
                ["Đảng ủy Sở Y tế"],
            )
        ],
    ),
    (
        "Theo kết luận giám sát của Đoàn giám sát số 3 Ban Thường vụ Tỉnh ủy Kon Tum "
        "đối với Huyện ủy Đăk Hà, công tác cán bộ còn hạn chế.",
        [
            (
                "giám sát",
                "held",
                1,
                None,
                None,
                "Ban Thường vụ Tỉnh ủy Kon Tum",
                None,
                ["Huyện ủy Đăk Hà"],
            )
        ],
    ),
    (
        "Cuộc giám sát do Ban Tổ chức Tỉnh ủy Long An chủ trì được tiến hành tại Huyện "
        "ủy Cần Giuộc và Thị ủy Kiến Tường từ ngày 5/10 đến ngày 20/10/2018.",
        [
            (
                "giám sát",
                "held",
                1,
                "2018-10-05",
                "2018-10-20",
                "Ban Tổ chức Tỉnh ủy Long An",
                None,
                ["Huyện ủy Cần Giuộc", "Thị ủy Kiến Tường"],
            )
        ],
    ),
    (
        "Qua giám sát tại Huyện ủy Hàm Tân, Đoàn giám sát của Ban Thường vụ Tỉnh ủy "
        "Bình Thuận đánh giá cao kết quả đạt được.",
        [
            (
                "giám sát",
                "held",
                1,
                None,
                None,
                "Ban Thường vụ Tỉnh ủy Bình Thuận",
                None,
                ["Huyện ủy Hàm Tân"],
            )
        ],
    ),
    (
        "Trong quý IV/2024, UBKT Huyện ủy Châu Thành sẽ kiểm tra Chi bộ Công an huyện "
        "và giám sát Đảng ủy xã Tân Lý Đông.",
        [
            (
                "kiểm tra",
                "planned",
                1,
                "2024-10",
                "2024-12",
                "Ủy ban Kiểm tra Huyện ủy Châu Thành",
                None,
                ["Chi bộ Công an huyện Châu Thành"],
            ),
            (
                "giám sát",
                "planned",
                1,
                "2024-10",
                "2024-12",
                "Ủy ban Kiểm tra Huyện ủy Châu Thành",
                None,
                ["Đảng ủy xã Tân Lý Đông"],
            ),
        ],
    ),
    (
        "Ban Thường vụ Tỉnh ủy giao Ủy ban Kiểm tra Tỉnh ủy Hậu Giang kiểm tra Đảng ủy "
        "Sở Công Thương trong tháng 9/2021.",
        [
            (
                "kiểm tra",
                "ordered",
                1,
                "2021-09",
                "2021-09",
                "Ủy ban Kiểm tra Tỉnh ủy Hậu Giang",
                None,
                ["Đảng ủy Sở Công Thương"],
            )
        ],
    ),
    (
        "Đề nghị UBND huyện Tam Nông kiểm tra, xử lý vi phạm tại xã Hương Nộn.",
        [("kiểm tra", "ordered", 1, None, None, "UBND huyện Tam Nông", None, ["xã Hương Nộn"])],
    ),
    (
        "UBND huyện không tổ chức kiểm tra tại xã Hương Nộn trong năm 2020.",
        [],
    ),
    (
        "Công tác kiểm tra, giám sát của Đảng bộ xã Hương Nộn được tăng cường.",
        [],
    ),
    (
        "Ủy ban Kiểm tra Huyện ủy Tam Nông có 7 ủy viên, phụ trách địa bàn xã Hương Nộn.",
        [],
    ),
    (
        "Đoàn kiểm tra số 1 kiểm tra tại Đảng bộ huyện Cao Phong; Đoàn kiểm tra số 2 "
        "kiểm tra tại Đảng bộ huyện Tân Lạc.",
        [
            ("kiểm tra", "held", 1, None, None, None, None, ["Đảng bộ huyện Cao Phong"]),
            ("kiểm tra", "held", 1, None, None, None, None, ["Đảng bộ huyện Tân Lạc"]),
        ],
    ),
    (
        "BIÊN BẢN\n"
        "Giám sát việc thực hiện Chỉ thị số 05-CT/TW\n"
        "\n"
        "Hôm nay, ngày 10 tháng 8 năm 2022, tại trụ sở Đảng ủy xã Tân Thành, huyện Vụ "
        "Bản, tỉnh Nam Định.\n"
        "\n"
        "I. THÀNH PHẦN\n"
        "1. Đoàn giám sát của Ban Thường vụ Huyện ủy Vụ Bản\n"
        "- Đồng chí Trần Văn Khiêm, Phó Bí thư Thường trực Huyện ủy - Trưởng đoàn;\n"
        "- Đồng chí Lê Thị Huệ, Chủ nhiệm UBKT Huyện ủy - Phó Trưởng đoàn.\n"
        "2. Đơn vị được giám sát: Ban Thường vụ Đảng ủy xã Tân Thành\n"
        "- Đồng chí Phạm Văn Tú, Bí thư Đảng ủy.\n"
        "\n"
        "II. NỘI DUNG\n"
        "Đồng chí Trần Văn Khiêm công bố quyết định giám sát.",
        [
            (
                "giám sát",
                "held",
                1,
                "2022-08-10",
                "2022-08-10",
                "Ban Thường vụ Huyện ủy Vụ Bản",
                "Trần Văn Khiêm",
                ["Ban Thường vụ Đảng ủy xã Tân Thành"],
            )
        ],
    ),
    (
        "3. Thời gian giám sát: Từ ngày 10/5/2023 đến ngày 12/5/2023.\n"
        "4. Đơn vị được giám sát: UBND xã Phú Thịnh, UBND xã Tân Long (huyện Yên Sơn, "
        "tỉnh Tuyên Quang).",
        [
            (
                "giám sát",
                "held",
                1,
                "2023-05-10",
                "2023-05-12",
                None,
                None,
                ["UBND xã Phú Thịnh", "UBND xã Tân Long"],
            )
        ],
    ),
    (
        "Ban Thường vụ Hội LHPN tỉnh Hòa Bình đã kiểm tra công tác Hội tại Hội LHPN "
        "huyện Đà Bắc và 2 cơ sở: xã Tu Lý, xã Hiền Lương.",
        [
            (
                "kiểm tra",
                "held",
                1,
                None,
                None,
                "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Hòa Bình",
                None,
                ["Hội Liên hiệp Phụ nữ huyện Đà Bắc", "xã Tu Lý", "xã Hiền Lương"],
            )
        ],
    ),
    (
        "Đồng chí Giàng Seo Vần, Chủ nhiệm UBKT Huyện ủy Bát Xát, trước khi về công "
        "tác tại Đảng ủy xã Y Tý đã làm cán bộ kiểm tra.",
        [],
    ),
    (
        "Căn cứ Luật Thanh tra năm 2022 và Quyết định số 12/QĐ-TTr về việc thanh tra "
        "tại UBND xã Y Tý;",
        [],
    ),
    (
        "UBND xã Y Tý đã tăng cường công tác tự kiểm tra, giám sát nội bộ, thường "
        "xuyên kiểm tra các thôn.",
        [],
    ),
    (
        "Sau khi có kết luận kiểm tra của Ủy ban Kiểm tra Huyện ủy, Đảng ủy xã Y Tý đã khắc phục.",
        [],
    ),
    (
        "Đảng ủy xã Y Tý chịu sự kiểm tra, giám sát của Huyện ủy Bát Xát.",
        [],
    ),
    (
        "Nhân dân xã Y Tý giám sát cán bộ, đảng viên theo phương châm dân biết, dân "
        "bàn, dân làm, dân kiểm tra.",
        [],
    ),
    (
        "Ban Thường vụ Huyện ủy Bát Xát lãnh đạo, chỉ đạo các cấp ủy kiểm tra việc "
        "thực hiện Quy định số 37-QĐ/TW.",
        [],
    ),
    (
        "Trách nhiệm của UBND xã Y Tý trong kiểm tra, xử lý vi phạm đất đai còn hạn chế.",
        [],
    ),
    (
        "Hội nghị tập huấn nghiệp vụ kiểm tra, giám sát được tổ chức tại Trung tâm "
        "Chính trị huyện Bát Xát ngày 5/6/2022.",
        [],
    ),
    (
        "Ủy ban Kiểm tra Huyện ủy Bát Xát tổ chức hội nghị sơ kết công tác kiểm tra, "
        "giám sát tại xã Mường Hum.",
        [],
    ),
    (
        "Chiều 3/7/2023, tại trụ sở UBND huyện Bát Xát, Ban Thường vụ Huyện ủy triển "
        "khai Quyết định và Kế hoạch kiểm tra đối với Đảng ủy xã Y Tý.",
        [
            (
                "kiểm tra",
                "ordered",
                1,
                "2023-07-03",
                "2023-07-03",
                "Ban Thường vụ Huyện ủy Bát Xát",
                None,
                ["Đảng ủy xã Y Tý"],
            )
        ],
    ),
    (
        "Huyện ủy Bát Xát đã ban hành Chương trình kiểm tra, giám sát năm 2023 đối với "
        "12 tổ chức đảng.",
        [],
    ),
    (
        "Thanh tra huyện Bát Xát tham mưu Chủ tịch UBND huyện ban hành kế hoạch thanh "
        "tra năm 2023.",
        [],
    ),
    (
        "Đảng bộ xã Y Tý có 18 chi bộ với 320 đảng viên, qua kiểm tra, giám sát chưa "
        "phát hiện vi phạm.",
        [],
    ),
    (
        "Từ 12-16/9/2022, Đoàn kiểm tra 546 của Tỉnh ủy Lào Cai do đồng chí Lê Xuân "
        "Tưởng làm Trưởng đoàn kiểm tra Ban Thường vụ Huyện ủy Bát Xát và Si Ma Cai.",
        [
            (
                "kiểm tra",
                "held",
                1,
                "2022-09-12",
                "2022-09-16",
                "Tỉnh ủy Lào Cai",
                "Lê Xuân Tưởng",
                ["Ban Thường vụ Huyện ủy Bát Xát", "Ban Thường vụ Huyện ủy Si Ma Cai"],
            )
        ],
    ),
    (
        "Đoàn công tác của Ban Nội chính Trung ương đến kiểm tra công tác phòng, chống "
        "tham nhũng tại Ban Thường vụ Tỉnh ủy Lào Cai ngày 20/10/2022.",
        [
            (
                "kiểm tra",
                "held",
                1,
                "2022-10-20",
                "2022-10-20",
                "Ban Nội chính Trung ương",
                None,
                ["Ban Thường vụ Tỉnh ủy Lào Cai"],
            )
        ],
    ),
    (
        "Vào ngày 22/4, tại Huyện ủy Văn Bàn đã diễn ra hội nghị công bố kết quả giám "
        "sát của Đoàn giám sát số 2 Ban Thường vụ Tỉnh ủy Lào Cai đối với Ban Thường "
        "vụ Huyện ủy Văn Bàn.",
        [
            (
                "giám sát",
                "held",
                1,
                None,
                None,
                "Ban Thường vụ Tỉnh ủy Lào Cai",
                None,
                ["Ban Thường vụ Huyện ủy Văn Bàn"],
            )
        ],
    ),
    (
        "Trong 9 tháng, ủy ban kiểm tra các cấp tỉnh Lào Cai đã kiểm tra khi có dấu "
        "hiệu vi phạm đối với 15 tổ chức đảng và 48 đảng viên; kiểm tra việc thực hiện "
        "nhiệm vụ kiểm tra, giám sát 102 tổ chức đảng.",
        [
            (
                "kiểm tra",
                "held",
                None,
                None,
                None,
                "ủy ban kiểm tra các cấp tỉnh Lào Cai",
                None,
                [],
            ),
            (
                "kiểm tra",
                "held",
                None,
                None,
                None,
                "ủy ban kiểm tra các cấp tỉnh Lào Cai",
                None,
                [],
            ),
        ],
    ),
    (
        "Kết quả thanh tra tại Công ty TNHH Hoàng Long do Thanh tra Sở Lao động - "
        "Thương binh và Xã hội tiến hành tháng 5/2015 cho thấy doanh nghiệp nợ bảo "
        "hiểm.",
        [
            (
                "thanh tra",
                "held",
                1,
                "2015-05",
                "2015-05",
                "Thanh tra Sở Lao động - Thương binh và Xã hội",
                None,
                ["Công ty TNHH Hoàng Long"],
            )
        ],
    ),
    (
        "Sở Y tế tỉnh Cao Bằng (đơn vị được thanh tra) và Bệnh viện Đa khoa tỉnh Cao "
        "Bằng được Thanh tra tỉnh Cao Bằng thanh tra từ 02/3 đến 15/4/2016.",
        [
            (
                "thanh tra",
                "held",
                1,
                "2016-03-02",
                "2016-04-15",
                "Thanh tra tỉnh Cao Bằng",
                None,
                ["Sở Y tế tỉnh Cao Bằng", "Bệnh viện Đa khoa tỉnh Cao Bằng"],
            )
        ],
    ),
    (
        "Ngày 10/5/2007, Đoàn giám sát của Hội Cựu chiến binh tỉnh Thái Bình đã về "
        "kiểm tra tại Hội Cựu chiến binh huyện Vũ Thư và các xã Tân Lập, Tự Tân.",
        [
            (
                "kiểm tra",
                "held",
                1,
                "2007-05-10",
                "2007-05-10",
                "Hội Cựu chiến binh tỉnh Thái Bình",
                None,
                ["Hội Cựu chiến binh huyện Vũ Thư", "xã Tân Lập", "xã Tự Tân"],
            )
        ],
    ),
    (
        "Ủy ban MTTQ Việt Nam tỉnh Bến Tre tổ chức 03 đoàn giám sát tại 9 huyện, thành "
        "phố và 18 xã, phường, thị trấn.",
        [("giám sát", "held", 3, None, None, "Ủy ban MTTQ Việt Nam tỉnh Bến Tre", None, [])],
    ),
    (
        "Ban Dân tộc HĐND tỉnh Kon Tum vừa kết thúc đợt giám sát tại các huyện Tu Mơ "
        "Rông, Đăk Glei, Kon Plông.",
        [
            (
                "giám sát",
                "held",
                1,
                None,
                None,
                "Ban Dân tộc HĐND tỉnh Kon Tum",
                None,
                ["huyện Tu Mơ Rông", "huyện Đăk Glei", "huyện Kon Plông"],
            )
        ],
    ),
    (
        "Hồi cuối tháng 10/2020, Hội đồng nhân dân xã Hòa Bình, huyện Trà Ôn, tỉnh "
        "Vĩnh Long cùng Ủy ban MTTQ Việt Nam xã đã giám sát thu chi quỹ tại Trường "
        "Tiểu học Hòa Bình A.",
        [
            (
                "giám sát",
                "held",
                1,
                "2020-10",
                "2020-10",
                "Hội đồng nhân dân xã Hòa Bình",
                None,
                ["Trường Tiểu học Hòa Bình A"],
            )
        ],
    ),
    (
        "Đoàn đại biểu Quốc hội tỉnh Trà Vinh do bà Thạch Thị Sâm dẫn đầu vừa có buổi "
        "làm việc, giám sát tại Cục Thuế tỉnh Trà Vinh.",
        [
            (
                "giám sát",
                "held",
                1,
                None,
                None,
                "Đoàn đại biểu Quốc hội tỉnh Trà Vinh",
                "Thạch Thị Sâm",
                ["Cục Thuế tỉnh Trà Vinh"],
            )
        ],
    ),
    (
        "Cấp huyện: kiểm tra 45 cuộc, giám sát 30 cuộc; cấp cơ sở: kiểm tra 312 cuộc, "
        "giám sát 210 cuộc.",
        [
            ("kiểm tra", "held", 45, None, None, "Cấp huyện", None, []),
            ("giám sát", "held", 30, None, None, "Cấp huyện", None, []),
            ("kiểm tra", "held", 312, None, None, "cấp cơ sở", None, []),
            ("giám sát", "held", 210, None, None, "cấp cơ sở", None, []),
        ],
    ),
    (
        "Tổng số cuộc thanh tra đã triển khai trong kỳ: 24 cuộc, trong đó 18 cuộc theo kế hoạch.",
        [("thanh tra", "held", 24, None, None, None, None, [])],
    ),
    (
        "| Nội dung | Số lượng |\n| Số cuộc kiểm tra | 15 |\n| Số cuộc giám sát | 9 |",
        [
            ("kiểm tra", "held", 15, None, None, None, None, []),
            ("giám sát", "held", 9, None, None, None, None, []),
        ],
    ),
    (
        "Trong quý I/2016, Thanh tra thành phố Hải Phòng đã thực hiện 08 cuộc thanh "
        "tra; các quận, huyện thực hiện 21 cuộc; các sở, ngành thực hiện 35 cuộc thanh "
        "tra, kiểm tra chuyên ngành.",
        [
            (
                "thanh tra",
                "held",
                8,
                "2016-01",
                "2016-03",
                "Thanh tra thành phố Hải Phòng",
                None,
                [],
            ),
            ("thanh tra", "held", 21, "2016-01", "2016-03", "các quận, huyện", None, []),
            ("thanh tra", "held", 35, "2016-01", "2016-03", "các sở, ngành", None, []),
        ],
    ),
    (
        "Đảng ủy Công an tỉnh Gia Lai và Đảng ủy Quân sự tỉnh Gia Lai là hai đơn vị "
        "được Ban Thường vụ Tỉnh ủy chọn giám sát trong tháng 6/2019; Đoàn do đồng chí "
        "Rah Lan Hưng, Phó Bí thư Tỉnh ủy làm Trưởng đoàn.",
        [
            (
                "giám sát",
                "held",
                1,
                "2019-06",
                "2019-06",
                "Ban Thường vụ Tỉnh ủy",
                "Rah Lan Hưng",
                ["Đảng ủy Công an tỉnh Gia Lai", "Đảng ủy Quân sự tỉnh Gia Lai"],
            )
        ],
    ),
    (
        "THÔNG BÁO\n"
        "Kỳ họp thứ 10 Ủy ban Kiểm tra Thành ủy Hà Nội\n"
        "\n"
        "Ngày 12/5/2022, UBKT Thành ủy Hà Nội đã họp kỳ thứ 10 do đồng chí Hoàng Văn "
        "Tưởng, Ủy viên Ban Thường vụ, Chủ nhiệm UBKT Thành ủy chủ trì. Tại kỳ họp, "
        "UBKT Thành ủy đã xem xét, kết luận các nội dung:\n"
        "\n"
        "1. Kết quả giám sát chuyên đề đối với Ban Thường vụ Quận ủy Ba Đình, Ban "
        "Thường vụ Huyện ủy Sóc Sơn về việc lãnh đạo, chỉ đạo công tác tiếp công dân.\n"
        "\n"
        "2. Xem xét, thi hành kỷ luật đối với đồng chí Nguyễn Văn An, nguyên Phó Chủ "
        "tịch UBND huyện Sóc Sơn bằng hình thức cảnh cáo.\n"
        "\n"
        "3. Cho ý kiến về kế hoạch kiểm tra năm 2023.",
        [
            (
                "giám sát",
                "held",
                1,
                None,
                None,
                "Ủy ban Kiểm tra Thành ủy Hà Nội",
                None,
                ["Ban Thường vụ Quận ủy Ba Đình", "Ban Thường vụ Huyện ủy Sóc Sơn"],
            ),
            (
                "xem xét kỷ luật",
                "held",
                1,
                "2022-05-12",
                "2022-05-12",
                "Ủy ban Kiểm tra Thành ủy Hà Nội",
                None,
                [],
            ),
        ],
    ),
    (
        "BÁO CÁO\n"
        "Kết quả giám sát việc thực hiện chính sách bảo hiểm y tế trên địa bàn tỉnh\n"
        "\n"
        "Thực hiện Nghị quyết số 25/NQ-HĐND ngày 08/12/2021 của HĐND tỉnh Hòa Bình về "
        "chương trình giám sát năm 2022, Ban Văn hóa - Xã hội HĐND tỉnh báo cáo như "
        "sau:\n"
        "\n"
        "I. TÌNH HÌNH TỔ CHỨC GIÁM SÁT\n"
        "\n"
        "1. Thành phần: Đoàn giám sát do đồng chí Bùi Thị Mến, Trưởng Ban Văn hóa - Xã "
        "hội làm Trưởng đoàn; mời tham gia Đoàn có Sở Y tế, Bảo hiểm xã hội tỉnh.\n"
        "\n"
        "2. Thời gian: Từ ngày 05/5 đến ngày 20/5/2022.\n"
        "\n"
        "3. Đoàn đã làm việc với UBND các huyện Lương Sơn, Kim Bôi, Cao Phong; khảo "
        "sát tại 06 xã và làm việc với Bảo hiểm xã hội tỉnh.",
        [
            (
                "giám sát",
                "held",
                1,
                "2022-05-05",
                "2022-05-20",
                "Ban Văn hóa - Xã hội HĐND tỉnh Hòa Bình",
                "Bùi Thị Mến",
                ["UBND huyện Lương Sơn", "UBND huyện Kim Bôi", "UBND huyện Cao Phong"],
            ),
            (
                "khảo sát",
                "held",
                1,
                "2022-05-05",
                "2022-05-20",
                "Ban Văn hóa - Xã hội HĐND tỉnh Hòa Bình",
                None,
                ["Bảo hiểm xã hội tỉnh Hòa Bình"],
            ),
        ],
    ),
    (
        "Ngày 20-8, Đoàn giám sát của Ban Thường trực Ủy ban MTTQ Việt Nam thành phố "
        "Cần Thơ do bà Nguyễn Thị Ngọc Bích, Phó Chủ tịch Thường trực làm trưởng đoàn, "
        "có cuộc giám sát tại Đảng ủy, UBND phường Cái Khế.",
        [
            (
                "giám sát",
                "held",
                1,
                None,
                None,
                "Ban Thường trực Ủy ban MTTQ Việt Nam thành phố Cần Thơ",
                "Nguyễn Thị Ngọc Bích",
                ["Đảng ủy phường Cái Khế", "UBND phường Cái Khế"],
            )
        ],
    ),
    (
        "Ủy ban Kiểm tra Tỉnh ủy Đắk Nông: Kiểm tra dấu hiệu vi phạm đối với Đảng ủy "
        "Sở Giáo dục và Đào tạo\n"
        "\n"
        "Từ ngày 5 đến 16/6/2017, Ủy ban Kiểm tra Tỉnh ủy đã tiến hành kiểm tra khi có "
        "dấu hiệu vi phạm đối với Đảng ủy Sở Giáo dục và Đào tạo nhiệm kỳ 2015 - 2020.",
        [
            (
                "kiểm tra",
                "held",
                1,
                "2017-06-05",
                "2017-06-16",
                "Ủy ban Kiểm tra Tỉnh ủy Đắk Nông",
                None,
                ["Đảng ủy Sở Giáo dục và Đào tạo"],
            )
        ],
    ),
    (
        "Việc kiểm tra chấp hành đối với Đảng bộ xã Tân Phú, Đảng bộ xã Mỹ Thạnh do "
        "Ban Thường vụ Huyện ủy Giồng Trôm tiến hành từ 10/3/2014 đến 28/3/2014.",
        [
            (
                "kiểm tra",
                "held",
                1,
                "2014-03-10",
                "2014-03-28",
                "Ban Thường vụ Huyện ủy Giồng Trôm",
                None,
                ["Đảng bộ xã Tân Phú", "Đảng bộ xã Mỹ Thạnh"],
            )
        ],
    ),
    (
        "Cùng với đó, UBKT Huyện ủy Giồng Trôm tiến hành giám sát chuyên đề 4 tổ chức "
        "đảng gồm: Chi bộ Phòng Tư pháp, Chi bộ Phòng Y tế, Đảng ủy xã Châu Bình và "
        "Đảng ủy xã Phong Nẫm; kiểm tra dấu hiệu vi phạm 3 đảng viên.",
        [
            (
                "giám sát",
                "held",
                None,
                None,
                None,
                "Ủy ban Kiểm tra Huyện ủy Giồng Trôm",
                None,
                [
                    "Chi bộ Phòng Tư pháp",
                    "Chi bộ Phòng Y tế",
                    "Đảng ủy xã Châu Bình",
                    "Đảng ủy xã Phong Nẫm",
                ],
            ),
            ("kiểm tra", "held", None, None, None, "Ủy ban Kiểm tra Huyện ủy Giồng Trôm", None, []),
        ],
    ),
    (
        "Để chuẩn bị cho kỳ họp thứ 8, trong các ngày từ 2 đến 6/11/2015, các Ban của "
        "HĐND tỉnh Yên Bái đã tiến hành khảo sát tại thành phố Yên Bái, thị xã Nghĩa "
        "Lộ và các huyện Văn Yên, Lục Yên.",
        [
            (
                "khảo sát",
                "held",
                1,
                "2015-11-02",
                "2015-11-06",
                "các Ban HĐND tỉnh Yên Bái",
                None,
                ["thành phố Yên Bái", "thị xã Nghĩa Lộ", "huyện Văn Yên", "huyện Lục Yên"],
            )
        ],
    ),
    (
        "Thanh tra tỉnh Yên Bái đã ban hành Kết luận thanh tra việc quản lý, sử dụng "
        "ngân sách tại Sở Giao thông vận tải và Ban Quản lý dự án đầu tư xây dựng tỉnh.",
        [
            (
                "thanh tra",
                "held",
                1,
                None,
                None,
                "Thanh tra tỉnh Yên Bái",
                None,
                [
                    "Sở Giao thông vận tải tỉnh Yên Bái",
                    "Ban Quản lý dự án đầu tư xây dựng tỉnh Yên Bái",
                ],
            )
        ],
    ),
    (
        "Năm 2010, Thanh tra tỉnh tiến hành 25 cuộc thanh tra kinh tế - xã hội tại 56 "
        "đơn vị; thanh tra các huyện tiến hành 78 cuộc; phát hiện sai phạm 12,3 tỷ "
        "đồng.",
        [
            ("thanh tra", "held", 25, "2010", "2010", "Thanh tra tỉnh", None, []),
            ("thanh tra", "held", 78, "2010", "2010", "thanh tra các huyện", None, []),
        ],
    ),
    (
        "Theo Kế hoạch số 15-KH/UBKTHU, trong tháng 10 này, UBKT Huyện ủy Vị Xuyên "
        "giám sát Chi bộ Trường THPT Vị Xuyên và kiểm tra tài chính Đảng bộ xã Đạo Đức.",
        [
            (
                "giám sát",
                "held",
                1,
                None,
                None,
                "Ủy ban Kiểm tra Huyện ủy Vị Xuyên",
                None,
                ["Chi bộ Trường THPT Vị Xuyên"],
            ),
            (
                "kiểm tra",
                "held",
                1,
                None,
                None,
                "Ủy ban Kiểm tra Huyện ủy Vị Xuyên",
                None,
                ["Đảng bộ xã Đạo Đức"],
            ),
        ],
    ),
    (
        "Đoàn giám sát của Tỉnh ủy Quảng Nam (gọi tắt là Đoàn 1) đã hoàn thành giám "
        "sát tại các Huyện ủy: Núi Thành, Thăng Bình, Quế Sơn.",
        [
            (
                "giám sát",
                "held",
                1,
                None,
                None,
                "Tỉnh ủy Quảng Nam",
                None,
                ["Huyện ủy Núi Thành", "Huyện ủy Thăng Bình", "Huyện ủy Quế Sơn"],
            )
        ],
    ),
    (
        "Từ tháng 3 đến tháng 5/2018, 05 đoàn giám sát của Ủy ban MTTQ Việt Nam tỉnh "
        "Quảng Nam đã giám sát tại 18 huyện, thị xã, thành phố.",
        [
            (
                "giám sát",
                "held",
                5,
                "2018-03",
                "2018-05",
                "Ủy ban MTTQ Việt Nam tỉnh Quảng Nam",
                None,
                [],
            )
        ],
    ),
    (
        "Ban Giám sát đầu tư của cộng đồng xã Quế Phú tiến hành giám sát 12 công trình "
        "xây dựng trên địa bàn xã.",
        [
            (
                "giám sát",
                "held",
                None,
                None,
                None,
                "Ban Giám sát đầu tư của cộng đồng xã Quế Phú",
                None,
                [],
            )
        ],
    ),
    (
        "Kiểm toán nhà nước khu vực III đã kiểm toán, Thanh tra Chính phủ thanh tra "
        "tại UBND tỉnh Quảng Nam giai đoạn 2015 - 2018.",
        [
            (
                "thanh tra",
                "held",
                1,
                None,
                None,
                "Thanh tra Chính phủ",
                None,
                ["UBND tỉnh Quảng Nam"],
            )
        ],
    ),
    (
        "Đoàn kiểm tra theo Quyết định số 900-QĐ/TU của Ban Thường vụ Tỉnh ủy Tiền "
        "Giang vừa kết thúc kiểm tra Đảng ủy Sở Tài nguyên và Môi trường (ngày "
        "30/9/2022).",
        [
            (
                "kiểm tra",
                "held",
                1,
                "2022-09-30",
                "2022-09-30",
                "Ban Thường vụ Tỉnh ủy Tiền Giang",
                None,
                ["Đảng ủy Sở Tài nguyên và Môi trường"],
            )
        ],
    ),
    (
        "Quý III/2012, Thanh tra huyện Cai Lậy thanh tra Trường THCS Mỹ Thành Nam, "
        "UBND xã Phú Cường; kiểm tra đột xuất tại UBND xã Cẩm Sơn.",
        [
            (
                "thanh tra",
                "held",
                1,
                "2012-07",
                "2012-09",
                "Thanh tra huyện Cai Lậy",
                None,
                ["Trường THCS Mỹ Thành Nam", "UBND xã Phú Cường"],
            ),
            (
                "kiểm tra",
                "held",
                1,
                "2012-07",
                "2012-09",
                "Thanh tra huyện Cai Lậy",
                None,
                ["UBND xã Cẩm Sơn"],
            ),
        ],
    ),
    (
        "HĐND xã Tân Hưng giám sát trường mầm non, trạm y tế và thôn Đoài.",
        [],
    ),
    (
        "Từ ngày 08/8/2022 đến ngày 26/8/2022, Ban Pháp chế HĐND tỉnh Quảng Ngãi đã giám sát trực "
        "tiếp tại 03 đơn vị, địa phương gồm: UBND các huyện Bình Sơn, Mộ Đức; Thanh tra tỉnh.",
        [
            (
                "giám sát",
                "held",
                1,
                "2022-08-08",
                "2022-08-26",
                "Ban Pháp chế HĐND tỉnh Quảng Ngãi",
                None,
                ["UBND huyện Bình Sơn", "UBND huyện Mộ Đức", "Thanh tra tỉnh Quảng Ngãi"],
            ),
        ],
    ),
    (
        "Vị Xuyên, ngày 05 tháng 7 năm 2021\n\nUBKT Huyện ủy Vị Xuyên kiểm tra 03 đảng ủy xã: "
        "Quảng Ngần, Thượng Sơn, Lao Chải.",
        [
            (
                "kiểm tra",
                "held",
                None,
                None,
                None,
                "Ủy ban Kiểm tra Huyện ủy Vị Xuyên",
                None,
                ["Đảng ủy xã Quảng Ngần", "Đảng ủy xã Thượng Sơn", "Đảng ủy xã Lao Chải"],
            ),
        ],
    ),
    (
        "Hà Giang, ngày 05 tháng 7 năm 2021\n\nTrong quý IV/2021, Thanh tra tỉnh Hà Giang thanh "
        "tra trách nhiệm tại UBND huyện Vị Xuyên.",
        [
            (
                "thanh tra",
                "planned",
                1,
                "2021-10",
                "2021-12",
                "Thanh tra tỉnh Hà Giang",
                None,
                ["UBND huyện Vị Xuyên"],
            ),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TELLINGS, ids=range(len(TELLINGS)))
def test_who_inspects_whom_and_when(text, expected):
    found = [
        (
            each.mode,
            each.status,
            each.count,
            each.start,
            each.end,
            each.inspector and each.inspector.printed,
            each.leader and each.leader.name,
            [unit.printed for unit in each.units],
        )
        for each in read(SourceText(text, "")).inspections
    ]
    assert found == expected
