"""Resolutions named by their plenum or congress: 'Nghị quyết Trung ương 4 khóa XII'."""

import re
from collections.abc import Iterator
from typing import Final

from loaders.anchors import sought
from loaders.completion import whole_name
from loaders.issuers import UPPER
from loaders.kind_words import KindWords, label
from loaders.model import Citation

_ORDINALS: Final = {
    "nhất": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
    "mười ba": 13,
    "mười bốn": 14,
    "mười lăm": 15,
}
_TERM: Final = r"(?:\s{0,2},?\s{0,2}\(?\s?(?:[Kk]hóa|[Kk]hoá|[Kk]hoa)\s{1,3}(?P<term>[IVX]+)\)?)"
# Nghị quyết Trung ương 4 khóa XII   NQTW4 (khóa XII)
# Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII
_PLENUM: Final = re.compile(
    r"(?<!\w)(?P<kind>Nghị\s{1,3}quyết|Kết\s{1,3}luận|Quy\s{1,3}định"
    r"|NQ)\s{0,3}(?:của\s{1,3})?(?:Hội\s{1,3}nghị\s{1,3})?"
    rf"(?:(?:Trung\s{{1,3}}ương|TW|T\.Ư"
    rf"|TƯ)(?:\s{{1,3}}Đảng)?\s{{0,3}}(?:lần\s{{1,3}}thứ\s{{1,3}})?(?P<n>\d{{1,2}}(?![\d/.-])"
    rf"|{'|'.join(_ORDINALS)})"
    rf"|lần\s{{1,3}}thứ\s{{1,3}}(?P<m>\d{{1,2}}"
    rf"|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
    rf"\s{{0,3}},?\s{{1,3}}(?:của\s{{1,3}})?"
    rf"(?:Ban\s{{1,3}}Chấp\s{{1,3}}hành\s{{1,3}}Trung\s{{1,3}}ương|BCHTW"
    rf"|BCH\s{{1,3}}Trung\s{{1,3}}ương|BCH\s{{1,3}}TW"
    rf"|Trung\s{{1,3}}ương)(?:\s{{1,3}}Đảng)?(?:\s{{1,3}}Cộng\s{{1,3}}sản\s{{1,3}}Việt\s{{1,3}}Nam)?)"
    rf"{_TERM}?(?!\w)"
)
# Nghị quyết Đại hội XIII của Đảng   Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII
# Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX
_CONGRESS: Final = re.compile(
    r"(?<!\w)Nghị\s{1,3}quyết\s{1,3}Đại\s{1,3}hội(?:\s{1,3}(?:đại\s{1,3}biểu|Đảng"
    r"|toàn\s{1,3}quốc|bộ))*"
    rf"(?:\s{{1,3}}(?P<whose>(?:tỉnh|thành\s{{1,3}}phố|huyện|quận|thị\s{{1,3}}xã|xã"
    rf"|phường)(?:\s{{1,3}}[{UPPER}]\w*){{0,4}}))?"
    r"(?:\s{1,3}(?:khóa|lần\s{1,3}thứ"
    r"|lần))?\s{1,3}(?P<ordinal>[IVX]+)(?:\s{1,3}của\s{1,3}Đảng)?(?!\w)"
)


def plenums(text: str, words: KindWords) -> Iterator[Citation]:
    """Resolutions of plenums and congresses, in no promised order."""
    if any(word in text for word in ("ương", "TW", "TƯ", "T.Ư")):
        short = (_PLENUM.match(text, start) for start in sought(text, "NQ", "Q"))
        for match in (*words.matches(_PLENUM, "NKQ"), *filter(None, short)):
            kind = "Nghị quyết" if match["kind"] == "NQ" else label(match["kind"])
            yield whole_name(text, match.start(), match.end(), kind)
            end = match.end()
            while match["term"] and (more := _MORE_TERMS.match(text, end)):
                # 'Nghị quyết Trung ương 4 khóa XI, XII'
                yield whole_name(text, more.start("term"), more.end("term"), kind)
                end = more.end()
    if "hội" in text:
        for match in words.matches(_CONGRESS, "N"):
            yield whole_name(text, match.start(), match.end(), "Nghị quyết")


_MORE_TERMS: Final = re.compile(r"\s{0,2}(?:,|và)\s{1,3}(?:khóa\s{1,3})?(?P<term>[IVX]{1,5})(?!\w)")


def plenum_before(text: str, start: int) -> int | None:
    """The ordinal of the plenum whose list of terms a bare term belongs to: 'khóa XI, XII'."""
    before = [match[0] for match in _PLENUM.finditer(text, max(0, start - 120), start)]
    found = plenum_of(before[-1]) if before else None
    return found[0] if found else None


def plenum_of(name: str) -> tuple[int, str | None] | None:
    """The plenum's ordinal and the term of a plenum resolution's name.

    >>> plenum_of("Nghị quyết Trung ương 4 (khóa XII)")
    (4, 'XII')
    """
    match = _PLENUM.match(name)
    if match is None:
        return None
    ordinal = match["n"] or match["m"]
    return (int(ordinal) if ordinal.isdigit() else _ORDINALS[ordinal]), match["term"]


def congress_of(name: str) -> tuple[str, str] | None:
    """Whose congress the name of a resolution tells, and its Roman ordinal.

    >>> congress_of("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng")
    ('', 'XIII')
    >>> congress_of("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX")
    ('tỉnh', 'XIX')
    """
    match = _CONGRESS.match(name)
    return ((match["whose"] or "").casefold(), match["ordinal"]) if match else None
