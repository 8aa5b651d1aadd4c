"""The letterhead above a text's number: its lines in capitals and the body that they name."""

import re

from loaders.casing import MARKS, UNIT, cased
from loaders.issuers import UPPER
from loaders.model import Span

OPEN_END = re.compile(r"(?:tỉnh|huyện|quận|thành phố|thị xã|thị trấn|xã|phường|đặc khu|ủy)\Z", re.I)
# Parts of a committee that stand under its name in a letterhead.
_PARTS = re.compile(
    r"(?:BAN THƯỜNG (?:TRỰC|VỤ)|THƯỜNG TRỰC|ỦY BAN KIỂM TRA|BAN (?!CHẤP HÀNH|QUẢN LÝ)[^\n]{3,80}"
    r"|VĂN PHÒNG|(?:ĐOÀN|TỔ) (?:GIÁM SÁT|KIỂM TRA|THANH TRA|KHẢO SÁT|CÔNG TÁC|XÁC MINH)"
    r"(?: LIÊN NGÀNH| CHUYÊN NGÀNH| CHUYÊN ĐỀ)?(?: (?:SỐ )?\d+)?)\Z"
)
# 'HỘI CỰU CHIẾN BINH VIỆT NAM' over 'TỈNH SƠN LA' is the association of that province.
_OF_THE_COUNTRY = re.compile(r"(?<=\S) VIỆT NAM\Z")
_OTHERS = re.compile(
    r"CỘNG H|ĐẢNG CỘNG|CÔNG BÁO|ĐỘC LẬP|SỐ\b|VIỆT NAM\Z|NHIỆM KỲ|LẦN THỨ|KHÓA\s"
    r"|ĐOÀN TNCS HỒ CHÍ MINH\Z"
)
_UNIT_LINE = re.compile(r"(?:TỈNH|HUYỆN|QUẬN|THÀNH PHỐ|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU)\s(?!ỦY)")
# 'BCH TỈNH NGHỆ AN' under 'HỘI NÔNG DÂN VIỆT NAM'
_ORGAN_LINE = re.compile(
    rf"(?P<organ>BCH|BAN CHẤP HÀNH|BAN THƯỜNG (?:VỤ|TRỰC))\s(?=(?:HỘI\s)?{_UNIT_LINE.pattern})"
)


def letterhead(text: str, number: Span) -> tuple[str, Span] | None:
    """The lines in capitals right above the number as printed, and where they stand."""
    end = text.rfind("\n", 0, number.start) + 1
    words: list[str] = []
    span = Span(end, end)
    while end > 0 and len(words) < _HEAD_LINES:
        start = text.rfind("\n", 0, end - 1) + 1
        line = COLUMN.split(text[start:end].strip(MARKS + "\n"), maxsplit=1)[0]
        if line.isupper() and not _OTHERS.match(line):
            first = text.index(line, start)
            span = Span(first, span.end if words else first + len(line))
            words.insert(0, " ".join(line.strip(MARKS).split()))
        elif words or start < number.start - 700:
            break
        end = start
    return (" ".join(words), span) if words else None


# 'BAN CHẤP HÀNH' over 'TRUNG ƯƠNG' over a board's name in two lines
_HEAD_LINES = 4


def head_body(text: str, number: Span) -> str | None:
    """The body above the number.

    'ỦY BAN NHÂN DÂN' over 'TỈNH YÊN BÁI' is one name; 'BAN THƯỜNG TRỰC' under 'ỦY BAN MTTQ VIỆT
    NAM HUYỆN ĐẠI TỪ' is a part of that committee.
    """
    return _named(_head_lines(text, number))


def joint_bodies(text: str, number: Span) -> str | None:
    """All bodies of a joint instrument, 'X; Y': side by side, or with dashes between."""
    columns = [COLUMN.split(line.strip(MARKS)) for line in _above(text, number)]
    sides = ([each[i].strip(MARKS) for each in columns if len(each) > 1] for i in (0, -1))
    names = [_named(_in_capitals(side)) for side in sides]
    if names[0] and names[1]:
        return f"{names[0]}; {names[1]}"
    named = [cased(each) for each in re.split(r"\s+-\s+", " ".join(_head_lines(text, number)))]
    unit = UNIT.search(named[-1])
    whole = (f"{each} {unit[0]}" if unit and not UNIT.search(each) else each for each in named)
    return "; ".join(whole) if len(named) > 1 else None


