"""A list of addresses into a folder that `vankien load` knows: politely, and whole or not at all.

What was fetched is noted line by line in the folder's journal, so that a run that was stopped goes
on where it was, and a later run asks only for what has changed since.
"""

import csv
import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from loaders.readers import Refusal
from loaders.readers.feeds import Item, is_feed, items
from loaders.readers.mirrors import kept_as
from loaders.readers.origins import NAME, UNTOLD, Origin
from loaders.readers.refusals import Unreadable
from vankien.polite import Answer, Guest

# Without an ending, so that it is no list to be loaded.
JOURNAL = ".vankien-fetch"
_PART = ".vankien-part"
_DONE = "done"
_COLUMNS = ("file", "title", "origin", "terms", "published", "author")


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that is kept for an address, and how its server tells it from a newer one."""

    address: str
    file: str
    size: int
    etag: str | None = None
    modified: str | None = None
    title: str | None = None
    published: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many addresses were fetched, had not changed, were there from this run, and failed."""

    fetched: int = 0
    unchanged: int = 0
    there: int = 0
    failed: int = 0


@dataclass(slots=True)
class Journal:
    """What the folder keeps: of earlier runs, and of a run that was not finished (`fresh`)."""

    folder: Path
    kept: dict[str, Kept] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)
    owners: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> "Journal":
        """What was noted; a last line that a stop has torn is no note."""
        journal = cls(folder)
        path = folder / JOURNAL
        if path.exists():
            with path.open(encoding="utf-8", errors="replace") as file:
                for line in file:
                    journal._hear(line)
        return journal

    def _hear(self, line: str) -> None:
        try:
            note = json.loads(line)
            if note == _DONE:
                self.fresh.clear()
            elif self._is_whole(kept := Kept(**note)):
                self._hold(kept)
        except (OSError, ValueError, TypeError):
            return

    def _is_whole(self, kept: Kept) -> bool:
        path = self.folder / kept.file
        inside = path.resolve().is_relative_to(self.folder.resolve())
        return inside and path.is_file() and path.stat().st_size == kept.size

    def _hold(self, kept: Kept) -> None:
        self.kept[kept.address] = kept
        self.owners[kept.file.casefold()] = kept.address
        self.fresh.add(kept.address)

    def note(self, kept: Kept) -> None:
        """Note a file that is in the folder as a whole."""
        self._hold(kept)
        self._write(asdict(kept))

    def finish(self) -> None:
        """Note that the run is over: the next one asks what has changed.

        Notes that later ones have overtaken are left out: the journal does not grow by runs.
        """
        self.fresh.clear()
        part = self.folder / _PART
        with part.open("w", encoding="utf-8") as file:
            for note in (*map(asdict, self.kept.values()), _DONE):
                file.write(json.dumps(note, ensure_ascii=False) + "\n")
        part.replace(self.folder / JOURNAL)

    def _write(self, note: object) -> None:
        with (self.folder / JOURNAL).open("a", encoding="utf-8") as file:
            file.write("\n" + json.dumps(note, ensure_ascii=False))


