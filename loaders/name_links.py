"""Which instrument a name means: a law, a plenum's resolution, a congress's, a charter."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final

from loaders.links import Link, Seen
from loaders.model import Citation
from loaders.plenums import congress_of, plenum_before, plenum_of
from loaders.records import dated_records, folded, records, records_by_name, year_of
from loaders.registers import RegisterKey
from ontology import authority, iris
from ontology.iris import InstrumentKey


def name_link(citation: Citation, seen: Seen, before: Citation | None = None) -> Link | None:
    """By name: a plenum, a law that this text gives with its number, or the one record of it.

    `before` is the citation that stands before it: a decree of 2007 details no law of 2020.
    """
    law = law_name(citation)
    if law is None:
        plenum = plenum_of(folded(citation.text))
        if plenum is None and _ROMAN.fullmatch(citation.text):
            ordinal = plenum_before(seen.text, citation.span.start)
            plenum = (ordinal, citation.text) if ordinal else None
        if plenum:
            return _plenum_link(citation.kind, plenum)
        if congress := congress_of(folded(citation.text)):
            return _congress_link(congress)
    name = law or _YEAR_OF_NAME.sub(
        "", folded(citation.text[: citation.core.end - citation.span.start]).casefold()
    )
    older = before.date if before and _carries_out(before, citation, seen.text) else None
    found = dated_records(name, citation.date, older or seen.setting.date)
    told = seen.named.get(law) if law else None
    if told and older and not _is_as_old(told, older):
        told = None
    if told and _dated_alike(told, citation.date) and not (citation.date and len(found) == 1):
        return Link(told, "văn bản đã nêu trong cùng nguồn")
    if len(found) == 1 and not _is_cut(name, seen.text, citation.span.end):
        return Link(found[0].iri, "danh mục chuẩn: tên gọi")
    return None


# 'Nghị định số 126/2007/NĐ-CP ... quy định chi tiết và hướng dẫn một số điều của Luật Việc làm'
_DETAILS: Final = re.compile(
    r"[^.;\n]{0,60}\s(?:quy\s+định\s+chi\s+tiết|hướng\s+dẫn|quy\s+định\s+(?:việc\s+)?thi\s+hành)"
    r"[^.;]{0,120}\Z"
)


def _carries_out(before: Citation, citation: Citation, text: str) -> bool:
    """Whether the instrument before is said to detail or guide this one."""
    gap = citation.span.start - before.span.end
    return 0 <= gap <= _NEAR and bool(_DETAILS.match(text, before.span.end, citation.span.start))


_NEAR: Final = 200


def _is_as_old(iri: str, day: str) -> bool:
    """Whether an instrument may have been there on that day, as far as it is known."""
    record = records().get(iri)
    return ((record.issued if record else None) or year_of(iri) or "") <= day


_GOES_ON: Final = re.compile(r",\s[a-zđà-ỹ]+")


def _is_cut(name: str, text: str, end: int) -> bool:
    """Whether a longer recorded name begins here that misprints hide: 'Khiếu nại, tố cáonăm'."""
    after = _GOES_ON.match(text, end)
    longer = name + folded(after[0])[:6].casefold() if after else ""
    return bool(longer) and any(each.startswith(longer) for each in records_by_name())


def _dated_alike(iri: str, stated: str | None) -> bool:
    year = year_of(iri)
    return not (stated and year) or year == stated[:4]


_ROMAN: Final = re.compile(r"[IVX]+")


@lru_cache(maxsize=1024)
def _plenum_link(kind: str | None, plenum: tuple[int, str | None]) -> Link | None:
    """A plenum's resolution is the record of that name.

    Unrecorded ones get the key of their term and ordinal.
    """
    ordinal, term = plenum
    found = {
        r.iri
        for r in authority.instruments()
        for name in r.names
        if (p := plenum_of(name)) and p == (ordinal, term) and r.kind == kind
    }
    if len(found) == 1:
        return Link(min(found), "danh mục chuẩn: tên gọi theo hội nghị Trung ương")
    period = next((t.slug for t in authority.terms() if t.roman == term), None)
    if period is None or len(found) > 1:
        return None
    symbol = f"{iris.slug(kind or '')}-trung-uong"
    return Link(
        InstrumentKey("tw", period, symbol, str(ordinal)).iri, "hội nghị Trung ương và khóa"
    )


def _congress_link(congress: tuple[str, str]) -> Link | None:
    """The resolution of a national congress, which opens the term of its ordinal."""
    whose, ordinal = congress
    period = next((t.slug for t in authority.terms() if t.roman == ordinal), None)
    if whose or period is None:
        return None
    symbol = iris.slug("Nghị quyết Đại hội")
    key = InstrumentKey("tw", period, symbol, period.removeprefix("k"))
    return Link(key.iri, "đại hội và khóa")


def named(
    citations: tuple[Citation, ...],
    keys: tuple[RegisterKey | None, ...],
    treatments: tuple[str, ...],
    limit: str | None,
) -> dict[str, str]:
    """Names of laws that stand with a number or a year in this text -> the instrument.

    'Luật Đầu tư công năm 2019' tells which one a later 'Luật Đầu tư công' is. Ambiguous names are
    left out.
    """
    found: dict[str, set[str | None]] = {}
    bases: dict[str, set[str]] = {}
    for citation, key, treatment in zip(citations, keys, treatments, strict=True):
        name = law_name(citation)
        if name is None or not (citation.number or citation.date):
            continue
        iri = key.instrument.iri if key and key.instrument else None
        if not citation.number:
            dated = dated_records(name, citation.date, limit)
            iri = dated[0].iri if len(dated) == 1 else None
        found.setdefault(name, set()).add(iri)
        if iri and treatment == "căn cứ":
            bases.setdefault(name, set()).add(iri)
    # 'Căn cứ Luật Bảo hiểm xã hội ngày 29 tháng 6 năm 2024': of several, the one that the text
    # rests on is the one that it goes on to call by its name alone.
    meant = {name: iris_ if len(iris_) == 1 else bases.get(name) for name, iris_ in found.items()}
    return {name: only for name, each in meant.items() if each and (only := _only(each))}


def _only(iris_: Collection[str | None]) -> str | None:
    return next(iter(iris_)) if len(iris_) == 1 else None


_BEFORE_NUMBER: Final = re.compile(r",?\s+số\s*\Z")


# 'Luật Đất đai 2013', 'Hiến pháp năm 2013': the year stands in the date.
_YEAR_OF_NAME: Final = re.compile(r"\s(?:năm )?(?:19|20)\d\d\Z")


def law_name(citation: Citation) -> str | None:
    """`luật cơ yếu` of 'Luật Cơ yếu số 05/2011/QH13' and of 'Luật Cơ yếu'.

    None for 'Luật số 54/2014/QH13'.
    """
    if citation.kind not in ("Luật", "Bộ luật", "Pháp lệnh"):
        return None
    core = citation.core
    end = core.start if citation.number else core.end
    return _law_name(citation.text[: end - citation.span.start], citation.kind)


# Every stage asks again, and a text calls a law by one name many times.
@lru_cache(maxsize=4096)
def _law_name(words: str, kind: str) -> str | None:
    name = " ".join(_BEFORE_NUMBER.sub("", words).split()).casefold()
    name = _YEAR_OF_NAME.sub("", name)
    return name if name != kind.casefold() else None


def unnumbered(citation: Citation) -> str:
    """What the mentions of one unnumbered instrument have in common."""
    name = folded(citation.text)
    congress = congress_of(name)
    return f"đại hội {' '.join(congress)}" if congress else name.casefold()
