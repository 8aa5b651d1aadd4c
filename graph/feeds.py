"""An Atom feed of what changes around a thing from version to version (RFC 4287)."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

from graph.differences import GAINED, changes
from graph.hops import Thing
from graph.snapshots import NoStore, Snapshot, snapshot
from graph.telling import told

_ATOM = "http://www.w3.org/2005/Atom"
# Vietnamese, English.
_TITLE = ("Thay đổi quanh {name}", "Changes around {name}")
_SORTS = {GAINED: ("thêm", "gained"), "lost": ("mất", "lost")}


def feed(current: Snapshot, thing: Thing, address: str, language: str = "vi") -> bytes:
    """The feed of one thing: an entry for each link gained or lost between kept versions.

    `address` is the feed's own; its id is the thing's IRI, so that it stays one feed for ever.
    """
    tongue = ("vi", "en").index(language)
    ET.register_namespace("", _ATOM)
    root = ET.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": language})
    name = (thing.label, thing.label_en)[tongue]
    _add(root, "id", thing.iri)
    _add(root, "title", _TITLE[tongue].format(name=name))
    _add(root, "updated", current.version.published)
    ET.SubElement(root, f"{{{_ATOM}}}link", {"rel": "self", "href": address})
    author = ET.SubElement(root, f"{{{_ATOM}}}author")
    _add(author, "name", "vankien")
    for old, new in _pairs(current):
        _entries(root, old, new, thing, tongue)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _entries(root: ET.Element, old: Snapshot, new: Snapshot, thing: Thing, tongue: int) -> None:
    for number, change in enumerate(changes(old, new, thing.iri), 1):
        entry = ET.SubElement(root, f"{{{_ATOM}}}entry")
        said = told(change.hop, ("vi", "en")[tongue])
        _add(entry, "id", f"{thing.iri}#{new.version.hash}-{number}")
        _add(entry, "title", f"{_SORTS[change.sort][tongue]}: {said.partition(': “')[0]}")
        _add(entry, "updated", new.version.published)
        _add(entry, "summary", said)
        ET.SubElement(entry, f"{{{_ATOM}}}link", {"rel": "related", "href": thing.iri})


def _pairs(current: Snapshot) -> Iterator[tuple[Snapshot, Snapshot]]:
    """Each version that is kept with the one before it, the newest first."""
    root = current.directory.parent.parent
    numbers = sorted(int(p.name) for p in current.directory.parent.iterdir() if p.name.isdecimal())
    kept = [_kept(root, n) for n in numbers if n <= current.version.number]
    yield from reversed(list(pairwise(each for each in kept if each)))


def _kept(root: Path, number: int) -> Snapshot | None:
    """A version that is kept; one that is only half there is not."""
    try:
        return snapshot(root, number)
    except NoStore:
        return None


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = text