def _named(own: list[str]) -> str | None:
    """The body that the lines of one letterhead name."""
    if not own:
        return None
    last, before = own[-1], own[-2] if len(own) > 1 else ""
    if before and (organ := _ORGAN_LINE.match(last)):
        name = "BAN CHẤP HÀNH" if organ["organ"] == "BCH" else organ["organ"]
        return cased(f"{name} {_OF_THE_COUNTRY.sub('', before)} {last[organ.end() :]}")
    if before and _UNIT_LINE.match(last):
        if not before.startswith(("ỦY BAN", "MẶT TRẬN", "UB")):
            before = _OF_THE_COUNTRY.sub("", before)
        return cased(f"{before} {last}")
    if before and _PARTS.match(last) and not UNIT.search(cased(last)):
        # 'ĐOÀN GIÁM SÁT' under 'TỈNH X', which stands under 'HỘI ĐỒNG NHÂN DÂN'
        of = " ".join(own[-3:-1]) if _UNIT_LINE.match(before) else before
        return cased(f"{last} {of}")
    if before and _OF_A_COMMITTEE.search(last):
        return f"{cased(last)} {cased(before)}"
    if before and (congress := _CONGRESS.match(last)):
        which = cased(f"{congress['head']}{congress['which']}").removeprefix(
            cased(congress["head"])
        )
        return f"{cased(congress['head'])} {cased(before)}{which}"
    unit = UNIT.search(cased(before))
    name = cased(last)
    if unit and (last == "THANH TRA" or _OFFICE_OF.match(last)):
        return f"{name} {unit[0]}"
    return f"{name} {missing_unit(name, unit)}" if unit and OPEN_END.search(name) else name


# 'ĐẠI HỘI ĐẠI BIỂU LẦN THỨ XXII' under 'ĐẢNG BỘ HUYỆN X'
_CONGRESS = re.compile(
    r"(?P<head>ĐẠI HỘI(?: ĐẠI BIỂU| ĐẢNG VIÊN)?)(?P<which>(?: LẦN THỨ \w+)?)(?:,? NHIỆM KỲ.*)?\Z"
)
# 'VĂN PHÒNG HĐND VÀ UBND' under 'UBND HUYỆN X'
_OFFICE_OF = re.compile(
    r"VĂN PHÒNG (?:HĐND|HỘI ĐỒNG|UBND|ỦY BAN|ĐOÀN ĐẠI|ĐOÀN ĐBQH)(?!.*(?:TỈNH|HUYỆN) )"
)


def missing_unit(name: str, unit: re.Match[str]) -> str:
    """What completes a name: 'X' after '... tỉnh' or 'Tỉnh ủy', 'phường X' after 'Đảng ủy'."""
    by_itself = name.casefold().endswith("đảng ủy") and not unit["type"].casefold().endswith("ủy")
    return unit[0] if by_itself else unit["name"]


def territory_above(text: str, number: Span, name: str) -> re.Match[str] | None:
    """The territory of the letterhead that completes a name: 'huyện X' for 'Phòng Y tế huyện'."""
    found = (UNIT.search(cased(line)) for line in reversed(_head_lines(text, number)))
    return next((unit for unit in found if unit and _completes(name, unit["type"])), None)


def _completes(name: str, sort: str) -> bool:
    """Whether a territory of this sort is what a name leaves open: a 'tỉnh' no 'huyện'."""
    *_, before, last = ["", *name.casefold().split()]
    wanted = before if last in ("ủy", "phố", "xã", "trấn", "khu") and before else last
    if last == "xã" and before != "thị":
        wanted = last
    return wanted == "đảng" or sort.casefold().startswith(wanted)


# 'ĐOÀN KIỂM TRA CỦA BAN THƯỜNG VỤ' under 'TỈNH ỦY GIA LAI'
_OF_A_COMMITTEE = re.compile(r"\sBAN (?:THƯỜNG VỤ|CHẤP HÀNH|THƯỜNG TRỰC)\Z")
STANDING = re.compile(r"(?:BAN THƯỜNG (?:VỤ|TRỰC)|BAN CHẤP HÀNH|ĐOÀN CHỦ TỊCH|BAN BÍ THƯ)\Z")
# The right column begins behind blanks or a cell's edge, or with the words that only stand there.
COLUMN = re.compile(
    r"[ \t]{3,}|\||\t|\s(?=ĐẢNG CỘNG SẢN|CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập|ĐOÀN TNCS HỒ CHÍ MINH\Z"
    rf"|(?:TP\.?\s?)?[{UPPER}](?:[^\W\d_{UPPER}]|[ ][{UPPER}][^\W\d_{UPPER}])[^\n,\d|]{{0,40}},"
    r"\s*\**ngày\s)"
)
# 'ĐOÀN THANH TRA THEO QĐ SỐ 52/QĐ-TTr' is the delegation's name and what ordered it.
_ORDERED_BY = re.compile(r"\sTHEO (?:QĐ|QUYẾT ĐỊNH|CÔNG VĂN)\b.*")


