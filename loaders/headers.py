"""What instrument a text itself is, from its header, preamble and signature; None for a news page.

The issuer is found in loaders/enacting.py: a letterhead is not an issuer.
"""

import re
from dataclasses import dataclass
from itertools import product

from loaders import dates
from loaders.anchors import sought
from loaders.enacting import Resolve, issuer, signed_issuer
from loaders.issuers import UPPER
from loaders.letterheads import letterhead
from loaders.model import Signature, Span
from loaders.official_numbers import NUMBER
from loaders.signatures import signer
from loaders.titles import is_letter, kind_line, letter_about, title
from ontology.numbers import normalise

HEAD = 6000
# Số 384-QĐ/TW   Số: 162/2026/NĐ-CP   Luật số: 41/2024/QH15   | Số 37-HD/BTGDVTW
# or in the right column, beside the day: 'Hà Nội, ngày 5 tháng 6 năm 2024      Số 12-TC/UBKTTW'
# and behind the letterhead on one line: 'THÀNH ỦY HUẾ - ỦY BAN KIỂM TRA * Số 21-TC/UBKTTU'
_NUMBER_LINE = re.compile(
    rf"(?:(?:^|\n)(?:[\s|*#>-]*|[{UPPER}][{UPPER}0-9 ,*_-]{{6,160}}[\s*_-](?=Số))"
    r"|(?<=[0-9])(?:[ ]{3,}|[ ]*\t[ \t]*))"
    r"(?:(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh|LUẬT|NGHỊ QUYẾT)\s+)?"
    r"[Ss][ốỐ]\s{0,2}:?\s{0,4}\**(?=[0-9])"
)
# '03-BC/ĐKT1422', '16/BC-Đoàn GS': a number as people make it, which only its own line can tell.
_UNUSUAL = re.compile(
    r"[0-9]{1,5}\s?[-/]\s?[A-ZĐ][A-Za-zĐđ]{1,5}[-/]\s?[A-ZĐ][\w/.&-]*(?: [A-ZĐ]{2})?"
)
_LINE_REST = re.compile(
    rf"[ *|]*(?:\n|\Z|[ ]{{2,}}|\t|(?:[–—-][ ]?)?\**[{UPPER}][\w. -]{{1,40}},\s*ngày"
    r"|ĐẢNG CỘNG SẢN|CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐOÀN TNCS|Độc lập|V/v\s)"
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
    text, written = _broken(text), _broken(written)
    found = _own_number(text)
    if found is None:
        return _minutes(text, written)
    number, span = found
    consolidated = "VBHN" in number
    line = kind_line(text, 0 if consolidated else span.end, number)
    kind, end, printed = line or (None, span.end, None)
    about = title(written, end, consolidated) if kind else None
    letter = letter_about(text, written, span.end, end if kind else None)
    if letter or (kind is None and is_letter(text, number, span.end)):
        kind, end, printed, about = "Công văn", span.end, None, letter
    if kind is None and not consolidated:
        return None
    signed = signer(text)
    issued = issuer(text, number, span, end, resolve)
    return Header(
        "Văn bản hợp nhất" if consolidated else kind,
        number,
        _date(text, span, consolidated),
        issued.name,
        about,
        signed[0] if signed else None,
        span,
        letterhead(text, span),
        signed[1] if signed else None,
        printed,
        issued.committee,
    )


# 'TỈNH ỦY X<br>ỦY BAN KIỂM TRA' in a cell of a Markdown table is two lines.
_BREAK = re.compile(r"<br ?/?>", re.I)


def _broken(text: str) -> str:
    """The text with lines where its Markdown has marks of breaks, of the same length."""
    if text.find("<", 0, HEAD) < 0:
        return text
    return _BREAK.sub(lambda mark: "\n".ljust(len(mark[0])), text)


# Minutes are seldom numbered: a line 'BIÊN BẢN', and a day with its place above or below.
_MINUTES = re.compile(r"(?:^|\n)[\s|*#]*(?P<kind>BIÊN BẢN)(?=[\s|*])")


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
    about = title(written, span.end)
    signed = signer(text)
    return Header(
        "Biên bản",
        None,
        dates.day_of(day),
        issued.name,
        about,
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
        for pattern in (NUMBER, _UNUSUAL):
            number = pattern.match(text, line.end())
            if number and _LINE_REST.match(text, number.end()):
                return normalise(number[0]), Span(number.start(), number.end())
    return None


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
