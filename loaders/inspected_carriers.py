"""The units that an inspection looked at, where the text speaks of them without their names.

'Các đơn vị đã quán triệt ...', 'hai đảng ủy', 'Đảng ủy ba xã', 'Đảng ủy đã ...', and 'Đã ban
hành ...' alone.
"""

import re
from collections.abc import Iterator

from loaders.carriers import Report, Subject, committee
from loaders.inspected import is_named
from loaders.model import Body, Inspection, Span
from loaders.passages import UPPER
from loaders.unit_names import is_unit

# What stands before a subject: a bullet, a label, a comma, 'cho thấy', 'được'. 'Hầu hết các đơn
# vị' and 'một số chi bộ' are not all of them.
_OPENS = (
    r"(?:(?:\A|(?<=\n))\W{0,4}(?:\(?\w{1,4}[.)-]\s*)*|(?<=[,;:.]\s)|(?<=thấy\s)|(?<=rằng\s)"
    r"|(?<=nhận\s)|(?<=biết\s)|(?<=chung\s)|(?<=được\s))"
)
_HEADS = (
    r"(?:ban\s+thường\s+vụ|(?:người\s+đứng\s+đầu\s+)?cấp\s+ủy(?:,\s+chính\s+quyền)?"
    r"|tập\s+thể(?:\s+lãnh\s+đạo)?|lãnh\s+đạo|đảng\s+ủy|UBND|ủy\s+ban\s+nhân\s+dân)"
)
_SORTS = (
    r"(?:cơ\s+quan,\s+đơn\s+vị|cơ\s+quan,\s+địa\s+phương|tổ\s+chức\s+(?:cơ\s+sở\s+)?đảng|đơn\s+vị"
    r"|địa\s+phương|cơ\s+quan|cơ\s+sở|nơi|cấp\s+ủy|đảng\s+(?:ủy|bộ)|chi\s+(?:bộ|ủy)"
    r"|(?:tỉnh|huyện|thành|thị|quận)\s+ủy|UBND|ủy\s+ban\s+nhân\s+dân|xã|phường|thị\s+trấn|huyện"
    r"|thôn|bản|ấp|(?:nhà\s+)?trường|công\s+ty|doanh\s+nghiệp|bệnh\s+viện|sở|phòng"
    r"|hợp\s+tác\s+xã)"
)
_COUNT = (
    r"(?P<many>các|100\s?%\s+(?:các\s+)?|(?P<of>\d{1,2})/(?=(?P=of)\s)\d+)"
    r"|(?P<count>0?[2-9]|1\d|hai|ba|bốn|năm|sáu|bảy|tám)"
)
_LOOKED_AT = (
    r"(?:được\s+(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát)|(?:nói|nêu)\s+trên|trên|này)"
)
_VERB = (
    r"(?:tổ\s+chức|triển\s+khai|quán\s+triệt|ban\s+hành|xây\s+dựng|thực\s+hiện|chỉ\s+đạo"
    r"|lãnh\s+đạo|phổ\s+biến|học\s+tập|cụ\s+thể\s+hóa|tuyên\s+truyền)"
)
_DONE = (
    r"(?:đã|đều|cũng|luôn|cơ\s+bản|kịp\s+thời|nghiêm\s+túc|thường\s+xuyên|chủ\s+động|tích\s+cực"
    rf"|sớm|(?P<bare>{_VERB}))(?!\w)"
)
_MANY = re.compile(
    rf"{_OPENS}(?P<who>(?:(?P<head>{_HEADS})\s+(?:của\s+)?)?(?:cả\s+|tất\s+cả\s+)?(?:{_COUNT})\s*"
    rf"\b(?P<sort>{_SORTS}))(?:\s+(?P<looked>{_LOOKED_AT}))?,?\s+(?={_DONE})",
    re.I,
)
_ONE = re.compile(
    rf"{_OPENS}(?P<who>(?:tập\s+thể\s+)?(?P<sort>{_SORTS}|ban\s+(?:thường\s+vụ|chấp\s+hành)))"
    rf"(?:\s+(?P<looked>{_LOOKED_AT}))?\s+(?={_DONE})",
    re.I,
)
# '- Đã ban hành kế hoạch ...', 'Kịp thời quán triệt ...': who is told of is left out.
_LEFT_OUT = re.compile(
    r"\W{0,4}(?:\(?\w{1,3}[.)]\s*)?(?:[^.;:\n]{4,60}:\s+)?(?:(?P<done>[Đđ]ã)"
    rf"|(?i:kịp\s+thời|nghiêm\s+túc|thường\s+xuyên|chủ\s+động|tích\s+cực|{_VERB}))(?!\w)"
)
_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8}
_PARTY = re.compile(
    r"(?:Ban (?:Thường vụ|Chấp hành) )?"
    r"(?:Chi (?:bộ|ủy)|Đảng (?:ủy|bộ)|(?:Tỉnh|Huyện|Thành|Thị|Quận) ủy)"
)
_BY_INSPECTION = re.compile(
    r"(?:Qua|Kết\s+quả)\s+(?:đợt\s+|cuộc\s+|công\s+tác\s+|quá\s+trình\s+)?"
    r"(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát)"
)


