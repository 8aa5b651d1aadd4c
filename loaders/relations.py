"""Relations between instruments, and the treatment of each citation (domain notes, 5).

Kept apart: what an instrument's text states about itself (its basis, what it implements, amends,
replaces, promulgates) and what any text reports of others ('Nghị định ... quy định chi tiết một số
điều của Luật ...').
"""

import itertools
import re
from collections.abc import Iterator

from loaders.headers import Header
from loaders.model import Citation, Relation, Span
from loaders.treatments import ADJOINING, triggers

_PREDICATES = {
    "quy định chi tiết": ("details",),
    "cụ thể hóa": ("concretises",),
    "thể chế hóa": ("institutionalises",),
    "thay thế": ("replaces",),
    "bãi bỏ": ("repeals",),
    "đình chỉ": ("suspends",),
    "đính chính": ("corrects",),
    "hướng dẫn": ("guides",),
    "thực hiện": ("implements",),
    "giám sát": ("inspects_implementation_of",),
    "kiểm tra": ("inspects_implementation_of",),
    "hợp nhất": ("consolidates",),
    "sơ tổng kết": ("reviews",),
    "quán triệt": ("disseminates",),
    "tuyên truyền": ("disseminates",),
    "phổ biến": ("disseminates",),
}


def own_relations(
    text: str, head: Header, own: str, citations: tuple[Citation, ...]
) -> Iterator[Relation]:
    """What the instrument's text states about itself, in reading order."""
    end = _preamble_end(text, head)
    yield from _amended_by_title(text, head, own, citations, end)
    for pattern, predicate in ((_BASIS, "based_on"), (_IMPLEMENTS, "implements")):
        for opener in pattern.finditer(text, head.span.end if head.span.start < end else 0, end):
            stop = _list_end(text, opener.end(), end)
            for citation in _listed(text, opener.end(), stop, citations):
                span = Span(opener.start("verb"), citation.span.end)
                yield Relation(own, predicate, _iri(citation), span)
    yield from _promulgated(text, own, citations)
    yield from _ended(text, own, citations, end)
    if head.kind == "Văn bản hợp nhất":
        yield from _consolidated(text, own, citations)


# Another sentence, clause or paragraph begins between them.
_APART = re.compile(r"[;.]\s|\n\s*\n|:\s")


def reported_relations(text: str, citations: tuple[Citation, ...]) -> Iterator[Relation]:
    """What the text reports of other instruments.

    Subject and object stand in one clause with a trigger between them.
    """
    changed: tuple[Citation, tuple[str, ...]] | None = None
    for first, second in itertools.pairwise(citations):
        gap = text[first.span.end : second.span.start]
        if changed and ADJOINING.fullmatch(gap) and ";" not in gap:
            # '... được sửa đổi, bổ sung bởi Luật số A, Luật số B và Luật số C'
            target, predicates = changed
            for predicate in predicates:
                span = Span(target.span.start, second.span.end)
                yield Relation(_iri(second), predicate, _iri(target), span)
            continue
        changed = None
        if len(gap) > 260 or _APART.search(gap) or first.instrument == second.instrument:
            continue
        before = text[max(0, first.span.start - 120) : first.span.start]
        for subject, predicate, object_ in _reported(gap, before, first, second):
            confused = predicate == "confused_with"
            start = _confusion_start(text, first) if confused else first.span.start
            yield Relation(subject, predicate, object_, Span(start, second.span.end))
            if subject == _iri(second):
                changed = (first, (*(changed[1] if changed else ()), predicate))


_PASSIVE = re.compile(
    r"(?:đã\s+)?được\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế"
    r"|bãi\s+bỏ)(?:\s*,\s*bổ\s+sung)?(?:\s+một\s+số\s+điều)?(?:\s+(?:bởi|theo|tại|bằng))?"
)
_TITLE_OPENER = re.compile(
    # 'theo Điều 60 Luật Bảo hiểm xã hội thực hiện theo Điều 6 Thông tư này' tells how a thing is
    # done, not what the law is for.
    r"(?!\s*thực\s+hiện\s+theo\s)"
    r"\s*,?\s*(?:[“\"*]\s*)?(?:[Vv]ề(?:\s+việc)?|nhằm|để|quy\s+định|hướng\s+dẫn|sửa\s+đổi"
    r"|ban\s+hành|thay\s+thế|bãi\s+bỏ|cụ\s+thể|thực\s+hiện|triển\s+khai)[\s,]"
    # no comma: 'Theo Kế hoạch số 1, giám sát việc thực hiện Luật ...' tells of the text itself
    r"|\s+(?:giám\s+sát|kiểm\s+tra|sơ\s+kết|tổng\s+kết)\s"
)


