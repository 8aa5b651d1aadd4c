"""SERVICE, for the servers that the configuration names and no others.

A query process never calls out. What a SERVICE block asks is asked before, within limits of time
and size, of a server that VANKIEN_SERVICES names; no redirect is followed, wherever it leads. The
block is then replaced by the VALUES of what was answered, which means the same: the engine only
joins.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pyoxigraph as ox

from graph.guard import FORMS, QueryRefused, Token, form_of, mentions, refused, tokens
from graph.remote import Remote, RemoteFailed

SETTING = "VANKIEN_SERVICES"
SECONDS = 10.0
# Of what one server answers no more is taken in, and of all of it no more goes into a query.
_LARGEST, _LARGEST_WRITTEN = 1024 * 1024, 256 * 1024
_MOST_BLOCKS = 5


class ServiceFailed(Exception):
    """A server that a query asks by SERVICE, and that did not answer as it should."""

    def __init__(self, why: str) -> None:
        super().__init__(f"SERVICE: {why}")
        self.message_vi = f"SERVICE không trả lời được: {why}"
        self.message_en = str(self)


@dataclass(frozen=True, slots=True)
class _Block:
    """One SERVICE block: whom it asks what, and where it stands."""

    token: Token
    address: str
    asked: str
    start: int
    end: int
    is_silent: bool


@dataclass(frozen=True, slots=True)
class Services:
    """The servers that queries may ask, as `host` or `host:port`."""

    hosts: frozenset[str] = frozenset()
    seconds: float = SECONDS

    @classmethod
    def configured(cls) -> "Services":
        """Those of the setting VANKIEN_SERVICES, apart by spaces."""
        return cls(frozenset(os.environ.get(SETTING, "").lower().split()))

    def are_asked(self, query: str) -> bool:
        """Whether a query may want some of them; without a setting none does."""
        return bool(self.hosts) and mentions(query, ("SERVICE",))

    def read_here(self, query: str) -> str:
        """The query as if it asked here what it asks others, each character in its place.

        For who only reads it. Raises QueryRefused for what may not be asked.
        """
        if not self.are_asked(query):
            return query
        for block in list(_blocks(query)):
            self._allow(query, block)
            form_of(block.asked)
            group = query.index("{", block.start)
            called = re.sub(r"\S", " ", query[block.start : group])
            query = query[: block.start] + called + query[group:]
        return query

    def written_in(self, query: str) -> str:
        """The query with what was answered in place of its SERVICE blocks.

        Raises QueryRefused for what may not be asked, and ServiceFailed.
        """
        if not self.are_asked(query):
            return query
        blocks = list(_blocks(query))
        if len(blocks) > _MOST_BLOCKS:
            token = blocks[_MOST_BLOCKS].token
            many = f"quá {_MOST_BLOCKS} SERVICE", f"more than {_MOST_BLOCKS} SERVICE"
            raise refused(query, token, *many)
        for block in blocks:
            self._allow(query, block)
            form_of(block.asked)
        answers = [self._answered(block) for block in blocks]
        if sum(map(len, answers)) > _LARGEST_WRITTEN:
            raise ServiceFailed("the answers are too large; narrow what is asked")
        for block, answer in reversed(list(zip(blocks, answers, strict=True))):
            query = query[: block.start] + answer + query[block.end :]
        return query

    def _allow(self, query: str, block: _Block) -> None:
        address = urlsplit(block.address)
        if address.scheme not in ("http", "https") or address.netloc.lower() not in self.hosts:
            known = ", ".join(sorted(self.hosts))
            raise refused(
                query,
                block.token,
                f"SERVICE chỉ được hỏi {known}, không hỏi <{block.address}>",
                f"SERVICE may ask {known}, not <{block.address}>",
            )

    def _answered(self, block: _Block) -> str:
        """A group of the VALUES that a server answered."""
        # The token of the store is none of its business.
        remote = Remote(block.address, self.seconds, token="", largest=_LARGEST)
        try:
            found = remote.plain(block.asked)
            assert isinstance(found, ox.QuerySolutions)
            return _values(found)
        except (RemoteFailed, QueryRefused, ServiceFailed) as failure:
            if block.is_silent:
                return "{}"
            raise ServiceFailed(str(failure)) from failure


def _blocks(query: str) -> Iterator[_Block]:
    """The SERVICE blocks of a query; raises QueryRefused for one that names no address."""
    words = list(tokens(query))
    forms = (token.start for token in words if token.text.upper() in FORMS)
    prologue = query[: next(forms, 0)]
    end = 0
    for at, token in enumerate(words):
        if token.sort != "word" or token.text.upper() != "SERVICE" or token.start < end:
            continue
        rest = words[at + 1 :]
        is_silent = bool(rest) and rest[0].text.upper() == "SILENT"
        rest = rest[is_silent:]
        if len(rest) < 2 or rest[0].sort != "iri" or rest[1].text != "{":
            why = "SERVICE names its server as <address>, then a group"
            raise refused(query, token, "SERVICE cần <địa chỉ> rồi { ... }", why)
        closing = (t.start for t in rest[2:] if t.text == "}" and t.depth == rest[1].depth)
        end = next(closing, len(query)) + 1
        asked = f"{prologue} SELECT * WHERE {query[rest[1].start : end]}"
        yield _Block(token, rest[0].text[1:-1], asked, token.start, end, is_silent)


def _values(found: ox.QuerySolutions) -> str:
    names = [variable.value for variable in found.variables]
    rows = []
    for solution in found:
        terms = [solution[name] for name in names]
        if any(isinstance(term, ox.BlankNode | ox.Triple) for term in terms):
            raise ServiceFailed("it answered with blank nodes, which mean nothing here")
        rows.append(f"({' '.join('UNDEF' if term is None else str(term) for term in terms)})")
    return f"{{ VALUES ({' '.join(f'?{name}' for name in names)}) {{ {' '.join(rows)} }} }}"
