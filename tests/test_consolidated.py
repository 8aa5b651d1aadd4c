"""Consolidated texts: what they print is said by the acts that they join, each by its own."""

import pytest

from loaders.model import SourceText
from loaders.reading import read
from ontology.iris import BASE

LAW = """VĂN BẢN HỢP NHẤT - VĂN PHÒNG QUỐC HỘI

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

LUẬT
BẢO HIỂM XÃ HỘI

Luật Bảo hiểm xã hội số 41/2024/QH15 ngày 29 tháng 6 năm 2024 của
Quốc hội, có hiệu lực kể từ ngày 01 tháng 7 năm 2025, được sửa đổi, bổ sung bởi:
1. Luật Nhà giáo số 73/2025/QH15 ngày 16 tháng 6 năm 2025 của Quốc hội,
có hiệu lực kể từ ngày 01 tháng 01 năm 2026;
2. Luật Thanh tra số 84/2025/QH15 ngày 25 tháng 6 năm 2025 của Quốc hội,
có hiệu lực kể từ ngày 01 tháng 7 năm 2025.
{preamble}
Quốc hội ban hành Luật Bảo hiểm xã hội1.

Chương I
NHỮNG QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh
Luật này quy định về bảo hiểm xã hội.

{body}
VĂN PHÒNG QUỐC HỘI
Số: 58/VBHN-VPQH
XÁC THỰC VĂN BẢN HỢP NHẤT
Hà Nội, ngày 15 tháng 8 năm 2025
{end}
"""
OWN, FIRST = "vpqh/2025/vbhn/58", "qh/2024/luat/41"
TEACHERS, INSPECTION = "qh/2025/luat/73", "qh/2025/luat/84"
CONSTITUTION = "qh/2013/hien-phap/hien-phap"
LISTED = {
    (OWN, "consolidates", FIRST), (OWN, "consolidates", TEACHERS),
    (OWN, "consolidates", INSPECTION),
    *((each, how, FIRST) for each in (TEACHERS, INSPECTION) for how in ("amends", "supplements")),
}  # fmt: skip


def stated(text):
    reading = read(SourceText(text, "x.txt"))
    short = BASE + "instrument/"
    for relation in reading.relations:
        assert reading.source.text[relation.span.start : relation.span.end].strip()
    return {
        (r.subject.removeprefix(short), r.predicate, r.object.removeprefix(short))
        for r in reading.relations
    }


def law(preamble="", body="", end=""):
    return stated(LAW.format(preamble=preamble, body=body, end=end)) - LISTED


def test_the_list_tells_what_is_joined_and_what_changed_the_first():
    assert stated(LAW.format(preamble="", body="", end="")) == LISTED


PREAMBLES = [
    # the basis is the law's, not that of the text that consolidates it
    (
        "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;",
        "",
        {(FIRST, "based_on", CONSTITUTION)},
    ),
    # the Constitution before the present one is another
    (
        "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 1992 đã được sửa đổi, bổ "
        "sung theo Nghị quyết số 51/2001/QH10;",
        "",
        {(FIRST, "based_on", "qh/1992/hien-phap/hien-phap")},
    ),
    # footnotes quote the basis of two acts in the same words: each has its own
    (
        "",
        "1 Luật Nhà giáo số 73/2025/QH15 có căn cứ ban hành như sau:\n“Căn cứ Hiến pháp nước "
        "Cộng hòa xã hội chủ nghĩa Việt Nam đã được sửa đổi, bổ sung\nmột số điều theo Nghị quyết "
        "số 203/2025/QH15;\nQuốc hội ban hành Luật Nhà giáo.”.\nLuật Thanh tra số 84/2025/QH15 có "
        "căn cứ ban hành như sau:\n“Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam đã "
        "được sửa đổi, bổ sung\nmột số điều theo Nghị quyết số 203/2025/QH15;\nQuốc hội ban hành "
        "Luật Thanh tra.”.\n",
        {(TEACHERS, "based_on", CONSTITUTION), (INSPECTION, "based_on", CONSTITUTION)},
    ),
    # a quotation without marks ends with the line that enacts, which lists no basis
    (
        "",
        "1 Luật Nhà giáo số 73/2025/QH15 có căn cứ ban hành như sau:\nCăn cứ Hiến pháp nước Cộng "
        "hòa xã hội chủ nghĩa Việt Nam;\nQuốc hội ban hành Luật sửa đổi, bổ sung một số điều của "
        "Luật Lưu trữ số 33/2024/QH15; Luật Dữ liệu số 60/2024/QH15.\n",
        {(TEACHERS, "based_on", CONSTITUTION)},
    ),
    # straight quotation marks
    (
        "",
        '1 Luật Nhà giáo số 73/2025/QH15 có căn cứ ban hành như sau:\n"Căn cứ Luật Lưu trữ số '
        '33/2024/QH15;\nCăn cứ Luật Dữ liệu số 60/2024/QH15;\nQuốc hội ban hành Luật Nhà giáo."\n',
        {(TEACHERS, "based_on", "qh/2024/luat/33"), (TEACHERS, "based_on", "qh/2024/luat/60")},
    ),
]


