"""Who issued an instrument, from its enacting words, its signature and its letterhead.

The letterhead of the three central bodies is the same, so the issuer of a central party text is
read from its preamble or signature; a state number's suffix names the body; a local body is read
from its enacting words and gets the territory of the letterhead.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from loaders.casing import MARKS, cased, usual_names
from loaders.issuers import UPPER, issuer_end
from loaders.letterheads import (
    OPEN_END,
    STANDING,
    head_body,
    joint_bodies,
    missing_unit,
    standing_part,
    territory_above,
)
from loaders.model import Body, Span
from loaders.signatures import signed_for, signing_part
from ontology import authority
from ontology.numbers import parse

_ENACTS = re.compile(
    r"\s+(?:nay\s+)?(?:ban\s+hành|quy\s+định|quyết\s+định|hướng\s+dẫn|kết\s+luận|yêu\s+cầu"
    r"|chỉ\s+thị|thông\s+báo|QUYẾT\s+ĐỊNH|QUYẾT\s+NGHỊ|quyết\s+nghị|xây\s+dựng|báo\s+cáo|đề\s+nghị|thông\s+tri"
    r"|trình|triển\s+khai|tổ\s+chức)(?!\w)"
)
# 'ngày 23/7/2025 của↵Chính phủ ban hành kế hoạch': the body of another instrument.
_GOVERNED = re.compile(r"(?:của|do|cho|với|và|nghị)\s*\Z")
_VERB_TAIL = re.compile(r"\s*(?:QUYẾT\s+(?:ĐỊNH|NGHỊ)|CHỈ\s+THỊ)\s*:?\s*\Z|\s+ĐIỆN\s*:\s*\Z")
_CAPITAL_HEADS = (
    *("trưởng ban ", "chủ tịch ", "ban thường ", "ủy ban ", "hội đồng ", "giám đốc "),
    *("bộ trưởng ", "thường trực ", "chánh ", "tổng ", "thống đốc ", "thủ tướng ", "ban chấp "),
)
# Above a signer's name these tell an office, and no body.
_OFFICES = frozenset(("chánh văn phòng", "chánh thanh tra", "tổng giám đốc", "tổng cục trưởng"))
# 'Đoàn kiểm tra Đảng bộ tỉnh X' of a letterhead: the whole Party there sets up no delegation, and
# of a committee its board or its control commission may; the text says which.
_OF_PARTY = re.compile(
    r"(?P<sort>(?:Đoàn|Tổ) \w+ \w+)(?: (?:số )?(?P<which>\d+))? (?:(?:Ban Chấp hành )?Đảng bộ"
    r"|(?:Đảng|Tỉnh|Thành|Huyện|Quận|Thị) ủy) ",
    re.I,
)
# A minister counts as the ministry. Other heads act in their own right, as their preamble says:
# 'Chánh Thanh tra tỉnh X kết luận', 'TRƯỞNG BAN ... QUYẾT ĐỊNH'.
_MINISTER = re.compile(r"Bộ\s+trưởng\s+(?=Bộ\s)", re.I)
Resolve = Callable[[str], Body | None]


class Issuer(NamedTuple):
    """Who issued a text; `committee` is the one whose part signs, where only the signature tells.

    'Ban Thường vụ Huyện ủy X' signs for 'Huyện ủy X', whose work the text tells.
    """

    name: str | None
    committee: str | None = None


def issuer(text: str, number: str, span: Span, kind_end: int, resolve: Resolve) -> Issuer:
    """The issuing body's name; `kind_end` is where the line with the kind ends."""
    parts = parse(number)
    organ = (parts.organ if parts else None) or ""
    listed = _by_suffix(organ)
    is_joint = parts is not None and (parts.symbol or "").endswith("LT") and listed is None
    if is_joint and (joint := joint_bodies(text, span)):
        return Issuer(joint)
    if parts is None or parts.system != "party":
        if listed and not listed.endswith(_NATIONAL):
            return Issuer(listed)
        own = signed_issuer(text, span, kind_end)
        return own if listed is None or _is_branch(own.name, listed) else Issuer(listed)
    capital = _capital(text, kind_end)
    if organ == "TW":
        return Issuer(_central(text, kind_end, capital, resolve))
    if listed:
        part = standing_part(text, span)
        if part and part.split()[:3] != listed.split()[:3]:
            return Issuer(part)
        return Issuer(capital if capital and capital.startswith("Trưởng") else listed)
    return signed_issuer(text, span, kind_end)


