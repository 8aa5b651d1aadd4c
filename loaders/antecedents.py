"""Which instrument each citation means.

By its register, by the record, by what the text said before; else open.

A citation resolves when exactly one authority record, or one mention of the text that fixes
register and term, fits. What stays open gets an IRI of its own under the source, shared by
mentions that surely mean one instrument.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from loaders import names
from loaders.model import Body, Citation, SelfIdentity
from loaders.registers import RegisterKey, Resolve, Setting, register_key
from ontology import authority, iris
from ontology.authority import RecordedInstrument
from ontology.iris import InstrumentKey
from ontology.numbers import parse


@dataclass(frozen=True, slots=True)
class _Link:
    instrument: str
    rule: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Text:
    """What resolution needs to know of the text besides the citation at hand."""

    source_id: str
    text: str
    setting: Setting
    own: SelfIdentity | None
    keys: tuple[RegisterKey | None, ...]
    fixed: dict[tuple[str, str | None, str | None, str], frozenset[str]]
    named: dict[str, str]


def resolved(
    citations: tuple[Citation, ...],
    treatments: tuple[str, ...],
    text: str,
    source_id: str,
    setting: Setting,
    own: SelfIdentity | None,
    resolve: Resolve,
) -> tuple[Citation, ...]:
    """The citations with treatment, instrument, rule and candidates; order kept."""
    keys = _keys(citations, text, setting, resolve)
    seen = _Text(
        source_id,
        text,
        setting,
        own,
        keys,
        _fixed(citations, keys),
        _named(citations, keys, treatments, setting.date),
    )
    open_refs: dict[tuple[str, ...], str] = {}
    # Citations that say the same share one key, and a whole key says by itself what they mean.
    links: dict[int, _Link | None] = {}
    aliases: dict[tuple[str | None, str], _Link] = {}
    issuers: dict[str, Body | None] = {}
    found: list[Citation] = []
    for citation, key, treatment in zip(citations, keys, treatments, strict=True):
        if key is not None and key.instrument is not None:
            if id(key) not in links:
                links[id(key)] = _numbered_link(citation, key, seen)
            link = links[id(key)]
        else:
            link = _link(citation, key, seen)
            name = (citation.kind, citation.number or _law_name(citation) or "")
            if found and _CALLED.fullmatch(text, found[-1].span.end, citation.span.start):
                aliases[name] = _Link(_called(found), "tên gọi tắt nêu trong văn bản")
            link = link or aliases.get(name)
        link = link or _open(citation, key, seen, open_refs)
        issuer = citation.issuer
        if issuer and issuer not in issuers:
            issuers[issuer] = resolve(_WITH_TERM.sub("", issuer))
        found.append(
            Citation(
                *citation[:8],
                citation.self_reference or (own is not None and own.instrument == link.instrument),
                treatment,
                link.instrument,
                link.rule,
                link.candidates,
                issuers[issuer] if issuer and not _is_joint(citation) else None,
            )
        )
    return tuple(found)


# '... (sau đây gọi tắt là Luật PPP)': the short name of what stands before.
_CALLED = re.compile(
    r"[^.;()]{0,300}\((?:sau\s+đây|dưới\s+đây)?\s*(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+|chung\s+)?là:?"
    r"\s*[“\"]?"
)


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
            found[said] = register_key(_with_symbol(citation), setting, resolve, term)
        keys.append(found[said])
    return tuple(keys)


# '... của Ban Chấp hành Trung ương khóa XIII', '29-NQ/TW (khóa XI)', '26-NQ/TW, khóa XII'
_TERM = re.compile(r"[Kk]hóa\s+([IVX]+)(?!\w)")
_WITH_TERM = re.compile(r"[\s,(]+[Kk]hóa\s+(?:[IVX]+|\d+)\)?\Z")
_TERM_AFTER = re.compile(r"\s{0,2},?\s{0,2}\(?\s?(?:của\s+)?[Kk]hóa\s+([IVX]+)(?!\w)")


def _stated_term(citation: Citation, text: str) -> str | None:
    """The Roman numeral of the central committee's term that stands with a citation."""
    found = _TERM.search(citation.issuer or "") or _TERM_AFTER.match(text, citation.span.end)
    return found[1] if found else None


