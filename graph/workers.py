"""Answers of query processes that can be killed: the only sure limit is the end of a process.

An answer is kept for who asks the same of the same dataset version again.
"""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from graph import evaluation
from graph.dialect import as_standard
from graph.evaluation import GRAPHS, SOLUTIONS, Question, bound, replied
from graph.guard import QueryRefused, form_of, refusal_of, varies
from graph.lanes import Lanes, Leaving
from graph.limits import QueryFailed, QueryTooLarge
from graph.pool import Pool
from graph.processes import MEMORY
from graph.results import Kept, Result
from graph.snapshots import Snapshot, Term, snapshot

# Answers that are kept, all together.
KEPT_BYTES = 128 * 1024 * 1024

_Answer = TypeVar("_Answer")


def media_types(query: str) -> tuple[str, ...]:
    """The formats that an answer can have, the usual one first; refuses what may not run."""
    as_standard(query)
    return tuple(SOLUTIONS if form_of(query) in ("SELECT", "ASK") else GRAPHS)


class Workers:
    """A pool of query processes on one store directory, started when they are needed.

    All of it lives on one event loop: that of the server, else one of its own in a thread.
    """

    def __init__(
        self,
        store_directory: Path | str,
        size: int = 2,
        timeout: float = 10.0,
        memory: int = MEMORY,
        kept: int = KEPT_BYTES,
        cores: int = 0,
        spools: str | None = None,
    ) -> None:
        self.directory = Path(store_directory)
        self.timeout = timeout
        self.kept: Kept[Result] = Kept(kept)
        self._pool = Pool(self.directory, size, memory, spools)
        self.lanes = Lanes(self._pool, size, cores or size)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._opening = threading.Lock()

    @property
    def kills(self) -> int:
        """How many processes were ended before they answered."""
        return self._pool.ended

    def attach(self, loop: asyncio.AbstractEventLoop) -> None:
        """Live on the event loop of the server; the first who asks finds processes ready."""
        self._loop = loop
        loop.call_soon_threadsafe(self._pool.refill)

    def run(
        self,
        query: str,
        accept_format: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        substitutions: Mapping[str, Term] | None = None,
        client: str = "",
        timeout: float | None = None,
        of: Snapshot | None = None,
        watched: Callable[["Future[Result]"], None] = lambda _: None,
    ) -> Result:
        """What `answer` gives, for who is not on the event loop; `watched` gets what to cancel."""
        possible = media_types(query)
        media_type = accept_format or possible[0]
        if media_type not in possible:
            raise ValueError(f"{media_type} is no format for this query: {', '.join(possible)}")
        given = default_graphs is not None or named_graphs is not None
        question = Question(
            query,
            media_type,
            tuple(default_graphs or ()) if given else None,
            tuple(named_graphs or ()) if given else None,
            bound(substitutions),
        )
        future = self._put(self.answer(question, client, timeout, of))
        watched(future)
        return future.result().in_memory()

    def explain(self, query: str, client: str = "") -> bytes:
        """JSON: the patterns of a query that may run, each with how often it holds."""
        form_of(query)
        future = self._put(self.answer(Question(query, evaluation.PATTERNS), client))
        return future.result().in_memory().body

    async def answer(
        self,
        question: Question,
        client: str = "",
        timeout: float | None = None,
        of: Snapshot | None = None,
        gone: Leaving | None = None,
    ) -> Result:
        """The answer to a query that may run, kept for who asks the same again.

        On the current version if none is given. `gone` ends when nobody waits for it any more.
        Raises QueryRefused, QueueFull or what `limits` has; never returns part of an answer unsaid.
        """
        current = of or snapshot(self.directory)
        key = (current.version, question)
        found = self.kept.get(key)
        if found is None:
            message = question.put_to(current.place, self._pool.spool)
            reply = await self.lanes.reply(key, message, client, timeout or self.timeout, gone)
            found = self._result(question, current, *replied(reply))
            if found.is_lasting:
                self.kept.put(key, found, len(found.body))
        return found

    def close(self) -> None:
        """End every process of the pool."""
        if self._loop is not None and self._loop.is_running():
            self._put(self._pool.close()).result()
        if self._thread is not None and self._loop is not None:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()
            self._loop = self._thread = None
        self._pool.sweep()

    def _put(self, asked: Coroutine[object, object, _Answer]) -> "Future[_Answer]":
        """Have something done on the event loop, from outside of it."""
        with self._opening:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
                self._thread.start()
        return asyncio.run_coroutine_threadsafe(asked, self._loop)

    def _result(
        self, question: Question, current: Snapshot, verdict: int, rows: int, body: bytes
    ) -> Result:
        said = body.decode() if verdict not in (evaluation.WHOLE, evaluation.FILED) else ""
        if verdict == evaluation.SYNTAX:
            raise refusal_of(SyntaxError(said), question.query)
        if verdict == evaluation.UNANSWERABLE:
            raise QueryRefused(f"không tính được: {said}", f"cannot be evaluated: {said}")
        if verdict == evaluation.MEMORY:
            raise QueryTooLarge.of_memory(self._pool.memory)
        if verdict == evaluation.LARGE:
            raise QueryTooLarge.of_answer()
        if verdict == evaluation.FAILED:
            raise QueryFailed(said)
        counted = None if rows < 0 else rows
        if verdict == evaluation.FILED:
            file = Path(body.decode())
            return Result(b"", question.media_type, current.version, counted, file, False)
        lasts = not varies(question.query)
        return Result(body, question.media_type, current.version, counted, is_lasting=lasts)
