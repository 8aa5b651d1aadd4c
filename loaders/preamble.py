"""What the preamble of an instrument says that it rests on: 'Căn cứ ...', 'Thực hiện ...'."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from loaders.changers import BY
from loaders.model import Citation, Relation, Span
from loaders.side_by_side import is_later
from loaders.treatments import ADJOINING

# The quoted preamble of another act begins with its quotation mark: '“Căn cứ Hiến pháp ...'.
BASIS = re.compile(r"(?:^|[\n“\"])[\s|*\\-]*(?P<verb>Căn\s+cứ)(?!\w)")
_IMPLEMENTS = re.compile(
    r"(?:(?:^|\n)[\s|*\\-]*|;\s+)(?P<verb>(?:[Tt]hực\s+hiện|Triển\s+khai(?:\s+thực\s+hiện)?"
    r"|Để\s+(?:triển\s+khai\s+)?thực\s+hiện|Thi\s+hành|Tiếp\s+tục\s+thực\s+hiện))(?!\w)"
)
# '6 tháng đầu năm 2009, thực hiện Chương trình số 9, Ủy ban ... đạt kết quả như sau': within the
# paragraph that opens a report.
_IMPLEMENTS_WITHIN = re.compile(
    r"(?:^|\n)[ \t]*(?!Căn|Thực|Triển|Để)[^\n.;]{4,260},\s+"
    r"(?P<verb>(?:triển\s+khai\s+)?thực\s+hiện)"
    r"(?!\w)(?=[^\n]{10,400}\s(?:báo\s+cáo|đã|thông\s+báo|kết\s+luận|ban\s+hành|xây\s+dựng)\s)"
)
# 'Xét báo cáo ...; căn cứ Luật Thanh tra ..., Chánh Thanh tra kết luận như sau'
_BASIS_WITHIN = re.compile(r";\s+(?P<verb>căn\s+cứ)\s(?=\s{0,3}[A-ZĐ])")
_GROUNDS = (
    (BASIS, "based_on"),
    (_BASIS_WITHIN, "based_on"),
    (_IMPLEMENTS, "implements"),
    (_IMPLEMENTS_WITHIN, "implements"),
)
# 'Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật ...; Luật ...' lists no basis.
_NEXT_OPENER = re.compile(
    r"\n[\s|*\\-]*(?:Căn\s+cứ|Xét|Theo|Thực\s+hiện|Trên\s+cơ\s+sở)(?!\w)|\n\s*\n"
    r"|\n[^\n]{0,60}(?:QUYẾT|như\s+sau)"
    # not 'ngày 23/7/2025 của↵Chính phủ ban hành kế hoạch': who issued what is cited
    r"|(?<!của)(?<!của )\n[\s|*]*(?:Quốc\s+hội|Chính\s+phủ|Ủy\s+ban|Bộ\s+trưởng|Thủ\s+tướng"
    r"|Hội\s+đồng|Chủ\s+tịch|Thống\s+đốc|Tổng)\s[^\n;]{0,90}?ban\s+hành\s"
)
_ARTICLE_ONE = re.compile(
    r"\n[\s*#|]*(?:Điều\s+1\b|Chương\s+I\b|CHƯƠNG\s+I\b|I\.\s|1\.\s|Phần\s+)|như\s+sau\s*:"
)


def grounds(
    text: str, actor: str, citations: tuple[Citation, ...], within: Span
) -> Iterator[Relation]:
    """What the actor's preamble, which stands `within`, says that it is based on or carries out."""
    for pattern, predicate in _GROUNDS:
        for opener in pattern.finditer(text, within.start, within.end):
            found = _NEXT_OPENER.search(text, opener.end(), within.end)
            stop = found.start() if found else within.end
            for citation in _listed(text, opener.end(), stop, citations):
                span = Span(opener.start("verb"), citation.span.end)
                yield Relation(actor, predicate, citation.instrument or "", span)


def preamble_end(text: str, start: int) -> int:
    """Where the operative text begins; 'Căn cứ' behind it belongs to what others do."""
    found = _ARTICLE_ONE.search(text, start)
    return found.start() if found else min(len(text), start + 8000)


def _listed(
    text: str, start: int, stop: int, citations: tuple[Citation, ...]
) -> Iterator[Citation]:
    """The citations that one opener governs.

    The heads of its segments and what adjoins them, not those inside titles.
    """
    previous: Citation | None = None
    first = bisect_left(citations, start, key=lambda each: each.span.start)
    for place in range(first, len(citations)):
        citation = citations[place]
        if citation.span.end > stop:
            return
        gap_start = previous.span.end if previous else start
        gap = text[gap_start : citation.span.start]
        head_gap = gap.rsplit(";", 1)[-1] if previous else gap
        opened = previous is None or ";" in gap or ADJOINING.fullmatch(gap)
        # 'Chương trình số 1 về công tác kiểm tra năm 2017 và Quyết định số 2': behind a title.
        coordinate = previous is not None and bool(_COORDINATED.fullmatch(gap))
        if previous and ";" not in gap and _AND_LATER.search(gap) and not BY.search(gap):
            alike = citation.kind == previous.kind and is_later(citation, previous)
            coordinate = coordinate or alike or _is_of_later_day(citation, previous)
        named = citation.text[0] == "l" and _LAW_S_NAME.fullmatch(head_gap)
        if coordinate or (opened and (named or _SEGMENT_LEAD.fullmatch(head_gap))):
            yield citation
            previous = citation
        elif previous is None:
            return


def _is_of_later_day(citation: Citation, before: Citation) -> bool:
    """Whether it is of a day after the other's, whose title then cannot name it."""
    day, other = citation.date or "", before.date or ""
    return len(day) == len(other) == _DAY and day > other


_DAY = len("2024-05-20")
_COORDINATED = re.compile(r",?\s+(?:về|V/v)\s[^.;:\n]{4,240}\svà\s+(?:các\s+)?")
# 'Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15', cited from the second 'luật' on.
_LAW_S_NAME = re.compile(r"\s*(?:Bộ\s+)?Luật\s[^;:,.]{4,90}\s")
# '..., Nghị định số 166/2025/NĐ-CP': no title names what came later than it.
_AND_LATER = re.compile(r"(?:,|\svà)\s+(?:các\s+)?\Z")
_SEGMENT_LEAD = re.compile(
    r"[\s,*“\"-]*(?:(?:tinh\s+thần|nội\s+dung|quy\s+định\s+tại|nhiệm\s+vụ(?:\s+được\s+giao)?\s+(?:tại|trong|theo)|ý\s+kiến|vào|và|các|khoản\s+\d+"
    r"|điểm\s+[a-zđ]|Điều\s+\d+[a-z]?|của|Quốc\s+hội|nước|Cộng\s+h(?:òa|oà)\s+xã\s+hội"
    r"\s+chủ\s+nghĩa\s+Việt\s+Nam|Luật|số|chỉ\s+đạo|[:,-])[\s,*“\"]*)*"
)
