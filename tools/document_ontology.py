"""Writes docs/ontology.md and docs/ontology.svg from the ontology itself."""

from collections.abc import Iterator
from pathlib import Path

from ontology.drawing import drawing
from ontology.turtle import LABEL, SKOS, VK, Resource, resources, triples

DOCS = Path(__file__).parent.parent / "docs"
_OWL = "http://www.w3.org/2002/07/owl#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SORTS = {
    "Class": "Lớp · Classes",
    "ObjectProperty": "Quan hệ · Relations",
    "DatatypeProperty": "Thuộc tính · Properties",
    "AnnotationProperty": "Ghi chú · Annotations",
}
_HEAD = """# Bản thể học · The ontology

Sinh từ `ontology/vankien.ttl` và `ontology/alignment.ttl` bằng `tools/document_ontology.py`;
đừng sửa tay. · Generated from these files; do not edit.

![Các lớp và quan hệ chính · The main classes and relations](ontology.svg)
"""
_SHORT = {
    VK: "vk:",
    "http://data.europa.eu/eli/ontology#": "eli:",
    "http://data.europa.eu/eli/eli-draft-legislation-ontology#": "eli-dl:",
    "http://www.w3.org/ns/org#": "org:",
    "http://www.w3.org/ns/prov#": "prov:",
    "http://purl.org/spar/cito/": "cito:",
    "http://www.w3.org/ns/oa#": "oa:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://www.w3.org/2004/02/skos/core#": "skos:",
    "http://www.w3.org/2006/time#": "time:",
    "https://schema.org/": "schema:",
    "http://purl.org/linked-data/cube#": "qb:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://xmlns.com/foaf/0.1/": "foaf:",
    "http://www.w3.org/2001/XMLSchema#": "xsd:",
    _RDFS: "rdfs:",
    _OWL: "owl:",
}


def page() -> str:
    """The page: a table for each sort of term, in the order of the file."""
    return "\n".join([_HEAD, *_tables()])


def _tables() -> Iterator[str]:
    terms = [term for term in resources("vankien.ttl").values() if term.iri.startswith(VK)]
    for sort, heading in _SORTS.items():
        here = [term for term in terms if term.is_a(_OWL + sort)]
        yield f"## {heading} ({len(here)})\n"
        yield "| | tiếng Việt | English | |"
        yield "|---|---|---|---|"
        yield from map(_row, here)
        yield ""


def _row(term: Resource) -> str:
    said = [
        f"**{term.one(LABEL, language)}**: {term.one(SKOS + 'definition', language)}"
        for language in ("vi", "en")
    ]
    said[0] += f" *{term.one(SKOS + 'example')}*"
    return f"| `{short(term.iri)}` | {' | '.join(said)} | {'; '.join(_axioms(term))} |".replace(
        "\n", " "
    )


def _axioms(term: Resource) -> Iterator[str]:
    for predicate, words in (
        (_RDFS + "subClassOf", "⊑"),
        (_RDFS + "subPropertyOf", "⊑"),
        (_RDFS + "domain", "từ · from"),
        (_RDFS + "range", "đến · to"),
        (_OWL + "inverseOf", "ngược của · inverse of"),
    ):
        if above := term.all(predicate):
            yield f"{words} {', '.join(map(short, above))}"
    kinds = {"TransitiveProperty", "SymmetricProperty", "FunctionalProperty"}
    yield from sorted(short(each) for each in term.all(_TYPE) if each.rsplit("#", 1)[-1] in kinds)
    aligned = [
        f"{short(each.predicate.value).split(':')[1]} {short(getattr(each.object, 'value', ''))}"
        for each in triples("alignment.ttl")
        if getattr(each.subject, "value", "") == term.iri
    ]
    if aligned:
        yield "≈ " + ", ".join(aligned)


_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def short(iri: str) -> str:
    """An IRI with its usual prefix."""
    for space, prefix in _SHORT.items():
        if iri.startswith(space):
            return prefix + iri.removeprefix(space)
    return iri


def figure() -> str:
    """The drawing as a file of its own, in black."""
    return drawing("vi").replace('fill="currentColor">', 'fill="currentColor" color="#222">', 1)


def main() -> None:
    """Write both files."""
    (DOCS / "ontology.md").write_text(page(), encoding="utf-8")
    (DOCS / "ontology.svg").write_text(figure(), encoding="utf-8")


if __name__ == "__main__":
    main()