# What only one body issues: 'Nghị định 100/2019' can be of the Government alone.
_ONE_ISSUER = {"Nghị định": "NĐ-CP", "Luật": "QH", "Bộ luật": "QH", "Pháp lệnh": "UBTVQH"}
_OF_YEAR = re.compile(r"(\d{1,4})/(\d{4})")


def _with_symbol(citation: Citation) -> Citation:
    """The citation with the symbol that its kind implies, where it has number and year alone."""
    symbol = _ONE_ISSUER.get(citation.kind or "")
    if symbol is None or not _OF_YEAR.fullmatch(citation.number or ""):
        return citation
    return citation._replace(number=f"{citation.number}/{symbol}")


def _fixed(
    citations: tuple[Citation, ...], keys: tuple[RegisterKey | None, ...]
) -> dict[tuple[str, str | None, str | None, str], frozenset[str]]:
    """(`number`, owner, symbol, value).

    The instruments that some mention of this text fixes wholly.
    """
    found: dict[tuple[str, str | None, str | None, str], set[str]] = {}
    for citation, key in zip(citations, keys, strict=True):
        if key and (whole := key.instrument):
            record = _record_of_other_symbol(key, citation)
            iri = record.iri if record else whole.iri
            found.setdefault(_place(key, citation), set()).add(iri)
            found.setdefault(("organ", _organ(citation), key.symbol, key.number), set()).add(iri)
    return {k: frozenset(v) for k, v in found.items()}


def _place(key: RegisterKey, citation: Citation) -> tuple[str, str | None, str | None, str]:
    """Where a number stands in `fixed`: by its register's owner, while that is open by its organ.

    '04-ĐA/TU' of an unknown province is never '04/ĐA-MTTW-BTT'.
    """
    if key.owner is None:
        return ("organ", _organ(citation), key.symbol, key.number)
    return ("number", key.owner, key.symbol, key.number)


def _organ(citation: Citation) -> str | None:
    parts = parse(citation.number) if citation.number else None
    return parts.organ if parts else None


