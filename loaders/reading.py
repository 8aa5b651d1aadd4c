"""One text in, everything that was read from it out.

The path from a text to its claims, in the order it is walked.
"""

import gc
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from loaders import (
    bodies,
    discipline,
    entrusted,
    figures,
    implementations,
    inspections,
    people,
    places,
    promulgated,
    protection,
    relations,
    sections,
)
from loaders.cited import cited
from loaders.codified import in_force_since
from loaders.conflicts import conflicts
from loaders.consolidated import KIND as CONSOLIDATED
from loaders.consolidated import consolidated_relations
from loaders.headers import Header
from loaders.model import (
    Body,
    Citation,
    Instrument,
    Reading,
    Relation,
    SelfIdentity,
    SourceText,
    Span,
    citation_of,
)
from loaders.page import boilerplate, repeated
from loaders.passages import Spans
from loaders.portal import portal_properties, portal_relations
from loaders.possible import impossibility
from loaders.records import records
from loaders.reported import reported_relations
from loaders.stated_treatments import treated
from loaders.view import View
from ontology.iris import instrument_key
from ontology.numbers import parse


def unhurried() -> None:
    """Let this process look for cyclic garbage seldom, as suits one that reads many texts.

    Reading makes small things by the million and no cycles: a tenth of the time went into looking
    through the lists of places again and again.
    """
    gc.set_threshold(200_000)


def read(source: SourceText) -> Reading:
    """Everything that one text says, each with its span in `source.text`."""
    base = cited(source)
    text, about, own, found = base.seen.text, base.about, base.own, base.citations
    furniture = boilerplate(text, base.running)
    again = repeated(text, furniture)
    stated, reported = _relations(text, base.head, own, found, again, furniture)
    stated = (*stated, *portal_relations(base.portal, found))
    found = treated(found, own, (*stated, *reported))
    cannot_be = impossibility(found, own)
    impossible = dict.fromkeys(each for each in (*stated, *reported) if cannot_be(each))
    head_title = base.head.title if base.head else None
    reading = Reading(
        source=replace(
            source,
            title=source.title or base.portal.title or about.title or head_title,
            published=base.published,
            author=source.author or about.author,
            url=source.url or about.url,
        ),
        self=own,
        citations=found,
        instruments=_instruments(found, own, base.body_of),
        relations=tuple(each for each in stated if each not in impossible),
        reported=tuple(each for each in reported if each not in impossible),
        impossible=tuple(impossible),
        properties=(*portal_properties(base.portal, own, found), *in_force_since(text, found)),
        conflicts=conflicts(text, found, base.body_of),
        boilerplate=furniture,
        repeated=again,
    )
    told_by = (base.head.committee if base.head else None) or (own.issuer if own else None)
    issuer = base.body_of(told_by) if told_by else None
    return _raw(_happened(reading, text, base.home(), base.published, issuer), base.seen)


def _happened(
    reading: Reading, text: str, home: places.Home, published: str | None, issuer: Body | None
) -> Reading:
    """Adds bodies and people, and what reports tell.

    Inspections, measures, figures, findings, discipline.
    """
    skip = (*reading.boilerplate, *reading.repeated)
    mentions = bodies.body_mentions(text, home, published)
    kind = reading.self.kind if reading.self else None
    if kind in _NORMATIVE and not _gives_account(reading):
        return replace(reading, bodies=mentions)
    reading, mentions = entrusted.with_orders(reading, text, home, mentions)
    reading, plan = promulgated.with_issuers(reading, text, home), kind == "Kế hoạch"
    persons = people.people(text, home, published, mentions)
    told = inspections.inspections(
        text, reading.source.id, reading.citations, home, published, persons, skip,
        reading.self, issuer,
    )  # fmt: skip
    if kind == "Quyết định":
        # A decision orders an inspection ('Thành lập Đoàn giám sát ...'); it tells of none.
        ordered = tuple(each for each in told if each.status != "held")
        shown = persons if ordered else people.signing(persons, text)
        return replace(reading, bodies=mentions, people=shown, inspections=ordered)
    # A plan looks ahead: nothing of it is done, nothing found yet.
    found = () if plan else sections.findings(text, reading.citations, home, skip)
    return replace(
        reading,
        bodies=mentions,
        people=persons,
        inspections=told,
        implementations=()
        if plan
        else implementations.implementations(
            text, reading.citations, home, published, issuer, told, found
        ),
        figures=figures.figures(text, reading.citations, skip),
        findings=found,
        discipline=discipline.discipline(text),
        protected=protection.protected(text, persons, mentions),
    )


# Texts that set norms report nothing: their 'kiểm tra' and '30 ngày' are rules, not events.
_NORMATIVE = frozenset(
    "Luật,Bộ luật,Pháp lệnh,Nghị định,Thông tư,Thông tư liên tịch,Quy định,Quy "
    "chế,Nghị quyết,Hướng dẫn,Chỉ thị,Văn bản hợp nhất,Điều lệ,Hiến pháp,"
    "Nghị quyết liên tịch,Lệnh,Thông tri".split(",")
)


