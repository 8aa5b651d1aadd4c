"""Who signs a text, by the block at its end, in whatever columns, cells or lines it was printed.

'KT. GIÁM ĐỐC' over 'Đoàn Thị Kim Loan', beside the recipients, or run into their last line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.model import Span
from loaders.passages import LOWER, UPPER
from loaders.surnames import SURNAMES

# The block of recipients and signatures is short.
_BLOCK = 1_800
_OPENS = re.compile(
    r"N(?:ơi|ƠI)\s+(?:nhận|NHẬN)|(?<!\w)(?:T/M|TM\.|K/T|KT\.|T/L|TL\.|TUQ\.)\s+[A-ZĐÀ-Ỹ]{2}"
)
# What parts the cells of a line: columns by blanks, tables by bars and <br>.
_EDGE = re.compile(r"\||<br>|[ \t]{3,}|\Z")
_LINE = re.compile(r"[^\n]+")
_OFFICES = (
    r"(?:PHÓ |QUYỀN |Q\. )?(?:CHỦ TỊCH|BÍ THƯ|CHỦ NHIỆM|TRƯỞNG BAN|TRƯỞNG ĐOÀN|GIÁM ĐỐC|VIỆN TRƯỞNG"
    r"|CHÁNH THANH TRA|CHÁNH VĂN PHÒNG|CHÁNH ÁN|TỔNG THANH TRA|BỘ TRƯỞNG|THỨ TRƯỞNG"
    r"|TRƯỞNG PHÒNG|CỤC TRƯỞNG|HIỆU TRƯỞNG|THƯ KÝ)"
)
_OFFICE = re.compile(rf"(?<!\w){_OFFICES}(?:\s(?!PHÓ\s)[A-ZĐÀ-Ỹ]+)*(?!\w)")
_WORD = rf"[{UPPER}][{LOWER}]*(?:['’][{UPPER}]?[{LOWER}]+)*"
_NAME = rf"(?P<name>{_WORD}(?:\s{{1,2}}{_WORD}){{1,4}})"
_ALONE = re.compile(rf"[\s*_]*{_NAME}[\s*_]*\Z")
_BEHIND_OFFICE = re.compile(rf"{_OFFICES}(?:\s[A-ZĐÀ-Ỹ]{{2,}})*\s+{_NAME}[\s*_]*\Z")
# '- Lưu: VT, HSTTr. Nguyễn Thành Phú': columns run together.
_BEHIND_RECIPIENT = re.compile(rf"\s*[-–][^\n]*?[.;,]\s+{_NAME}[\s*_]*\Z")
# Names of the highlands begin so: 'Y Bhiu Mlô', 'A Thanh Hùng'.
_FIRSTS = SURNAMES | {"Y", "A"}


@dataclass(frozen=True, slots=True)
class Signer:
    """Where a signature names a person, and the office above it as printed."""

    span: Span
    office: str


def signers(text: str) -> Iterator[Signer]:
    """Those who sign at the end of a text, each below or behind an office in capitals."""
    opens = _OPENS.search(text, max(0, len(text) - _BLOCK))
    above: list[str] = []
    for line in _LINE.finditer(text, opens.start()) if opens else ():
        above = [office[0] for office in _OFFICE.finditer(line[0])] or above
        named = list(_named(text, Span(*line.span()))) if above else []
        beside = len(named) == len(above)
        for index, span in enumerate(named):
            yield Signer(span, above[index if beside else -1])


def _named(text: str, line: Span) -> Iterator[Span]:
    """The names of a line: each a cell of its own, or run into the office or a recipient."""
    at = line.start
    for edge in _EDGE.finditer(text, line.start, line.end):
        words, begins, at = text[at : edge.start()], at, edge.end()
        alone = _ALONE.match(words)
        found = alone or _BEHIND_OFFICE.search(words) or _BEHIND_RECIPIENT.match(words)
        if found and found["name"].split()[0] in (_FIRSTS if alone else SURNAMES):
            yield Span(begins + found.start("name"), begins + found.end("name"))