def _reported(
    gap: str, before: str, first: Citation, second: Citation
) -> Iterator[tuple[str, str, str]]:
    one, two = _iri(first), _iri(second)
    if re.search(r"[Nn]hầm\s+(?:lẫn|giữa)", before) and re.fullmatch(r"\s*(?:với|và)\s*", gap):
        yield one, "confused_with", two
        return
    if passive := _PASSIVE.search(gap):
        if len(gap) - passive.end() < 6:
            for predicate in _changes(passive[0]):
                yield two, predicate, one
        return
    opener = _TITLE_OPENER.match(gap)
    if opener is None or (
        "," in gap[opener.end() :].replace("bổ sung", "") and "sửa đổi" not in gap
    ):
        return
    trigger = next((t for t in triggers(gap) if _REACHES.fullmatch(gap, t.end)), None)
    if trigger is None:
        return
    if trigger.treatment == "sửa đổi":
        for predicate in _changes(gap[trigger.start :]):
            yield one, predicate, two
    for predicate in _PREDICATES.get(trigger.treatment, ()):
        yield one, predicate, two


def _changes(words: str) -> Iterator[str]:
    """'sửa đổi, bổ sung' amends and supplements; 'thay thế' replaces; 'bãi bỏ' repeals."""
    for word, predicate in (
        ("sửa", "amends"), ("bổ", "supplements"), ("thay", "replaces"), ("bãi", "repeals"),
    ):  # fmt: skip
        if word in words.lower():
            yield predicate


# From a trigger to its object: 'quy định chi tiết thi hành một số điều của', 'và biện pháp thi
# hành', 'nghiêm túc'.
_REACHES = re.compile(
    r"(?:\s|,|nghiêm\s+túc|có\s+hiệu\s+quả|hiệu\s+quả|tốt|nội\s+dung|các|một\s+số|(?:điểm"
    r"|khoản|điều|Điều|quy\s+định|nội\s+dung)(?!\w)|của|và|biện\s+pháp|thi\s+hành"
    r"|bổ\s+sung|sửa\s+đổi|về|việc|tinh\s+thần|theo|tại|thực\s+hiện|triển\s+khai|toàn\s+bộ"
    r"|[0-9a-zđ](?!\w)|\d+|[“\"*])*"
)


def _confusion_start(text: str, first: Citation) -> int:
    start = max(0, first.span.start - 120)
    found = re.compile(r"(?:còn\s+)?[Nn]hầm").search(text, start, first.span.start)
    return found.start() if found else first.span.start


def _iri(citation: Citation) -> str:
    return citation.instrument or ""


_BASIS = re.compile(r"(?:^|\n)[\s|*-]*(?P<verb>Căn\s+cứ)(?!\w)")
_IMPLEMENTS = re.compile(
    r"(?:(?:^|\n)[\s|*-]*|;\s+)(?P<verb>(?:[Tt]hực\s+hiện|Triển\s+khai(?:\s+thực\s+hiện)?"
    r"|Để\s+(?:triển\s+khai\s+)?thực\s+hiện|Thi\s+hành|Tiếp\s+tục\s+thực\s+hiện))(?!\w)"
)
_NEXT_OPENER = re.compile(
    r"\n[\s|*-]*(?:Căn\s+cứ|Xét|Theo|Thực\s+hiện|Trên\s+cơ\s+sở)(?!\w)|\n\s*\n"
    r"|\n[^\n]{0,60}(?:QUYẾT|như\s+sau)"
)
_ARTICLE_ONE = re.compile(
    r"\n[\s*#|]*(?:Điều\s+1\b|Chương\s+I\b|CHƯƠNG\s+I\b|I\.\s|1\.\s|Phần\s+)|như\s+sau\s*:"
)


def _preamble_end(text: str, head: Header) -> int:
    """Where the operative text begins; 'Căn cứ' behind it belongs to what others do."""
    start = head.span.end if head.span.end < 6000 else 0
    found = _ARTICLE_ONE.search(text, start)
    return found.start() if found else min(len(text), start + 8000)


def _list_end(text: str, start: int, end: int) -> int:
    found = _NEXT_OPENER.search(text, start, end)
    return found.start() if found else end


