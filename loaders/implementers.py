"""Who is said to carry out an instrument: the bodies that a sentence or its section speaks of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.bodies import body_at, is_sort, resolve
from loaders.model import Body, Citation, Span
from loaders.occasions import Occasion
from loaders.organisations import begins
from loaders.passages import UPPER, Spans, paragraphs, spaces_folded
from loaders.places import Home
from loaders.unit_names import is_unit
from loaders.units import units
from ontology import iris

# Longest first: the measure that is named is the one nearest before the instrument.
_MEASURES = (
    "ban hành kế hoạch|ban hành chương trình|ban hành chỉ thị|ban hành nghị quyết"
    "|ban hành hướng dẫn|ban hành quy chế|ban hành văn bản|ban hành các văn bản|xây dựng kế hoạch"
    "|xây dựng chương trình|tổ chức hội nghị|tổ chức học tập"
    "|học tập|quán triệt|phổ biến|tuyên truyền|triển khai thực hiện|tổ chức thực hiện"
    "|tổ chức triển khai|triển khai|cụ thể hóa|ký cam kết|kiểm điểm|sơ kết|tổng kết|kiểm tra"
    "|giám sát|hướng dẫn|chỉ đạo|lãnh đạo|báo cáo"
    "|thực hiện|chấp hành|thi hành|công khai|ban hành|tham mưu|vận dụng|đăng ký|rà soát"
    "|áp dụng|niêm yết|tập huấn|giới thiệu|lồng ghép|tìm hiểu|nghiên cứu|cấp phát|ký giao ước"
    "|đưa nội dung|sinh hoạt chuyên đề|tiếp thu|bồi dưỡng|sao gửi"
)
# A committee (Ban Chấp hành) is no measure.
MEASURE = re.compile(
    rf"(?<!\w)(?<!ban )(?:{_MEASURES.replace(' ', chr(92) + 's{1,3}')})(?!\w)", re.I
)
_SECTION = re.compile(
    r"(?:^|\n)[ \t*#_]*(?:\d{1,2}[.)]|[IVX]{1,4}[.-]|[a-zđ]\)|[-+])?[ \t]*(?:Đối với|Ở|Tại|Về phía"
    r"|Cấp)\s+(?:các\s+)?(?:cấp\s+)?(?P<level>tỉnh|huyện|xã|thành phố|cơ sở)\b[^\n]{0,60}(?=\n)"
)
_PREPOSED = re.compile(
    r"(?:với|tại|của|cho|thuộc|chỉ\s+đạo|đề\s+nghị|giao|yêu\s+cầu|và|đối\s+với|đến|theo|về"
    r"|đại\s+diện|bởi|gồm|là|các|tới|từ|ở|báo\s+cáo|tham\s+mưu|phối\s+hợp|cùng|trình|Ủy\s+viên"
    r"|Bí\s+thư|Trưởng|Phó|Chủ\s+tịch|Chủ\s+nhiệm|Chánh|Giám\s+đốc|trong|Chỉ\s+đạo|giám\s+sát"
    r"|kiểm\s+tra"
    r"|thanh\s+tra|khảo\s+sát"
    r"|Hướng\s+dẫn)\s*\Z"
)
_BOARD = re.compile(
    r"(?:Ban Thường vụ|Thường trực|Ban Chấp hành|Văn phòng)\s(?=(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy"
    r"|Đảng ủy|Đảng bộ|Hội (?!đồng)|Liên đoàn|Đoàn Thanh|(?:Tỉnh|Thành|Huyện) [Đđ]oàn)"
)
_FRONT_BOARD = re.compile(r"(?:Ban Thường trực|Đoàn Chủ tịch)\s(?=Ủy ban)")
_COMMITTEE_WORDS = {"huyện": "Huyện ủy", "tỉnh": "Tỉnh ủy"}
_CAPITAL = f"[{UPPER}]"
_BARE_KIND = re.compile(
    r"(?:quán\s+triệt|phổ\s+biến|tuyên\s+truyền|triển\s+khai|thực\s+hiện|học\s+tập|cụ\s+thể\s+hóa)"
    r"\s+(?:nội\s+dung\s+)?(?P<kind>Chỉ thị|Nghị quyết|Quy định|Kết luận|Quyết định|Luật"
    r"|Pháp lệnh|Nghị định)"
    r"(?=\s+(?:tới|đến|cho|trong|ở|bằng|qua|gắn)\s|[,;.])"
)


@dataclass(frozen=True)
class Report:
    """A text with what the search for subjects needs."""

    text: str
    citations: tuple[Citation, ...]
    home: Home
    anchor: str | None
    issuer: Body | None = None
    kind: str | None = None

    @cached_property
    def host(self) -> Body | None:
        """The body for which the text speaks."""
        return self._occasion.host

    @cached_property
    def cell(self) -> Body | None:
        """The one party cell that the text is about."""
        return self._occasion.cell

    @cached_property
    def _occasion(self) -> Occasion:
        read = (self.text, "", self.citations, self.home, self.anchor, ())
        return Occasion(*read, tuple(paragraphs(self.text)), self.kind, self.issuer)

    @cached_property
    def cited(self) -> Spans:
        """The stretches of all citations."""
        return Spans([citation.span for citation in self.citations])

    @cached_property
    def sections(self) -> tuple[tuple[int, str], ...]:
        """Where headings like 'Đối với cấp huyện' end, with the level.

        A Roman heading closes a section.
        """
        found = [(m.end(), m["level"]) for m in _SECTION.finditer(self.text)]
        found += [
            (m.end(), "")
            for m in re.finditer(r"\n[ \t*#_]*[IVX]{1,5}\s?[-.)/:]\s?[^\n]{3,120}(?=\n)", self.text)
        ]
        return tuple(sorted(found))

    def committees(self, kind: str) -> tuple[Body, ...]:
        """The committees of a kind that the text names with their territory, each once."""
        found = re.finditer(rf"(?<!\w){kind}\s(?={_CAPITAL})", self.text)
        bodies = (body_at(self.text, m.start(), m.start() + 80, self.home, False) for m in found)
        return tuple(dict.fromkeys(body[0] for body in bodies if body))

    def bare_mentions(self, paragraph: Span) -> Iterator[Citation]:
        """'quán triệt Chỉ thị tới 100% cán bộ': the one instrument of its kind that is cited."""
        for match in _BARE_KIND.finditer(self.text, paragraph.start, paragraph.end):
            of_kind = [c for c in self.citations if c.kind == match["kind"] and c.instrument]
            if len({c.instrument for c in of_kind}) == 1:
                span = Span(*match.span("kind"))
                yield of_kind[0]._replace(span=span, core=span, self_reference=False)

    def level_at(self, place: int) -> str:
        """The level that the section at a place is about, or ''."""
        return next((level for end, level in reversed(self.sections) if end <= place), "")


@dataclass(frozen=True, slots=True)
class Subject:
    """Bodies that act together, and where the sentence names them."""

    span: Span
    bodies: tuple[Body, ...]


# No real sentence goes on longer about who does what.
_READ = 1500


def section_subject(report: Report, place: int) -> Body | None:
    """'Đối với cấp huyện' speaks of the home's Huyện ủy."""
    level = report.level_at(place)
    unit = report.home.at(level) if level in _COMMITTEE_WORDS else None
    return resolve(_COMMITTEE_WORDS[level], report.home, report.anchor) if unit else None


