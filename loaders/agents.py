"""Which body acts in a clause: the one that no preposition governs, or whom 'do', 'của' name."""

import re

from loaders.anchors import positions
from loaders.bodies import body_at, is_sort
from loaders.delegations import DELEGATION, sender
from loaders.model import Body, Span
from loaders.organisations import begins
from loaders.passages import spaces_folded
from loaders.place_names import NAME
from loaders.reports import Report
from ontology import iris

_PREPOSED = re.compile(
    r"(?:phối\s+hợp|với|tại|trụ\s+sở|hội\s+trường|của|cho|thuộc|chỉ\s+đạo|đề\s+nghị|giao|yêu\s+cầu|và"
    r"|đối\s+với|đến|theo|về"
    r"|đại\s+diện|bởi|gồm|là|từ|[Tt]hực\s+hiện|,\s*[A-ZĐ]\w+\s\w+)\s*\Z"
)


# 'Cấp huyện đã tiến hành ...'  'UBKT các cấp'  'Thanh tra các huyện, thị xã, thành phố tiếp tục
# ...'
_LEVELS = re.compile(
    r"[\s(,]*(?:(?:\d[\d.]*\s+)?[Cc]ấp\s+(?:tỉnh|huyện|cơ\s+sở|xã):\s+)?(?:(?:[Tt]rong đó"
    r"|[Nn]goài ra|[Rr]iêng|[Kk]ết quả|[Qq]ua đó|[Tt]oàn\s+tỉnh|đã"
    r"|[^,;.:()]{0,40}\d{4}),?:?\s+)?(?P<words>(?:[Cc]ấp\s+(?:tỉnh|huyện|xã|cơ\s+sở|ủy)"
    r"|(?:UBKT\s+|[ủỦ]y\s+ban\s+[Kk]iểm\s+tra\s+)?[đĐ]ảng\s+ủy\s+cơ\s+sở"
    r"|[Cc]ác\s+(?:cấp\s+ủy|chi\s+bộ|đảng\s+bộ|huyện\s+ủy|địa\s+phương)"
    r"|(?:UBKT|Ủy\s+ban\s+[Kk]iểm\s+tra|Ban\s+Thanh\s+tra\s+nhân\s+dân"
    r"|Ban\s+Giám\s+sát\s+đầu\s+tư\s+(?:của\s+)?cộng\s+đồng"
    r"|[Tt]hanh\s+tra|HĐND|UBND"
    r"|(?:Ủy\s+ban\s+)?(?:MTTQ|Mặt\s+trận\s+Tổ\s+quốc)(?:\s+Việt\s+Nam)?"
    r"|[Cc]ấp\s+ủy)\s+(?:các|cấp|cơ\s+sở))(?:(?!\s(?:đã|tiến|tổ|thực|kiểm|giám|thanh|tiếp|triển"
    r"|hoàn|được|khảo|thi|xử|xem|có|chủ)\s)[^;.()\n:]){0,80})(?=\s(?:đã|tiến|tổ|thực|kiểm|giám"
    r"|thanh"
    r"|tiếp|triển|hoàn|được|khảo|thi|xử|xem|có|chủ)\s)"
)


# 'giao Ban Pháp chế giám sát ...': the body that a verb of ordering governs acts if the next verb
# is its own.
BESIDE = re.compile(
    r",?\s*(?:(?:trong\s+|sang\s+|vào\s+)?(?:năm|quý|tháng)\s+[\dIV]{1,4}(?:/\d{4})?,?\s*)?"
    r"(?:(?:sẽ|đã|đều|cũng|thì|vừa|tự|chọn|lựa\s+chọn|tiếp\s+tục|chủ\s+trì|tiến\s+hành|tổ\s+chức"
    r"|thực\s+hiện)\s*){0,4}\Z"
)
_GIVEN = re.compile(
    r"(?:giao|yêu\s+cầu|chỉ\s+đạo|phân\s+công|đề\s+nghị|ủy\s+quyền|dự\s+kiến)\s+(?:cho\s+)?\Z"
)


# A mark parts it from what stands before, which then does not act by this verb.
# 'phối hợp với A, B giám sát': the last of those who join stands before the verb too.
_WITH = re.compile(
    r"phối\s+hợp\s+(?:với|cùng)?|(?<!\w)cùng\s+(?:với\s+)?(?=[A-ZĐ])|sự\s+tham\s+gia"
)
_APART = re.compile(r"[,;:]\s+(?:còn\s+)?\Z")


def subject_beside(report: Report, start: int, end: int) -> Body | None:
    """The body that stands right before the verb, and is ordered to act or governed by nothing."""
    text, at = report.text, start
    while match := begins(text, at, end):
        found = body_at(text, match.start(), end, report.home, institutions=False)
        at = found[1] if found else match.end()
        if found is None or not BESIDE.fullmatch(text, found[1], end):
            continue
        if report.cited.overlaps(match.start(), match.end()) or is_sort(found[0]):
            continue
        before = (text, max(start, match.start() - 24), match.start())
        if _WITH.search(text, start, match.start()):
            continue
        if _GIVEN.search(*before) or (_APART.search(*before) and not _PREPOSED.search(*before)):
            return found[0]
    return None


