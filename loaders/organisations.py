"""The grammar of Vietnamese names of organisations.

What head, of which territory, from where to where.

A name is a head ('Ban Thường trực Ủy ban MTTQ Việt Nam') and a territory ('tỉnh Yên Bái'), whose
name or the whole of which may be left out ('Thanh tra tỉnh', 'Huyện ủy'). Only the words are read
here; which unit they mean is for `bodies`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.anchors import led, longest_of
from loaders.families import FAMILIES, MASS_OF, PARTY_FIRSTS, PARTY_OF, Family
from loaders.institutions import CLOSING, COMMAS, INSTITUTION, MINISTRY_INSPECTORATE, OWNERS
from ontology import authority


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name as read: `head` without territory.

    The word of the territory's type and its name, both None if not given.

    `committee` marks names that take the bare name of their territory: 'Huyện ủy Mù Cang Chải'.
    `central` is the IRI of a body of record.
    """

    start: int
    end: int
    head: str
    level: str | None = None
    name: str | None = None
    name_start: int = 0
    committee: bool = False
    central: str | None = None


# The words with which names begin, and what must follow those that are common words.
_FIRSTS = (
    "Ban Bộ Ủy Hội Thường Huyện Tỉnh Thành Quận Thị Đảng Chi MTTQ Mặt UBND HĐND UBMTTQ UBKT UB BTV"
    " BTT BCH BHXH Đoàn Liên LĐLĐ Văn Thanh Công Tòa TAND Viện VKSND Kho Bảo Cục Thuế Bệnh Trung"
    " Trường Trạm Hạt Sở Phòng Cơ Tổ Chính Quốc Thủ Tổng Kiểm Ngân Học Khối Quân Chủ Đài Báo Hợp"
    " Tập Quỹ Nhà Xí Vụ Đại TW BCT BBT BCHTW Vườn"
)
_COMMON_FIRSTS = (
    r"các(?=\s+(?:tổ|đoàn|Ban)\s)",
    r"đảng(?=\s+(?:bộ|ủy)\s)",
    r"chi(?=\s+(?:bộ|ủy)\s)",
    r"chính(?=\s+quyền\s)",
)


# What norms say at every turn and what names nobody: 'Trường hợp', 'Bộ trưởng', 'Ban hành'.
_NO_NAMES = dict(
    each.split()
    for each in (
        *("Ban hành", "Báo cáo", "Bộ trưởng|luật", "Chi phí|tiết", "Chính sách", "Công suất|nghệ"),
        *("Hợp đồng", "Tổng số", "Trường hợp", "Văn bản"),
    )
)


def _first(word: str) -> str:
    no_name = _NO_NAMES.get(word)
    return rf"{word}(?!\w)" + (rf"(?!\s+(?:{no_name})(?!\w))" if no_name else "")


_BEGINS = led(map(_first, (*_FIRSTS.split(), *_COMMON_FIRSTS)))
_WORD = re.compile(r"\w+")


def begins(text: str, start: int, end: int) -> re.Match[str] | None:
    """The next place in `start:end` where an organisation's name may begin."""
    return _BEGINS.search(text, start, end)


def beginnings(text: str) -> Iterator[re.Match[str]]:
    """Every place in the text where an organisation's name may begin."""
    return _BEGINS.finditer(text)


# Several layers read the same name.
@lru_cache(maxsize=4096)
def phrase_at(text: str, start: int, end: int, institutions: bool = False) -> Phrase | None:
    """The longest name that begins at `start`.

    Free institutional names ('Công ty ...') only on demand.
    """
    first = _WORD.match(text, start, end)
    return phrase_of(text, first[0], start, end, institutions) if first else None


def phrase_of(
    text: str, first: str, start: int, end: int, institutions: bool = False
) -> Phrase | None:
    """The longest name that begins at `start` with this word."""
    found = [
        _phrase(match, family.committee)
        for family in _families(first)
        if (match := family.pattern.match(text, start, end))
    ]
    if institutions or first in _COMPOSED_FIRSTS:
        found += _composed(text, first, start, end, institutions)
    if central := _central(text, start, end, first):
        found.append(central)
    if institutions and not found and (match := INSTITUTION.match(text, start, end)):
        found.append(_institution(match))
    return max(found, key=lambda p: (p.end, p.central is not None)) if found else None


_MASS_FIRSTS = frozenset("Ban BTV BCH Công Đoàn Hội Chi".split())
_COMPOSED_FIRSTS = PARTY_FIRSTS | _MASS_FIRSTS | {"Thanh"}


@cache
def _families(first: str) -> tuple[Family, ...]:
    """The families whose names may begin with the word."""
    return tuple(family for family in FAMILIES if first in family.firsts)


def _composed(text: str, first: str, start: int, end: int, institutions: bool) -> list[Phrase]:
    """Names that hold another name, and those of a sector: 'Đảng ủy Sở Y tế tỉnh'."""
    found = []
    if first in PARTY_FIRSTS and (of := PARTY_OF.match(text, start, end)):
        owner = phrase_at(text, of.end(), end, institutions=True)
        if owner is not None and not owner.committee:
            head = f"{written_out(of['head'])} {owner.head}"
            found.append(Phrase(start, owner.end, head, owner.level, owner.name, owner.name_start))
    if first in _MASS_FIRSTS and (of := MASS_OF.match(text, start, end)):
        owner = phrase_at(text, of.end(), end, institutions=True)
        if owner is not None:
            head = f"{written_out(of['head'])} {owner.head}"
            found.append(Phrase(start, owner.end, head, owner.level, owner.name, owner.name_start))
    if first == "Thanh" and (inspectorate := MINISTRY_INSPECTORATE.match(text, start, end)):
        ministry = _central(text, inspectorate.end(), end)
        if ministry is not None:
            found.append(Phrase(start, ministry.end, f"Thanh tra {ministry.head}"))
    if institutions:
        matches = (pattern.match(text, start, end) for pattern in (OWNERS, COMMAS))
        found += [_phrase(match, committee=False) for match in matches if match]
    return found


