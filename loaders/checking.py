"""Everything in a draft that contradicts itself or the record, in reading order.

Needs no store: the rules look at one reading and at the authority lists, and beside it at what a
store holds where one is at hand. They warn and suggest; they change nothing.
"""

from collections.abc import Callable, Iterator
from itertools import chain

from loaders.date_checks import date_checks
from loaders.figure_checks import figure_checks
from loaders.former_checks import former_checks
from loaders.misspelt_checks import misspelt_checks
from loaders.model import Reading
from loaders.notices import INFORMATION, Draft, Notice
from loaders.number_checks import number_checks
from loaders.record_checks import record_checks
from loaders.register_checks import register_checks
from loaders.sequence_checks import sequence_checks
from loaders.store_checks import Loaded, store_checks
from loaders.sum_checks import sum_checks
from loaders.validity_checks import validity_checks

_FAMILIES: tuple[Callable[[Draft], Iterator[Notice]], ...] = (
    record_checks,
    validity_checks,
    date_checks,
    register_checks,
    sequence_checks,
    number_checks,
    misspelt_checks,
    figure_checks,
    sum_checks,
    former_checks,
)


def checked(
    reading: Reading, today: str, as_of: str | None = None, loaded: Loaded | None = None
) -> tuple[Notice, ...]:
    """The notices on one text, each once; those against a store where `loaded` is of one.

    It is judged by its own date (else that of its publication); `as_of` overrides both, and where
    all are missing `today` is only informed about.
    """
    stated = as_of or (reading.self.date if reading.self else None) or reading.source.published
    draft = Draft(reading, (stated or today)[:10], stated is not None)
    found = chain.from_iterable(family(draft) for family in _FAMILIES)
    if loaded is not None:
        found = chain(found, store_checks(draft, loaded))
    return tuple(sorted(_outside_furniture(draft, found), key=lambda n: (n.span, n.rule)))


def wrong(notices: tuple[Notice, ...]) -> bool:
    """Whether something is wrong, beyond what a reader may only like to know."""
    return any(notice.severity != INFORMATION for notice in notices)


def _outside_furniture(draft: Draft, found: Iterator[Notice]) -> Iterator[Notice]:
    """Without what stands in page furniture, or in a passage that is printed a second time."""
    barred = (*draft.reading.boilerplate, *draft.reading.repeated)
    seen = set()
    for notice in found:
        inside = any(s.start <= notice.span.start < s.end for s in barred)
        key = (notice.rule, notice.span)
        if key not in seen and not (inside and not notice.also):
            seen.add(key)
            yield notice
