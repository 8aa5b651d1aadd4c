"""Who carries out which instrument.

Subjects in the sentence, from the sentence before, or from the section.
"""

import json

import pytest

from loaders.citations import find_citations
from loaders.implementations import implementations
from loaders.model import Citation, SourceText, Span
from loaders.page import page
from loaders.places import home
from loaders.reading import read

MU_CANG_CHAI = home(
    "Giám sát tại huyện Mù Cang Chải, tỉnh Yên Bái. Huyện Mù Cang Chải, tỉnh Yên Bái.",
    "2021-09-08",
    None,
)


def told(text):
    """(body, number, measure) of each implementation.

    The citations standing for their instruments.
    """
    cited = tuple(
        Citation(
            c.span,
            c.core,
            c.text,
            c.kind,
            c.number,
            c.date,
            c.issuer,
            c.pinpoint,
            c.self_reference,
            instrument=c.number or c.text,
        )
        for c in find_citations(text)
    )
    return [
        (i.body.name, i.instrument, i.measure)
        for i in implementations(text, cited, MU_CANG_CHAI, "2021-09-08")
    ]


CASES = [
    # on whose advice, and by whom; behind the semicolon the first alone again
    (
        "Phòng Nội vụ huyện đã tham mưu UBND huyện ban hành Kế hoạch số 30/KH-UBND triển khai Nghị "
        "định số 59/2019/NĐ-CP; tổ chức phổ biến Luật số 10/2022/QH15.",
        [
            ("Phòng Nội vụ huyện Mù Cang Chải", "10/2022/QH15", "phổ biến"),
            ("Phòng Nội vụ huyện Mù Cang Chải", "59/2019/NĐ-CP", "ban hành"),
            ("Ủy ban nhân dân huyện Mù Cang Chải", "59/2019/NĐ-CP", "ban hành"),
        ],
    ),
    (
        "Ban Thường vụ Huyện đoàn tham mưu cho Huyện ủy xây dựng Kế hoạch số 86-KH/HU thực hiện "
        "Chỉ thị số 42-CT/TW.",
        [
            ("Huyện đoàn Mù Cang Chải", "42-CT/TW", "xây dựng"),
            ("Huyện ủy Mù Cang Chải", "42-CT/TW", "xây dựng"),
        ],
    ),
    # a rule kept to in a clause of its own, and one that was not kept to
    (
        "Huyện ủy đã quán triệt Quy định số 37-QĐ/TW; các chi bộ duy trì sinh hoạt đúng Hướng dẫn "
        "số 12-HD/BTCTW.",
        [("Huyện ủy Mù Cang Chải", "37-QĐ/TW", "quán triệt")],
    ),
    # the second paper of a formula
    (
        "Thực hiện Quy định số 213-QĐ/TW của Bộ Chính trị; Chỉ thị số 20-CT/TW của Ban Bí thư, "
        "Huyện ủy đã triển khai đến các chi bộ.",
        [
            ("Huyện ủy Mù Cang Chải", "20-CT/TW", "thực hiện"),
            ("Huyện ủy Mù Cang Chải", "213-QĐ/TW", "thực hiện"),
        ],
    ),
    # the committee of a cell calls itself by its sort, in minutes of others
    (
        "Đoàn kiểm tra làm việc với Chi ủy Chi bộ thôn Hua Khắt.\n\n- Ưu điểm: Chi ủy đã phổ biến "
        "Quy định số 213-QĐ/TW đến 100% đảng viên.",
        [("Chi ủy Chi bộ thôn Hua Khắt", "213-QĐ/TW", "phổ biến")],
    ),
    # who is told of before 'cho biết' bars nothing behind it
    (
        "Báo cáo với Đoàn giám sát, lãnh đạo huyện cho biết, sau khi có Luật số 10/2022/QH15, UBND "
        "huyện đã ban hành kế hoạch để thực hiện.",
        [("Ủy ban nhân dân huyện Mù Cang Chải", "10/2022/QH15", "ban hành kế hoạch")],
    ),
    (
        "Đảng ủy xã Lao Chải đến tháng 4/2021 mới có Chương trình số 29-CTr/ĐU để thực hiện Chỉ "
        "thị số 20-CT/TW.",
        [("Đảng ủy xã Lao Chải", "20-CT/TW", "ban hành")],
    ),
    (
        "Ngay sau khi có Luật số 10/2022/QH15, UBND huyện đã xây dựng kế hoạch để thực hiện.",
        [("Ủy ban nhân dân huyện Mù Cang Chải", "10/2022/QH15", "xây dựng kế hoạch")],
    ),
    # named by its sort behind its place
    (
        "Tại xã Lao Chải, Đảng ủy xã đã ban hành Chương trình số 05-CTr/ĐU thực hiện Nghị quyết "
        "số 68-NQ/TW.",
        [("Đảng ủy xã Lao Chải", "68-NQ/TW", "ban hành")],
    ),
    # what is done right, and what is not
    (
        "1.1. UBND xã Lao Chải: lập dự toán đúng thời gian quy định tại Điều 44 Luật Ngân sách "
        "nhà nước số 83/2015/QH13.",
        [("Ủy ban nhân dân xã Lao Chải", "83/2015/QH13", "đúng thời gian quy định")],
    ),
    ("1.1. UBND xã Lao Chải: chi không đúng quy định tại Luật số 83/2015/QH13.", []),
    # who is set up carries nothing out thereby; a plan that an inspection follows is none
    (
        "Huyện đã củng cố Ban Thanh tra nhân dân xã Lao Chải theo Luật số 10/2022/QH15 để thực "
        "hiện giám sát.",
        [],
    ),
    ("UBND xã Lao Chải chỉ đạo kiểm tra tại hai thôn theo Kế hoạch số 17/KH-UBND.", []),
    (
        "Ban Thường vụ Huyện ủy đã chỉ đạo các chi bộ quán triệt Quy định số 124-QĐ/TW.",
        [("Huyện ủy Mù Cang Chải", "124-QĐ/TW", "quán triệt")],
    ),
    (
        "UBND huyện ban hành kế hoạch triển khai thực hiện Nghị định số 59/2019/NĐ-CP.",
        [("Ủy ban nhân dân huyện Mù Cang Chải", "59/2019/NĐ-CP", "triển khai thực hiện")],
    ),
    (
        "Đảng ủy xã Lao Chải tổ chức phổ biến Chỉ thị số 05-CT/TW. Kịp thời tuyên truyền Quy định "
        "số 08-QĐi/TW.",
        [
            ("Đảng ủy xã Lao Chải", "05-CT/TW", "phổ biến"),
            ("Đảng ủy xã Lao Chải", "08-QĐi/TW", "tuyên truyền"),
        ],
    ),
    (
        "I- KẾT QUẢ\n\n1. Đối với cấp huyện\n\nThường xuyên quán triệt, thực hiện nghiêm túc Chỉ "
        "thị số 35-CT/TW.\n",
        [
            ("Huyện ủy Mù Cang Chải", "35-CT/TW", "quán triệt"),
            ("Huyện ủy Mù Cang Chải", "35-CT/TW", "thực hiện"),
        ],
    ),
    (  # measures that are listed stand apart, each once
        "Huyện ủy triển khai, phổ biến và tuyên truyền Chỉ thị số 05-CT/TW. Huyện ủy tuyên truyền "
        "Chỉ thị số 05-CT/TW; báo cáo kết quả thực hiện Chỉ thị số 05-CT/TW.",
        [
            ("Huyện ủy Mù Cang Chải", "05-CT/TW", "triển khai"),
            ("Huyện ủy Mù Cang Chải", "05-CT/TW", "phổ biến"),
            ("Huyện ủy Mù Cang Chải", "05-CT/TW", "tuyên truyền"),
            ("Huyện ủy Mù Cang Chải", "05-CT/TW", "báo cáo"),
        ],
    ),
    (  # a committee is no measure
        "Huyện ủy triển khai Nghị quyết của Ban Chấp hành Trung ương số 26-NQ/TW.",
        [("Huyện ủy Mù Cang Chải", "26-NQ/TW", "triển khai")],
    ),
    (  # what is issued is the measure; both carry out what the formula names
        "Quán triệt, triển khai Chỉ thị số 13-CT/TW, Tỉnh ủy Yên Bái đã ban hành Chỉ thị số "
        "18-CT/TU; UBND tỉnh Yên Bái ban hành Kế hoạch số 3380/KH-UBND.",
        [
            ("Tỉnh ủy Yên Bái", "13-CT/TW", "quán triệt"),
            ("Tỉnh ủy Yên Bái", "13-CT/TW", "triển khai"),
            ("Ủy ban nhân dân tỉnh Yên Bái", "13-CT/TW", "quán triệt"),
            ("Ủy ban nhân dân tỉnh Yên Bái", "13-CT/TW", "triển khai"),
        ],
    ),
    (
        "Cụ thể hóa Hướng dẫn số 166-HD/BTGTW, Ban Thường vụ Huyện ủy ban hành bộ tiêu chí.",
        [("Huyện ủy Mù Cang Chải", "166-HD/BTGTW", "cụ thể hóa")],
    ),
    (
        "Thực hiện Nghị định số 156/2018/NĐ-CP, Quỹ Bảo vệ và Phát triển rừng tỉnh thu 19 tỷ đồng.",
        [("Quỹ Bảo vệ và Phát triển rừng tỉnh Yên Bái", "156/2018/NĐ-CP", "thực hiện")],
    ),
    (
        "Ban Thường trực Ủy ban MTTQ Việt Nam huyện tuyên truyền Quyết định số 217-QĐ/TW.",
        [("Ủy ban MTTQ Việt Nam huyện Mù Cang Chải", "217-QĐ/TW", "tuyên truyền")],
    ),
    (  # the instrument is told as the subject
        "Quy định số 101-QĐ/TW được Huyện ủy quán triệt trong hội nghị ngày 20/8/2012.",
        [("Huyện ủy Mù Cang Chải", "101-QĐ/TW", "quán triệt")],
    ),
    (
        "Việc triển khai Nghị định số 59/2019/NĐ-CP được UBND huyện thực hiện nghiêm túc.",
        [("Ủy ban nhân dân huyện Mù Cang Chải", "59/2019/NĐ-CP", "thực hiện")],
    ),
    (  # the paper of its own carries out the basis
        "Căn cứ Quyết định số 217-QĐ/TW, Ban Thường vụ Huyện ủy đã ban hành Quy chế giám sát.",
        [("Huyện ủy Mù Cang Chải", "217-QĐ/TW", "ban hành")],
    ),
    (
        "Bệnh viện Đa khoa huyện áp dụng Thông tư số 14/2019/TT-BYT từ tháng 8/2019.",
        [("Bệnh viện Đa khoa huyện Mù Cang Chải", "14/2019/TT-BYT", "áp dụng")],
    ),
    (
        "Huyện ủy đã đưa nội dung Quy định số 37-QĐ/TW vào sinh hoạt chi bộ.",
        [("Huyện ủy Mù Cang Chải", "37-QĐ/TW", "đưa nội dung")],
    ),
    (
        "Hội Nông dân huyện: ký giao ước thi đua thực hiện Chỉ thị số 05-CT/TW; Huyện đoàn: tổ "
        "chức cuộc thi tìm hiểu Chỉ thị số 05-CT/TW.",
        [
            ("Hội Nông dân huyện Mù Cang Chải", "05-CT/TW", "thực hiện"),
            ("Huyện đoàn Mù Cang Chải", "05-CT/TW", "tìm hiểu"),
        ],
    ),
    (
        "Liên đoàn Lao động huyện mở 02 lớp tập huấn Hướng dẫn số 03/HD-TLĐ cho 136 cán bộ.",
        [("Liên đoàn Lao động huyện Mù Cang Chải", "03/HD-TLĐ", "tập huấn")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_body_that_acts_is_found(text, expected):
    assert told(text) == expected


HEAD = "ĐẢNG BỘ THỊ XÃ AN NHƠN\nCHI BỘ TRƯỜNG TIỂU HỌC SỐ 1 ĐẬP ĐÁ\n\n{number}BÁO CÁO\n\n"
CELL = "Chi bộ Trường Tiểu học số 1 Đập Đá"
ITSELF = [
    ("Chi bộ đã tổ chức cho đảng viên học tập Quy định số 37-QĐ/TW ngày 25/10/2021.", "37-QĐ/TW"),
    (
        "Chi bộ xây dựng Kế hoạch số 05-KH/CB ngày 02/3/2021 thực hiện Chỉ thị số 05-CT/TW ngày "
        "15/5/2016 của Bộ Chính trị.",
        "05-CT/TW",
    ),
    ("Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016, chi bộ đã đăng ký làm theo.", "05-CT/TW"),
    ("- Trong năm, cấp ủy thường xuyên quán triệt Quy định số 37-QĐ/TW.", "37-QĐ/TW"),
    ("- Đã ban hành kế hoạch thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016.", "05-CT/TW"),
    # not itself
    ("Đảng ủy đã quán triệt Quy định số 37-QĐ/TW.", None),
    ("Đề nghị chi bộ quán triệt Quy định số 37-QĐ/TW.", None),
    ("Đơn vị đã quán triệt Quy định số 37-QĐ/TW.", None),
]


@pytest.mark.parametrize("number", ["", "Số: 08-BC/CB\nAn Nhơn, ngày 12 tháng 6 năm 2022\n\n"])
@pytest.mark.parametrize(("text", "expected"), ITSELF)
def test_a_text_says_what_its_own_body_carries_out(text, expected, number):
    reading = read(SourceText(HEAD.format(number=number) + text, ""))
    numbers = {each.iri: each.number for each in reading.instruments}
    found = [(each.body.printed, numbers[each.instrument]) for each in reading.implementations]
    assert [each for each in found if each[0] == CELL] == ([(CELL, expected)] if expected else [])


NONE = [
    "Huyện ủy chưa triển khai Quy định số 124-QĐ/TW.",
    "Đề nghị Huyện ủy tiếp tục thực hiện Quy định số 124-QĐ/TW.",
    "Huyện ủy còn nhầm lẫn giữa giám sát theo Quy định số 124-QĐ/TW với Quyết định số 217-QĐ/TW.",
    "UBND huyện không chấp hành Nghị định số 181/2004/NĐ-CP của Chính phủ.",
    # only announced
    "Thanh tra huyện sẽ tổ chức thực hiện Chỉ thị số 10/2006/CT-TTg trong quý IV.",
    # what an inspection was held under, and what asks for a report
    "Thực hiện Kế hoạch số 12-KH/HU, Ủy ban Kiểm tra Huyện ủy tiến hành 04 cuộc giám sát.",
    "Thực hiện Công văn số 612-CV/BTCTU, Ban Thường vụ Huyện ủy báo cáo kết quả như sau.",
    # what is issued, and what stands in a title
    "Huyện ủy đã ra Chỉ thị số 20-CT/HU.",
    "Tỉnh ủy ban hành Chương trình số 03-CTr/TU và Kế hoạch số 24-KH/TU về kiểm tra.",
    "05 đảng viên không làm thủ tục theo Quy định số 29-QĐ/TW về thi hành Điều lệ Đảng.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_not_done_is_not_carried_out(text):
    assert told(text) == []


def test_the_seed_yields_the_pairs_of_the_gold(request):
    folder = request.config.rootpath / "tests" / "texts"
    text = (folder / "seed.txt").read_text(encoding="utf-8")
    gold = json.loads((folder / "seed.gold.json").read_text(encoding="utf-8"))
    cited = tuple(
        Citation(
            Span(c["start"], c["end"]),
            Span(c["start"], c["end"]),
            c["text"],
            c["kind"],
            None,
            None,
            None,
            None,
            False,
            instrument=c["instrument"],
        )
        for c in gold["citations"]
    )
    about = page(text)
    found = implementations(text, cited, home(text, about.published, about.title), about.published)
    assert {(i.body.name, i.instrument) for i in found} == {
        (g["body"], g["instrument"]) for g in gold["implementations"]
    }


NOTICE = """TỈNH ỦY BẮC GIANG
HUYỆN ỦY LỤC NGẠN
*
Số 215-TB/HU

ĐẢNG CỘNG SẢN VIỆT NAM

Lục Ngạn, ngày 20 tháng 7 năm 2022

THÔNG BÁO
KẾT LUẬN CỦA BAN THƯỜNG VỤ HUYỆN ỦY
về kết quả kiểm tra đối với {units}
-----

Thực hiện Quyết định số 402-QĐ/HU, ngày 11/4/2022 của Ban Thường vụ Huyện ủy, từ ngày 18/4 đến \
ngày 06/5/2022, Đoàn kiểm tra của Ban Thường vụ Huyện ủy do đồng chí Vi Văn Sáng, Ủy viên Ban \
Thường vụ, Trưởng Ban Tổ chức Huyện ủy làm Trưởng đoàn đã kiểm tra việc lãnh đạo, chỉ đạo thực \
hiện Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Ban Chấp hành Trung ương đối với {units}. Ban \
Thường vụ Huyện ủy Lục Ngạn kết luận như sau:

I. ƯU ĐIỂM

1. {told}

II. HẠN CHẾ, KHUYẾT ĐIỂM

1. Công tác sơ kết chưa kịp thời.
"""
PHUONG_SON, QUY_SON = "Đảng ủy xã Phượng Sơn", "Đảng ủy xã Quý Sơn"
SCHOOL = "Chi bộ Trường THPT Lục Ngạn"
ONE, TWO, THREE = (PHUONG_SON,), (PHUONG_SON, QUY_SON), (PHUONG_SON, QUY_SON, SCHOOL)
# Whom the notice of an inspection of these units means, and what they are said to carry out.
SPOKEN_OF = [
    # by their number, their sort, both, with what they are the heads of
    (TWO, "Hai đảng ủy đã tổ chức hội nghị quán triệt Nghị quyết số 18-NQ/TW.", TWO),
    (TWO, "Cấp ủy hai xã đã kịp thời quán triệt Nghị quyết 18-NQ/TW.", TWO),
    (TWO, "Các đảng ủy được kiểm tra đã nghiêm túc triển khai Nghị quyết số 18-NQ/TW.", TWO),
    (TWO, "Các tổ chức đảng được kiểm tra đã lãnh đạo thực hiện Nghị quyết số 18-NQ/TW.", TWO),
    (TWO, "Việc quán triệt: Các đơn vị đã tổ chức học tập Nghị quyết 18-NQ/TW.", TWO),
    (TWO, "Sau khi có Nghị quyết 18-NQ/TW, cả hai đảng ủy đều ban hành kế hoạch.", TWO),
    (THREE, "Cấp ủy các đơn vị đã cụ thể hóa Nghị quyết 18-NQ/TW bằng chương trình.", THREE),
    (THREE, "3/3 đơn vị đã ban hành kế hoạch thực hiện Nghị quyết 18-NQ/TW.", THREE),
    (THREE, "100% các đơn vị được kiểm tra đã triển khai Nghị quyết 18-NQ/TW.", THREE),
    (THREE, "Người đứng đầu cấp ủy các đơn vị đã chỉ đạo quán triệt Nghị quyết 18-NQ/TW.", THREE),
    (THREE, "Các đảng ủy đã phổ biến Nghị quyết 18-NQ/TW.", TWO),
    # the one that was looked at, not who looked at it
    (ONE, "Đảng ủy đã quán triệt, triển khai Nghị quyết 18-NQ/TW tới 12 chi bộ.", ONE),
    (ONE, "Đảng ủy xã đã ban hành Nghị quyết số 05-NQ/ĐU thực hiện Nghị quyết 18-NQ/TW.", ONE),
    (ONE, "Ban Thường vụ Đảng ủy đã chỉ đạo triển khai Nghị quyết 18-NQ/TW.", ONE),
    (ONE, "Cấp ủy đã triển khai Nghị quyết 18-NQ/TW kịp thời.", ONE),
    (ONE, "Đơn vị được kiểm tra đã tổ chức quán triệt Nghị quyết 18-NQ/TW.", ONE),
    (ONE, "Tập thể Đảng ủy và đồng chí Bí thư đã quán triệt Nghị quyết 18-NQ/TW.", ONE),
    # told as the subject, named side by side, left out
    (TWO, "Việc quán triệt Nghị quyết số 18-NQ/TW được hai đảng ủy thực hiện tốt.", TWO),
    (TWO, "Nghị quyết số 18-NQ/TW được các đảng ủy quán triệt đến 100% chi bộ.", TWO),
    (ONE, "Nghị quyết số 18-NQ/TW được Đảng ủy triển khai đến các chi bộ.", ONE),
    (TWO, f"{PHUONG_SON}, {QUY_SON} đã ban hành kế hoạch thực hiện Nghị quyết 18-NQ/TW.", TWO),
    (TWO, "Đã tổ chức quán triệt Nghị quyết số 18-NQ/TW đến cán bộ, đảng viên.", TWO),
    (TWO, "Kịp thời tổ chức quán triệt Nghị quyết số 18-NQ/TW đến đảng viên.", TWO),
    (ONE, "Đảng ủy đã ban hành 14 văn bản, hoàn thành 9/11 chỉ tiêu của Nghị quyết.", ONE),
    # not all, or others
    (TWO, "Hầu hết các chi bộ đã quán triệt Nghị quyết số 18-NQ/TW.", ()),
    (TWO, "Một số đơn vị đã quán triệt Nghị quyết số 18-NQ/TW.", ()),
    (TWO, "Các chi bộ trực thuộc đã quán triệt Nghị quyết số 18-NQ/TW.", ()),
    (TWO, "Ba đơn vị đã quán triệt Nghị quyết số 18-NQ/TW.", ()),
    (THREE, "Đã tổ chức quán triệt Nghị quyết số 18-NQ/TW.", ()),
    (ONE, "Đảng ủy chậm ban hành kế hoạch thực hiện Nghị quyết 18-NQ/TW.", ()),
    (ONE, "Đảng ủy chưa lập sổ theo dõi theo Mục 2 Nghị quyết 18-NQ/TW.", ()),
]


@pytest.mark.parametrize(("units", "words", "expected"), SPOKEN_OF)
def test_the_units_of_an_inspection_are_meant_by_their_sort(units, words, expected):
    text = NOTICE.format(units=" và ".join([", ".join(units[:-1]), units[-1]]).removeprefix(" và "),
                         told=words)  # fmt: skip
    reading = read(SourceText(text, ""))
    results = text.index("I. ƯU ĐIỂM")
    numbers = {each.iri: each.number for each in reading.instruments}
    found = {
        (each.body.name, numbers[each.instrument])
        for each in reading.implementations
        if each.span.start > results
    }
    assert found == {(unit, "18-NQ/TW") for unit in expected}


def test_a_recommendation_is_not_done_yet():
    text = NOTICE.format(units=PHUONG_SON, told="Công tác lãnh đạo có tiến bộ.") + (
        "\nIII. KIẾN NGHỊ\n\n1. Đảng ủy xã Phượng Sơn tiếp tục thực hiện Nghị quyết số 18-NQ/TW.\n"
    )
    assert read(SourceText(text, "")).implementations == ()
