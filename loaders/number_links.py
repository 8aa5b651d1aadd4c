"""Which instrument a number means: by its whole register key, by what the text fixed, by record."""

import re
from collections.abc import Callable, Container
from functools import cache
from typing import Final

from loaders.links import Link, Seen
from loaders.model import Citation
from loaders.name_links import law_name
from loaders.records import dated_records, records, records_by_number, year_of
from loaders.register_owners import Resolve, register_of
from loaders.registers import RegisterKey, own_symbol
from ontology import authority
from ontology.authority import RecordedInstrument
from ontology.iris import InstrumentKey
from ontology.numbers import parse


def numbered_link(citation: Citation, key: RegisterKey, seen: Seen) -> Link | None:
    """A whole key is the instrument; an open one is completed by the text, then by the record."""
    own = seen.own
    if (
        own
        and own.instrument
        and own.number == citation.number
        and citation.date in (None, own.date)
    ):
        return Link(own.instrument, "số của chính văn bản này")
    if key.instrument:
        record = record_of_other_symbol(key, citation)
        if record:
            return Link(record.iri, "cùng số, ngày và cơ quan trong danh mục; ký hiệu ghi khác")
        return Link(key.instrument.iri, _rule(citation, key.instrument))
    fixed = seen.fixed.get(place_of(key, citation), frozenset())
    records = fitting_records(citation, key, seen)
    if len(fixed) == 1:
        return Link(min(fixed), "văn bản đã nêu trong cùng nguồn")
    if len(fixed) > 1:
        return None
    if len(records) == 1:
        return Link(records[0].iri, "danh mục chuẩn: một văn bản duy nhất phù hợp")
    titled = _titled(seen.text, citation, records)
    if titled:
        return Link(titled.iri, "danh mục chuẩn: khớp trích yếu")
    return None


# 'của Bộ trưởng Bộ trưởng Bộ Lao động': an office printed twice.
_DOUBLED: Final = re.compile(r"\A(?:Bộ\s+trưởng\s+)(?=Bộ\s+trưởng\s)")


def contradicted(
    citation: Citation,
    key: RegisterKey,
    resolve: Resolve,
    agreed: Callable[[], Container[str | None]],
) -> tuple[str, tuple[str, ...]] | None:
    """By which rule a number stays open, with what it may mean.

    Kind and issuer both speak against its symbol: 'Thông tư số 06/2024/NĐ-CP của Bộ trưởng Bộ Lao
    động' is the decree, or what the words say. So does a kind alone that never bears that symbol,
    unless the number has `agreed` with a kind elsewhere in the text; and a law's name that another
    number of that year bears.
    """
    if key.instrument is None or not citation.kind:
        return None
    if of_name := _named_otherwise(citation, key.instrument):
        return "tên gọi trái với số", tuple(sorted((key.instrument.iri, *of_name)))
    owner = register_of(_DOUBLED.sub("", citation.issuer), resolve) if citation.issuer else None
    symbols = _symbols_of(citation.kind)
    if not symbols or key.symbol in symbols or owner == key.owner:
        return None
    if owner is None and (
        citation.issuer or citation.kind not in _NEVER_OTHERWISE or citation.number in agreed()
    ):
        return None
    symbol = own_symbol(citation.kind, normative=key.instrument.period.isdigit())
    if symbol is None or owner is None:
        return _AGAINST, (key.instrument.iri,)
    said = InstrumentKey(owner, key.instrument.period, symbol, key.instrument.number)
    return _AGAINST, tuple(sorted((key.instrument.iri, said.iri)))


_AGAINST: Final = "ký hiệu trái với loại và cơ quan"
# Kinds with numbers of their own; a plan may bear the number of the decision that issued it.
_NEVER_OTHERWISE: Final = frozenset(("Nghị định", "Thông tư", "Luật", "Bộ luật", "Pháp lệnh"))


def agrees(citation: Citation, key: RegisterKey | None) -> bool:
    """Whether a number's symbol is one of its kind's."""
    return key is not None and key.symbol in _symbols_of(citation.kind)


def _named_otherwise(citation: Citation, key: InstrumentKey) -> tuple[str, ...]:
    """'Luật Thống kê số 85/2015/QH13': the law of that name and year, which has another number."""
    name = law_name(citation) if key.symbol == "luat" else None
    found = {record.iri for record in dated_records(name, key.period, None)} if name else set()
    of_year = {iri for iri in found if year_of(iri) == key.period}
    return () if key.iri in of_year else tuple(of_year)


