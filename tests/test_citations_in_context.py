"""Citations in context, each with all that is read of it: party, Front, state, unions; typos."""

import pytest

from loaders.model import SourceText
from loaders.reading import read

# Text; kind, number, day, issuer and pin-cite of each citation in it.
TEXTS = [
    (
        (
            "Thực hiện Quy định số 131-QĐ/TW ngày 27-10-2023 của Bộ Chính trị về kiểm soát "
            "quyền lực, phòng, chống tham nhũng, tiêu cực trong công tác kiểm tra."
        ),
        [
            ("Quy định", "131-QĐ/TW", "2023-10-27", "Bộ Chính trị", None),
        ],
    ),
    (
        "theo điểm b khoản 2 và khoản 3 Điều 10, Điều 12 Quy định 69-QĐ/TW",
        [
            (
                "Quy định",
                "69-QĐ/TW",
                None,
                None,
                "điểm b khoản 2 Điều 10; khoản 3 Điều 10; Điều 12",
            ),
        ],
    ),
    (
        "quy định tại các khoản 1, 2 và 4 Điều 7 và Điều 9 Luật Thanh tra năm 2022",
        [
            ("Luật", None, "2022", None, "khoản 1 Điều 7; khoản 2 Điều 7; khoản 4 Điều 7; Điều 9"),
        ],
    ),
    (
        ("Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Nghệ An lần thứ XIX, nhiệm kỳ 2020 - 2025"),
        [
            ("Nghị quyết", None, None, None, None),
        ],
    ),
    (
        "Nghị quyết Đại hội XIV của Đảng và Nghị quyết Trung ương 6 khóa XII",
        [
            ("Nghị quyết", None, None, None, None),
            ("Nghị quyết", None, None, None, None),
        ],
    ),
    (
        "Luật bảo hiểm y tế số 25/2008/QH12 ngày 14 tháng 11 năm 2008",
        [
            ("Luật", "25/2008/QH12", "2008-11-14", None, None),
        ],
    ),
    (
        "Căn cứ Luật thống kê ngày 23 tháng 11 năm 2015;",
        [
            ("Luật", None, "2015-11-23", None, None),
        ],
    ),
    (
        "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;",
        [
            ("Luật", "64/2025/QH15", None, None, None),
        ],
    ),
    (
        "Căn cứ Luật ban hành văn bản quy phạm pháp luật ngày 22 tháng 6 năm 2015;",
        [
            ("Luật", None, "2015-06-22", None, None),
        ],
    ),
    (
        "theo Nghị định số 40/2026/NĐ-СР ngày 22/01/2026 của Chính phủ",
        [
            ("Nghị định", "40/2026/NĐ-CP", "2026-01-22", "Chính phủ", None),
        ],
    ),
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công năm 2025",
        [
            ("Luật", None, "2025", None, None),
        ],
    ),
    (
        (
            "Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN ngày 15 tháng "
            "6 năm 2017"
        ),
        [
            (
                "Nghị quyết liên tịch",
                "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
                "2017-06-15",
                None,
                None,
            ),
        ],
    ),
    (
        "Hướng dẫn số 15-HD/BTCTW, ngày 05/11/2021 của Ban Tổ chức Trung ương",
        [
            ("Hướng dẫn", "15-HD/BTCTW", "2021-11-05", "Ban Tổ chức Trung ương", None),
        ],
    ),
    (
        "Căn cứ Điều lệ Mặt trận Tổ quốc Việt Nam khóa X",
        [
            ("Điều lệ", None, None, None, None),
        ],
    ),
    (
        "theo Điều 10 Điều lệ Công đoàn Việt Nam khóa XIII",
        [
            ("Điều lệ", None, None, None, "Điều 10"),
        ],
    ),
    (
        "các Quyết định số 217-QĐ/TW và 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị",
        [
            ("Quyết định", "217-QĐ/TW", None, None, None),
            ("Quyết định", "218-QĐ/TW", "2013-12-12", "Bộ Chính trị", None),
        ],
    ),
    (
        "Kế hoạch 08-KH/ĐU, ngày mùng 5 tháng Giêng năm 2024",
        [
            ("Kế hoạch", "08-KH/ĐU", None, None, None),
        ],
    ),
    (
        "Chỉ thị 19-CT/TU (ngày 3 tháng 5 năm 2019) của Ban Thường vụ Tỉnh ủy Quảng Bình",
        [
            ("Chỉ thị", "19-CT/TU", "2019-05-03", "Ban Thường vụ Tỉnh ủy Quảng Bình", None),
        ],
    ),
    (
        (
            "Quyết định 1847/QĐ-TTg của Thủ tướng Chính phủ ngày 27/12/2018 về phê duyệt Đề "
            "án Văn hóa công vụ"
        ),
        [
            ("Quyết định", "1847/QĐ-TTg", "2018-12-27", "Thủ tướng Chính phủ", None),
        ],
    ),
    (
        ("tại Công văn số 1234/UBND-NC ngày 15 tháng 9 năm 2020 của Ủy ban nhân dân tỉnh Lâm Đồng"),
        [
            ("Công văn", "1234/UBND-NC", "2020-09-15", "Ủy ban nhân dân tỉnh Lâm Đồng", None),
        ],
    ),
    (
        "Pháp lệnh số 34/2007/PL-UBTVQH11 về thực hiện dân chủ ở xã, phường, thị trấn",
        [
            ("Pháp lệnh", "34/2007/PL-UBTVQH11", None, None, None),
        ],
    ),
    (
        "Nghị định 30/2020/NĐ-CP, 34/2016/NĐ-CP và Thông tư 03/2022/TT-BNV",
        [
            ("Nghị định", "30/2020/NĐ-CP", None, None, None),
            ("Nghị định", "34/2016/NĐ-CP", None, None, None),
            ("Thông tư", "03/2022/TT-BNV", None, None, None),
        ],
    ),
    (
        "Bộ luật Hình sự năm 2015, sửa đổi, bổ sung năm 2017",
        [
            ("Bộ luật", None, "2015", None, None),
        ],
    ),
    (
        "Điều 353 Bộ luật Hình sự",
        [
            ("Bộ luật", None, None, None, "Điều 353"),
        ],
    ),
    (
        "theo quy định tại Điều 5, khoản 2 Điều 7 Quy chế này",
        [
            ("Quy chế", None, None, None, "Điều 5; khoản 2 Điều 7"),
        ],
    ),
    (
        "Kết luận số 54 ngày 9/8/2023 của Ban Bí thư",
        [
            ("Kết luận", "54", "2023-08-09", "Ban Bí thư", None),
        ],
    ),
    (
        "Nghị quyết số 18 - NQ/TW, Nghị quyết số 19 - NQ/TW ngày 25/10/2017",
        [
            ("Nghị quyết", "18-NQ/TW", None, None, None),
            ("Nghị quyết", "19-NQ/TW", "2017-10-25", None, None),
        ],
    ),
    (
        "Quyết định số 15-QÐ/TW",
        [
            ("Quyết định", "15-QĐ/TW", None, None, None),
        ],
    ),
    (
        "từ mục I đến mục III Phụ lục II ban hành kèm theo Nghị định số 59/2015/NĐ-CP",
        [
            (
                "Nghị định",
                "59/2015/NĐ-CP",
                None,
                None,
                "Mục I Phụ lục II; Mục II Phụ lục II; Mục III Phụ lục II",
            ),
        ],
    ),
    (
        "Mẫu số 01 ban hành kèm theo Thông tư số 80/2021/TT-BTC",
        [
            ("Thông tư", "80/2021/TT-BTC", None, None, None),
        ],
    ),
    (
        "Luật số 41/2024/QH15 và Luật số 58/2014/QH13",
        [
            ("Luật", "41/2024/QH15", None, None, None),
            ("Luật", "58/2014/QH13", None, None, None),
        ],
    ),
    (
        "theo Quy định thi hành Điều lệ Đảng số 24-QĐ/TW ngày 30/7/2021",
        [
            ("Quy định", "24-QĐ/TW", "2021-07-30", None, None),
        ],
    ),
    (
        "Quyết định số 99-QĐ/TW, ngày 03 tháng mười năm 2017 của Ban Bí thư",
        [
            ("Quyết định", "99-QĐ/TW", "2017-10-03", "Ban Bí thư", None),
        ],
    ),
    (
        ("QUYẾT ĐỊNH SỐ 290-QĐ/TW NGÀY 25/02/2010 CỦA BỘ CHÍNH TRỊ VỀ QUY CHẾ CÔNG TÁC DÂN VẬN"),
        [
            ("Quyết định", "290-QĐ/TW", "2010-02-25", "BỘ CHÍNH TRỊ", None),
        ],
    ),
    (
        "Thông tri số 22-TTr/MTTW-BTT... nay là Thông tri 28/TTr-MTTW-BTT ngày 17/4/2013",
        [
            ("Thông tri", "22-TTr/MTTW-BTT", None, None, None),
            ("Thông tri", "28/TTr-MTTW-BTT", "2013-04-17", None, None),
        ],
    ),
    (
        "Luật Đất đai năm 2013; Luật số 31/2024/QH15",
        [
            ("Luật", None, "2013", None, None),
            ("Luật", "31/2024/QH15", None, None, None),
        ],
    ),
    (
        "Nghị định 117 năm 2020",
        [
            ("Nghị định", "117", "2020", None, None),
        ],
    ),
    (
        "NQ số 42/NQ-HĐND ngày 8/12/2021 của HĐND huyện Đô Lương",
        [
            ("Nghị quyết", "42/NQ-HĐND", "2021-12-08", "HĐND huyện Đô Lương", None),
        ],
    ),
    (
        "KH số 15-KH/HU của BTV Huyện ủy",
        [
            ("Kế hoạch", "15-KH/HU", None, "BTV Huyện ủy", None),
        ],
    ),
    (
        "TT 22/2016/TT-BGDĐT",
        [
            ("Thông tư", "22/2016/TT-BGDĐT", None, None, None),
        ],
    ),
    (
        "Quy chế dân chủ ban hành kèm theo Nghị định số 71/1998/NĐ-CP ngày 08/9/1998",
        [
            ("Nghị định", "71/1998/NĐ-CP", "1998-09-08", None, None),
        ],
    ),
    (
        "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013 (Điều 9)",
        [
            ("Hiến pháp", None, "2013", None, "Điều 9"),
        ],
    ),
    (
        "khoản 1 Điều 9 Hiến pháp 2013",
        [
            ("Hiến pháp", None, "2013", None, "khoản 1 Điều 9"),
        ],
    ),
    (
        "Nghị quyết 04-NQ/TW (khóa XII), Chỉ thị 05-CT/TW",
        [
            ("Nghị quyết", "04-NQ/TW", None, None, None),
            ("Chỉ thị", "05-CT/TW", None, None, None),
        ],
    ),
    (
        "Kết luận Hội nghị Trung ương 4 khóa XIII",
        [
            ("Kết luận", None, None, None, None),
        ],
    ),
    (
        "Sắc lệnh số 64/SL ngày 23/11/1945",
        [
            ("Sắc lệnh", "64/SL", "1945-11-23", None, None),
        ],
    ),
    (
        "Luật số 18-L/CTN và Pháp lệnh số 21-LCT/HĐNN8",
        [
            ("Luật", "18-L/CTN", None, None, None),
            ("Pháp lệnh", "21-LCT/HĐNN8", None, None, None),
        ],
    ),
    (
        "Thông báo kết luận số 20-TB/TW ngày 15/3/2022 của Ban Bí thư",
        [
            ("Thông báo", "20-TB/TW", "2022-03-15", "Ban Bí thư", None),
        ],
    ),
    (
        "Thông tư số 01/2023/TT-BNV ngày 29/18/2023 của Bộ Nội vụ",
        [
            ("Thông tư", "01/2023/TT-BNV", None, "Bộ Nội vụ", None),
        ],
    ),
    (
        "được sửa đổi, bổ sung tại khoản 3 Điều 1 Nghị định số 148/2020/NĐ-CP",
        [
            ("Nghị định", "148/2020/NĐ-CP", None, None, "khoản 3 Điều 1"),
        ],
    ),
    (
        "Đề án số 02-ĐA/TU và Dự án số 03-DA/BCĐ",
        [
            ("Đề án", "02-ĐA/TU", None, None, None),
            ("Dự án", "03-DA/BCĐ", None, None, None),
        ],
    ),
    (
        "Chương trình hành động số 12-CTr/TU ngày 6/6/2021 của Tỉnh ủy",
        [
            ("Chương trình", "12-CTr/TU", "2021-06-06", "Tỉnh ủy", None),
        ],
    ),
    (
        ("Nghị quyết số 24/NQ-ĐCT ngày 20/5/2019 của Đoàn Chủ tịch Trung ương Hội LHPN Việt Nam"),
        [
            (
                "Nghị quyết",
                "24/NQ-ĐCT",
                "2019-05-20",
                "Đoàn Chủ tịch Trung ương Hội LHPN Việt Nam",
                None,
            ),
        ],
    ),
    (
        "Quyết định số 7268/QĐ-TLĐ ngày 21/12/2022 của Đoàn Chủ tịch Tổng Liên đoàn",
        [
            ("Quyết định", "7268/QĐ-TLĐ", "2022-12-21", "Đoàn Chủ tịch Tổng Liên đoàn", None),
        ],
    ),
    (
        ("Hướng dẫn 41 HD/TWĐTN-BTC ngày 12 tháng 4 năm 2018 của Ban Bí thư Trung ương Đoàn"),
        [
            ("Hướng dẫn", "41-HD/TWĐTN-BTC", "2018-04-12", "Ban Bí thư Trung ương Đoàn", None),
        ],
    ),
    (
        "Điều lệ Hội Nông dân Việt Nam khóa VII",
        [
            ("Điều lệ", None, None, None, None),
        ],
    ),
    (
        "Điều 4 Điều lệ Hội Chữ thập đỏ Việt Nam",
        [
            ("Điều lệ", None, None, None, "Điều 4"),
        ],
    ),
    (
        "Nghị quyết 20c/NQ-BCH ngày 25 tháng 7 năm 2013",
        [
            ("Nghị quyết", "20c/NQ-BCH", "2013-07-25", None, None),
        ],
    ),
    (
        "Nghị định số 04-CP ngày 07-01-1997",
        [
            ("Nghị định", "04-CP", "1997-01-07", None, None),
        ],
    ),
    (
        "Quyết định số 67/1999/QĐ-TTg; Chỉ thị 30-CT/TW ngày 18/02/1998",
        [
            ("Quyết định", "67/1999/QĐ-TTg", None, None, None),
            ("Chỉ thị", "30-CT/TW", "1998-02-18", None, None),
        ],
    ),
    (
        "Văn bản hợp nhất số 10/VBHN-VPQH ngày 27 tháng 6 năm 2022",
        [
            ("Văn bản hợp nhất", "10/VBHN-VPQH", "2022-06-27", None, None),
        ],
    ),
    (
        "Thông tư số 06/2024/TT-BNV và Thông tư số 06/2024/NĐ-CP",
        [
            ("Thông tư", "06/2024/TT-BNV", None, None, None),
            ("Thông tư", "06/2024/NĐ-CP", None, None, None),
        ],
    ),
    (
        "dự thảo Luật Đất đai (sửa đổi); góp ý dự thảo Nghị định sửa đổi",
        [],
    ),
    (
        "Số: ...../QĐ-UBND; Số     -BC/HU; Mẫu số 02-KTNN",
        [],
    ),
    (
        "điểm c, d, đ khoản 1 Điều 3 và khoản 2 Điều 4 của Quy định số 37-QĐ/TW",
        [
            (
                "Quy định",
                "37-QĐ/TW",
                None,
                None,
                (
                    "điểm c khoản 1 Điều 3; điểm d khoản 1 Điều 3; điểm đ khoản 1 Điều 3; khoản 2 "
                    "Điều 4"
                ),
            ),
        ],
    ),
    (
        (
            "Quy định số 22-QĐ/TW, ngày 28/7/2021 và Quy định số 296-QĐ/TW, ngày 30/5/2025 "
            "của Ban Chấp hành Trung ương Đảng (khóa XIII)"
        ),
        [
            ("Quy định", "22-QĐ/TW", "2021-07-28", None, None),
            (
                "Quy định",
                "296-QĐ/TW",
                "2025-05-30",
                "Ban Chấp hành Trung ương Đảng (khóa XIII)",
                None,
            ),
        ],
    ),
    (
        "Ngày 20/3/2025, Ban Thường vụ Tỉnh ủy đã ban hành Kế hoạch số 300-KH/TU",
        [
            ("Kế hoạch", "300-KH/TU", None, None, None),
        ],
    ),
    (
        "Nghị quyết số 42/2021/QH15 của Quốc hội khóa XV",
        [
            ("Nghị quyết", "42/2021/QH15", None, "Quốc hội khóa XV", None),
        ],
    ),
    (
        "Báo cáo số 123-BC/UBKTHU ngày 3/4/2022 của UBKT Huyện ủy",
        [
            ("Báo cáo", "123-BC/UBKTHU", "2022-04-03", "UBKT Huyện ủy", None),
        ],
    ),
    (
        "Tờ trình số 161/TTr-MTTW-BTT ngày 27/9/2024; Thông tri số 23/TTr-MTTW-BTT",
        [
            ("Tờ trình", "161/TTr-MTTW-BTT", "2024-09-27", None, None),
            ("Thông tri", "23/TTr-MTTW-BTT", None, None, None),
        ],
    ),
    (
        "Luật Mặt trận Tổ quốc Việt Nam năm 2015 (sửa đổi, bổ sung năm 2025)",
        [
            ("Luật", None, "2015", None, None),
        ],
    ),
    (
        "Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân",
        [
            ("Luật", None, None, None, None),
        ],
    ),
    (
        "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 (Điều 15, Điều 16)",
        [
            ("Luật", "10/2022/QH15", None, None, "Điều 15; Điều 16"),
        ],
    ),
    (
        "Lệnh số 14/2022/L-CTN ngày 09 tháng 12 năm 2022 của Chủ tịch nước",
        [
            ("Lệnh", "14/2022/L-CTN", "2022-12-09", "Chủ tịch nước", None),
        ],
    ),
    (
        "Công điện số 1124/CĐ-TTg ngày 06/12/2022 của Thủ tướng Chính phủ",
        [
            ("Công điện", "1124/CĐ-TTg", "2022-12-06", "Thủ tướng Chính phủ", None),
        ],
    ),
    (
        "Kết luận thanh tra số 25/KL-TTr ngày 12/5/2020 của Thanh tra tỉnh Sơn La",
        [
            ("Kết luận", "25/KL-TTr", "2020-05-12", "Thanh tra tỉnh Sơn La", None),
        ],
    ),
    (
        "Giấy mời số 55/GM-HĐND; Biên bản số 03/BB-ĐGS ngày 02/6/2021",
        [
            ("Giấy mời", "55/GM-HĐND", None, None, None),
            ("Biên bản", "03/BB-ĐGS", "2021-06-02", None, None),
        ],
    ),
    (
        ("theo Nghị quyết số 66.16/2026/NQ-CP ngày 30 tháng 3 năm 2026 của          \nChính phủ"),
        [
            ("Nghị quyết", "66.16/2026/NQ-CP", "2026-03-30", "Chính phủ", None),
        ],
    ),
    (
        "Thông tư số 39/2025/TT-NHNN của Thống đốc Ngân hàng Nhà nước Việt Nam quy định",
        [
            ("Thông tư", "39/2025/TT-NHNN", None, "Thống đốc Ngân hàng Nhà nước Việt Nam", None),
        ],
    ),
    (
        ("Thông tư số 02/2018/TT-TANDTC ngày 21/9/2018 của Chánh án Tòa án nhân dân tối cao"),
        [
            (
                "Thông tư",
                "02/2018/TT-TANDTC",
                "2018-09-21",
                "Chánh án Tòa án nhân dân tối cao",
                None,
            ),
        ],
    ),
    (
        ("Quyết định số 20/QĐ-TCT ngày 5/2/2020 của Tổng cục trưởng Tổng cục Thuế về quy trình"),
        [
            ("Quyết định", "20/QĐ-TCT", "2020-02-05", "Tổng cục trưởng Tổng cục Thuế", None),
        ],
    ),
    (
        "Thông tư liên tịch số 41/2013/TTLT-BYT-BLĐTBXH ngày 18 tháng11 năm 2013",
        [
            ("Thông tư liên tịch", "41/2013/TTLT-BYT-BLĐTBXH", "2013-11-18", None, None),
        ],
    ),
    (
        "Luật Nhà ở số 27/2023/QH15 ngày 27 tháng 11 năm 20237 thì",
        [
            ("Luật", "27/2023/QH15", "2023-11-27", None, None),
        ],
    ),
    (
        "KẾT QUẢ THỰC HIỆN QUYẾT ĐỊNH SỐ 217-QĐ/TW CỦA BỘ CHÍNH TRỊ NĂM 2023",
        [
            ("Quyết định", "217-QĐ/TW", None, "BỘ CHÍNH TRỊ", None),
        ],
    ),
    (
        (
            "Kế hoạch số 15/KH-CCB ngày 22/02/2016 của Ban Thường vụ Tỉnh hội về công tác "
            "kiểm tra; theo Điều lệ Hội"
        ),
        [
            ("Kế hoạch", "15/KH-CCB", "2016-02-22", "Ban Thường vụ Tỉnh hội", None),
            ("Điều lệ", None, None, None, None),
        ],
    ),
    (
        (
            "theo mục IV Thông tư liên tịch 04; Thông tư liên tịch số "
            "04/2006/TTLT-KH&ĐT-UBTƯMTTQVN-TC"
        ),
        [
            ("Thông tư liên tịch", "04", None, None, "Mục IV"),
            ("Thông tư liên tịch", "04/2006/TTLT-KH&ĐT-UBTƯMTTQVN-TC", None, None, None),
        ],
    ),
    (
        ("ĐOÀN KIỂM TRA THEO QĐ SỐ 96-QĐ/UBKTĐU; Quyết định số 96-QĐ/UBKTĐU, ngày 30/3/2026"),
        [
            ("Quyết định", "96-QĐ/UBKTĐU", None, None, None),
            ("Quyết định", "96-QĐ/UBKTĐU", "2026-03-30", None, None),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_citations_in_context(text, expected):
    found = read(SourceText(f"{text}.\n", "-")).citations
    assert [(c.kind, c.number, c.date, c.issuer, c.pinpoint) for c in found] == expected