def fetch(listed: str, folder: Path, guest: Guest, told: Callable[[str | Refusal], None]) -> Tally:
    """Fetch the addresses of a list into a folder; `told` hears of each address.

    The list is a file of addresses, one a line, or a sitemap or a feed, or the address of one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    run = _Run(Journal.of(folder), guest)
    tally = {"fetched": 0, "unchanged": 0, "there": 0, "failed": 0}
    try:
        for address, outcome in run.outcomes(listed):
            if isinstance(outcome, Unreadable):
                tally["failed"] += 1
                told(outcome.refusal(address))
            else:
                tally[outcome] += 1
                told(address)
    finally:
        _tell(run.journal)
    run.journal.finish()
    return Tally(**tally)


@dataclass(slots=True)
class _Run:
    journal: Journal
    guest: Guest

    def outcomes(self, listed: str) -> Iterator[tuple[str, str | Unreadable]]:
        """Each address with what became of it, in the order of the list."""
        if listed.startswith(("http://", "https://")):
            yield from self._listed(Item(listed, UNTOLD, lists_more=True))
            return
        try:
            for item in _items(Path(listed)):
                if item.lists_more:
                    yield from self._listed(item)
                else:
                    yield item.address, self._outcome(item)
        except Unreadable as reason:
            yield listed, reason

    def _listed(self, item: Item) -> Iterator[tuple[str, str | Unreadable]]:
        """The addresses of a sitemap or feed that is itself fetched; none leads to another."""
        outcome = self._outcome(item)
        yield item.address, outcome
        if isinstance(outcome, Unreadable):
            return
        path = self.journal.folder / self.journal.kept[item.address].file
        if not is_feed(path):
            return
        try:
            for each in items(path):
                if not each.lists_more:
                    yield each.address, self._outcome(each)
        except Unreadable as reason:
            yield item.address, reason

    def _outcome(self, item: Item) -> str | Unreadable:
        try:
            return self._fetched(item)
        except Unreadable as reason:
            return reason
        except OSError as error:
            return Unreadable(
                f"không ghi được tệp: {error.strerror}", f"cannot write the file: {error.strerror}"
            )

    def _fetched(self, item: Item) -> str:
        before = self.journal.kept.get(item.address)
        if before and item.address in self.journal.fresh:
            return "there"
        kept_as(item.address, "")
        asked = {}
        if before and before.etag:
            asked["If-None-Match"] = before.etag
        if before and before.modified:
            asked["If-Modified-Since"] = before.modified
        answer = self.guest.get(item.address, asked)
        if answer.status == 304 and before:
            self.journal.note(before)
            return "unchanged"
        if answer.status != 200:
            raise _refused(answer)
        kept = self._kept(item, answer)
        self.journal.note(kept)
        if before and before.file != kept.file:
            (self.journal.folder / before.file).unlink(missing_ok=True)
        return "fetched"

    def _kept(self, item: Item, answer: Answer) -> Kept:
        """Write an answer under a name that is its own: first another name, then at once."""
        name = kept_as(item.address, answer.headers.get("content-type", ""))
        if self.journal.owners.get(name.casefold(), item.address) != item.address:
            name = kept_as(item.address, answer.headers.get("content-type", ""), is_taken=True)
        path = self.journal.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.parent.resolve().is_relative_to(self.journal.folder.resolve()):
            raise _OUTSIDE
        part = path.with_name(_PART)
        with part.open("wb") as file:
            file.write(answer.body)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        told = item.origin
        return Kept(
            item.address,
            name,
            len(answer.body),
            answer.headers.get("etag"),
            answer.headers.get("last-modified"),
            told.title,
            told.published,
            told.author,
        )


def _items(path: Path) -> Iterator[Item]:
    """The addresses of a list, each once."""
    found = items(path) if is_feed(path) else _lines(path)
    seen: set[str] = set()
    for item in found:
        if item.address not in seen:
            seen.add(item.address)
            yield item


def _lines(path: Path) -> Iterator[Item]:
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        for line in file:
            address = line.strip()
            if address and not address.startswith("#"):
                yield Item(address, Origin(url=address))


def _refused(answer: Answer) -> Unreadable:
    later = re.sub(r"[^\w :,]", "", answer.headers.get("retry-after", ""))[:40]
    when, when_vi = (f"; it asks to wait {later}", f"; xin chờ {later}") if later else ("", "")
    return Unreadable(
        f"máy chủ trả lời HTTP {answer.status}{when_vi}",
        f"the server answered HTTP {answer.status}{when}",
    )


_OUTSIDE = Unreadable(
    "chỗ ghi nằm ngoài thư mục (qua liên kết): không ghi",
    "its place lies outside of the folder, through a link: not written",
)


def _tell(journal: Journal) -> None:
    """Write SOURCES.tsv: whence each file comes; terms and titles that people wrote there stay."""
    table = journal.folder / NAME
    rows: dict[str, dict[str, str]] = {}
    if table.exists():
        with table.open(encoding="utf-8-sig", newline="") as file:
            rows = {row.get("file") or "": row for row in csv.DictReader(file, delimiter="\t")}
    for kept in journal.kept.values():
        row = rows.setdefault(kept.file, {"file": kept.file})
        row["origin"] = kept.address
        for column in ("title", "published", "author"):
            row[column] = row.get(column) or getattr(kept, column) or ""
    part = table.with_name(_PART)
    with part.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, _COLUMNS, "", "ignore", delimiter="\t", lineterminator="\n")
        out.writeheader()
        out.writerows(rows[name] for name in sorted(rows))
    part.replace(table)
