"""`vankien trace`: what rests on what, with the words for every hop, in many formats."""

import click

from graph.snapshots import snapshot
from vankien.messages import language, message
from vankien.nearby import near
from vankien.options import near_option, out_option, put

DIRECTIONS = ("cites", "cited-by", "both")
FORMATS = (
    "table", "json", "csv", "xlsx", "bibtex", "ris", "csl", "citation", "graphml", "gexf", "pajek",
    "ttl", "html",
)  # fmt: skip
# A table longer than this is cut, which it says; a file is never cut.
_ON_A_TERMINAL = 200


@click.command()
@click.argument("start", metavar="NUMBER|IRI")
@click.option("--to", default="", metavar="NUMBER|IRI|SORT", help="The paths to this instrument, "
    "to this address, or to all findings, figures, inspections, bodies.")  # fmt: skip
@click.option(
    "--direction",
    type=click.Choice(DIRECTIONS),
    default="both",
    show_default=True,
    help="cites: what it rests on; cited-by: what rests on it.",
)
@click.option(
    "--depth",
    type=click.IntRange(1, 50),
    default=3,
    show_default=True,
    help="How many hops a trace goes.",
)
@click.option("--as-of", default="", metavar="YYYY-MM-DD", help="Only what was there on this day.")
@click.option(
    "--relations",
    default="",
    metavar="NAME,...",
    help="Follow these alone: instruments, activity, bodies, all, or relations such as based_on "
    "(default: instruments and activity; between two things bodies too).",
)
@click.option("--through-bodies", is_flag=True, help="Go on through bodies, too.")
@click.option(
    "--paths",
    "most",
    default="5",
    show_default=True,
    metavar="N|all",
    help="With --to: how many paths to each end.",
)
@click.option(
    "--longest",
    type=click.IntRange(1, 20),
    default=6,
    show_default=True,
    help="With --to: the most hops of a path.",
)
@click.option(
    "--via",
    default="",
    metavar="STEP,...",
    help="With --to: what paths pass, in order: mandate, inspection, unit, finding, a relation.",
)
@click.option("--no-hubs", is_flag=True, help="With --to: count every thing alike, hubs too.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    help=f"Print this many hops or paths at most (default: {_ON_A_TERMINAL} hops of a table, "
    "all of any other format); what is cut is said.",
)
@near_option
@click.option(
    "--version", "version", type=int, metavar="N", help="A version that is kept, not the current."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="graphml, gexf, pajek: networks with the quotes on the edges; bibtex, ris, csl, citation: "
    "references; ttl: RDF with CiTO.",
)
@out_option
def trace(
    start: str,
    to: str,
    direction: str,
    depth: int,
    as_of: str,
    relations: str,
    through_bodies: bool,
    most: str,
    longest: int,
    via: str,
    no_hubs: bool,
    limit: int | None,
    store: str,
    version: int | None,
    form: str,
    out: str | None,
) -> int:
    """Trace citations: what rests on an instrument, and what it rests on, with every quote.

    A number that several instruments bear is traced for each of them. Every result names its
    dataset version and an address (permalink) that asks the same again.
    """
    from graph.meanings import day
    from graph.paths import Wanted
    from graph.trace import Asked
    from graph.trace_formats import printed
    from graph.tracing import Question, traced

    asked = Asked(direction, depth, day(as_of) or as_of, _names(relations), through_bodies)
    wanted = Wanted(_paths(most), longest, _names(via), hubs=not no_hubs)
    shown = limit or (_ON_A_TERMINAL if form == "table" else None)
    current = snapshot(near(store), version)
    result = traced(current, Question(start, asked, to, wanted, most=shown))
    put(printed(result, current, form, language()), out)
    if result.shown < result.found:
        click.echo(message("cut", shown=result.shown, found=result.found), err=True)
    click.echo(
        message("traced", version=result.version.number, permalink=result.permalink), err=True
    )
    return 0


def _names(said: str) -> tuple[str, ...]:
    return tuple(name for each in said.split(",") if (name := each.strip()))


def _paths(most: str) -> int | None:
    """How many paths to each end; None for all."""
    if most == "all":
        return None
    if not most.isdecimal() or not int(most):
        raise click.BadParameter(message("no-count", given=most), param_hint="--paths")
    return int(most)
