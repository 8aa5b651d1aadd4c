"""Files, folders, archives and standard input to SourceTexts.

A file that cannot be read becomes a Refusal and stops nothing. What a file is, its first bytes say;
its name is believed for plain text alone.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from loaders.model import Remark, SourceText
from loaders.readers import archive, doc, docx, feeds, html, lists, pdf, text, xlsx
from loaders.readers.file import File
from loaders.readers.origins import UNTOLD, Origin, origin
from loaders.readers.refusals import EMPTY, Refusal, Unreadable, broken, foreign, too_large
from loaders.readers.syllables import likeness

__all__ = [
    "HELD",
    "LIMIT",
    "SUFFIXES",
    "File",
    "Refusal",
    "decoded",
    "files",
    "is_list",
    "received",
    "sources",
    "text_of",
]

# The most bytes that are read of a file, and of an archive unpacked.
LIMIT = 100_000_000
_FORMATS = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".doc": "doc",
    ".pdf": "pdf",
    ".zip": "zip",
    ".xlsx": "xlsx",
}
SUFFIXES = frozenset(_FORMATS)
# The endings of files that are looked for in a folder.
HELD = SUFFIXES | lists.SUFFIXES | feeds.SUFFIXES
_NAMES = {
    "text": "TXT",
    "html": "HTML",
    "docx": "DOCX",
    "doc": "DOC",
    "pdf": "PDF",
    "zip": "ZIP",
    "xlsx": "XLSX",
}
# Files that tell about a folder and are no texts of it; what Word ('~$bao cao.docx') and macOS
# ('._bao cao.docx') lay beside a file.
_ABOUT_FOLDER = re.compile(
    r"(?:README|LICENSE|LICENCE|CHANGELOG|NOTICE|robots\.txt)\b|~\$|\._", re.I
)
# 'MẬT', 'TỐI MẬT', 'TUYỆT MẬT' alone on a line of the header; never 'bảo mật' or 'bí mật' in a text
# (domain notes, 7).
_STAMP = re.compile(r"(?:^|\n)[\s|*#\[(]*(?:TUYỆT\s+|TỐI\s+)?MẬT[\s|*#\])]*(?:\n|\Z)")
_HEADER = 2000
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = {
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "gzip",
}

Found = SourceText | Refusal


def sources(paths: Iterable[str], limit: int = LIMIT) -> Iterator[Found]:
    """Every text under the paths (files, folders, archives, `-`).

    Folders in the order of their file names; no file of more than `limit` bytes is read.
    """
    for found in files(paths, limit):
        yield found if isinstance(found, Refusal) else text_of(found, limit)


def files(paths: Iterable[str], limit: int = LIMIT) -> Iterator[File | Refusal]:
    """Every file under the paths, every member of an archive, every record of a list."""
    for path in paths:
        if path == "-":
            yield from _unpacked(File(path, sys.stdin.buffer.read(limit + 1)), limit)
        else:
            yield from _under(Path(path), path, limit)


def text_of(file: File, limit: int = LIMIT) -> Found:
    """The text of a file, or why it is not read."""
    try:
        form = file.form or _format(file.raw, file.path)
        if form == "zip":
            raise archive.NESTED
        found = _admitted(_read(file.raw, form, file.path, limit))
        return file.origin.told_of(found if file.form else _said(found, form, file.path))
    except Unreadable as reason:
        return reason.refusal(file.path)


def decoded(raw: bytes, path: str) -> Found:
    """The bytes of plain text as a SourceText, unchanged where they are Unicode."""
    try:
        return _admitted(text.read(raw, path))
    except Unreadable as reason:
        return reason.refusal(path)


def received(raw: bytes, name: str, limit: int = LIMIT) -> Iterator[Found]:
    """The text of bytes that came under a name, or each text of an archive; nothing is written."""
    for found in _unpacked(File(name, raw), limit):
        yield found if isinstance(found, Refusal) else text_of(found, limit)


def is_list(path: Path) -> bool:
    """Whether a file is a list of texts: JSON Lines, a CSV of texts, a sitemap or a feed."""
    suffix = path.suffix.lower()
    if suffix == ".jsonl":
        return path.is_file()
    return lists.is_table(path) if suffix == ".csv" else path.is_file() and feeds.is_feed(path)


def _under(path: Path, given: str, limit: int) -> Iterator[File | Refusal]:
    if path.is_dir():
        yield from _folder(path, given, limit)
    elif not path.exists():
        yield Refusal(
            given,
            "không có tệp hoặc thư mục này; hãy kiểm tra lại đường dẫn",
            "no such file or folder; check the path",
        )
    elif path.suffix.lower() == ".csv" or is_list(path):
        yield from _listed(path, given, limit, path.parent, set())
    else:
        yield from _file(path, given, limit)


def _folder(folder: Path, given: str, limit: int) -> Iterator[File | Refusal]:
    """The texts of a folder: first those that its lists tell of, then the others."""
    found = sorted(p for p in folder.rglob("*") if p.suffix.lower() in HELD and p.is_file())
    texts = [p for p in found if p.suffix.lower() in SUFFIXES and not _ABOUT_FOLDER.match(p.name)]
    tables = [p for p in found if p.suffix.lower() not in SUFFIXES and is_list(p)]
    if not texts and not tables:
        kinds = ", ".join(sorted(HELD))
        yield Refusal(
            given, f"thư mục không có tệp {kinds} nào", f"the folder holds no {kinds} file"
        )
    taken: set[Path] = set()
    for each in tables:
        yield from _listed(each, str(each), limit, folder, taken)
    for each in texts:
        if each.absolute() not in taken:
            yield from _file(each, str(each), limit)


def _listed(
    path: Path, given: str, limit: int, root: Path, taken: set[Path]
) -> Iterator[File | Refusal]:
    """The records of a list, and the files that it names, each once; `taken` notes these."""
    readers = {".jsonl": lists.json_lines, ".csv": lists.table}
    reader = readers.get(path.suffix.lower())
    try:
        found = reader(path, given, limit) if reader else feeds.entries(path, given, root)
        for each in found:
            if not isinstance(each, lists.Listed):
                yield each
            elif each.path.absolute() not in taken:
                taken.add(each.path.absolute())
                yield from _file(each.path, str(each.path), limit, each.origin)
    except OSError as error:
        yield _closed(given, error)


def _file(path: Path, given: str, limit: int, told: Origin = UNTOLD) -> Iterator[File | Refusal]:
    try:
        if path.is_file() and path.stat().st_size > limit:
            yield too_large(limit).refusal(given)
            return
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except OSError as error:
        yield _closed(given, error)
        return
    yield from _unpacked(File(given, raw, told.over(origin(path))), limit)


def _closed(given: str, error: OSError) -> Refusal:
    return Refusal(
        given, f"không mở được tệp: {error.strerror}", f"cannot open the file: {error.strerror}"
    )


def _unpacked(file: File, limit: int) -> Iterator[File | Refusal]:
    """The file itself, or the members of the archive that it is."""
    try:
        if len(file.raw) > limit:
            raise too_large(limit)
        if not file.raw.startswith(_ZIP) or archive.kind(file.raw, _named(file.path)) != "zip":
            yield file
            return
        for name, inner in archive.members(file.raw, SUFFIXES, limit):
            if not _ABOUT_FOLDER.match(name.rpartition("/")[2]):
                path = f"{file.path}/{name}"
                if isinstance(inner, Unreadable):
                    yield inner.refusal(path)
                else:
                    yield File(path, inner, file.origin)
    except Unreadable as reason:
        yield reason.refusal(file.path)


def _format(raw: bytes, path: str) -> str:
    """What the bytes are, by their beginning; raises Unreadable where that is nothing we read."""
    named = _FORMATS.get(_suffix(path))
    if not raw:
        raise EMPTY
    if raw.startswith(_ZIP):
        return archive.kind(raw, _named(path))
    if raw.startswith(_OLE):
        return "doc"
    if raw.startswith(b"%PDF-") or (named == "pdf" and b"%PDF-" in raw[:1024]):
        return "pdf"
    for beginning, what in _FOREIGN.items():
        if raw.startswith(beginning):
            raise foreign(what)
    if named == "text" or path == "-":
        return "html" if path == "-" and html.looks_like(raw) else "text"
    if named == "html" or html.looks_like(raw):
        return "html"
    if named is None:
        raise foreign(_suffix(path) or "(không có đuôi)")
    if likeness(text.read(raw, path).text[:_HEADER])[0] < 3:
        raise broken(_NAMES[named], "magic bytes")
    return "text"


def _named(path: str) -> str:
    """What a ZIP calls itself by its name: a Word file is one too."""
    return _NAMES.get(_FORMATS.get(_suffix(path), ""), "ZIP")


def _suffix(path: str) -> str:
    name = re.split(r"[/\\]", path)[-1]
    return name[name.rfind(".") :].lower() if "." in name[1:] else ""


def _read(raw: bytes, form: str, path: str, limit: int) -> SourceText:
    if form in ("docx", "xlsx"):
        return (docx.read if form == "docx" else xlsx.read)(raw, path, limit)
    readers = {"text": text.read, "html": html.read, "doc": doc.read, "pdf": pdf.read}
    return readers[form](raw, path)


def _admitted(found: SourceText) -> SourceText:
    """The text, if it says anything and bears no stamp of secrecy."""
    if not found.text.strip("\ufeff \t\r\n"):
        raise EMPTY
    if _STAMP.search(found.text[:_HEADER]):
        raise Unreadable(
            "văn bản đóng dấu mật: không đọc, không ghi lại gì",
            "the text bears a secrecy stamp: nothing is read or written",
        )
    return found


def _said(found: SourceText, form: str, path: str) -> SourceText:
    """The text, with a remark where its name says another format."""
    if path == "-" or _FORMATS.get(_suffix(path)) == form:
        return found
    name = _NAMES[form]
    remark = Remark(
        f"nội dung là {name}, không như tên tệp; đọc theo {name}",
        f"its content is {name}, not what its name says; read as {name}",
    )
    return replace(found, remarks=(remark, *found.remarks))
