"""Who is said to carry out an instrument: the bodies that a sentence or its section speaks of."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from loaders.bodies import body_at, is_sort, resolve
from loaders.carriers import Report, Subject, committee
from loaders.inspected_carriers import called_alone, of_inspected, of_reporter
from loaders.localised import localised
from loaders.model import Body, Span
from loaders.organisations import begins
from loaders.sorts_of_carriers import WHOLE, of_host, sorts_in
from loaders.unit_names import is_unit
from loaders.units import units

# Longest first: the measure that is named is the one nearest before the instrument.
_MEASURES = (
    "ban hành kế hoạch|ban hành chương trình|ban hành chỉ thị|ban hành nghị quyết"
    "|ban hành hướng dẫn|ban hành quy chế|ban hành văn bản|ban hành các văn bản|xây dựng kế hoạch"
    "|xây dựng chương trình|tổ chức hội nghị|tổ chức học tập"
    "|học tập|quán triệt|phổ biến|tuyên truyền|triển khai thực hiện|tổ chức thực hiện"
    "|tổ chức triển khai|triển khai|cụ thể hóa|ký cam kết|kiểm điểm|sơ kết|tổng kết|kiểm tra"
    "|giám sát|hướng dẫn|chỉ đạo|lãnh đạo|báo cáo"
    "|thực hiện|chấp hành|thi hành|công khai|ban hành|tham mưu|vận dụng|đăng ký|rà soát"
    "|hoàn thành|áp dụng|niêm yết|tập huấn|giới thiệu|lồng ghép|tìm hiểu|nghiên cứu|cấp phát"
    "|ký giao ước"
    "|đưa nội dung"
    "|đúng quy định|đúng thời gian quy định|đúng thời hạn quy định"
    "|sinh hoạt chuyên đề|tiếp thu|bồi dưỡng|sao gửi"
)
# A committee (Ban Chấp hành), a delegation (Đoàn giám sát) and leaders (lãnh đạo UBND) are none.
MEASURE = re.compile(
    r"(?<!\w)(?<!ban )(?<!không )(?<!đoàn )(?!lãnh đạo (?:(?-i:[A-ZĐỦ])|huyện|xã|tỉnh|phường))"
    rf"(?:{_MEASURES.replace(' ', chr(92) + 's{1,3}')})(?!\w)",
    re.I,
)
_PREPOSED = re.compile(
    r"(?:với|tại|của|cho|thuộc|chỉ\s+đạo|đề\s+nghị|giao|yêu\s+cầu|và|đối\s+với|đến|theo|về"
    r"|đại\s+diện|bởi|gồm|là|các|tới|từ|ở|báo\s+cáo|tham\s+mưu|phối\s+hợp|cùng|trình|Ủy\s+viên"
    r"|Bí\s+thư|Trưởng|Phó|Chủ\s+tịch|Chủ\s+nhiệm|Chánh|Giám\s+đốc|trong|Chỉ\s+đạo|giám\s+sát"
    r"|kiểm\s+tra"
    r"|thanh\s+tra|khảo\s+sát|củng\s+cố|kiện\s+toàn|thành\s+lập"
    r"|Hướng\s+dẫn)\s*\Z"
)
_COMMITTEE_WORDS = {"huyện": "Huyện ủy", "tỉnh": "Tỉnh ủy"}


# No real sentence goes on longer about who does what.
_READ = 1500


def word_of(measure: re.Match[str]) -> str:
    """A measure as it is named: in small letters, with one space."""
    return " ".join(measure[0].lower().split())


def section_subject(report: Report, place: int) -> Body | None:
    """'Đối với cấp huyện' speaks of the home's Huyện ủy."""
    level = report.level_at(place)
    unit = report.home.at(level) if level in _COMMITTEE_WORDS else None
    return resolve(_COMMITTEE_WORDS[level], report.home, report.anchor) if unit else None


def subjects_of(report: Report, sentence: Span) -> list[Subject]:
    """The bodies that no preposition governs and that a verb of carrying out follows."""
    text = report.text
    stretch = Span(sentence.start, min(sentence.end, sentence.start + _READ))
    named = list(_named(report, stretch))
    found: list[Subject] = []
    for subject in named:
        start, stop = subject.span
        governed = _PREPOSED.search(text, max(sentence.start, start - 24), start)
        if governed or not MEASURE.search(text, stop, min(sentence.end, stop + 160)):
            continue
        if found and _beside(text, sentence, found[-1].span, start):
            before = found.pop()
            subject = Subject(Span(before.span.start, stop), (*before.bodies, *subject.bodies))
        found.append(subject)
    found += sorts_in(report, stretch)
    for otherwise in (of_inspected, of_host, of_reporter):
        found = found or list(otherwise(report, stretch))
    found += _reporting(report, stretch, found)
    found += _advised(report, sentence, found, named)
    return sorted(found, key=lambda subject: subject.span)


