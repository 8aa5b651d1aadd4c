"""A source taken out for good: from the store, its versions, the index and the known backups.

Oxigraph keeps the strings of what was deleted, so the stores are written anew without them.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from graph.backups import BackupBroken, back_up, backups, restore
from graph.meta import moment
from graph.snapshots import Version
from graph.store import Store
from graph.tombstones import Tombstones, tombstones, write


@dataclass(frozen=True, slots=True)
class Purged:
    """What a purge did: whether the store held the source, and which backups it could reach."""

    held: bool
    version: Version
    rewritten: tuple[Path, ...]
    unreached: tuple[Path, ...]


def purge(root: Path, source_id: str) -> Purged:
    """Take a source out for good, with what people wrote on it; leave a tombstone.

    Raises StoreHeld. May be repeated, and must be after it was interrupted.
    """
    held, version = _taken_out(root, source_id)
    rewritten: list[Path] = []
    unreached: list[Path] = []
    for directory in backups(root):
        try:
            _rewrite(directory, source_id)
            rewritten.append(directory)
        except (OSError, BackupBroken):
            unreached.append(directory)
    return Purged(held, version, tuple(rewritten), tuple(unreached))


def restored(directory: Path, root: Path) -> Version:
    """Make a store of a backup, without what was purged since, here or there."""
    before = tombstones(root)
    version = restore(directory, root)
    stones = before.joined(tombstones(directory))
    write(root, stones)
    for source_id in stones.sources:
        with Store.open(root) as store:
            held = store.holds(source_id)
        if held:
            version = _taken_out(root, source_id)[1]
    return version


def _taken_out(root: Path, source_id: str) -> tuple[bool, Version]:
    stones = tombstones(root)
    write(root, stones.joined(Tombstones({source_id: moment()})))
    with Store.open(root) as store:
        held = store.forget(source_id)
    for path in (root / "live", root / "protected" / "live"):
        _renew(path)
    for path in root.glob("search.db*"):
        path.unlink()
    with Store.open(root) as store:
        version = store.publish(anew=True)
    write(root, tombstones(root).joined(Tombstones(before=version.number)))
    for path in (root / "snapshots").iterdir():
        if path.name != str(version.number):
            shutil.rmtree(path)
    return held, version


def _renew(path: Path) -> None:
    """Write a store anew, so that nothing of what was deleted stays in its files."""
    fresh, old = path.with_name("fresh"), path.with_name("old")
    shutil.rmtree(fresh, ignore_errors=True)
    target = ox.Store(str(fresh))
    target.bulk_extend(ox.Store.read_only(str(path)))
    target.flush()
    del target
    path.rename(old)
    fresh.rename(path)
    shutil.rmtree(old)


def _rewrite(directory: Path, source_id: str) -> None:
    """Lay a backup anew without a source."""
    with TemporaryDirectory(dir=directory.parent) as desk:
        root, fresh = Path(desk) / "store", Path(desk) / "backup"
        restored(directory, root)
        _taken_out(root, source_id)
        back_up(root, fresh)
        shutil.rmtree(directory)
        fresh.rename(directory)
