"""Web pages: the main content, and what the page says of itself.

Resiliparse finds the content; of the libraries tried it alone keeps every paragraph of vbpl and
Pháp điển pages. Where it finds too little, the whole page is the text: its furniture is marked
later, line by line.
"""

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from loaders.model import SourceText
from loaders.readers.encodings import decoded
from loaders.readers.refusals import Unreadable
from loaders.readers.text import composed

# <meta charset="utf-8">   content="text/html; charset=windows-1258"
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,40})", re.I)
_LOOKS_LIKE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.I,
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?")
# Elements that hold others until they are closed; finding the content takes time with the square of
# how deep they stand. Browsers stop at 512.
_HOLDS = re.compile(
    r"<(/?)(?!(?:p|li|br|img|input|meta|link|hr|t[drh]|d[td]|option|tbody|thead|tfoot|col|wbr|source"
    r"|area|base|param|embed|track)\b)[a-z][\w-]*(?:\s[^<>]*)?(?<!/)>",
    re.I,
)
_DEEPEST = 2000
# Where more of the running text than this is lost, what was taken for content is not it.
_LEAST = 0.8


def looks_like(raw: bytes) -> bool:
    """Whether the bytes begin as a page does."""
    return bool(_LOOKS_LIKE.match(raw))


def read(raw: bytes, path: str) -> SourceText:
    """The page's main content, with its title, time, author and canonical address."""
    from resiliparse.parse.html import HTMLTree

    written, remark = _written(raw)
    if _is_too_deep(written):
        raise Unreadable(
            f"trang lồng hơn {_DEEPEST} thẻ vào nhau: không đọc",
            f"the page nests more than {_DEEPEST} elements: not read",
        )
    tree = HTMLTree.parse(written)
    about = _About.of(tree)
    text, _, remarks = composed(_content(tree).split("\n"))
    return SourceText(
        text,
        path,
        title=_title(about, text),
        published=about.published,
        author=about.author,
        url=about.url,
        remarks=(remark,) if remark else remarks,
    )


def _written(raw: bytes) -> tuple[str, Any]:
    declared = _CHARSET.search(raw, 0, 4096)
    try:
        encoding = codecs.lookup(declared[1].decode()).name if declared else "utf-8"
    except LookupError:
        encoding = "utf-8"
    # Pages that say windows-1252 or iso-8859-1 are in an old font, in UTF-8 or in what they say.
    if encoding in ("utf-8", "cp1252", "iso8859-1", "ascii"):
        return decoded(raw)
    try:
        return raw.decode(encoding), None
    except UnicodeDecodeError:
        return decoded(raw)


def _is_too_deep(written: str) -> bool:
    depth = 0
    for tag in _HOLDS.finditer(written):
        depth = max(0, depth + (-1 if tag[1] else 1))
        if depth > _DEEPEST:
            return True
    return False


def _content(tree: Any) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    whole = str(extract_plain_text(tree, main_content=False, alt_texts=False))
    main = str(extract_plain_text(tree, main_content=True, alt_texts=False))
    running = _running_text(whole)
    return main if running and _running_text(main) >= _LEAST * running else whole


def _running_text(content: str) -> int:
    """How many letters stand in lines as long as a sentence."""
    return sum(len(line) for line in content.split("\n") if len(line) > 100)


@dataclass(frozen=True, slots=True)
class _About:
    """What the head of a page says of it."""

    titles: tuple[str, ...]
    published: str | None
    author: str | None
    url: str | None

    @classmethod
    def of(cls, tree: Any) -> "_About":
        meta = _meta(tree)
        article = _article(tree)
        author = article.get("author")
        if isinstance(author, list):
            author = author[0] if author else None
        named = author.get("name") if isinstance(author, dict) else author
        canonical = tree.head.query_selector('link[rel="canonical"]') if tree.head else None
        return cls(
            titles=tuple(_titles(tree, meta, article)),
            published=_day(
                meta.get("article:published_time"),
                article.get("datePublished"),
                meta.get("datepublished"),
                meta.get("pubdate"),
                meta.get("dc.date.issued"),
                meta.get("dc.date"),
            ),
            author=_first(named, meta.get("author"), meta.get("dc.creator")),
            url=_address(
                canonical.getattr("href") if canonical else None,
                meta.get("og:url"),
                article.get("url"),
            ),
        )


def _meta(tree: Any) -> dict[str, str]:
    """The page's <meta> by name, property or itemprop; the first of each counts."""
    found: dict[str, str] = {}
    for element in tree.document.query_selector_all("meta[content]"):
        for attribute in ("name", "property", "itemprop"):
            if name := element.getattr(attribute):
                found.setdefault(name.lower(), element.getattr("content") or "")
    return found


def _article(tree: Any) -> dict[str, Any]:
    """The object of the page's own JSON-LD that has a time or a headline."""
    for script in tree.document.query_selector_all('script[type="application/ld+json"]'):
        try:
            said = json.loads(script.text)
        except (ValueError, RecursionError):
            continue
        for each in _objects(said):
            if "datePublished" in each or "headline" in each:
                return each
    return {}


def _objects(said: Any) -> Iterator[dict[str, Any]]:
    graph = said.get("@graph", [said]) if isinstance(said, dict) else said
    yield from (each for each in graph if isinstance(each, dict)) if isinstance(graph, list) else ()


def _titles(tree: Any, meta: dict[str, str], article: dict[str, Any]) -> Iterator[str]:
    first, headings = tree.document.query_selector_all("h1"), "h1, h2, h3"
    heading = first[0] if len(first) == 1 else tree.document.query_selector(headings)
    for title in (
        meta.get("og:title"),
        article.get("headline"),
        heading.text if heading else None,
        tree.title,
        meta.get("description"),
    ):
        if isinstance(title, str) and title.strip():
            yield " ".join(title.split())


def _title(about: _About, text: str) -> str | None:
    """The first title that the content bears too, without the site's name, else a long one.

    Pages of vbpl are all titled 'Trung ương'.
    """
    squeezed = " ".join(text.split()).casefold()
    for title in about.titles:
        for part in (title, *re.split(r"\s+[|–-]\s+", title)[:1]):
            if len(part) > 12 and part.casefold() in squeezed:
                return part
    return next((title for title in about.titles if len(title.split()) >= 6), None)


def _first(*values: object) -> str | None:
    return next((" ".join(v.split()) for v in values if isinstance(v, str) and v.strip()), None)


def _day(*values: object) -> str | None:
    days = (_DAY.match(value) for value in values if isinstance(value, str))
    return next((day[0] for day in days if day), None)


def _address(*values: object) -> str | None:
    addresses = (value.strip() for value in values if isinstance(value, str))
    return next((a for a in addresses if re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", a)), None)
