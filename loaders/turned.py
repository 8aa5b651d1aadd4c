"""What is told of an instrument as the subject of its sentence.

'Quy định số 101 được Huyện ủy quán triệt', 'Việc triển khai Luật X được hai xã thực hiện'.
"""

import re

from loaders.bodies import body_at
from loaders.carriers import Report, Subject, committee
from loaders.implementers import MEASURE, meant, word_of
from loaders.inspected_carriers import of_inspected
from loaders.model import Body, Citation, Span
from loaders.unit_names import is_unit

_TURNED = re.compile(
    r"[^.;\n]{0,160}?(?<!chưa)(?<!không)\s(?:đã\s+|đều\s+|cũng\s+)*được\s+"
    r"(?=[A-ZĐỦ]|các\s|cả\s|hai\s|ba\s|bốn\s|\d)"
)
_ITS_SUBJECT = re.compile(
    r"(?:\A(?:\W*\(?\w{1,3}[.)])?|[;:,]\s|[-+*]\s)\W*"
    r"(?:(?:[Vv]iệc|[Cc]ông\s+tác|[Nn]ội\s+dung)\s(?:[^\s,;.]+\s){0,5}|(?:[Cc]ác\s+)?)\Z"
)


def told_as_subject(
    report: Report, sentence: Span, citation: Citation
) -> tuple[tuple[Body, ...], tuple[str, ...]] | None:
    """By whom the instrument was carried out, and by what."""
    text = report.text
    turned = _TURNED.match(text, citation.span.end, sentence.end)
    if turned is None or not _ITS_SUBJECT.search(text[sentence.start : citation.span.start]):
        return None
    by = _agents(report, sentence, turned.end())
    measure = MEASURE.search(text, by.span.end, min(sentence.end, by.span.end + 60))
    return (by.bodies, (word_of(measure),)) if by.bodies and measure else None


def _agents(report: Report, sentence: Span, place: int) -> Subject:
    """Who acts behind 'được': a body by its name, or those looked at by their sort."""
    named = body_at(report.text, place, sentence.end, report.home, False)
    body = meant(named[0], report, sentence, place) if named else None
    if named and body and is_unit(body) and body.level != "trung ương":
        return Subject(Span(place, named[1]), (committee(body, report),))
    for subject in of_inspected(report, sentence):
        if subject.span.start == place:
            return subject
    return Subject(Span(place, sentence.end), ())
