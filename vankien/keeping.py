"""Commands that keep a store whole: `backup`, `restore`, `purge`, `doctor`."""

import re
from pathlib import Path

import click

from graph.snapshots import snapshot
from vankien.messages import message
from vankien.options import CouldNotRun, store_option

SOURCE_ID = re.compile(r"[0-9a-f]{16}")


@click.command()
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


@click.command()
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


@click.command()
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


@click.command()
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
    from vankien.unfinished import resumed

    if resumed(Path(store)):
        click.echo(message("unfinished", store=store), err=True)
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
