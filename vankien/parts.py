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
    number, held = 1, bytearray()
    sources: set[str] = set()
    with workers(executor, jobs) as fleet:
        for path, found in results(files(paths, limit), lambda _: None, fleet, limit):
            if isinstance(found, Refusal | Known):
                done["failed"] += 1
                if isinstance(found, Refusal):
                    told(found)
                continue
            known = found.parcel.source_id in sources
            done["unchanged" if known else "added"] += 1
            sources.add(found.parcel.source_id)
            if not known:
                held += found.parcel.quads(iris.GRAPH_DEFAULT)
                held += _about(found.parcel, place(path, directory), reader)
            told(Taken(path, found.remarks))
            if len(held) >= SIZE:
                _write(directory / f"part-{number:05d}.nq", held)
                number += 1
                held.clear()
    if held:
        _write(directory / f"part-{number:05d}.nq", held)
    return Tally(done["added"], 0, done["unchanged"], done["failed"])


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
