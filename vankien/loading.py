"""Texts into a store: read in parallel where asked, written by one process, a source at a time."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from graph.store import Outcome, Store
from loaders.fingerprint import fingerprint
from loaders.model import SourceText
from loaders.quads import quads
from loaders.readers import LIMIT, Refusal, sources
from loaders.reading import read

Told = Callable[[SourceText | Refusal], None]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many texts a load added, put in another's place, knew already, and could not read."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    failed: int = 0


def load(
    paths: Iterable[str], store: Path | str, jobs: int, told: Told, limit: int = LIMIT
) -> Tally:
    """Read the texts of the paths into a store and publish them as one version.

    No file of more than `limit` bytes is read.
    `told` hears of each source that is in the store and of each text that could not be read.
    Raises StoreHeld.
    """
    outcomes: list[Outcome] = []
    refusals: list[Refusal] = []
    with Store.open(store) as live:
        found = (_unless_purged(each, live.purged) for each in sources(paths, limit))
        texts = _texts(found, refusals, told)
        reader = fingerprint()
        for source, lines in _lines(texts, partial(live.known, reader=reader), jobs):
            outcomes.append(live.add(lines, source.id, _place(source.path, live.root), reader))
            told(source)
        if outcomes:
            live.publish()
    return Tally(
        added=outcomes.count(Outcome.ADDED),
        replaced=outcomes.count(Outcome.REPLACED),
        unchanged=outcomes.count(Outcome.UNCHANGED),
        failed=len(refusals),
    )


def _unless_purged(each: SourceText | Refusal, purged: frozenset[str]) -> SourceText | Refusal:
    if isinstance(each, Refusal) or each.id not in purged:
        return each
    return Refusal(
        each.path,
        "văn bản này đã được xóa hẳn khỏi kho và không được nạp lại",
        "this text was purged from the store and is not taken in again",
    )


def _place(path: str, root: Path) -> str:
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


def _texts(
    found: Iterable[SourceText | Refusal], refusals: list[Refusal], told: Told
) -> Iterator[SourceText]:
    for each in found:
        if isinstance(each, Refusal):
            refusals.append(each)
            told(each)
        else:
            yield each


def _lines(
    texts: Iterable[SourceText], known: Callable[[str], bool], jobs: int
) -> Iterator[tuple[SourceText, list[str]]]:
    """Each text with its quads, in order; none for a text that the store holds as read now."""
    if jobs == 1:
        yield from ((text, [] if known(text.id) else _quads(text)) for text in texts)
        return
    # Spawned, which works on every system; a few texts ahead of the writer: memory stays flat.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        ahead: deque[tuple[SourceText, Future[list[str]] | None]] = deque()
        for text in texts:
            ahead.append((text, None if known(text.id) else pool.submit(_quads, text)))
            if len(ahead) > 4 * jobs:
                yield _settled(*ahead.popleft())
        while ahead:
            yield _settled(*ahead.popleft())


def _quads(text: SourceText) -> list[str]:
    return quads(read(text))


def _settled(text: SourceText, lines: Future[list[str]] | None) -> tuple[SourceText, list[str]]:
    return text, lines.result() if lines else []
