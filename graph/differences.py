"""What changed between two versions: links gained and lost with their words, and all N-Quads."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from graph.deadline import on_time
from graph.export import export
from graph.hops import Hop, Teller
from graph.links import Links, links
from graph.snapshots import Snapshot

GAINED, LOST = "gained", "lost"


@dataclass(frozen=True, slots=True)
class Change:
    """A link that one of two versions does not have, told from the one that has it."""

    sort: str
    hop: Hop


def changes(old: Snapshot, new: Snapshot, touching: str = "") -> Iterator[Change]:
    """The links that are lost and gained, in order; of one thing alone where it is named."""
    before, after = links(old), links(new)
    on_time()
    had, have = set(_statements(before, touching)), set(_statements(after, touching))
    yield from _told(old, before, had - have, LOST)
    yield from _told(new, after, have - had, GAINED)


def _statements(here: Links, touching: str) -> Iterator[tuple[str, int, str]]:
    for link in range(len(here)):
        statement = here.statement(link)
        if not touching or touching in (statement[0], statement[2]):
            yield statement


def _told(
    snapshot: Snapshot, here: Links, statements: set[tuple[str, int, str]], sort: str
) -> Iterator[Change]:
    on_time()
    teller = Teller(snapshot, here)
    place = {here.statement(link): link for link in range(len(here))} if statements else {}
    for statement in sorted(statements):
        yield Change(sort, teller.hop(place[statement]))


def write_quads(old: Snapshot, new: Snapshot, added: IO[bytes], removed: IO[bytes]) -> None:
    """Write the lines that only the new version has, and those that only the old one has.

    Both files are sorted N-Quads, as `vankien export` writes them, and hold nothing protected.
    """
    with TemporaryFile() as before, TemporaryFile() as after:
        for snapshot, file in ((old, before), (new, after)):
            export(snapshot, "nq", None, file)
            file.seek(0)
        marked = merge(((line, 0) for line in before), ((line, 1) for line in after))
        for line, each in groupby(marked, key=lambda pair: pair[0]):
            sides = {side for _, side in each}
            if len(sides) == 1:
                (added if sides == {1} else removed).write(line)


def write_files(old: Snapshot, new: Snapshot, directory: Path) -> tuple[Path, Path]:
    """Write `added.nq` and `removed.nq` into a folder, which is made where it is not there."""
    directory.mkdir(parents=True, exist_ok=True)
    paths = directory / "added.nq", directory / "removed.nq"
    with paths[0].open("wb") as added, paths[1].open("wb") as removed:
        write_quads(old, new, added, removed)
    return paths
