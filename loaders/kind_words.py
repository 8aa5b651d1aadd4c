"""Every capitalised kind word of a text, and what stands after it: a number, 'này', or a name.

A text has far more letters than kind words, so passes over the whole of it decide how fast it is
read: `str.find` skips to each first letter at the speed of memory, and what is found serves all
grammars of citations.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from ontology import authority

# The rest of the kind words that open citations, by their first letter.
_KINDS: Final = {
    "B": "ộ [Ll]uật",
    "C": "hỉ thị|hương trình|ông văn",
    "H": "ướng dẫn|iến pháp",
    "K": "ết luận|ế hoạch",
    "L": "uật",
    "N": "ghị (?:quyết(?: liên tịch)?|định)",
    "P": "háp lệnh",
    "Q": "uy (?:định|chế)|uyết định",
    "T": "hông (?:tư(?: liên tịch)?|báo|tri)",
    "Đ": "iều lệ|ề án",
}
# The letter after the next tells most of them from other words with their first; a view has these
# spaces alone.
_SPACE: Final = " \n\x1f"
_THIRD: Final = {
    "B": _SPACE,
    "C": "ỉưn",
    "H": "ớế",
    "K": f"t{_SPACE}",
    "L": "ậ",
    "N": "h",
    "P": "á",
    "Q": "y",
    "T": "ô",
    "Đ": f"ề{_SPACE}",
}
# The same by code points, the last for all beyond: compiled, that is many times as fast.
_BEYOND: Final = 0x1FFF
_IS_THIRD: Final = {
    letter: bytes(chr(code) in third for code in range(_BEYOND + 1))
    for letter, third in _THIRD.items()
}
# All of them, for patterns that look back from elsewhere.
KINDS: Final = "|".join(f"{letter}(?:{rest})" for letter, rest in _KINDS.items()).replace(
    " ", r"\s{1,3}"
)
# 'Quy định này'   'Nghị định số 64/2014/NĐ-CP'   'Nghị quyết 18 của Bộ Chính trị'   'Luật Giá'
_NEXT: Final = r"(?P<this> này(?!\w))|(?P<so>:? số:?)?(?: |:\s{0,2})(?=(?P<number>[0-9]))"
# 'Căn cứ' before a name is met on the way.
_ELSE: Final = {"C": "|(?P<basis>C(?<!\\wC)ăn cứ) "}
# Any of the spaces may be a line break.
_PASSES: Final = {
    letter: re.compile(
        rf"(?P<kind>{letter}(?<!\w{letter})(?:{rest}))(?:{_NEXT})?{_ELSE.get(letter, '')}".replace(
            " ", r"\s{1,3}"
        )
    )
    for letter, rest in _KINDS.items()
}


class KindWords:
    """The kind words of a text: those before numbers, those before 'này', others by letter.

    And each 'Căn cứ' in `bases`.
    """

    def __init__(self, text: str) -> None:
        self.before_names: dict[str, list[re.Match[str]]] = {}
        self.before_numbers: dict[int, re.Match[str]] = {}
        self.before_this: list[re.Match[str]] = []
        self.bases: list[re.Match[str]] = []
        for letter, each in _PASSES.items():
            others = self.before_names[letter] = []
            for word in _words(text, letter, each):
                # The group that matched last: 'so' stands with a number or with nothing.
                follows = word.lastgroup
                if follows == "number":
                    # 'Bộ Luật số 45/2019/QH14': the longer word comes first.
                    self.before_numbers.setdefault(word.end(), word)
                elif follows == "this":
                    self.before_this.append(word)
                elif follows == "basis":
                    self.bases.append(word)
                if follows == "kind" or letter == "H":
                    # 'Hiến pháp 2013' is a name with its year.
                    others.append(word)

    def matches(self, pattern: re.Pattern[str], letters: str) -> Iterator[re.Match[str]]:
        """Matches of a name's pattern at kind words of these letters; it is tried nowhere else."""
        for letter in letters:
            for word in self.before_names[letter]:
                if match := pattern.match(word.string, word.start()):
                    yield match


def _words(text: str, letter: str, kinds: re.Pattern[str]) -> list[re.Match[str]]:
    """The kind words of one first letter, left to right."""
    found: list[re.Match[str]] = []
    is_third = _IS_THIRD[letter]
    last = len(text) - 2
    at = text.find(letter)
    while 0 <= at < last:
        if is_third[min(ord(text[at + 2]), _BEYOND)] and (word := kinds.match(text, at)):
            found.append(word)
        at = text.find(letter, at + 1)
    return found


@lru_cache(maxsize=1024)
def kind_of(words: str) -> str | None:
    """The kind that words as printed name, whatever their spaces and capitals.

    >>> kind_of("NGHỊ  định")
    'Nghị định'
    """
    return _labels().get(" ".join(words.split()).casefold())


def label(printed: str) -> str:
    """Words as printed in the form of a kind's label, whether or not the lists have it."""
    words = " ".join(printed.split()).lower()
    return words[:1].upper() + words[1:]


def other_name(words: str) -> str | None:
    """The other name of a kind that words as printed are: 'Thông cáo báo chí' of a Thông cáo."""
    return _other_names().get(" ".join(words.split()).casefold())


@cache
def _other_names() -> dict[str, str]:
    return {name.casefold(): name for kind in authority.kinds() for name in kind.alternatives}


@cache
def _labels() -> dict[str, str]:
    return {kind.label.casefold(): kind.label for kind in authority.kinds()}
