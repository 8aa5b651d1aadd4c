"""Who carries out which instrument, by what: 'Huyện ủy đã chỉ đạo ... quán triệt Quy định số ...'.

The body stands in the sentence, or is that of the sentence before, or of the section ('Đối với cấp
huyện'). A bureau or a standing board acts for its committee.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.bodies import body_at, is_sort, resolve
from loaders.model import Body, Citation, Implementation, Span
from loaders.organisations import begins
from loaders.passages import UPPER, Spans, folded, paragraphs, sentences, spaces_folded
from loaders.periods import periods
from loaders.places import Home
from loaders.units import is_unit, units
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
)
_MEASURE = re.compile(rf"(?<!\w)(?:{_MEASURES.replace(' ', chr(92) + 's{1,3}')})(?!\w)", re.I)
_SECTION = re.compile(
    r"(?:^|\n)[ \t*#_]*(?:\d{1,2}[.)]|[IVX]{1,4}[.-]|[a-zđ]\)|[-+])?[ \t]*(?:Đối với|Ở|Tại|Về phía"
    r"|Cấp)\s+(?:các\s+)?(?:cấp\s+)?(?P<level>tỉnh|huyện|xã|thành phố|cơ sở)\b[^\n]{0,60}(?=\n)"
)
_HEADING = re.compile(r"\s*(?:[-+*]\s|\d{1,2}[.)]\s|[IVX]{1,5}\s?[-.)])")
_PREPOSED = re.compile(
    r"(?:với|tại|của|cho|thuộc|chỉ\s+đạo|đề\s+nghị|giao|yêu\s+cầu|và|đối\s+với|đến|theo|về"
    r"|đại\s+diện|bởi|gồm|là|các|tới|từ|ở|báo\s+cáo|tham\s+mưu|phối\s+hợp|cùng|trình|Ủy\s+viên"
    r"|Bí\s+thư|Trưởng|Phó|Chủ\s+tịch|Chủ\s+nhiệm|Chánh|Giám\s+đốc|trong|Chỉ\s+đạo|giám\s+sát"
    r"|kiểm\s+tra"
    r"|thanh\s+tra|khảo\s+sát"
    r"|Hướng\s+dẫn)\s*\Z"
)
# 'theo Quy định số ...', 'chưa thực hiện ...', 'nhầm lẫn giữa ...': nothing is carried out there.
_NOT_CARRIED = re.compile(
    r"(?:chưa|không)\s+(?:được\s+|thực\s+sự\s+|kịp\s+thời\s+)?(?:triển\s+khai|thực\s+hiện"
    r"|quán\s+triệt|ban\s+hành|xây\s+dựng)|nhầm\s+lẫn|còn\s+(?:lúng\s+túng|hạn\s+chế|chậm)"
    r"|[Cc]hưa\s+nhận\s+thức|chưa\s+(?:thường|nhận|sát|phát|quan|nghiêm|chấp|đúng|đầy)"
    # a breach, or the basis of a decision, carries nothing out
    r"|vi\s+phạm\s+(?:\S+\s+){0,6}\Z|trái\s+(?:với\s+)?(?:\S+\s+){0,4}\Z|(?:[Cc]ăn\s+cứ"
    r"|[Ss]oi\s+vào|so\s+với)\s[^,]{0,90}\Z"
)
# 'Với Ban Thường vụ Tỉnh ủy: chỉ đạo sơ kết ...', 'Đề nghị UBND huyện ...': asked, not done.
_ASKS = re.compile(
    r"\W{0,3}(?:[\w.]{1,4}[.)]\s*)?(?:(?:[Đđ]ối\s+với|[Vv]ới)\s[^.:\n]{3,80}:|(?:[Đđ]ề\s+nghị"
    r"|[Kk]iến\s+nghị|[Yy]êu\s+cầu)\s)"
)
_PROPOSED = re.compile(r"(?:kiến\s+nghị|đề\s+nghị|đề\s+xuất|yêu\s+cầu)\s+(?!của)", re.I)
_SUPERVISED = re.compile(
    r"(?:[Đđ]oàn|cuộc|buổi|đợt|[Kk]ế\s+hoạch|[Qq]uyết\s+định)[^.;]{0,80}(?:giám\s+sát|kiểm\s+tra"
    r"|thanh\s+tra)[^.;]{0,60}\Z|(?:giám\s+sát|kiểm\s+tra"
    r"|thanh\s+tra)\s+(?:chuyên\s+đề\s+)?(?:về\s+)?"
    r"(?:(?:việc|công\s+tác|kết\s+quả|lãnh\s+đạo|chỉ\s+đạo|triển\s+khai|tổ\s+chức|quán\s+triệt"
    r"|chấp\s+hành|thi\s+hành|thực\s+hiện"
    r"|và|,)\s*)+\Z"
    # 'giám sát 02 tổ chức đảng: A, B về thực hiện Quy định ...'
    r"|(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát)\s[^.;]{0,300}?\s(?:về|việc|trong)\s"
    r"(?:(?:việc|công\s+tác|lãnh\s+đạo|chỉ\s+đạo|triển\s+khai|chấp\s+hành|thực\s+hiện|và|,)\s*)+\Z"
)
_BOARD = re.compile(
    r"(?:Ban Thường vụ|Thường trực|Ban Chấp hành|Văn phòng)\s(?=(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy"
    r"|Đảng ủy|Đảng bộ|Hội |Liên đoàn|Đoàn Thanh|(?:Tỉnh|Thành|Huyện) [Đđ]oàn)"
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
class _Report:
    """A text with what the search for subjects needs."""

    text: str
    citations: tuple[Citation, ...]
    home: Home
    anchor: str | None

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
class _Subject:
    """Bodies that act together, and where the sentence names them."""

    span: Span
    bodies: tuple[Body, ...]


# No real sentence goes on longer about who does what.
_READ = 1500


def implementations(
    text: str, citations: Sequence[Citation], home: Home, published: str | None
) -> tuple[Implementation, ...]:
    """Each body with each instrument that it is said to carry out.

    Once for every sentence that says so.
    """
    if not citations:
        return ()
    seen = folded(text)
    report = _Report(seen, tuple(citations), home, published or home.date)
    found: dict[tuple[str, str], Implementation] = {}
    for paragraph in paragraphs(seen):
        cited = [c for c in citations if paragraph.start <= c.span.start < paragraph.end]
        cited = sorted([*cited, *report.bare_mentions(paragraph)], key=lambda c: c.span)
        if cited:
            for told in _of_paragraph(report, paragraph, cited):
                found.setdefault((told.body.iri, told.instrument), told)
    return tuple(sorted(found.values(), key=lambda i: (i.span, i.instrument)))


def _of_paragraph(
    report: _Report, paragraph: Span, cited: Sequence[Citation]
) -> Iterator[Implementation]:
    if _ASKS.match(report.text, paragraph.start, paragraph.end):
        return
    section = _section_subject(report, paragraph.start)
    carried: tuple[Body, ...] = (section,) if section else ()
    heading = _HEADING.match(report.text, paragraph.start) and paragraph.end - paragraph.start < 320
    for sentence in sentences(report.text, paragraph):
        subjects = _subjects(report, sentence)
        if not (subjects or carried) or (heading and not subjects):
            continue
        inside = [
            c
            for c in cited
            if sentence.start <= c.span.start < sentence.end and not c.self_reference
        ]
        for citation in inside:
            measure = _measure(report, sentence, citation, inside)
            if measure and citation.instrument:
                for body in _acting(report.text, sentence, subjects, citation, carried):
                    yield Implementation(
                        span=sentence,
                        body=body,
                        level=body.level,
                        instrument=citation.instrument,
                        measure=measure,
                        date=_date(report, sentence, citation),
                    )
        carried = subjects[-1].bodies if subjects else carried


def _acting(
    text: str,
    sentence: Span,
    subjects: Sequence[_Subject],
    citation: Citation,
    carried: tuple[Body, ...],
) -> tuple[Body, ...]:
    """Who carries out what is cited: the last to act before it, else who acts behind a formula.

    'Thực hiện Quy định số 124, Huyện ủy đã ...'; else who acted in the sentence before.
    """
    before = [s for s in subjects if s.span.end <= citation.span.start]
    if before:
        return before[-1].bodies
    fronted = _FRONTED.search(text[sentence.start : citation.span.start])
    return subjects[0].bodies if subjects and fronted else carried


# 'Thực hiện Quy định số 124, Huyện ủy đã ...'
_FRONTED = re.compile(
    r"(?:\A|[,:;.]\s+|[-+*]\s*)(?:[Tt]hực\s+hiện|[Tt]riển\s+khai|[Tt]hi\s+hành|[Cc]hấp\s+hành"
    r"|[Qq]uán\s+triệt|[Tt]iếp\s+tục"
    r"|Để\s+(?:triển|thực|cụ)|Nhằm|Trên\s+cơ\s+sở|(?:Ngay\s+)?[Ss]au\s+khi)\s[^;.]{0,240}\Z"
)


def _section_subject(report: _Report, place: int) -> Body | None:
    """'Đối với cấp huyện' speaks of the home's Huyện ủy."""
    level = report.level_at(place)
    unit = report.home.at(level) if level in _COMMITTEE_WORDS else None
    return resolve(_COMMITTEE_WORDS[level], report.home, report.anchor) if unit else None


