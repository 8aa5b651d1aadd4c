"""Texts into a store: read where asked, written by one process, a source at a time."""

import hashlib
import os
import re
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from graph.parcels import Parcel
from graph.remote import Remote, is_remote
from graph.remote_store import RemoteStore
from graph.sources import Outcome
from graph.store import Store
from loaders.check_printing import Lines
from loaders.fingerprint import fingerprint
from loaders.model import Reading, Remark, SourceText
from loaders.readers import HELD, LIMIT, SUFFIXES, File, Refusal, files, origins, text_of
from loaders.triples import string
from vankien.executors import LOCAL, WorkerLost, Workers, workers

# How the line of a register begins that was read from a row of a sheet.
_ROW = re.compile(r"Dòng (?P<row>\d+):")


# What tells of the files beside it (docs/loading.md), and what Windows leaves in a folder.
_KNOWN = HELD | {".json"}
_BESIDE = frozenset({origins.NAME, "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Taken:
    """A file whose text is in the store, and what a reader remarked on it."""

    path: str
    remarks: tuple[Remark, ...] = ()


# Files of so many bytes are read ahead of the writer at most; what is read from one is ten times as
# large.
_AHEAD = 8_000_000
# Bytes of one literal in N-Quads: Oxigraph reads no line of 16 MiB, in files, updates or answers.
_LITERAL = 16_000_000
Told = Callable[[Taken | Refusal], None]
# The id of the source that was read from a file with this sha256, if there is one.
FileKnown = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many texts a load added, put in another's place, knew already, and could not read."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """A file that was read before, as it would be read now: its source."""

    source_id: str


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read now."""

    parcel: Parcel
    remarks: tuple[Remark, ...]


def load(
    paths: Iterable[str],
    store: Path | str,
    jobs: int,
    told: Told,
    limit: int = LIMIT,
    executor: str = LOCAL,
) -> Tally:
    """Read the texts of the paths into a store and publish them as one version.

    No file of more than `limit` bytes is read. `told` hears of each source once it is in the store
    for good, and of each text that could not be read. Raises StoreHeld and ClusterMissing.
    """
    tally: Counter[Outcome] = Counter()
    failed = 0
    waiting: list[Taken] = []
    with _opened(store) as live, workers(executor, jobs) as fleet:
        reader, supply = fingerprint(), _Supply(files(paths, limit))
        known = partial(live.read_from, reader=reader)
        for path, found in results(supply, known, fleet, limit, live.prepare):
            if supply.spent:
                live.hasten()
            if isinstance(found, Read) and found.parcel.source_id in live.purged:
                found = _purged(path)
            if isinstance(found, Refusal):
                failed += 1
                told(found)
                continue
            tally[_put(live, path, found, reader)] += 1
            waiting.append(Taken(path, found.remarks if isinstance(found, Read) else ()))
            if not live.waiting:
                _tell(told, waiting)
        live.publish()
        _tell(told, waiting)
    return Tally(tally[Outcome.ADDED], tally[Outcome.REPLACED], tally[Outcome.UNCHANGED], failed)


@dataclass(slots=True)
class _Supply:
    """The files of a load; `spent` once the last was handed out to be read."""

    files: Iterable[File | Refusal]
    spent: bool = False

    def __iter__(self) -> Iterator[File | Refusal]:
        yield from self.files
        self.spent = True


def _opened(store: Path | str) -> Store | RemoteStore:
    """The writer of a directory, or of a server by its address."""
    return RemoteStore(Remote(str(store))) if is_remote(store) else Store.open(store)


def count(paths: Iterable[str]) -> int | None:
    """How many files lie under the paths; None where that cannot be told beforehand."""
    given = list(paths)
    if "-" in given:
        return None
    folders = (Path(path) for path in given if Path(path).is_dir())
    within = sum(
        each.suffix.lower() in SUFFIXES for folder in folders for each in folder.rglob("*")
    )
    return within + sum(not Path(path).is_dir() for path in given)


def left_aside(paths: Iterable[str]) -> Counter[str]:
    """How many files of each ending lie in the folders of which none is read."""
    folders = (Path(path) for path in paths if Path(path).is_dir())
    found = (each for folder in folders for each in folder.rglob("*") if each.is_file())
    others = (each for each in found if each.suffix.lower() not in _KNOWN)
    others = (each for each in others if each.name not in _BESIDE)
    return Counter(each.suffix.lower() or each.name for each in others if each.name[0] != ".")


def previewed(reading: Reading) -> str:
    """What a load would say of each instrument: where it stands, and under which IRI."""
    lines = Lines(reading.source.text)
    told = [reading.source.path]
    for each in reading.instruments:
        mention = next((c for c in reading.citations if c.instrument == each.iri), None)
        line = _row(reading.source.text, mention.span.start if mention else 0, lines)
        said = (each.kind, each.number, each.date, each.issuer, each.title)
        words = ", ".join(filter(None, said))
        told.append(f"{line:>6}  {words}\n        {each.iri} ({each.resolution})")
    return "\n".join(told)


def _row(text: str, start: int, lines: Lines) -> int:
    """The line of a place in a text; of a row of a register its row in the sheet."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    row = _ROW.match(line)
    return int(row["row"]) if row else lines.at(start)


def results(
    found: Iterable[File | Refusal],
    known: FileKnown,
    fleet: Workers,
    limit: int,
    meanwhile: Callable[[], None] = lambda: None,
) -> Iterator[tuple[str, Known | Read | Refusal]]:
    """Each file by its path, in order: known already, read by one of the workers, or refused.

    Some are read ahead of whom takes them, as many as memory stays flat with; `meanwhile` is done,
    each time, before a result is waited for.
    """
    ahead: deque[tuple[int, str, Callable[[], Known | Read | Refusal]]] = deque()
    size = 0
    for each in found:
        weight = len(each.raw) if isinstance(each, File) else 0
        ahead.append((weight, each.path, _begun(each, known, fleet, limit)))
        size += weight
        while len(ahead) > fleet.ahead or (len(ahead) > 1 and size > _AHEAD):
            weight, path, result = ahead.popleft()
            size -= weight
            meanwhile()
            yield _settled(path, result)
    for _, path, result in ahead:
        meanwhile()
        yield _settled(path, result)


def _begun(
    each: File | Refusal, known: FileKnown, fleet: Workers, limit: int
) -> Callable[[], Known | Read | Refusal]:
    if isinstance(each, Refusal):
        return lambda: each
    # The same bytes may be a text in one list and a page in another: then they are read as each.
    form = f"{each.form}\n".encode() if each.form else b""
    file_hash = hashlib.sha256(form + each.raw).hexdigest()
    if source_id := known(file_hash):
        found = Known(source_id)
        return lambda: found
    return fleet.submit(parcelled, each, file_hash, limit)


def parcelled(file: File, file_hash: str, limit: int) -> Read | Refusal:
    """Read a file, up to what the writer of a store takes in; done by workers."""
    # What reads takes a third of a second to import, which a writer with workers need not pay.
    from loaders.reading import unhurried

    unhurried()
    text = text_of(file, limit)
    if isinstance(text, Refusal):
        return text
    if _is_too_long(text.text):
        return _too_long(file.path)
    return Read(Parcel.of(_quads(text), text.id, file_hash), text.remarks)


def _is_too_long(text: str) -> bool:
    """Whether a text is a longer literal than parsers of RDF take, Oxigraph's among them."""
    # A letter takes six bytes at most, written as an escape.
    return len(text) > _LITERAL // 6 and len(string(text).encode()) > _LITERAL


def _quads(text: SourceText) -> list[str]:
    from loaders.quads import quads
    from loaders.reading import read

    return quads(read(text))


def _settled(
    path: str, result: Callable[[], Known | Read | Refusal]
) -> tuple[str, Known | Read | Refusal]:
    try:
        return path, result()
    except WorkerLost:
        return path, Refusal(
            path,
            "tiến trình đọc tệp này bị dừng đột ngột (thường do thiếu bộ nhớ); hãy nạp riêng tệp",
            "the process that read this file was ended (mostly for want of memory); load it alone",
        )


def _put(live: Store | RemoteStore, path: str, found: Known | Read, reader: str) -> Outcome:
    seen_at = place(path, live.root)
    if isinstance(found, Read):
        return live.take(found.parcel, seen_at, reader)
    live.note(found.source_id, seen_at)
    return Outcome.UNCHANGED


def _tell(told: Told, waiting: list[Taken]) -> None:
    for each in waiting:
        told(each)
    waiting.clear()


def _too_long(path: str) -> Refusal:
    most = _LITERAL // 1_000_000
    return Refusal(
        path,
        f"văn bản dài hơn {most} MB chữ, kho không chứa được; hãy chia thành nhiều tệp"
        " (`vankien extract` vẫn đọc được cả tệp)",
        f"its text is longer than {most} MB, more than a store takes; split it into several files"
        " (`vankien extract` reads it whole)",
    )


def _purged(path: str) -> Refusal:
    return Refusal(
        path,
        "văn bản này đã được xóa hẳn khỏi kho và không được nạp lại",
        "this text was purged from the store and is not taken in again",
    )


def place(path: str, root: Path) -> str:
    """Where a text lies, whatever folder the command was given in: seen from the store.

    So two files of one name never take each other's place, and a folder that holds both its texts
    and its store can be moved.
    """
    if path == "-":
        return path
    resolved = Path(path).resolve()
    try:
        return Path(os.path.relpath(resolved, root.resolve())).as_posix()
    except ValueError:
        # On Windows there is no way from one drive to another.
        return resolved.as_posix()
