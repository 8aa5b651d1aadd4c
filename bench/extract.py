"""How fast texts are read, beside eyecite on English opinions in the same run.

    bench/extract.py [FOLDER [ENGLISH]]

FOLDER holds Vietnamese texts, ENGLISH an opinion with citations; without them the corpus beside the
checkout is read, or the samples. One core; a figure is the best of a few rounds. A text begins as
a file's reader hands it over, decoded and with its sha256. eyecite is wanted by the measurement
alone: `pip install --group bench`.
"""

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from loaders.cited import cited
from loaders.model import SourceText
from loaders.quads import quads
from loaders.readers import sources
from loaders.reading import read, unhurried

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
ROUNDS = 3
MB = 1_000_000


def main(folder: Path, english: Path) -> None:
    """Print one line a figure."""
    unhurried()
    texts = list(decoded(folder))
    size = sum(map(weight, texts))
    quads(read(texts[0]))  # reads the authority lists, once a process
    print(f"extract: {len(texts)} texts of {folder.name}, {size / MB:.1f} MB of UTF-8")
    citations = cited_rate(texts, ROUNDS)
    tell("citations", citations, "all fields, offsets and resolution")
    tell("N-Quads", quads_rate(texts, ROUNDS), "all layers")
    beside_eyecite(citations, english)
    for times in (1, 4):
        with multiprocessing.get_context("spawn").Pool(1) as fresh:
            peak = fresh.apply(peak_memory, (folder, times))
        print(f"  memory     {peak:8.0f} MB at most for {size * times / MB:.0f} MB of texts")
    for wanted in (1, 10, 100):
        many = repeated(texts, wanted * MB)
        tell("citations", cited_rate(many), f"in {len(many)} texts, {wanted} MB")
    for wanted in (1, 5, 20):
        text = "\n".join(each.text for each in repeated(texts, wanted * MB))
        one = [SourceText(text, "one")]
        tell("citations", cited_rate(one), f"in one text, {wanted} MB")
        tell("N-Quads", quads_rate(one), "of the same")


def cited_rate(texts: list[SourceText], rounds: int = 1) -> float:
    """Bytes a second of reading what texts cite, in full."""
    return rate(texts, lambda: [cited(text) for text in texts], rounds)


def quads_rate(texts: list[SourceText], rounds: int = 1) -> float:
    """Bytes a second of reading everything, down to N-Quads."""
    return rate(texts, lambda: [quads(read(text)) for text in texts], rounds)


def decoded(folder: Path) -> Iterator[SourceText]:
    """The texts of a folder."""
    return (found for found in sources([str(folder)]) if isinstance(found, SourceText))


def weight(text: SourceText) -> int:
    """Bytes of UTF-8."""
    return len(text.text.encode())


def repeated(texts: list[SourceText], size: int) -> list[SourceText]:
    """Texts over and over until they weigh so much, each another text by its first line."""
    found: list[SourceText] = []
    while size > 0:
        for text in texts:
            found.append(SourceText(f"{len(found)}\n{text.text}", text.path))
            size -= weight(text)
            if size <= 0:
                break
    return found


def rate(texts: list[SourceText], work: Callable[[], object], rounds: int) -> float:
    """Bytes a second of the shortest round: what else the machine does only ever adds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return sum(map(weight, texts)) / min(times)


def tell(what: str, speed: float, of: str) -> None:
    """A line of the report."""
    print(f"  {what:10} {speed / MB:8.2f} MB/s  {of}")


def peak_memory(folder: Path, times: int) -> float:
    """The most memory of this process, in MB, after it has read a folder so many times."""
    unhurried()
    for _ in range(times):
        for text in decoded(folder):
            quads(read(text))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def beside_eyecite(citations: float, english: Path) -> None:
    """Eyecite's default on an English opinion, and how many times as fast we are."""
    try:
        from eyecite import get_citations
    except ImportError:
        print("  eyecite    not installed (pip install --group bench), so there is no ratio")
        return
    opinion = SourceText(english.read_text(encoding="utf-8"), english.name)
    get_citations(opinion.text[:2000])
    theirs = rate([opinion], lambda: get_citations(opinion.text), ROUNDS)
    tell("eyecite", theirs, f"{english.name}; we are {citations / theirs:.0f} times as fast")


if __name__ == "__main__":
    given = [Path(each) for each in sys.argv[1:]]
    texts = CORPUS / "congbao" if CORPUS.exists() else ROOT / "samples"
    opinions = sorted((CORPUS / "english").glob("*.txt")) or [Path("opinion.txt")]
    main(given[0] if given else texts, given[1] if given[1:] else opinions[0])
