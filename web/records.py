"""What a page says of its thing to programs and reference managers, and how to cite it."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import request

from ontology import iris
from web.language import say, shown_date
from web.paths import local
from web.reading import Reader

_VK = iris.ONTOLOGY
_DCTERMS = "http://purl.org/dc/terms/"
_ISSUED, _TITLE, _NUMBER = _DCTERMS + "issued", _DCTERMS + "title", _DCTERMS + "identifier"
# Relations that schema.org has words for.
_RELATIONS = {
    "legislationChanges": ("amends", "supplements", "corrects"),
    "legislationRepeals": ("repeals", "replaces"),
    "legislationEnsuresImplementationOf": ("implements", "details", "guides", "concretises"),
    "legislationConsolidates": ("consolidates",),
    "isBasedOn": ("basedOn",),
}
_NAMED_OF_EACH = 50


@dataclass(frozen=True, slots=True)
class Record:
    """A thing for programs and reference lists: JSON-LD, (name, content) metadata, a citation."""

    jsonld: dict[str, object]
    metadata: tuple[tuple[str, str], ...]
    citation: str
    permalink: str


def record(reader: Reader, iri: str, sort: str) -> Record:
    """The record of a thing; what is in conflict is left out, never chosen."""
    version = reader.snapshot.version
    permalink = f"{request.host_url.rstrip('/')}{local(iri)}.html?version={version.number}"
    made = {"instrument": _legislation, "source": _article}.get(sort, _thing)(reader, iri)
    return Record(
        {"@context": "https://schema.org", "@id": iri, **made, "url": permalink},
        tuple(_metadata(reader, iri, sort)),
        _citation(reader, iri, permalink),
        permalink,
    )


def _only(values: list[str]) -> str:
    """The one value; nothing where there are none or several."""
    return values[0] if len(set(values)) == 1 else ""


def _filled(said: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in said.items() if value}


def _legislation(reader: Reader, iri: str) -> dict[str, object]:
    kind = _only(reader.objects(iri, _VK + "kind"))
    issuer = _only(reader.objects(iri, _VK + "issuedBy"))
    related = {
        name: [
            {"@id": end, "@type": "Legislation", "name": reader.label(end)}
            for each in properties
            for end in reader.objects(iri, _VK + each)[:_NAMED_OF_EACH]
        ]
        for name, properties in _RELATIONS.items()
    }
    said: dict[str, object] = {
        "@type": "Legislation",
        "name": reader.label(iri),
        "headline": _only(reader.objects(iri, _TITLE)),
        "legislationIdentifier": _only(reader.objects(iri, _NUMBER)),
        "legislationType": reader.label(kind) if kind else "",
        "legislationDate": _only(reader.objects(iri, _ISSUED)),
        "legislationPassedBy": {
            "@type": "Organization",
            "@id": issuer,
            "name": reader.label(issuer),
        }
        if issuer
        else None,
        "jurisdiction": "VN",
        "inLanguage": "vi",
        **related,
    }
    return _filled(said)


def _article(reader: Reader, iri: str) -> dict[str, object]:
    works = reader.objects(iri, _VK + "textOf")
    said: dict[str, object] = {
        "@type": "CreativeWork" if works else "NewsArticle",
        "name": reader.label(iri),
        "headline": _only(reader.objects(iri, _TITLE))[:110],
        "datePublished": _only(reader.objects(iri, _VK + "published")),
        "author": _only(reader.objects(iri, _VK + "author")),
        "isBasedOn": _only(reader.objects(iri, _DCTERMS + "source")),
        "encodesLegislation": {"@id": works[0]} if works else None,
        "inLanguage": "vi",
    }
    return _filled(said)


_TYPES = {"body": "Organization", "person": "Person", "place": "AdministrativeArea"}


def _thing(reader: Reader, iri: str) -> dict[str, object]:
    sort = iri.removeprefix(iris.BASE).split("/", maxsplit=1)[0]
    said: dict[str, object] = {
        "@type": {**_TYPES, "inspection": "Event"}.get(sort, "Thing"),
        "name": reader.label(iri),
        "startDate": _only(reader.objects(iri, _VK + "startDate")),
        "endDate": _only(reader.objects(iri, _VK + "endDate")),
    }
    return _filled(said)


def _metadata(reader: Reader, iri: str, sort: str) -> Iterator[tuple[str, str]]:
    """Names that Zotero reads (Highwire, Dublin Core): an instrument is a report by its issuer."""
    if sort not in ("instrument", "source"):
        return
    title = _only(reader.objects(iri, _TITLE))
    dates = reader.objects(iri, _ISSUED if sort == "instrument" else _VK + "published")
    day = _only(dates)[:10]
    whole = reader.label(iri)
    if title and sort == "instrument":
        whole = f"{whole}: {title}" if title[:1].isupper() else f"{whole} {title}"
    yield "citation_title", whole
    yield "DC.title", whole
    if day:
        yield "citation_publication_date", day.replace("-", "/")
        yield "DC.date", day
    publisher = ""
    if sort == "instrument":
        issuer = _only(reader.objects(iri, _VK + "issuedBy"))
        publisher = reader.label(issuer) if issuer else ""
        # this name makes it a report; without an issuer we know of none
        yield "citation_technical_report_institution", publisher or "vankien"
        number = _only(reader.objects(iri, _NUMBER))
        if number:
            yield "citation_technical_report_number", number
    if publisher:
        yield "DC.publisher", publisher
    yield "citation_language", "vi"
    yield "DC.language", "vi"
    yield "citation_public_url", f"{request.host_url.rstrip('/')}{local(iri)}"
    yield "DC.identifier", iri


def _citation(reader: Reader, iri: str, permalink: str) -> str:
    """How a reader names the thing in a text, with where and in which version it was seen."""
    version = reader.snapshot.version
    issuers = [reader.label(each) for each in reader.objects(iri, _VK + "issuedBy")]
    dates = [shown_date(each) for each in reader.objects(iri, _ISSUED)]
    day = f"{say('ngày', 'of')} {dates[0]}" if len(dates) == 1 else ""
    title = _only(reader.objects(iri, _TITLE))
    name = reader.label(iri)
    told = title if title != name else ""
    named = " ".join(filter(None, (name, day, told)))
    whole = ", ".join(filter(None, (_only(issuers), named)))
    data = say("vankien, phiên bản dữ liệu", "vankien, dataset version")
    return f"{whole}. {data} {version.number} ({version.hash[:12]}), {permalink}"
