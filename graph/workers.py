"""Query processes that can be killed: the only sure limit on a query is the end of its process.

Every query has a moment of its own in a lane. What takes longer needs one of a few places, for
which clients wait in a fair queue, and goes on there behind whatever is quick: so a light query is
answered while heavy ones run.
"""

import asyncio
import contextlib
import shutil
import tempfile
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from graph import evaluation
from graph.dialect import as_standard
from graph.evaluation import GRAPHS, SOLUTIONS, Question, bound, replied
from graph.guard import QueryRefused, form_of, refusal_of, varies
from graph.processes import MEMORY, Attended, Gone, TooLate
from graph.results import Kept, Result
from graph.snapshots import NoStore, Snapshot, Term, snapshot
from graph.turns import Turns

# Answers that are kept, all together.
KEPT_BYTES = 128 * 1024 * 1024
# So long a query may take in its lane, in seconds.
QUICK = 0.25
_MOST_IN_LANES, _MOST_IN_LANES_OF_ONE = 256, 128
# Lanes go on all the time: who waits for one waits longer than for a place, in seconds.
_LANE_PATIENCE = 20.0
MOST_WAITING, MOST_WAITING_OF_ONE = 24, 16
# A process that something else killed says nothing of its query; but a query that the system ends
# each time for want of memory must not be tried for ever.
_TRIES = 3
_STARTS = 5
# Queries that took long are remembered, so that they do not hold up a lane again.
_MOST_REMEMBERED = 1_000

_Answer = TypeVar("_Answer")
# The directory of the snapshot, the one for large answers, and what is asked.
Message = tuple[object, ...]
# Ends when nobody waits for the answer any more.
Leaving = Callable[[], Awaitable[None]]