def subject_in(report: Report, start: int, end: int) -> Body | None:
    """The first body in the stretch that no preposition governs: the one that acts.

    Else a level, as printed.
    """
    text, at = report.text, start
    if general := _LEVELS.match(text, start, end):
        words = spaces_folded(general["words"])
        return Body(iris.body(iris.slug(words)), words, "", None)
    while match := begins(text, at, end):
        found = body_at(
            text,
            match.start(),
            min(len(text), match.start() + 240),
            report.home,
            institutions=False,
        )
        at = found[1] if found else match.end()
        if found is None or is_sort(found[0]) or found[1] > end + 1:
            continue
        if report.cited.overlaps(match.start(), match.end()):
            continue
        if not _PREPOSED.search(text, max(start, match.start() - 30), match.start()):
            return found[0]
    return _short(report, start, end)


# 'Thanh tra Bộ', 'Thanh tra Sở', 'Ban Pháp chế' stand for the one that the text names in full.
_SHORT = re.compile(
    r"(?<!\w)(?:Thanh tra (?:Bộ|Sở)|Kiểm toán|Ban (?:Pháp chế|Dân tộc|Đô thị"
    r"|Kinh tế - (?:Ngân sách|Xã hội)"
    r"|Văn hóa - Xã hội))(?=\s+(?:sẽ|đã|tiến|tổ|có|vừa|thanh|kiểm|chủ|giám|khảo|làm|phối))"
)


def _short(report: Report, start: int, end: int) -> Body | None:
    name = _SHORT.search(report.text, start, min(len(report.text), end + 24))
    if name is None or name.start() >= end:
        return None
    for full in positions(report.text, name[0] + " "):
        found = body_at(report.text, full, min(len(report.text), full + 200), report.home)
        if found and found[1] > full + len(name[0]) + 2:
            return found[0]
    return None


# 'cuộc kiểm tra mà UBKT Tỉnh ủy tiến hành', 'đợt giám sát do Ban Pháp chế chủ trì'
_BY = re.compile(r"(?<!\w)(?:do|mà|bởi)\s+(?=[A-ZĐỦ])")
_CARRIES = re.compile(
    r"[^.;:\n]{0,60}?\s(?:đã\s+|vừa\s+)?(?:tiến\s+hành|chủ\s+trì|tổ\s+chức|thực\s+hiện|triển\s+khai"
    r"|giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát|mở|làm)(?!\w)"
)
# 'việc giám sát trực tiếp của Đoàn giám sát HĐND', 'kết quả kiểm tra năm 2022 của UBKT Tỉnh ủy'
_OF = re.compile(
    r"(?:,?\s+(?:trực\s+tiếp|chuyên\s+đề|thường\s+xuyên|đột\s+xuất"
    r"|khi\s+có\s+dấu\s+hiệu\s+vi\s+phạm"
    r"|chấp\s+hành|hành\s+chính|chuyên\s+ngành|lại|(?:trong\s+)?(?:năm|quý"
    r"|tháng)\s+[\dIV/]+(?:\s+năm\s+\d{4})?)){0,3}"
    r"\s+(?:của|do)\s+"
)


def named_agent(report: Report, clause: Span, word: re.Match[str]) -> Body | None:
    """The body that the clause itself names as doing it, behind 'do', 'mà' or 'của'."""
    text = report.text
    if of := _OF.match(text, word.end(), clause.end):
        team = DELEGATION.match(text, of.end(), clause.end)
        if team:
            sent = sender(text, team, clause.end, report.home)
            return sent[0] if sent else None
        found = body_at(text, of.end(), clause.end, report.home, institutions=False)
        if found and not is_sort(found[0]):
            return found[0]
    for by in _BY.finditer(text, clause.start, clause.end):
        if report.cited.overlaps(by.start(), by.end() + 4):
            continue
        found = body_at(text, by.end(), clause.end, report.home, institutions=False)
        if found and not is_sort(found[0]) and _CARRIES.match(text, found[1], clause.end):
            return found[0]
    return None


_SPEAKS = re.compile(
    rf"(?:,\s(?:tỉnh|huyện|thành phố|quận|thị xã)\s{NAME}"
    rf"|\s?\([^()\n]{{2,60}}\))?\s+(?:đã\s+)?(?:nhận\s+thấy|ghi\s+nhận|kết\s+luận|yêu\s+cầu"
    rf"|đề\s+nghị|kiến\s+nghị|quyết\s+định|xem\s+xét"
    r"|cho\s+(?:thấy|rằng)|chỉ\s+(?:ra|rõ)|phát\s+hiện|đánh\s+giá|xác\s+định|thấy|thống\s+nhất"
    r"|biểu\s+dương|tiến\s+hành)(?!\w)"
)


def speaker_behind(report: Report, start: int, end: int) -> Body | None:
    """'Qua giám sát A, B nhận thấy ...': the body behind the units that says what was found."""
    text, at = report.text, start
    while match := begins(text, at, end):
        found = body_at(text, match.start(), end, report.home, institutions=False)
        at = found[1] if found else match.end()
        if found and not is_sort(found[0]) and _SPEAKS.match(text, found[1], end):
            return found[0]
    return None