def _subjects(report: _Report, sentence: Span) -> list[_Subject]:
    """The bodies that no preposition governs and that a verb of carrying out follows."""
    text, at = report.text, sentence.start
    end = min(sentence.end, sentence.start + _READ)
    found: list[_Subject] = []
    while match := begins(text, at, end):
        listed, stop = units(text, match.start(), end, report.home)
        at = max(stop, match.end())
        if not listed or report.cited.overlaps(match.start(), match.end()):
            continue
        governed = _PREPOSED.search(text, max(sentence.start, match.start() - 24), match.start())
        acting = tuple(
            _committee(body, report)
            for body in (_of_commune(each, report) for each in listed)
            if not _is_any(body) and body.level != "trung ương" and is_unit(body)
        )
        if acting and not governed and _MEASURE.search(text, stop, min(sentence.end, stop + 160)):
            found.append(_Subject(Span(match.start(), stop), acting))
    found += _general(report, Span(sentence.start, end))
    return sorted(found, key=lambda subject: subject.span)


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


def _general(report: _Report, stretch: Span) -> Iterator[_Subject]:
    """Bodies that a sentence names as all of a sort, or by their number."""
    for match in _ALL_LEVELS.finditer(report.text, stretch.start, stretch.end):
        words = spaces_folded(match["who"])
        body = Body(iris.body(iris.slug(words)), words, "", None)
        yield _Subject(Span(*match.span()), (body,))
    for match in _SOME.finditer(report.text, stretch.start, stretch.end):
        kind = f"{match['kind'].capitalize()} ủy"
        count = _COUNTS.get(match["count"].lower()) or int(match["count"])
        named = report.committees(kind)
        if len(named) == count:
            yield _Subject(Span(*match.span()), named)


