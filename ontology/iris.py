"""Every IRI of the project is minted and parsed here, in plain ASCII.

An instrument's IRI is its register key (owner, period, symbol, number), never a disputable fact
such as its exact date, so two dates printed for one document stay two statements about one thing.
`parse(mint(x)) == x` is tested.
"""

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

BASE = "https://w3id.org/vankien/"
ONTOLOGY = BASE + "ontology#"
CONCEPT = BASE + "concept/"
KIND = BASE + "kind/"

GRAPH_ONTOLOGY = BASE + "graph/ontology"
GRAPH_AUTHORITY = BASE + "graph/authority"
GRAPH_REVIEW = BASE + "graph/review"
GRAPH_DERIVED = BASE + "graph/derived"
GRAPH_META = BASE + "graph/meta"
# What is the default graph here, in a store that keeps it under a name.
GRAPH_DEFAULT = BASE + "graph/default"

# Đ does not decompose under NFKD, and scanned or web texts write it with ETH (U+00D0) or African D
# (U+0189).
_D_LETTERS = str.maketrans("ĐÐƉđðɖ", "DDDddd")


def ascii_fold(text: str) -> str:
    """The text without diacritics, đ written d.

    For slugs and search only, never for identity of symbols.

    >>> ascii_fold("Ủy ban Kiểm tra Đảng ủy")
    'Uy ban Kiem tra Dang uy'
    """
    plain = unicodedata.normalize("NFKD", text.translate(_D_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens.

    >>> slug("Huyện ủy Mù Cang Chải")
    'huyen-uy-mu-cang-chai'
    """
    return re.sub(r"[^a-z0-9]+", "-", ascii_fold(text).lower()).strip("-")


class InstrumentKey(NamedTuple):
    """The register key of an instrument.

    Who keeps the register, in which period, under which symbol, which number.

    owner   slug of the register's owner: `tw`, `tu-yen-bai`, `hu-mu-cang-chai`, `cp`, `qh`
    period  `k12` (committee term of the centre), `nk2020` (term of a local committee), `2021`
    (year) symbol  slug of the symbol from the fixed table of kinds: `qd`, `qdi`, `nd`, `luat`,
    `qd-qppl` number  the number without leading zero, with its letter if any (`12a`), or a slug
    for unnumbered instruments
    """

    owner: str
    period: str
    symbol: str
    number: str

    @property
    def iri(self) -> str:
        """`https://w3id.org/vankien/instrument/tw/k12/qd/124`."""
        return f"{BASE}instrument/{self.owner}/{self.period}/{self.symbol}/{self.number}"

    @property
    def register(self) -> str:
        """`https://w3id.org/vankien/register/tw/k12/qd`.

        The register in which the number counts.
        """
        return f"{BASE}register/{self.owner}/{self.period}/{self.symbol}"


_INSTRUMENT = re.compile(
    re.escape(BASE) + r"instrument/([a-z0-9-]+)/(k\d+|nk\d{4}|\d{4}|-)/([a-z0-9-]+)/([a-z0-9-]+)"
)


# Every layer asks again for the few that its text names.
@lru_cache(maxsize=4096)
def instrument_key(iri: str) -> InstrumentKey | None:
    """The key that `InstrumentKey.iri` printed, or None for any other IRI."""
    match = _INSTRUMENT.fullmatch(iri)
    return InstrumentKey(*match.groups()) if match else None


@lru_cache(maxsize=4096)
def provision(instrument: str, pinpoint: str) -> str:
    """`INSTRUMENT#dieu-5_khoan-3_diem-b`: a place inside an instrument, the widest first.

    >>> provision(BASE + "instrument/cp/2014/nd/64", "điểm đ khoản 3 Điều 5").rsplit("#")[1]
    'dieu-5_khoan-3_diem-dd'
    """
    steps = (
        f"{slug(level)}-{slug(value.lower().replace('đ', 'dd'))}".strip("-")
        for level, value in _STEP.findall(pinpoint)
    )
    return f"{instrument}#{'_'.join(reversed(list(steps)))}"


_LEVEL = r"(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Tt]iểu mục|[Mm]ục|[Cc]hương|[Pp]hần|Phụ lục|Biểu|Mẫu)"
# In an identifier 'điểm d' and 'điểm đ' are told apart as `d` and `dd`.
_STEP = re.compile(rf"({_LEVEL})(?!\w)(.*?)(?=\s{_LEVEL}(?!\w)|\Z)")


def expression(instrument: str, issued: str) -> str:
    """`INSTRUMENT/vi@2018-02-02`: its wording as issued on a day."""
    return f"{instrument}/vi@{issued}"


def run(reader: str) -> str:
    """`/run/9f3c0a1b2c3d4e5f`: the reading of texts by the loader of that fingerprint."""
    return f"{BASE}run/{reader}"


def file(digest: str) -> str:
    """`/file/SHA256`: a file that texts were read from."""
    return f"{BASE}file/{digest}"


def source(source_id: str) -> str:
    """`/source/ID`, ID being the first 16 hex digits of the SourceText's sha256."""
    return f"{BASE}source/{source_id}"


def source_graph(source_id: str) -> str:
    """`/graph/src/ID`: the graph that holds what one source says."""
    return f"{BASE}graph/src/{source_id}"


def source_of(graph: str) -> str | None:
    """The source whose words a graph holds; None for a graph of the package or of a user."""
    head, _, source_id = graph.rpartition("/")
    return source(source_id) if f"{head}/" == source_graph("") else None


def part(source_id: str, sort: str, key: int | str) -> str:
    """A thing that lives inside a source.

    `/source/ID/citation/1234`, `/source/ID/ref/1234`, `/source/ID/span/12-34`.
    """
    return f"{BASE}source/{source_id}/{sort}/{key}"


def inspection(source_id: str, start: int) -> str:
    """`/inspection/ID-START`: that two reports tell of one inspection is a decision of review."""
    return f"{BASE}inspection/{source_id}-{start}"


def body(name_slug: str) -> str:
    """`/body/huyen-uy-mu-cang-chai`."""
    return f"{BASE}body/{name_slug}"


def place(code: str, name: str, start: str) -> str:
    """`/place/04492-pung-luong@2025`.

    GSO code, slug and the year from which the unit exists (codes are reused).
    """
    return f"{BASE}place/{code}-{slug(name)}@{start}"


def person(name: str, role: str, body_name: str) -> str:
    """`/person/phung-quang-huy-1a2b3c4d`.

    Names are not unique, so role and body go into the key.
    """
    digest = hashlib.sha256(f"{name}|{role}|{body_name}".encode()).hexdigest()[:8]
    return f"{BASE}person/{slug(name)}-{digest}"


def claim(source_id: str, subject: str, predicate: str, object_: str, start: int, end: int) -> str:
    """`/source/ID/claim/HASH`, stable over new runs on the same text."""
    said = f"{subject}|{predicate}|{object_}|{start}|{end}"
    return part(source_id, "claim", hashlib.sha256(said.encode()).hexdigest()[:16])


@lru_cache(maxsize=4096)
def concept(notation: str) -> str:
    """`/concept/giam-sat`: a concept of one of our schemes, by the slug of its Vietnamese label."""
    return CONCEPT + slug(notation)


@lru_cache(maxsize=4096)
def kind(label: str) -> str:
    """`/kind/quy-dinh`: a kind of instrument by its Vietnamese name."""
    return KIND + slug(label)
