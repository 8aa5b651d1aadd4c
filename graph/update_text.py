"""What an update would write, read from its tokens before anything runs.

Only the places that are written count: an update may read whatever it likes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from graph.guard import FetchRefused, QueryRefused, Token, bounded, refused, unescaped
from ontology import iris

# Targets that are no single graph.
DEFAULT, NAMED, ALL, VARIABLE = "DEFAULT", "NAMED", "ALL", "VARIABLE"
_MANAGED = iris.BASE + "graph/"
_NOTHING = "CLEAR SILENT GRAPH <urn:vankien:nothing>"


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of a sequence, with the declarations that hold for it."""

    text: str
    prologue: str
    tokens: tuple[Token, ...]

    @property
    def words(self) -> list[str]:
        """The tokens in capitals, as keywords are compared."""
        return [token.text.upper() for token in self.tokens]

    def blocks(self) -> list[tuple[int, int]]:
        """Where each pair of outermost braces opens and closes, as indices of tokens."""
        outer = [i for i, token in enumerate(self.tokens) if token.depth == 0]
        opening = [i for i in outer if self.tokens[i].text == "{"]
        closing = [i for i in outer if self.tokens[i].text == "}"]
        return list(zip(opening, closing, strict=False))


def operations(update: str) -> list[Operation]:
    """The operations of an update; raises QueryRefused for what may not run at all."""
    found: list[Operation] = []
    prologue = ""
    for tokens in _sequence(update):
        start = _after_prologue(tokens)
        if start:
            prologue += _stretch(update, tokens[:start]) + "\n"
        if tokens[start:]:
            found.append(Operation(update, prologue, tuple(tokens[start:])))
    return found


def targets(update: str) -> frozenset[str]:
    """The graphs that an update would write, by IRI, and DEFAULT, NAMED, ALL or VARIABLE."""
    found = {target for each in operations(update) for target in _written(each)}
    plain = unescaped(update)
    return frozenset(found) | (targets(plain) if plain != update else frozenset())


def writable(graph: str) -> bool:
    """Whether users may write a graph of a store that holds sources: review and their own."""
    special = graph in (DEFAULT, NAMED, ALL, VARIABLE)
    return graph == iris.GRAPH_REVIEW or not (special or graph.startswith(_MANAGED))


def without_loading(update: str) -> str:
    """The update with each LOAD SILENT doing nothing; a plain LOAD is refused."""
    edits: list[tuple[int, int, str]] = []
    for each in operations(update):
        if each.words[0] == "LOAD":
            _require_loading(each)
            if each.words[1:2] != ["SILENT"]:
                raise refused(
                    update,
                    each.tokens[0],
                    "LOAD không được phép ở đây",
                    "LOAD is not allowed here: nothing is fetched; send the data itself",
                    FetchRefused,
                )
            edits.append((each.tokens[0].start, _end(each.tokens[-1]), _NOTHING))
    return _edited(update, edits)


def using(update: str, default: Sequence[str], named: Sequence[str]) -> str:
    """The update with the dataset of the protocol's parameters; USING and WITH contradict it."""
    if not default and not named:
        return update
    clause = "".join(f"USING <{ox.NamedNode(each).value}> " for each in default)
    clause += "".join(f"USING NAMED <{ox.NamedNode(each).value}> " for each in named)
    edits: list[tuple[int, int, str]] = []
    for each in operations(update):
        stated = next((t for t, word in _outer(each) if word in ("USING", "WITH")), None)
        if stated:
            raise refused(
                update,
                stated,
                "USING hoặc WITH mâu thuẫn với tham số using-graph-uri",
                "USING or WITH contradicts the parameter using-graph-uri",
            )
        where = next((t for t, word in _outer(each) if word == "WHERE"), None)
        if where and each.words[:2] == ["DELETE", "WHERE"]:
            block = _stretch(update, each.tokens[2:])
            edits.append((where.start, where.start, f"{block} {clause}"))
        elif where:
            edits.append((where.start, where.start, clause))
    return _edited(update, edits)


def within(update: str, graph: str) -> str:
    """An update of one graph: what names none is about it; QueryRefused if another is written."""
    edits: list[tuple[int, int, str]] = []
    for each in operations(update):
        words = each.words
        if words[:2] in (["INSERT", "DATA"], ["DELETE", "DATA"], ["DELETE", "WHERE"]):
            (opening, closing), *_ = each.blocks() or [(0, 0)]
            if "GRAPH" not in words:
                edits.append((_end(each.tokens[opening]),) * 2 + (f" GRAPH <{graph}> {{",))
                edits.append((each.tokens[closing].start,) * 2 + ("} ",))
        elif words[0] in ("INSERT", "DELETE"):
            edits.append((each.tokens[0].start,) * 2 + (f"WITH <{graph}> ",))
    changed = _edited(update, edits)
    if targets(changed) - {graph}:
        raise QueryRefused(
            f"bản vá chỉ được ghi vào đồ thị <{graph}>", f"a patch writes the graph <{graph}> only"
        )
    return changed


