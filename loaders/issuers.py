"""How far the name of an issuing body reaches.

`của Ban Chấp hành Trung ương khóa XII về ...` ends before `về`.

Names known to the authority lists are taken whole, with their commas ("Bộ Văn hóa, Thể thao và Du
lịch"); other names are walked word by word: a capitalised word belongs to a name, a lower-case one
only where it follows in a known name.
"""

import itertools
import re
from functools import cache
from typing import Final

from loaders.anchors import longest_of
from loaders.institutions import SECTORS
from ontology import authority

UPPER: Final = "".join(
    c for c in map(chr, (*range(0x41, 0x250), *range(0x1EA0, 0x1EFA))) if c.isupper()
)

# A word, or the dash of 'Bộ Lao động - Thương binh và Xã hội' and 'tỉnh Bà Rịa - Vũng Tàu'.
_GAP: Final = r"(?:[ ]{1,3}+\n?+[ ]{0,3}+|\n[ ]{0,3}+)"
_WORD: Final = re.compile(_GAP + r"([^\W\d_]+(?:\.[^\W\d_]+)*|-(?=\s{0,3}[" + UPPER + r"]))")
_HEAD: Final = re.compile(
    r"(?:Ban|Bộ|Ủy|Hội|Thường|Thủ|Chính|Quốc|Chủ|Huyện|Tỉnh|Thành|Quận|Thị|Đảng|Tổng|Văn|Viện"
    r"|Tòa|Trưởng|Ngân|Kiểm|Bảo"
    r"|Đoàn|Sở|Cục|Thanh|Liên|Học|Công|Quân|Đại|Chi|Mặt|Thống|Trung|Bí|Khối|Phòng|Giám|Tổ|Tiểu"
    r"|UBND|HĐND|BCT|BBT|BTV"
    r"|BCH|BCHTW|UBKT|UBMTTQ|MTTQ|BTT|TW|TTg|UBTVQH|Cơ|Kho|Phó|Chánh|Hiệu|Đài|Tập|Thứ)(?!\w)"
)
# 'của Chính phủ và Nghị quyết ...': these words open the next citation and never belong to a name.
_KIND_OPENERS: Final = frozenset(
    "Quyết Quy Nghị Luật Kết Chỉ Thông Hướng Kế Công Pháp Điều Chương Hiến Tờ Báo Đề Lệnh Phụ"
    " Mục Phần Danh Biểu Mẫu Khoản Điểm Kỳ Các Sửa Căn Về".split()
)
_UNITS: Final = frozenset("tỉnh huyện xã phường quận bang".split())
_UNITS_LAST: Final = _UNITS | {"phố", "trấn", "khu"}
_UNIT_PAIRS: Final = frozenset({("thành", "phố"), ("thị", "xã"), ("thị", "trấn"), ("đặc", "khu")})
_UNIT_OPENERS: Final = frozenset(first for first, _ in _UNIT_PAIRS)
_TERM: Final = re.compile(
    _GAP + r"(?:(?:khóa|khoá|Khóa|khoa|nhiệm kỳ)\s{1,4}(?:[IVX]+|\d{4}\s?-\s?\d{4}|\d+)(?!\w)"
    r"|\([Kk]hóa\s{1,4}[IVX]+\))"
)


def issuer_end(text: str, start: int, joint: bool = False) -> int | None:
    """Where the body's name that begins at `start` ends, None where none begins there.

    joint allows 'Bộ Tài chính và Bộ Nội vụ' and 'Chính phủ - Đoàn Chủ tịch ...' for liên tịch
    instruments.
    """
    if not _HEAD.match(text, start):
        return None
    if text.startswith("Tr", start) and (leader := _LEADER.match(text, start)):
        return leader.end()
    if text.startswith("Hội", start) and (plenum := _PLENUM.match(text, start)):
        return issuer_end(text, plenum.end())
    end = _walk(text, start, _known_end(text, start))
    name = text[start:end]
    if name.isalpha() and not name.isupper() and name not in _names():
        # 'của Công ty', 'của Hội': a head without its name names no body.
        return None
    if joint:
        end = _joint_end(text, end)
    term = _TERM.match(text, end)
    return term.end() if term else end


