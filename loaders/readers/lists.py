"""Lists of texts: JSON Lines with a text a line, CSV tables of texts or of files beside them.

Read record by record, so that a list may be larger than memory; the limit is that of one record.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from loaders.readers.file import File
from loaders.readers.origins import Origin, told
from loaders.readers.refusals import Refusal, Unreadable, too_large

SUFFIXES = frozenset((".jsonl", ".csv"))
# What a record may hold, in the order in which it is looked for.
_CONTENT = ("text", "html", "file")
_SKIPPED = 1 << 20


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that a list names, with what the list tells of it."""

    path: Path
    origin: Origin


Entry = File | Listed | Refusal


def is_table(path: Path) -> bool:
    """Whether a CSV is a list of texts: its first row names a column of texts or of files."""
    try:
        with path.open("rb") as file:
            return bool(_columns(file.readline(_SKIPPED))[0])
    except OSError:
        return False


def json_lines(path: Path, given: str, limit: int) -> Iterator[Entry]:
    """Each line of a JSON Lines file: an object with text, html or file and what is known of it."""
    for number, line in enumerate(_lines(path, limit), start=1):
        place = f"{given}/{number}"
        if line is None:
            yield too_large(limit).refusal(place)
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            try:
                record = _object(line)
                yield _entry(record, f"{given}/{_name(record, number)}", path.parent)
            except Unreadable as reason:
                yield reason.refusal(place)


def table(path: Path, given: str, limit: int) -> Iterator[Entry]:
    """Each row of a CSV with a header, numbered as a spreadsheet shows it."""
    lines = _lines(path, limit)
    content, names, delimiter = _columns(next(lines, None) or b"")
    if not content:
        yield _NO_COLUMN.refusal(given)
        return
    csv.field_size_limit(max(csv.field_size_limit(), limit))
    # What is no UTF-8 becomes lone surrogates, which the row's own text then cannot hold.
    written = (_whole(line, limit).decode("utf-8", "surrogateescape") for line in lines)
    number = 1
    try:
        for number, cells in enumerate(csv.reader(written, delimiter=delimiter), start=2):
            if any(cells):
                yield from _row(dict(zip(names, cells, strict=False)), number, path, given)
    except (csv.Error, Unreadable) as reason:
        # What follows a row that does not end is no row.
        yield _cut_off(str(reason)).refusal(f"{given}/{number + 1}")


def _row(record: Mapping[str, str], number: int, path: Path, given: str) -> Iterator[Entry]:
    try:
        yield _entry(record, f"{given}/{_name(record, number)}", path.parent)
    except Unreadable as reason:
        yield reason.refusal(f"{given}/{number}")


def _columns(header: bytes) -> tuple[frozenset[str], list[str], str]:
    """Which columns hold texts, the names of all, and what stands between them."""
    line = header.decode("utf-8-sig", "replace").strip("\r\n")
    delimiter = max(",;\t", key=line.count)
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        # A line break of another system, or a cell without an end: no header.
        cells = []
    alike = {"origin": "url", "terms": "rights"}
    names = [alike.get(name, name) for name in (cell.strip().casefold() for cell in cells)]
    return frozenset(_CONTENT).intersection(names), names, delimiter


def _lines(path: Path, limit: int) -> Iterator[bytes | None]:
    """The lines of a file, None in place of one that is longer than the limit."""
    with path.open("rb") as file:
        while line := file.readline(limit + 1):
            if len(line) <= limit:
                yield line
                continue
            while line and not line.endswith(b"\n"):
                line = file.readline(_SKIPPED)
            yield None


def _whole(line: bytes | None, limit: int) -> bytes:
    if line is None:
        raise too_large(limit)
    return line


def _object(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise _NOT_UTF8 from None
    except (ValueError, RecursionError) as error:
        raise Unreadable(
            f"dòng này không phải JSON đúng ({error})", f"this line is no valid JSON ({error})"
        ) from None
    if not isinstance(record, dict):
        raise Unreadable(
            "dòng này không phải đối tượng JSON {...}", "this line is no JSON object {...}"
        )
    return record


def _name(record: Mapping[str, Any], number: int) -> str:
    """How a record is called in its list: by its id, which stays when lines move, or its number."""
    key = record.get("id")
    name = quote(str(key), safe=" ") if isinstance(key, str | int) and key != "" else ""
    return name if name.strip(". ") else str(number)


def _entry(record: Mapping[str, Any], path: str, folder: Path) -> Entry:
    content = next((each for each in _CONTENT if record.get(each)), None)
    if content is None:
        raise _NO_CONTENT
    value = record[content]
    if not isinstance(value, str):
        raise Unreadable(f"'{content}' không phải chuỗi chữ", f"'{content}' is no string")
    if content == "file":
        return Listed(_beside(value, folder), told(record))
    try:
        return File(path, value.encode(), told(record), content)
    except UnicodeEncodeError:
        raise _NOT_UTF8 from None


def _beside(name: str, folder: Path) -> Path:
    """The file of that name in the folder of the list or below it; nothing else is opened."""
    try:
        found = (folder / name.strip()).resolve()
        if found.is_relative_to(folder.resolve()) and found.is_file():
            return folder / name.strip()
    except (OSError, ValueError):
        found = folder
    if not found.is_relative_to(folder.resolve()):
        raise Unreadable(
            f"tệp '{name[:200]}' nằm ngoài thư mục của danh sách: không đọc",
            f"the file '{name[:200]}' lies outside the folder of the list: not read",
        )
    raise Unreadable(
        f"không có tệp '{name[:200]}' bên cạnh danh sách",
        f"there is no file '{name[:200]}' beside the list",
    )


_NOT_UTF8 = Unreadable(
    "không phải UTF-8; hãy lưu lại danh sách bằng UTF-8 (Excel: CSV UTF-8)",
    "not UTF-8; save the list as UTF-8 (Excel: CSV UTF-8)",
)
_NO_CONTENT = Unreadable(
    "không có 'text', 'html' hay 'file' nào", "there is no 'text', 'html' or 'file'"
)
_NO_COLUMN = Unreadable(
    "dòng đầu không có cột file, text hay html nên không phải danh sách văn bản",
    "its first row has no column file, text or html, so it is no list of texts",
)


def _cut_off(how: str) -> Unreadable:
    return Unreadable(
        f"bảng đọc đến đây thì hỏng ({how}); phần sau bị bỏ",
        f"the table is broken from here on ({how}); the rest is left out",
    )
