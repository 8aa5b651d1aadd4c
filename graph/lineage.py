"""What became of an instrument in order: what it took the place of, what changed and ended it.

The line goes back over all that an instrument replaces or repeals as a whole, on over all that
replaces or repeals it, to any length. What ends a part only is a change, like an amendment.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph.hops import Hop, Teller, Thing
from graph.links import Ints
from graph.relations import by_name
from graph.signals import EFFECTS, REPLACED, is_lower, parts
from ontology.iris import instrument_key

_CHANGES = frozenset(by_name()[name] for name in EFFECTS)
_ENDS = frozenset(by_name()[name] for name, effect in EFFECTS.items() if effect == REPLACED)


@dataclass(frozen=True, slots=True)
class Stage:
    """One instrument of a line: which of the line it ended, and what changed it, oldest first."""

    thing: Thing
    ended: tuple[Hop, ...]
    changes: tuple[Hop, ...]


def lineage(teller: Teller, start: str, day: int = 0) -> tuple[Stage, ...]:
    """The line that an instrument stands in, oldest first, as of a day where one is given.

    Empty where nothing came before or after it, and nothing changed it.
    """
    number = teller.links.number.get(start)
    if number is None:
        return ()
    line = _Line(teller, day)
    members = {number, *line.reached(number, back=True), *line.reached(number, back=False)}
    stages = tuple(line.stage(each, members) for each in sorted(members, key=line.age))
    return stages if len(stages) > 1 or stages[0].changes else ()


class _Line:
    """The links of one version that change or end instruments, looked up as they are asked for."""

    def __init__(self, teller: Teller, day: int) -> None:
        self._teller, self._links, self._day = teller, teller.links, day

    def age(self, number: int) -> tuple[bool, str, int, str]:
        """By its whole day where one is stated, else by its year; what has neither comes last."""
        node = self._links.nodes[number]
        key = instrument_key(node)
        stated = sorted(self._teller.thing(node).dates, key=lambda day: (-len(day[:10]), day))
        year = key.period if key and key.period.isdigit() else ""
        day = stated[0][:10] if stated else year
        number_of_it = int(key.number) if key and key.number.isdigit() else 0
        return not day, day, number_of_it, node

    def reached(self, start: int, back: bool) -> set[int]:
        """All that the instrument ended, and what those ended; or all that ended it."""
        found: set[int] = set()
        ring = [start]
        while ring:
            ends = (self._far(link, back) for number in ring for link in self._ends(number, back))
            ring = [each for each in dict.fromkeys(ends) if each not in found and each != start]
            found.update(ring)
        return found

    def stage(self, number: int, members: set[int]) -> Stage:
        """One of the line, with its changes in the order of what made them."""
        ended = [
            self._teller.pair(link, _CHANGES)
            for link in self._ends(number, back=True)
            if self._far(link, back=True) in members
        ]
        changed: dict[int, int] = {}
        enders = {self._far(link, back=False) for link in self._ends(number, back=False)}
        for link in self._by(number, back=False, among=_CHANGES):
            if (by := self._far(link, back=False)) not in enders:
                changed.setdefault(by, link)
        hops = [self._teller.pair(changed[by], _CHANGES) for by in sorted(changed, key=self.age)]
        thing = self._teller.thing(self._links.nodes[number])
        return Stage(thing, tuple(ended), tuple(hops))

    def _ends(self, number: int, back: bool) -> Iterator[int]:
        """The links by which one ends another as a whole, once a pair."""
        met: set[int] = set()
        for link in self._by(number, back, _ENDS):
            step = self._teller.step(link)
            whole = not parts(self._teller.evidence, step) and not is_lower(
                step.subject.iri, step.object.iri
            )
            if whole and self._far(link, back) not in met:
                met.add(self._far(link, back))
                yield link

    def _by(self, number: int, back: bool, among: frozenset[int]) -> Iterator[int]:
        links = self._links
        here: Ints = (links.by_later if back else links.by_earlier).at(np.array([number], np.int32))
        for link in here.tolist():
            known = not self._day or links.day[links.later[link]] <= self._day
            if known and int(links.relation[link]) in among:
                yield link

    def _far(self, link: int, back: bool) -> int:
        return int((self._links.earlier if back else self._links.later)[link])
