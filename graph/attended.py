"""Query processes whose answers arrive on an event loop: nobody sits and waits for them."""

import asyncio
import contextlib
import pickle
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection

from graph.processes import LOOK, START, Gone, Process, TooLate, resource

# How often a process that did not get its moment of work is waited for, and what counts as fully.
_MOMENTS = 8
_FULLY = 0.7


class Attended:
    """A process whose answers arrive on an event loop; made by `started`."""

    def __init__(self, process: Process, loop: asyncio.AbstractEventLoop) -> None:
        self.process = process
        self.opened = ""
        self._sent = 0.0
        self._loop = loop
        self._is_ready = False
        self._answer: bytes | None = None
        self._end: Gone | None = None
        self._waiter: asyncio.Future[None] | None = None
        try:
            loop.add_reader(process.pipe.fileno(), self._arrived)
        except NotImplementedError:
            # The event loop of Windows cannot wait for such a pipe: a thread does.
            threading.Thread(target=self._listen, daemon=True).start()

    @property
    def is_gone(self) -> bool:
        """Whether the process is known to have ended."""
        return self._end is not None

    @classmethod
    async def started(cls, target: Callable[[Connection], None], memory: int) -> "Attended":
        """A new process, started beside the loop; it may not be ready yet."""
        loop = asyncio.get_running_loop()
        return cls(await loop.run_in_executor(None, Process, target, memory), loop)

    async def ready(self, opened: str, opening: object) -> None:
        """Wait until the process takes messages and has opened what they are about.

        Whoever asks pays for neither. Raises Gone or TooLate.
        """
        if not self._is_ready:
            await self.answer(START)
            self._is_ready = True
        if self.opened != opened:
            self.send(opening)
            await self.answer(START)
            self.opened = opened

    @property
    def taken(self) -> float:
        """The seconds since a message was put to it."""
        return self._loop.time() - self._sent

    def send(self, message: object) -> None:
        """Put a message to a process that is ready; raises Gone."""
        self._answer, self._sent = None, self._loop.time()
        try:
            self.process.pipe.send_bytes(pickle.dumps(message))
        except OSError as end:
            raise self.process.ended() from end

    async def answer(self, timeout: float) -> bytes:
        """The answer to the message that was put; after TooLate it may still come. Raises Gone."""
        end = self._loop.time() + timeout
        while self._answer is None and self._end is None:
            left = end - self._loop.time()
            if left <= 0:
                raise TooLate
            await self._told(left if resource else min(left, LOOK))
            self.process.watch()
        if self._answer is None:
            assert self._end is not None
            raise self._end
        return self._answer

    async def moment(self, seconds: float, most: float) -> bytes:
        """The answer, if it takes no more than so much work; raises TooLate or Gone.

        On a busy machine a process may get its moment late: it is waited for, within reason and
        within `most` seconds since the message was put.
        """
        start, end = self.process.worked(), min(most, _MOMENTS * seconds)
        while True:
            with contextlib.suppress(TooLate):
                return await self.answer(min(seconds, end - self.taken))
            if self.taken >= end or not self.process.worked() - start < seconds * _FULLY:
                raise TooLate

    async def _told(self, timeout: float) -> None:
        """Wait for whatever comes next, but no longer than that."""
        self._waiter = self._loop.create_future()
        alarm = self._loop.call_later(timeout, self._wake)
        try:
            await self._waiter
        finally:
            alarm.cancel()

    def lower(self) -> None:
        """Let others go before from now on."""
        self.process.lower()

    def kill(self) -> None:
        """End the process at once; who waits for it hears that it is gone."""
        self._unread()
        self._end = self._end or Gone(None)
        self._wake()
        self.process.signal()
        # The system takes its time to get back the memory of a large process.
        self._loop.run_in_executor(None, self.process.kill)

    async def reaped(self) -> None:
        """End the process, and wait until it is gone."""
        self._unread()
        await self._loop.run_in_executor(None, self.process.kill)

    def _arrived(self) -> None:
        try:
            body = self.process.pipe.recv_bytes()
        except (EOFError, OSError):
            self._unread()
            self._ended()
        else:
            self._take(body)

    def _listen(self) -> None:
        while True:
            try:
                body = self.process.pipe.recv_bytes()
            except (EOFError, OSError):
                self._loop.call_soon_threadsafe(self._ended)
                return
            self._loop.call_soon_threadsafe(self._take, body)

    def _take(self, body: bytes) -> None:
        self._answer = body
        self._wake()

    def _ended(self) -> None:
        self._end = self._end or self.process.ended()
        self._wake()

    def _wake(self) -> None:
        if self._waiter and not self._waiter.done():
            self._waiter.set_result(None)

    def _unread(self) -> None:
        with contextlib.suppress(NotImplementedError, OSError, ValueError):
            self._loop.remove_reader(self.process.pipe.fileno())
