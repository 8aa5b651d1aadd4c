"""RDF terms and statements as N-Triples strings, in the exact escaping of Oxigraph's own writer.

Oxigraph keeps numbers and dates by value, so only canonical forms are written: `151`, not `151.0`.
"""

import re
from functools import cache

from loaders.confidence import confidence
from loaders.masks import Mask
from loaders.model import Span
from ontology import authority, iris

PREFIXES = {
    "b": iris.BASE,
    "vk": iris.ONTOLOGY,
    "vkt": iris.CONCEPT,
    "kind": iris.KIND,
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_RARE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SHORT = {"\b": r"\b", "\f": r"\f"}
_ILLEGAL_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\\[\]]")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+")
# By precision: 2018, 2021-07, 2018-02-02, 2021-09-08T09:33:23
_DATE_TYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date", 19: "xsd:dateTime"}


@cache
def curie(name: str) -> str:
    """The term that a prefixed name stands for.

    >>> curie("vk:kind")
    '<https://w3id.org/vankien/ontology#kind>'
    """
    prefix, local = name.split(":", 1)
    return f"<{PREFIXES[prefix]}{local}>"


def own_term(name: str) -> str:
    """The prefixed name of one of our own properties by the contract's word for it.

    >>> own_term("based_on")
    'vk:basedOn'
    """
    head, *rest = name.split("_")
    return f"vk:{head}" + "".join(word.capitalize() for word in rest)


def iri(address: str) -> str:
    """The term of one of our own IRIs, which need no escaping."""
    return f"<{address}>"


def address(url: str) -> str:
    """The term of an address found in the wild: an IRI where it is one, else a plain string."""
    escaped = _ILLEGAL_IN_IRI.sub(lambda m: f"%{ord(m[0]):02X}", url)
    return f"<{escaped}>" if _ABSOLUTE.fullmatch(escaped) else string(url)


def string(value: str) -> str:
    """A plain string literal."""
    if value.isprintable() and '"' not in value and "\\" not in value:
        return f'"{value}"'
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    escaped = escaped.replace("\r", "\\r").replace("\t", "\\t")
    return f'"{escaped if escaped.isprintable() else _RARE.sub(_escape_rare, escaped)}"'


def _escape_rare(match: re.Match[str]) -> str:
    return _SHORT.get(match[0]) or f"\\u{ord(match[0]):04X}"


def vietnamese(value: str) -> str:
    """A literal in Vietnamese."""
    return string(value) + "@vi"


def integer(value: int) -> str:
    """A literal of xsd:integer."""
    return f'"{value}"^^{_INTEGER}'


def decimal(value: float) -> str:
    """A literal of xsd:decimal in canonical form.

    >>> decimal(151.0).split("^^")[0], decimal(7.25).split("^^")[0]
    ('"151"', '"7.25"')
    """
    plain = f"{value:.6f}".rstrip("0").rstrip(".")
    return f'"{plain}"^^{curie("xsd:decimal")}'


def boolean(value: bool) -> str:
    """A literal of xsd:boolean."""
    return f'"{str(value).lower()}"^^{curie("xsd:boolean")}'


def date(value: str) -> str:
    """A date typed by its precision, a plain string where it is none.

    >>> date("2021-07")
    '"2021-07"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'
    """
    datatype = _DATE_TYPES.get(len(value))
    return f'"{value}"^^{curie(datatype)}' if datatype else string(value)


@cache
def _concepts() -> dict[str, str]:
    return {notation: each.iri for each in authority.concepts() for notation in [each.notation]}


def concept(notation: str | None) -> str | None:
    """The term of a concept by the word that the contract prints for it: `held`, `giám sát`."""
    if not notation:
        return None
    return iri(_concepts().get(notation) or iris.concept(notation))


_A_SPAN = f"{curie('rdf:type')} {curie('vk:Span')}"
_A_CLAIM = f"{curie('rdf:type')} {curie('vk:Claim')}"
_START, _END, _EXACT = curie("oa:start"), curie("oa:end"), curie("oa:exact")
_SUBJECT, _PREDICATE, _OBJECT = curie("rdf:subject"), curie("rdf:predicate"), curie("rdf:object")
_IN_SOURCE, _SELECTOR, _RULE = curie("vk:inSource"), curie("oa:hasSelector"), curie("vk:rule")
_CONFIDENCE = curie("vk:confidence")
_INTEGER = curie("xsd:integer")


@cache
def _confidence(predicate: str, rule: str | None) -> str | None:
    """The term of how sure claims of this predicate and rule are, where that was measured."""
    sure = confidence(predicate, rule)
    return None if sure is None else decimal(sure)


# What is stated of each subject. Two thirds of all lines tell of spans and claims, to which little
# is ever added: these are tuples, put together at once and in their order.
Stated = dict[str, set[str] | tuple[str, ...]]
_Claimed = tuple[str, str, str, str | None]


