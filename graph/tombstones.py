"""What was purged for good: the ids of sources, never their words.

ROOT/PURGED   {"sources": {ID: when}, "before": the first version after the last purge}
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

NAME = "PURGED"


@dataclass(frozen=True, slots=True)
class Tombstones:
    """The purged sources with the moment of each; versions under `before` are gone with them."""

    sources: Mapping[str, str] = field(default_factory=dict)
    before: int = 0

    def joined(self, other: "Tombstones") -> "Tombstones":
        """What either tells of."""
        both = {**other.sources, **self.sources}
        return Tombstones(both, max(self.before, other.before))


def tombstones(root: Path) -> Tombstones:
    """What was purged from a store or a backup."""
    try:
        return Tombstones(**json.loads((root / NAME).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Tombstones()


def write(root: Path, stones: Tombstones) -> None:
    """Leave tombstones in one step."""
    fresh = root / f"{NAME}.new"
    whole = {"sources": dict(sorted(stones.sources.items())), "before": stones.before}
    fresh.write_text(json.dumps(whole, indent=1), encoding="utf-8")
    fresh.replace(root / NAME)
