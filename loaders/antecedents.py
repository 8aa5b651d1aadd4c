"""Which instrument each citation means.

By its register, by the record, by what the text said before; else open.

A citation resolves when exactly one authority record, or one mention of the text that fixes
register and term, fits. What stays open gets an IRI of its own under the source, shared by
mentions that surely mean one instrument.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from loaders.links import Link, Seen
from loaders.model import Body, Citation, SelfIdentity, SourceText, citation_of
from loaders.name_links import law_name, name_link, named, unnumbered
from loaders.number_links import (
    agrees,
    bare_link,
    contradicted,
    fitting_records,
    numbered_link,
    organ_of,
    place_of,
    record_of_other_symbol,
    with_symbol,
)
from loaders.records import folded, records_by_name
from loaders.register_owners import Resolve, Setting
from loaders.registers import RegisterKey, register_key
from ontology import iris

# The open references of one kind and name, by the year that stands with them, '' for none.
_Years = dict[str, str]


def resolved(
    citations: tuple[Citation, ...],
    treatments: tuple[str, ...],
    text: str,
    source: SourceText,
    setting: Setting,
    own: SelfIdentity | None,
    resolve: Resolve,
) -> tuple[Citation, ...]:
    """The citations with treatment, instrument, rule and candidates; order kept."""
    keys = _keys(citations, text, setting, resolve)
    fixed = _fixed(citations, keys)
    names = named(citations, keys, treatments, setting.date)
    seen = Seen(source, text, setting, own, keys, fixed, _by_number(fixed), names)
    open_refs: dict[tuple[str, str], _Years] = {}
    # Citations that say the same share one key, and a whole key says by itself what they mean.
    links: dict[int, Link] = {}
    aliases: dict[tuple[str | None, str], Link] = {}
    issuers: dict[str | None, Body | None] = {None: None}

    @cache
    def agreed() -> frozenset[str | None]:
        return frozenset(c.number for c, key in zip(citations, keys, strict=True) if agrees(c, key))

    found: list[Citation] = []
    for citation, key, treatment in zip(citations, keys, treatments, strict=True):
        if key is not None and key.instrument is not None:
            if id(key) not in links:
                against = contradicted(citation, key, resolve, agreed)
                links[id(key)] = _whole(citation, key, seen, open_refs, against)
            link = links[id(key)]
        else:
            known = _link(citation, key, seen, found[-1] if found else None)
            if found and _is_called(text, found[-1].span.end, citation.span.start):
                aliases[_name(citation)] = Link(_called(found), "tên gọi tắt nêu trong văn bản")
            link = known or aliases.get(_name(citation)) or _open(citation, key, seen, open_refs)
        if citation.issuer and citation.issuer not in issuers:
            issuers[citation.issuer] = resolve(_WITH_TERM.sub("", citation.issuer))
        found.append(_linked(citation, treatment, link, own, issuers[citation.issuer]))
    return tuple(found)


def _whole(
    citation: Citation,
    key: RegisterKey,
    seen: Seen,
    open_refs: dict[tuple[str, str], _Years],
    against: tuple[str, tuple[str, ...]] | None,
) -> Link:
    """What a whole key means by itself, an open reference where its words speak against it."""
    link = None if against else numbered_link(citation, key, seen)
    reference = link or _open(citation, key, seen, open_refs)
    return Link(reference.instrument, *against) if against else reference


def _linked(
    citation: Citation, treatment: str, link: Link, own: SelfIdentity | None, body: Body | None
) -> Citation:
    """The citation with what it does, which instrument it means and who issued that."""
    return citation_of(
        citation[:8]
        + (
            citation.self_reference or link.instrument == (own.instrument if own else None),
            treatment,
            link.instrument,
            link.rule,
            link.candidates,
            None if citation.issuer and _is_joint(citation) else body,
        )
        + citation[14:]
    )


# '... (sau đây gọi tắt là Luật PPP)': the short name of what stands before.
_CALLED: Final = re.compile(
    r"[^.;()]{0,300}\((?:sau\s+đây|dưới\s+đây)?\s*(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+|chung\s+)?là:?"
    r"\s*[“\"]?"
)


def _is_called(text: str, end: int, start: int) -> bool:
    """Whether the words between two citations say that the second is a short name of the first."""
    near = text.find("là", max(end, start - _NEAR), start) >= 0
    return near and bool(_CALLED.fullmatch(text, end, start))


def _name(citation: Citation) -> tuple[str | None, str]:
    return citation.kind, citation.number or law_name(citation) or ""


def _called(found: list[Citation]) -> str:
    """What a short name stands for: 'Luật A được sửa đổi bởi Luật B (sau đây gọi là ...)' is A."""
    base = next((c for c in reversed(found) if c.treatment != "sửa đổi"), found[-1])
    return base.instrument or ""


def _is_joint(citation: Citation) -> bool:
    """A joint instrument has several issuers; one body for all of them would be invented."""
    return "liên tịch" in (citation.kind or "") or "TTLT" in (citation.number or "")


def _keys(
    citations: tuple[Citation, ...], text: str, setting: Setting, resolve: Resolve
) -> tuple[RegisterKey | None, ...]:
    """The register key of each citation; those that say the same have the same."""
    found: dict[tuple[str | None, ...], RegisterKey | None] = {}
    keys: list[RegisterKey | None] = []
    for citation in citations:
        if citation.number is None:
            keys.append(None)
            continue
        term = _stated_term(citation, text)
        said = (citation.number, citation.kind, citation.issuer, citation.date, term)
        if said not in found:
            found[said] = register_key(with_symbol(citation), setting, resolve, term)
        keys.append(found[said])
    return tuple(keys)


# '... của Ban Chấp hành Trung ương khóa XIII', '29-NQ/TW (khóa XI)', '26-NQ/TW, khóa XII'
_TERM: Final = re.compile(r"[Kk]hóa\s+([IVX]+)(?!\w)")


_WITH_TERM: Final = re.compile(r"[\s,(]+[Kk]hóa\s+(?:[IVX]+|\d+)\)?\Z")


_TERM_AFTER: Final = re.compile(r"\s{0,2},?\s{0,2}\(?\s?(?:của\s+)?[Kk]hóa\s+([IVX]+)(?!\w)")


def _stated_term(citation: Citation, text: str) -> str | None:
    """The Roman numeral of the central committee's term that stands with a citation."""
    issuer, end = citation.issuer, citation.span.end
    found = _TERM.search(issuer) if issuer and "hóa" in issuer else None
    if found is None and "hóa" in text[end : end + _NEAR]:
        found = _TERM_AFTER.match(text, end)
    return found[1] if found else None


