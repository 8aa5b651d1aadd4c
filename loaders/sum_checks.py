"""Totals that a list takes apart: 'tổng số 50 cuộc, gồm: cấp huyện 20 cuộc, cấp xã 40 cuộc'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from loaders.model import Span
from loaders.notices import LIKELY, WARNING, Draft, Notice, Words

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d{1,6}"
# 'Tổng số 50 cuộc giám sát, gồm: cấp huyện 20 cuộc, cấp xã 40 cuộc.'
# 'Có 100 đại biểu dự, gồm 60 nam và 50 nữ.'
# 'đã kết nạp 1.200 đảng viên (trong đó nam 700, nữ 600)'
_LIST = re.compile(
    rf"""(?<![\w/.,%-])(?P<head>(?P<whole>{_NUMBER})\s(?P<unit>[^\W\d_]+)(?:\s[^\W\d_]+){{0,6}}?)
    \s?[,;:(]?\s?(?P<opening>(?:bao\s)?gồm|trong\sđó)(?:\scó|\sgồm)?\s?:?\s
    (?P<parts>[^.;\n()]{{5,240}})""",
    re.VERBOSE,
)
# 'cấp huyện 20 cuộc', '60 nam', 'nữ 600'
_PART = re.compile(
    rf"(?P<before>[^\d%]*)(?<![\w/.-])(?P<value>{_NUMBER})(?![\w/%-])(?:\s(?P<after>[^\d%]*))?"
)
_BETWEEN = re.compile(r",\s|\svà\s")
_NESTED = re.compile(r"trong đó|\bgồm\b|tăng|giảm|so với|chiếm|đạt|lượt|ngoài ra|riêng", re.I)
# What excludes one another: levels and sexes.
_SORT = re.compile(r"cấp (?:tỉnh|huyện|xã|cơ sở|trung ương)|\b(?:nam|nữ)\b", re.I)
_PEOPLE = frozenset("đại người đồng đảng cán công viên thành cấp hội đoàn học".split())


@dataclass(frozen=True, slots=True)
class _Part:
    words: str
    value: float
    sort: str
    unit: str


def sum_checks(draft: Draft) -> Iterator[Notice]:
    """Lists of levels, of sexes, or of the parts that 'gồm' announces, which exceed their total."""
    text = draft.seen.text
    for match in _LIST.finditer(text):
        parts = _parts(match["parts"])
        whole = _value(match["whole"])
        total = sum(part.value for part in parts)
        if len(parts) < 2 or total <= whole or not _apart(match, parts):
            continue
        terms = " + ".join(part.words for part in parts)
        yield Notice(
            "parts-differ",
            WARNING,
            LIKELY,
            _total(draft, match),
            Words(
                f"Tổng ghi là {whole:g}, cộng các phần ({terms}) được {total:g}.",
                f"The total is given as {whole:g}; the parts ({terms}) make {total:g}.",
            ),
            Words("Kiểm tra lại tổng và các phần.", "Check the total and its parts."),
            (draft.side(_raw(draft, match, "parts")),),
        )


def _total(draft: Draft, match: re.Match[str]) -> Span:
    """The figure that states the total, as other rules on figures tell it; else its words."""
    words = _raw(draft, match, "head")
    return next((f.span for f in draft.reading.figures if f.span.start == words.start), words)


def _raw(draft: Draft, match: re.Match[str], group: str) -> Span:
    return Span(draft.seen.raw(match.start(group)), draft.seen.raw(match.end(group)))


def _parts(listed: str) -> list[_Part]:
    """The items of a list up to the first that counts nothing; none where it counts otherwise."""
    whole = _NESTED.split(listed, maxsplit=1)[0]
    found = takewhile(bool, (_PART.fullmatch(each.strip()) for each in _BETWEEN.split(whole)))
    return [_part(each) for each in found if each]


def _part(match: re.Match[str]) -> _Part:
    sort = _SORT.search(match[0])
    unit = (match["after"] or "").split()
    named = sort[0].casefold() if sort else ""
    return _Part(match[0].strip(), _value(match["value"]), named, unit[0] if unit else "")


def _apart(match: re.Match[str], parts: list[_Part]) -> bool:
    """Whether the parts exclude one another and count what the total counts."""
    sorts = {part.sort for part in parts}
    people = match["unit"].casefold() in _PEOPLE
    if "" not in sorts and len(sorts) == len(parts):
        # a list by level and by sex counts everyone twice
        sexes = {sort in ("nam", "nữ") for sort in sorts}
        counted = all(part.unit in ("", match["unit"], "nam", "nữ") for part in parts)
        return len(sexes) == 1 and (people or counted)
    # 'gồm 20 cuộc kiểm tra, 40 cuộc giám sát': what 'gồm' lists makes the whole
    return match["opening"].endswith("gồm") and all(part.unit == match["unit"] for part in parts)


def _value(number: str) -> float:
    return float(number.replace(".", ""))
