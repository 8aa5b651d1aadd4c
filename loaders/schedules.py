"""What a plan adds to one of its items, behind it or in points below.

Who leads ('Chủ trì: ...'), who joins, when ('Thời gian: tháng 3/2025'), which units.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.bodies import body_at
from loaders.joined_bodies import joined_in
from loaders.model import Body, Span
from loaders.occasions import Occasion
from loaders.periods import Period, periods
from loaders.units import units

_LABEL = re.compile(
    r"(?:(?P<lead>(?:[Cc]ơ\s+quan\s+|[Đđ]ơn\s+vị\s+)?[Cc]hủ\s+trì)"
    r"|(?P<joining>(?:[Cc]ơ\s+quan\s+|[Đđ]ơn\s+vị\s+)?[Pp]hối\s+hợp(?:\s+thực\s+hiện)?"
    r"|[Tt]hành\s+phần(?:\s+tham\s+gia)?|[Tt]ham\s+gia)"
    r"|(?P<time>(?<!Mốc\s)(?<!mốc\s)[Tt]hời\s+(?:gian(?:\s+(?:thực\s+hiện|tiến\s+hành|giám\s+sát|kiểm\s+tra))?|điểm(?:\s+(?:thực\s+hiện|tiến\s+hành))?))"
    r"|(?P<units>(?:[Đđ]ơn\s+vị|[Đđ]ối\s+tượng|[Đđ]ịa\s+điểm)"
    r"(?:\s+(?:được\s+)?(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát))?))\s*:\s*"
)
_BELOW = re.compile(r"(?:(?P<dash>[-*•–])|(?P<plus>\+)|(?P<letter>[a-zđ]\)))\s")
_VALUE_END = re.compile(r";\s|\.\s|\.?\Z|\n")
_POINTS = 8


@dataclass(frozen=True, slots=True)
class Terms:
    """What a plan says of an item: each empty where it says nothing."""

    lead: Body | None = None
    joining: tuple[Body, ...] = ()
    units: tuple[Body, ...] = ()
    period: Period | None = None


def terms_of(report: Occasion, index: int, sentence: Span) -> Terms:
    """The terms of the item that a sentence of a plan opens."""
    lead: Body | None = None
    joining: tuple[Body, ...] = ()
    listed: tuple[Body, ...] = ()
    period: Period | None = None
    for label, value in _labelled(report, index, sentence):
        if label == "lead" and lead is None:
            found = body_at(report.text, value.start, value.end, report.home)
            lead = found[0] if found else None
        elif label == "joining":
            joining = joining or joined_in(report.text, value, report.home, lead)
        elif label == "units":
            listed = listed or units(report.text, value.start, value.end, report.home)[0]
        elif period is None:
            stated = periods(report.text, value, report.anchor)
            period = next((p for p in stated if p.daily), stated[0] if stated else None)
    return Terms(lead, joining, listed, period)


def _labelled(report: Occasion, index: int, sentence: Span) -> Iterator[tuple[str, Span]]:
    """The labels behind the sentence and in the points below it, each with its value."""
    text = report.text
    item = report.paragraphs[index]
    own = _BELOW.match(text, item.start, item.end)
    stretches = [Span(sentence.end, item.end)]
    for point in report.paragraphs[index + 1 : index + 1 + _POINTS]:
        mark = _BELOW.match(text, point.start, point.end)
        # 'b) ...' beside 'a) ...' is an item of its own.
        if mark is None or (own and own.lastgroup == mark.lastgroup):
            break
        stretches.append(point)
    for stretch in stretches:
        for label in _LABEL.finditer(text, stretch.start, stretch.end):
            stop = _VALUE_END.search(text, label.end(), stretch.end)
            end = stop.start() if stop else stretch.end
            yield label.lastgroup or "", Span(label.end(), end)
