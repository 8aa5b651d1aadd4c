"""A coding sheet to defend links with: a random sample with quotes, and what coders made of it.

The sample is stratified by relation, in proportion but at least one of each, and drawn from a seed,
so that the same version, size and seed give the same sheet. Read back, the verdicts give the
precision with Wilson's interval (1927), the precision weighted by the size of the strata, and for
each two coders Cohen's kappa (1960).
"""

import io
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation

from graph.evidence import Evidence
from graph.hops import Step, Teller
from graph.links import Links, links
from graph.refusals import NotTraced
from graph.relations import RELATIONS, STATED_IN
from graph.snapshots import Snapshot
from graph.telling import statement

VERDICTS = ("đúng", "sai", "không rõ")
_SAYS = {
    "đúng": "đúng", "yes": "đúng", "y": "đúng", "1": "đúng", "true": "đúng", "right": "đúng",
    "sai": "sai", "no": "sai", "n": "sai", "0": "sai", "false": "sai", "wrong": "sai",
    "không rõ": "không rõ", "unsure": "không rõ", "?": "không rõ",
}  # fmt: skip
_COLUMNS = (
    "id", "quan hệ", "từ", "đến", "phát biểu", "nguyên văn", "câu", "nguồn", "vị trí", "kết luận",
    "ghi chú",
)  # fmt: skip
_WIDTHS = (6, 18, 34, 34, 50, 60, 80, 30, 14, 12, 30)
_SHEET, _FRAME = "mã hóa", "khung mẫu"
_HELP = (
    "Mỗi dòng là một quan hệ; cột “kết luận” ghi đúng, sai hoặc không rõ, chỉ dựa vào câu trích.",
    "A link a row; write đúng (right), sai (wrong) or không rõ (unsure) under “kết luận”, by the "
    "quoted words alone.",
    "Không phải bản chính, không thay thế văn bản gốc. Not an original.",
)
# The normal quantile of a 95 % interval.
_Z = 1.959963984540054


class UnreadableSheet(NotTraced):
    """A file is no coding sheet, or a verdict in it is none."""

    def __init__(self, path: Path, row: int | None, vi: str, en: str) -> None:
        at_vi, at_en = (f", dòng {row}", f", row {row}") if row else ("", "")
        super().__init__(f"{path}{at_vi}: {vi}", f"{path}{at_en}: {en}")