def _require_loading(of: Operation) -> None:
    """LOAD [SILENT] iri [INTO GRAPH iri], as the grammar has it."""
    sorts = ["iri" if t.sort in ("iri", "name") else t.text.upper() for t in of.tokens]
    if sorts[1:2] == ["SILENT"]:
        del sorts[1]
    if sorts not in (["LOAD", "iri"], ["LOAD", "iri", "INTO", "GRAPH", "iri"]):
        raise refused(
            of.text,
            of.tokens[0],
            "sai cú pháp SPARQL: LOAD cần một IRI, rồi có thể INTO GRAPH một IRI",
            "SPARQL syntax error: LOAD takes an IRI, then perhaps INTO GRAPH and an IRI",
        )


def _sequence(update: str) -> Iterator[list[Token]]:
    """The tokens of each operation."""
    tokens: list[Token] = []
    for token in bounded(update):
        if token.text == ";" and token.depth == 0:
            if not tokens:
                raise refused(
                    update,
                    token,
                    "sai cú pháp SPARQL: thừa dấu chấm phẩy",
                    "SPARQL syntax error: a semicolon too many",
                )
            yield tokens
            tokens = []
        else:
            tokens.append(token)
    yield tokens


def _after_prologue(tokens: Sequence[Token]) -> int:
    """The index after the last BASE or PREFIX declaration."""
    at = 0
    while at < len(tokens) and tokens[at].text.upper() in ("BASE", "PREFIX"):
        at += 2 if tokens[at].text.upper() == "BASE" else 3
    return at


def _written(of: Operation) -> Iterator[str]:
    """The targets of one operation."""
    verb, words = of.words[0], of.words
    if verb in ("CLEAR", "DROP", "CREATE"):
        yield _reference(of, 2 if words[1:2] == ["SILENT"] else 1)
    elif verb in ("COPY", "MOVE", "ADD"):
        to = next((i for i, token in enumerate(of.tokens) if token.text.upper() == "TO"), 0)
        yield _reference(of, to + 1)
        if verb == "MOVE":
            yield _reference(of, 2 if words[1:2] == ["SILENT"] else 1)
    elif verb in ("INSERT", "DELETE", "WITH"):
        yield from _templates(of)
    elif verb != "LOAD":
        raise refused(
            of.text, of.tokens[0], "không phải lệnh cập nhật SPARQL", "not a SPARQL update"
        )


def _templates(of: Operation) -> Iterator[str]:
    """The targets of templates: each block that follows INSERT, DELETE, DATA or DELETE WHERE."""
    default = _named(of, 1) if of.words[0] == "WITH" else DEFAULT
    shorthand = of.words[:2] == ["DELETE", "WHERE"]
    for opening, closing in of.blocks():
        if shorthand or of.words[opening - 1] in ("INSERT", "DELETE", "DATA"):
            yield from _targets_between(of, opening + 1, closing, default)


def _targets_between(of: Operation, start: int, end: int, default: str) -> Iterator[str]:
    at = start
    while at < end:
        if of.words[at] == "GRAPH":
            yield _named(of, at + 1)
            depth = of.tokens[at].depth
            # Past the block of this graph.
            while at < end and not (of.tokens[at].text == "}" and of.tokens[at].depth == depth):
                at += 1
        elif of.words[at] != ".":
            yield default
        at += 1


def _reference(of: Operation, at: int) -> str:
    """The target that `GRAPH <g>`, `<g>`, DEFAULT, NAMED or ALL names."""
    word = of.words[at] if at < len(of.tokens) else ""
    if word in (DEFAULT, NAMED, ALL):
        return word
    return _named(of, at + 1 if word == "GRAPH" else at)


def _named(of: Operation, at: int) -> str:
    """The IRI at a token, as its prologue resolves it; VARIABLE for what is no plain IRI."""
    if at >= len(of.tokens):
        return VARIABLE
    line = f"{of.prologue} <urn:s> <urn:p> {of.tokens[at].text} ."
    try:
        (quad,) = ox.parse(line.encode(), format=ox.RdfFormat.TURTLE, base_iri=iris.BASE)
    except (SyntaxError, ValueError):
        return VARIABLE
    return quad.object.value if isinstance(quad.object, ox.NamedNode) else VARIABLE


def _outer(of: Operation) -> Iterator[tuple[Token, str]]:
    return ((token, token.text.upper()) for token in of.tokens if token.depth == 0)


def _end(token: Token) -> int:
    return token.start + len(token.text)


def _stretch(text: str, tokens: Sequence[Token]) -> str:
    return text[tokens[0].start : _end(tokens[-1])]


def _edited(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    """The text with stretches replaced, from the last to the first."""
    for start, end, replacement in sorted(edits, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text
