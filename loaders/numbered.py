"""Citations that print an official number: each is completed to its left and to its right."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from loaders.completion import completed
from loaders.issuers import UPPER, issuer_end
from loaders.kind_words import KINDS, KindWords, kind_of
from loaders.law_names import name_before
from loaders.model import Citation, Span, span_of
from loaders.official_numbers import Printed, kinds_by_symbol, number_matches, printed
from ontology import authority

_OF_LEGISLATURE: Final = frozenset(
    ("Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết", "Hiến pháp", "Lệnh")
)
# 'Chương trình hành động số ...', 'Thông báo kết luận số ...', 'Kết luận thanh tra số ...'
_QUALIFIERS: Final = (
    *("hành động", "kết luận", "thanh tra", "kiểm tra", "giám sát", "phối hợp", "chỉ đạo"),
    *("làm việc", "công tác"),
)
_LIST_JOIN: Final = re.compile(
    r"\s*(?:,|;|và|hoặc|,\s*và|\.\.\.|…)?\s*(?:và\s+)?(?:các\s+)?(?:số:?\s*)?"
)
# 'năm 2016 và 124-QĐ/TW': a year is no number of the list.
_ELIDED: Final = re.compile(
    r"(?<![\w/.-])(?<!năm\s)(?<!NĂM\s)((?:[0-9]{1,4}[a-z]?\s*(?:,|;|và|hoặc|,\s*và)\s*(?:số\s+)?)+)\Z"
)
_ELEMENT: Final = re.compile(r"[0-9]{1,4}[a-z]?")
_WORD_BEFORE: Final = re.compile(r"\S+")
_FORM_CODE: Final = re.compile(
    r"(?:[Mm]ẫu|[Bb]iểu(?:\s+mẫu)?|[Bb]ảng|[Kk]ý\s+hiệu)\s+(?:số\s*)?:?\s*\Z"
)


class _Left(NamedTuple):
    """What stands before a number: where the citation begins and the kind word as a label."""

    start: int
    kind: str | None
    issuer: str | None = None


def numbered(text: str, words: KindWords) -> Iterator[Citation]:
    """Citations that print a number, and the bare numbers of an elided list before it."""
    before: Citation | None = None
    for match in number_matches(text, words.before_numbers):
        number = printed(match)
        if number is None:
            continue
        core = span_of(match.span())
        word = words.before_numbers.get(core.start)
        elided = None
        if word:
            left = _Left(word.start(), kind_of(word["kind"]))
        elif _FORM_CODE.search(text, max(0, core.start - 24), core.start):
            continue
        else:
            elided = _ELIDED.search(text, max(0, core.start - 60), core.start)
            first = elided.start(1) if elided else core.start
            left = _left(text, first, before, number)
        placed = _placed(text, core, number, left)
        if placed is None:
            continue
        if elided and placed.kind:
            yield from _elements(text, elided, placed, number.number)
            placed = _Left(core.start, placed.kind)
        kind = placed.kind or _kind_by_symbol(number)
        before = completed(text, placed.start, core, kind, number.number)
        if placed.issuer and not before.issuer:
            before = before._replace(issuer=placed.issuer)
        yield before


def _placed(text: str, core: Span, number: Printed, left: _Left) -> _Left | None:
    """What stands before a number, judged by the number itself; None where it is no citation."""
    if number.legislature and (left.kind not in _OF_LEGISLATURE or text[left.start] == "l"):
        # 'Luật Người lao động ... theo hợp đồng số 72/2006/QH11': no kind stands here.
        named = name_before(text, core.start, is_law=True)
        left = _Left(*named) if named else _Left(left.start, _lower_law(text, left))
    if left.kind is not None:
        return left
    if letter := _LETTER.search(text, max(0, core.start - 16), core.start):
        return _Left(letter.start(), "Công văn" if _is_letter(number) else None)
    if not (number.known and number.parts.organ) or _is_own_header(text, core):
        return None
    return _short_kind(text, left.start, number) or left


def _lower_law(text: str, left: _Left) -> str | None:
    """'luật số 64/2025/QH15' in small letters; in 'pháp luật số' the word is none of a kind."""
    return left.kind if left.kind == "Luật" and text[left.start] == "l" else None


# 'tại văn bản số 2958/BKHCN-ATBXHN ngày ...': an instrument whose kind its number alone tells.
_LETTER: Final = re.compile(r"(?<!\w)[Vv]ăn\s{1,3}bản\s{1,3}số:?\s{1,3}\Z")


def _is_letter(number: Printed) -> bool:
    """Whether a number is one of a letter, which alone bears no symbol: '7450/UBND-NCPC'."""
    return number.parts.system == "state" and not number.known and number.parts.organ is not None


def _kind_by_symbol(number: Printed) -> str | None:
    symbol = number.parts.symbol or ""
    state = _STATE_KINDS.get(symbol) if number.parts.system != "party" else None
    return state or kinds_by_symbol().get(symbol)


# What state bodies mean by symbols that party bodies use for other kinds too.
_STATE_KINDS: Final = {"QĐ": "Quyết định", "TT": "Thông tư", "CT": "Chỉ thị"}


def _short_kind(text: str, start: int, number: Printed) -> _Left | None:
    """'QĐ 1580/QĐ-TTg', 'TT số 45/2026/TT-BTC': the symbol stands for the kind word."""
    symbol = number.parts.symbol or ""
    kind = _STATE_KINDS.get(symbol) if number.parts.system != "party" else None
    if kind is None:
        return None
    short = re.compile(rf"(?<!\w){symbol}\s{{1,2}}(?:số\s{{1,2}})?\Z")
    match = short.search(text, max(0, start - 10), start)
    return _Left(match.start(), kind) if match else None


def _elements(text: str, elided: re.Match[str], left: _Left, number: str) -> Iterator[Citation]:
    """'187' of 'các Kết luận số 187, 188-KL/TW', completed from the last number of its list."""
    tail = number.lstrip("0123456789")
    start = left.start
    for element in _ELEMENT.finditer(text, elided.start(1), elided.end(1)):
        core = Span(element.start(), element.end())
        span = Span(min(start, core.start), core.end)
        yield Citation(span, core, text[span.start : span.end], left.kind, element[0] + tail)
        start = len(text)


def _left(text: str, start: int, before: Citation | None, number: Printed) -> _Left:
    """The kind word (and the name of a law) before a number; a list element inherits its kind."""
    window_start = max(0, start - 48)
    words = [(m.start(), m[0]) for m in _WORD_BEFORE.finditer(text, window_start, start)]
    so = False
    while words and words[-1][1].rstrip(":").casefold() in ("số", "só", ":", "") and len(words) > 1:
        so = True
        words.pop()
    if len(words) > 3 and " ".join(w for _, w in words[-2:]).casefold() in _QUALIFIERS:
        qualified = _kind_at(words[:-2], window_start)
        if qualified:
            return qualified
    found = _kind_at(words, window_start)
    if found is None and [word.casefold() for _, word in words[-2:]] == ["liên", "tịch"]:
        # 'Hướng dẫn liên tịch số ...'; a 'Thông tư liên tịch' is a kind of its own
        found = _kind_at(words[:-2], window_start)
    if found:
        return found
    if before is not None and _LIST_JOIN.fullmatch(text, before.span.end, start):
        return _Left(start, before.kind)
    if not so:
        return _Left(start, None)
    if named := name_before(text, start, is_law=number.legislature):
        return _Left(*named)
    return _of_issuer(text, start) or _titled(text, start, number) or _Left(start, None)


# 'Quy định thi hành Điều lệ Đảng số 24-QĐ/TW': the title stands before the number.
_TITLED: Final = re.compile(rf"(?<!\w)(?P<kind>{KINDS})(?=\s{{1,3}}\w)")
_TITLE: Final = re.compile(r"\s[^;:.()\n\d“”\"]{4,90}(?:\n[^;:.()\n\d“”\"]{0,60})?\ssố:?\s+")


def _titled(text: str, start: int, number: Printed) -> _Left | None:
    """The kind that bears the number's symbol, with nothing but a title's words up to the number.

    No other kind of that symbol may stand between.
    """
    found = None
    for match in _TITLED.finditer(text, max(0, start - 120), start):
        kind = kind_of(match["kind"])
        if kind and number.parts.symbol in _symbols().get(kind, ()):
            found = (
                _Left(match.start(), kind) if _TITLE.fullmatch(text, match.end(), start) else None
            )
    return found


@cache
def _symbols() -> dict[str, tuple[str, ...]]:
    return {kind.label: kind.symbols for kind in authority.kinds()}


# 'Kế hoạch của Ban Thường vụ Tỉnh ủy số 45-KH/TU': the issuer stands before the number.
_ISSUED_BY: Final = re.compile(rf"(?<!\w)(?P<kind>{KINDS})\s{{1,3}}của\s{{1,3}}(?=[{UPPER}])")
_SO: Final = re.compile(r"\s{0,2},?\s{1,3}số\s{0,2}:?\s{0,3}")


def _of_issuer(text: str, start: int) -> _Left | None:
    for match in _ISSUED_BY.finditer(text, max(0, start - 140), start):
        end = issuer_end(text, match.end())
        if end and _SO.fullmatch(text, end, start):
            issuer = " ".join(text[match.end() : end].split())
            return _Left(match.start(), kind_of(match["kind"]), issuer)
    return None


def _kind_at(words: list[tuple[int, str]], window_start: int) -> _Left | None:
    """The longest kind word that the last of the words make up, with its start."""
    last = words[-1][1].lstrip(_OPENING) if words else ""
    if last not in kinds_by_symbol() and last.casefold() not in _last_words():
        return None
    for length in range(min(4, len(words)), 0, -1):
        position, first = words[-length]
        bare = first.lstrip(_OPENING)
        phrase = " ".join([bare, *(w for _, w in words[len(words) - length + 1 :])])
        kind = kind_of(phrase) or (
            kinds_by_symbol().get(phrase) if length == 1 and len(phrase) > 1 else None
        )
        if kind and (window_start == 0 or position > window_start):
            return _Left(position + len(first) - len(bare), kind)
    return None


_OPENING: Final = "([“\"'‘*-:/|_"


@cache
def _last_words() -> frozenset[str]:
    """The words with which kinds end, in lower case: what ends otherwise is none."""
    return frozenset(kind.label.split()[-1].casefold() for kind in authority.kinds())


# 'Số 384-QĐ/TW', 'Số: 162/2026/NĐ-CP' alone on a line: the text's own number, not a citation of it.
_OWN_LINE: Final = re.compile(r"(?:^|\n)[\s|*]*(?:Số|SỐ)\s*:?\s*\Z")
_LINE_END: Final = re.compile(
    rf"[ *|]*(?:\n|\Z|\s{{3,}}|(?:[–—-][ ]?)?\**[{UPPER}][\w. -]{{1,40}},\s*ngày)"
)


# 'Số 121/2009/QĐ-TTg↵ngày 09/10/2009' is a cell of a list of instruments.
_DATED_LINE: Final = re.compile(r"\s{0,6}\nngày\s")


def _is_own_header(text: str, core: Span) -> bool:
    return bool(
        _OWN_LINE.search(text, max(0, core.start - 40), core.start)
        and _LINE_END.match(text, core.end)
        and not _DATED_LINE.match(text, core.end)
    )
