"""The access log: one JSON object a line for each request, without who asked or what, by hash.

A file that is full is set aside under the time, `access.log.20261127T081500.123456-4711`, and so
many of those are kept. Several server processes write to one file, which they open for each write:
so none holds on to one that another set aside, and logrotate may do the same in our stead.
"""

import json
import os
import threading
from contextlib import suppress
from datetime import UTC, datetime
from glob import escape
from pathlib import Path

from web.exchange import Reply

# Lines wait so long before they are written, in seconds.
_PAUSE = 1.0
# A file is full at so many bytes; of those that were, so many are kept.
FULL, KEPT = 50_000_000, 9


class Journal:
    """A file that requests are noted in; `-` is standard output."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)
        self._lines: list[str] = []
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None

    def note(self, method: str, path: str, reply: Reply, seconds: float) -> None:
        """One more request was answered."""
        line = {
            "when": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "method": method,
            "path": path,
            "status": reply.status,
            "bytes": len(reply.body),
            "milliseconds": round(seconds * 1000, 3),
        }
        if reply.query:
            line |= {"query": reply.query, "version": reply.version, "rows": reply.rows}
        with self._lock:
            self._lines.append(json.dumps(line, ensure_ascii=False))
            if self._timer is None:
                self._timer = threading.Timer(_PAUSE, self.write)
                self._timer.daemon = True
                self._timer.start()

    def write(self) -> None:
        """Write what waits."""
        with self._lock:
            lines, self._lines, self._timer = self._lines, [], None
            text = "".join(f"{line}\n" for line in lines)
            if str(self._path) == "-":
                print(text, end="", flush=True)
            else:
                self._set_aside()
                with self._path.open("a", encoding="utf-8") as file:
                    file.write(text)

    def _set_aside(self) -> None:
        """Begin a new file where this one is full."""
        if not self._path.exists() or self._path.stat().st_size < FULL:
            return
        when = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%f")
        # Another process may be first, or be writing, which Windows minds: then the next time.
        with suppress(OSError):
            self._path.rename(f"{self._path}.{when}-{os.getpid()}")
            aside = sorted(self._path.parent.glob(f"{escape(self._path.name)}.*-*"))
            for old in aside[:-KEPT]:
                old.unlink()
