"""The hierarchy of norms: whose instruments may change whose (Luật 64/2025/QH15, article 4).

Only the bodies of the State that stand above all others are told apart; whoever is not named here
issues below them. None changes, replaces or ends what a higher one has issued.
"""

from ontology.iris import instrument_key

CHANGES = frozenset(("amends", "supplements", "replaces", "repeals", "suspends"))
_OWNERS = {"qh": 1, "ubtvqh": 2, "cp": 4, "ttg": 5}
_KINDS = {
    "Hiến pháp": 0,
    "Luật": 1,
    "Bộ luật": 1,
    "Pháp lệnh": 2,
    "Nghị định": 4,
}
LOWEST = 6


def rank(iri: str, kind: str | None = None) -> int:
    """How high an instrument stands, 0 the highest; `kind` tells where the IRI is an open one.

    >>> rank("https://w3id.org/vankien/instrument/cp/2020/nd/126")
    4
    """
    key = instrument_key(iri)
    if key is None:
        return _KINDS.get(kind or "", LOWEST)
    return 0 if key.symbol == "hien-phap" else _OWNERS.get(key.owner, LOWEST)


def may_change(below: int, above: int, by: str = "") -> bool:
    """Whether what stands at the first rank may change what stands at the second.

    The National Assembly amends the Constitution by resolution ('Nghị quyết số 203/2025/QH15'),
    which `by` tells.
    """
    if below <= above:
        return True
    key = instrument_key(by) if above == 0 else None
    return key is not None and key.owner == "qh" and key.symbol.startswith("nq")
