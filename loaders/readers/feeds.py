"""Sitemaps, RSS and Atom: the addresses that they list, with title and time where they say so.

Read piece by piece; a document type that declares entities is refused, and nothing is fetched.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from loaders.readers.lists import Entry, Listed
from loaders.readers.mirrors import mirrored
from loaders.readers.origins import Origin, told
from loaders.readers.refusals import Unreadable, broken

SUFFIXES = frozenset((".xml", ".rss", ".atom"))
_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?[^>]*>|<!--.{0,2000}?-->"
    rb"|<!DOCTYPE[^>\[]*(?:\[.{0,2000}?\]\s*)?>)*"
    rb"<(?:[\w-]+:)?(urlset|sitemapindex|rss|feed|RDF)\b",
    re.S,
)
_PIECE = 1 << 16
# Longer words are no title and no address.
_LONGEST = 10_000
_ENTRIES = ("url", "sitemap", "item", "entry")
_DC, _NEWS = "http://purl.org/dc/elements/1.1/", "http://www.google.com/schemas/sitemap-news/0.9"
# What an element inside an entry tells, where it is of the entry's own namespace.
_OWN = {
    "loc": "url",
    "link": "url",
    "title": "title",
    "pubDate": "published",
    "published": "published",
    "author": "author",
    "name": "author",
}
_LENT = {
    (_DC, "date"): "published",
    (_DC, "creator"): "author",
    (_NEWS, "title"): "title",
    (_NEWS, "publication_date"): "published",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One address of a list; `lists_more` where it is itself a sitemap."""

    address: str
    origin: Origin
    lists_more: bool = False


def is_feed(path: Path) -> bool:
    """Whether a file begins as a sitemap or a feed does."""
    try:
        with path.open("rb") as file:
            return looks_like(file.read(4096))
    except OSError:
        return False


def looks_like(raw: bytes) -> bool:
    """Whether bytes begin as a sitemap or a feed does."""
    return bool(_ROOT.match(raw))


def entries(path: Path, given: str, root: Path, may_list_more: bool = True) -> Iterator[Entry]:
    """The mirrored file below `root` of each address that a sitemap or a feed lists."""
    try:
        for number, item in enumerate(items(path), start=1):
            place = f"{given}/{number}"
            found = mirrored(item.address, path.parent, root)
            if found is None:
                yield _not_mirrored(item.address).refusal(place)
            elif not item.lists_more:
                yield Listed(found, item.origin)
            elif may_list_more and is_feed(found):
                yield from entries(found, str(found), root, may_list_more=False)
            else:
                yield _NO_MAP.refusal(place)
    except Unreadable as reason:
        yield reason.refusal(given)


def items(path: Path) -> Iterator[Item]:
    """Every address that a sitemap or a feed lists, in order; raises Unreadable."""
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.hear
    parser.EntityDeclHandler = _refuse_entity
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                parser.Parse(piece, False)
                yield from reading.taken()
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        yield from reading.taken()
        raise broken("XML", str(error)) from None


@dataclass(slots=True)
class _Reading:
    """Where in the tree the parser stands, and what the entry that it is in has told so far."""

    stack: list[str] = field(default_factory=list)
    entry: int = 0
    said: dict[str, str] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    found: list[Item] = field(default_factory=list)

    def taken(self) -> list[Item]:
        found, self.found = self.found, []
        return found

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.stack.append(name)
        self.words.clear()
        if not self.entry and _local(name) in _ENTRIES:
            self.entry = len(self.stack)
        elif (
            self._meaning(name) == "url"
            and attributes.get("href")
            and attributes.get("rel", "alternate") == "alternate"
        ):
            self.said.setdefault("url", attributes["href"])

    def hear(self, words: str) -> None:
        if self.entry and sum(map(len, self.words)) < _LONGEST:
            self.words.append(words)

    def end(self, name: str) -> None:
        words = " ".join("".join(self.words).split())
        if (meaning := self._meaning(name)) and words:
            self.said.setdefault(meaning, words)
        self.words.clear()
        if self.entry == len(self.stack):
            item = told(self.said)
            self.found.append(Item(self.said.get("url", ""), item, _local(name) == "sitemap"))
            self.entry, self.said = 0, {}
        self.stack.pop()

    def _meaning(self, name: str) -> str | None:
        """What the element that is open tells of the entry; an image's title tells nothing."""
        depth = len(self.stack) - self.entry
        if not self.entry or not 1 <= depth <= 2:
            return None
        space, _, local = name.rpartition(" ")
        if (space, local) in _LENT:
            return _LENT[space, local]
        own = space == self.stack[self.entry - 1].rpartition(" ")[0]
        person = _local(self.stack[-2]) == "author"
        return _OWN.get(local) if own and (depth == 2) == (local == "name" and person) else None


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _refuse_entity(*_: object) -> None:
    raise Unreadable(
        "tệp XML khai báo thực thể (entity): không đọc vì không an toàn",
        "the XML declares entities: not read, for safety",
    )


_NO_MAP = Unreadable(
    "địa chỉ này phải là một sơ đồ trang (sitemap) nhưng tệp đã lưu thì không",
    "this address should be a sitemap, and the mirrored file is none",
)


def _not_mirrored(address: str) -> Unreadable:
    name = address[:200] or "(–)"
    return Unreadable(
        f"chưa có tệp nào lưu cho địa chỉ {name}; hãy tải bằng `vankien fetch`",
        f"no file is kept here for the address {name}; fetch it with `vankien fetch`",
    )