def subjects_of(report: Report, sentence: Span) -> list[Subject]:
    """The bodies that no preposition governs and that a verb of carrying out follows."""
    text, at = report.text, sentence.start
    end = min(sentence.end, sentence.start + _READ)
    found: list[Subject] = []
    while match := begins(text, at, end):
        listed, stop = units(text, match.start(), end, report.home)
        at = max(stop, match.end())
        if not listed or report.cited.overlaps(match.start(), match.end()):
            continue
        governed = _PREPOSED.search(text, max(sentence.start, match.start() - 24), match.start())
        acting = tuple(
            committee(body, report)
            for body in (_of_commune(each, report) for each in listed)
            if not _is_any(body) and body.level != "trung ương" and is_unit(body)
        )
        if acting and not governed and MEASURE.search(text, stop, min(sentence.end, stop + 160)):
            found.append(Subject(Span(match.start(), stop), acting))
    found += _general(report, Span(sentence.start, end))
    if not found:
        found += _of_host(report, Span(sentence.start, end))
    found += _reporting(report, Span(sentence.start, end), found)
    return sorted(found, key=lambda subject: subject.span)


# 'Chi bộ đã tổ chức học tập', 'Thực hiện Luật, đơn vị xây dựng kế hoạch': it speaks of itself.
_ITSELF = re.compile(
    r"(?:(?:\A|(?<=\n))\W{0,4}(?:\(?\w{1,3}[.)]\s*)?|(?<=[,;:]\s))"
    r"(?P<who>[Cc]hi\s+(?:bộ|ủy)|Ủy\s+ban\s+Kiểm\s+tra|Ban\s+Thường\s+(?:vụ|trực)|Thường\s+trực|Liên\s+đoàn|Mặt\s+trận|[Cc]ấp\s+ủy|[Đđ]ảng\s+(?:ủy|bộ)|[Cc]ơ\s+quan|[Đđ]ơn\s+vị|[Nn]hà\s+trường|[Ss]ở|[Hh]uyện|[Tt]ỉnh|[Xx]ã"
    r"|[Pp]hường|[Tt]hành\s+phố|[Tt]hị\s+xã|[Hh]ội|[Cc]ông\s+ty)\s+(?:đã|luôn|cũng|còn|thường\s+xuyên"
    r"|kịp\s+thời|tiếp\s+tục|nghiêm\s+túc|chủ\s+động|tổ\s+chức|ban\s+hành|xây\s+dựng|triển\s+khai"
    r"|chỉ\s+đạo|quán\s+triệt|phổ\s+biến|thực\s+hiện|cụ\s+thể)(?!\w)"
)
_PARTY = re.compile(r"(?:Chi bộ|Chi ủy|Đảng ủy|Đảng bộ|(?:Huyện|Tỉnh|Thành|Thị|Quận) ủy)(?!\w)")


