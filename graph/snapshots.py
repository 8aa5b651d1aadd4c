"""The published versions of a store: immutable copies, one of which is current.

DIR/CURRENT                 the current version, as JSON; replaced in one step
DIR/live                    the store that the writer changes
DIR/snapshots/7/public      what everybody may read in version 7
DIR/snapshots/7/protected   what may be read with permission only
DIR/search.db               the search index of all of them
DIR/snapshots/7/VERSION     the version, as JSON
"""

import json
import os
import shutil
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.pins import GOING, Pin, remove
from graph.refusals import NotTraced
from graph.tombstones import tombstones

if TYPE_CHECKING:
    from rdflib import Dataset

# So many versions are kept, and beside them those that were current within so many days.
KEPT, DAYS = "VANKIEN_KEPT_VERSIONS", "VANKIEN_KEPT_DAYS"
_KEPT, _DAYS = 5, 0
_DAY = 86_400
# What tells the current version from any other without reading it: of its marker, the number that
# the disk has for it, its time and its size.
State = tuple[int, int, int]
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class NoStore(Exception):
    """There is no published version in this directory yet."""

    def __init__(self, directory: Path) -> None:
        super().__init__(f"{directory}: no store here yet; run `vankien load` first")
        self.directory = directory


class VersionGone(NoStore):
    """An older version that went when a source was purged; it never comes back."""

    def __init__(self, directory: Path, number: int) -> None:
        super().__init__(directory)
        self.args = (f"{directory}: version {number} is gone since a source was purged",)
        self.number = number


class VersionNotKept(NoStore):
    """A version that is not there: too old to be kept, or never made."""

    def __init__(self, directory: Path, number: int) -> None:
        super().__init__(directory)
        self.args = (f"{directory}: there is no version {number}, or it is no longer kept",)
        self.number = number


@dataclass(frozen=True, slots=True)
class Version:
    """A dataset version: a counter, the hash of the content, and when it was published."""

    number: int
    hash: str
    published: str

    @property
    def stamp(self) -> str:
        """The version as answers bear it."""
        return f"{self.number}-{self.hash}"


