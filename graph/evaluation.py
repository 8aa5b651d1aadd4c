"""Queries evaluated on a snapshot, in a process that the server may kill at any moment.

An answer is kept back until it is whole: what is small goes through the pipe, what is large into a
file that the server sends on. So nobody takes half of an answer for all of it.
"""

import contextlib
import io
import os
import pickle
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

import pyoxigraph as ox

from graph.comma_separated import write_csv
from graph.dialect import as_standard
from graph.explaining import Unexplained, explained
from graph.pins import Pin
from graph.snapshots import Term
from ontology import iris

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

SOLUTIONS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/n-quads": ox.RdfFormat.N_QUADS,
    "application/trig": ox.RdfFormat.TRIG,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}
# Instead of the answer: how often each pattern of the query holds.
PATTERNS = "application/vnd.vankien.patterns+json"
# The default graph by a name, for protocol parameters that can hold nothing but names.
DEFAULT_GRAPH = iris.BASE + "graph/default"
# An answer of more bytes or rows is refused, with the advice to ask for less at a time.
LARGEST = 256 * 1024 * 1024
MOST_ROWS = 2_000_000
# From this size on an answer goes into a file.
INLINE = 1024 * 1024

WHOLE, FILED, SYNTAX, UNANSWERABLE, MEMORY, FAILED, LARGE = b"WFSUMEL"
_HEAD = struct.Struct(">Bq")
# What stands between two rows, once for each row but the first of JSON; no literal can hold it.
_BETWEEN = {
    "application/sparql-results+json": b'"}},{"',
    "application/sparql-results+xml": b"<result>",
    "text/csv": b"\r\n",
    "text/tab-separated-values": b"\n",
    "application/n-triples": b"\n",
    "application/n-quads": b"\n",
}


@dataclass(frozen=True, slots=True)
class Question:
    """A query with all that its answer depends on but the data."""

    query: str
    media_type: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    substitutions: tuple[tuple[str, str], ...] = ()

    def put_to(self, place: str, spool: str) -> tuple[object, ...]:
        """What is sent to a process: the question, the snapshot, and where large answers go."""
        return (
            place,
            spool,
            self.query,
            self.media_type,
            self.default_graphs,
            self.named_graphs,
            self.substitutions,
        )


def bound(substitutions: Mapping[str, Term] | None) -> tuple[tuple[str, str], ...]:
    """Bindings of variables as a question holds them."""
    return tuple((name, str(term)) for name, term in (substitutions or {}).items())


def opening(place: str, spool: str) -> tuple[object, ...]:
    """What is sent to a process that is to open a snapshot, and nothing more."""
    return (place, spool)


def replied(reply: bytes) -> tuple[int, int, bytes]:
    """Verdict, number of rows (-1: not known) and body of a reply."""
    verdict, rows = _HEAD.unpack_from(reply)
    return verdict, rows, reply[_HEAD.size :]


def serve(pipe: Connection) -> None:
    """Answer questions until the server is gone."""
    store, opened = None, ""
    while True:
        try:
            directory, spool, *rest = pickle.loads(pipe.recv_bytes())  # noqa: S301
        except (EOFError, OSError):
            return
        rows, body = -1, b""
        try:
            if store is None or opened != directory:
                # The version stays as long as it is open here.
                pin = Pin(directory)  # noqa: F841
                store, opened = ox.Store.read_only(directory), directory
            question = Question(*rest) if rest else None
            if question is None:
                verdict = WHOLE
            elif question.media_type == PATTERNS:
                verdict, body = WHOLE, explained(store, question.query)
            else:
                verdict, rows, body = _evaluated(store, question, Path(spool))
        except SyntaxError as error:
            verdict, body = SYNTAX, str(error).encode()
        except Unexplained as error:
            verdict, body = UNANSWERABLE, str(error).encode()
        except MemoryError:
            verdict = MEMORY
        except RuntimeError as error:
            verdict, body = UNANSWERABLE, str(error).encode()
        except (OSError, ValueError) as error:
            verdict, body = FAILED, str(error).encode()
        pipe.send_bytes(_HEAD.pack(verdict, rows) + body)


