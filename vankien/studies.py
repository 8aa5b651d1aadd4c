"""Commands for studies: measures, figures for papers, what changed, and coding sheets."""

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from graph.questions import Answer
from graph.snapshots import Snapshot, snapshot
from vankien.messages import language, message
from vankien.options import CouldNotRun, out_option, put, store_option

CHARTS = ("timeline", "lag", "main-path", "coverage")
CHART_FORMATS = ("svg", "png", "csv")
TABLES = ("table", "csv", "json", "xlsx")

_form = click.option(
    "--format", "form", type=click.Choice(TABLES), default="table", show_default=True,
    help="table, csv, json or xlsx.",
)  # fmt: skip


@click.command()
@click.argument("number", required=False, metavar="[NUMBER|IRI]")
@click.option("--main-path", "path", is_flag=True, help="The main path instead: its citations.")
@click.option(
    "--top",
    type=click.IntRange(min=1),
    metavar="N",
    help="So many texts at most, by PageRank (default: 50 in a table, else all).",
)
@store_option
@_form
@out_option
def measures(
    number: str | None, path: bool, top: int | None, store: str, form: str, out: str | None
) -> int:
    """Measure the network of citations: times cited, PageRank, betweenness, communities.

    With NUMBER, one instrument: who cites it at which level, what is cited together with it, what
    cites the same, and how many days after it each step of carrying it out came.
    """
    from graph.measure_tables import main_path, of_one, overview

    current = snapshot(store)
    if number:
        answer = of_one(current, _only(current, number))
    elif path:
        answer = main_path(current)
    else:
        answer = overview(current, top or (50 if form == "table" else None))
    put(_printed(answer, form), out)
    return 0


def _only(current: Snapshot, number: str) -> str:
    """The one instrument that is meant; several of one number are named for the reader."""
    from graph.tracing import meant

    starts = meant(current, number)
    if len(starts) > 1:
        raise CouldNotRun(message("several", number=number, iris="\n  ".join(starts)))
    return starts[0]


def _printed(answer: Answer, form: str) -> str | bytes:
    if form == "xlsx":
        from vankien.sheets import sheet

        return sheet(answer)
    text = {"csv": answer.as_csv, "json": answer.as_json, "table": answer.as_table}[form]()
    return text.rstrip("\r\n") + "\n"


@click.command()
@click.argument("name", type=click.Choice(CHARTS))
@click.argument("number", required=False, metavar="[NUMBER|IRI]")
@store_option
@click.option(
    "--format", "form", type=click.Choice(CHART_FORMATS), default="svg", show_default=True,
    help="svg and png draw, csv holds the values; all bear the caption.",
)  # fmt: skip
@out_option
def chart(name: str, number: str | None, store: str, form: str, out: str | None) -> int:
    """Draw a figure that a paper can use: timeline, lag, main-path or coverage.

    All but main-path are of one instrument. The caption names the dataset version, the query and
    the day.
    """
    from graph.charts import chart as drawn

    current = snapshot(store)
    if not number and name != "main-path":
        raise CouldNotRun(message("which-instrument", name=name))
    iri = _only(current, number) if number else ""
    made = datetime.now().astimezone().date()
    put(drawn(name, current, iri, made).written(form), out)
    return 0


@click.command()
@click.argument("old", type=int, metavar="A")
@click.argument("new", type=int, metavar="B")
@store_option
@click.option("--of", "touching", metavar="NUMBER|IRI", help="Links of this instrument alone.")
@click.option(
    "--out-dir",
    metavar="DIR",
    help="Write added.nq and removed.nq here: the sorted N-Quads that only B, or only A, has.",
)
def diff(old: int, new: int, store: str, touching: str | None, out_dir: str | None) -> int:
    """Tell what changed from dataset version A to B: links lost (-) and gained (+), with words."""
    from graph.differences import changes, write_files
    from graph.telling import told

    before, after = snapshot(store, old), snapshot(store, new)
    of = _only(after, touching) if touching else ""
    counts = {"gained": 0, "lost": 0}
    for change in changes(before, after, of):
        counts[change.sort] += 1
        sign = "+" if change.sort == "gained" else "-"
        click.echo(f"{sign} {told(change.hop, language())}")
    if out_dir:
        for path in write_files(before, after, Path(out_dir)):
            click.echo(path, err=True)
    click.echo(message("differs", old=old, new=new, **counts), err=True)
    return 0


@click.group()
def coding() -> None:
    """Defend links: draw a random sample to be coded by people, and read it back."""


@coding.command(name="sheet")
@click.option(
    "--size",
    type=click.IntRange(min=1),
    default=200,
    show_default=True,
    help="About so many links, by relation in proportion, at least one of each.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Another sample for another.")
@store_option
@out_option
def coding_sheet(size: int, seed: int, store: str, out: str | None) -> int:
    """Write a workbook of links with quotes, and a column for the verdict."""
    from graph.coding import sheet

    put(sheet(snapshot(store), size, seed), out)
    return 0


@coding.command(name="score")
@click.argument("sheets", nargs=-1, required=True, metavar="SHEET.xlsx...")
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table",
              show_default=True, help="table or json.")  # fmt: skip
def coding_score(sheets: tuple[str, ...], form: str) -> int:
    """Read sheets back, one a coder: precision with its interval, and kappa."""
    from graph.coding import score

    found = score(sheets)
    if form == "json":
        put(json.dumps(asdict(found), ensure_ascii=False, indent=2) + "\n", None)
        return 0
    for each in (*found.strata, found.whole):
        name = each.stratum or message("all-links")
        interval = _interval(each.share, each.low, each.high)
        counts = {"right": each.right, "judged": each.judged, "unsure": each.unsure}
        click.echo(message("precision", name=name, interval=interval, **counts))
    if found.weighted is not None:
        click.echo(message("weighted", share=f"{found.weighted:.3f}"))
    for pair in found.agreements:
        kappa = "–" if pair.kappa is None else f"{pair.kappa:.3f}"
        coders = " / ".join(pair.coders)
        click.echo(message("kappa", coders=coders, both=pair.both, share=f"{pair.share:.3f}",
                           kappa=kappa))  # fmt: skip
    return 0


def _interval(share: float | None, low: float | None, high: float | None) -> str:
    return "–" if share is None else f"{share:.3f} [{low:.3f}–{high:.3f}]"
