"""The instruments and sources of a result as references: BibTeX, RIS, CSL-JSON, and in Vietnamese.

Dates in conflict are all named in a note and none is chosen: a reference manager holds one.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.evidence import Evidence
from graph.notice import NOTICE
from graph.snapshots import Snapshot
from graph.telling import printed_day
from graph.tracing import Result
from ontology import iris

_DCTERMS = "http://purl.org/dc/terms/"
_VK = iris.ONTOLOGY
_CITED = ("instrument", "unresolved", "source")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a reference manager keeps of an instrument or a source text."""

    iri: str
    key: str
    sort: str
    label: str
    kind: str
    number: str
    title: str
    issuer: str
    dates: tuple[str, ...]
    address: str
    note: str

    @property
    def date(self) -> str:
        """The day, where no other is told."""
        return self.dates[0] if len({day[:10] for day in self.dates}) == 1 else ""

    @property
    def whole_title(self) -> str:
        """Kind, number and title as one line."""
        return " ".join(filter(None, (self.label, self.title if self.title != self.label else "")))


def references(snapshot: Snapshot, result: Result) -> list[Reference]:
    """The instruments and sources that occur in a result, each once, by key."""
    evidence = Evidence(snapshot.store)
    version = f"vankien, bộ dữ liệu phiên bản {result.version.number} ({result.version.hash[:12]})"
    said = f"{version}. {NOTICE}"
    return [_reference(evidence, iri, said) for iri in sorted(set(_things(result)))]


def _things(result: Result) -> Iterator[str]:
    for part in result.parts:
        ends = [part.start, *(end for _, hop in part.every() for end in (hop.later, hop.earlier))]
        yield from (each.iri for each in ends if each.sort in _CITED)
    for _, _, hop in result.hops():
        yield from (step.quote.source for step in hop.steps if step.quote and step.quote.source)


def _reference(evidence: Evidence, iri: str, said: str) -> Reference:
    def first(name: str) -> str:
        return next(iter(evidence.values(iri, name)), "")

    kind, issuers = first(_VK + "kind"), evidence.values(iri, _VK + "issuedBy")
    dates = tuple(evidence.dates(iri))
    disputed = len({day[:10] for day in dates}) > 1
    note = f"ngày ghi khác nhau: {' | '.join(dates)}; {said}" if disputed else said
    issuer = "; ".join(evidence.label(each) for each in issuers) or first(_VK + "author")
    is_source = not issuers and iri.startswith(iris.BASE + "source/") and "/ref/" not in iri
    return Reference(
        iri,
        "vankien-" + re.sub(r"[^A-Za-z0-9]+", "-", iri.removeprefix(iris.BASE)).strip("-"),
        "source" if is_source else "instrument",
        evidence.label(iri),
        evidence.label(kind) if kind else "",
        first(_DCTERMS + "identifier"),
        first(_DCTERMS + "title"),
        issuer,
        dates,
        first(_DCTERMS + "source") or iri,
        note,
    )


def formatted(of: Reference) -> str:
    """A reference as Vietnamese scholars print it: issuer (year), title, number, day.

    Ban Bí thư (2018), Quy định 124-QĐ/TW ngày 02/02/2018 về ....
    """
    year = f" ({of.date[:4]})" if of.date else ""
    day = f" ngày {printed_day(of.date)}" if of.date else ""
    title = of.title if of.title != of.label else ""
    words = " ".join(filter(None, (f"{of.label}{day}", title)))
    return f"{of.issuer or '[không rõ cơ quan ban hành]'}{year}, {words}."


def citations(of: Iterable[Reference]) -> str:
    """A line a reference, as Vietnamese scholars print them, in the order of their words."""
    return "".join(f"{line}\n" for line in sorted(formatted(each) for each in of))


def bibtex(of: Iterable[Reference]) -> str:
    """Entries of BibLaTeX in UTF-8."""
    return "\n".join(_entry(each) for each in of)


def _entry(of: Reference) -> str:
    fields = {
        "title": f"{{{_braced(of.whole_title)}}}",
        "author": f"{{{_braced(of.issuer)}}}" if of.issuer else "",
        "number": _braced(of.number),
        "date": of.date[:10],
        "year": of.date[:4],
        "url": of.address,
        "langid": "vietnamese",
        "note": _braced(of.note),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join(
        [f"@{'online' if of.sort == 'source' else 'misc'}{{{of.key},", *lines, "}", ""]
    )


def _braced(text: str) -> str:
    """A text that no brace or sign of TeX breaks."""
    plain = " ".join(text.split()).replace("\\", r"\textbackslash ")
    return re.sub(r"([{}%&#$_])", r"\\\1", plain)


def ris(of: Iterable[Reference]) -> str:
    """Records of RIS: government documents and pages."""
    return "\n".join(_record(each) for each in of)


def _record(of: Reference) -> str:
    fields = [
        ("TY", "ELEC" if of.sort == "source" else "GOVDOC"),
        ("ID", of.key),
        ("TI", of.whole_title),
        ("AU", of.issuer),
        ("M1", of.number),
        ("PY", of.date[:4]),
        ("DA", of.date[:10].replace("-", "/")),
        ("UR", of.address),
        ("LA", "vi"),
        ("N1", of.note),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value]
    return "\n".join([*lines, "ER  - ", ""])


def csl(of: Iterable[Reference]) -> str:
    """Items of CSL-JSON."""
    return json.dumps([_item(each) for each in of], ensure_ascii=False, indent=2) + "\n"


def _item(of: Reference) -> dict[str, object]:
    item: dict[str, object] = {
        "id": of.key,
        "type": "webpage" if of.sort == "source" else "legislation",
        "title": of.whole_title,
        "language": "vi",
        "URL": of.address,
        "note": of.note,
    }
    if of.issuer:
        item["author"] = [{"literal": of.issuer}]
    if of.number:
        item["number"] = of.number
    if of.date:
        item["issued"] = {"date-parts": [[int(part) for part in of.date[:10].split("-")]]}
    return item
