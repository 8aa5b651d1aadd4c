"""Whole answers to queries, and those of them that are kept for the next who asks the same."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from graph.snapshots import Version

# Of one thing, with what is noted of it.
_OVERHEAD = 500
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Result:
    """A whole answer, serialised; a large one lies in a file, which its reader takes away.

    `rows` is None where the format does not tell how many there are. `is_lasting`: whoever asks
    the same of this version may hear the same.
    """

    body: bytes
    media_type: str
    version: Version
    rows: int | None = None
    file: Path | None = None
    is_lasting: bool = True

    def in_memory(self) -> "Result":
        """The same with its body at hand, its file taken away."""
        if self.file is None:
            return self
        body = self.file.read_bytes()
        self.file.unlink(missing_ok=True)
        return replace(self, body=body, file=None)


class Kept(Generic[_Value]):
    """Things within a budget of bytes; those asked for least recently go first."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._things: OrderedDict[Hashable, tuple[_Value, int]] = OrderedDict()
        self._lock = threading.Lock()
        self.bytes = self.hits = self.misses = 0

    def get(self, key: Hashable) -> _Value | None:
        """What is kept under a key."""
        with self._lock:
            found = self._things.get(key)
            if found is None:
                self.misses += 1
                return None
            self.hits += 1
            self._things.move_to_end(key)
            return found[0]

    def put(self, key: Hashable, thing: _Value, size: int) -> None:
        """Keep a thing, unless it alone would take a great part of the budget."""
        size += _OVERHEAD
        if size * 8 > self._budget:
            return
        with self._lock:
            if key not in self._things:
                self._things[key] = (thing, size)
                self.bytes += size
            while self.bytes > self._budget:
                _, (_, freed) = self._things.popitem(last=False)
                self.bytes -= freed
