"""How fast texts are read: megabytes a second over the samples, beside just decoding them."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from loaders.model import SourceText
from loaders.readers import sources
from loaders.reading import read

SAMPLES = Path(__file__).parent.parent / "samples"
ROUNDS = 3


def seconds(work: Callable[[], object]) -> float:
    """The shortest of a few rounds: what else the machine does only ever adds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def texts() -> list[SourceText]:
    """The sample texts, decoded."""
    return [found for found in sources([str(SAMPLES)]) if isinstance(found, SourceText)]


def identities(found: Sequence[SourceText]) -> list[str]:
    """The least that loading a text takes: its hash."""
    return [text.sha256 for text in found]


def main() -> None:
    """Print one line a figure."""
    found = texts()
    size = sum(len(text.text.encode()) for text in found) / 1e6
    read(found[0])  # reads the authority lists, once a process
    reading = seconds(lambda: [read(text) for text in found])
    least = seconds(lambda: identities(texts()))
    print(f"extract: {len(found)} texts, {size:.1f} MB")
    print(f"  read    {size / reading:8.2f} MB/s  {reading / len(found) * 1000:6.1f} ms a text")
    print(f"  decode  {size / least:8.2f} MB/s  reading takes {reading / least:.0f} times as long")


if __name__ == "__main__":
    main()
