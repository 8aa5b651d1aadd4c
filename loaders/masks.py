"""What readers without permission may not see: words that identify a person in a complaint."""

import re
from bisect import bisect_left

from loaders.model import Span

BLOCK = "█"
_LETTER = re.compile(r"\S")


class Mask:
    """Hides the protected stretches of a text letter by letter, so that every offset stays true."""

    def __init__(self, text: str, protected: tuple[Span, ...]) -> None:
        self.clear = text
        self.protected = sorted(protected)
        self.text = self._hide(text, self.protected)
        words = {text[span.start : span.end] for span in protected}
        self._words = sorted(filter(None, words), key=len, reverse=True)

    @staticmethod
    def _hide(text: str, spans: list[Span]) -> str:
        for span in spans:
            hidden = _LETTER.sub(BLOCK, text[span.start : span.end])
            text = text[: span.start] + hidden + text[span.end :]
        return text

    def covers(self, span: Span) -> bool:
        """Whether a stretch touches a protected one."""
        before = bisect_left(self.protected, Span(span.end, 0))
        return any(span.start < each.end for each in self.protected[:before])

    def __call__(self, value: str) -> str:
        """A string of the text with its protected words hidden, however much of them it holds.

        >>> Mask("tố cáo Bí thư xã A", (Span(7, 18),))("Bí thư")
        '██ ███'
        """
        if not self.protected:
            return value
        place = self.clear.find(value)
        while place >= 0:
            if self.covers(Span(place, place + len(value))):
                return self.text[place : place + len(value)]
            place = self.clear.find(value, place + 1)
        for word in self._words:
            value = value.replace(word, _LETTER.sub(BLOCK, word))
        return value
