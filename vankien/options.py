"""What several commands share: where the store is, where the output goes, and how to refuse."""

import sys
from pathlib import Path

import click

import vankien
from loaders.readers import LIMIT
from vankien.messages import message


class CouldNotRun(click.ClickException):
    """A command was asked for what it cannot do."""

    exit_code = 2


def _directory(_context: click.Context, _option: click.Parameter, value: str) -> str:
    if value.startswith(("http://", "https://")):
        raise click.BadParameter(
            "a directory is needed here; only load, query, trace and serve take an address"
        )
    return value


paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
limit_option = click.option(
    "--limit",
    type=click.FloatRange(min=0, min_open=True),
    default=LIMIT / 1e6,
    show_default=True,
    metavar="MB",
    help="Refuse files, and archives unpacked, that are larger than this.",
)
store_option = click.option(
    "--store",
    default=vankien.STORE,
    show_default=True,
    metavar="DIR",
    callback=_directory,
    help="The directory of the store.",
)
near_option = click.option(
    "--store",
    default=vankien.STORE,
    show_default=True,
    metavar="DIR|URL",
    help="The directory of the store, or the address at which a SPARQL server takes queries; what "
    "that holds is then brought to var/mirrors first.",
)
place_option = click.option(
    "--store",
    default=vankien.STORE,
    show_default=True,
    metavar="DIR|URL",
    help="The directory of the store, or the address at which a SPARQL server takes queries. "
    "Updates go to the same, or to /update beside /query, with the token in VANKIEN_STORE_TOKEN.",
)
out_option = click.option(
    "--out",
    metavar="FILE",
    help="Write to this file (default: standard output).",
)


def put(content: str | bytes, out: str | None) -> None:
    """Write what was asked for to a file, or to stdout; a terminal is spared what is no text."""
    if out and out != "-":
        raw = content.encode("utf-8") if isinstance(content, str) else content
        Path(out).write_bytes(raw)
    elif isinstance(content, str):
        click.echo(content, nl=False)
    elif sys.stdout.isatty():
        raise CouldNotRun(message("no-text"))
    else:
        click.echo(content, nl=False)
