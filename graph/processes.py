"""Processes that answer one message at a time and can be killed: the only sure limit there is."""

import ctypes
import multiprocessing
import threading
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from multiprocessing.connection import Connection
from time import monotonic
from typing import Any

# Windows has none: there the server looks at the memory of the process instead.
resource: Any = import_module("resource") if find_spec("resource") else None

MEMORY = 1024 * 1024 * 1024
# Starting takes a part of a second, on a busy machine some; what asks does not pay for it.
_START = 30.0
# A deep expression needs a deep stack; the guard refuses what would need more than this.
_STACK = 256 * 1024 * 1024
_LOOK = 0.1


class TooLate(Exception):
    """No answer came in time."""


class Gone(Exception):
    """The process ended before it answered; `killed` says that something outside ended it."""

    def __init__(self, exit_code: int | None) -> None:
        super().__init__(f"the process ended with {exit_code}")
        self.killed = exit_code == -9


class Process:
    """A process seen from the server: `target` takes messages from a pipe until it closes."""

    def __init__(self, target: Callable[[Connection], None], memory: int = MEMORY) -> None:
        # Spawned everywhere alike: a fork would copy the server's locks, and Windows has none.
        context = multiprocessing.get_context("spawn")
        self._memory = memory
        self._is_ready = False
        self._pipe, theirs = context.Pipe()
        arguments = (target, theirs, memory)
        self._process = context.Process(target=_run, args=arguments, daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, message: object, timeout: float) -> tuple[str, bytes]:
        """The verdict on a message and what comes with it; raises TooLate or Gone."""
        try:
            if not self._is_ready:
                self._wait(_START)
                self._is_ready = self._pipe.recv()
            self._pipe.send(message)
            self._wait(timeout)
            verdict: str = self._pipe.recv()
            return verdict, self._pipe.recv_bytes()
        except (EOFError, OSError) as end:
            self._process.join()
            raise Gone(self._process.exitcode) from end

    def _wait(self, timeout: float) -> None:
        """Wait for a message; where the system sets no limit on memory, watch it meanwhile."""
        if resource is not None:
            if not self._pipe.poll(timeout):
                raise TooLate
            return
        end = monotonic() + timeout
        while not self._pipe.poll(_LOOK):
            if _resident(self._process.pid or 0) > self._memory:
                self._process.kill()
            if monotonic() > end:
                raise TooLate

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _run(target: Callable[[Connection], None], pipe: Connection, memory: int) -> None:
    """Answer with bounded memory, on a stack that is deep enough."""
    if resource is not None:
        limit = memory + _STACK
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    pipe.send(True)
    threading.stack_size(_STACK)
    thread = threading.Thread(target=target, args=(pipe,))
    thread.start()
    thread.join()


def _resident(pid: int) -> int:
    """The bytes of memory that a process of Windows has in use; 0 where that is not known."""
    library: Any = getattr(ctypes, "windll", None)
    if library is None:
        return 0
    counters = (ctypes.c_size_t * 10)(ctypes.sizeof(ctypes.c_size_t) * 10)
    # PROCESS_QUERY_LIMITED_INFORMATION
    process = library.kernel32.OpenProcess(0x1000, False, pid)
    library.psapi.GetProcessMemoryInfo(process, counters, ctypes.sizeof(counters))
    library.kernel32.CloseHandle(process)
    # After two 32-bit fields and the peak comes the working set.
    return int(counters[2])
