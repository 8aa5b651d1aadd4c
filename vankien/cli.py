"""The `vankien` command: data to stdout, talk to stderr.

Exit codes: 0 done, 1 problems found or some inputs failed, 2 could not run.
"""

import io
import os
import sqlite3
import sys
from collections.abc import Sequence

import click

from graph.backups import BackupBroken, WouldOverwrite
from graph.export import NoGraph
from graph.guard import QueryRefused
from graph.opening import StoreDamaged, StoreHeld
from graph.questions import UnknownNumber, UnknownParameter, UnknownQuestion
from graph.refusals import NotTraced, UnknownThing
from graph.remote import RemoteFailed
from graph.rewriting import StoreOwned
from graph.snapshots import NoStore
from vankien.answering import export, query, serve
from vankien.disk import disk
from vankien.executors import ClusterMissing
from vankien.help_vi import explained
from vankien.intake import extract, fetch, load
from vankien.judging import check_drafts, ontology, validate
from vankien.keeping import backup, doctor, purge, restore
from vankien.messages import message, told_of
from vankien.studies import chart, coding, diff, measures
from vankien.tracing import trace

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
        _show(error)
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


def _show(error: click.ClickException) -> None:
    """Tell of a mistake as click does, with its own words in the language of the environment."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        command = f"{context.command_path} --help"
        click.echo(f"{context.get_usage()}\n{message('try-help', command=command)}\n", err=True)
    click.echo(message("mistake", message=error.format_message()), err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="vankien")
def commands() -> None:
    """Read reports and official texts of Vietnam into a graph that shows its evidence."""


for each in (
    *(extract, load, fetch),
    *(query, trace, serve, export),
    *(check_drafts, validate, ontology),
    *(measures, chart, diff, coding),
    *(backup, restore, purge, doctor, disk),
):
    commands.add_command(each)
