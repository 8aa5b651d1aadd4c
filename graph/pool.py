"""Query processes kept ready on one event loop: one that was ended is replaced at once."""

import asyncio
import contextlib
import shutil
import tempfile
from pathlib import Path

from graph import evaluation
from graph.attended import Attended
from graph.limits import NoProcess
from graph.processes import Gone, TooLate
from graph.snapshots import NoStore, snapshot

# The directory of the snapshot, the one for large answers, and what is asked.
Message = tuple[object, ...]
# So many processes in a row may die before they take a message.
_STARTS = 5


class Pool:
    """So many processes that wait for messages on a store directory."""

    def __init__(self, directory: Path, size: int, memory: int, spools: str | None = None) -> None:
        self.memory = memory
        self.spool = tempfile.mkdtemp(prefix="vankien-", dir=spools)
        self.ended = 0
        self._directory = directory
        self._size = size
        self._idle: list[Attended] = []
        self._all: set[Attended] = set()
        self._starting: set[asyncio.Task[None]] = set()

    async def taken(self, message: Message) -> Attended:
        """A process that waits for work and has the snapshot of a message open.

        Nobody else has it; it is to be given back or ended. Raises NoProcess.
        """
        for _ in range(_STARTS):
            # Something else may kill a process at any moment, also while it starts.
            with contextlib.suppress(Gone, TooLate, OSError):
                return await self._opened(await self._any(), message)
        raise NoProcess

    def give_back(self, process: Attended) -> None:
        """Take back a process that has answered, if there are not enough by now."""
        if len(self._idle) < self._size:
            self._idle.append(process)
        else:
            self.end(process, is_whole=True)

    def end(self, process: Attended, is_whole: bool = False) -> None:
        """End a process, and start another while nobody waits for it."""
        self._all.discard(process)
        process.kill()
        if not is_whole:
            self.ended += 1
            for file in Path(self.spool).glob(f"{process.process.pid}-*"):
                file.unlink(missing_ok=True)
        self.refill()

    def refill(self) -> None:
        """Have as many processes ready as there are to be."""
        for _ in range(self._size - len(self._idle) - len(self._starting)):
            task = asyncio.ensure_future(self._start())
            self._starting.add(task)
            task.add_done_callback(self._starting.discard)

    async def _any(self) -> Attended:
        """A process that nobody has: one that waits, else one that starts already, else its own."""
        while self._idle or self._starting:
            if not self._idle:
                await asyncio.wait(self._starting, return_when=asyncio.FIRST_COMPLETED)
            elif not (process := self._idle.pop()).is_gone:
                return process
            else:
                self.end(process)
        return await self._started()

    async def _opened(self, process: Attended, message: Message) -> Attended:
        """The process with its snapshot open; it ends if that fails, or if who asked leaves."""
        is_open = False
        try:
            await process.ready(str(message[0]), message[:2])
            is_open = True
        finally:
            if not is_open:
                self.end(process)
        return process

    async def _started(self) -> Attended:
        process = await Attended.started(evaluation.serve, self.memory)
        self._all.add(process)
        return process

    async def _start(self) -> None:
        with contextlib.suppress(OSError):
            process = await self._started()
            # Who asks first after a change finds the new version open.
            with contextlib.suppress(NoStore, Gone, TooLate):
                opening = evaluation.opening(snapshot(self._directory).place, self.spool)
                await process.ready(str(opening[0]), opening)
            self._idle.append(process)

    async def close(self) -> None:
        """End every process."""
        self._size = 0
        await asyncio.gather(*self._starting, return_exceptions=True)
        await asyncio.gather(*(process.reaped() for process in self._all))
        self._all, self._idle = set(), []

    def sweep(self) -> None:
        """Leave nothing behind of large answers."""
        shutil.rmtree(self.spool, ignore_errors=True)
