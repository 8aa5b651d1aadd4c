"""What a mistyped word may have been: words of the index one slip away."""

import sqlite3
import string
from collections.abc import Iterator

# Of a word that long no variants are tried; names have none.
_LONGEST = 12
# SQLite takes so many values in one statement.
_AT_ONCE = 500


def near_words(index: sqlite3.Connection, word: str) -> list[str]:
    """The words of names that differ from a folded word by one slip, sorted.

    A slip is a character too many, too few, another, or two exchanged.
    """
    if len(word) > _LONGEST:
        return []
    tried = sorted(set(_variants(word)) - {word, ""})
    found: list[str] = []
    for first in range(0, len(tried), _AT_ONCE):
        some = tried[first : first + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        statement = f"SELECT term FROM name_words WHERE term IN ({marks})"  # noqa: S608 - marks
        found += [term for (term,) in index.execute(statement, some)]
    return sorted(found)


def _variants(word: str) -> Iterator[str]:
    letters = string.digits if word.isdigit() else string.ascii_lowercase
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in letters:
            yield head + letter + tail
            yield head + letter + tail[1:]
