"""What a heading says for the points below it: who inspects, and in which mode.

'3. Ủy ban Kiểm tra Đảng ủy thực hiện nhiệm vụ' / '- Giám sát chuyên đề 04 tổ chức đảng';
'2. Công tác giám sát' / '- Chủ trì 04 cuộc về chính sách người có công'.
"""

import re
from collections.abc import Iterator

from loaders.bodies import body_at, is_sort
from loaders.counters import sort_of
from loaders.groups import NUMBER, ORGANISATIONS, Group, value
from loaders.model import Body, Span
from loaders.occasions import Occasion
from loaders.organisations import begins
from loaders.wording import mode_of

_HEADING = re.compile(
    r"[#*\s]*(?:PHẦN\s|(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[A-HĐa-hđ])\s?[-.)/:–]-?)\s*"
    r"[^\n]{6,160}(?<![.;,])\Z"
)
_FAR = 10
_WORKS = re.compile(
    r"\s*(?::?\Z|(?:đã\s+)?(?P<verb>thực\s+hiện|tiến\s+hành|triển\s+khai|kiểm\s+tra|giám\s+sát|thanh\s+tra|chủ\s+trì"
    r"|tham\s+gia|với\s+(?:công\s+tác|nhiệm))(?!\w))"
)
# 'kiểm tra đối với A', 'kiến nghị với A': a body there is none that acts.
_GOVERNED = re.compile(
    r"(?<!\w)(?:với|tại|ở|đề\s+nghị|kiến\s+nghị|yêu\s+cầu|giao|phối\s+hợp|từ|cho|đồng\s+chí|ông|bà)\s",
    re.I,
)
# '2. Ủy ban kiểm tra các cấp', '1. Cấp ủy các cấp kiểm tra, giám sát': all of a sort.
_OF_SORT = re.compile(
    r"[#*\s]*(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[A-HĐa-hđ])\s?[-.)/:–]-?\s*(?:Công\s+tác\s+kiểm\s+tra,\s+giám\s+sát\s+của\s+)?"
    r"(?P<who>(?:[Cc]ấp\s+ủy|[Ủủ]y\s+ban\s+[Kk]iểm\s+tra|UBKT|HĐND|Ủy\s+ban\s+MTTQ|MTTQ)\s+(?:các\s+cấp|(?:các\s+)?(?:đảng\s+ủy\s+)?cơ\s+sở|các\s+xã(?:,\s+(?:phường|thị\s+trấn))*))"
    r"(?:\s*:?\s*\Z|\s+(?:kiểm\s+tra|giám\s+sát|thực\s+hiện|tiến\s+hành))"
)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_MODES = re.compile(r"[Gg]iám sát|[Kk]iểm tra|[Tt]hanh tra|[Kk]hảo sát")
_NOT_HELD = re.compile(
    r"phương\s+hướng|nhiệm\s+vụ\s+(?:trọng|6|năm|thời|tới)|kiến\s+nghị|đề\s+xuất|hạn\s+chế|kết\s+quả\s+sau"
    r"|kỷ\s+luật|[đĐ]ơn\s+thư|khiếu\s+nại|tố\s+cáo",
    re.I,
)


def _heading_above(report: Occasion, index: int) -> Span | None:
    """The nearest heading above a paragraph, with only points between."""
    for place in range(index - 1, max(-1, index - 1 - _FAR), -1):
        paragraph = report.paragraphs[place]
        if _HEADING.match(report.text, paragraph.start, paragraph.end):
            return paragraph
    return None


def actor_above(report: Occasion, index: int) -> Body | None:
    """The body whose work the heading above names: it acts in the points that name nobody."""
    head = _heading_above(report, index)
    if head and (sort := _OF_SORT.match(report.text, head.start, head.end)):
        return sort_of(" ".join(sort["who"].split()))
    at = head.start if head else 0
    while head and (match := begins(report.text, at, head.end)):
        found = body_at(report.text, match.start(), head.end, report.home, institutions=False)
        at = found[1] if found else match.end()
        if found is None or is_sort(found[0]) or not (found[0].place or found[0].type):
            continue
        before = report.text[head.start : match.start()]
        if _GOVERNED.search(before):
            return None
        ends = _WORKS.match(report.text, found[1], head.end)
        if ends and (
            ends["verb"] or before.rstrip().endswith("của") or not _LETTERS.search(before)
        ):
            return found[0]
    return None


def _mode_above(report: Occasion, index: int) -> str:
    """The one mode that the heading above names, of work that was done; else nothing."""
    head = _heading_above(report, index)
    words = report.text[head.start : head.end] if head else ""
    named = {each.lower() for each in _MODES.findall(words)}
    return mode_of(words) if len(named) == 1 and not _NOT_HELD.search(words) else ""


# 'Chủ trì 04 cuộc về ...', 'tiến hành đối với 02 tổ chức đảng'
COUNT_ALONE = re.compile(
    rf"(?<![\w/.,]){NUMBER}\s+(?P<counter>cuộc|đợt)(?=\s*[,;.:()]|\s*\Z|\s+(?:về|đối|tại|ở|với|việc|trên|chuyên|theo)\s)"
    rf"|(?:tiến\s+hành|thực\s+hiện|triển\s+khai)\s+(?:được\s+)?(?:đối\s+với|tại"
    rf"|với)\s+{NUMBER.replace('count', 'units')}"
    rf"\s+(?:{ORGANISATIONS})(?!\w)",
    re.I,
)
_NO_COUNT = re.compile(
    r"(?:trong\s+đó|tăng|giảm|so\s+với|không|chưa|sẽ|dự\s+kiến|cộng)[^,;.]{0,40}\Z", re.I
)


def headed_groups(report: Occasion, index: int, sentence: Span) -> Iterator[Group]:
    """The groups of a sentence that names no mode: the heading above says what was held."""
    counts = list(COUNT_ALONE.finditer(report.text, sentence.start, sentence.end))
    mode = _mode_above(report, index) if counts else ""
    for count in counts if mode else ():
        if not _NO_COUNT.search(report.text, sentence.start, count.start()):
            number = value(count) if count["count"] else None
            start = count.start()
            yield Group(Span(start, count.end()), number, mode, start, count.end())