def signed_issuer(text: str, span: Span, kind_end: int) -> Issuer:
    """A local body by its enacting words, else by its signature and letterhead together."""
    told = _told(text, kind_end)
    committee = _local(text, span, kind_end, told)
    part = None if told else signing_part(text, kind_end, committee)
    return Issuer(part, committee) if part else Issuer(committee)


def _told(text: str, kind_end: int) -> str | None:
    """The body that the words between the kind and the first article name as acting."""
    return _capital(text, kind_end) or _enacting(text, kind_end)


_NATIONAL = " Việt Nam"


def _is_branch(own: str | None, listed: str) -> bool:
    """'Hội Cựu chiến binh tỉnh Sơn La' signs with the same suffix as the one of the country."""
    national = listed.removesuffix(_NATIONAL)
    return own is not None and f"{national} " in own and listed not in own


def is_issuing_line(line: str) -> bool:
    """Whether a line in capitals names who issues: 'ỦY BAN NHÂN DÂN TỈNH X', 'CHÍNH PHỦ'."""
    bare = _VERB_TAIL.sub("", line.strip(MARKS)).strip(":")
    folded = " ".join(bare.split()).casefold()
    return bare.isupper() and (folded.startswith(_CAPITAL_HEADS) or folded in _folded_labels())


@cache
def _folded_labels() -> frozenset[str]:
    return frozenset(folded for folded, _ in usual_names())


def _central(text: str, kind_end: int, capital: str | None, resolve: Resolve) -> str | None:
    preamble = _enacting(text, kind_end) or capital
    for phrase in (signed_for(text, kind_end), preamble):
        body = resolve(cased(phrase)) if phrase else None
        if body:
            return body.name
    return preamble


def local_issuer(text: str, span: Span, kind_end: int) -> str | None:
    """A local body's name as its text prints it, with the territory of the letterhead."""
    return _local(text, span, kind_end, _told(text, kind_end))


def _local(text: str, span: Span, kind_end: int, told: str | None) -> str | None:
    head = head_body(text, span)
    delegation = _delegation(text, kind_end, head or "")
    name = delegation or told or head
    name = _acted_for(name) if name else None
    if name and head and STANDING.fullmatch(name.upper()):
        # 'Ban Thường trực báo cáo như sau': of the committee in the letterhead.
        name = head if head.casefold().startswith(name.casefold()) else f"{name} {head}"
    if name and head and head.casefold().startswith(f"{name} ".casefold()):
        # 'Chi bộ đã tổ chức học tập': the cell of the letterhead.
        name = head
    unit = territory_above(text, span, name) if name and OPEN_END.search(name) else None
    if name and unit and unit["name"] not in name:
        return f"{name} {missing_unit(name, unit)}"
    return name


def _delegation(text: str, kind_end: int, head: str) -> str | None:
    """'Đoàn kiểm tra của Ban Thường vụ Tỉnh ủy', which the letterhead calls that of a Đảng bộ."""
    of_party = _OF_PARTY.match(head)
    if of_party is None:
        return None
    which = of_party["which"] or "0"
    said = re.compile(rf"{of_party['sort']}(?:\s+(?:số\s+)?{which})?\s+của\s+(?=[{UPPER}])", re.I)
    match = said.search(text, kind_end, kind_end + 2500)
    end = issuer_end(text, match.end()) if match else None
    return " ".join(text[match.start() : end].split()) if match and end else None


def _acted_for(name: str) -> str:
    """The ministry that its minister acts for.

    >>> _acted_for("Bộ trưởng Bộ Y tế")
    'Bộ Y tế'
    """
    return _MINISTER.sub("", name, count=1)


