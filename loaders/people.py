"""Persons whom a report names with an honorific, with their position, or as signers.

'tư tưởng Hồ Chí Minh', streets, prizes and bylines name no person of the report; nor is the bearer
of an allegation one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.anchors import led
from loaders.bodies import body_at
from loaders.model import Body, BodyMention, Person, Span
from loaders.passages import LOWER, UPPER, folded, lowered, names_at
from loaders.place_names import TYPED
from loaders.places import Home
from loaders.signed_names import signers
from loaders.surnames import SURNAMES
from ontology import iris

_POSITIONS = (
    r"(?:[Nn]guyên\s+|[Qq]uyền\s+)?(?:(?:Phó\s+)?(?:Bí\sthư|Chủ\stịch|Chủ\snhiệm|Tổng\sBí\sthư"
    r"|Tổng\sThanh\stra|Tổng\s(?:[Gg]iám\sđốc|[Bb]iên\stập)|Giám\sđốc|Cục\strưởng|Vụ\strưởng"
    r"|Chánh(?=\sThanh\stra\s(?:tỉnh|thành|huyện|quận|thị|Bộ|Sở))|Chánh\s\w+(?:\s\w+)?|Thủ\stướng"
    r"|Bộ\strưởng|Thứ\strưởng|Trưởng\s(?:[Bb]an|[Đđ]oàn|[Pp]hòng|[Cc]ông\san|[Tt]hôn|[Bb]ản"
    r"|[Tt]hanh\stra|[Tt]iểu\sban)|[Đđ]oàn\strưởng|Hiệu\strưởng|Viện\strưởng|Đội\strưởng"
    r"|Tổ\strưởng)"
    r"|Phó\s(?:[Tt]rưởng\s(?:[Bb]an|[Đđ]oàn|[Pp]hòng|[Cc]ông\san)|Ban|Đoàn|Tổng\s\w+|Văn\sphòng)"
    r"|Ủy\sviên|UVBTV|UV\s?BTV|Tỉnh\sủy\sviên|Thành\sủy\sviên|Huyện\sủy\sviên|Thường\strực"
    r"|Đại\sbiểu|Thanh\stra\sviên|Thư\ský|Thành\sviên|Kế\stoán|Chuyên\sviên|Ủy\sban"
)
_ROLE_HEAD = _POSITIONS + r"|Ban|Tỉnh|Thành|Huyện|Đảng|Mặt|Hội|Sở|UBND|HĐND|MTTQ)"
# 'Thành' and 'Hội' are syllables of names too: only with what follows do they begin a body's name.
_WORD = (
    rf"(?!{_POSITIONS}|Ban\s|(?:Tỉnh|Huyện)\sủy|Thành\s(?:ủy|phố)|Đảng\s(?:ủy|bộ)|Mặt\strận"
    r"|Hội\s(?:đồng|[NLC]\w+\s)|Sở\s|UBND|HĐND|MTTQ)(?!\w))"
    rf"[{UPPER}][{LOWER}]*(?:['’][{UPPER}]?[{LOWER}]+)*"
)
_NAME = rf"{_WORD}(?:\s{{1,2}}{_WORD}){{1,4}}"
_CAPITALS = (
    r"(?!UV|BTV|BCH|UBND|HĐND|MTTQ)"
    rf"[{UPPER}]{{1,8}}(?:\s{{1,2}}[{UPPER}]{{1,8}}){{1,4}}(?![{LOWER}])"
)
# 'đồng chí Phùng Quang Huy'  'Ông: Lê Văn A'  'Thượng tá Trần B'  'PGS.TS Nguyễn C'
_HONOURED = re.compile(
    r"(?<!\w)(?:(?:[Cc]ác\s+)?(?:[Đđ]ồng\s+chí|ĐỒNG CHÍ|[Đđ]/c|ông|Ông|bà|Bà)|(?:Thượng|Đại|Trung"
    r"|Thiếu)\s(?:tá|tướng|úy)|(?:(?:PGS|GS|TS|ThS|Tiến sĩ|Thạc sĩ|Luật sư|BS"
    r"|Bác sĩ)\.?,?\s?)+)\s*:?\s{1,3}(?:(?:Thượng|Đại|Trung|Thiếu)\s(?:tá|tướng"
    rf"|úy)\s)?(?P<name>{_NAME}|{_CAPITALS})"
)
_HONOURS = led(
    "Các các Đồng đồng ĐỒNG Đ/c đ/c Ông ông Bà bà Thượng Đại Trung Thiếu PGS GS TS ThS Tiến Thạc"
    " Luật BS Bác".split()
)
_ROLES = led(
    "Nguyên nguyên Quyền quyền Phó Bí Chủ Tổng Giám Cục Vụ Chánh Thủ Bộ Thứ Trưởng Đoàn đoàn Hiệu"
    " Viện Đội Tổ Ủy UVBTV UV Tỉnh Thành Huyện Thường Đại Thanh Thư Kế Chuyên Ban Đảng Mặt Hội Sở"
    " UBND HĐND MTTQ".split()
)
_LIST_ITEM = re.compile(
    rf"(?:[;,]|(?P<and>\svà(?=\s)))\s*(?:và\s+)?(?P<name>{_NAME})\s*(?=[,(–-]\s*{_ROLE_HEAD})"
)
# 'Phó Chủ tịch HĐND tỉnh Hoàng Viết Đường': the position, its body, then the name.
_POSITION = re.compile(
    rf"(?<![\w/-])(?P<role>{_ROLE_HEAD}(?:\s(?:Thường\strực|thường\strực"
    rf"|phụ trách))?)\s{{1,3}}(?=[{UPPER}])"
)
_AFTER_BODY = re.compile(rf"\s{{1,3}}(?P<name>{_NAME})")
_ROLE_AFTER = re.compile(
    r"\s?(?:,|-|–|\(|:)\s*(?:nay\slà\s|hiện\slà\s"
    rf"|là\s)?(?P<role>{_ROLE_HEAD}[^,;.:()\n–]{{0,140}})"
)
_ROLE_STOP = re.compile(
    r"\s(?:thiếu|buông|vi\sphạm|chịu|bị|để|làm|chủ\strì|phát\sbiểu|đã|dẫn\sđầu|cho\sbiết"
    r"|kết\sluận|yêu\scầu|đề\snghị|và\s(?:đồng"
    r"|ông|bà|các|đại\sdiện)|cùng|tham\sdự|dự|nhấn\smạnh|báo\scáo|trả\slời|khẳng\sđịnh|ghi\snhận"
    r"|đánh\sgiá|tiếp\sthu|trình\sbày|trao\sđổi|thay\smặt|công\sbố|tham\sgia|tại|có|vừa|ký|chỉ\sđạo"
    r"|đồng\schủ|về|đang|là|do|thông\squa|quán\striệt|kiểm\stra|giám\ssát|khảo\ssát"
    r"|tiến\shành)(?!\w)"
)
_ALLEGED = re.compile(r"(?:tố\s+(?:cáo|giác)|khiếu\s+nại|đơn\s+phản\s+ánh)[^.;]{0,80}\Z", re.I)
_NEVER = frozenset({"hồ chí minh"})
_SIGNED_AS = (
    r"(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|BÍ THƯ|CHỦ NHIỆM|TRƯỞNG BAN|TRƯỞNG ĐOÀN|GIÁM ĐỐC|CHÁNH THANH TRA"
    r"|CHÁNH VĂN PHÒNG|TỔNG THANH TRA|TRƯỞNG PHÒNG|THƯ KÝ|TRƯỞNG TIỂU BAN|HIỆU TRƯỞNG)"
    r"[A-ZĐÀ-Ỹ ]{0,24}"
)
# Without one of these words none signs; they are found sooner than a signature.
_SIGNING = re.compile(r"CHỦ|BÍ THƯ|TRƯỞNG|GIÁM ĐỐC|CHÁNH|TỔNG|THƯ KÝ")
_SIGNATURE = re.compile(
    r"(?:^|\n)[ \t|*]*(?:(?:T/M|TM\.?|K/T|KT\.?|T/L|TL\.?"
    rf"|Q\.)[^\n]{{0,80}}(?:\n|\s[-–]\s)[\s|*_]*)?(?P<role>{_SIGNED_AS})[ \t|*]*\n(?:[\s|*_]"
    rf"|\([^)\n]{{1,40}}\)|Đã ký|\[.{{1,20}}\]){{0,60}}(?P<name>{_NAME}|{_CAPITALS})[ \t|*]*(?:\n"
    r"|\Z)"
)


@dataclass(frozen=True, slots=True)
class _Naming:
    """One place that names a person, with the position that stands there."""

    span: Span
    name: str
    role: str | None
    body: Body | None


def people(
    text: str, home: Home, published: str | None, bodies: Sequence[BodyMention]
) -> tuple[Person, ...]:
    """Each named person once, in the order of first naming, with all places that name them."""
    del published, bodies  # the home holds the date; bodies of positions are read where they stand
    seen = folded(text)
    found: dict[str, list[_Naming]] = {}
    for naming in sorted(_namings(seen, home), key=lambda n: n.span):
        found.setdefault(naming.name, []).append(naming)
    repeated: dict[str, list[Span]] = {}
    for where, name in names_at(seen, frozenset(found)):
        repeated.setdefault(name, []).append(where)
    return tuple(_person(name, namings, repeated.get(name, ())) for name, namings in found.items())


def signing(persons: Sequence[Person], text: str) -> tuple[Person, ...]:
    """Those of the persons who sign the text."""
    signed = {signer.span for signer in signers(folded(text))}
    return tuple(each for each in persons if signed.intersection(each.spans))


def _person(name: str, namings: Sequence[_Naming], places: Sequence[Span]) -> Person:
    role = next((n.role for n in namings if n.role), None)
    body = next((n.body for n in namings if n.body), None)
    return Person(
        iri=iris.person(name, role or "", body.name if body else ""),
        name=name,
        role=role,
        body=body,
        spans=tuple(sorted({n.span for n in namings} | set(places))),
    )


def _namings(text: str, home: Home) -> Iterator[_Naming]:
    for match in _led(_HONOURS, _HONOURED, text):
        if _ALLEGED.search(text, max(0, match.start() - 90), match.start()):
            continue
        yield from _honoured(text, match, home)
    for match in _led(_ROLES, _POSITION, text):
        yield from _positioned(text, match, home)
    for match in _signatures(text):
        if name := _proper(match["name"]):
            yield _Naming(Span(*match.span("name")), name, match["role"].strip().capitalize(), None)
    for signed in signers(text):
        if name := _proper(text[signed.span.start : signed.span.end]):
            yield _Naming(signed.span, name, signed.office.capitalize(), None)


def _signatures(text: str) -> Iterator[re.Match[str]]:
    """The signatures at the end of a text, the lines of each below each other."""
    tail = max(0, len(text) - 20_000)
    if not _SIGNING.search(text, tail):
        return
    yield from _SIGNATURE.finditer(text, tail)


def _led(starts: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern, tried only where one of its first words stands."""
    at = 0
    for start in starts.finditer(text):
        if start.start() >= at and (match := pattern.match(text, start.start())):
            at = match.end()
            yield match


