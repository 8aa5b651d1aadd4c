"""Processes that answer one message at a time and can be killed: the only sure limit there is."""

import contextlib
import ctypes
import multiprocessing
import os
import pickle
import threading
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from math import inf
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

# Windows has none: there the server looks at the memory of the process instead.
resource: Any = import_module("resource") if find_spec("resource") else None

MEMORY = 1024 * 1024 * 1024
# Starting takes a part of a second, on a busy machine some; what asks does not pay for it.
START = 30.0
# A deep expression needs a deep stack; the guard refuses what would need more than this.
_STACK = 256 * 1024 * 1024
# Where the system sets no limit on memory, a process is looked at so often, in seconds.
LOOK = 0.1
# How far behind the others a process stands that has taken long: it gets what time they leave.
_LOWER = 10
_READY = b"ready"


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
        self.memory = memory
        self.pipe, theirs = context.Pipe()
        arguments = (target, theirs, memory)
        self._process = context.Process(target=_run, args=arguments, daemon=True)
        self._process.start()
        theirs.close()
        self._clock = _clock(self.pid)
        self._is_ready = False

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid or 0

    def ask(self, message: object, timeout: float) -> bytes:
        """The answer to a message; raises TooLate or Gone."""
        try:
            if not self._is_ready:
                self._wait(START)
                self.pipe.recv_bytes()
                self._is_ready = True
            self.pipe.send_bytes(pickle.dumps(message))
            self._wait(timeout)
            return self.pipe.recv_bytes()
        except (EOFError, OSError) as end:
            raise self.ended() from end

    def _wait(self, timeout: float) -> None:
        end = time.monotonic() + timeout
        while not self.pipe.poll(min(LOOK, max(0.0, end - time.monotonic()))):
            self.watch()
            if time.monotonic() > end:
                raise TooLate

    def watch(self) -> None:
        """Where the system sets no limit on memory, end a process that has taken too much."""
        if resource is None and _resident(self.pid) > self.memory:
            self._process.kill()

    def ended(self) -> Gone:
        """How the process ended."""
        self._process.join()
        return Gone(self._process.exitcode)

    def worked(self) -> float:
        """The seconds of processor time that it has had; infinite where no system tells."""
        with contextlib.suppress(OSError):
            return inf if self._clock is None else time.clock_gettime(self._clock)
        return inf

    def lower(self, by: int = _LOWER) -> None:
        """Let others go before from now on; where the system knows no way, nothing happens."""
        tasks = Path(f"/proc/{self.pid}/task")
        # Linux keeps the rank by thread; the query runs in one that the process started.
        with contextlib.suppress(OSError, AttributeError):
            for thread in tasks.iterdir():
                os.setpriority(os.PRIO_PROCESS, int(thread.name), by)

    def signal(self) -> None:
        """Tell the system to end the process at once."""
        self._process.kill()

    def kill(self) -> None:
        """End the process, and wait until it is gone."""
        self._process.kill()
        self._process.join()
        self.pipe.close()


def end_with_parent() -> None:
    """End this process as soon as the one that started it is gone, even if that was killed.

    Else a server would hold its port, a reader of texts its memory, a query its core.
    """
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _run(target: Callable[[Connection], None], pipe: Connection, memory: int) -> None:
    """Answer with bounded memory, on a stack that is deep enough.

    What the engine says when its memory ends goes nowhere: the server tells of the death.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    if resource is not None:
        limit = memory + _STACK
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    end_with_parent()
    pipe.send_bytes(_READY)
    threading.stack_size(_STACK)
    thread = threading.Thread(target=target, args=(pipe,))
    thread.start()
    thread.join()


def _clock(pid: int) -> int | None:
    """The clock that counts the work of a process, where the system has such clocks (Linux)."""
    find = getattr(ctypes.CDLL(None), "clock_getcpuclockid", None) if resource else None
    clock = ctypes.c_int()
    return None if find is None or find(pid, ctypes.byref(clock)) else clock.value


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
