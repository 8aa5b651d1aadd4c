"""Lists of what has lost its force, as decisions publish them: who ended what, row by row."""

import pytest

from loaders.model import SourceText
from loaders.reading import read
from ontology.iris import BASE

DECISION = """BỘ TÀI CHÍNH
Số: 135/QĐ-BTC
Hà Nội, ngày 31 tháng 01 năm 2024

QUYẾT ĐỊNH
{title}

Điều 1. Công bố kèm theo Quyết định này các Danh mục.

{heading}
STT
Văn bản hết hiệu lực
Lý do hết hiệu lực
Ngày hết hiệu lực
I. LĨNH VỰC GIÁ
{rows}
"""
PUBLISHED = "Về việc công bố Danh mục văn bản quy phạm pháp luật hết hiệu lực"
WHOLE, PART = "A. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ", "B. VĂN BẢN HẾT HIỆU LỰC MỘT PHẦN"


def told(rows, heading=WHOLE, title=PUBLISHED):
    text = DECISION.format(title=title, heading=heading, rows=rows)
    short = BASE + "instrument/"
    return {
        (r.subject.removeprefix(short), r.predicate, r.object.removeprefix(short), r.part)
        for r in read(SourceText(text, "x.txt")).relations
        if r.predicate not in ("guides", "details")
    }


ROWS = [
    (
        "1\nThông tư số 36/2017/TT-BTC ngày 29/12/2017 của Bộ Tài chính về giá\nĐược thay thế bởi "
        "Thông tư số 05/2023/TT-BTC ngày 15/6/2023 của Bộ Tài chính\n30/7/2023",
        {("btc/2023/tt/5", "replaces", "btc/2017/tt/36", None)},
    ),
    # what opens the row has ended, not what its title names
    (
        "1\nThông tư số 44/2015/TT-BTC ngày 22/10/2015 hướng dẫn thực hiện một số điều của Nghị "
        "định số 63/2015/NĐ-CP\nĐược bãi bỏ bởi Nghị định số 97/2022/NĐ-CP ngày 29/11/2022\n"
        "15/01/2023",
        {("cp/2022/nd/97", "repeals", "btc/2015/tt/44", None)},
    ),
    # two rows with a page and the head of the table between them
    (
        "1\nNghị định số 55/2016/NĐ-CP về lương hưu\nĐược bãi bỏ bởi Nghị định số 110/2022/NĐ-CP\n"
        "30/12/2022\n76\nCÔNG BÁO/Số 377 + 378/Ngày 04-3-2024\nSTT\nVăn bản hết hiệu lực\n"
        "2\nNghị định số 76/2017/NĐ-CP về lương hưu\nĐược thay thế bởi Nghị định số 42/2023/NĐ-CP",
        {
            ("cp/2022/nd/110", "repeals", "cp/2016/nd/55", None),
            ("cp/2023/nd/42", "replaces", "cp/2017/nd/76", None),
        },
    ),
    # a row that no instrument opens takes nothing of the next one's, nor gives it anything
    (
        "1\nThông tư số 36/2017/TT-BTC về giá\nHết thời hạn\n2\nVăn bản của liên bộ về phí\nĐược "
        "bãi bỏ bởi Nghị định số 110/2022/NĐ-CP\n3\nThông tư số 37/2017/TT-BTC về phí\nĐược bãi bỏ "
        "bởi Thông tư số 9/2023/TT-BTC",
        {("btc/2023/tt/9", "repeals", "btc/2017/tt/37", None)},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), ROWS)
def test_the_rows_of_what_has_ended(rows, expected):
    assert told(rows) == expected


def test_what_lost_its_force_in_part_is_not_told_as_ended():
    row = (
        "1\nThông tư số 57/2015/TT-BTC về phí\n- Khoản 2 Điều 10; Mẫu số 01\n{} Thông tư số "
        "08/2023/TT-BTC ngày 29/8/2023\n12/10/2023"
    )
    by, of = "btc/2023/tt/8", "btc/2015/tt/57"
    assert told(row.format("Được bãi bỏ bởi"), PART) == {(by, "repeals", of, "một phần")}
    assert told(row.format("Được thay thế bởi"), PART) == {(by, "amends", of, None)}
    assert told(row.format("Được sửa đổi, bổ sung, bãi bỏ bởi"), PART) == {
        (by, "amends", of, None), (by, "supplements", of, None), (by, "repeals", of, "một phần"),
    }  # fmt: skip


def test_several_that_changed_what_is_still_in_force():
    rows = (
        "1.\nThông tư\nSố 57/2015/TT-BTC\nngày 25/12/2015\nQuy định về phí\n10/02/2016\n- Hết "
        "hiệu lực một phần\n- Văn bản sửa đổi, bổ sung, thay thế, bãi\nbỏ một phần:\n+ Nghị định "
        "số 143/2016/NĐ-CP quy định điều kiện.\n+ Thông tư số 08/2023/TT-BTC sửa đổi, bổ sung một "
        "số điều của các Thông tư"
    )
    assert told(rows) == {
        ("cp/2016/nd/143", "amends", "btc/2015/tt/57", None),
        ("btc/2023/tt/8", "amends", "btc/2015/tt/57", None),
    }


def test_elsewhere_a_table_says_nothing_of_the_kind():
    assert told(ROWS[0][0], title="Ban hành Quy chế làm việc") == set()
