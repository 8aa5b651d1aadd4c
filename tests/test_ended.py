"""What the final provisions end, as a whole or in part, and what they only tell of."""

import pytest

from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read
from ontology.iris import BASE, ONTOLOGY

CIRCULAR = """BỘ TÀI CHÍNH
Số: 45/2026/TT-BTC
Hà Nội, ngày 15 tháng 5 năm 2026

THÔNG TƯ
{title}

Căn cứ Luật Ngân sách nhà nước số 89/2025/QH15;
Căn cứ Nghị định số 17/2025/NĐ-CP của Chính phủ quy định chi tiết và
hướng dẫn thi hành một số điều của Luật Giá số 16/2023/QH15;
Bộ trưởng Bộ Tài chính ban hành Thông tư.
Điều 1. Phạm vi điều chỉnh
{body}
"""
OWN = BASE + "instrument/btc/2026/tt/45"


def reading(body, title="Quy định về phí"):
    return read(SourceText(CIRCULAR.format(body=body, title=title), "x.txt"))


def ended(body, title="Quy định về phí"):
    """What the circular ends or amends: predicate, object and the part that is meant."""
    return {
        (r.predicate, r.object.removeprefix(BASE + "instrument/"), r.part)
        for r in reading(body, title).relations
        if r.subject == OWN and r.predicate in ("repeals", "replaces", "amends")
    }


ENDED = [
    # points that hold several, below words that name the plural
    (
        "Điều 2. Bãi bỏ toàn bộ các văn bản sau:\n1. Thông tư số 12/2010/TT-BTC; Thông tư số "
        "13/2010/TT-BTC.\n2. Thông tư liên tịch số 15/2012/TTLT-BTC-BNV.\nĐiều 3. Tổ chức",
        {
            ("repeals", "btc/2010/tt/12", None),
            ("repeals", "btc/2010/tt/13", None),
            ("repeals", "btc-bnv/2012/ttlt/15", None),
        },
    ),
    (
        "2. Các Quyết định số 5/2001/QĐ-BTC, số 6/2002/QĐ-BTC và Thông tư số 7/2003/TT-BTC hết "
        "hiệu lực kể từ ngày 01/6/2026.",
        {
            ("repeals", "btc/2001/qd-qppl/5", None),
            ("repeals", "btc/2002/qd-qppl/6", None),
            ("repeals", "btc/2003/tt/7", None),
        },
    ),
    (
        "2. Thông tư số 35/2017/TT-BTC hết hiệu lực thi hành kể từ ngày Thông tư này có hiệu lực.",
        {("repeals", "btc/2017/tt/35", None)},
    ),
    (
        "2. Bãi bỏ khoản 4 Điều 5 Thông tư số 34/2016/TT-BTC.",
        {("repeals", "btc/2016/tt/34", "khoản 4 Điều 5")},
    ),
    (
        "2. Khoản 2 Điều 3 Thông tư số 34/2016/TT-BTC hết hiệu lực từ ngày 01 tháng 7 năm 2026.",
        {("repeals", "btc/2016/tt/34", "khoản 2 Điều 3")},
    ),
    (
        "2. Bãi bỏ các điều 5 và 6 của Thông tư số 08/2020/TT-BTC; Điều 4 Thông tư số "
        "18/2018/TT-BTC.",
        {
            ("repeals", "btc/2020/tt/8", "Điều 5; Điều 6"),
            ("repeals", "btc/2018/tt/18", "Điều 4"),
        },
    ),
    # a part replaced is a part amended
    (
        "2. Thay thế Điều 7 Thông tư số 12/2015/TT-BTC bằng Điều 3 Thông tư này.",
        {("amends", "btc/2015/tt/12", None)},
    ),
    (
        "2. Thông tư này có hiệu lực kể từ ngày 01 tháng 4 năm 2026 và thay thế Thông tư số "
        "248/2016/TT-BTC.",
        {("replaces", "btc/2016/tt/248", None)},
    ),
    (
        "2. Bãi bỏ toàn bộ nội dung Thông tư số 12/2017/TT-BTC.",
        {("repeals", "btc/2017/tt/12", None)},
    ),
    (
        "2. Thông tư số 12/2017/TT-BTC hết hiệu lực một phần kể từ ngày Thông tư này có hiệu lực.",
        {("repeals", "btc/2017/tt/12", "một phần")},
    ),
    # those that changed what ends do not end by these words
    (
        "2. Thông tư số 27/2008/TT-BTC đã được sửa đổi, bổ sung một số điều theo Thông tư số "
        "70/2014/TT-BTC, Thông tư số 71/2014/TT-BTC và Thông tư số 03/2022/TT-BTC hết hiệu lực kể "
        "từ ngày Thông tư này có hiệu lực.",
        {("repeals", "btc/2008/tt/27", None)},
    ),
    # somebody else repealed it
    ("2. Thông tư số 30/2010/TT-BTC được bãi bỏ bởi Thông tư số 31/2012/TT-BTC.", set()),
    # words are replaced, those they name are not
    (
        "3. Thay thế cụm từ “Nghị định số 63/2019/NĐ-CP” bằng cụm từ “Nghị định số 77/2025/NĐ-CP” "
        "tại khoản 3 Điều 4.",
        set(),
    ),
    # quoted from another instrument
    (
        "Điều 2. Điều 9 được viết như sau:\n“Điều 9. Hiệu lực\nThông tư này thay thế Thông tư số "
        "105/2020/TT-BTC.”",
        set(),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), ENDED)
