"""Notices as JSON and as marks in the draft, for the command line and the page alike."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from loaders.model import SourceText, Span
from loaders.notices import Notice, Side


class Lines:
    """The line, counted from 1, on which a place of the text stands."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]

    def at(self, place: int) -> int:
        """The number of the line that holds the character at this index."""
        return bisect_right(self._starts, place)


def as_json(source: SourceText, notices: Sequence[Notice]) -> list[dict[str, Any]]:
    """One object a notice; offsets are Python string indices into the SourceText."""
    lines = Lines(source.text)
    return [
        {
            "path": source.path,
            "source": source.id,
            "rule": notice.rule,
            "severity": notice.severity,
            "certainty": notice.certainty,
            **_place(notice.span, source.text, lines),
            "message_vi": notice.message.vi,
            "message_en": notice.message.en,
            "suggestion": notice.suggestion.vi if notice.suggestion else None,
            "suggestion_en": notice.suggestion.en if notice.suggestion else None,
            "others": [_other(side, source.text, lines) for side in notice.others],
            "also": [_place(span, source.text, lines) for span in notice.also],
            "instrument": notice.instrument,
        }
        for notice in notices
    ]


def _place(span: Span, text: str, lines: Lines) -> dict[str, Any]:
    return {
        "line": lines.at(span.start),
        "start": span.start,
        "end": span.end,
        "quote": text[span.start : span.end],
    }


def _other(side: Side, text: str, lines: Lines) -> dict[str, Any]:
    """A place of the draft, an entry of the record with its source, or words of a loaded text."""
    if side.span:
        return {**_place(side.span, text, lines), "authority": None, "loaded": None}
    return {
        "line": None,
        "start": None,
        "end": None,
        "quote": side.quote,
        "authority": side.authority,
        "loaded": side.source,
    }


def stretches(text: str, notices: Sequence[Notice]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The text cut wherever a mark starts or ends, each piece with the notices that lie on it.

    Notices overlap freely; each is named by its index.
    """
    marks = sorted((span, i) for i, n in enumerate(notices) for span in (n.span, *n.also))
    edges = (edge for span, _ in marks for edge in (span.start, span.end))
    waiting, open_ = marks[::-1], list[tuple[Span, int]]()
    for start, end in pairwise(sorted({0, len(text), *edges})):
        open_ = [mark for mark in open_ if mark[0].end > start]
        while waiting and waiting[-1][0].start <= start:
            open_.append(waiting.pop())
        yield text[start:end], tuple(sorted({i for _, i in open_}))
