"""The production server: granian, each of its processes with its own query workers."""

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from granian import Granian
from granian.constants import HTTPModes, Interfaces, Loops
from granian.http import HTTP1Settings
from granian.log import LogLevels

from graph.processes import MEMORY, end_with_parent
from graph.workers import Workers
from web import create_app
from web.attendant import attend, prepare
from web.front import Front
from web.journal import Journal

# A client has so many milliseconds to send the head of its request.
_HEAD_PATIENCE = 10_000
# A query frees thousands of small pieces of memory, of which glibc has but seven of a size at hand
# for the next one; with more of them the engine needs a tenth less time. Others do not read this.
_REUSE = ("GLIBC_TUNABLES", "glibc.malloc.tcache_count=1000")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take: seconds, and bytes of memory."""

    seconds: float = 10.0
    memory: int = MEMORY


LIMITS = Limits()


def serve(
    store_directory: Path | str,
    host: str = "127.0.0.1",
    port: int = 8000,
    workers: int = 1,
    limits: Limits = LIMITS,
    access_log: str | None = None,
) -> None:
    """Serve until Ctrl-C or SIGTERM; every process that was started ends with it."""
    os.environ.setdefault(*_REUSE)
    server = Granian(
        "web.front:Front",
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        # uvloop, taken where it is installed, would no longer let the pipes of the query processes
        # wait: half an answer would look like the end of its process
        loop=Loops.asyncio,
        workers=workers,
        http1_settings=HTTP1Settings(header_read_timeout=_HEAD_PATIENCE),
        respawn_failed_workers=True,
        workers_kill_timeout=5,
        # no web sockets, and no look at the first bytes of each connection for HTTP/2
        http=HTTPModes.http1,
        websockets=False,
        log_level=LogLevels.error,
    )
    cores = _cores_of_one(workers)
    # Large answers of the server processes, which end without a word of their own.
    with TemporaryDirectory(prefix="vankien-") as spools:
        loader: Any = partial(_application, store_directory, limits, access_log, cores, spools)
        server.serve(target_loader=loader, wrap_loader=False)


def _application(
    store_directory: Path | str, limits: Limits, access_log: str | None, cores: int, spools: str
) -> Front:
    end_with_parent()
    workers = Workers(
        store_directory, timeout=limits.seconds, memory=limits.memory, cores=cores, spools=spools
    )
    app = create_app(store_directory, workers)
    prepare(app)
    journal = Journal(access_log) if access_log else None
    return Front(app, journal, partial(attend, Path(store_directory), limits.memory))


def _cores_of_one(servers: int) -> int:
    """How many cores each of so many server processes has for its queries."""
    return max(1, (os.cpu_count() or 1) // servers)
