"""The letterhead above a text's number: its lines in capitals and the body that they name."""

import re

from loaders.casing import MARKS, UNIT, cased
from loaders.model import Span

OPEN_END = re.compile(r"(?:tỉnh|huyện|quận|thành phố|thị xã|thị trấn|xã|phường|đặc khu|ủy)\Z", re.I)
# Parts of a committee that stand under its name in a letterhead.
_PARTS = re.compile(
    r"(?:BAN THƯỜNG (?:TRỰC|VỤ)|THƯỜNG TRỰC|ỦY BAN KIỂM TRA|BAN (?!CHẤP HÀNH|QUẢN LÝ)[^\n]{3,40}"
    r"|VĂN PHÒNG|(?:ĐOÀN|TỔ) (?:GIÁM SÁT|KIỂM TRA|THANH TRA|KHẢO SÁT|CÔNG TÁC|XÁC MINH)"
    r"(?: LIÊN NGÀNH| CHUYÊN NGÀNH| CHUYÊN ĐỀ)?(?: SỐ \d+)?)\Z"
)
# 'HỘI CỰU CHIẾN BINH VIỆT NAM' over 'TỈNH SƠN LA' is the association of that province.
_OF_THE_COUNTRY = re.compile(r"(?<=\S) VIỆT NAM\Z")
_OTHERS = re.compile(r"CỘNG H|ĐẢNG CỘNG|CÔNG BÁO|ĐỘC LẬP|SỐ\b|VIỆT NAM\Z")
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
    own = _head_lines(text, number)
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
    unit = UNIT.search(cased(before))
    name = cased(last)
    if unit and last == "THANH TRA":
        return f"{name} {unit[0]}"
    return f"{name} {missing_unit(name, unit)}" if unit and OPEN_END.search(name) else name


def missing_unit(name: str, unit: re.Match[str]) -> str:
    """What completes a name: 'X' after '... tỉnh' or 'Tỉnh ủy', 'phường X' after 'Đảng ủy'."""
    by_itself = name.casefold().endswith("đảng ủy") and not unit["type"].casefold().endswith("ủy")
    return unit[0] if by_itself else unit["name"]


def territory_above(text: str, number: Span) -> re.Match[str] | None:
    """'huyện Tiên Du' of 'UBND HUYỆN TIÊN DU' above a line that names no territory."""
    return next(
        filter(None, (UNIT.search(cased(line)) for line in _head_lines(text, number))), None
    )


# 'ĐOÀN KIỂM TRA CỦA BAN THƯỜNG VỤ' under 'TỈNH ỦY GIA LAI'
_OF_A_COMMITTEE = re.compile(r"\sBAN (?:THƯỜNG VỤ|CHẤP HÀNH|THƯỜNG TRỰC)\Z")
STANDING = re.compile(r"(?:BAN THƯỜNG (?:VỤ|TRỰC)|BAN CHẤP HÀNH|ĐOÀN CHỦ TỊCH|BAN BÍ THƯ)\Z")
# The right column begins behind blanks or a cell's edge, or with the words that only stand there.
COLUMN = re.compile(
    r"[ \t]{3,}|\||\s(?=ĐẢNG CỘNG SẢN|CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập|ĐOÀN TNCS HỒ CHÍ MINH\Z)"
)


def _head_lines(text: str, number: Span) -> list[str]:
    """The lines in capitals above the number: their left column, where the issuer stands."""
    lines = text[max(0, number.start - 700) : number.start].split("\n")
    own = (_own_column(COLUMN.split(line.strip(MARKS), maxsplit=1)) for line in lines)
    folded = (" ".join(each.strip(MARKS).split()) for each in own)
    return [line for line in folded if line.isupper() and not _OTHERS.match(line)]


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
