"""What the search for those who carry out an instrument needs of its text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from loaders.bodies import body_at, resolve
from loaders.model import Body, Citation, Finding, Inspection, Span
from loaders.occasions import Occasion
from loaders.passages import UPPER, Spans, holding, paragraphs
from loaders.places import Home

_SECTION = re.compile(
    r"\n[ \t*#_]*(?:\d{1,2}[.)]|[IVX]{1,4}[.-]|[a-zđ]\)|[-+])?[ \t]*(?:Đối với|Ở|Tại|Về phía"
    r"|Cấp)\s+(?:các\s+)?(?:cấp\s+)?(?P<level>tỉnh|huyện|xã|thành phố|cơ sở)\b[^\n]{0,60}(?=\n)"
)


_BOARD = re.compile(
    r"(?:Ban Thường vụ|Thường trực|Ban Chấp hành(?! Đảng bộ)|Văn phòng)\s"
    r"(?=(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy|Đảng ủy|Đảng bộ|Hội (?!đồng)|Liên đoàn|Đoàn Thanh"
    r"|(?:Tỉnh|Thành|Huyện) [Đđ]oàn)"
)


_REPORT_LINE = re.compile(r"^\W*BÁO CÁO\W*$", re.M)


_FRONT_BOARD = re.compile(r"(?:Ban Thường trực|Đoàn Chủ tịch)\s(?=Ủy ban)")


_COMMITTEE = re.compile(rf"(?<!\w)(?:Huyện|Thị|Thành|Quận) ủy\s(?=[{UPPER}])")


_KIND_ALONE = re.compile(
    r"(?:Chỉ thị|Nghị quyết|Quy định|Kết luận|Quyết định|Luật|Pháp lệnh|Nghị định)"
    r"(?=\s+(?:tới|đến|cho|trong|ở|bằng|qua|gắn|này|trên|nói|nêu|đã)\s|[,;.])"
)
_BARE_KIND = re.compile(
    r"(?:(?:quán\s+triệt|phổ\s+biến|tuyên\s+truyền|triển\s+khai|thực\s+hiện|học\s+tập"
    r"|cụ\s+thể\s+hóa)\s+(?:nội\s+dung\s+)?|(?:chỉ\s+tiêu|mục\s+tiêu|nhiệm\s+vụ)"
    rf"(?:\s+(?:của|theo|trong))?\s+)(?P<kind>{_KIND_ALONE.pattern})"
)


@dataclass(frozen=True)
class Report:
    """A text with what the search for subjects needs."""

    text: str
    citations: tuple[Citation, ...]
    home: Home
    anchor: str | None
    issuer: Body | None = None
    kind: str | None = None
    inspected: tuple[Inspection, ...] = ()
    findings: tuple[Finding, ...] = ()

    @cached_property
    def host(self) -> Body | None:
        """The body for which the text speaks."""
        return self._occasion.host

    @cached_property
    def is_summary(self) -> bool:
        """Whether the text sums up the work of a time, not one inspection."""
        return self._occasion.is_summary

    @cached_property
    def is_own_report(self) -> bool:
        """Whether the text reports on the work of its issuer, and of no unit looked at."""
        looked_at = any(each.units for each in self.inspected if each.status == "held")
        return not looked_at and _REPORT_LINE.search(self.text, 0, 1800) is not None

    @cached_property
    def cell(self) -> Body | None:
        """The one party cell that the text is about."""
        return self._occasion.cell

    @cached_property
    def _occasion(self) -> Occasion:
        read = (self.text, "", self.citations, self.home, self.anchor, ())
        return Occasion(*read, tuple(paragraphs(self.text)), self.kind, self.issuer)

    @cached_property
    def cited(self) -> Spans:
        """The stretches of all citations."""
        return Spans([citation.span for citation in self.citations])

    @cached_property
    def sections(self) -> tuple[tuple[int, str], ...]:
        """Where headings like 'Đối với cấp huyện' end, with the level.

        A Roman heading closes a section.
        """
        # A line break opens the pattern, so that the engine skips to it; the first line has none.
        found = [(m.end() - 1, m["level"]) for m in _SECTION.finditer("\n" + self.text)]
        found += [
            (m.end(), "")
            for m in re.finditer(r"\n[ \t*#_]*[IVX]{1,5}\s?[-.)/:]\s?[^\n]{3,120}(?=\n)", self.text)
        ]
        return tuple(sorted(found))

    @cached_property
    def committees(self) -> dict[str, dict[Body, None]]:
        """By kind the committees that the text names with their territory, each once."""
        found: dict[str, dict[Body, None]] = {}
        for match in _COMMITTEE.finditer(self.text):
            body = body_at(self.text, match.start(), match.start() + 80, self.home, False)
            if body:
                found.setdefault(match[0].strip(), {})[body[0]] = None
        return found

    def cited_in(self, stretch: Span) -> tuple[Citation, ...]:
        """The citations that begin in a stretch."""
        first, last = (bisect_left(self._starts, at) for at in stretch)
        return self.citations[first:last]

    @cached_property
    def _starts(self) -> list[int]:
        return [citation.span.start for citation in self.citations]

    def bare_mentions(self) -> Iterator[Citation]:
        """'quán triệt Chỉ thị tới 100% cán bộ': the one instrument of its kind that is cited."""
        of_kind: dict[str | None, dict[str, Citation]] = {}
        for each in self.citations:
            if each.instrument:
                of_kind.setdefault(each.kind, {}).setdefault(each.instrument, each)
        for paragraph in holding(_KIND_ALONE, self.text, paragraphs(self.text)):
            for match in _BARE_KIND.finditer(self.text, *paragraph):
                cited = of_kind.get(match["kind"], {})
                looked_at = [cited[each] for each in cited.keys() & self._looked_at]
                meant = looked_at or list(cited.values())
                if len(meant) == 1:
                    span = Span(*match.span("kind"))
                    yield meant[0]._replace(span=span, core=span, self_reference=False)

    @cached_property
    def _looked_at(self) -> frozenset[str]:
        """The instruments whose carrying-out the inspections that are told of looked at."""
        return frozenset(i for each in self.inspected if each.status == "held" for i in each.about)

    def is_mandate(self, citation: Citation, sentence: Span) -> bool:
        """Whether an inspection that the sentence tells of was held under the paper cited."""
        return any(
            citation.instrument in each.mandate
            for each in self.inspected
            if each.span.start < sentence.end and sentence.start < each.span.end
        )

    def sort_in(self, part: Span) -> str:
        """The sort of the finding that a part of the text belongs to, or ''."""
        for finding in self.findings:
            if finding.span.start < part.end and part.start < finding.span.end:
                return finding.sort
        return ""

    def level_at(self, place: int) -> str:
        """The level that the section at a place is about, or ''."""
        above = bisect_right(self.sections, place, key=itemgetter(0))
        return self.sections[above - 1][1] if above else ""


@dataclass(frozen=True, slots=True)
class Subject:
    """Bodies that act together, where the sentence names them, and how far they do, if not on."""

    span: Span
    bodies: tuple[Body, ...]
    until: int | None = None


def committee(body: Body, report: Report) -> Body:
    """The committee for which a bureau, a standing board or an office acts."""
    for pattern in (_BOARD, _FRONT_BOARD):
        if pattern.match(body.name):
            return resolve(pattern.sub("", body.name, count=1), report.home, report.anchor)
    return body