# A cell's resolution tells of its month, a council's of what was supervised.
_ACCOUNT = re.compile(
    r"sinh\s+hoạt\s+(?:chi\s+bộ|thường|định|chuyên)|chi\s+bộ\s+(?:tháng|quý)|(?:họp|phiên)\s+(?:chi\s+bộ|thường\s+kỳ)"
    r"|(?:kết\s+quả|chương\s+trình|kế\s+hoạch|thành\s+lập\s+đoàn)\s+(?:[^\s,;.]+\s+){0,3}?giám\s+sát|giám\s+sát\s+chuyên\s+đề",
    re.I,
)


def _gives_account(reading: Reading) -> bool:
    """Whether a resolution tells what was done: that of a party cell, or on supervision."""
    own = reading.self
    if own is None or own.kind != "Nghị quyết":
        return False
    cell = re.match(r"Chi\s+(?:bộ|ủy)", own.issuer or "") is not None
    return cell or _ACCOUNT.search(own.title or "") is not None


def _instruments(
    cited: tuple[Citation, ...], own: SelfIdentity | None, body_of: Callable[[str], Body | None]
) -> tuple[Instrument, ...]:
    """What we hold true of every instrument that the text names, in order of first mention.

    The text itself first.
    """
    mentions: dict[str, list[Citation]] = {}
    if own and own.instrument:
        mentions[own.instrument] = [
            Citation(
                own.span,
                own.span,
                own.number or "",
                own.kind,
                own.number,
                own.date,
                own.issuer,
                None,
                True,
            )
        ]
    for citation in cited:
        if citation.instrument:
            mentions.setdefault(citation.instrument, []).append(citation)
    return tuple(_instrument(iri, group, own, body_of) for iri, group in mentions.items())


def _instrument(
    iri: str,
    mentions: list[Citation],
    own: SelfIdentity | None,
    body_of: Callable[[str], Body | None],
) -> Instrument:
    record, key = records().get(iri), instrument_key(iri)
    number = record.number if record else next((c.number for c in mentions if c.number), None)
    issuer = record.issuer if record else next((c.issuer for c in mentions if c.issuer), None)
    dates = {c.date for c in mentions if c.date}
    body = body_of(issuer) if issuer else None
    parts = parse(number) if number else None
    title = record.title if record else own.title if own and own.instrument == iri else None
    open_candidates = any(c.candidates for c in mentions)
    return Instrument(
        iri=iri,
        kind=record.kind if record else next((c.kind for c in mentions if c.kind), None),
        number=number,
        date=record.issued if record else _one_date(dates),
        issuer=issuer,
        issuer_body=record.issuer_iri if record else body.iri if body else None,
        title=title,
        resolution="resolved" if key else "candidate" if open_candidates else "unresolved",
        validity=record.validity if record else "chưa rõ",
        register=key.register if key else None,
        value=parts.value if parts else None,
        symbol=parts.symbol if parts else None,
    )


def _one_date(dates: set[str]) -> str | None:
    """The date that all dates stated agree with: `2018` and `2018-02-02` do."""
    longest = max(sorted(dates), key=len, default=None)
    agreed = longest is not None and all(longest.startswith(each) for each in dates)
    return longest if agreed else None


def _relations(
    text: str,
    head: Header | None,
    own: SelfIdentity | None,
    cited: tuple[Citation, ...],
    repeated: tuple[Span, ...],
    furniture: tuple[Span, ...],
) -> tuple[tuple[Relation, ...], tuple[Relation, ...]]:
    """What the text states, and apart from it what a norm-setting text reports of others.

    Each once a place; a passage printed twice states nothing a second time.
    """
    found: list[Relation] = []
    if head is not None and own is not None and own.instrument:
        if head.kind == CONSOLIDATED:
            found += consolidated_relations(text, head, own.instrument, cited, furniture)
            # Two acts that it quotes may rest on the same in the same words.
            repeated = ()
        else:
            found += relations.own_relations(text, head, own.instrument, cited)
    reported = list(reported_relations(text, cited))
    if own is None or own.kind not in _NORMATIVE:
        found, reported = [*found, *reported], []
    return _once(found, repeated), _once(reported, repeated)


def _once(found: list[Relation], repeated: tuple[Span, ...]) -> tuple[Relation, ...]:
    passages = Spans(repeated)
    return tuple(
        dict.fromkeys(
            each for each in found if each.object and each.subject and not passages.hold(each.span)
        )
    )


def _raw(reading: Reading, seen: View) -> Reading:
    """The reading with all spans moved from the view to the raw text, where these differ."""
    text = reading.source.text
    if text == seen.text:
        return reading
    moved: Reading = reading if seen.origin is None else _moved(reading, seen)
    return replace(
        moved,
        citations=tuple(
            citation_of((span, core, text[span.start : span.end], *rest))
            for span, core, _, *rest in moved.citations
        ),
    )


def _moved(value: Any, seen: View) -> Any:
    """A copy of a value with every Span inside it mapped to the raw text."""
    if isinstance(value, Span):
        return Span(seen.raw(value.start), seen.raw(value.end))
    if isinstance(value, Citation):
        spans = {"span": value.span, "core": value.core, "issued_at": value.issued_at}
        return value._replace(**{name: _moved(span, seen) for name, span in spans.items()})
    if isinstance(value, tuple):
        return tuple([_moved(each, seen) for each in value])
    if isinstance(value, SourceText):
        # Its places are those of the raw text.
        return value
    # The attribute by which `dataclasses.fields` knows them too, without a copy of each.
    if names := getattr(value, "__dataclass_fields__", ()):
        return type(value)(**{name: _moved(getattr(value, name), seen) for name in names})
    return value
