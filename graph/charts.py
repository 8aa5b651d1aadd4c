"""Figures for papers: timeline, lags, main path and coverage as SVG, PNG and CSV.

The only importer of matplotlib. Each figure bears its caption, the dataset version, the query and
the day on which it was made; the same values give the same bytes.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from graph.hops import Teller
from graph.lags import Step, steps
from graph.links import links
from graph.measure_tables import main_path
from graph.notice import NOTICE
from graph.questions import answer
from graph.refusals import NotTraced
from graph.snapshots import Snapshot
from graph.telling import named, shortened

FORMATS = ("svg", "png", "csv")
_DOTS = 200
_MARKS = ("issued", "disseminated", "inspected", "reported")
_MARK_NAMES = ("ban hành", "quán triệt", "được giám sát", "có nhận định")
_UNKNOWN = "chưa rõ cấp"


class NothingToDraw(NotTraced):
    """The sources loaded tell nothing of what a figure would show."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"chưa có thông tin trong nguồn đã nạp để vẽ {name}",
            f"the sources loaded tell nothing to draw for {name}",
        )


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure before it is drawn: its values as rows, its caption, and who draws it."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    draw: Callable[[Axes], None]
    height: float

    def written(self, form: str) -> str | bytes:
        """The figure in one of the formats."""
        if form == "csv":
            return self._csv()
        out = io.BytesIO()
        with mpl.rc_context({"svg.hashsalt": "vankien", "svg.fonttype": "none"}):
            figure = self._figure()
            nothing = {"Date": None} if form == "svg" else {"Software": None}
            figure.savefig(out, format=form, dpi=_DOTS, metadata=nothing)
        return out.getvalue().decode() if form == "svg" else out.getvalue()

    def _figure(self) -> Figure:
        figure = Figure(figsize=(9, self.height), layout="constrained")
        FigureCanvasAgg(figure)
        self.draw(figure.add_subplot())
        figure.supxlabel("\n".join(wrap(self.caption, 120)), fontsize=7, ha="left", x=0.01)
        return figure

    def _csv(self) -> str:
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow([f"# {self.caption}"])
        writer.writerow(self.columns)
        writer.writerows(self.rows)
        return out.getvalue()


def timeline(snapshot: Snapshot, iri: str, made: date) -> Chart:
    """The steps of carrying an instrument out by day, a line a level."""
    told = [step for step in steps(snapshot, iri) if step.days is not None]
    if not told:
        raise NothingToDraw("timeline")
    levels = sorted({step.level for step in told})

    def draw(axes: Axes) -> None:
        for number, step in enumerate(told):
            assert step.days is not None
            place = levels.index(step.level)
            axes.plot([step.days], [place], "o", color="black")
            said = f"{step.number or shortened(step.body, 48)} {step.date}"
            # Neighbours in time stand above and below the line in turn.
            above = number % 2 == 0
            axes.annotate(
                "\n".join(wrap(said, 22)),
                (step.days, place),
                xytext=(0, 8 if above else -8),
                textcoords="offset points",
                ha="center",
                va="bottom" if above else "top",
                fontsize=7,
            )
        axes.set_yticks(range(len(levels)), [level or _UNKNOWN for level in levels])
        axes.margins(x=0.15, y=0.6)
        axes.set_xlabel("số ngày sau khi ban hành")

    caption = _caption(snapshot, iri, "Các bước triển khai", "timeline", made)
    return Chart(caption, _STEP_COLUMNS, _step_rows(told), draw, 2.5 + len(levels))


def lag_boxes(snapshot: Snapshot, iri: str, made: date) -> Chart:
    """How long after an instrument the steps came, a box a level."""
    told = steps(snapshot, iri)
    days: dict[str, list[int]] = defaultdict(list)
    for step in told:
        if step.days is not None:
            days[step.level].append(step.days)
    if not days:
        raise NothingToDraw("lag")
    levels = sorted(days)

    def draw(axes: Axes) -> None:
        names = [f"{level or _UNKNOWN} (n={len(days[level])})" for level in levels]
        axes.boxplot([days[level] for level in levels], orientation="horizontal",
                     tick_labels=names)  # fmt: skip
        axes.set_xlabel("số ngày sau khi ban hành")

    undated = sum(step.days is None for step in told)
    title = f"Độ trễ triển khai theo cấp ({undated} bước không rõ ngày không được tính)"
    caption = _caption(snapshot, iri, title, "lag", made)
    return Chart(caption, _STEP_COLUMNS, _step_rows(told), draw, 1.8 + 0.6 * len(levels))


_STEP_COLUMNS = ("level", "body", "measure", "number", "date", "days", "source", "quote")


