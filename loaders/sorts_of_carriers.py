"""Who carries out an instrument, named by their sort alone.

'Chi bộ đã tổ chức học tập' of the text's own body; 'Hội Liên hiệp Phụ nữ các cấp', 'hai huyện ủy'
of several.
"""

import re
from collections.abc import Iterator

from loaders.bodies import resolve
from loaders.carriers import Report, Subject, committee
from loaders.model import Body, Span
from loaders.passages import spaces_folded
from ontology import iris

# 'Chi bộ đã tổ chức học tập', 'Thực hiện Luật, đơn vị xây dựng kế hoạch': it speaks of itself.
_ITSELF = re.compile(
    r"(?:(?:\A|(?<=\n))\W{0,4}(?:\(?\w{1,3}[.)]\s*)?|(?<=[,;:]\s))"
    r"(?P<who>[Cc]hi\s+(?:bộ|ủy)|Ủy\s+ban\s+Kiểm\s+tra|Ban\s+Thường\s+(?:vụ|trực)|Thường\s+trực|Liên\s+đoàn|Mặt\s+trận|[Cc]ấp\s+ủy|[Đđ]ảng\s+(?:ủy|bộ)|[Cc]ơ\s+quan|[Đđ]ơn\s+vị|[Nn]hà\s+trường|[Ss]ở|[Hh]uyện|[Tt]ỉnh|[Xx]ã"
    r"|[Pp]hường|[Tt]hành\s+phố|[Tt]hị\s+xã|[Hh]ội|[Cc]ông\s+ty)\s+(?:đã|luôn|cũng|còn|thường\s+xuyên"
    r"|kịp\s+thời|tiếp\s+tục|nghiêm\s+túc|chủ\s+động|tổ\s+chức|ban\s+hành|xây\s+dựng|triển\s+khai"
    r"|chỉ\s+đạo|quán\s+triệt|phổ\s+biến|thực\s+hiện|cụ\s+thể)(?!\w)"
)


_PARTY = re.compile(r"(?:Chi bộ|Chi ủy|Đảng ủy|Đảng bộ|(?:Huyện|Tỉnh|Thành|Thị|Quận) ủy)(?!\w)")


def of_host(report: Report, stretch: Span) -> Iterator[Subject]:
    """The body that the text speaks for, where it calls itself by its sort alone."""
    for match in _ITSELF.finditer(report.text[stretch.start : stretch.end]):
        host, word = report.host, " ".join(match["who"].lower().split())
        if word in ("chi bộ", "chi ủy") and not (host and host.name.startswith("Chi ")):
            cell = report.cell
            named = cell and word == "chi ủy"
            host = resolve(f"Chi ủy {cell.printed}", report.home, None) if cell and named else cell
        if host and word in _TERRITORIES and host.name.startswith(("HĐND", "Hội đồng", "Ban ")):
            # what a council tells of its commune is done by the commune's UBND
            host = resolve(f"UBND {word}", report.home, report.anchor)
        if host and _is_called(host, word):
            at = Span(stretch.start + match.start("who"), stretch.start + match.end("who"))
            yield Subject(at, (committee(host, report),))


_TERRITORIES = ("tỉnh", "huyện", "xã", "phường", "thành phố", "thị xã")
_ORGANS = frozenset(
    {"ủy ban kiểm tra", "ban thường vụ", "ban thường trực", "thường trực", "mặt trận"}
)


def _is_called(host: Body, word: str) -> bool:
    """Whether a text of the host may call it so: 'đơn vị' any office, 'chi bộ' a cell only."""
    party = _PARTY.match(host.name) is not None
    if word in ("cơ quan", "đơn vị"):
        return not party
    if word in ("cấp ủy", "chi ủy", "đảng ủy", "đảng bộ"):
        return party and (word == "cấp ủy" or host.name.lower().startswith(word[:4]))
    if word in _ORGANS:
        return word in host.name.lower() or (word == "mặt trận" and "MTTQ" in host.name)
    if word == "nhà trường":
        return host.name.startswith("Trường")
    if word in _TERRITORIES:
        return host.name.startswith(f"UBND {word}") or host.name.startswith(
            f"Ủy ban nhân dân {word}"
        )
    return host.name.lower().startswith(word + " ") and not host.name.startswith("Hội đồng")


# 'Hội Liên hiệp Phụ nữ các cấp', 'Hai huyện ủy đã ...': named together.
_ALL_LEVELS = re.compile(
    r"(?<!\w)(?P<who>(?:Hội|MTTQ|Mặt trận|Ủy ban|Liên đoàn|Công đoàn|Đoàn Thanh niên|Cấp ủy|HĐND"
    r"|UBND)"
    r"(?:\s[^\s,;.:()]+){0,8}?\scác\scấp)(?!\w)"
)


# '100% các xã, phường đã ...', '100% chi bộ trực thuộc tổ chức học tập ...': a whole level.
WHOLE = re.compile(
    r"(?<![\d,])(?<!đạo\s)(?<!cầu\s)(?<!đến\s)(?<!tới\s)(?<!cho\s)(?<!với\s)(?<!tại\s)(?<!của\s)100\s?%\s+(?:số\s+)?(?P<who>(?:các\s+)?(?:chi\s+bộ|đảng\s+bộ|đảng\s+ủy|cấp\s+ủy|tổ\s+chức\s+(?:cơ\s+sở\s+)?đảng"
    r"|xã|phường|thị\s+trấn|huyện|cơ\s+quan|đơn\s+vị|thôn|khu\s+dân\s+cư|trường\s+học)(?:[^\d.;:%]{0,50}?))"
    r"(?=\s+(?:đã|đều|tổ\s+chức\s+(?!đảng|chính)|triển\s+khai|quán\s+triệt|ban\s+hành|xây\s+dựng|thực\s+hiện|hoàn\s+thành|ký|phổ\s+biến|tuyên\s+truyền|học\s+tập)(?!\w))"
)
_SOME = re.compile(
    r"(?<!\w)(?P<count>[Hh]ai|[Bb]a|[Bb]ốn|[Cc]ả\shai|0?[2-4])\s(?P<kind>huyện|thị|thành"
    r"|quận)\sủy(?!\s[A-ZĐ])"
)


_COUNTS = {"hai": 2, "cả hai": 2, "ba": 3, "bốn": 4}


def sorts_in(report: Report, stretch: Span) -> Iterator[Subject]:
    """Bodies that a sentence names as all of a sort, or by their number."""
    for match in _ALL_LEVELS.finditer(report.text, stretch.start, stretch.end):
        words = spaces_folded(match["who"])
        body = Body(iris.body(iris.slug(words)), words, "", None)
        yield Subject(Span(*match.span()), (body,))
    if "%" in report.text[stretch.start : stretch.end]:
        for match in WHOLE.finditer(report.text, stretch.start, stretch.end):
            words = spaces_folded(match["who"])
            if "được" in words:
                # '100% đơn vị được kiểm tra': those have names
                continue
            body = Body(iris.body(iris.slug(words)), words, "", None)
            yield Subject(Span(*match.span("who")), (body,))
    for match in _SOME.finditer(report.text, stretch.start, stretch.end):
        kind = f"{match['kind'].capitalize()} ủy"
        count = _COUNTS.get(match["count"].lower()) or int(match["count"])
        named = report.committees.get(kind, ())
        if len(named) == count:
            yield Subject(Span(*match.span()), tuple(named))
