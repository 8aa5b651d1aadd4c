"""Names of bodies that are printed in capitals, as they are usually written."""

import re
from functools import cache

from loaders.institutions import SECTORS
from ontology import authority

MARKS = " \t*#|_>\\"
UNIT = re.compile(
    r"(?<!\w)(?P<type>tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|tỉnh|huyện|quận|thành phố|thị xã"
    # 'bảo hiểm xã hội tỉnh X', 'lao động - thương binh và xã hội', but 'xã Hội Sơn'
    r"|thị trấn|xã(?!\s+hội(?:\s+(?:tỉnh|huyện|quận|thành|thị|xã|phường|đặc|khu|việt|hđnd|ubnd"
    r"|hội)|,|\s*\Z))"
    r"|phường|đặc khu|thôn|buôn|bản|ấp)\s+(?P<name>[^\s].*)\Z",
    re.I,
)
_ABBREVIATIONS = re.compile(
    r"\b(?:MTTQ|HĐND|UBND|LHPN|UBKT|BCH|BTV|TNCS|CCB|LĐLĐ|TW|HĐTP|TAND|VKSND|THCS|THPT)\b"
)
# 'UBMTTQ VIỆT NAM HUYỆN BỐ TRẠCH', 'UB MTTQ'
_SHORT_FRONT = re.compile(r"\bUB\.?\s?MTTQ\b")
# 'Ban Chỉ đạo phòng, chống tham nhũng', 'Kiểm toán nhà nước khu vực IV'
_AGAINST = re.compile(r"Phòng(?=,? chống )")
_ROMAN = re.compile(r"(?:(?<=khu vực )|(?<=lần thứ )|(?<=khóa ))[ivx]+(?!\w)")
_SCHOOL = re.compile(
    r"(?<!\w)trường (?P<kind>tiểu học và thcs|tiểu học|mầm non|mẫu giáo|thcs|thpt|trung học cơ sở"
    r"|trung học phổ thông)(?P<name>(?:\s(?!xã|huyện|tỉnh)\w+)+)\Z"
)


@cache
def cased(name: str) -> str:
    """A name in capitals as it is usually written; one that is not in capitals is left alone.

    >>> cased("BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM HUYỆN ĐẠI TỪ")
    'Ban Thường trực Ủy ban MTTQ Việt Nam huyện Đại Từ'
    """
    words = _SHORT_FRONT.sub("ỦY BAN MTTQ", " ".join(name.split()).strip(MARKS))
    if not words.isupper():
        return words
    lower = words.lower()
    unit = UNIT.search(lower)
    if unit:
        lower = f"{lower[: unit.start('name')]}{unit['name'].title()}"
    for folded, label in usual_names():
        if folded in words.lower():
            lower = re.sub(rf"(?<!\w){re.escape(folded)}(?!\w)", label, lower, flags=re.I)
    lower = _ROMAN.sub(lambda found: found[0].upper(), _AGAINST.sub("phòng", lower))
    if school := _SCHOOL.search(lower):
        proper = school["name"].title().replace(" Số ", " số ")
        lower = f"{lower[: school.start()]}Trường {school['kind'].capitalize()}{proper}"
    for short in _ABBREVIATIONS.findall(words):
        lower = re.sub(rf"(?<!\w){short}(?!\w)", short, lower, flags=re.I)
    return lower[:1].upper() + lower[1:]


@cache
def usual_names() -> tuple[tuple[str, str], ...]:
    """Names of bodies and of their types, folded and as written, short ones first."""
    names = {name for body in authority.bodies() for name in (body.label, *body.alternatives)}
    names |= {kind.label for kind in authority.body_types()} | {"Việt Nam", "Trưởng Ban", "Ủy ban"}
    names |= {"Ban Chỉ đạo", "Ban Chấp hành"}
    names |= {
        "Hội LHPN",
        "Hội CCB",
        "Hội Người cao tuổi",
        "Hội Nông dân",
        "Đoàn TNCS",
        "Liên đoàn Lao động",
    }
    names |= {
        "Kho bạc Nhà nước",
        "Đảng ủy Quân sự",
        "Ban Quản lý",
        "Khu công nghiệp",
        "Tỉnh Đoàn",
        "Huyện Đoàn",
        "Ban Kinh tế - Ngân sách",
    }
    names |= {f"{head} {field}" for head in ("Cục", "Tổng cục") for field in ("Thuế", "Hải quan")}
    names |= {
        f"{head} {sector}" for head in ("Sở", "Phòng", "Ban") for sector in SECTORS.split("|")
    }
    usual = (name for name in names if not name.isupper() and "(" not in name)
    return tuple((name.lower(), name) for name in sorted(usual, key=lambda n: (len(n), n)))
