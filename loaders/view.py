"""The text as the grammar sees it: NFC, one space character, one hyphen, one Đ, one tone placement.

Offsets never shift for the reader: positions in the view are mapped back to the raw text, which is
the only thing quoted.
"""

import math
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from loaders import letters
from ontology.numbers import DASHES

_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003"
    "\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
)
# Letters of another keyboard that look like ours: 'NĐ-СР' of a text typed with them.
_LOOK_ALIKE = dict(zip("АВЕКМНОРСТХаеорсх", "ABEKMHOPCTXaeopcx", strict=True))
_SAME_LENGTH = {
    **_LOOK_ALIKE,
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(DASHES, "-"),
    "Ð": "Đ",
    "Ɖ": "Đ",
    "ð": "đ",
    "ɖ": "đ",
    **dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
}
_INVISIBLES = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_INVISIBLE = re.compile(f"[{_INVISIBLES}]")
# Combining marks (Vietnamese uses U+0300-U+0331) are composed with the character before them; some
# characters have another canonical form of their own (U+0340, U+2126).
_MARKS = "\u0300-\u036f"
_OTHER_FORMS = "\u0374\u037e\u0387\u1f00-\u1fff\u2000\u2001\u2126\u212a\u212b\uf900-\ufaff"
_ODD = re.compile(f"[{_MARKS}{_OTHER_FORMS}{_INVISIBLES}]")
_CLUSTER = re.compile(f"{_ODD.pattern}[{_MARKS}]*")
# All that the view changes, but tones: most texts have nothing of it, and one look tells.
_UNUSUAL = re.compile(
    f"[{_MARKS}{_OTHER_FORMS}{_INVISIBLES}{''.join(map(re.escape, _SAME_LENGTH))}]"
)

# Both tone placements are official spellings of one syllable: uỷ / ủy, hoà / hòa, khoẻ / khỏe, and
# as 'Uỷ ban' and 'HOÀ'.
_TONES = {
    spelt(old): spelt(new)
    for spelt in (str, str.capitalize, str.upper)
    for olds, news in (
        ("oà oá oả oã oạ", "òa óa ỏa õa ọa"),
        ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"),
        ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"),
    )
    for old, new in zip(olds.split(), news.split(), strict=True)
}
# Only at the end of a syllable: 'toàn' and 'quý' keep theirs. A pattern that begins with one letter
# is skipped through at the speed of memory, an alternation of two is not.
_OLD_TONES = (
    re.compile(r"o[àáảãạèéẻẽẹ](?!\w)(?<![qQ]..)"),
    re.compile(r"u[ỳýỷỹỵ](?!\w)(?<![qQ]..)"),
    re.compile(r"O[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ](?!\w)(?<![qQ]..)"),
    re.compile(r"U[ỳýỷỹỵỲÝỶỸỴ](?!\w)(?<![qQ]..)"),
)


class Canonical(str):
    """A text that is its own view: nothing is left to make of it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Shifts:
    """How far the characters of a changed text stand from where they stood before.

    From each of the sorted `starts` on by the shift of the same place; the first start is 0.
    """

    starts: list[int]
    shifts: list[int]

    def undone(self, offset: int) -> int:
        """The offset, in the text as it was, of an offset in the changed one."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]

    def stretches(self) -> Iterator[tuple[float, int]]:
        """Where each stretch of one shift ends in the changed text, and the shift, in order."""
        return zip((*self.starts[1:], math.inf), self.shifts, strict=True)


@dataclass(frozen=True, slots=True)
class View:
    """`text` is what patterns run on.

    `origin` maps its offsets to the raw text, None where they are the same.
    """

    text: str
    origin: Shifts | None

    def raw(self, offset: int) -> int:
        """The offset in the raw text of an offset in the view."""
        return offset if self.origin is None else self.origin.undone(offset)


# Reading and the checks of what was read look at the same one.
@lru_cache(maxsize=2)
def view(raw: str) -> View:
    """The view of a raw text, in time linear in its length."""
    parts = _parts(raw)
    if not any(_ODD.search("".join(part.unusual)) for part in parts):
        return View(_canonical(parts), None)
    pieces: list[str] = []
    starts, shifts = [0], [0]
    done = length = 0
    for match in _CLUSTER.finditer(raw):
        start, end = match.span()
        if start > done and "\u0300" <= raw[start] <= "\u036f":
            start -= 1
        cluster = _INVISIBLE.sub("", unicodedata.normalize("NFC", raw[start:end]))
        if cluster == raw[start:end]:
            continue
        pieces += (raw[done:start], cluster)
        length += start - done
        # All that a cluster became stands where the cluster began.
        starts += range(length, length + len(cluster) + 1)
        shifts += range(start - length, start - length - len(cluster), -1)
        length += len(cluster)
        shifts.append(end - length)
        done = end
    if not done:
        return View(_canonical(parts), None)
    pieces.append(raw[done:])
    return View(_canonical(_parts("".join(pieces))), Shifts(starts, shifts))


_PART = 65_536


class _Part(NamedTuple):
    """Some lines of a text, and what of them the view may change."""

    text: str
    unusual: set[str]
    has_old_tones: bool


def _parts(text: str) -> list[_Part]:
    """Some lines of the text at a time.

    So little stays near the processor: a change to a long text at once takes many times as long.
    """
    found: list[_Part] = []
    at = 0
    while at < len(text):
        end = text.find("\n", at + _PART) + 1 or len(text)
        part = text[at:end]
        seen = letters.seen(part, _sorts()) if _IS_COMPILED else letters.UNUSUAL | letters.ENDS
        unusual = set(_UNUSUAL.findall(part)) if seen & letters.UNUSUAL else set()
        found.append(_Part(part, unusual, bool(seen & letters.ENDS)))
        at = end
    return found


_IS_COMPILED = not letters.__file__.endswith(".py")


@cache
def _sorts() -> bytes:
    """What each character is to the view, as `letters.seen` asks."""
    every = "".join(map(chr, range(0x10000)))
    sorts = bytearray(b"%c" % letters.OTHER) * len(every)
    sorts[-1] |= letters.ENDS
    for bit, those in (
        (letters.UNUSUAL, _UNUSUAL.findall(every)),
        (letters.OPENS, "oOuU"),
        (letters.TONED, {old[1] for old in _TONES}),
        (letters.ENDS, re.findall(r"\W", every)),
    ):
        for letter in those:
            sorts[ord(letter)] |= bit
    for letter in "qQ":
        sorts[ord(letter)] &= ~letters.OTHER
    return bytes(sorts)


def _canonical(parts: list[_Part]) -> Canonical:
    """The parts with canonical characters, of the same length."""
    return Canonical("".join([_usual(*part) for part in parts]))


def _usual(text: str, unusual: set[str], has_old_tones: bool) -> str:
    if "\r" in unusual:
        text = text.replace("\r\n", " \n")
    for odd in unusual & _SAME_LENGTH.keys():
        text = text.replace(odd, _SAME_LENGTH[odd])
    for tones in _OLD_TONES if has_old_tones else ():
        if tones.search(text):
            text = tones.sub(lambda match: _TONES[match[0]], text)
    return text
