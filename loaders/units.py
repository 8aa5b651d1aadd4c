"""Lists of units as reports coordinate them.

'Huyện ủy A và Đảng bộ một số xã: B, C và D', 'các xã X, Y', 'UBND xã Z, huyện A'.

A bare name takes the head and type of the unit before it; a territory behind a comma that contains
the unit before it only says where that unit lies; a general noun phrase is a unit as it is printed.
"""

import re

from loaders.bodies import resolve, territory_body
from loaders.model import Body
from loaders.place_names import NAME
from loaders.places import Home
from loaders.unit_names import HAMLET, PLURALS, TYPES, Shape, is_territory, unit_at

# 'Chủ tịch UBND huyện A': his office answers.
_OF_OFFICE = r"(?:(?:Chủ\s+tịch|Giám\s+đốc)\s+(?=(?:UBND|Ủy\s+ban|Sở)\s))?"
_SEPARATOR = re.compile(
    r"\)?\s*(?:(?P<and>,?\s*(?:và|cùng|rồi|lẫn)\s)|,|;|\s-\s)\s*(?:\(\d\)\s*|\d\)\s+)?(?:tại\s+"
    r"|đối\s+với\s+"
    r"|ở\s+|với\s+)?(?:\d{1,2}\s+(?!xã|phường|thị|huyện|quận|thành|tỉnh"
    r"|đặc)[^\s:;.,]+(?:\s[^\s:;.,]+){0,3}:\s*)?(?:lãnh\s+đạo\s+"
    # 'và các đơn vị trực thuộc gồm Phòng Công Thương, ...'
    r"|tập\s+thể\s+|các\s+(?:đơn\s+vị|cơ\s+quan|địa\s+phương|tổ\s+chức)(?:\s[^\s:;.,]+){0,3}"
    rf"\s(?:gồm|là|như)\s*:?\s*(?=[A-ZĐỦ]))?{_OF_OFFICE}"
)
# Behind a cue of its own a territory is no body of the sort before: 'UBND xã A và tại xã B'.
_OWN_CUE = re.compile(r"(?:tại|đối\s+với|ở|với)\s")
_OPENING = re.compile(
    r"\s*(?:(?:Chủ\s+tịch|Giám\s+đốc)\s+(?=(?:UBND|Ủy\s+ban|Sở)\s)|lãnh\s+đạo\s+"
    r"|tập\s+thể\s+(?:lãnh\s+đạo\s+)?|các\s+(?:đơn\s+vị|cơ\s+quan"
    r"|địa\s+phương)(?:,\s*(?:đơn\s+vị|địa\s+phương))?\s*(?:gồm)?\s*:?\s*(?=[A-ZĐ])"
    r"|\d{1,3}\s+(?:đơn\s+vị|tổ\s+chức\s+(?:cơ\s+sở\s+)?[đĐ]ảng|cơ\s+quan|địa\s+phương|chi\s+bộ"
    r"|đảng\s+bộ|doanh\s+nghiệp|cơ\s+sở)(?:(?:,|\s+và)\s+(?:đơn\s+vị|cơ\s+quan|địa\s+phương"
    r"|tổ\s+chức))*"
    r"(?:\s*,?\s*(?:gồm|là|bao\s+gồm)(?:\s+có)?)?\s*:\s*"
    # '04 mỏ đất thuộc các xã A, B'
    r"|(?:các|những|\d{1,3})\s+[^\s:;.,A-ZĐ\d][^:;.,\n\d]{0,40}?\s(?:thuộc|trên\s+địa\s+bàn)\s+"
    r"(?=(?:các\s+)?(?:xã|phường|thị\s+trấn|huyện|quận)\s)"
    # 'những nơi dưới đây: A; B', 'hai đơn vị, đó là: A và B', '03 doanh nghiệp gồm A, B, C'
    r"|(?:các|những|\d{1,3}|hai|ba|bốn|năm|sáu|một\s+số"
    r"|nhiều)\s+[^\s:;.,A-ZĐ\d][^:;.,\n\d]{0,60}?(?:(?:,?\s*(?:gồm(?:\s+có)?|là|bao\s+gồm"
    r"|như))\s+(?=[A-ZĐỦ])|:\s*))?(?:\(1\)\s*|1\)\s+)?"
)
_BRACKET = re.compile(r"\s*\([^()\n]{0,80}\)")
_TIMES = re.compile(
    r"\s+(?:các\s+)?(?:nhiệm\s+kỳ|giai\s+đoạn)\s+[\d\s,–-]{4,40}|\s+khóa\s+[\dIVX]+"
)


