"""Commands that look for what is wrong: `check`, `validate`, `ontology check`."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from graph.snapshots import snapshot
from loaders.model import SourceText
from loaders.readers import sources
from loaders.reading import read
from vankien.listening import Listening
from vankien.messages import message
from vankien.options import CouldNotRun, out_option, paths_argument, put, store_option

CHECK_FORMATS = ("table", "json", "html", "docx")
VALIDATE_FORMATS = ("table", "json")


@click.command(name="check")
@paths_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(CHECK_FORMATS),
    default="table",
    show_default=True,
    help="table: a block a notice, by line; json: an array of notices; html: the table and the "
    "draft with every place marked; docx: the draft, one at a time, with comments.",
)
@click.option(
    "--store",
    metavar="DIR",
    help="Hold the drafts against the sources loaded here too: their figures, the inspections that "
    "they tell of, and what they say was replaced or amended.",
)
@out_option
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d", "%d/%m/%Y"]),
    metavar="YYYY-MM-DD",
    help="Judge the drafts as of this day (default: the date that each states).",
)
def check_drafts(
    paths: tuple[str, ...], form: str, store: str | None, out: str | None, as_of: datetime | None
) -> int:
    """Check the citations and figures of drafts against themselves, the record and a store.

    PATH is a file, a folder, or - for standard input. Nothing is changed or stored. Exit code 1
    when something is wrong, 0 when all is clean or only information is given.
    """
    from vankien import checking

    listening = Listening()
    day = as_of.date().isoformat() if as_of else None
    texts = listening.texts(sources(paths))
    if form == "docx":
        texts = iter(_one_alone(list(texts)))
    tally = checking.Tally()
    found = checking.found(map(read, texts), tally, day, snapshot(store) if store else None)
    if form == "docx":
        put(b"".join(map(checking.commented, found)), out)
    else:
        _put_pieces(checking.printed(found, form), out)
    click.echo(message("checked", **asdict(tally)), err=True)
    return listening.verdict(paths) or int(tally.errors + tally.warnings > 0)


@click.command()
@store_option
@click.option(
    "--format",
    "form",
    type=click.Choice(VALIDATE_FORMATS),
    default="table",
    show_default=True,
    help="table: a paragraph a problem; json: an array of objects.",
)
def validate(store: str, form: str) -> int:
    """Look for what is wrong in a store, or asks for a look, each with source and quote.

    Applies the SHACL shapes of the ontology and the checks in queries/checks: dates, issuers and
    kinds that contradict each other, numbers against dates, instruments cited or carried out
    before they were issued, parts larger than their whole. Exit 1 when something is found.
    """
    from graph.validation import problems
    from vankien.telling import paragraphs

    found = list(problems(snapshot(store)))
    if form == "json":
        told = json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=1) + "\n"
    else:
        told = paragraphs(found)
    click.echo(told, nl=False)
    click.echo(message("validated", problems=len(found)), err=True)
    return 1 if found else 0


@click.group()
def ontology() -> None:
    """Look after the ontology."""


@ontology.command()
def check() -> int:
    """Check with HermiT that the ontology is consistent, and find unused or undeclared terms."""
    from ontology.reasoning import JavaMissing
    from ontology.reasoning import check as reasoned

    try:
        report = reasoned()
    except JavaMissing as missing:
        raise CouldNotRun(str(missing)) from missing
    click.echo(report.message)
    return 0 if report.sound else 1


def _one_alone(texts: list[SourceText]) -> list[SourceText]:
    """The texts where they are one at most: a Word file is one draft."""
    if len(texts) > 1:
        raise CouldNotRun(message("one-draft"))
    return texts


def _put_pieces(pieces: Iterable[str], out: str | None) -> None:
    """Write text piece by piece to stdout, or to a file once it is whole."""
    if out and out != "-":
        Path(out).write_text("".join(pieces), encoding="utf-8")
    else:
        for piece in pieces:
            click.echo(piece, nl=False)
