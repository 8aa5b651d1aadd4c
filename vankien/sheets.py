"""Answers of the command line as workbooks, with headings in the language of the environment."""

from graph.questions import Answer
from graph.spreadsheet import workbook
from vankien.messages import language, message
from web.language import headings


def sheet(answer: Answer) -> bytes:
    """The workbook of an answer."""
    named = headings(answer.columns, language())
    return workbook(answer, headings=named, name=message("results"))
