"""Citations in unusual wordings: what real texts do beyond the textbook forms.

A row is a text and what is read from it, one line a citation: quote | kind | number | date |
issuer | pinpoint, empty where the text does not say.
"""

import pytest

from loaders.citations import find_citations
from loaders.view import view

UNUSUAL = [
    # dates in words, capitals, brackets, with a mark lost at the end of a line
    (
        "Chỉ thị số 05-CT/TW ngày mười lăm tháng năm năm 2016 của Bộ Chính trị",
        "Chỉ thị số 05-CT/TW ngày mười lăm tháng năm năm 2016 của Bộ Chính trị | Chỉ thị | "
        "05-CT/TW | 2016-05-15 | Bộ Chính trị |",
    ),
    (
        "Quyết định số 9-QĐ/TW ngày mùng hai tháng chín năm hai nghìn không trăm hai mươi lăm",
        "Quyết định số 9-QĐ/TW ngày mùng hai tháng chín năm hai nghìn không trăm hai mươi lăm | "
        "Quyết định | 9-QĐ/TW | 2025-09-02 | |",
    ),
    (
        "SƠ KẾT CHỈ THỊ SỐ 05-CT/TW NGÀY 15 THÁNG 5 NĂM 2016 CỦA BỘ CHÍNH TRỊ VÀ KẾ HOẠCH SỐ "
        "23/KH-UBND CỦA ỦY BAN NHÂN DÂN TỈNH YÊN BÁI VỀ VIỆC HỌC TẬP",
        "CHỈ THỊ SỐ 05-CT/TW NGÀY 15 THÁNG 5 NĂM 2016 CỦA BỘ CHÍNH TRỊ | Chỉ thị | 05-CT/TW | "
        "2016-05-15 | BỘ CHÍNH TRỊ |\n"
        "KẾ HOẠCH SỐ 23/KH-UBND CỦA ỦY BAN NHÂN DÂN TỈNH YÊN BÁI | Kế hoạch | 23/KH-UBND | | "
        "ỦY BAN NHÂN DÂN TỈNH YÊN BÁI |",
    ),
    (
        "CHỈ THỊ SỐ 52-CT/TW NGÀY 03 THÁNG 10 NĂM 2025 CỦA BAN BÍ THƯ\nVỀ TRIỂN KHAI",
        "CHỈ THỊ SỐ 52-CT/TW NGÀY 03 THÁNG 10 NĂM 2025 CỦA BAN BÍ THƯ | Chỉ thị | 52-CT/TW | "
        "2025-10-03 | BAN BÍ THƯ |",
    ),
    (
        "Công văn số 15/MTTQ-BTT (ngày 3/4/2022) của Ban Thường trực",
        "Công văn số 15/MTTQ-BTT (ngày 3/4/2022) của Ban Thường trực | Công văn | 15/MTTQ-BTT | "
        "2022-04-03 | Ban Thường trực |",
    ),
    (
        "(Kèm theo Thông tư số 88/2025/TT-BCA ngày 17 tháng 9 năm 2025)",
        "Thông tư số 88/2025/TT-BCA ngày 17 tháng 9 năm 2025 | Thông tư | 88/2025/TT-BCA | "
        "2025-09-17 | |",
    ),
    (
        "Hướng dẫn số 26-HD/BTCTW ngày 26-52025",
        "Hướng dẫn số 26-HD/BTCTW ngày 26-52025 | Hướng dẫn | 26-HD/BTCTW | 2025-05-26 | |",
    ),
    # a mark too many, a footnote's digit
    (
        "Chỉ thị số 09/-CT-TW và Thông báo 130/-TB-TW",
        "Chỉ thị số 09/-CT-TW | Chỉ thị | 09/-CT-TW | | |\n"
        "Thông báo 130/-TB-TW | Thông báo | 130/-TB-TW | | |",
    ),
    (
        "Thông tư số  86/2024//TT-BTC ngày 23/12/2024",
        "Thông tư số  86/2024//TT-BTC ngày 23/12/2024 | Thông tư | 86/2024//TT-BTC | 2024-12-23 "
        "| |",
    ),
    (
        "Nghị quyết số 66-NQ/TW1 và Quyết định 56/1999/QĐ-NHNN2",
        "Nghị quyết số 66-NQ/TW | Nghị quyết | 66-NQ/TW | | |\n"
        "Quyết định 56/1999/QĐ-NHNN2 | Quyết định | 56/1999/QĐ-NHNN2 | | |",
    ),
    ("theo QTKĐ: 06-\n2021/BLĐTBXH ban hành", ""),
    ("giai đoạn 2022 - 2025 \n- Khu vực nông thôn", ""),
    # number and year without a symbol; what is no number of an instrument
    (
        "Nghị định 100/2019 và Thông tư số 02/2018, kế hoạch 6/2022, báo cáo tháng 6/2022",
        "Nghị định 100/2019 | Nghị định | 100/2019 | | |\n"
        "Thông tư số 02/2018 | Thông tư | 02/2018 | | |",
    ),
    (
        "tại văn bản số 2958/BKHCN-ATBXHN ngày 08 tháng 5 năm 2026",
        "văn bản số 2958/BKHCN-ATBXHN ngày 08 tháng 5 năm 2026 | Công văn | 2958/BKHCN-ATBXHN"
        " | 2026-05-08 "
        "| |",
    ),
    (
        "Quyết định của Thủ tướng\nSố 121/2009/QĐ-TTg \nngày 09/10/2009 \nVề việc",
        "121/2009/QĐ-TTg \nngày 09/10/2009 | Quyết định | 121/2009/QĐ-TTg | 2009-10-09 | |",
    ),
    # a kind word begins an ordinance's name, and one stands before 'liên tịch'
    (
        "Căn cứ Pháp lệnh Quy định danh hiệu vinh dự Nhà nước “Mẹ hiền” ngày 29/8/1994;",
        "Pháp lệnh Quy định danh hiệu vinh dự Nhà nước “Mẹ hiền” ngày 29/8/1994 | Pháp lệnh | "
        "| 1994-08-29 | |",
    ),
    (
        "thay thế Hướng dẫn liên tịch số 01/HDLT-MTTQ-UBKT, ngày 14/5/2019.",
        "Hướng dẫn liên tịch số 01/HDLT-MTTQ-UBKT, ngày 14/5/2019 | Hướng dẫn "
        "| 01/HDLT-MTTQ-UBKT | 2019-05-14 | |",
    ),
    # a list that begins with 'các điều từ', an office with a kind word in its name
    (
        "tại các điều từ Điều 11 đến Điều 13 Luật Thực hiện dân chủ ở cơ sở",
        "Luật Thực hiện dân chủ ở cơ sở | Luật | | | | Điều 11; Điều 12; Điều 13",
    ),
    (
        "Công văn số 3268/SKHĐT-TH ngày 17/6/2021 của Sở Kế hoạch và Đầu tư tỉnh Long An",
        "Công văn số 3268/SKHĐT-TH ngày 17/6/2021 của Sở Kế hoạch và Đầu tư tỉnh Long An "
        "| Công văn | 3268/SKHĐT-TH | 2021-06-17 | Sở Kế hoạch và Đầu tư tỉnh Long An |",
    ),
    # the issuer before the number, and long ones
    (
        "Kế hoạch của Ban Thường vụ Tỉnh ủy số 45-KH/TU ngày 3/3/2021",
        "Kế hoạch của Ban Thường vụ Tỉnh ủy số 45-KH/TU ngày 3/3/2021 | Kế hoạch | 45-KH/TU | "
        "2021-03-03 | Ban Thường vụ Tỉnh ủy |",
    ),
    (
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Hội nghị lần thứ sáu Ban Chấp hành Trung ương "
        "Đảng khóa XII về bộ máy",
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Hội nghị lần thứ sáu Ban Chấp hành Trung ương "
        "Đảng khóa XII | Nghị quyết | 18-NQ/TW | 2017-10-25 | Hội nghị lần thứ sáu Ban Chấp hành "
        "Trung ương Đảng khóa XII |",
    ),
    (
        "Kế hoạch số 12/KH-ĐGS ngày 03/3/2025 của Đoàn giám sát",
        "Kế hoạch số 12/KH-ĐGS ngày 03/3/2025 của Đoàn giám sát | Kế hoạch | 12/KH-ĐGS | "
        "2025-03-03 | Đoàn giám sát |",
    ),
    # lists
    (
        "các Nghị quyết: số 10-NQ/TW, số 11-NQ/TW",
        "Nghị quyết: số 10-NQ/TW | Nghị quyết | 10-NQ/TW | | |\n11-NQ/TW | Nghị quyết | 11-NQ/TW "
        "| | |",
    ),
    (
        "Các quyết định số 12, 13, 14/QĐ-UBND ngày 1/3/2020 của UBND huyện",
        "quyết định số 12 | Quyết định | 12/QĐ-UBND | | |\n"
        "13 | Quyết định | 13/QĐ-UBND | | |\n"
        "14/QĐ-UBND ngày 1/3/2020 của UBND huyện | Quyết định | 14/QĐ-UBND | 2020-03-01 | UBND "
        "huyện |",
    ),
    # names
    (
        "theo Điều lệ MTTQ Việt Nam",
        "Điều lệ MTTQ Việt Nam | Điều lệ | | | |",
    ),
    (
        "Luật Đầu tư theo phương thức đối tác công tư số 64/2020/QH14 (sau đây gọi là Luật PPP), "
        "khoản 2 Điều 38 Luật PPP",
        "Luật Đầu tư theo phương thức đối tác công tư số 64/2020/QH14 | Luật | 64/2020/QH14 | | "
        "|\nLuật PPP | Luật | | | |\nLuật PPP | Luật | | | | khoản 2 Điều 38",
    ),
    # an appendix is no place of an article
    (
        "khoản 2 Điều 6, Phụ lục II ban hành kèm theo Thông tư số 01/2011/TT-BNV",
        "Thông tư số 01/2011/TT-BNV | Thông tư | 01/2011/TT-BNV | | | khoản 2 Điều 6; Phụ lục II",
    ),
    # page breaks: a gazette's header, a page number, an end of a sentence
    (
        "quy định tại khoản 2 Điều 5 Thông \n\n84 \nCÔNG BÁO/Số 233 + 234/Ngày 02-02-2025 \n \n84 "
        "\ntư số 04/2024/TT-BNV ngày 06/5/2024 của Bộ trưởng Bộ Nội vụ",
        "Thông \n\n84 \nCÔNG BÁO/Số 233 + 234/Ngày 02-02-2025 \n \n84 \ntư số 04/2024/TT-BNV ngày "
        "06/5/2024 của Bộ trưởng Bộ Nội vụ | Thông tư | 04/2024/TT-BNV | 2024-05-06 | Bộ trưởng Bộ "
        "Nội vụ | khoản 2 Điều 5",
    ),
    (
        "thực hiện các nhiệm vụ được giao tại Quyết định số 12-QĐ/TW \n \n 7 \n \nngày 01/02/2025 "
        "của Bộ Chính trị",
        "Quyết định số 12-QĐ/TW \n \n 7 \n \nngày 01/02/2025 của Bộ Chính trị | Quyết định | "
        "12-QĐ/TW | 2025-02-01 | Bộ Chính trị |",
    ),
    (
        "Nghị định số 12/2020/NĐ-CP. \n\nCÔNG BÁO/Số 133/Ngày 28-02-2026 \n7 \nngày 01/02/2020",
        "Nghị định số 12/2020/NĐ-CP | Nghị định | 12/2020/NĐ-CP | | |",
    ),
]  # fmt: skip


def lines(text):
    for c in find_citations(view(text).text):
        fields = (c.kind, c.number, c.date, c.issuer, c.pinpoint)
        said = " | ".join(" ".join(each.split()) if each else "" for each in fields)
        yield f"{text[c.span.start : c.span.end]} | {said}"


def squeezed(line):
    return "|".join(part.strip(" ") for part in line.split("|"))


@pytest.mark.parametrize(("text", "expected"), UNUSUAL, ids=[row[0][:40] for row in UNUSUAL])
def test_unusual_wordings(text, expected):
    found = [squeezed(line) for line in lines(text)]
    assert found == [squeezed(line) for line in rows(expected)]


def rows(expected):
    """The rows of an expectation: a quote may hold line breaks, its row has six parts."""
    row = ""
    for line in expected.split("\n"):
        row = f"{row}\n{line}" if row else line
        if row.count("|") == 5:
            yield row
            row = ""


def test_the_table_is_whole():
    assert len(UNUSUAL) >= 25
