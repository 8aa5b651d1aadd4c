"""Sentences that say of instruments that they lose their force.

'A; B hết hiệu lực kể từ ngày Thông tư này có hiệu lực', 'Các văn bản sau đây hết hiệu lực: 1. A'.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from loaders.acts import KINDS, Act
from loaders.anchors import positions
from loaders.listed import PLURAL, Done, in_points
from loaders.model import Citation, Span
from loaders.passages import UPPER
from loaders.points import opener
from loaders.reported import IN_PART
from loaders.side_by_side import PARTS, side_by_side

_LAPSES = re.compile(
    r"(?:(?P<whole>hết\s+hiệu\s+lực(?!\s+(?:thi\s+hành\s+)?một\s+phần))|hết\s+hiệu\s+lực)(?!\w)"
    # 'được bãi bỏ bởi Nghị định số B': somebody else does it
    r"|(?P<voice>(?:bị|được)\s+bãi\s+bỏ)(?!\s+(?:một\s+phần\s+)?(?:bởi|theo|tại|bằng))"
)
_SENTENCE = re.compile(
    r"\.\s+(?:(?:\d{1,4}\s*\n\s*)?CÔNG BÁO/Số[^\n]*(?:\n\s*\d{1,4}\s*(?=\n))?\s+)?"
    rf"(?=[{UPPER}“])|\n\s*(?:\d{{1,2}}\.|[a-zđ]\)|[-+])\s|\n\s*Điều\s+\d+\."
    r"(?:[^\n]{0,60}(?:[Hh]iệu\s+lực|[Tt]hi\s+hành|[Bb]ãi\s+bỏ)[^\n]{0,60}\n)?"
)
_SUBJECT = re.compile(
    r"(?:\A|;)\s*(?:[Kk]ể\s+từ\s+[^;]{0,120}?(?:thi\s+hành|hiệu\s+lực|\d{4})\s*(?:,|thì)?\s+)?"
    rf"(?:(?:các|những|toàn\s+bộ)\s+)*(?:{KINDS}\s*:\s*)?(?P<parts>{PARTS.pattern})\Z",
    re.I,
)
# 'Quy trình kiểm định an toàn ban hành kèm theo Thông tư số A ... hết hiệu lực': a part of it.
_HELD = re.compile(rf"[{UPPER}][^.;:“”]{{5,300}}?\sban\s+hành\s+kèm\s+theo\s+")
_GOES_ON_IN_FORCE = re.compile(
    r"tiếp\s+tục|đến\s+khi|trước\s+khi|trường\s+hợp|(?<!\w)(?:thì|chưa|trừ)(?!\w)"
)
_EXCEPT = re.compile(r"(?<!\w)trừ(?!\w)")
_SENTENCES_BACK = 3000
_VOICE = 12  # 'được ' before 'bãi bỏ', with a line between them


def lapsing(
    text: str, citations: Sequence[Citation], starts: Sequence[int], start: int
) -> Iterator[Done]:
    """'A; B hết hiệu lực kể từ ngày ...', 'Các văn bản sau đây hết hiệu lực: 1. A'."""
    for verb in _lapses(text, start):
        begin = _sentence_start(text, max(start, verb.start() - _SENTENCES_BACK), verb.start())
        first, past = bisect_left(starts, begin), bisect_left(starts, verb.start())
        place = next((n for n in range(first, past) if _opens(text, begin, citations[n])), None)
        if place is not None:
            yield from _subjects(text, citations, place, verb)
        elif first < past and _holds(text, begin, citations[first]):
            yield from _subjects(text, citations, first, verb, IN_PART)
        elif all(citations[n].self_reference for n in range(first, past)):
            yield from _listed_subjects(text, citations, starts, begin, verb)


def _lapses(text: str, start: int) -> Iterator[re.Match[str]]:
    """The words by which something loses its force, in reading order of each wording."""
    for at in positions(text, "hết", start):
        if verb := _LAPSES.match(text, at):
            yield verb
    for at in positions(text, "bãi", start):
        low = max(start, at - _VOICE)
        voice = max(text.rfind("bị", low, at), text.rfind("được", low, at))
        if voice >= 0 and (verb := _LAPSES.match(text, voice)):
            yield verb


def _sentence_start(text: str, low: int, at: int) -> int:
    begin = low
    for mark in _SENTENCE.finditer(text, low, at):
        begin = mark.end()
    return begin


def _opens(text: str, begin: int, citation: Citation) -> bool:
    """Whether an instrument, or a part of it, is the subject of its sentence or clause."""
    stop = citation.span.start
    return not citation.self_reference and bool(_SUBJECT.search(text[begin:stop][-400:]))


def _holds(text: str, begin: int, citation: Citation) -> bool:
    """Whether something that an instrument promulgates is the subject of the sentence."""
    return not citation.self_reference and bool(_HELD.fullmatch(text, begin, citation.span.start))


def _subjects(
    text: str,
    citations: Sequence[Citation],
    place: int,
    verb: re.Match[str],
    held: str | None = None,
) -> Iterator[Done]:
    named = [at for at, _ in side_by_side(text, citations, place, verb.start())]
    if _GOES_ON_IN_FORCE.search(text, citations[named[-1]].span.end, verb.start()):
        return
    for at in named:
        part = citations[at].pinpoint or held or _part(verb)
        yield Done("repeals", at, citations[at].span.start, part)


def _part(verb: re.Match[str]) -> str | None:
    return None if verb["whole"] or verb["voice"] else IN_PART


def _listed_subjects(
    text: str,
    citations: Sequence[Citation],
    starts: Sequence[int],
    begin: int,
    verb: re.Match[str],
) -> Iterator[Done]:
    """What a list names of which the sentence above says that it loses its force."""
    words = opener(text, verb.end()) if PLURAL.search(text, begin, verb.start()) else None
    if words is None:
        return
    if not _EXCEPT.search(text, verb.end(), words.end):
        act = Act(("repeals",), begin, verb.end(), True)
        introduced = Span(verb.start(), words.end)
        for each in in_points(text, citations, starts, act, introduced):
            yield each._replace(part=each.part or _part(verb))
