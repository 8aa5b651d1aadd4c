"""Numbers that are nearly right: marks in the wrong place, look-alike characters, other symbols."""

import difflib
import re
from collections.abc import Iterator
from functools import cache

from loaders.model import Citation
from loaders.notices import (
    LIKELY,
    POSSIBLE,
    SURE,
    WARNING,
    Draft,
    Notice,
    Words,
    of_record,
)
from loaders.records import records
from ontology import authority
from ontology.authority import RecordedInstrument
from ontology.numbers import Number, parse

# Before Nghị định 30 and its forerunners the marks were not fixed.
_FIXED_SINCE = "1998"
# Suffixes of party bodies that bodies of the State or the Front print too.
_SHARED = frozenset(("BTC", "BCĐ", "BCĐTW", "CB", "CU", "VP", "UBKT", "BTG", "BDV", "BNC", "TTCT"))


def number_checks(draft: Draft) -> Iterator[Notice]:
    """Marks, symbols, look-alikes, kind words against symbols, and near misses of the record."""
    for mentions in draft.cited.values():
        for checked in (_marks, _symbol, _kind, _near_miss):
            found = [(c, n) for c in mentions if (n := checked(draft, c))]
            # One number written wrong in one way is told once, with all its places.
            for number in dict.fromkeys(c.number for c, _ in found):
                same = [n for c, n in found if c.number == number]
                first = same[0]
                yield Notice(
                    first.rule,
                    first.severity,
                    first.certainty,
                    first.span,
                    first.message,
                    first.suggestion,
                    first.others,
                    first.instrument,
                    tuple(each.span for each in same[1:]),
                )


def _told(
    rule: str,
    certainty: str,
    citation: Citation,
    message: Words,
    suggestion: Words | None,
) -> Notice:
    record = records().get(citation.instrument or "")
    others = (of_record(record),) if record else ()
    return Notice(
        rule, WARNING, certainty, citation.core, message, suggestion, others, citation.instrument
    )


def _marks(draft: Draft, citation: Citation) -> Notice | None:
    """'124/QĐ-TW' for '124-QĐ/TW', '15-QĐ/UBND' for '15/QĐ-UBND', '294QĐ/TW' without its hyphen."""
    number = parse(citation.number) if citation.number else None
    if number is None or not number.symbol or not number.organ:
        return None
    if (citation.date or str(number.year or "9")) < _FIXED_SINCE:
        return None
    printed = "".join(draft.text[citation.core.start : citation.core.end].split())
    meant = regular_form(number, printed)
    if meant is None:
        return None
    return _told(
        "misplaced-mark",
        SURE if is_party(number.organ) else LIKELY,
        citation,
        Words(
            f"Số hiệu {printed}: dấu gạch không đúng thể thức.",
            f"The number {printed} has its marks in the wrong places.",
        ),
        Words(f"Thể thức đúng là {meant}.", f"The regular form is {meant}."),
    )


def regular_form(number: Number, printed: str) -> str | None:
    """The number with its marks where they belong, None where they are."""
    value = f"{number.value:02d}{number.letter}"
    party = f"{value}-{number.symbol}/{number.organ}"
    organ = number.organ or ""
    if is_party(organ):
        glued = re.match(r"\d+[A-ZĐÐ]", printed)
        return party if number.system != "party" or glued else None
    if not is_state(organ):
        return None
    if number.system == "party":
        return f"{value}/{number.symbol}-{organ}"
    late = number.year is not None and number.year >= int(_FIXED_SINCE)
    if late and re.match(r"\d+[a-zđ]?/\d{4}[-–]", printed):
        return f"{value}/{number.year}/{number.symbol}-{organ}"
    return None


@cache
def _suffixes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for body in authority.bodies():
        found.setdefault(body.system, set()).update(body.suffixes)
    for each in authority.body_types():
        if each.suffix:
            found.setdefault(each.system, set()).add(each.suffix)
    return {system: frozenset(suffixes) for system, suffixes in found.items()}


def is_party(organ: str) -> bool:
    """Whether only party bodies end their numbers so: `TW`, `HU`."""
    return organ in _suffixes()["party"] - _SHARED


def is_state(organ: str) -> bool:
    """Whether only bodies of the State end their numbers so: `CP`, `UBND`."""
    state = _suffixes()["state"]
    return organ in state - _suffixes()["party"] or organ.startswith(("UBND", "HĐND"))


