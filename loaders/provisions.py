"""The provisions that citations point to: 'khoản 2 Điều 3' as a thing inside its instrument."""

from loaders.model import Citation
from loaders.triples import Statements, curie, iri, vietnamese
from ontology import iris


def provisions(out: Statements, citation: Citation, node: str) -> None:
    """What a citation points to inside another instrument that is known by its register.

    Of itself a text speaks in every article: that is no link to anything.
    """
    cited = citation.instrument or ""
    if citation.self_reference or not citation.pinpoint or not iris.instrument_key(cited):
        return
    instrument = iri(cited)
    for pinpoint in citation.pinpoint.split("; "):
        provision = iri(iris.provision(cited, pinpoint))
        # Put together at once, as spans are: texts of law point to thousands.
        out.triples.update(
            (
                f"{node} {_PROVISION} {provision}",
                f"{provision} {_TYPE} {_CLASS}",
                f"{provision} {_PART_OF} {instrument}",
                f"{provision} {_LABEL} {vietnamese(pinpoint)}",
            )
        )


_TYPE, _CLASS = curie("rdf:type"), curie("vk:Provision")
_PROVISION, _PART_OF = curie("vk:provision"), curie("vk:partOf")
_LABEL = curie("rdfs:label")
