"""The production server: granian with a few processes, each with its own query workers, on Windows too."""

from functools import partial
from pathlib import Path

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from web import create_app

# A thread waits while a worker process thinks: more threads than cores.
_THREADS = 8


def serve(
    store_directory: Path | str, host: str = "127.0.0.1", port: int = 8000, workers: int = 1
) -> None:
    """Serve until Ctrl-C or SIGTERM; every process that was started ends with it."""
    server = Granian(
        "web:create_app",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=_THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=5,
        log_level=LogLevels.warning,
    )
    server.serve(target_loader=partial(create_app, store_directory), wrap_loader=False)
