"""Dates that cannot be: in the calendar, in a register, in a term, before or after another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from loaders.antecedents import records
from loaders.dates import DAY, MONTHS, day_of
from loaders.model import Citation, Instrument, Span
from loaders.notices import (
    ERROR,
    LIKELY,
    POSSIBLE,
    SURE,
    WARNING,
    Draft,
    Notice,
    Side,
    Words,
    agree,
    day,
    of_record,
    trust,
)
from loaders.number_checks import kinds_of
from ontology import authority, iris
from ontology.authority import RecordedInstrument
from ontology.numbers import parse

# Numbers are at times given out some days ahead or signed some days late.
_SLACK = 31
_FULL = len("2018-02-02")
_DATE_WORD = re.compile(r"[Nn]gày\s{0,2}\Z")


def date_checks(draft: Draft) -> Iterator[Notice]:
    """Impossible dates, then dates against number, register, term, draft and relation."""
    yield from _impossible(draft)
    yield from _year_slips(draft)
    yield from _number_years(draft)
    yield from _register_order(draft)
    yield from _terms(draft)
    yield from _cited_before_issued(draft)
    yield from _older_implementers(draft)


def _impossible(draft: Draft) -> Iterator[Notice]:
    """'ngày 29/18/2018', '31 tháng 6 năm 2018'."""
    text = draft.seen.text
    for match in DAY.finditer(text):
        in_words = match["wd"] is not None
        month = match["wm"] if in_words else match["m"]
        readable = month.isdigit() or month.lower() in MONTHS
        dated = in_words or _DATE_WORD.search(text, max(0, match.start() - 8), match.start())
        if not dated or not readable or day_of(match) is not None:
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
    for citation in _dated(draft):
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
    for citation in _dated(draft):
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


def _dated(draft: Draft) -> Iterator[Citation]:
    """Numbered citations of other instruments that give a whole date."""
    for mentions in draft.cited.values():
        for citation in mentions:
            if citation.number and citation.date and len(citation.date) == _FULL:
                yield citation


def _same_day_of_record(citation: Citation) -> RecordedInstrument | None:
    """The record of the same number and kind on that day and month of another year.

    Only where nothing is recorded under the year as written.
    """
    if citation.instrument in records():
        return None
    fitting = [
        r
        for r in _by_number().get((citation.number or "", citation.kind), ())
        if r.issued and r.issued[4:] == (citation.date or "")[4:]
    ]
    return fitting[0] if len(fitting) == 1 else None


@cache
def _by_number() -> dict[tuple[str, str | None], list[RecordedInstrument]]:
    found: dict[tuple[str, str | None], list[RecordedInstrument]] = {}
    for record in authority.instruments():
        if record.number and record.issued and len(record.issued) == _FULL:
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
    for citation in _dated(draft):
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
            _recorded(citation),
            citation.instrument,
        )


def _recorded(citation: Citation) -> tuple[Side, ...]:
    record = records().get(citation.instrument or "")
    return (of_record(record),) if record else ()


@dataclass(frozen=True, slots=True)
class _Entry:
    """A number of a register with its day, and who says so."""

    value: int
    day: str
    label: str
    side: Side
    certainty: str


def _register_order(draft: Draft) -> Iterator[Notice]:
    """Numbers of one register rise with their dates."""
    told: set[tuple[str | None, str]] = set()
    sure = _sole_dates(draft)
    for citation in _dated(draft):
        key = iris.instrument_key(citation.instrument or "")
        on = citation.date or ""
        if key is None or not key.number.isdigit() or (citation.instrument, on) in told:
            continue
        record = records().get(citation.instrument or "")
        number = parse(citation.number or "")
        kept = record and record.issued and agree(record.issued, on)
        if kept or number is None or (number.year and on[:4] != str(number.year)):
            continue
        told.add((citation.instrument, on))
        register = (key.owner, key.period, key.symbol)
        entries = [*_entries().get(register, ()), *sure.get(register, ())]
        others = [e for e in entries if e.value != int(key.number)]
        notice = _out_of_order(draft, citation, int(key.number), on, others)
        if notice:
            yield notice


@cache
def _entries() -> dict[tuple[str, str, str], list[_Entry]]:
    """The dated records of each register; disputed ones prove nothing."""
    found: dict[tuple[str, str, str], list[_Entry]] = {}
    for record in authority.instruments():
        key = iris.instrument_key(record.iri)
        whole = record.issued and len(record.issued) == _FULL and record.certainty != "tranh cãi"
        if key and key.number.isdigit() and whole and record.number:
            entry = _Entry(
                int(key.number),
                record.issued or "",
                record.number,
                of_record(record),
                trust(record),
            )
            found.setdefault((key.owner, key.period, key.symbol), []).append(entry)
    return found


def _sole_dates(draft: Draft) -> dict[tuple[str, str, str], list[_Entry]]:
    """The draft's own citations by register, where the draft gives each one date alone."""
    dates: dict[str, dict[str, Citation]] = {}
    for citation in _dated(draft):
        dates.setdefault(citation.instrument or "", {}).setdefault(citation.date or "", citation)
    found: dict[tuple[str, str, str], list[_Entry]] = {}
    for iri, by_date in dates.items():
        key = iris.instrument_key(iri)
        if key is None or not key.number.isdigit() or len(by_date) > 1 or iri in records():
            continue
        on, citation = next(iter(by_date.items()))
        number = parse(citation.number or "")
        if number is None or (number.year and str(number.year) != on[:4]):
            continue
        if citation.kind not in (None, *kinds_of(number.symbol)):
            continue
        entry = _Entry(
            int(key.number), on, citation.number or "", draft.side(citation.span), POSSIBLE
        )
        found.setdefault((key.owner, key.period, key.symbol), []).append(entry)
    return found


