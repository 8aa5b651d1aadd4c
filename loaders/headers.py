"""What instrument a text itself is, from its header, preamble and signature; None for a news page.

The issuer is found in loaders/enacting.py: a letterhead is not an issuer.
"""

import re
from dataclasses import dataclass
from itertools import product, takewhile

from loaders import dates
from loaders.anchors import sought
from loaders.casing import MARKS
from loaders.enacting import Resolve, is_issuing_line, issuer, signed_issuer
from loaders.issuers import UPPER
from loaders.kind_words import kind_of, other_name
from loaders.letterheads import COLUMN, letterhead
from loaders.model import Signature, Span
from loaders.official_numbers import NUMBER
from loaders.signatures import signer
from ontology.numbers import normalise

HEAD = 6000
# Số 384-QĐ/TW   Số: 162/2026/NĐ-CP   Luật số: 41/2024/QH15   | Số 37-HD/BTGDVTW
# or in the right column, beside the day: 'Hà Nội, ngày 5 tháng 6 năm 2024      Số 12-TC/UBKTTW'
_NUMBER_LINE = re.compile(
    r"(?:(?:^|\n)[\s|*#>-]*|(?<=[0-9])(?:[ ]{3,}|[ ]*\t[ \t]*))"
    r"(?:(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh|LUẬT|NGHỊ QUYẾT)\s+)?"
    r"[Ss][ốỐ]\s{0,2}:?\s{0,4}\**(?=[0-9])"
)
_LINE_REST = re.compile(
    rf"[ *|]*(?:\n|\Z|[ ]{{2,}}|(?:[–—-][ ]?)?\**[{UPPER}][\w. -]{{1,40}},\s*ngày)"
)
# 'Hà Nội, ngày 15 tháng 5 năm 2026' on its line, or far right of the number in a flattened table.
_DAY = rf"[Nn]gày\s+(?:{dates.IN_WORDS}|{dates.NUMERIC})"
_PLACE = rf"[{UPPER}][^\n,\d]{{1,40}},\s*\**"
_PLACE_DAY = re.compile(rf"(?:\A|\n|[*|–—]|[ ]{{2}})[\s|*]*{_PLACE}{_DAY}")
# 'Số: 45/BC-SYT Hà Nam, ngày 15 tháng 4 năm 2021': the columns are one line.
_BESIDE_NUMBER = re.compile(rf"[ *|]*{_PLACE}{_DAY}")
# '... THEO QĐ SỐ 96-QĐ/UBKTĐU Hải Châu, ngày 22 tháng 4 năm 2026' ends its line.
_DAY_ENDS_LINE = re.compile(
    rf"(?<=[ *|])(?:TP\.?\s?)?[{UPPER}]\w*(?:[ ][{UPPER}]\w*){{0,3}},\s*\**{_DAY}"
    r"(?=[ *|]*(?:\n|\Z))"
)
# Without its place a day stands alone: 'Ngày 08/11/2021, Ủy ban Kiểm tra họp' is of the text.
_DAY_ALONE = re.compile(
    rf"(?:\A|\n|[*|–—]|[ ]{{2}})[\s|*]*{_DAY}(?!\s*[,;:]|\s{{0,2}}(?:của|về|và|tại|đến)\s)"
)
_DAYS = (_PLACE_DAY, _DAY_ENDS_LINE, _DAY_ALONE)
_RULE = re.compile(r"[-_*–—\s]{3,}\Z")
# A title that breaks off after one of these words goes on below the blank line.
_UNFINISHED = re.compile(r"(?:của|về|với|và|theo|cho|tại|trong|do|các|thuộc|số)\Z")
_TITLE_STOP = re.compile(
    r"(?:-\s*)?(?:Căn\s+cứ|Kính\s+gửi|Xét|Điều\s+1|Chương\s+I\b|Phần\s+|I\.|1\.|\(|Độc lập)"
)
# A title may open with these words; on a later line they begin the preamble.
_LATER_STOP = re.compile(r"(?:Thực\s+hiện|Theo|Để|Trong|Từ|Ngày)\s")
# 'Thông tư số 34/2019/TT-BLĐTBXH ngày 30 tháng 12 năm 2019 ... được sửa đổi, bổ sung bởi:' opens a
# consolidated text.
_BASE_ACT = re.compile(
    r"(?:Thông\s+tư|Nghị\s+định|Quyết\s+định|Pháp\s+lệnh|Bộ\s+luật|Luật"
    r"|Nghị\s+quyết)\s.{0,160}?\d+/"
)
_CONSOLIDATED = re.compile(r"(?:^|\n)[\s|*]*Số\s*:?\s*(?P<number>[0-9]{1,5}/VBHN-[A-ZĐ]+)")
_BACK = 200


