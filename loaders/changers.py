"""What changed an instrument, as a text lists it: 'đã được sửa đổi, bổ sung theo Luật số A ...'."""

import re
from collections.abc import Iterator

from loaders.model import Citation
from loaders.treatments import ADJOINING

PASSIVE = re.compile(
    r"(?:đã\s+)?được\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế"
    r"|bãi\s+bỏ)(?:\s*,\s*bổ\s+sung)?(?:\s+một\s+số\s+điều)?(?:\s+(?:bởi|theo|tại|bằng))?"
)
_CHANGED = re.compile(rf"[\s,(]*{PASSIVE.pattern}[\s:]*(?:các\s+)?")


def changers_end(text: str, citations: tuple[Citation, ...], place: int) -> int:
    """Where the list of those that changed an instrument ends: they do not end with it.

    'Luật số A đã được sửa đổi, bổ sung một số điều theo Luật số B và Luật số C hết hiệu lực ...'
    """
    end = citations[place].span.end
    changer = citations[place + 1] if place + 1 < len(citations) else None
    if changer is None or not _CHANGED.fullmatch(text, end, changer.span.start):
        return end
    return [changer, *further_changers(text, citations, place + 1)][-1].span.end


def further_changers(text: str, citations: tuple[Citation, ...], place: int) -> Iterator[Citation]:
    """Those that go on the list of what changed an instrument, from its first at `place`.

    '... được sửa đổi, bổ sung theo Luật số 48/2014/QH13, Luật số 97/2015/QH13, Luật Tài nguyên nước
    số 17/2012/QH13 ...': they stand in the order of their years and by their bare numbers, so that
    the last one is another element of the list around.
    """
    before = citations[place]
    for following in citations[place + 1 :]:
        gap = text[before.span.end : following.span.start]
        named = _is_bare(text, before) and not _is_bare(text, following)
        if ";" in gap or named or is_older(following, before) or not ADJOINING.fullmatch(gap):
            return
        yield following
        before = following


def _is_bare(text: str, citation: Citation) -> bool:
    return bool(_BARE.fullmatch(text, citation.span.start, citation.core.start))


_BARE = re.compile(
    r"(?:(?:Bộ\s+)?[Ll]uật|Pháp\s+lệnh|Nghị\s+(?:quyết|định)|Thông\s+tư|Quyết\s+định)\s+số\s*"
)
_YEAR = re.compile(r"/((?:19|20)\d\d)/")


def is_older(one: Citation, other: Citation) -> bool:
    """Whether an instrument is of an earlier year, where the text tells the years of both."""
    years = [
        each.date[:4] if each.date else (m[1] if (m := _YEAR.search(each.number or "")) else "")
        for each in (one, other)
    ]
    return all(years) and years[0] < years[1]
