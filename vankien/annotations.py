"""Every mention of a text as a W3C Web Annotation (https://www.w3.org/TR/annotation-model/)."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import Any

from loaders.masks import Mask
from loaders.model import Reading, SourceText, Span
from ontology import iris
from vankien.marking import Mention, mentions

# The terms of the model, written out, so that no context need be fetched to read a file.
CONTEXT: dict[str, Any] = {
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextualBody": "oa:TextualBody",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "FragmentSelector": "oa:FragmentSelector",
    "identifying": "oa:identifying",
    "describing": "oa:describing",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "value": "rdf:value",
    "conformsTo": {"@id": "dcterms:conformsTo", "@type": "@id"},
}
# How many characters stand before and after the quote, to find it again in a changed copy.
_AROUND = 32
# Fragments of a PDF: `page=3`.
_PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc3778"


def annotations(reading: Reading) -> Iterator[dict[str, Any]]:
    """One annotation a mention, in the order of the text; what is protected is masked."""
    mask = Mask(reading.source.text, reading.protected)
    node = f"{iris.BASE}source/{reading.source.id}"
    seen: Counter[str] = Counter()
    for mention in sorted(mentions(reading)):
        if mention.sort in ("person", "body") and mask.covers(mention.span):
            continue
        name = f"{mention.sort}-{mention.span.start}-{mention.span.end}"
        seen[name] += 1
        again = f"-{seen[name]}" if seen[name] > 1 else ""
        yield _annotation(reading.source, mention, mask, f"{node}/annotation/{name}{again}", node)


def _annotation(
    source: SourceText, mention: Mention, mask: Mask, iri: str, node: str
) -> dict[str, Any]:
    words = {"id": f"{iri}#body", "type": "TextualBody", "value": mask(mention.words, mention.span)}
    return {
        "id": iri,
        "type": "Annotation",
        "motivation": "identifying" if mention.iri else "describing",
        "body": [{"id": mention.iri}, words] if mention.iri else words,
        "target": {
            "id": f"{iri}#target",
            "type": "SpecificResource",
            "source": node,
            "selector": list(_selectors(source, mask.text, mention.span, iri)),
        },
    }


def _selectors(source: SourceText, text: str, span: Span, iri: str) -> Iterator[dict[str, Any]]:
    yield {
        "id": f"{iri}#position",
        "type": "TextPositionSelector",
        "start": span.start,
        "end": span.end,
    }
    yield {
        "id": f"{iri}#quote",
        "type": "TextQuoteSelector",
        "exact": text[span.start : span.end],
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    if source.pages:
        yield {
            "id": f"{iri}#page",
            "type": "FragmentSelector",
            "conformsTo": _PDF_FRAGMENTS,
            "value": f"page={bisect_right(source.pages, span.start)}",
        }
