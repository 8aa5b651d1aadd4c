"""Whose words a consolidated text (văn bản hợp nhất) prints, and what those acts state.

It is no act of its own: it names an act and those that changed it ('Luật ... số 41/2024/QH15 ...,
được sửa đổi, bổ sung bởi: 1. Luật ...'), prints the first, and quotes of the others, in footnotes,
their basis and their final provisions ('Luật Nhà giáo số 73/2025/QH15 có căn cứ ban hành như sau:
“Căn cứ Hiến pháp ...”'). So a preamble is the basis of the act that it belongs to. Where a footnote
runs over a page, nobody can tell any more whose words stand there, and nothing is stated.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.anchors import positions
from loaders.ended import ended
from loaders.headers import Header
from loaders.model import Citation, Relation, Span
from loaders.preamble import BASIS, grounds
from loaders.reported import IN_PART
from loaders.side_by_side import PARTS

KIND = "Văn bản hợp nhất"
_CHANGED_BY = re.compile(
    r"được\s+(?P<how>sửa\s+đổi,?\s+bổ\s+sung|sửa\s+đổi|bổ\s+sung|đính\s+chính)\s+(?:bởi|theo)\s*:?"
)
# An entry opens the list, or follows one that is closed: 'bởi: 1. Luật', '; 2. Luật', '.\n Luật'.
_ENTRY = re.compile(r"(?:\A|;|[.]\s*\n)[\s*|“\"]*(?:và\s+)?(?:(?:\d{1,2}[.)]|[a-zđ]\)|[-+])\s*)?\Z")
_CORRECTS = re.compile(r"[^;]{0,120}?\sđính\s+chính\s")
_PREDICATES = (("sửa", "amends"), ("bổ", "supplements"), ("đính", "corrects"))
_OPERATIVE = re.compile(r"\n[\s*#|]*(?:Điều\s+1\b|(?:Chương|CHƯƠNG)\s+I\b|(?:Phần|PHẦN)\s)")
# '1 Luật Nhà giáo số 73/2025/QH15 có căn cứ ban hành như sau: “', 'Điều 41 của Luật Nhà giáo số
# 73/2025/QH15, có hiệu lực kể từ ngày ... quy định như sau: “'; some forget the quotation mark.
# One pattern a first letter, which the engine skips to.
_QUOTES = tuple(
    re.compile(rf"{words}\s+như\s+sau(?P<colon>\s*[:.]?\s*)(?P<mark>[“\"])?")
    for words in (r"c(?=ă)ăn\s+cứ\s+ban\s+hành", r"q(?=u)uy\s+định")
)
# From the beginning of such a sentence to the act that it names.
_LEAD = re.compile(
    r"(?:\d{1,3}\s+)?(?:(?:[Cc]ác\s+)?(?:(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|và|,|của|\d+[a-zđ]?|[a-zđ])"
    r"[\s,]*)+)?"
)
_SENTENCE = re.compile(r"(?:\A|\n\s*\n|[.;:”\"]\s*\n|\n(?=\d{1,3}\s+[A-ZĐ]))\s*")
_REACH = 1500
_PREAMBLE = 8000
_LONGEST_QUOTE = 20_000
_ISSUED = re.compile(r"\n[^\n]{0,90}\sban\s+hành\s(?:Luật|Bộ\s+luật|Pháp\s+lệnh|Nghị|Thông|Quyết)")


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A stretch that quotes an act; `doubt` is where its text goes on among that of others."""

    act: str
    span: Span
    doubt: Span
    is_basis: bool


def consolidated_relations(
    text: str,
    head: Header,
    own: str,
    citations: tuple[Citation, ...],
    furniture: tuple[Span, ...],
) -> Iterator[Relation]:
    """What a consolidated text states: of itself what it joins, of each of those its own words."""
    acts = tuple(_acts(text, citations))
    for act in acts:
        yield Relation(own, "consolidates", act.instrument or "", act.span)
    if not acts or not acts[0].instrument:
        return
    first = acts[0].instrument
    yield from _changes(text, acts)
    start = acts[-1].span.end
    quoted = tuple(_quoted(text, citations, furniture, start))
    yield from _repealed_parts(text, acts, citations)
    before = Span(start, _found(_OPERATIVE, text, start))
    for relation in grounds(text, first, citations, before):
        if _voice(quoted, relation.span.start) is None:
            yield relation
    for each in quoted:
        if each.is_basis:
            yield from grounds(text, each.act, citations, each.span)
    printed = head.span.start if head.span.start > start else len(text)
    final = ended(text, first, citations, before.end)
    yield from _final(text, final, quoted, printed, _days(text, acts))


