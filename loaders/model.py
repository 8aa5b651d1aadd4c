"""The types that flow from a text to its quads.

Mentions keep what the text says, records what we hold true.

Every `Span` is a pair of Python string indices into `SourceText.text`; `text[span.start:span.end]`
is the quote, always. Dates are ISO strings as the contract prints them: `2018-02-02`, `2021-07`,
`2025`, an interval `2019/2021-06`.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple, TypeAlias


# Spans and citations are made by the million: named tuples cost a fifth of frozen dataclasses.
class Span(NamedTuple):
    """A half-open stretch of the source text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Remark:
    """How a text was read, where that is not as its file says; in Vietnamese and English."""

    words: str
    words_en: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """One text as read, with what its page says of itself; identified by the sha256 of the text.

    That is the hex digest of its UTF-8 bytes, taken once: all layers that mint IRIs ask for it.
    `pages` and `paragraphs` are where each page of a PDF and each paragraph of a Word file starts,
    `furniture` the running headers and page numbers that its layout shows.
    """

    text: str
    path: str
    title: str | None = None
    published: str | None = None
    author: str | None = None
    url: str | None = None
    language: str = "vi"
    rights: str | None = None
    pages: tuple[int, ...] = ()
    paragraphs: tuple[int, ...] = ()
    furniture: tuple[Span, ...] = ()
    remarks: tuple[Remark, ...] = ()
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", hashlib.sha256(self.text.encode()).hexdigest())

    @property
    def id(self) -> str:
        """First 16 hex digits of the digest, as used in IRIs."""
        return self.sha256[:16]


class Citation(NamedTuple):
    """One mention of an instrument.

    `core` is its number as printed, or the whole name of an unnumbered one; `issued_at` the words
    by which its sentence says who issued it, where that is not part of the mention.
    """

    span: Span
    core: Span
    text: str
    kind: str | None = None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    pinpoint: str | None = None
    self_reference: bool = False
    treatment: str | None = None
    instrument: str | None = None
    rule: str | None = None
    candidates: tuple[str, ...] = ()
    issuer_body: "Body | None" = None
    issued_at: Span | None = None


# A named tuple is made through a function written in Python, at three times the price of the tuple.
# What is made at every place of a text is put together at once, with all fields in their order.
span_of: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
citation_of: Callable[[tuple[object, ...]], Citation] = partial(tuple.__new__, Citation)
# A citation of which nothing is known beyond what stands in its first fields, up to the issuer.
UNRESOLVED = Citation(Span(0, 0), Span(0, 0), "")[7:]


@dataclass(frozen=True, slots=True)
class Instrument:
    """What we hold true of an instrument.

    From the authority record where there is one, else from this text.
    """

    iri: str
    kind: str | None
    number: str | None
    date: str | None
    issuer: str | None
    issuer_body: str | None
    title: str | None
    resolution: str
    validity: str = "chưa rõ"
    register: str | None = None
    value: int | None = None
    symbol: str | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Where the signer's name stands, and the capacity printed above it: 'T/M BAN BÍ THƯ'."""

    span: Span
    capacity: str


@dataclass(frozen=True, slots=True)
class SelfIdentity:
    """The instrument that the text itself is, from its header, preamble and signature.

    `letterhead` is the body named at the head, which need not be the issuer, and where it stands.
    `kind_printed` is the kind's other name where the text prints one: 'Kết luận thanh tra'.
    """

    instrument: str | None
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


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation: name in full, type (`huyện ủy`, `ban thường vụ` ...), level and place.

    place and parent are IRIs; leads is the IRI of the party organisation (đảng bộ) that a
    committee leads.
    """

    iri: str
    name: str
    type: str
    level: str | None
    place: str | None = None
    parent: str | None = None
    as_printed: str | None = field(default=None, compare=False)

    @property
    def printed(self) -> str:
        """The name with its territory but with the text's own abbreviations: 'UBND xã Lao Chải'."""
        return self.as_printed or self.name


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A place in the text where a body is named."""

    span: Span
    body: Body


@dataclass(frozen=True, slots=True)
class Person:
    """A person with the position that the text gives; never the bearer of an allegation."""

    iri: str
    name: str
    role: str | None
    body: Body | None
    spans: tuple[Span, ...]


Member: TypeAlias = Body | Person


@dataclass(frozen=True, slots=True)
class Inspection:
    """One inspection (or a counted group of them) that a text reports, plans or orders.

    Its `members` are the institutions that take part, and the people who do so by name.
    """

    iri: str
    span: Span
    mode: str
    form: str | None
    status: str
    start: str | None
    end: str | None
    count: int | None
    inspector: Body | None
    leader: Person | None
    members: tuple[Member, ...] = ()
    units: tuple[Body, ...] = ()
    about: tuple[str, ...] = ()
    mandate: tuple[str, ...] = ()
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Implementation:
    """A body carries out an instrument by a measure (quán triệt, ban hành kế hoạch, ...)."""

    span: Span
    body: Body
    level: str | None
    instrument: str
    measure: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit and what it counts.

    `part_of` is the start of the whole that it is a part of.
    """

    span: Span
    value: float
    unit: str
    what: str | None
    period: str | None
    part_of: int | None = None
    form: str | None = None
    petition: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A result, shortcoming, cause, recommendation or assessment.

    One dashed or numbered block, or a paragraph. A cause explains the shortcomings at these spans,
    where the text says which.
    """

    span: Span
    heading: Span
    sort: str
    level: str | None
    about: tuple[str, ...] = ()
    units: tuple[Body, ...] = ()
    explains: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Discipline:
    """A disciplinary form with its target as printed."""

    span: Span
    form: str
    target: str | None
    count: int | None


@dataclass(frozen=True, slots=True)
class Relation:
    """A statement between instruments; of establishes and assigns the object may be a body.

    `rule` says by what it was read where its span alone does not; `part` is the part of the object
    that is ended, where it is not the whole: 'khoản 4 Điều 5', or 'một phần'.
    """

    subject: str
    predicate: str
    object: str
    span: Span
    rule: str | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Property:
    """What a page states of its instrument beside the text: `validity`, `effective_from`."""

    instrument: str
    name: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class ConflictValue:
    """One of the values that the text gives, with every place that gives it."""

    value: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A property for which this text, or this text and the record, give more than one value."""

    instrument: str
    property: str
    values: tuple[ConflictValue, ...]
    suggestion: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one text; `protected` stretches identify a person in a complaint.

    `reported` is what a norm-setting text says of others, `impossible` what no text can truly say.
    """

    source: SourceText
    self: SelfIdentity | None = None
    citations: tuple[Citation, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    bodies: tuple[BodyMention, ...] = ()
    people: tuple[Person, ...] = ()
    inspections: tuple[Inspection, ...] = ()
    implementations: tuple[Implementation, ...] = ()
    figures: tuple[Figure, ...] = ()
    findings: tuple[Finding, ...] = ()
    discipline: tuple[Discipline, ...] = ()
    relations: tuple[Relation, ...] = ()
    reported: tuple[Relation, ...] = ()
    impossible: tuple[Relation, ...] = ()
    properties: tuple[Property, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    boilerplate: tuple[Span, ...] = ()
    repeated: tuple[Span, ...] = ()
    protected: tuple[Span, ...] = field(default=())