class Statements:
    """The statements of one source as they are written down: triples, their spans and their claims.

    `text` is the source as this reader may see it, masked or clear; a quote is a slice of it.
    """

    def __init__(self, source_id: str, mask: Mask) -> None:
        self.id = source_id
        self.source = iri(iris.source(source_id))
        self._in_source = f"{_IN_SOURCE} {self.source}"
        self.text = mask.text
        self.mask = mask
        # What is stated of each subject: `predicate object`, so that subjects are kept once.
        self.stated: Stated = {}
        # Few texts dispute anything, so claims are put in order only when somebody asks for them.
        self._claims: dict[tuple[str, str], list[tuple[Span, str, str]]] = {}
        self._new: list[tuple[str, str, Span, str, str]] = []
        self._spans: dict[Span, str] = {}
        self._span_base = iris.part(source_id, "span", "")
        # What all claims of one statement have in common: most are made at many places.
        self._claimed: dict[_Claimed, tuple[tuple[str, ...], tuple[str, ...]]] = {}

    def add(self, subject: str, predicate: str, *objects: str | None) -> None:
        """State `subject predicate object` for each object that is there."""
        for each in objects:
            if each is not None:
                self._of(subject).add(f"{curie(predicate)} {each}")

    def describe(self, subject: str, *said: tuple[str, str | None]) -> None:
        """State each predicate, given as its term, with its object, where that is there."""
        self._of(subject).update([f"{term} {each}" for term, each in said if each is not None])

    def _of(self, subject: str) -> set[str]:
        """What is stated of a subject so far, to be added to."""
        said = self.stated.get(subject)
        if not isinstance(said, set):
            said = self.stated[subject] = set(said or ())
        return said

    def part(self, sort: str, key: int | str) -> str:
        """The term of a thing inside the source."""
        return iri(iris.part(self.id, sort, key))

    def span(self, span: Span) -> str:
        """The term of a stretch of the text, described with its quote."""
        node = self._spans.get(span)
        if node is None:
            start, end = span
            node = self._spans[span] = f"<{self._span_base}{start}-{end}>"
            self.stated[node] = (
                _A_SPAN,
                f'{_END} "{end}"^^{_INTEGER}',
                f"{_EXACT} {string(self.text[start:end])}",
                f'{_START} "{start}"^^{_INTEGER}',
                self._in_source,
            )
        return node

    def evidence(self, node: str, *spans: Span) -> None:
        """A thing of this source rests on stretches of its text."""
        of_node = self._of(node)
        of_node.add(self._in_source)
        for span in spans:
            of_node.add(f"{_SELECTOR} {self.span(span)}")

    def claim(
        self, subject: str, predicate: str, obj: str, span: Span, rule: str | None = None
    ) -> str:
        """State a triple together with the place of the text that says it: its claim."""
        self._of(subject).add(f"{curie(predicate)} {obj}")
        return self.doubted(subject, predicate, obj, span, rule)

    def doubted(
        self, subject: str, predicate: str, obj: str, span: Span, rule: str | None = None
    ) -> str:
        """The claim alone of what a place of the text says."""
        node = iri(iris.claim(self.id, subject, predicate, obj, span.start, span.end))
        claimed = (subject, predicate, obj, rule)
        said = self._claimed.get(claimed)
        if said is None:
            said = self._claimed[claimed] = self._of_claims(*claimed)
        before, behind = said
        place = f"{_SELECTOR} {self.span(span)}"
        if node in self.stated:
            self._of(node).update(before, (place,), behind)
        else:
            self.stated[node] = (*before, place, *behind)
        self._new.append((subject, predicate, span, obj, node))
        return node

    @property
    def claims(self) -> dict[tuple[str, str], list[tuple[Span, str, str]]]:
        """The claims by subject and predicate: where each is made, of which object, its term."""
        for subject, predicate, span, obj, node in self._new:
            self._claims.setdefault((subject, predicate), []).append((span, obj, node))
        self._new.clear()
        return self._claims

    def _of_claims(
        self, subject: str, predicate: str, obj: str, rule: str | None
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What is said of every claim of a statement, before and behind its place."""
        before = (
            f"{_OBJECT} {obj}",
            f"{_PREDICATE} {curie(predicate)}",
            f"{_SUBJECT} {subject}",
            _A_CLAIM,
        )
        sure = _confidence(predicate, rule)
        behind = (
            *((f"{_CONFIDENCE} {sure}",) if sure else ()),
            self._in_source,
            *((f"{_RULE} {string(rule)}",) if rule else ()),
        )
        return before, behind

    def words(self, value: str | None, near: Span | None = None) -> str | None:
        """A literal in Vietnamese with its protected words masked."""
        return vietnamese(self.mask(value, near)) if value else None

    def plain(self, value: str | None, near: Span | None = None) -> str | None:
        """A plain string with its protected words masked."""
        return string(self.mask(value, near)) if value else None
