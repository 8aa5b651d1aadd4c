"""Bodies that a text names by their sort, of the territory that it has just named.

'Tại phường Gò Công, Đảng ủy phường đã ban hành ...', '- Phường Gia Cẩm: Ủy ban MTTQ phường ...'.
"""

import re

from loaders.bodies import resolve
from loaders.model import Body
from loaders.place_names import NAME
from loaders.places import Home

_TYPES = "xã|phường|thị trấn|huyện|quận|thị xã|thành phố"
_BARE = re.compile(rf"\s(?P<type>{_TYPES})\Z")
_NAMED = re.compile(
    rf"(?<!\w)(?:[Tt]ại\s+|Ở\s+|[-+•]\s+|\n)(?P<type>{_TYPES})\s(?P<name>{NAME})", re.I
)


def localised(body: Body, text: str, start: int, at: int, home: Home) -> Body:
    """The body of the one territory of its type that the words before it name; else as it is."""
    bare = None if body.place else _BARE.search(body.printed)
    if bare is None:
        return body
    named = {
        " ".join(match["name"].split())
        for match in _NAMED.finditer(text, start, at)
        if match["type"].lower() == bare["type"] and match["name"][0].isupper()
    }
    if len(named) != 1:
        return body
    return resolve(f"{body.printed} {named.pop()}", home, None)
