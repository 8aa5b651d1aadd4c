"""A text as a page of HTML that stands alone, with every mention marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from loaders.model import Citation, Reading, Span

_STYLE = """
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.7 serif }
body { color: #222; background: #fffdf8 }
pre { white-space: pre-wrap; font: inherit }
mark { background: none; color: inherit; border-bottom: 2px solid #888 }
a:target + mark { outline: 2px solid #c60 }
.citation { border-color: #1f4e8c } .body { border-color: #7a5c00 }
.person { border-color: #7b2d6b } .figure { border-color: #1b6b3a }
.discipline { border-color: #9c2b1f } .finding { background: #f4efe0 }
.inspection { background: #e8eef5 } .boilerplate { color: #888 }
"""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A stretch of the text: as what it was understood, in words, and its IRI if it has one."""

    span: Span
    sort: str
    words: str
    iri: str = ""


def mentions(reading: Reading) -> Iterator[Mention]:
    """Everything that the text mentions, each with its place."""
    for citation in reading.citations:
        yield Mention(citation.span, "citation", _named(citation), citation.instrument or "")
    for mention in reading.bodies:
        yield Mention(mention.span, "body", mention.body.name, mention.body.iri)
    for person in reading.people:
        words = person.role or person.name
        yield from (Mention(span, "person", words, person.iri) for span in person.spans)
    for inspection in reading.inspections:
        yield Mention(inspection.span, "inspection", inspection.mode, inspection.iri)
    for finding in reading.findings:
        yield Mention(finding.span, "finding", finding.sort)
    for figure in reading.figures:
        yield Mention(figure.span, "figure", f"{figure.value:g} {figure.unit}")
    for discipline in reading.discipline:
        yield Mention(discipline.span, "discipline", discipline.form)


def page(reading: Reading) -> str:
    """The whole page; a stretch of several mentions bears the classes and the titles of each.

    Each mention has an anchor of its own: `#START-END`.
    """
    source = reading.source
    furniture = (Mention(span, "boilerplate", "boilerplate") for span in reading.boilerplate)
    body = "".join(_marked(source.text, [*mentions(reading), *furniture]))
    title = escape(source.title or source.path)
    # A browser drops a line break that follows <pre>.
    first = "\n" if source.text.startswith(("\n", "\r")) else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(source.language)}">\n<head><meta charset="utf-8">'
        f"<title>{title}</title><style>{_STYLE}</style></head>\n"
        f"<body>\n<h1>{title}</h1>\n<pre>{first}{body}</pre>\n</body>\n</html>\n"
    )


def _named(citation: Citation) -> str:
    """Kind, number, date, issuer and instrument of a citation, as far as they are known."""
    known = (citation.kind, citation.number, citation.date, citation.issuer, citation.instrument)
    return " · ".join(filter(None, known)) or citation.text


def _marked(text: str, found: list[Mention]) -> Iterator[str]:
    """The text cut wherever a mention starts or ends: mentions overlap freely, elements may not."""
    cuts = sorted({0, len(text)} | {edge for m in found for edge in (m.span.start, m.span.end)})
    waiting = sorted(found, reverse=True)
    open_: list[Mention] = []
    for start, end in pairwise(cuts):
        open_ = [mention for mention in open_ if mention.span.end > start]
        begun: dict[Span, None] = {}
        while waiting and waiting[-1].span.start <= start:
            begun[waiting[-1].span] = None
            open_.append(waiting.pop())
        yield from (f'<a id="{span.start}-{span.end}"></a>' for span in begun)
        yield _stretch(text[start:end], open_)


def _stretch(text: str, open_: list[Mention]) -> str:
    printed = escape(text).replace("\r", "&#13;")
    if not open_:
        return printed
    classes = " ".join(dict.fromkeys(mention.sort for mention in open_))
    title = escape("; ".join(dict.fromkeys(mention.words for mention in open_)))
    return f'<mark class="{classes}" title="{title}">{printed}</mark>'
