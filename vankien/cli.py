"""The `vankien` command: data to stdout, talk to stderr.

Exit codes: 0 done, 1 problems found or some inputs failed, 2 could not run.
"""

import csv
import io
import itertools
import json
import os
import re
import socket
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.backups import BackupBroken, WouldOverwrite
from graph.export import NoGraph
from graph.guard import QueryRefused, form_of
from graph.questions import Answer, UnknownNumber, UnknownParameter, UnknownQuestion, questions
from graph.refusals import NotTraced, UnknownThing
from graph.remote import RemoteFailed, is_remote
from graph.rewriting import StoreOwned
from graph.snapshots import NoStore, snapshot
from graph.store import StoreDamaged, StoreHeld
from loaders.model import SourceText
from loaders.readers import LIMIT, Refusal, is_list, sources
from loaders.reading import read, unhurried
from vankien.disk import disk
from vankien.executors import ClusterMissing
from vankien.help_vi import explained
from vankien.messages import message, told_of
from vankien.nearby import followed
from vankien.options import (
    CouldNotRun,
    near_option,
    out_option,
    place_option,
    put,
    store_option,
)
from vankien.studies import chart, coding, diff, measures
from vankien.tracing import trace

if TYPE_CHECKING:
    from vankien import loading

EXTRACT_FORMATS = ("json", "jsonl", "text", "html", "ttl", "nq", "jsonld")
CHECK_FORMATS = ("table", "json", "html", "docx")
QUERY_FORMATS = ("table", "csv", "json", "ttl", "xlsx")
EXPORT_FORMATS = ("nq", "trig", "ttl", "jsonld", "csv")
SOURCE_ID = re.compile(r"[0-9a-f]{16}")
VALIDATE_FORMATS = ("table", "json")


