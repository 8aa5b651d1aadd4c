"""Figures of a text that contradict each other, as conflicts of the graph: both sides, no verdict.

The checker's rules on figures find them; what it merely suspects of a draft stays its own.
"""

from loaders.figure_checks import figure_checks
from loaders.model import Reading, Span
from loaders.notices import POSSIBLE, Draft, Notice
from loaders.rules import rules
from loaders.triples import Statements, curie, string


def disputed_figures(out: Statements, reading: Reading) -> None:
    """State each contradiction between figures, once, with every place that takes part in it."""
    if not reading.figures:
        return
    for notice in figure_checks(Draft(reading, "", dated=False)):
        if notice.certainty != POSSIBLE and notice.others:
            _conflict(out, reading, notice)


def _conflict(out: Statements, reading: Reading, notice: Notice) -> None:
    spans = [notice.span, *(side.span for side in notice.others if side.span)]
    if any(passage.start <= notice.span.start < passage.end for passage in reading.repeated):
        return
    node = out.part("conflict", f"figure-{notice.span.start}")
    out.add(node, "rdf:type", curie("vk:Conflict"))
    out.add(node, "vk:onFigure", *_figures(out, reading, notice.span))
    out.add(node, "vk:conflictProperty", string("figure"))
    out.add(node, "vk:conflictValue", *(string(_words(out, span)) for span in spans))
    out.add(node, "vk:rule", string(rules()[notice.rule].title.vi.lower()))
    out.evidence(node, *spans)


def _figures(out: Statements, reading: Reading, span: Span) -> list[str]:
    """The figure that the words hold; 'khiển trách 106 đảng viên' holds that of 106."""
    return [
        out.part("figure", figure.span.start)
        for figure in reading.figures
        if span.start <= figure.span.start < span.end
    ][:1]


def _words(out: Statements, span: Span) -> str:
    """The words as a reader of this graph may see them."""
    return " ".join(out.text[span.start : span.end].split())
