"""What the lines of an office's register state of its instruments, each with the words of its row.

The first instrument of a line is the one that the row is of; what it replaces, amends or repeals
stands behind those words, to the end of the line.
"""

import re
from collections.abc import Iterator

from loaders.model import Citation, Reading, Span
from loaders.readers.xlsx import HEADING, RELATIONS
from loaders.triples import Statements, date, iri, vietnamese

_RULE = "danh mục của cơ quan"
_LINE = re.compile(r"^Dòng (?P<row>\d+): (?P<said>.+)\.$", re.M)
_TITLE = re.compile(r"; trích yếu: “(?P<title>[^”]+)”")
_DAY = re.compile(
    r"; (?P<what>có|hết) hiệu lực từ ngày (?P<d>\d\d)/(?P<m>\d\d)/(?P<y>\d{4})(?=;|\.$)"
)
_DATES = {"có": "vk:effectiveFrom", "hết": "vk:expiredOn"}
_BEHIND = re.compile("; (?P<words>" + "|".join(RELATIONS.values()) + r")\s")


def is_register(reading: Reading) -> bool:
    """Whether a text is the list of an office."""
    return reading.source.text.startswith(HEADING)


def register_list(out: Statements, reading: Reading) -> None:
    """State what each line says beyond what any citation does."""
    text = reading.source.text
    for line in _LINE.finditer(text):
        cited = [c for c in reading.citations if line.start() <= c.span.start < line.end()]
        if cited and cited[0].instrument:
            subject = iri(cited[0].instrument)
            for predicate, value, span in _stated(text, line, cited):
                out.claim(subject, predicate, value, span, _RULE)


def _stated(
    text: str, line: re.Match[str], cited: list[Citation]
) -> Iterator[tuple[str, str, Span]]:
    if title := _TITLE.search(text, line.start(), line.end()):
        yield "dcterms:title", vietnamese(title["title"]), Span(*title.span("title"))
    for day in _DAY.finditer(text, line.start(), line.end()):
        iso = f"{day['y']}-{day['m']}-{day['d']}"
        yield _DATES[day["what"]], date(iso), Span(day.start("what"), day.end())
    by_words = {words: "vk:" + name for name, words in RELATIONS.items()}
    behind = list(_BEHIND.finditer(text, line.start(), line.end()))
    for citation in cited[1:]:
        before = [match for match in behind if match.end() <= citation.span.start]
        if before and citation.instrument:
            span = Span(before[-1].start("words"), citation.span.end)
            yield by_words[before[-1]["words"]], iri(citation.instrument), span
