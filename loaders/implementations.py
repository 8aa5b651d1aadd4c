"""Who carries out which instrument, by what: 'Huyện ủy đã chỉ đạo ... quán triệt Quy định số ...'.

The body stands in the sentence, or is that of the sentence before, or of the section ('Đối với cấp
huyện'). A bureau or a standing board acts for its committee.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import product

from loaders.carriers import Report, Subject
from loaders.implementers import MEASURE, section_subject, subjects_of, word_of
from loaders.model import Body, Citation, Finding, Implementation, Inspection, Span
from loaders.not_carried import (
    ISSUES,
    OWN_PAPER,
    PAPERS,
    in_title_of_rule,
    is_barred,
    is_only_named,
    issued_too,
    what_is_said,
)
from loaders.passages import UPPER, folded, paragraphs, sentences
from loaders.periods import periods
from loaders.places import Home
from loaders.turned import told_as_subject

_HEADING = re.compile(r"\s*(?:[-+*]\s|\d{1,2}[.)]\s|[IVX]{1,5}\s?[-.)])")
# 'Với Ban Thường vụ Tỉnh ủy: chỉ đạo sơ kết ...', 'Đề nghị UBND huyện ...': asked, not done.
_ASKS = re.compile(
    r"\W{0,3}(?:[\w.]{1,4}[.)]\s*)?(?:(?:[Đđ]ối\s+với|[Vv]ới)\s[^.:\n]{3,80}:|(?:[Đđ]ề\s+nghị"
    r"|[Kk]iến\s+nghị|[Yy]êu\s+cầu)\s)"
)


def implementations(
    text: str,
    citations: Sequence[Citation],
    home: Home,
    published: str | None,
    issuer: Body | None = None,
    inspected: Sequence[Inspection] = (),
    findings: Sequence[Finding] = (),
) -> tuple[Implementation, ...]:
    """Each body with each instrument that it is said to carry out, once for every measure."""
    if not citations:
        return ()
    seen = folded(text)
    told = (tuple(inspected), tuple(findings))
    report = Report(seen, tuple(citations), home, published or home.date, issuer, None, *told)
    found: dict[tuple[str, str, str | None], Implementation] = {}
    cited = sorted([*citations, *report.bare_mentions()], key=lambda c: c.span)
    starts = [each.span.start for each in cited]
    for paragraph in paragraphs(seen):
        within = cited[bisect_left(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
        if within and report.sort_in(paragraph) != "recommendation":
            for each in _of_paragraph(report, paragraph, within):
                found.setdefault((each.body.iri, each.instrument, each.measure), each)
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
            deeds = _deeds(report, sentence, citation, inside, subjects, carried)
            for body, measure in product(*deeds):
                yield Implementation(
                    span=sentence,
                    body=body,
                    level=body.level,
                    instrument=citation.instrument or "",
                    measure=measure,
                    date=_date(report, sentence, citation),
                )
        lasting = [subject for subject in subjects if subject.until is None]
        carried = lasting[-1].bodies if lasting else carried


def _deeds(
    report: Report,
    sentence: Span,
    citation: Citation,
    inside: Sequence[Citation],
    subjects: Sequence[Subject],
    carried: tuple[Body, ...],
) -> tuple[tuple[Body, ...], tuple[str, ...]]:
    """Who carries out what is cited, and by what; nobody where it is only named."""
    ordered = citation.kind in PAPERS and report.is_mandate(citation, sentence)
    if ordered or not citation.instrument or is_only_named(report.text, sentence, citation):
        return (), ()
    if turned := told_as_subject(report, sentence, citation):
        return turned
    measures = _measures(report, sentence, citation, inside)
    if not measures:
        return (), ()
    return _acting(report.text, sentence, subjects, citation, carried), measures


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
    place = citation.span.start
    before = [s for s in subjects if s.span.end <= place < (s.until or place + 1)]
    if before:
        return before[-1].bodies
    if not (subjects and _FRONTED.search(text[sentence.start : citation.span.start])):
        return carried
    # '..., Tỉnh ủy đã ban hành A; UBND tỉnh ban hành B': both carry out what the formula names.
    joined = [
        s
        for s in subjects[1:]
        if (mark := text[: s.span.start].rstrip()[-1]) == ";"
        or (mark == "," and _ISSUES_NEXT.match(text, s.span.end))
    ]
    return tuple(body for subject in (subjects[0], *joined) for body in subject.bodies)


_ISSUES_NEXT = re.compile(
    r"\s+(?:đã\s+)?(?:ban\s+hành|xây\s+dựng|ra)\s+(?:[Kk]ế|[Cc]h|[Qq]u|[Nn]ghị|[Hh]ướng)"
)
# 'Thực hiện Quy định số 124, Huyện ủy đã ...', 'Thực hiện Quy định số 22; Kế hoạch số 07, ...'
_FRONTED = re.compile(
    r"(?:\A|[,:;.]\s+|[-+*]\s*)(?:Căn\s+cứ(?=[^;]*\Z)|[Tt]hực\s+hiện|[Tt]riển\s+khai|[Tt]hi\s+hành|[Cc]hấp\s+hành"
    r"|[Qq]uán\s+triệt|[Cc]ụ\s+thể\s+hóa|[Tt]iếp\s+tục"
    r"|Để\s+(?:triển|thực|cụ)|Nhằm|Trên\s+cơ\s+sở|(?:[Nn]gay\s+)?[Ss]au\s+khi)\s[^;.]{0,240}(?:;\s+)?\Z"
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
        issued = OWN_PAPER.match(text, citation.span.end, sentence.end)
        return ("ban hành",) if issued else ()
    # 'Tỉnh ủy đã ban hành Chỉ thị số 18': it issues that, and carries out what that is for.
    if is_barred(clause) or ISSUES.search(before):
        return ()
    if in_title_of_rule(text, sentence, citation, inside) or issued_too(
        text, sentence, citation, inside
    ):
        return ()
    # Titles of instruments cited before hold words like 'thực hiện' that govern nothing here.
    outside = what_is_said(_without_titles(text, sentence, citation, inside))
    if _REPORTED.search(outside):
        return ("báo cáo",)
    found = list(MEASURE.finditer(outside))
    if found and not _of_other_clause(outside, found[-1]):
        return _listed(outside, found)
    if found:
        return ()
    # 'xây dựng Kế hoạch số 05 thực hiện Chỉ thị số 05'
    said = ISSUES.search(outside) or MEASURE.search(
        text, citation.span.end, min(sentence.end, citation.span.end + 200)
    )
    # 'mới có Chương trình hành động số 29 để thực hiện Chỉ thị số 20'
    return ("ban hành" if said[0].endswith(_HAS) else word_of(said),) if said else ()


# 'quán triệt A; các chi bộ sinh hoạt đúng Điều lệ Đảng': the measure is not of what is kept to.
_KEPT_TO = re.compile(
    r"\s?(?:cả|các|mỗi|nhiều|một\s+số|hầu\s+hết|100\s?%|\d+)\s(?:[^\s;]+\s){2,}"
    r"(?:theo|đúng|tại)\s+(?:các\s+)?(?:\S+\s+){0,8}\Z"
)


def _of_other_clause(words: str, measure: re.Match[str]) -> bool:
    """Whether a measure stands in a clause before that in which others keep to a rule."""
    # titles of instruments are left out of the words, with a line's end for each
    mark = max(words.rfind("; "), words.rfind("\n"))
    return mark >= measure.end() and _KEPT_TO.match(words, mark + 1) is not None


_HAS = ("có ", "có \n")
# 'báo cáo Tỉnh ủy về kết quả thực hiện Chỉ thị số 05': reporting is what it does.
_REPORTED = re.compile(
    r"(?<![Tt]heo\s)(?<!nghe\s)báo\s+cáo\s(?:[^.;]{0,70}\s)?(?:kết\s+quả|tình\s+hình|tiến\s+độ)"
    r"(?:\s+(?:tổ\s+chức|triển\s+khai|thực\s+hiện|thi\s+hành|chấp\s+hành|sơ\s+kết|tổng\s+kết|\d+\s+năm|một\s+năm),?)+\s+(?:các\s+)?\Z"
)


def _listed(text: str, measures: Sequence[re.Match[str]]) -> tuple[str, ...]:
    """The last measure with those listed beside it: 'triển khai, quán triệt, tuyên truyền'."""
    first = len(measures) - 1
    while first and _AND.fullmatch(text, measures[first - 1].end(), measures[first].start()):
        first -= 1
    return tuple(map(word_of, measures[first:]))


_AND = re.compile(r"\s*(?:,|,?\s(?:và|hoặc)\s)\s*")


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
        if not report.cited.overlaps(p.span.start, p.span.start + 1)
    ]
    return stated[-1].interval if stated else _issued(report, sentence, citation)


def _issued(report: Report, sentence: Span, citation: Citation) -> str | None:
    """The day of the paper that carries it out: 'ban hành Kế hoạch số 25 ngày 10/02/2026'."""
    earlier = [
        each
        for each in report.cited_in(Span(sentence.start, citation.span.start))
        if each.span.end <= citation.span.start
    ]
    return next(
        (
            each.date
            for each in reversed(earlier)
            if ISSUES.search(report.text, sentence.start, each.span.start)
        ),
        None,
    )
