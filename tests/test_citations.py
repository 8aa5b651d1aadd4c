"""Citations: a table of real wordings and what is read from each."""

import pytest

from loaders.citations import find_citations
from loaders.view import view

# (text, [(quote, kind, number, date, issuer)]) in reading order
CITATIONS = [
    (
        "Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư Trung ương Đảng, tại Huyện",
        [
            (
                "Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư Trung ương Đảng",
                "Quy định",
                "124-QĐ/TW",
                "2018-02-02",
                "Ban Bí thư Trung ương Đảng",
            )
        ],
    ),
    # short, with a no-break space and a space inside the number
    (
        "Quy định số\u00a0101- QĐ/TW của Ban Bí thư quy định trách nhiệm",
        [
            (
                "Quy định số\u00a0101- QĐ/TW của Ban Bí thư",
                "Quy định",
                "101-QĐ/TW",
                None,
                "Ban Bí thư",
            )
        ],
    ),
    (
        "Nghị quyết số 18 -NQ/TW",
        [("Nghị quyết số 18 -NQ/TW", "Nghị quyết", "18-NQ/TW", None, None)],
    ),
    # a year is no number of the list behind it
    (
        "Trong năm 2016 và 124-QĐ/TW là văn bản",
        [("124-QĐ/TW", None, "124-QĐ/TW", None, None)],
    ),
    ("Kết luận 64 – KL/TW", [("Kết luận 64 – KL/TW", "Kết luận", "64-KL/TW", None, None)]),
    # the kind word beats the symbol
    (
        "Thông báo số 126–KL/TW ngày 15/3/2025",
        [("Thông báo số 126–KL/TW ngày 15/3/2025", "Thông báo", "126-KL/TW", "2025-03-15", None)],
    ),
    (
        "Nghị định số 91/2014/NĐ-\nCP ngày 01/10/2014 của Chính phủ",
        [
            (
                "Nghị định số 91/2014/NĐ-\nCP ngày 01/10/2014 của Chính phủ",
                "Nghị định",
                "91/2014/NĐ-CP",
                "2014-10-01",
                "Chính phủ",
            )
        ],
    ),
    (
        "Thông tư số 39/2013/ \nTT-BLĐTBXH",
        [
            (
                "Thông tư số 39/2013/ \nTT-BLĐTBXH",
                "Thông tư",
                "39/2013/TT-BLĐTBXH",
                None,
                None,
            )
        ],
    ),
    # U+00D0 instead of Đ
    (
        "Nghị định số 102/2024/N\u00d0-CP",
        [("Nghị định số 102/2024/N\u00d0-CP", "Nghị định", "102/2024/NĐ-CP", None, None)],
    ),
    (
        "Quyết định số 480/1998-QĐ-TTg",
        [("Quyết định số 480/1998-QĐ-TTg", "Quyết định", "480/1998-QĐ-TTg", None, None)],
    ),
    # a qualifier between the kind and the number, and an element that inherits the kind
    (
        "Chương trình hành động số 53-Ctr/TU và 144-CTr/TU",
        [
            ("Chương trình hành động số 53-Ctr/TU", "Chương trình", "53-Ctr/TU", None, None),
            ("144-CTr/TU", "Chương trình", "144-CTr/TU", None, None),
        ],
    ),
    # elided lists are completed from their last number
    (
        "các Kết luận số 187, 188- KL/TW",
        [
            ("Kết luận số 187", "Kết luận", "187-KL/TW", None, None),
            ("188- KL/TW", "Kết luận", "188-KL/TW", None, None),
        ],
    ),
    (
        "Quyết định số 217, số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị",
        [
            ("Quyết định số 217", "Quyết định", "217-QĐ/TW", None, None),
            (
                "218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị",
                "Quyết định",
                "218-QĐ/TW",
                "2013-12-12",
                "Bộ Chính trị",
            ),
        ],
    ),
    # number without symbol
    (
        "Quy định 366 năm 2025 của Bộ Chính trị",
        [("Quy định 366 năm 2025 của Bộ Chính trị", "Quy định", "366", "2025", "Bộ Chính trị")],
    ),
    (
        "Nghị quyết 18 của Bộ Chính trị và Kế hoạch 141 của Chính phủ",
        [
            ("Nghị quyết 18 của Bộ Chính trị", "Nghị quyết", "18", None, "Bộ Chính trị"),
            ("Kế hoạch 141 của Chính phủ", "Kế hoạch", "141", None, "Chính phủ"),
        ],
    ),
    (
        "các Nghị quyết 172/2024/QH15, Nghị quyết 187/2025/QH15",
        [
            ("Nghị quyết 172/2024/QH15", "Nghị quyết", "172/2024/QH15", None, None),
            ("Nghị quyết 187/2025/QH15", "Nghị quyết", "187/2025/QH15", None, None),
        ],
    ),
    # lower-case kind word, day with a hyphen
    (
        "theo quyết định số 15/QĐ-UBND ngày 02-3-2020 của UBND huyện",
        [
            (
                "quyết định số 15/QĐ-UBND ngày 02-3-2020 của UBND huyện",
                "Quyết định",
                "15/QĐ-UBND",
                "2020-03-02",
                "UBND huyện",
            )
        ],
    ),
    # an impossible date is kept in the quote and is no date
    (
        "Quyết định số 12-QĐ/TW ngày 29/18/2018 của Ban Bí thư",
        [
            (
                "Quyết định số 12-QĐ/TW ngày 29/18/2018 của Ban Bí thư",
                "Quyết định",
                "12-QĐ/TW",
                None,
                "Ban Bí thư",
            )
        ],
    ),
    (
        "Nghị quyết số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN ngày15/6/2017",
        [
            (
                "Nghị quyết số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN ngày15/6/2017",
                "Nghị quyết",
                "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
                "2017-06-15",
                None,
            )
        ],
    ),
    # a hyphen lost in a PDF, and the space of the Youth Union's old numbers
    ("Quy định số 294QĐ/TW", [("Quy định số 294QĐ/TW", "Quy định", "294-QĐ/TW", None, None)]),
    (
        "Quyết định số 84 QĐ/TWĐTN",
        [("Quyết định số 84 QĐ/TWĐTN", "Quyết định", "84-QĐ/TWĐTN", None, None)],
    ),
    # an issuer whose name contains 'về'
    (
        "Quy định số 05-QĐ/BCĐTW, ngày 27/8/2025 của\nBan Chỉ đạo Trung ương về phát triển khoa "
        "học, công nghệ, đổi mới sáng tạo và\nchuyển đổi số về Mô hình liên thông",
        [
            (
                "Quy định số 05-QĐ/BCĐTW, ngày 27/8/2025 của\nBan Chỉ đạo Trung ương về phát triển "
                "khoa học, công nghệ, đổi mới sáng tạo và\nchuyển đổi số",
                "Quy định",
                "05-QĐ/BCĐTW",
                "2025-08-27",
                "Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và "
                "chuyển đổi số",
            )
        ],
    ),
    (
        "Thông tư liên tịch số 01/2016/TTLT-BTP-BCA của Bộ Tư pháp và Bộ Công an",
        [
            (
                "Thông tư liên tịch số 01/2016/TTLT-BTP-BCA của Bộ Tư pháp và Bộ Công an",
                "Thông tư liên tịch",
                "01/2016/TTLT-BTP-BCA",
                None,
                "Bộ Tư pháp và Bộ Công an",
            )
        ],
    ),
    (
        "Kết luận thanh tra số 45/KL-TTr ngày 5/6/2023 của Chánh Thanh tra tỉnh về",
        [
            (
                "Kết luận thanh tra số 45/KL-TTr ngày 5/6/2023 của Chánh Thanh tra tỉnh",
                "Kết luận",
                "45/KL-TTr",
                "2023-06-05",
                "Chánh Thanh tra tỉnh",
            )
        ],
    ),
    (
        "Quyết định số 99-QĐ/TW tháng 10 năm 2017 của BBT",
        [
            (
                "Quyết định số 99-QĐ/TW tháng 10 năm 2017 của BBT",
                "Quyết định",
                "99-QĐ/TW",
                "2017-10",
                "BBT",
            )
        ],
    ),
    (
        "Hướng dẫn số 02-HD/TW ngày 09 tháng mười hai năm 2021",
        [
            (
                "Hướng dẫn số 02-HD/TW ngày 09 tháng mười hai năm 2021",
                "Hướng dẫn",
                "02-HD/TW",
                "2021-12-09",
                None,
            )
        ],
    ),
    # laws by name, with number, with year, inside another's title
    (
        "Luật Giao dịch điện tử số 20/2023/QH15, ngày 22/6/2023; Luật\nCông nghệ thông tin",
        [
            (
                "Luật Giao dịch điện tử số 20/2023/QH15, ngày 22/6/2023",
                "Luật",
                "20/2023/QH15",
                "2023-06-22",
                None,
            ),
            ("Luật\nCông nghệ thông tin", "Luật", None, None, None),
        ],
    ),
    (
        "Luật Đất đai năm 2024 và Luật Phòng, chống tham nhũng",
        [
            ("Luật Đất đai năm 2024", "Luật", None, "2024", None),
            ("Luật Phòng, chống tham nhũng", "Luật", None, None, None),
        ],
    ),
    ("Hiến pháp năm 2013", [("Hiến pháp năm 2013", "Hiến pháp", None, "2013", None)]),
    (
        "theo tinh thần Nghị quyết Trung ương 4 (khóa XII) và Điều lệ Đảng",
        [
            ("Nghị quyết Trung ương 4 (khóa XII)", "Nghị quyết", None, None, None),
            ("Điều lệ Đảng", "Điều lệ", None, None, None),
        ],
    ),
    ("NQTW4 khóa XII", [("NQTW4 khóa XII", "Nghị quyết", None, None, None)]),
    (
        "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII",
        [
            (
                "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII",
                "Nghị quyết",
                None,
                None,
                None,
            )
        ],
    ),
    (
        "Nghị quyết Đại hội XIII của Đảng",
        [("Nghị quyết Đại hội XIII của Đảng", "Nghị quyết", None, None, None)],
    ),
    (
        "QĐ 1580/QĐ-TTg và TT 45/2026/TT-BTC",
        [
            ("QĐ 1580/QĐ-TTg", "Quyết định", "1580/QĐ-TTg", None, None),
            ("TT 45/2026/TT-BTC", "Thông tư", "45/2026/TT-BTC", None, None),
        ],
    ),
    (
        "Luật Sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền "
        "địa phương ngày 22/11/2019",
        [
            (
                "Luật Sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức "
                "chính quyền địa phương ngày 22/11/2019",
                "Luật",
                None,
                "2019-11-22",
                None,
            )
        ],
    ),
    (
        "thực hiện Quy định 37 về những điều đảng viên không được làm",
        [("Quy định 37", "Quy định", "37", None, None)],
    ),
    # places whose names look like the next citation's kind word
    *(
        (
            f"Nghị quyết số 12/NQ-HĐND của HĐND {place} về việc",
            [
                (
                    f"Nghị quyết số 12/NQ-HĐND của HĐND {place}",
                    "Nghị quyết",
                    "12/NQ-HĐND",
                    None,
                    f"HĐND {place}",
                )
            ],
        )
        for place in ("huyện Tân Kỳ", "huyện Chương Mỹ", "thành phố Quy Nhơn")
    ),
    # not citations: blank numbers, running headers, form codes, plans that count years
    ("Số     - HD/BTCTU", []),
    ("ngày     tháng 8 năm 2025", []),
    ("Số: ……./QĐ-CHQ", []),
    ("CÔNG BÁO/Số 1117 + 1118/Ngày 01-9-2025", []),
    ("(Mẫu 1-TĐV)", []),
    ("mẫu số C15-HD", []),
    ("Kế hoạch 5 năm 2021 - 2025 và Chương trình 135", []),
    ("\nSố 384-QĐ/TW\n*Hà Nội, ngày 19 tháng 11 năm 2025*", []),
    ("27 biểu hiện suy thoái; 19 điều đảng viên không được làm", []),
]


