"""What a text says of other instruments: whose title a trigger stands in, who changed what."""

import pytest

from loaders.model import SourceText
from loaders.reading import read
from ontology.iris import BASE

INSTRUMENT = BASE + "instrument/"


def told(text, *predicates):
    """What a text states, without the places; of some predicates only, where some are given."""
    reading = read(SourceText(text, "x.txt"))
    return {
        (r.subject.removeprefix(INSTRUMENT), r.predicate, r.object.removeprefix(INSTRUMENT))
        for r in (*reading.relations, *reading.reported)
        if not predicates or r.predicate in predicates
    }


def amended(*pairs):
    return {(by, "amends", of) for by, of in pairs}


# Which of those named before the words was changed.
ANTECEDENTS = [
    # no decree changes a law: the decree that details it is meant
    (
        "Căn cứ Nghị định số 126/2020/NĐ-CP ngày 19/10/2020 của Chính phủ quy định chi tiết một số "
        "điều của Luật Quản lý thuế số 38/2019/QH14 được sửa đổi, bổ sung bởi Nghị định số "
        "91/2022/NĐ-CP và Nghị định số 373/2025/NĐ-CP;",
        amended(("cp/2022/nd/91", "cp/2020/nd/126"), ("cp/2025/nd/373", "cp/2020/nd/126")),
    ),
    # the law's amending laws are its own
    (
        "Nghị định số 85/2024/NĐ-CP quy định chi tiết một số điều của Luật Giá số 16/2023/QH15 đã "
        "được sửa đổi, bổ sung một số điều theo Luật số 44/2024/QH15",
        amended(("qh/2024/luat/44", "qh/2023/luat/16")),
    ),
    # of two decrees the nearer one, though a law stands nearer still
    (
        "Nghị định số 59/2024/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 34/2016/NĐ-CP "
        "quy định chi tiết Luật số 80/2015/QH13 đã được sửa đổi, bổ sung một số điều theo Nghị "
        "định số 154/2020/NĐ-CP",
        amended(("cp/2024/nd/59", "cp/2016/nd/34"), ("cp/2020/nd/154", "cp/2016/nd/34")),
    ),
    # the rest of the title between the law and the words
    (
        "Nghị định số 08/2015/NĐ-CP quy định chi tiết và biện pháp thi hành Luật Hải quan số "
        "54/2014/QH13 về thủ tục hải quan được sửa đổi, bổ sung bởi Nghị định số 167/2025/NĐ-CP",
        amended(("cp/2025/nd/167", "cp/2015/nd/8")),
    ),
    # nothing that fits stands before: left out
    (
        "theo Luật Quản lý thuế số 38/2019/QH14 được sửa đổi, bổ sung bởi Thông tư số "
        "32/2025/TT-BTC",
        set(),
    ),
    # an element of a list is not in the title of the one before
    (
        "Nghị định số 98/2018/NĐ-CP và Luật Giá số 16/2023/QH15 được sửa đổi, bổ sung bởi Nghị "
        "định số 91/2022/NĐ-CP",
        set(),
    ),
    # by a provision of the amending circular
    (
        "Điều 9 Thông tư số 12/2015/TT-BTC đã được sửa đổi, bổ sung tại khoản 6 Điều 1 Thông tư "
        "số 22/2019/TT-BTC",
        amended(("btc/2019/tt/22", "btc/2015/tt/12")),
    ),
    # 'bởi' alone tells who did it, with or without the comma
    (
        "quy định tại Điều 27 Nghị định số 67/2013/NĐ-CP sửa đổi bổ sung bởi Nghị định số "
        "106/2017/NĐ-CP, Nghị định số 08/2018/NĐ-CP",
        amended(("cp/2017/nd/106", "cp/2013/nd/67"), ("cp/2018/nd/8", "cp/2013/nd/67")),
    ),
    # the Constitution, which the National Assembly amends by resolution, and no law does
    (
        "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam đã được sửa đổi, bổ sung một số "
        "điều theo Nghị quyết số 203/2025/QH15;",
        amended(("qh/2025/nq-qppl/203", "qh/2013/hien-phap/hien-phap")),
    ),
    (
        "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam đã được sửa đổi theo Luật số "
        "63/2025/QH15;",
        set(),
    ),
    # nobody is named by whom
    ("Nghị định số 70/2015/NĐ-CP đã được sửa đổi, bổ sung, Nghị định số 02/2025/NĐ-CP", set()),
]


@pytest.mark.parametrize(("text", "expected"), ANTECEDENTS)
def test_the_instrument_that_was_changed(text, expected):
    assert told(text, "amends") == expected