def _of_host(report: Report, stretch: Span) -> Iterator[Subject]:
    """The body that the text speaks for, where it calls itself by its sort alone."""
    for match in _ITSELF.finditer(report.text[stretch.start : stretch.end]):
        host, word = report.host, " ".join(match["who"].lower().split())
        if word == "chi bộ" and not (host and host.name.startswith("Chi bộ")):
            host = report.cell
        if host and _is_called(host, word):
            at = Span(stretch.start + match.start("who"), stretch.start + match.end("who"))
            yield Subject(at, (committee(host, report),))


_ORGANS = frozenset(
    {"ủy ban kiểm tra", "ban thường vụ", "ban thường trực", "thường trực", "mặt trận"}
)


def _is_called(host: Body, word: str) -> bool:
    """Whether a text of the host may call it so: 'đơn vị' any office, 'chi bộ' a cell only."""
    party = _PARTY.match(host.name) is not None
    if word in ("cơ quan", "đơn vị"):
        return not party
    if word in ("cấp ủy", "chi ủy", "đảng ủy", "đảng bộ"):
        return party and (word[0] != "đ" or not host.name.startswith("Chi"))
    if word in _ORGANS:
        return word in host.name.lower() or (word == "mặt trận" and "MTTQ" in host.name)
    if word == "nhà trường":
        return host.name.startswith("Trường")
    if word in ("tỉnh", "huyện", "xã", "phường", "thành phố", "thị xã"):
        return host.name.startswith(f"UBND {word}") or host.name.startswith(
            f"Ủy ban nhân dân {word}"
        )
    return host.name.lower().startswith(word + " ") and not host.name.startswith("Hội đồng")


