"""Which units an inspection looks at.

Behind its verb, before it (as who is inspected, who receives a delegation, or where it takes
place), as owners of what is looked at, or in a list below.
"""

import re
from dataclasses import dataclass

from loaders.agents import BESIDE
from loaders.bodies import body_at
from loaders.delegations import BARE_DELEGATION, DELEGATION
from loaders.inspected_lists import POINT_OF_LIST
from loaders.model import Body, Span
from loaders.organisations import begins
from loaders.passages import UPPER, spaces_folded
from loaders.reports import Report
from loaders.unit_names import HAMLET, is_unit, territory_begins
from loaders.units import units

_CUE = re.compile(
    r"[\s(,;:](?:(?:trực\s+tiếp\s+)?(?:tại|đối\s+với|ở|trên\s+địa\s+bàn)"
    r"|(?:buổi\s+)?làm\s+việc\s+với)\s+"
)
# Whose delegation it is ('05 đoàn giám sát của Ban Thường trực'), it does not inspect.
_OF = re.compile(r"(?<!sát)(?<!tra)\s(?:với|của)\s+|\s(?:với|của\s+(?=các\s))\s*")


@dataclass(frozen=True, slots=True)
class Inspected:
    """The units, where their list ends, and who inspects them where the grammar tells it too."""

    units: tuple[Body, ...] = ()
    end: int = 0
    agent: Body | None = None


def is_named(unit: Body) -> bool:
    """Whether a unit is told from others of its sort: by a place, a type or a proper name."""
    named = re.search(rf"[{UPPER}]", unit.name) or HAMLET.match(unit.name)
    return bool(unit.place or (unit.type and not _OF_ANY.search(unit.name)) or named)


# 'chi bộ trực thuộc': any of those below
_OF_ANY = re.compile(r"\s(?:trực\s+thuộc|cấp\s+dưới)\Z")


def units_of(
    report: Report, start: int, end: int, whose: bool = False, direct: bool = False
) -> tuple[tuple[Body, ...], int]:
    """The units behind the first cue that a list follows.

    Else those that the verb governs directly.
    """
    if direct:
        first = _DIRECT.match(report.text, start, end)
        found, stop = units(report.text, first.end() if first else start, end, report.home)
        if found and any(map(is_unit, found)):
            return found, stop
    # The word before may have taken the space that the cue begins with.
    for cue in _CUE.finditer(report.text, start - report.text[start - 1].isspace(), end):
        found, stop = units(report.text, cue.end(), end, report.home)
        if found and not report.cited.overlaps(cue.end(), cue.end() + 4):
            return found, stop
    if whose:
        for cue in _OF.finditer(report.text, start, min(end, start + 160)):
            if not report.cited.overlaps(cue.start(), cue.end() + 4):
                found, stop = units(report.text, cue.end(), end, report.home)
                if found:
                    return found, stop
    return (), start


# 'giám sát trực tiếp Đảng ủy xã A', 'kiểm tra đột xuất 03 đơn vị: ...'
_DIRECT = re.compile(
    r"\s*(?::|(?:bao\s+)?gồm(?:\s+có)?\s*:?|là\s(?=[A-ZĐỦ]|xã\s|phường\s|thôn\s|huyện\s|thị\s))?\s*(?:(?:với|trực\s+tiếp|đột\s+xuất|toàn\s+diện|thường\s+xuyên|chuyên\s+đề|thực\s+tế"
    r"|khi\s+có\s+dấu\s+hiệu\s+vi\s+phạm|dấu\s+hiệu\s+vi\s+phạm"
    r"|tài\s+chính(?:\s+[đĐ]ảng(?!\s+(?:bộ|ủy)))?)\s+){0,3}"
)

