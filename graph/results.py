"""Whole answers to queries, and those of them that are kept for the next who asks the same."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

from graph.snapshots import Version

# Of one answer, with what is noted of it.
_OVERHEAD = 500


@dataclass(frozen=True, slots=True)
class Result:
    """A whole answer, serialised; `truncated` says that there is more than it holds."""

    body: bytes
    media_type: str
    truncated: bool
    version: Version


class Kept:
    """Answers within a budget of bytes; those asked for least recently go first."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._bytes = 0
        self._results: OrderedDict[Hashable, Result] = OrderedDict()
        self._lock = threading.Lock()
        self.hits = self.misses = 0

    @property
    def bytes(self) -> int:
        """How much is kept."""
        return self._bytes

    def get(self, key: Hashable) -> Result | None:
        """The answer to what was asked before."""
        with self._lock:
            found = self._results.get(key)
            if found is None:
                self.misses += 1
                return None
            self.hits += 1
            self._results.move_to_end(key)
            return found

    def put(self, key: Hashable, result: Result) -> None:
        """Keep an answer, unless it alone would take a great part of the budget."""
        size = len(result.body) + _OVERHEAD
        if size * 8 > self._budget:
            return
        with self._lock:
            if key not in self._results:
                self._results[key] = result
                self._bytes += size
            while self._bytes > self._budget:
                _, oldest = self._results.popitem(last=False)
                self._bytes -= len(oldest.body) + _OVERHEAD
