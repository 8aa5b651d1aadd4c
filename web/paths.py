"""Between IRIs and local addresses: base + PATH in the data is `/PATH` on this server."""

from urllib.parse import quote

from ontology.iris import BASE

# Characters that minted IRIs hold and that a path may hold unescaped.
_SAFE = "/@:~-._"


def local(iri: str) -> str:
    """The address on this server of one of our IRIs; any other IRI unchanged.

    >>> local("https://w3id.org/vankien/instrument/tw/k12/qd/124")
    '/instrument/tw/k12/qd/124'
    """
    if not iri.startswith(BASE):
        return iri
    path, _, fragment = iri.removeprefix(BASE).partition("#")
    return "/" + quote(path, safe=_SAFE) + (f"#{fragment}" if fragment else "")


def is_ours(iri: str) -> bool:
    """Whether the IRI lies under our base."""
    return iri.startswith(BASE)


def sort_of(iri: str) -> str:
    """What an IRI of ours names, by its path: `instrument`, `source`, `part` (of a source) ...

    >>> sort_of("https://w3id.org/vankien/source/0123456789abcdef/citation/12")
    'part'
    """
    path = iri.removeprefix(BASE).partition("#")[0]
    first, _, rest = path.partition("/")
    if first == "instrument" and "@" in rest:
        return "expression"
    return "part" if first == "source" and "/" in rest else first


def source_of(iri: str) -> str | None:
    """The source in which a part was read: `/source/ID` of `/source/ID/finding/12`."""
    if sort_of(iri) != "part":
        return None
    return BASE + "source/" + iri.removeprefix(BASE + "source/").split("/", 1)[0]


def passage(source: str, start: int, end: int) -> str:
    """The address of a stretch of a source text, marked and scrolled to."""
    return f"{local(source)}.html?at={start}-{end}#at"
