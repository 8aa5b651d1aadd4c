"""Who carries out which instrument, by what: 'Huyện ủy đã chỉ đạo ... quán triệt Quy định số ...'.

The body stands in the sentence, or is that of the sentence before, or of the section ('Đối với cấp
huyện'). A bureau or a standing board acts for its committee.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from loaders.bodies import body_at
from loaders.implementers import (
    MEASURE,
    Report,
    Subject,
    committee,
    section_subject,
    subjects_of,
)
from loaders.model import Body, Citation, Implementation, Span
from loaders.passages import UPPER, folded, paragraphs, sentences
from loaders.periods import periods
from loaders.places import Home
from loaders.unit_names import is_unit

_HEADING = re.compile(r"\s*(?:[-+*]\s|\d{1,2}[.)]\s|[IVX]{1,5}\s?[-.)])")
# 'theo Quy định số ...', 'chưa thực hiện ...', 'nhầm lẫn giữa ...': nothing is carried out there.
_NOT_CARRIED = re.compile(
    r"(?:chưa|không|chậm)\s+(?:được\s+|thực\s+sự\s+|kịp\s+thời\s+|nghiêm\s+túc\s+)?(?:triển\s+khai|thực\s+hiện"
    r"|quán\s+triệt|ban\s+hành|xây\s+dựng|chấp\s+hành|tuân\s+thủ|thi\s+hành|cụ\s+thể|phổ\s+biến|tuyên\s+truyền|tổ\s+chức)"
    # what is still to be done
    r"|\s(?:sẽ|dự\s+kiến)\s(?:\S+\s+){0,24}\Z"
    r"|nhầm\s+lẫn|còn\s+(?:lúng\s+túng|hạn\s+chế|chậm)"
    r"|[Cc]hưa\s+nhận\s+thức|chưa\s+(?:thường|nhận|sát|phát|quan|nghiêm|chấp|đúng|đầy)"
    # a breach, or the basis of a decision, carries nothing out
    r"|vi\s+phạm\s+(?:\S+\s+){0,6}\Z|trái\s+(?:với\s+)?(?:\S+\s+){0,4}\Z|(?:[Cc]ăn\s+cứ"
    r"|[Ss]oi\s+vào|so\s+với)\s[^,]{0,90}\Z"
)
# 'Với Ban Thường vụ Tỉnh ủy: chỉ đạo sơ kết ...', 'Đề nghị UBND huyện ...': asked, not done.
_ASKS = re.compile(
    r"\W{0,3}(?:[\w.]{1,4}[.)]\s*)?(?:(?:[Đđ]ối\s+với|[Vv]ới)\s[^.:\n]{3,80}:|(?:[Đđ]ề\s+nghị"
    r"|[Kk]iến\s+nghị|[Yy]êu\s+cầu)\s)"
)
_PROPOSED = re.compile(r"(?:kiến\s+nghị|đề\s+nghị|đề\s+xuất|yêu\s+cầu)\s+(?!của)", re.I)
_SUPERVISED = re.compile(
    r"(?:[Đđ]oàn|cuộc|buổi|đợt|[Kk]ế\s+hoạch|[Qq]uyết\s+định)[^.;]{0,80}(?:giám\s+sát|kiểm\s+tra"
    r"|thanh\s+tra)[^.;]{0,60}\Z|(?:giám\s+sát|kiểm\s+tra"
    r"|thanh\s+tra)\s+(?:chuyên\s+đề\s+)?(?:về\s+)?"
    r"(?:(?:việc|công\s+tác|kết\s+quả|lãnh\s+đạo|chỉ\s+đạo|triển\s+khai|tổ\s+chức|quán\s+triệt"
    r"|chấp\s+hành|thi\s+hành|thực\s+hiện"
    r"|và|,)\s*)+\Z"
    # 'giám sát 02 tổ chức đảng: A, B về thực hiện Quy định ...'
    r"|(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát)\s[^.;]{0,300}?\s(?:về|việc|trong)\s"
    r"(?:(?:việc|công\s+tác|lãnh\s+đạo|chỉ\s+đạo|triển\s+khai|chấp\s+hành|thực\s+hiện|và|,)\s*)+\Z"
)


def implementations(
    text: str,
    citations: Sequence[Citation],
    home: Home,
    published: str | None,
    issuer: Body | None = None,
) -> tuple[Implementation, ...]:
    """Each body with each instrument that it is said to carry out, once for every measure."""
    if not citations:
        return ()
    seen = folded(text)
    report = Report(seen, tuple(citations), home, published or home.date, issuer)
    found: dict[tuple[str, str, str | None], Implementation] = {}
    for paragraph in paragraphs(seen):
        cited = [c for c in citations if paragraph.start <= c.span.start < paragraph.end]
        cited = sorted([*cited, *report.bare_mentions(paragraph)], key=lambda c: c.span)
        if cited:
            for told in _of_paragraph(report, paragraph, cited):
                found.setdefault((told.body.iri, told.instrument, told.measure), told)
    return tuple(sorted(found.values(), key=lambda i: (i.span, i.instrument)))


def _of_paragraph(
    report: Report, paragraph: Span, cited: Sequence[Citation]
) -> Iterator[Implementation]:
    if _ASKS.match(report.text, paragraph.start, paragraph.end):
        return
    section = section_subject(report, paragraph.start)
    carried: tuple[Body, ...] = (section,) if section else ()
    heading = _HEADING.match(report.text, paragraph.start) and paragraph.end - paragraph.start < 320
    for sentence in sentences(report.text, paragraph):
        subjects = subjects_of(report, sentence)
        if not (subjects or carried) or (heading and not subjects):
            continue
        inside = [
            c
            for c in cited
            if sentence.start <= c.span.start < sentence.end and not c.self_reference
        ]
        for citation in inside:
            if citation.kind in _LETTERS or _is_mandate(report.text, sentence, citation):
                continue
            if (told := _passive(report, sentence, citation)) and citation.instrument:
                yield told
                continue
            measures = _measures(report, sentence, citation, inside)
            if measures and citation.instrument:
                acting = _acting(report.text, sentence, subjects, citation, carried)
                for body, measure in product(acting, measures):
                    yield Implementation(
                        span=sentence,
                        body=body,
                        level=body.level,
                        instrument=citation.instrument,
                        measure=measure,
                        date=_date(report, sentence, citation),
                    )
        carried = subjects[-1].bodies if subjects else carried


# A letter asks for a report; 'thực hiện Kế hoạch số 12, UBKT tiến hành 04 cuộc giám sát' tells
# under what an inspection was held.
_LETTERS = frozenset({"Công văn", "Công điện", "Tờ trình", "Thông báo"})
_PAPERS = frozenset({"Kế hoạch", "Quyết định", "Chương trình"})
_INSPECTS = re.compile(
    r"(?![^.;]*\s(?:ban\s+hành|xây\s+dựng)\s)[^.;]{0,260}?,\s[^.;]{0,160}?\s(?:(?:tiến\s+hành|tổ\s+chức|đã|chủ\s+trì)\s[^.;]{0,40}?)?"
    r"(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát)(?!\w|\s+của)"
)
_BY_PAPER = re.compile(r"(?:[Tt]hực\s+hiện|[Tt]heo|[Cc]ăn\s+cứ|[Tt]riển\s+khai)\s+(?:các\s+)?\Z")


def _is_mandate(text: str, sentence: Span, citation: Citation) -> bool:
    """Whether a plan or a decision is only what an inspection was held under."""
    before = text[max(sentence.start, citation.span.start - 24) : citation.span.start]
    return (
        citation.kind in _PAPERS
        # 'Quyết định số 217-QĐ/TW' orders supervision in general
        and not (citation.number or "").endswith("/TW")
        and _BY_PAPER.search(before) is not None
        and _INSPECTS.match(text, citation.span.end, sentence.end) is not None
    )


# 'Quy định số 101 được Huyện ủy quán triệt', 'Việc triển khai Luật X được UBND xã thực hiện'
_TURNED = re.compile(
    r"[^.;\n]{0,160}?(?<!chưa)(?<!không)\s(?:đã\s+|đều\s+|cũng\s+)*được\s+(?=[A-ZĐỦ])"
)


def _passive(report: Report, sentence: Span, citation: Citation) -> Implementation | None:
    """What is told of an instrument as its subject: by whom it was carried out."""
    text = report.text
    turned = _TURNED.match(text, citation.span.end, sentence.end)
    named = body_at(text, turned.end(), sentence.end, report.home, False) if turned else None
    if turned is None or named is None or not is_unit(named[0]):
        return None
    measure = MEASURE.search(text, named[1], min(sentence.end, named[1] + 60))
    opens = text[sentence.start : citation.span.start]
    if measure is None or not _ITS_SUBJECT.search(opens) or named[0].level == "trung ương":
        return None
    body = committee(named[0], report)
    return Implementation(
        sentence, body, body.level, citation.instrument or "", _word(measure),
        _date(report, sentence, citation),
    )  # fmt: skip


_ITS_SUBJECT = re.compile(
    r"(?:\A|[;:,]\s|[-+*]\s)\W*(?:(?:[Vv]iệc|[Cc]ông\s+tác|[Nn]ội\s+dung)\s(?:[^\s,;.]+\s){0,5}|(?:[Cc]ác\s+)?)\Z"
)


def _acting(
    text: str,
    sentence: Span,
    subjects: Sequence[Subject],
    citation: Citation,
    carried: tuple[Body, ...],
) -> tuple[Body, ...]:
    """Who carries out what is cited: the last to act before it, else who acts behind a formula.

    'Thực hiện Quy định số 124, Huyện ủy đã ...'; else who acted in the sentence before.
    """
    before = [s for s in subjects if s.span.end <= citation.span.start]
    if before:
        return before[-1].bodies
    if not (subjects and _FRONTED.search(text[sentence.start : citation.span.start])):
        return carried
    # '..., Tỉnh ủy đã ban hành A; UBND tỉnh ban hành B': both carry out what the formula names.
    joined = [s for s in subjects[1:] if text[: s.span.start].rstrip().endswith(";")]
    return tuple(body for subject in (subjects[0], *joined) for body in subject.bodies)


# 'Thực hiện Quy định số 124, Huyện ủy đã ...'
_FRONTED = re.compile(
    r"(?:\A|[,:;.]\s+|[-+*]\s*)(?:Căn\s+cứ(?=[^;]*\Z)|[Tt]hực\s+hiện|[Tt]riển\s+khai|[Tt]hi\s+hành|[Cc]hấp\s+hành"
    r"|[Qq]uán\s+triệt|[Cc]ụ\s+thể\s+hóa|[Tt]iếp\s+tục"
    r"|Để\s+(?:triển|thực|cụ)|Nhằm|Trên\s+cơ\s+sở|(?:Ngay\s+)?[Ss]au\s+khi)\s[^;.]{0,240}\Z"
)


def _measures(
    report: Report, sentence: Span, citation: Citation, inside: Sequence[Citation]
) -> tuple[str, ...]:
    """The measures that govern the citation: none where it is not said to be carried out."""
    text = report.text
    before = text[sentence.start : citation.span.start]
    clause = before[max(before.rfind(mark) for mark in (". ", "! ")) + 1 :]
    if before.lstrip().startswith("Căn cứ"):
        # 'Căn cứ Quyết định số 217, Huyện ủy ban hành Quy chế': only its own paper carries it out
        issued = _OWN_PAPER.match(text, citation.span.end, sentence.end)
        return ("ban hành",) if issued else ()
    if (
        _NOT_CARRIED.search(clause[-260:])
        or _SUPERVISED.search(clause)
        or _PROPOSED.search(clause[-200:])
    ):
        return ()
    if _ISSUES.search(before):
        # 'Tỉnh ủy đã ban hành Chỉ thị số 18': it issues that, and carries out what that is for.
        return ()
    # Titles of instruments cited before hold words like 'thực hiện' that govern nothing here.
    outside = _without_titles(text, sentence, citation, inside)
    if _in_title_of_rule(text, sentence, citation, inside) or _issued_too(
        text, sentence, citation, inside
    ):
        return ()
    found = list(MEASURE.finditer(outside))
    if found:
        return _listed(outside, found)
    # 'xây dựng Kế hoạch số 05 thực hiện Chỉ thị số 05'
    said = _ISSUES.search(outside) or MEASURE.search(
        text, citation.span.end, min(sentence.end, citation.span.end + 200)
    )
    return (_word(said),) if said else ()


def _listed(text: str, measures: Sequence[re.Match[str]]) -> tuple[str, ...]:
    """The last measure with those listed beside it: 'triển khai, quán triệt, tuyên truyền'."""
    first = len(measures) - 1
    while first and _AND.fullmatch(text, measures[first - 1].end(), measures[first].start()):
        first -= 1
    return tuple(map(_word, measures[first:]))


def _word(measure: re.Match[str]) -> str:
    return " ".join(measure[0].lower().split())


_ALSO = re.compile(
    r"(?:(?!\s(?:thực\s+hiện|triển\s+khai|để|về|quán)\s)[^.;]){0,60}?(?:,|\svà)\s+\Z"
)


def _issued_too(text: str, sentence: Span, citation: Citation, inside: Sequence[Citation]) -> bool:
    """'ban hành Chương trình số 03 và Kế hoạch số 24': both are issued there."""
    earlier = [each for each in inside if each.span.end <= citation.span.start]
    if not earlier or citation.kind not in _PAPERS:
        return False
    issued = _ISSUES.search(text[sentence.start : earlier[-1].span.start]) is not None
    return issued and _ALSO.match(text[earlier[-1].span.end : citation.span.start]) is not None


# 'theo Quy định số 29 về thi hành Điều lệ Đảng': the second is not carried out thereby.
_BY_RULE = re.compile(r"(?<!\w)(?:theo|đúng|tại|căn\s+cứ)\s+\Z", re.I)
_TITLE = re.compile(r"\s+(?:của\s[^.;,]{4,60}\s)?về\s[^.;,]{0,120}\Z")


def _in_title_of_rule(
    text: str, sentence: Span, citation: Citation, inside: Sequence[Citation]
) -> bool:
    """Whether the instrument stands in the title of one by which something is done."""
    earlier = [each for each in inside if each.span.end <= citation.span.start]
    if not earlier:
        return False
    start, end = earlier[-1].span
    ruled = _BY_RULE.search(text, max(sentence.start, start - 12), start)
    return ruled is not None and _TITLE.match(text[end : citation.span.start]) is not None


_OWN_PAPER = re.compile(
    r"[^.;]{0,200}?,\s[^.;]{0,120}?\s(?:ban\s+hành|xây\s+dựng|phê\s+duyệt)\s+(?:Kế|Quy|Chương|Nghị|Chỉ|Hướng|Đề|Quyết"
    r"|kế|quy|chương|nghị|chỉ|hướng|đề)\s"
)
_AND = re.compile(r"\s*(?:,|,?\s(?:và|hoặc)\s)\s*")
_ISSUES = re.compile(
    r"(?:ban\s+hành|xây\s+dựng|thông\s+qua|phê\s+duyệt|(?<!\w)ra|ký)\s+(?:các\s+)?\Z"
)


def _without_titles(
    text: str, sentence: Span, citation: Citation, inside: Sequence[Citation]
) -> str:
    """The words before a citation, without earlier citations and their titles."""
    kept, at = [], sentence.start
    for earlier in inside:
        if earlier.span.start >= citation.span.start:
            break
        kept.append(text[at : earlier.span.start])
        close = re.compile(r"[;”\"]|,\s(?=[" + UPPER + r"])|\svà\s(?=[" + UPPER + r"])").search(
            text, earlier.span.end, citation.span.start
        )
        at = max(at, close.end() if close else citation.span.start)
    kept.append(text[at : citation.span.start])
    return "\n".join(kept)


def _date(report: Report, sentence: Span, citation: Citation) -> str | None:
    """The time that the sentence gives before the instrument, not that of an instrument."""
    stated = [
        p
        for p in periods(
            report.text,
            Span(sentence.start, min(citation.span.start, sentence.start + 400)),
            report.anchor,
        )
        if not any(c.span.start <= p.span.start < c.span.end for c in report.citations)
    ]
    return stated[-1].interval if stated else None