def _symbol(_draft: Draft, citation: Citation) -> Notice | None:
    """'64/2014/ND-CP', '15/QD-UBND': D typed for Đ."""
    number = parse(citation.number) if citation.number else None
    if number is None or not number.symbol or authority.symbol_slug(number.symbol):
        return None
    meant = number.symbol.replace("D", "Đ")
    if meant == number.symbol or not authority.symbol_slug(meant):
        return None
    right = (citation.number or "").replace(number.symbol, meant, 1)
    return _told(
        "symbol-without-stroke",
        SURE,
        citation,
        Words(
            f"Ký hiệu {number.symbol} viết thiếu nét của chữ Đ.",
            f"The symbol {number.symbol} lacks the stroke of Đ.",
        ),
        Words(f"Viết là {right}.", f"Write {right}."),
    )


def _kind(_draft: Draft, citation: Citation) -> Notice | None:
    """'Thông báo số 126-KL/TW': the kind word is not that of the symbol."""
    number = parse(citation.number) if citation.number else None
    if number is None or not number.symbol or not citation.kind:
        return None
    # Ordinances were numbered by the order that announced them: 'Pháp lệnh số 10-LCT/HĐNN7'.
    bearers = kinds_of(number.symbol) if number.symbol not in ("LCT", "L") else ()
    if not bearers or citation.kind in bearers:
        return None
    named = " / ".join(bearers)
    return _told(
        "kind-against-symbol",
        LIKELY,
        citation,
        Words(
            f"Tên loại ghi là {citation.kind}, ký hiệu {number.symbol} là của {named}.",
            f"The kind is given as {citation.kind}, the symbol {number.symbol} is that of {named}.",
        ),
        Words("Kiểm tra lại tên loại và ký hiệu.", "Check kind and symbol."),
    )


@cache
def kinds_of(symbol: str | None) -> tuple[str, ...]:
    """The kinds that bear a symbol; none for a symbol that is not in the table.

    >>> kinds_of("KL"), kinds_of("QĐ")
    (('Kết luận',), ('Quyết định', 'Quy định'))
    """
    slug = authority.symbol_slug(symbol) if symbol else None
    if slug is None:
        return ()
    return tuple(
        kind.label
        for kind in authority.kinds()
        if any(authority.symbol_slug(each) == slug for each in kind.symbols)
    )


def _near_miss(draft: Draft, citation: Citation) -> Notice | None:
    """'142-QĐ/TW ngày 02/02/2018' with the title of 124-QĐ/TW of that day."""
    number = parse(citation.number) if citation.number else None
    if number is None or citation.instrument in records() or len(citation.date or "") != 10:
        return None
    for record in _by_day().get((citation.kind, citation.date), ()):
        other = parse(record.number or "")
        if other and other.organ == number.organ and _near(number.value, other.value):
            if not _same_title(draft, citation, record):
                continue
            return Notice(
                "near-number",
                WARNING,
                POSSIBLE,
                citation.core,
                Words(
                    f"{citation.number} không có trong danh mục chuẩn; cùng ngày, cùng trích yếu "
                    f"có {record.number}.",
                    f"{citation.number} is not in the record, which has {record.number} of that "
                    "day and title.",
                ),
                Words(f"Có lẽ là {record.number}.", f"Perhaps {record.number}."),
                (of_record(record),),
                citation.instrument,
            )
    return None


@cache
def _by_day() -> dict[tuple[str | None, str | None], list[RecordedInstrument]]:
    found: dict[tuple[str | None, str | None], list[RecordedInstrument]] = {}
    for record in authority.instruments():
        found.setdefault((record.kind, record.issued), []).append(record)
    return found


def _near(one: int, other: int) -> bool:
    """Whether one number is the other with two digits exchanged or one digit changed.

    >>> _near(142, 124), _near(128, 124), _near(66, 124)
    (True, True, False)
    """
    first, second = str(one), str(other)
    if len(first) != len(second) or first == second:
        return False
    changed = sum(a != b for a, b in zip(first, second, strict=True))
    return changed == 1 or (changed == 2 and sorted(first) == sorted(second))


# '... một số điều của Luật Đấu thầu' and '... Luật Tiếp công dân' are alike by 0.8.
_ALIKE = 0.93
# A title may be cut short, but to no less than this: 'về giám sát của Mặt trận Tổ quốc Việt Nam'.
_SHORTEST = 30
_TITLE_END = re.compile(r"[.;\n”\"]|\Z")


def _same_title(draft: Draft, citation: Citation, record: RecordedInstrument) -> bool:
    """Whether the words after the citation are the recorded title, whole or its beginning."""
    title = (record.title or "").casefold()
    after = draft.text[citation.span.end : citation.span.end + len(title)].casefold().strip(" ,“")
    ends = {len(after), *(each.start() for each in _TITLE_END.finditer(after))}
    return any(
        difflib.SequenceMatcher(None, title[:end], after[:end]).ratio() > _ALIKE
        for end in ends
        if end >= min(_SHORTEST, len(title))
    )
