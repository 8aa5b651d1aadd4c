"""Word files from before 2007 (.doc): the pieces of the text in the order of the document.

A file that was saved fast keeps its text in pieces anywhere in the file; the piece table puts them
in order ([MS-DOC] 2.4.1). A piece is in UTF-16 or in one byte a letter.
"""

import io
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.model import SourceText
from loaders.readers.refusals import Unreadable, broken, foreign, locked
from loaders.readers.text import APART, composed

_WORD_97, _WORD_95 = 0xA5EC, 0xA5DC
_COMPLEX, _ENCRYPTED, _TABLE_1 = 0x0004, 0x0100, 0x0200
_EIGHT_BIT = 0x40000000
# The code of a field stands before its result; what is hidden in it is not on the page.
_FIELD_CODE = re.compile("\x13[^\x13\x14\x15]*\x14?")
_BREAK = re.compile("[\r\n]")
_FIELD_MARKS = re.compile("[\x13-\x15]")
_LETTERS = str.maketrans(
    {"\x0b": "\n", "\x0c": "\r", "\x0e": "\n", "\x1e": "-", "\x1f": "", "\x01": "", "\x08": "",
     "\x02": "", "\x05": "", "\x03": "", "\x04": ""}
)  # fmt: skip
# A cell ends with this mark, a row with one more.
_CELL = "\x07"


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where a version of the format keeps what we need, as offsets into the file's header."""

    counts: int
    pieces: int


_LAYOUTS = {_WORD_97: _Layout(0x4C, 0x1A2), _WORD_95: _Layout(0x34, 0x160)}


def read(raw: bytes, path: str) -> SourceText:
    """The text of a Word file, its notes at the end, and where its paragraphs start."""
    main, table = _streams(raw)
    try:
        letters, counts = _letters(main, table)
    except (struct.error, IndexError, KeyError) as error:
        raise broken("DOC", str(error)) from error
    body, footnotes, headers, _, comments, endnotes = counts
    ends = body + footnotes, body + footnotes + headers + comments
    shown = [letters[:body], letters[body : ends[0]], letters[ends[1] : ends[1] + endnotes]]
    text, starts, remarks = composed(line for part in shown for line in _lines(part))
    return SourceText(text, path, paragraphs=starts, remarks=remarks)


def _streams(raw: bytes) -> tuple[bytes, bytes]:
    """The stream of the text and the stream of its tables."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(raw)) as file:
            if file.exists("EncryptedPackage"):
                raise locked("DOCX")
            if not file.exists("WordDocument"):
                raise foreign(_other(file.listdir()))
            main = file.openstream("WordDocument").read()
            if len(main) < 0x200:
                raise broken("DOC", "header")
            name = "1Table" if _flags(main) & _TABLE_1 else "0Table"
            table = file.openstream(name).read() if file.exists(name) else main
    except (OSError, ValueError, IndexError, struct.error) as error:
        raise broken("DOC", str(error)) from error
    return main, table


def _other(streams: list[list[str]]) -> str:
    names = {stream[-1] for stream in streams}
    if names & {"Workbook", "Book"}:
        return "Excel (.xls)"
    return "PowerPoint (.ppt)" if "PowerPoint Document" in names else "OLE"


def _flags(main: bytes) -> int:
    return int(struct.unpack_from("<H", main, 0x0A)[0])


def _letters(main: bytes, table: bytes) -> tuple[str, tuple[int, ...]]:
    """All letters of the file in order, and how many of them each part of it has."""
    (magic,) = struct.unpack_from("<H", main, 0)
    layout = _LAYOUTS[magic]
    if _flags(main) & _ENCRYPTED:
        raise locked("DOC")
    counts = struct.unpack_from("<6i", main, layout.counts)
    if min(counts) < 0:
        raise broken("DOC", "counts")
    if magic == _WORD_95 and not _flags(main) & _COMPLEX:
        start, end = struct.unpack_from("<2I", main, 0x18)
        return _western(main[start:end]), counts
    start, size = struct.unpack_from("<2I", main, layout.pieces)
    return "".join(_pieces(main, _piece_table(table[start : start + size]), magic)), counts


def _piece_table(clx: bytes) -> bytes:
    """The piece table, which follows the formats of pieces that were saved fast."""
    position = 0
    while clx[position] == 1:
        position += 3 + struct.unpack_from("<H", clx, position + 1)[0]
    if clx[position] != 2:
        raise Unreadable(
            "tệp DOC không có bảng đoạn; hãy lưu lại dưới dạng .docx",
            "the DOC has no piece table; save it as .docx",
        )
    return clx[position + 5 :]


def _pieces(main: bytes, table: bytes, magic: int) -> Iterator[str]:
    count = (len(table) - 4) // 12
    edges = struct.unpack_from(f"<{count + 1}I", table)
    # A letter takes a byte at least: more of them are a trap.
    if edges[-1] > len(main):
        raise broken("DOC", "pieces")
    for index in range(count):
        (place,) = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * index + 2)
        length = edges[index + 1] - edges[index]
        if length < 0:
            raise broken("DOC", "pieces")
        if magic == _WORD_95:
            yield _western(main[place : place + length])
        elif place & _EIGHT_BIT:
            start = (place & ~_EIGHT_BIT) // 2
            yield _western(main[start : start + length])
        else:
            yield main[place : place + 2 * length].decode("utf-16-le", "replace")


def _western(raw: bytes) -> str:
    """Letters of one byte; old Vietnamese fonts are known later, by their words."""
    return raw.decode("cp1252", "replace")


def _lines(letters: str) -> Iterator[str]:
    """The paragraphs; a row of a table is one line where each of its cells is one."""
    bare = _FIELD_MARKS.sub("", _FIELD_CODE.sub("", letters)).translate(_LETTERS)
    for block in re.split(f"({_CELL}{_CELL})", bare):
        if block == 2 * _CELL:
            continue
        *before, row = _outside(block) if _CELL in block else (block, "")
        for text in before:
            yield from text.split("\r")
        yield from _row(row)


def _outside(block: str) -> tuple[str, str]:
    """What stands above a table, and the cells of its first row."""
    first = block.split(_CELL, 1)[0]
    cut = first.rfind("\r") + 1
    return block[:cut].removesuffix("\r"), block[cut:]


def _row(row: str) -> Iterator[str]:
    cells = row.split(_CELL)
    if any(_BREAK.search(cell.strip("\r\n")) for cell in cells):
        for cell in cells:
            yield from cell.split("\r")
    elif row:
        yield APART.join(cell.strip("\r\n") for cell in cells)