# 'Theo báo cáo của UBND huyện, ... huyện đã ban hành', 'Thực hiện Luật ..., Quỹ ... thu 1.019 tỷ'
_BY_REPORT = re.compile(r"\W{0,3}Theo\s+(?:báo\s+cáo\s+(?:của\s+)?|[^,;.]{4,60}?(?=UBND|Ủy\s+ban))")
_LEVEL_ACTS = re.compile(
    r"(?:,|;)\s+(?:huyện|xã|tỉnh|thành\s+phố|phường|thị\s+xã)\s+(?:đã|còn|có)\s"
)
_FORMULA = re.compile(r"\W{0,3}(?:Thực\s+hiện|Thi\s+hành|Triển\s+khai)\s")


def _reporting(report: Report, sentence: Span, found: Sequence[Subject]) -> Iterator[Subject]:
    """Who acts by its own report, or behind a formula whatever it does."""
    text = report.text
    by = _BY_REPORT.match(text, sentence.start, sentence.end)
    if by and _LEVEL_ACTS.search(text, by.end(), sentence.end):
        named = body_at(text, by.end(), sentence.end, report.home, institutions=False)
        if named and is_unit(named[0]):
            yield Subject(Span(by.end(), named[1]), (named[0],))
        return
    if found or not _FORMULA.match(text, sentence.start, sentence.end):
        return
    for citation in report.citations:
        if sentence.start <= citation.span.start < sentence.end:
            behind = re.compile(r",\s+(?=[A-ZĐỦ])").match(text, citation.span.end, sentence.end)
            named = body_at(text, behind.end(), sentence.end, report.home) if behind else None
            if named and is_unit(named[0]):
                at = Span(behind.end() if behind else 0, named[1])
                yield Subject(at, (committee(named[0], report),))
                return


# 'Hội Liên hiệp Phụ nữ các cấp', 'Hai huyện ủy đã ...': named together.
_ALL_LEVELS = re.compile(
    r"(?<!\w)(?P<who>(?:Hội|MTTQ|Mặt trận|Ủy ban|Liên đoàn|Công đoàn|Đoàn Thanh niên|Cấp ủy|HĐND"
    r"|UBND)"
    r"(?:\s[^\s,;.:()]+){0,8}?\scác\scấp)(?!\w)"
)
_SOME = re.compile(
    r"(?<!\w)(?P<count>[Hh]ai|[Bb]a|[Bb]ốn|[Cc]ả\shai|0?[2-4])\s(?P<kind>huyện|thị|thành"
    r"|quận)\sủy(?!\s[A-ZĐ])"
)
_COUNTS = {"hai": 2, "cả hai": 2, "ba": 3, "bốn": 4}


def _general(report: Report, stretch: Span) -> Iterator[Subject]:
    """Bodies that a sentence names as all of a sort, or by their number."""
    for match in _ALL_LEVELS.finditer(report.text, stretch.start, stretch.end):
        words = spaces_folded(match["who"])
        body = Body(iris.body(iris.slug(words)), words, "", None)
        yield Subject(Span(*match.span()), (body,))
    for match in _SOME.finditer(report.text, stretch.start, stretch.end):
        kind = f"{match['kind'].capitalize()} ủy"
        count = _COUNTS.get(match["count"].lower()) or int(match["count"])
        named = report.committees(kind)
        if len(named) == count:
            yield Subject(Span(*match.span()), named)


_NO_NAME = re.compile(r"(?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn)\Z")


def _is_any(body: Body) -> bool:
    """Whether a name tells a sort of body and no certain one: 'Đảng bộ xã'."""
    return is_sort(body) or (body.place is None and _NO_NAME.search(body.name) is not None)


def _of_commune(body: Body, report: Report) -> Body:
    """'Đảng ủy' alone, in a text of a commune, is that of the commune."""
    commune = report.home.commune
    if commune is None or not re.search(r"(?:Đảng|đảng) (?:ủy|bộ)\Z", body.name):
        return body
    return resolve(f"{body.name} {commune.type.lower()} {commune.name}", report.home, None)


def committee(body: Body, report: Report) -> Body:
    """The committee for which a bureau, a standing board or an office acts."""
    for pattern in (_BOARD, _FRONT_BOARD):
        if pattern.match(body.name):
            return resolve(pattern.sub("", body.name, count=1), report.home, report.anchor)
    return body
