"""How fast texts are loaded, and what it costs to add one more: `python bench/load.py [COUNT...]`.

Without counts the samples are loaded. With counts, a corpus is grown from the Official Gazette
texts for each (paragraphs drawn and shuffled, numbers drawn anew, 25 kB a text) and loaded by one
process and by two; then one text is added. Figures stand beside the speed of reading alone.
"""

import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.snapshots import snapshot
from loaders.model import SourceText
from loaders.readers import File, sources
from vankien.loading import parcelled

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
GAZETTE = ROOT.parent / "shared" / "corpus" / "congbao"
SIZE = 25_000
# What the issue asks for: the national database, overnight at most.
NATION = 160_000
_NUMBER = re.compile(r"\b[0-9]{1,4}(?=/[0-9]{4}/|/[A-ZĐ]{2}|-[A-ZĐ]{2})")


def paragraphs() -> list[str]:
    """The paragraphs of the Official Gazette texts, or of the samples where those are absent."""
    folder = GAZETTE if GAZETTE.is_dir() else SAMPLES
    texts = (each.text for each in sources([str(folder)]) if isinstance(each, SourceText))
    return [line for text in texts for line in text.split("\n") if len(line) > 40]


def grown(pool: list[str], count: int) -> Iterator[str]:
    """So many texts of about `SIZE` bytes, each with numbers of its own; always the same ones."""
    for seed in range(count):
        draw = random.Random(seed)
        lines = [f"Số: {draw.randint(1, 9999)}/{draw.randint(2016, 2025)}/TT-BTC"]
        length = 0
        while length < SIZE:
            start = draw.randrange(len(pool))
            # A run of paragraphs as they stand together, then others.
            for line in pool[start : start + 8]:
                # One text of the Gazette has null characters, which make a file a binary one.
                lines.append(_NUMBER.sub(str(draw.randint(1, 999)), line).replace("\0", ""))
                length += len(lines[-1].encode())
        yield "\n".join(lines)


def laid(folder: Path, pool: list[str], count: int) -> Path:
    """A folder with a grown corpus."""
    for number, text in enumerate(grown(pool, count)):
        place = folder / f"{number // 1000:03d}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:06d}.txt").write_text(text, encoding="utf-8")
    return folder


def loading(folder: Path, store: Path, jobs: int = 1) -> tuple[float, float]:
    """The seconds and the most MB of the largest process that a load takes, as a command."""
    code = (
        "import resource, sys, time; from vankien.loading import load\n"
        "if __name__ == '__main__':\n"
        f"    load([{str(folder)!r}], {str(store)!r}, {jobs}, lambda _: None)\n"
        "    each = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)\n"
        "    print(max(resource.getrusage(e).ru_maxrss for e in each) / 1000)\n"
    )
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return time.perf_counter() - start, float(done.stdout)


def reading(folder: Path) -> float:
    """The seconds that reading alone takes, up to what the writer takes in."""
    start = time.perf_counter()
    for path in sorted(folder.rglob("*.txt")):
        parcelled(File(str(path), path.read_bytes()), "", 1 << 30)
    return time.perf_counter() - start


def disk(store: Path) -> float:
    """The MB that a store takes; files that versions share are counted once."""
    sizes = {each.stat().st_ino: each.stat().st_size for each in store.rglob("*") if each.is_file()}
    return sum(sizes.values()) / 1e6


def measured(folder: Path, one_more: Path, alone: float | None) -> None:
    """Print the figures of loading a folder, and of adding one text after."""
    texts = [each for each in folder.rglob("*") if each.suffix in (".txt", ".md")]
    count, size = len(texts), sum(each.stat().st_size for each in texts) / 1e6
    print(f"load: {count} texts, {size:.1f} MB")
    rates = {}
    for jobs in (1, 2):
        with TemporaryDirectory() as desk:
            store = Path(desk) / "store"
            first, most = loading(folder, store, jobs)
            again, _ = loading(folder, store, jobs)
            more, _ = loading(one_more, store)
            held = len(snapshot(store).store)
            rates[jobs] = count / first
            print(
                f"  jobs {jobs}  {count / first:7.1f} texts/s  {size / first:5.2f} MB/s"
                f"  {held / first:7.0f} quads/s  {first:7.1f} s  {most:5.0f} MB at most"
                f"  {disk(store):6.0f} MB on disk"
            )
            print(f"  again   {count / again:7.0f} texts/s ({again:.2f} s)")
            print(f"  one more text: {more:.2f} s")
    hours = NATION / max(rates.values()) / 3600
    print(f"  two jobs {rates[2] / rates[1]:.2f} times one; {NATION} texts in {hours:.1f} h")
    if alone:
        print(f"  reading alone {size / alone:.2f} MB/s")


def main() -> None:
    """Print a few lines a corpus."""
    counts = [int(each) for each in sys.argv[1:]]
    with TemporaryDirectory() as desk:
        one_more = Path(desk) / "more"
        pool = paragraphs()
        one_more.mkdir()
        (one_more / "more.txt").write_text(next(grown(pool[::-1], 1)), encoding="utf-8")
        if not counts:
            measured(SAMPLES, one_more, None)
        for count in counts:
            folder = laid(Path(desk) / str(count), pool, count)
            measured(folder, one_more, reading(folder) if count <= 2000 else None)


if __name__ == "__main__":
    main()