def of_inspected(report: Report, stretch: Span) -> Iterator[Subject]:
    """The units of the inspection that the text tells of, called by their sort or left out."""
    at, words = stretch.start, report.text[stretch.start : stretch.end]
    for match in (*_MANY.finditer(words), *_ONE.finditer(words)):
        turned = words[: match.start("who")].endswith("được ")
        if match["bare"] and not turned and report.sort_in(stretch) != "result":
            continue
        place = at + match.start("who")
        looked_at = spoken_of(report, place, stretch, match["looked"] is not None)
        found = tuple(body for body in looked_at if _is_called(body, match))
        if found and _is_number(match, len(found), len(looked_at)):
            yield _subject(report, Span(place, at + match.end("who")), found)
            return
    left_out = _LEFT_OUT.match(words)
    if left_out and (left_out["done"] or report.sort_in(stretch) == "result"):
        found = spoken_of(report, at + left_out.end(), stretch)
        if len({body.name.split()[0] for body in found}) == 1:
            yield _subject(report, Span(at, at + left_out.end()), found)


def of_reporter(report: Report, sentence: Span) -> Iterator[Subject]:
    """The body that a report of its own work leaves out: '- Đã ban hành kế hoạch ...'."""
    left_out = _LEFT_OUT.match(report.text, sentence.start, sentence.end)
    if left_out and left_out["done"] and report.host and report.is_own_report:
        span = Span(sentence.start, left_out.end())
        yield _subject(report, span, (report.host,))


def _subject(report: Report, span: Span, found: tuple[Body, ...]) -> Subject:
    return Subject(span, tuple(committee(body, report) for body in found))


def called_alone(report: Report, name: str, place: int, sentence: Span) -> Body | None:
    """Whom a name without a place means: the one unit looked at that bears it, else the host.

    'Đảng ủy xã đã ...' in the report of an inspection of Đảng ủy xã A.
    """
    looked_at = (committee(each, report) for each in spoken_of(report, place, sentence))
    named = {each for each in looked_at if each.name.startswith(f"{name} ")}
    if len(named) == 1:
        return named.pop()
    host = report.host
    return host if host and host.name.startswith(f"{name} ") else None


def spoken_of(
    report: Report, place: int, sentence: Span, explicit: bool = False
) -> tuple[Body, ...]:
    """The units of the inspection that is spoken of at a place: of the only one told before it.

    Of several, that of the same paragraph. An inspection that nobody led, that no paper ordered,
    is one of many in a report of a year, whose 'các đơn vị' are others.
    """
    told = [each for each in report.inspected if each.span.start < place and _units(each)]
    if not told:
        return ()
    last = max(told, key=lambda each: each.span.start)
    opened = explicit or _BY_INSPECTION.match(report.text, sentence.start) is not None
    if not opened and (report.is_summary or not (last.leader or last.members or last.mandate)):
        return ()
    several = len({_units(each) for each in told}) > 1
    if several and "\n" in report.text[last.span.end : place].strip():
        return ()
    return _units(last)


def _units(told: Inspection) -> tuple[Body, ...]:
    if told.status != "held" or not all(map(is_named, told.units)):
        return ()
    return tuple(filter(is_unit, told.units))


def _is_number(match: re.Match[str], found: int, looked_at: int) -> bool:
    """Whether as many units are meant as were looked at: 'các đơn vị', 'hai xã', 'đơn vị'."""
    groups = match.groupdict()
    count = (groups.get("count") or groups.get("of") or "").lower()
    if count:
        return found == (int(count) if count.isdigit() else _NUMBERS[count])
    return found > 1 if groups.get("many") else found == looked_at == 1


_NAMES = {
    "đảng ủy": "(?:Ban (?:Thường vụ|Chấp hành) )?Đảng (?:ủy|bộ)",
    "đảng bộ": "(?:Ban (?:Thường vụ|Chấp hành) )?Đảng (?:ủy|bộ)",
    "chi bộ": "Chi (?:bộ|ủy)",
    "chi ủy": "Chi (?:bộ|ủy)",
    "nhà trường": "Trường",
    "công ty": "Công ty|Tổng công ty",
    "doanh nghiệp": "Doanh nghiệp|Công ty|Tổng công ty|Xí nghiệp",
    "ubnd": "UBND|Ủy ban nhân dân",
    "ủy ban nhân dân": "UBND|Ủy ban nhân dân",
    "ban thường vụ": "Ban Thường vụ",
    "ban chấp hành": "Ban Chấp hành",
}
_ANY = frozenset(
    ("đơn vị", "địa phương", "cơ quan", "cơ quan, đơn vị", "cơ quan, địa phương", "nơi", "cơ sở")
)
_PLACES = frozenset(("xã", "phường", "thị trấn", "huyện", "thôn", "bản", "ấp"))
_COMMITTEES = frozenset(("cấp ủy", "tổ chức đảng", "tổ chức cơ sở đảng"))


def _is_called(body: Body, match: re.Match[str]) -> bool:
    """Whether the text may call a unit so: 'đơn vị' any, 'đảng ủy' a party committee only."""
    sort = " ".join(match["sort"].lower().split())
    head = " ".join((match.groupdict().get("head") or "").lower().split())
    return _is_of(body.name, sort) and (head not in _NAMES or _is_of(body.name, head))


def _is_of(name: str, sort: str) -> bool:
    if sort in _ANY:
        return True
    if sort in _COMMITTEES:
        return _PARTY.match(name) is not None
    if sort in _PLACES:
        return re.search(rf"(?:\A|\s)(?i:{sort})\s[{UPPER}\d]", name) is not None
    if sort.endswith(" ủy") and sort not in _NAMES:
        return sort in name.lower()
    return re.match(_NAMES.get(sort, sort.capitalize()), name) is not None
