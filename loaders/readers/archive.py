"""ZIP archives: the members that a reader is for, one by one, never more than the limit.

No member is unpacked further than it says of itself, and none that says too much is unpacked.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator

from loaders.readers.encodings import decoded
from loaders.readers.refusals import Unreadable, broken, foreign, locked, too_large

# Deflate reaches about 1,030; text of tables of figures stays under 100.
_RATIO = 250
_SMALL = 1_000_000
_MEMBERS = 20_000
_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)
# What else is a ZIP inside: format by the member that shows it.
_FOREIGN = {
    "ppt/presentation.xml": "PowerPoint (.pptx)",
    "mimetype": "OpenDocument, EPUB",
}


def opened(raw: bytes, what: str) -> zipfile.ZipFile:
    """The archive of the bytes; raises Unreadable for one that is damaged or locked."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
        members = archive.infolist()
    except _ERRORS as error:
        raise broken(what, str(error)) from error
    if len(members) > _MEMBERS:
        raise Unreadable(
            f"tệp nén có hơn {_MEMBERS} tệp con; hãy chia nhỏ",
            f"the archive has more than {_MEMBERS} members; split it",
        )
    return archive


def kind(raw: bytes, what: str) -> str:
    """`docx`, `xlsx` or `zip`; raises Unreadable for other formats that are a ZIP inside."""
    names = set(opened(raw, what).namelist())
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    for name, what in _FOREIGN.items():
        if name in names:
            raise foreign(what)
    return "zip"


def member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int, what: str) -> bytes:
    """The bytes of a member, at most `limit`; raises Unreadable."""
    if info.flag_bits & 1:
        raise locked(what)
    if info.file_size > max(_SMALL, _RATIO * info.compress_size):
        raise Unreadable(
            f"nén quá {_RATIO} lần (bom nén): không giải nén",
            f"compressed more than {_RATIO} times (a ZIP bomb): not unpacked",
        )
    if info.file_size > limit:
        raise too_large(limit)
    try:
        with archive.open(info) as file:
            # Never more than it is said to be, whatever its stream holds.
            return file.read(info.file_size)
    except (*_ERRORS, RuntimeError) as error:
        raise broken(what, str(error)) from error


def members(
    raw: bytes, suffixes: frozenset[str], limit: int
) -> Iterator[tuple[str, bytes | Unreadable]]:
    """Each member that has one of the suffixes, by name: its bytes, or why it is not read.

    All of them together stay under the limit.
    """
    archive = opened(raw, "ZIP")
    left = limit
    wanted = [
        (_name(info), info)
        for info in archive.infolist()
        if not info.is_dir() and _suffix(info.filename) in suffixes
    ]
    if not wanted:
        raise Unreadable(
            "tệp nén không có tệp nào đọc được",
            "the archive holds no file of a format that is read",
        )
    for name, info in sorted(wanted, key=lambda each: each[0]):
        if _suffix(name) == ".zip":
            yield name, NESTED
            continue
        try:
            unpacked = member(archive, info, left, "ZIP")
        except Unreadable as reason:
            yield name, reason
            continue
        left -= len(unpacked)
        yield name, unpacked


NESTED = Unreadable(
    "tệp nén trong tệp nén: không mở; hãy giải nén trước",
    "an archive inside an archive is not opened; unpack it first",
)


def _suffix(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:].lower() if dot > name.rfind("/") else ""


def _name(info: zipfile.ZipInfo) -> str:
    """A member's name as its maker saw it: without the flag for UTF-8 it may be so all the same."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return decoded(info.filename.encode("cp437"))[0]
    except (UnicodeError, Unreadable):
        return info.filename
