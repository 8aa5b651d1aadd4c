"""The public dump of a version: made when it is first asked for, and kept beside the version."""

import gzip
import hashlib
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from graph.export import export
from graph.notice import BOTH
from graph.snapshots import Snapshot

# Whoever asks while a dump is made waits for that one.
_MAKING = threading.Lock()
_MASKED = (
    "Thông tin được bảo vệ đã che; điều không có ở đây là chưa thấy trong nguồn đã nạp."
    " What is protected is masked; what is missing here was not found in the sources loaded."
)


@dataclass(frozen=True, slots=True)
class Dump:
    """A file that holds a version, as sorted N-Quads packed by gzip, and its checksum."""

    path: Path
    sha256: str

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self.path.stat().st_size


def made(snapshot: Snapshot) -> Dump | None:
    """The dump of a version if there is one."""
    path = snapshot.directory / "dump.nq.gz"
    known = path.with_suffix(".sha256")
    return Dump(path, known.read_text(encoding="ascii")) if known.exists() else None


def dump(snapshot: Snapshot) -> Dump:
    """The dump of a version; the same version gives the same bytes, so the checksum holds."""
    with _MAKING:
        return made(snapshot) or _make(snapshot)


def _make(snapshot: Snapshot) -> Dump:
    path = snapshot.directory / "dump.nq.gz"
    fresh = path.with_suffix(".new")
    with fresh.open("wb") as file, gzip.GzipFile("", "wb", 6, file, mtime=0) as packed:
        packed.write(f"# {BOTH} {_MASKED}\n".encode())
        export(snapshot, "nq", None, cast(IO[bytes], packed))
    with fresh.open("rb") as written:
        checksum = hashlib.file_digest(written, "sha256").hexdigest()
    fresh.replace(path)
    path.with_suffix(".sha256").write_text(checksum, encoding="ascii")
    return Dump(path, checksum)
