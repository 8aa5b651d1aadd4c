"""What was worked out of one version of the dataset, kept for the requests that follow."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar

from graph.snapshots import Snapshot
from web.naming import Names

T = TypeVar("T")
# Of single things, as the numbers of a register, so many are kept; the oldest goes first.
_MOST_THINGS = 500


@dataclass(slots=True)
class Memory:
    """Never wrong, since a version never changes; what is not there is worked out again."""

    of: Snapshot
    _names: dict[str, Names] = field(default_factory=dict)
    _of_all: dict[str, Any] = field(default_factory=dict)
    _making: dict[str, Lock] = field(default_factory=dict)
    _of_one: dict[tuple[str, str], Any] = field(default_factory=dict)

    def names(self, language: str) -> Names:
        """What things are called in a language."""
        if language not in self._names:
            self._names[language] = Names(self.of.store, language)
        return self._names[language]

    def of_all(self, name: str, make: Callable[[], T]) -> T:
        """What takes a look at everything; who asks meanwhile waits for that look."""
        if name not in self._of_all:
            with self._making.setdefault(name, Lock()):
                if name not in self._of_all:
                    self._of_all[name] = make()
        found: T = self._of_all[name]
        return found

    def of_one(self, name: str, iri: str, make: Callable[[], T]) -> T:
        """What takes a look at all that is said of one thing."""
        found = self._of_one.get((name, iri))
        if found is None:
            found = make()
            for old in [*self._of_one][: max(0, len(self._of_one) + 1 - _MOST_THINGS)]:
                self._of_one.pop(old, None)
            self._of_one[name, iri] = found
        kept: T = found
        return kept
