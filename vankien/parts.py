"""Texts into N-Quads files that any store's bulk loader takes, read by one machine or many.

DIR/package.nq      ontology and authority lists
DIR/part-00001.nq   whole sources, each with what it gives to the default graph

What is protected and what rules derive is not in them. The default graph stands under a name,
since stores differ in what theirs is. The same texts give the same files, byte for byte.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from graph.backups import WouldOverwrite
from graph.lines import content_sum, payload
from graph.meta import found_at, read_by, read_file, sum_line
from graph.package import package_graphs
from graph.parcels import Parcel
from loaders.fingerprint import fingerprint
from loaders.readers import LIMIT, Refusal, files
from ontology import iris
from vankien.executors import LOCAL, workers
from vankien.loading import Known, Taken, Tally, Told, place, results

# So many bytes a part, or one source if that is more.
SIZE = 100_000_000


def write_parts(
    paths: Iterable[str],
    directory: Path,
    jobs: int,
    told: Told,
    limit: int = LIMIT,
    executor: str = LOCAL,
) -> Tally:
    """Read the texts of the paths into parts under a new or empty directory.

    `told` hears of each text that was written and of each that could not be read. Raises
    WouldOverwrite and ClusterMissing. What was begun and not finished ends on `.new`.
    """
    if directory.exists() and any(directory.iterdir()):
        raise WouldOverwrite(directory)
    directory.mkdir(parents=True, exist_ok=True)
    _write(directory / "package.nq", b"".join(_package()))
    reader, done = fingerprint(), Counter[str]()
    out = _Parts(directory)
    sources: set[str] = set()
    # By the hash of its file: the same bytes met again are not read again.
    read: dict[str, str] = {}
    with workers(executor, jobs) as fleet:
        for path, found in results(files(paths, limit), read.get, fleet, limit):
            if isinstance(found, Refusal):
                done["failed"] += 1
                told(found)
                continue
            known = isinstance(found, Known) or found.parcel.source_id in sources
            done["unchanged" if known else "added"] += 1
            told(Taken(path, () if isinstance(found, Known) else found.remarks))
            if not isinstance(found, Known):
                read[found.parcel.file_hash or ""] = found.parcel.source_id
                if not known:
                    sources.add(found.parcel.source_id)
                    about = _about(found.parcel, place(path, directory), reader)
                    out.put(found.parcel.quads(iris.GRAPH_DEFAULT) + about)
    out.write()
    return Tally(done["added"], 0, done["unchanged"], done["failed"])


class _Parts:
    """The parts of a directory, each written as a whole once it is large enough."""

    def __init__(self, directory: Path) -> None:
        self._directory, self._number, self._held = directory, 1, bytearray()

    def put(self, source: bytes) -> None:
        """Add a source as a whole."""
        self._held += source
        if len(self._held) >= SIZE:
            self.write()

    def write(self) -> None:
        """Write what is held as the next part."""
        if self._held:
            _write(self._directory / f"part-{self._number:05d}.nq", self._held)
            self._number += 1
            self._held.clear()


def _package() -> Iterable[bytes]:
    for graph, lines in package_graphs().items():
        parcel = Parcel.of(lines, "")
        yield parcel.quads(iris.GRAPH_DEFAULT)
        yield payload([sum_line(graph, content_sum(lines))])


def _about(parcel: Parcel, path: str, reader: str) -> bytes:
    """What the meta graph says of a source, but for the time of its coming."""
    source = iris.source(parcel.source_id)
    lines = [
        found_at(source, path),
        *read_by(source, reader),
        sum_line(iris.source_graph(parcel.source_id), parcel.total),
    ]
    if parcel.file_hash:
        lines += read_file(source, parcel.file_hash)
    return payload(lines)


def _write(path: Path, content: bytes | bytearray) -> None:
    """Write a file as a whole or not at all."""
    fresh = path.with_suffix(".nq.new")
    fresh.write_bytes(content)
    fresh.replace(path)