def _acts(text: str, citations: tuple[Citation, ...]) -> Iterator[Citation]:
    """The act that is consolidated, then those that changed it, in the order of the text."""
    numbered = [each for each in citations if each.number]
    opener = next((each for each in numbered if _opens_line(text, each.span.start)), None)
    if opener is None:
        return
    yield opener
    end = min(_found(each, text, opener.span.end) for each in (BASIS, _OPERATIVE))
    changed = _CHANGED_BY.search(text, opener.span.end, end)
    if changed is None:
        return
    for each in numbered:
        lead = text[max(changed.end(), each.span.start - 40) : each.span.start]
        if changed.end() <= each.span.start < end and _ENTRY.search(lead):
            yield each


def _opens_line(text: str, start: int) -> bool:
    return not text[text.rfind("\n", 0, start) + 1 : start].strip(' \t|*“"')


def _found(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Where a pattern is met, at most a preamble's length away."""
    end = min(len(text), start + _PREAMBLE)
    match = pattern.search(text, start, end)
    return match.start() if match else end


def _changes(text: str, acts: Sequence[Citation]) -> Iterator[Relation]:
    """Each act of the list changed the first, in the words that open the list."""
    changed = _CHANGED_BY.search(text, acts[0].span.end)
    if changed is None:
        return
    for act in acts[1:]:
        how = "đính" if _CORRECTS.match(text, act.span.end) else changed["how"]
        span = Span(acts[0].span.start, act.span.end)
        for word, predicate in _PREDICATES:
            if word in how:
                yield Relation(act.instrument or "", predicate, acts[0].instrument or "", span)


# 'Khoản này được bãi bỏ theo quy định tại điểm b khoản 1 Điều 3 của Thông tư số A', of the first.
_PART_REPEALED = re.compile(
    r"(?:Điểm|Khoản|Điều|Mục|Chương|Đoạn|Phụ\s+lục|Mẫu|Biểu|Nội\s+dung|(?:Cụm\s+từ|Từ))\s+(?:\d[\w.]*\s+)?"
    r"(?:này(?:\s+bao\s+gồm\s+[^.;\n]{0,80})?|“[^”]{1,300}”)\s+(?:được|bị)\s+bãi\s+bỏ\s+theo(?=\s)"
    r"|tại\s+(?:[Mm]ục|[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Cc]hương)\s+này\s+hết\s+hiệu\s+lực[^.;]{0,60}?\stheo(?=\s)"
)
_REPEALED_BY = re.compile(r"bãi\s+bỏ\s+theo\s|hết\s+hiệu\s+lực[^.;]{0,60}?\stheo\s")


def _repealed_parts(
    text: str, acts: Sequence[Citation], citations: Sequence[Citation]
) -> Iterator[Relation]:
    """What the footnotes say that an act of the list repealed of the first one."""
    changing = {act.instrument for act in acts[1:]}
    starts = {each.span.start: each for each in citations if each.instrument in changing}
    told: set[str] = set()
    for match in _repealing(text, acts[-1].span.end):
        stop = PARTS.match(text, match.end())
        act = starts.get(stop.end()) if stop else None
        if act and act.instrument and act.instrument not in told:
            told.add(act.instrument)
            span = Span(match.start(), act.span.end)
            yield Relation(act.instrument, "repeals", acts[0].instrument or "", span, part=IN_PART)


def _repealing(text: str, start: int) -> Iterator[re.Match[str]]:
    """Where a footnote says that a part is repealed, found by the rarer words at its end."""
    for word in ("bãi", "hết"):
        for at in positions(text, word):
            if at >= start and _REPEALED_BY.match(text, at):
                yield from _PART_REPEALED.finditer(text, max(start, at - 420), at + 100)


def _quoted(
    text: str, citations: tuple[Citation, ...], furniture: tuple[Span, ...], start: int
) -> Iterator[_Quoted]:
    """What the footnotes quote of other acts, in reading order."""
    pages = [each.start for each in furniture]
    end = start
    openers = (opener for each in _QUOTES for opener in each.finditer(text, start))
    for opener in sorted(openers, key=re.Match.start):
        of_basis = opener[0].startswith("c")
        if opener.start() < end or not (opener["mark"] or of_basis):
            continue
        act = _quoted_act(text, citations, opener.start())
        if act is None:
            continue
        begin, end = opener.start("colon"), _quote_end(text, opener)
        page = min([end, *pages[bisect_left(pages, begin) :][:1]])
        yield _Quoted(act, Span(begin, page), Span(page, end), of_basis)


def _quoted_act(text: str, citations: tuple[Citation, ...], position: int) -> str | None:
    """The act that the sentence before a quotation names as its own, if one does."""
    begin = max(0, position - _REACH)
    for mark in _SENTENCE.finditer(text, begin, position):
        begin = mark.end()
    place = bisect_left(citations, begin, key=lambda each: each.span.start)
    first = citations[place] if place < len(citations) else None
    if first is None or first.span.end > position:
        return None
    return first.instrument if _LEAD.fullmatch(text, begin, first.span.start) else None


def _quote_end(text: str, opener: re.Match[str]) -> int:
    """Where a quotation ends: at the mark that closes it, or with the line that enacts."""
    limit = min(len(text), opener.end() + _LONGEST_QUOTE)
    if opener["mark"] == "“":
        depth = 1
        for mark in re.compile("[“”]").finditer(text, opener.end(), limit):
            depth += 1 if mark[0] == "“" else -1
            if not depth:
                return mark.end()
        return limit
    closing = re.compile(r"\"[.;]*\s*\n") if opener["mark"] else _ISSUED
    found = closing.search(text, opener.end(), limit)
    return found.start() if found else limit


def _voice(quoted: Sequence[_Quoted], position: int) -> str | None:
    """The act that is quoted at a position: none outside, an empty one where nobody can tell."""
    place = bisect_right(quoted, position, key=lambda each: each.span.start) - 1
    if place < 0 or position >= quoted[place].doubt.end:
        return None
    return quoted[place].act if position < quoted[place].span.end else ""


def _final(
    text: str,
    relations: Iterator[Relation],
    quoted: Sequence[_Quoted],
    printed: int,
    days: dict[str, str | None],
) -> Iterator[Relation]:
    """What the final provisions end, said by the act whose they are; behind its number nothing."""
    for relation in relations:
        start = relation.span.start
        act = _voice(quoted, start)
        said_by = relation.subject if act is None and start < printed else act
        said_by = said_by or _by_day(text, start, days)
        if said_by and said_by != relation.object:
            yield replace(relation, subject=said_by)


_SINCE = re.compile(
    r"có\s+hiệu\s+lực(?:\s+thi\s+hành)?(?:\s+kể)?\s+từ\s+ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})"
)
_OF_ITSELF = re.compile(rf"này\s+{_SINCE.pattern}")
_ONE_ARTICLE = 1500


def _days(text: str, acts: Sequence[Citation]) -> dict[str, str | None]:
    """The acts of the list by the day from which it says that they have effect; None for two."""
    found: dict[str, str | None] = {}
    for act, following in zip(acts, [*acts[1:], None], strict=True):
        stop = following.span.start if following else act.span.end + _ONE_ARTICLE
        if since := _SINCE.search(text, act.span.end, stop):
            day = _day(since)
            found[day] = None if day in found else act.instrument
    return found


def _by_day(text: str, start: int, days: dict[str, str | None]) -> str | None:
    """The act whose final provisions stand at a place, by the day of effect that they begin with.

    So it can be told where a footnote that runs over the page leaves it open.
    """
    low = max(text.rfind("CÔNG BÁO/Số", 0, start), start - _ONE_ARTICLE, 0)
    told = [_day(since) for since in _OF_ITSELF.finditer(text, low, start)]
    return days.get(told[-1]) if told else None


def _day(since: re.Match[str]) -> str:
    return f"{since[3]}-{int(since[2]):02}-{int(since[1]):02}"
