"""The numbers that Word generates before paragraphs of lists: '1.', 'a)', 'Điều 5.', 'II.1'.

A Word file keeps only the rules (`word/numbering.xml`); who reads the text sees the numbers, and
citations such as 'khoản 2' mean them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

_BULLETS = {"-": "-", "–": "-", "+": "+", "*": "*"}
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
LEVELS = 9


@dataclass(slots=True)
class Level:
    """How one level of a list counts and what is printed: `%1` stands for its first level."""

    start: int = 1
    form: str = "decimal"
    text: str = ""


@dataclass(slots=True)
class _List:
    """A list as paragraphs name it: its rules are shared, where it starts may be its own."""

    rules: str = ""
    starts: dict[int, int] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)


class Numbering:
    """The lists of a document with their counts so far; filled from XML events, then asked."""

    def __init__(self) -> None:
        self._rules: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        self._rule: dict[int, Level] = {}
        self._level, self._list, self._at, self._style = Level(), _List(), 0, ""

    def element(self, local: str, values: Mapping[str, str]) -> None:
        """An element of `numbering.xml` or `styles.xml` begins."""
        value = values.get("val", "")
        if local == "abstractNum":
            self._rule = self._rules.setdefault(values.get("abstractNumId", ""), {})
        elif local == "lvl":
            self._level = self._rule.setdefault(_whole(values.get("ilvl", "0")), Level())
        elif local == "num":
            self._list = self._lists.setdefault(values.get("numId", ""), _List())
        elif local == "lvlOverride":
            self._at = _whole(values.get("ilvl", "0"))
        elif local == "style":
            self._style = values.get("styleId", "")
        else:
            self._property(local, value)

    def _property(self, local: str, value: str) -> None:
        if local == "start":
            self._level.start = _whole(value)
        elif local == "numFmt":
            self._level.form = value
        elif local == "lvlText":
            self._level.text = value
        elif local == "abstractNumId":
            self._list.rules = value
        elif local == "startOverride":
            self._list.starts[self._at] = _whole(value)
        elif local == "numId" and self._style:
            self._styles[self._style] = (value, self._styles.get(self._style, ("", 0))[1])
        elif local == "ilvl" and self._style:
            self._styles[self._style] = (
                self._styles.get(self._style, ("", 0))[0],
                _whole(value),
            )

    def label(self, number: str | None, level: int | None, style: str) -> str:
        """What Word prints before a paragraph of this list, level and style; counts it."""
        of_style = self._styles.get(style, ("", 0))
        number = of_style[0] if number is None else number
        at = min(of_style[1] if level is None else level, LEVELS - 1)
        listed = self._lists.get(number)
        rules = self._rules.get(listed.rules, {}) if listed else {}
        if listed is None or at not in rules:
            return ""
        counts = self._counts.setdefault(listed.rules, [None] * LEVELS)
        if at in listed.starts and at not in listed.begun:
            listed.begun.add(at)
            counts[at] = None
        first = listed.starts.get(at, rules[at].start)
        count = counts[at]
        counts[at] = first if count is None else count + 1
        counts[at + 1 :] = [None] * (LEVELS - at - 1)
        return _printed(rules, at, counts)


def _printed(rules: dict[int, Level], at: int, counts: list[int | None]) -> str:
    if rules[at].form == "bullet":
        return _BULLETS.get(rules[at].text, "•")
    if rules[at].form == "none":
        return ""
    text = rules[at].text
    for level in range(at, -1, -1):
        rule = rules.get(level, Level())
        count = counts[level]
        text = text.replace(
            f"%{level + 1}", _numeral(rule.start if count is None else count, rule.form)
        )
    return text.strip()


def _numeral(count: int, form: str) -> str:
    """A count as the form writes it.

    >>> [_numeral(n, f) for n, f in ((4, "decimal"), (4, "upperRoman"), (28, "lowerLetter"))]
    ['4', 'IV', 'bb']
    """
    if form == "decimalZero":
        return f"{count:02}"
    if form in ("lowerLetter", "upperLetter") and count > 0:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters.upper() if form.startswith("upper") else letters
    if form in ("lowerRoman", "upperRoman") and 0 < count < 400:
        roman = "c" * (count // 100) + _tens(count % 100)
        return roman.upper() if form.startswith("upper") else roman
    return str(count)


def _tens(count: int) -> str:
    letters = ""
    for value, written in ((90, "xc"), (50, "l"), (40, "xl"), *_ROMAN):
        while count >= value:
            letters += written
            count -= value
    return letters


def _whole(value: str) -> int:
    return int(value) if value.isdigit() and len(value) < 9 else 0
