"""The lines of the meta graph: where and when sources came, what they sum up to, which version."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pyoxigraph as ox

from graph.lines import META, data_block, meta
from graph.snapshots import Version
from ontology import iris
from ontology.turtle import RDF_TYPE

_DATASET = iris.BASE + "dataset"
_REPLACED = "<http://purl.org/dc/terms/isReplacedBy>"


def meta_lines(live: ox.Store, subject: str) -> list[str]:
    """What the meta graph of a store says of a subject."""
    node, graph = ox.NamedNode(subject), ox.NamedNode(iris.GRAPH_META)
    return [f"{quad} ." for quad in live.quads_for_pattern(node, None, None, graph)]


def found_at(source: str, path: str) -> str:
    """The line that says where a source was found."""
    return meta(source, "path", _string(path))


def arrival(source: str, reader: str) -> Iterator[str]:
    """The lines that say when a source came, and which loader read it."""
    yield meta(source, "loadedAt", _now())
    if reader:
        yield from read_by(source, reader)


def read_by(source: str, reader: str) -> tuple[str, str]:
    """The lines that say which loader read a source: the run of that loader."""
    run = iris.run(reader)
    return meta(source, "readBy", f"<{run}>"), _is_a(run, "ExtractionRun")


def read_file(source: str, file_hash: str) -> tuple[str, str]:
    """The lines that say which file a source was read from, by its sha256."""
    file = iris.file(file_hash)
    return meta(source, "readFrom", f"<{file}>"), _is_a(file, "SourceFile")


def _is_a(node: str, name: str) -> str:
    return f"<{node}> <{RDF_TYPE}> <{iris.ONTOLOGY}{name}> {META} ."


def withdrawal(old: str, new: str) -> list[str]:
    """The lines that say when a source left, and for which other."""
    return [meta(old, "withdrawnAt", _now()), f"<{old}> {_REPLACED} <{new}> {META} ."]


def sum_line(graph: str, total: int) -> str:
    """The line that says what the content of a graph sums up to."""
    return meta(graph, "contentSum", f'"{total:032x}"')


def version_update(version: Version) -> str:
    """The update that makes the meta graph tell of a dataset version."""
    said = {
        "version": _typed(str(version.number), "integer"),
        "contentHash": _string(version.hash),
        "publishedAt": _typed(version.published, "dateTime"),
    }
    insert = data_block("INSERT", [meta(_DATASET, *each) for each in said.items()], ())
    return f"DELETE WHERE {{ GRAPH {META} {{ <{_DATASET}> ?p ?o }} }} ;\n{insert}"


def moment() -> str:
    """The present second, in universal time."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _string(value: str) -> str:
    return str(ox.Literal(value))


def _now() -> str:
    return _typed(moment(), "dateTime")


def _typed(value: str, datatype: str) -> str:
    return f'"{value}"^^<http://www.w3.org/2001/XMLSchema#{datatype}>'
