"""Pages of the national database of legal texts (vbpl): what the portal states of an instrument.

Above every text, and above the list of related instruments:

  • Luật 21-LCT/HDNN8
  • Hiệu lực: Còn hiệu lực
  • Ngày có hiệu lực: 11/07/1989
Văn bản căn cứ
  • Hiến pháp Không số Hiến pháp năm 1980
    [ Lược đồ ] [ Thuộc tính ] [ Bản in ]
    • Ngày ban hành: 18/12/1980

A heading says how the page's instrument and those under it are related, and which acts on which.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from loaders import dates
from loaders.model import Citation, Property, Relation, SelfIdentity, Span

_BULLET = r"^[ \t•*·-]*"
_FORCE = re.compile(
    rf"{_BULLET}(?:Tình trạng h|H)iệu lực:\s*(?P<value>[^\n:]{{3,40}}?)[ \t]*$", re.M
)
_EFFECTIVE = re.compile(
    rf"{_BULLET}Ngày (?:có|bắt đầu có) hiệu lực:\s*(?P<day>{dates.NUMERIC})[ \t]*$", re.M
)
_ISSUED = re.compile(rf"{_BULLET}Ngày ban hành:\s*(?P<day>{dates.NUMERIC})[ \t]*$", re.M)
_IN_FORCE = {
    "còn hiệu lực": "còn hiệu lực",
    "hết hiệu lực": "hết hiệu lực",
    "hết hiệu lực toàn bộ": "hết hiệu lực",
    "hết hiệu lực một phần": "hết hiệu lực một phần",
    "hết hiệu lực 1 phần": "hết hiệu lực một phần",
    "ngưng hiệu lực": "ngưng hiệu lực",
    "tạm ngưng hiệu lực": "ngưng hiệu lực",
    "chưa có hiệu lực": "chưa có hiệu lực",
}
# The portal's block stands above the text, or ends its menus.
_HEAD = 4000
_NEAR = 400

# What one of the two instruments does to the other. Guiding and detailing under one heading imply
# no more than carrying out; what ends in part is amended.
_VERBS = {
    "căn cứ": ("based_on",),
    "dẫn chiếu": ("cites",),
    "hướng dẫn": ("guides",),
    "quy định chi tiết": ("details",),
    "quy định chi tiết, hướng dẫn": ("implements",),
    "hd, qđ chi tiết": ("implements",),
    "sửa đổi, bổ sung": ("amends", "supplements"),
    "sửa đổi bổ sung": ("amends", "supplements"),
    "sửa đổi": ("amends",),
    "bổ sung": ("supplements",),
    "thay thế": ("replaces",),
    "bãi bỏ": ("repeals",),
    "quy định hết hiệu lực": ("repeals",),
    "hết hiệu lực": ("repeals",),
    "đình chỉ": ("suspends",),
    "tạm ngưng hiệu lực": ("suspends",),
    "ngưng hiệu lực": ("suspends",),
    "đính chính": ("corrects",),
    "hợp nhất": ("consolidates",),
}
# Văn bản được hướng dẫn   Văn bản quy định hết hiệu lực 1 phần   Văn bản bị đình chỉ thi hành (2)
_HEADING = re.compile(
    rf"{_BULLET}(?P<words>Văn bản (?P<suffers>(?:được|bị)[ ])?"
    rf"(?P<verb>{'|'.join(sorted(_VERBS, key=len, reverse=True))})(?:[ ](?:thi hành|áp dụng))?"
    r"(?P<part>[ ](?:một|1)[ ]phần)?)(?:[ ]\(\d+\))?[ \t]*$",
    re.M | re.I,
)
_LINE_ABOVE = re.compile(rf"{_BULLET}(?P<name>\S[^\n]*?)\s*\Z", re.M)
_ANY_HEADING = re.compile(rf"{_BULLET}(?:Văn bản [^\n\d]{{3,60}}|Nội dung đang cập nhật\.?)$", re.M)


@dataclass(frozen=True, slots=True)
class Item:
    """An instrument listed under a heading; its citation reaches to its day of issue."""

    heading: re.Match[str]
    citation: Citation


@dataclass(frozen=True, slots=True)
class PortalPage:
    """What the portal's block states; `own` and `items` where the page lists related ones."""

    force: re.Match[str] | None = None
    effective: re.Match[str] | None = None
    own: Citation | None = None
    items: tuple[Item, ...] = ()

    @property
    def title(self) -> str | None:
        """How a list page is called: by the instrument whose relations it lists."""
        return self.own.text if self.own else None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The mentions of a list page: its own instrument and those it lists, not its menus."""
        return (*((self.own,) if self.own else ()), *(item.citation for item in self.items))


def portal_page(text: str, citations: tuple[Citation, ...], is_text: bool) -> PortalPage:
    """The portal's block and list, empty where the text is no page of the portal.

    Below the block stands either the text of an instrument (`is_text`) or a list.
    """
    shown = text.find("iệu lực:", 0, _HEAD) >= 0
    force = _FORCE.search(text, 0, _HEAD) if shown else None
    effective = _EFFECTIVE.search(text, force.end(), force.end() + 200) if force else None
    if force is None or (effective is None and _in_force(force) is None):
        return PortalPage()
    own = None if is_text else _named_above(text, force.start(), citations)
    headings = list(_HEADING.finditer(text, force.end())) if own else []
    if not headings:
        return PortalPage(force, effective)
    return PortalPage(force, effective, own, tuple(_items(text, headings, citations)))


def portal_relations(page: PortalPage, cited: tuple[Citation, ...]) -> tuple[Relation, ...]:
    """What the headings state; `cited` are the page's citations after they were resolved."""
    return tuple(dict.fromkeys(_stated(page, cited)))


