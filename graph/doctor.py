"""A store looked over and mended: what is whole is kept, what is not is named with its cure.

Every graph has a content sum in the meta graph, so damage to a graph shows; the default graph and
the search index follow from the graphs, so they can always be made anew.
"""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from graph.facts import default_triples, graph_lines, orphaned, rejections
from graph.lines import content_sum, payload
from graph.opening import StoreHeld
from graph.rewriting import is_own
from graph.snapshots import NoStore, Snapshot, Version, snapshot
from graph.store import Store
from ontology import iris

_META = ox.NamedNode(iris.GRAPH_META)
_SUM = ox.NamedNode(iris.ONTOLOGY + "contentSum")
_PATH = ox.NamedNode(iris.ONTOLOGY + "path")
_SOURCES = iris.BASE + "graph/src/"
# So many bytes are written at a time.
_BATCH = 32_000_000


@dataclass(frozen=True, slots=True)
class Ailment:
    """Something that is wrong with a store: which part, what, and what to do beyond mending.

    `lost` says that a source must be loaded again.
    """

    part: str
    what: str
    what_vi: str
    lost: bool = False


def examine(root: Path) -> list[Ailment]:
    """All that is wrong with a store; raises NoStore and StoreHeld."""
    if not (root / "live").is_dir():
        raise NoStore(root)
    live = _live(root)
    if live is None:
        return [
            Ailment(
                "live",
                "the store cannot be opened; mending takes up the current version",
                "không mở được kho; sửa chữa sẽ lấy lại phiên bản hiện hành",
            )
        ]
    found = [] if is_own(root) else [*_damaged(live), *_default(live)]
    return [*found, *_version(root)]


def mend(root: Path) -> Version:
    """Make a store anew of all its sound graphs, and publish it; raises NoStore and StoreHeld.

    A live store that cannot be opened is replaced by the current version first.
    """
    if _live(root) is None:
        for name, place in (("public", root), ("protected", root / "protected")):
            _laid(snapshot(root).directory / name, place)
    if not is_own(root):
        _made_anew(root)
    for path in root.glob("search.db*"):
        path.unlink()
    with Store.open(root) as store:
        return store.publish(anew=True)


def _live(root: Path) -> ox.Store | None:
    """The live store, or None where it cannot be opened."""
    try:
        return ox.Store(str(root / "live"))
    except OSError as error:
        if "lock" in str(error).lower():
            raise StoreHeld(root) from error
        return None
    except RuntimeError:
        return None


def _damaged(live: ox.Store) -> Iterator[Ailment]:
    """The graphs that are not what was written."""
    sums = _sums(live)
    for graph, total in sorted(sums.items()):
        if _sound(live, graph, total) is None:
            paths = ", ".join(_paths(live, graph)) or "–"
            yield Ailment(
                graph,
                f"its statements are not those that were written; load it again: {paths}",
                f"các khẳng định không còn như lúc ghi; hãy nạp lại: {paths}",
                lost=True,
            )
    for name in live.named_graphs():
        written = str(name.value).startswith(_SOURCES) and name.value not in sums
        if written and next(live.quads_for_pattern(None, None, None, name), None):
            yield Ailment(
                str(name.value),
                "a source that was not written to its end; load it again",
                "nguồn chưa được ghi trọn vẹn; hãy nạp lại",
                lost=True,
            )


def _default(live: ox.Store) -> Iterator[Ailment]:
    """What the default graph lacks, or holds though no graph says it."""
    rejected = rejections(live)
    missing = 0
    for graph, total in _sums(live).items():
        due = _triples(default_triples(_sound(live, graph, total) or (), rejected))
        missing += sum(quad not in live for quad in ox.parse(due, format=ox.RdfFormat.N_QUADS))
    held = live.quads_for_pattern(None, None, None, ox.DefaultGraph())
    surplus = len(orphaned(live, frozenset(), (str(quad.triple) for quad in held), rejected))
    if missing or surplus:
        yield Ailment(
            "default graph",
            f"{missing} statements are missing, {surplus} are in no graph",
            f"thiếu {missing} khẳng định, thừa {surplus}",
        )


def _sums(live: ox.Store) -> dict[str, int]:
    """What each graph should sum up to."""
    return {
        str(getattr(quad.subject, "value", "")): int(getattr(quad.object, "value", "0"), 16)
        for quad in live.quads_for_pattern(None, _SUM, None, _META)
    }


def _sound(live: ox.Store, graph: str, total: int) -> list[str] | None:
    """The lines of a graph, or None where they are not what was written or cannot be read."""
    try:
        lines = graph_lines(live, graph)
    except (OSError, RuntimeError):
        return None
    return lines if content_sum(lines) == total else None


def _paths(live: ox.Store, graph: str) -> list[str]:
    """Where the source of a graph was found."""
    source = iris.source_of(graph)
    if source is None:
        return []
    found = live.quads_for_pattern(ox.NamedNode(source), _PATH, None, _META)
    return sorted(str(getattr(quad.object, "value", "")) for quad in found)


def _triples(triples: Iterable[str]) -> bytes:
    return payload(f"{triple} ." for triple in triples)


def _version(root: Path) -> Iterator[Ailment]:
    """What is wrong with the current version and its index."""
    try:
        current = snapshot(root)
        len(current.store)
    except (NoStore, OSError, RuntimeError):
        yield Ailment(
            "snapshots", "the current version cannot be read", "không đọc được phiên bản hiện hành"
        )
        return
    if not _indexed(current):
        yield Ailment(
            "search.db",
            "the search index is damaged or behind the current version",
            "chỉ mục tìm kiếm hỏng hoặc không theo kịp phiên bản hiện hành",
        )


def _indexed(current: Snapshot) -> bool:
    """Whether the index is sound and was brought to this version."""
    try:
        address = f"{current.search_path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as index:
            sound = index.execute("PRAGMA quick_check").fetchone()[0] == "ok"
            return sound and index.execute("SELECT hash FROM state").fetchall() == [
                (current.version.hash,)
            ]
    except sqlite3.Error:
        return False


def _made_anew(root: Path) -> None:
    """Write the live store anew of its sound graphs, with what they give to the default graph."""
    live = ox.Store(str(root / "live"))
    fresh = root / "fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    target = ox.Store(str(fresh))
    rejected = rejections(live)
    lost: set[str] = set()
    batch = bytearray()
    for graph, total in _sums(live).items():
        lines = _sound(live, graph, total)
        if lines is None:
            lost.update(filter(None, (graph, iris.source_of(graph))))
            continue
        batch += payload(lines) + _triples(default_triples(lines, rejected))
        if len(batch) > _BATCH:
            target.bulk_load(bytes(batch), format=ox.RdfFormat.N_QUADS)
            batch.clear()
    target.bulk_load(bytes(batch), format=ox.RdfFormat.N_QUADS)
    known = (f"{quad} ." for quad in live.quads_for_pattern(None, None, None, _META))
    kept = (line for line in known if line[1:].split(">", 1)[0] not in lost)
    target.load(payload(kept), format=ox.RdfFormat.N_QUADS)
    target.flush()
    del target, live
    (root / "live").rename(root / "old")
    fresh.rename(root / "live")
    shutil.rmtree(root / "old")


def _laid(copy: Path, place: Path) -> None:
    """Put a copy of a store where the live one cannot be opened."""
    fresh = place / "fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(copy, fresh)
    (place / "live").rename(place / "old")
    fresh.rename(place / "live")
    shutil.rmtree(place / "old")
