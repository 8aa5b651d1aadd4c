"""Who takes part by the list of a decision or of minutes, wherever in the text it stands."""

import re
from collections.abc import Iterator

from loaders.joined_bodies import joined_in
from loaders.model import Inspection, Member, Person, Span
from loaders.occasions import Occasion
from loaders.taking_part import members

_ON_MEMBERS = re.compile(
    r"(?:\W{0,3}Đoàn\s+(?:giám|kiểm|thanh|khảo)\s+\w+[^:\n]{0,60}:[^\n]{0,400}?[;,]\s+)?"
    r"[^\n]{0,40}?(?:[Cc]ác\s+thành\s+viên|[Tt]hành\s+phần|[Đđ]iều\s+1|(?:[Tt]hành\s+l|[Ll])ập\s+[Đđ]oàn"
    r"|[Tt]ham\s+gia)|[^\n]{0,400}?(?:[Tt]hành\s+l|[Ll])ập\s+[Đđ]oàn[^\n.]{0,160}\sgồm(?:\s+có)?\s*:"
)
# '- Đại diện lãnh đạo Ban Nội chính Tỉnh ủy, Thanh tra tỉnh - thành viên;'
_MEMBER_POINT = re.compile(
    r"\W{0,3}(?:\d{1,2}[.)-]\s*)?(?:(?:Ông|Bà|Đồng\s+chí|Đ/c)\s[^\n,;]{4,40},\s+đ|Đ)ại\s+diện\s"
    r"[^\n]{4,300}[–,:-]\s*(?:là\s+"
    r"|làm\s+)?[Tt]hành\s+viên(?!\w)"
)
# '1. Đoàn giám sát' over '- Đại diện Thanh tra tỉnh, Ban Tiếp công dân tỉnh.'
_HEADING = re.compile(
    r"\W{0,3}(?:\w{1,4}[.)/-]\s*)?(?:Thành\s+phần\s+|Về\s+phía\s+)?(?:Đoàn|Tổ)"
    r"\s+(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát|công\s+tác)[^\n.;]{0,60}:?\Z"
)
_POINT = re.compile(r"\s*(?:[-–+•*]|[a-zđ]\))\s")
_SENT_POINT = re.compile(r"\s*[-–+•*]\s+Đại\s+diện\s")
# '3. Ông A, Phó Chủ tịch Liên đoàn Lao động thành phố - Thành viên;'
_SEAT = re.compile(
    r"(?:[,–-]|:)\s*(?:là\s+|làm\s+)?(?:(?:[Pp]hó|PHÓ)\s+(?:[Tt]rưởng\s+)?[Đđ]oàn|[Tt]hành\s+viên|[Tt]hư\s+ký"
    r"|[Tt]ổ\s+phó|[Ủủ]y\s+viên)(?=\s*(?:[;.,]|\n|\Z))"
)


def listed_members(report: Occasion, told: Inspection) -> tuple[Member, ...]:
    """Who takes part by the list of a decision or of minutes, wherever it stands."""
    found: list[Member] = []
    under = False
    for paragraph in report.paragraphs:
        under = _HEADING.match(report.text, *paragraph) is not None or (
            under and _POINT.match(report.text, *paragraph) is not None
        )
        if under and _SENT_POINT.match(report.text, *paragraph):
            found += joined_in(report.text, paragraph, report.home, told.inspector)
        elif _ON_MEMBERS.match(report.text, paragraph.start, paragraph.end):
            found += members(report.text, paragraph, report.home, told.inspector, report.people)
        elif _MEMBER_POINT.match(report.text, paragraph.start, paragraph.end):
            found += joined_in(report.text, paragraph, report.home, told.inspector)
        else:
            found += _seated_in(report, paragraph)
    once = {body.iri: body for body in reversed(found) if body not in told.units}
    return tuple(reversed(once.values()))


def _seated_in(report: Occasion, paragraph: Span) -> Iterator[Person]:
    """The people whom a line of a list gives a seat in the delegation."""
    for seat in _SEAT.finditer(report.text, paragraph.start, paragraph.end):
        row = report.text.rfind("\n", paragraph.start, seat.start())
        start = max(paragraph.start, row, report.text.rfind(";", paragraph.start, seat.start()))
        yield from (
            person
            for person in report.people
            if any(start <= span.start < seat.start() for span in person.spans)
        )
