"""A text that is not read yet: its bytes, and what is known of it."""

from dataclasses import dataclass

from loaders.readers.origins import UNTOLD, Origin


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of one text, and what its folder or a list tells of it.

    It holds all that another process, or another machine, needs to read it. `form` is what the
    bytes are where a list says so (`text`, `html`); else their beginning tells.
    """

    path: str
    raw: bytes
    origin: Origin = UNTOLD
    form: str | None = None
