"""The production server: granian, each of its processes with its own query workers."""

import os
import threading
from functools import partial
from multiprocessing import parent_process
from pathlib import Path

from flask import Flask
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from web import create_app

# A thread waits while a query process thinks, or for its turn: more than may wait, so that who is
# too many hears of it.
_THREADS = 32


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
        log_level=LogLevels.error,
    )
    server.serve(target_loader=partial(_application, store_directory), wrap_loader=False)


def _application(store_directory: Path | str) -> Flask:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    return create_app(store_directory)


def _end_with_parent() -> None:
    """A server process whose parent was killed outright would hold the port for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
