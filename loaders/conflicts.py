"""Where a text gives one instrument two values, or another than the record.

Shown with every place, never settled.
"""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from loaders.model import Citation, Conflict, ConflictValue, Span
from loaders.records import records
from loaders.register_owners import Resolve
from ontology.authority import RecordedInstrument
from ontology.numbers import parse

_TITLE = re.compile(
    r"\s{0,3},?\s{0,3}[“\"*]{0,3}\s?(?P<title>(?:[Vv]ề|quy\s+định)\s[^;.\n”\"]{20,260})"
)


def conflicts(text: str, citations: tuple[Citation, ...], resolve: Resolve) -> tuple[Conflict, ...]:
    """Conflicts in date, kind, symbol, issuer and title, ordered by instrument and property."""
    by_instrument: dict[str, list[Citation]] = {}
    for citation in citations:
        if citation.instrument and not citation.self_reference:
            by_instrument.setdefault(citation.instrument, []).append(citation)
    shared = _shared_days(text, citations)
    found: list[Conflict] = []
    for instrument, mentions in by_instrument.items():
        record = records().get(instrument)
        if record is None and len(mentions) == 1:
            # Nothing is there to differ from.
            continue
        found.extend(_dates(instrument, mentions, record, shared.get(instrument, [])))
        found.extend(_kinds(instrument, mentions, record))
        found.extend(_symbols(instrument, mentions, record))
        found.extend(_issuers(instrument, mentions, record, resolve))
        found.extend(_titles(text, instrument, mentions))
    return tuple(sorted(found, key=lambda c: (c.instrument, c.property)))


def _values(pairs: list[tuple[str, Span]]) -> tuple[ConflictValue, ...]:
    spans: dict[str, list[Span]] = {}
    for value, span in pairs:
        spans.setdefault(value, []).append(span)
    return tuple(ConflictValue(value, tuple(spans[value])) for value in sorted(spans))


_BESIDE = re.compile(r"\s*(?:,|và)\s+(?:các\s+)?")


def _shared_days(text: str, citations: tuple[Citation, ...]) -> dict[str, list[tuple[str, Span]]]:
    """The days that a pair may share: 'Quyết định số 3-QĐ/TW và Quyết định số 4-QĐ/TW ngày ...'.

    By instrument, that of the first of the pair; the words of both tell it.
    """
    days: dict[str, list[tuple[str, Span]]] = {}
    for first, second in pairwise(citations):
        if first.date or not second.date or first.kind != second.kind or not first.instrument:
            continue
        if _BESIDE.fullmatch(text, first.span.end, second.span.start):
            span = Span(first.span.start, second.span.end)
            days.setdefault(first.instrument, []).append((second.date, span))
    return days


def _dates(
    instrument: str,
    mentions: list[Citation],
    record: RecordedInstrument | None,
    shared: list[tuple[str, Span]],
) -> Iterator[Conflict]:
    """Two dates that cannot both be meant: '2018' and '2018-02-02' can.

    That a pair shares its day is sure only where the record has that day for the first too.
    """
    recorded = record.issued if record else None
    own = [(c.date, c.span) for c in mentions if c.date]
    values = _values([*own, *(each for each in shared if each[0] == recorded)])
    apart = any(not _agree(a.value, b.value) for a, b in combinations(values, 2))
    if apart:
        rule = (
            "hai ngày trong cùng một nguồn; gợi ý theo danh mục chuẩn"
            if recorded
            else "hai ngày trong cùng một nguồn"
        )
        yield Conflict(instrument, "date", values, recorded, rule)
    elif recorded and any(not _agree(v.value, recorded) for v in values):
        yield Conflict(instrument, "date", values, recorded, "ngày khác với danh mục chuẩn")


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _kinds(
    instrument: str, mentions: list[Citation], record: RecordedInstrument | None
) -> Iterator[Conflict]:
    values = _values([(c.kind, c.span) for c in mentions if c.kind and c.number])
    if len(values) > 1 or (record and any(v.value != record.kind for v in values)):
        rule = "tên loại khác với danh mục chuẩn" if record else "hai tên loại trong cùng một nguồn"
        yield Conflict(instrument, "kind", values, record.kind if record else None, rule)


def _symbols(
    instrument: str, mentions: list[Citation], record: RecordedInstrument | None
) -> Iterator[Conflict]:
    """'08-QĐ/TW' for what the record has as 08-QĐi/TW."""
    recorded = parse(record.number) if record and record.number else None
    if record is None or recorded is None:
        return
    pairs = [
        (c.number, c.span)
        for c in mentions
        if c.number and (own := parse(c.number)) and own.symbol and own.symbol != recorded.symbol
    ]
    if pairs:
        yield Conflict(
            instrument, "number", _values(pairs), record.number, "ký hiệu khác với danh mục chuẩn"
        )


def _issuers(
    instrument: str, mentions: list[Citation], record: RecordedInstrument | None, resolve: Resolve
) -> Iterator[Conflict]:
    """Another body than the recorded one, or two bodies in one text.

    A body's many names are one, and a name cut short is no other. Only numbers count: in 'Điều lệ
    Đảng của Ban Chấp hành Trung ương' the body may belong to what stands before.
    """
    named = [(c.issuer, c.span, resolve(c.issuer)) for c in mentions if c.issuer and c.number]
    distinct = {(name, body.iri if body else None): body for name, _, body in named}
    named = [
        (name, span, body)
        for name, span, body in named
        if not any(
            other != body and longer.startswith(name) for (longer, _), other in distinct.items()
        )
    ]
    iris_ = {body.iri for _, _, body in named if body}
    other = record and record.issuer_iri and iris_ - {record.issuer_iri, *record.issuers}
    if len(iris_) > 1 or other:
        rule = (
            "cơ quan ban hành khác với danh mục chuẩn"
            if other
            else "hai cơ quan ban hành trong cùng một nguồn"
        )
        values = _values([(body.name, span) for _, span, body in named if body])
        yield Conflict(instrument, "issuer", values, record.issuer if record else None, rule)


def _titles(text: str, instrument: str, mentions: list[Citation]) -> Iterator[Conflict]:
    """Two titles that differ within: a title that is cut short is no other title."""
    pairs = []
    for citation in mentions:
        if match := _TITLE.match(text, citation.span.end):
            title = _folded(match["title"])
            pairs.append((title, Span(match.start("title"), match.end("title"))))
    apart = [
        {one[0], other[0]}
        for one, other in combinations(pairs[:20], 2)
        if _other_title(one[0].lower(), other[0].lower())
    ]
    if apart:
        wanted = set().union(*apart)
        values = _values([(title, span) for title, span in pairs if title in wanted])
        yield Conflict(
            instrument, "title", values, None, "hai trích yếu gần giống nhau trong cùng một nguồn"
        )


def _folded(title: str) -> str:
    """'quy định về tuyển dụng' and 'về tuyển dụng' are one title."""
    return re.sub(r"\A[Qq]uy định (?=về )", "", " ".join(title.split()).strip(" ,"))


def _other_title(one: str, other: str) -> bool:
    """Whether a word or two stand for others between the same beginning and the same end.

    >>> a = "về tăng cường trách nhiệm nêu gương của cấp ủy"
    >>> _other_title(a, "về tăng cường vai trò nêu gương của cấp ủy")
    True
    >>> _other_title(a, "về tăng cường trách nhiệm nêu gương")
    False
    """
    first, second = one.split(), other.split()
    if first[:2] != second[:2] or first[-3:] != second[-3:]:
        return False
    return bool((set(first) - set(second)) and (set(second) - set(first)))