@dataclass(frozen=True, slots=True)
class Header:
    """The text's own kind, number, date, issuer, title and signer as read.

    `committee` is the one whose part signs: its work is told, its board issues.
    """

    kind: str | None
    number: str | None
    date: str | None
    issuer: str | None
    title: str | None
    signer: str | None
    span: Span
    letterhead: tuple[str, Span] | None = None
    signature: Signature | None = None
    kind_printed: str | None = None
    committee: str | None = None


def header(text: str, written: str, resolve: Resolve) -> Header | None:
    """The header of an instrument, None where the text is none (news, a blank template).

    `written` is the same text with its own spelling, from which the title is quoted.
    """
    found = _own_number(text)
    if found is None:
        return _minutes(text, written)
    number, span = found
    consolidated = "VBHN" in number
    kind_line = _kind_line(text, 0 if consolidated else span.end)
    kind, end, printed = kind_line or (None, span.end, None)
    title = _title(written, end, consolidated) if kind else None
    if letter := _letter(text, span.end, end if kind else span.end + _LETTER_HEAD):
        kind, end, printed, title = "Công văn", letter.end("about"), None, _about(written, letter)
    if kind is None and not consolidated:
        return None
    signed = signer(text)
    issued = issuer(text, number, span, end, resolve)
    return Header(
        "Văn bản hợp nhất" if consolidated else kind,
        number,
        _date(text, span, consolidated),
        issued.name,
        title,
        signed[0] if signed else None,
        span,
        letterhead(text, span),
        signed[1] if signed else None,
        printed,
        issued.committee,
    )


# A letter prints no kind: 'V/v báo cáo kết quả thi đua' under its number, and whom it addresses.
_LETTER = re.compile(
    r"[^\n]*(?:\n(?![ \t|*]*[Vv]/v)[^\n]*){0,6}\n[ \t|*]*[Vv]/v:?\s"
    r"(?P<about>[^\n]+(?:\n[^\n:]+){0,4})"
)
_LETTER_HEAD = 1200


def _letter(text: str, start: int, stop: int) -> re.Match[str] | None:
    """The words of a letter's head up to what it is about, where it addresses somebody."""
    found = _LETTER.match(text, start, stop)
    addressed = found is not None and text.find("Kính gửi", found.start("about"), stop) >= 0
    return found if addressed else None


def _about(written: str, letter: re.Match[str]) -> str:
    """What a letter is about: the lines behind 'V/v' up to a blank line or the right column."""
    lines = takewhile(str.strip, written[slice(*letter.span("about"))].split("\n"))
    left = (COLUMN.split(line.strip(MARKS), maxsplit=1)[0] for line in lines)
    return " ".join(" ".join(left).split())


# Minutes are seldom numbered: a line 'BIÊN BẢN', and a day with its place above or below.
_MINUTES = re.compile(r"(?:^|\n)[\s|*#]*(?P<kind>BIÊN BẢN)[ |*]*(?=\n)")


