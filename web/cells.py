"""Terms as people read them: a linked label, a date, a count; the evidence beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal as Choice

from pyoxigraph import Literal, NamedNode

from graph.snapshots import Term
from web.language import say, shown_count, shown_date
from web.paths import is_ours, local, sort_of
from web.quoting import Proof
from web.reading import Reader

Sort = Choice["link", "date", "count", "number", "text", "long"]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_DATES = frozenset(_XSD + name for name in ("date", "dateTime", "gYear", "gYearMonth"))
_NUMBERS = frozenset(_XSD + name for name in ("integer", "decimal", "double", "float"))
# How the questions join several values of one row.
_SEVERAL = " | "
# `Nghị quyết liên tịch 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN`
_WORDS_BEFORE_A_NUMBER = 4
# Of a longer text a table shows the beginning; its evidence shows it whole.
_LONG = 240
# 124-QĐ/TW, 64/2014/NĐ-CP, 171/KH-MTTQ-BTT: an instrument's number never breaks over lines.
_INSTRUMENT_NUMBER = re.compile(r"\d+[A-Za-zĐđ]?[-/][^\s]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """One value ready to print; `address` is where it leads, `outside` if that is another host.

    A cell that holds several values has them as `parts`.
    """

    text: str
    sort: Sort = "text"
    address: str | None = None
    outside: bool = False
    parts: tuple["Cell", ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a fact with what it rests on; `count` where that is more than is shown."""

    cell: Cell
    proofs: tuple[Proof, ...] = ()
    note: tuple[Cell, ...] = ()
    count: int = 0

    @property
    def in_part(self) -> str:
        """The parts that it is about, where no sentence says so of the whole.

        'một phần' only where no sentence says which.
        """
        parts = dict.fromkeys(proof.in_part for proof in self.proofs)
        if not all(parts):
            return ""
        return "; ".join(part for part in parts if part != "một phần") or "".join(parts)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table with what it rests on."""

    cells: tuple[Cell, ...]
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and lines; `total` says how many lines there are where not all are shown."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    total: int | None = None


def link(reader: Reader, iri: str) -> Cell:
    """One of our things under its name, or an address elsewhere as it stands."""
    if is_ours(iri):
        label = reader.told_apart(iri)
        # `Quy định 124-QĐ/TW` stays on one line; the long name of an unnumbered one may break.
        numbered = sort_of(iri) == "instrument" and label.count(" ") <= _WORDS_BEFORE_A_NUMBER
        return Cell(label, "number" if numbered else "link", local(iri))
    if iri.startswith(("http://", "https://")):
        return Cell(reader.label(iri), "link", iri, outside=True)
    return Cell(iri)


def cell(reader: Reader, term: Term | None) -> Cell:
    """A term of the data as people read it; nothing for nothing."""
    if term is None:
        return Cell("")
    if isinstance(term, NamedNode):
        return link(reader, term.value)
    return _literal(reader, term) if isinstance(term, Literal) else Cell(str(term))


def _literal(reader: Reader, term: Literal) -> Cell:
    datatype = term.datatype.value
    if datatype in _DATES:
        return Cell(shown_date(term.value), "date")
    if datatype in _NUMBERS:
        return Cell(shown_count(float(term.value)), "count")
    if datatype == _XSD + "boolean":
        return Cell(say("có", "yes") if term.value in ("true", "1") else say("không", "no"))
    return written(reader, term.value)


def written(reader: Reader, text: str) -> Cell:
    """A plain text, told apart from a number, a date, one of our IRIs, and several of these."""
    if _SEVERAL in text:
        return Cell(text, parts=tuple(written(reader, each) for each in text.split(_SEVERAL)))
    if is_ours(text):
        return link(reader, text)
    if re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", text):
        return Cell(shown_date(text), "date")
    if len(text) > _LONG:
        return Cell(text, "long")
    return Cell(text, "number" if _INSTRUMENT_NUMBER.fullmatch(text) else "text")


def named(reader: Reader, text: str) -> Cell:
    """A name or a number as a link to the one thing that bears it, else as it stands."""
    if _SEVERAL in text:
        return Cell(text, parts=tuple(named(reader, each) for each in text.split(_SEVERAL)))
    bearer = reader.names.bearer(text)
    plain = written(reader, text)
    return replace(plain, address=local(bearer)) if bearer else plain


def tally(proofs: Sequence[Proof], total: int = 0) -> list[tuple[str, int]]:
    """How many pieces of evidence there are of each tone, in a fixed order of tones.

    Where there are more than are at hand, `total` in all, the rest is text.
    """
    tones = [proof.tone for proof in proofs] + ["text"] * max(0, total - len(proofs))
    order = ("review", "authority", "text", "rule")
    return [(tone, tones.count(tone)) for tone in order if tone in tones]
