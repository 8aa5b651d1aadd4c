"""Dates that cannot be: in the calendar, in the year of a number, in a term."""

import re
from collections.abc import Iterator
from functools import cache

from loaders.dates import DAY, day_of
from loaders.model import Citation, Span
from loaders.notices import (
    ERROR,
    LIKELY,
    SURE,
    WARNING,
    Draft,
    Notice,
    Side,
    Words,
    day,
    is_day,
    of_record,
)
from loaders.records import records
from ontology import authority
from ontology.authority import RecordedInstrument
from ontology.numbers import parse

_DATE_WORD = re.compile(r"[Nn]gày\s{0,2}\Z")


def date_checks(draft: Draft) -> Iterator[Notice]:
    """Impossible dates, then dates against numbers and terms."""
    yield from _impossible(draft)
    yield from _year_slips(draft)
    yield from _number_years(draft)
    yield from _terms(draft)


def _impossible(draft: Draft) -> Iterator[Notice]:
    """'ngày 29/18/2018', '31 tháng 6 năm 2018'."""
    text = draft.seen.text
    for match in DAY.finditer(text):
        in_words = match["wd"] is not None
        dated = in_words or _DATE_WORD.search(text, max(0, match.start() - 8), match.start())
        if not dated or day_of(match) is not None:
            continue
        span = Span(draft.seen.raw(match.start()), draft.seen.raw(match.end()))
        around = next((c for c in draft.reading.citations if _beside(c, span)), None)
        record = records().get(around.instrument or "") if around else None
        yield Notice(
            "impossible-date",
            ERROR,
            SURE,
            span,
            Words(
                f"Lịch không có ngày {' '.join(match[0].split())}.",
                f"The calendar has no day {' '.join(match[0].split())}.",
            ),
            _possible_day(record),
            (of_record(record),) if record else (),
            around.instrument if around else None,
        )


def _beside(citation: Citation, span: Span) -> bool:
    return citation.span.start <= span.start <= citation.span.end + 12


def _possible_day(record: RecordedInstrument | None) -> Words:
    if record and record.issued:
        on = day(record.issued)
        return Words(f"Danh mục chuẩn ghi: {on}.", f"The record has: {on}.")
    return Words("Đối chiếu ngày với bản chính.", "Check the date against the original.")


def _year_slips(draft: Draft) -> Iterator[Notice]:
    """One number, kind, day and month in two years: the year of one is a slip of the pen."""
    seen: dict[tuple[str | None, str, str], list[Citation]] = {}
    for citation in draft.dated_citations():
        key = (citation.kind, citation.number or "", (citation.date or "")[4:])
        seen.setdefault(key, []).append(citation)
    for mentions in seen.values():
        years: dict[str, list[Citation]] = {}
        for citation in mentions:
            years.setdefault((citation.date or "")[:4], []).append(citation)
        apart = {c.instrument for c in mentions}
        if len(years) < 2 or len(apart) < 2:
            continue
        usual = max(years.values(), key=len)
        for group in years.values():
            if group is not usual:
                yield _slip(group, draft.side(usual[0].span), usual[0].date or "")
    for citation in draft.dated_citations():
        record = _same_day_of_record(citation)
        if record:
            yield _slip([citation], of_record(record), record.issued or "")


def _slip(group: list[Citation], other: Side, meant: str) -> Notice:
    first = group[0]
    return Notice(
        "conflicting-date" if other.span else "recorded-date",
        WARNING,
        LIKELY,
        first.span,
        Words(
            f"{first.number} ghi ngày {day(first.date or '')}; cùng số, cùng ngày tháng còn có "
            f"{day(meant)}.",
            f"{first.number} is dated {day(first.date or '')}; the same number with the same day "
            f"and month is also dated {day(meant)}.",
        ),
        Words("Kiểm tra lại năm.", "Check the year."),
        (other,),
        first.instrument,
        tuple(each.span for each in group[1:]),
    )


def _same_day_of_record(citation: Citation) -> RecordedInstrument | None:
    """The record of the same number and kind on that day and month of another year.

    Only where nothing is recorded under the year as written.
    """
    if citation.instrument in records():
        return None
    fitting = [
        r
        for r in _by_number().get((citation.number or "", citation.kind), ())
        if r.issued and r.issued != citation.date and r.issued[4:] == (citation.date or "")[4:]
    ]
    return fitting[0] if len(fitting) == 1 else None


