"""What follows a citation's number or name and belongs to it.

Its date and its issuer, in either order.
"""

import re
from typing import Final

from loaders import dates
from loaders.issuers import UPPER, capital_issuer_end, issuer_end
from loaders.model import UNRESOLVED, Citation, Span, citation_of, span_of

_DAY_AFTER: Final = re.compile(
    rf"\s{{0,3}}+[,(]?+\s{{0,3}}+(?:được\s+)?(?:ban\s+hành\s+)?(?:[Nn]gày|NGÀY)\s*(?:{dates.IN_WORDS}"
    rf"|{dates.NUMERIC})"
)
# 'ngày 26-52025': a mark was lost at a line's end; 'ngày 29/182018' is no day.
_DAY_SPOILT: Final = re.compile(
    r"\s{0,3}+,?+\s{0,3}+[Nn]gày\s*(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-]?(?P<y>\d{4})(?!\d)"
)
_MONTH_AFTER: Final = re.compile(
    r"\s{0,3}+,?+\s{0,3}+(?:tháng|THÁNG)\s+(?P<m>\d{1,2})(?:\s*[/-]\s*|\s+(?:năm|NĂM)\s+)(?P<y>(?:19|20)\d\d)(?!\d)"
)
_YEAR_AFTER: Final = re.compile(
    r"\s{0,3}+,?+\s{0,3}+(?:năm|NĂM)\s+(?P<y>(?:19|20)\d\d)(?!\d|\s?-\s?\d{4}|\s+(?:và"
    r"|đến)\s+(?:năm\s+)?\d{4})"
)
_ISSUER_AFTER: Final = re.compile(
    rf"\s{{0,3}}+,?+\s{{0,3}}+(?P<by>do|của|CỦA)(?:[ ]{{1,24}}\n?[ ]{{0,3}}|\s{{1,3}})(?=[{UPPER}])"
)


def completed(text: str, start: int, core: Span, kind: str | None, number: str | None) -> Citation:
    """A citation with the date and the issuer that stand after its number or name, in any order."""
    end, date, issuer = core.end, None, None
    # ngày, năm, tháng, do, của: nothing else can follow that belongs to the citation.
    while date is None or issuer is None:
        letter = text[end : end + 6].lstrip(" ,(\n")[:1]
        if date is None and letter in _DATE_OPENERS and (found := _date_after(text, end)):
            if issuer and _is_year(found[0]) and _HAS_SYMBOL.search(number or ""):
                # 'KẾT QUẢ THỰC HIỆN QUYẾT ĐỊNH SỐ 217-QĐ/TW CỦA BỘ CHÍNH TRỊ NĂM 2023'
                break
            # An impossible date is passed over as if it were one, and not looked for again.
            date, end = found[0] or "", found[1]
        elif issuer is None and letter in _ISSUER_OPENERS:
            found_issuer = _issuer_after(text, end, kind, number)
            if found_issuer is None:
                break
            issuer, end = found_issuer
        else:
            break
    said = (span_of((start, end)), core, text[start:end], kind, number, date or None, issuer)
    return citation_of(said + UNRESOLVED)


def whole_name(text: str, start: int, end: int, kind: str, date: str | None = None) -> Citation:
    """A citation that is all name: its core is its span."""
    span = Span(start, end)
    return Citation(span, span, text[start:end], kind, date=date)


_HAS_SYMBOL: Final = re.compile(r"[^\W\d]")


def _is_year(date: str | None) -> bool:
    return len(date or "") == 4


_DATE_OPENERS, _ISSUER_OPENERS = frozenset("nNtT"), frozenset("dcC")


def _issuer_after(
    text: str, end: int, kind: str | None, number: str | None
) -> tuple[str, int] | None:
    """The issuer's name and its end; 'do X' only where 'ban hành' follows."""
    mark = _ISSUER_AFTER.match(text, end)
    if mark is None:
        return None
    joint = "liên tịch" in (kind or "") or "LT" in (number or "")
    in_capitals = mark["by"].isupper()
    stop = (
        capital_issuer_end(text, mark.end()) if in_capitals else issuer_end(text, mark.end(), joint)
    )
    if stop is None or (mark["by"] == "do" and not _ISSUES.match(text, stop)):
        return None
    name = " ".join(text[mark.end() : stop].split())
    if kind in _OF_LEGISLATURE and not name.casefold().startswith(
        ("quốc hội", "ủy ban thường vụ", "chủ tịch")
    ):
        # 'Luật Ban hành văn bản ... của Hội đồng nhân dân': the name of the law goes on.
        return None
    return name, stop


_OF_LEGISLATURE: Final = frozenset(("Luật", "Bộ luật", "Pháp lệnh"))
_ISSUES: Final = re.compile(r"\s+ban\s+hành")


def _date_after(text: str, end: int) -> tuple[str | None, int] | None:
    """The date right after a position with its end.

    None as date for one that the calendar does not know.
    """
    if match := _DAY_AFTER.match(text, end):
        if "(" not in match[0]:
            return dates.day_of(match), match.end()
        if text[match.end() : match.end() + 1] == ")":
            return dates.day_of(match), match.end() + 1
    if match := _DAY_SPOILT.match(text, end):
        return dates.iso(int(match["d"]), int(match["m"]), int(match["y"])), match.end()
    if match := _MONTH_AFTER.match(text, end):
        return f"{match['y']}-{int(match['m']):02}", match.end()
    if match := _YEAR_AFTER.match(text, end):
        return match["y"], match.end()
    return None


def bare_year(text: str, end: int) -> tuple[str, int] | None:
    """The year right after a law's name: 'Luật Đất đai 2013', with its end."""
    match = _BARE_YEAR.match(text, end)
    return (match["y"], match.end()) if match else None


_BARE_YEAR: Final = re.compile(r"\s(?P<y>(?:19|20)\d\d)(?![\w/-]|\s?-\s?\d)")
