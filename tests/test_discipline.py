"""Disciplinary decisions: who is named, what is only proposed, counted or denied.

And what must be masked.
"""

import pytest

from loaders.discipline import discipline
from loaders.protection import protected

DECISIONS = [
    # counted first, then named
    (
        "Thi hành kỷ luật khiển trách 02 tổ chức đảng: Chi ủy Chi bộ thôn Nà Lang; Đảng ủy xã "
        "Ba Tầng.",
        [("khiển trách", "Chi ủy Chi bộ thôn Nà Lang"), ("khiển trách", "Đảng ủy xã Ba Tầng")],
    ),
    (
        "Quyết định kỷ luật cảnh cáo đối với 02 đảng viên, gồm: Lò Văn Páo, kế toán xã; Hà "
        "Thị Lan.",
        [("cảnh cáo", "Lò Văn Páo"), ("cảnh cáo", "Hà Thị Lan")],
    ),
    ("Thi hành kỷ luật khiển trách 02 tổ chức đảng và 03 đảng viên.", []),
    # counted first, then named in brackets; a number in brackets names nobody
    (
        "Kỷ luật tổ chức đảng: cảnh cáo 02 tập thể (Chi ủy Chi bộ thôn Nà Lang; Đảng ủy xã Ba "
        "Tầng); khiển trách 03 đảng viên (tăng 01 đồng chí).",
        [("cảnh cáo", "Chi ủy Chi bộ thôn Nà Lang"), ("cảnh cáo", "Đảng ủy xã Ba Tầng")],
    ),
    # considered and decided: the points below are decisions; what is only asked for is none
    (
        "Ủy ban Kiểm tra Huyện ủy đã xem xét, quyết định thi hành kỷ luật bằng các hình thức:\n\n"
        "1. Cảnh cáo Ban Thường vụ Đảng ủy xã Lũng Cao nhiệm kỳ 2015 - 2020;\n\n"
        "2. Khiển trách đồng chí Lò Văn Páo;",
        [("cảnh cáo", "Ban Thường vụ Đảng ủy xã Lũng Cao"), ("khiển trách", "Lò Văn Páo")],
    ),
    (
        "Đoàn kiểm tra đề nghị Ban Thường vụ xem xét, thi hành kỷ luật bằng các hình thức:\n\n"
        "1. Cảnh cáo Đảng ủy xã Lũng Cao;",
        [],
    ),
    # told by a position alone, each in a point of its own
    (
        "- Kỷ luật khiển trách đồng chí công chức Tài chính - Kế toán xã Nga Mi, do lập chứng từ "
        "không đúng quy định.",
        [("khiển trách", "công chức Tài chính - Kế toán xã Nga Mi")],
    ),
    (
        "- Khai trừ ra khỏi Đảng đối với đồng chí đảng viên Chi bộ thôn Nà Lang vì đã bị phạt tù "
        "về tội đánh bạc.",
        [("khai trừ", "đảng viên Chi bộ thôn Nà Lang")],
    ),
    (
        "Ủy ban Kiểm tra Liên đoàn xử lý 02 cán bộ công đoàn, trong đó cách chức Chủ tịch Công "
        "đoàn Xí nghiệp May Hòa Lộc, khiển trách một ủy viên ban chấp hành do để thất thoát.",
        [
            ("cách chức", "Chủ tịch Công đoàn Xí nghiệp May Hòa Lộc"),
            ("khiển trách", "ủy viên ban chấp hành"),
        ],
    ),
    (
        "Ban hành Quyết định số 12-QĐ/UBKT về thi hành kỷ luật bằng hình thức khiển trách đối với "
        "Chi ủy Chi bộ thôn Nà Lang.",
        [("khiển trách", "Chi ủy Chi bộ thôn Nà Lang")],
    ),
    (
        "Đồng chí Hoàng Văn Páo, nguyên Trưởng thôn phải nhận hình thức kỷ luật khai trừ ra khỏi "
        "Đảng.",
        [("khai trừ", "Hoàng Văn Páo")],
    ),
    (
        "UBND xã đã kỷ luật buộc thôi việc đối với bà Lò Thị Vân, công chức Văn hóa - Xã hội.",
        [("buộc thôi việc", "Lò Thị Vân")],
    ),
    (
        "Chi bộ họp biểu quyết, 21/21 đảng viên nhất trí kỷ luật đồng chí Nông Văn Sình bằng hình "
        "thức cảnh cáo; không xem xét kỷ luật đồng chí Bế Thị Lan.",
        [("cảnh cáo", "Nông Văn Sình")],
    ),
    (
        "Đảng ủy xã thi hành kỷ luật 02 đảng viên: Vi Văn Tạo (khiển trách), Lô Thị Xoan (cảnh "
        "cáo).",
        [("khiển trách", "Vi Văn Tạo"), ("cảnh cáo", "Lô Thị Xoan")],
    ),
    (
        "Thường trực Huyện ủy đã ký quyết định cách chức Bí thư Đảng ủy xã đối với đồng chí Lò "
        "Văn Pánh.",
        [("cách chức", "Lò Văn Pánh")],
    ),
    ("Đề nghị Đảng ủy xem xét, khiển trách đồng chí Bàn Văn Lý, Trưởng thôn.", []),
    (
        "Ban Chấp hành Đảng bộ tỉnh Quảng Ninh đã quyết định thi hành kỷ luật đồng chí Phạm Văn "
        "Thành, Tỉnh ủy viên, Phó Chủ tịch "
        "UBND tỉnh, bằng hình thức cảnh cáo.",
        [("cảnh cáo", "Phạm Văn Thành")],
    ),
    (
        "UBKT quyết định thi hành kỷ luật bằng hình thức khiển trách đối với ông Trần Sơn Hải, "
        "nguyên Phó Chủ tịch UBND tỉnh.",
        [("khiển trách", "Trần Sơn Hải")],
    ),
    (
        "UBKT Trung ương quyết định thi hành kỷ luật: Cảnh cáo Ban cán sự đảng UBND tỉnh Lào Cai "
        "nhiệm kỳ 2011 - 2016 và các ông: "
        "Vũ Đình Thủy, Phó Giám đốc Sở; Trịnh Huy Đại, nguyên Phó Chánh Thanh tra Sở.",
        [
            ("cảnh cáo", "Ban cán sự đảng UBND tỉnh Lào Cai"),
            ("cảnh cáo", "Vũ Đình Thủy"),
            ("cảnh cáo", "Trịnh Huy Đại"),
        ],
    ),
    (
        "Trung ương quyết định thi hành kỷ luật Cách tất cả các chức vụ trong Đảng đối với đồng "
        "chí Trịnh Văn Chiến.",
        [("cách chức", "Trịnh Văn Chiến")],
    ),
    (
        "Quyết định khai trừ ra khỏi Đảng các đồng chí: Lê Văn Ba, Nguyễn Văn Bình và Trần Thị "
        "Cúc.",
        [("khai trừ", "Lê Văn Ba"), ("khai trừ", "Nguyễn Văn Bình"), ("khai trừ", "Trần Thị Cúc")],
    ),
    (
        "UBKT Huyện ủy quyết định thi hành kỷ luật bằng hình thức khiển trách đối với Chi bộ thôn "
        "Bản Mù và đồng chí Giàng A Tủa.",
        [("khiển trách", "Chi bộ thôn Bản Mù"), ("khiển trách", "Giàng A Tủa")],
    ),
    (
        "Chủ tịch UBND huyện ra quyết định buộc thôi việc đối với bà Lê Thị Lan.",
        [("buộc thôi việc", "Lê Thị Lan")],
    ),
    (
        "Ủy ban đi đến các hình thức kỷ luật sau:\n\n"
        "   Đảng ủy xã Tân An, nhiệm kỳ 2020 - 2025 ....... Cảnh cáo\n"
        "   Đồng chí Lê Văn Nam, kế toán xã ............... Khai trừ\n",
        [("cảnh cáo", "Đảng ủy xã Tân An"), ("khai trừ", "Lê Văn Nam")],
    ),
    (
        "Chi bộ thôn Bản Mù phải nhận hình thức kỷ luật cảnh cáo.",
        [("cảnh cáo", "Chi bộ thôn Bản Mù")],
    ),
    (
        "Chi bộ thôn Bản Mù phải nhận hình thức cao nhất dành cho tổ chức: giải tán.",
        [("giải tán", "Chi bộ thôn Bản Mù")],
    ),
    (
        "Chi ủy Chi bộ Trung tâm Y tế huyện nhiệm kỳ 2020 - 2022 nhận hình thức kỷ luật cảnh cáo.",
        [("cảnh cáo", "Chi ủy Chi bộ Trung tâm Y tế huyện")],
    ),
    (  # a list ends before the one whom the next form strikes
        "UBKT quyết định khai trừ khỏi Đảng đồng chí Võ Hoàng Nam, nguyên Giám "
        "đốc; đồng chí Lê Thị "
        "Trinh, Chi ủy viên, kế toán trưởng bị cách chức Chi ủy viên; kỷ luật khiển trách đồng chí "
        "Đặng Minh Quân.",
        [
            ("khai trừ", "Võ Hoàng Nam"),
            ("cách chức", "Lê Thị Trinh"),
            ("khiển trách", "Đặng Minh Quân"),
        ],
    ),
    (
        "Xét đơn của đồng chí Bùi Tấn Khoa, nguyên Bí thư Đảng ủy xã Thạnh Phú, UBKT Tỉnh ủy giữ "
        "nguyên hình thức kỷ luật cảnh cáo theo Quyết định số 204-QĐ/UBKTHU.",
        [("cảnh cáo", "Bùi Tấn Khoa")],
    ),
    (
        "UBKT quyết định thay đổi hình thức kỷ luật từ cách chức xuống cảnh cáo đối với đồng chí "
        "Lê Văn Tám.",
        [("cảnh cáo", "Lê Văn Tám")],
    ),
    (
        "Đồng chí Lý Thị Hoa phải nhận hình thức kỷ luật cảnh cáo; đồng chí Vàng A Súa nhận "
        "khiển trách.",
        [("cảnh cáo", "Lý Thị Hoa"), ("khiển trách", "Vàng A Súa")],
    ),
    (
        "Ban Thường vụ quyết định cảnh cáo đồng chí Hồ Văn Lưới và khiển trách "
        "đồng chí Cao Thị Bé.",
        [("cảnh cáo", "Hồ Văn Lưới"), ("khiển trách", "Cao Thị Bé")],
    ),
    (
        "Hội nghị biểu quyết thi hành kỷ luật hai đồng chí: Nguyễn Văn Xuân (khiển trách), Lê Thị "
        "Thu (cảnh cáo).",
        [("khiển trách", "Nguyễn Văn Xuân"), ("cảnh cáo", "Lê Thị Thu")],
    ),
    (
        "Đồng chí Bế Thị Na, kế toán, bị UBKT Huyện ủy khai trừ ra khỏi Đảng.",
        [("khai trừ", "Bế Thị Na")],
    ),
    (
        "UBKT đã quyết định giải tán Chi bộ Hợp tác xã Vận tải và cảnh cáo "
        "Đảng ủy phường Minh Tân.",
        [("giải tán", "Chi bộ Hợp tác xã Vận tải"), ("cảnh cáo", "Đảng ủy phường Minh Tân")],
    ),
    (
        "Hình thức kỷ luật khai trừ được áp dụng với ông Đinh Văn Phú, nguyên Giám đốc.",
        [("khai trừ", "Đinh Văn Phú")],
    ),
    ("Phiên họp quyết định khiển trách đồng chí thủ quỹ.", [("khiển trách", "thủ quỹ")]),
    (
        "Kỷ luật khiển trách: đồng chí Lê Văn Tám; tập thể Chi ủy Chi bộ Hạt Kiểm lâm.",
        [("khiển trách", "Lê Văn Tám"), ("khiển trách", "tập thể Chi ủy Chi bộ Hạt Kiểm lâm")],
    ),
    (  # who is told by the office alone
        "Ủy ban Kiểm tra quyết định kỷ luật: cách chức Chủ tịch Công đoàn Xí nghiệp May Sông Tiền, "
        "khiển trách một ủy viên ban chấp hành do để thất thoát đoàn phí.",
        [
            ("cách chức", "Chủ tịch Công đoàn Xí nghiệp May Sông Tiền"),
            ("khiển trách", "ủy viên ban chấp hành"),
        ],
    ),
    (
        "UBND huyện đã quyết định buộc thôi việc kế toán trưởng và hạ bậc lương Trưởng phòng.",
        [("buộc thôi việc", "kế toán trưởng"), ("hạ bậc lương", "Trưởng phòng")],
    ),
    (  # the appeal and what came of it, in two sentences
        "Xem xét đơn của đảng viên Trịnh Công Đởm về giải quyết khiếu nại kỷ luật đảng. Căn cứ "
        "Điều lệ Đảng, UBKT Tỉnh ủy quyết định giữ nguyên hình thức kỷ luật khiển trách.",
        [("khiển trách", "Trịnh Công Đởm")],
    ),
]

