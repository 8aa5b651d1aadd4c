"""What a figure counts, and of which figure it is a part."""

import re
from collections.abc import Sequence

from loaders.model import Figure, Span
from loaders.passages import spaces_folded

_WINDOW = 80
_MEMBERS = re.compile(
    r"đảng viên|tổ chức đảng|tổ chức cơ sở đảng|cấp ủy viên|đồng chí|cán bộ", re.I
)


def inherited_units(text: str, sentence: Span, counted: Sequence[Figure]) -> list[str]:
    """The unit of each figure; 'khiển trách 28' takes that of the whole before it.

    Or the last word for members.
    """
    units, current = [], ""
    for figure in counted:
        if not figure.unit and not figure.form:
            units.append(current or "trường hợp")
            continue
        if not figure.unit:
            words = _MEMBERS.findall(text, sentence.start, figure.span.start)
            units.append(words[-1].lower() if words else current or "đảng viên")
            continue
        units.append(figure.unit)
        current = figure.unit if figure.unit != "%" else current
    return units


def last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """The last match that stands close to the number: at most some four words lie between."""
    found = None
    for match in pattern.finditer(words):
        found = match
    return found if found and len(words) - found.end() <= 24 else None


def what(before: str, after: str, form: re.Match[str] | None) -> str | None:
    """What is counted: the form of discipline, else the words that follow the unit.

    Else those before the number.
    """
    if form:
        return " ".join(form[0].lower().split())
    following, preceding = spaces_folded(after), spaces_folded(before)
    return following or preceding or None


_STOP_AFTER = re.compile(r"[,;.:()\[\]\n]|\s(?:và|trong đó|đã|đều|được|bị|với|do|tại|so với)\s")
_STOP_BEFORE = re.compile(r"[,;.:()\[\]\n]|\s(?:đã|có|được|là|gồm|trong đó)\s")


def clause_after(text: str, sentence: Span, start: int) -> str:
    """The words behind a figure, up to where its clause ends."""
    end = min(sentence.end, start + _WINDOW)
    stop = _STOP_AFTER.search(text, start, end)
    return text[start : stop.start() if stop else end]


def clause_before(text: str, sentence: Span, end: int) -> str:
    """The words before a figure, from where its clause begins."""
    start = max(sentence.start, end - _WINDOW)
    words = text[start:end]
    for match in _STOP_BEFORE.finditer(text, start, end):
        words = text[match.end() : end]
    return words


_PART = re.compile(r"trong\sđó|gồm\scó|\bgồm\b|bao gồm", re.I)


def wholes_of(text: str, sentence: Span, counted: Sequence[Figure]) -> list[int | None]:
    """For each figure the start of its whole.

    The last one before its bracket or before 'trong đó'.
    """
    opened: list[int | None] = []
    wholes: list[int | None] = []
    current: int | None = None
    previous: Figure | None = None
    at = sentence.start
    for figure in counted:
        for mark in re.finditer(r"[()]|" + _PART.pattern, text[at : figure.span.start], re.I):
            last = previous.span.start if previous and previous.unit != "%" else None
            if mark[0] == "(":
                opened.append(current)
                current = last if last is not None else current
            elif mark[0] == ")":
                current = opened.pop() if opened else None
            elif last is not None and not (opened and current == last):
                current = last
        wholes.append(current if current != figure.span.start else None)
        at, previous = max(at, figure.span.end), figure
    return wholes
