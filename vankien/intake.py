"""Commands that take texts in: `extract`, `load`, `fetch`."""

import itertools
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import asdict
from pathlib import Path

import click

from graph.remote import is_remote
from loaders.model import SourceText
from loaders.readers import Refusal, is_list, sources
from vankien import unfinished
from vankien.listening import Listening
from vankien.messages import message
from vankien.options import CouldNotRun, limit_option, paths_argument, place_option

EXTRACT_FORMATS = ("json", "jsonl", "text", "html", "ttl", "nq", "jsonld")


@click.command()
@paths_argument
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
@limit_option
def extract(paths: tuple[str, ...], form: str, limit: float) -> int:
    """Print what texts say, without any store.

    PATH is a file (.txt, .md, .html, .docx, .doc, .pdf), a .zip of such, a list of texts (.jsonl,
    .csv, sitemap, RSS, Atom), a folder, or - for standard input.
    """
    from loaders.reading import read, unhurried
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


@click.command()
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
@limit_option
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
    chosen = unfinished.resumed(Path(store)) if resume and not paths else paths
    if not chosen or (resume and paths):
        raise CouldNotRun(message("nothing-to-resume" if resume else "no-path"))
    listening = Listening()
    most = int(limit * 1e6)
    if preview:
        _preview(listening.texts(sources(chosen, most)))
        return listening.verdict(chosen)
    _take_in(chosen, store, parts, listening, jobs=jobs, limit=most, executor=executor)
    if report:
        listening.report(Path(report))
    return listening.verdict(chosen)


def _preview(texts: Iterable[SourceText]) -> None:
    # What reads takes a third of a second to import, which other commands need not pay.
    from loaders.reading import read
    from vankien.loading import previewed

    for text in texts:
        click.echo(previewed(read(text)))


def _take_in(
    chosen: Sequence[str],
    store: str,
    parts: str | None,
    listening: Listening,
    *,
    jobs: int,
    limit: int,
    executor: str,
) -> None:
    """Load into a store, or into files for another; tell what was, and what was left aside."""
    from vankien import loading
    from vankien.parts import write_parts

    with listening.progress(loading.count(chosen)) as told:
        if parts:
            tally = write_parts(chosen, Path(parts), jobs, told, limit, executor)
        else:
            with nullcontext() if is_remote(store) else _noted(Path(store), chosen):
                tally = loading.load(chosen, store, jobs, told, limit, executor)
    if others := loading.left_aside(chosen):
        kinds = ", ".join(f"{ending} ({count})" for ending, count in sorted(others.items()))
        click.echo(message("left-aside", kinds=kinds), err=True)
    click.echo(message("loaded", **asdict(tally)))


@click.command()
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
@limit_option
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


@contextmanager
def _noted(store: Path, paths: Sequence[str]) -> Iterator[None]:
    """A load that can be gone on with; who stops it is told how."""
    with unfinished.noted(store, paths):
        try:
            yield
        except KeyboardInterrupt:
            click.echo(message("stopped", store=store), err=True)
            raise
