"""`vankien disk`: what takes room in a store."""

from pathlib import Path

import click

from vankien.options import out_option, put, store_option

_MEGABYTE = 1e6


@click.command()
@store_option
@click.option(
    "--format", "form", type=click.Choice(("table", "csv", "json")), default="table",
    show_default=True, help="How the sources are listed.",
)  # fmt: skip
@out_option
def disk(store: str, form: str, out: str | None) -> int:
    """Tell what takes room: the parts of a store on stderr, and a row for each source.

    bytes are those of a source's statements as N-Quads; onDisk is its share, by these, of all that
    the store takes with its kept versions and its search index.
    """
    from graph.disk import parts, usage

    for name, size in parts(Path(store)).items() if Path(store).is_dir() else ():
        click.echo(f"{size / _MEGABYTE:10.1f} MB  {name}", err=True)
    found = usage(Path(store))
    shown = {"table": found.as_table, "csv": found.as_csv, "json": found.as_json}[form]()
    put(shown.rstrip("\r\n") + "\n", out)
    return 0