@cache
def _by_suffix(organ: str) -> str | None:
    """The body of a suffix that names one body; of a joint number all of them, in order."""
    bodies = {suffix: body.label for body in authority.bodies() for suffix in body.suffixes}
    if re.fullmatch(r"(?:QH|HĐNN)\d+", organ):
        return "Quốc hội"
    if re.fullmatch(r"UBTVQH\d+", organ):
        return bodies.get("UBTVQH", "Ủy ban Thường vụ Quốc hội")
    if organ in bodies:
        return bodies[organ]
    named = [bodies.get(part) for part in organ.split("-")]
    return "; ".join(n for n in named if n) if len(named) > 1 and all(named) else None


# Where the body of a text begins; below it other bodies act, and its signature stands.
_FIRST_PART = re.compile(
    r"\n[ \t*#|>+-]*(?:(?:Điều|Phần|Mục|Chương|PHẦN|MỤC|CHƯƠNG)\s+(?:1|I|A|thứ|THỨ)\b"
    # '1. Sở Y tế;' is an entry of a list that the preamble goes on behind
    r"|[IA]\s?[./)-]|1\s?[./)-](?![^\n]*;\s*\n)|\(i\)|\(1\))"
)


_DID = re.compile(r"\s+đã\s")


def opens_text(line: str) -> bool:
    """Whether a line opens the preamble: 'Ban Pháp chế thông báo kết quả như sau:'."""
    end = issuer_end(line, 0)
    if end is None:
        return line.endswith(" điện:")
    enacts = _ENACTS.match(line, end) is not None and line.endswith((":", "."))
    return enacts or _DID.match(line, end) is not None


def _preamble_end(text: str, start: int) -> int:
    first = _FIRST_PART.search(text, start, start + 6000)
    return first.start() if first else min(len(text), start + 6000)


def _capital(text: str, start: int) -> str | None:
    """'TRƯỞNG BAN ... QUYẾT ĐỊNH', 'THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN TỈNH X' before the articles."""
    for line in text[start : _preamble_end(text, start)].split("\n"):
        if not line.isupper():
            continue
        bare = _VERB_TAIL.sub("", line.strip(MARKS)).strip(":")
        words = bare.split()
        folded = " ".join(words).casefold()
        if len(words) > 2 and folded.startswith(_CAPITAL_HEADS) and folded not in _OFFICES:
            return cased(bare)
    return None


def _enacting(text: str, start: int) -> str | None:
    """The body that enacts: 'Ban Bí thư Trung ương Đảng quy định về ... như sau:'.

    Who says that the text follows goes before who is told to have done something.
    """
    first = None
    concluded = _CONCLUDED.search(text, max(0, start - 60), start + 300)
    for match in _NAME_START.finditer(text, start, _preamble_end(text, start)):
        if _GOVERNED.search(text, max(0, match.start() - 8), match.start()):
            continue
        end = issuer_end(text, match.end())
        if end is None or not _ENACTS.match(text, end):
            continue
        name = " ".join(text[match.end() : end].split())
        if concluded and _PERSON.match(name):
            continue
        if _ENACTS_HERE.match(text, end):
            return name
        if first is None and not match[0].startswith("."):
            first = name
    return first


# 'THÔNG BÁO Kết luận của đồng chí Giám đốc Sở' tells what that person said; the body gives notice.
_PERSON = re.compile(r"(?:Phó\s)?(?:Bí thư|Chủ tịch|Giám đốc|Trưởng|Chánh|Bộ trưởng|Thứ trưởng)\s")
_CONCLUDED = re.compile(
    r"thông\s+báo[\s*|]+(?:ý\s+kiến|kết\s+luận)\s+(?:[^\n]{0,30}\s)?của\s+(?:đồng\s+chí|ông|bà"
    rf"|{_PERSON.pattern})",
    re.I,
)
_NAME_START = re.compile(rf"(?:\n|,|;|\*|\.\s)\s*\**(?=[{UPPER}])")
# Behind the sentences that tell what was done, one says that the text itself follows:
# '... làm Trưởng đoàn. Thường trực HĐND tỉnh báo cáo kết quả như sau:'
_ENACTS_HERE = re.compile(
    rf"{_ENACTS.pattern}[^.;]{{0,300}}?(?:\bnhư\s+sau\b|\bsau\s+đây\b|:[ ]*\n)"
)