def _institution(match: re.Match[str]) -> Phrase:
    """A free name, with the territory that may close it.

    'Ban Quản lý dự án xã', 'Trạm Thú y huyện Ba Vì'.
    """
    closing = CLOSING.search(match[0])
    if closing is None:
        return Phrase(match.start(), match.end(), written_out(match[0]))
    name = closing["name"]
    return Phrase(
        start=match.start(),
        end=match.end(),
        head=written_out(match[0][: closing.start()]),
        level=" ".join(closing["level"].lower().split()),
        name=name,
        name_start=match.start() + closing.start("name") if name else match.end(),
    )


def _phrase(match: re.Match[str], committee: bool) -> Phrase:
    groups = match.groupdict()
    level = " ".join(groups["level"].lower().split()) if groups.get("level") else None
    name = groups.get("name")
    return Phrase(
        start=match.start(),
        end=match.end(),
        head=written_out(match["head"]),
        level="thành phố" if level in ("tp", "tp.") else level,
        name=name,
        name_start=match.start("name") if name else match.end(),
        committee=committee,
    )


@lru_cache(maxsize=4096)
def written_out(words: str) -> str:
    """One space, the usual capitals, and abbreviations of organs written out.

    'của' within a name is left out.

    >>> written_out("UBKT  của Huyện ủy")
    'Ủy ban Kiểm tra Huyện ủy'

    """
    plain = _IN_BRACKETS.sub("", " ".join(words.split())).replace(" của ", " ")
    for pattern, written in _WRITTEN_OUT:
        plain = pattern.sub(written, plain)
    return plain


# 'Ủy ban Kiểm tra (UBKT) Tỉnh ủy': the short form that the text will use.
_IN_BRACKETS = re.compile(r" \(\w{2,8}\)")
_WRITTEN_OUT = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"(?<=Pháp luật),(?= (?:Ủy|UB|MTTQ|Mặt))", ""),
        (r"\bUBKT\b|\bUB Kiểm tra\b|\bỦy ban kiểm tra\b", "Ủy ban Kiểm tra"),
        (r"\bBTV\b", "Ban Thường vụ"),
        (r"\bBTT\b", "Ban Thường trực"),
        (r"\bBCH\b", "Ban Chấp hành"),
        (r"\bUB\.?\s?MTTQ|\bUBMTTQ", "Ủy ban MTTQ"),
        (r"MTTQ\s?VN\b", "MTTQ Việt Nam"),
        (r"^Mặt trận$", "Ủy ban MTTQ Việt Nam"),
        (r"\bHội LHPN\b", "Hội Liên hiệp Phụ nữ"),
        (r"\bHội CCB\b", "Hội Cựu chiến binh"),
        (r"\bLĐLĐ\b", "Liên đoàn Lao động"),
        (r"\bTAND\b", "Tòa án nhân dân"),
        (r"\bVKSND\b", "Viện kiểm sát nhân dân"),
        (r"^Đoàn ĐBQH\b", "Đoàn đại biểu Quốc hội"),
        (r"\bBHXH\b", "Bảo hiểm xã hội"),
        (r"đầu tư cộng đồng\b", "đầu tư của cộng đồng"),
        (r"^Ban giám sát", "Ban Giám sát"),
        (r"^đảng (bộ|ủy)", r"Đảng \1"),
        (r"^chi (bộ|ủy)", r"Chi \1"),
    )
)
# Alone these words are too general to name the body of record.
_TOO_GENERAL = frozenset(
    {
        "Đảng",
        "Trung ương",
        "TW",
        "TƯ",
        "T.Ư",
        "Mặt trận",
        "Mặt trận Tổ quốc",
        "MTTQ",
        "Mặt trận Tổ quốc Việt Nam",
        "CP",
        "QH",
        "BCT",
        "BTP",
        "BTC",
    }
)


def _central(text: str, start: int, end: int, word: str | None = None) -> Phrase | None:
    first = word or ((match := _WORD.match(text, start, end)) and match[0])
    pattern = _listed().get(first) if first else None
    match = pattern.match(text, start, end) if pattern else None
    if match is None:
        return None
    words = " ".join(match[0].split())
    return Phrase(start, match.end(), words, central=_iri_of().get(words.casefold()))


@cache
def _iri_of() -> dict[str, str]:
    """Names of bodies of record, without case -> IRI.

    A label wins over another body's alternative.
    """
    found: dict[str, str] = {}
    for body in authority.bodies():
        for name in (*body.alternatives, *body.abbreviations):
            found.setdefault(" ".join(name.split()).casefold(), body.iri)
    found.update({body.label.casefold(): body.iri for body in authority.bodies()})
    return found


def central_iri(name: str) -> str | None:
    """The body of record that bears exactly this name, general names included."""
    return _iri_of().get(" ".join(name.split()).casefold())


@cache
def _listed() -> dict[str, re.Pattern[str]]:
    """First word -> pattern of all names of record that begin with it, longest first."""
    by_first: dict[str, set[tuple[str, ...]]] = {}
    for body in authority.bodies():
        for name in (body.label, *body.alternatives, *body.abbreviations):
            if name not in _TOO_GENERAL and (" " in name or len(name) > 2):
                words = tuple(map(re.escape, name.split(" ")))
                by_first.setdefault(re.split(r"\W", name, maxsplit=1)[0], set()).add(words)
    return {
        first: re.compile(longest_of(names, r"\s{1,3}", r"(?!\w)"))
        for first, names in by_first.items()
    }