def _listed(
    text: str, start: int, stop: int, citations: tuple[Citation, ...]
) -> Iterator[Citation]:
    """The citations that one opener governs.

    The heads of its segments and what adjoins them, not those inside titles.
    """
    previous: Citation | None = None
    for citation in citations:
        if citation.span.start < start:
            continue
        if citation.span.end > stop:
            return
        gap_start = previous.span.end if previous else start
        gap = text[gap_start : citation.span.start]
        head_gap = gap.rsplit(";", 1)[-1] if previous else gap
        opened = previous is None or ";" in gap or ADJOINING.fullmatch(gap)
        # 'Chương trình số 1 về công tác kiểm tra năm 2017 và Quyết định số 2': behind a title.
        coordinate = previous is not None and _COORDINATED.fullmatch(gap)
        if coordinate or (opened and _SEGMENT_LEAD.fullmatch(head_gap)):
            yield citation
            previous = citation
        elif previous is None:
            return


_COORDINATED = re.compile(r",?\s+(?:về|V/v)\s[^.;:\n]{4,240}\svà\s+(?:các\s+)?")
_SEGMENT_LEAD = re.compile(
    r"[\s,*“\"-]*(?:(?:tinh\s+thần|nội\s+dung|quy\s+định\s+tại|ý\s+kiến|vào|và|các|khoản\s+\d+"
    r"|điểm\s+[a-zđ]|Điều\s+\d+[a-z]?|của|Quốc\s+hội|nước|Cộng\s+h(?:òa|oà)\s+xã\s+hội"
    r"\s+chủ\s+nghĩa\s+Việt\s+Nam|Luật|số|chỉ\s+đạo|[:,-])[\s,*“\"]*)*"
)


def _amended_by_title(
    text: str, head: Header, own: str, citations: tuple[Citation, ...], end: int
) -> Iterator[Relation]:
    """'Sửa đổi, bổ sung một số điều của Thông tư ...'.

    'Quy định chi tiết một số điều của Luật ...' as the title.
    """
    if not head.title or head.kind == "Văn bản hợp nhất":
        return
    opener = _TITLE_VERB.search(text, head.span.end, end)
    first = next((c for c in citations if opener and c.span.start >= opener.end()), None)
    if (
        opener is None
        or first is None
        or not _REACHES.fullmatch(text, opener.end(), first.span.start)
    ):
        return
    objects = [first]
    for following in citations[citations.index(first) + 1 :]:
        if not ADJOINING.fullmatch(text, objects[-1].span.end, following.span.start):
            break
        objects.append(following)
    words = re.sub(r"\s+", " ", opener["verb"]).lower()
    for predicate in _title_predicates(words):
        for citation in objects:
            yield Relation(
                own, predicate, _iri(citation), Span(opener.start("verb"), citation.span.end)
            )
    if words.startswith(("sửa đổi", "bổ sung")):
        yield from _parts_of_amended(text, own, _iri(first), end)


_TITLE_VERB = re.compile(
    r"\n[\s*|]*(?:Về\s+(?:việc\s+)?)?(?P<verb>[Ss]ửa\s+đổi(?:\s*,\s*bổ\s+sung)?|[Bb]ổ\s+sung"
    r"|[Qq]uy\s+định\s+chi\s+tiết(?:\s*(?:,|và)\s*hướng\s+dẫn(?:\s+thi\s+hành)?)?"
    r"|[Hh]ướng\s+dẫn(?:\s+(?:thi\s+hành|thực\s+hiện))?"
    r"|[Bb]ãi\s+bỏ|[Tt]hay\s+thế|[Tt]riển\s+khai\s+(?:thực\s+hiện|thi\s+hành)|[Tt]hực\s+hiện"
    r"|[Gg]iám\s+sát\s+việc\s+(?:triển\s+khai\s+)?thực\s+hiện|[Đđ]ính\s+chính)"
)


def _title_predicates(words: str) -> tuple[str, ...]:
    if words.startswith("sửa đổi"):
        return ("amends", "supplements") if "bổ sung" in words else ("amends",)
    for lead, predicates in (
        ("bổ sung", ("supplements",)),
        ("quy định chi tiết", ("details",)),
        ("hướng dẫn", ("guides",)),
        ("bãi bỏ", ("repeals",)),
        ("thay thế", ("replaces",)),
        ("giám sát", ("inspects_implementation_of",)),
        ("đính chính", ("corrects",)),
    ):
        if words.startswith(lead):
            return predicates
    return ("implements",)


