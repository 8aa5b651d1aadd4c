"""From when an instrument has effect, where a text says the day: of itself, or of one it cites.

'Thông tư này có hiệu lực thi hành kể từ ngày 15 tháng 9 năm 2024', 'Thông tư số 27/2016/TT-BLĐTBXH
ngày 01 tháng 9 năm 2016 ..., có hiệu lực kể từ ngày 15 tháng 10 năm 2016'.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from loaders.anchors import positions
from loaders.model import Citation, Reading, Span
from loaders.triples import Statements, iri
from loaders.triples import date as day

# 'có' and 'hết' are everywhere: the pattern is tried where the next word stands.
_BEFORE_EFFECT = re.compile(r"(?:có|hết)\s+\Z")
_EFFECT = re.compile(
    r"(?P<what>có|hết)\s+hiệu\s+lực(?:\s+thi\s+hành)?(?:,)?\s+(?:kể\s+)?từ\s+ngày\s+"
    r"(?:(?P<d>\d{1,2})(?:\s+tháng\s+|[/.-])(?P<m>\d{1,2})(?:\s+năm\s+|[/.-])(?P<y>\d{4})"
    r"|(?P<signed>ký(?:\s+ban\s+hành)?)(?=[\s.,;]))"
)
_DATES = {"có": "vk:effectiveFrom", "hết": "vk:expiredOn"}
# 'Nghị định này có hiệu lực': the text itself.
_ITSELF = re.compile(r"[A-ZĐ]\w+(?:\s+\w+){0,2}\s+này\s+\Z")
# Between an instrument and its day stand its title, and words that change or number nothing.
_ELSE = re.compile(
    r"[;:\n]\s*\n|\.\s|(?:Điều|khoản|điểm|này|đó)\s|sửa\s+đổi,\s+bổ\s+sung\s+bởi", re.I
)
# What an instrument does to another in its title.
_CHANGES = re.compile(
    r"sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|thay\s+thế|hướng\s+dẫn|chi\s+tiết|thi\s+hành|đính\s+chính", re.I
)
_REACH = 600
# So many years after its date an instrument takes effect at the latest.
_LATEST = 2


def effects(out: Statements, reading: Reading) -> None:
    """State the days of effect that the text gives, each with its words."""
    text = reading.source.text
    ends = [citation.span.end for citation in reading.citations]
    for match in _days_told(text):
        before = bisect_right(ends, match.start())
        if found := _of_itself(text, match, reading) or _of_cited(text, match, reading, before):
            instrument, stated, span = found
            if stated:
                out.claim(iri(instrument), _DATES[match["what"]], day(stated), span)


def _days_told(text: str) -> Iterator[re.Match[str]]:
    """Every 'có hiệu lực ... từ ngày ...' of a text."""
    for position in positions(text, "hiệu"):
        opener = _BEFORE_EFFECT.search(text, max(0, position - 12), position)
        if opener and (match := _EFFECT.match(text, opener.start())):
            yield match


def _of_itself(
    text: str, match: re.Match[str], reading: Reading
) -> tuple[str, str | None, Span] | None:
    before = _ITSELF.search(text, max(0, match.start() - 60), match.start())
    own = reading.self
    if before is None or own is None or own.instrument is None:
        return None
    # 'Thông tư này' in a quoted article of another text is another.
    if own.kind and not before[0].casefold().startswith(own.kind.split()[0].casefold()):
        return None
    stated = own.date if match["signed"] else _iso(match)
    return own.instrument, stated, Span(before.start(), match.end())


def _of_cited(
    text: str, match: re.Match[str], reading: Reading, before: int
) -> tuple[str, str | None, Span] | None:
    """What the last of the citations `before` the words, or one further up, is given."""
    if not before or match["signed"]:
        return None
    gap = text[reading.citations[before - 1].span.end : match.start()]
    if len(gap) > _REACH or _ELSE.search(gap) or not gap.rstrip().endswith((",", "”")):
        return None
    subject, stated = _subject(text, reading.citations, before - 1), _iso(match)
    if subject is None or subject.instrument is None or not _fits(reading, subject, stated):
        return None
    return subject.instrument, stated, Span(subject.span.start, match.end())


def _subject(text: str, before: tuple[Citation, ...], at: int) -> Citation | None:
    """The instrument cited at a place, or the one whose title names it.

    'Thông tư số 136/2025/TT-BTC sửa đổi, bổ sung một số điều của Thông tư số 98/2020/TT-BTC ..., có
    hiệu lực kể từ ngày ...' tells of the first.
    """
    while True:
        start = before[at - 1].span.end if at else max(0, before[at].span.start - _REACH)
        gap = text[start : before[at].span.start]
        clause = gap[max(0, *(gap.rfind(mark) for mark in (";", ". "))) :]
        if not _CHANGES.search(clause):
            return before[at]
        if not at or clause != gap:
            return None
        at -= 1


def _fits(reading: Reading, citation: Citation, stated: str | None) -> bool:
    """Whether the day can be that of the instrument: not before it, nor years later."""
    held = next((i for i in reading.instruments if i.iri == citation.instrument), None)
    issued = citation.date or (held.date if held else None)
    if issued is None or stated is None:
        return False
    return issued <= stated and int(stated[:4]) - int(issued[:4]) <= _LATEST


def _iso(match: re.Match[str]) -> str | None:
    year, month, number = int(match["y"]), int(match["m"]), int(match["d"])
    if 1 <= month <= 12 and 1 <= number <= 31:
        return f"{year:04}-{month:02}-{number:02}"
    return None