def _honoured(text: str, match: re.Match[str], home: Home) -> Iterator[_Naming]:
    name = _proper(match["name"])
    if name is None:
        return
    role, body = _role_after(text, match.end(), home)
    yield _Naming(Span(*match.span("name")), name, role, body)
    if match[0].lower().startswith("các"):
        end = text.find("\n", match.end())
        stop = min(end if end >= 0 else len(text), match.end() + 3000)
        for item in _LIST_ITEM.finditer(text, match.end(), stop):
            named = _proper(item["name"])
            # 'các đồng chí A và B, Ủy viên'; behind 'và' a body may stand too
            if named and not (item["and"] and named.split()[0] not in SURNAMES):
                role, body = _role_after(text, item.end("name"), home)
                yield _Naming(Span(*item.span("name")), named, role, body)


def _positioned(text: str, match: re.Match[str], home: Home) -> Iterator[_Naming]:
    """A position whose body, if any, is followed at once by a name that begins with a surname."""
    at = _led_board(text, match.start(), home) or body_at(
        text, match.end(), min(len(text), match.end() + 160), home, institutions=False
    )
    end = at[1] if at else match.end()
    if at is None and TYPED.match(text, match.end()):
        return
    after = _AFTER_BODY.match(text, end) if at else re.compile(_NAME).match(text, end)
    if after is None:
        return
    words = after["name"] if at else after[0]
    name = _proper(words)
    if name is None or name.split()[0] not in SURNAMES or len(name.split()) < 2:
        return
    start = after.start("name") if at else after.start()
    yield _Naming(
        Span(start, start + len(words)),
        name,
        " ".join(match["role"].split()),
        at[0] if at else None,
    )