def _named(
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
        name = _law_name(citation)
        if name is None or not (citation.number or citation.date):
            continue
        iri = key.instrument.iri if key and key.instrument else None
        if not citation.number:
            dated = _dated_records(name, citation.date, limit)
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


_BEFORE_NUMBER = re.compile(r",?\s+số\s*\Z")
# 'Luật Đất đai 2013', 'Hiến pháp năm 2013': the year stands in the date.
_YEAR_OF_NAME = re.compile(r"\s(?:năm )?(?:19|20)\d\d\Z")


def _law_name(citation: Citation) -> str | None:
    """`luật cơ yếu` of 'Luật Cơ yếu số 05/2011/QH13' and of 'Luật Cơ yếu'.

    None for 'Luật số 54/2014/QH13'.
    """
    if citation.kind not in ("Luật", "Bộ luật", "Pháp lệnh"):
        return None
    if citation.number:
        name = citation.text[: citation.core.start - citation.span.start]
    else:
        name = citation.text[: citation.core.end - citation.span.start]
    name = " ".join(_BEFORE_NUMBER.sub("", name).split()).casefold()
    name = _YEAR_OF_NAME.sub("", name)
    return name if name != citation.kind.casefold() else None


def _link(citation: Citation, key: RegisterKey | None, seen: _Text) -> _Link | None:
    if citation.self_reference:
        return _self_link(citation, seen)
    if key is not None:
        return _numbered_link(citation, key, seen)
    if citation.number:
        return _bare_link(citation, seen)
    return _name_link(citation, seen)


def _self_link(citation: Citation, seen: _Text) -> _Link | None:
    own = seen.own
    if own and own.instrument and own.kind == citation.kind:
        return _Link(own.instrument, "chính văn bản này")
    return None


def _numbered_link(citation: Citation, key: RegisterKey, seen: _Text) -> _Link | None:
    """A whole key is the instrument; an open one is completed by the text, then by the record."""
    own = seen.own
    if (
        own
        and own.instrument
        and own.number == citation.number
        and citation.date in (None, own.date)
    ):
        return _Link(own.instrument, "số của chính văn bản này")
    if key.instrument:
        record = _record_of_other_symbol(key, citation)
        if record:
            return _Link(record.iri, "cùng số, ngày và cơ quan trong danh mục; ký hiệu ghi khác")
        return _Link(key.instrument.iri, _rule(citation, key.instrument))
    fixed = seen.fixed.get(_place(key, citation), frozenset())
    records = _records(citation, key, seen)
    if len(fixed) == 1:
        return _Link(min(fixed), "văn bản đã nêu trong cùng nguồn")
    if len(fixed) > 1:
        return None
    if len(records) == 1:
        return _Link(records[0].iri, "danh mục chuẩn: một văn bản duy nhất phù hợp")
    titled = _titled(seen.text, citation, records)
    if titled:
        return _Link(titled.iri, "danh mục chuẩn: khớp trích yếu")
    return None


def _rule(citation: Citation, key: InstrumentKey) -> str:
    """What fixed the period of a whole key."""
    if citation.date:
        return "số, ký hiệu và ngày"
    return "số, ký hiệu có năm" if key.period.isdigit() else "số, ký hiệu và khóa"


def _records(citation: Citation, key: RegisterKey, seen: _Text) -> list[RecordedInstrument]:
    """Records of the same owner, symbol and number, not later than the text and of its date."""
    found = _records_by_number().get((key.owner, key.symbol, key.number), [])
    limit = seen.setting.date
    fitting = [
        r for r in found if r.issued is None or limit is None or r.issued[: len(limit)] <= limit
    ]
    if citation.date:
        fitting = [r for r in fitting if (r.issued or "").startswith(citation.date[:4])]
    return fitting


@cache
def _records_by_number() -> dict[tuple[str | None, str | None, str], list[RecordedInstrument]]:
    found: dict[tuple[str | None, str | None, str], list[RecordedInstrument]] = {}
    for record in authority.instruments():
        key = iris.instrument_key(record.iri)
        if key:
            found.setdefault((key.owner, key.symbol, key.number), []).append(record)
    return found


@cache
def records() -> dict[str, RecordedInstrument]:
    """The authority's instruments by IRI."""
    return {record.iri: record for record in authority.instruments()}


def _record_of_other_symbol(key: RegisterKey, citation: Citation) -> RecordedInstrument | None:
    """08-QĐ/TW of 25/10/2018 is 08-QĐi/TW.

    Same owner, number, kind and very day, and nothing recorded as written.
    """
    if key.symbol not in ("qd", "qdi", "qyd") or not citation.date or key.instrument is None:
        return None
    if key.instrument.iri in records():
        return None
    fitting = [
        record
        for symbol in ("qd", "qdi", "qyd")
        for record in _records_by_number().get((key.owner, symbol, key.number), [])
        if record.issued == citation.date and record.kind == citation.kind
    ]
    return fitting[0] if len(fitting) == 1 else None


def _titled(
    text: str, citation: Citation, found: list[RecordedInstrument]
) -> RecordedInstrument | None:
    """The one record whose title shares words with what follows that no other's title has."""
    after = _AFTER_TITLE.split(text[citation.span.end : citation.span.end + 240], maxsplit=1)[0]
    said = _words(after)
    titles = {record.iri: _words(record.title or "") for record in found}
    own = {
        record.iri: said
        & titles[record.iri] - set().union(*(t for i, t in titles.items() if i != record.iri))
        for record in found
    }
    fitting = [record for record in found if len(own[record.iri]) >= 2]
    return fitting[0] if len(fitting) == 1 else None


_AFTER_TITLE = re.compile(r"[;.\n”\"]")


def _words(title: str) -> set[str]:
    return {word for word in re.findall(r"\w+", title.casefold()) if len(word) > 1}


def _bare_link(citation: Citation, seen: _Text) -> _Link | None:
    """'Quy định 366 năm 2025': the full form in the text, else the one record that fits."""
    value = re.match(r"\d+", citation.number or "")
    if value is None:
        return None
    number = value[0].lstrip("0") or "0"
    of_year = _OF_YEAR.fullmatch(citation.number or "")
    year = of_year[2] if of_year else (citation.date or "")[:4]
    fixed = {
        iri
        for (sort, _, symbol, n), found in seen.fixed.items()
        if sort == "number" and n == number and symbol in _symbols_of(citation.kind)
        for iri in found
        if not year or _year_of(iri) in ((year,) if of_year else (None, year))
    }
    if len(fixed) == 1:
        return _Link(min(fixed), "văn bản đã nêu trong cùng nguồn")
    found = [
        r
        for r in authority.instruments()
        if r.kind == citation.kind and _number_value(r.number) == number
    ]
    if seen.setting.date:
        found = [r for r in found if r.issued is None or r.issued <= seen.setting.date]
    if of_year:
        found = [r for r in found if f"/{year}/" in (r.number or "")]
    elif year:
        found = [r for r in found if (r.issued or "").startswith(year)]
    if len(found) == 1 and not fixed:
        return _Link(found[0].iri, "danh mục chuẩn: một văn bản duy nhất phù hợp")
    return None


def _year_of(iri: str) -> str | None:
    key = iris.instrument_key(iri)
    return key.period if key and key.period.isdigit() else None


def _number_value(number: str | None) -> str | None:
    parts = parse(number) if number else None
    return str(parts.value) if parts else None


@cache
def _symbols_of(kind: str | None) -> frozenset[str]:
    """Slugs of the symbols that a kind may bear, and of its own for numbers without one."""
    slugs: set[str | None] = set()
    for own in (k for k in authority.kinds() if k.label == kind):
        slugs |= {own.register, own.normative_register}
        slugs |= {authority.symbol_slug(s, normative=n) for s in own.symbols for n in (False, True)}
    return frozenset(slug for slug in slugs if slug)


_ROMAN = re.compile(r"[IVX]+")


def _name_link(citation: Citation, seen: _Text) -> _Link | None:
    """By name: a plenum, a law that this text gives with its number, or the one record of it."""
    plenum = names.plenum_of(_folded(citation.text))
    if plenum is None and _ROMAN.fullmatch(citation.text):
        ordinal = names.plenum_before(seen.text, citation.span.start)
        plenum = (ordinal, citation.text) if ordinal else None
    if plenum:
        return _plenum_link(citation, plenum)
    if congress := names.congress_of(_folded(citation.text)):
        return _congress_link(congress)
    law = _law_name(citation)
    name = law or _folded(citation.text[: citation.core.end - citation.span.start]).casefold()
    name = _YEAR_OF_NAME.sub("", name)
    found = _dated_records(name, citation.date, seen.setting.date)
    told = seen.named.get(law) if law else None
    if told and _dated_alike(told, citation.date) and not (citation.date and len(found) == 1):
        return _Link(told, "văn bản đã nêu trong cùng nguồn")
    if len(found) == 1 and not _is_cut(name, seen.text, citation.span.end):
        return _Link(found[0].iri, "danh mục chuẩn: tên gọi")
    return None


def _dated_records(name: str, stated: str | None, limit: str | None) -> list[RecordedInstrument]:
    """The records of a name that the stated date fits: those of the very day, else of the year."""
    found = [r for r in _records_by_name().get(name, []) if _fits_date(r, stated, limit)]
    return [r for r in found if stated and r.issued == stated] or found


_GOES_ON = re.compile(r",\s[a-zđà-ỹ]+")


def _is_cut(name: str, text: str, end: int) -> bool:
    """Whether a longer recorded name begins here that misprints hide: 'Khiếu nại, tố cáonăm'."""
    after = _GOES_ON.match(text, end)
    longer = name + _folded(after[0])[:6].casefold() if after else ""
    return bool(longer) and any(each.startswith(longer) for each in _records_by_name())


def _plenum_link(citation: Citation, plenum: tuple[int, str | None]) -> _Link | None:
    """A plenum's resolution is the record of that name.

    Unrecorded ones get the key of their term and ordinal.
    """
    ordinal, term = plenum
    found = {
        r.iri
        for r in authority.instruments()
        for name in r.names
        if (p := names.plenum_of(name)) and p == (ordinal, term) and r.kind == citation.kind
    }
    if len(found) == 1:
        return _Link(min(found), "danh mục chuẩn: tên gọi theo hội nghị Trung ương")
    period = next((t.slug for t in authority.terms() if t.roman == term), None)
    if period is None or len(found) > 1:
        return None
    symbol = f"{iris.slug(citation.kind or '')}-trung-uong"
    return _Link(
        InstrumentKey("tw", period, symbol, str(ordinal)).iri, "hội nghị Trung ương và khóa"
    )


def _congress_link(congress: tuple[str, str]) -> _Link | None:
    """The resolution of a national congress, which opens the term of its ordinal."""
    whose, ordinal = congress
    period = next((t.slug for t in authority.terms() if t.roman == ordinal), None)
    if whose or period is None:
        return None
    symbol = iris.slug("Nghị quyết Đại hội")
    key = InstrumentKey("tw", period, symbol, period.removeprefix("k"))
    return _Link(key.iri, "đại hội và khóa")


def _fits_date(record: RecordedInstrument, stated: str | None, limit: str | None) -> bool:
    year = (record.issued or _year_of(record.iri) or "")[:4]
    if stated and year and year != stated[:4]:
        return False
    return not (limit and record.issued and record.issued > limit)


def _dated_alike(iri: str, stated: str | None) -> bool:
    year = _year_of(iri)
    return not (stated and year) or year == stated[:4]


@cache
def _records_by_name() -> dict[str, list[RecordedInstrument]]:
    found: dict[str, list[RecordedInstrument]] = {}
    for record in authority.instruments():
        for name in {
            *record.names,
            *(
                [record.title]
                if record.title and record.kind in ("Luật", "Bộ luật", "Pháp lệnh")
                else []
            ),
        }:
            found.setdefault(_folded(names.seen(name)).casefold(), []).append(record)
    return found


def _folded(name: str) -> str:
    return " ".join(name.split())


def _open(
    citation: Citation, key: RegisterKey | None, seen: _Text, refs: dict[tuple[str, ...], str]
) -> _Link:
    """An open reference, shared by mentions of the same kind and number (or name) and year."""
    name = citation.number or _law_name(citation) or _unnumbered(citation)
    same = (citation.kind or "", name, (citation.date or "")[:4])
    undated = (same[0], same[1], "")
    iri = refs.get(same) or refs.get(undated)
    if iri is None:
        matches = {v for k, v in refs.items() if k[:2] == same[:2]} if not same[2] else set()
        iri = (
            matches.pop()
            if len(matches) == 1
            else iris.part(seen.source_id, "ref", citation.span.start)
        )
    refs[same] = iri
    candidates = _candidates(citation, key, seen)
    rule = "còn nhiều văn bản phù hợp" if len(candidates) > 1 else "chưa đủ căn cứ để xác định"
    return _Link(iri, rule, candidates)


def _unnumbered(citation: Citation) -> str:
    """What the mentions of one unnumbered instrument have in common."""
    name = _folded(citation.text)
    congress = names.congress_of(name)
    return f"đại hội {' '.join(congress)}" if congress else name.casefold()


def _candidates(citation: Citation, key: RegisterKey | None, seen: _Text) -> tuple[str, ...]:
    found: Iterable[str] = ()
    if key is not None:
        fixed = seen.fixed.get(_place(key, citation), frozenset())
        found = {*fixed, *(r.iri for r in _records(citation, key, seen))}
    elif not citation.number:
        name = _law_name(citation) or _folded(citation.text).casefold()
        found = {r.iri for r in _records_by_name().get(name, [])}
    return tuple(sorted(found))
