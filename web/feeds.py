"""What changed, and what there is: an Atom feed of sources and decisions, maps of the pages."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from flask import Blueprint, Response, request

from graph.review import acts
from graph.search import Sought, results
from ontology import iris
from web.decisions import decided
from web.desk import reader
from web.language import say
from web.naming import plain
from web.paths import local
from web.reading import Reader

feeds = Blueprint("feeds", __name__)

_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWEST = 50
# A map holds at most fifty thousand addresses, so says its protocol.
_IN_A_MAP = 20_000
_MAPPED = ("instrument", "body", "inspection", "source", "place")


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the feed."""

    iri: str
    title: str
    when: str
    said: str
    address: str


@feeds.get("/changes.atom")
def changes() -> Response:
    """The sources that came and went, and the decisions of review, the newest first."""
    of = reader()
    found = sorted((*_sources(of), *_decisions(of)), key=lambda each: (each.when, each.iri))
    host = request.host_url.rstrip("/")
    feed = Element("feed", xmlns=_ATOM)
    feed.set("xml:lang", of.language)
    SubElement(feed, "title").text = say("vankien: điều thay đổi", "vankien: what changed")
    SubElement(feed, "id").text = iris.BASE + "dataset"
    SubElement(feed, "link", rel="self", href=host + request.path)
    SubElement(feed, "link", rel="alternate", href=host + "/")
    SubElement(feed, "updated").text = of.snapshot.version.published
    SubElement(SubElement(feed, "author"), "name").text = "vankien"
    for each in found[: -_NEWEST - 1 : -1]:
        entry = SubElement(feed, "entry")
        SubElement(entry, "id").text = f"{each.iri}#{each.when}"
        SubElement(entry, "title").text = _allowed(each.title)
        SubElement(entry, "updated").text = each.when
        SubElement(entry, "link", rel="alternate", href=host + each.address)
        SubElement(entry, "summary").text = _allowed(each.said)
    body = tostring(feed, encoding="utf-8", xml_declaration=True)
    return Response(body, mimetype="application/atom+xml")


def _sources(of: Reader) -> list[Change]:
    found = []
    for row in of.rows("changes"):
        iri, gone = row["source"].value, row["sort"].value.endswith("withdrawnAt")
        said = (
            say("Nguồn đã rút", "Source withdrawn")
            if gone
            else say("Nguồn mới nạp", "Source loaded")
        )
        found.append(Change(iri, of.label(iri), plain(row["when"]), said, f"{local(iri)}.html"))
    return found


def _decisions(of: Reader) -> list[Change]:
    return [
        Change(
            act.iri,
            f"{of.label(act.stated.subject)}: {of.label(act.stated.predicate)}",
            act.when,
            decided(of, act),
            "/review",
        )
        for act in acts(of.snapshot.store)[:_NEWEST]
        if act.when
    ]


def _allowed(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n\r")


@feeds.get("/sitemap.xml")
def sitemap() -> Response:
    """The maps of the pages, a sort and a stretch at a time."""
    host, snapshot = request.host_url.rstrip("/"), reader().snapshot
    root = Element("sitemapindex", xmlns=_SITEMAP)
    sorts = results(snapshot, Sought(limit=1)).sorts
    for sort in _MAPPED:
        for number in range(-(-sorts.get(sort, 0) // _IN_A_MAP)):
            place = SubElement(root, "sitemap")
            SubElement(place, "loc").text = f"{host}/sitemap-{sort}-{number + 1}.xml"
    return Response(tostring(root, encoding="utf-8", xml_declaration=True), mimetype="text/xml")


@feeds.get(f"/sitemap-<any({','.join(_MAPPED)}):sort>-<int:number>.xml")
def stretch(sort: str, number: int) -> Response:
    """The addresses of one sort of pages, the most mentioned first."""
    offset = (min(max(number, 1), 10_000) - 1) * _IN_A_MAP
    sought = Sought(sort=sort, order="cited", offset=offset, limit=_IN_A_MAP)
    host = request.host_url.rstrip("/")
    root = Element("urlset", xmlns=_SITEMAP)
    for hit in results(reader().snapshot, sought).hits:
        SubElement(SubElement(root, "url"), "loc").text = f"{host}{local(hit.iri)}.html"
    return Response(tostring(root, encoding="utf-8", xml_declaration=True), mimetype="text/xml")


@feeds.get("/robots.txt")
def robots() -> Response:
    """Where the maps are, and what no crawler need ask."""
    said = (
        "User-agent: *",
        "Disallow: /sparql",
        "Disallow: /review",
        "Disallow: /api/",
        "",
        f"Sitemap: {request.host_url}sitemap.xml",
        "",
    )
    return Response("\n".join(said), mimetype="text/plain")