class ClientGone(Exception):
    """Who asked is not there any more; nobody will hear of this."""


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
    """A query that needed more memory than there is for one, or whose answer is too large."""

    def __init__(self, message_vi: str, message_en: str) -> None:
        super().__init__(message_en)
        self.message_vi = message_vi
        self.message_en = message_en

    @classmethod
    def of_memory(cls, memory: int) -> "QueryTooLarge":
        """Its process ended for want of memory."""
        megabytes = memory // (1024 * 1024)
        return cls(
            f"truy vấn cần hơn {megabytes} MB bộ nhớ hoặc lồng nhau quá sâu",
            f"the query needs more memory than {megabytes} MB, or is nested too deep",
        )

    @classmethod
    def of_answer(cls) -> "QueryTooLarge":
        """Its answer grew past the limits."""
        megabytes, rows = evaluation.LARGEST // (1024 * 1024), evaluation.MOST_ROWS
        return cls(
            f"câu trả lời lớn hơn {megabytes} MB hoặc {rows:,} dòng; hãy dùng LIMIT và OFFSET",
            f"the answer is larger than {megabytes} MB or {rows:,} rows; use LIMIT and OFFSET",
        )


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
    ) -> None:
        self.directory = Path(store_directory)
        self.timeout = timeout
        self.kept: Kept[Result] = Kept(kept)
        self.lanes = Turns(size, _MOST_IN_LANES, _MOST_IN_LANES_OF_ONE)
        self.turns = Turns(size, MOST_WAITING, MOST_WAITING_OF_ONE)
        self.kills = 0
        self._size = size
        self._memory = memory
        self._idle: list[Attended] = []
        self._all: set[Attended] = set()
        self._long: dict[object, None] = {}
        self._starting: set[asyncio.Task[None]] = set()
        self._spool = Path(tempfile.mkdtemp(prefix="vankien-"))
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._opening = threading.Lock()

    def attach(self, loop: asyncio.AbstractEventLoop) -> None:
        """Live on the event loop of the server; the first who asks finds processes ready."""
        self._loop = loop
        loop.call_soon_threadsafe(self._refill)

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

    def _put(self, asked: Coroutine[object, object, _Answer]) -> "Future[_Answer]":
        """Have something done on the event loop, from outside of it."""
        with self._opening:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
                self._thread.start()
        return asyncio.run_coroutine_threadsafe(asked, self._loop)

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
        Raises QueryRefused, QueueFull, QueryTimeout, QueryTooLarge or QueryFailed; never returns
        part of an answer unsaid.
        """
        current = of or snapshot(self.directory)
        key = (current.version, question)
        found = self.kept.get(key)
        if found is None:
            message = question.put_to(current.path.absolute(), self._spool)
            reply = await self._reply(key, message, client, timeout or self.timeout, gone)
            found = self._result(question, current, *replied(reply))
            if found.file is None and not varies(question.query):
                self.kept.put(key, found, len(found.body))
        return found

    def _result(
        self, question: Question, current: Snapshot, verdict: int, rows: int, body: bytes
    ) -> Result:
        said = body.decode() if verdict not in (evaluation.WHOLE, evaluation.FILED) else ""
        if verdict == evaluation.SYNTAX:
            raise refusal_of(SyntaxError(said), question.query)
        if verdict == evaluation.UNANSWERABLE:
            raise QueryRefused(f"không tính được: {said}", f"cannot be evaluated: {said}")
        if verdict == evaluation.MEMORY:
            raise QueryTooLarge.of_memory(self._memory)
        if verdict == evaluation.LARGE:
            raise QueryTooLarge.of_answer()
        if verdict == evaluation.FAILED:
            raise QueryFailed(said)
        counted = None if rows < 0 else rows
        if verdict == evaluation.FILED:
            file = Path(body.decode())
            return Result(b"", question.media_type, current.version, counted, file)
        return Result(body, question.media_type, current.version, counted)

    async def _reply(
        self, key: object, message: Message, client: str, timeout: float, gone: Leaving | None
    ) -> bytes:
        """The reply to a message: from the lane, else at length."""
        late = None
        if key not in self._long:
            reply, late = await self._quickly(message, client)
            if reply is not None:
                return reply
        if late is not None:
            self._remember(key)
        async with _unless(gone):
            return await self._at_length(late, message, client, timeout)

    def _remember(self, key: object) -> None:
        self._long[key] = None
        while len(self._long) > _MOST_REMEMBERED:
            del self._long[next(iter(self._long))]

    async def _quickly(self, message: Message, client: str) -> tuple[bytes | None, Attended | None]:
        """The reply, or the process that still works on it; neither if the process died."""
        await self.lanes.take(client, _LANE_PATIENCE)
        try:
            process = await self._free(message)
            try:
                process.send(message)
                reply = await process.moment(QUICK)
            except TooLate:
                return None, process
            except Gone:
                self._end(process)
                return None, None
            except BaseException:
                self._end(process)
                raise
            self._idle.append(process)
            return reply, None
        finally:
            self.lanes.give_back(client)

    async def _at_length(
        self, late: Attended | None, message: Message, client: str, timeout: float
    ) -> bytes:
        """The reply of a process that may take its time, in a place that few can hold.

        `late` works on it already, and goes on if it is its client's turn.
        """
        if late is not None and not self.turns.has_room:
            self._end(late)
            late = None
        await self.turns.take(client, timeout)
        try:
            if late is not None:
                with contextlib.suppress(Gone):
                    return await self._slowly(late, timeout - QUICK)
            return await self._tried(message, timeout)
        except TooLate:
            raise QueryTimeout(timeout) from None
        finally:
            self.turns.give_back(client)

    async def _tried(self, message: Message, timeout: float) -> bytes:
        """The reply of a process; of another one if something else killed it meanwhile."""
        tries = _TRIES
        while True:
            process = await self._free(message)
            try:
                return await self._slowly(process, timeout, message)
            except Gone as death:
                tries -= 1
                if not (death.killed and tries):
                    raise QueryTooLarge.of_memory(self._memory) from death

    async def _slowly(
        self, process: Attended, timeout: float, message: Message | None = None
    ) -> bytes:
        """The reply of a process behind all others, which ends with it: it cannot come forward."""
        is_whole = False
        try:
            if message is not None:
                process.send(message)
            process.lower()
            self._refill()
            reply = await process.answer(timeout)
            is_whole = True
        finally:
            self._end(process, is_whole)
        return reply

    async def _free(self, message: Message) -> Attended:
        """A process that waits for work and has its snapshot open; nobody else has it."""
        for _ in range(_STARTS):
            process = self._idle.pop() if self._idle else await self._started()
            try:
                await process.ready(str(message[0]), message[:2])
            except (Gone, TooLate):
                self._end(process)
            except BaseException:
                self._end(process)
                raise
            else:
                return process
        raise QueryFailed("no query process stays alive; try again later")

    async def _started(self) -> Attended:
        try:
            process = await Attended.started(evaluation.serve, self._memory)
        except OSError as full:
            raise QueryFailed("no process can be started now; try again later") from full
        self._all.add(process)
        return process

    def _end(self, process: Attended, is_whole: bool = False) -> None:
        """End a process, and start another while nobody waits for it."""
        self._all.discard(process)
        process.kill()
        if not is_whole:
            self.kills += 1
            for file in self._spool.glob(f"{process.process.pid}-*"):
                file.unlink(missing_ok=True)
        self._refill()

    def _refill(self) -> None:
        """Have as many processes ready as there are lanes."""
        for _ in range(self._size - len(self._idle) - len(self._starting)):
            task = asyncio.ensure_future(self._start())
            self._starting.add(task)
            task.add_done_callback(self._starting.discard)

    async def _start(self) -> None:
        with contextlib.suppress(QueryFailed):
            process = await self._started()
            # Who asks first after a change finds the new version open.
            with contextlib.suppress(NoStore, Gone, TooLate):
                opening = evaluation.opening(snapshot(self.directory).path.absolute(), self._spool)
                await process.ready(str(opening[0]), opening)
            self._idle.append(process)

    def close(self) -> None:
        """End every process of the pool."""
        if self._loop is not None and self._loop.is_running():
            self._put(self._closed()).result()
        if self._thread is not None and self._loop is not None:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()
            self._loop = self._thread = None
        shutil.rmtree(self._spool, ignore_errors=True)

    async def _closed(self) -> None:
        self._size = 0
        await asyncio.gather(*self._starting, return_exceptions=True)
        await asyncio.gather(*(process.reaped() for process in self._all))
        self._all, self._idle = set(), []


@contextlib.asynccontextmanager
async def _unless(gone: Leaving | None) -> AsyncIterator[None]:
    """What is done inside ends with ClientGone when who asked goes away."""
    if gone is None:
        yield
        return
    task, leaving = asyncio.current_task(), asyncio.ensure_future(gone())
    assert task is not None

    def end(_: object) -> None:
        task.cancel()

    leaving.add_done_callback(end)
    try:
        yield
    except asyncio.CancelledError:
        if leaving.done():
            task.uncancel()
            raise ClientGone from None
        raise
    finally:
        leaving.remove_done_callback(end)
        leaving.cancel()
