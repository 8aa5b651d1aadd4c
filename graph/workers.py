"""Query processes that can be killed: the only sure limit on a query is the end of its process.

Each worker opens a published snapshot for reading and answers one query at a time; the answer is
kept back until it is whole, so that nobody takes half of it for all of it. While all places are
taken, a quick lane answers what takes a moment; what takes longer is stopped there and waits.
"""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.guard import QueryRefused, form_of, limited, refusal_of, varies
from graph.processes import MEMORY, Gone, Process, TooLate
from graph.results import Kept, Result
from graph.snapshots import Term, snapshot
from graph.turns import Turns
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
# Answers that are kept, all together.
KEPT_BYTES = 128 * 1024 * 1024
# So long a query may take in the quick lane, in seconds.
QUICK = 0.25
MOST_WAITING = 24
MOST_WAITING_OF_ONE = 16


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


class QueryTooLarge(Exception):
    """A query that needed more memory than there is for one; its process ended."""

    def __init__(self, memory: int) -> None:
        megabytes = memory // (1024 * 1024)
        super().__init__(f"the query needs more memory than {megabytes} MB, or is nested too deep")
        self.message_vi = f"truy vấn cần hơn {megabytes} MB bộ nhớ hoặc lồng nhau quá sâu"
        self.message_en = str(self)


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

    def __init__(
        self,
        store_directory: Path | str,
        size: int = 2,
        timeout: float = 10.0,
        memory: int = MEMORY,
        kept: int = KEPT_BYTES,
    ) -> None:
        self.directory = Path(store_directory)
        self.timeout = timeout
        self.kept = Kept(kept)
        self.turns = Turns(size, MOST_WAITING, MOST_WAITING_OF_ONE)
        self.kills = 0
        self._memory = memory
        self._idle: list[Process] = []
        self._quick: Process | None = None
        self._quick_lane = threading.Lock()
        self._is_open = True

    def run(
        self,
        query: str,
        accept_format: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        substitutions: Mapping[str, Term] | None = None,
        client: str = "",
        timeout: float | None = None,
    ) -> Result:
        """The answer to a query on the current version, kept for who asks the same again.

        Raises QueryRefused, QueueFull, QueryTimeout, QueryTooLarge or QueryFailed; never returns
        part of an answer unsaid.
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
        key = (current.version, replace(question, directory=""))
        found = self.kept.get(key)
        if found is None:
            body, truncated = self._ask(question, client, timeout or self.timeout)
            found = Result(body, media_type, truncated, current.version)
            if not varies(query):
                self.kept.put(key, found)
        return found

    def _ask(self, question: _Question, client: str, timeout: float) -> tuple[bytes, bool]:
        verdict, body = self._quickly(question) or self._in_turn(question, client, timeout)
        if verdict == "syntax":
            raise refusal_of(SyntaxError(body.decode()), question.query)
        if verdict == "unanswerable":
            said = body.decode()
            raise QueryRefused(f"không tính được: {said}", f"cannot be evaluated: {said}")
        if verdict == "memory":
            raise QueryTooLarge(self._memory)
        if verdict == "failed":
            raise QueryFailed(body.decode())
        return body, verdict == "cut"

    def _quickly(self, question: _Question) -> tuple[str, bytes] | None:
        """The answer of the quick lane, if the others are taken and it needs but a moment."""
        if self.turns.has_room or not self._quick_lane.acquire(blocking=False):
            return None
        process, self._quick = self._quick or self._started(), None
        try:
            answer = process.ask(question, QUICK)
        except (TooLate, Gone):
            self._end(process)
            process = self._started()
            return None
        else:
            return answer
        finally:
            self._quick = process
            self._quick_lane.release()

    def _in_turn(self, question: _Question, client: str, timeout: float) -> tuple[str, bytes]:
        with self.turns.place(client, timeout):
            try:
                return self._answered(question, timeout)
            except Gone as death:
                if not death.killed:
                    raise QueryTooLarge(self._memory) from death
            # Something else killed the process: that says nothing of the query.
            try:
                return self._answered(question, timeout)
            except Gone as death:
                raise QueryTooLarge(self._memory) from death

    def _answered(self, question: _Question, timeout: float) -> tuple[str, bytes]:
        try:
            process = self._idle.pop()
        except IndexError:
            process = self._started()
        answered = False
        try:
            answer = process.ask(question, timeout)
            answered = True
        except TooLate:
            raise QueryTimeout(timeout) from None
        finally:
            # Whatever went wrong, a process that may still be busy is not asked again; another
            # one starts while nobody waits for it.
            if not answered:
                self._end(process)
            if self._is_open:
                self._idle.append(process if answered else self._started())
            elif answered:
                process.kill()
        return answer

    def _started(self) -> Process:
        try:
            return Process(_serve, self._memory)
        except OSError as full:
            raise QueryFailed("no process can be started now; try again later") from full

    def _end(self, process: Process) -> None:
        self.kills += 1
        process.kill()

    def close(self) -> None:
        """End every process of the pool."""
        self._is_open = False
        with self._quick_lane:
            for process in (*self._idle, *filter(None, [self._quick])):
                process.kill()
            self._idle, self._quick = [], None


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
        except MemoryError:
            verdict, body = "memory", b""
        except RuntimeError as error:
            verdict, body = "unanswerable", str(error).encode()
        except (OSError, ValueError) as error:
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
