"""What an instrument's text states about itself (domain notes, 5).

Its basis, what it implements, amends, replaces, promulgates; what it reports of others stands apart
(`loaders.reported`).
"""

import re
from collections.abc import Iterator, Sequence

from loaders.ended import ended
from loaders.headers import Header
from loaders.model import Citation, Relation, Span
from loaders.preamble import BASIS, grounds, preamble_end
from loaders.published_lists import PUBLISHES, published
from loaders.reported import ATTACHED, IN_PART, REACHES
from loaders.side_by_side import side_by_side


def own_relations(
    text: str, head: Header, own: str, citations: tuple[Citation, ...]
) -> Iterator[Relation]:
    """What the instrument's text states about itself, in reading order."""
    end = preamble_end(text, head.span.end if head.span.end < 6000 else 0)
    titled = list(_by_title(text, head, own, citations, end))
    yield from titled
    start = head.span.end if head.span.start < end else 0
    yield from grounds(text, own, citations, Span(start, end))
    yield from _promulgated(text, own, citations)
    if head.title and PUBLISHES.search(head.title):
        yield from published(text, citations)
    articles = list(_by_articles(text, head, own, citations, end))
    yield from articles
    amended = [
        [each.object for each in stated if each.predicate in ("amends", "supplements")]
        for stated in (titled, articles)
    ]
    yield from _parts_of_amended(text, own, amended[0], amended[1], citations, end)


def _iri(citation: Citation) -> str:
    return citation.instrument or ""


def _by_title(
    text: str, head: Header, own: str, citations: tuple[Citation, ...], end: int
) -> Iterator[Relation]:
    """'Sửa đổi, bổ sung một số điều của Thông tư ...'.

    'Quy định chi tiết một số điều của Luật ...' as the title.
    """
    if not head.title:
        return
    basis = BASIS.search(text, head.span.end, end)
    stop = basis.start() if basis else end
    opener = _TITLE_VERB.search(text, head.span.end, stop)
    if opener is None:
        return
    behind = (n for n, c in enumerate(citations) if c.span.start >= opener.end())
    place = next(behind, None)
    if place is None:
        return
    reach = (text, opener.end(), citations[place].span.start)
    if not REACHES.fullmatch(*reach) and not ATTACHED.fullmatch(*reach):
        return
    words = re.sub(r"\s+", " ", opener["verb"]).lower()
    for at, _ in side_by_side(text, citations, place, stop):
        for predicate in _title_predicates(words):
            span = Span(opener.start("verb"), citations[at].span.end)
            yield Relation(own, predicate, _iri(citations[at]), span)


_TITLE_VERB = re.compile(
    r"\n[\s*|]*(?:(?:Về|Ban\s+hành)\s+(?:việc\s+)?)?"
    r"(?:(?:[Bb]an\s+hành\s+)?(?:[Kk]ế\s+hoạch|[Cc]hương\s+trình(?:\s+hành\s+động)?)"
    r"(?:\s+của\s+[^\n]{3,40}?)?\s+|[Tt]hành\s+lập\s+(?:Đoàn|Tổ)\s+|[Tt]ổ\s+chức\s+)?"
    r"(?P<verb>[Ss]ửa\s+đổi(?:\s*,\s*bổ\s+sung)?|[Bb]ổ\s+sung"
    r"|[Qq]uy\s+định\s+chi\s+tiết(?:\s*(?:,|và)\s*hướng\s+dẫn(?:\s+thi\s+hành)?)?"
    r"|[Hh]ướng\s+dẫn(?:\s+(?:thi\s+hành|thực\s+hiện))?|[Bb]ãi\s+bỏ|[Tt]hay\s+thế|[Đđ]ính\s+chính"
    # 'học tập, quán triệt và triển khai thực hiện Nghị quyết'
    r"|(?:(?:[Nn]ghiên\s+cứu|[Hh]ọc\s+tập|[Qq]uán\s+triệt|[Tt]uyên\s+truyền|[Pp]hổ\s+biến)"
    r"(?:,\s*(?:và\s+)?|\s+và\s+|\s+))+(?:(?:tổ\s+chức|triển\s+khai|thực\s+hiện|thi\s+hành)(?!\w)\s*)*"
    # 'Kết quả 03 năm thực hiện Chỉ thị'
    r"|(?:(?:[Ss]ơ|[Tt]ổng)\s+kết(?:\s+\d+\s+năm)?|[Kk]ết\s+quả(?:\s+sau)?\s+\d+\s+năm)"
    r"(?:\s+việc)?\s+(?:triển\s+khai\s+)?(?:thực\s+hiện|thi\s+hành)"
    r"|[Tt]riển\s+khai\s+(?:thực\s+hiện|thi\s+hành)|[Tt]hực\s+hiện"
    r"|(?:[Gg]iám\s+sát|[Kk]iểm\s+tra)\s+việc\s+(?:triển\s+khai\s+)?(?:thực\s+hiện|thi\s+hành))"
)
_TITLE_PREDICATES = (
    (r"sửa đổi", "amends"),
    (r"bổ sung", "supplements"),
    (r"quy định chi tiết", "details"),
    (r"hướng dẫn", "guides"),
    (r"bãi bỏ", "repeals"),
    (r"thay thế", "replaces"),
    (r"đính chính", "corrects"),
    (r"(?:sơ|tổng) kết|kết quả", "reviews"),
    (r"(?:giám sát|kiểm tra) việc", "inspects_implementation_of"),
    (r"(?:\w+ \w+, )*(?:học tập|quán triệt|tuyên truyền|phổ biến)", "disseminates"),
    (r"(?:.* )?(?:triển khai|thực hiện|thi hành)", "implements"),
)


