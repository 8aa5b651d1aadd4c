"""Units that a sentence announces and a list below it names: those inspected, those decided on."""

import re
from bisect import bisect_left
from itertools import islice

from loaders.bodies import body_at
from loaders.discipline import discipline
from loaders.model import Body, Span
from loaders.reports import NEAR, Report
from loaders.units import units

POINT_OF_LIST = re.compile(r"[-+*•]\s*|\d{1,2}[.)]\s|[a-zđ]\)\s|\(\d\)\s")
_LIST_ANNOUNCED = re.compile(
    r"(?:sau(?:\s+đây)?|gồm|dưới\s+đây|cụ\s+thể|như\s+sau)\s*:?\s*\Z|:\s*\Z"
)


def listed_below(report: Report, index: int, sentence: Span) -> tuple[tuple[Body, ...], int]:
    """The units of a dashed or numbered list that the sentence announces: 'tại các đơn vị sau:'."""
    text = report.text
    if not _LIST_ANNOUNCED.search(text, max(sentence.start, sentence.end - 30), sentence.end):
        return (), sentence.end
    found: list[Body] = []
    end = sentence.end
    for point in report.paragraphs[index + 1 : index + 40]:
        mark = POINT_OF_LIST.match(text, point.start, point.end)
        if mark is None:
            break
        listed, reached = units(text, mark.end(), point.end, report.home)
        if not listed or not _ENDSPOINT_OF_LIST.match(text, reached, point.end):
            break
        found.extend(listed)
        end = point.end
    return tuple(dict.fromkeys(found)), end


# Behind the unit of a point only its days, a bracket or a mark.
_ENDSPOINT_OF_LIST = re.compile(
    r"\s*(?:[;.,:]?\s*\Z|[;.,]?\s*(?=\n)|\(|[,:–-]\s*(?:từ\s+)?(?:ngày|sáng|chiều|vào|tháng|\d)"
    r"|(?:từ|vào|trong)\s+(?:ngày|tháng|quý))"
)


# 'đối với 04 đơn vị trực thuộc. Đó là A, B và C.'
_THEY_ARE = re.compile(
    r"\s*(?:Đó\s+là|Cụ\s+thể(?:\s+(?:gồm|là))?|Bao\s+gồm|Gồm(?:\s+có)?|Trong\s+đó\s+có)\s*:?\s*(?:các\s+đơn\s+vị\s*:?\s*)?"
)
_COUNTED = re.compile(r"\d\s+[^.;\d]{2,60}\.?\s*\Z")


def named_next(report: Report, index: int, at: int) -> tuple[tuple[Body, ...], int]:
    """The units that the next sentence names for those that this one only counts."""
    text, end = report.text, report.paragraphs[index].end
    begun = _THEY_ARE.match(text, at, end)
    if begun is None or not _COUNTED.search(text, max(0, at - 80), at):
        return (), at
    return units(text, begun.end(), end, report.home)


_NUMBERED = re.compile(r"(?:[IVX]{1,5}|\d{1,2})\s?[-.)/:]\s")


def decided_on(report: Report, start: int, index: int) -> tuple[tuple[Body, ...], int]:
    """The organisations that a decision and the list behind it put a form of discipline on."""
    text = report.text
    end = min(report.paragraphs[index].end, start + NEAR)
    if text[max(start - 4, 0) : end].rstrip(" *").endswith(":"):
        for point in report.paragraphs[index + 1 : index + 40]:
            if not POINT_OF_LIST.match(text, point.start, point.end):
                break
            end = point.end
    elif not re.search(r"\w", text[start:end]):
        # The word stands in a heading: what stands under it, up to the next one, is decided on.
        below = report.paragraphs[index + 1 : index + 12]
        end = next((p.start for p in below if _NUMBERED.match(text, p.start)), None) or (
            below[-1].end if below else end
        )
    found: list[Body] = []
    decisions = discipline(text)
    first = bisect_left(decisions, start, key=lambda d: d.span.start)
    for decision in islice(decisions, first, first + 80):
        if decision.span.start >= end or not decision.target:
            break
        at = text.find(decision.target.split()[0], decision.span.start, decision.span.end)
        body = body_at(text, at, min(end, at + 240), report.home) if at >= 0 else None
        if body is not None and (body[0].type or body[0].place):
            found.append(body[0])
    return tuple(dict.fromkeys(found)), end