_NO_NAME = re.compile(r"(?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn)\Z")


def _is_any(body: Body) -> bool:
    """Whether a name tells a sort of body and no certain one: 'Đảng bộ xã'."""
    return is_sort(body) or (body.place is None and _NO_NAME.search(body.name) is not None)


def _of_commune(body: Body, report: _Report) -> Body:
    """'Đảng ủy' alone, in a text of a commune, is that of the commune."""
    commune = report.home.commune
    if commune is None or not re.search(r"(?:Đảng|đảng) (?:ủy|bộ)\Z", body.name):
        return body
    return resolve(f"{body.name} {commune.type.lower()} {commune.name}", report.home, None)


def _committee(body: Body, report: _Report) -> Body:
    """The committee for which a bureau, a standing board or an office acts."""
    for pattern in (_BOARD, _FRONT_BOARD):
        if pattern.match(body.name):
            return resolve(pattern.sub("", body.name, count=1), report.home, report.anchor)
    return body


def _measure(
    report: _Report, sentence: Span, citation: Citation, inside: Sequence[Citation]
) -> str | None:
    """The measure that governs the citation.

    Or None where the sentence does not say that it is carried out.
    """
    text = report.text
    before = text[sentence.start : citation.span.start]
    clause = before[max(before.rfind(mark) for mark in (". ", "! ")) + 1 :]
    if (
        _NOT_CARRIED.search(clause[-260:])
        or _SUPERVISED.search(clause)
        or _PROPOSED.search(clause[-200:])
    ):
        return None
    # Titles of instruments cited before hold words like 'thực hiện' that govern nothing here.
    outside = _without_titles(text, sentence, citation, inside)
    measures = list(_MEASURE.finditer(outside))
    if not measures:
        after = _MEASURE.search(text, citation.span.end, min(sentence.end, citation.span.end + 200))
        return " ".join(after[0].lower().split()) if after else None
    return " ".join(measures[-1][0].lower().split())


def _without_titles(
    text: str, sentence: Span, citation: Citation, inside: Sequence[Citation]
) -> str:
    """The words before a citation, without earlier citations and their titles."""
    kept, at = [], sentence.start
    for earlier in inside:
        if earlier.span.start >= citation.span.start:
            break
        kept.append(text[at : earlier.span.start])
        close = re.compile(r"[;”\"]|,\s(?=[" + UPPER + r"])|\svà\s(?=[" + UPPER + r"])").search(
            text, earlier.span.end, citation.span.start
        )
        at = max(at, close.end() if close else citation.span.start)
    kept.append(text[at : citation.span.start])
    return "\n".join(kept)


def _date(report: _Report, sentence: Span, citation: Citation) -> str | None:
    """The time that the sentence gives before the instrument, not that of an instrument."""
    stated = [
        p
        for p in periods(
            report.text,
            Span(sentence.start, min(citation.span.start, sentence.start + 400)),
            report.anchor,
        )
        if not any(c.span.start <= p.span.start < c.span.end for c in report.citations)
    ]
    return stated[-1].interval if stated else None