def _title_predicates(words: str) -> tuple[str, ...]:
    """What the words of a title do; behind the first of them only what may stand beside it."""
    found = [name for pattern, name in _TITLE_PREDICATES if re.match(pattern, words)]
    if words.startswith("sửa đổi") and "bổ sung" in words:
        return ("amends", "supplements")
    return tuple(found) if found[:1] == ["disseminates"] else tuple(found[:1])


_PART_REPEALED = re.compile(
    r"\n[\s\d.“\"]*(?:Điều\s+\d+\.\s*)?(?:\d+\.\s*)?(?P<verb>Bãi\s+bỏ\s+(?:(?:một\s+số"
    r"|các)\s+)?(?:điểm|khoản|[Đđ]iều|cụm\s+từ|Phụ\s+lục))"
)


def _parts_of_amended(
    text: str,
    own: str,
    titled: Sequence[str],
    headed: Sequence[str],
    citations: tuple[Citation, ...],
    start: int,
) -> Iterator[Relation]:
    """'Bãi bỏ khoản 1 Điều 4' in an amending text repeals a part of what it amends.

    Of several it is the one that the article names; a line that names another speaks of that.
    """
    amended = tuple(dict.fromkeys((*titled, *headed)))
    told: set[str] = set()
    for match in _PART_REPEALED.finditer(text, start) if amended else ():
        stop = text.find("\n", match.end())
        span = Span(match.start("verb"), stop if stop > 0 else len(text))
        clause = _CLAUSE.match(text, span.start, span.start + 400)
        if clause is None or any(span.start <= c.span.start < clause.end() for c in citations):
            continue
        meant = _headed(text, amended, citations, span.start) if headed or len(titled) > 1 else None
        meant = meant or next(iter(titled), None)
        if meant and meant not in told and not _is_quoted(text, start, span.start):
            told.add(meant)
            yield Relation(own, "repeals", meant, span, part=IN_PART)


_CLAUSE = re.compile(r"(?:[^.;]|[.;](?!\s))*")


def _headed(
    text: str, amended: Sequence[str], citations: tuple[Citation, ...], at: int
) -> str | None:
    """Which of those amended the article at a place is about, if it names one."""
    heading = text.rfind("\nĐiều ", 0, at)
    return next(
        (_iri(c) for c in citations if heading < c.span.start < at and _iri(c) in amended), None
    )


def _promulgated(text: str, own: str, citations: tuple[Citation, ...]) -> Iterator[Relation]:
    for citation in citations:
        lead = text[max(0, citation.span.start - 60) : citation.span.start]
        found = re.search(
            r"[Bb]an\s+hành\s+kèm\s+theo\s+(?:Quyết|Nghị|Thông)\s+(?:định|quyết"
            r"|tư)\s+này\s+(?:bản\s+)?[“\"]?\Z",
            lead,
        )
        if found and citation.number is None and not citation.self_reference:
            start = citation.span.start - len(lead) + found.start()
            yield Relation(own, "promulgates", _iri(citation), Span(start, citation.span.end))


def _by_articles(
    text: str, head: Header, own: str, citations: tuple[Citation, ...], start: int
) -> Iterator[Relation]:
    """What the instrument's articles change or end: not what it quotes or publishes of others."""
    if head.title and PUBLISHES.search(head.title):
        return
    for relation in ended(text, own, citations, start, head.title):
        if not _is_quoted(text, start, relation.span.start):
            yield relation


def _is_quoted(text: str, start: int, at: int) -> bool:
    return text.rfind("“", start, at) > text.rfind("”", start, at)
