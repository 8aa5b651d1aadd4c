"""Counts in reports: what is one, what it counts, and what it is a part of."""

import json

import pytest

from loaders.figures import figures
from loaders.model import Citation, Span
from loaders.page import boilerplate

# text -> (value, unit) in reading order
COUNTS = [
    ("Đã tiếp nhận, giải quyết 151  đơn thư theo thẩm quyền.", [(151, "đơn thư")]),
    ("Đến nay, 100% các xã, thị trấn đều xây dựng chương trình.", [(100, "%")]),
    (
        "Toàn tỉnh thi hành kỷ luật 1.090 đảng viên, trong đó khiển trách 789 đảng viên.",
        [(1090, "đảng viên"), (789, "đảng viên")],
    ),
    (
        "Hình thức kỷ luật đảng viên: khiển trách 28, cảnh cáo 21, cách chức 01, khai trừ 12.",
        [(28, "đảng viên"), (21, "đảng viên"), (1, "đảng viên"), (12, "đảng viên")],
    ),
    (
        "Phát hiện 27 đơn vị vi phạm với số tiền hơn 42,1 tỷ đồng, thu hồi gần 617 triệu đồng.",
        [(27, "đơn vị"), (42.1, "tỷ đồng"), (617, "triệu đồng")],
    ),
    ("Giải quyết xong 1/23 vụ việc.", [(1, "vụ việc")]),
    ("Diện tích tự nhiên 22.004,14 ha với 8.120 hộ.", [(22004.14, "ha"), (8120, "hộ")]),
    (
        "Kiểm tra 2.308 lượt tổ chức Đảng, 1.899 lượt đảng viên.",
        [(2308, "lượt tổ chức đảng"), (1899, "lượt đảng viên")],
    ),
    ("Bình quân mỗi hộ nhận khoán 21,5 ha.", [(21.5, "ha")]),
    ("Chi trả qua tài khoản ngân hàng đạt 96,2%, hàng năm tăng 3,1%.", [(96.2, "%"), (3.1, "%")]),
    ("Mới giao được 4.512 ha/13.800 ha.", [(4512, "ha"), (13800, "ha")]),
    ("Có 05/10 hạt kiểm lâm chưa có máy bay.", [(5, "hạt kiểm lâm")]),
    ("Đến hết năm 2008, 10 xã đã sơ kết.", [(10, "xã")]),
    ("Truy nộp 6.340.000đ đảng phí.", [(6340000, "đồng")]),
    (
        "Khiển trách 24 đ/c; cảnh cáo 15 đ/c.",
        [(24, "đồng chí"), (15, "đồng chí")],
    ),
    ("Thi hành kỷ luật hai đảng viên và một số cán bộ.", [(2, "đảng viên")]),
    (
        "Tổ chức 05 hội nghị với 1.250 lượt người tham gia, đạt 98,5%.",
        [(5, "hội nghị"), (1250, "lượt người"), (98.5, "%")],
    ),
    (
        "Tiếp 31 lượt công dân; tiếp nhận 02 đơn tố cáo, 3 đơn khiếu nại.",
        [(31, "lượt công dân"), (2, "đơn"), (3, "đơn")],
    ),
]

# Names of lists, intervals, dates and numbers of instruments.
NO_COUNTS = [
    "Thường xuyên quán triệt 27 biểu hiện suy thoái; 19 điều đảng viên không được làm.",
    "Định kỳ 3 tháng, 6 tháng và hàng năm báo cáo kết quả.",
    "Năm 2019 đơn vị đã thực hiện Điều 5, khoản 3.",
    "Nhiệm kỳ 2015 - 2020 cán bộ được quy hoạch.",
    "Trong thời hạn 30 ngày kể từ ngày nhận kết luận.",
    "Quyết định số 15 hộ; ngày 12/3; khóa XII; 6 tháng đầu năm 2021.",
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts_are_read_with_their_units(text, expected):
    assert [(f.value, f.unit) for f in figures(text, (), ())] == expected


@pytest.mark.parametrize("text", NO_COUNTS)
def test_what_only_looks_like_a_count(text):
    assert figures(text, (), ()) == ()


def test_a_part_knows_its_whole():
    text = (
        "Đã xử lý 106 đảng viên, trong đó có 30 trường hợp là người đứng đầu (khiển trách 16 đồng "
        "chí, khai trừ 14 đồng chí)."
    )
    whole, heads, first, second = figures(text, (), ())
    assert (whole.part_of, heads.part_of) == (None, whole.span.start)
    assert first.part_of == second.part_of == heads.span.start
    assert (first.form, second.form) == ("khiển trách", "khai trừ")


def test_a_petition_has_its_kind_and_its_period():
    text = (
        "Từ năm 2019 đến 6 tháng đầu năm 2021, tiếp nhận 151 đơn thư (trong đó, có 1 đơn tố cáo về "
        "đất đai)."
    )
    petitions, complaint = figures(text, (), ())
    assert petitions.period == "2019/2021-06"
    assert (complaint.petition, complaint.part_of) == ("tố cáo", petitions.span.start)


def test_the_seed_yields_the_figures_of_the_gold_and_no_other(request):
    folder = request.config.rootpath / "tests" / "texts"
    text = (folder / "seed.txt").read_text(encoding="utf-8")
    gold = json.loads((folder / "seed.gold.json").read_text(encoding="utf-8"))
    cited = tuple(
        Citation(
            Span(c["start"], c["end"]),
            Span(c["start"], c["end"]),
            "",
            "",
            None,
            None,
            None,
            None,
            False,
        )
        for c in gold["citations"]
    )
    found = figures(text, cited, boilerplate(text))
    assert [f.value for f in found] == [
        g["value"] for g in sorted(gold["figures"], key=lambda g: g["evidence"])
    ]


TABLES = """Bảng 1. Kiểm tra, giám sát quý I/2026 (đơn vị tính: tổ chức đảng)

Nội dung                         | Cấp tỉnh | Cấp xã | Tổng
Kiểm tra khi có dấu hiệu vi phạm | 4        | 1.024  | 1.028
Giám sát chuyên đề               | 2        | 118    | 120

Biểu 2. Kỷ luật (ĐVT: đảng viên)

| TT | Hình thức | Số lượng |
|----|-----------|----------|
| 1  | Khiển trách | 49 |
| 2  | Cảnh cáo | 22 |

Bảng 3. Không nêu đơn vị

| Nội dung | Số lượng |
| Lớp | 7 |
| Buổi | 9 |
"""


def test_tables_have_the_unit_and_the_period_of_their_caption():
    found = figures(TABLES, (), ())
    checked, kept = "kiểm tra khi có dấu hiệu vi phạm", "2026-01/2026-03"
    assert [(f.value, f.unit, f.what, f.period) for f in found] == [
        (4, "tổ chức đảng", f"{checked}, cấp tỉnh", kept),
        (1024, "tổ chức đảng", f"{checked}, cấp xã", kept),
        (1028, "tổ chức đảng", checked, kept),
        (2, "tổ chức đảng", "giám sát chuyên đề, cấp tỉnh", kept),
        (118, "tổ chức đảng", "giám sát chuyên đề, cấp xã", kept),
        (120, "tổ chức đảng", "giám sát chuyên đề", kept),
        (49, "đảng viên", "khiển trách", None),
        (22, "đảng viên", "cảnh cáo", None),
    ]
    assert [TABLES[f.span.start : f.span.end] for f in found[:2]] == ["4", "1.024"]
    assert [f.form for f in found[-2:]] == ["khiển trách", "cảnh cáo"]