def test_what_ends(body, expected):
    assert ended(body) == expected


# Several side by side, and lists below a sentence.
SEVERAL = [
    # a semicolon parts the subjects
    (
        "2. Thông tư số 38/2020/TT-BTC quy định chi tiết một số điều của Luật Giá; Thông tư liên "
        "tịch số 17/2007/TTLT-BTC-BTP quy định việc quản lý tiền ký quỹ hết hiệu lực thi hành kể "
        "từ ngày Thông tư này có hiệu lực.",
        {("repeals", "btc/2020/tt/38", None), ("repeals", "btc-btp/2007/ttlt/17", None)},
    ),
    # 'và' behind a title, before one that came later: no title names what is not there yet
    (
        "2. Thông tư số 20/2016/TT-BTC hướng dẫn cơ chế tài chính về bảo hiểm và Thông tư số "
        "24/2020/TT-BTC sửa đổi, bổ sung một số điều của Thông tư số 20/2016/TT-BTC hết hiệu lực "
        "kể từ ngày Thông tư này có hiệu lực.",
        {("repeals", "btc/2016/tt/20", None), ("repeals", "btc/2020/tt/24", None)},
    ),
    # in the title of the one that ends
    (
        "2. Thông tư số 24/2020/TT-BTC sửa đổi, bổ sung một số điều của Thông tư số 20/2016/TT-BTC "
        "và Thông tư số 21/2016/TT-BTC hết hiệu lực kể từ ngày Thông tư này có hiệu lực.",
        {("repeals", "btc/2020/tt/24", None)},
    ),
    # a page break in between
    (
        "1. Thông tư này có hiệu lực từ ngày 01 tháng 7 năm 2026.\n\n \n30 \nCÔNG BÁO/Số 229 + 230/"
        "Ngày 11-02-2026 \n \nThông tư số 04/2015/TT-BTC về bồi thường và Thông tư số "
        "26/2017/TT-BTC về bảo hiểm hết hiệu lực từ ngày Thông tư này có hiệu lực.",
        {("repeals", "btc/2015/tt/4", None), ("repeals", "btc/2017/tt/26", None)},
    ),
    (
        "2. Các Thông tư sau hết hiệu lực thi hành kể từ ngày Thông tư này có hiệu lực:\na) Thông "
        "tư số 312/2016/TT-BTC quy định chế độ tài chính;\nb) Thông tư số 20/2020/TT-BTC sửa đổi "
        "Thông tư số 312/2016/TT-BTC.\n3. Thông tư số 5/2011/TT-BTC tiếp tục có hiệu lực.",
        {("repeals", "btc/2016/tt/312", None), ("repeals", "btc/2020/tt/20", None)},
    ),
    (
        "Điều 2. Hiệu lực\nKể từ ngày Thông tư này có hiệu lực thi hành, bãi bỏ các quy định sau: "
        "\na) Khoản 3 Điều 3 Thông tư số 26/2016/TT-BTC.\nb) Thông tư số 31/2016/TT-BTC hướng dẫn "
        "tiền lương.\n2. Thông tư số 32/2016/TT-BTC được áp dụng đến hết năm 2026.",
        {("repeals", "btc/2016/tt/26", "khoản 3 Điều 3"), ("repeals", "btc/2016/tt/31", None)},
    ),
    # the title of an article and its sentence, without a colon
    (
        "Điều 2. Bãi bỏ toàn bộ 02 văn bản quy phạm pháp luật do Bộ trưởng Bộ Tài chính ban hành\n"
        "1. Thông tư số 8/2013/TT-BTC hướng dẫn Nghị định số 46/2013/NĐ-CP.\n"
        "2. Quyết định số 1/2006/QĐ-BTC ban hành quy chế.\nĐiều 3. Thông tư số 9/2013/TT-BTC.",
        {("repeals", "btc/2013/tt/8", None), ("repeals", "btc/2006/qd-qppl/1", None)},
    ),
    # the sentence itself is wrapped, and an example of what is excepted
    (
        "2. Các văn bản sau đây hết hiệu lực, trừ các quy định:\na) Thông tư số 12/2016/TT-BTC.",
        set(),
    ),
    (
        "2. Các văn bản sau đây tiếp tục có hiệu lực:\na) Thông tư số 12/2016/TT-BTC.",
        set(),
    ),
    (
        "2. Bãi bỏ các văn bản sau: Thông tư số 12/2016/TT-BTC; Thông tư số 13/2016/TT-BTC.",
        {("repeals", "btc/2016/tt/12", None), ("repeals", "btc/2016/tt/13", None)},
    ),
    (
        "2. Thông tư này thay thế Thông tư số 3/2014/TT-BTC hướng dẫn đăng ký và Thông tư số "
        "7/2019/TT-BTC sửa đổi, bổ sung một số điều của Thông tư số 3/2014/TT-BTC; bãi bỏ Điều 2 "
        "Thông tư số 9/2020/TT-BTC.",
        {
            ("replaces", "btc/2014/tt/3", None),
            ("replaces", "btc/2019/tt/7", None),
            ("repeals", "btc/2020/tt/9", "Điều 2"),
        },
    ),
    # the rules on one matter in several instruments: a part of each
    (
        "2. Thông tư này thay thế quy định về phí tại các Thông tư sau:\na) Thông tư số "
        "21/2018/TT-BTC;\nb) Thông tư số 22/2018/TT-BTC.",
        {("amends", "btc/2018/tt/21", None), ("amends", "btc/2018/tt/22", None)},
    ),
    # something that it holds
    (
        "Điều 9. Hiệu lực\n2. Bãi bỏ phần khái niệm của chỉ tiêu số 20 quy định tại Thông tư số "
        "28/2014/TT-BTC.",
        {("repeals", "btc/2014/tt/28", "một phần")},
    ),
    (
        "Điều 9. Hiệu lực\nQuy trình kiểm định an toàn ban hành kèm theo Thông tư số "
        "54/2016/TT-BTC hết hiệu lực kể từ ngày Thông tư này có hiệu lực.",
        {("repeals", "btc/2016/tt/54", "một phần")},
    ),
    (
        "2. Chương IV, bao gồm các điều 11, 12 của Thông tư số 116/2025/TT-BTC hết hiệu lực từ "
        "ngày Thông tư này có hiệu lực.",
        {("repeals", "btc/2025/tt/116", "Điều 11; Điều 12")},
    ),
    (
        "2. Thông tư này bãi bỏ:\na) Khoản 1, khoản 2 Điều 1 Thông tư số 30/2024/TT-BTC;\nb) Thông "
        "tư số 31/2024/TT-BTC.",
        {
            ("repeals", "btc/2024/tt/30", "khoản 1 Điều 1; khoản 2 Điều 1"),
            ("repeals", "btc/2024/tt/31", None),
        },
    ),
    # what is contrary to it is no instrument
    (
        "2. Bãi bỏ các quy định trước đây trái với Thông tư này và Thông tư số 28/2014/TT-BTC.",
        set(),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), SEVERAL)
