"""What follows a citation's number or name and belongs to it.

Its date and its issuer, in either order.
"""

import re
from dataclasses import replace

from loaders import dates
from loaders.issuers import UPPER, issuer_end
from loaders.model import Citation, Span

_DAY_AFTER = re.compile(
    rf"\s{{0,3}},?\s{{0,3}}(?:được\s+)?(?:ban\s+hành\s+)?(?:[Nn]gày\s*)(?:{dates.IN_WORDS}"
    rf"|{dates.NUMERIC})"
)
_DAY_SPOILT = re.compile(r"\s{0,3},?\s{0,3}[Nn]gày\s*\d{1,2}[/.-]\d{1,2}[/.-]?\d{4}(?!\d)")
_MONTH_AFTER = re.compile(
    r"\s{0,3},?\s{0,3}tháng\s+(?P<m>\d{1,2})(?:\s*[/-]\s*|\s+năm\s+)(?P<y>(?:19|20)\d\d)(?!\d)"
)
_YEAR_AFTER = re.compile(
    r"\s{0,3},?\s{0,3}năm\s+(?P<y>(?:19|20)\d\d)(?!\d|\s?-\s?\d{4}|\s+(?:và"
    r"|đến)\s+(?:năm\s+)?\d{4})"
)
_ISSUER_AFTER = re.compile(rf"\s{{0,3}},?\s{{0,3}}(?:do|của)\s{{1,3}}(?=[{UPPER}])")


def completed(text: str, citation: Citation) -> Citation:
    """The citation with the date and the issuer that stand right after it, in either order."""
    end, date, issuer = citation.span.end, None, None
    joint = "liên tịch" in (citation.kind or "") or "LT" in (citation.number or "")
    for _ in range(2):
        if date is None and (found := _date_after(text, end)):
            date, end = found
        elif issuer is None and (mark := _ISSUER_AFTER.match(text, end)):
            stop = issuer_end(text, mark.end(), joint)
            if stop is None or (
                mark[0].strip(" ,\n").startswith("do") and not _issued_by(text, stop)
            ):
                break
            issuer, end = re.sub(r"\s+", " ", text[mark.end() : stop]), stop
        else:
            break
    span = Span(citation.span.start, end)
    return replace(citation, span=span, text=text[span.start : end], date=date, issuer=issuer)


def _issued_by(text: str, end: int) -> bool:
    return bool(re.compile(r"\s+ban\s+hành").match(text, end))


def _date_after(text: str, end: int) -> tuple[str | None, int] | None:
    """The date right after a position with its end.

    None as date for one that the calendar does not know.
    """
    if match := _DAY_AFTER.match(text, end):
        return dates.day_of(match), match.end()
    if match := _DAY_SPOILT.match(text, end):
        return None, match.end()
    if match := _MONTH_AFTER.match(text, end):
        return f"{match['y']}-{int(match['m']):02}", match.end()
    if match := _YEAR_AFTER.match(text, end):
        return match["y"], match.end()
    return None
