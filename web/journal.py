"""The access log: one JSON object a line for each request, without who asked or what, by hash."""

import json
import threading
from datetime import UTC, datetime
from pathlib import Path

from web.exchange import Reply

# Lines wait so long before they are written, in seconds.
_PAUSE = 1.0


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
                with self._path.open("a", encoding="utf-8") as file:
                    file.write(text)
