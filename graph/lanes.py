"""Who may use a query process, and for how long.

Every query has a moment of its own in a lane. What takes longer needs one of a few places, for
which clients wait in a fair queue, and goes on there behind whatever is quick: so a light query is
answered while heavy ones run.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

from graph.attended import Attended
from graph.limits import ClientGone, QueryTimeout, QueryTooLarge
from graph.pool import Message, Pool
from graph.processes import Gone, TooLate
from graph.turns import Turns

# So long a query may take in its lane, in seconds.
QUICK = 0.25
# Where there is no core for a second process, one that has its data at hand is left to it, until a
# query takes so long that others should not wait for it, in seconds.
_AT_HAND = 0.02
_MOST_IN_LANES, _MOST_IN_LANES_OF_ONE = 256, 128
# Lanes go on all the time: who waits for one waits longer than for a place, in seconds.
_LANE_PATIENCE = 20.0
_MOST_WAITING, _MOST_WAITING_OF_ONE = 24, 16
# A process that something else killed says nothing of its query; but a query that the system ends
# each time for want of memory must not be tried for ever.
_TRIES = 3
# Queries that took long are remembered, so that they do not hold up a lane again.
_MOST_REMEMBERED = 1_000

# Ends when nobody waits for the answer any more.
Leaving = Callable[[], Awaitable[None]]


class Lanes:
    """As many lanes as the pool has processes, and as many places for what takes longer."""

    def __init__(self, pool: Pool, size: int, cores: int) -> None:
        self.quick = Turns(size, _MOST_IN_LANES, _MOST_IN_LANES_OF_ONE, cores)
        self.long = Turns(size, _MOST_WAITING, _MOST_WAITING_OF_ONE)
        self._pool = pool
        self._remembered: dict[object, None] = {}

    @property
    def waiting(self) -> int:
        """How many queries wait."""
        return self.quick.waiting + self.long.waiting

    @property
    def held(self) -> int:
        """How many queries run."""
        return self.quick.held + self.long.held

    async def reply(
        self, key: object, message: Message, client: str, timeout: float, gone: Leaving | None
    ) -> bytes:
        """The reply to a message: from the lane, else at length.

        Raises QueueFull, QueryTimeout, QueryTooLarge, NoProcess or ClientGone.
        """
        late = None
        if key not in self._remembered:
            reply, late = await self._quickly(message, client, timeout)
            if reply is not None:
                return reply
        if late is not None:
            self._remember(key)
        async with _unless(gone):
            return await self._at_length(late, message, client, timeout)

    def _remember(self, key: object) -> None:
        self._remembered[key] = None
        while len(self._remembered) > _MOST_REMEMBERED:
            del self._remembered[next(iter(self._remembered))]

    async def _quickly(
        self, message: Message, client: str, timeout: float
    ) -> tuple[bytes | None, Attended | None]:
        """The reply, or the process that still works on it; neither if the process died."""
        await self.quick.take(client, _LANE_PATIENCE)
        try:
            process = await self._pool.taken(message)
            is_kept = False
            try:
                process.send(message)
                reply = await self._moment(process, timeout)
                self._pool.give_back(process)
                is_kept = True
                return reply, None
            except TooLate:
                is_kept = True
                return None, process
            except Gone:
                return None, None
            finally:
                # Also when who asked leaves: nobody would fetch the answer.
                if not is_kept:
                    self._pool.end(process)
        finally:
            self.quick.give_back(client)

    async def _moment(self, process: Attended, timeout: float) -> bytes:
        with contextlib.suppress(TooLate):
            return await process.moment(_AT_HAND, timeout)
        with self.quick.lingering():
            return await process.moment(QUICK, timeout)

    async def _at_length(
        self, late: Attended | None, message: Message, client: str, timeout: float
    ) -> bytes:
        """The reply of a process that may take its time, in a place that few can hold.

        `late` works on it already, and goes on if it is its client's turn.
        """
        if late is not None and not self.long.has_room:
            self._pool.end(late)
            late = None
        await self.long.take(client, timeout)
        try:
            if late is not None:
                with contextlib.suppress(Gone):
                    return await self._slowly(late, timeout - late.taken)
            return await self._tried(message, timeout)
        except TooLate:
            raise QueryTimeout(timeout) from None
        finally:
            self.long.give_back(client)

    async def _tried(self, message: Message, timeout: float) -> bytes:
        """The reply of a process; of another one if something else killed it meanwhile."""
        tries = _TRIES
        while True:
            process = await self._pool.taken(message)
            try:
                return await self._slowly(process, timeout, message)
            except Gone as death:
                tries -= 1
                if not (death.killed and tries):
                    raise QueryTooLarge.of_memory(self._pool.memory) from death

    async def _slowly(
        self, process: Attended, timeout: float, message: Message | None = None
    ) -> bytes:
        """The reply of a process behind all others, which ends with it: it cannot come forward."""
        is_whole = False
        try:
            if message is not None:
                process.send(message)
            process.lower()
            self._pool.refill()
            reply = await process.answer(timeout)
            is_whole = True
        finally:
            self._pool.end(process, is_whole)
        return reply


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
