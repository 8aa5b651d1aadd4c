"""The sort of what an inspection found, by what is said: what lacks, or what was done."""

import re


def content_sort(words: str, start: int = 0) -> str | None:
    """The sort of what an inspection found, by what is said first: what lacks, or what was done.

    In one clause what lacks outweighs: 'được thực hiện chưa đầy đủ'.
    """
    told = words[start:]
    if said := SAID_BY.match(told):
        told = told[said.end() :]
    for clause in _CLAUSES.split(told):
        if _LACKING.search(clause):
            return "shortcoming"
        if _DONE.search(clause):
            return "result"
    return "result" if _ACHIEVED.search(told) else None


# 'Ông A (Thanh tra tỉnh): còn 66 hồ sơ ...': who says it.
SAID_BY = re.compile(r"(?:ông|bà|đồng chí|đại diện|lãnh đạo|thành viên)\s[^:.]{2,80}:\s*")
_CLAUSES = re.compile(r"[,;.:](?=\s)|\s(?:tuy nhiên|nhưng|song)\s")
# These tell of an achievement by themselves; 'được' and figures only where nothing is said to lack.
_DONE = re.compile(
    r"(?<!\w)(?:đã(?!\s(?:vi phạm|buông|để|thiếu|không|chi|thu|sử dụng|lợi dụng|ký|phê|họp"
    r"|xem xét|quyết định|(?:được\s[^,;.]{2,60}\s|tiến hành\s|tổ chức\s)?(?:kiểm tra|giám sát"
    r"|thanh tra|khảo sát)))"
    r"|tố cáo (?:sai|không đúng)"
    r"|cơ bản|đạt|hoàn thành|tích cực|ưu điểm|nghiêm túc|kịp thời|đầy đủ|bảo đảm|đảm bảo|chủ động"
    r"|quan tâm)(?!\w)"
)


# What paragraphs of news tell besides findings: the delegation, plans, decisions, other news.
_NO_FINDING = re.compile(
    r"(?:đoàn|tổ) (?:giám sát|kiểm tra|công tác|thanh tra|khảo sát)|tham gia|cùng dự|thành phần"
    r"|ảnh:|sẽ |dự kiến|thời gian tới|kế hoạch số|quyết định số [^.]{0,60}thành lập|xử phạt"
    r"|kỷ luật|(?<!khiếu nại, )(?<!\d đơn )tố cáo|cho biết|chia sẻ|phát biểu|trước đó|khai mạc"
    r"|hội nghị|trao (?:tặng|quà)"
    r"|tòa soạn|cũng liên quan|(?:đoàn|tổ) được thành lập"
    r"|căn cứ |cũng tại (?:kỳ|phiên)|kỳ họp|xem xét,? (?:và )?cho ý kiến"
    r"|thực hiện (?:quyết|kế|chương)|đây là"
    r"|(?:trực tuyến|truy cập|lượt xem|nguồn|tác giả|tin,? ảnh|bài,? ảnh)"
)
_LACKING = re.compile(
    r"(?<!\w)(?:chậm|chưa(?! phát hiện| đến mức)|thiếu|hạn chế|bất cập|vướng mắc|khó khăn"
    r"|trái (?:với|quy|thẩm)|sai (?:quy|đối|mục|vị|phép|thẩm)|thất thu|lấn,? chiếm"
    r"|còn (?:mang tính )?(?:hình thức|sơ sài|chung chung|lỏng lẻo|sao chép)|sai khối lượng"
    r"|quá (?:thời )?hạn|buông lỏng|suy thoái|ký khống|trục lợi|vụ lợi|thất thoát"
    r"|lập khống|(?:chi|thu) (?:sai|trùng|vượt|thừa|khống)|chiếm dụng|ngoài sổ sách|để ngoài"
    r"|(?<!dấu hiệu )vi phạm|sai phạm|xuống cấp|lúng túng"
    r"|còn (?:nhiều|một số|thấp|ít|tình trạng|xảy ra)"
    r"|(?<!tố cáo )không (?:đúng|đủ|đầy đủ|kịp|bảo đảm|đảm bảo|thực hiện))(?!\w)"
)
_ACHIEVED = re.compile(
    r"(?<!\w)(?:đã|đạt|được|hoàn thành|100%|tỷ lệ|tích cực|ưu điểm|nghiêm túc|kịp thời|đầy đủ"
    r"|bảo đảm|chứng từ|(?<!không )(?<!chưa )đúng (?:thời|quy|tiến|đối|nguyên|hạn))(?!\w)|\d%"
)


def free_sort(words: str) -> str | None:
    """The sort of a paragraph that says what was found without any of the usual openings."""
    telling = _TELLS.search(words[:220]) and not _PERCEIVED.search(words)
    if _NO_FINDING.search(words[:160]) or telling:
        return None
    if _LACKING.search(words):
        return "shortcoming"
    return "result" if _ACHIEVED.search(words) else None


_TELLS = re.compile(
    r"(?:giám sát|kiểm tra|thanh tra|khảo sát) .{0,300}(?:tại|đối với|việc|công tác)"
    r"|đoàn (?:giám sát|kiểm tra|thanh tra|khảo sát)(?!\w).{0,200} đã (?:vào|về|đến|xuống) "
    r"|được(?<!\wđược) [^.]{2,90} (?:giám sát|kiểm tra|thanh tra|khảo sát)(?!\w)"
)
_PERCEIVED = re.compile(r"nhận thấy|cho thấy|ghi nhận|phát hiện|kết luận")


def tells(words: str) -> bool:
    """Whether the paragraph tells of an inspection: findings come behind it."""
    return _TELLS.search(words) is not None