def _stated(page: PortalPage, cited: tuple[Citation, ...]) -> Iterator[Relation]:
    if page.own is None or not cited[0].instrument:
        return
    own, day = cited[0].instrument, cited[0].date or _day(page.effective)
    for item, citation in zip(page.items, cited[1:], strict=True):
        heading, listed = item.heading, citation.instrument
        acts = _own_acts(heading, citation, day)
        # Nothing acts on what is not issued yet: such a heading is misread, and states nothing.
        late = acts and day and citation.date and citation.date > day
        if not listed or listed == own or late:
            continue
        subject, object_ = (own, listed) if acts else (listed, own)
        # The first under a heading is quoted with it; further down the rule names it.
        near = citation.span.end - heading.start("words") <= _NEAR
        start = heading.start("words") if near else citation.span.start
        for predicate in _predicates(heading):
            span = Span(start, citation.span.end)
            yield Relation(subject, predicate, object_, span, f"đề mục “{heading['words']}”")


def portal_properties(
    page: PortalPage, own: SelfIdentity | None, cited: tuple[Citation, ...]
) -> Iterator[Property]:
    """Whether the portal holds the page's instrument to be in force, and since when."""
    instrument = cited[0].instrument if page.own else own and own.instrument
    if not instrument or page.force is None:
        return
    value, day = _in_force(page.force), _day(page.effective)
    if value:
        yield Property(instrument, "validity", value, Span(*page.force.span("value")))
    if page.effective and day:
        yield Property(instrument, "effective_from", day, Span(*page.effective.span("day")))


def _in_force(force: re.Match[str]) -> str | None:
    return _IN_FORCE.get(" ".join(force["value"].split()).casefold())


def _day(match: re.Match[str] | None) -> str | None:
    return dates.iso(int(match["d"]), int(match["m"]), int(match["y"])) if match else None


def _named_above(text: str, end: int, citations: tuple[Citation, ...]) -> Citation | None:
    """The numbered instrument that the line above the block names, as a whole."""
    line = _LINE_ABOVE.search(text, max(0, end - 300), end)
    if line is None:
        return None
    whole = Span(*line.span("name"))
    return next((c for c in citations if c.span == whole and c.number), None)


def _items(
    text: str, headings: list[re.Match[str]], citations: tuple[Citation, ...]
) -> Iterator[Item]:
    """Of each line under a heading that begins with an instrument, that instrument."""
    ends = [each.start() for each in _ANY_HEADING.finditer(text, headings[0].end())]
    starts = [citation.span.start for citation in citations]
    for heading in headings:
        after = bisect_left(ends, heading.end())
        end = ends[after] if after < len(ends) else len(text)
        lines: dict[int, list[Citation]] = {}
        for citation in citations[bisect_left(starts, heading.end()) : bisect_left(starts, end)]:
            lines.setdefault(text.rfind("\n", 0, citation.span.start), []).append(citation)
        for (line, mentions), stop in zip(lines.items(), [*lines, end][1:], strict=True):
            if (chosen := _listed(text, line + 1, mentions)) is not None:
                yield Item(heading, _dated(text, chosen, stop))


def _listed(text: str, line: int, mentions: list[Citation]) -> Citation | None:
    """The instrument that the line is about: its number, else a name that has its year."""
    first = mentions[0]
    if not re.fullmatch(r"[ \t•*·-]*", text[line : first.span.start]):
        return None
    if first.number:
        return first
    return next((each for each in mentions if each.date and not each.number), None)


def _dated(text: str, citation: Citation, stop: int) -> Citation:
    """The citation up to the day of issue that stands under it, if it is of the same year."""
    issued = _ISSUED.search(text, citation.span.end, stop)
    day = _day(issued)
    if issued is None or day is None or (citation.date and not day.startswith(citation.date[:4])):
        return citation
    span = Span(citation.span.start, issued.end("day"))
    return citation._replace(span=span, text=text[span.start : span.end], date=day)


def _verb(heading: re.Match[str]) -> str:
    return heading["verb"].casefold()


def _predicates(heading: re.Match[str]) -> tuple[str, ...]:
    ends = _verb(heading).endswith("hết hiệu lực")
    return ("amends",) if ends and heading["part"] else _VERBS[_verb(heading)]


def _own_acts(heading: re.Match[str], listed: Citation, day: str | None) -> bool:
    """Whether the page's instrument acts on the listed one, and not the other way round.

    A passive names what suffers. 'Văn bản căn cứ' and 'Văn bản hết hiệu lực' are so called after
    what the page's instrument makes of them. 'Văn bản dẫn chiếu' is said of both: the later cites.
    """
    if heading["suffers"] or _verb(heading) in ("căn cứ", "hết hiệu lực"):
        return True
    return _verb(heading) == "dẫn chiếu" and not (day and listed.date and listed.date > day)