def _out_of_order(
    draft: Draft, citation: Citation, value: int, on: str, others: list[_Entry]
) -> Notice | None:
    below = max(
        (e for e in others if e.value < value), key=lambda e: (e.value, e.day), default=None
    )
    above = min(
        (e for e in others if e.value > value), key=lambda e: (e.value, e.day), default=None
    )
    early = below is not None and _days(on, below.day) > _SLACK
    late = above is not None and _days(above.day, on) > _SLACK
    broken = [e for e, wrong in ((below, early), (above, late)) if e and wrong]
    # Of two citations of the draft that contradict each other the later one tells it once.
    if not broken or all(e.side.span and e.side.span.start > citation.span.start for e in broken):
        return None
    beside = [e for e in (below, above) if e]
    return Notice(
        "register-order",
        WARNING,
        min((e.certainty for e in broken), key=(LIKELY, POSSIBLE).index),
        citation.span,
        _order(citation, beside, broken),
        _fitting_date(draft, citation, below, above),
        tuple(e.side for e in beside),
        citation.instrument,
        tuple(
            c.span
            for c in draft.cited[citation.instrument or ""]
            if c.date == on and c.span != citation.span
        ),
    )


def _order(citation: Citation, beside: list[_Entry], broken: list[_Entry]) -> Words:
    own = f"{citation.number} ({day(citation.date or '')})"
    # Where only the draft's own words contradict each other, either may be wrong.
    inside = all(e.side.span for e in broken)
    shown = broken if inside else beside
    listed = " và ".join(f"{e.label} ({day(e.day)})" for e in shown)
    listed_en = " and ".join(f"{e.label} ({day(e.day)})" for e in shown)
    if inside:
        return Words(
            f"{own} và {listed} không thể cùng đúng: trong một sổ, số tăng theo ngày.",
            f"{own} and {listed_en} cannot both be right: in one register numbers rise with dates.",
        )
    where, where_en = ("giữa", "between") if len(shown) == 2 else ("cạnh", "beside")
    return Words(
        f"{own} không thể đứng {where} {listed}: trong một sổ, số tăng theo ngày.",
        f"{own} cannot stand {where_en} {listed_en}: in one register numbers rise with dates.",
    )


