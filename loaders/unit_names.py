"""One unit as reports name it in a list: a body, a territory, a bare name, a general phrase.

A bare name takes the head and type of the unit before it; a general noun phrase is a unit as it is
printed.
"""

import re
from dataclasses import dataclass

from loaders.bodies import body_at, resolve, territory_body
from loaders.institutions import INSTITUTION, SECTORS
from loaders.model import Body
from loaders.organisations import written_out
from loaders.passages import UPPER
from loaders.place_names import NAME, candidates
from loaders.places import Home
from ontology import iris

TYPES = r"xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|đặc khu"
_HEADS = (
    r"(?:Ban\s+Thường\s+vụ\s+|BTV\s+|Ban\s+Chấp\s+hành\s+)?(?:Đảng\s+bộ|Đảng\s+ủy|đảng\s+bộ"
    r"|đảng\s+ủy)|(?:Thường\s+trực\s+)?(?:HĐND|Hội\s+đồng\s+nhân\s+dân)|UBND|Ủy\s+ban\s+nhân\s+dân"
    r"|(?:Ủy\s+ban\s+)?(?:MTTQ|Mặt\s+trận\s+Tổ\s+quốc)(?:\s+Việt\s+Nam)?|UBMTTQ|Chi\s+bộ|Công\s+an"
    r"|Hội\s+(?:Nông\s+dân|(?:Liên\s+hiệp\s+)?Phụ\s+nữ|LHPN|Cựu\s+chiến\s+binh)"
    r"|Liên\s+đoàn\s+Lao\s+động|LĐLĐ"
)
# 'Đảng bộ một số xã: Lao Chải'  'các xã Nậm Khắt'  'UBND các xã, thị trấn: ...'  '5 xã gồm: ...'
_PLURAL = re.compile(
    rf"(?P<head>(?:(?:{_HEADS})\s+)?)(?:[Cc]ác|một\s+số|\d{{1,3}}|hai|ba|bốn"
    rf"|năm)\s+(?P<type>{TYPES})(?:\s*(?:,|và)\s*(?:{TYPES}))*"
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
    rf"(?:[Cc]ác|một\s+số|\d{{1,3}}|hai|ba|bốn|năm)\s+(?P<head>{_HEADS})\s+(?P<type>{TYPES})"
    rf"(?:\s*,?\s*(?:gồm|là|bao\s+gồm))?\s*[:(]\s*(?=[{UPPER}])"
)
# 'Đảng ủy, HĐND và UBND xã A': what stands before shares the territory at the end.
_SHARED_TERRITORY = re.compile(
    rf"(?P<head>{_HEADS})(?=(?:(?:\s*,\s*"
    rf"|\s+và\s+)(?:{_HEADS}))+\s+(?P<type>{TYPES})\s+(?P<name>{NAME}|\d{{1,2}}))"
)
_SECTORS = SECTORS.replace(" ", r"\s{1,3}")
# 'các Sở: Nội vụ, Tài chính'; behind it, and behind 'Sở Nội vụ', a sector alone is one of them.
_PLURAL_SECTORS = re.compile(
    rf"(?:[Cc]ác|\d{{1,2}}|hai|ba|bốn|năm)\s+(?P<head>[Ss]ở|[Pp]hòng)(?:\s*:|\s+gồm\s*:?)?\s*"
    rf"(?=(?:{_SECTORS})(?!\w))"
)
_SECTOR = re.compile(rf"(?:{_SECTORS})(?!\w)(?=\s*(?:[,;.:()]|\Z|và\s|(?:tỉnh|huyện|xã|thành)\s))")
PLURALS = (_PLURAL, _PLURAL_COMMITTEES, _PLURAL_HEADED, _PLURAL_SECTORS)
_NAME = re.compile(NAME)
_GENERAL = re.compile(
    r"(?:các\s+)?(?:tiểu\s+ban|tổ\s+chức\s+(?:cơ\s+sở\s+)?[đĐ]ảng|chi\s+bộ|[đĐ]ảng\s+bộ|đảng\s+ủy"
    r"|đơn\s+vị\s+trực\s+thuộc|cơ\s+quan\s+chuyên\s+môn|phòng,?\s+ban|chi,\s+đảng\s+bộ"
    r"|sở,\s+(?:ban,\s+)?ngành|[kK]hối\s|trường\s+học|cấp\s+ủy)"
)
_GENERAL_END = re.compile(
    r"[.;()\n]|,(?!\s*(?:giám sát|kiểm tra|thị trấn|phường|xã|ban|ngành|đơn vị|tổ chức|phòng)\b)"
    r"|\s(?:về|trong việc|theo|từ ngày|các ngày|ngày|trong|vào|với|để|nhằm|đã)\s"
)
# 'Khối MTTQ và các đoàn thể ... các xã, thị trấn' is one unit; 'Khối các cơ quan tỉnh' an
# organisation of its own.
_BLOC = re.compile(r"Khối\s+(?:MTTQ|Mặt|Đảng|chính|Chính|Nhà)")
_HAMLET_TYPES = (
    r"[Tt]hôn|[Bb]ản|[Tt]ổ dân phố|[Ấấ]p|[Bb]uôn|[Kk]hu (?:phố|dân cư)|[Xx]óm|[Ll]àng|[Kk]hóm"
)
# 'bản Phăng 1' too, where the number ends the name.
HAMLET = re.compile(
    rf"({_HAMLET_TYPES})\s+({NAME}(?:\s[1-9]\d?(?=\s*(?:[,;)\n]|\.(?!\d)|\Z)|\s(?:và|đã)\s))?"
    r"|\d{1,2}(?![/\d]))"
)
# 'chợ Ninh Hải', 'bãi rác Khánh Sơn', 'bếp ăn Trường Mầm non Hoa Sen', 'trạm y tế xã Tân Lập': a
# place named by its sort, in small letters, and a name.
_FACILITY = re.compile(
    r"(?:chợ|bãi\s+(?:rác|xử\s+lý|cát)|bến\s+(?:xe|cảng|thủy)|cảng|bếp\s+ăn|trang\s+trại|trại|lò\s+giết\s+mổ"
    r"|cơ\s+sở\s+(?:giết|sản|chế|kinh|cai|bảo\s+trợ|mầm|khám|nuôi|trợ\s+giúp)|cửa\s+hàng|siêu\s+thị"
    r"|đại\s+lý|nhà\s+hàng|khách\s+sạn|kho|xưởng|hộ(?:\s+kinh\s+doanh)?"
    r"|nhà\s+(?:máy|văn\s+hóa|trẻ|thuốc)|xí\s+nghiệp|hồ(?:\s+chứa)?|đập|trạm|nghĩa\s+trang|mỏ|lò\s+gạch"
    r"|khu\s+(?:du|công|đô|tái|chế|nhà\s+ở|ký|xử|cách|xóm)|cụm\s+công\s+nghiệp|làng\s+nghề|phòng\s+khám"
    r"|bệnh\s+viện|trung\s+tâm|trường|hợp\s+tác\s+xã|công\s+ty|doanh\s+nghiệp|quỹ\s+tín\s+dụng"
    r"|(?:nông|lâm)\s+trường|ban\s+quản\s+lý|chi\s+nhánh)"
    r"(?:\s+(?!(?:về|việc|của|tại|ở|và|cho|trên|trong|để|do|theo|đã|được|từ|năm|ngày|gồm|là|thuộc|có|như"
    r"|đối|nơi|vào|các|một|nhằm|với|khi|này|xã|phường|huyện|tỉnh|thành|thị|thôn|bản|ấp)(?!\w))"
    rf"[^\W\d_A-ZĐ{UPPER}]\w*){{0,7}}"
    rf"\s+(?=[{UPPER}]|(?:{TYPES}|thôn|bản|ấp)\s[{UPPER}])"
)
_FACILITY_NAME = re.compile(
    rf"(?:(?:{TYPES}|thôn|bản|ấp)\s+)?{NAME}(?:\s+(?:{TYPES})\s+{NAME})?(?:\s\d{{1,2}}(?![\d/]))?"
)
# 'các ấp Bình Tả, Hòa Bình 1'
_HAMLETS = re.compile(
    r"(?P<head>(?:[Cc]hi\s+bộ\s+)?)(?:[Cc]ác|một\s+số|\d{1,2}|hai|ba|bốn|năm)\s+(?P<type>thôn|bản|ấp|buôn|xóm|khóm|tổ\s+dân\s+phố"
    rf"|khu\s+(?:phố|dân\s+cư))\s*:?\s+(?=[{UPPER}])"
)
_AND = re.compile(r"\svà\s+(?=[A-ZĐỦ])")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a bare name that follows inherits.

    The head, empty for a territory, and the territory's type; `many` behind 'các xã', where every
    name is one of them, listed or not.
    """

    head: str
    kind: str
    many: bool = False


_INSTITUTION = re.compile(
    r"(?:Công ty|Tổng [Cc]ông ty|Trường|Bệnh viện|Trung tâm|Ban [Qq]uản lý|Hợp tác xã|Chi cục|Trạm"
    r"|Cục|Ngân hàng|Quỹ|Văn phòng|Nhà máy|Học viện|Viện|Đài|Báo|Xí nghiệp|Chi nhánh|Kho bạc|Hạt"
    r"|Trang trại|Trại|Cơ sở|Cửa hàng|Bến xe|Doanh nghiệp|DNTN|Siêu thị|Phòng khám|Nông trường"
    r"|Lâm trường|Nhà thuốc|Bếp ăn|Bãi rác|Khu (?:công|du|đô)|Cụm công nghiệp|Đội|Đồn|Công đoàn)\s"
)


def is_unit(body: Body) -> bool:
    """Whether a body is one certain unit: of a place or a type, an institution, a territory."""
    return bool(
        body.place
        or body.type
        or _INSTITUTION.match(body.name)
        or is_territory(body)
        or HAMLET.match(body.name)
        or _FACILITY.match(body.name)
    )


_TERRITORY_BEGINS = re.compile(
    rf"(?<!\w)(?:(?:[Cc]ác|hai|ba|bốn|\d{{1,3}})\s+)?(?:{TYPES}|[Tt]hôn|[Bb]ản|[Tt]ổ dân phố"
    rf"|[Ấấ]p|[Bb]uôn"
    rf"|[Kk]hu phố|[Kk]hu dân cư)\s(?:(?:{TYPES}|,|và)\s?)*(?=[{UPPER}\d])"
)


def territory_begins(text: str, start: int, end: int) -> re.Match[str] | None:
    """The next place where a territory may be named as a unit: 'xã A', 'các xã B, C', 'thôn D'."""
    return _TERRITORY_BEGINS.search(text, start, end)


def is_territory(unit: Body) -> bool:
    """Whether the unit is a territory alone: 'huyện Duy Xuyên'."""
    return unit.type == "" and re.match(rf"(?:{TYPES})\s[{UPPER}\d]", unit.name) is not None


def unit_at(
    text: str, at: int, end: int, home: Home, shape: Shape | None
) -> tuple[Body, int, Shape | None] | None:
    """The unit that stands at a place of a list, its end, and what a bare name may inherit."""
    if many := _plural(text, at, end, home):
        return many
    hamlet = HAMLET.match(text, at, end)
    if hamlet and not _is_bare_name(text, at, shape, home):
        kind, words = hamlet[1].lower(), " ".join(hamlet[2].split())
        return territory_body(kind, words, home), hamlet.end(), None
    if _BLOC.match(text, at, end):
        return _general(text, at, end, home)
    body = body_at(text, at, min(end, at + 240), home)
    if body is not None and not _is_bare_name(text, at, shape, home):
        number = _NUMBERED.match(text, body[1], end)
        if number and (of := _OF_HAMLET.fullmatch(body[0].printed)):
            return territory_body(of[2], of[3] + number[0], home, of[1]), number.end(), None
        return body[0], body[1], _shape_of(body[0])
    if shape and shape.kind == _SECTORAL and _SECTOR.match(text, at, end):
        return _sector(text, at, end, shape, home)
    if facility := _facility(text, at, end):
        return facility
    name = _NAME.match(text, at, end)
    if name and shape is not None and (shape.many or candidates(shape.kind, name[0], home.date)):
        return _bare(text, name, shape, home)
    return _general(text, at, end, home)


def _plural(text: str, at: int, end: int, home: Home) -> tuple[Body, int, Shape | None] | None:
    """The first of several that share a head: 'UBND các xã A, B', 'các Sở: Nội vụ, Tài chính'."""
    near = min(end, at + 200)
    plural = _PLURAL.match(text, at, near) or _PLURAL_HEADED.match(text, at, near)
    if plural and (name := _NAME.match(text, plural.end(), end)):
        head = written_out(plural["head"])
        shape = Shape(head[:1].upper() + head[1:], plural["type"], many=True)
        return _bare(text, name, shape, home)
    committees = _PLURAL_COMMITTEES.match(text, at, near)
    if committees and (name := _NAME.match(text, committees.end(), end)):
        kind = " ".join(committees["type"].lower().split())
        head = written_out(committees["head"].replace("các ", ""))
        return _bare(text, name, Shape(head[0].upper() + head[1:], kind, many=True), home)
    if many := _PLURAL_SECTORS.match(text, at, near):
        return _sector(text, many.end(), end, Shape(many["head"].capitalize(), _SECTORAL), home)
    if together := _SHARED_TERRITORY.match(text, at, end):
        head, words = written_out(together["head"]), " ".join(together["name"].split())
        unit = territory_body(together["type"], words, home, head)
        return unit, together.end("head"), Shape(head, together["type"])
    if (many := _HAMLETS.match(text, at, near)) and (name := _NAME.match(text, many.end(), end)):
        head = "Chi bộ" if many["head"] else ""
        return _bare(text, name, Shape(head, " ".join(many["type"].split()), many=True), home)
    return None


_SECTORAL = "ngành"


def _sector(
    text: str, at: int, end: int, shape: Shape, home: Home
) -> tuple[Body, int, Shape] | None:
    """The department of a sector that a list names without its head: 'Sở Nội vụ, Tài chính'."""
    named = _SECTOR.match(text, at, end)
    if named is None:
        return None
    words = " ".join(named[0].split())
    return resolve(f"{shape.head} {words}", home, None), named.end(), shape


def _facility(text: str, at: int, end: int) -> tuple[Body, int, None] | None:
    """A facility as it is printed: 'bếp ăn Trường Mầm non Hoa Sen' with the name of its school."""
    sort = _FACILITY.match(text, at, end)
    if sort is None:
        return None
    owner = INSTITUTION.match(text, sort.end(), end) or _FACILITY_NAME.match(text, sort.end(), end)
    if owner is None:
        return None
    words = " ".join(text[at : owner.end()].split())
    return Body(iris.body(iris.slug(words)), words, "", None), owner.end(), None


def _is_bare_name(text: str, at: int, shape: Shape | None, home: Home) -> bool:
    """'Hồ Bốn' in a list of communes is a commune.

    Whatever organisation's name begins with the same word.
    """
    name = _NAME.match(text, at)
    if shape is None or name is None:
        return False
    found = candidates(shape.kind, name[0], home.date)
    return bool(found) and len(found[0].name.split()) >= len(name[0].split())


def _bare(text: str, name: re.Match[str], shape: Shape, home: Home) -> tuple[Body, int, Shape]:
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


# 'Chi bộ thôn Tú Sơn 1'
_OF_HAMLET = re.compile(r"(.+)\s(thôn|bản|ấp|buôn|xóm|khóm|làng|tổ dân phố|khu phố)\s(\S.*)")
# 'Hòa Bình 1': hamlets of one name are told apart by numbers.
_NUMBERED = re.compile(r" \d{1,2}(?!\w|[/.,]\d)")


def _shape_of(body: Body) -> Shape | None:
    """'UBND xã A' lets 'B' follow; 'Huyện ủy A' too."""
    match = re.match(rf"(?P<head>.*?)\s?\b(?P<type>{TYPES})\s+[{UPPER}\d]", body.printed)
    if match and not match["head"].startswith(("Sở ", "Phòng ")):
        return Shape(match["head"], match["type"])
    if sector := re.match(rf"(?P<head>Sở|Phòng)\s(?:{SECTORS})(?!\w)", body.printed):
        return Shape(sector["head"], _SECTORAL)
    committee = re.match(r"(?P<head>(?:.*\s)?(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy)\s", body.name)
    if committee:
        return Shape(committee["head"], committee["head"].split()[-2].lower() + " ủy")
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
