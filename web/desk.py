"""What a running application has at hand: the current snapshot, the workers, the token."""

from dataclasses import dataclass, field
from pathlib import Path

from flask import current_app, g, request

from graph.snapshots import Snapshot, snapshot
from graph.updates import Updates
from graph.workers import Workers
from web.language import chosen
from web.reading import Reader


@dataclass(slots=True)
class Desk:
    """One per application; opens each published version once."""

    directory: Path
    workers: Workers
    token: str | None = None
    updates: Updates = field(init=False)
    _open: Snapshot | None = field(default=None)

    def __post_init__(self) -> None:
        """Users' updates go to the same directory that is read."""
        self.updates = Updates(self.directory)

    def snapshot(self) -> Snapshot:
        """The current version; the one that is open already if it is still current."""
        current = snapshot(self.directory)
        if self._open is None or self._open.version != current.version:
            self._open = current
        return self._open


def desk() -> Desk:
    """The desk of the application that serves this request."""
    found = current_app.extensions["vankien"]
    assert isinstance(found, Desk)
    return found


def reader() -> Reader:
    """The snapshot that this request reads, the same from its first line to its last."""
    if "reader" not in g:
        g.reader = Reader(desk().snapshot(), chosen(request))
    found = g.reader
    assert isinstance(found, Reader)
    return found
