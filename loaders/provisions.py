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
    for pinpoint in citation.pinpoint.split("; "):
        provision = iri(iris.provision(cited, pinpoint))
        out.add(node, "vk:provision", provision)
        if provision in out.stated:
            continue
        out.add(provision, "rdf:type", curie("vk:Provision"))
        out.add(provision, "vk:partOf", iri(cited))
        out.add(provision, "rdfs:label", vietnamese(pinpoint))
