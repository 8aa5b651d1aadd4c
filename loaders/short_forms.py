"""Short forms of citations: a bare number after a kind word, and a text's reference to itself."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from loaders.completion import completed
from loaders.kind_words import KindWords, kind_of
from loaders.model import UNRESOLVED, Citation, Span, citation_of, span_of
from ontology import authority
from ontology.numbers import parse

_BARE_KINDS: Final = frozenset(
    "Quy định,Quyết định,Nghị quyết,Nghị định,Chỉ thị,Kết luận,Kế hoạch,Hướng dẫn,Thông báo,"
    "Thông tri,Thông tư,Thông tư liên tịch,Nghị quyết liên tịch,Chương trình,Công văn,Pháp lệnh,"
    "Luật,Đề án".split(",")
)
# 'Quy định 366 năm 2025', 'Nghị quyết 18 của Bộ Chính trị', 'các Kết luận số 187, 188 của ...'
_BARE: Final = re.compile(
    r"(?P<first>[0-9]{1,4})(?P<more>(?:\s*(?:,|và)\s*(?:số\s+)?[0-9]{1,4}(?![\w/.%-]))*)"
    r"(?![\w%]|[/.,-][0-9\w])"
)
_ELEMENT: Final = re.compile(r"[0-9]{1,4}")
# 'Quy định 37 về những điều đảng viên không được làm', 'Nghị quyết 18 (khóa XII)'
_WHAT_IT_IS: Final = re.compile(r"\s{1,2}(?:về\s|\(?[Kk]hóa\s{1,2}[IVX])")


# 'Nghị định 100/2019', 'Thông tư số 02/2018': state instruments called by number and year alone.
_OF_YEAR: Final = re.compile(r"[0-9]{1,4}/(?:19|20)[0-9]{2}(?![\w/.-])")
_OF_YEAR_KINDS: Final = frozenset(
    "Luật,Bộ luật,Pháp lệnh,Nghị định,Nghị quyết,Quyết định,Thông tư,Thông tư liên tịch".split(",")
)


def numbers_of_year(text: str, words: Iterable[re.Match[str]]) -> Iterator[Citation]:
    """'Nghị định 100/2019', 'Thông tư số 02/2018', where no symbol follows."""
    for word in words:
        match = _OF_YEAR.match(text, word.end())
        kind = kind_of(word["kind"]) if match else None
        if match and kind in _OF_YEAR_KINDS:
            yield completed(text, word.start(), Span(*match.span()), kind, match[0])


def bare_numbers(
    text: str, words: Iterable[re.Match[str]], full: Sequence[Citation]
) -> Iterator[Citation]:
    """'Quy định 366 năm 2025', 'Nghị quyết 18 của Bộ Chính trị', or a short form of a full one."""

    @cache
    def antecedents() -> frozenset[tuple[str | None, int]]:
        parted = ((c.kind, parse(c.number)) for c in full if c.number)
        return frozenset((kind, parts.value) for kind, parts in parted if parts)

    for word in words:
        match = _BARE.match(text, word.end())
        kind = kind_of(word["kind"]) if match else None
        if match is None or kind not in _BARE_KINDS:
            continue
        if not word["so"] and "\n" in text[word.end("kind") : word.end()]:
            continue
        found = _elements(text, word.start(), match, kind)
        last = found[-1]
        if (
            last.issuer
            or last.date
            or (len(last.number or "") > 1 and _WHAT_IT_IS.match(text, last.span.end))
            or all(_known(c, antecedents()) for c in found)
        ):
            yield from found


def _elements(text: str, start: int, match: re.Match[str], kind: str) -> list[Citation]:
    """A citation a number; what follows the list belongs to its last."""
    found: list[Citation] = []
    for element in _ELEMENT.finditer(text, match.start(), match.end()):
        core = Span(*element.span())
        span = core if found else Span(start, core.end)
        found.append(Citation(span, core, text[span.start : span.end], kind, element[0]))
    found[-1] = completed(text, found[-1].span.start, found[-1].core, kind, found[-1].number)
    return found


def _known(citation: Citation, antecedents: frozenset[tuple[str | None, int]]) -> bool:
    """Whether the text gives the number in full, or the record holds it."""
    value = int(citation.number or 0)
    return (citation.kind, value) in antecedents or (
        value > 9 and (citation.kind, value) in _recorded()
    )


@cache
def _recorded() -> frozenset[tuple[str | None, int]]:
    """Kind and value of every number in the authority's record."""
    return frozenset(
        (record.kind, parts.value)
        for record in authority.instruments()
        if record.number and (parts := parse(record.number))
    )


_OWN_KINDS: Final = frozenset(
    "Quy định,Quy chế,Quyết định,Nghị quyết,Nghị định,Thông tư,Thông tư liên tịch,Luật,Bộ luật,"
    "Pháp lệnh,Hướng dẫn,Chỉ thị,Kế hoạch,Điều lệ,Kết luận,Thông tri".split(",")
)


def self_references(words: KindWords) -> Iterator[Citation]:
    """'Quy định này', wherever it stands; only those with a pin-cite are citations."""
    for word in words.before_this:
        kind = kind_of(word["kind"])
        if kind in _OWN_KINDS:
            span = span_of(word.span())
            said = (span, span, word[0], kind, None, None, None, None, True)
            yield citation_of(said + UNRESOLVED[2:])
