"""The order of Vietnamese: a ă â b c d đ e ê …, tones after letters, numbers by their value.

PyICU, which knows it too, comes without wheels and needs ICU's headers to build; pyuca carries no
tailoring for Vietnamese.
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACES = {letter: chr(ord("a") + place) for place, letter in enumerate(_LETTERS)}
# Level, grave, hook above, tilde, acute, dot below: as dictionaries put them.
_TONES = {"̀": "1", "̉": "2", "̃": "3", "́": "4", "̣": "5"}
_NUMBER = re.compile(r"\d+")
_DIGITS = 9
_ETHS = str.maketrans("ÐƉðɖ", "ĐĐđđ")


def collated(text: str) -> str:
    """A key by which texts stand in Vietnamese order.

    >>> sorted(["Đảng", "Dân", "Ấp", "Ăn", "An"], key=collated)
    ['An', 'Ăn', 'Ấp', 'Dân', 'Đảng']
    >>> sorted(["10-QĐ", "9-QĐ", "má", "mà"], key=collated)
    ['9-QĐ', '10-QĐ', 'mà', 'má']
    """
    letters, tones = [], []
    for character in unicodedata.normalize("NFC", text.translate(_ETHS)).lower():
        base, tone = _apart(character)
        letters.append(_PLACES.get(base, base if base.isalnum() else " "))
        tones.append(tone)
    spelt = " ".join("".join(letters).split())
    numbered = _NUMBER.sub(lambda number: number[0].zfill(_DIGITS), spelt)
    return f"{numbered}\t{''.join(tones)}"


# A text has few different letters.
@lru_cache(maxsize=1024)
def _apart(character: str) -> tuple[str, str]:
    """A letter without its tone, and the tone: `ấ` is `â` with the acute."""
    marks = unicodedata.normalize("NFD", character)
    tone = next((_TONES[mark] for mark in marks if mark in _TONES), "0")
    bare = "".join(mark for mark in marks if mark not in _TONES)
    return unicodedata.normalize("NFC", bare), tone
