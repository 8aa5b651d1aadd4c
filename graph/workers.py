"""Query processes that can be killed: the only sure limit on a query is the end of its process.

Each worker opens a published snapshot for reading and answers one query at a time; the answer is
kept back until it is whole, so that nobody takes half of it for all of it.
"""

import multiprocessing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.guard import form_of, limited, refusal_of
from graph.snapshots import Term, Version, snapshot
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
# The default graph by a name, for protocol parameters that can hold nothing but names.
DEFAULT_GRAPH = iris.BASE + "graph/default"
# An answer of more bytes is cut to so many rows, and says so.
LARGEST = 64 * 1024 * 1024
ROWS_WHEN_CUT = 10_000


class QueryTimeout(Exception):
    """A query that did not end within the time limit; its process was killed."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"the query was stopped after {seconds:g} seconds; narrow it or add LIMIT")
        self.message_vi = (
            f"truy vấn đã bị dừng sau {seconds:g} giây; hãy thu hẹp truy vấn hoặc thêm LIMIT"
        )
        self.message_en = str(self)
        self.seconds = seconds


class QueryFailed(Exception):
    """A query that Oxigraph could not evaluate, or whose process died of it."""


@dataclass(frozen=True, slots=True)
class Result:
    """A whole answer, serialised; `truncated` says that there is more than it holds."""

    body: bytes
    media_type: str
    truncated: bool
    version: Version


@dataclass(frozen=True, slots=True)
class _Question:
    """What is sent to a worker."""

    directory: str
    query: str
    media_type: str
    default_graphs: tuple[str, ...] | None
    named_graphs: tuple[str, ...] | None
    substitutions: tuple[tuple[str, str], ...]


def media_types(query: str) -> tuple[str, ...]:
    """The formats that an answer can have, the usual one first; refuses what may not run."""
    return tuple(SOLUTIONS if form_of(query) in ("SELECT", "ASK") else GRAPHS)


class Workers:
    """A pool of query processes on one store directory, started when they are needed."""

    def __init__(self, store_directory: Path | str, size: int = 2, timeout: float = 10.0) -> None:
        self.directory = Path(store_directory)
        self.timeout = timeout
        self._idle: SimpleQueue[_Worker | None] = SimpleQueue()
        for _ in range(size):
            self._idle.put(None)
        self._size = size

    def run(
        self,
        query: str,
        accept_format: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        substitutions: Mapping[str, Term] | None = None,
    ) -> Result:
        """The answer to a query on the current version.

        Raises QueryRefused, QueryTimeout or QueryFailed; never returns part of an answer unsaid.
        """
        possible = media_types(query)
        media_type = accept_format or possible[0]
        if media_type not in possible:
            raise ValueError(f"{media_type} is no format for this query: {', '.join(possible)}")
        current = snapshot(self.directory)
        given = default_graphs is not None or named_graphs is not None
        question = _Question(
            str(current.path),
            query,
            media_type,
            tuple(default_graphs or ()) if given else None,
            tuple(named_graphs or ()) if given else None,
            tuple((name, str(term)) for name, term in (substitutions or {}).items()),
        )
        body, truncated = self._ask(question)
        return Result(body, media_type, truncated, current.version)

    def _ask(self, question: _Question) -> tuple[bytes, bool]:
        worker, answered = self._take(), False
        try:
            verdict, body = worker.ask(question, self.timeout)
            answered = True
        except TimeoutError:
            raise QueryTimeout(self.timeout) from None
        except (EOFError, OSError) as death:
            raise QueryFailed("the query ended its process; simplify it") from death
        finally:
            # Whatever went wrong, a process that may still be busy is not asked again; its place
            # in the pool stays, and the next query fills it.
            if not answered:
                worker.kill()
            self._idle.put(worker if answered else None)
        if verdict == "syntax":
            raise refusal_of(SyntaxError(body.decode()), question.query)
        if verdict == "failed":
            raise QueryFailed(body.decode())
        return body, verdict == "cut"

    def _take(self) -> "_Worker":
        try:
            found = self._idle.get(timeout=self.timeout)
        except Empty:
            raise QueryTimeout(self.timeout) from None
        try:
            return found or _Worker()
        except OSError as full:
            self._idle.put(None)
            raise QueryFailed("no process can be started now; try again later") from full

    def close(self) -> None:
        """End every process of the pool."""
        for _ in range(self._size):
            worker = self._idle.get()
            if worker:
                worker.kill()


class _Worker:
    """One query process, seen from the server."""

    def __init__(self) -> None:
        # Spawned everywhere alike: a fork would copy the server's locks, and Windows has none.
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, question: _Question, timeout: float) -> tuple[str, bytes]:
        """The verdict on a question and the answer; TimeoutError when none comes in time."""
        self._pipe.send(question)
        if not self._pipe.poll(timeout):
            raise TimeoutError
        verdict = self._pipe.recv()
        return verdict, self._pipe.recv_bytes()

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _serve(pipe: Connection) -> None:
    """Answer questions until the server is gone."""
    store, opened = None, ""
    while True:
        try:
            question = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            if store is None or opened != question.directory:
                store, opened = ox.Store.read_only(question.directory), question.directory
            verdict, body = _answer(store, question)
        except SyntaxError as error:
            verdict, body = "syntax", str(error).encode()
        except (OSError, RuntimeError, ValueError) as error:
            verdict, body = "failed", str(error).encode()
        pipe.send(verdict)
        pipe.send_bytes(body)


def _answer(store: ox.Store, question: _Question) -> tuple[str, bytes]:
    try:
        return "whole", _serialised(store, question, question.query)
    except _TooLarge:
        cut = limited(question.query, ROWS_WHEN_CUT)
        return "cut", _serialised(store, question, cut)


def _serialised(store: ox.Store, question: _Question, query: str) -> bytes:
    default, named = question.default_graphs, question.named_graphs
    results = store.query(
        query,
        base_iri=iris.BASE,
        default_graph=[_graph(each) for each in default] if default is not None else None,
        named_graphs=[ox.NamedNode(each) for each in named] if named is not None else None,
        substitutions={ox.Variable(name): _term(text) for name, text in question.substitutions},
    )
    body = _Body()
    if isinstance(results, ox.QueryTriples):
        results.serialize(body, format=GRAPHS[question.media_type])
    else:
        results.serialize(body, format=SOLUTIONS[question.media_type])
    return body.getvalue()


def _graph(name: str) -> ox.NamedNode | ox.DefaultGraph:
    return ox.DefaultGraph() if name == DEFAULT_GRAPH else ox.NamedNode(name)


def _term(text: str) -> Term:
    """The term that an N-Triples string writes."""
    line = f"<urn:s> <urn:p> {text} ."
    term: Term = next(iter(ox.parse(line.encode(), format=ox.RdfFormat.N_TRIPLES))).object
    return term


class _TooLarge(Exception):
    """An answer grew past what a reader can use."""


class _Body(BytesIO):
    """A file of bounded size in memory."""

    def write(self, data: "Buffer") -> int:
        """Take some bytes, or refuse when there are too many."""
        if self.tell() + len(memoryview(data)) > LARGEST:
            raise _TooLarge
        return super().write(data)
