"""The page of every named question: a form made from its parameters, and its answer as a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, render_template, request

from graph.questions import Answer, UnknownNumber, UnknownParameter, UnknownQuestion, answer
from queries import Question
from queries import questions as named
from web.answers import EVIDENCE, table_of
from web.arranging import arranged
from web.desk import reader
from web.errors import problem_of
from web.language import say, word
from web.problems import Problem
from web.tables import FORMS

questions = Blueprint("questions", __name__)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a question's form."""

    name: str
    label: str
    example: str
    needed: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A question as its page shows it, in the reader's language."""

    name: str
    summary: str
    description: str
    fields: tuple[Field, ...]
    text: str


@questions.get("/queries")
def every() -> str:
    """The list of the named questions."""
    return render_template("questions.html", questions=[_sheet(each) for each in named().values()])


@questions.get("/queries/<name>")
def one(name: str) -> tuple[str, int]:
    """One question: its form, and its answer once its needs are met."""
    if name not in named():
        raise UnknownQuestion(name)
    question = named()[name]
    given = parameters(question)
    needed = {each.variable for each in question.parameters if each.needed}
    met = needed <= {each.variable for each in question.parameters if given.get(each.name)}
    found, problem = tried(name, given) if met else (None, None)
    shown = arranged(found) if found else None
    page = render_template(
        "question.html",
        problem=problem,
        question=_sheet(question),
        shown=shown,
        answered=table_of(reader(), shown.answer) if shown else None,
        columns=[(each, word("columns", each)) for each in found.columns if each not in EVIDENCE]
        if found
        else [],
        files=[(form, f"/api/{name}?{urlencode({**given, 'format': form})}") for form in FORMS],
    )
    return page, problem.status if problem else 200


def tried(name: str, given: Mapping[str, str]) -> tuple[Answer | None, Problem | None]:
    """The answer to a question, or what is wrong with a value, to be told beside the form."""
    try:
        return answer(reader().snapshot, name, given), None
    except (UnknownNumber, UnknownParameter) as error:
        return None, problem_of(error)


def parameters(question: Question) -> dict[str, str]:
    """The values that the request gives to a question's parameters; empty fields are not given."""
    names = [each.name for each in question.parameters]
    return {name: request.args[name] for name in names if request.args.get(name, "").strip()}


def _sheet(question: Question) -> Sheet:
    return Sheet(
        name=question.name,
        summary=say(question.summary, question.summary_en),
        description=say(question.description, question.description_en),
        fields=tuple(
            Field(
                each.name,
                word("parameters", each.name),
                question.example.get(each.name, ""),
                each.needed,
            )
            for each in {each.variable: each for each in reversed(question.parameters)}.values()
        )[::-1],
        text=question.sparql,
    )
