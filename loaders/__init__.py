"""Texts to quads: reads what a Vietnamese official text or report says. Imports ontology only.

`tools/compile.py` compiles some of its modules. A build lies apart from the sources, under the
checksum of all that it was made from: once a source has changed there is no build, and the same
code runs interpreted.
"""

import sys
import zlib
from pathlib import Path

# Through these goes every citation. None has a dataclass: those of a compiled module cannot be sent
# to another process.
COMPILED = (
    "anchors antecedents citations codified completion dates issuers kind_words law_names letters "
    "name_links names number_links numbered official_numbers page_breaks passages pinpoints "
    "plenums records register_owners registers short_forms treatments"
).split()
_HERE = Path(__file__).parent


def _build() -> Path:
    """Where the build of these very sources lies, for this Python, if it was made."""
    total = 0
    for room in (_HERE, _HERE.parent / "ontology"):
        for file in sorted(room.glob("*.py")):
            total = zlib.crc32(file.name.encode() + file.read_bytes(), total)
    return _HERE.parent / "build" / f"{sys.implementation.cache_tag}-{total:08x}"


BUILD = _build()
if BUILD.is_dir():
    # The compiled modules stand before their sources, and ask for the library that they share.
    __path__.insert(0, str(BUILD / "loaders"))
    sys.path.append(str(BUILD))