def _evaluated(store: ox.Store, question: Question, spool: Path) -> tuple[int, int, bytes]:
    try:
        results = _asked(store, question, as_standard(question.query))
    except SyntaxError:
        # Its place is told as it is in the query that was sent.
        results = _asked(store, question, question.query)
    with contextlib.closing(_Body(question.media_type, spool)) as body:
        out = cast(IO[bytes], body)
        try:
            if isinstance(results, ox.QueryTriples):
                results.serialize(out, format=GRAPHS[question.media_type])
            elif isinstance(results, ox.QuerySolutions) and question.media_type == "text/csv":
                write_csv(results, body)
            else:
                results.serialize(out, format=SOLUTIONS[question.media_type])
        except _TooLarge:
            return LARGE, -1, b""
        return body.reply()


def _asked(
    store: ox.Store, question: Question, query: str
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    default, named = question.default_graphs, question.named_graphs
    return store.query(
        query,
        base_iri=iris.BASE,
        default_graph=[_graph(each) for each in default] if default is not None else None,
        named_graphs=[ox.NamedNode(each) for each in named] if named is not None else None,
        substitutions={ox.Variable(name): _term(text) for name, text in question.substitutions},
    )


def _graph(name: str) -> ox.NamedNode | ox.DefaultGraph:
    return ox.DefaultGraph() if name == DEFAULT_GRAPH else ox.NamedNode(name)


def _term(text: str) -> Term:
    """The term that an N-Triples string writes."""
    line = f"<urn:s> <urn:p> {text} ."
    term: Term = next(iter(ox.parse(line.encode(), format=ox.RdfFormat.N_TRIPLES))).object
    return term


class _TooLarge(Exception):
    """An answer grew past what a reader can use."""


class _Body:
    """An answer that grows: in memory while it is small, then in a file; its rows are counted."""

    def __init__(self, media_type: str, spool: Path) -> None:
        self._between = _BETWEEN.get(media_type, b"")
        self._is_json = media_type.endswith("results+json")
        # The first line of CSV and TSV names the columns.
        self._is_headed = media_type in ("text/csv", "text/tab-separated-values")
        self._spool = spool
        self._memory = io.BytesIO()
        self._file: io.BufferedWriter | None = None
        self._tail = b""
        self._size = self._rows = 0
        self._is_kept = False

    def write(self, data: "Buffer") -> int:
        """Take some bytes, or refuse when there are too many."""
        piece = bytes(data)
        self._size += len(piece)
        self._count(piece)
        if self._size > LARGEST or self._rows > MOST_ROWS:
            raise _TooLarge
        if self._file is None and self._size > INLINE:
            self._file = (self._spool / f"{os.getpid()}-{id(self)}").open("wb")
            self._file.write(self._memory.getvalue())
        return (self._file or self._memory).write(piece)

    def flush(self) -> None:
        """Nothing waits here that a reader could miss."""

    def reply(self) -> tuple[int, int, bytes]:
        """The verdict on a whole answer, its rows, and itself or the name of its file."""
        whole = self._memory.getvalue()
        rows = self._number_of_rows(whole) if self._between else -1
        if self._file is None:
            return WHOLE, rows, whole
        self._file.close()
        self._is_kept = True
        return FILED, rows, str(self._file.name).encode()

    def close(self) -> None:
        """Leave no file of an answer that did not become whole."""
        if self._file is not None and not self._is_kept:
            self._file.close()
            Path(self._file.name).unlink(missing_ok=True)

    def _count(self, piece: bytes) -> None:
        """Count the rows, also where a mark between two lies across two pieces."""
        if self._between:
            joined = self._tail + piece
            self._rows += joined.count(self._between)
            self._tail = joined[-(len(self._between) - 1) :] if len(self._between) > 1 else b""

    def _number_of_rows(self, beginning: bytes) -> int:
        if self._is_json:
            return self._rows + (b'"bindings":[{' in beginning)
        return max(0, self._rows - self._is_headed)
