"""Where a mirrored site keeps the file of an address, in the layout of wget and of `fetch`.

https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=2315
vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=2315[.html]
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit


def mirrored(address: str, folder: Path, root: Path) -> Path | None:
    """The file that is kept for an address, seen from the folder of a list of the site.

    None where there is none, and where its place would lie outside of the mirror, or of `root`.
    """
    try:
        split = urlsplit(address)
        if split.scheme not in ("http", "https") or not split.hostname:
            return None
        for site in _sites(split, folder, root):
            for name in _names(split):
                found = site / name
                if found.is_file() and found.resolve().is_relative_to(site.resolve()):
                    return found
    except (OSError, ValueError):
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
