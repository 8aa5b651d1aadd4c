"""Relations between instruments, and the treatment of each citation (domain notes, 5).

Kept apart: what an instrument's text states about itself (its basis, what it implements, amends,
replaces, promulgates) and what any text reports of others ('Nghị định ... quy định chi tiết một số
điều của Luật ...').
"""

import itertools
import re
from collections.abc import Iterator

from loaders.changers import PASSIVE, changers_end, further_changers, is_older
from loaders.headers import Header
from loaders.model import Citation, Relation, Span
from loaders.preamble import grounds, preamble_end
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
    end = preamble_end(text, head.span.end if head.span.end < 6000 else 0)
    yield from _amended_by_title(text, head, own, citations, end)
    start = head.span.end if head.span.start < end else 0
    yield from grounds(text, own, citations, Span(start, end))
    yield from _promulgated(text, own, citations)
    yield from ended(text, own, citations, end)


# Another sentence, clause or paragraph begins between them.
_APART = re.compile(r"[;.]\s|\n\s*\n|:\s")


def reported_relations(text: str, citations: tuple[Citation, ...]) -> Iterator[Relation]:
    """What the text reports of other instruments.

    Subject and object stand in one clause with a trigger between them.
    """
    for place, (first, second) in enumerate(itertools.pairwise(citations)):
        gap = text[first.span.end : second.span.start]
        if len(gap) > 260 or _APART.search(gap) or first.instrument == second.instrument:
            continue
        before = text[max(0, first.span.start - 120) : first.span.start]
        for subject, predicate, object_ in _reported(gap, before, first, second):
            confused = predicate == "confused_with"
            start = _confusion_start(text, first) if confused else first.span.start
            yield Relation(subject, predicate, object_, Span(start, second.span.end))
            if subject == _iri(second):
                for each in further_changers(text, citations, place + 1):
                    yield Relation(_iri(each), predicate, object_, Span(start, each.span.end))


_TITLE_OPENER = re.compile(
    # 'theo Điều 60 Luật Bảo hiểm xã hội thực hiện theo Điều 6 Thông tư này' tells how a thing is
    # done, not what the law is for.
    r"(?!\s*thực\s+hiện\s+theo\s)"
    r"(?:\s*,?\s*(?:[“\"*]\s*)?(?:[Vv]ề(?:\s+việc)?|nhằm|để|quy\s+định|hướng\s+dẫn|sửa\s+đổi"
    r"|ban\s+hành|thay\s+thế|bãi\s+bỏ|cụ\s+thể)[\s,]|\s+(?:thực\s+hiện|triển\s+khai)\s"
    # no comma: 'Theo Kế hoạch số 1, giám sát việc thực hiện Luật ...' tells of the text itself
    r"|\s+(?:giám\s+sát|kiểm\s+tra|sơ\s+kết|tổng\s+kết)\s)"
)


# 'Công văn số 1530 ... về việc báo cáo tình hình thực hiện Quy định số 144': it asks for a report.
_ON_REPORTING = re.compile(r"\s*,?\s*(?:về\s+)?(?:việc\s+)?báo\s+cáo\s")


def _reported(
    gap: str, before: str, first: Citation, second: Citation
) -> Iterator[tuple[str, str, str]]:
    one, two = _iri(first), _iri(second)
    if re.search(r"[Nn]hầm\s+(?:lẫn|giữa)", before) and re.fullmatch(r"\s*(?:với|và)\s*", gap):
        yield one, "confused_with", two
        return
    if passive := PASSIVE.search(gap):
        if len(gap) - passive.end() < 6 and not is_older(second, first):
            for predicate in _changes(passive[0]):
                yield two, predicate, one
        return
    opener = None if _ON_REPORTING.match(gap) else _TITLE_OPENER.match(gap)
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


def _amended_by_title(
    text: str, head: Header, own: str, citations: tuple[Citation, ...], end: int
) -> Iterator[Relation]:
    """'Sửa đổi, bổ sung một số điều của Thông tư ...'.

    'Quy định chi tiết một số điều của Luật ...' as the title.
    """
    if not head.title:
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
    r"(?:này|đây)(?:\s+có\s+hiệu\s+lực[^.;]{0,80}?(?:và|,|;)|,)?\s+(?P<verb>thay(?:\s+(?:thế|cho))+"
    r"|bãi\s+bỏ|hủy\s+bỏ)(?:\s+cho)?\s+(?:toàn\s+bộ\s+|các\s+)?\Z"
)
_ACTS = re.compile(
    r"(?:\n|;|:)[\s\d.a-zđ)-]{0,8}(?P<verb>Bãi\s+bỏ|Thay\s+thế)\s+(?:toàn\s+bộ\s+)?(?:(?:các"
    r"|nội\s+dung)\s+)?(?:(?:điểm|khoản|[Đđ]iều)[^;:.\n]{0,60}\s)?\Z"
)


def ended(text: str, own: str, citations: tuple[Citation, ...], start: int) -> Iterator[Relation]:
    """What the final provisions replace or repeal.

    'Quy định này thay thế ...', '... hết hiệu lực kể từ ngày ...'.
    """
    previous: tuple[str, int, int] | None = None
    passed = start
    for place, citation in enumerate(citations):
        if citation.span.start < passed or citation.self_reference:
            continue
        passed = changers_end(text, citations, place)
        lead = text[max(0, citation.span.start - 140) : citation.span.start]
        acts = _SELF_ACTS.search(lead) or _ACTS.search(lead)
        if acts:
            predicate = "replaces" if acts["verb"].lower().startswith("thay") else "repeals"
            begin = citation.span.start - len(lead) + acts.start("verb")
        elif previous and ADJOINING.fullmatch(text, previous[1], citation.span.start):
            predicate, _, begin = previous
        elif _ENDS.search(_clause(text, passed)) and _opens_clause(text, citation.span.start):
            predicate, begin = "repeals", citation.span.start
        else:
            previous = None
            continue
        previous = (predicate, passed, begin)
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
