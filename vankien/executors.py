"""Where texts are read: in this process, in processes beside it, or on a Dask cluster.

A task is a function of a module and its arguments, and needs nothing but what it is handed, so that
it runs alike on another machine.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context
from typing import ParamSpec, Protocol, TypeVar

from graph.processes import end_with_parent

P = ParamSpec("P")
R = TypeVar("R")
LOCAL = "local"
DASK = "dask://"
# So many tasks a process are under way or done ahead of the writer, who is away for seconds when it
# lays down the authority lists or writes a batch.
_AHEAD = 128
# A load is nobody's hurry while pages are read beside it; of its own processes the writer, for whom
# all wait in the end, goes before those that read, which the kernel ends at 19.
LOADS, _READERS = 15, 4
# What processes that read texts import, once for all of them.
_READING = ("vankien.loading", "loaders.reading", "loaders.quads")


class ClusterMissing(Exception):
    """A Dask cluster that cannot be used, with what to do about it."""

    def __init__(self, message_en: str, message_vi: str) -> None:
        super().__init__(message_en)
        self.message_en, self.message_vi = message_en, message_vi


class WorkerLost(Exception):
    """The process that carried out a task was ended from outside, and again when it was alone."""


class Workers(Protocol):
    """What carries out tasks; `ahead` is how many may wait for the one who takes the results."""

    ahead: int

    def submit(self, task: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> Callable[[], R]:
        """Begin a task; calling what is returned waits for its result."""


class _Here:
    """The process itself, when the result is asked for."""

    ahead = 0

    def submit(self, task: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> Callable[[], R]:
        return lambda: task(*args, **kwargs)


class _Pool:
    """Processes on this machine that share nothing with this one, as works on every system."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self.ahead = _AHEAD * jobs
        self.executor = _processes(jobs)

    def submit(self, task: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> Callable[[], R]:
        executor, future = self.executor, self._begin(task, *args, **kwargs)

        def result() -> R:
            try:
                return future.result()
            except BrokenProcessPool:
                # One task that was killed breaks the pool for all that were under way.
                if self.executor is executor:
                    self.executor = _processes(self._jobs)
                return _alone(task, *args, **kwargs)

        return result

    def _begin(self, task: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> "Future[R]":
        try:
            return self.executor.submit(task, *args, **kwargs)
        except BrokenProcessPool:
            self.executor = _processes(self._jobs)
            return self.executor.submit(task, *args, **kwargs)


class _Cluster:
    """The workers of a Dask cluster, which carries out again what a lost worker had under way."""

    def __init__(self, executor: Executor, cores: int) -> None:
        self._executor = executor
        self.ahead = _AHEAD * max(cores, 1)

    def submit(self, task: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> Callable[[], R]:
        return self._executor.submit(task, *args, **kwargs).result


@contextmanager
def workers(where: str, jobs: int) -> Iterator[Workers]:
    """The workers of `local` or of `dask://HOST:PORT`; raises ClusterMissing."""
    if where.startswith(DASK):
        with _cluster(where.removeprefix(DASK)) as cluster:
            yield cluster
    elif jobs == 1:
        yield _Here()
    else:
        pool = _Pool(jobs)
        try:
            yield pool
        finally:
            pool.executor.shutdown(cancel_futures=True)


@contextmanager
def _cluster(address: str) -> Iterator[_Cluster]:
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterMissing(
            "Dask is not installed here; run: pip install distributed",
            "Máy này chưa cài Dask; hãy chạy: pip install distributed",
        ) from error
    try:
        client = Client(f"tcp://{address}", timeout="10s")
    except OSError as error:
        raise ClusterMissing(
            f"{address}: no Dask scheduler answers there; start one with `dask scheduler`",
            f"{address}: không có Dask scheduler nào trả lời; hãy chạy `dask scheduler`",
        ) from error
    with client:
        cores = sum(client.ncores().values())
        # Several sources may yield the same lines: a task is told apart by its call, not its value.
        yield _Cluster(client.get_executor(pure=False), cores)


def _processes(jobs: int) -> ProcessPoolExecutor:
    """Processes that read texts: forked from one that is ready to, spawned where there is no such.

    Never forked from this one, whose store has threads of its own.
    """
    forked = "forkserver" in get_all_start_methods()
    context = get_context("forkserver" if forked else "spawn")
    if forked:
        context.set_forkserver_preload([*_READING])
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_reader)


def _reader() -> None:
    """Begin a process that reads texts: it steps back behind its writer, and ends with it."""
    step_back(_READERS, wholly=True)
    end_with_parent()


def step_back(by: int, wholly: bool) -> None:
    """Leave the processor of this process to others, for good.

    A load steps back behind who reads pages, those who read its texts behind its writer. Whoever
    does so `wholly` works only while nobody else wants to, where the system knows of such a thing.
    """
    # Windows has no such call.
    if hasattr(os, "nice"):
        os.nice(by)
    if wholly and hasattr(os, "SCHED_IDLE"):
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def _alone(task: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Carry out a task in a process of its own; raises WorkerLost where that ends too."""
    with _processes(1) as pool:
        try:
            return pool.submit(task, *args, **kwargs).result()
        except BrokenProcessPool as error:
            raise WorkerLost from error
