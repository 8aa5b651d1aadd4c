"""Problems in words, for people who read a terminal."""

from collections.abc import Iterable

from graph.validation import Problem
from ontology import iris
from vankien.messages import language, message


def paragraphs(problems: Iterable[Problem]) -> str:
    """A paragraph a problem: the rule, what it is about, and the words that it rests on."""
    return "".join(_paragraph(each) + "\n\n" for each in problems)


def _paragraph(problem: Problem) -> str:
    severity = message(problem.severity.lower()).capitalize()
    words = problem.message if language() == "vi" else problem.message_en
    lines = [f"{severity} {problem.rule}: {words}", f"  {_short(problem.about)}"]
    sides = " >< ".join(_short(each) for each in (problem.value, problem.against) if each)
    lines += [f"  {sides}"] if sides else []
    if problem.evidence:
        at = f"{_short(problem.evidence.source)} {problem.evidence.start}-{problem.evidence.end}"
        lines.append(f"  {at}: {' '.join(problem.evidence.quote.split())}")
    return "\n".join(lines)


def _short(iri: str) -> str:
    return iri.removeprefix(iris.BASE)
