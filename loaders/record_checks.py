"""What a draft says of an instrument against its own other words and against the record."""

from collections.abc import Iterator
from functools import cache

from loaders.model import Conflict, ConflictValue, Span
from loaders.notices import (
    INFORMATION,
    LIKELY,
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
from loaders.records import records
from ontology import authority
from ontology.authority import RecordedInstrument
from ontology.numbers import parse

# property: (rule within the draft, rule against the record, Vietnamese, English)
_PROPERTIES = {
    "date": ("conflicting-date", "recorded-date", "ngày", "date"),
    "issuer": ("conflicting-issuer", "recorded-issuer", "cơ quan ban hành", "issuer"),
    "kind": ("conflicting-kind", "recorded-kind", "tên loại", "kind"),
    "number": ("recorded-symbol", "recorded-symbol", "ký hiệu", "symbol"),
    "title": ("conflicting-title", "conflicting-title", "trích yếu", "title"),
}


def record_checks(draft: Draft) -> Iterator[Notice]:
    """Contradictions, what is no longer in force, ambiguous numbers, reported confusions."""
    for conflict in draft.reading.conflicts:
        yield from _conflict(draft, conflict)
    yield from _ambiguous(draft)
    yield from _confused(draft)


def _conflict(draft: Draft, conflict: Conflict) -> Iterator[Notice]:
    record = records().get(conflict.instrument)
    values = _distinct(draft, conflict)
    if not values or (record is None and len(values) < 2):
        return
    right = [v for v in values if _is_right(conflict, v, record)]
    if not right and conflict.suggestion is None:
        right = [_usual(draft, conflict, values)]
    for value in values:
        if value not in right:
            yield _differs(draft, conflict, value, values, record)


def _distinct(draft: Draft, conflict: Conflict) -> list[ConflictValue]:
    """The values that differ in more than their length: a name or title cut short is no other."""
    if conflict.property == "kind":
        # 'Luật số 92/2015/QH13' is how texts cite a code among other laws.
        return [v for v in conflict.values if (v.value, conflict.suggestion) != ("Luật", "Bộ luật")]
    if conflict.property == "number":
        # 'ND-CP' for 'NĐ-CP' is told as a slip of the keyboard.
        recorded = (conflict.suggestion or "").replace("Đ", "D")
        return [v for v in conflict.values if v.value.replace("Đ", "D") != recorded]
    if conflict.property != "issuer":
        return list(conflict.values)
    # Where the record knows the issuer, a name that no list has is most likely one spelt oddly.
    known = {each.label for each in authority.bodies()} if conflict.suggestion else None
    # 'thi hành Điều lệ Đảng của Ban Chấp hành Trung ương': a name's issuer may be another's.
    numbered = {c.span for c in draft.cited.get(conflict.instrument, ()) if c.number}
    return [
        v
        for v in conflict.values
        if (known is None or v.value in known)
        and numbered & set(v.spans)
        and not any(w is not v and w.value.startswith(v.value) for w in conflict.values)
    ]


def _is_right(conflict: Conflict, value: ConflictValue, record: RecordedInstrument | None) -> bool:
    if conflict.property == "date" and conflict.suggestion:
        return agree(value.value, conflict.suggestion)
    if conflict.property == "issuer" and record:
        # A joint instrument may be said to come from any of its issuers.
        return value.value == record.issuer or (
            len(record.issuers) > 1 and value.value != record.issuer
        )
    return value.value == conflict.suggestion


def _usual(draft: Draft, conflict: Conflict, values: list[ConflictValue]) -> ConflictValue:
    """The value that most places give, the first of these where several are as frequent.

    A date of the number's year and an issuer of its suffix come before all others.
    """
    held = draft.instruments.get(conflict.instrument)
    number = parse(held.number) if held and held.number else None

    def rank(value: ConflictValue) -> tuple[bool, int, Span]:
        fits = number is None or {
            "date": value.value.startswith(str(number.year or "")),
            "issuer": value.value in _bearers(number.organ),
        }.get(conflict.property, True)
        return not fits, -len(value.spans), value.spans[0]

    return min(values, key=rank)


@cache
def _bearers(organ: str | None) -> frozenset[str]:
    """The listed bodies whose numbers end so."""
    return frozenset(each.label for each in authority.bodies() if organ in each.suffixes)


def _differs(
    draft: Draft,
    conflict: Conflict,
    value: ConflictValue,
    values: list[ConflictValue],
    record: RecordedInstrument | None,
) -> Notice:
    inside, against, name, name_en = _PROPERTIES[conflict.property]
    others = tuple(draft.side(v.spans[0]) for v in values if v is not value)
    label = draft.label(conflict.instrument)
    shown = _shown(conflict, value.value)
    if others:
        rest = "; ".join(_shown(conflict, v.value) for v in values if v is not value)
        message = Words(
            f"{label}: {name} ghi là {shown}, chỗ khác trong văn bản ghi là {rest}.",
            f"{label}: the {name_en} is given as {shown}, elsewhere in the text as {rest}.",
        )
    else:
        message = Words(
            f"{label}: {name} ghi là {shown}, khác với danh mục chuẩn.",
            f"{label}: the {name_en} is given as {shown}, which differs from the record.",
        )
    return Notice(
        inside if others else against,
        WARNING,
        trust(record) if record else LIKELY,
        value.spans[0],
        message,
        _advice(conflict, name, name_en),
        others + ((of_record(record),) if record else ()),
        conflict.instrument,
        value.spans[1:],
    )


def _shown(conflict: Conflict, value: str) -> str:
    if conflict.property == "title":
        return f"“{value}”"
    return day(value) if conflict.property == "date" else value


def _advice(conflict: Conflict, name: str, name_en: str) -> Words:
    if conflict.suggestion is None:
        return Words(
            f"Đối chiếu {name} với bản chính rồi ghi thống nhất.",
            f"Check the {name_en} against the original and write it alike everywhere.",
        )
    shown = _shown(conflict, conflict.suggestion)
    return Words(
        f"Danh mục chuẩn ghi: {shown}. Đối chiếu với bản chính.",
        f"The record has: {shown}. Check against the original.",
    )


def _ambiguous(draft: Draft) -> Iterator[Notice]:
    """Numbers that several instruments bear, where nothing in the text decides."""
    for iri, mentions in draft.cited.items():
        first = mentions[0]
        number = parse(first.number) if first.number else None
        # '07/2017/TT' is a number cut off by a page, not one that several instruments bear.
        if len(first.candidates) < 2 or (number and not number.organ) or not first.number:
            continue
        known = {each: _candidate(draft, each) for each in first.candidates}
        sides = tuple(filter(None, known.values()))
        # What nothing here names is told by its address: 'cp/2024/nd/6'.
        listed = "; ".join(
            side.quote if side else each.partition("/instrument/")[2]
            for each, side in known.items()
        )
        yield Notice(
            "ambiguous-citation",
            WARNING,
            LIKELY,
            first.span,
            Words(
                f"{first.number}: có {len(known)} văn bản phù hợp: {listed}.",
                f"{first.number}: {len(known)} instruments fit: {listed}.",
            ),
            Words(
                "Ghi thêm ngày ban hành và cơ quan ban hành.",
                "Add the date and the issuer.",
            ),
            sides,
            iri,
            tuple(each.span for each in mentions[1:]),
        )


def _candidate(draft: Draft, iri: str) -> Side | None:
    """The entry of the record, else the first place where the draft itself names it, if any."""
    record, mentions = records().get(iri), draft.cited.get(iri)
    if record:
        return of_record(record)
    return draft.side(mentions[0].span) if mentions else None


def _confused(draft: Draft) -> Iterator[Notice]:
    """Two instruments that the text itself says people take for each other."""
    for relation in draft.reading.relations:
        if relation.predicate != "confused_with":
            continue
        ends = (relation.subject, relation.object)
        known = [records()[iri] for iri in ends if iri in records()]
        sides = tuple(map(of_record, known))
        one, other = (_titled(draft, iri) for iri in ends)
        yield Notice(
            "confused",
            INFORMATION,
            LIKELY,
            relation.span,
            Words(
                f"Văn bản nói có sự nhầm lẫn giữa hai văn bản: {one}; {other}.",
                f"The text says that two instruments are confused: {one}; {other}.",
            ),
            Words(
                "Khi dẫn, ghi cả trích yếu để phân biệt.",
                "Give the title with each citation to tell them apart.",
            ),
            sides,
            relation.subject,
        )


def _titled(draft: Draft, iri: str) -> str:
    record = records().get(iri)
    title: str | None = record.title if record else None
    return draft.label(iri) + (f" ({title})" if title else "")
