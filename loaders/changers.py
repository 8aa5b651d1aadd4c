"""Who changed an instrument: 'Luật A được sửa đổi, bổ sung bởi Luật số B, Luật số C và Luật số D'.

Two questions that the words alone leave open. Which instrument before the words is meant: in 'Nghị
định A quy định chi tiết Luật L được sửa đổi bởi Nghị định B' it is the decree, since no decree
changes a law. And where the list of changers ends: '..., Luật Đất đai số 45/2013/QH13' is the next
thing that the sentence names, not one more that changed the law before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.model import Citation
from loaders.records import records, year_of
from loaders.treatments import ADJOINING
from ontology.ranks import may_change, rank

# So far apart two citations may stand and still belong together.
FAR = 260
BY = re.compile(
    # With a capital the words stand in a cell of their own: `loaders.published_lists`.
    r"(?:(?P<passive>(?:đã\s+)?(?:được|bị))\s+|(?<!Được\s)(?<!Bị\s))"
    r"(?P<how>(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|đính\s+chính)"
    r"(?:\s*(?:,|và)?\s*(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ))*"
    r"(?:\s+(?:một\s+số\s+(?:nội\s+dung|điều|khoản)|một\s+phần))?)"
    # 'Nghị định A sửa đổi, bổ sung bởi Nghị định B': 'bởi' alone tells who did it
    r"\s+(?(passive)(?:bởi|theo(?:\s+quy\s+định)?(?:\s+tại|\s+của)?|tại|bằng)|bởi)"
)
# From these words to the first of the changers.
_REACHES = re.compile(
    r"(?:\s|:|các|(?:điểm|khoản|điều|Điều)\s+\S{1,4}(?:\s*(?:,|và)\s*\d{1,3})*|của)*"
)
# 'và Thông tư số 32/2025/TT-BTC hướng dẫn ...', 'và Nghị định số B được sửa đổi bởi': what has a
# title or changers of its own is not one of a list of bare numbers.
_OWN_CHANGERS = re.compile(r"[\s,(]*(?:đã\s+)?được\s+(?:sửa|bổ|thay)\s")
_OWN_TITLE = re.compile(r"\s*,?\s*(?:quy\s+định|hướng\s+dẫn|về|ban\s+hành|thực\s+hiện)\s")
_BARE = re.compile(r"(?:(?:Bộ\s+)?[Ll]uật\s+)?(?:số\s+)?\d|(?!(?:Bộ\s+)?[Ll]uật)")


@dataclass(frozen=True, slots=True)
class Changed:
    """An instrument that a list of others has changed, and how far the list is read.

    Where its title stood before the words, a title behind the list is not its own.
    """

    target: Citation
    how: str
    is_titled: bool
    last: Citation
    is_closed: bool = False


def changed_by(gap: str, candidates: Sequence[Citation], by: Citation) -> Changed | None:
    """The instrument that the words before `by` say it changed; `candidates` the nearest first."""
    words = BY.search(gap)
    if words is None or not _REACHES.fullmatch(gap, words.end()):
        return None
    target = _meant(candidates, by)
    if target is None:
        return None
    return Changed(target, words["how"], bool(gap[: words.start()].strip(" ,(\n")), by)


def goes_on(changed: Changed, gap: str, text: str, following: Citation) -> Changed | None:
    """The same list with one more changer, if the next citation is one."""
    if changed.is_closed or ";" in gap or not ADJOINING.fullmatch(gap):
        return None
    last = changed.last
    if (
        _rank(following) != _rank(last)
        or (year_of_citation(following) or "9") < year_of_citation(last)
        or (_BARE.match(last.text) and not _BARE.match(following.text))
        or _OWN_CHANGERS.match(text, following.span.end)
        or (changed.is_titled and _OWN_TITLE.match(text, following.span.end))
    ):
        return None
    return replace(changed, last=following, is_closed="và" in gap)


def _meant(candidates: Sequence[Citation], by: Citation) -> Citation | None:
    """The nearest of the rank of what changed it, else the nearest that it may change at all."""
    own = _rank(by)
    others = (each for each in candidates if each.instrument != by.instrument)
    older = [each for each in others if year_of_citation(each) <= (year_of_citation(by) or "9")]
    alike = (each for each in older if _rank(each) == own)
    iri = by.instrument or ""
    return next(alike, None) or next((c for c in older if may_change(own, _rank(c), iri)), None)


def _rank(citation: Citation) -> int:
    return rank(citation.instrument or "", citation.kind)


def year_of_citation(citation: Citation) -> str:
    """The year of a cited instrument, empty where it is not known."""
    iri = citation.instrument or ""
    record = records().get(iri)
    return year_of(iri) or ((record.issued if record else None) or citation.date or "")[:4]


def changers_end(text: str, citations: Sequence[Citation], place: int) -> int:
    """Where the words on an instrument end: behind those that are said to have changed it.

    'Luật số A đã được sửa đổi, bổ sung một số điều theo Luật số B và Luật số C hết hiệu lực ...'
    """
    end = citations[place].span.end
    changed: Changed | None = None
    for at in range(place + 1, len(citations)):
        following = citations[at]
        if following.span.start - end > FAR:
            break
        gap = text[end : following.span.start]
        changed = (
            goes_on(changed, gap, text, following)
            if changed
            else changed_by(gap, citations[place : place + 1], following)
        )
        if changed is None:
            break
        end = following.span.end
    return end