# 'CỦA BỘ CHÍNH TRỊ VỀ ...', 'CỦA ỦY BAN NHÂN DÂN TỈNH YÊN BÁI': in a title in capitals any word
# may belong to the name, so it goes to the first that cannot.
_IN_CAPITALS: Final = re.compile(
    rf"[{UPPER}]+(?:[ ]?[-,]?\s{{1,3}}(?!(?:VỀ|QUY|HƯỚNG|BAN HÀNH|SỬA|NGÀY|PHÊ|KÈM|TRONG|ĐỐI"
    rf"|NHẰM|TẠI|CHO|NĂM|ĐÃ|ĐƯỢC|ĐỂ|GIAI|VÀ (?:NGHỊ|QUYẾT|LUẬT|THÔNG|CHỈ|KẾT?"
    rf"|HƯỚNG|QUY|CHƯƠNG|CÔNG|PHÁP|ĐỀ|BÁO))(?!\w))"
    rf"[{UPPER}]+(?!\w)){{0,14}}"
)


def capital_issuer_end(text: str, start: int) -> int | None:
    """Where a body's name in capitals ends; it begins with a listed name or a local one."""
    match = _IN_CAPITALS.match(text, start)
    if match is None:
        return None
    first = _FIRST.match(text, start)
    return match.end() if first and _HEAD.match(first[0].capitalize()) else None


_JOINT: Final = re.compile(r"\s{0,3}(?:,|-|và|;)\s{1,4}")


def _joint_end(text: str, end: int) -> int:
    following = _JOINT.match(text, end)
    while following and _HEAD.match(text, following.end()):
        end = _walk(text, following.end(), _known_end(text, following.end()))
        following = _JOINT.match(text, end)
    return end


def _known_end(text: str, start: int) -> int:
    """The end of the longest listed name that stands at `start`; `start` itself where none does."""
    office = _OFFICE.match(text, start)
    if office:
        inner = _known_end(text, office.end())
        return inner if inner > office.end() else start
    first = _FIRST.match(text, start)
    pattern = _listed().get(first[0] if first else "")
    match = pattern.match(text, start) if pattern else None
    return match.end() if match else start


_FIRST: Final = re.compile(r"\w+")
# 'Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII'
_PLENUM: Final = re.compile(
    r"Hội\s{1,3}nghị\s{1,3}lần\s{1,3}thứ\s{1,3}\w+(?:\s{1,3}\w+)?\s{1,3}(?=B)"
)
# 'của Trưởng đoàn thanh tra', who reports for a delegation that needs no name
_LEADER: Final = re.compile(
    r"Trưởng\s{1,3}[Đđ]oàn\s{1,3}(?:thanh|kiểm)\s{1,3}tra(?!\w)"
    r"|Trưởng\s{1,3}[Đđ]oàn\s{1,3}giám\s{1,3}sát(?!\w)"
)
# 'Bộ trưởng Bộ Tài chính', 'Trưởng Ban Tổ chức Trung ương': the office before its body.
_OFFICE: Final = re.compile(
    r"Bộ\s{1,3}trưởng,\s{1,3}[Cc]hủ\s{1,3}nhiệm\s{1,3}(?=[ỦV])"
    r"|(?:Bộ|Thứ|Phó)\s{1,3}[Tt]rưởng\s{1,3}(?=[BV])|Trưởng\s{1,3}(?=Ban\s)"
    r"|Thống\s{1,3}đốc\s{1,3}(?=Ngân\s)|Chánh\s{1,3}án\s{1,3}(?=T(?:òa|AND))"
    r"|Viện\s{1,3}trưởng\s{1,3}(?=V)|Chánh\s{1,3}(?=V(?:ăn|P)|Thanh\s)"
    r"|Chủ\s{1,3}nhiệm\s{1,3}(?=[ỦVU])|Tổng\s{1,3}(?=Thanh\s{1,3}tra\s{1,3}Chính|Kiểm\s{1,3}toán\s)"
    r"|(?:Tổng\s{1,3})?[Gg]iám\s{1,3}đốc\s{1,3}(?=[A-ZĐ])"
)


