"""The changes that made units and bodies of others, from the lists of places and of bodies."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from ontology.bodies import bodies
from ontology.iris import BASE
from ontology.kinds import notations
from ontology.places import Place, place, places
from ontology.turtle import VK, instances

REFORMS = "changes.ttl"
_SPATIAL = "http://purl.org/dc/terms/spatial"


@dataclass(frozen=True, slots=True)
class Change:
    """What became `new` on a day: places or bodies, by IRI, and the instrument that decided it."""

    iri: str
    former: tuple[str, ...]
    new: str
    day: str | None
    basis: str | None


def territorial_changes() -> Iterator[Change]:
    """For each unit that has predecessors the change that made it of them."""
    before: dict[str, list[str]] = {}
    for each in places():
        for successor in each.successors:
            before.setdefault(successor, []).append(each.iri)
    for iri, former in sorted(before.items()):
        if (new := place(iri)) and new.valid_from:
            yield Change(_iri(iri), tuple(former), iri, new.valid_from, _basis(new))


def changes_of_bodies() -> Iterator[Change]:
    """For each body that others became, by the day on which they ended, the change."""
    before: dict[tuple[str, str], list[str]] = {}
    for each in bodies():
        for successor in each.successors:
            before.setdefault((successor, each.valid_to or ""), []).append(each.iri)
    for (iri, last), former in sorted(before.items()):
        when = f"{iri}@{last[:4]}" if last else iri
        yield Change(_iri(when), tuple(former), iri, _following(last), None)


def _iri(thing: str) -> str:
    return f"{BASE}change/{thing.rsplit('/', 1)[1]}"


def _following(last: str) -> str | None:
    """The first day after, where the last is a day; the same month or year where that is known."""
    if len(last) != len("2025-02-28"):
        return last or None
    return (date.fromisoformat(last) + timedelta(days=1)).isoformat()


@cache
def _reforms() -> dict[tuple[str, str, str | None], str]:
    """What decided the changes, by day, level and province."""
    return {
        (
            each.need(VK + "onDate"),
            notations()[each.need(VK + "level")],
            each.one(_SPATIAL),
        ): each.need(VK + "changeBasis")
        for each in instances(REFORMS, VK + "TerritorialChange")
    }


def _basis(new: Place) -> str | None:
    reform = (new.valid_from or "", new.level)
    return _reforms().get((*reform, new.parent)) or _reforms().get((*reform, None))