def _head_lines(text: str, number: Span) -> list[str]:
    """The lines in capitals above the number: their left column, where the issuer stands."""
    lines = _above(text, number)
    return _in_capitals(
        [_own_column(COLUMN.split(each.strip(MARKS), maxsplit=1)) for each in lines]
    )


def _above(text: str, number: Span) -> list[str]:
    """The lines above a number, and what stands before it on its own."""
    lines = text[max(0, number.start - 700) : number.start].split("\n")
    lines[-1:] = _RUN_ON.split(_NUMBER_WORD.sub("", lines[-1]))
    return lines


def _in_capitals(lines: list[str]) -> list[str]:
    bare = (_own_territory(_ORDERED_BY.sub("", each)) for each in lines)
    folded = (" ".join(_RULE.sub("", each).strip(MARKS).split()) for each in bare)
    # 'TP.' alone is left of 'TP. Huế, ngày ...'
    return [each for each in folded if each.isupper() and len(each) > 3 and not _OTHERS.match(each)]


_RULE = re.compile(r"\s[-–—_*]{3,}\Z")
_NUMBER_WORD = re.compile(r"[\s*_-]*[Ss][ốỐ]\s*:?\s*\**\Z")
# Where the letterhead became one line with its number, a part or a lower body begins another:
# 'TỈNH ỦY X - ỦY BAN KIỂM TRA * Số 5-TB/UBKTTU'
_RUN_ON = re.compile(
    r"(?<=\w)\s+(?:[-–*_]+\s+)?(?=(?:ỦY BAN KIỂM TRA|BAN CHẤP HÀNH (?:TỈNH|THÀNH|HUYỆN|XÃ|HỘI)"
    r"|(?<!ỦY )BAN (?!CHẤP HÀNH|QUẢN LÝ|TRUNG)|VĂN PHÒNG|ĐẠI HỘI |NHIỆM KỲ "
    r"|THƯỜNG TRỰC|LIÊN ĐOÀN LAO|(?:ĐOÀN|TỔ) (?:GIÁM|KIỂM|THANH|KHẢO|CÔNG|XÁC)"
    r"|SỞ\s|(?<!VĂN )(?<!HẢI )PHÒNG\s|THANH TRA(?! NHÂN)|(?:HUYỆN|QUẬN|THỊ|ĐẢNG) ỦY\s"
    r"|CHI BỘ|(?:CHI |TỔNG )CỤC\s|(?<!CHI )(?<!TỔNG )CỤC\s|KIỂM TOÁN NHÀ NƯỚC (?:KHU|CHUYÊN)))"
)
# 'HĐND XÃ X - TỈNH Y': where the body's own territory lies. 'XÃ X, HUYỆN Y' is how names go on.
_WITHIN = re.compile(
    r"(?<=\w)\s?[-–]\s(?P<unit>(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|XÃ(?! HỘI)|PHƯỜNG)\s(?!ỦY)[^\n|]*)\Z"
)


def _own_territory(line: str) -> str:
    """A body's line without where its own territory lies: 'HĐND XÃ X' of 'HĐND XÃ X - TỈNH Y'."""
    within = _WITHIN.search(line)
    if within is None:
        return line
    body = line[: within.start()]
    return body if UNIT.search(cased(body)) else f"{body} {within['unit']}"


def _own_column(columns: list[str]) -> str:
    """The left one, or the right where the left bears the name of the Party or the State."""
    return columns[-1] if _OF_ALL.match(columns[0]) else columns[0]


_OF_ALL = re.compile(r"ĐẢNG CỘNG SẢN\s+VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI")


def standing_part(text: str, number: Span) -> str | None:
    """'Ban Thường vụ Trung ương Hội X' of 'BAN THƯỜNG VỤ' under the name of that committee."""
    own = _head_lines(text, number)
    if len(own) < 2 or not STANDING.match(own[-1]):
        return None
    return f"{cased(own[-1])} {cased(own[-2])}"
