"""Evidence as a page shows it: a quote with the words around it, a record, a rule, a decision."""

import re
from dataclasses import dataclass
from itertools import pairwise

from ontology import iris
from web.paths import passage

_AROUND = 90
# Of the quote that names a nameless part so many characters are shown.
_NAME = 60
# Where a stretch of a source stands is told by its name: `/source/ID/span/START-END`.
_SPAN = re.compile(re.escape(iris.BASE) + r"source/(\w+)/span/(\d+)-(\d+)")


@dataclass(frozen=True, slots=True)
class Proof:
    """What one fact rests on: a sentence, an entry of the authority list, a rule or a decision."""

    tone: str
    source: str | None = None
    title: str = ""
    published: str = ""
    before: str = ""
    quote: str = ""
    after: str = ""
    start: int = 0
    end: int = 0
    rule: str = ""
    authority: str = ""
    part: str = ""
    in_part: str = ""

    @property
    def address(self) -> str:
        """Where the quote stands in its source."""
        return passage(self.source, self.start, self.end) if self.source else ""


def stretch(span: str) -> tuple[str, int, int] | None:
    """The source of a span, where it starts and ends; None for an IRI of something else."""
    found = _SPAN.fullmatch(span)
    return (iris.source(found[1]), int(found[2]), int(found[3])) if found else None


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """A few words before and after a stretch, within its paragraphs."""
    return tail(text[max(0, start - _AROUND) : start]), head(text[end : end + _AROUND])


def shortened(quote: str) -> str:
    """The beginning of a quote as a name of what was read from it."""
    words_of = " ".join(quote.split())
    whole = len(words_of) <= _NAME
    return f"“{words_of}”" if whole else f"“{words_of[:_NAME].rpartition(' ')[0]} …”"


_LINE_END = re.compile(r"\n(?=(\s*)(\S?))")


def _paragraphs(text: str) -> list[str]:
    """The text cut where a paragraph ends: a line that goes on in lower case was only wrapped."""
    ends = [m.start() for m in _LINE_END.finditer(text) if "\n" in m[1] or not m[2].islower()]
    return [text[start:end] for start, end in pairwise((0, *ends, len(text)))]


def tail(text: str) -> str:
    """The end of a passage from the start of a word, within its paragraph."""
    line = _paragraphs(text)[-1].lstrip("\n")
    cut = len(line) == len(text) == _AROUND
    return ("… " + line.partition(" ")[2]) if cut else line


def head(text: str) -> str:
    """The beginning of a passage to the end of a word, within its paragraph."""
    line = _paragraphs(text)[0]
    cut = len(line) == len(text) == _AROUND
    return (line.rpartition(" ")[0] + " …") if cut else line
