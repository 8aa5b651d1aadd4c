"""Word files (.docx): paragraphs and tables in the order of the document, footnotes at the end.

Headers and footers are page furniture and are left out, deleted text is no text. The XML is read
as a stream; a document type, which no Word file has and which entities need, is refused.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol
from xml.parsers import expat

from loaders.model import SourceText
from loaders.readers import archive
from loaders.readers.charsets import in_capitals
from loaders.readers.numbering import Numbering
from loaders.readers.refusals import Unreadable, broken
from loaders.readers.text import APART, composed

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
# ISO/IEC 29500 Strict names the same elements in another namespace.
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main "
_LETTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
# What is inside these is not on the page, or stands there a second time.
_SKIPPED = frozenset(
    {"del", "moveFrom", "instrText", "delText", "Fallback", "rPrChange", "pPrChange", "tabs"}
)
_OF_LISTS = frozenset({"pStyle", "numId", "ilvl"})
_CAPITALS = re.compile(r"\.Vn.*H\Z")


def read(raw: bytes, path: str, limit: int) -> SourceText:
    """The text of a Word file, and where its paragraphs start."""
    opened = archive.opened(raw, "DOCX")
    lists = _Lists(Numbering())
    body = _Paragraphs(lists.numbering)
    _parse(opened, "word/numbering.xml", lists, limit)
    _parse(opened, "word/styles.xml", lists, limit)
    _parse(opened, "word/document.xml", body, limit)
    for notes in ("word/footnotes.xml", "word/endnotes.xml"):
        _parse(opened, notes, body, limit)
    text, starts, remarks = composed(body.lines)
    return SourceText(text, path, paragraphs=starts, remarks=remarks)


class _Reader(Protocol):
    """What takes the events of an XML file."""

    def start(self, name: str, attributes: dict[str, str]) -> None: ...
    def end(self, name: str) -> None: ...
    def letters(self, data: str) -> None: ...


def _parse(opened: zipfile.ZipFile, name: str, into: _Reader, limit: int) -> None:
    if name not in opened.namelist() and name != "word/document.xml":
        return
    content = archive.member(opened, opened.getinfo(name), limit, "DOCX")
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = into.start
    parser.EndElementHandler = into.end
    parser.CharacterDataHandler = into.letters
    parser.StartDoctypeDeclHandler = _no_doctype
    try:
        parser.ParseFile(io.BytesIO(content))
    except expat.ExpatError as error:
        raise broken("DOCX", str(error)) from error


def _no_doctype(*_declared: object) -> None:
    raise Unreadable(
        "tệp DOCX khai báo thực thể XML (có thể là mã độc): không đọc",
        "the DOCX declares XML entities, which may be an attack: not read",
    )


class _Lists:
    """Collects the rules of lists, and the styles that belong to lists, from their XML events."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name.startswith((_W, _STRICT)):
            values = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
            self.numbering.element(name.rpartition(" ")[2], values)

    def end(self, name: str) -> None:
        """An element ends."""

    def letters(self, data: str) -> None:
        """Such files have no letters of the text."""


@dataclass(slots=True)
class _Listed:
    """What a paragraph says of the list that it belongs to."""

    style: str = ""
    number: str | None = None
    level: int | None = None


@dataclass(slots=True)
class _Row:
    """The cells of a table's row so far, each as its paragraphs."""

    cells: list[list[str]] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """One line where every cell is one, else the cells one below the other."""
        filled = [
            [line for line in "\n".join(cell).split("\n") if line.strip()] for cell in self.cells
        ]
        if all(len(cell) <= 1 for cell in filled):
            yield APART.join(cell[0] if cell else "" for cell in filled)
        else:
            for cell in filled:
                yield from cell


class _Paragraphs:
    """Collects the lines of a document from its XML events."""

    def __init__(self, numbering: Numbering) -> None:
        self.lines: list[str] = []
        self._numbering = numbering
        self._listed: list[_Listed] = []  # of the paragraphs that are open
        self._open: list[list[str]] = []  # paragraphs: a text box stands inside one
        self._rows: list[_Row] = []  # tables inside tables
        self._skipped = 0
        self._in_text = False
        self._capitals = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        local = name.rpartition(" ")[2]
        if self._skipped or local in _SKIPPED or _is_separator(local, attributes):
            self._skipped += 1
        elif not name.startswith((_W, _STRICT)):
            return
        elif local == "p":
            self._open.append([])
            self._listed.append(_Listed())
        elif local in _OF_LISTS and self._listed:
            self._belongs(local, _of(attributes, "val"))
        elif local == "tr":
            self._rows.append(_Row())
        elif local == "tc" and self._rows:
            self._rows[-1].cells.append([])
        elif local == "r":
            self._capitals = False
        elif local == "rFonts":
            # TCVN3 has its capitals in fonts of their own ('.VnTimeH').
            self._capitals = bool(_CAPITALS.match(_of(attributes, "ascii")))
        elif local == "t":
            self._in_text = True
        elif local in _LETTERS:
            self._write(_LETTERS[local])
        elif local == "sym":
            self._write(chr(int(_of(attributes, "char") or "2022", 16) & 0xFFFF))

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skipped:
            self._skipped -= 1
            return
        if not name.startswith((_W, _STRICT)):
            return
        local = name.rpartition(" ")[2]
        if local == "t":
            self._in_text = False
        elif local == "p" and self._open:
            self._line(self._labelled("".join(self._open.pop()), self._listed.pop()))
        elif local == "tr" and self._rows:
            for line in self._rows.pop().lines():
                self._line(line)

    def _belongs(self, local: str, value: str) -> None:
        listed = self._listed[-1]
        if local == "pStyle":
            listed.style = value
        elif local == "numId":
            listed.number = value
        else:
            listed.level = int(value) if value.isdigit() else None

    def _labelled(self, line: str, listed: _Listed) -> str:
        """The paragraph after the number that Word prints before it."""
        label = self._numbering.label(listed.number, listed.level, listed.style)
        return f"{label} {line.lstrip()}" if label and line.strip() else line

    def letters(self, data: str) -> None:
        """Characters of the document."""
        if self._in_text and not self._skipped:
            self._write(data)

    def _write(self, letters: str) -> None:
        if self._open:
            self._open[-1].append(in_capitals(letters) if self._capitals else letters)

    def _line(self, line: str) -> None:
        """A whole line, to the cell or the document that it stands in."""
        if self._rows and self._rows[-1].cells:
            self._rows[-1].cells[-1].append(line)
        else:
            self.lines.append(line)


def _of(attributes: dict[str, str], local: str) -> str:
    return next((v for k, v in attributes.items() if k.rpartition(" ")[2] == local), "")


def _is_separator(local: str, attributes: dict[str, str]) -> bool:
    """The rule above footnotes is one of them in the file."""
    return local in ("footnote", "endnote") and "eparat" in _of(attributes, "type")
