"""Changes by users: SPARQL updates in a process that can be killed, published before they answer.

The process opens the writer of the store for one change and lets go of it, so that loading from
the command line and writing over HTTP take turns.
"""

import json
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from graph.guard import QueryRefused, refusal_of
from graph.opening import StoreHeld
from graph.processes import Gone, Process, TooLate
from graph.snapshots import Version
from graph.store import Store
from graph.update_text import targets, using, without_loading, writable

# A change waits for another, and a large one takes its time.
TIMEOUT = 60.0
_LOGGED_CHARACTERS = 2_000


class UpdateForbidden(Exception):
    """An update that would write what is not the users' to write."""

    def __init__(self, graph: str) -> None:
        super().__init__(f"users do not write {graph}: only /graph/review and graphs of their own")
        self.message_vi = f"không được ghi {graph}: chỉ /graph/review và đồ thị riêng của bạn"
        self.message_en = str(self)


class UpdateFailed(Exception):
    """An update that could not be carried out; nothing of it remains."""


class UpdateDelayed(Exception):
    """Another process holds the store, or the change did not end in time; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """An update that may run, what it writes, and who asked for it."""

    update: str
    writes: frozenset[str]
    who: str
    described: str


def change_of(
    update: str, who: str, default: Sequence[str] = (), named: Sequence[str] = ()
) -> Change:
    """The change that a SPARQL update asks for; QueryRefused for what may not run."""
    try:
        whole = without_loading(using(update, default, named))
    except ValueError as error:
        raise QueryRefused(f"IRI không hợp lệ: {error}", f"not an IRI: {error}") from error
    return Change(whole, targets(whole), who, update[:_LOGGED_CHARACTERS])


class Updates:
    """The one place through which users change a store directory."""

    def __init__(self, store_directory: Path | str, timeout: float = TIMEOUT) -> None:
        self.directory = Path(store_directory)
        self.timeout = timeout
        self._turn = threading.Lock()
        self._process: Process | None = None

    def apply(self, change: Change) -> Version:
        """Carry out a change as a whole; answers when its version is published.

        Raises QueryRefused, UpdateForbidden, UpdateDelayed or UpdateFailed: then nothing changed.
        """
        if not self._turn.acquire(timeout=self.timeout):
            raise UpdateDelayed("other changes are under way; try again later")
        try:
            verdict, said = self._ask(change)
        finally:
            self._turn.release()
        if verdict == "done":
            return Version(**json.loads(said))
        if verdict == "syntax":
            raise refusal_of(SyntaxError(said), change.update)
        if verdict == "unanswerable":
            raise QueryRefused(f"không thực hiện được: {said}", f"cannot be carried out: {said}")
        if verdict == "forbidden":
            raise UpdateForbidden(said)
        raise UpdateDelayed(said) if verdict == "held" else UpdateFailed(said)

    def _ask(self, change: Change) -> tuple[str, str]:
        process, self._process = self._process or Process(_serve), None
        try:
            reply = process.ask((str(self.directory), change), self.timeout)
            self._process = process
            verdict, _, said = reply.decode().partition("\n")
        except TooLate:
            raise UpdateDelayed(f"the update was stopped after {self.timeout:g} seconds") from None
        except Gone as death:
            raise UpdateFailed("the update ended its process; simplify it") from death
        finally:
            if self._process is None:
                process.kill()
        return verdict, said

    def close(self) -> None:
        """End the process."""
        if self._process:
            self._process.kill()
            self._process = None


def _serve(pipe: Connection) -> None:
    """Carry out changes until the server is gone."""
    while True:
        try:
            directory, change = pipe.recv()
        except (EOFError, OSError):
            return
        verdict, said = _carried_out(Path(directory), change)
        pipe.send_bytes(f"{verdict}\n{said}".encode())


def _carried_out(directory: Path, change: Change) -> tuple[str, str]:
    try:
        with Store.open(directory) as store:
            if not store.is_open_to_all:
                for graph in sorted(change.writes):
                    if not writable(graph):
                        return "forbidden", graph
            store.rewrite(change.update, change.writes)
            version = store.publish()
    except StoreHeld as held:
        return "held", str(held)
    except SyntaxError as error:
        return "syntax", str(error)
    except RuntimeError as error:
        return "unanswerable", str(error)
    except (OSError, ValueError) as error:
        return "failed", str(error)
    _log(directory, change, version)
    return "done", json.dumps(asdict(version))


def _log(directory: Path, change: Change, version: Version) -> None:
    """Who changed what, one JSON object a line, beside the store."""
    line = {
        "when": datetime.now(UTC).isoformat(timespec="seconds"),
        "who": change.who,
        "version": version.number,
        "writes": sorted(change.writes),
        "update": change.described,
    }
    with (directory / "updates.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
