"""Lists of units as reports coordinate them.

'Huyện ủy A và Đảng bộ một số xã: B, C và D', 'các xã X, Y', 'UBND xã Z, huyện A'.

A bare name takes the head and type of the unit before it; a territory behind a comma that contains
the unit before it only says where that unit lies; a general noun phrase is a unit as it is printed.
"""

import re
from dataclasses import dataclass

from loaders.bodies import body_at, territory_body
from loaders.model import Body, Span
from loaders.organisations import written_out
from loaders.passages import UPPER
from loaders.places import NAME, Home, candidates
from ontology import iris

_TYPES = r"xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|đặc khu"
_HEADS = (
    r"(?:Ban\s+Thường\s+vụ\s+|BTV\s+|Ban\s+Chấp\s+hành\s+)?(?:Đảng\s+bộ|Đảng\s+ủy|đảng\s+bộ"
    r"|đảng\s+ủy)|(?:Thường\s+trực\s+)?(?:HĐND|Hội\s+đồng\s+nhân\s+dân)|UBND|Ủy\s+ban\s+nhân\s+dân"
    r"|(?:Ủy\s+ban\s+)?(?:MTTQ|Mặt\s+trận\s+Tổ\s+quốc)(?:\s+Việt\s+Nam)?|UBMTTQ|Chi\s+bộ|Công\s+an"
    r"|Hội\s+(?:Nông\s+dân|Phụ\s+nữ|LHPN|Cựu\s+chiến\s+binh)"
)
# 'Đảng bộ một số xã: Lao Chải'  'các xã Nậm Khắt'  'UBND các xã, thị trấn: ...'  '5 xã gồm: ...'
_PLURAL = re.compile(
    rf"(?P<head>(?:(?:{_HEADS})\s+)?)(?:[Cc]ác|một\s+số|\d{{1,3}}|hai|ba|bốn"
    rf"|năm)\s+(?P<type>{_TYPES})(?:\s*(?:,|và)\s*(?:{_TYPES}))*"
    rf"\s*(?:,?\s*(?:gồm|là|bao gồm)(?:\s+các\s+xã)?)?\s*[:(]?\s*(?=[{UPPER}])"
)
# 'các Huyện ủy: Núi Thành, Thăng Bình'
_PLURAL_COMMITTEES = re.compile(
    r"(?:[Cc]ác|một\s+số|\d{1,3}|hai|ba|bốn|năm)\s+(?P<head>(?:(?:Ban\s+Thường\s+vụ"
    r"|BTV)\s+)?(?:các\s+)?"
    rf"(?P<type>(?:[Hh]uyện|[Tt]hành|[Tt]hị|[Qq]uận|[Tt]ỉnh)\s+ủy))\s*:?\s+(?=[{UPPER}])"
)
# '03 đảng ủy xã: Quảng Ngần, Thượng Sơn'
_PLURAL_HEADED = re.compile(
    rf"(?:[Cc]ác|một\s+số|\d{{1,3}}|hai|ba|bốn|năm)\s+(?P<head>{_HEADS})\s+(?P<type>{_TYPES})"
    rf"(?:\s*,?\s*(?:gồm|là|bao\s+gồm))?\s*[:(]\s*(?=[{UPPER}])"
)
# 'Đảng ủy, HĐND và UBND xã A': what stands before shares the territory at the end.
_SHARED_TERRITORY = re.compile(
    rf"(?P<head>{_HEADS})(?=(?:(?:\s*,\s*"
    rf"|\s+và\s+)(?:{_HEADS}))+\s+(?P<type>{_TYPES})\s+(?P<name>{NAME}|\d{{1,2}}))"
)
_PLURALS = (_PLURAL, _PLURAL_COMMITTEES, _PLURAL_HEADED)
_NAME = re.compile(NAME)
# 'Chủ tịch UBND huyện A': his office answers.
_OF_OFFICE = r"(?:(?:Chủ\s+tịch|Giám\s+đốc)\s+(?=(?:UBND|Ủy\s+ban|Sở)\s))?"
_SEPARATOR = re.compile(
    r"\s*(?:(?P<and>,?\s*(?:và|cùng|rồi|lẫn)\s)|,|;|\s-\s)\s*(?:\(\d\)\s*|\d\)\s+)?(?:tại\s+"
    r"|đối\s+với\s+"
    r"|ở\s+|với\s+)?(?:\d{1,2}\s+(?!xã|phường|thị|huyện|quận|thành|tỉnh"
    r"|đặc)[^\s:;.,]+(?:\s[^\s:;.,]+){0,3}:\s*)?(?:lãnh\s+đạo\s+"
    rf"|tập\s+thể\s+)?{_OF_OFFICE}"
)
_OPENING = re.compile(
    r"\s*(?:(?:Chủ\s+tịch|Giám\s+đốc)\s+(?=(?:UBND|Ủy\s+ban|Sở)\s)|lãnh\s+đạo\s+|tập\s+thể\s+(?:lãnh\s+đạo\s+)?|các\s+(?:đơn\s+vị|cơ\s+quan"
    r"|địa\s+phương)(?:,\s*(?:đơn\s+vị|địa\s+phương))?\s*(?:gồm)?\s*:?\s*(?=[A-ZĐ])"
    r"|\d{1,3}\s+(?:đơn\s+vị|tổ\s+chức\s+(?:cơ\s+sở\s+)?[đĐ]ảng|cơ\s+quan|địa\s+phương|chi\s+bộ"
    r"|đảng\s+bộ|doanh\s+nghiệp|cơ\s+sở)(?:(?:,|\s+và)\s+(?:đơn\s+vị|cơ\s+quan|địa\s+phương"
    r"|tổ\s+chức))*"
    r"(?:\s*,?\s*(?:gồm|là|bao\s+gồm)(?:\s+có)?)?\s*:\s*"
    # 'những nơi dưới đây: A; B', 'hai đơn vị, đó là: A và B', '03 doanh nghiệp gồm A, B, C'
    r"|(?:các|những|\d{1,3}|hai|ba|bốn|năm|sáu|một\s+số"
    r"|nhiều)\s+[^\s:;.,A-ZĐ\d][^:;.,\n\d]{0,60}?(?:(?:,?\s*(?:gồm(?:\s+có)?|là|bao\s+gồm"
    r"|như))\s+(?=[A-ZĐỦ])|:\s*))?(?:\(1\)\s*|1\)\s+)?"
)
_BRACKET = re.compile(r"\s*\([^()\n]{0,80}\)")
_GENERAL = re.compile(
    r"(?:các\s+)?(?:tiểu\s+ban|tổ\s+chức\s+(?:cơ\s+sở\s+)?[đĐ]ảng|chi\s+bộ|[đĐ]ảng\s+bộ|đảng\s+ủy"
    r"|đơn\s+vị\s+trực\s+thuộc|cơ\s+quan\s+chuyên\s+môn|phòng,?\s+ban|chi,\s+đảng\s+bộ"
    r"|sở,\s+(?:ban,\s+)?ngành|[kK]hối\s|trường\s+học|cấp\s+ủy)"
)
_GENERAL_END = re.compile(
    r"[.;()\n]|,(?!\s*(?:giám sát|kiểm tra|thị trấn|phường|xã|ban|ngành|đơn vị|tổ chức|phòng)\b)"
    r"|\s(?:về|trong việc|theo|từ ngày|với|để|nhằm|đã)\s"
)
# 'Khối MTTQ và các đoàn thể ... các xã, thị trấn' is one unit; 'Khối các cơ quan tỉnh' an
# organisation of its own.
_BLOC = re.compile(r"Khối\s+(?:MTTQ|Mặt|Đảng|chính|Chính|Nhà)")
_HAMLET = re.compile(
    rf"([Tt]hôn|[Bb]ản|[Tt]ổ dân phố|[Ấấ]p|[Bb]uôn|[Kk]hu (?:phố|dân cư))\s+({NAME}|\d{{1,2}})"
)
# 'các ấp Bình Tả, Hòa Bình 1'
_HAMLETS = re.compile(
    r"(?:[Cc]ác|một\s+số|\d{1,2}|hai|ba|bốn|năm)\s+(?P<type>thôn|bản|ấp|buôn|tổ\s+dân\s+phố"
    rf"|khu\s+(?:phố|dân\s+cư))\s*:?\s+(?=[{UPPER}])"
)
_AND = re.compile(r"\svà\s+(?=[A-ZĐỦ])")
_LEVEL_RANK = {"tỉnh": 1, "huyện": 2, "xã": 3, "thôn": 4}
_TIMES = re.compile(
    r"\s+(?:các\s+)?(?:nhiệm\s+kỳ|giai\s+đoạn)\s+[\d\s,–-]{4,40}|\s+khóa\s+[\dIVX]+"
)


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a bare name that follows inherits.

    The head, empty for a territory, and the territory's type; `many` behind 'các xã', where every
    name is one of them, listed or not.
    """

    head: str
    kind: str
    many: bool = False


# Behind a comma the next body may be the one that acts: 'Qua kiểm tra A, UBKT nhận thấy ...'.
_ACTS = re.compile(
    rf"(?:,\s(?:tỉnh|huyện|thành phố|quận|thị xã)\s{NAME}|\s?\([^()\n]{{2,60}}\))?"
    r"\s+(?:đã|nhận\s+thấy|ghi\s+nhận|kết\s+luận|yêu\s+cầu|đề\s+nghị|kiến\s+nghị|quyết\s+định"
    r"|xem\s+xét"
    r"|cho\s+(?:thấy|rằng)|chỉ\s+(?:ra|rõ)|phát\s+hiện|đánh\s+giá|xác\s+định|thấy"
    r"|tiến\s+hành)(?!\w)"
)


_INSTITUTION = re.compile(
    r"(?:Công ty|Tổng [Cc]ông ty|Trường|Bệnh viện|Trung tâm|Ban [Qq]uản lý|Hợp tác xã|Chi cục|Trạm"
    r"|Cục|Ngân hàng|Quỹ|Văn phòng|Nhà máy|Học viện|Viện|Đài|Báo|Xí nghiệp|Chi nhánh|Kho bạc|Hạt)\s"
)


def is_unit(body: Body) -> bool:
    """Whether a body is one certain unit: of a place or a type, an institution, a territory."""
    return bool(
        body.place
        or body.type
        or _INSTITUTION.match(body.name)
        or is_territory(body)
        or _HAMLET.match(body.name)
    )


_TERRITORY_BEGINS = re.compile(
    rf"(?<!\w)(?:(?:[Cc]ác|hai|ba|bốn|\d{{1,3}})\s+)?(?:{_TYPES}|[Tt]hôn|[Bb]ản|[Tt]ổ dân phố"
    rf"|[Ấấ]p|[Bb]uôn"
    rf"|[Kk]hu phố|[Kk]hu dân cư)\s(?:(?:{_TYPES}|,|và)\s?)*(?=[{UPPER}\d])"
)


def territory_begins(text: str, start: int, end: int) -> re.Match[str] | None:
    """The next place where a territory may be named as a unit: 'xã A', 'các xã B, C', 'thôn D'."""
    return _TERRITORY_BEGINS.search(text, start, end)


def units(text: str, start: int, end: int, home: Home) -> tuple[tuple[Body, ...], int]:
    """The units listed from `start` on, and where the list ends; none if no unit stands there."""
    found: list[Body] = []
    begins_at = re.compile(r"\s*").match(text, start, end).end()  # type: ignore[union-attr]
    listed = any(p.match(text, begins_at, end) for p in _PLURALS)
    opening = None if listed else _OPENING.match(text, start, end)
    at = opening.end() if opening else begins_at
    stop, shape = start, None
    separated = and_before = False
    while at < end:
        item = _item(text, at, end, home, shape)
        if item is None:
            break
        unit, item_end, shape = item
        if found and _ACTS.match(text, item_end, end) and not and_before:
            break
        contained = separated and found and _contains(unit, found[-1], text[stop:at])
        if not contained:
            found.append(unit)
        stop = item_end
        while extra := _BRACKET.match(text, stop, end) or _TIMES.match(text, stop, end):
            stop = extra.end()
        separator = _SEPARATOR.match(text, stop, end)
        if separator is None:
            break
        at, separated = separator.end(), True
        and_before = separator["and"] is not None
    return tuple(dict.fromkeys(found)), stop


def is_territory(unit: Body) -> bool:
    """Whether the unit is a territory alone: 'huyện Duy Xuyên'."""
    return unit.type == "" and re.match(rf"(?:{_TYPES})\s[{UPPER}\d]", unit.name) is not None


def _contains(unit: Body, previous: Body, between: str) -> bool:
    """Whether a territory behind a comma only says where the unit before it lies.

    'xã Duy Vinh, huyện Duy Xuyên'.
    """
    if not is_territory(unit) or re.search(r"và|cùng|;", between):
        return False
    return _rank(unit) < _rank(previous)


_RANK_OF_TYPE = {"tỉnh": 1, "huyện": 2, "quận": 2, "thị": 2, "thành": 2}


def _rank(body: Body) -> int:
    """How high a unit stands, by its level or, where it is not listed, by the type in its name."""
    if _HAMLET.match(body.name):
        return _LEVEL_RANK["thôn"]
    if body.level:
        return _LEVEL_RANK.get(body.level, 9)
    return _RANK_OF_TYPE.get(body.name.split()[0], _LEVEL_RANK["xã"])


def _item(
    text: str, at: int, end: int, home: Home, shape: _Shape | None
) -> tuple[Body, int, _Shape | None] | None:
    near = min(end, at + 200)
    plural = _PLURAL.match(text, at, near) or _PLURAL_HEADED.match(text, at, near)
    if plural:
        head, kind = written_out(plural["head"]), plural["type"]
        head = head[:1].upper() + head[1:]
        name = _NAME.match(text, plural.end(), end)
        if name:
            return _bare(text, name, _Shape(head, kind, many=True), home)
    committees = _PLURAL_COMMITTEES.match(text, at, min(end, at + 200))
    if committees and (name := _NAME.match(text, committees.end(), end)):
        kind = " ".join(committees["type"].lower().split())
        head = written_out(committees["head"].replace("các ", ""))
        return _bare(text, name, _Shape(head[0].upper() + head[1:], kind, many=True), home)
    if together := _SHARED_TERRITORY.match(text, at, end):
        head, name_words = written_out(together["head"]), " ".join(together["name"].split())
        unit = territory_body(together["type"], name_words, home, head)
        return unit, together.end("head"), _Shape(head, together["type"])
    if (many := _HAMLETS.match(text, at, near)) and (name := _NAME.match(text, many.end(), end)):
        return _bare(text, name, _Shape("", " ".join(many["type"].split()), many=True), home)
    hamlet = _HAMLET.match(text, at, end)
    if hamlet:
        return (
            territory_body(hamlet[1].lower(), " ".join(hamlet[2].split()), home),
            hamlet.end(),
            None,
        )
    if _BLOC.match(text, at, end):
        return _general(text, at, end, home)
    body = body_at(text, at, min(end, at + 240), home)
    if body is not None and not _is_bare_name(text, at, shape, home):
        return body[0], body[1], _shape_of(body[0])
    name = _NAME.match(text, at, end)
    if name and shape is not None and (shape.many or candidates(shape.kind, name[0], home.date)):
        return _bare(text, name, shape, home)
    return _general(text, at, end, home)


def _is_bare_name(text: str, at: int, shape: _Shape | None, home: Home) -> bool:
    """'Hồ Bốn' in a list of communes is a commune.

    Whatever organisation's name begins with the same word.
    """
    name = _NAME.match(text, at)
    if shape is None or name is None:
        return False
    found = candidates(shape.kind, name[0], home.date)
    return bool(found) and len(found[0].name.split()) >= len(name[0].split())


def _bare(text: str, name: re.Match[str], shape: _Shape, home: Home) -> tuple[Body, int, _Shape]:
    known = candidates(shape.kind, name[0], home.date)
    words = name[0]
    if known:
        count = len(known[0].name.split())
        words = " ".join(words.split()[:count])
    end = name.start()
    for word in words.split():
        end = text.index(word, end) + len(word)
    if number := _NUMBERED.match(text, end):
        words, end = words + number[0], number.end()
    return territory_body(shape.kind, words, home, shape.head), end, shape


# 'Hòa Bình 1': hamlets of one name are told apart by numbers.
_NUMBERED = re.compile(r" \d{1,2}(?!\w|[/.,]\d)")


def _shape_of(body: Body) -> _Shape | None:
    """'UBND xã A' lets 'B' follow; 'Huyện ủy A' too."""
    match = re.match(rf"(?P<head>.*?)\s?\b(?P<type>{_TYPES})\s+[{UPPER}\d]", body.printed)
    if match:
        return _Shape(match["head"], match["type"])
    committee = re.match(r"(?P<head>(?:.*\s)?(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy)\s", body.name)
    if committee:
        return _Shape(committee["head"], committee["head"].split()[-2].lower() + " ủy")
    return None


def _general(text: str, at: int, end: int, home: Home) -> tuple[Body, int, None] | None:
    """A general noun phrase to its end.

    'các tổ chức đảng trực thuộc Huyện ủy', 'tiểu ban kiểm tra, giám sát của Khối'.
    """
    if _GENERAL.match(text, at, end) is None:
        return None
    limit = min(end, at + 200)
    stop = _GENERAL_END.search(text, at, limit)
    close = stop.start() if stop else limit
    for conjunction in _AND.finditer(text, at, close):
        following = body_at(text, conjunction.end(), limit, home)
        if following and following[0].place:
            close = conjunction.start()
            break
    words = " ".join(text[at:close].split())
    if len(words) < 8:
        return None
    return Body(iris.body(iris.slug(words)), words, "", None), close, None


def bodies_in(text: str, span: Span, home: Home) -> tuple[Body, ...]:
    """Every body named in a stretch that lists participants, in order."""
    found: list[Body] = []
    at = span.start
    word = re.compile(
        rf"(?<![\w/-])(?=[{UPPER}]|các\s+(?:(?:tổ chức|đoàn thể)\s+chính|Ban\s+(?:của\s+)?H))"
    )
    while match := word.search(text, at, span.end):
        body = body_at(
            text, match.start(), min(span.end, match.start() + 240), home, institutions=False
        )
        if body is None or is_territory(body[0]):
            skip = re.compile(r"\w+").match(text, match.start())
            at = skip.end() if skip else match.start() + 1
            continue
        found.append(body[0])
        at = body[1]
    return tuple(dict.fromkeys(found))