def _proper(words: str) -> str | None:
    """The name with one space and small letters after the first.

    None where it names no living person of a report.
    """
    parts = words.split()
    if all(part.isupper() and len(part) > 1 for part in parts if part != "A"):
        parts = [part.capitalize() for part in parts]
    name = " ".join(parts)
    if name.lower() in _NEVER or len(parts) < 2:
        return None
    return name


# 'Phó Trưởng ban Pháp chế HĐND tỉnh' leads in the name of the board, not of the council.
_BOARD_OF = re.compile(
    r"(?P<role>(?:Phó\s+)?Trưởng\s+[Bb]an)\s+(?P<board>(?:Pháp|Kinh|Văn|Dân|Đô)\s[^,;.:()\n]{4,90})"
)


def _led_board(text: str, start: int, home: Home) -> tuple[Body, int] | None:
    """The board of a council that a position at `start` leads, and where its name ends."""
    board = _BOARD_OF.match(text, start)
    if board is None:
        return None
    named = body_at(f"Ban {board['board']}", 0, len(board["board"]) + 4, home, False)
    return (named[0], board.start("board") + named[1] - 4) if named else None


def _role_after(text: str, start: int, home: Home) -> tuple[str | None, Body | None]:
    """'Phó Chủ tịch Thường trực' and its body.

    From ', Phó Chủ tịch Thường trực Ủy ban MTTQ, Trưởng đoàn ...'.
    """
    match = _ROLE_AFTER.match(text, start)
    if match is None:
        return None, None
    begin, end = match.span("role")
    stop = _ROLE_STOP.search(text, begin, end)
    end = stop.start() if stop else end
    if led := _led_board(text, begin, home):
        return re.sub(r"\s+", " ", text[begin : lowered(text).find("ban", begin) + 3]), led[0]
    for word in re.compile(rf"(?<=\s)(?=[{UPPER}])").finditer(text, begin + 3, end):
        found = body_at(text, word.start(), end, home, institutions=False)
        if (
            found
            and word.start() > begin
            and not re.match(r"Thường\strực\s*\Z", text[word.start() : end])
        ):
            role = " ".join(text[begin : word.start()].split())
            return role.strip(" ,") or None, found[0]
    return " ".join(text[begin:end].split()) or None, None
