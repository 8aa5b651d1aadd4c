"""What the record says came after an instrument: replaced, expired, amended."""

import re
from collections.abc import Iterator

from loaders.model import Span
from loaders.notices import (
    INFORMATION,
    POSSIBLE,
    WARNING,
    Draft,
    Notice,
    Words,
    called,
    day,
    of_record,
    trust,
)
from loaders.records import records
from ontology.authority import RecordedInstrument
from ontology.numbers import parse


def validity_checks(draft: Draft) -> Iterator[Notice]:
    """What replaced, ended or amended the instruments that the draft cites."""
    for iri in draft.cited:
        record = records().get(iri)
        if record and _spans(draft, record):
            yield from _validity(draft, record)


def _validity(draft: Draft, record: RecordedInstrument) -> Iterator[Notice]:
    """What replaced or amended the instrument; quiet where the draft itself names that."""
    changed = {r.object for r in draft.reading.relations if r.predicate in _CHANGES}
    # what did not exist yet is told as cited before it was issued: nothing after that matters here
    unborn = draft.dated and (record.issued or "")[: len(draft.date)] > draft.date
    if record.iri in changed or unborn:
        return
    named = {*draft.cited, draft.reading.self.instrument if draft.reading.self else None}
    ended = [records()[iri] for iri in record.replaced_by]
    if ended:
        if not named & set(record.replaced_by):
            yield _replaced(draft, record, min(ended, key=lambda r: _since(r) or "9"))
    elif record.validity == "hết hiệu lực":
        yield _expired(draft, record)
    amending = [records()[iri] for iri in record.amended_by if iri not in named]
    if amending and not ended:
        yield _amended(draft, record, amending)


_CHANGES = ("amends", "supplements", "replaces", "repeals", "suspends", "consolidates", "corrects")


# 'Nghị định số 46/2013/NĐ-CP quy định chi tiết một số điều của Bộ luật Lao động' names the code of
# its day; 'Luật A được sửa đổi bởi Luật B' stays true when B is replaced.
_DETAILS = ("details", "guides", "concretises", "implements")


def _spans(draft: Draft, record: RecordedInstrument) -> list[Span]:
    """The mentions that rely on the instrument, not those that only tell of another one."""
    reading = draft.reading
    own = reading.self.instrument if reading.self else None
    telling = [
        each.span
        for each in (*reading.relations, *reading.reported)
        if each.subject != own
        and (
            (each.object == record.iri and each.predicate in _DETAILS)
            or (each.subject == record.iri and each.predicate in _CHANGES)
        )
    ]
    return [
        span
        for span in (each.span for each in draft.cited[record.iri])
        if not any(t.start <= span.start and span.end <= t.end for t in telling)
        and not _VIOLATED.search(draft.text, max(0, span.start - 60), span.start)
    ]


# A violation is judged by the law of its day: 'vi phạm Luật Đấu thầu năm 2013'.
_VIOLATED = re.compile(r"vi\s+phạm\s(?:[^\W\d_]+\s){0,4}\Z")


def _of(draft: Draft, record: RecordedInstrument) -> tuple[Span, tuple[Span, ...]]:
    """The first mention that relies on the instrument, and the others."""
    first, *others = _spans(draft, record)
    return first, tuple(others)


def _replaced(draft: Draft, record: RecordedInstrument, by: RecordedInstrument) -> Notice:
    span, also = _of(draft, record)
    since, since_en = _dated(by)
    begins = _since(by)
    late = bool(begins and begins[: len(draft.date)] <= draft.date)
    soon = late and by.effective is None and _may_wait(by, draft.date)
    when, when_en = _at(draft, late, soon)
    disputed = by.certainty == "tranh cãi"
    doubt = " (các nguồn chưa thống nhất)" if disputed else ""
    doubt_en = " (the sources dispute this)" if disputed else ""
    return Notice(
        "replaced",
        WARNING if late and not soon and draft.judges and not disputed else INFORMATION,
        POSSIBLE if disputed else trust(by),
        span,
        Words(
            f"{called(record)} được thay thế bởi {called(by)}{since}{doubt}; {when}.",
            f"{called(record)} was replaced by {called(by)}{since_en}{doubt_en}; {when_en}.",
        ),
        Words(
            f"Nếu nói về quy định đang áp dụng, hãy xem {called(by)}.",
            f"Where the rules now in force are meant, see {called(by)}.",
        ),
        (of_record(record), of_record(by)),
        record.iri,
        also,
    )


def _since(record: RecordedInstrument) -> str | None:
    """The day from which it is in force; where the record does not know, that of its issue."""
    return record.effective or record.issued


def _dated(by: RecordedInstrument) -> tuple[str, str]:
    """The days of the instrument that replaces, as far as the record knows them."""
    vi = f" ngày {day(by.issued)}" if by.issued else ""
    en = f" of {day(by.issued)}" if by.issued else ""
    if by.effective and by.effective != by.issued:
        vi += f" (có hiệu lực từ {day(by.effective)})"
        en += f" (in force from {day(by.effective)})"
    return vi, en


# Laws and decrees come into force some months after their date, codes at times two years after.
_WAITING_YEARS = 2


def _may_wait(by: RecordedInstrument, on: str) -> bool:
    """Whether an act of which no day of effect is known may not have been in force yet."""
    number = parse(by.number) if by.number else None
    if number is None or number.year is None or not by.issued:
        return False
    return int(on[:4]) - int(by.issued[:4]) < _WAITING_YEARS


def _at(draft: Draft, late: bool, soon: bool) -> tuple[str, str]:
    if not draft.dated:
        return "văn bản này không ghi ngày", "this text states no date"
    on = day(draft.date)
    if soon:
        return (
            f"xem văn bản mới đã có hiệu lực vào {on} chưa",
            f"see whether that was in force on {on}",
        )
    if late:
        return f"đến {on} đã bị thay thế", f"on {on} it was replaced already"
    return f"vào {on} viện dẫn vẫn đúng", f"on {on} the citation was right"


def _expired(draft: Draft, record: RecordedInstrument) -> Notice:
    span, also = _of(draft, record)
    return Notice(
        "expired",
        INFORMATION,
        trust(record),
        span,
        Words(
            f"{called(record)}: danh mục chuẩn ghi là hết hiệu lực, không ghi từ ngày nào.",
            f"{called(record)}: the record has it as no longer in force, without a date.",
        ),
        None,
        (of_record(record),),
        record.iri,
        also,
    )


def _amended(
    draft: Draft, record: RecordedInstrument, amending: list[RecordedInstrument]
) -> Notice:
    span, also = _of(draft, record)
    names = "; ".join(
        called(each) + (f" ngày {day(each.issued)}" if each.issued else "") for each in amending
    )
    return Notice(
        "amended",
        INFORMATION,
        min(trust(each) for each in amending),
        span,
        Words(
            f"{called(record)} được sửa đổi, bổ sung bởi {names}.",
            f"{called(record)} was amended by {names}.",
        ),
        Words(
            "Nếu dẫn điều, khoản đã sửa đổi thì ghi thêm văn bản sửa đổi.",
            "Where an amended article is cited, name the amending instrument too.",
        ),
        (of_record(record), *map(of_record, amending)),
        record.iri,
        also,
    )