def test_several_end_side_by_side_or_in_a_list(body, expected):
    assert ended(body) == expected


# An article that changes others, where the title names none of them.
AMENDING = "Sửa đổi, bổ sung một số Thông tư về phí"
CHANGED = [
    (
        "\nĐiều 1. Sửa đổi, bổ sung, bãi bỏ một số điều của Thông tư số 7/2025/TT-BTC được sửa "
        "đổi, bổ sung bởi Thông tư số 8/2025/TT-BTC\n1. Sửa đổi, bổ sung Điều 6 như sau:\n“Điều 6. "
        "Hồ sơ theo Thông tư số 9/2025/TT-BTC.”\nĐiều 2. Thay thế Mẫu số 04 Phụ lục II ban hành "
        "kèm theo Thông tư số 2/2022/TT-BTC bằng Mẫu số 04 ban hành kèm theo Thông tư này.",
        {
            ("amends", "btc/2025/tt/7", None),
            ("supplements", "btc/2025/tt/7", None),
            ("repeals", "btc/2025/tt/7", "một phần"),
            ("amends", "btc/2022/tt/2", None),
        },
    ),
    (
        "\nChương I\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA THÔNG TƯ SỐ 22/2013/TT-BTC\nĐiều 1. Sửa đổi, "
        "bổ sung Điều 3",
        {("amends", "btc/2013/tt/22", None), ("supplements", "btc/2013/tt/22", None)},
    ),
    (
        "\nĐiều 3. Thay thế cụm từ “Tổng cục Hải quan” bằng cụm từ “Cục Hải quan” tại khoản 3 Điều "
        "10 Thông tư số 13/2020/TT-BTC.",
        {("amends", "btc/2020/tt/13", None)},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CHANGED)
def test_articles_that_change_others(body, expected):
    changed = {
        (r.predicate, r.object.removeprefix(BASE + "instrument/"), r.part)
        for r in reading(body, AMENDING).relations
        if r.subject == OWN and r.predicate != "based_on"
    }
    assert changed == expected


TASK = "\n1. Sửa đổi Điều 5 Thông tư số 12/2016/TT-BTC."


def test_what_is_only_proposed_is_not_done():
    """A task of a programme: neither article nor title says that the text changes anything."""
    assert ended(TASK) == set()
    assert ended("\nĐiều 9. Hiệu lực thi hành\nTừ ngày ký.\nPHỤ LỤC\nNhiệm vụ" + TASK) == set()
    assert ended("\nĐiều 9. Hiệu lực thi hành" + TASK) == {("amends", "btc/2016/tt/12", None)}


PARTY = """BAN CHẤP HÀNH TRUNG ƯƠNG
Số 37-QĐ/TW
Hà Nội, ngày 25 tháng 10 năm 2021

QUY ĐỊNH
về những điều đảng viên không được làm

Ban Chấp hành Trung ương quy định như sau:
Điều 1. Đảng viên là người Việt Nam yêu nước.
Điều 20. Hiệu lực thi hành
{ending}
"""


@pytest.mark.parametrize(
    ("ending", "expected"),
    [
        (
            "Quy định này có hiệu lực từ ngày ký, thay thế Quy định số 47-QĐ/TW ngày 01/11/2011 "
            "của Ban Chấp hành Trung ương; bãi bỏ các quy định trước đây trái với Quy định này.",
            {("replaces", "tw/k11/qd/47")},
        ),
        (
            "2. Bãi bỏ các quy định trước đây trái với Quy định số 47-QĐ/TW ngày 01/11/2011.",
            set(),
        ),
        (
            "Quy định này thay thế Quy định số 55-QĐ/TW ngày 19/12/2016 và Quy định số 76-QĐ/TW "
            "ngày 15/6/2010 của Bộ Chính trị.",
            {("replaces", "tw/k12/qd/55"), ("replaces", "tw/k10/qd/76")},
        ),
    ],
)
def test_how_instruments_of_the_party_end_others(ending, expected):
    found = read(SourceText(PARTY.format(ending=ending), "x.txt")).relations
    assert {(r.predicate, r.object.removeprefix(BASE + "instrument/")) for r in found} == expected


PUBLISHED = "\n1. Thông tư số 12/2017/TT-BTC hết hiệu lực kể từ ngày 01 tháng 7 năm 2024."


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Công bố Danh mục văn bản quy phạm pháp luật hết hiệu lực", set()),
        ("Về việc công bố kết quả hệ thống hóa văn bản quy phạm pháp luật", set()),
        ("Quy định mức thu phí", {("repeals", "btc/2017/tt/12", None)}),
        ("Công bố mức lãi suất", {("repeals", "btc/2017/tt/12", None)}),
        ("Bãi bỏ một số văn bản quy phạm pháp luật", {("repeals", "btc/2017/tt/12", None)}),
    ],
)
def test_a_list_of_what_lost_its_force_repeals_nothing(title, expected):
    assert ended(PUBLISHED, title) == expected


