"""How fast texts are loaded: into a fresh store, once more, and beside just reading them.

`python bench/load.py FOLDER` measures the texts of a folder instead of the samples.
"""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.snapshots import snapshot
from loaders.model import SourceText
from loaders.quads import quads
from loaders.readers import sources
from loaders.reading import read
from vankien.loading import load

SAMPLES = Path(__file__).parent.parent / "samples"


def peak() -> float:
    """The most memory that this process has held, in MB; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1_000_000 if sys.platform == "darwin" else 1_000)


def loading(folder: Path, store: Path) -> float:
    """The seconds that a load takes."""
    start = time.perf_counter()
    load([str(folder)], store, 1, lambda _: None)
    return time.perf_counter() - start


def reading(folder: Path) -> float:
    """The seconds that reading alone takes, up to the quads."""
    start = time.perf_counter()
    for found in sources([str(folder)]):
        if isinstance(found, SourceText):
            quads(read(found))
    return time.perf_counter() - start


def main() -> None:
    """Print one line a figure."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    texts = [each for each in sources([str(folder)]) if isinstance(each, SourceText)]
    size = sum(len(each.text.encode()) for each in texts) / 1e6
    read(texts[0])  # reads the authority lists, once a process
    with TemporaryDirectory() as desk:
        store = Path(desk) / "store"
        first, again = loading(folder, store), loading(folder, store)
        held = len(snapshot(store).store)
        most = peak()
    alone = reading(folder)
    print(f"load: {len(texts)} texts, {size:.1f} MB, {held} quads in the store")
    print(
        f"  first   {len(texts) / first:8.1f} texts/s  {size / first:6.2f} MB/s"
        f"  {held / first:8.0f} quads/s  {first:6.2f} s, {first / alone:.1f} times reading alone"
    )
    print(f"  again   {len(texts) / again:8.1f} texts/s  {size / again:6.2f} MB/s  {again:6.2f} s")
    print(f"  memory  {most:8.0f} MB at most")


if __name__ == "__main__":
    main()