# Where no day stands beside the place, the first sentence of minutes tells it:
# 'Hôm nay, vào hồi 14 giờ 00, ngày 12/9/2024, tại ...'
_TODAY = re.compile(rf"Hôm\s+nay\b[^\n]{{0,80}}?ngày\s+(?:{dates.IN_WORDS}|{dates.NUMERIC})")
_STATE_OR_PARTY = re.compile(r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN\s+VIỆT NAM")


def _minutes(text: str, written: str) -> Header | None:
    """The header of minutes without a number; None where a form of them is not filled in."""
    found = _MINUTES.search(text, 0, min(len(text), HEAD))
    if found is None:
        return None
    span = Span(*found.span("kind"))
    above = (max(0, span.start - 500), span.start)
    day = next(filter(None, (pattern.search(text, *above) for pattern in _DAYS)), None)
    if day is None and _STATE_OR_PARTY.search(text, 0, span.start):
        day = _TODAY.search(text, span.end, span.end + 900)
    if day is None:
        return None
    issued = signed_issuer(text, span, span.end)
    title = _title(written, span.end, consolidated=False)
    signed = signer(text)
    return Header(
        "Biên bản",
        None,
        dates.day_of(day),
        issued.name,
        title,
        signed[0] if signed else None,
        span,
        letterhead(text, span),
        signed[1] if signed else None,
        None,
        issued.committee,
    )


def _own_number(text: str) -> tuple[str, Span] | None:
    """The number on a line of its own.

    A consolidated text may print it at its end, below what it consolidates.
    """
    for position in sought(text, "/VBHN-", "V"):
        if match := _CONSOLIDATED.search(text, max(0, position - _BACK), position + _BACK):
            return normalise(match["number"]), Span(*match.span("number"))
    for line in _NUMBER_LINE.finditer(text, 0, min(len(text), HEAD)):
        number = NUMBER.match(text, line.end())
        if number and _LINE_REST.match(text, number.end()):
            return normalise(number[0]), Span(number.start(), number.end())
    return None


# 'KẾT LUẬN THANH TRA', 'THÔNG CÁO BÁO CHÍ', 'KẾ HOẠCH KIỂM TRA', 'THÔNG BÁO KẾT LUẬN KIỂM TRA'
_QUALIFIER = re.compile(
    r"(?<=THÔNG BÁO)\s+KẾT LUẬN(?:\s+(?:THANH TRA|KIỂM TRA|GIÁM SÁT))?\Z"
    r"|(?<=\w)\s+(?:THANH TRA|KIỂM TRA|GIÁM SÁT|BÁO CHÍ|PHỐI HỢP|HÀNH ĐỘNG)\Z"
)


def _kind_line(text: str, start: int) -> tuple[str, int, str | None] | None:
    """The kind printed in capitals on a line of its own, where that line ends, its other name."""
    position = start
    for line in text[start : start + 3000].split("\n"):
        bare = line.strip(MARKS + "0123456789")
        kind = kind_of(_QUALIFIER.sub("", bare)) if bare.isupper() else None
        if kind and kind != "Văn bản hợp nhất":
            return kind, position + len(line), other_name(bare)
        position += len(line) + 1
    return None


def _title(text: str, start: int, consolidated: bool) -> str | None:
    """The lines under the kind, joined, up to a rule, a blank line or the preamble."""
    lines: list[str] = []
    for line in text[start : start + 2500].split("\n")[1:]:
        bare = line.strip(MARKS)
        if not bare or _RULE.match(bare):
            if (lines and not _UNFINISHED.search(lines[-1])) or (lines and bare):
                break
            continue
        stops = (
            _TITLE_STOP.match(bare)
            or (lines and _LATER_STOP.match(bare))
            or (consolidated and _BASE_ACT.match(bare))
        )
        if lines and is_issuing_line(bare):
            break
        if stops or (lines and bare.isupper() and not bare[0].isdigit() and not lines[0].isupper()):
            break
        lines.append(bare)
    title = re.sub(r"\s+", " ", " ".join(lines)).strip()
    if not title:
        return None
    return title[0].upper() + (title[1:].lower() if title.isupper() else title[1:])


def _date(text: str, number: Span, consolidated: bool) -> str | None:
    """The day printed with the place, after the number (or before it, in some layouts)."""
    windows = [(number.end, number.end + 900)]
    if not consolidated:
        windows.append((max(0, number.start - 500), number.start))
    if beside := _BESIDE_NUMBER.match(text, number.end):
        return dates.day_of(beside)
    for pattern, (start, end) in product(_DAYS, windows):
        if match := pattern.search(text, start, end):
            return dates.day_of(match)
    passed = re.compile(rf"thông\s+qua\s+ngày\s+(?:{dates.IN_WORDS}|{dates.NUMERIC})").search(
        text, max(0, len(text) - 4000)
    )
    return dates.day_of(passed) if passed else None