NONE = [
    "Đề nghị các hình thức kỷ luật sau:\n\n   Đồng chí Lê Văn Nam, kế toán xã ....... Khai trừ\n",
    "Đề nghị Bộ Chính trị xem xét, thi hành kỷ luật bằng hình thức cách chức đối với đồng chí "
    "Nguyễn Văn An.",
    "Đã không thi hành kỷ luật 20 đảng viên.",
    "Không thi hành kỷ luật bằng hình thức cảnh cáo đối với đồng chí Lê Văn Nam.",
    "Khiển trách 16 đồng chí, cảnh cáo 08 đồng chí, cách chức 01 đồng chí.",
    "Thi hành kỷ luật bằng hình thức khiển trách đối với 2 chi ủy do vi phạm nguyên tắc tập trung "
    "dân chủ.",
    "Đề nghị Ban Thường vụ Tỉnh ủy xem xét thi hành kỷ luật cảnh cáo đồng chí Trần Văn Tư.",
    "Đơn tố cáo đồng chí Lê Văn Sáu bị cảnh cáo oan là không có cơ sở.",
    "Xóa kỷ luật cho đồng chí Lê Văn Chín, trước đây bị cảnh cáo.",
    "Hình thức kỷ luật gồm: khiển trách, cảnh cáo, cách chức, khai trừ.",
    "Chi bộ biểu quyết đề nghị Đảng ủy thi hành kỷ luật đồng chí Lê Văn Tám bằng hình thức cảnh "
    "cáo.",
]