def _step_rows(told: Sequence[Step]) -> tuple[tuple[object, ...], ...]:
    return tuple(
        (s.level, s.body, s.measure, s.number, s.date, s.days, s.source, s.quote) for s in told
    )


def main_path_drawing(snapshot: Snapshot, _: str, made: date) -> Chart:
    """The citations of the key-route main paths, from old to new."""
    found = main_path(snapshot)
    rows = tuple(tuple(row.values()) for row in found.values())
    if not rows:
        raise NothingToDraw("main-path")
    places = _layers([(str(row[-2]), str(row[-1])) for row in rows])
    labels = {str(row[-2]): str(row[0]) for row in rows} | {
        str(row[-1]): str(row[2]) for row in rows
    }

    def draw(axes: Axes) -> None:
        for row in rows:
            start, end = places[str(row[-2])], places[str(row[-1])]
            width = 2.2 if row[5] else 0.8
            axes.annotate(
                "", end, start, arrowprops={"arrowstyle": "->", "lw": width, "shrinkB": 24}
            )
        for node, (x, y) in places.items():
            name = "\n".join(wrap(labels[node], 18))
            axes.text(x, y, name, ha="center", va="center", fontsize=6,
                      bbox={"facecolor": "white", "edgecolor": "black", "pad": 2})  # fmt: skip
        axes.set_xlim(-0.6, max(x for x, _ in places.values()) + 0.6)
        axes.set_ylim(-0.6, max(y for _, y in places.values()) + 0.6)
        axes.set_axis_off()

    caption = _caption(snapshot, "", "Đường chính (SPC, key-route)", "main-path", made)
    tallest = max(y for _, y in places.values())
    return Chart(caption, found.columns, rows, draw, 2.5 + 0.6 * tallest)


def _layers(pairs: Sequence[tuple[str, str]]) -> dict[str, tuple[float, float]]:
    """Each text one column right of what it rests on; several of a column below each other."""
    column: dict[str, int] = {}
    for _ in range(len(pairs) + 1):
        before = dict(column)
        for earlier, later in pairs:
            column.setdefault(earlier, 0)
            column[later] = max(column.get(later, 0), min(column[earlier] + 1, len(pairs)))
        if column == before:
            break
    filled: dict[int, int] = defaultdict(int)
    places = {}
    for node in sorted(column, key=lambda each: (column[each], each)):
        places[node] = (float(column[node]), float(filled[column[node]]))
        filled[column[node]] += 1
    return places


def coverage_matrix(snapshot: Snapshot, iri: str, made: date) -> Chart:
    """What the sources tell of each unit; an empty field is no proof of anything."""
    found = list(answer(snapshot, "coverage", {"iri": iri}).values())
    if not found:
        raise NothingToDraw("coverage")
    units = [str(row["unit"]) for row in found]

    def draw(axes: Axes) -> None:
        told = [[row[mark] is not None for mark in _MARKS] for row in found]
        axes.imshow(told, cmap="Greys", aspect="auto", vmin=0, vmax=1.6)
        axes.set_yticks(range(len(units)), [shortened(unit, 60) for unit in units], fontsize=7)
        axes.set_xticks(range(len(_MARKS)), _MARK_NAMES, fontsize=8)
        for between in range(1, len(units)):
            axes.axhline(between - 0.5, color="grey", lw=0.4)

    title = "Điều nguồn đã nạp nói về từng đơn vị (ô trống: chưa có thông tin trong nguồn đã nạp)"
    columns = ("unit", "level", *_MARKS, "lastInspected")
    rows = tuple(tuple(row[column] for column in columns) for row in found)
    caption = _caption(snapshot, iri, title, "coverage", made)
    return Chart(caption, columns, rows, draw, 1.8 + 0.28 * len(units))


def chart(name: str, snapshot: Snapshot, iri: str, made: date) -> Chart:
    """The figure of a name: of one instrument, or of the whole network. Raises NothingToDraw."""
    return _CHARTS[name](snapshot, iri, made)


_CHARTS: dict[str, Callable[[Snapshot, str, date], Chart]] = {
    "timeline": timeline,
    "lag": lag_boxes,
    "main-path": main_path_drawing,
    "coverage": coverage_matrix,
}


def _caption(snapshot: Snapshot, iri: str, title: str, query: str, made: date) -> str:
    of = f": {named(Teller(snapshot, links(snapshot)).thing(iri))}" if iri else ""
    version = snapshot.version
    asked = " ".join(filter(None, (query, iri)))
    return (
        f"{title}{of}. vankien, bộ dữ liệu phiên bản {version.number} ({version.hash}), "
        f"truy vấn: {asked}, lập ngày {made.isoformat()}. {NOTICE}"
    )
