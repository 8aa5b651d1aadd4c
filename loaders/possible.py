"""Which relations there can be at all, by the rank of two instruments and by their days.

A misprinted date, a name that a later law bears too, or a sentence read wrongly makes a circular
change a decree, or a decree detail a law that was not there yet. Such a relation stays a claim for
the checks and the review; it is no statement.
"""

from collections.abc import Callable, Iterable

from loaders.model import Citation, Relation, SelfIdentity
from loaders.records import records, year_of
from ontology.iris import instrument_key
from ontology.ranks import CHANGES, LOWEST, may_change, rank

# What a lower norm does for a higher one.
_CARRIES_OUT = frozenset(("implements", "concretises", "details", "guides"))
# The subject of all others comes after its object.
_ANY_ORDER = frozenset(("promulgates", "establishes", "assigns", "confused_with", "cites"))


def impossibility(
    citations: Iterable[Citation], own: SelfIdentity | None
) -> Callable[[Relation], bool]:
    """Tells of a relation of this text whether it cannot be."""
    mentions: dict[str, list[Citation]] = {}
    for citation in citations:
        mentions.setdefault(citation.instrument or "", []).append(citation)
    known: dict[str, tuple[int, str]] = {}

    def facts(iri: str) -> tuple[int, str]:
        if iri not in known:
            of_own = own is not None and own.instrument == iri
            kind = next(
                (c.kind for c in mentions.get(iri, ())), own.kind if own and of_own else None
            )
            stated = own.date if own and of_own else None
            known[iri] = rank(iri, kind), _day(iri, stated, mentions.get(iri, []))
        return known[iri]

    def is_impossible(relation: Relation) -> bool:
        (by, later), (of, earlier) = facts(relation.subject), facts(relation.object)
        if relation.predicate in CHANGES and not may_change(by, of, relation.subject):
            return True
        if relation.predicate in _CARRIES_OUT and by < of and _is_norm(relation.object, of):
            return True
        shared = min(len(later), len(earlier))
        return relation.predicate not in _ANY_ORDER and later[:shared] < earlier[:shared]

    return is_impossible


def _is_norm(iri: str, level: int) -> bool:
    """Whether an instrument is one of the hierarchy; what the Party issues stands beside it."""
    key = instrument_key(iri)
    return level < LOWEST or (key is not None and key.symbol in ("tt", "ttlt"))


def _day(iri: str, stated: str | None, mentions: list[Citation]) -> str:
    """The day of an instrument, its year where the days stated contradict one another or it."""
    record, year = records().get(iri), year_of(iri)
    if stated or (record and record.issued):
        return stated or (record.issued if record else None) or ""
    days = {c.date for c in mentions if c.date and (not year or c.date.startswith(year))}
    return days.pop() if len(days) == 1 else year or ""