_NEAR: Final = 24


_Fixed = dict[tuple[str, str | None, str | None, str], frozenset[str]]


def _by_number(fixed: _Fixed) -> dict[str, list[tuple[str | None, frozenset[str]]]]:
    """The symbols that stand with a number in this text, with the instruments they fix."""
    found: dict[str, list[tuple[str | None, frozenset[str]]]] = {}
    for (sort, _, symbol, number), instruments in fixed.items():
        if sort == "number":
            found.setdefault(number, []).append((symbol, instruments))
    return found


def _fixed(citations: tuple[Citation, ...], keys: tuple[RegisterKey | None, ...]) -> _Fixed:
    """(`number`, owner, symbol, value).

    The instruments that some mention of this text fixes wholly.
    """
    found: dict[tuple[str, str | None, str | None, str], set[str]] = {}
    seen: set[int] = set()
    for citation, key in zip(citations, keys, strict=True):
        if key and id(key) not in seen and (whole := key.instrument):
            seen.add(id(key))
            record = record_of_other_symbol(key, citation)
            iri = record.iri if record else whole.iri
            found.setdefault(place_of(key, citation), set()).add(iri)
            found.setdefault(("organ", organ_of(citation), key.symbol, key.number), set()).add(iri)
    return {k: frozenset(v) for k, v in found.items()}


def _link(
    citation: Citation, key: RegisterKey | None, seen: Seen, before: Citation | None
) -> Link | None:
    if citation.self_reference:
        return _self_link(citation, seen)
    if key is not None:
        return numbered_link(citation, key, seen)
    if citation.number:
        return bare_link(citation, seen)
    return name_link(citation, seen, before)


def _self_link(citation: Citation, seen: Seen) -> Link | None:
    own = seen.own
    if own and own.instrument and own.kind == citation.kind:
        return Link(own.instrument, "chính văn bản này")
    return None


def _open(
    citation: Citation, key: RegisterKey | None, seen: Seen, refs: dict[tuple[str, str], _Years]
) -> Link:
    """An open reference, shared by mentions of the same kind and number (or name) and year."""
    name = citation.number or law_name(citation) or unnumbered(citation)
    if name == "điều lệ hội":
        name = _only_charter(seen.text) or name
    years = refs.setdefault((citation.kind or "", name), {})
    year = (citation.date or "")[:4]
    iri = years.get(year) or years.get("")
    if iri is None:
        others = set() if year else set(years.values())
        start = citation.span.start
        iri = others.pop() if len(others) == 1 else iris.part(seen.source.id, "ref", start)
    years[year] = iri
    candidates = _candidates(citation, key, seen)
    rule = "còn nhiều văn bản phù hợp" if len(candidates) > 1 else "chưa đủ căn cứ để xác định"
    return Link(iri, rule, candidates)


_CHARTER: Final = re.compile(r"Điều\s+lệ\s+Hội(?:\s+\w+){2,5}?\s+Việt\s+Nam")


@lru_cache(maxsize=1)
def _only_charter(text: str) -> str | None:
    """The charter that 'Điều lệ Hội' is short for, where the text names one association's."""
    named = {folded(each).casefold() for each in _CHARTER.findall(text)}
    return named.pop() if len(named) == 1 else None


def _candidates(citation: Citation, key: RegisterKey | None, seen: Seen) -> tuple[str, ...]:
    found: Iterable[str] = ()
    if key is not None:
        fixed = seen.fixed.get(place_of(key, citation), frozenset())
        found = {*fixed, *(r.iri for r in fitting_records(citation, key, seen))}
    elif not citation.number:
        name = law_name(citation) or folded(citation.text).casefold()
        found = {r.iri for r in records_by_name().get(name, [])}
    return tuple(sorted(found))
