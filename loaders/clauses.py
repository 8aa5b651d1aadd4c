"""The clause in which a word of inspecting stands: one inspection is told in it."""

import re
from collections.abc import Sequence

from loaders.agents import BESIDE
from loaders.bodies import body_at
from loaders.model import Span
from loaders.organisations import begins
from loaders.reports import Report
from loaders.wording import clause_at


def clause_of(
    report: Report, sentence: Span, word: re.Match[str], words: Sequence[re.Match[str]]
) -> Span:
    """The part of the sentence between semicolons, brackets, or two bodies that both act.

    'Ban Pháp chế kiểm tra A, và Ban Dân tộc khảo sát B' tells of two inspections.
    """
    clause = clause_at(report.text, sentence, word.start())
    if len(words) < 2:
        return clause
    start, end = clause.start, clause.end
    place = words.index(word)
    for index, other in enumerate(words[1:], 1):
        begun = _opening(report, words[index - 1].end(), other)
        if begun is None:
            continue
        if index <= place:
            start = max(start, begun)
        else:
            end = min(end, begun)
            break
    return Span(start, end)


_PARTS = re.compile(r"(?:[,;]\s*(?:(?:và|còn|rồi)\s+)?|\s(?:và|còn)\s+)\Z")
_TURNED = re.compile(r"\s+(?:(?:cũng|đã|vừa)\s+)?được\s*\Z")


def _opening(report: Report, low: int, word: re.Match[str]) -> int | None:
    """Where a clause of its own begins with the body that acts, or is inspected, by the word."""
    text, at = report.text, low
    while match := begins(text, at, word.start()):
        found = body_at(text, match.start(), word.start(), report.home)
        at = found[1] if found else match.end()
        if found is None or not _PARTS.search(text, max(low, match.start() - 8), match.start()):
            continue
        between = text[found[1] : word.start()]
        if BESIDE.fullmatch(text, found[1], word.start()) or _TURNED.fullmatch(between):
            return match.start()
    return None