# What may go wrong without a fault of ours: it is told in a sentence, not in a traceback.
_MISHAPS: tuple[type[Exception], ...] = (
    UnknownNumber,
    UnknownQuestion,
    UnknownParameter,
    NotTraced,
    QueryRefused,
    NoStore,
    StoreHeld,
    StoreDamaged,
    StoreOwned,
    NoGraph,
    WouldOverwrite,
    BackupBroken,
    ClusterMissing,
    RemoteFailed,
    OSError,
    sqlite3.OperationalError,
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        code = explained(commands).main(arguments, prog_name="vankien", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = 2
    except (click.Abort, KeyboardInterrupt):
        code = 2
    except BrokenPipeError:
        # `vankien ... | head` has read enough; nothing may be written when Python closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except _MISHAPS as error:
        click.echo(told_of(error), err=True)
        code = 1 if isinstance(error, UnknownNumber | UnknownThing) else 2
    sys.exit(code)


_paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
_limit = click.option(
    "--limit",
    type=click.FloatRange(min=0, min_open=True),
    default=LIMIT / 1e6,
    show_default=True,
    metavar="MB",
    help="Refuse files, and archives unpacked, that are larger than this.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="vankien")
def commands() -> None:
    """Read reports and official texts of Vietnam into a graph that shows its evidence."""


for each in (trace, measures, chart, diff, coding, disk):
    commands.add_command(each)


@commands.command()
@_paths
@click.option(
    "--format",
    "form",
    type=click.Choice(EXTRACT_FORMATS),
    default="json",
    show_default=True,
    help="json: an object for one file, an array for several; jsonl: a line a text, as soon as it "
    "is read; text: the text that offsets refer to; html: the text with every mention marked; "
    "ttl, nq, jsonld: RDF.",
)
@_limit
def extract(paths: tuple[str, ...], form: str, limit: float) -> int:
    """Print what texts say, without any store.

    PATH is a file (.txt, .md, .html, .docx, .doc, .pdf), a .zip of such, a list of texts (.jsonl,
    .csv, sitemap, RSS, Atom), a folder, or - for standard input.
    """
    from vankien.formats import printed

    listening = Listening()
    unhurried()
    readings = map(read, listening.texts(sources(paths, int(limit * 1e6))))
    first = Path(paths[0])
    many = first.suffix.lower() == ".zip" or first.is_dir() or is_list(first)
    single = len(paths) == 1 and not many
    for piece in printed(readings, form, single):
        click.echo(piece, nl=False)
    return listening.verdict(paths)


@commands.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@place_option
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="How many processes read texts; one alone writes.",
)
@click.option(
    "--executor",
    default="local",
    show_default=True,
    metavar="local|dask://HOST:PORT",
    help="Where texts are read: on this machine, or by the workers of a Dask scheduler.",
)
@click.option(
    "--parts",
    metavar="DIR",
    help="Write N-Quads files for another store's bulk loader into this new folder instead.",
)
@click.option(
    "--report",
    metavar="FILE",
    help="Write what could not be read, and why, as a table (CSV) too.",
)
@click.option(
    "--resume",
    is_flag=True,
    help="Go on with the load that was stopped in this store; takes no PATH.",
)
@_limit
@click.option(
    "--preview",
    is_flag=True,
    help="Print what would be loaded of each instrument, a line each, and write nothing.",
)
def load(
    paths: tuple[str, ...],
    store: str,
    jobs: int,
    executor: str,
    parts: str | None,
    report: str | None,
    resume: bool,
    limit: float,
    preview: bool,
) -> int:
    """Put texts into a store; a text that it holds already changes nothing.

    PATH is a file (.txt, .md, .html, .docx, .doc, .pdf), a .zip of such, a folder, or - for
    standard input; a spreadsheet that lists an office's instruments (.xlsx, docs/register.md); or a
    list of texts: JSON Lines (.jsonl), a CSV with a column text, html or file, or the sitemap.xml,
    RSS or Atom of a mirrored site. docs/loading.md tells what each may hold.

    What a stopped load has written stays, and is not read again.
    """
    from vankien import loading, unfinished
    from vankien.parts import write_parts

    chosen = unfinished.resumed(Path(store)) if resume and not paths else paths
    if not chosen or (resume and paths):
        raise CouldNotRun(message("nothing-to-resume" if resume else "no-path"))
    listening = Listening()
    if preview:
        for text in listening.texts(sources(chosen, int(limit * 1e6))):
            click.echo(loading.previewed(read(text)))
        return listening.verdict(chosen)
    most = int(limit * 1e6)
    with listening.progress(loading.count(chosen)) as told:
        if parts:
            tally = write_parts(chosen, Path(parts), jobs, told, most, executor)
        else:
            remote = is_remote(store)
            with nullcontext() if remote else unfinished.noted(Path(store), chosen):
                tally = loading.load(chosen, store, jobs, told, most, executor)
    if report:
        listening.report(Path(report))
    click.echo(message("loaded", **asdict(tally)))
    return listening.verdict(chosen)


@commands.command()
@click.argument("listed", metavar="LIST")
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False),
    metavar="DIR",
    help="Where the files go, in folders by host; `vankien load DIR` knows whence each comes.",
)
@click.option(
    "--every",
    type=click.FloatRange(min=0),
    default=2.0,
    show_default=True,
    metavar="SECONDS",
    help="Wait as long between two requests to a host; longer where its robots.txt asks for it.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="Give up an address that is not there as a whole after this time.",
)
@click.option(
    "--allow-local",
    is_flag=True,
    help="Fetch from this machine and from private networks too.",
)
@_limit
def fetch(
    listed: str, out: str, every: float, timeout: float, allow_local: bool, limit: float
) -> int:
    """Fetch a list of addresses into a folder, as a polite guest of their servers.

    LIST is a text file with an address a line, a sitemap, an RSS or Atom feed, or the address of a
    sitemap or feed. What robots.txt does not permit is left. After a stop the same command goes on
    where it was; run again later, it asks only for what has changed.
    """
    from vankien import fetching
    from vankien.polite import Guest

    listening = Listening()
    guest = Guest(every, int(limit * 1e6), timeout, allow_local)
    with click.progressbar(
        itertools.repeat(""),
        label=message("fetching"),
        show_pos=True,
        item_show_func=lambda address: address,
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    ) as bar:

        def told(each: str | Refusal) -> None:
            if isinstance(each, Refusal):
                listening.hear(each)
            bar.update(1, each.path if isinstance(each, Refusal) else each)

        tally = fetching.fetch(listed, Path(out), guest, told)
    click.echo(message("fetched", **asdict(tally)))
    return 1 if listening.refusals else 0


@commands.command()
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


@commands.command()
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


@commands.command(name="check")
@_paths
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


@commands.command()
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


@commands.command()
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


@commands.command()
@click.argument("directory", metavar="DIR")
@store_option
def backup(directory: str, store: str) -> int:
    """Lay a copy of the current version into the new folder DIR, with a manifest of checksums.

    The store may be read and written meanwhile. The copy holds what is protected too.
    """
    from graph.backups import back_up

    version = back_up(Path(store), Path(directory))
    click.echo(message("backed-up", directory=directory, version=version.number))
    return 0


@commands.command()
@click.argument("directory", metavar="DIR")
@store_option
def restore(directory: str, store: str) -> int:
    """Make a store of the backup in DIR, where there is none yet.

    Every file is checked against the manifest first. What was purged since is left out, if the
    store's PURGED file still lies where the store was.
    """
    from graph.purging import restored

    version = restored(Path(directory), Path(store))
    click.echo(message("restored", directory=store, version=version.number))
    return 0