def _named(report: Report, stretch: Span) -> Iterator[Subject]:
    """The local bodies of a stretch, those of one list together, whatever they do there."""
    at = stretch.start
    while match := begins(report.text, at, stretch.end):
        start = match.start()
        listed, stop = units(report.text, start, stretch.end, report.home)
        at = max(stop, match.end())
        if not listed or report.cited.overlaps(start, match.end()):
            continue
        acting = tuple(
            committee(body, report)
            for each in listed
            if (body := meant(each, report, stretch, start))
            and body.level != "trung ương"
            and is_unit(body)
        )
        if acting:
            yield Subject(Span(start, stop), acting)


# 'Sở đã tham mưu UBND tỉnh ban hành kế hoạch ...; tổ chức ...': both, up to the semicolon.
_ADVISES = re.compile(r"[^.;]{0,60}?\stham\s+mưu(?:\s+(?:cho|với|giúp|để))?\s+")
_THEN_ISSUES = re.compile(r"\s+(?:ban\s+hành|xây\s+dựng|phê\s+duyệt|tổ\s+chức|chỉ\s+đạo)\s")


def _advised(
    report: Report, sentence: Span, found: Sequence[Subject], named: Sequence[Subject]
) -> Iterator[Subject]:
    """Those who act on the advice of a subject, together with it."""
    text = report.text
    for subject, other in product(found, named):
        start, stop = other.span
        if (
            subject.span.end < start
            and _ADVISES.fullmatch(text, subject.span.end, start)
            and _THEN_ISSUES.match(text, stop)
        ):
            mark = text.find(";", stop, sentence.end)
            until = mark if mark >= 0 else sentence.end
            yield Subject(other.span, (*subject.bodies, *other.bodies), until)


# Where a list of those who act may begin: in the sentence, behind a formula, a label.
_OPENING = re.compile(r"(?:\A\W*(?:\w{1,4}[.)]\s*)?|[,;:]\s+)\Z")


def _beside(text: str, sentence: Span, last: Span, place: int) -> bool:
    """Whether those named last stand in one list with who is named next: 'Đảng ủy A, UBND B đã'."""
    return (
        text[last.end : place].strip() == ","
        and _OPENING.search(text[sentence.start : last.start]) is not None
    )


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
    if by and WHOLE.search(text, by.end(), sentence.end):
        # 'Theo báo cáo của Đảng ủy xã A, ... 100% chi bộ đã quán triệt ...': its own work too
        named = body_at(text, by.end(), sentence.end, report.home, institutions=False)
        if named and is_unit(named[0]):
            last = max(found, key=lambda s: s.span, default=None)
            span = last.span if last else Span(by.end(), named[1])
            yield Subject(span, (named[0], *(last.bodies if last else ())))
        return
    if found or not _FORMULA.match(text, sentence.start, sentence.end):
        return
    for citation in report.cited_in(sentence):
        behind = re.compile(r",\s+(?=[A-ZĐỦ])").match(text, citation.span.end, sentence.end)
        named = body_at(text, behind.end(), sentence.end, report.home) if behind else None
        if named and is_unit(named[0]):
            at = Span(behind.end() if behind else 0, named[1])
            yield Subject(at, (committee(named[0], report),))
            return


def meant(body: Body, report: Report, sentence: Span, place: int) -> Body | None:
    """The body that a name stands for there; None where it tells a sort and no certain body."""
    named = localised(body, report.text, sentence.start, place, report.home)
    whole = _of_commune(named, report)
    if not _is_any(whole):
        return whole
    return called_alone(report, committee(whole, report).name, place, sentence)


_NO_NAME = re.compile(
    r"(?:Đảng ủy|Đảng bộ|Chi bộ|Chi ủy|tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn|thôn"
    r"|bản|ấp|buôn)\Z"
)


def _is_any(body: Body) -> bool:
    """Whether a name tells a sort of body and no certain one: 'Đảng bộ xã'."""
    return is_sort(body) or (body.place is None and _NO_NAME.search(body.name) is not None)


def _of_commune(body: Body, report: Report) -> Body:
    """'Đảng ủy' alone, in a text of a commune, is that of the commune."""
    commune = report.home.commune
    if commune is None or not re.search(r"(?:Đảng|đảng) (?:ủy|bộ)\Z", body.name):
        return body
    return resolve(f"{body.name} {commune.type.lower()} {commune.name}", report.home, None)
