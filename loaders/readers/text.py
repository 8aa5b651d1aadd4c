"""Plain text and Markdown, unchanged; and how the lines of the other formats become a text."""

import re
import unicodedata
from collections.abc import Iterable

from loaders.model import Remark, SourceText
from loaders.readers.encodings import decoded, modernised_lines

# Between the cells of a row, as Resiliparse prints them; the grammar takes wide space for a gap.
APART = "\t\t"
# Zero-width characters, optional hyphens and control characters print nothing.
_UNPRINTED = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad\x00-\x08\x0b-\x1f\x7f]")
# What the font Symbol prints for these; Word keeps them as private characters.
_SYMBOLS = str.maketrans(
    {"\uf0b7": "•", "\uf02d": "-", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓"}
)
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def read(raw: bytes, path: str) -> SourceText:
    """The bytes as a text, letter by letter."""
    text, remark = decoded(raw)
    return SourceText(text, path, remarks=(remark,) if remark else ())


def tidied(text: str) -> str:
    """A line of another format as it is printed: composed letters, nothing that is not seen."""
    seen = _UNPRINTED.sub("", _BREAKS.sub("\n", text).translate(_SYMBOLS))
    return "\n".join(line.rstrip() for line in unicodedata.normalize("NFC", seen).split("\n"))


def composed(
    paragraphs: Iterable[str],
) -> tuple[str, tuple[int, ...], tuple[Remark, ...]]:
    """Paragraphs as one text, where each that is not empty starts, and what is to be remarked.

    Old fonts are converted; of several empty paragraphs one is kept.
    """
    # Before tidying: TCVN3 has a letter where Windows-1252 has the optional hyphen.
    modern, remark = modernised_lines(list(paragraphs))
    pieces: list[str] = []
    starts: list[int] = []
    position = 0
    for paragraph in map(tidied, modern):
        if paragraph.strip():
            starts.append(position)
        elif not pieces or not pieces[-1]:
            continue
        pieces.append(paragraph.strip("\n") if paragraph.strip() else "")
        position += len(pieces[-1]) + 1
    while pieces and not pieces[-1]:
        pieces.pop()
    text = "\n".join(pieces) + "\n" if pieces else ""
    return text, tuple(starts), (remark,) if remark else ()
