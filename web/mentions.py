"""Paragraphs of a source text as HTML: each mention a link that holds what its drawer says of it.

A page has hundreds of pieces, for which a template takes three times as long.
"""

from collections.abc import Iterable

from markupsafe import Markup, escape

from web.language import unbroken
from web.marks import Piece, Reading


def paragraph(pieces: Iterable[Piece]) -> Markup:
    """The pieces of a paragraph; what the page was opened on is marked, its first piece `#at`."""
    return Markup("".join(map(_piece, pieces)))  # noqa: S704 - each was escaped


def note(reading: Reading) -> Markup:
    """What stands beside a paragraph: what it was read as, a link to it."""
    return Markup(_mention(reading, "mention", escape(reading.label), reading.quote))  # noqa: S704


def _piece(piece: Piece) -> str:
    text: str = unbroken(piece.text)
    reading = piece.reading
    if reading:
        # the script takes the quote from the text where this is the whole of it
        quote = reading.quote if reading.quote != piece.text else ""
        text = _mention(reading, f"mention {piece.mark}", text, quote)
    if not piece.target:
        return text
    anchor = ' id="at"' if piece.first else ""
    return f"<mark{anchor}>{text}</mark>"


def _mention(reading: Reading, css: str, text: str, quote: str) -> str:
    """A link with what the drawer says in its attributes."""
    said = {
        "data-reading": reading.label,
        "data-place": f"{reading.start}-{reading.end}",
        "href": reading.address,
        "data-rule": reading.rule,
        "title": reading.target.text if reading.target else "",
        "data-quote": quote,
    }
    told = " ".join(f'{name}="{escape(value)}"' for name, value in said.items() if value)
    return f'<a class="{css}" {told}>{text}</a>'