@dataclass(frozen=True)
class Snapshot:
    """A read-only view of one version; it never changes, whatever the writer does."""

    version: Version
    directory: Path

    @property
    def path(self) -> Path:
        """The public store of this version."""
        return self.directory / "public"

    @property
    def place(self) -> str:
        """The public store, as a process with a working directory of its own finds it."""
        return _place(self.directory)

    @property
    def protected_path(self) -> Path:
        """The store of what may be read with permission only."""
        return self.directory / "protected"

    @property
    def search_path(self) -> Path:
        """The search index, in which this version finds what it holds."""
        return index_path(self.directory.parent.parent)

    @cached_property
    def store(self) -> ox.Store:
        """The public store, opened for reading; its version stays as long as this is held."""
        self.__dict__["_pin"] = Pin(self.path)
        return ox.Store.read_only(str(self.path))

    def query(
        self, sparql: str, substitutions: Mapping[str, Term] | None = None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """What Oxigraph answers; the variables of `substitutions` are bound before it starts."""
        bound = {ox.Variable(name): term for name, term in (substitutions or {}).items()}
        return self.store.query(sparql, substitutions=bound)

    def rows(
        self, sparql: str, substitutions: Mapping[str, Term] | None = None
    ) -> list[ox.QuerySolution]:
        """The solutions of a SELECT."""
        solutions = self.query(sparql, substitutions)
        if not isinstance(solutions, ox.QuerySolutions):
            raise TypeError("rows() takes a SELECT query")
        return list(solutions)

    def looked_up(self, sparql: str, substitutions: Mapping[str, Term]) -> list[ox.QuerySolution]:
        """The solutions of a query on one thing, which costs what is said of it: right here."""
        return self.rows(sparql, substitutions)

    def dataset(self) -> "Dataset":
        """An rdflib Dataset on this version; the store under it refuses to be written."""
        # rdflib takes a third of a second to import, which query workers need not pay.
        from oxrdflib import OxigraphStore
        from rdflib import Dataset

        return Dataset(store=OxigraphStore(store=self.store))


def snapshot(directory: Path | str, number: int | None = None) -> Snapshot:
    """The current version of a store, or an older one that is still kept."""
    if number is None:
        return in_state(directory, state(directory))
    root = Path(directory)
    kept = root / "snapshots" / str(number)
    try:
        return Snapshot(_version(kept / "VERSION"), kept)
    except FileNotFoundError:
        if number < tombstones(root).before:
            raise VersionGone(root, number) from None
        if (root / "CURRENT").exists():
            raise VersionNotKept(root, number) from None
        raise NoStore(root) from None


def current_version(directory: Path | str) -> Version | None:
    """The current version of a store, where there is one."""
    try:
        return snapshot(directory).version
    except NoStore:
        return None


def next_number(directory: Path | str) -> int:
    """The number of the version that is to come."""
    current = current_version(directory)
    return current.number + 1 if current else 1


def index_path(root: Path) -> Path:
    """The search index of a store."""
    return root / "search.db"


def state(directory: Path | str) -> State:
    """What tells the current version from any other without reading it; raises NoStore."""
    try:
        # Every request asks: a Path would take ten times as long.
        found = os.stat(f"{directory}/CURRENT")  # noqa: PTH116
    except FileNotFoundError:
        raise NoStore(Path(directory)) from None
    return found.st_ino, found.st_mtime_ns, found.st_size


def in_state(directory: Path | str, found: State) -> Snapshot:
    """The version that is current in a state that was found just now."""
    return Snapshot(*_current(str(directory), *found))


def publish(root: Path, version: Version, parts: Mapping[str, ox.Store]) -> Snapshot:
    """Copy the stores into a directory of their own, ready to become current."""
    target = root / "snapshots" / str(version.number)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name, store in parts.items():
        store.backup(str(target / name))
    _write(target / "VERSION", version)
    return Snapshot(version, target)


def make_current(root: Path, version: Version) -> int:
    """Switch every reader to a version in one step, and drop those that are too old.

    One that somebody still reads is dropped with a later version. Returns the oldest that stays.
    """
    kept, days = _setting(KEPT, _KEPT), _setting(DAYS, _DAYS)
    _write(root / "CURRENT", version)
    numbers = _numbers(root)
    since = time.time() - days * _DAY
    # A version was current until the next was published, by the clock of the disk.
    ended = [(root / "snapshots" / str(each) / "VERSION").stat().st_mtime for each in numbers[:-1]]
    stay = numbers[: max(kept, 1)]
    for number, end in [*zip(numbers[1:], ended, strict=True)][len(stay) - 1 :]:
        if end > since or not remove(root / "snapshots" / str(number)):
            stay.append(number)
    for left in (root / "snapshots").glob(f"*{GOING}"):
        shutil.rmtree(left, ignore_errors=True)
    return min(stay)


def _setting(name: str, default: int) -> int:
    """A whole number from the environment."""
    said = os.environ.get(name, "") or str(default)
    if said.isascii() and said.isdecimal():
        return int(said)
    raise NotTraced(f"{name}={said}: phải là số nguyên", f"{name}={said}: not a whole number")


def _numbers(root: Path) -> list[int]:
    """The versions that lie there, newest first."""
    found = (path.name for path in (root / "snapshots").iterdir())
    return sorted((int(name) for name in found if name.isdecimal()), reverse=True)


@lru_cache(maxsize=64)
def _current(directory: str, *_state: int) -> tuple[Version, Path]:
    """The current version and where it lies, read again only when it was replaced."""
    root = Path(directory)
    version = _version(root / "CURRENT")
    return version, root / "snapshots" / str(version.number)


def _version(marker: Path) -> Version:
    return Version(**json.loads(marker.read_text(encoding="utf-8")))


@lru_cache(maxsize=64)
def _place(directory: Path) -> str:
    return str(directory.absolute() / "public")


def _write(path: Path, version: Version) -> None:
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(asdict(version), file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