def _walk(text: str, start: int, end: int) -> int:
    """Goes on from `end` over the words that belong to the name."""
    if end == start:
        end = _FIRST.match(text, start).end()  # type: ignore[union-attr]
    previous, listed = _FIRST.findall(text, start, end)[-1], end
    while match := _WORD.match(text, end):
        word = match[1]
        if not _belongs(previous, word, text, match) or _is_next_line(text, start, match, previous):
            if (
                word == "về"
                and "Chỉ đạo" in text[start : match.end()]
                and " về " not in text[start:listed]
            ):
                # 'Ban Chỉ đạo Trung ương về <its field> về <the title>'
                return _field_end(text, match.end())
            break
        previous, end = word, match.end()
    return end


_IN_CAPITALS_TWICE: Final = re.compile(rf"[{UPPER}]{{2,}}[ ][{UPPER}]{{2,}}(?!\w)")


def _is_next_line(text: str, start: int, match: re.Match[str], previous: str) -> bool:
    """Whether a name that is whole at the end of its line is followed by something else.

    A cell of a table or a heading may follow; 'Ban Bí thư↵Trung ương Đảng' goes on.
    """
    if "\n" not in text[match.start() : match.start(1)] or (previous, match[1]) in _pairs():
        return False
    if _IN_CAPITALS_TWICE.match(text, match.start(1)) or (previous.isupper() and len(previous) > 4):
        # 'Bộ trưởng Bộ LĐTBXH↵SỐ HỌC VIÊN', '... Bộ LĐTBXH↵Ngày nhận báo cáo'
        return True
    words = " ".join(text[start : match.start()].split()).casefold()
    return words in _folded_names() or words.removeprefix("bộ trưởng ") in _folded_names()


_FIELD_STOP: Final = re.compile(
    r"\s{1,4}(?:về|ban hành|hướng dẫn|quy định|đã|tại)\s|\s?[;.():\"“]|\n\s*\n|\s*\Z"
)


def _field_end(text: str, start: int) -> int:
    """The end of a steering committee's field.

    Before the next 'về' or mark, or before a verb that opens a title.
    """
    stop = _FIELD_STOP.search(text, start, start + 300)
    return stop.start() if stop else start


_AFTER_DASH: Final = re.compile(r"\s{0,3}(\w+)")


def _belongs(previous: str, word: str, text: str, match: re.Match[str]) -> bool:
    if word.islower() and word != "và" and word not in _UNIT_OPENERS:
        return word in _UNITS or (previous, word) in _UNIT_PAIRS or (previous, word) in _pairs()
    following = _WORD.match(text, match.end())
    after = following[1] if following else ""
    if word == "-":
        # 'Lao động - Thương binh', 'Bà Rịa - Vũng Tàu'; not 'Chính phủ - Điểm a'.
        next_word = _AFTER_DASH.match(text, match.end())
        return bool(next_word) and (previous, next_word[1]) in _pairs()  # type: ignore[index]
    if word == "và":
        if (previous, word) in _pairs() and (word, after) in _pairs():
            return True
        return after[:1].isupper() and after not in _KIND_OPENERS and not _HEAD.match(after)
    if word == "Ban" and after == "hành":
        return False
    if word[0].isupper():
        if word not in _KIND_OPENERS or (previous, word) in _pairs():
            return True
        # 'huyện Tân Kỳ', 'thành phố Quy Nhơn': a place, not the next citation.
        ends_place = f"{previous} {word}".casefold() in _short_places()
        return ends_place or (
            previous in _UNITS_LAST and f"{word} {after}".casefold() in _short_places()
        )
    return (word, after) in _UNIT_PAIRS or (previous, word) in _pairs()


