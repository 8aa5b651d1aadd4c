"""Pin-cites: the điểm, khoản, Điều, Mục, Chương, Phụ lục that a citation points to.

Lists are distributed and ranges written out as eval/guide.md says: 'các điểm a, b khoản 1 Điều 1'
gives 'điểm a khoản 1 Điều 1; điểm b khoản 1 Điều 1'; 'Điều 9 đến Điều 11' gives three articles.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from loaders.anchors import longest_of

_RANK: Final = {
    "điểm": 0,
    "khoản": 1,
    "điều": 2,
    "tiểu mục": 3,
    "mục": 4,
    "chương": 5,
    "phần": 6,
    "phụ lục": 7,
    "biểu": 7,
    "mẫu": 7,
}
_PRINTED: Final = {
    "điều": "Điều",
    "mục": "Mục",
    "chương": "Chương",
    "phần": "Phần",
    "phụ lục": "Phụ lục",
    "biểu": "Biểu",
    "mẫu": "Mẫu",
}
_ROMANS: Final = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split()
_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"

_LEVEL: Final = r"(?:[Tt]iểu\s+mục|[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Mm]ục|[Cc]hương|[Pp]hần|[Pp]hụ\s+lục)"
_VALUE: Final = (
    r"(?:số\s+)?(?:[0-9]+(?:[./][0-9IVX]+)*/?[a-zđ]?(?:\.[0-9]+)*|[IVXLC]+(?:\.[0-9]+)*[a-z]?"
    r"|[A-ZĐ](?:\.[0-9]+)*|[a-zđ](?:[0-9]|\.[0-9]+)*)(?!\w)"
)
_TOKEN: Final = re.compile(
    rf"\s*+(?:(?P<level>{_LEVEL})(?!\w)|(?P<value>{_VALUE})|(?P<range>đến(?:\s+hết)?|tới|-)(?!\w)"
    r"|(?P<and>,|;|và|hoặc|các|từ|của|tại)(?!\w))"
)
# 'các điều từ Điều 11 đến Điều 13' begins at the second word.
_FIRST: Final = re.compile(rf"(?<!\w)(?:[Cc]ác\s+|từ\s+)?{_LEVEL}(?!\w)(?!\s+từ\s)")
# What may stand between a pin-cite and the instrument: 'Điều 5 của Luật', 'Phụ lục ban hành kèm
# theo Quy định này'.
_LINK: Final = re.compile(
    r"\s+(?:của\s+|tại\s+|trong\s+|thuộc\s+)?"
    r"(?:(?:(?:[Qq]uy\s+(?:định|chế|trình)|[Đđ]iều\s+lệ|[Hh]ướng\s+dẫn)\s+)?"
    r"(?:ban\s+hành\s+)?kèm\s+theo\s+|Bản\s+)?\Z"
    r"|\s*,?\s*\Z"
)
# What may stand before the space: most citations follow a word that no pin-cite ends with.
_LAST_LETTERS: Final = frozenset("0123456789abcdefghijklmnopqrstuvwxyzđIVXLC/,")
_WINDOW: Final = 220
# Words that a pin-cite and its link to the instrument are made of. A chain of them is read
# backwards from the instrument, so the pattern runs over the text turned round.
_CHAIN_WORDS: Final = (
    "Điểm điểm Khoản khoản Điều điều Mục mục Tiểu tiểu Chương chương Phần phần Phụ phụ Lục lục số "
    "Các các từ Từ đến hết tới và hoặc của tại trong thuộc ban hành kèm theo Bản "
    "Quy quy định chế trình lệ Hướng hướng dẫn"
).split()
_CHAIN: Final = re.compile(
    r"\s*(?:[,;-]\s*)?(?:(?:"
    + longest_of({tuple(word[::-1]) for word in _CHAIN_WORDS}, "", "")
    + r"|[0-9A-ZĐa-zđ./]{0,12}[0-9][0-9A-ZĐa-zđ./]{0,12}|/?[a-zđA-ZĐ]|[a-z]?[IVXLC]+)"
    r"(?!\w)[\s,;-]*+)*+"
)


class _Run(NamedTuple):
    """A level with its values; `apart` tells that a mark or a word parts it from what is before."""

    rank: int
    level: str
    values: tuple[str, ...]
    apart: bool


def pinpoint_before(text: str, start: int, floor: int = 0) -> str | None:
    """The pin-cite that ends where the citation at `start` begins, None where there is none.

    Nothing before `floor`, the end of the citation before, belongs here.

    >>> pinpoint_before("theo điểm b khoản 3 Điều 5 Luật", 27)
    'điểm b khoản 3 Điều 5'
    """
    before = text[max(floor, start - 2) : start]
    if not (before[-1:].isspace() and (before[0] in _LAST_LETTERS or before[0].isspace())):
        return None
    turned = text[max(floor, start - _WINDOW) : start][::-1]
    chain = _CHAIN.match(turned)
    return _linked(chain[0][::-1]) if chain and chain.end() > 1 else None


@lru_cache(maxsize=65536)
def _linked(chain: str) -> str | None:
    """The first pin-cite of a chain that nothing but a link follows."""
    if chain.rstrip().removesuffix(",")[-1:] not in _LAST_LETTERS:
        return None
    done = 0
    for match in _FIRST.finditer(chain):
        if match.start() < done:
            continue
        runs, end = _runs(chain, match.start())
        if runs and _LINK.fullmatch(chain, end):
            return _printed(runs)
        done = max(end, match.end())
    return None


_BRACKET: Final = re.compile(r"\s?\((?:tại\s+)?(?=[Kk]hoản|[Đđ]iều\s|[Đđ]iểm)")


def pinpoint_after(text: str, end: int) -> str | None:
    """The pin-cite that follows a citation in brackets: 'Luật X (khoản 2 Điều 5)'."""
    match = _BRACKET.match(text, end) if text.find("(", end, end + 2) >= 0 else None
    if match is None:
        return None
    runs, stop = _runs(text, match.end())
    return _printed(runs) if runs and text[stop : stop + 1] == ")" else None


def _runs(text: str, start: int) -> tuple[list[_Run], int]:
    """The levels and values that stand one after the other from `start`, and where they end."""
    runs: list[_Run] = []
    values: list[str] = []
    level, ranged, end, position = "", False, start, start
    parted = apart = False
    while match := _TOKEN.match(text, position):
        position, sort = match.end(), match.lastgroup
        if sort == "level":
            # 'Điều 9 đến Điều 11': the range goes on over the repeated word.
            word = match["level"].lower()
            if word not in _RANK:
                word = " ".join(word.split())
            if not (ranged and word == level):
                if level:
                    runs.append(_Run(_RANK[level], level, tuple(values), apart))
                level, values, apart = word, [], parted
            parted, end = False, position
        elif sort == "value":
            if not level:
                break
            value = match["value"].removeprefix("số").lstrip()
            if values and _is_other_sort(values[-1], value):
                break
            values.extend(_between(values[-1], value) if ranged and values else [value])
            ranged, parted, end = False, False, position
        elif sort == "range":
            ranged = bool(values)
        elif sort == "and":
            parted = True
    if level and (values or level == "phụ lục"):
        runs.append(_Run(_RANK[level], level, tuple(values), apart))
    return ([] if any(not r.values and r.level != "phụ lục" for r in runs) else runs), end


def _is_other_sort(before: str, value: str) -> bool:
    """Whether a value cannot continue a list: 'Điều 5 và a ...' is not a list of articles."""
    return before[0].isdigit() != value[0].isdigit()


def _between(first: str, last: str) -> list[str]:
    """The values after `first` up to `last`, of numbers or of the Vietnamese alphabet."""
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < 200:
        return [str(n) for n in range(int(first) + 1, int(last) + 1)]
    if first in _ROMANS and last in _ROMANS:
        return list(_ROMANS[_ROMANS.index(first) + 1 : _ROMANS.index(last) + 1]) or [last]
    if first in _LETTERS and last in _LETTERS and len(first) == len(last) == 1:
        return list(_LETTERS[_LETTERS.index(first) + 1 : _LETTERS.index(last) + 1]) or [last]
    return [last]


def _printed(runs: list[_Run]) -> str:
    """Each lowest value with the higher levels that follow it.

    Nearest higher level to the right.
    """
    parents = [
        next((j for j in range(i + 1, len(runs)) if _holds(runs, j, run)), None)
        for i, run in enumerate(runs)
    ]
    heads = [i for i in range(len(runs)) if i not in parents]
    return "; ".join(path for i in heads for path in _paths(runs, parents, i))


def _holds(runs: list[_Run], j: int, lower: _Run) -> bool:
    """Whether a later run is a higher level; 'Điều 6, Phụ lục II' are two places, not one."""
    higher = runs[j]
    article = lower.level == "điều" or runs[j - 1].level == "điều"
    return higher.rank > lower.rank and not (article and higher.level == "phụ lục" and higher.apart)


def _paths(runs: list[_Run], parents: list[int | None], i: int) -> list[str]:
    run, parent = runs[i], parents[i]
    name = _PRINTED.get(run.level, run.level)
    own = [f"{name} {value}" for value in run.values] or [name]
    if parent is None:
        return own
    return [f"{mine} {above}" for mine in own for above in _paths(runs, parents, parent)]
