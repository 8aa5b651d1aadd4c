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
        {("repeals", "btc/2020/tt/8", "Điều 5; Điều 6")},
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
    ("Nghị định số 17/2025/TT-BTC ngày 02 tháng 3 năm 2025 của Chính phủ",
     ("btc/2025/tt/17", "cp/2025/nd/17")),
    # one of the two alone does not speak against the number
    ("Thông tư số 06/2024/NĐ-CP của Chính phủ", ()),
    ("Nghị định số 06/2024/NĐ-CP của Bộ trưởng Bộ Tài chính", ()),
    ("Thông tư số 06/2024/NĐ-CP", ()),
    ("Thông tư số 06/2024/TT-BTC của Bộ trưởng Bộ Tài chính", ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "candidates"), MISPRINTS)
def test_a_symbol_against_kind_and_issuer_stays_open(text, candidates):
    (citation,) = read(SourceText(text, "x.txt")).citations
    assert citation.candidates == tuple(f"{BASE}instrument/{each}" for each in candidates)
    assert ("/ref/" in citation.instrument) is bool(candidates)