def test_an_amending_text_repeals_a_part_of_what_the_article_is_about():
    title = (
        "Sửa đổi, bổ sung một số điều của Thông tư số 29/2020/TT-BTC và Thông tư số 30/2020/TT-BTC"
    )
    body = (
        "\nĐiều 2. Sửa đổi, bổ sung một số điều của Thông tư số 30/2020/TT-BTC\n"
        "1. Bãi bỏ cụm từ “đầu tư,” tại Điều 4.\n"
        "2. Bãi bỏ khoản 1 Điều 7 Thông tư số 5/2019/TT-BTC."
    )
    assert {each for each in ended(body, title) if each[0] == "repeals"} == {
        ("repeals", "btc/2020/tt/30", "một phần"),
        ("repeals", "btc/2019/tt/5", "khoản 1 Điều 7"),
    }


def test_the_title_of_a_basis_is_no_act_of_the_text():
    """'hướng dẫn thi hành Luật Giá' begins a line and belongs to the decree."""
    own = {r.predicate for r in reading("").relations if r.subject == OWN}
    assert own == {"based_on"}


def test_the_claim_carries_the_part():
    lines = quads(reading("2. Bãi bỏ khoản 4 Điều 5 Thông tư số 34/2016/TT-BTC."))
    assert [line for line in lines if f'<{ONTOLOGY}inPart> "khoản 4 Điều 5"' in line]
    whole = quads(reading("2. Thông tư này thay thế Thông tư số 34/2016/TT-BTC."))
    assert not [line for line in whole if "inPart" in line]


