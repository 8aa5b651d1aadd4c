"""Every mention of an official instrument in a text, in reading order.

Numbered, listed, short, named, self-referring.

The order of work: numbers are found first (they are unmistakable), each is completed to the left
(kind word, elided list) and to the right (date, issuer); then names and bare numbers fill what is
left; then pin-cites are attached.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from loaders import names
from loaders.anchors import matches, positions
from loaders.codified import codified
from loaders.completion import completed
from loaders.issuers import UPPER
from loaders.model import Citation, Span
from loaders.pinpoints import pinpoint_after, pinpoint_before
from ontology import authority
from ontology.numbers import Number, normalise, parse

_SYMBOL = r"[A-ZĐ](?:[A-ZĐƯÔ]|&(?=[A-ZĐ])|[a-z](?=[A-ZĐ/_.-]|\b)|tr(?=[/-])|[yrhi])*[0-9]{0,2}"
# 124-QĐ/TW   101- QĐ/TW   18 -NQ/TW   171/KH-MTTQ-BTT   64/2014/NĐ-CP   91/2014/NĐ-↵CP
# 42/2013/QH13   206-CP   02/2004/NQ.HĐTP
NUMBER = re.compile(
    rf"""(?<![\w/.,-])(?P<value>[0-9]{{1,6}}[a-zđ]?)
    (?:\s{{0,2}}/\s{{0,2}}(?P<year>(?:1[89]|20)[0-9]{{2}}))?
    (?P<mark>\s{{0,2}}[-/]\s{{0,3}}|\s(?=[A-ZĐ]{{2,4}}i?/[A-ZĐ]))
    (?P<rest>{_SYMBOL}(?:\s?[-/_]\s{{0,2}}{_SYMBOL}|\.{_SYMBOL}|\s-\s(?=[A-ZĐ]{{2,}}\b)(?<=/[A-ZĐ]{{2}}\s-\s){_SYMBOL}){{0,12}})(?!\w)""",
    re.X,
)
# 65/2013/nđ-cp   15/2016/tt-bgtvt
_LOWER = re.compile(r"(?<![\w/.,-])[0-9]{1,5}/(?:1[89]|20)[0-9]{2}/[a-zđ]{2,4}-[a-zđ&]{2,10}(?!\w)")
# 294QĐ/TW: the hyphen was lost in a PDF
_GLUED = re.compile(r"(?<![\w/.,-])(?P<value>[0-9]{1,4})(?P<rest>[A-ZĐ]{2,4}i?/[A-ZĐ]{2,12})(?!\w)")

_LEGISLATURE = re.compile(r"QH|UBTVQH|HĐNN|HDNN")
_OF_LEGISLATURE = frozenset(("Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết", "Hiến pháp", "Lệnh"))
# 'Chương trình hành động số ...', 'Thông báo kết luận số ...', 'Kết luận thanh tra số ...'
_QUALIFIERS = ("hành động", "kết luận", "thanh tra", "kiểm tra", "giám sát", "phối hợp", "chỉ đạo")
_LIST_JOIN = re.compile(r"\s*(?:,|;|và|hoặc|,\s*và|\.\.\.|…)?\s*(?:và\s+)?(?:các\s+)?(?:số:?\s*)?")
_ELIDED = re.compile(r"(?<![\w/.-])((?:[0-9]{1,4}[a-z]?\s*(?:,|;|và|hoặc|,\s*và)\s*(?:số\s+)?)+)\Z")
_ELEMENT = re.compile(r"[0-9]{1,4}[a-z]?")
_WORD_BEFORE = re.compile(r"\S+")
_FORM_CODE = re.compile(r"(?:[Mm]ẫu|[Bb]iểu(?:\s+mẫu)?|[Bb]ảng|[Kk]ý\s+hiệu)\s+(?:số\s*)?:?\s*\Z")

# 'Quy định 366 năm 2025', 'Nghị quyết 18 của Bộ Chính trị', 'các Kết luận số 187, 188 của ...'
_BARE = re.compile(
    r"(?<![\w])(?P<kind>(?:Quy|Quyết)\s{1,3}định|Nghị\s{1,3}(?:quyết|định)|Chỉ\s{1,3}thị"
    r"|Kết\s{1,3}luận|Kế\s{1,3}hoạch|Hướng\s{1,3}dẫn"
    r"|Thông\s{1,3}(?:báo|tri|tư)|Chương\s{1,3}trình|Công\s{1,3}văn|Pháp\s{1,3}lệnh|Luật"
    r"|Đề\s{1,3}án)(?:[ ]{1,3}|\s{1,3}số\s{1,3})"
    r"(?P<first>[0-9]{1,4})(?P<more>(?:\s*(?:,"
    r"|và)\s*(?:số\s+)?[0-9]{1,4}(?![\w/.%-]))*)(?![\w%]|[/.,-][0-9\w])"
)
# 'Quy định này', 'Thông tư↵này': the kind word that stands before 'này'.
_THIS = re.compile(
    r"(?<!\w)(?P<kind>Quy\s{1,3}(?:định|chế)|Quyết\s{1,3}định|Nghị\s{1,3}(?:quyết|định)"
    r"|Thông\s{1,3}tư(?:\s{1,3}liên\s{1,3}tịch)?|Luật|Bộ\s{1,3}luật|Pháp\s{1,3}lệnh"
    r"|Hướng\s{1,3}dẫn|Chỉ\s{1,3}thị|Kế\s{1,3}hoạch|Điều\s{1,3}lệ|Kết\s{1,3}luận"
    r"|Thông\s{1,3}tri)\s{0,2}\Z"
)


_BARE_LITERALS = (
    *("Quy định ", "Quyết định ", "Nghị quyết ", "Nghị định ", "Chỉ thị ", "Kết luận "),
    *("Kế hoạch ", "Hướng dẫn ", "Thông báo ", "Thông tri ", "Thông tư ", "Chương trình "),
    *("Công văn ", "Pháp lệnh ", "Luật ", "Đề án "),
)


@dataclass(frozen=True, slots=True)
class _Left:
    """What stands before a number: where the citation begins and the kind word as a label."""

    start: int
    kind: str | None
    listed: bool


@cache
def _kinds() -> dict[str, str]:
    """Kind words, case-folded -> label; `quy định` -> `Quy định`."""
    return {kind.label.casefold(): kind.label for kind in authority.kinds()}


@cache
def _kinds_by_symbol() -> dict[str, str]:
    """Symbols that only one kind has -> its label.

    QĐ, TT, CT and the like are left to the kind word.
    """
    owners: dict[str, set[str]] = {}
    for kind in authority.kinds():
        for symbol in kind.symbols:
            owners.setdefault(symbol, set()).add(kind.label)
    return {symbol: min(labels) for symbol, labels in owners.items() if len(labels) == 1}


@cache
def _symbols() -> frozenset[str]:
    return frozenset(symbol for kind in authority.kinds() for symbol in kind.symbols)


def find_citations(text: str) -> tuple[Citation, ...]:
    """All citations of a text as `loaders.view.view` gives it, without instruments.

    Spans are offsets into it.
    """
    numbered = list(_numbered(text))
    taken = _Taken([c.span for c in numbered])
    named = [c for c in names.named(text, tuple(numbered)) if taken.add(c.span)]
    bare = [c for c in _bare_numbers(text, numbered) if taken.add(c.span)]
    own = [c for c in _self_references(text) if taken.add(c.span)]
    found = sorted((*numbered, *named, *bare, *own), key=lambda c: (c.span.start, c.span.end))
    placed: list[Citation] = []
    floor = 0
    for citation in found:
        pinned = pinpoint_before(text, citation.span.start, floor)
        if pinned is None and citation.self_reference:
            # 'Quy định này' without a pin-cite is no citation.
            continue
        if pinned is None:
            pinned = pinpoint_after(text, citation.span.end)
        placed.append(replace(citation, pinpoint=pinned[0]) if pinned else citation)
        floor = citation.span.end
    return codified(text, tuple(placed))


class _Taken:
    """Stretches that already belong to a citation.

    Looked up by blocks so that the work stays linear.
    """

    _BLOCK = 256

    def __init__(self, spans: list[Span]) -> None:
        self._blocks: dict[int, list[Span]] = {}
        for span in spans:
            self._put(span)

    def _put(self, span: Span) -> None:
        for block in range(span.start // self._BLOCK, span.end // self._BLOCK + 1):
            self._blocks.setdefault(block, []).append(span)

    def add(self, span: Span) -> bool:
        """Takes the stretch unless a part of it is taken; says whether it did."""
        for block in range(span.start // self._BLOCK, span.end // self._BLOCK + 1):
            if any(s.start < span.end and span.start < s.end for s in self._blocks.get(block, ())):
                return False
        self._put(span)
        return True


def _numbered(text: str) -> Iterator[Citation]:
    """Citations that print a number, and the bare numbers of an elided list before it."""
    before: Citation | None = None
    for match in _number_matches(text):
        core = Span(match.start(), match.end())
        printed = _printed(match)
        parts = parse(printed)
        if parts is None or _FORM_CODE.search(text, max(0, core.start - 24), core.start):
            continue
        elided = _ELIDED.search(text, max(0, core.start - 60), core.start)
        left = _left(text, elided.start(1) if elided else core.start, before)
        if _LEGISLATURE.match(parts.organ or "") and left.kind not in _OF_LEGISLATURE:
            # 'Luật Người lao động ... theo hợp đồng số 72/2006/QH11': no kind stands here.
            named = names.name_before(text, core.start, True)
            left = _Left(named[0], named[1], False) if named else replace(left, kind=None)
        known = parts.symbol in _symbols() or _LEGISLATURE.match(parts.organ or "")
        unknown = left.kind is None and not (known and parts.organ)
        if unknown or _is_own_header(text, core, left):
            continue
        if left.kind is None and (short := _short_kind(text, left.start, parts)):
            left = short
        kind = left.kind or _kinds_by_symbol().get(parts.symbol or "")
        if elided and left.kind:
            yield from _elements(text, elided, left, printed)
            left = replace(left, start=core.start)
        before = completed(text, left.start, core, kind, printed)
        yield before


# What state bodies mean by symbols that party bodies use for other kinds too.
_STATE_KINDS = {"QĐ": "Quyết định", "TT": "Thông tư", "CT": "Chỉ thị"}


def _short_kind(text: str, start: int, parts: Number) -> _Left | None:
    """'QĐ 1580/QĐ-TTg', 'TT số 45/2026/TT-BTC': the symbol stands for the kind word."""
    kind = _STATE_KINDS.get(parts.symbol or "") if parts.system != "party" else None
    if kind is None:
        return None
    short = re.compile(rf"(?<!\w){parts.symbol}\s{{1,2}}(?:số\s{{1,2}})?\Z")
    match = short.search(text, max(0, start - 10), start)
    return _Left(match.start(), kind, False) if match else None


def _printed(match: re.Match[str]) -> str:
    """The number normalised; a hyphen lost in a PDF or by a typist is put back."""
    if match.re is _GLUED or (match.re is NUMBER and match["mark"].isspace()):
        return normalise(f"{match['value']}-{match['rest']}")
    return normalise(match[0])


def _elements(text: str, elided: re.Match[str], left: _Left, printed: str) -> Iterator[Citation]:
    """'187' of 'các Kết luận số 187, 188-KL/TW', completed from the last number of its list."""
    tail = printed.lstrip("0123456789")
    start = left.start
    for element in _ELEMENT.finditer(text, elided.start(1), elided.end(1)):
        core = Span(element.start(), element.end())
        span = Span(min(start, core.start), core.end)
        yield _citation(text, span, core, left.kind, element[0] + tail)
        start = core.end


def _number_matches(text: str) -> Iterator[re.Match[str]]:
    """Every official number, left to right, tried only where a digit meets a mark or symbol."""
    end = -1
    for seed in _NUMBER_SEED.finditer(text):
        start = seed.start()
        while start > 0 and text[start - 1] in _DIGITS:
            start -= 1
        if start < end:
            continue
        for pattern in (NUMBER, _LOWER, _GLUED):
            if match := pattern.match(text, start):
                end = match.end()
                yield match
                break


_DIGITS = "0123456789"
# '4-QĐ', '4/2014/', '1- QĐ', '9/2013/ ↵TT', '4 QĐ/', '4QĐ/': where an official number may be.
_NUMBER_SEED = re.compile(
    r"[0-9][a-zđ]?(?:\s{0,2}[-/]\s{0,3}(?:[A-ZĐ]|(?:1[89]|20)[0-9]{2}\s{0,2}[-/_])"
    r"|\s?[A-ZĐ]{2,4}i?/[A-ZĐ])"
)


def _citation(text: str, span: Span, core: Span, kind: str | None, number: str | None) -> Citation:
    return Citation(span, core, text[span.start : span.end], kind, number, None, None, None, False)


def _left(text: str, start: int, before: Citation | None) -> _Left:
    """The kind word (and the name of a law) before a number; a list element inherits its kind."""
    window_start = max(0, start - 48)
    words = [(m.start(), m[0]) for m in _WORD_BEFORE.finditer(text, window_start, start)]
    numbered = False
    while words and words[-1][1].rstrip(":").casefold() in ("số", "só", ":", "") and len(words) > 1:
        numbered = True
        words.pop()
    if len(words) > 3 and " ".join(w for _, w in words[-2:]).casefold() in _QUALIFIERS:
        qualified = _kind_at(words[:-2], window_start)
        if qualified:
            return qualified
    found = _kind_at(words, window_start)
    if found:
        return found
    if before is not None and _LIST_JOIN.fullmatch(text, before.span.end, start):
        return _Left(start, before.kind, True)
    named = names.name_before(text, start, numbered)
    if named:
        return _Left(named[0], named[1], False)
    return _Left(start, None, False)


def _kind_at(words: list[tuple[int, str]], window_start: int) -> _Left | None:
    """The longest kind word that the last of the words make up, with its start."""
    for length in range(min(4, len(words)), 0, -1):
        position, first = words[-length]
        bare = first.lstrip("([“\"'‘*-:/|_")
        phrase = " ".join([bare, *(w for _, w in words[len(words) - length + 1 :])])
        kind = _kinds().get(phrase.casefold()) or (
            _kinds_by_symbol().get(phrase) if length == 1 and len(phrase) > 1 else None
        )
        if kind and (window_start == 0 or position > window_start):
            return _Left(position + len(first) - len(bare), kind, False)
    return None


# 'Số 384-QĐ/TW', 'Số: 162/2026/NĐ-CP' alone on a line: the text's own number, not a citation of it.
_OWN_LINE = re.compile(r"(?:^|\n)[\s|*]*(?:Số|SỐ)\s*:?\s*\Z")
_LINE_END = re.compile(
    rf"[ *|]*(?:\n|\Z|\s{{3,}}|(?:[–—-][ ]?)?\**[{UPPER}][\w. -]{{1,40}},\s*ngày)"
)


def _is_own_header(text: str, core: Span, left: _Left) -> bool:
    return bool(
        left.kind is None
        and _OWN_LINE.search(text, max(0, core.start - 40), core.start)
        and _LINE_END.match(text, core.end)
    )


def _bare_numbers(text: str, numbered: list[Citation]) -> Iterator[Citation]:
    """'Quy định 366 năm 2025', 'Nghị quyết 18 của Bộ Chính trị', or a short form of a full one."""
    antecedents = {
        (c.kind, parts.value) for c in numbered if c.number and (parts := parse(c.number))
    }
    for match in matches(_BARE, text, *_BARE_LITERALS):
        kind = _kinds().get(" ".join(match["kind"].split()).casefold())
        elements = [(match.start("first"), match["first"])]
        elements += [
            (m.start(), m[0])
            for m in _ELEMENT.finditer(text, match.start("more"), match.end("more"))
        ]
        start, found = match.start(), []
        for position, number in elements:
            end = position + len(number)
            span = Span(start, end)
            found.append(_citation(text, span, Span(position, end), kind, number))
            start = elements[len(found)][0] if len(found) < len(elements) else end
        found[-1] = completed(text, found[-1].span.start, found[-1].core, kind, found[-1].number)
        last = found[-1]
        if (
            last.issuer
            or last.date
            or (len(last.number or "") > 1 and _WHAT_IT_IS.match(text, last.span.end))
            or all(_known(c, antecedents) for c in found)
        ):
            yield from found


# 'Quy định 37 về những điều đảng viên không được làm', 'Nghị quyết 18 (khóa XII)'
_WHAT_IT_IS = re.compile(r"\s{1,2}(?:về\s|\(?[Kk]hóa\s{1,2}[IVX])")


def _known(citation: Citation, antecedents: set[tuple[str | None, int]]) -> bool:
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


def _self_references(text: str) -> Iterator[Citation]:
    for position in (*positions(text, " này"), *positions(text, "\nnày")):
        match = _THIS.search(text, max(0, position - 24), position)
        if match is None or text[position + 4 : position + 5].isalpha():
            continue
        span = Span(match.start(), position + 4)
        kind = _kinds().get(" ".join(match["kind"].split()).casefold())
        yield replace(_citation(text, span, span, kind, None), self_reference=True)
