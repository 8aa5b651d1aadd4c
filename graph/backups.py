"""Backups: a copy of the current version with a manifest of checksums, and the way back.

DIR/MANIFEST     version, and every file with its size and sha256
DIR/public ...   the files of the version, as they lie in the store's snapshots
DIR/search.db    the search index
ROOT/BACKUPS     where backups of this store were laid, so that a purge can reach them
"""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from graph.refusals import NotTraced
from graph.rewriting import is_own, make_own
from graph.snapshots import Version, make_current, snapshot
from graph.tombstones import NAME as PURGED
from graph.tombstones import tombstones

_MANIFEST = "MANIFEST"
_KNOWN = "BACKUPS"
# What stays where a store was, and stands in no other's way.
_NOTES = (PURGED, _KNOWN)
# What a backup holds besides the files of its version.
_BESIDE = (_MANIFEST, PURGED, "search.db")


class WouldOverwrite(NotTraced):
    """There is something already where a store or a backup is to be laid."""

    def __init__(self, directory: Path) -> None:
        super().__init__(
            f"{directory}: ở đây đã có tệp; hãy nêu một thư mục trống",
            f"{directory}: there is something here already; name an empty folder",
        )
        self.directory = directory


class BackupBroken(NotTraced):
    """A folder that is no backup, or one whose files are not those that were laid down."""

    def __init__(self, directory: Path, what_vi: str, what: str) -> None:
        super().__init__(
            f"{directory}: bản sao lưu không nguyên vẹn: {what_vi}",
            f"{directory}: not a sound backup: {what}",
        )
        self.directory = directory


def back_up(root: Path, directory: Path) -> Version:
    """Lay a copy of the current version into a new folder; writers are not disturbed."""
    _must_be_free(directory)
    current = snapshot(root)
    fresh = directory.with_name(directory.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(current.directory, fresh)
    _copy_index(current.search_path, fresh / "search.db")
    if tombstones(root).sources:
        shutil.copyfile(root / PURGED, fresh / PURGED)
    files = {name: _sealed(fresh / name) for name in sorted(_files(fresh))}
    manifest = {"version": asdict(current.version), "own": is_own(root), "files": files}
    (fresh / _MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    # A backup is there as a whole or not at all.
    if directory.exists():
        directory.rmdir()
    fresh.rename(directory)
    _remember(root, directory)
    return current.version


def restore(directory: Path, root: Path) -> Version:
    """Make a store of a backup, where there is none yet; tombstones and notes may lie there."""
    version = verified(directory)
    _must_be_free(root)
    snapshots = root / "snapshots" / str(version.number)
    shutil.copytree(directory, snapshots, ignore=shutil.ignore_patterns(*_BESIDE))
    if json.loads((directory / _MANIFEST).read_text(encoding="utf-8"))["own"]:
        make_own(root)
    shutil.copytree(directory / "public", root / "live")
    shutil.copytree(directory / "protected", root / "protected" / "live")
    shutil.copyfile(directory / "search.db", root / "search.db")
    make_current(root, version)
    return version


def verified(directory: Path) -> Version:
    """The version of a backup, each of whose files is as it was laid down; else BackupBroken."""
    try:
        manifest = json.loads((directory / _MANIFEST).read_text(encoding="utf-8"))
        version, files = Version(**manifest["version"]), manifest["files"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BackupBroken(
            directory,
            f"không đọc được {_MANIFEST} ({error})",
            f"{_MANIFEST} cannot be read ({error})",
        ) from error
    found = set(_files(directory)) - {_MANIFEST}
    for name in sorted(found ^ set(files)):
        if name in files:
            raise BackupBroken(directory, f"thiếu {name}", f"{name} is missing")
        raise BackupBroken(directory, f"{name} không thuộc bản này", f"{name} is not of it")
    for name, seal in files.items():
        if _sealed(directory / name) != seal:
            raise BackupBroken(directory, f"{name} đã bị thay đổi", f"{name} has changed")
    return version


def backups(root: Path) -> list[Path]:
    """Where backups of a store were laid, whether they are still there or not."""
    try:
        return [Path(each) for each in json.loads((root / _KNOWN).read_text(encoding="utf-8"))]
    except FileNotFoundError:
        return []


def _copy_index(index: Path, copy: Path) -> None:
    """Copy the index as it is at one moment; a writer may be adding the next version."""
    with closing(sqlite3.connect(index)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def _remember(root: Path, directory: Path) -> None:
    known = sorted({*map(str, backups(root)), str(directory.resolve())})
    fresh = root / f"{_KNOWN}.new"
    fresh.write_text(json.dumps(known, indent=1), encoding="utf-8")
    fresh.replace(root / _KNOWN)


def _must_be_free(directory: Path) -> None:
    if directory.exists() and (
        not directory.is_dir() or any(each.name not in _NOTES for each in directory.iterdir())
    ):
        raise WouldOverwrite(directory)


def _files(directory: Path) -> Iterator[str]:
    for path in directory.rglob("*"):
        if path.is_file():
            yield path.relative_to(directory).as_posix()


def _sealed(path: Path) -> dict[str, str | int]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"size": path.stat().st_size, "sha256": digest}
