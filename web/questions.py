"""The page of every named question: a form made from its parameters, and its answer as a table."""

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, render_template, request

from graph.questions import UnknownQuestion, answer
from queries import Question
from queries import questions as named
from web.answers import table_of
from web.desk import reader
from web.language import say, word

questions = Blueprint("questions", __name__)

# What a page shows of an answer; the JSON and CSV beside it are whole.
_ROWS_ON_A_PAGE = 500


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
def one(name: str) -> str:
    """One question: its form, and its answer once its needs are met."""
    if name not in named():
        raise UnknownQuestion(name)
    question = named()[name]
    given = parameters(question)
    needed = {each.variable for each in question.parameters if each.needed}
    met = needed <= {each.variable for each in question.parameters if given.get(each.name)}
    found = answer(reader().snapshot, name, given) if met else None
    return render_template(
        "question.html",
        question=_sheet(question),
        answered=table_of(reader(), found, most=_ROWS_ON_A_PAGE) if found else None,
        data_address=f"/api/{name}?{urlencode(given)}",
        csv_address=f"/api/{name}?{urlencode({**given, 'format': 'csv'})}",
    )


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
