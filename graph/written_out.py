"""A named question with its values written into it, to be read, changed and run by anybody.

The named questions themselves bind their values; here a term is written as SPARQL writes it,
escaped, in the place of its variable. A variable leaves the lists in which only variables stand.
"""

import re
from collections.abc import Iterator, Mapping

from graph.guard import Token, tokens
from graph.snapshots import Term
from queries import Question

# A list of variables ends at one of these.
_ENDS = frozenset({"WHERE", "{", "}", "ORDER", "HAVING", "LIMIT"})
# What grouped by its values alone needs no grouping once they are written in.
_BY_NOTHING = re.compile(r"GROUP BY\s*(?=\})")


def written_out(question: Question, values: Mapping[str, Term]) -> str:
    """The SPARQL of a question without its front matter, its values in their places."""
    lines = question.sparql.splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith("#+"))
    parameters = {each.variable for each in question.parameters}
    made, done = "", 0
    for token, is_listed in _with_lists(text):
        name = token.text.lstrip("?$")
        if token.sort == "name" and name in parameters and (is_listed or name in values):
            made += text[done : token.start] + ("" if is_listed else str(values[name]))
            done = token.start + len(token.text)
    return _BY_NOTHING.sub("", made + text[done:]).strip() + "\n"


def _with_lists(text: str) -> Iterator[tuple[Token, bool]]:
    """The tokens, each with whether it stands bare in the list of a SELECT or GROUP BY."""
    depth: int | None = None
    for token in tokens(text):
        word = token.text.upper()
        if depth is not None and token.depth <= depth and word in _ENDS:
            depth = None
        yield token, depth == token.depth
        if word in ("SELECT", "BY"):
            depth = token.depth
