"""Which register a number belongs to.

Its owner, its period, its symbol. A number alone is not an identity.

Party numbers restart with each committee term, state ones each year; suffixes such as TU, HU or
MTTQ name a sort of body, so the body comes from the issuer as written or from the home of the
text. What is not sure gives no key.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from loaders.model import Citation
from loaders.register_owners import LOCAL, Resolve, Setting, owner_of
from ontology import authority, iris
from ontology.iris import InstrumentKey
from ontology.numbers import Number, parse

_PARTY_LOCAL: Final = frozenset(k for k in LOCAL if k[-1] == "U" or k == "CB")
# '21-LCT/HDNN8', '51-L/CTN': written with a hyphen as party numbers are, counted by year.
_STATE_ORGANS: Final = re.compile(r"QH|UBTVQH|HĐNN|HDNN|CTN|HĐBT|HĐCP|CP\Z|TTg")


class RegisterKey(NamedTuple):
    """What is known of a citation's register: any part may be open.

    `instrument` is the whole key, where nothing is open.
    """

    owner: str | None
    period: str | None
    symbol: str | None
    number: str
    instrument: InstrumentKey | None


def register_key(
    citation: Citation, setting: Setting, resolve: Resolve, term: str | None = None
) -> RegisterKey | None:
    """The register of a numbered citation, as far as its words and the text's home fix it.

    `term` is the Roman numeral of the committee's term where one stands with the citation.
    """
    number = parse(citation.number) if citation.number else None
    if number is None:
        return None
    owner, local_level = owner_of(number, citation.issuer, setting, resolve)
    period = _period(number, owner, local_level, citation.date)
    if period is None and term and _of_the_party(number) and number.organ not in _PARTY_LOCAL:
        period = next((t.slug for t in authority.terms() if t.roman == term), None)
    symbol = _symbol(number, citation.kind)
    value = f"{number.value}{_letter(number.letter)}"
    whole = InstrumentKey(owner, period, symbol, value) if owner and period and symbol else None
    return RegisterKey(owner, period, symbol, value, whole)


def _letter(letter: str) -> str:
    """The letter of a number in an IRI: `a` of '12a', `-16` of '66.16'."""
    return f"-{letter[1:]}" if letter.startswith(".") else iris.slug(letter)


def _period(number: Number, owner: str | None, level: str | None, date: str | None) -> str | None:
    """`2014`, `k12`, `nk2020`; None where date and number leave it open."""
    if number.year:
        return str(number.year)
    if date is None or owner is None:
        return None
    if number.organ in _PARTY_LOCAL:
        return _local_term(owner, level or "", date)
    return _central_term(date) if _of_the_party(number) else date[:4]


def _of_the_party(number: Number) -> bool:
    return number.system == "party" and not _STATE_ORGANS.match(number.organ or "")


def _central_term(date: str) -> str | None:
    """The central committee's term at a date; None for a year or month in which two terms meet."""
    first, last = _bounds(date)
    found = {
        t.slug
        for t in authority.terms()
        if t.owner == "tw"
        and t.start.isoformat() <= last
        and (t.end is None or t.end.isoformat() >= first)
    }
    return found.pop() if len(found) == 1 else None


def _local_term(owner: str, level: str, date: str) -> str | None:
    """`nk2020`: the local committee's term at a date.

    Open while the season of congresses of its level lasts.
    """
    first, last = _bounds(date)
    exact = {t.slug: t.start for t in authority.terms() if t.owner == owner}
    term = None
    for window in (w for w in authority.term_windows() if w.level == level):
        opens, closes = exact.get(window.slug, window.start), exact.get(window.slug, window.end)
        if last < opens.isoformat():
            break
        if first < closes.isoformat():
            return None
        term = window.slug
    return term


def _bounds(date: str) -> tuple[str, str]:
    """First and last day that a date of any precision can mean."""
    return {4: (f"{date}-01-01", f"{date}-12-31"), 7: (f"{date}-01", f"{date}-31")}.get(
        len(date), (date, date)
    )


def _symbol(number: Number, kind: str | None) -> str | None:
    """The symbol's slug from the fixed table.

    Acts that carry their year count apart from those that do not.
    """
    normative = number.year is not None
    if number.symbol:
        if slug := authority.symbol_slug(number.symbol, normative=normative):
            return slug
        # 'QD' and 'nđ' are what keyboards and portals make of QĐ and NĐ.
        spellings = (number.symbol.upper(), number.symbol.upper().replace("D", "Đ"))
        slugs = (authority.symbol_slug(each, normative=normative) for each in spellings)
        # 'Thông tư số 09/2017/BLĐTBXH' left its symbol out: a number with its year is no letter's
        own = own_symbol(kind or "", normative=True) if normative and not number.organ else None
        return next((slug for slug in slugs if slug), own or "cv")
    return own_symbol(kind or "", normative=normative)


@lru_cache(maxsize=1024)
def own_symbol(kind: str, *, normative: bool) -> str | None:
    """The symbol's slug under which a kind counts where its number shows none."""
    own = {k.label: k.normative_register if normative else k.register for k in authority.kinds()}
    return own.get(kind)
