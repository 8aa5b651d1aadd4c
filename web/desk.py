"""What a running application has at hand: the current snapshot, the workers, the token."""

from dataclasses import dataclass, field
from pathlib import Path

from flask import current_app, g, request

from graph.permitted import Clear
from graph.served import Served, unwatched
from graph.services import Services
from graph.snapshots import Snapshot, Version, snapshot
from graph.updates import Updates
from graph.workers import Workers
from web.language import chosen
from web.memory import Memory
from web.reading import Reader
from web.tokens import bearer_of

# Where the environment of a request keeps what takes its queries, to cancel them when its client
# goes away.
WATCHED = "vankien.watched"
# Of so many versions what is known is kept: permalinks name older ones.
_VERSIONS = 3

# The cookie of a reader who may see what is protected.
PROTECTED = "protected"


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
    _memories: dict[Version, Memory] = field(default_factory=dict)

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

    def memory(self, of: Snapshot) -> Memory:
        """What is known of a version; of a few versions, the oldest look is forgotten first."""
        if of.version not in self._memories:
            self._memories[of.version] = Memory(of)
            for old in [*self._memories][:-_VERSIONS]:
                self._memories.pop(old, None)
        return self._memories[of.version]


def desk() -> Desk:
    """The desk of the application that serves this request."""
    found = current_app.extensions["vankien"]
    assert isinstance(found, Desk)
    return found


def reader(now: bool = False) -> Reader:
    """The snapshot that this request reads, the same from its first line to its last.

    It is the version that the address names; from `now` on the current one.
    """
    if now or "reader" not in g:
        g.reader = _reader(desk().snapshot(None if now else _version()))
    found = g.reader
    assert isinstance(found, Reader)
    return found


def _reader(opened: Snapshot) -> Reader:
    watched = request.environ.get(WATCHED, unwatched)
    client = request.remote_addr or ""
    served = Served(opened.version, opened.directory, opened, desk().workers, client, watched)
    memory = desk().memory(opened)
    clear = Clear(opened) if may_read_protected() else None
    return Reader(served, memory.names(chosen(request)), memory, clear)


def may_read_protected() -> bool:
    """Whether the request bears a token of the setting VANKIEN_PROTECTED_TOKEN.

    Programs send it as `Authorization: Bearer`, a browser keeps it in a cookie (`/review`).
    """
    scheme, _, sent = request.headers.get("Authorization", "").partition(" ")
    shown = (sent if scheme.lower() == "bearer" else "", request.cookies.get(PROTECTED, ""))
    return any(opens_protected(each) for each in shown if each)


def opens_protected(sent: str) -> bool:
    """Whether a token lets its bearer read what is protected."""
    return bearer_of(sent, desk().protected_token) is not None


def _version() -> int | None:
    """The version that a permalink names, by `?version=`."""
    named = request.args.get("version", "")
    return int(named[:9]) if named.isascii() and named.isdigit() else None
