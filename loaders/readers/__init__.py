"""Files, folders and standard input to SourceTexts.

A file that cannot be read becomes a Refusal and stops nothing.
"""

import codecs
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.model import SourceText

SUFFIXES = frozenset({".txt", ".md"})
# Files that tell about a folder and are no texts of it.
_ABOUT_FOLDER = re.compile(r"(?:README|LICENSE|LICENCE|CHANGELOG|NOTICE)\b", re.I)
# 'MẬT', 'TỐI MẬT', 'TUYỆT MẬT' alone on a line of the header; never 'bảo mật' or 'bí mật' in a text
# (domain notes, 7).
_STAMP = re.compile(r"(?:^|\n)[\s|*#\[(]*(?:TUYỆT\s+|TỐI\s+)?MẬT[\s|*#\])]*(?:\n|\Z)")
_HEADER = 2000


@dataclass(frozen=True, slots=True)
class Refusal:
    """A path that was not read: which reason, and what the user can do about it.

    In Vietnamese and English.
    """

    path: str
    reason: str
    reason_en: str


def sources(paths: Iterable[str]) -> Iterator[SourceText | Refusal]:
    """Every text under the paths (files, folders, `-`).

    Folders in the order of their file names.
    """
    for path in paths:
        if path == "-":
            yield decoded(sys.stdin.buffer.read(), path)
        else:
            yield from _under(Path(path), path)


def _under(path: Path, given: str) -> Iterator[SourceText | Refusal]:
    if path.is_dir():
        found = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
        texts = [p for p in found if not _ABOUT_FOLDER.match(p.name)]
        if not texts:
            yield Refusal(
                given,
                "thư mục không có tệp .txt hoặc .md nào",
                "the folder holds no .txt or .md file",
            )
        for each in texts:
            yield _file(each, str(each))
    elif path.exists():
        yield _file(path, given)
    else:
        yield Refusal(
            given,
            "không có tệp hoặc thư mục này; hãy kiểm tra lại đường dẫn",
            "no such file or folder; check the path",
        )


def _file(path: Path, given: str) -> SourceText | Refusal:
    if path.suffix.lower() not in SUFFIXES:
        return Refusal(
            given,
            f"chưa đọc được định dạng {path.suffix or '(không có đuôi)'}; hãy chuyển sang .txt "
            f"hoặc .md (UTF-8)",
            f"format {path.suffix or '(no suffix)'} is not read yet; convert it to .txt or .md "
            f"(UTF-8)",
        )
    try:
        return decoded(path.read_bytes(), given)
    except OSError as error:
        return Refusal(
            given, f"không mở được tệp: {error.strerror}", f"cannot open the file: {error.strerror}"
        )


def decoded(raw: bytes, path: str) -> SourceText | Refusal:
    """The bytes as a SourceText, unchanged.

    UTF-16 is known by its mark, everything else must be UTF-8.
    """
    encoding = "utf-16" if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8"
    if encoding == "utf-8" and b"\0" in raw[:65536]:
        return Refusal(
            path, "đây là tệp nhị phân, không phải văn bản", "this is a binary file, not a text"
        )
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        return Refusal(
            path,
            f"không phải UTF-8 (byte thứ {error.start + 1}); hãy lưu lại tệp bằng mã UTF-8",
            f"not UTF-8 (byte {error.start + 1}); save the file as UTF-8",
        )
    if not text.strip("\ufeff \t\r\n"):
        return Refusal(path, "tệp không có chữ nào", "the file is empty")
    if _STAMP.search(text[:_HEADER]):
        return Refusal(
            path,
            "văn bản đóng dấu mật: không đọc, không ghi lại gì",
            "the text bears a secrecy stamp: nothing is read or written",
        )
    return SourceText(text, path)