@dataclass(frozen=True, slots=True)
class Precision:
    """How many of the links that were judged are right, with the interval of 95 %."""

    stratum: str
    population: int
    judged: int
    right: int
    unsure: int
    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two coders agree beyond chance; None where chance alone would agree fully."""

    coders: tuple[str, str]
    both: int
    share: float
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Score:
    """What coders made of a sheet: precision of each stratum, of all, weighted, and agreement."""

    strata: tuple[Precision, ...]
    whole: Precision
    weighted: float | None
    agreements: tuple[Agreement, ...]


def sheet(snapshot: Snapshot, size: int, seed: int = 0) -> bytes:
    """The workbook of a sample of links that have words to prove them."""
    here = links(snapshot)
    teller = Teller(snapshot, here)
    strata = _strata(here, teller.evidence)
    book = Workbook()
    rows = book.active
    assert rows is not None
    rows.title = _SHEET
    rows.append(_COLUMNS)
    number = 0
    drawn: Counter[str] = Counter()
    for name, link in _drawn(strata, size, random.Random(seed)):  # noqa: S311
        step = teller.step(link)
        if step.quote:
            number += 1
            drawn[name] += 1
            rows.append(_row(number, step))
    _ready(rows)
    _frame(book.create_sheet(_FRAME), snapshot, strata, drawn, seed)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _strata(here: Links, evidence: Evidence) -> dict[str, list[int]]:
    """The links of each relation that texts state; what only the record knows has no quote."""
    recorded = {
        (relation.name, subject, object_)
        for relation in RELATIONS
        for subject, object_ in evidence.recorded(relation.iri)
    }
    found: dict[str, list[int]] = defaultdict(list)
    for link in range(len(here)):
        subject, place, object_ = here.statement(link)
        name = RELATIONS[place].name
        if name != STATED_IN and (name, subject, object_) not in recorded:
            found[name].append(link)
    return found


def _drawn(
    strata: dict[str, list[int]], size: int, chance: random.Random
) -> Iterable[tuple[str, int]]:
    whole = sum(map(len, strata.values()))
    for name, members in sorted(strata.items()):
        count = min(len(members), max(1, round(size * len(members) / whole)))
        yield from ((name, link) for link in sorted(chance.sample(members, count)))


def _row(number: int, step: Step) -> list[object]:
    quote = step.quote
    assert quote is not None
    where = f"{quote.start}-{quote.end}"
    words = (step.subject.label, step.object.label, statement(step), quote.text, step.sentence)
    plain = [_plain(each) for each in (step.relation, *words)]
    return [number, *plain, quote.source, where, None, None]


def _plain(text: str) -> str:
    """A text that a spreadsheet takes for no formula and that fits a cell."""
    one_line = " ".join(text.split())[:32_000]
    return f"'{one_line}" if one_line[:1] in "=+-@" else one_line


def _ready(rows) -> None:  # type: ignore[no-untyped-def]
    """Widths, a fixed first line, and the verdicts to choose from."""
    for column, width in zip("ABCDEFGHIJK", _WIDTHS, strict=True):
        rows.column_dimensions[column].width = width
    rows.freeze_panes = "A2"
    choice = DataValidation(type="list", formula1=f'"{",".join(VERDICTS)}"', allow_blank=True)
    rows.add_data_validation(choice)
    choice.add(f"J2:J{max(2, rows.max_row)}")


def _frame(page, snapshot, strata, drawn, seed) -> None:  # type: ignore[no-untyped-def]
    """Where the sample comes from: strata with their sizes, version and seed."""
    page.append(("quan hệ", "tổng thể", "mẫu"))
    for name, members in sorted(strata.items()):
        page.append((name, len(members), drawn[name]))
    for line in ("", *_HELP):
        page.append((line,))
    version = snapshot.version
    page.append((f"phiên bản {version.number}", version.hash, f"seed {seed}"))


def score(paths: Sequence[Path | str]) -> Score:
    """What one or several coders made of the same sheet, each in a copy of its own.

    The verdict of a link is that of most coders; a tie is unsure. Raises UnreadableSheet.
    """
    coded = {Path(path).name: _read(Path(path)) for path in paths}
    first = next(iter(coded.values()))
    population = first.population
    verdicts = {
        key: _most([each.verdicts.get(key, "") for each in coded.values()]) for key in first.strata
    }
    strata = tuple(
        _precision(
            name, population[name], [verdicts[k] for k, s in first.strata.items() if s == name]
        )
        for name in sorted(population)
        if name in first.strata.values()
    )
    whole = _precision("", sum(population.values()), list(verdicts.values()))
    pairs = combinations(coded.items(), 2)
    return Score(strata, whole, _weighted(strata), tuple(_agreement(*pair) for pair in pairs))


@dataclass(frozen=True, slots=True)
class _Coded:
    """A sheet that was read: stratum and verdict of each link by its id, sizes of strata."""

    strata: dict[int, str]
    verdicts: dict[int, str]
    population: dict[str, int]


def _read(path: Path) -> _Coded:
    try:
        book = load_workbook(path, read_only=True)
    except (InvalidFileException, BadZipFile, KeyError):
        raise UnreadableSheet(path, None, "không phải sổ tính", "is no workbook") from None
    if not {_SHEET, _FRAME} <= set(book.sheetnames):
        said = ("không phải phiếu mã hóa", "is no coding sheet")
        raise UnreadableSheet(path, None, *said)
    strata, verdicts = {}, {}
    for at, row in enumerate(book[_SHEET].iter_rows(min_row=2, values_only=True), 2):
        if row[0] is not None:
            strata[int(str(row[0]))] = str(row[1])
            verdicts[int(str(row[0]))] = _verdict(path, at, row[9])
    frame = book[_FRAME].iter_rows(min_row=2, max_col=3, values_only=True)
    sizes = {str(name): size for name, size, _ in frame if name and isinstance(size, int)}
    return _Coded(strata, verdicts, sizes)


def _verdict(path: Path, row: int, given: object) -> str:
    said = " ".join(str(given if given is not None else "").lower().split())
    if said and said not in _SAYS:
        vi = f"“{given}” không phải kết luận; hãy ghi {', '.join(VERDICTS)}"
        en = f"'{given}' is no verdict; write {', '.join(VERDICTS)} (or yes, no, unsure)"
        raise UnreadableSheet(path, row, vi, en)
    return _SAYS.get(said, "")


def _most(verdicts: Sequence[str]) -> str:
    """The verdict of most coders who gave one; unsure where as many say otherwise."""
    counts = Counter(each for each in verdicts if each).most_common(2)
    if not counts:
        return ""
    return "không rõ" if len(counts) == 2 and counts[0][1] == counts[1][1] else counts[0][0]


def _precision(stratum: str, population: int, verdicts: Sequence[str]) -> Precision:
    right, wrong = verdicts.count("đúng"), verdicts.count("sai")
    judged = right + wrong
    unsure = verdicts.count("không rõ")
    low, high = wilson(right, judged) if judged else (None, None)
    share = right / judged if judged else None
    return Precision(stratum, population, judged, right, unsure, share, low, high)


def wilson(right: int, judged: int) -> tuple[float, float]:
    """Wilson's interval of 95 % of a share.

    >>> low, high = wilson(81, 263)
    >>> f"{low:.4f} {high:.4f}"
    '0.2553 0.3662'
    """
    share, square = right / judged, _Z * _Z
    middle = share + square / (2 * judged)
    half = _Z * sqrt(share * (1 - share) / judged + square / (4 * judged * judged))
    return (middle - half) / (1 + square / judged), (middle + half) / (1 + square / judged)


def _weighted(strata: Iterable[Precision]) -> float | None:
    """The precision of all links, each stratum weighing what it weighs in the dataset."""
    told = [each for each in strata if each.share is not None]
    whole = sum(each.population for each in told)
    return sum(each.population * (each.share or 0) for each in told) / whole if whole else None


def _agreement(one: tuple[str, _Coded], other: tuple[str, _Coded]) -> Agreement:
    both = [
        (verdict, other[1].verdicts[key])
        for key, verdict in one[1].verdicts.items()
        if verdict and other[1].verdicts.get(key)
    ]
    share = sum(a == b for a, b in both) / len(both) if both else 0.0
    return Agreement((one[0], other[0]), len(both), share, kappa(both))


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of pairs of verdicts.

    >>> both = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10
    >>> f"{kappa(both + [('no', 'no')] * 15):.2f}"
    '0.40'
    """
    if not pairs:
        return None
    count = len(pairs)
    ones, others = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    seen = sum(a == b for a, b in pairs) / count
    chance = sum(ones[each] * others[each] for each in ones) / (count * count)
    return None if chance == 1 else (seen - chance) / (1 - chance)
