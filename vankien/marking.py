"""A text as a page of HTML that stands alone, with every mention marked."""

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from loaders.model import Reading, Span

_STYLE = """
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.7 serif }
body { color: #222; background: #fffdf8 }
pre { white-space: pre-wrap; font: inherit }
mark { background: none; color: inherit; border-bottom: 2px solid #888 }
.citation { border-color: #1f4e8c } .body { border-color: #7a5c00 }
.person { border-color: #7b2d6b } .figure { border-color: #1b6b3a }
.discipline { border-color: #9c2b1f } .finding { background: #f4efe0 }
.inspection { background: #e8eef5 } .boilerplate { color: #888 }
"""


def page(reading: Reading) -> str:
    """The whole page; a stretch of several mentions bears the classes and the titles of each."""
    source = reading.source
    body = "".join(_marked(source.text, list(_mentions(reading))))
    title = escape(source.title or source.path)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(source.language)}">\n<head><meta charset="utf-8">'
        f"<title>{title}</title><style>{_STYLE}</style></head>\n"
        f"<body>\n<h1>{title}</h1>\n<pre>{body}</pre>\n</body>\n</html>\n"
    )


def _mentions(reading: Reading) -> Iterator[tuple[Span, str, str]]:
    """Each mention as its span, class and title."""
    for citation in reading.citations:
        yield citation.span, "citation", citation.instrument or citation.text
    for mention in reading.bodies:
        yield mention.span, "body", mention.body.name
    for person in reading.people:
        yield from ((span, "person", person.role or person.name) for span in person.spans)
    for inspection in reading.inspections:
        yield inspection.span, "inspection", inspection.mode
    for finding in reading.findings:
        yield finding.span, "finding", finding.sort
    for figure in reading.figures:
        yield figure.span, "figure", f"{figure.value:g} {figure.unit}"
    for discipline in reading.discipline:
        yield discipline.span, "discipline", discipline.form
    for span in reading.boilerplate:
        yield span, "boilerplate", "boilerplate"


def _marked(text: str, mentions: list[tuple[Span, str, str]]) -> Iterator[str]:
    """The text cut wherever a mention starts or ends: mentions overlap freely, elements may not."""
    cuts = sorted(
        {0, len(text)} | {edge for span, *_ in mentions for edge in (span.start, span.end)}
    )
    waiting = sorted(mentions, reverse=True)
    open_: list[tuple[Span, str, str]] = []
    for start, end in pairwise(cuts):
        open_ = [mention for mention in open_ if mention[0].end > start]
        while waiting and waiting[-1][0].start <= start:
            open_.append(waiting.pop())
        yield _stretch(text[start:end], open_)


def _stretch(text: str, mentions: list[tuple[Span, str, str]]) -> str:
    if not mentions:
        return escape(text)
    classes = " ".join(dict.fromkeys(name for _, name, _ in mentions))
    title = escape("; ".join(dict.fromkeys(title for *_, title in mentions)))
    return f'<mark class="{classes}" title="{title}">{escape(text)}</mark>'
