"""For whom a text is signed, and who signs: 'T/M BAN THƯỜNG VỤ', beside the recipients too."""

import re

from loaders.casing import MARKS, cased
from loaders.issuers import UPPER
from loaders.model import Signature, Span

# 'T/M BAN BÍ THƯ', 'TM. BAN THƯỜNG TRỰC' over 'ỦY BAN MẶT TRẬN'. Where columns were flattened the
# words stand behind a recipient: 'Nơi nhận: T/M BAN THƯỜNG VỤ'.
_SIGNED_FOR = re.compile(
    rf"T(?<!\w[T])(?:/M|M\.?|\.M\.?)\s+(?P<name>[{UPPER}][^\n|*]{{3,79}}"
    r"(?:\n(?=[^\n]{0,40}MẶT TRẬN|[^\n]{0,40}ỦY BAN)[^\n|*]{4,80})?)"
)
_LINE_BEGINS = re.compile(r"(?:\A|\n)[\s|*]*\Z")
_IN_CAPITALS = re.compile(rf"[{UPPER}]+(?:[ \n,-]+[{UPPER}]+)+(?!\w)")
# 'T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ' in one line: the office of who signs is no part of the name.
_OFFICE = re.compile(
    r"\s+(?:KT\.?\s+)?(?:PHÓ\s+)?(?:(?<!BAN )BÍ THƯ|(?<!ĐOÀN )CHỦ (?:TỊCH|NHIỆM)|TRƯỞNG"
    r"|CHÁNH)(?!\w)"
)
# Parts that sign for a whole committee.
_PART = re.compile(r"(?:BAN )?THƯỜNG (?:VỤ|TRỰC)(?!\w)|BAN CHẤP HÀNH(?!\w)|ĐOÀN CHỦ TỊCH(?!\w)")
_COMMITTEE = re.compile(
    rf"(?:{_PART.pattern})?\s*(?P<whole>(?:tỉnh|thành|huyện|quận|thị|đảng) ủy|đảng bộ|hội |hđnd|"
    r"(?:ủy ban )?(?:mttq|mặt trận)|(?:liên đoàn|tổng liên đoàn|công đoàn|đoàn tncs|tỉnh đoàn"
    r"|huyện đoàn|thành đoàn))",
    re.I,
)
_SIGNER = re.compile(
    rf"\n[ |*]*+(?=[TKQCGB])(?:T/M|TM\.|K/T|KT\.|T/L|TL\.|TUQ\."
    rf"|Q\.|CHÁNH\s|CHỦ\s(?:TỊCH|NHIỆM)|GIÁM ĐỐC|BỘ TRƯỞNG|THỦ TƯỚNG|BÍ THƯ|TRƯỞNG\s)"
    rf"[^\n]*\n(?:[^\n]*\n){{0,7}}?[\s|*]*"
    rf"(?P<name>[{UPPER}][^\W\d_{UPPER}]+(?:[ ][{UPPER}][^\W\d_{UPPER}]+){{1,4}})[\s|*]*(?:\n|\Z)"
)
# The signature stands right of 'Nơi nhận', with blanks or a cell's edge between.
_BESIDE = re.compile(r"[ \t]{3,}|\|")


def signed_for(text: str, start: int) -> str | None:
    """The body for which the first signature behind `start` stands, as printed."""
    for match in _SIGNED_FOR.finditer(text, start):
        name = match["name"]
        if not _LINE_BEGINS.search(text, max(0, match.start() - 60), match.start()):
            capitals = _IN_CAPITALS.match(name)
            if capitals is None:
                continue
            name = capitals[0]
        return _OFFICE.split(name, maxsplit=1)[0].strip()
    return None


def signing_part(text: str, start: int, head: str | None) -> str | None:
    """'Ban Thường vụ Huyện ủy X' of 'T/M BAN THƯỜNG VỤ' for the committee of the letterhead."""
    committee = _COMMITTEE.match(head) if head else None
    name = signed_for(text, start) if committee else None
    part = _PART.match(name) if name else None
    if head is None or committee is None or part is None:
        return None
    return f"{cased(part[0])} {head[committee.start('whole') :]}"


def signer(text: str) -> tuple[str, Signature] | None:
    """The name under the first signature mark; what follows may be annexes, signed by others.

    The lines in capitals above the name tell the capacity: 'KT. BỘ TRƯỞNG THỨ TRƯỞNG'.
    """
    signed = _SIGNER.search(text)
    if signed is None:
        return None
    above = text[signed.start() : signed.start("name")].split("\n")
    lines = (_BESIDE.split(line.strip(MARKS))[-1] for line in above)
    capacity = " ".join(" ".join(line.split()) for line in lines if line.isupper())
    return signed["name"], Signature(Span(*signed.span("name")), capacity)