def test_what_cannot_be_is_a_claim_without_its_statement():
    found = reading("2. Nghị định số 34/2016/NĐ-CP hết hiệu lực kể từ ngày 01 tháng 7 năm 2026.")
    stated = f"<{OWN}> <{ONTOLOGY}repeals> <{BASE}instrument/cp/2016/nd/34>"
    lines = quads(found)
    assert not [line for line in lines if line.startswith(stated)]
    assert [
        line
        for line in lines
        if line.endswith(f"<{ONTOLOGY}repeals> <{BASE}graph/src/{found.source.id}> .")
    ]


TREATMENTS = [
    ("2. Thông tư số 35/2017/TT-BTC hết hiệu lực thi hành kể từ ngày này.",
     "35/2017/TT-BTC", "bãi bỏ"),
    ("3. Thay thế cụm từ “a” bằng cụm từ “b” tại Điều 4 và thay thế cụm từ “c” tại Thông tư số "
     "29/2020/TT-BTC.", "29/2020/TT-BTC", "sửa đổi"),
    ("3. Thay thế cụm từ “khoản 3 Điều 6 Nghị định số 63/2019/NĐ-CP” tại Điều 4.",
     "63/2019/NĐ-CP", "dẫn chiếu"),
    ("theo Nghị định số 34/2019/NĐ-CP sửa đổi, bổ sung một số quy định về cán bộ cấp xã và người "
     "hoạt động ở thôn, tổ dân phố, Nghị định số 92/2009/NĐ-CP", "92/2009/NĐ-CP", "dẫn chiếu"),
    ("theo Nghị định số 77/2025/NĐ-CP được sửa đổi, bổ sung một số điều \n\nCÔNG BÁO/Số 279/Ngày "
     "18-05-2026 \n106\n \n \nbởi Nghị định số 286/2025/NĐ-CP", "286/2025/NĐ-CP", "sửa đổi"),
    ("sửa đổi, bổ sung Nghị định số 92/2009/NĐ-CP", "92/2009/NĐ-CP", "sửa đổi"),
    ("thay thế Nghị định số 92/2009/NĐ-CP", "92/2009/NĐ-CP", "thay thế"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "number", "treatment"), TREATMENTS)
