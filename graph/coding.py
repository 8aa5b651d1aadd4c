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
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation

from graph.agreement import (
    RIGHT,
    UNSURE,
    WRONG,
    Agreement,
    Precision,
    kappa,
    precision,
    weighted,
)
from graph.evidence import Evidence
from graph.hops import Step, Teller
from graph.links import Links, links
from graph.notice import BOTH
from graph.refusals import NotTraced
from graph.relations import RELATIONS, STATED_IN
from graph.snapshots import Snapshot
from graph.telling import statement

VERDICTS = (RIGHT, WRONG, UNSURE)
_SAYS = {
    **dict.fromkeys((RIGHT, "yes", "y", "1", "true", "right"), RIGHT),
    **dict.fromkeys((WRONG, "no", "n", "0", "false", "wrong"), WRONG),
    **dict.fromkeys((UNSURE, "unsure", "?"), UNSURE),
}
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
    BOTH,
)


class UnreadableSheet(NotTraced):
    """A file is no coding sheet, or a verdict in it is none."""

    def __init__(self, path: Path, row: int | None, vi: str, en: str) -> None:
        at_vi, at_en = (f", dòng {row}", f", row {row}") if row else ("", "")
        super().__init__(f"{path}{at_vi}: {vi}", f"{path}{at_en}: {en}")


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


def _ready(rows: Any) -> None:
    """Widths, a fixed first line, and the verdicts to choose from."""
    for column, width in zip("ABCDEFGHIJK", _WIDTHS, strict=True):
        rows.column_dimensions[column].width = width
    rows.freeze_panes = "A2"
    choice = DataValidation(type="list", formula1=f'"{",".join(VERDICTS)}"', allow_blank=True)
    rows.add_data_validation(choice)
    choice.add(f"J2:J{max(2, rows.max_row)}")


def _frame(
    page: Any, snapshot: Snapshot, strata: dict[str, list[int]], drawn: Counter[str], seed: int
) -> None:
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
        precision(
            name, population[name], [verdicts[k] for k, s in first.strata.items() if s == name]
        )
        for name in sorted(population)
        if name in first.strata.values()
    )
    whole = precision("", sum(population.values()), list(verdicts.values()))
    pairs = combinations(coded.items(), 2)
    return Score(strata, whole, weighted(strata), tuple(_agreement(*pair) for pair in pairs))


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
    return UNSURE if len(counts) == 2 and counts[0][1] == counts[1][1] else counts[0][0]


def _agreement(one: tuple[str, _Coded], other: tuple[str, _Coded]) -> Agreement:
    both = [
        (verdict, other[1].verdicts[key])
        for key, verdict in one[1].verdicts.items()
        if verdict and other[1].verdicts.get(key)
    ]
    share = sum(a == b for a, b in both) / len(both) if both else 0.0
    return Agreement((one[0], other[0]), len(both), share, kappa(both))