_LEVEL_RANK = {"tỉnh": 1, "huyện": 2, "xã": 3, "thôn": 4}
# Behind a comma the next body may be the one that acts: 'Qua kiểm tra A, UBKT nhận thấy ...'.
_ACTS = re.compile(
    rf"(?:,\s(?:tỉnh|huyện|thành phố|quận|thị xã)\s{NAME}|\s?\([^()\n]{{2,60}}\))?"
    r"\s+(?:đã|nhận\s+thấy|ghi\s+nhận|kết\s+luận|yêu\s+cầu|đề\s+nghị|kiến\s+nghị|quyết\s+định"
    r"|xem\s+xét"
    r"|cho\s+(?:thấy|rằng)|chỉ\s+(?:ra|rõ)|phát\s+hiện|đánh\s+giá|xác\s+định|thấy"
    r"|tiến\s+hành)(?!\w)"
)


def units(text: str, start: int, end: int, home: Home) -> tuple[tuple[Body, ...], int]:
    """The units listed from `start` on, and where the list ends; none if no unit stands there."""
    found: list[Body] = []
    begins_at = re.compile(r"\s*").match(text, start, end).end()  # type: ignore[union-attr]
    listed = any(p.match(text, begins_at, end) for p in PLURALS)
    opening = None if listed else _OPENING.match(text, start, end)
    at = opening.end() if opening else begins_at
    stop = start
    shape: Shape | None = None
    separated = and_before = False
    while at < end:
        item = unit_at(text, at, end, home, shape)
        if item is None:
            break
        unit, item_end, following = item
        if shape and found and not _OWN_CUE.search(text, stop, at):
            unit, following = _headed(unit, following, shape, found[-1], home)
        if found and (union := _UNION.match(found[-1].printed)) and _WORKPLACE.match(unit.printed):
            unit = resolve(f"{union[1]} {unit.printed}", home, None)
        shape = following
        if found and _ACTS.match(text, item_end, end) and not and_before:
            break
        contained = separated and found and _contains(unit, found[-1], text[stop:at])
        if not contained:
            found.append(unit)
        stop = item_end
        while extra := _BRACKET.match(text, stop, end) or _TIMES.match(text, stop, end):
            stop = extra.end()
        separator = _SEPARATOR.match(text, stop, end)
        if separator is None:
            break
        at, separated = separator.end(), True
        and_before = separator["and"] is not None
    return tuple(dict.fromkeys(found)), stop


# 'Công đoàn cơ sở Công ty A, Công ty B và Trường C': each a union.
_UNION = re.compile(r"(Công đoàn(?: cơ sở)?) (?:Công ty|Trường|Bệnh viện|Xí nghiệp|Nhà máy)\s")
_WORKPLACE = re.compile(r"(?:Công ty|Trường|Bệnh viện|Xí nghiệp|Nhà máy)\s")


def _headed(
    unit: Body, own: Shape | None, before: Shape, previous: Body, home: Home
) -> tuple[Body, Shape | None]:
    """'UBND các xã A, B, thị trấn C': a territory beside bodies of its rank is such a body too."""
    if not (before.head and is_territory(unit) and _rank(unit) == _rank(previous)):
        return unit, own
    kind, name = _TERRITORY.match(unit.name).groups()  # type: ignore[union-attr]
    shape = Shape(before.head, kind, many=own is not None and own.many)
    return territory_body(kind, name, home, before.head), shape


_TERRITORY = re.compile(rf"({TYPES})\s(.+)")


def _contains(unit: Body, previous: Body, between: str) -> bool:
    """Whether a territory behind a comma only says where the unit before it lies.

    'xã Duy Vinh, huyện Duy Xuyên'.
    """
    if not is_territory(unit) or re.search(r"và|cùng|;", between):
        return False
    return _rank(unit) < _rank(previous)


_RANK_OF_TYPE = {"tỉnh": 1, "huyện": 2, "quận": 2, "thị": 2, "thành": 2}


def _rank(body: Body) -> int:
    """How high a unit stands, by its level or, where it is not listed, by the type in its name."""
    if HAMLET.match(body.name):
        return _LEVEL_RANK["thôn"]
    if body.level:
        return _LEVEL_RANK.get(body.level, 9)
    return _RANK_OF_TYPE.get(body.name.split()[0], _LEVEL_RANK["xã"])
