"""What a query may do: read this dataset, and nothing else.

Oxigraph always follows SERVICE, and its parser dies of deep nesting, so both are refused before.
The check reads tokens, so that `SERVICE` in a string, a comment or an IRI harms nobody.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from graph.syntax import cause_of

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
DEEPEST = 200
# Each of these makes the tree of a query one step deeper, and with enough of them the engine's
# optimizer runs for minutes or its stack for too long.
MOST_JOINTS = 1_000
LONGEST = 512 * 1024

_JOINTS = frozenset({"UNION", "OPTIONAL", "MINUS", "FILTER", "BIND", "NOT", "EXISTS"})
_OPERATORS = frozenset([*"/|^!+-*=<>?", "&&", "||", "<=", ">=", "!="])
_NO_TRIPLES = frozenset({"FILTER", "GRAPH", "OPTIONAL", "UNION", "MINUS", "BIND", "SELECT"})
_VARYING = ("NOW", "RAND", "STRUUID", "UUID")
_UPDATES = frozenset({"INSERT", "DELETE", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD"})
_TOKEN = re.compile(
    r"""
    (?P<skip>    \s+ | \#[^\n\r]* )
  | (?P<string>  \"{3}(?:[^"\\]|\\.|\"{1,2}(?!\"))*\"{3} | '{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}
               | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
  | (?P<iri>     <[^<>"{}|^`\\\x00-\x20]*> )
  | (?P<name>    [?$@][\w-]+ | [\w.-]*:[\w.:%\\-]* )
  | (?P<word>    [^\W\d]\w* )
  | (?P<open>    [{(\[] )
  | (?P<close>   [})\]] )
  | (?P<other>   \^\^ | && | \|\| | [<>!]= | . )
    """,
    re.VERBOSE | re.DOTALL,
)
# Most queries can be let through at a glance: declared first, no word that needs a look, and too
# short for too many joints: a word and its space take four characters, an operator takes one.
_SHORT = 2 * MOST_JOINTS
_PLAIN = re.compile(
    r"""
    (?: \s* (?: PREFIX \s* [\w.-]*: | BASE ) \s* <[^<>\s\\]*> )* \s*
    (?P<form> SELECT | ASK | DESCRIBE ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SUSPECT = ("\\", "SERVICE", "LOAD", *sorted(_UPDATES))
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
# error at 5:22: expected one of Prefix not found, ['%'], ['-' | '0' ..= '9' | ...
_PLACE = re.compile(r"error at (?P<line>\d+):(?P<column>\d+)")


class QueryRefused(Exception):
    """A query that will not be run, with the reason in both languages and the place."""

    def __init__(
        self, message_vi: str, message_en: str, line: int | None = None, column: int | None = None
    ) -> None:
        place = f"line {line}, column {column}: " if line else ""
        super().__init__(place + message_en)
        self.message_vi = f"dòng {line}, cột {column}: {message_vi}" if line else message_vi
        self.message_en = place + message_en
        self.line = line
        self.column = column


class FetchRefused(QueryRefused):
    """A query or update that is well formed, but would fetch something."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query with its place and how many braces enclose it."""

    sort: str
    text: str
    start: int
    depth: int


@lru_cache(maxsize=1_000)
def form_of(query: str) -> str:
    """The form of a query that may run: SELECT, ASK, CONSTRUCT or DESCRIBE; else QueryRefused."""
    beginning = _PLAIN.match(query) if _is_small(query) else None
    if beginning and not mentions(query, _SUSPECT):
        return beginning["form"].upper()
    plain = unescaped(query)
    form = _checked(query)
    # Oxigraph reads \u0053ERVICE as SERVICE, wherever it stands.
    return form if plain == query else _checked(plain)


def unescaped(text: str) -> str:
    """The text with its numbered characters read, as SPARQL reads them before all else."""
    return _ESCAPE.sub(_character, text)


def mentions(query: str, words: Iterable[str]) -> bool:
    """Whether one of the words, in capitals, is found anywhere; far faster than a pattern is."""
    capitals = query.upper()
    return any(word in capitals for word in words)


def varies(query: str) -> bool:
    """Whether the same query on the same data may be answered differently each time."""
    return mentions(query, _VARYING) and any(
        each.sort == "word" and each.text.upper() in _VARYING for each in tokens(query)
    )


def limited(query: str, rows: int) -> str:
    """The query with at most so many rows; a LIMIT of its own that is smaller stands."""
    words = [token for token in tokens(query) if token.depth == 0]
    for token, following in pairwise(words):
        if token.text.upper() == "LIMIT" and following.text.isdigit():
            digits = re.match(r"\d+", query[following.start :])
            end = following.start + len(digits[0] if digits else "")
            number = min(int(query[following.start : end]), rows)
            return f"{query[: following.start]}{number}{query[end:]}"
    last = max((token.start for token in words if token.text == "}"), default=0)
    before = [t.start for t in words if t.text.upper() == "VALUES" and t.start < last]
    # A VALUES block after the pattern comes last of all: the limit goes before it.
    trailing = before and any(t.text == "}" and t.start < before[-1] for t in words)
    place = before[-1] if trailing else len(query)
    return f"{query[:place]}\nLIMIT {rows}\n{query[place:]}"


def tokens(query: str) -> Iterator[Token]:
    """The tokens of a query without spaces and comments."""
    depth = 0
    for match in _TOKEN.finditer(query):
        sort = str(match.lastgroup)
        if sort == "close":
            depth -= 1
        if sort != "skip":
            yield Token(sort, match[0], match.start(), depth)
        if sort == "open":
            depth += 1


def refusal_of(error: SyntaxError, query: str) -> QueryRefused:
    """What Oxigraph's parser found wrong, with its place, short enough to be read."""
    message = str(error)
    told, said = cause_of(message) or ("", "")
    place = _PLACE.search(message)
    if place is None:
        return QueryRefused(
            f"sai cú pháp SPARQL: {told or message}", f"SPARQL syntax error: {said or message}"
        )
    line, column = int(place["line"]), int(place["column"])
    printed = query.split("\n")[line - 1]
    if not said and printed:
        told = said = (
            f"{printed[max(0, column - 21) : column - 1]} ⏏ {printed[column - 1 : column + 19]}"
        )
    return QueryRefused(
        f"sai cú pháp SPARQL: {told}".rstrip(" :"),
        f"SPARQL syntax error: {said}".rstrip(" :"),
        line,
        column,
    )


def bounded(text: str) -> Iterator[Token]:
    """The tokens of a query or update that keeps the limits of size and nesting, SERVICE unused."""
    if len(text) > LONGEST:
        raise QueryRefused(
            f"dài quá {LONGEST:,} ký tự", f"longer than the {LONGEST:,} characters allowed"
        )
    joints = 0
    for token in tokens(text):
        if token.sort == "open" and token.depth >= DEEPEST:
            raise refused(text, token, "lồng ngoặc quá sâu", "brackets are nested too deeply")
        word = token.text.upper() if token.sort == "word" else ""
        if word == "SERVICE":
            raise refused(
                text, token, "SERVICE không được phép ở đây", "SERVICE is not allowed here"
            )
        joints += word in _JOINTS or token.text in _OPERATORS
        if joints > MOST_JOINTS:
            raise refused(
                text,
                token,
                f"quá {MOST_JOINTS} toán tử, UNION, OPTIONAL hoặc FILTER",
                f"more than {MOST_JOINTS} operators, UNIONs, OPTIONALs or FILTERs",
            )
        yield token


def _is_small(query: str) -> bool:
    return (
        len(query) <= _SHORT
        and sum(map(query.count, "{([")) < DEEPEST
        and sum(map(query.count, "/|^!+-*=<>?")) <= MOST_JOINTS // 2
    )


def _checked(query: str) -> str:
    form = ""
    # CONSTRUCT WHERE is its own template: it takes triples only, though the engine takes more.
    is_short = False
    before = ""
    for token in bounded(query):
        word = token.text.upper() if token.sort == "word" else ""
        if word == "LOAD":
            raise refused(query, token, "LOAD không được phép ở đây", "LOAD is not allowed here")
        if word in _UPDATES:
            raise refused(
                query,
                token,
                f"{word} là cập nhật, ở đây chỉ được đọc",
                f"{word} is an update; this endpoint only reads",
            )
        if is_short and word in _NO_TRIPLES:
            raise refused(
                query,
                token,
                f"CONSTRUCT WHERE không được có {word}",
                f"CONSTRUCT WHERE takes triples only, no {word}",
            )
        if token.depth == 0:
            is_short = is_short or (form == "CONSTRUCT" and word == "WHERE" and before != "}")
            before = token.text
        form = form or (word if word in FORMS else "")
    if not form:
        raise QueryRefused(
            "không phải truy vấn SPARQL: cần SELECT, ASK, CONSTRUCT hoặc DESCRIBE",
            "not a SPARQL query: SELECT, ASK, CONSTRUCT or DESCRIBE is needed",
        )
    return form


def _character(match: re.Match[str]) -> str:
    number = int(match[1] or match[2], 16)
    # Half a pair, or a number beyond Unicode, is no character: the engine's parser says so.
    is_character = number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF
    return chr(number) if is_character else match[0]


def refused(
    query: str,
    token: Token,
    message_vi: str,
    message_en: str,
    sort: type[QueryRefused] = QueryRefused,
) -> QueryRefused:
    """The refusal of a query for what stands at a token."""
    line = query.count("\n", 0, token.start) + 1
    column = token.start - (query.rfind("\n", 0, token.start) + 1) + 1
    return sort(message_vi, message_en, line, column)
