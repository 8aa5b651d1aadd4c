"""How Vietnamese a text looks: the share of its marked words that are possible syllables."""

import re
import unicodedata
from functools import lru_cache

_ONSET = r"(?:ngh|gh|kh|nh|ng|ch|th|tr|ph|gi|qu|[bcdđghklmnprstvx])?"
# The rhymes with circumflex, breve and horn but without tone; what stands before them is the onset.
_RHYME = (
    r"(?:(?:[ou]?[aăâeê]|u?yê|iê|uô|ươ|uâ|oe|uơ|oo|uy|[iyoôơuư])(?:ch|nh|ng|[ckmnpt])"
    r"|[ou]?a[iouy]?|uây|u?ây|âu|oeo|eo|êu|i[au]|iêu|yêu|o[ai]|ôi|ơi|u[aiêơy]|uôi|uya|uyu|uêu"
    r"|ư[aiu]|ươ[iu]?|oa[iy]|oe|[aăâeêioôơuưy])"
)
_SYLLABLE = re.compile(_ONSET + _RHYME)
_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")
_ASCII = re.compile(r"[ -~\s]*")
# Grave, acute, tilde, hook above, dot below: at most one a syllable.
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def marked_words(text: str) -> list[str]:
    """The words that bear a letter beyond ASCII."""
    return [word for word in _WORD.findall(text) if not word.isascii()]


@lru_cache(1 << 14)
def is_syllable(word: str) -> bool:
    """Whether a word can be one Vietnamese syllable.

    >>> is_syllable("nghiệp"), is_syllable("QUYẾT"), is_syllable("nghiÖp"), is_syllable("Müller")
    (True, True, False, False)
    """
    bare, tones = _TONES.subn("", unicodedata.normalize("NFD", word.lower()))
    return tones <= 1 and bool(_SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)))


def likeness(text: str) -> tuple[int, float]:
    """How many marked words a text has, and which share of them is possible in Vietnamese."""
    words = marked_words(text)
    return len(words), sum(map(is_syllable, words)) / len(words) if words else 0.0
