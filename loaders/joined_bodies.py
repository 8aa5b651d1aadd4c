"""Bodies that take part, as lists name them: those without a territory share one.

'Hội Nông dân, Phòng Nội vụ, Thanh tra huyện': the last says of which district all three are; where
none says it, they are of the district of the body that inspects.
"""

import re
from collections.abc import Iterator, Sequence

from loaders.bodies import body_at, resolve
from loaders.model import Body, Span
from loaders.passages import UPPER, spaces_folded
from loaders.place_names import NAME
from loaders.places import Home
from loaders.unit_names import TYPES, is_territory

_WORD = re.compile(
    rf"(?<![\w/-])(?=[{UPPER}]|các\s+(?:(?:tổ chức|đoàn thể)\s+chính|Ban\s+(?:của\s+)?H))"
)
# Sorts of bodies that every territory of some level has, where a list leaves its name out.
_LOCAL = re.compile(
    (
        r"(?P<mass>Hội (?:Liên hiệp Phụ nữ|LHPN|Phụ nữ|Nông dân|ND|Cựu chiến binh|CCB|Chữ thập đỏ"
        r"|Người cao tuổi|Luật gia|Khuyến học|Cựu giáo chức)|Đoàn Thanh niên(?: [Cc]ộng sản"
        r"(?: Hồ Chí Minh)?)?|Đoàn TNCS(?: Hồ Chí Minh)?|Liên đoàn Lao động|LĐLĐ"
        r"|Ban Thanh tra nhân dân|Ban [Gg]iám sát đầu tư (?:của )?cộng đồng|Công an|Thanh tra"
        r"|Ban Chỉ huy [Qq]uân sự|Kho bạc Nhà nước|Bảo hiểm xã hội|Trung tâm Y tế|Trạm Y tế)"
        r"|(?P<organ>(?:Cơ quan )?(?:Ủy ban [Kk]iểm tra|UBKT)|Ban (?:Tổ chức|Tuyên giáo và Dân vận"
        r"|Tuyên giáo|Dân vận|Nội chính|Xây dựng Đảng)|Văn phòng)"
    ).replace(" ", r"\s{1,3}")
    + r"(?=\s*(?:[,;.:()\n]|\Z|[-–]\s|và\s|cùng\s|(?:tham|cử|đã|làm|là|giám|kiểm|khảo|tiến|tổ)\s))"
)
_TERRITORY = re.compile(rf"(?<!\w)(?:{TYPES})\s(?:{NAME}|\d{{1,2}})\Z")
_COMMITTEE = re.compile(rf"(?P<type>Tỉnh|Thành|Huyện|Quận|Thị)\s(?:ủy|[Đđ]oàn)\s(?P<name>{NAME})\Z")
# 'Văn phòng, Ban Tổ chức Huyện ủy': many bodies have such organs.
_OF_COMMITTEE = re.compile(rf"(?:(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy(?: {NAME})?|Đảng ủy(?: \S.*)?)\Z")
_ONLY_BESIDE = re.compile(r"(?:Ban Tổ chức|Văn phòng)\Z")
_SKIPPED = re.compile(r"\w+")
_TYPE_OF = {
    "Tỉnh": "tỉnh",
    "Thành": "thành phố",
    "Huyện": "huyện",
    "Quận": "quận",
    "Thị": "thị xã",
}


def territory_of(body: Body) -> str | None:
    """The territory that a body's name ends with: 'huyện Tân Kỳ', also of 'Huyện ủy Tân Kỳ'."""
    if typed := _TERRITORY.search(body.printed):
        return typed[0]
    committee = _COMMITTEE.search(body.printed)
    return f"{_TYPE_OF[committee['type']]} {committee['name']}" if committee else None


def bodies_in(text: str, span: Span, home: Home) -> tuple[Body, ...]:
    """Every body that a stretch names for certain, in order."""
    named = _named(text, span, home, with_local=False)
    return tuple(dict.fromkeys(each for each in named if isinstance(each, Body)))


def joined_in(text: str, span: Span, home: Home, by: Body | None) -> tuple[Body, ...]:
    """Every body of a stretch that lists participants, in order; `by` is whom they join."""
    named = tuple(_named(text, span, home, with_local=True))
    whole = (_whole(named[index:], home, by) for index in range(len(named)))
    return tuple(dict.fromkeys(body for body in whole if body))


def _named(text: str, span: Span, home: Home, with_local: bool) -> Iterator[Body | re.Match[str]]:
    """The bodies of a stretch, and where asked for the names of local ones without a territory."""
    at = span.start
    while match := _WORD.search(text, at, span.end):
        end = min(span.end, match.start() + 240)
        body = body_at(text, match.start(), end, home, institutions=False)
        local = _LOCAL.match(text, match.start(), span.end) if with_local else None
        if local and (body is None or (body[1] <= local.end() and not territory_of(body[0]))):
            yield local
            at = local.end()
        elif body is None or is_territory(body[0]):
            skip = _SKIPPED.match(text, match.start())
            at = skip.end() if skip else match.start() + 1
        else:
            yield body[0]
            at = body[1]


def _whole(named: Sequence[Body | re.Match[str]], home: Home, by: Body | None) -> Body | None:
    """The first of a list, with the territory of the next that names one, or of `by`.

    An organ takes the committee of the next. A general name that nothing completes is no certain
    body.
    """
    each, behind = named[0], [body for body in named[1:] if isinstance(body, Body)]
    if isinstance(each, Body):
        return each if territory_of(each) else of_district(each, behind, home, by)
    words = spaces_folded(each[0])
    for beside in (*behind[:1], *((by,) if by else ())) if each["organ"] else ():
        if committee := _OF_COMMITTEE.search(beside.printed):
            return resolve(f"{words} {committee[0]}", home, None)
    nearest = next((found for body in behind if (found := territory_of(body))), None)
    territory = nearest or (territory_of(by) if by else None)
    if _ONLY_BESIDE.match(words) or (each["organ"] and by and "MTTQ" in by.printed and not nearest):
        return None
    return resolve(f"{words} {territory}", home, None) if territory else None


# What every district or commune has.
_OFFICES = ("Phòng ", "Trung tâm Phục vụ hành chính công")


def of_district(office: Body, behind: Sequence[Body], home: Home, by: Body | None) -> Body:
    """'Phòng Nội vụ' is that of the district or commune of the next of the list, or of `by`."""
    around = (territory_of(body) for body in (*behind, *((by,) if by else ())))
    territory = next((found for found in around if found and not found.startswith("tỉnh ")), None)
    if territory is None or office.place or not office.name.startswith(_OFFICES):
        return office
    return resolve(f"{office.printed} {territory}", home, None)