# 'kiểm tra hồ sơ chứng thực của Phòng Tư pháp huyện': whose work is looked at. What a body has
# written or asked is not its own doing.
_OWNED = re.compile(r"\s(?:của|do)\s+")
_WRITTEN = re.compile(
    r"(?:quyết|nghị|kế|kết|chỉ|quy|luật|thông|văn|báo|ý|chương|hướng|đề)\s+"
    r"(?:định|quyết|hoạch|luận|thị|chế|tri|báo|bản|cáo|kiến|trình|dẫn|nghị|án"
    r"|xuất)(?:\s+\S+){0,6}\Z"
    r"|(?:[Cc]uộc|[Đđ]oàn|[Tt]ổ|phiên|kỳ|chủ\s+trì|chủ\s+trương|phân\s+công"
    r"|yêu\s+cầu)(?:\s+\S+){0,5}\Z",
    re.I,
)


def owners(report: Report, start: int, end: int) -> tuple[tuple[Body, ...], int]:
    """The units whose affairs are looked at, where nothing else says where."""
    for cue in _OWNED.finditer(report.text, start, min(end, start + 220)):
        if report.cited.overlaps(cue.start(), cue.end() + 4):
            continue
        if _WRITTEN.search(report.text[max(start, cue.start() - 50) : cue.start()]):
            continue
        found, stop = units(report.text, cue.end(), end, report.home)
        if found and all(map(is_unit, found)):
            return found, stop
    return (), start


# 'Đảng ủy xã A được Ủy ban Kiểm tra Huyện ủy giám sát', 'X, Y là các nơi vừa được đoàn của Z ...':
# the units, then who inspects them.
_PASSIVE = re.compile(
    r"\s(?:(?:cũng|đều|từng|lần\s+lượt)\s+)?(?:đã\s+|vừa\s+|mới\s+|sẽ\s+)?(?:được|bị)\s+"
    r"(?:cả\s+|chính\s+)?"
)
_BY_TEAM = re.compile(
    rf"(?:một\s+|các\s+)?(?:{DELEGATION.pattern}|[Đđ]oàn|[Tt]ổ)\s+(?:của\s+|do\s+)?(?=[{UPPER}])"
)
_THEY_ARE = re.compile(
    r"\s+là\s+(?:các|những|\d+|hai|ba|bốn|nơi|đơn\s+vị|địa|tổ\s+chức|một"
    r"|cơ\s+quan|chi\s+bộ|đảng\s+bộ|trường|doanh)\s*[^,;.]{0,40}\Z"
)
# Between the agent and the verb of a passive clause: 'phối hợp với ..., ', 'cử đoàn'.
_LOOSE = re.compile(r"(?:[^.;:\n]{0,140}?(?:,|đợt|cuộc|buổi|đoàn)\s+)?")


def passive(report: Report, clause: Span, at: int) -> Inspected | None:
    """The units before 'được' and the body behind it that inspects them, in a passive clause."""
    text = report.text
    for turn in _PASSIVE.finditer(text, clause.start, at):
        listed = _subjects(report, clause.start, turn.start())
        if not listed:
            continue
        team = _BY_TEAM.match(text, turn.end(), at)
        begin = team.end() if team else turn.end()
        agent = body_at(text, begin, at, report.home, institutions=False)
        if agent is None:
            # 'được giám sát ngày 9/8': nobody is named.
            if BESIDE.fullmatch(text, turn.end(), at):
                return Inspected(listed)
            continue
        if BESIDE.fullmatch(text, agent[1], at) or _LOOSE.fullmatch(text, agent[1], at):
            return Inspected(listed, agent=agent[0])
    return None


def _subjects(report: Report, start: int, end: int) -> tuple[Body, ...]:
    """The last list of units of a stretch that nothing governs, up to the verb."""
    text = report.text
    they_are = _THEY_ARE.search(text, max(start, end - 60), end)
    stop = they_are.start() if they_are else end
    at = start
    while (first := _first_unit(text, at, stop)) is not None:
        listed, reached = units(text, first, stop, report.home)
        named = tuple(filter(is_unit, listed))
        if named and _TO_VERB.fullmatch(text, reached, stop):
            governed = _GOVERNED.search(text, max(start, first - 24), first)
            written = _WRITTEN.search(text[max(start, first - 50) : first].removesuffix("của "))
            return () if governed or written else named
        at = max(reached, first + 1) if listed else _next_word(text, first)
    return ()