_PART_REPEALED = re.compile(
    r"\n[\s\d.“\"]*(?:Điều\s+\d+\.\s*)?(?:\d+\.\s*)?(?P<verb>Bãi\s+bỏ\s+(?:(?:một\s+số"
    r"|các)\s+)?(?:điểm|khoản|[Đđ]iều|cụm\s+từ|Phụ\s+lục))"
)


def _parts_of_amended(text: str, own: str, amended: str, start: int) -> Iterator[Relation]:
    """'Bãi bỏ khoản 1 Điều 4' in an amending text repeals a part of what it amends."""
    for match in _PART_REPEALED.finditer(text, start):
        stop = text.find("\n", match.end())
        yield Relation(
            own, "repeals", amended, Span(match.start("verb"), stop if stop > 0 else len(text))
        )
        return


_KEM_THEO = re.compile(
    r"[Bb]an\s+hành\s+(?:kèm\s+theo\s+)?(?:(?:Quyết|Nghị|Thông)\s+(?:định|quyết|tư)\s+này\s+)?"
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


_ENDS = re.compile(r"hết\s+hiệu\s+lực|bị\s+bãi\s+bỏ|được\s+bãi\s+bỏ")
_SELF_ACTS = re.compile(
    r"(?:này|đây)\s+(?:có\s+hiệu\s+lực[^.;]{0,80}?(?:và|,|;)\s+)?(?P<verb>thay\s+thế"
    r"|bãi\s+bỏ)(?:\s+cho)?\s+(?:toàn\s+bộ\s+|các\s+)?\Z"
)
_ACTS = re.compile(
    r"(?:\n|;|:)[\s\d.a-zđ)-]{0,8}(?P<verb>Bãi\s+bỏ|Thay\s+thế)\s+(?:toàn\s+bộ\s+)?(?:(?:các"
    r"|nội\s+dung)\s+)?(?:(?:điểm|khoản|[Đđ]iều)[^;:.\n]{0,60}\s)?\Z"
)


def _ended(text: str, own: str, citations: tuple[Citation, ...], start: int) -> Iterator[Relation]:
    """What the final provisions replace or repeal.

    'Quy định này thay thế ...', '... hết hiệu lực kể từ ngày ...'.
    """
    previous: tuple[str, Citation, int] | None = None
    for citation in citations:
        if citation.span.start < start or citation.self_reference:
            continue
        lead = text[max(0, citation.span.start - 140) : citation.span.start]
        acts = _SELF_ACTS.search(lead) or _ACTS.search(lead)
        if acts:
            predicate = "replaces" if acts["verb"].lower().startswith("thay") else "repeals"
            begin = citation.span.start - len(lead) + acts.start("verb")
        elif previous and ADJOINING.fullmatch(text, previous[1].span.end, citation.span.start):
            predicate, _, begin = previous
        elif _ENDS.search(_clause(text, citation.span.end)) and _opens_clause(
            text, citation.span.start
        ):
            predicate, begin = "repeals", citation.span.start
        else:
            previous = None
            continue
        previous = (predicate, citation, begin)
        yield Relation(own, predicate, _iri(citation), Span(begin, citation.span.end))


def _clause(text: str, start: int) -> str:
    """The rest of the clause after a position, at most 220 characters."""
    return re.split(r"[;.]\s", text[start : start + 220], maxsplit=1)[0]


def _opens_clause(text: str, start: int) -> bool:
    """Whether a citation is the subject of its clause.

    It opens a line, a numbered item or a list of such.
    """
    lead = text[max(0, start - 90) : start]
    return bool(
        re.search(
            r"(?:\n\s*|[.;:]\s+|(?:\d+\.|[a-zđ]\)|-)\s*|(?:Các|,|và)\s+|thi\s+hành,?\s+)\Z", lead
        )
    )


def _consolidated(text: str, own: str, citations: tuple[Citation, ...]) -> Iterator[Relation]:
    """A consolidated text names what it consolidates before its preamble.

    The act and its amendments.
    """
    stop = _BASIS.search(text)
    limit = stop.start() if stop else 3000
    for citation in citations:
        if (
            citation.span.start < limit
            and citation.number
            and _opens_clause(text, citation.span.start)
        ):
            yield Relation(
                own, "consolidates", _iri(citation), Span(citation.span.start, citation.span.end)
            )
