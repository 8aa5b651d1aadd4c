"""What a text names without carrying it out.

What is not done, only asked for, supervised or announced, what is issued or stands in a title, and
the papers under which an inspection was held.
"""

import re
from collections.abc import Sequence

from loaders.model import Citation, Span

# 'theo Quy định số ...', 'chưa thực hiện ...', 'nhầm lẫn giữa ...': nothing is carried out there.
_NOT_CARRIED = re.compile(
    r"(?:chưa|không|chậm)\s+(?:được\s+|thực\s+sự\s+|kịp\s+thời\s+|nghiêm\s+túc\s+)?(?:triển\s+khai|thực\s+hiện"
    r"|quán\s+triệt|ban\s+hành|xây\s+dựng|chấp\s+hành|tuân\s+thủ|thi\s+hành|cụ\s+thể|phổ\s+biến|tuyên\s+truyền|tổ\s+chức)"
    # what is still to be done
    r"|\s(?:sẽ|dự\s+kiến)\s(?:\S+\s+){0,24}\Z"
    r"|nhầm\s+lẫn|còn\s+(?:lúng\s+túng|hạn\s+chế|chậm)"
    r"|[Cc]hưa\s+nhận\s+thức|chưa\s+(?:thường|nhận|sát|phát|quan|nghiêm|chấp|đúng|đầy)"
    # a breach, or the basis of a decision, carries nothing out
    r"|vi\s+phạm\s+(?:\S+\s+){0,6}\Z|trái\s+(?:với\s+)?(?:\S+\s+){0,4}\Z|(?:[Cc]ăn\s+cứ"
    r"|[Ss]oi\s+vào|so\s+với)\s[^,]{0,90}\Z"
)
# 'chưa lắp đặt trạm cân theo khoản 2 Điều 42 Nghị định ...': what a rule asks is not done.
_NOT_BY_RULE = re.compile(
    r"(?:chưa|không|thiếu|chậm|sai)\s(?!(?:ngừng|chỉ|những)\s)(?:(?!(?:đã|nhưng|song)\s)[^\s;.]+\s+){0,24}"
    r"(?:theo(?:\s+(?:đúng\s+)?(?:quy\s+định|yêu\s+cầu|hướng\s+dẫn))?|đúng|tại|của|với)\s+"
    r"(?:(?:quy\s+định\s+)?(?:tại|của)\s+)?(?:(?:các\s+)?(?:điểm|khoản|Điều|điều|Mục|mục|Phụ\s+lục)\s[^;.]{1,40})?\Z"
)
_PROPOSED = re.compile(r"(?:kiến\s+nghị|đề\s+nghị|đề\s+xuất|yêu\s+cầu)\s+(?!của)", re.I)
_SUPERVISED = re.compile(
    r"(?:[Đđ]oàn|cuộc|buổi|đợt|[Kk]ế\s+hoạch|[Qq]uyết\s+định)[^.;]{0,80}(?:giám\s+sát|kiểm\s+tra"
    r"|thanh\s+tra)[^.;]{0,60}\Z|(?:giám\s+sát|kiểm\s+tra"
    r"|thanh\s+tra)\s+(?:chuyên\s+đề\s+)?(?:về\s+)?"
    r"(?:(?:việc|công\s+tác|kết\s+quả|lãnh\s+đạo|chỉ\s+đạo|triển\s+khai|tổ\s+chức|quán\s+triệt"
    r"|chấp\s+hành|thi\s+hành|thực\s+hiện"
    r"|và|,)\s*)+\Z"
    r"|(?:phiên|buổi|cuộc|hội\s+nghị|tọa\s+đàm)\s+(?:giải\s+trình|chất\s+vấn|làm\s+việc|đối\s+thoại|thảo\s+luận)[^.;]{0,80}\Z"
    # 'giám sát 02 tổ chức đảng: A, B về thực hiện Quy định ...'
    r"|(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát)\s[^.;]{0,300}?\s(?:về|việc|trong)\s"
    r"(?:(?:việc|công\s+tác|lãnh\s+đạo|chỉ\s+đạo|triển\s+khai|chấp\s+hành|thực\s+hiện|và|,)\s*)+\Z"
)


def is_barred(clause: str) -> bool:
    """Whether the words before an instrument say that it is not carried out, or only looked at."""
    clause = what_is_said(clause)
    return bool(
        _NOT_CARRIED.search(clause[-260:])
        or _NOT_BY_RULE.search(clause[-260:])
        or _SUPERVISED.search(clause)
        or _PROPOSED.search(clause[-200:])
    )


# 'Báo cáo với Đoàn giám sát, UBND huyện cho biết, ngay sau khi có Luật ...': what is told there.
_SAID = re.compile(r".*\scho\s+(?:biết|hay)(?:\s+rằng)?[,:]?\s", re.S)


def what_is_said(clause: str) -> str:
    """The words behind 'cho biết': those before tell only who says it, and to whom."""
    said = _SAID.match(clause) if "cho" in clause else None
    return clause[said.end() :] if said else clause


