"""What the articles of an instrument change, replace, repeal or suspend, as a whole or in part.

'Quy định này thay thế ...', 'Bãi bỏ khoản 4 Điều 8 Thông tư số B', 'Điều 1. Sửa đổi, bổ sung một số
điều của Thông tư số C', 'Thông tư số A; Thông tư số B hết hiệu lực kể từ ngày ...', or such words
over a list of points. What is named as having changed A before does not end with it by these words.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.anchors import positions
from loaders.model import Citation, Relation, Span
from loaders.passages import UPPER
from loaders.points import opener, points
from loaders.reported import IN_PART, ending, part_of
from loaders.side_by_side import PARTS, side_by_side

_KINDS = (
    r"(?:[Vv]ăn\s+bản(?:\s+quy\s+phạm\s+pháp\s+luật)?|[Tt]hông\s+tư(?:\s+liên\s+tịch)?|[Qq]uyết\s+định"
    r"|[Nn]ghị\s+(?:định|quyết)|[Cc]hỉ\s+thị|[Ll]uật|[Pp]háp\s+lệnh|[Qq]uy\s+(?:định|chế)"
    r"|[Hh]ướng\s+dẫn|[Kk]ết\s+luận|[Kk]ế\s+hoạch|[Tt]hông\s+tri|[Đđ]iều\s+lệ|LUẬT|THÔNG\s+TƯ"
    r"|NGHỊ\s+(?:ĐỊNH|QUYẾT)|QUYẾT\s+ĐỊNH)"
)
# Words at the head of an article, a point or a sentence, by the syllable to look for.
_HEADING_VERBS = re.compile(
    r"(?P<changes>sửa\s+đổi(?:\s*,\s*bổ\s+sung)?(?:\s*,\s*(?:thay\s+thế|bãi\s+bỏ))*|bổ\s+sung"
    r"(?:\s*,\s*(?:thay\s+thế|bãi\s+bỏ))*|đính\s+chính)"
    r"|(?P<ends>bãi\s+bỏ|h[ủu][yỷ]\s+bỏ|thay\s+(?:thế|cho)|(?:tạm\s+)?ngưng\s+hiệu\s+lực(?:\s+thi\s+hành)?"
    r"|đình\s+chỉ\s+(?:việc\s+)?thi\s+hành)",
    re.I,
)
_HEADED = ("Sửa", "SỬA", "Bổ sung", "BỔ SUNG", "Đính", "Bãi", "Hủy", "Huỷ", "Thay", "Ngưng", "Đình")
_STANDS_FIRST = re.compile(
    r"(?:\n[\s|*#]*|[.;:]\s+|[“\"])(?:(?:Điều\s+\d+[a-zđ]?|\d{1,2}(?:\.\d+)*|[a-zđ])[.)]\s*|[-+–]\s*)*\Z"
)
# 'Thông tư này có hiệu lực từ ngày ... và thay thế', 'Quyết định này thay thế', '...; bãi bỏ'.
_OWN_ACT = re.compile(
    rf"{_KINDS}\s+này(?:\s+có\s+hiệu\s+lực[^.;]{{0,160}}?(?:và|,|;|\sthì)|\s*,)?"
    r"(?:\s+đồng\s+thời)?\s+\Z"
)
_AND_ACTS = re.compile(r";\s+(?:và\s+)?(?:đồng\s+thời\s+)?\Z")
_OWN = re.compile(rf"{_KINDS}\s+này\s+(?:có\s+hiệu\s+lực|thay\s+thế|bãi\s+bỏ)[^.]*\Z")
_OWN_VERBS = re.compile(r"(?P<ends>thay\s+(?:thế(?:\s+cho)?|cho)|(?:bãi|h[ủu][yỷ])\s+bỏ)")
# 'các văn bản sau đây', 'toàn bộ 14 văn bản do Bộ trưởng ... ban hành' over a list, or inline.
_PLURAL = re.compile(rf"(?:các|những|\d{{1,3}}|một\s+số|toàn\s+bộ)\s[^:;.]{{0,80}}?{_KINDS}", re.I)
_INLINE = re.compile(rf"[^:;.“”]{{0,160}}{_KINDS}[^:;.“”]{{0,60}}(?:sau(?:\s+đây)?|gồm)\s*:\s*")
_AS_FOLLOWS = re.compile(r"như\s+sau")
# 'Bãi bỏ phần khái niệm của chỉ tiêu số 20 quy định tại Thông tư số A': something that it holds,
# not all the rules that it was issued for.
_THING = re.compile(
    rf"(?!\s+(?:toàn\s+bộ\s+)?(?:Quy|Điều\s+lệ|Danh\s+mục|Chương\s+trình|Kế\s+hoạch|Đề\s+án))"
    rf"[^.;:“”]{{5,300}}?\s(?:quy\s+định\s+tại|ban\s+hành\s+kèm\s+theo){PARTS.pattern}",
    re.I,
)
_LAPSES = re.compile(
    r"(?:(?P<whole>hết\s+hiệu\s+lực(?!\s+(?:thi\s+hành\s+)?một\s+phần))|hết\s+hiệu\s+lực)(?!\w)"
    # 'được bãi bỏ bởi Nghị định số B': somebody else does it
    r"|(?P<voice>(?:bị|được)\s+bãi\s+bỏ)(?!\s+(?:một\s+phần\s+)?(?:bởi|theo|tại|bằng))"
)
_SENTENCE = re.compile(
    r"\.\s+(?:(?:\d{1,4}\s*\n\s*)?CÔNG BÁO/Số[^\n]*(?:\n\s*\d{1,4}\s*(?=\n))?\s+)?"
    rf"(?=[{UPPER}“])|\n\s*(?:\d{{1,2}}\.|[a-zđ]\)|[-+])\s|\n\s*Điều\s+\d+\."
    r"(?:[^\n]{0,60}(?:[Hh]iệu\s+lực|[Tt]hi\s+hành|[Bb]ãi\s+bỏ)[^\n]{0,60}\n)?"
)
_ENDS_SENTENCE = re.compile(
    r"\.\s|[“”]|\n\s*(?:\d{1,2}\.|[a-zđ]\)|[-+])\s|\n\s*(?:Điều\s+\d|CHƯƠNG|Chương)"
)
_SUBJECT = re.compile(
    r"(?:\A|;)\s*(?:[Kk]ể\s+từ\s+[^;]{0,120}?(?:thi\s+hành|hiệu\s+lực|\d{4})\s*(?:,|thì)?\s+)?"
    rf"(?:(?:các|những|toàn\s+bộ)\s+)*(?:{_KINDS}\s*:\s*)?(?P<parts>{PARTS.pattern})\Z",
    re.I,
)
_GOES_ON_IN_FORCE = re.compile(
    r"tiếp\s+tục|đến\s+khi|trước\s+khi|trường\s+hợp|(?<!\w)(?:thì|chưa|trừ)(?!\w)"
)
_EXCEPT = re.compile(r"(?<!\w)trừ(?!\w)")
_CHANGES = re.compile(r"sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|thay\s+thế|đính\s+chính|h[ủu][yỷ]\s+bỏ", re.I)
_ENDING_ARTICLE = re.compile(rf"{_CHANGES.pattern}|hiệu\s+lực|thi\s+hành", re.I)
_PARTLY = re.compile(
    r"một\s+(?:phần|số\s+(?:điều|khoản|điểm|nội\s+dung|quy\s+định))|các\s+nội\s+dung"
    r"|quy\s+định\s+(?:về|liên\s+quan)\s"
)
_HEADING = re.compile(r"[\n“\"]Điều \d+[a-zđ]?\.[^\n]*")
_LONGEST_ARTICLE = 12_000
_SENTENCES_BACK = 3000
_REACH = 420


class _Act(NamedTuple):
    """Words that do something to what is named behind them."""

    predicates: tuple[str, ...]
    start: int
    end: int
    is_headed: bool


class _Done(NamedTuple):
    predicate: str
    place: int
    start: int
    part: str | None


def ended(
    text: str, own: str, citations: tuple[Citation, ...], start: int, title: str | None = None
) -> Iterator[Relation]:
    """What the text, from `start` on, changes or ends, in reading order."""
    starts = [citation.span.start for citation in citations]
    done: dict[tuple[str, int], _Done] = {}
    for act in _acts(text, start, title):
        for each in _acted_on(text, citations, starts, act):
            done[each.predicate, each.place] = each
    for each in _lapsing(text, citations, starts, start):
        done.setdefault((each.predicate, each.place), each)
    for each in sorted(done.values(), key=lambda each: (each.place, each.predicate)):
        citation = citations[each.place]
        span = Span(each.start, citation.span.end)
        yield from ending(own, each.predicate, citation.instrument or "", span, each.part)


def _acts(text: str, start: int, title: str | None) -> Iterator[_Act]:
    """Where the text says that it does something to another, in reading order."""
    found: list[_Act] = []
    for word in _HEADED:
        for at in positions(text, word):
            verb = _HEADING_VERBS.match(text, at) if at >= start else None
            if verb and _STANDS_FIRST.search(text, max(0, at - 40), at):
                if verb["changes"] and not _amends_here(text, at, title):
                    continue
                found.append(_Act(_predicates(verb[0]), at, verb.end(), True))
    for word in (" thay", "\nthay", " bãi", "\nbãi", " hủy", " huỷ"):
        for at in positions(text, word):
            verb = _OWN_VERBS.match(text, at + 1) if at >= start else None
            if verb and _is_own_act(text, at + 1):
                found.append(_Act(_predicates(verb[0]), at + 1, verb.end(), False))
    return iter(sorted(found, key=lambda act: act.start))


def _is_own_act(text: str, at: int) -> bool:
    """Whether it is the text itself that acts: 'Thông tư này ... và thay thế', '...; bãi bỏ'."""
    if _OWN_ACT.search(text, max(0, at - 260), at):
        return True
    lead = text[max(0, at - 1200) : at]
    joint = _AND_ACTS.search(lead)
    return joint is not None and _OWN.search(lead, 0, joint.start()) is not None


def _amends_here(text: str, at: int, title: str | None) -> bool:
    """Whether sửa đổi is what the text does there, as its title or its article says, not a task."""
    if title and _CHANGES.search(title):
        return True
    return _CHANGES.search(_article(text, at)) is not None


def _article(text: str, at: int) -> str:
    """The first line of the article at a place: its heading."""
    begin = at + 1
    while (begin := text.rfind("Điều ", max(0, at - _LONGEST_ARTICLE), begin)) > 0:
        if heading := _HEADING.match(text, begin - 1):
            return heading[0]
    return ""


def _predicates(words: str) -> tuple[str, ...]:
    words = " ".join(words.lower().split())
    named = (
        ("sửa đổi", "amends"), ("bổ sung", "supplements"), ("đính chính", "corrects"),
        ("bỏ", "repeals"), ("thay", "replaces"), ("ngưng", "suspends"), ("đình chỉ", "suspends"),
    )  # fmt: skip
    return tuple(predicate for word, predicate in named if word in words)


def _acted_on(
    text: str, citations: Sequence[Citation], starts: Sequence[int], act: _Act
) -> Iterator[_Done]:
    """The instruments behind the words of an act, or in the points of the list that it opens."""
    place = bisect_left(starts, act.end)
    near = place < len(starts) and starts[place] - act.end <= _REACH
    if near and (lead := _lead(text, act, citations[place])) is not None:
        yield from _named(text, citations, place, act, lead)
        return
    words = opener(text, act.end)
    if words is None or (near and starts[place] < words.end):
        return
    introduced = text[words.start : words.end]
    if (not introduced.strip() or _PLURAL.search(introduced)) and not _AS_FOLLOWS.search(
        introduced
    ):
        yield from _in_points(text, citations, starts, act, words)


def _lead(text: str, act: _Act, citation: Citation) -> str | None:
    """The words from an act to an instrument, where they only tell what part of it is meant."""
    if citation.self_reference:
        return None
    stop = citation.span.start
    inline = _INLINE.match(text, act.end, stop)
    begin = inline.end() if inline else act.end
    if PARTS.fullmatch(text, begin, stop):
        return text[begin:stop]
    ends = {"repeals", "replaces"} & set(act.predicates)
    if ends and act.is_headed and _THING.fullmatch(text, act.end, stop):
        return IN_PART if _ENDING_ARTICLE.search(_article(text, act.start)) else None
    return None


def _in_points(
    text: str,
    citations: Sequence[Citation],
    starts: Sequence[int],
    act: _Act,
    introduced: Span,
) -> Iterator[_Done]:
    """What the points of a list begin with, each perhaps behind the part that is meant."""
    partly = _PARTLY.search(text, introduced.start, introduced.end)
    for point in points(text, introduced.end):
        at = bisect_left(starts, point.start)
        if at == len(starts) or starts[at] >= point.end or citations[at].self_reference:
            continue
        if PARTS.fullmatch(text, point.start, starts[at]):
            lead = text[point.start : starts[at]]
            lead = f"{IN_PART} {lead}" if partly else lead
            yield from _named(text, citations, at, act, lead, point.end)


def _named(
    text: str, citations: Sequence[Citation], place: int, act: _Act, lead: str, stop: int = 0
) -> Iterator[_Done]:
    """An instrument with those beside it, as objects of an act."""
    end = _sentence_end(text, citations[place].span.end)
    for at, words in side_by_side(text, citations, place, min(end, stop or end)):
        part = part_of(lead if at == place else words, citations[at])
        for predicate in act.predicates:
            mixed = len(act.predicates) > 1 and predicate in ("repeals", "replaces")
            yield _Done(predicate, at, act.start, part or (IN_PART if mixed else None))


def _sentence_end(text: str, start: int) -> int:
    found = _ENDS_SENTENCE.search(text, start)
    return found.start() if found else len(text)


def _lapsing(
    text: str, citations: Sequence[Citation], starts: Sequence[int], start: int
) -> Iterator[_Done]:
    """'A; B hết hiệu lực kể từ ngày ...', 'Các văn bản sau đây hết hiệu lực: 1. A'."""
    for verb in _lapses(text, start):
        begin = _sentence_start(text, max(start, verb.start() - _SENTENCES_BACK), verb.start())
        first, past = bisect_left(starts, begin), bisect_left(starts, verb.start())
        place = next((n for n in range(first, past) if _opens(text, begin, citations[n])), None)
        if place is not None:
            yield from _subjects(text, citations, place, verb)
        elif all(citations[n].self_reference for n in range(first, past)):
            yield from _listed_subjects(text, citations, starts, begin, verb)


def _lapses(text: str, start: int) -> Iterator[re.Match[str]]:
    """The words by which something loses its force, in reading order of each wording."""
    for word in ("hết", "bị", "được"):
        for at in positions(text, word):
            if at >= start and (verb := _LAPSES.match(text, at)):
                yield verb


def _sentence_start(text: str, low: int, at: int) -> int:
    begin = low
    for mark in _SENTENCE.finditer(text, low, at):
        begin = mark.end()
    return begin


def _opens(text: str, begin: int, citation: Citation) -> bool:
    """Whether an instrument, or a part of it, is the subject of its sentence or clause."""
    stop = citation.span.start
    return not citation.self_reference and bool(_SUBJECT.search(text[begin:stop][-400:]))


def _subjects(
    text: str, citations: Sequence[Citation], place: int, verb: re.Match[str]
) -> Iterator[_Done]:
    named = [at for at, _ in side_by_side(text, citations, place, verb.start())]
    if _GOES_ON_IN_FORCE.search(text, citations[named[-1]].span.end, verb.start()):
        return
    for at in named:
        yield _Done("repeals", at, citations[at].span.start, citations[at].pinpoint or _part(verb))


def _part(verb: re.Match[str]) -> str | None:
    return None if verb["whole"] or verb["voice"] else IN_PART


def _listed_subjects(
    text: str,
    citations: Sequence[Citation],
    starts: Sequence[int],
    begin: int,
    verb: re.Match[str],
) -> Iterator[_Done]:
    """What a list names of which the sentence above says that it loses its force."""
    words = opener(text, verb.end())
    if words is None or not _PLURAL.search(text, begin, verb.start()):
        return
    if not _EXCEPT.search(text, verb.end(), words.end):
        act = _Act(("repeals",), begin, verb.end(), True)
        introduced = Span(verb.start(), words.end)
        for each in _in_points(text, citations, starts, act, introduced):
            yield each._replace(part=each.part or _part(verb))
