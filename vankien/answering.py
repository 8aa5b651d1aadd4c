"""Commands that give out what a store holds: `query`, `serve`, `export`."""

import socket
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from graph.guard import form_of
from graph.questions import Answer, questions
from graph.snapshots import snapshot
from vankien.messages import message
from vankien.nearby import followed
from vankien.options import (
    CouldNotRun,
    near_option,
    out_option,
    place_option,
    put,
    store_option,
)

QUERY_FORMATS = ("table", "csv", "json", "ttl", "xlsx")
EXPORT_FORMATS = ("nq", "trig", "ttl", "jsonld", "csv")


@click.command()
@click.argument("question", metavar="NAME|FILE.rq|-")
@click.option(
    "-p",
    "--parameter",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter of a named question, or a variable of the SPARQL to bind; may be given "
    'several times. For a variable, <...> is an IRI and "..."^^<...> a typed value.',
)
@place_option
@click.option(
    "--format",
    "form",
    type=click.Choice(QUERY_FORMATS),
    help="table, csv, json or xlsx for rows (default: table); ttl for the graph of a CONSTRUCT.",
)
@out_option
@click.option(
    "--columns",
    metavar="A,B,...",
    help="Print these columns alone, in this order, with more of each cell (default: all).",
)
def query(
    question: str,
    parameters: tuple[str, ...],
    store: str,
    form: str | None,
    out: str | None,
    columns: str | None,
) -> int:
    """Answer a named question, or the SPARQL of a file or of standard input (-).

    Named questions: bodies, cited-by, cites, conflicts, coverage, discipline, figures, findings,
    implementation, in-force, inspections, instruments, now, relations, undated.
    """
    from vankien.asking import rows, turtle

    asked, given = _asked(question), _pairs(parameters)
    graph = (
        asked not in questions() and "{" in asked and form_of(asked) in ("CONSTRUCT", "DESCRIBE")
    )
    if graph and form in (None, "ttl"):
        put(turtle(asked, store, given), out)
        return 0
    if graph or form == "ttl":
        raise CouldNotRun(message("rows-or-graph"))
    answer = rows(asked, store, given)
    if columns:
        answer = _narrowed(answer, columns.split(","))
    put(_printed(answer, form or "table", wide=bool(columns)), out)
    return 0


@click.command()
@near_option
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to bind to; the default is reached from this machine alone.",
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="The port to bind to.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="How many server processes answer.",
)
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0.1),
    default=10.0,
    show_default=True,
    metavar="SECONDS",
    help="How long a query may take.",
)
@click.option(
    "--memory-limit",
    type=click.IntRange(min=100),
    default=1024,
    show_default=True,
    metavar="MB",
    help="How much memory a query may take.",
)
@click.option(
    "--access-log",
    metavar="FILE",
    help="Where each request is noted as a line of JSON, without who asked; - is standard output.",
)
def serve(
    store: str,
    host: str,
    port: int,
    workers: int,
    time_limit: float,
    memory_limit: int,
    access_log: str | None,
) -> int:
    """Serve the pages, the linked data and the SPARQL endpoint of a store."""
    _free(host, port)
    from web import serving

    limits = serving.Limits(time_limit, memory_limit * 1024 * 1024)
    with followed(store) as directory:
        snapshot(directory)
        click.echo(message("serving", url=f"http://{host}:{port}"), err=True)
        serving.serve(directory, host, port, workers, limits, access_log)
    return 0


@click.command()
@store_option
@click.option(
    "--graph",
    metavar="IRI",
    help="One graph alone: its IRI, its path (graph/authority), or default.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(EXPORT_FORMATS),
    default="nq",
    show_default=True,
    help="nq: sorted N-Quads; ttl and csv hold the default graph where no graph is named.",
)
@out_option
def export(store: str, graph: str | None, form: str, out: str | None) -> int:
    """Dump a store; never what is protected, nor a text whose rights allow no copy of it."""
    from graph import export as dumps

    current = snapshot(store)
    if out is None or out == "-":
        dumps.export(current, form, graph, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return 0
    fresh = Path(out + ".new")
    with fresh.open("wb") as file:
        dumps.export(current, form, graph, file)
    # A dump that could not be finished takes no other's place.
    fresh.replace(out)
    return 0


def _asked(question: str) -> str:
    """The name of a question, or the SPARQL of a file or of standard input."""
    if question == "-":
        return sys.stdin.buffer.read().decode("utf-8-sig")
    if question in questions() or not question.endswith((".rq", ".sparql")):
        return question
    return Path(question).read_text(encoding="utf-8-sig")


def _printed(answer: Answer, form: str, wide: bool) -> str | bytes:
    """An answer in a format; few columns leave room for whole sentences."""
    if form == "xlsx":
        from vankien.sheets import sheet

        return sheet(answer)
    if form == "table":
        return answer.as_table(width=100 if wide else 40) + "\n"
    text = answer.as_csv() if form == "csv" else answer.as_json()
    return text.rstrip("\r\n") + "\n"


def _narrowed(answer: Answer, columns: Sequence[str]) -> Answer:
    unknown = [column for column in columns if column not in answer.columns]
    if unknown:
        all_ = ", ".join(answer.columns)
        raise CouldNotRun(message("no-column", columns=", ".join(unknown), all=all_))
    return replace(answer, columns=tuple(columns))


def _pairs(parameters: Iterable[str]) -> dict[str, str]:
    pairs = [parameter.partition("=") for parameter in parameters]
    for name, equals, _ in pairs:
        if not equals:
            raise CouldNotRun(message("no-pair", parameter=name))
    return {name: value for name, _, value in pairs}


def _free(host: str, port: int) -> None:
    """Refuse a port that another server has: the system would let both answer, in turns."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        raise CouldNotRun(message("taken", port=port, reason=error.strerror)) from error
