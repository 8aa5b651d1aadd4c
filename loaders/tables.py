"""Figures of tables, whose unit and period stand in the caption and what they count in the heads.

'Bảng 1. Kiểm tra, giám sát quý I/2026 (đơn vị tính: tổ chức đảng)' above rows parted by bars. A
table whose caption gives no unit is left to its words.
"""

import re
from collections.abc import Iterator

from loaders.counts import FORMS
from loaders.model import Figure, Span
from loaders.periods import periods

_CAPTION = re.compile(
    r"^[^\n|]*?(?:\(|\b)(?:[Đđ]ơn\s+vị(?:\s+tính)?"
    r"|ĐVT)\s*:\s*(?P<unit>[^\W\d][^()\n;|]{1,40}?)\s*\)?\s*$",
    re.M,
)
_ROWS = re.compile(r"\s*(?P<rows>(?:[^\n|]*\|[^\n]*(?:\n|\Z)){3,})")
_RULE = re.compile(r"[\s|:+-]*")
_CELL = re.compile(r"[^|\n]+")
_NUMBER = re.compile(r"\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*\Z")
# A column that counts the row alone.
_PLAIN = re.compile(r"(?:số\s+lượng|số|tổng(?:\s+(?:số|cộng))?|cộng|kết\s+quả|thực\s+hiện)\Z", re.I)
_ORDINAL = re.compile(r"(?:STT|TT|Số\s+TT|Năm|%|Tỷ\s+lệ[^|]*)\Z", re.I)
_FORM = re.compile(FORMS)


def table_figures(text: str) -> Iterator[Figure]:
    """The figures of the tables that a caption with a unit introduces, in reading order."""
    if "|" not in text:
        return
    for caption in _CAPTION.finditer(text):
        rows = _ROWS.match(text, caption.end())
        if rows is None:
            continue
        stated = periods(text, Span(*caption.span()), None)
        period = stated[0].interval if stated else None
        heads: list[str] = []
        for line in re.finditer(r"[^\n]+", rows["rows"]):
            start = rows.start("rows") + line.start()
            cells = [
                (words, start + c.start() + c[0].index(words))
                for c in _CELL.finditer(line[0])
                if (words := c[0].strip())
            ]
            if _RULE.fullmatch(line[0]) or not cells:
                continue
            if not heads:
                heads = [words for words, _ in cells]
                continue
            yield from _of_row(cells, heads, caption["unit"], period)


def _of_row(
    cells: list[tuple[str, int]], heads: list[str], unit: str, period: str | None
) -> Iterator[Figure]:
    """The figures of a row: what its first words name, under the head of each column."""
    label = next((words for words, _ in cells if words and not _NUMBER.match(words)), "")
    for (words, at), head in zip(cells, heads, strict=False):
        number = _NUMBER.match(words)
        if number is None or not label or _ORDINAL.match(head):
            continue
        value = float(number[1].replace(".", "") + (f".{number[2]}" if number[2] else ""))
        counted = label.lower() if _PLAIN.match(head) else f"{label}, {head}".lower()
        form = _FORM.search(label.lower())
        yield Figure(
            span=Span(at, at + len(words)),
            value=value,
            unit=unit.strip(),
            what=counted,
            period=period,
            form=" ".join(form[0].split()) if form else None,
        )
