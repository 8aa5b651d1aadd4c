"""How fast texts are loaded, and what it costs to add one more.

    python bench/load.py                            the samples
    python bench/load.py 500 3000                   a corpus of each size, by one process and by two
    python bench/load.py --grow 1000 20000 100000   one store that grows, by one process

A corpus is grown from the Official Gazette texts: paragraphs drawn and shuffled, numbers drawn
anew, 25 kB a text or what `--size` says. Figures stand beside the speed of reading alone.
"""

import argparse
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
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


def grown(pool: list[str], seeds: Iterable[int], size: int = SIZE) -> Iterator[str]:
    """A text of about so many bytes a seed, each with numbers of its own; always the same ones."""
    for seed in seeds:
        draw = random.Random(seed)
        lines = [f"Số: {draw.randint(1, 9999)}/{draw.randint(2016, 2025)}/TT-BTC"]
        length = 0
        while length < size:
            start = draw.randrange(len(pool))
            # A run of paragraphs as they stand together, then others.
            for line in pool[start : start + 8]:
                # One text of the Gazette has null characters, which make a file a binary one.
                lines.append(_NUMBER.sub(str(draw.randint(1, 999)), line).replace("\0", ""))
                length += len(lines[-1].encode())
        yield "\n".join(lines)


def laid(folder: Path, pool: list[str], seeds: Sequence[int], size: int = SIZE) -> Path:
    """A folder with a grown corpus."""
    for number, text in zip(seeds, grown(pool, seeds, size), strict=True):
        place = folder / f"{number // 1000:03d}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:06d}.txt").write_text(text, encoding="utf-8")
    return folder


@dataclass(frozen=True, slots=True)
class Took:
    """What a load took.

    Seconds by the clock as a command and without its start, those that processors worked in all
    its processes and threads, and the MB of its largest process.
    """

    whole: float
    own: float
    worked: float
    most: float


def loading(folder: Path, store: Path, jobs: int = 1) -> Took:
    """Load a folder in a process of its own."""
    # One process alone imports what reads too: that belongs to the command's start.
    reads = "import loaders.quads, loaders.reading; " if jobs == 1 else ""
    code = (
        "import resource, time; from multiprocessing import forkserver\n"
        "from vankien.executors import LOADS, step_back\n"
        "if __name__ == '__main__':\n"
        f"    step_back(LOADS, wholly={jobs == 1})\n"
        f"    {reads}from vankien.loading import load\n"
        "    start, worked = time.perf_counter(), time.process_time()\n"
        f"    load([{str(folder)!r}], {str(store)!r}, {jobs}, lambda _: None)\n"
        "    print(time.perf_counter() - start)\n"
        # Who forked the readers counts for them once it has ended.
        "    forkserver._forkserver._stop()\n"
        "    read = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "    print(time.process_time() - worked + read.ru_utime + read.ru_stime)\n"
        "    each = (resource.getrusage(resource.RUSAGE_SELF), read)\n"
        "    print(max(e.ru_maxrss for e in each) / 1000)\n"
    )
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    own, worked, most = map(float, done.stdout.split())
    return Took(time.perf_counter() - start, own, worked, most)


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


def held(folder: Path) -> tuple[int, float]:
    """How many texts lie in a folder, and how many MB they are."""
    texts = [each for each in folder.rglob("*") if each.suffix in (".txt", ".md")]
    return len(texts), sum(each.stat().st_size for each in texts) / 1e6


def measured(folder: Path, pool: list[str], alone: float | None) -> None:
    """Print the figures of loading a folder, and of adding one text after."""
    count, size = held(folder)
    print(f"load: {count} texts, {size:.1f} MB")
    rates = {}
    for jobs in (1, 2):
        with TemporaryDirectory() as desk:
            store = Path(desk) / "store"
            first = loading(folder, store, jobs)
            again = loading(folder, store, jobs)
            rates[jobs] = told(f"jobs {jobs}", count, size, first, store)
            print(f"  again   {count / again.whole:7.0f} texts/s ({again.whole:.2f} s)")
            print(f"  one more text: {one_more(pool, store)}")
    hours = NATION / max(rates.values()) / 3600
    print(f"  two jobs {rates[2] / rates[1]:.2f} times one; {NATION} texts in {hours:.1f} h")
    if alone:
        print(f"  reading alone {size / alone:.2f} MB/s", flush=True)


def told(name: str, count: int, size: float, took: Took, store: Path, before: int = 0) -> float:
    """Print what a load took; the texts a second."""
    quads = len(snapshot(store).store) - before
    print(
        f"  {name}  {1000 * took.worked / count:6.1f} ms of processor a text"
        f"  {count / took.whole:7.1f} texts/s  {size / took.whole:5.2f} MB/s"
        f"  {quads / took.whole:7.0f} quads/s  {quads / count:5.0f} quads/text"
        f"  {took.whole:7.1f} s  {took.most:5.0f} MB at most"
        f"  {disk(store):6.0f} MB on disk"
    )
    return count / took.whole


def one_more(pool: list[str], store: Path) -> str:
    """The seconds, in the middle, that one text more takes a load, without the command's start."""
    taken: list[Took] = []
    for seed in range(5):
        with TemporaryDirectory() as desk:
            # Never a text that is there already.
            folder = laid(Path(desk), pool[::-1], [snapshot(store).version.number * 10 + seed])
            taken.append(loading(folder, store))
    own = statistics.median(each.own for each in taken)
    worked = statistics.median(each.worked for each in taken)
    return f"{own:.2f} s, {worked:.2f} s of processor time"


def growing(pool: list[str], counts: Sequence[int], size: int) -> None:
    """Print, for one store, what it takes to bring it from each count to the next."""
    with TemporaryDirectory() as desk:
        store = Path(desk) / "store"
        for before, count in pairwise([0, *counts]):
            folder = laid(Path(desk) / str(count), pool, range(before, count), size)
            quads = len(snapshot(store).store) if before else 0
            told(f"to {count:6d}", *held(folder), loading(folder, store), store, quads)
            print(f"  one more text: {one_more(pool, store)}", flush=True)


def main() -> None:
    """Print a few lines a corpus."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("counts", nargs="*", type=int, help="how many texts; the samples without")
    asked.add_argument("--grow", action="store_true", help="bring one store from count to count")
    asked.add_argument("--size", type=int, default=SIZE, help="the bytes of a text (%(default)s)")
    given = asked.parse_args()
    pool = paragraphs()
    if given.grow:
        growing(pool, given.counts, given.size)
        return
    if not given.counts:
        measured(SAMPLES, pool, None)
    for count in given.counts:
        with TemporaryDirectory() as desk:
            folder = laid(Path(desk), pool, range(count), given.size)
            measured(folder, pool, reading(folder) if count <= 2000 else None)


if __name__ == "__main__":
    main()
