"""Coverage-guided fuzzing of what reads strangers' files (`pip install atheris`; not for Windows).

    python tools/fuzz.py readers CORPUS -max_total_time=3600 -timeout=20
    python tools/fuzz.py texts CORPUS -max_total_time=3600 -timeout=20

`readers` takes a file of any format up to its text; `texts` takes a text up to its N-Quads, with
every quote at its place. CORPUS is a folder that grows; what is new in it begins with the samples.
A crash, a hang or an input on which memory runs out is written to the folder where this runs, and
belongs into the tests.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["loaders", "ontology"]):
    from loaders.model import SourceText
    from loaders.quads import quads
    from loaders.readers import SUFFIXES, File, Refusal, text_of
    from loaders.reading import read

ROOT = Path(__file__).parent.parent
_LIMIT = 1_000_000
_NAMES = sorted(SUFFIXES)
_SEEDS = ("samples", "tests/data/formats", "tests/texts/dev", "tests/texts/reports")
_LARGEST_SEED = 200_000


def readers(fuzzed: bytes) -> None:
    """A file whose first byte says under which name it comes."""
    name = _NAMES[fuzzed[0] % len(_NAMES)] if fuzzed else ".txt"
    text = text_of(File(f"x{name}", fuzzed[1:]), _LIMIT)
    assert isinstance(text, SourceText | Refusal)


def texts(fuzzed: bytes) -> None:
    """A text, in UTF-8 as far as it goes."""
    text = SourceText(fuzzed.decode(errors="replace"), "x.txt")
    reading = read(text)
    for each in reading.citations:
        assert text.text[each.span.start : each.span.end].strip()
    assert all(line.endswith(" .") for line in quads(reading))


def sown(folder: Path, target: str) -> None:
    """Begin a corpus with the samples."""
    folder.mkdir(parents=True, exist_ok=True)
    found = (path for each in _SEEDS for path in sorted((ROOT / each).rglob("*.*")))
    for number, path in enumerate(found):
        suffix = path.suffix.lower()
        if suffix in SUFFIXES and path.stat().st_size < _LARGEST_SEED:
            head = bytes([_NAMES.index(suffix)]) if target == "readers" else b""
            if head or suffix in (".txt", ".md"):
                (folder / f"seed-{number:03d}").write_bytes(head + path.read_bytes())


def main() -> None:
    """Hand over to libFuzzer, whose options follow the target and the folder."""
    target, folder = sys.argv[1], Path(sys.argv[2])
    if not folder.exists():
        sown(folder, target)
    atheris.Setup([sys.argv[0], *sys.argv[2:]], {"readers": readers, "texts": texts}[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
