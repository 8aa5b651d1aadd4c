"""Findings by headings of all usual numberings, and by openings where a report has none."""

import json

import pytest

from loaders.contents import tells
from loaders.page import boilerplate
from loaders.sections import findings

HEADED = [
    (
        "I- KẾT QUẢ ĐẠT ĐƯỢC\n\n1. Đối với cấp huyện\n\n- Công tác lãnh đạo\n\nĐã chỉ đạo.\n\n- "
        "Việc công khai\n\nĐã công khai.\n",
        [("result", "huyện", "Công tác lãnh đạo"), ("result", "huyện", "Việc công khai")],
    ),
    (
        "II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN\n1. Tồn tại, hạn chế\n- Việc báo cáo còn chậm.\n2. "
        "Nguyên nhân\n\nMột số cấp ủy chưa quan tâm đúng mức.\n",
        [
            ("shortcoming", None, "Việc báo cáo còn chậm."),
            ("cause", None, "Một số cấp ủy chưa quan tâm đúng mức."),
        ],
    ),
    (
        "**Kiến nghị**\n\na) Đối với cấp tỉnh\n- Sớm ban hành hướng dẫn thống nhất.\nb) Đối với "
        "cấp xã\n- Thực hiện nghiêm chế độ báo cáo.\n",
        [
            ("recommendation", "tỉnh", "Sớm ban hành hướng dẫn thống nhất."),
            ("recommendation", "xã", "Thực hiện nghiêm chế độ báo cáo."),
        ],
    ),
    (
        "## Ưu điểm\n\n1. Ban hành đầy đủ kế hoạch kiểm tra, giám sát hằng năm theo quy "
        "định.\n\n2. Tổ chức thực hiện đúng tiến độ, đúng đối tượng đã đề ra.\n",
        [("result", None, "Ban hành đầy đủ"), ("result", None, "Tổ chức thực hiện")],
    ),
    (
        "III- ĐÁNH GIÁ CHUNG\n\nBan Thường vụ Huyện ủy đã tập trung lãnh đạo thực hiện Quy định.\n",
        [("assessment", None, "Ban Thường vụ")],
    ),
    (
        "1.2. Hạn chế, khuyết điểm:\n+ Chưa xây dựng kế hoạch kiểm tra năm 2023.\n+ Hồ sơ chưa "
        "được lưu trữ đầy đủ theo quy định.\n",
        [("shortcoming", None, "Chưa xây dựng"), ("shortcoming", None, "Hồ sơ chưa")],
    ),
    (
        "IV. KIẾN NGHỊ, ĐỀ XUẤT\n\n1. Đề nghị UBND huyện bố trí kinh phí cho hoạt động giám sát "
        "hằng năm.\n\nV. PHƯƠNG HƯỚNG, NHIỆM VỤ\n\n- Tiếp tục tuyên truyền.\n",
        [("recommendation", None, "Đề nghị UBND")],
    ),
    (
        "Phần B. NHỮNG ĐIỀU ĐÃ THẤY\n\nB.1. Mặt được\n\n+ Xã đã công khai đủ các khoản thu.\n\n"
        "B.2. Mặt còn yếu\n\n+ Sổ sách ghi chép sơ sài.\n\nPhần C. ĐIỀU MONG MUỐN\n\n"
        "+ Với cấp tỉnh: cân đối ngân sách để chi trả kịp.\n",
        [
            ("result", None, "Xã đã công khai"),
            ("shortcoming", None, "Sổ sách"),
            ("recommendation", "tỉnh", "Với cấp tỉnh"),
        ],
    ),
    (
        "## Mục 3. Hạn chế\n\n(i) Thu hồi tiền sai phạm còn thấp.\n\n(ii) Về lý do: biên chế "
        "của các phòng còn thiếu.\n",
        [("shortcoming", None, "Thu hồi"), ("cause", None, "Về lý do")],
    ),
    (
        "### Những việc còn vướng\n\n* Bảng tin bỏ trống nhiều tuần liền.\n"
        "* Trạm Y tế trả lời chậm.\n",
        [("shortcoming", None, "Bảng tin"), ("shortcoming", None, "Trạm Y tế")],
    ),
    (
        "* Tồn tại\n- Một số tuyến thi công chậm do vướng mặt bằng.\n",
        [("shortcoming", None, "Một số tuyến")],
    ),
    (  # what is asked for under causes
        "PHẦN 4. NGUYÊN NHÂN VÀ ĐỀ NGHỊ\n\nCán bộ phần lớn tuổi cao, ngại va chạm.\n\n"
        "1. Đề nghị Hội cấp trên cấp đủ tài liệu nghiệp vụ.\n\n"
        "2. Yêu cầu Hội xã thu hồi số tiền còn lại.\n",
        [
            ("cause", None, "Cán bộ phần lớn"),
            ("recommendation", None, "Đề nghị Hội"),
            ("recommendation", None, "Yêu cầu Hội"),
        ],
    ),
    (  # a cause behind the points on what lacks
        "V- HẠN CHẾ, NGUYÊN NHÂN\n\n- Một số đảng ủy chậm ban hành kế hoạch kiểm tra.\n\n"
        "Nguyên nhân chủ yếu là do địa bàn rộng, biên chế còn thiếu.\n",
        [("shortcoming", None, "Một số đảng ủy"), ("cause", None, "Nguyên nhân")],
    ),
    (  # what the team says is to be done
        "B. Khuyết điểm\n\n- Hồ sơ lưu chưa đủ.\n\nC. Ý kiến của Tổ kiểm tra\n\n"
        "- Kiểm điểm trường hợp vi phạm còn lại theo đúng trình tự.\n\n"
        "- Chi bộ lập thủ tục trước ngày 30/6/2019.\n",
        [
            ("shortcoming", None, "Hồ sơ"),
            ("recommendation", None, "Kiểm điểm"),
            ("recommendation", None, "Chi bộ lập"),
        ],
    ),
    (  # articles of a resolution
        "Điều 1. Tán thành kết quả giám sát\n\n1. Thu ngân sách đạt 107% dự toán năm.\n\n2. "
        "Tuy nhiên, "
        "Phòng Kinh tế chậm phân bổ vốn.\n\nĐiều 2. Kiến nghị\n\n1. Ủy ban nhân dân xã hoàn "
        "thành phân "
        "bổ vốn trước ngày 31/12/2025.\n",
        [
            ("result", None, "Thu ngân sách"),
            ("shortcoming", None, "Tuy nhiên"),
            ("recommendation", None, "Ủy ban nhân dân"),
        ],
    ),
    (  # what a meeting concludes
        "Sau khi nghe báo cáo, đồng chí Chủ tịch kết luận:\n\n1. Các đơn vị đã có nhiều cố "
        "gắng trong "
        "giải ngân.\n\n2. Vẫn còn 09 chủ đầu tư giải ngân chậm.\n\n3. Giao Sở Tài chính "
        "tham mưu điều "
        "chuyển vốn.\n\n4. Ủy ban nhân dân các huyện A, B khẩn trương hoàn thành hồ sơ.\n",
        [
            ("assessment", None, "Các đơn vị"),
            ("shortcoming", None, "Vẫn còn"),
            ("recommendation", None, "Giao Sở"),
            ("recommendation", None, "Ủy ban nhân dân các huyện"),
        ],
    ),
    (  # what one of the delegation points out, by what he says
        "II. NỘI DUNG\n\n1. Ông Lê Văn Nam trình bày tóm tắt Báo cáo số 12/BC-UBND\n\n- "
        "Huyện đã giải "
        "quyết 88/92 đơn.\n\n2. Ý kiến của Đoàn giám sát\n\n- Bà Trần Thị Hoa: việc tiếp "
        "dân chưa đúng "
        "quy định.\n",
        [("result", None, "Huyện đã"), ("shortcoming", None, "Bà Trần Thị Hoa")],
    ),
    (  # a label that says only what was found
        "1. Kết quả\n\n* Kết quả kiểm tra: chi bộ buông lỏng lãnh đạo, để kế toán chi khống.\n",
        [("shortcoming", None, "Kết quả kiểm tra")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), HEADED)
def test_headings_give_the_sort_and_the_level(text, expected):
    found = findings(text, (), None, ())
    assert len(found) == len(expected)
    for finding, (sort, level, opening) in zip(found, expected, strict=True):
        assert (finding.sort, finding.level) == (sort, level)
        assert text[finding.span.start :].startswith(opening)


NEWS = """Ngày 12/3, Đoàn giám sát của HĐND tỉnh làm việc với UBND huyện Văn Chấn.

Qua giám sát cho thấy, huyện đã chỉ đạo các xã thực hiện nghiêm túc pháp luật về đất đai.

Tuy nhiên, công tác quản lý đất đai còn một số hạn chế, cấp giấy chứng nhận chưa kịp thời.

Nguyên nhân của những hạn chế trên là do nguồn nhân lực chuyên môn còn thiếu, kinh phí còn khó khăn.

Kết luận, đồng chí Trưởng đoàn giám sát đề nghị UBND huyện khắc phục các hạn chế đã nêu."""


def test_news_without_headings_are_read_by_their_openings():
    assert [f.sort for f in findings(NEWS, (), None, ())] == [
        "result",
        "shortcoming",
        "cause",
        "recommendation",
    ]


PROSE = [
    # with 'ưu điểm' first, only what was done
    ("Bên cạnh những ưu điểm, Quận ủy đã kịp thời ban hành 14 văn bản chỉ đạo.", "result"),
    ("Bên cạnh những ưu điểm, Quận ủy còn chậm ban hành văn bản chỉ đạo.", "shortcoming"),
    ("Qua kiểm tra đã ban hành 09 quyết định xử phạt, thu 1,2 tỷ đồng.", "result"),
    # orders, and what voters asked is no recommendation
    (
        "Giao Thanh tra huyện theo dõi, đôn đốc việc khắc phục các sai sót nêu trên.",
        "recommendation",
    ),
    ("Tại thị trấn, đoàn ghi nhận phòng tiếp dân được bố trí riêng, có sổ theo dõi.", "result"),
    ("Thực trạng trên xuất phát từ việc cán bộ thôn thay đổi nhiều, thiếu kinh nghiệm.", "cause"),
    ("Lý do được lãnh đạo xã nêu ra là cán bộ địa chính phải kiêm nhiệm nhiều việc.", "cause"),
    ("Giải trình vấn đề này, Chủ tịch UBND xã cho biết vốn đối ứng chưa được bố trí.", "cause"),
    ("Các sai phạm trên do UBND huyện thiếu kiểm tra, đôn đốc trong thời gian dài.", "cause"),
    ("Kết quả kiểm tra: chi bộ buông lỏng lãnh đạo, để kế toán chi khống.", "shortcoming"),
]


@pytest.mark.parametrize(("paragraph", "sort"), PROSE)
def test_a_paragraph_of_news_shows_its_sort(paragraph, sort):
    first = "Ngày 12/3, Đoàn giám sát của HĐND tỉnh giám sát tại UBND huyện Văn Chấn."
    found = findings(f"{first}\n\n{paragraph}", (), None, ())
    assert [f.sort for f in found] == [sort]


def test_the_seed_yields_the_findings_of_the_gold(request):
    folder = request.config.rootpath / "tests" / "texts"
    text = (folder / "seed.txt").read_text(encoding="utf-8")
    gold = json.loads((folder / "seed.gold.json").read_text(encoding="utf-8"))
    found = findings(text, (), None, boilerplate(text))
    assert [(f.sort, f.level, f.span.start) for f in found] == [
        (g["sort"], g["level"], g["start"]) for g in gold["findings"]
    ]


def test_a_delegation_that_went_somewhere_tells_of_an_inspection():
    assert tells("một đoàn thanh tra do bà lê thị lan làm trưởng đoàn đã vào công ty trong 35 ngày")
    assert not tells("đoàn viên thanh niên đã về quê")


CAUSES = [
    (
        "II. HẠN CHẾ\n1. Việc công khai còn chậm.\n2. Hồ sơ lưu chưa đủ.\n"
        "III. NGUYÊN NHÂN\n1. Nguyên nhân của những hạn chế nêu trên là cán bộ kiêm nhiệm.\n",
        ["Việc công khai còn chậm.", "Hồ sơ lưu chưa đủ."],
    ),
    (
        "II. HẠN CHẾ\n1. Việc công khai còn chậm.\n2. Hồ sơ lưu chưa đủ.\n"
        "III. NGUYÊN NHÂN\n1. Nguyên nhân của tình trạng này là cán bộ kiêm nhiệm.\n",
        ["Hồ sơ lưu chưa đủ."],
    ),
    (  # the text does not say which
        "II. HẠN CHẾ\n1. Việc công khai còn chậm.\nIII. NGUYÊN NHÂN\n1. Cán bộ kiêm nhiệm nhiều.\n",
        [],
    ),
]


@pytest.mark.parametrize(("text", "explained"), CAUSES)
def test_a_cause_explains_the_shortcomings_that_the_text_points_to(text, explained):
    (cause,) = [f for f in findings(text, (), None, ()) if f.sort == "cause"]
    assert [text[span.start : span.end] for span in cause.explains] == explained
