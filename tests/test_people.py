"""Persons of a report, with their positions, and names that are no persons of it."""

import pytest

from loaders.people import people
from loaders.places import home

YEN_BAI = home(
    "Đoàn giám sát tại huyện Mù Cang Chải, tỉnh Yên Bái. Tỉnh Yên Bái, huyện Mù Cang Chải.",
    "2021-09-08",
    None,
)

NAMED = [
    (
        "Đồng chí Phùng Quang Huy, Phó Chủ tịch Thường trực Ủy ban MTTQ Việt Nam tỉnh, phát biểu.",
        [("Phùng Quang Huy", "Phó Chủ tịch Thường trực", "Ủy ban MTTQ Việt Nam tỉnh Yên Bái")],
    ),
    (
        "do đồng chí Kiều Thị Hồng Hoa, Phó Chủ tịch HĐND huyện làm trưởng đoàn",
        [("Kiều Thị Hồng Hoa", "Phó Chủ tịch", "Hội đồng nhân dân huyện Mù Cang Chải")],
    ),
    ("Bí thư Tỉnh ủy Lê Văn Năm dự và chỉ đạo.", [("Lê Văn Năm", "Bí thư", "Tỉnh ủy Yên Bái")]),
    (
        "Chủ tịch UBND huyện Trạm Tấu Giàng A Thào báo cáo.",
        [("Giàng A Thào", "Chủ tịch", "Ủy ban nhân dân huyện Trạm Tấu")],
    ),
    (
        "Ông Trịnh Văn Quyết - Ủy viên Bộ Chính trị làm trưởng đoàn.",
        [("Trịnh Văn Quyết", "Ủy viên", "Bộ Chính trị")],
    ),
    (
        "có các đồng chí: Lê Văn Ba, Bí thư Huyện ủy; Nguyễn Văn Bình, Chủ tịch UBND huyện; Giàng "
        "A Tủa - Phó Bí thư Thường trực.",
        [
            ("Lê Văn Ba", "Bí thư", "Huyện ủy Mù Cang Chải"),
            ("Nguyễn Văn Bình", "Chủ tịch", "Ủy ban nhân dân huyện Mù Cang Chải"),
            ("Giàng A Tủa", "Phó Bí thư Thường trực", None),
        ],
    ),
    (  # a board is led, not the council
        "Đoàn do bà Giàng Thị Mỷ-Phó Trưởng ban Pháp chế HĐND tỉnh-làm Trưởng đoàn.",
        [("Giàng Thị Mỷ", "Phó Trưởng ban", "Ban Pháp chế Hội đồng nhân dân tỉnh Yên Bái")],
    ),
    (
        "Trưởng Ban Dân tộc HĐND tỉnh Lò Minh Hùng dẫn đầu đoàn.",
        [("Lò Minh Hùng", "Trưởng Ban", "Ban Dân tộc Hội đồng nhân dân tỉnh Yên Bái")],
    ),
    (
        "T/M ĐOÀN GIÁM SÁT\nTRƯỞNG ĐOÀN\n\n(Đã ký)\n\nNguyễn Thanh Hải\n",
        [("Nguyễn Thanh Hải", "Trưởng đoàn", None)],
    ),
]

NOBODY = [
    "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh; Đoàn TNCS Hồ Chí Minh.",
    "Thành phố Hồ Chí Minh, đường Nguyễn Văn Linh, giải thưởng Tạ Quang Bửu.",
    "Đồng chí Bí thư Đảng ủy xã Lao Chải chủ trì.",
    "Có 1 đơn tố cáo ông Nguyễn Văn Nam về đất đai.",
    "Việt Phương",
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_persons_have_their_positions(text, expected):
    found = people(text, YEN_BAI, "2021-09-08", ())
    assert [(p.name, p.role, p.body.name if p.body else None) for p in found] == expected
    assert all(" ".join(text[s.start : s.end].split()) == p.name for p in found for s in p.spans)


@pytest.mark.parametrize("text", NOBODY)
def test_these_words_name_no_person_of_the_report(text):
    assert people(text, YEN_BAI, "2021-09-08", ()) == ()


def test_a_person_stands_once_with_all_places():
    text = "Đồng chí Lê Văn Ba chủ trì. Kết luận, Lê Văn Ba yêu cầu khắc phục."
    (person,) = people(text, YEN_BAI, None, ())
    assert len(person.spans) == 2