_GOVERNED = re.compile(
    r"(?:tại|với|ở|cho|đề\s+nghị|yêu\s+cầu|giao|chỉ\s+đạo|thuộc|đến|gửi|do|báo\s+cáo"
    r"|và\s+đồng\s+chí)\s+\Z"
)
# What may stand between the list and 'được': a bracket, a term, a territory, persons of the unit.
_TO_VERB = re.compile(
    r"(?:\s*\([^()\n]{0,90}\)|,?\s*(?:nhiệm\s+kỳ|khóa|thuộc)\s[^,;]{2,40},?"
    r"|,?\s+(?:và|cùng)\s+(?:cá\s+nhân\s+)?(?:các\s+)?đồng\s+chí[^;.]{0,60}|,|\s+(?:cũng|đều|đã"
    r"|vừa|mới"
    r"|lần\s+lượt))*\s*"
)


def _first_unit(text: str, start: int, end: int) -> int | None:
    """Where the next name of a body or a territory may begin."""
    places = [
        m.start() for m in (begins(text, start, end), territory_begins(text, start, end)) if m
    ]
    return min(places, default=None)


def _next_word(text: str, at: int) -> int:
    word = re.compile(r"\S+\s*").match(text, at)
    return word.end() if word else at + 1


# 'UBND xã A và Trạm Y tế lần lượt đón Đoàn giám sát': those who receive it are inspected.
RECEIVING = re.compile(
    r"(?:đón(?:\s+tiếp)?|tiếp(?:\s+đón|\s+và\s+làm\s+việc\s+với)?|làm\s+việc\s+với)\s+"
    rf"(?:{BARE_DELEGATION})"
)


def hosts(report: Report, sentence: Span, at: int) -> tuple[Body, ...]:
    """The units before the verb of receiving a delegation."""
    return _subjects(report, sentence.start, at)


_PLACED = re.compile(
    r"\W{0,3}(?:Tại|Đối\s+với|Làm\s+việc\s+với|Ở|Với)\s+|(?<=,\s)(?:tại|ở|đối\s+với)\s+"
)


def units_before(report: Report, sentence: Span, at: int) -> tuple[Body, ...]:
    """The units that open the sentence: 'Tại UBND xã A, ngày 12/5, Đoàn giám sát đã ...'."""
    if labelled := _labels(report, sentence, at):
        return labelled
    for cue in _PLACED.finditer(report.text, sentence.start, min(at, sentence.start + 120)):
        listed, stop = units(report.text, cue.end(), at, report.home)
        if any(map(is_unit, listed)):
            # 'Đối với UBND tỉnh: chỉ đạo kiểm tra ...' addresses it.
            return () if _ADDRESSED.match(report.text, stop, at) else listed
    return ()


def _labels(report: Report, sentence: Span, at: int) -> tuple[Body, ...]:
    """The units of a line of a schedule: 'Chi bộ khu phố 2: giám sát ngày 30/3'."""
    mark = POINT_OF_LIST.match(report.text, sentence.start, at)
    listed, stop = units(report.text, mark.end() if mark else sentence.start, at, report.home)
    colon = _TO_VERB_BY_COLON.fullmatch(report.text, stop, at)
    return listed if colon and any(map(is_named, listed)) else ()


_TO_VERB_BY_COLON = re.compile(r"\s*:\s*(?:(?:sẽ|được|tiến\s+hành|tổ\s+chức)\s+){0,2}")
_ADDRESSED = re.compile(r"\s*:")


def topic_of(text: str, start: int, end: int) -> str | None:
    """What is inspected: the words up to the units, without the cue."""
    cue = _CUE.search(text, start, end)
    words = spaces_folded(text[start : min(cue.start() if cue else end, start + 300)])
    return words if len(words) > 8 else None
