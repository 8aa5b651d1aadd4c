"""Who held so many inspections."""

import re

from loaders.bodies import body_at
from loaders.model import Body, Span
from loaders.occasions import Occasion
from loaders.organisations import written_out
from loaders.place_names import NAME
from ontology import iris

# Bodies that lists of counts name by their sort: 'cấp ủy các cấp', 'UBKT đảng ủy cơ sở', 'chi bộ'.
_SORTS = re.compile(
    r"(?<![\w-])(?P<who>(?:(?:Hội|Đoàn|Liên\s+đoàn|MTTQ|Mặt\s+trận|Ủy\s+ban"
    r"|Công\s+đoàn)\s(?:[^,;:.()\d\n]{2,50}\s)?"
    r"các\s+cấp|(?:ngành\s+|các\s+|toàn\s+)?(?:cấp\s+ủy|đảng\s+ủy|chi\s+bộ|chi\s+ủy"
    r"|đảng\s+bộ|UBKT|ủy\s+ban\s+kiểm\s+tra"
    r"|thường\s+trực\s+HĐND|HĐND|UBND|MTTQ|mặt\s+trận|thanh\s+tra|(?<=[Cc]ác\s)(?:sở|huyện|quận"
    r"|xã|phường|hội|phòng|ban)|cấp(?=\s+(?:tỉnh|huyện|xã|cơ|ủy|thành|quận|phường))|cơ\s+sở|ban\s+thanh\s+tra"
    r"|ban\s+giám\s+sát|tổ\s+chức\s+(?:đảng|chính))(?![\w])(?:(?!\s(?:đã|đều|sẽ|dự\s+kiến|chủ\s+trì"
    r"|tiến\s+hành|tổ\s+chức(?!\s+chính)|thực\s+hiện|mở|triển\s+khai|có|được"
    r"|kiểm\s+tra(?!\s+(?:các|đảng|cấp|huyện|tỉnh))|giám\s+sát)(?!\w))"
    r"(?:[^,;:.()\d\n]|,(?=\s(?:phường|thị|quận|thành|xã|huyện|ngành|phòng"
    r"|ban)(?!\w)))){0,70}?))(?:\s\d{1,3}/\d{1,3}\s[^,;:.()\d]{2,20}(?:,\s[^,;:.()\d]{2,14})?)?"
    r"\s*:?\s*(?:(?:đã|đều|tự|sẽ|dự\s+kiến|chủ\s+trì|tiến\s+hành|tổ\s+chức|thực\s+hiện|mở"
    r"|triển\s+khai|có|được)\s+){0,3}\Z",
    re.I,
)
# '1. Của cấp ủy: ...', 'b) Của ủy ban kiểm tra các cấp: ...', '2.1- Kiểm tra của cấp ủy và chi bộ'
_LABEL = re.compile(
    r"\W{0,3}(?:[a-zđ\d.]{1,5}[.)–-]+\s*)?(?:(?:Kết\s+quả\s+)?(?:[Kk]iểm\s+tra|[Gg]iám\s+sát"
    r"|[Kk]iểm\s+tra,\s+giám\s+sát)\s+)?(?:(?:[Cc]ủa|Đối\s+với)\s+(?P<of>[^:\n]{4,60}?)"
    r"|(?P<level>Cấp\s+[^:\n]{2,20}))\s*:"
)


def who_counts(report: Occasion, low: int, end: int) -> tuple[Body, int] | None:
    """The body that stands right before a count or its verb, named or by its sort."""
    text = report.text
    start = max(low, end - 110, text.rfind(";", low, end) + 1)
    sort = _SORTS.search(text, start, end)
    if sort is None:
        return _body_before(report, start, end)
    at = sort.start("who")
    named = _body_before(report, start, end)
    if named and named[1] <= at:
        return named
    mark = max(start - 1, *(text.rfind(each, start, at) for each in ",;:."))
    if begun := _LEFT_OUT.fullmatch(text, mark + 1, at):
        # 'phòng Tư pháp các huyện': the name begins before the words that show its sort.
        at = begun.start("words")
    if _JOINING.search(text, max(low, at - 24), at) or _WITH.search(text, max(low, at - 160), at):
        return None
    while joint := _JOINT.search(text, start, at):
        at = joint.start("first")
    words = " ".join(text[at : sort.end("who")].split()).strip(" ,+*•–-")
    host = report.host
    if words.lower() == "chi bộ" and host and host.name.startswith("Chi bộ "):
        return host, at
    return sort_of(_named(words, report)), at