# How far a list of changers goes.
LISTS = [
    (
        "Luật Phí và lệ phí số 97/2015/QH13 được sửa đổi, bổ sung bởi Luật số 09/2017/QH14, Luật "
        "số 20/2023/QH15 và Luật số 90/2025/QH15, Luật Giá số 16/2023/QH15",
        amended(*((f"qh/{each}", "qh/2015/luat/97") for each in
                  ("2017/luat/9", "2023/luat/20", "2025/luat/90"))),
    ),
    # a law with its name is the next thing that the sentence names
    (
        "Luật Tài nguyên nước số 17/2012/QH13 đã được sửa đổi, bổ sung một số điều theo Luật số "
        "08/2017/QH14, Luật Đất đai số 45/2013/QH13, Luật Đo lường số 04/2011/QH13",
        amended(("qh/2017/luat/8", "qh/2012/luat/17")),
    ),
    # an older one did not change it later
    (
        "Nghị định số 29/2020/NĐ-CP được sửa đổi bởi Nghị định số 75/2024/NĐ-CP, Nghị định số "
        "42/2023/NĐ-CP",
        amended(("cp/2024/nd/75", "cp/2020/nd/29")),
    ),
    # a circular behind a decree is a thing of its own
    (
        "tại Nghị định số 51/2016/NĐ-CP được sửa đổi, bổ sung tại Nghị định số 21/2024/NĐ-CP và "
        "Thông tư số 26/2016/TT-BLĐTBXH đã được sửa đổi tại Thông tư số 06/2024/TT-BLĐTBXH",
        amended(("cp/2024/nd/21", "cp/2016/nd/51"), ("bldtbxh/2024/tt/6", "bldtbxh/2016/tt/26")),
    ),
    # one with changers of its own too
    (
        "Nghị định số 10/2020/NĐ-CP được sửa đổi bởi Nghị định số 47/2022/NĐ-CP và Nghị định số "
        "49/2022/NĐ-CP được sửa đổi bởi Nghị định số 41/2024/NĐ-CP",
        amended(("cp/2022/nd/47", "cp/2020/nd/10"), ("cp/2024/nd/41", "cp/2022/nd/49")),
    ),
    # one with a title of its own, where the first had its title
    (
        "Nghị định số 123/2020/NĐ-CP quy định về hóa đơn được sửa đổi, bổ sung bởi Nghị định số "
        "70/2025/NĐ-CP và Nghị định số 125/2025/NĐ-CP quy định về phân định thẩm quyền",
        amended(("cp/2025/nd/70", "cp/2020/nd/123")),
    ),
    # the page breaks between the words and the changer
    (
        "theo Nghị định số 77/2025/NĐ-CP ngày 01 tháng 4 năm 2025 được sửa đổi, bổ sung một số "
        "điều \n\nCÔNG BÁO/Số 279/Ngày 18-05-2026 \n106\n \n \nbởi Nghị định số 286/2025/NĐ-CP",
        amended(("cp/2025/nd/286", "cp/2025/nd/77")),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_where_a_list_of_changers_ends(text, expected):
    assert told(text, "amends") == expected


TITLES = [
    # to lengthen a trial and amend its decree is to amend it
    (
        "Nghị định số 82/2021/NĐ-CP về kéo dài thời gian thực hiện và sửa đổi, bổ sung một số điều "
        "của Nghị định số 121/2016/NĐ-CP",
        {("cp/2021/nd/82", "amends", "cp/2016/nd/121"),
         ("cp/2021/nd/82", "supplements", "cp/2016/nd/121")},
    ),
    (
        "Nghị định số 94/2016/NĐ-CP quy định chi tiết và hướng dẫn thi hành một số điều của Luật "
        "Thống kê số 89/2015/QH13",
        {("cp/2016/nd/94", "details", "qh/2015/luat/89")},
    ),
    # how a thing is done, and no law carries out a circular
    ("khoản 2 Điều 6 Thông tư số 88/2025/TT-BCA thực hiện theo quy định tại Điều 44 Luật số "
     "41/2024/QH15", set()),
    ("Mức hưởng của Luật số 41/2024/QH15 thực hiện theo khoản 2 Điều 6 Thông tư số 88/2025/TT-BCA",
     set()),
    # in the spirit of is no procedure
    (
        "Kế hoạch số 12/KH-CP ngày 20/3/2020 thực hiện theo tinh thần Nghị quyết số 100/2019/QH14",
        {("cp/2020/kh/12", "implements", "qh/2019/nq-qppl/100")},
    ),
    # the words of a trigger may be parted by a comma
    (
        "Nghị định số 362/2025/NĐ-CP của Chính phủ quy định chi tiết một số điều và biện pháp để "
        "tổ chức, hướng dẫn thi hành Luật Phí và lệ phí số 97/2015/QH13",
        {("cp/2025/nd/362", "details", "qh/2015/luat/97")},
    ),
    # two laws that one decree details
    (
        "Nghị định số 143/2018/NĐ-CP quy định chi tiết Luật Bảo hiểm xã hội số 58/2014/QH13 và "
        "Luật An toàn, vệ sinh lao động số 84/2015/QH13",
        {("cp/2018/nd/143", "details", "qh/2014/luat/58"),
         ("cp/2018/nd/143", "details", "qh/2015/luat/84")},
    ),
    # a list around goes on with a decree: what it names next is not in the title
    (
        "Nghị định số 143/2018/NĐ-CP sửa đổi Nghị định số 10/2016/NĐ-CP và Nghị định số "
        "11/2017/NĐ-CP",
        {("cp/2018/nd/143", "amends", "cp/2016/nd/10")},
    ),
    # a part of what another holds, named by its matter
    (
        "Thông tư số 29/2015/TT-BTC hướng dẫn thực hiện một số điều về thương lượng tập thể, thỏa "
        "ước lao động quy định tại Nghị định số 05/2015/NĐ-CP",
        {("btc/2015/tt/29", "guides", "cp/2015/nd/5")},
    ),
    (
        "Thông tư số 94/2025/TT-BTC hướng dẫn chi tiết một số điều của Luật Giá số 16/2023/QH15",
        {("btc/2025/tt/94", "guides", "qh/2023/luat/16")},
    ),
    # a correction by a ministry's decision is no amendment of the decree
    (
        "Quyết định số 517/QĐ-BTC ngày 20/3/2026 của Bộ trưởng Bộ Tài chính về việc đính chính "
        "Nghị định số 320/2025/NĐ-CP",
        {("btc/2026/qd/517", "corrects", "cp/2025/nd/320")},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_what_a_title_says(text, expected):
    assert told(text) == expected


# Read from the words, and yet it cannot be: by rank, or by the days.
IMPOSSIBLE = [
    ("Thông tư số 32/2025/TT-BTC sửa đổi, bổ sung một số điều của Nghị định số 123/2020/NĐ-CP",
     ("btc/2025/tt/32", "amends", "cp/2020/nd/123")),
    ("Quyết định số 135/QĐ-BLĐTBXH ngày 02/02/2024 về việc bãi bỏ Nghị định số 38/2023/NĐ-CP",
     ("bldtbxh/2024/qd/135", "repeals", "cp/2023/nd/38")),
    ("Nghị định số 38/2020/NĐ-CP quy định chi tiết một số điều của Luật số 69/2021/QH15",
     ("cp/2020/nd/38", "details", "qh/2021/luat/69")),
    ("Nghị định số 38/2020/NĐ-CP ngày 03/4/2020 quy định chi tiết Luật số 69/2020/QH14 ngày "
     "13/11/2020", ("cp/2020/nd/38", "details", "qh/2020/luat/69")),
    ("Luật số 41/2024/QH15 hướng dẫn Thông tư số 88/2024/TT-BCA",
     ("qh/2024/luat/41", "guides", "bca/2024/tt/88")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "relation"), IMPOSSIBLE)
def test_what_cannot_be_is_a_claim_and_no_statement(text, relation):
    reading = read(SourceText(text, "x.txt"))
    assert relation not in told(text)
    assert relation in {
        (r.subject.removeprefix(INSTRUMENT), r.predicate, r.object.removeprefix(INSTRUMENT))
        for r in reading.impossible
    }


# What others did to an instrument that is named: predicate and part.
ENDED_BY = [
    ("được thay thế bởi", ("replaces", None)),
    ("bị bãi bỏ bởi", ("repeals", None)),
    ("đã được bãi bỏ một phần bởi", ("repeals", "một phần")),
    ("được sửa đổi, bãi bỏ một số điều theo", ("repeals", "một phần")),
    ("được đính chính tại", ("corrects", None)),
]


@pytest.mark.parametrize(("words", "expected"), ENDED_BY)
def test_what_others_ended_as_a_whole_or_in_part(words, expected):
    text = f"Thông tư số 12/2017/TT-BTC {words} Thông tư số 20/2024/TT-BTC"
    found = read(SourceText(text, "x.txt")).relations
    assert expected in {(r.predicate, r.part) for r in found}
    assert {r.subject for r in found} == {INSTRUMENT + "btc/2024/tt/20"}
