"""Relations: what a text states of itself, and what it reports of others."""

import pytest

from loaders.model import SourceText
from loaders.reading import read
from ontology.iris import BASE

HEAD = """CHÍNH PHỦ
Số: 162/2026/NĐ-CP
Hà Nội, ngày 15 tháng 5 năm 2026

NGHỊ ĐỊNH
{title}

{preamble}
Theo đề nghị của Bộ trưởng Bộ Nội vụ;
Chính phủ ban hành Nghị định.
Điều 1. Phạm vi điều chỉnh
{body}
"""
SELF = "cp/2026/nd/162"


def relations(text):
    reading = read(SourceText(text, "x.txt"))
    short = BASE + "instrument/"
    return {
        (r.subject.removeprefix(short), r.predicate, r.object.removeprefix(short))
        for r in reading.relations
    }


def own(title="Điều chỉnh lương hưu", preamble="", body=""):
    return {
        (p, o)
        for s, p, o in relations(HEAD.format(title=title, preamble=preamble, body=body))
        if s == SELF
    }


OWN = [
    # one basis each, the amending laws in its tail are not the basis
    (
        {"preamble": "Căn cứ Luật Thanh tra số 84/2025/QH15 được sửa đổi, bổ sung bởi Luật "
         "số 41/2024/QH15;\nCăn cứ Nghị quyết số 245/2025/QH15 của Quốc hội về dự toán;"},
        {("based_on", "qh/2025/luat/84"), ("based_on", "qh/2025/nq-qppl/245")},
    ),
    # a clause of the preamble that goes on after a basis
    (
        {"preamble": "Căn cứ Luật số 33/2024/QH15; thực hiện Nghị quyết số 245/2025/QH15, Chính "
         "phủ báo cáo như sau:"},
        {("based_on", "qh/2024/luat/33"), ("implements", "qh/2025/nq-qppl/245")},
    ),
    # one Căn cứ over a list of laws; the law inside a decree's title is not a basis
    (
        {"preamble": "Căn cứ các Luật: Luật Lưu trữ số 33/2024/QH15; Luật Dữ liệu số 60/2024/"
         "QH15;\n"
         "Căn cứ Nghị định số 165/2025/NĐ-CP của Chính phủ quy định chi tiết một số điều của Luật "
         "Dữ liệu;"},
        {
            ("based_on", "qh/2024/luat/33"),
            ("based_on", "qh/2024/luat/60"),
            ("based_on", "cp/2025/nd/165"),
        },
    ),
    # behind a title only what came later than it: no title names what is not there yet
    (
        {"preamble": "Căn cứ Nghị định số 29/2025/NĐ-CP ngày 24/02/2025 của Chính phủ quy định cơ "
         "cấu tổ chức của Bộ Tài chính, Nghị định số 166/2025/NĐ-CP của Chính phủ về sửa đổi, bổ "
         "sung một số điều của Nghị định số 29/2025/NĐ-CP;"},
        {("based_on", "cp/2025/nd/29"), ("based_on", "cp/2025/nd/166")},
    ),
    # a name that ends in the word that its number stands behind
    (
        {"preamble": "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 được sửa "
         "đổi, bổ sung bởi Luật số 87/2025/QH15;"},
        {("based_on", "qh/2025/luat/64")},
    ),
    # in the title of a law without a number, and in that of one that is
    (
        {"preamble": "Căn cứ Luật Nhà ở số 27/2023/QH15; Luật sửa đổi, bổ sung một số điều của "
         "Luật Đất đai số 31/2024/QH15, Luật Kinh doanh bất động sản số 29/2023/QH15 và Luật Các "
         "tổ chức tín dụng số 32/2024/QH15;"},
        {("based_on", "qh/2023/luat/27")},
    ),
    (
        {"title": "Về Kế hoạch thực hiện Kết luận số 213-KL/TW ngày 21/11/2025 của Ban Bí thư",
         "preamble": "Thực hiện các nhiệm vụ tại Nghị quyết số 245/2025/QH15, Chính phủ ban hành:"},
        {("implements", "tw/k13/kl/213"), ("implements", "qh/2025/nq-qppl/245")},
    ),
    (
        {"title": "Về việc tổ chức học tập, quán triệt và triển khai thực hiện Nghị quyết số "
         "57-NQ/TW ngày 22/12/2024 của Bộ Chính trị"},
        {("disseminates", "tw/k13/nq/57"), ("implements", "tw/k13/nq/57")},
    ),
    (
        {"title": "Tổng kết 10 năm thực hiện Chỉ thị số 35-CT/TW ngày 26/5/2014 của Bộ Chính trị"},
        {("reviews", "tw/k11/ct/35")},
    ),
    # what came of some years of carrying it out; the results of one year's work are no such review
    (
        {"title": "Kết quả 03 năm triển khai thực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 của "
         "Ban Bí thư"},
        {("reviews", "tw/k12/qd/124")},
    ),
    (
        {"title": "Kết quả thực hiện nhiệm vụ năm 2019 theo Quy định số 124-QĐ/TW ngày 02/02/2018"},
        set(),
    ),
    # a part of one, and the whole of the next
    (
        {"body": "2. Bãi bỏ khoản 2 Điều 7 Nghị định số 26/2016/NĐ-CP và toàn bộ Nghị định số "
         "27/2014/NĐ-CP của Chính phủ."},
        {("repeals", "cp/2016/nd/26"), ("repeals", "cp/2014/nd/27")},
    ),
    (
        {"title": "Thành lập Đoàn kiểm tra việc thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của "
         "Bộ Chính trị"},
        {("inspects_implementation_of", "tw/k12/ct/5")},
    ),
    # a title that amends two, each with its own title, and one that was amended before
    (
        {"title": "Sửa đổi, bổ sung một số điều của Nghị định số 26/2016/NĐ-CP quy định tiền "
         "lương\nvà Nghị định số 27/2016/NĐ-CP quy định thù lao (đã được sửa đổi, bổ sung tại Nghị "
         "định số\n261/2025/NĐ-CP và Nghị định số 54/2026/NĐ-CP)"},
        {(how, f"cp/2016/nd/{number}") for number in (26, 27) for how in ("amends", "supplements")},
    ),
    # the rules that an instrument promulgates are it; a part that is repealed is a part of it
    (
        {"title": "Sửa đổi, bổ sung một số điều của Quy chế phối hợp trong công tác kiểm tra, giám "
         "sát\nban hành kèm theo Nghị định số 26/2016/NĐ-CP", "body": "4. Bãi bỏ điểm c khoản 3 "
         "Điều 5 và Điều 8."},
        {(how, "cp/2016/nd/26") for how in ("amends", "supplements", "repeals")},
    ),
    # behind a title a comma: no title names what came on a later day, whatever its kind
    (
        {"preamble": "Thực hiện Nghị quyết số 33/2023/QH15 ngày 14/7/2023 về Chương trình giám sát "
         "năm 2024, Kết luận số 126-KL/TW ngày 20/5/2024 về việc thành lập Đoàn giám sát;"},
        {("implements", "qh/2023/nq-qppl/33"), ("implements", "tw/k13/kl/126")},
    ),
    # within a sentence that begins with what was weighed
    (
        {"preamble": "Xét báo cáo kết quả thanh tra ngày 05/7/2025; căn cứ Luật Thanh tra số "
         "84/2025/QH15 và Nghị định số 86/2025/NĐ-CP, Chính phủ kết luận như sau:"},
        {("based_on", "qh/2025/luat/84"), ("based_on", "cp/2025/nd/86")},
    ),
    # a law that amends others, by name and number
    (
        {"preamble": "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Chứng khoán, Luật Kế toán, "
         "Luật Kiểm toán độc lập số 56/2024/QH15;"},
        {("based_on", "qh/2024/luat/56")},
    ),
    # a title that changes what has no number, in a text that names no other
    ({"title": "Sửa đổi quy chế làm việc"}, set()),
    # the issuer begins a line, and its act is no enacting formula of this text
    (
        {"preamble": "Căn cứ Nghị quyết số 214/NQ-CP ngày 23/7/2025 của\nChính phủ ban hành kế "
         "hoạch hành động;"},
        {("based_on", "cp/2025/nq/214")},
    ),
    (
        {"title": "Sửa đổi, bổ sung một số điều của Nghị định số 29/2020/NĐ-CP"},
        {("amends", "cp/2020/nd/29"), ("supplements", "cp/2020/nd/29")},
    ),
    (
        {"title": "Quy định chi tiết một số điều của Luật Thanh tra số 84/2025/QH15"},
        {("details", "qh/2025/luat/84")},
    ),
    (
        {"body": "Điều 9. Hiệu lực\nNghị định số 75/2024/NĐ-CP ngày 30 tháng 6 năm 2024 của "
         "Chính phủ hết hiệu lực kể từ ngày Nghị định này có hiệu lực."},
        {("repeals", "cp/2024/nd/75")},
    ),
    (
        {"body": "2. Nghị định này thay thế Nghị định số 42/2023/NĐ-CP và Nghị định số "
         "108/2021/NĐ-CP."},
        {("replaces", "cp/2023/nd/42"), ("replaces", "cp/2021/nd/108")},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "expected"), OWN)
