"""Where the engine reads SPARQL otherwise than the standard: queries are put so that it agrees.

- TRUE and FALSE are keywords, in whatever letters (section 4.1.2); the engine knows small ones.
- GROUP_CONCAT gives a plain string (18.5.1.7); the engine keeps a language that all have.
- The longest token counts (19.8): `?x<?a&&?b>?y` holds an IRI, and is no comparison.
"""

import re

from graph.guard import Token, mentions, refused, tokens

_PUT_OTHERWISE = ("TRUE", "FALSE", "GROUP_CONCAT")
# An IRI without a colon or a slash after a variable: `<?a&&?b>`, never `<http://...>`.
_COMPARED = re.compile(r"[?$]\w+\s*<[^<>\"{}|^`\\\x00-\x20:/]*>")


def as_standard(query: str) -> str:
    """The query as the engine must get it; raises QueryRefused for what is none.

    >>> as_standard('SELECT (GROUP_CONCAT(?o) AS ?g) { BIND(TRUE AS ?o) }')
    'SELECT (STR(GROUP_CONCAT(?o)) AS ?g) { BIND(true AS ?o) }'
    """
    if _COMPARED.search(query):
        _refuse_compared(query)
    return _put_otherwise(query) if mentions(query, _PUT_OTHERWISE) else query


def _put_otherwise(query: str) -> str:
    edits: list[tuple[int, int, str]] = []
    opened: list[int] = []
    wanted = -1
    for token in tokens(query):
        word = token.text.upper() if token.sort == "word" else ""
        if word in ("TRUE", "FALSE"):
            edits.append((token.start, token.start + len(word), word.lower()))
        elif word == "GROUP_CONCAT":
            edits.append((token.start, token.start, "STR("))
            wanted = token.depth
        elif wanted == token.depth and token.text == "(":
            opened.append(wanted)
            wanted = -1
        elif opened and token.text == ")" and token.depth == opened[-1]:
            edits.append((token.start + 1, token.start + 1, ")"))
            opened.pop()
    for start, end, text in sorted(edits, reverse=True):
        query = query[:start] + text + query[end:]
    return query


def _refuse_compared(query: str) -> None:
    """Within the brackets of an expression no IRI follows a variable."""
    before = Token("", "", 0, 0)
    expressions: list[bool] = []
    for token in tokens(query):
        if token.sort == "open":
            called = before.sort == "word" and before.text.upper() not in ("IN", "WHERE")
            inside = bool(expressions) and expressions[-1]
            expressions.append(token.text == "(" and (called or inside))
        elif token.sort == "close" and expressions:
            expressions.pop()
        follows = before.sort == "name" and before.text[0] in "?$"
        if token.sort == "iri" and follows and expressions and expressions[-1]:
            raise refused(
                query,
                token,
                f"{token.text} là một IRI, không phải phép so sánh: hãy thêm dấu cách",
                f"{token.text} is an IRI and no comparison: put spaces around the operators",
            )
        before = token
