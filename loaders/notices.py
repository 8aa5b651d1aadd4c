"""What the checker says of a draft: a rule, a place, both sides, and never a repair."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from loaders.model import Citation, Instrument, Reading, Span
from loaders.records import records
from loaders.view import View, view
from ontology.authority import RecordedInstrument

__all__ = [
    "ERROR",
    "INFORMATION",
    "LIKELY",
    "POSSIBLE",
    "SURE",
    "WARNING",
    "Draft",
    "Notice",
    "Side",
    "Words",
    "agree",
    "called",
    "day",
    "is_day",
    "of_record",
    "trust",
]

# An error is wrong by itself; a warning contradicts something; information is for the reader.
ERROR, WARNING, INFORMATION = "error", "warning", "information"
SURE, LIKELY, POSSIBLE = "sure", "likely", "possible"


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence in Vietnamese and in English."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Side:
    """What stands on another side: a stretch of the draft, or an entry of the authority list.

    Or the words of a loaded source, which `source` names.
    """

    quote: str
    span: Span | None = None
    authority: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that the checker found; `also` are the other places that say the same."""

    rule: str
    severity: str
    certainty: str
    span: Span
    message: Words
    suggestion: Words | None = None
    others: tuple[Side, ...] = ()
    instrument: str | None = None
    also: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A reading with the day that it is judged by.

    `date` is its own or, where it states none, `today`; `dated` says which.
    """

    reading: Reading
    date: str
    dated: bool

    @property
    def text(self) -> str:
        """The raw text, which all spans refer to."""
        return self.reading.source.text

    @property
    def judges(self) -> bool:
        """Whether its date can be held against what it cites.

        A consolidated text repeats the preamble of its original, which was right in its day.
        """
        own = self.reading.self
        return self.dated and (own is None or own.kind != "Văn bản hợp nhất")

    @cached_property
    def seen(self) -> View:
        """The view that patterns run on."""
        return view(self.text)

    @cached_property
    def instruments(self) -> dict[str, Instrument]:
        """What the reading holds of each instrument, by IRI."""
        return {each.iri: each for each in self.reading.instruments}

    @cached_property
    def cited(self) -> dict[str, list[Citation]]:
        """The mentions of each instrument but the draft itself, in reading order."""
        found: dict[str, list[Citation]] = {}
        for citation in self.reading.citations:
            if citation.instrument and not citation.self_reference:
                found.setdefault(citation.instrument, []).append(citation)
        return found

    def dated_citations(self) -> Iterator[Citation]:
        """Numbered citations of other instruments that give a whole date."""
        for mentions in self.cited.values():
            for citation in mentions:
                if citation.number and citation.date and is_day(citation.date):
                    yield citation

    def side(self, span: Span) -> Side:
        """The stretch of the draft as another side."""
        return Side(self.text[span.start : span.end], span)

    def label(self, iri: str) -> str:
        """`Quyết định 99-QĐ/TW`: what the record calls an instrument, else what the draft does."""
        known = records().get(iri) or self.instruments.get(iri)
        return called(known) if known else iri.rsplit("/", 1)[-1]


def is_day(iso: str) -> bool:
    """Whether an ISO date gives the day, not only a month or a year."""
    return len(iso) == len("2018-02-02")


def called(instrument: RecordedInstrument | Instrument) -> str:
    """`Quyết định 99-QĐ/TW`, or the title of what bears no number."""
    if instrument.number:
        return f"{instrument.kind or 'văn bản'} {instrument.number}"
    return instrument.title or instrument.kind or "văn bản"


def of_record(record: RecordedInstrument) -> Side:
    """An entry of the authority list as another side, in one line."""
    issued = f"ngày {day(record.issued)}" if record.issued else ""
    parts = (called(record), issued, record.issuer or "", record.title or "")
    return Side(", ".join(part for part in parts if part), authority=record.source)


def trust(record: RecordedInstrument) -> str:
    """How sure a notice may be that rests on this entry."""
    return LIKELY if record.certainty in ("chắc chắn", "có nguồn") else POSSIBLE


def agree(one: str, other: str) -> bool:
    """Whether two ISO dates can mean one day: `2018` and `2018-02-02` can."""
    return one.startswith(other) or other.startswith(one)


def day(iso: str) -> str:
    """An ISO date as Vietnamese print has it.

    >>> day("2018-02-02"), day("2021-07"), day("2025")
    ('02/02/2018', '7/2021', '2025')
    """
    parts = iso.split("-")
    if len(parts) == 3:
        return "/".join(reversed(parts))
    return f"{int(parts[1])}/{parts[0]}" if len(parts) == 2 else iso