def _days(earlier: str, later: str) -> int:
    """How many days from one date to the other."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def _fitting_date(
    draft: Draft, citation: Citation, below: _Entry | None, above: _Entry | None
) -> Words:
    """Another date that the draft or the record gives and that fits the register."""
    record = records().get(citation.instrument or "")
    given = {c.date for c in draft.cited[citation.instrument or ""] if c.date and len(c.date) == 10}
    given |= {record.issued} if record and record.issued else set()
    fitting = sorted(
        on
        for on in given
        if on != citation.date
        and (below is None or below.day <= on)
        and (above is None or on <= above.day)
    )
    if not fitting:
        return Words("Đối chiếu số và ngày với bản chính.", "Check number and date.")
    shown = ", ".join(map(day, fitting))
    return Words(f"Ngày {shown} thì đúng thứ tự.", f"The date {shown} would be in order.")


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
            _recorded(citation),
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


def _cited_before_issued(draft: Draft) -> Iterator[Notice]:
    """Instruments dated after the draft; where many are, the draft's own date is in doubt."""
    if not draft.dated:
        return
    later = [
        next(c for c in mentions if c.date and _after(c.date, draft.date))
        for mentions in draft.cited.values()
        if any(c.date and _after(c.date, draft.date) for c in mentions)
    ]
    own = draft.reading.self
    if len(later) > 2 and own:
        yield Notice(
            "cited-before-issued",
            WARNING,
            POSSIBLE,
            own.span,
            Words(
                f"{len(later)} văn bản được dẫn có ngày sau ngày của văn bản này "
                f"({day(draft.date)}).",
                f"{len(later)} instruments cited are dated after this text ({day(draft.date)}).",
            ),
            Words("Kiểm tra lại ngày của văn bản này.", "Check the date of this text."),
            tuple(draft.side(c.span) for c in later),
            own.instrument,
        )
        return
    for citation in later:
        yield Notice(
            "cited-before-issued",
            WARNING,
            LIKELY,
            citation.span,
            Words(
                f"Văn bản được dẫn ghi ngày {day(citation.date or '')}, sau ngày của văn bản này "
                f"({day(draft.date)}).",
                f"The instrument cited is dated {day(citation.date or '')}, after this text "
                f"({day(draft.date)}).",
            ),
            Words("Kiểm tra lại ngày.", "Check the date."),
            _recorded(citation),
            citation.instrument,
        )


def _after(one: str, other: str) -> bool:
    """Whether a date is later than another at the precision that both have."""
    size = min(len(one), len(other))
    return one[:size] > other[:size]


_ACTS_ON = {
    "implements": "thực hiện",
    "guides": "hướng dẫn",
    "details": "quy định chi tiết",
    "concretises": "cụ thể hóa",
    "institutionalises": "thể chế hóa",
    "inspects_implementation_of": "giám sát việc thực hiện",
    "amends": "sửa đổi",
    "supplements": "bổ sung",
    "replaces": "thay thế",
    "repeals": "bãi bỏ",
    "corrects": "đính chính",
}


def _older_implementers(draft: Draft) -> Iterator[Notice]:
    """What carries out, guides or amends another instrument cannot be older than that one."""
    own = draft.reading.self.instrument if draft.reading.self else None
    told: set[tuple[str, str]] = set()
    for relation in draft.reading.relations:
        word = _ACTS_ON.get(relation.predicate)
        pair = (relation.subject, relation.object)
        # What the draft itself acts on is told as cited before issued.
        if word is None or relation.subject == own or pair in told:
            continue
        subject, object_ = (draft.instruments.get(iri) for iri in pair)
        if not subject or not object_ or not _older(subject, object_):
            continue
        told.add(pair)
        yield Notice(
            "implementer-older",
            WARNING,
            LIKELY if subject.number and object_.number else POSSIBLE,
            relation.span,
            Words(
                f"{draft.label(relation.subject)} ({day(subject.date or '')}) được nói là {word} "
                f"{draft.label(relation.object)} ({day(object_.date or '')}), vốn ra sau.",
                f"{draft.label(relation.subject)} ({day(subject.date or '')}) is said to act on "
                f"{draft.label(relation.object)} ({day(object_.date or '')}), which is younger.",
            ),
            Words("Kiểm tra lại số và ngày của cả hai.", "Check number and date of both."),
            tuple(draft.side(draft.cited[i][0].span) for i in pair if i in draft.cited),
            relation.subject,
        )


def _older(subject: Instrument, object_: Instrument) -> bool:
    return bool(subject.date and object_.date and _after(object_.date, subject.date))