@pytest.mark.parametrize(("preamble", "body", "expected"), PREAMBLES)
def test_a_preamble_is_the_basis_of_the_act_that_it_belongs_to(preamble, body, expected):
    assert law(preamble, body) == expected


ENDS = [
    # the law's own final provisions
    (
        "Điều 140. Hiệu lực thi hành\n1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm "
        "2025.\n2. Luật Lưu trữ số 33/2024/QH15 hết hiệu lực thi hành kể từ ngày Luật này có hiệu "
        "lực thi hành.\n",
        {(FIRST, "repeals", "qh/2024/luat/33")},
    ),
    # those of an act that changed it, quoted in a footnote
    (
        "8 Điều 63 của Luật Thanh tra số 84/2025/QH15, có hiệu lực kể từ ngày\n01 tháng 7 năm 2025 "
        "quy định như sau:\n“Điều 63. Hiệu lực thi hành\n2. Luật Thanh tra số 11/2022/QH15 hết hiệu"
        " lực kể từ ngày Luật này có hiệu lực thi hành.”.\n",
        {(INSPECTION, "repeals", "qh/2022/luat/11")},
    ),
    # what goes on over the page stands among the text of the law: nobody can tell whose it is
    (
        "8 Điều 63 của Luật Thanh tra số 84/2025/QH15 quy định như sau:\n“Điều 63. Hiệu lực thi "
        "hành\n1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.\n\n\nCÔNG BÁO/Số 1093 "
        "+ 1094/Ngày 30-8-2025\n87\n\n2. Luật Thanh tra số 11/2022/QH15 hết hiệu lực kể từ ngày "
        "Luật này có hiệu lực thi hành.”.\n",
        set(),
    ),
    # what ends with an instrument is not what had changed it
    (
        "Điều 140. Hiệu lực thi hành\n2. Luật Bảo hiểm xã hội số 58/2014/QH13 đã được sửa đổi, bổ "
        "sung một số\nđiều theo Luật số 84/2015/QH13, Luật số 35/2018/QH14, Bộ luật số "
        "45/2019/QH14 hết hiệu lực thi hành kể từ ngày Luật này có hiệu lực thi hành.\n",
        {(FIRST, "repeals", "qh/2014/luat/58")},
    ),
]


@pytest.mark.parametrize(("body", "expected"), ENDS)
def test_final_provisions_are_said_by_their_own_act(body, expected):
    assert law(body=body) == expected


def test_what_stands_behind_the_number_is_nobodys():
    left = "2. Luật Thanh tra số 11/2022/QH15 hết hiệu lực kể từ ngày Luật này có hiệu lực.”."
    assert law(end=left) == set()


