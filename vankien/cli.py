"""The `vankien` command: data to stdout, talk to stderr; exit 0 done, 1 problems found, 2 could not run."""

import io
import itertools
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vankien.messages import message

if TYPE_CHECKING:
    from loaders.model import SourceText
    from loaders.readers import Refusal

STORE = "var/store"
EXTRACT_FORMATS = ("json", "jsonl", "text", "html", "ttl", "nq", "jsonld")
QUERY_FORMATS = ("table", "csv", "json", "ttl")

_store = click.option(
    "--store",
    default=STORE,
    show_default=True,
    metavar="DIR",
    help="The directory of the store.",
)


class CouldNotRun(click.ClickException):
    """The command could not do what it was asked to."""

    exit_code = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="vankien")
def commands() -> None:
    """Read reports and official texts of Vietnam into a graph that shows its evidence."""


@commands.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(EXTRACT_FORMATS),
    default="json",
    show_default=True,
    help="json: an object for one file, an array for several. jsonl: a line for each text, as soon as it is read. "
    "text: the text that offsets refer to. html: the text with every mention marked. ttl, nq, jsonld: RDF.",
)
def extract(paths: tuple[str, ...], form: str) -> int:
    """Read texts (files, folders, or - for standard input) and print what they say, without any store."""
    from loaders.readers import sources
    from loaders.reading import read
    from vankien.formats import printed

    listening = Listening()
    texts = listening.texts(sources(paths))
    single = len(paths) == 1 and not Path(paths[0]).is_dir()
    for piece in printed(map(read, texts), form, single):
        click.echo(piece, nl=False)
    return listening.verdict(paths)


@commands.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@_store
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="How many processes read texts; one alone writes.",
)
def load(paths: tuple[str, ...], store: str, jobs: int) -> int:
    """Put texts (files, folders, or - for standard input) into a store; a text that it holds changes nothing."""
    from vankien import loading

    listening = Listening()
    bar = click.progressbar(
        itertools.count(),
        label=message("reading"),
        show_pos=True,
        item_show_func=lambda path: path and Path(path).name,
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    )
    with bar:

        def told(each: "SourceText | Refusal") -> None:
            listening.hear(each)
            bar.update(1, each.path)

        tally = loading.load(paths, store, jobs, told)
    click.echo(message("loaded", **asdict(tally)))
    return listening.verdict(paths)


class Listening:
    """What a command has heard of its inputs; texts that could not be read are told as they come."""

    def __init__(self) -> None:
        self.refused = 0

    def hear(self, each: "SourceText | Refusal") -> None:
        """Tell of a refusal and count it."""
        from loaders.readers import Refusal

        if isinstance(each, Refusal):
            self.refused += 1
            _tell("refused", path=each.path, reason=each.reason, reason_en=each.reason_en)

    def texts(self, found: "Iterable[SourceText | Refusal]") -> "Iterator[SourceText]":
        """The texts among what was found."""
        from loaders.model import SourceText

        for each in found:
            self.hear(each)
            if isinstance(each, SourceText):
                yield each

    def verdict(self, paths: Iterable[str]) -> int:
        """The exit code: 2 when none of the paths exists, 1 when some input could not be read."""
        if not any(path == "-" or Path(path).exists() for path in paths):
            return 2
        return 1 if self.refused else 0


def _tell(key: str, **fields: object) -> None:
    click.echo(message(key, **fields), err=True)
