"""The spreadsheet in which an office lists its instruments: every row becomes a line of text.

docs/register.md describes the sheet. What is loaded are the lines, so that each fact rests on the
words of its row; one wrong row refuses the whole sheet, with every error by its row.
"""

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from loaders.model import SourceText
from loaders.readers import archive
from loaders.readers.refusals import Unreadable, broken
from loaders.view import view
from ontology import authority, numbers

# The first line of the text: by it a list is known again, wherever its text comes from.
HEADING = "DANH MỤC VĂN BẢN CỦA CƠ QUAN (từ bảng tính)"
# How each relation begins in a line, and the column that holds it.
RELATIONS = {"replaces": "thay thế", "amends": "sửa đổi, bổ sung", "repeals": "bãi bỏ"}
_COLUMNS = {
    "number": ("số, ký hiệu", "số ký hiệu", "số hiệu", "number"),
    "kind": ("loại văn bản", "tên loại", "loại", "kind"),
    "issued": ("ngày ban hành", "ngày", "date"),
    "issuer": ("cơ quan ban hành", "nơi ban hành", "issuer"),
    "title": ("trích yếu", "tên văn bản", "title"),
    "effective": ("ngày có hiệu lực", "có hiệu lực từ", "effective"),
    "expired": ("ngày hết hiệu lực", "hết hiệu lực từ", "expired"),
    "replaces": ("thay thế", "replaces"),
    "amends": ("sửa đổi, bổ sung", "sửa đổi", "amends"),
    "repeals": ("bãi bỏ", "repeals"),
}
_NEEDED = ("number", "issued", "issuer")
_QUOTES = "“”\"' ."
_HEADER_WITHIN, _MOST_ROWS, _MOST_TOLD = 20, 50_000, 20
_DAY = re.compile(r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})|(?P<iso>\d{4}-\d\d-\d\d)")
_NUMBERED = re.compile(r"\d+[a-zđ]?(?:/\d{4})?[-/]\s?[A-ZĐ]", re.I)


class _Wrong(ValueError):
    """What is wrong with a cell, in Vietnamese and English."""

    def __init__(self, words: str, words_en: str) -> None:
        super().__init__(words_en)
        self.words, self.words_en = words, words_en


@dataclass(slots=True)
class _Sheet:
    """The lines that were made so far, and what is wrong, each with its row."""

    lines: list[str] = field(default_factory=list)
    wrong: list[tuple[int, _Wrong]] = field(default_factory=list)
    seen: dict[tuple[str, str, str], int] = field(default_factory=dict)


def read(raw: bytes, path: str, limit: int) -> SourceText:
    """The lines of a register; raises Unreadable with the errors by row."""
    columns, rows = _table(raw, limit)
    sheet = _Sheet()
    for number, cells in rows:
        entry = {name: _text(cells[at]) for name, at in columns.items() if at < len(cells)}
        if any(entry.values()):
            _take(sheet, number, entry)
    if sheet.wrong:
        raise Unreadable(_told(sheet, english=False), _told(sheet, english=True))
    if not sheet.lines:
        raise Unreadable("danh mục không có dòng nào", "the register has no row")
    return SourceText("\n\n".join([HEADING, *sheet.lines]) + "\n", path, title=HEADING)


def _table(raw: bytes, limit: int) -> tuple[dict[str, int], list[tuple[int, Sequence[object]]]]:
    """The columns by our names, and the rows below the header, each with its number."""
    # It takes a tenth of a second to import, which a load of other texts need not pay.
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    opened = archive.opened(raw, "XLSX")
    for info in opened.infolist():
        archive.member(opened, info, limit, "XLSX")
    try:
        book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
    except (InvalidFileException, KeyError, ValueError, SyntaxError) as error:
        raise broken("XLSX", str(error)) from error
    for name in book.sheetnames:
        rows = list(enumerate(book[name].iter_rows(max_row=_MOST_ROWS, values_only=True), 1))
        for at, (_, cells) in enumerate(rows[:_HEADER_WITHIN]):
            columns = _columns(cells)
            if all(each in columns for each in _NEEDED):
                return columns, rows[at + 1 :]
    raise Unreadable(
        "bảng tính không có dòng tiêu đề với các cột “Số, ký hiệu”, “Ngày ban hành”, “Cơ quan ban "
        "hành”; xem docs/register.md",
        "no header row with the columns 'Số, ký hiệu', 'Ngày ban hành', 'Cơ quan ban hành'; see "
        "docs/register.md",
    )


def _columns(cells: Sequence[object]) -> dict[str, int]:
    heads = [" ".join(_text(cell).casefold().split()).rstrip(" *:") for cell in cells]
    return {
        name: heads.index(alias)
        for name, aliases in _COLUMNS.items()
        for alias in aliases
        if alias in heads
    }


def _text(cell: object) -> str:
    """A cell as a line of text; a date as ISO."""
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else " ".join(view(str(cell)).text.split())