CIRCULAR = """BỘ TÀI CHÍNH
Số: 19/VBHN-BTC
Hà Nội, ngày 20 tháng 5 năm 2026

NGHỊ ĐỊNH
Quy định chi tiết một số điều của Luật Thuế thu nhập doanh nghiệp

Nghị định số 320/2025/NĐ-CP ngày 15 tháng 12 năm 2025 của Chính phủ quy định chi tiết
một số điều của Luật Thuế thu nhập doanh nghiệp, có hiệu lực kể từ ngày 15 tháng 12 năm 2025,
được sửa đổi, bổ sung bởi:
Nghị định số 141/2026/NĐ-CP ngày 29 tháng 4 năm 2026 của Chính phủ sửa đổi, bổ sung một số điều của
Nghị định số 68/2026/NĐ-CP quy định về thuế, có hiệu lực kể từ ngày 01 tháng 01 năm 2026.
Quyết định số 517/QĐ-BTC ngày 20 tháng 3 năm 2026 về việc đính chính
Nghị định số 320/2025/NĐ-CP ngày 15 tháng 12 năm 2025 của Chính phủ.
Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;
Theo đề nghị của Bộ trưởng Bộ Tài chính;
Chính phủ ban hành Nghị định.
Điều 1. Phạm vi điều chỉnh
"""


def test_only_entries_of_the_list_are_joined_and_a_correction_is_one():
    own, first = "btc/2026/vbhn/19", "cp/2025/nd/320"
    assert stated(CIRCULAR) == {
        *((own, "consolidates", each) for each in (first, "cp/2026/nd/141", "btc/2026/qd/517")),
        ("cp/2026/nd/141", "amends", first),
        ("cp/2026/nd/141", "supplements", first),
        ("btc/2026/qd/517", "corrects", first),
        (first, "based_on", "qh/2025/luat/63"),
    }


def test_what_a_footnote_tells_to_be_repealed_by_an_act_of_the_list():
    """Of the act that is joined, and by one that joins it; another's articles are not meant."""
    footnotes = (
        "3 Khoản này được bãi bỏ theo quy định tại điểm b khoản 4 Điều 2 của Luật Thanh tra số "
        "84/2025/QH15, có hiệu lực kể từ ngày 01 tháng 7 năm 2025.\n"
        "4 Điểm này được bãi bỏ theo quy định tại Điều 9 Luật Giá số 16/2023/QH15.\n"
    )
    assert law(body=footnotes) == {(INSPECTION, "repeals", FIRST)}
    lapsed = (
        "3 Quy định về tai nạn lao động tại Mục này hết hiệu lực kể từ ngày 01 tháng 7 năm 2025 "
        "theo quy định tại khoản 2 Điều 92 của Luật Thanh tra số 84/2025/QH15.\n"
    )
    assert law(body=lapsed) == {(INSPECTION, "repeals", FIRST)}


@pytest.mark.parametrize(("day", "said_by"), [("01 tháng 7", FIRST), ("25 tháng 6", None)])
def test_whose_final_provisions_stand_behind_an_open_footnote(day, said_by):
    """The day of effect that they begin with is that of the list for one of its acts alone."""
    body = (
        "Điều 5 của Luật Nhà giáo số 73/2025/QH15 quy định như sau:\n“Điều 5. Hiệu lực thi hành\n\n"
        "CÔNG BÁO/Số 347 + 348/Ngày 25-02-2025\n77\n"
        f"1. Luật này có hiệu lực thi hành từ ngày {day} năm 2025.\n"
        "2. Luật Giá số 11/2012/QH13 hết hiệu lực kể từ ngày Luật này có hiệu lực.\n"
    )
    text = LAW.replace(
        "từ ngày 01 tháng 7 năm 2025.\n{preamble}", "từ ngày 01 tháng 8 năm 2025.\n{preamble}"
    )
    found = stated(text.format(preamble="", body=body, end="")) - LISTED
    assert found == ({(said_by, "repeals", "qh/2012/luat/11")} if said_by else set())
