"""Where a mirrored site keeps the file of an address, in the layout of wget and of `fetch`.

https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=2315
vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=2315[.html]
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from loaders.readers.refusals import Unreadable


def mirrored(address: str, folder: Path, root: Path) -> Path | None:
    """The file that is kept for an address, seen from the folder of a list of the site.

    None where there is none, and where its place would lie outside of the mirror, or of `root`.
    """
    try:
        split = urlsplit(address)
        if split.scheme not in ("http", "https") or not split.hostname:
            return None
        for site in _sites(split, folder, root):
            for name in (*_names(split), *_own_names(address)):
                found = site / name
                if found.is_file() and found.resolve().is_relative_to(site.resolve()):
                    return found
    except (OSError, ValueError, Unreadable):
        # A name too long, or with a NUL, is no file's.
        return None
    return None


def _sites(split: SplitResult, folder: Path, root: Path) -> Iterator[Path]:
    """Where the site may be kept: below its name beside the list, or around the list."""
    hosts = dict.fromkeys((split.netloc, split.netloc.replace(":", "+"), split.hostname or ""))
    around = [each for each in (folder, *folder.parents) if each.is_relative_to(root)]
    for host in hosts:
        yield folder / host
        yield from (each for each in around if each.absolute().name == host)
    yield folder


def _names(split: SplitResult) -> Iterator[str]:
    """The names under which a path may be kept, the plainest first."""
    for path in dict.fromkeys((unquote(split.path), split.path)):
        parts = [part for part in path.split("/") if part]
        if any(part in (".", "..") or "\\" in part for part in parts):
            return
        stem = "/".join(parts)
        if split.query:
            for query in dict.fromkeys((unquote(split.query), split.query)):
                safe = query.replace("/", "%2F")
                asked = [f"{stem}{mark}{safe}" for mark in ("?", "@")]
                yield from (f"{name}{ending}" for name in asked for ending in ("", ".html"))
        elif stem:
            ending = "/" if path.endswith("/") else ""
            yield from (stem, f"{stem}.html") if not ending else ()
            yield f"{stem}/index.html"
        else:
            yield "index.html"


def _own_names(address: str) -> Iterator[str]:
    """The names that `fetch` gives, below the host's."""
    for ending in _ENDINGS:
        yield kept_as(address, ending).partition("/")[2]


# What an answer is kept as, by what its server says that it is.
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/plain": ".txt",
    "text/xml": ".xml",
    "application/xml": ".xml",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
}
_LONGEST_NAME = 150
# What a file system somewhere does not take in a name.
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]|^\.|[. ]$')


def kept_as(address: str, content_type: str, is_taken: bool = False) -> str:
    """The name below a folder under which `mirrored` finds an address again.

    `is_taken` where another address has that name already. Raises Unreadable for a path that
    climbs.

    >>> kept_as("https://vbpl.vn/TW/vbpq-toanvan.aspx?ItemID=2315", "text/html; charset=utf-8")
    'vbpl.vn/TW/vbpq-toanvan.aspx@ItemID=2315.html'
    """
    try:
        split = urlsplit(address)
        host = _UNSAFE.sub(_escaped, ((split.hostname and split.netloc) or "").replace(":", "+"))
    except ValueError:
        host = ""
    if not host:
        raise Unreadable("không phải địa chỉ dùng được", "no address that can be used")
    parts = [unquote(part) for part in split.path.split("/") if part]
    if any(part in (".", "..") for part in parts):
        raise Unreadable("địa chỉ leo ra khỏi thư mục ('..')", "the address climbs out by '..'")
    if not parts or split.path.endswith("/"):
        parts.append("index.html")
    if split.query:
        parts[-1] += "@" + unquote(split.query)
    ending = _ENDINGS.get(content_type.partition(";")[0].strip().casefold(), "")
    alike = (".htm", ".html") if ending == ".html" else (ending,)
    if parts[-1].casefold().endswith(alike):
        ending = ""
    *folders, name = [_short(_UNSAFE.sub(_escaped, part)) for part in parts]
    if is_taken or len(name.encode()) > _LONGEST_NAME - 8:
        stem, dot, suffix = name.rpartition(".") if not ending else (name, "", "")
        digest = hashlib.sha256(address.encode()).hexdigest()[:8]
        name = f"{stem}~{digest}{dot}{suffix}"
    return "/".join([host.casefold(), *folders, name + ending])


def _short(name: str) -> str:
    """A name that every file system takes; its ending stays."""
    if len(name.encode()) <= _LONGEST_NAME:
        return name
    stem, dot, suffix = name.rpartition(".")
    kept = dot + suffix if stem and len(suffix) < 6 else ""
    return name.encode()[: _LONGEST_NAME - 6].decode("utf-8", "ignore") + kept


def _escaped(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())