def _take(sheet: _Sheet, row: int, entry: dict[str, str]) -> None:
    """Add the line of a row, or what is wrong with it."""
    parts: dict[str, str] = {}
    for name, make in (
        ("number", _number),
        ("kind", lambda _: _kind(entry)),
        ("issued", lambda value: _day(value, "ngày ban hành", needed=True)),
        ("issuer", _issuer),
        ("effective", lambda value: _day(value, "ngày có hiệu lực")),
        ("expired", lambda value: _day(value, "ngày hết hiệu lực")),
        *((name, _related(words)) for name, words in RELATIONS.items()),
    ):
        try:
            parts[name] = make(entry.get(name, ""))
        except _Wrong as wrong:
            sheet.wrong.append((row, wrong))
    if len(parts) == len(RELATIONS) + 6:
        _join(sheet, row, parts, entry.get("title", ""))


def _join(sheet: _Sheet, row: int, parts: dict[str, str], title: str) -> None:
    first = sheet.seen.setdefault((parts["number"], parts["issued"], parts["issuer"]), row)
    if first != row:
        sheet.wrong.append((row, _Wrong(f"trùng dòng {first}", f"the same as row {first}")))
    for early, late in (("issued", "effective"), ("effective", "expired"), ("issued", "expired")):
        if parts[early] and parts[late] and parts[late] < parts[early]:
            what = _Wrong(
                f"{_COLUMNS[late][0]} trước {_COLUMNS[early][0]}",
                f"{_COLUMNS[late][-1]} before {_COLUMNS[early][-1]}",
            )
            sheet.wrong.append((row, what))
    sheet.lines.append(f"Dòng {row}: {_line(parts, title)}.")


def _line(parts: dict[str, str], title: str) -> str:
    """`Quyết định số 12/2021/QĐ-UBND ngày 20/8/2021 của ...; trích yếu: “về ...”; thay thế ...`."""
    said = [
        f"{parts['kind']} số {parts['number']} ngày {_printed(parts['issued'])} "
        f"của {parts['issuer']}"
    ]
    said += [f"trích yếu: “{title.strip(_QUOTES)}”"] if title else []
    said += [f"có hiệu lực từ ngày {_printed(parts['effective'])}"] if parts["effective"] else []
    said += [f"hết hiệu lực từ ngày {_printed(parts['expired'])}"] if parts["expired"] else []
    said += [f"{words} {parts[name]}" for name, words in RELATIONS.items() if parts[name]]
    return "; ".join(said)


def _printed(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}"


def _number(value: str) -> str:
    if not value:
        raise _Wrong("thiếu số, ký hiệu", "no number")
    parsed = numbers.parse(value)
    if parsed is None or not (parsed.symbol or parsed.organ):
        raise _Wrong(f"“{value}” không phải số, ký hiệu", f"'{value}' is no number")
    return numbers.normalise(value)


def _kind(entry: dict[str, str]) -> str:
    """The kind as given, else the only one that the symbol stands for in its system."""
    given, parsed = entry.get("kind", ""), numbers.parse(entry.get("number", ""))
    known = {each.label.casefold(): each.label for each in authority.kinds()}
    if given:
        if given.casefold() not in known:
            raise _Wrong(f"không có loại văn bản “{given}”", f"there is no kind '{given}'")
        return known[given.casefold()]
    if parsed is None:
        return ""
    used = (parsed.system, parsed.symbol or "")
    fitting = [each.label for each in authority.kinds() if used in each.symbols_in]
    if len(fitting) != 1:
        which = ", ".join(fitting) or "–"
        raise _Wrong(f"thiếu loại văn bản (có thể là: {which})", f"no kind (it may be: {which})")
    return fitting[0]


def _day(value: str, what: str, needed: bool = False) -> str:
    if not value:
        if needed:
            raise _Wrong(f"thiếu {what}", f"no date ({what})")
        return ""
    match = _DAY.fullmatch(value)
    try:
        if match and match["iso"]:
            return date.fromisoformat(match["iso"]).isoformat()
        if match:
            return date(int(match["y"]), int(match["m"]), int(match["d"])).isoformat()
    except ValueError:
        pass
    raise _Wrong(f"{what}: “{value}” không phải ngày", f"{what}: '{value}' is no day")


def _issuer(value: str) -> str:
    if not value:
        raise _Wrong("thiếu cơ quan ban hành", "no issuer")
    return value.strip(" .;")


def _related(words: str) -> Callable[[str], str]:
    """Reads the cell of a relation: instruments with their numbers, apart by semicolons."""

    def cell(value: str) -> str:
        for each in filter(None, (part.strip() for part in value.split(";"))):
            if not _NUMBERED.search(each):
                raise _Wrong(
                    f"{words}: “{each}” không có số, ký hiệu", f"{words}: '{each}' has no number"
                )
        return value.strip(" .;")

    return cell


def _told(sheet: _Sheet, *, english: bool) -> str:
    """Every error by its row, as many as a screen holds."""
    ordered = sorted(sheet.wrong, key=lambda wrong: wrong[0])
    row = "row" if english else "dòng"
    told = [f"{row} {n}: {w.words_en if english else w.words}" for n, w in ordered[:_MOST_TOLD]]
    rest = len(ordered) - len(told)
    told += ([f"{rest} more" if english else f"còn {rest} lỗi nữa"]) if rest else []
    head = "nothing of the register was loaded" if english else "không nạp dòng nào của danh mục"
    return "\n  ".join([f"{head}:", *told])
