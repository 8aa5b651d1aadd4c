"""The grammar of Vietnamese official numbers: normalise them, take them apart, print them.

The separator tells the system (domain notes, section 0.9): `124-QĐ/TW` party, `15/QĐ-UBND` state
or Front, `64/2014/NĐ-CP` legal normative act. Errors in the wild (`217/QĐ-TW`, `146/2025-NĐ-CP`)
parse to the same parts.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

# Every dash and every look-alike of Đ that real texts put into numbers; one character for one
# character.
DASHES = "‐‑‒–—―−﹣－"
LOOKALIKES = str.maketrans({**dict.fromkeys(DASHES, "-"), "Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"})


_SPACE = re.compile(r"[\s\u200b\ufeff]+")


@lru_cache(maxsize=65536)
def normalise(number: str) -> str:
    """A number as identity needs it: no space, hyphen-minus, Đ as U+0110.

    >>> normalise("101- QÐ/TW")
    '101-QĐ/TW'
    """
    return _SPACE.sub("", number.translate(LOOKALIKES))


@dataclass(frozen=True, slots=True)
class Number:
    """A number taken apart.

    value   124          letter  `a` of `12a`, `.16` of `66.16/2026/NQ-CP`, else empty
    year    2014 of `64/2014/NĐ-CP`, else None
    symbol  `QĐ`, `TT`; None where there is none (`42/2013/QH13`, `50/CP`)
    organ   `TW`, `MTTQ-BTT`, `CP`, `QH13`; None for `187` alone
    system  `party` | `state` | `normative`
    """

    value: int
    letter: str
    year: int | None
    symbol: str | None
    organ: str | None
    system: str


# 124-QĐ/TW   64/2014/NĐ-CP   42/2013/QH13   171/KH-MTTQ-BTT   206-CP   18-L/CTN   480/1998-QĐ-TTg
# 1673/NQ-UBTVQH15   66.16/2026/NQ-CP
_SHAPE = re.compile(
    r"(?P<value>\d{1,6})(?P<letter>[a-zđ]?|\.\d{1,3}(?=/))(?:/(?P<year>(?:1[89]"
    r"|20)\d\d))?(?P<mark>//|/-|[-/_. ])(?P<rest>[A-Za-zĐđ].*)",
    re.S,
)
_ORGAN_ALONE = re.compile(r"(?:QH|UBTVQH|HĐNN|HDNN)\d*|CP|HĐBT|TTg|CT|NC|HĐCP|[A-ZĐ]+\d+")


@lru_cache(maxsize=65536)
def parse(number: str) -> Number | None:
    """The parts of a number, or None where the string is none.

    >>> parse("124-QĐ/TW")
    Number(value=124, letter='', year=None, symbol='QĐ', organ='TW', system='party')
    >>> parse("42/2013/QH13").organ
    'QH13'
    """
    match = _SHAPE.fullmatch(normalise(number))
    if match is None:
        return None
    rest, year = match["rest"], match["year"]
    symbol, organ = _symbol_and_organ(rest)
    if year:
        system = "normative"
    elif match["mark"] == "-" and "/" in rest:
        system = "party"
    else:
        system = "state"
    return Number(
        int(match["value"]), match["letter"], int(year) if year else None, symbol, organ, system
    )


def _symbol_and_organ(rest: str) -> tuple[str | None, str | None]:
    """Splits `QĐ/TW`, `NĐ-CP`, `KH-MTTQ-BTT` at the first mark.

    `QH13`, `CP` and `HĐBT` have no symbol.
    """
    if _ORGAN_ALONE.fullmatch(rest):
        return None, rest
    parts = re.split(r"[-/_. ]", rest, maxsplit=1)
    if len(parts) == 1:
        return parts[0], None
    return parts[0], parts[1]