@pytest.mark.parametrize(("text", "expected"), CITATIONS, ids=[c[0][:40] for c in CITATIONS])
def test_citations(text, expected):
    found = find_citations(view(text).text)
    assert [
        (text[c.span.start : c.span.end], c.kind, c.number, c.date, c.issuer) for c in found
    ] == expected


def test_the_table_is_whole():
    assert len(CITATIONS) >= 40


@pytest.mark.parametrize(
    ("line", "number", "date", "pinpoint"),
    [
        (
            "(Điều 1 Nghị định số 13/2021/NĐ-CP Quy định về đối thoại với thanh niên ngày "
            "01/03/2021 của Chính phủ, có hiệu lực thi hành kể từ ngày 01/03/2021)",
            "13/2021/NĐ-CP",
            "2021-03-01",
            "Điều 1",
        ),
        (
            "Điều 26. Hồ sơ đề nghị cấp mới số lưu hành của Nghị định 36/2016/NĐ-CP Về quản lý "
            "trang thiết bị y tế ban hành ngày 15/05/2016",
            "36/2016/NĐ-CP",
            "2016-05-15",
            "Điều 26",
        ),
        # an article of the codification itself is no pin-cite
        (
            "Điều 42.1.NĐ.4. Hình thức văn bản của Nghị định 110/2004/NĐ-CP Về công tác văn thư "
            "ban hành ngày 08/04/2004",
            "110/2004/NĐ-CP",
            "2004-04-08",
            None,
        ),
    ],
)
def test_lines_of_the_codification(line, number, date, pinpoint):
    first = find_citations(line)[0]
    assert (first.number, first.date, first.pinpoint) == (number, date, pinpoint)