@cache
def _by_number() -> dict[tuple[str, str | None], list[RecordedInstrument]]:
    found: dict[tuple[str, str | None], list[RecordedInstrument]] = {}
    for record in authority.instruments():
        if record.number and record.issued and is_day(record.issued):
            found.setdefault((record.number, record.kind), []).append(record)
    return found


def _number_years(draft: Draft) -> Iterator[Notice]:
    """'64/2014/NĐ-CP ngày 26/6/2015': the number counts in the year that it is signed in."""
    # Of two dates of one instrument the conflict itself tells.
    told = {
        (conflict.instrument, value.value)
        for conflict in draft.reading.conflicts
        if conflict.property == "date"
        for value in conflict.values
    }
    for citation in draft.dated_citations():
        number = parse(citation.number or "")
        if number is None or number.year is None or (citation.date or "")[:4] == str(number.year):
            continue
        if (citation.instrument or "", citation.date or "") in told:
            continue
        told.add((citation.instrument or "", citation.date or ""))
        yield Notice(
            "number-year",
            WARNING,
            LIKELY,
            citation.span,
            Words(
                f"Số {citation.number} thuộc năm {number.year}, ngày ghi là "
                f"{day(citation.date or '')}.",
                f"The number {citation.number} belongs to {number.year}, the date given is "
                f"{day(citation.date or '')}.",
            ),
            Words("Kiểm tra lại năm.", "Check the year."),
            recorded_side(citation),
            citation.instrument,
        )


def recorded_side(citation: Citation) -> tuple[Side, ...]:
    """The entry of the record on what a citation means, where there is one."""
    record = records().get(citation.instrument or "")
    return (of_record(record),) if record else ()


_TERM = re.compile(
    r"(?:Trung\s+ương|TW|BCHTW|Quốc\s+hội)[^;.\n]{0,30}?kh[óo][aá]\s+(?P<roman>[IVX]+)\b"
)
_LOCAL = re.compile(r"\b(?:tỉnh|huyện|thành phố|xã|phường|quận|thị xã|HĐND|Đảng bộ)\b", re.I)


def _terms(draft: Draft) -> Iterator[Notice]:
    """A date outside the term that the citation names by 'khóa' or its number by QH13."""
    for citations in draft.cited.values():
        for citation in citations:
            notice = _outside(citation)
            if notice:
                yield notice
                break


def _outside(citation: Citation) -> Notice | None:
    number = parse(citation.number) if citation.number else None
    on = citation.date or (str(number.year) if number and number.year else None)
    if on is None:
        return None
    for label, start, end in _named_terms(citation, number.organ if number else None):
        first, last = start[: len(on)], (end or "9999")[: len(on)]
        size = min(len(first), len(on))
        if first[:size] <= on[:size] and on[: len(last)] <= last:
            continue
        until = day(end) if end else "nay"
        return Notice(
            "outside-term",
            WARNING,
            LIKELY,
            citation.span,
            Words(
                f"{day(on)} nằm ngoài {label} ({day(start)} - {until}).",
                f"{day(on)} lies outside {label} ({day(start)} to {until if end else 'now'}).",
            ),
            Words("Kiểm tra lại ngày và khóa.", "Check the date and the term."),
            recorded_side(citation),
            citation.instrument,
        )
    return None


def _named_terms(citation: Citation, organ: str | None) -> Iterator[tuple[str, str, str | None]]:
    """Label, first and last day (or month) of each term that the citation names."""
    named = _TERM.search(citation.text)
    if named and not _LOCAL.search(citation.text):
        if "hội" in named[0]:
            yield from (
                (each.label, each.start, each.end)
                for each in authority.legislatures()
                if each.roman == named["roman"]
            )
        else:
            yield from (
                (each.label, each.start.isoformat(), each.end.isoformat() if each.end else None)
                for each in authority.terms()
                if each.owner == "tw" and each.roman == named["roman"]
            )
    if organ and organ.startswith(("QH", "UBTVQH")):
        term = "QH" + re.sub(r"\D", "", organ)
        yield from (
            (each.label, each.start, each.end)
            for each in authority.legislatures()
            if each.notation == term
        )
