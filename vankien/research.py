"""Tracing for scholars who work in Python: results, networks with evidence, frames.

>>> import vankien
>>> found = vankien.trace("124-QĐ/TW", direction="cited-by", depth=4)      # doctest: +SKIP
>>> found.frame()[["subject", "relation", "object", "lagDays", "quote"]]   # doctest: +SKIP
>>> graph = found.network()          # a networkx.MultiDiGraph              # doctest: +SKIP
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.hops import Hop
from graph.measure_tables import main_path, of_one, overview
from graph.network import Proved, network
from graph.paths import LONGEST, Wanted
from graph.snapshots import Snapshot, snapshot
from graph.telling import told
from graph.trace import Asked
from graph.trace_formats import printed
from graph.trace_tables import record, rows
from graph.tracing import Question, Result, meant, traced
from vankien.nearby import near

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Found:
    """What a trace found, and how to take it elsewhere.

    `result` is the whole answer (graph/tracing.py) with its dataset version and permalink.
    """

    result: Result
    snapshot: Snapshot

    @property
    def hops(self) -> list[Hop]:
        """Every hop, in the order of the answer."""
        return [hop for _, _, hop in self.result.hops()]

    @property
    def ways(self) -> list[tuple[Hop, ...]]:
        """The paths, where the question had an end."""
        return [way for part in self.result.parts for way in part.ways]

    @property
    def permalink(self) -> str:
        """The address that asks the same of the same version."""
        return self.result.permalink

    def told(self, language: str = "vi") -> list[str]:
        """Every hop in a sentence with its quote."""
        return [told(hop, language) for hop in self.hops]

    def rows(self) -> list[dict[str, str | int | None]]:
        """A dictionary a hop, as the CSV has it."""
        return list(rows(self.result))

    def record(self) -> dict[str, object]:
        """The whole answer as plain values, as the JSON has it."""
        return record(self.result)

    def network(self) -> Proved:
        """A network of networkx; edges bear relation, quote, source, place, date, version."""
        return network(self.result)

    def frame(self) -> "pd.DataFrame":
        """A frame of pandas, a row a hop; pandas is not among what vankien installs."""
        import pandas as pd

        frame = pd.DataFrame(self.rows())
        frame.attrs |= {"version": self.result.version.hash, "permalink": self.permalink}
        return frame

    def write(self, path: Path | str, form: str) -> None:
        """Write the answer in one of the formats of `vankien trace --format`."""
        content = printed(self.result, self.snapshot, form)
        raw = content.encode() if isinstance(content, str) else content
        Path(path).write_bytes(raw)


def trace(
    start: str,
    store: Path | str,
    *,
    to: str = "",
    direction: str = "both",
    depth: int = 3,
    as_of: str = "",
    relations: Sequence[str] = (),
    through_bodies: bool = False,
    paths: int | None = 5,
    longest: int = LONGEST,
    via: Sequence[str] = (),
    hubs: bool = True,
    version: int | None = None,
) -> Found:
    """What `vankien trace` finds; the arguments are its options."""
    asked = Asked(direction, depth, as_of, tuple(relations), through_bodies)
    current = snapshot(near(store), version)
    question = Question(start, asked, to, Wanted(paths, longest, tuple(via), hubs))
    return Found(traced(current, question), current)


def measures(store: Path | str, number: str = "") -> list[dict[str, Any]]:
    """The rows of `vankien measures`: of all texts, or of one (a number that one bears, an IRI)."""
    current = snapshot(near(store))
    if not number:
        return list(overview(current).values())
    return [row for iri in meant(current, number) for row in of_one(current, iri).values()]


def main_paths(store: Path | str) -> list[dict[str, Any]]:
    """The citations of the key-route main paths, the older first."""
    return list(main_path(snapshot(store)).values())
