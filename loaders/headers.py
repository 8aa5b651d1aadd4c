"""What instrument a text itself is, from its header, preamble and signature; None for a news page.

The letterhead of the three central bodies is the same, so the issuer of a central party text is
read from its preamble or signature ('Ban Bí thư quy định', 'T/M BỘ CHÍNH TRỊ'); a state number's
suffix names the body that issued it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from loaders import dates
from loaders.citations import NUMBER
from loaders.issuers import UPPER, issuer_end
from loaders.model import Body, Span
from ontology import authority
from ontology.numbers import normalise, parse

HEAD = 6000
# Số 384-QĐ/TW   Số: 162/2026/NĐ-CP   Luật số: 41/2024/QH15   | Số 37-HD/BTGDVTW
_NUMBER_LINE = re.compile(
    r"(?:^|\n)[\s|*#>-]*(?:(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh|LUẬT"
    r"|NGHỊ QUYẾT)\s+)?[Ss][ốỐ]\s{0,2}:?\s{0,4}\**(?=[0-9])"
)
_LINE_REST = re.compile(rf"[ *|]*(?:\n|\Z|[ ]{{2,}}|[{UPPER}][\w. -]{{1,40}},\s*ngày)")
_PLACE_DAY = re.compile(rf"(?:,|\A|\n|\*|\s{{2}})\s*[Nn]gày\s+(?:{dates.IN_WORDS}|{dates.NUMERIC})")
_MARKS = " \t*#|_>"
_RULE = re.compile(r"[-_*–—\s]{3,}\Z")
# A title that breaks off after one of these words goes on below the blank line.
_UNFINISHED = re.compile(r"(?:của|về|với|và|theo|cho|tại|trong|do|các|thuộc|số)\Z")
_TITLE_STOP = re.compile(
    r"(?:-\s*)?(?:Căn\s+cứ|Kính\s+gửi|Xét|Điều\s+1|Chương\s+I\b|Phần\s+|I\.|1\.|\(|Độc lập)"
)
# A title may open with these words; on a later line they begin the preamble.
_LATER_STOP = re.compile(r"(?:Thực\s+hiện|Theo|Để|Trong|Từ|Ngày)\s")
# 'Thông tư số 34/2019/TT-BLĐTBXH ngày 30 tháng 12 năm 2019 ... được sửa đổi, bổ sung bởi:' opens a
# consolidated text.
_BASE_ACT = re.compile(
    r"(?:Thông\s+tư|Nghị\s+định|Quyết\s+định|Pháp\s+lệnh|Bộ\s+luật|Luật"
    r"|Nghị\s+quyết)\s.{0,160}?\d+/"
)
_ENACTS = re.compile(
    r"\s+(?:nay\s+)?(?:ban\s+hành|quy\s+định|quyết\s+định|hướng\s+dẫn|kết\s+luận|yêu\s+cầu"
    r"|chỉ\s+thị|thông\s+báo|QUYẾT\s+ĐỊNH|QUYẾT\s+NGHỊ|xây\s+dựng|báo\s+cáo)(?!\w)"
)
_SIGNED_FOR = re.compile(
    r"(?:^|\n)[\s|*]*(?:T/M|TM\.?|T\.M)\s+(?P<name>[^\n|*]{4,80}(?:\n(?=[^\n]{0,40}MẶT TRẬN"
    r"|[^\n]{0,40}ỦY BAN)[^\n|*]{4,80})?)"
)
_SIGNER = re.compile(
    rf"(?:^|\n)[\s|*]*(?:T/M|TM\.|K/T|KT\.|T/L|TL\.|TUQ\."
    rf"|Q\.)[^\n]*\n(?:[^\n]*\n){{0,7}}?[\s|*]*"
    rf"(?P<name>[{UPPER}][^\W\d_{UPPER}]+(?:[ ][{UPPER}][^\W\d_{UPPER}]+){{1,4}})[\s|*]*(?:\n|\Z)"
)
_CONSOLIDATED = re.compile(r"(?:^|\n)[\s|*]*Số\s*:?\s*(?P<number>[0-9]{1,5}/VBHN-[A-ZĐ]+)")


@dataclass(frozen=True, slots=True)
class Header:
    """The text's own kind, number, date, issuer, title and signer as read."""

    kind: str | None
    number: str
    date: str | None
    issuer: str | None
    title: str | None
    signer: str | None
    span: Span


