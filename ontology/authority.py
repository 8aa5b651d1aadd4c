"""The authority lists as frozen values: one door to kinds, bodies, terms, instruments and places.

The facts stand in the Turtle files beside this module, each with its source; nothing is known in
Python that is not written there. Dates are ISO strings of the precision that the record has.
"""

from ontology.bodies import Body, BodyType, bodies, body_types
from ontology.graphs import authority_hash, authority_quads, ontology_quads
from ontology.instruments import (
    NormItemSet,
    RecordedInstrument,
    instruments,
    norm_item_sets,
)
from ontology.kinds import Concept, Kind, Symbol, concepts, kinds, symbol_slug, symbols
from ontology.places import Place, place, places, places_named
from ontology.registers import (
    Legislature,
    RegisterOwner,
    Term,
    TermWindow,
    legislatures,
    register_label,
    register_owners,
    term_windows,
    terms,
)

__all__ = [
    "Body",
    "BodyType",
    "Concept",
    "Kind",
    "Legislature",
    "NormItemSet",
    "Place",
    "RecordedInstrument",
    "RegisterOwner",
    "Symbol",
    "Term",
    "TermWindow",
    "authority_hash",
    "authority_quads",
    "bodies",
    "body_types",
    "concepts",
    "instruments",
    "kinds",
    "legislatures",
    "norm_item_sets",
    "ontology_quads",
    "place",
    "places",
    "places_named",
    "register_label",
    "register_owners",
    "symbol_slug",
    "symbols",
    "term_windows",
    "terms",
]
