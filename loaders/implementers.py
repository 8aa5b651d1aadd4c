"""Who is said to carry out an instrument: the bodies that a sentence or its section speaks of."""

import re
from collections.abc import Iterator, Sequence

from loaders.bodies import body_at, is_sort, resolve
from loaders.carriers import Report, Subject, committee
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
    "|áp dụng|niêm yết|tập huấn|giới thiệu|lồng ghép|tìm hiểu|nghiên cứu|cấp phát|ký giao ước"
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
            for body in (
                _of_commune(
                    localised(each, text, sentence.start, match.start(), report.home), report
                )
                for each in listed
            )
            if not _is_any(body) and body.level != "trung ương" and is_unit(body)
        )
        if acting and not governed and MEASURE.search(text, stop, min(sentence.end, stop + 160)):
            found.append(Subject(Span(match.start(), stop), acting))
    found += sorts_in(report, Span(sentence.start, end))
    if not found:
        found += of_host(report, Span(sentence.start, end))
    found += _reporting(report, Span(sentence.start, end), found)
    return sorted(found, key=lambda subject: subject.span)


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


_NO_NAME = re.compile(r"(?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn|thôn|bản|ấp|buôn)\Z")


def _is_any(body: Body) -> bool:
    """Whether a name tells a sort of body and no certain one: 'Đảng bộ xã'."""
    return is_sort(body) or (body.place is None and _NO_NAME.search(body.name) is not None)


def _of_commune(body: Body, report: Report) -> Body:
    """'Đảng ủy' alone, in a text of a commune, is that of the commune."""
    commune = report.home.commune
    if commune is None or not re.search(r"(?:Đảng|đảng) (?:ủy|bộ)\Z", body.name):
        return body
    return resolve(f"{body.name} {commune.type.lower()} {commune.name}", report.home, None)
