"""What a running application has at hand: the current snapshot, the workers, the token."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from flask import current_app, g, request

from graph.permitted import Clear
from graph.served import Served, unwatched
from graph.services import Services
from graph.snapshots import Snapshot, snapshot
from graph.updates import Updates
from graph.workers import Workers
from web.language import chosen
from web.reading import Reader
from web.tokens import bearer_of

T = TypeVar("T")
# Where the environment of a request keeps what takes its queries, to cancel them when its client
# goes away.
WATCHED = "vankien.watched"


@dataclass(slots=True)
class Desk:
    """One per application; opens each published version once."""

    directory: Path
    workers: Workers
    token: str | None = None
    protected_token: str | None = None
    services: Services = field(default_factory=Services.configured)
    updates: Updates = field(init=False)
    _open: Snapshot | None = field(default=None)
    _kept: dict[tuple[int, str], Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Users' updates go to the same directory that is read."""
        self.updates = Updates(self.directory)

    def snapshot(self, number: int | None = None) -> Snapshot:
        """The current version, the one that is open already if it is so still; or an older one."""
        current = snapshot(self.directory)
        if number is not None and number != current.version.number:
            return snapshot(self.directory, number)
        if self._open is None or self._open.version != current.version:
            self._open = current
        return self._open

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """What takes a look at everything, made once a version."""
        key = (self.snapshot().version.number, name)
        if key not in self._kept:
            # what an older version held is asked for no more
            self._kept = {k: value for k, value in self._kept.items() if k[0] == key[0]}
            self._kept[key] = make()
        found: T = self._kept[key]
        return found


def desk() -> Desk:
    """The desk of the application that serves this request."""
    found = current_app.extensions["vankien"]
    assert isinstance(found, Desk)
    return found


def reader() -> Reader:
    """The snapshot that this request reads, the same from its first line to its last."""
    if "reader" not in g:
        opened, watched = desk().snapshot(_version()), request.environ.get(WATCHED, unwatched)
        served = Served(
            opened.version,
            opened.directory,
            opened,
            desk().workers,
            request.remote_addr or "",
            watched,
        )
        clear = Clear(opened) if may_read_protected() else None
        g.reader = Reader(served, chosen(request), clear)
    found = g.reader
    assert isinstance(found, Reader)
    return found


def may_read_protected() -> bool:
    """Whether the request bears a token of the setting VANKIEN_PROTECTED_TOKEN."""
    scheme, _, sent = request.headers.get("Authorization", "").partition(" ")
    return scheme.lower() == "bearer" and bearer_of(sent, desk().protected_token) is not None


def _version() -> int | None:
    """The version that a permalink names, by `?version=`."""
    named = request.args.get("version", "")
    return int(named[:9]) if named.isascii() and named.isdigit() else None
