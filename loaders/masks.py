"""What readers without permission may not see: words that identify a person in a complaint."""

import re
from bisect import bisect_left
from itertools import accumulate

from loaders.model import Span

BLOCK = "█"
_LETTER = re.compile(r"\S")


class Mask:
    """Hides the protected stretches of a text letter by letter, so that every offset stays true."""

    def __init__(self, text: str, protected: tuple[Span, ...]) -> None:
        self.clear = text
        self.protected = sorted(protected)
        self._reached = list(accumulate((span.end for span in self.protected), max))
        self.text = self._hide(text, self.protected)
        words = {text[span.start : span.end] for span in protected}
        self._words = sorted(filter(None, words), key=len, reverse=True)

    @staticmethod
    def _hide(text: str, spans: list[Span]) -> str:
        parts, at = [], 0
        for span in spans:
            parts.append(text[at : span.start])
            parts.append(_LETTER.sub(BLOCK, text[max(at, span.start) : span.end]))
            at = max(at, span.end)
        return "".join([*parts, text[at:]])

    def covers(self, span: Span) -> bool:
        """Whether a stretch touches a protected one."""
        if not self.protected:
            return False
        before = bisect_left(self.protected, Span(span.end, 0))
        return before > 0 and span.start < self._reached[before - 1]

    def __call__(self, value: str, near: Span | None = None) -> str:
        """A string of the text with its protected words hidden.

        Words like 'đồng chí' stand in many places: those nearest to `near` are meant.

        >>> mask = Mask("Bí thư xã A bị tố cáo, còn Bí thư xã B thì không", (Span(0, 11),))
        >>> mask("Bí thư", Span(12, 14)), mask("Bí thư", Span(39, 42)), mask("tố cáo Bí thư xã A")
        ('██ ███', 'Bí thư', 'tố cáo ██ ███ ██ █')
        """
        if not self.protected:
            return value
        place = self._nearest(value, near) if near else -1
        if place >= 0:
            return self.text[place : place + len(value)]
        for word in self._words:
            value = value.replace(word, _LETTER.sub(BLOCK, word))
        return value

    def _nearest(self, value: str, near: Span) -> int:
        before = self.clear.rfind(value, 0, near.end)
        after = self.clear.find(value, near.start)
        if before < 0 or after < 0:
            return max(before, after)
        return before if near.start - before < after - near.start else after
