"""What the reading of inspections needs of a text; shared by all its sentences."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from loaders.model import Body, Citation, Person, Span
from loaders.passages import Spans
from loaders.periods import Period, periods
from loaders.places import Home

# Where the title of a report stands.
_TITLES = 1500
_REPORTS_ON = re.compile(
    r"[Cc]ông\s+tác|[Kk]ết\s+quả|[Ss]ố\s+liệu|[Tt]ình\s+hình|[Tt]ổng\s+kết|[Ss]ơ\s+kết"
)

_NUMBERS_OF = re.compile(r"^\W*(?:[Vv]ề\s+)?(?:[Ss]ố\s+liệu|SỐ LIỆU)\s", re.M)
# The opening of a report may stand some paragraphs above.
NEAR = 6000


@dataclass(frozen=True)
class Report:
    """A text with its citations, its people, its paragraphs, and the body that issues it."""

    text: str
    source_id: str
    citations: tuple[Citation, ...]
    home: Home
    anchor: str | None
    people: tuple[Person, ...]
    paragraphs: tuple[Span, ...]
    kind: str | None = None
    issuer: Body | None = None

    @cached_property
    def cited(self) -> Spans:
        """The stretches of all citations."""
        return Spans([citation.span for citation in self.citations])

    def near(self, sentence: Span) -> tuple[Citation, ...]:
        """The citations around a sentence: what is told of an inspection stands close by."""
        first = bisect_left(self._starts, sentence.start - NEAR)
        return self.citations[first : bisect_left(self._starts, sentence.end + NEAR)]

    @cached_property
    def term(self) -> Period | None:
        """The period on which a report by its title reports: 'công tác thanh tra năm 2013'."""
        for line in re.finditer(r"[^\n]+", self.text[:_TITLES]):
            if _REPORTS_ON.search(line[0]):
                stated = periods(self.text, Span(*line.span()), self.anchor)
                if stated and not stated[-1].daily:
                    return stated[-1]
        return None

    @cached_property
    def is_statistics(self) -> bool:
        """Whether the text by its title gives numbers of a time: 'Số liệu tháng 5/2024'."""
        return _NUMBERS_OF.search(self.text, 0, _TITLES) is not None

    @cached_property
    def _starts(self) -> list[int]:
        return [citation.span.start for citation in self.citations]