def header(text: str, written: str, resolve: Callable[[str], Body | None]) -> Header | None:
    """The header of an instrument, None where the text is none (news, a blank template).

    `written` is the same text with its own spelling, from which the title is quoted.
    """
    found = _own_number(text)
    if found is None:
        return None
    number, span = found
    consolidated = "VBHN" in number
    kind_line = _kind_line(text, 0 if consolidated else span.end)
    if kind_line is None and not consolidated:
        return None
    kind, title = (
        (kind_line[0], _title(written, kind_line[1], consolidated)) if kind_line else (None, None)
    )
    return Header(
        "Văn bản hợp nhất" if consolidated else kind,
        number,
        _date(text, span, consolidated),
        _issuer(text, number, span, kind_line[1] if kind_line else span.end, resolve),
        title,
        _signer(text),
        span,
    )


def _own_number(text: str) -> tuple[str, Span] | None:
    """The number on a line of its own.

    A consolidated text may print it at its end, below what it consolidates.
    """
    if "/VBHN-" in text and (match := _CONSOLIDATED.search(text)):
        return normalise(match["number"]), Span(match.start("number"), match.end("number"))
    for line in _NUMBER_LINE.finditer(text, 0, min(len(text), HEAD)):
        number = NUMBER.match(text, line.end())
        if number and _LINE_REST.match(text, number.end()):
            return normalise(number[0]), Span(number.start(), number.end())
    return None


def _kind_line(text: str, start: int) -> tuple[str, int] | None:
    """The kind printed in capitals on a line of its own, and where that line ends."""
    position = start
    for line in text[start : start + 3000].split("\n"):
        bare = line.strip(_MARKS + "0123456789")
        kind = _kinds().get(re.sub(r"\s+", " ", bare).casefold()) if bare.isupper() else None
        if kind and kind != "Văn bản hợp nhất":
            return kind, position + len(line)
        position += len(line) + 1
    return None


@cache
def _kinds() -> dict[str, str]:
    return {kind.label.casefold(): kind.label for kind in authority.kinds()}


def _title(text: str, start: int, consolidated: bool) -> str | None:
    """The lines under the kind, joined, up to a rule, a blank line or the preamble."""
    lines: list[str] = []
    for line in text[start : start + 2500].split("\n")[1:]:
        bare = line.strip(_MARKS)
        if not bare or _RULE.match(bare):
            if (lines and not _UNFINISHED.search(lines[-1])) or (lines and bare):
                break
            continue
        stops = (
            _TITLE_STOP.match(bare)
            or (lines and _LATER_STOP.match(bare))
            or (consolidated and _BASE_ACT.match(bare))
        )
        if stops or (lines and bare.isupper() and not bare[0].isdigit() and not lines[0].isupper()):
            break
        lines.append(bare)
    title = re.sub(r"\s+", " ", " ".join(lines)).strip()
    if not title:
        return None
    return title[0].upper() + (title[1:].lower() if title.isupper() else title[1:])


def _date(text: str, number: Span, consolidated: bool) -> str | None:
    """The day printed with the place, after the number (or before it, in some layouts)."""
    windows = [(number.end, number.end + 900)]
    if not consolidated:
        windows.append((max(0, number.start - 500), number.start))
    for start, end in windows:
        if match := _PLACE_DAY.search(text, start, end):
            return dates.day_of(match)
    passed = re.compile(rf"thông\s+qua\s+ngày\s+(?:{dates.IN_WORDS}|{dates.NUMERIC})").search(
        text, max(0, len(text) - 4000)
    )
    return dates.day_of(passed) if passed else None


def _issuer(
    text: str, number: str, span: Span, kind_end: int, resolve: Callable[[str], Body | None]
) -> str | None:
    parts = parse(number)
    organ = (parts.organ if parts else None) or ""
    party = bool(parts and parts.system == "party")
    capital = _capital_enacting(text, kind_end)
    if not party:
        if named := _by_suffix(organ):
            return named
        return capital or _letterhead(text, span)
    preamble = _enacting(text, kind_end) or capital
    signed = _SIGNED_FOR.search(text, kind_end)
    if organ == "TW":
        for phrase in (signed["name"] if signed else None, preamble):
            body = resolve(_proper(phrase)) if phrase else None
            if body:
                return body.name
        return preamble
    if capital and capital.casefold().startswith("trưởng"):
        return capital
    return _by_suffix(organ) or preamble or _letterhead(text, span)


