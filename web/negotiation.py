"""Which of the forms that an answer can have the client gets: `?format=`, else Accept."""

from functools import lru_cache
from typing import NoReturn

from flask import request
from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

from web.problems import NotAcceptable

# What `?format=` may say, in small or capital letters; SPARQLWrapper says json-ld, n3 and rdf+xml.
FORMATS = {
    "json": ("application/sparql-results+json", "application/ld+json"),
    "xml": ("application/sparql-results+xml", "application/rdf+xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
    "ttl": ("text/turtle",),
    "turtle": ("text/turtle",),
    "n3": ("text/turtle",),
    "trig": ("application/trig",),
    "nt": ("application/n-triples",),
    "nq": ("application/n-quads",),
    "jsonld": ("application/ld+json",),
    "json-ld": ("application/ld+json",),
    "rdf": ("application/rdf+xml",),
    "rdf+xml": ("application/rdf+xml",),
}
# What clients send in Accept for the same thing.
_ALIASES = {
    "application/sparql-results+json": ("application/json", "text/json"),
    "application/sparql-results+xml": ("application/xml", "text/xml"),
    "text/turtle": ("application/turtle", "application/x-turtle", "text/n3", "text/rdf+n3"),
    "application/n-triples": ("text/plain",),
    "application/n-quads": ("text/x-nquads",),
    "application/trig": ("application/x-trig",),
    "application/rdf+xml": ("application/xml", "text/xml"),
    "application/ld+json": ("application/json",),
}


def wants_a_page() -> bool:
    """A browser that follows a link sees a page; any other program gets data."""
    return page_wanted(request.values.get("format"), request.headers.get("Accept", ""))


def chosen_form(possible: tuple[str, ...]) -> str:
    """The form for this request, the first where all will do; raises NotAcceptable."""
    return form_for(possible, request.values.get("format"), request.headers.get("Accept", ""))


@lru_cache(maxsize=1_000)
def page_wanted(named: str | None, accept: str) -> bool:
    """Whether pages come first in what is accepted, and no other form is named."""
    first = next(iter(parse_accept_header(accept, MIMEAccept).values()), "")
    return named is None and first == "text/html"


@lru_cache(maxsize=1_000)
def form_for(possible: tuple[str, ...], named: str | None, accept: str) -> str:
    """The form that is named, else accepted, else the first; raises NotAcceptable."""
    if named is not None:
        # A plus that was not percent-encoded came as a space.
        named = named.lower().replace(" ", "+")
        found = [each for each in FORMATS.get(named, (named,)) if each in possible]
        return found[0] if found else _refuse(possible)
    offers = {each: each for each in possible}
    for each in possible:
        offers.update((alias, each) for alias in _ALIASES.get(each, ()) if alias not in offers)
    # A charset or profile makes no other form of it.
    accepted = parse_accept_header(accept, MIMEAccept)
    plain = [(each.partition(";")[0].strip(), q) for each, q in accepted]
    if not plain:
        return possible[0]
    best = MIMEAccept(plain).best_match(list(offers))
    return offers[best] if best else _refuse(possible)


def _refuse(possible: tuple[str, ...]) -> NoReturn:
    have = ", ".join(possible)
    raise NotAcceptable(f"Kết quả này có ở dạng: {have}.", f"This answer is to be had as: {have}.")