# 'Các đảng ủy, chi bộ cơ sở', 'HĐND, UBND các xã': bodies and sorts that act together.
_JOINT = re.compile(
    r"(?<![\w-])(?P<first>(?:[Cc]ác\s+)?(?:[Cc]ấp\s+ủy|[Đđ]ảng\s+ủy|[Hh]uyện\s+ủy|HĐND|UBND|MTTQ|UBKT"
    r"|Ban\s+Thanh\s+tra\s+nhân\s+dân|Ban\s+[Gg]iám\s+sát\s+đầu\s+tư(?:\s+của)?\s+cộng\s+đồng"
    r"|(?:Hội|Đoàn|Công\s+đoàn)\s[^,;:.()\d\n]{3,30}))(?:,|\svà)\s\Z"
)
_PARTS = re.compile(r"(,\s|\svà\s)")


def _named(words: str, report: Occasion) -> str:
    """The words with each body that they name in full: 'UBKT Huyện ủy và UBKT cơ sở'."""
    parts = _PARTS.split(words)
    if len(parts) == 1:
        return _completed(_shown(words), report)
    for place in range(0, len(parts), 2):
        found = body_at(parts[place], 0, len(parts[place]), report.home, institutions=False)
        whole = found is not None and found[0].place and found[1] == len(parts[place])
        parts[place] = found[0].printed if found and whole else _shown(parts[place])
    return "".join(parts)


# Words of a name that stand between the last mark and the words of a sort.
_LEFT_OUT = re.compile(
    r"\s*(?P<words>(?:(?!(?:[Pp]hối|[Tt]ham|[Cc]ùng|năm|quý|tháng|trong|từ|đến|qua|theo|các|toàn|gồm|đó|và|của"
    r"|tại)\s)[^\s,;:.()\d]+\s+){1,6})"
)
_LEVEL_AT_END = re.compile(r"\s(tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường)\Z")


def _completed(words: str, report: Occasion) -> str:
    """'ngành Thanh tra thành phố' with the name of the territory that the text is about."""
    level = _LEVEL_AT_END.search(words)
    units_here = (report.home.at(step) for step in ("xã", "huyện", "tỉnh"))
    own = next((u for u in units_here if level and u and u.type.lower() == level[1]), None)
    return f"{words} {own.name}" if own and not re.search(r"\bcác\b|^cấp\b", words) else words


def _shown(words: str) -> str:
    """'UBKT đảng ủy cơ sở' with its abbreviation written out."""
    return written_out(words) if words.startswith("UBKT") else words


_VERBS = re.compile(
    rf"(?:,\s(?:xã|phường|huyện|quận|thị xã|thành phố|tỉnh)\s{NAME}){{0,2}}"
    r"\s*(?:\([^()\n]{1,40}\)\s*)?(?:(?:đã|đều|cũng|sẽ|dự\s+kiến|lồng\s+ghép[^;:.\n]{4,90}\svào|chủ\s+trì|tiến\s+hành|tổ\s+chức|thực\s+hiện"
    r"|mở|triển\s+khai|có|được)\s+){0,3}"
)


# 'Phối hợp với Thanh tra Sở A kiểm tra 27 doanh nghiệp': who is joined does not count.
_JOINING = re.compile(r"(?:phối\s+hợp\s+(?:với|cùng)|cùng(?:\s+với)?)\s+\Z", re.I)


# The last of several that are joined too: 'phối hợp với Sở A, Bảo hiểm xã hội tỉnh kiểm tra'.
_WITH = re.compile(
    r"phối\s+hợp\s+(?:với|cùng)\s(?:(?!\s(?:đã|sẽ|tiến\s+hành|tổ\s+chức|giám\s+sát|kiểm\s+tra)\s)[^;.:]){0,140}\Z",
    re.I,
)


def _body_before(report: Occasion, start: int, end: int) -> tuple[Body, int] | None:
    """A named body of which only verbs part the count."""
    text, joined_to = report.text, start
    for begun in re.compile(r"(?<![\w/-])(?=[A-ZĐỦ])").finditer(text, start, end):
        if begun.start() < joined_to:
            continue
        found = body_at(text, begun.start(), end, report.home, institutions=False)
        joins = _WITH.search(
            text, max(start, begun.start() - 160), begun.start()
        ) or _JOINING.search(text, max(0, begun.start() - 24), begun.start())
        if found and not joins and _VERBS.fullmatch(text, found[1], end):
            return found[0], begun.start()
        joined_to = found[1] if found and joins else joined_to
    return None


def labelled(report: Occasion, paragraph: Span) -> str | None:
    """The body that the label of a paragraph names for all its counts: 'Của cấp ủy: ...'."""
    label = _LABEL.match(report.text, paragraph.start, min(paragraph.end, paragraph.start + 120))
    if label is None:
        return None
    words = " ".join((label["of"] or label["level"]).split())
    return words if label["of"] else words[0].lower() + words[1:]


def sort_of(words: str) -> Body:
    """A sort of bodies ('các chi bộ'), with no place of its own."""
    return Body(iris.body(iris.slug(words)), words, "", None)