# A letter asks for a report; 'thực hiện Kế hoạch số 12, UBKT tiến hành 04 cuộc giám sát' tells
# under what an inspection was held.
_LETTERS = frozenset({"Công văn", "Công điện", "Tờ trình", "Thông báo", "Báo cáo"})
PAPERS = frozenset({"Kế hoạch", "Quyết định", "Chương trình"})
_INSPECTS = re.compile(
    r"(?![^.;]*\s(?:ban\s+hành|xây\s+dựng)\s)[^.;]{0,260}?,\s[^.;]{0,160}?\s(?:(?:tiến\s+hành|tổ\s+chức|đã|chủ\s+trì)\s[^.;]{0,40}?)?"
    r"(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát)(?!\w|\s+của)"
)
# 'Thực hiện Chương trình số 05, Ban Thường vụ báo cáo như sau': it only opens a report.
_REPORTS = re.compile(
    r"[^.;]{0,260}?,\s[^.;,]{4,120}?\s(?:xin\s+)?báo\s+cáo\s[^.;]{0,200}?(?:như\s+sau|sau\s+đây)?:?\s*\Z"
)
# 'giám sát tại hai xã theo Kế hoạch số 17'
_INSPECTED_BY = re.compile(
    r"(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát)\s(?:tại|đối\s+với|ở)\s[^.;]{2,120}\stheo\s+\Z"
)
_BY_PAPER = re.compile(r"(?:[Tt]hực\s+hiện|[Tt]heo|[Cc]ăn\s+cứ|[Tt]riển\s+khai)\s+(?:các\s+)?\Z")


def _is_mandate(text: str, sentence: Span, citation: Citation) -> bool:
    """Whether a plan or a decision is only what an inspection was held under."""
    before = text[max(sentence.start, citation.span.start - 24) : citation.span.start]
    return (
        citation.kind in PAPERS
        # 'Quyết định số 217-QĐ/TW' orders supervision in general
        and not (citation.number or "").endswith("/TW")
        and _BY_PAPER.search(before) is not None
        and (
            _INSPECTS.match(text, citation.span.end, sentence.end) is not None
            or _REPORTS.match(text, citation.span.end, sentence.end) is not None
            or _INSPECTED_BY.search(text, sentence.start, citation.span.start) is not None
        )
    )


def is_only_named(text: str, sentence: Span, citation: Citation) -> bool:
    """Whether a letter, or a paper that an inspection was held under, is named and no more."""
    letter = citation.kind in _LETTERS or citation.text.startswith("Văn bản ")
    return letter or _is_mandate(text, sentence, citation)


ISSUES = re.compile(
    r"(?:(?:mới|đã|đều|cũng)\s+có|ban\s+hành|xây\s+dựng|thông\s+qua|phê\s+duyệt|(?<!\w)ra|ký)\s+(?:các\s+)?\Z"
)
OWN_PAPER = re.compile(
    r"[^.;]{0,200}?,\s[^.;]{0,120}?\s(?:ban\s+hành|xây\s+dựng|phê\s+duyệt)\s+(?:Kế|Quy|Chương|Nghị|Chỉ|Hướng|Đề|Quyết"
    r"|kế|quy|chương|nghị|chỉ|hướng|đề)\s"
)
_ALSO = re.compile(
    r"(?:(?!\s(?:thực\s+hiện|triển\s+khai|để|về|quán)\s)[^.;]){0,60}?(?:,|\svà)\s+\Z"
)


def issued_too(text: str, sentence: Span, citation: Citation, inside: Sequence[Citation]) -> bool:
    """'ban hành Chương trình số 03 và Kế hoạch số 24': both are issued there."""
    earlier = [each for each in inside if each.span.end <= citation.span.start]
    if not earlier or (citation.number or "").endswith("/TW"):
        return False
    issued = ISSUES.search(text[sentence.start : earlier[-1].span.start]) is not None
    return issued and _ALSO.match(text[earlier[-1].span.end : citation.span.start]) is not None


# 'theo Quy định số 29 về thi hành Điều lệ Đảng': the second is not carried out thereby.
_BY_RULE = re.compile(r"(?<!\w)(?:theo|đúng|tại|căn\s+cứ)\s+\Z", re.I)
_TITLE = re.compile(r"\s+(?:của\s[^.;,]{4,60}\s)?về\s[^.;,]{0,120}\Z")


def in_title_of_rule(
    text: str, sentence: Span, citation: Citation, inside: Sequence[Citation]
) -> bool:
    """Whether the instrument stands in the title of one by which something is done."""
    earlier = [each for each in inside if each.span.end <= citation.span.start]
    if not earlier:
        return False
    start, end = earlier[-1].span
    ruled = _BY_RULE.search(text, max(sentence.start, start - 12), start)
    return ruled is not None and _TITLE.match(text[end : citation.span.start]) is not None
