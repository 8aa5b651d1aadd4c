"""Who carries out which instrument, by what: 'Huyện ủy đã chỉ đạo ... quán triệt Quy định số ...'.

The body stands in the sentence, or is that of the sentence before, or of the section ('Đối với cấp
huyện'). A bureau or a standing board acts for its committee.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import product

from loaders.bodies import body_at
from loaders.carriers import Report, Subject, committee
from loaders.implementers import MEASURE, section_subject, subjects_of
from loaders.model import Body, Citation, Implementation, Span
from loaders.not_carried import (
    ISSUES,
    OWN_PAPER,
    in_title_of_rule,
    is_barred,
    is_only_named,
    issued_too,
    what_is_said,
)
from loaders.passages import UPPER, folded, paragraphs, sentences
from loaders.periods import periods
from loaders.places import Home
from loaders.unit_names import is_unit

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
) -> tuple[Implementation, ...]:
    """Each body with each instrument that it is said to carry out, once for every measure."""
    if not citations:
        return ()
    seen = folded(text)
    report = Report(seen, tuple(citations), home, published or home.date, issuer)
    found: dict[tuple[str, str, str | None], Implementation] = {}
    cited = sorted([*citations, *report.bare_mentions()], key=lambda c: c.span)
    starts = [each.span.start for each in cited]
    for paragraph in paragraphs(seen):
        within = cited[bisect_left(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
        for told in _of_paragraph(report, paragraph, within) if within else ():
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
            if is_only_named(report.text, sentence, citation):
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
    if found:
        return _listed(outside, found)
    # 'xây dựng Kế hoạch số 05 thực hiện Chỉ thị số 05'
    said = ISSUES.search(outside) or MEASURE.search(
        text, citation.span.end, min(sentence.end, citation.span.end + 200)
    )
    # 'mới có Chương trình hành động số 29 để thực hiện Chỉ thị số 20'
    return ("ban hành" if said[0].endswith(_HAS) else _word(said),) if said else ()


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
    return tuple(map(_word, measures[first:]))


def _word(measure: re.Match[str]) -> str:
    return " ".join(measure[0].lower().split())


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
