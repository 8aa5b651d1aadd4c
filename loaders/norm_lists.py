"""Lists that a text calls by their name: '27 biểu hiện', '19 điều đảng viên không được làm'."""

import re
from collections.abc import Iterator
from functools import cache

from loaders.model import Span
from loaders.records import records
from ontology import authority


def norm_lists(text: str, day: str | None) -> Iterator[tuple[Span, str]]:
    """The places that name a list of record, each with the list of that day.

    Of lists that share a name the one is meant whose instrument was the last by then; without a day
    a shared name means none.
    """
    # Few texts name any: the last words are sought first, which costs next to nothing.
    if not any(last in text for last in _last_words()):
        return
    for match in _names().finditer(text):
        if meant := _of_day(_bearers()[" ".join(match[0].split())], day):
            yield Span(*match.span()), meant


def _of_day(bearers: tuple[tuple[str, str], ...], day: str | None) -> str | None:
    if len(bearers) == 1:
        return bearers[0][1]
    return max((each for each in bearers if day and each[0] <= day), default=("", None))[1]


@cache
def _bearers() -> dict[str, tuple[tuple[str, str], ...]]:
    """The lists of each name with the day of their instrument."""
    found: dict[str, list[tuple[str, str]]] = {}
    for each in authority.norm_item_sets():
        for name in each.names:
            issued = records()[each.defined_in].issued or ""
            found.setdefault(name, []).append((issued, each.iri))
    return {name: tuple(sorted(lists)) for name, lists in found.items()}


@cache
def _names() -> re.Pattern[str]:
    spelt = (r"\s+".join(map(re.escape, name.split())) for name in sorted(_bearers(), reverse=True))
    # The first letter stands first, so that the engine skips to it.
    led = (rf"{words[0]}(?<!\w{words[0]}){words[1:]}" for words in spelt)
    return re.compile(rf"(?:{'|'.join(led)})(?!\w)")


@cache
def _last_words() -> frozenset[str]:
    return frozenset(" ".join(name.split()[-2:]) for name in _bearers())
