"""Official numbers in a text: where they stand, tried only at their marks, and what they are."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from ontology import authority
from ontology.numbers import Number, normalise, parse

# 'QH13', 'NHNN2'; but the digit of '66-NQ/TW1' is that of a footnote.
_SYMBOL: Final = (
    r"[A-ZĐ](?:[A-ZĐƯÔ]|&(?=[A-ZĐ])|[a-z](?=[A-ZĐ/_.-]|\b)|tr(?=[/-])|[yrhi])*"
    r"(?:(?<!\WTW)(?<!\WCP)(?<!\WTTg)[0-9]{1,2})?"
)
# 124-QĐ/TW   101- QĐ/TW   18 -NQ/TW   171/KH-MTTQ-BTT   64/2014/NĐ-CP   91/2014/NĐ-↵CP
# 42/2013/QH13   206-CP   02/2004/NQ.HĐTP   86/2024//TT-BTC   09/-CT-TW   66.16/2026/NQ-CP
NUMBER: Final = re.compile(
    rf"""(?<![\w/.,-])(?P<value>[0-9]{{1,6}}(?:[a-zđ]|\.[0-9]{{1,3}}(?=/20[0-9]{{2}}/NQ))?)
    (?:\s{{0,2}}/\s{{0,2}}(?P<year>(?:1[89]|20)[0-9]{{2}}))?
    (?P<mark>(?!\s?\n-\s)\s{{0,2}}(?:[-/]|//|/-)\s{{0,3}}|\s(?=[A-ZĐ]{{2,4}}i?/[A-ZĐ]))
    (?P<rest>{_SYMBOL}(?:\s?[-/_]\s{{0,2}}{_SYMBOL}|\.{_SYMBOL}|\s-\s(?=[A-ZĐ]{{2,}}\b)(?<=/[A-ZĐ]{{2}}\s-\s){_SYMBOL}){{0,12}})
    (?:(?!\w)|(?:(?<=\WTW)|(?<=\WCP)|(?<=\WTTg))(?=[0-9]{{1,2}}(?!\w)))""",
    re.X,
)
# 65/2013/nđ-cp   15/2016/tt-bgtvt
_LOWER: Final = re.compile(
    r"(?<![\w/.,-])[0-9]{1,5}/(?:1[89]|20)[0-9]{2}/[a-zđ]{2,4}-[a-zđ&]{2,10}(?!\w)"
)
# 294QĐ/TW: the hyphen was lost in a PDF
_GLUED: Final = re.compile(
    r"(?<![\w/.,-])(?P<value>[0-9]{1,4})(?P<rest>[A-ZĐ]{2,4}i?/[A-ZĐ]{2,12})(?!\w)"
)

LEGISLATURE: Final = re.compile(r"QH|UBTVQH|HĐNN|HDNN")


def _after_value(mark: str) -> str:
    """A look back at a value before a mark: '4-QĐ', '1a/2014', '4 - QĐ', '9/ ↵TT'."""
    between = ("", r"[a-zđ\s]", r"[a-zđ\s]\s", r"[a-zđ]\s\s")
    return "(?:" + "|".join(f"(?<=[0-9]{each}{mark})" for each in between) + ")"


# On each page of the gazette stands 'CÔNG BÁO/Số 133/Ngày 28-01-2026'.
_SLASH: Final = re.compile(
    rf"/(?=[-/]?\s{{0,3}}(?:[A-ZĐ](?!gày)|(?:1[89]|20)[0-9]{{2}}\s{{0,2}}[-/_])){_after_value('/')}"
    # '294QĐ/TW', '84 QĐ/TW'
    r"|/(?=[A-ZĐ])(?:(?<=[0-9\s][A-ZĐ]{2}/)|(?<=[0-9\s][A-ZĐ]{3}/)|(?<=[0-9\s][A-ZĐ]{4}/)"
    r"|(?<=[0-9\s][A-ZĐ]{2}i/)|(?<=[0-9\s][A-ZĐ]{3}i/)|(?<=[0-9\s][A-ZĐ]{4}i/))"
)
_HYPHEN: Final = re.compile(
    rf"-(?=\s{{0,3}}(?:[A-ZĐ]|(?:1[89]|20)[0-9]{{2}}\s{{0,2}}[-/_])){_after_value('-')}"
)
# Not '2021' of 'QTKĐ: 06-↵2021/BLĐTBXH'.
_VALUE: Final = re.compile(
    r"(?<![0-9][-/]\s)(?<![0-9][-/]\s\s)(?:[0-9]{1,3}\.)?[0-9]+[a-zđ]?\s{0,2}(?:[A-ZĐ]{2,4}i?)?\Z"
)


def _marks(text: str) -> list[int]:
    """The slashes and hyphens that may stand behind a number's value."""
    found = []
    at = text.find("/")
    while at >= 0:
        # Most stand in dates.
        if _may_go_on(text, at + 1) and _SLASH.match(text, at):
            found.append(at)
        at = text.find("/", at + 1)
    at = text.find("-")
    while at >= 0:
        # Most stand before the items of lists and between words.
        if _is_near_digit(text, at) and _HYPHEN.match(text, at):
            found.append(at)
        at = text.find("-", at + 1)
    return found


def _may_go_on(text: str, at: int) -> bool:
    """Whether what stands here is no number, or one that a year may begin with."""
    return not _is_digit(text, at) or text[at : at + 2] in _CENTURIES


_CENTURIES: Final = ("18", "19", "20")


def _is_near_digit(text: str, at: int) -> bool:
    return _is_digit(text, at - 1) or _is_digit(text, at - 2) or _is_digit(text, at - 3)


def _is_digit(text: str, at: int) -> bool:
    return 0 <= at < len(text) and 48 <= ord(text[at]) <= 57


def number_matches(text: str, starts: Iterable[int] = ()) -> Iterator[re.Match[str]]:
    """Every official number of a text, left to right; at `starts` digits follow a kind word."""
    end = 0
    for place in sorted([*starts, *_marks(text)]):
        start = place
        if place >= end and text[place] in "/-":
            value = _VALUE.search(text, max(0, place - 14), place)
            start = value.start() if value else -1
        if start < end:
            continue
        for pattern in (NUMBER, _LOWER, _GLUED):
            if match := pattern.match(text, start):
                end = match.end()
                yield match
                break


class Printed(NamedTuple):
    """A number as identity needs it, with its parts.

    `known` says whether its symbol is one of the lists', `legislature` whether a legislature's.
    """

    number: str
    parts: Number
    known: bool
    legislature: bool


def printed(match: re.Match[str]) -> Printed | None:
    """What a matched number is; a hyphen lost in a PDF or by a typist is put back."""
    lost = match.re is _GLUED or (match.re is NUMBER and match["mark"].isspace())
    return _printed(f"{match['value']}-{match['rest']}" if lost else match[0])


@lru_cache(maxsize=65536)
def _printed(written: str) -> Printed | None:
    number = normalise(written)
    parts = parse(number)
    if parts is None:
        return None
    legislature = bool(LEGISLATURE.match(parts.organ or ""))
    return Printed(number, parts, legislature or parts.symbol in _symbols(), legislature)


@cache
def _symbols() -> frozenset[str]:
    return frozenset(symbol for kind in authority.kinds() for symbol in kind.symbols)


@cache
def kinds_by_symbol() -> dict[str, str]:
    """Symbols that only one kind has -> its label.

    QĐ, TT, CT and the like are left to the kind word.
    """
    owners: dict[str, set[str]] = {}
    for kind in authority.kinds():
        for symbol in kind.symbols:
            owners.setdefault(symbol, set()).add(kind.label)
    return {symbol: min(labels) for symbol, labels in owners.items() if len(labels) == 1}
