"""How a text treats what it cites, where only the whole sentence says so.

'Căn cứ các Luật: Luật A; Luật B', 'Thông tư số C ... hết hiệu lực', '... được sửa đổi bởi D': no
trigger stands right before the citation, but a statement was read from the sentence.
"""

from collections.abc import Iterable

from loaders.model import Citation, Relation, SelfIdentity

_OF_OWN = {"based_on": "căn cứ", "repeals": "bãi bỏ", "replaces": "thay thế"}
_OF_CHANGER = {"amends": "sửa đổi", "supplements": "sửa đổi", "corrects": "đính chính"}
_BARE = "dẫn chiếu"


def treated(
    citations: tuple[Citation, ...], own: SelfIdentity | None, relations: Iterable[Relation]
) -> tuple[Citation, ...]:
    """The citations, those that a statement ends with treated as it says where nothing else did."""
    told: dict[tuple[int, str], str] = {}
    for relation in relations:
        end = relation.span.end
        if own and relation.subject == own.instrument and relation.predicate in _OF_OWN:
            told[end, relation.object] = _OF_OWN[relation.predicate]
        elif relation.predicate in _OF_CHANGER:
            told[end, relation.subject] = _OF_CHANGER[relation.predicate]
    if not told:
        return citations
    return tuple(
        each._replace(treatment=told.get((each.span.end, each.instrument or ""), _BARE))
        if each.treatment == _BARE
        else each
        for each in citations
    )
