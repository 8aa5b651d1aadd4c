"""How long after an instrument each step of carrying it out came, by level.

Steps are plans and other instruments, dissemination, inspections. A step without a whole day is
listed and not counted.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

import numpy as np

from graph.evidence import Evidence, Quote
from graph.hops import Teller, lag
from graph.links import links, sort_of
from graph.questions import Answer, answer
from graph.relations import by_name
from graph.snapshots import Snapshot

_INSPECTED = "giám sát, kiểm tra"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of carrying an instrument out, with the words that tell of it."""

    level: str
    body: str
    measure: str
    number: str
    date: str
    days: int | None
    source: str
    quote: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The lags of one level: how many steps, how many of them dated, and their spread in days."""

    level: str
    steps: int
    dated: int
    least: int | None
    median: float | None
    most: int | None


def steps(snapshot: Snapshot, iri: str) -> list[Step]:
    """The steps of carrying out an instrument, in the order of their days; undated ones last."""
    found = [*_told(answer(snapshot, "implementation", {"iri": iri})), *_inspections(snapshot, iri)]
    return sorted(found, key=lambda s: (s.days is None, s.days or 0, s.level, s.body, s.measure))


def summaries(found: Iterable[Step]) -> list[Summary]:
    """The lags by level, the levels in alphabetical order; '' is an unknown level."""
    by_level: dict[str, list[Step]] = defaultdict(list)
    for step in found:
        by_level[step.level].append(step)
    return [_summary(level, each) for level, each in sorted(by_level.items())]


def _summary(level: str, here: list[Step]) -> Summary:
    days = [step.days for step in here if step.days is not None]
    spread = (min(days), median(days), max(days)) if days else (None, None, None)
    return Summary(level, len(here), len(days), *spread)


def _told(rows: Answer) -> Iterable[Step]:
    for row in rows.values():
        days = row["lagDays"]
        text = {name: str(row[name] or "") for name in rows.columns}
        yield Step(
            text["level"], text["body"], text["measure"], text["measureNumber"], text["date"],
            days if isinstance(days, int) else None, text["source"], text["quote"],
        )  # fmt: skip


def _inspections(snapshot: Snapshot, iri: str) -> Iterable[Step]:
    """The inspections of how it is carried out, by the level of who conducted them."""
    here = links(snapshot)
    teller, evidence = Teller(snapshot, here), Evidence(snapshot.store)
    number = here.number.get(iri)
    if number is None:
        return
    regulation = teller.thing(iri)
    for link in here.by_earlier.at(np.array([number], np.int32)).tolist():
        node = here.nodes[here.later[link]]
        relation = here.relation[link]
        if relation == by_name()["inspectsImplementationOf"] and sort_of(node) == "inspection":
            inspection = teller.thing(node)
            quote = next(evidence.spans(node), Quote("", 0, 0, ""))
            yield Step(
                evidence.level(node), inspection.label, _INSPECTED, "",
                " | ".join(inspection.dates), lag(inspection, regulation), quote.source, quote.text,
            )  # fmt: skip