def test_how_a_citation_is_treated(body, number, treatment):
    assert {c.treatment for c in reading(body).citations if c.number == number} == {treatment}


def test_one_basis_over_a_list_of_laws_is_the_basis_of_each():
    text = CIRCULAR.replace(
        "Căn cứ Luật Ngân sách nhà nước số 89/2025/QH15",
        "Căn cứ các Luật của Quốc hội: Luật Giá số 16/2023/QH15; Luật Đo lường số 04/2011/QH13; "
        "Luật Ngân sách nhà nước số 89/2025/QH15",
    ).format(title="Quy định về phí", body="")
    found = read(SourceText(text, "x.txt")).citations
    assert [c.treatment for c in found if c.kind == "Luật"][:3] == ["căn cứ"] * 3


MISPRINTS = [
    ("Thông tư số 06/2024/NĐ-CP ngày 30 tháng 7 năm 2024 của Bộ trưởng Bộ Lao động - Thương binh "
     "và Xã hội", ("bldtbxh/2024/tt/6", "cp/2024/nd/6")),
    # an office printed twice
    ("Thông tư số 06/2024/NĐ-CP ngày 30 tháng 7 năm 2024 của Bộ trưởng Bộ trưởng Bộ Lao động - "
     "Thương binh và Xã hội", ("bldtbxh/2024/tt/6", "cp/2024/nd/6")),
    ("Nghị định số 17/2025/TT-BTC ngày 02 tháng 3 năm 2025 của Chính phủ",
     ("btc/2025/tt/17", "cp/2025/nd/17")),
    # one of the two alone does not speak against the number
    ("Thông tư số 06/2024/NĐ-CP của Chính phủ", ()),
    ("Nghị định số 06/2024/NĐ-CP của Bộ trưởng Bộ Tài chính", ()),
    # a circular bears no number of a decree, and nobody says which of the two is meant
    ("Thông tư số 06/2024/NĐ-CP", ("cp/2024/nd/6",)),
    ("Luật Thống kê số 85/2015/QH13", ("qh/2015/luat/85", "qh/2015/luat/89")),
    ("Luật Thống kê số 89/2015/QH13", ()),
    ("Thông tư số 06/2024/TT-BTC của Bộ trưởng Bộ Tài chính", ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "candidates"), MISPRINTS)
def test_a_symbol_against_kind_and_issuer_stays_open(text, candidates):
    (citation,) = read(SourceText(text, "x.txt")).citations
    assert citation.candidates == tuple(f"{BASE}instrument/{each}" for each in candidates)
    assert ("/ref/" in citation.instrument) is bool(candidates)