@pytest.mark.parametrize(("text", "expected"), DECISIONS)
def test_decisions_name_whom_they_strike(text, expected):
    assert [(d.form, d.target) for d in discipline(text)] == expected


@pytest.mark.parametrize("text", NONE)
def test_proposals_denials_and_tallies_are_no_decisions(text):
    assert discipline(text) == ()


PROTECTED = [
    (
        "Có 1 đơn tố cáo đồng chí Bí thư Đảng ủy xã Lao Chải về vi phạm pháp luật.",
        ["đồng chí Bí thư Đảng ủy xã Lao Chải"],
    ),
    (
        "Đơn tố cáo ông Nguyễn Văn Nam, Chủ tịch UBND xã. Ông Nguyễn Văn Nam giải trình.",
        ["ông Nguyễn Văn Nam, Chủ tịch UBND xã", "Nguyễn Văn Nam"],
    ),
    ("Quyết định khai trừ ra khỏi Đảng đối với ông Lê Văn Ba, nguyên Kế toán.", ["Lê Văn Ba"]),
    ("Giải quyết đơn thư khiếu nại, tố cáo của công dân đúng thời hạn.", []),
    (
        "Quyết định kỷ luật: cách chức Chủ tịch Công đoàn Xí nghiệp May Sông Tiền.",
        ["Chủ tịch Công đoàn Xí nghiệp May Sông Tiền"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PROTECTED)
def test_words_that_identify_the_accused_are_protected(text, expected):
    assert [text[s.start : s.end] for s in protected(text, (), ())] == expected