def _proper(phrase: str) -> str:
    """A name in capitals as it is usually written.

    'BỘ CHÍNH TRỊ' -> 'Bộ Chính trị', from the lists where listed.
    """
    words = re.sub(r"\s+", " ", phrase).strip(_MARKS)
    if not words.isupper():
        return words
    return _listed_names().get(words.casefold()) or words[:1] + words[1:].lower()


@cache
def _listed_names() -> dict[str, str]:
    return {
        name.casefold(): name
        for body in authority.bodies()
        for name in (body.label, *body.alternatives)
    }


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


def _capital_enacting(text: str, start: int) -> str | None:
    """'TRƯỞNG BAN TUYÊN GIÁO VÀ DÂN VẬN TRUNG ƯƠNG QUYẾT ĐỊNH', 'BỘ TRƯỞNG BỘ TÀI CHÍNH'."""
    for line in text[start : start + 6000].split("\n"):
        bare = re.sub(
            r"\s*(?:QUYẾT\s+(?:ĐỊNH|NGHỊ)|CHỈ\s+THỊ)\s*:?\s*\Z", "", line.strip(_MARKS + ":")
        )
        if bare.isupper() and bare.casefold().startswith(
            ("trưởng ban", "chủ tịch", "ban thường", "ủy ban", "hội đồng", "giám đốc", "bộ trưởng")
        ):
            name = bare.casefold()
            for prefix in ("trưởng ban ", "bộ trưởng "):
                if name.startswith(prefix) and (
                    body := _listed_names().get(
                        name[len(prefix) - 4 if prefix == "trưởng ban " else len(prefix) :]
                    )
                ):
                    return f"{'Trưởng' if prefix == 'trưởng ban ' else 'Bộ trưởng'} {body}"
            return _proper(bare)
    return None


def _enacting(text: str, start: int) -> str | None:
    """The body that enacts: 'Ban Bí thư Trung ương Đảng quy định về ... như sau:'."""
    for match in re.compile(rf"(?:\n|,|;|\*)\s*\**(?=[{UPPER}])").finditer(
        text, start, start + 6000
    ):
        if _GOVERNED.search(text, max(0, match.start() - 8), match.start()):
            continue
        end = issuer_end(text, match.end())
        if end and _ENACTS.match(text, end):
            return re.sub(r"\s+", " ", text[match.end() : end])
    return None


# 'ngày 23/7/2025 của↵Chính phủ ban hành kế hoạch': the body of another instrument, broken over
# lines.
_GOVERNED = re.compile(r"(?:của|do|cho|với|và|nghị)\s*\Z")
_LETTERHEAD_UNIT = re.compile(r"(?:TỈNH|HUYỆN|QUẬN|THÀNH|THỊ|XÃ|PHƯỜNG|ĐẶC)\s+")


def _letterhead(text: str, number: Span) -> str | None:
    """The body above the number: 'ỦY BAN NHÂN DÂN' + 'TỈNH YÊN BÁI', cased as a name."""
    lines = [
        re.sub(r"\s+", " ", line.strip(_MARKS))
        for line in text[max(0, number.start - 700) : number.start].split("\n")
    ]
    own = [
        line
        for line in lines
        if line and line.isupper() and not re.match(r"CỘNG H|ĐẢNG CỘNG|CÔNG BÁO|ĐỘC LẬP|SỐ", line)
    ]
    if not own:
        return None
    joined = " ".join(own[-2:]) if len(own) > 1 and _LETTERHEAD_UNIT.match(own[-1]) else own[-1]
    return _territory_cased(joined)


def _territory_cased(name: str) -> str:
    """'ỦY BAN NHÂN DÂN TỈNH YÊN BÁI' -> 'Ủy ban nhân dân tỉnh Yên Bái'."""
    split = re.search(
        r"\s(?:TỈNH|HUYỆN|QUẬN|THÀNH PHỐ|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU)\s|\s(?:ỦY)\s", name
    )
    if split is None:
        return _proper(name)
    lead, tail = name[: split.end()].strip(), name[split.end() :]
    return f"{lead[:1]}{lead[1:].lower()} {tail.title()}"


def _signer(text: str) -> str | None:
    """The name under the last signature mark of the text's first part."""
    match = _SIGNER.search(text)
    return match["name"] if match else None
