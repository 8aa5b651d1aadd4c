"""What stands around the telling of an inspection: papers, deadlines, lists, what is still to come.

Each row: a text, and a line for each inspection, as in `test_inspection_variants`. Persons are
invented, and so is what the texts tell of the bodies.
"""

import pytest

TERMS = [
    (
        "HỘI ĐỒNG NHÂN DÂN\nTỈNH SƠN LA\nBAN PHÁP CHẾ\n\n"
        "Phù Yên, ngày 16 tháng 5 năm 2023\n\nBIÊN BẢN\n\n"
        "Hôm nay, ngày 16 tháng 5 năm 2023, Đoàn giám sát của Ban Pháp chế Hội "
        "đồng nhân dân tỉnh Sơn La tiến hành giám sát tại Ủy ban nhân dân huyện"
        " Phù Yên theo Quyết định số 21/QĐ-BPC ngày 12/4/2023 của Ban Pháp chế "
        "Hội đồng nhân dân tỉnh và Kế hoạch số 25/KH-BPC.\n\nI. THÀNH PHẦN\n\n"
        "1. Đoàn giám sát\n"
        "- Bà Hà Thị Thu, Trưởng Ban Pháp chế Hội đồng nhân dân tỉnh, Trưởng "
        "đoàn;\n- Đại diện Thanh tra tỉnh, Sở Tư pháp tỉnh.\n\n"
        "2. Đơn vị được giám sát\n"
        "- Ông Cầm Văn Nam, Phó Chủ tịch Ủy ban nhân dân huyện;\n"
        "- Đại diện Thanh tra huyện.\n",
        [
            "giám sát | held | 1 | 2023-05-16 | Ban Pháp chế Hội đồng nhân dân "
            "tỉnh Sơn La | Hà Thị Thu | Ủy ban nhân dân huyện Phù Yên | Thanh "
            "tra tỉnh Sơn La; Sở Tư pháp tỉnh Sơn La |  | 21/QĐ-BPC; 25/KH-BPC",
        ],
    ),
    (
        "Cà Mau, ngày 20 tháng 9 năm 2021\n\nBÁO CÁO\n\n"
        "Căn cứ Quyết định số 312-QĐ/HU, ngày 02/8/2021 của Ban Thường vụ Huyện"
        " ủy Đầm Dơi về việc thành lập Đoàn kiểm tra; Kế hoạch số 40-KH/HU cùng"
        " ngày, Đoàn kiểm tra báo cáo như sau:\n\n"
        "Từ ngày 16/8/2021 đến ngày 27/8/2021, Đoàn kiểm tra của Ban Thường vụ "
        "Huyện ủy Đầm Dơi do đồng chí Trần Văn Út, Trưởng Ban Tổ chức Huyện ủy "
        "làm Trưởng đoàn đã kiểm tra tại Đảng ủy xã Tân Đức và Đảng ủy xã Quách"
        " Phẩm.",
        [
            "kiểm tra | held | 1 | 2021-08-16/2021-08-27 | Ban Thường vụ Huyện "
            "ủy Đầm Dơi | Trần Văn Út | Đảng ủy xã Tân Đức; Đảng ủy xã Quách "
            "Phẩm |  |  | 312-QĐ/HU; 40-KH/HU",
        ],
    ),
    (
        "THÔNG BÁO\n\n"
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2024 của Ủy ban nhân dân "
        "tỉnh, ngày 03/7/2024 Sở Nội vụ tỉnh Lào Cai đã có báo cáo.\n\n"
        "Giao Thanh tra tỉnh Lào Cai chủ trì kiểm tra trách nhiệm của Ban Quản "
        "lý các khu công nghiệp tỉnh Lào Cai và Ủy ban nhân dân huyện Bát Xát "
        "trong việc chậm giải ngân, báo cáo trong tháng 10/2024.",
        [
            "kiểm tra | ordered | 1 |  | Thanh tra tỉnh Lào Cai |  | Ban Quản "
            "lý các khu công nghiệp tỉnh Lào Cai; Ủy ban nhân dân huyện Bát Xát"
            " |  |  |",
        ],
    ),
    (
        "TỈNH ỦY PHÚ YÊN\nỦY BAN KIỂM TRA\n*\nSố 77-QĐ/UBKTTU\n\n"
        "Phú Yên, ngày 05 tháng 3 năm 2023\n\nQUYẾT ĐỊNH\n"
        "về việc kiểm tra đối với Ban Thường vụ Đảng ủy xã Hòa Tâm\n\n"
        "ỦY BAN KIỂM TRA TỈNH ỦY PHÚ YÊN QUYẾT ĐỊNH\n\n"
        "Điều 1. Kiểm tra khi có dấu hiệu vi phạm đối với Ban Thường vụ Đảng ủy"
        " xã Hòa Tâm trong việc lãnh đạo, chỉ đạo, thực hiện Nghị quyết số "
        "19-NQ/TW, ngày 31/10/2012 của Ban Chấp hành Trung ương; việc chấp hành"
        " Quy định số 37-QĐ/TW, ngày 25/10/2021 về những điều đảng viên không "
        "được làm.\n\nĐiều 2. Thành lập Đoàn kiểm tra gồm 02 đồng chí:\n"
        "1. Đồng chí Lê Văn Hậu, Phó Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy, Trưởng "
        "đoàn;\n2. Đồng chí Ngô Thị Hạnh, kiểm tra viên, thành viên.\n\n"
        "Điều 3. Đoàn kiểm tra thực hiện nhiệm vụ theo Kế hoạch số "
        "15-KH/UBKTTU, ngày 05/3/2023; thời gian làm việc tại địa phương 20 "
        "ngày, kể từ ngày 13/3/2023.",
        [
            "kiểm tra | ordered | 1 | 2023-03-13/ | Ủy ban Kiểm tra Tỉnh ủy Phú"
            " Yên | Lê Văn Hậu | Ban Thường vụ Đảng ủy xã Hòa Tâm | Ngô Thị "
            "Hạnh | 19-NQ/TW; 37-QĐ/TW | 15-KH/UBKTTU",
        ],
    ),
    (
        "ỦY BAN MTTQ VIỆT NAM XÃ PA THƠM\nBAN THƯỜNG TRỰC\nSố: 05/KH-MTTQ-BTT\n"
        "\nPa Thơm, ngày 02 tháng 2 năm 2026\n\nKẾ HOẠCH\n"
        "Giám sát việc hỗ trợ nhà ở năm 2026\n\n"
        "Ban Thường trực Ủy ban MTTQ Việt Nam xã Pa Thơm xây dựng kế hoạch giám"
        " sát như sau:\n\n"
        "1. Nội dung: việc hỗ trợ kinh phí cho hộ nghèo theo khoản 1 Điều 4 "
        "Quyết định số 1719/QĐ-TTg ngày 14/10/2021 của Thủ tướng Chính phủ.\n"
        "2. Đối tượng, thời gian: Từ ngày 09/3/2026 đến ngày 12/3/2026, Đoàn "
        "giám sát của Ủy ban MTTQ Việt Nam xã Pa Thơm do đồng chí Lò Văn Xuân, "
        "Chủ tịch Ủy ban MTTQ Việt Nam xã làm Trưởng đoàn giám sát đối với Ủy "
        "ban nhân dân xã Pa Thơm, bản Huổi Moi và bản Na Ư 2. Mốc thời gian "
        "giám sát: từ ngày 01/7/2025 đến ngày 31/12/2025.\n"
        "3. Thành phần: mời đại diện Hội Nông dân xã, Hội Cựu chiến binh xã và "
        "Ban Thanh tra nhân dân xã tham gia Đoàn.",
        [
            "giám sát | planned | 1 | 2026-03-09/2026-03-12 | Ủy ban MTTQ Việt "
            "Nam xã Pa Thơm | Lò Văn Xuân | Ủy ban nhân dân xã Pa Thơm; bản "
            "Huổi Moi; bản Na Ư 2 | Hội Nông dân xã Pa Thơm; Hội Cựu chiến binh"
            " xã Pa Thơm; Ban Thanh tra nhân dân xã Pa Thơm | 1719/QĐ-TTg |",
        ],
    ),
    (
        "HỘI ĐỒNG NHÂN DÂN XÃ TÂN HƯNG\n\nTân Hưng, ngày 20 tháng 12 năm 2025\n"
        "\nBÁO CÁO\n\n"
        "Năm 2026, Hội đồng nhân dân xã Tân Hưng tổ chức 02 cuộc giám sát "
        "chuyên đề.",
        [
            "giám sát | planned | 2 | 2026 | Hội đồng nhân dân xã Tân Hưng |  |  |  |  |",
        ],
    ),
    (
        "Ngày 06/10/2022, Phòng Giáo dục và Đào tạo thị xã An Nhơn kiểm tra tại"
        " Trường Tiểu học số 1 Đập Đá và Trường THCS số 2 Nhơn Hòa về công khai"
        " tài chính.",
        [
            "kiểm tra | held | 1 | 2022-10-06 | Phòng Giáo dục và Đào tạo thị "
            "xã An Nhơn |  | Trường Tiểu học số 1 Đập Đá; Trường THCS số 2 Nhơn"
            " Hòa |  |  |",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TERMS, ids=range(len(TERMS)))
def test_inspections_by_what_stands_around(text, expected, told):
    assert [line.strip() for line in told(text)] == expected
