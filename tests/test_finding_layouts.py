"""The many ways in which reports lay out what was found."""

import pytest

from loaders.headings import sort_of
from loaders.sections import findings

R, S, C, P, A = "result", "shortcoming", "cause", "recommendation", "assessment"
# Each with its findings in order: the sort, and the words with which the finding begins.
LAYOUTS = [
    # a communiqué: decisions on discipline are no finding, what only asks is a recommendation,
    # an unfounded complaint is no shortcoming
    (
        "THÔNG BÁO\nKỳ họp thứ 31 của Ủy ban Kiểm tra Huyện ủy\n\nI- Thi hành kỷ luật\n\n"
        "Căn cứ mức độ vi phạm, Ủy ban Kiểm tra Huyện ủy quyết định:\n\n"
        "- Khiển trách Chi ủy Chi bộ thôn Nà Lang do vi phạm quy chế.\n\n"
        "II- Giám sát chuyên đề\n\nXem xét kết quả giám sát chuyên đề đối với Chi bộ Trạm Y tế, "
        "Ủy ban Kiểm tra Huyện ủy yêu cầu:\n\n- Chi bộ kịp thời chấn chỉnh việc lưu hồ sơ.\n\n"
        "III- Giải quyết tố cáo\n\nỦy ban Kiểm tra Huyện ủy đã xem xét 01 đơn tố cáo; kết luận nội "
        "dung tố cáo không đúng.\n\nCùng với các nội dung trên, Ủy ban Kiểm tra cho ý kiến khác.\n",
        [(P, "Giám sát"), (R, "Giải quyết")],
    ),
    # statistics by who did it; a noun that looks as if it asked
    (
        "1. Cấp ủy các cấp kiểm tra, giám sát\n- Kiểm tra tài chính: 14 tổ chức đảng.\n"
        "2. Đơn thư\n- Tiếp nhận 26 đơn, đã xử lý 24 đơn.\n3. Khó khăn, hạn chế\n"
        "- Kiến nghị sau giám sát gửi cấp xã có nơi chưa trả lời.\n",
        [(R, "Kiểm tra tài"), (R, "Đơn thư"), (S, "Kiến nghị sau")],
    ),
    # what will be held, behind a list of causes
    (
        "* Nguyên nhân:\n- Bí thư chi bộ phần lớn kiêm nhiệm.\n\n"
        "Theo kế hoạch, trong quý IV/2022, Đoàn tiếp tục kiểm tra tại Đảng bộ xã Nga Mi.\n",
        [(C, "Bí thư")],
    ),
    # news: what was set up or thanked for is no finding, what was verified is
    (
        "Ngày 12/9, Đoàn giám sát của HĐND huyện đã giám sát việc thu phí tại xã Nga Mi.\n\n"
        "Đoàn được thành lập theo nghị quyết của HĐND huyện, các thành viên đã được phân công.\n\n"
        "UBND huyện cho biết Phòng Tài nguyên đã kiểm tra thực địa, xác định 02 thửa đất sử dụng "
        "sai mục đích.\n\n"
        "Qua xác minh các nội dung, Ủy ban Kiểm tra Huyện ủy kết luận: nội dung nêu trong đơn là "
        "không có cơ sở.\n\nTòa soạn cảm ơn các cơ quan đã phối hợp trả lời bạn đọc.\n",
        [(S, "UBND huyện"), (R, "Qua xác")],
    ),
    # a sibling of 'Ưu điểm' stands beside it, under what was found
    (
        "II. KẾT QUẢ KIỂM TRA, XÁC MINH\n\n1. Về ưu điểm\n\nBan đã lập đủ hồ sơ của 17 dự án.\n\n"
        "2. Công tác lựa chọn nhà thầu\n\nHồ sơ mời thầu nêu nhãn hiệu, không đúng quy định.\n\n"
        "3. Công tác thanh toán\n\nThanh toán sai khối lượng tại 03 công trình.\n",
        [(R, "Ban đã"), (S, "Công tác lựa"), (S, "Công tác thanh")],
    ),
    # who made the text, and the work to come, close a list
    (
        "* Nguyên nhân:\n- Bí thư chi bộ phần lớn kiêm nhiệm.\n\nTin, ảnh: Thanh Trà\n",
        [(C, "Bí thư")],
    ),
    (
        "V. ĐỀ NGHỊ\nĐề nghị UBND tỉnh bố trí biên chế.\n\nHà Nam, tháng 12 năm 2018\n"
        "Ban Biên soạn: Lê An (chủ biên)\n",
        [(P, "Đề nghị")],
    ),
    (
        "5. Tồn tại\n- Số liệu còn chậm.\n6. Nhiệm vụ tháng sau\nHoàn thành các cuộc kiểm tra.\n",
        [(S, "Số liệu")],
    ),
    (
        "I. TIẾP CÔNG DÂN\nToàn huyện đã tiếp 438 lượt dân.\n"
        "II. NHỮNG CON SỐ\n6.870 trẻ em được trợ giúp.\n"
        "III. BÀI HỌC KINH NGHIỆM VÀ ĐÁNH GIÁ CHUNG\nViệc thực hiện đã góp phần giữ kỷ cương.\n",
        [(R, "Toàn huyện"), (R, "6.870"), (A, "Việc thực")],
    ),
    # what a delegation points out, good or bad; recommendations that are only counted
    (
        "Ngày 12/9, Đoàn giám sát của HĐND huyện đã giám sát việc thu phí tại xã Nga Mi.\n\n"
        "Bên cạnh đó, Đoàn giám sát chỉ rõ: việc ghi sổ ở một số thôn còn hình thức.\n\n"
        "Ở Nga Sơn, đoàn ghi nhận nhiều điều chưa yên, sổ sách bỏ trống hai quý liền.\n\n"
        "Tại Nga Hải, đoàn ghi nhận phòng tiếp dân được bố trí riêng, có sổ theo dõi đầy đủ.\n\n"
        "Từ năm 2006 đến năm 2010, các Ban giám sát đã giám sát 412 công trình, phát hiện 38 công "
        "trình có sai sót, kiến nghị thu hồi 217 triệu đồng.\n\n"
        "Mặt trận xã đề nghị UBND xã bố trí đủ kinh phí hoạt động trong năm tới.\n",
        [(S, "Bên cạnh"), (S, "Ở Nga"), (R, "Tại Nga Hải"), (R, "Từ năm"), (P, "Mặt trận")],
    ),
    # ordinals as headings
    (
        "Thứ nhất, về học tập, quán triệt\n\nHuyện ủy Hải Hậu đã mở 12 lớp.\n\n"
        "Thứ hai, hạn chế, khuyết điểm\n\n+ Sổ sách ghi chép còn sơ sài.\n\n"
        "Thứ ba, kiến nghị\n\n+ Tỉnh ủy bố trí thêm kinh phí hằng năm.\n",
        [(R, "Huyện ủy"), (S, "Sổ sách"), (P, "Tỉnh ủy")],
    ),
    (
        "Thứ nhất: Kết quả đạt được\n- Mở 12 lớp tập huấn.\nThứ hai: Tồn tại\n- Hồ sơ còn thiếu.\n",
        [(R, "Mở 12"), (S, "Hồ sơ")],
    ),
    # the mark of a part on a line of its own
    (
        "Phần thứ nhất\nKHÁI QUÁT CUỘC GIÁM SÁT\n\nĐoàn đã tới ba xã trong tuần.\n\n"
        "Phần thứ hai\nKẾT QUẢ GIÁM SÁT\n\nI - Mặt được\n\n1) Xã đã niêm yết đủ các khoản thu.\n\n"
        "II - Mặt chưa được\n\n1) Sổ theo dõi bỏ trống hai quý liền.\n\n"
        "Phần thứ ba\nĐỀ NGHỊ\n\n1) UBND xã trả lời dân trước ngày 30/6.\n",
        [(R, "Xã đã"), (S, "Sổ theo"), (P, "UBND xã")],
    ),
    # a matter among results is one finding with its points
    (
        "I. KẾT QUẢ\n1. Công tác tuyên truyền\n- Đã mở 4 hội nghị.\n- Đã phát 300 tờ rơi.\n"
        "2. Công tác kiểm tra\nĐảng ủy đã kiểm tra 06 chi bộ.\n",
        [(R, "Công tác tuyên"), (R, "Công tác kiểm")],
    ),
    (
        "2/ Về công tác giám sát\n\nCấp ủy các cấp giám sát 38 tổ chức đảng.\n\n"
        "3/ Về thi hành kỷ luật\n\nKhiển trách 04 đảng viên.\n\nCảnh cáo 01 đảng viên.\n",
        [(R, "Về công tác giám"), (R, "Về thi hành")],
    ),
    (
        "1/ Về công tác kiểm tra\n\na- Kiểm tra chấp hành:\n\n+ Huyện ủy kiểm tra 12 tổ "
        "chức đảng.\n\n"
        "+ Cấp ủy cơ sở kiểm tra 67 chi bộ.\n\nb- Kiểm tra tài chính: thực hiện ở 08 đảng bộ xã.\n",
        [(R, "Kiểm tra chấp"), (R, "Kiểm tra tài")],
    ),
    # its points have headings of their own: each is one
    (
        "II. KẾT QUẢ\n1. Công tác giám sát\n- Giám sát chuyên đề: cấp ủy 29 cuộc.\n"
        "- Giám sát thường xuyên: qua sinh hoạt chi bộ.\n",
        [(R, "Giám sát chuyên"), (R, "Giám sát thường")],
    ),
    # a heading that only names the sort leaves its points apart
    (
        "II. KẾT QUẢ GIÁM SÁT\n1. Kết quả đạt được\n- Đã ban hành kế hoạch.\n- Đã công khai quỹ.\n"
        "2. Hạn chế\n- Chưa có sổ theo dõi.\n",
        [(R, "Đã ban"), (R, "Đã công"), (S, "Chưa có")],
    ),
    # a level that is addressed is no matter
    (
        "IV. KIẾN NGHỊ\n1. Đối với UBND tỉnh\n- Cấp thêm vốn.\n- Ban hành hướng dẫn.\n",
        [(P, "Cấp thêm"), (P, "Ban hành")],
    ),
    # dashes and stars as labels
    (
        "- Ưu điểm:\n+ Chi bộ sinh hoạt đều.\n+ Sổ sách đầy đủ.\n- Hạn chế:\n+ Chưa có nghị quyết "
        "chuyên đề.\n- Nguyên nhân:\n+ Cấp ủy mới kiện toàn.\n",
        [(R, "Chi bộ"), (R, "Sổ sách"), (S, "Chưa có"), (C, "Cấp ủy")],
    ),
    (
        "* Về ưu điểm:\n\n+ Đảng ủy đã ban hành chương trình.\n\n* Về hạn chế:\n\n+ Còn thiếu 02 "
        "cán bộ chuyên trách.\n\n* Nguyên nhân: địa bàn rộng, cán bộ chưa quen việc.\n\n"
        "* Ý kiến Trưởng đoàn:\n\n+ Đảng ủy xã bổ sung báo cáo trước ngày 27/5.\n",
        [(R, "Đảng ủy đã"), (S, "Còn thiếu"), (C, "Nguyên nhân"), (P, "Đảng ủy xã bổ")],
    ),
    (
        "3. Kết luận của Trưởng đoàn\n- UBND xã đã chuẩn bị chu đáo.\n- Đề nghị UBND xã "
        "sửa ngay.\n",
        [(A, "UBND xã"), (P, "Đề nghị")],
    ),
    # sentences that introduce points
    (
        "I. KẾT QUẢ\n1. Xã đã công khai quỹ.\nTuy nhiên, qua giám sát còn một số hạn chế sau:\n"
        "- Sổ thu chi chưa khóa.\n- Bảng tin hỏng.\nĐoàn giám sát kiến nghị:\n- UBND xã "
        "sửa bảng tin.\n",
        [(R, "Xã đã"), (S, "Sổ thu"), (S, "Bảng tin"), (P, "UBND xã")],
    ),
    (
        "Ngày 12/3, Đoàn giám sát của HĐND tỉnh làm việc với UBND huyện Văn Chấn về đất đai.\n\n"
        "Kết luận buổi làm việc, Trưởng đoàn đề nghị UBND huyện:\n- Lập lại hồ sơ giao đất.\n"
        "- Thu hồi 2 ha giao sai.\n",
        [(P, "Lập lại"), (P, "Thu hồi")],
    ),
    # opening formulas introduce the report, not results
    (
        "Thường trực HĐND huyện báo cáo kết quả giám sát như sau:\n1. Khái quát\nĐoàn đã "
        "tới ba xã.\n"
        "2. Hạn chế\n- Việc lưu hồ sơ chưa đủ.\n",
        [(S, "Việc lưu")],
    ),
    # the title names no section
    (
        "BÁO CÁO\nCÔNG TÁC THANH TRA NĂM 2013\n\nThanh tra tỉnh xin báo cáo những việc đã làm.\n\n"
        "I. KẾT QUẢ THANH TRA\n1. Thu hồi đủ 3,2 tỷ đồng về ngân sách.\n",
        [(R, "Thu hồi")],
    ),
    # tasks to come are no findings
    (
        "I. KẾT QUẢ\n- Đã kiểm tra 12 chi bộ.\nII. NHIỆM VỤ 6 THÁNG CUỐI NĂM\n- Kiểm tra "
        "Đảng ủy xã A.\n"
        "III. BÀI HỌC KINH NGHIỆM\n- Bám sát cơ sở.\n",
        [(R, "Đã kiểm")],
    ),
    # a session told whole in numbered paragraphs
    (
        "THÔNG BÁO\nkết quả Kỳ họp lần thứ 18 của Ủy ban Kiểm tra Tỉnh ủy\n\n"
        "1. Xem xét kết quả kiểm tra dấu hiệu vi phạm đối với Đảng ủy Sở Y tế. Kỳ họp thống nhất: "
        "Đảng ủy Sở đã buông lỏng lãnh đạo.\n\n"
        "2. Nghe báo cáo giám sát chuyên đề tại Huyện ủy Ba Tri. Huyện ủy đã triển khai sớm; còn "
        "hạn chế là chưa đưa vào chương trình.\n\n"
        "3. Cho ý kiến đối với một số nội dung khác.\n",
        [(S, "Xem xét"), (R, "Nghe báo")],
    ),
    # what is said first decides, within a clause what lacks
    (
        "Sáng 12/3, Đoàn kiểm tra của Sở Nội vụ làm việc tại UBND xã Yên Lâm.\n\n"
        "Qua kiểm tra, Đoàn nhận thấy việc niêm yết giá dịch vụ ở bộ phận một cửa của xã "
        "và ba thôn "
        "vùng cao nhiều tháng nay chưa đúng quy định.\n\n"
        "Qua kiểm tra, Đoàn nhận thấy xã đã niêm yết đầy đủ, tuy có bảng còn mờ.\n",
        [(S, "Qua kiểm"), (R, "Qua kiểm")],
    ),
    # news: who reports, who explains
    (
        "Công tác hộ tịch đã được Ban Pháp chế HĐND tỉnh giám sát ngày 12-11.\n\n"
        "Theo ông Nguyễn Hữu Tâm - Phó Chủ tịch UBND huyện, huyện đã có kế hoạch từ năm 2018.\n\n"
        "“Cán bộ tư pháp ít, lại kiêm nhiệm; đường xa”, ông Siu Kpă phân trần.\n\n"
        "Bà Lan đề nghị UBND hai huyện chấn chỉnh ngay các sai sót đã nêu.\n",
        [(R, "Theo ông"), (C, "“Cán bộ"), (P, "Bà Lan")],
    ),
    # a conclusion in minutes: a point may say by its own label that something lacks
    (
        "II. Nội dung làm việc\n1. Ý kiến giải trình của xã:\n- Nguyên nhân tái nghèo là do dịch "
        "bệnh.\n2. Kết luận của Trưởng đoàn:\n- Ghi nhận nỗ lực của xã.\n- Còn tồn tại: việc bình "
        "xét ở thôn Nà Hồng chưa công khai.\n- Đề nghị UBND xã rà soát lại danh sách.\n",
        [(A, "Ghi nhận"), (S, "Còn tồn"), (P, "Đề nghị")],
    ),
    (
        "III. ĐÁNH GIÁ CHUNG\n- Ban Chỉ đạo có nhiều cố gắng.\n- Hạn chế, thiếu sót: hồ sơ lưu "
        "chưa đủ.\n- Về ưu điểm: đã công khai danh sách.\n",
        [(A, "Ban Chỉ"), (S, "Hạn chế"), (R, "Về ưu")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LAYOUTS)
def test_findings_by_layout(text, expected):
    found = findings(text, (), None, ())
    told = [(each.sort, text[each.span.start :]) for each in found]
    assert [sort for sort, _ in told] == [sort for sort, _ in expected], told
    for (_, words), (_, opening) in zip(told, expected, strict=True):
        assert words.startswith(opening)


HEADINGS = {
    S: (
        "Những mặt chưa thực hiện tốt",
        "Những việc chưa hoàn thành",
        "Những mặt còn tồn tại",
        "Những điểm yếu",
        "Những tồn đọng",
        "Những bất cập từ thực tiễn",
        "Những sai sót, vi phạm",
        "Vi phạm qua thanh tra",
        "Những thiếu sót cần rút kinh nghiệm",
        "Những điểm hạn chế",
        "Những mặt còn yếu",
        "Những khuyết, nhược điểm",
        "Nhược điểm",
        "Những vấn đề còn vướng",
        "Những vấn đề tồn tại",
        "Những nội dung thực hiện chưa tốt",
        "Một số nội dung chưa thực hiện được",
    ),
    R: (
        "Những mặt mạnh",
        "Những mặt đã thực hiện tốt",
        "Những nội dung thực hiện tốt",
        "Những việc thực hiện được",
        "Những điểm sáng",
        "Những chuyển biến tích cực",
        "Những việc đã làm",
        "Những điểm tích cực",
        "Những mặt tốt",
        "Kết quả khắc phục",
    ),
    C: (
        "Vì sao còn tồn tại",
        "Nguyên nhân ưu điểm",
    ),
    P: (
        "Những kiến nghị với Trung ương",
        "Ý kiến, kiến nghị của cơ sở",
        "Những đề xuất với cấp trên",
    ),
}


@pytest.mark.parametrize(
    ("words", "expected"), [(words, sort) for sort, all_ in HEADINGS.items() for words in all_]
)
def test_headings_by_their_words(words, expected):
    assert sort_of(words, 3, True) == (True, expected)