def test_what_an_instrument_states_of_itself(parts, expected):
    assert own(**parts) == expected


def test_the_chain_of_amending_laws_is_told_apart_from_the_texts_own_relations():
    preamble = (
        "Căn cứ Luật Bảo hiểm xã hội số 41/2024/QH15 được sửa đổi, bổ sung bởi Luật số "
        "73/2025/QH15, Luật số 84/2025/QH15 và Luật số 142/2025/QH15;"
    )
    text = HEAD.format(title="Điều chỉnh lương hưu", preamble=preamble, body="")
    short = BASE + "instrument/qh/"
    chain = {
        (r.subject.removeprefix(short), r.predicate, r.object.removeprefix(short))
        for r in read(SourceText(text, "x.txt")).reported
    }
    assert chain == {
        (f"2025/luat/{number}", predicate, "2024/luat/41")
        for number in (73, 84, 142)
        for predicate in ("amends", "supplements")
    }
    assert own(preamble=preamble) == {("based_on", "qh/2024/luat/41")}


REPORTED = [
    # the list around goes on with a law called by its name: that one changed nothing
    (
        "Luật Giao thông đường thủy nội địa số 23/2004/QH11 đã được sửa đổi, bổ sung một số điều "
        "theo Luật số 48/2014/QH13 và Luật số 97/2015/QH13, Luật Tài nguyên nước số 17/2012/QH13, "
        "Luật Đất đai số 45/2013/QH13",
        {
            (f"qh/{law}", predicate, "qh/2004/luat/23")
            for law in ("2014/luat/48", "2015/luat/97")
            for predicate in ("amends", "supplements")
        },
    ),
    # what is older changed nothing either
    (
        "Thông tư số 22/2013/TT-NHNN được sửa đổi bởi Thông tư số 78/2025/TT-NHNN và Thông tư số "
        "37/2013/TT-NHNN",
        {("nhnn/2025/tt/78", "amends", "nhnn/2013/tt/22")},
    ),
    (
        "Nghị định số 64/2014/NĐ-CP, ngày 26/6/2014 của Chính phủ quy định chi tiết thi hành một "
        "số điều của Luật tiếp công dân; Quy định số 11-QĐi/TW",
        {("cp/2014/nd/64", "details", "qh/2013/luat/42")},
    ),
    (
        "còn nhầm lẫn giữa giám sát theo Quy định số 124-QĐ/TW ngày 02/02/2018 với Quyết định số "
        "217-QĐ/TW ngày 12/12/2013",
        {("tw/k12/qd/124", "confused_with", "tw/k11/qd/217")},
    ),
    (
        "Nghị định số 34/2019/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 92/2009/NĐ-CP",
        {
            ("cp/2019/nd/34", "amends", "cp/2009/nd/92"),
            ("cp/2019/nd/34", "supplements", "cp/2009/nd/92"),
        },
    ),
    (
        "Luật số 73/2025/QH15; Nghị định số 29/2025/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số "
        "166/2025/NĐ-CP",
        {
            ("cp/2025/nd/166", "amends", "cp/2025/nd/29"),
            ("cp/2025/nd/166", "supplements", "cp/2025/nd/29"),
        },
    ),
    # two citations in a list state nothing of one another
    ("Thực hiện Nghị định số 34/2019/NĐ-CP, Nghị định số 92/2009/NĐ-CP", set()),
    (
        "theo Kế hoạch số 12/KH-CP ngày 20/3/2020 giám sát việc thực hiện Nghị định số "
        "34/2019/NĐ-CP",
        {("cp/2020/kh/12", "inspects_implementation_of", "cp/2019/nd/34")},
    ),
    (
        "theo Kế hoạch số 12/KH-CP ngày 20/3/2017, giám sát việc thực hiện Luật số 10/2022/QH15",
        set(),
    ),
    # how a thing is done, not what the law is for
    (
        "theo khoản 2 Điều 60 Luật Bảo hiểm xã hội số 41/2024/QH15 thực hiện theo khoản 2 Điều 6 "
        "Thông tư số 12/2025/TT-BNV ngày 30/6/2025",
        set(),
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_what_a_text_reports_of_others(text, expected):
    assert relations(text) == expected


def test_treatment_in_lists_and_confusions():
    def treated(text):
        return [c.treatment for c in read(SourceText(text, "x.txt")).citations]

    # after a semicolon the head of the sentence governs, not the title before it
    assert treated(
        "Thực hiện Kết luận số 37-KL/TU; Kế hoạch số 171/KH-MTTQ-BTT về giám sát việc thực hiện "
        "Quy định số 124-QĐ/TW; Quyết định số 209/QĐ-MTTQ-BTT"
    ) == ["thực hiện", "thực hiện", "giám sát", "thực hiện"]
    assert treated(
        "còn nhầm lẫn giữa giám sát theo Quy định số 124-QĐ/TW với Quyết định số 217-QĐ/TW"
    ) == ["nhầm lẫn", "nhầm lẫn"]
    assert (
        treated("quán triệt Quy định số 1-QĐ/TW, Quy định số 2-QĐ/TW và Chỉ thị số 3-CT/TW")
        == ["quán triệt"] * 3
    )


@pytest.mark.parametrize(
    ("text", "treatment"),
    [
        ("giám sát việc triển khai thực hiện Quy định số 124-QĐ/TW", "giám sát"),
        ("Kịp thời quán triệt Quy định số 101-QĐ/TW", "quán triệt"),
        ("tổ chức tuyên truyền Chỉ thị số 05-CT/TW", "tuyên truyền"),
        ("Căn cứ Luật Thanh tra", "căn cứ"),
        ("chưa đầy đủ theo quy định tại Nghị định số 159/2016/NĐ-CP", "dẫn chiếu"),
        ("hướng dẫn thi hành Luật Thanh tra", "thực hiện"),
        ("thay thế Quy định số 22-QĐ/TW", "thay thế"),
    ],
)
def test_treatment(text, treatment):
    assert read(SourceText(text, "x.txt")).citations[0].treatment == treatment


REPORT = """UBND TỈNH YÊN BÁI
Số: 15/BC-UBND
Yên Bái, ngày 20 tháng 11 năm 2023

BÁO CÁO
Kết quả giám sát

{opening}

I. KẾT QUẢ
"""


@pytest.mark.parametrize(
    "opening",
    [
        "Được sự thống nhất của Thường trực Tỉnh ủy, thực hiện Kế hoạch số 30/KH-UBND ngày "
        "25/8/2023 của UBND tỉnh, UBND tỉnh Yên Bái báo cáo như sau:",
        "6 tháng đầu năm 2023, thực hiện Kế hoạch số 30/KH-UBND ngày 25/8/2023, UBND tỉnh Yên Bái "
        "đã đạt được một số kết quả.",
        "Thực hiện Kế hoạch số 30/KH-UBND ngày 25/8/2023, UBND tỉnh báo cáo như sau:",
    ],
)
def test_what_a_report_carries_out_stands_within_its_opening_formula(opening):
    stated = {predicate for _, predicate, _ in relations(REPORT.format(opening=opening))}
    assert stated == {"implements"}


def test_a_letter_that_asks_for_a_report_carries_nothing_out():
    text = (
        "Công văn số 1530-CV/BTGTU ngày 02/10/2024 về việc báo cáo tình hình thực hiện Quy định số "
        "144-QĐ/TW ngày 09/5/2024 đã được gửi."
    )
    assert relations(text) == set()