@commands.command()
@click.argument("source", metavar="SOURCE")
@store_option
def purge(source: str, store: str) -> int:
    """Take a source out for good: SOURCE is its id, or its IRI.

    Removes it and what people wrote on it from the store, from every version that is kept, from
    the search index and from the backups that can be reached, and names the others. The same text
    is refused from then on. Exit 1 when the store did not hold it or a backup was out of reach.
    """
    from graph.purging import purge as purged

    snapshot(store)
    source_id = source.rstrip("/").rsplit("/", 1)[-1]
    if not SOURCE_ID.fullmatch(source_id):
        raise CouldNotRun(message("no-source", source=source))
    done = purged(Path(store), source_id)
    click.echo(message("purged" if done.held else "purged-unknown", source=source_id))
    for path in done.rewritten:
        click.echo(message("backup-rewritten", path=path))
    for path in done.unreached:
        click.echo(message("backup-unreached", path=path), err=True)
    return 0 if done.held and not done.unreached else 1


@commands.command()
@store_option
@click.option(
    "--look",
    is_flag=True,
    help="Only tell what is wrong; mend nothing.",
)
def doctor(store: str, look: bool) -> int:
    """Look a store over after a fault, and mend it.

    Checks every graph against the sum of what was written, the default graph, the versions and the
    search index. Mending makes them anew of all that is whole; what is not is named with the file
    to load again. Exit 1 when something is wrong that was not or cannot be mended.
    """
    from graph.doctor import examine, mend

    found = examine(Path(store))
    for each in found:
        told = {"part": each.part, "what": each.what, "what_vi": each.what_vi}
        click.echo(message("ailing", **told))
    if not found:
        click.echo(message("sound"))
        return 0
    if not look:
        click.echo(message("mended", version=mend(Path(store)).number))
    return int(look or any(each.lost for each in found))


@commands.group()
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


def _free(host: str, port: int) -> None:
    """Refuse a port that another server has: the system would let both answer, in turns."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        raise CouldNotRun(message("taken", port=port, reason=error.strerror)) from error


class Listening:
    """What a command has heard of its inputs; those that could not be read are told at once."""

    def __init__(self) -> None:
        self.refusals: list[Refusal] = []

    def hear(self, each: "SourceText | loading.Taken | Refusal") -> None:
        """Tell of a refusal and count it; tell of a text that was not read as its file says."""
        if isinstance(each, Refusal):
            self.refusals.append(each)
            reasons = {"reason": each.reason, "reason_en": each.reason_en}
            click.echo(message("refused", path=each.path, **reasons), err=True)
            return
        for remark in each.remarks:
            reasons = {"reason": remark.words, "reason_en": remark.words_en}
            click.echo(message("refused", path=each.path, **reasons), err=True)

    def texts(self, found: Iterable[SourceText | Refusal]) -> Iterator[SourceText]:
        """The texts among what was found."""
        for each in found:
            self.hear(each)
            if isinstance(each, SourceText):
                yield each

    def verdict(self, paths: Iterable[str]) -> int:
        """The exit code: 2 when none of the paths exists, 1 when some could not be read."""
        if not any(path == "-" or Path(path).exists() for path in paths):
            return 2
        return 1 if self.refusals else 0

    @contextmanager
    def progress(self, count: int | None) -> "Iterator[loading.Told]":
        """A bar on a terminal, with the rate and the time that is left, and whom to tell."""
        begin, done = time.monotonic(), itertools.count(1)
        with click.progressbar(
            itertools.repeat("") if count is None else range(count),
            label=message("reading"),
            show_pos=True,
            item_show_func=lambda shown: shown,
            file=sys.stderr,
            hidden=not sys.stderr.isatty(),
        ) as bar:

            def told(each: "loading.Taken | Refusal") -> None:
                self.hear(each)
                rate = next(done) / max(time.monotonic() - begin, 1e-3)
                bar.update(1, f"{rate:.0f}/s  {Path(each.path).name}")

            yield told

    def report(self, path: Path) -> None:
        """Write what could not be read as a table that a spreadsheet opens."""
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["path", "reason", "reason_en"])
            rows.writerows([each.path, each.reason, each.reason_en] for each in self.refusals)


def _asked(question: str) -> str:
    """The name of a question, or the SPARQL of a file or of standard input."""
    if question == "-":
        return sys.stdin.buffer.read().decode("utf-8")
    if question in questions() or not question.endswith((".rq", ".sparql")):
        return question
    return Path(question).read_text(encoding="utf-8")


def _printed(answer: Answer, form: str, wide: bool) -> str | bytes:
    """An answer in a format; few columns leave room for whole sentences."""
    if form == "xlsx":
        from vankien.sheets import sheet

        return sheet(answer)
    if form == "table":
        return answer.as_table(width=100 if wide else 40) + "\n"
    text = answer.as_csv() if form == "csv" else answer.as_json()
    return text.rstrip("\r\n") + "\n"


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