@cache
def _names() -> frozenset[str]:
    """All names of bodies and of types of local bodies that the authority lists give."""
    names = {name for body in authority.bodies() for name in (body.label, *body.alternatives)}
    names |= {kind.label for kind in authority.body_types()}
    names |= {place.name for place in authority.places() if " - " in place.name}
    # 'Sở Kế hoạch và Đầu tư': 'Kế hoạch' alone would open the next citation
    names |= {f"{head} {sector}" for head in ("Sở", "Phòng") for sector in SECTORS.split("|")}
    return frozenset(names)


@cache
def _short_places() -> frozenset[str]:
    """Names of places that are two words long."""
    names = {place.name.casefold() for place in authority.places()}
    return frozenset(name for name in names if name.count(" ") == 1)


@cache
def _folded_names() -> frozenset[str]:
    return frozenset(name.casefold() for name in _names())


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    """Neighbouring words of known names whose second is lower-case.

    ('Chính', 'phủ'), ('nhân', 'dân').
    """
    pairs = {("nhân", "dân"), ("tối", "cao"), ("thường", "vụ"), ("hành", "chính")}
    # offices before bodies that no list has: 'Tổng cục trưởng Tổng cục Thuế'
    pairs |= {("Tổng", "cục"), ("cục", "trưởng"), ("Cục", "trưởng"), ("Hiệu", "trưởng")}
    # 'Ban Thường vụ Tỉnh hội', 'Ban Thường vụ Huyện đoàn'
    levels = ("Tỉnh", "Thành", "Huyện", "Quận", "Thị")
    pairs |= {(level, union) for level in levels for union in ("hội", "đoàn")}
    # 'Đoàn giám sát', 'Đoàn kiểm tra', 'Tổ công tác'
    pairs.add(("Nghiệp", "vụ"))
    for act in (
        ("giám", "sát"),
        ("kiểm", "tra"),
        ("thanh", "tra"),
        ("khảo", "sát"),
        ("công", "tác"),
    ):
        pairs |= {act, ("Đoàn", act[0]), ("Tổ", act[0])}
    for name in _names():
        words = re.findall(r"\w+", name)
        pairs |= {pair for pair in itertools.pairwise(words) if "về" not in pair}
    return frozenset(pairs)


@cache
def _listed() -> dict[str, re.Pattern[str]]:
    """First word -> pattern of all listed names that begin with it; it takes the longest.

    Texts drop the dash of 'Lao động - Thương binh' or write a comma for it.
    """
    by_first: dict[str, set[tuple[str, ...]]] = {}
    for name in _names():
        if name[:1].isupper():
            words = re.findall(r"\w+", name)
            by_first.setdefault(words[0], set()).add(tuple(word.lower() for word in words))
    return {
        first: re.compile(longest_of(names, _BETWEEN, r"(?!\w)"), re.I)
        for first, names in by_first.items()
    }


_BETWEEN: Final = rf"(?:{_GAP}?+[,-])?+{_GAP}"


def canonical(name: str) -> str:
    """The listed spelling of a body's name, whatever dashes, commas and capitals the text has."""
    if plenum := _PLENUM.match(name):
        name = name[plenum.end() :]
    office = _OFFICE.match(name)
    lead = office[0] if office else ""
    return lead + _by_words().get(_key(name[len(lead) :]), name[len(lead) :])


def is_listed(name: str) -> bool:
    """Whether the authority lists have a body of this name, its head's office left aside."""
    office = _OFFICE.match(name)
    return _key(name[office.end() :] if office else name) in _by_words()


def _key(name: str) -> str:
    return " ".join(re.findall(r"\w+", name)).casefold()


@cache
def _by_words() -> dict[str, str]:
    return {_key(name): name for name in sorted(_names(), reverse=True)}