def _rule(citation: Citation, key: InstrumentKey) -> str:
    """What fixed the period of a whole key."""
    if citation.date:
        return "số, ký hiệu và ngày"
    return "số, ký hiệu có năm" if key.period.isdigit() else "số, ký hiệu và khóa"


def place_of(key: RegisterKey, citation: Citation) -> tuple[str, str | None, str | None, str]:
    """Where a number stands in `fixed`: by its register's owner, while that is open by its organ.

    '04-ĐA/TU' of an unknown province is never '04/ĐA-MTTW-BTT'.
    """
    if key.owner is None:
        return ("organ", organ_of(citation), key.symbol, key.number)
    return ("number", key.owner, key.symbol, key.number)


def organ_of(citation: Citation) -> str | None:
    """The organ that a citation's number names: `TU` of `04-ĐA/TU`."""
    parts = parse(citation.number) if citation.number else None
    return parts.organ if parts else None


def fitting_records(citation: Citation, key: RegisterKey, seen: Seen) -> list[RecordedInstrument]:
    """Records of the same owner, symbol and number, not later than the text and of its date."""
    found = records_by_number().get((key.owner, key.symbol, key.number), [])
    limit = seen.setting.date
    fitting = [
        r for r in found if r.issued is None or limit is None or r.issued[: len(limit)] <= limit
    ]
    if citation.date:
        fitting = [r for r in fitting if (r.issued or "").startswith(citation.date[:4])]
    return fitting


def record_of_other_symbol(key: RegisterKey, citation: Citation) -> RecordedInstrument | None:
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
        for record in records_by_number().get((key.owner, symbol, key.number), [])
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


_AFTER_TITLE: Final = re.compile(r"[;.\n”\"]")


def _words(title: str) -> set[str]:
    return {word for word in re.findall(r"\w+", title.casefold()) if len(word) > 1}


def bare_link(citation: Citation, seen: Seen) -> Link | None:
    """'Quy định 366 năm 2025': the full form in the text, else the one record that fits."""
    value = re.match(r"\d+", citation.number or "")
    if value is None:
        return None
    number = value[0].lstrip("0") or "0"
    of_year = _OF_YEAR.fullmatch(citation.number or "")
    year = of_year[2] if of_year else (citation.date or "")[:4]
    fixed = {
        iri
        for symbol, found in seen.fixed_by_number.get(number, ())
        if symbol in _symbols_of(citation.kind)
        for iri in found
        if not year or year_of(iri) in ((year,) if of_year else (None, year))
    }
    if len(fixed) == 1:
        return Link(min(fixed), "văn bản đã nêu trong cùng nguồn")
    found = _records_by_value().get((citation.kind, number), [])
    if seen.setting.date:
        found = [r for r in found if r.issued is None or r.issued <= seen.setting.date]
    if of_year:
        found = [r for r in found if f"/{year}/" in (r.number or "")]
    elif year:
        found = [r for r in found if (r.issued or "").startswith(year)]
    if len(found) == 1 and not fixed:
        return Link(found[0].iri, "danh mục chuẩn: một văn bản duy nhất phù hợp")
    return None


@cache
def _records_by_value() -> dict[tuple[str | None, str], list[RecordedInstrument]]:
    """The records of a kind whose numbers begin with a value."""
    found: dict[tuple[str | None, str], list[RecordedInstrument]] = {}
    for record in authority.instruments():
        if record.number and (parts := parse(record.number)):
            found.setdefault((record.kind, str(parts.value)), []).append(record)
    return found


@cache
def _symbols_of(kind: str | None) -> frozenset[str]:
    """Slugs of the symbols that a kind may bear, and of its own for numbers without one."""
    slugs: set[str | None] = set()
    for own in (k for k in authority.kinds() if k.label == kind):
        slugs |= {own.register, own.normative_register}
        slugs |= {authority.symbol_slug(s, normative=n) for s in own.symbols for n in (False, True)}
    return frozenset(slug for slug in slugs if slug)


# What only one body issues: 'Nghị định 100/2019' can be of the Government alone.
_ONE_ISSUER: Final = {"Nghị định": "NĐ-CP", "Luật": "QH", "Bộ luật": "QH", "Pháp lệnh": "UBTVQH"}


_OF_YEAR: Final = re.compile(r"(\d{1,4})/(\d{4})")


def with_symbol(citation: Citation) -> Citation:
    """The citation with the symbol that its kind implies, where it has number and year alone."""
    symbol = _ONE_ISSUER.get(citation.kind or "")
    if symbol is None or not _OF_YEAR.fullmatch(citation.number or ""):
        return citation
    return citation._replace(number=f"{citation.number}/{symbol}")
