"""The instruments behind an inspection.

Those it carries out ('Thực hiện Kế hoạch ...') and those it looks at.
"""

import re
from collections.abc import Sequence

from loaders.model import Citation, Span
from loaders.papers import PAPERS, SETS_UP, named_beside, papers_in
from loaders.passages import POINT

_FORMULA = re.compile(
    r"(?:Thực\s+hiện|Căn\s+cứ|Trên\s+cơ\s+sở|Theo|Triển\s+khai(?:\s+thực\s+hiện)?|Thi\s+hành|Tại"
    r"|Tiếp\s+tục\s+thực\s+hiện"
    # 'đã quán triệt, triển khai Quy định 213': verbs of a list open nothing
    r"|(?<=,\s)(?<!triệt,\s)(?<!biến,\s)(?<!truyền,\s)(?<!đạo,\s)(?:thực\s+hiện|căn\s+cứ|trên\s+cơ\s+sở|theo|triển\s+khai|thi\s+hành)"
    r"|Được\s+sự\s+(?:thống\s+nhất|đồng\s+ý|nhất\s+trí)[^.;\n]{0,90}?\s(?:tại|theo))\s+(?:theo\s+|các\s+|tinh\s+thần\s+"
    r"|thực\s+hiện\s+)?"
)
# A formula may follow a time or the words before a comma: 'Ngày 12/5, thực hiện Kế hoạch ...'.
_BEFORE_FORMULA = 70
# A further instrument of the formula stands behind a semicolon, a comma or 'và', never inside the
# title of the one before.
_FURTHER = re.compile(
    r"(?:[;,]|\svà|,?\s+căn\s+cứ)\s*"
    r"(?:căn\s+cứ\s+|(?:bám\s+(?:sát\s+)?)?theo\s+|(?P<done>(?:và\s+)?(?:thực\s+hiện|triển\s+khai)\s+))?(?:các\s+)?\Z",
    re.I,
)
_BACK = 6


def mandate(
    text: str,
    citations: Sequence[Citation],
    paragraphs: Sequence[Span],
    index: int,
    sentence: Span,
    above: bool = True,
    bases: bool = True,
) -> tuple[str, ...]:
    """The instruments that the sentence says are carried out, or else its surroundings.

    The formula that opens it, 'theo Kế hoạch ...' behind its verb, the plan told just before
    'Theo đó', a sentence beside it that names the plan, or, where the text speaks of its own work
    (`above`), the nearest paragraph before it that is a formula; the bases ('Căn cứ') of a decision
    are its own (not `bases`).
    """
    own = (
        _announced(text, citations, sentence)
        or _opening(text, citations, sentence)
        or _behind(text, citations, sentence)
        or named_beside(text, citations, sentence)
    )
    if own:
        return own
    paragraph = paragraphs[index]
    before = Span(paragraph.start, sentence.start)
    if before.end > before.start and (found := _opening(text, citations, before)):
        return found
    if found := _accordingly(text, citations, paragraphs, index, sentence):
        return found
    if found := _told_beside(text, citations, paragraphs, index, sentence):
        return found
    return _formulas_above(text, citations, _above(text, paragraphs, index, bases)) if above else ()


def _above(text: str, paragraphs: Sequence[Span], index: int, bases: bool) -> Sequence[Span]:
    """The paragraphs above in which a formula may stand that is behind this one too."""
    before = paragraphs[max(0, index - _BACK) : index]
    if POINT.match(text, paragraphs[index].start):
        # another point of the list tells of another inspection
        before = [p for p in before if not POINT.match(text, p.start)]
    return before if bases else [p for p in before if not _BASIS.match(text, p.start)]


_BASIS = re.compile(r"\W{0,4}Căn\s+cứ\s")
# 'Thực hiện Kết luận số 64, Ban Thường trực xây dựng Kế hoạch như sau': the
# plan carries it out; a programme of inspections is behind each of them all the same.
_PLANS = re.compile(r"xây\s+dựng\s+(?:[Kk]ế\s+hoạch|[Cc]hương\s+trình)\s+(?!số)")


def mandate_of_count(
    text: str, citations: Sequence[Citation], sentence: Span, count: Span
) -> tuple[str, ...]:
    """The paper by which the sentence of a count says that all were held: 'theo Kế hoạch số 11'."""
    if opened := _opening(text, citations, Span(sentence.start, count.start)):
        # 'Theo Kế hoạch số 22, ... đã giám sát 06 cuộc'
        ordering = {paper.instrument for paper in papers_in(citations, sentence)}
        return tuple(each for each in opened if each in ordering)
    # behind a semicolon another inspection is told
    mark = text.find(";", count.end, sentence.end)
    behind = Span(count.end, mark if mark >= 0 else sentence.end)
    papers = [c for c in papers_in(citations, behind) if _BY.search(text, count.end, c.span.start)]
    return tuple(paper.instrument or "" for paper in papers[:1])


def _told_beside(
    text: str, citations: Sequence[Citation], paragraphs: Sequence[Span], index: int, sentence: Span
) -> tuple[str, ...]:
    """The plan that a sentence before or behind it, or the paragraph below, names."""
    paragraph, following = paragraphs[index], paragraphs[index + 1 : index + 2]
    if following and _CAPTION.fullmatch(text, *following[0]):
        following = paragraphs[index + 2 : index + 3]
    if following and POINT.match(text, paragraph.start) and POINT.match(text, following[0].start):
        # the next point of a list tells of another inspection
        following = ()
    before, rest = Span(paragraph.start, sentence.start), Span(sentence.end, paragraph.end)
    if following and _GOES_ON.match(text, *following[0]):
        return _opening(text, citations, following[0])
    found = (named_beside(text, citations, beside) for beside in (before, *following, rest))
    return next((each for each in found if each), ())


# 'Thực hiện Quyết định số 11, mốc thời gian kiểm tra được tính từ ...': of what was told above.
_GOES_ON = re.compile(
    r"(?:Thực\s+hiện|Theo)\s[^;\n]{4,240}?,\s+(?:mốc\s+)?thời\s+(?:gian|kỳ|điểm)\s+(?:được\s+)?"
    r"(?:kiểm\s+tra|giám\s+sát|thanh\s+tra)\s"
)


# 'Quang cảnh buổi giám sát tại phường A. Ảnh: B': what stands under a picture parts no telling.
_CAPTION = re.compile(
    r"[^\n]{4,160}(?:\.|\()\s*Ảnh(?:\s+tư\s+liệu)?\s*:[^\n]{0,60}|\(?Ảnh(?:\s|:)[^\n]{4,140}"
)


def opening_mandate(
    text: str, citations: Sequence[Citation], paragraphs: Sequence[Span]
) -> tuple[str, ...]:
    """What a report says in its opening that it carries out, for the one delegation it tells of."""
    head = [p for p in paragraphs if p.start < _OPENING_PART]
    points = (index for index, p in enumerate(head) if FIRST_PART.match(text, p.start))
    return _formulas_above(text, citations, head[: next(points, len(head))])


FIRST_PART = re.compile(
    r"[#*\s]*(?:(?:I|A|1)\s?[-.)/:–]-?|PHẦN\s|Phần\s|[-+•]\s)\s*(?![^\n]*\.\Z)", re.M
)
# The opening of a report stands before its first part.
_OPENING_PART = 3000


def _formulas_above(
    text: str, citations: Sequence[Citation], paragraphs: Sequence[Span]
) -> tuple[str, ...]:
    """The instruments of the nearest formula above, and of those that stand right before it."""
    found: tuple[str, ...] = ()
    for paragraph in reversed(paragraphs):
        opened = _opening(text, citations, paragraph)
        if opened and _COUNTS.search(text, *paragraph):
            # what was counted under it is told there
            break
        if opened and _PLANS.search(text, *paragraph):
            papers = {paper.instrument for paper in papers_in(citations, paragraph)}
            opened = tuple(each for each in opened if each in papers)
        if found and not opened:
            break
        found = (*opened, *found)
    return tuple(dict.fromkeys(found))


_COUNTS = re.compile(r"\s(?:giám\s+sát|kiểm\s+tra|thanh\s+tra)\s+\d{1,3}\s+(?:cuộc|đợt)(?!\w)")
_ACCORDINGLY = re.compile(
    r"\W{0,4}(?:(?P<all>(?:Căn\s+cứ|Thực\s+hiện|Theo)\s+(?:các\s+)?(?:văn\s+bản|(?:[Qq]uyết\s+định|[Kk]ế\s+hoạch)(?:,|\s+và)\s+\S+\s+\S+)\s+(?:nói\s+|nêu\s+)?trên)"
    r"|(?:Trên\s+cơ\s+sở|Theo)\s+đó|(?:Thực\s+hiện\s+|Căn\s+cứ\s+)(?:[kK]ế\s+hoạch|[cC]hương\s+trình|[qQ]uyết\s+định)\s+(?:này|trên|đó|nêu\s+trên)|Theo\s+(?:[kK]ế\s+hoạch|[cC]hương\s+trình|[qQ]uyết\s+định)(?:\s+(?:này"
    r"|trên|đó"
    r"|nêu\s+trên))?|Cụ\s+thể)(?:,|\s*:)"
)


def _accordingly(
    text: str, citations: Sequence[Citation], paragraphs: Sequence[Span], index: int, sentence: Span
) -> tuple[str, ...]:
    """The plan of the sentence or paragraph before one that opens with 'Theo đó'."""
    paragraph = paragraphs[index]
    opened = _ACCORDINGLY.match(text, paragraph.start)
    if opened:
        told = paragraphs[index - 1] if index else None
    elif sentence.start > paragraph.start:
        opened = _ACCORDINGLY.match(text, sentence.start)
        told = Span(paragraph.start, sentence.start)
    if not opened or not told:
        return ()
    papers = papers_in(citations, told)
    return tuple(paper.instrument or "" for paper in (papers if opened["all"] else papers[-1:]))


# 'giám sát ... theo Kế hoạch số 04/KH-MTTQ'
_BY = re.compile(r"(?<!\w)theo\s+\Z")


# 'công bố Quyết định số 51-QĐ/UBKTTU về kiểm tra Đảng ủy Sở Y tế'
_MADE_KNOWN = re.compile(r"(?:công\s+bố|trao|triển\s+khai)\s+(?:các\s+)?\Z")
_ON_IT = re.compile(r"\s+(?:về\s+)?(?:việc\s+)?(?:giám\s+sát|kiểm\s+tra|thanh\s+tra)\s")


def _announced(text: str, citations: Sequence[Citation], span: Span) -> tuple[str, ...]:
    """The decision that the sentence says was made known to those whom it is about."""
    return tuple(
        c.instrument or ""
        for c in papers_in(citations, span)
        if _MADE_KNOWN.search(text, max(span.start, c.span.start - 16), c.span.start)
        and _ON_IT.match(text, c.span.end, span.end)
    )


def _behind(text: str, citations: Sequence[Citation], span: Span) -> tuple[str, ...]:
    """The plan or decision that the sentence names behind its verb."""
    found: list[Citation] = []
    for paper in papers_in(citations, span):
        joined = found and _AND_BY.fullmatch(text, found[-1].span.end, paper.span.start)
        if joined or _BY.search(text, max(span.start, paper.span.start - 8), paper.span.start):
            found.append(paper)
    return tuple(paper.instrument or "" for paper in found)


# '... theo Quyết định số 14 của A và Kế hoạch số 15'
_AND_BY = re.compile(r"(?:\s+của\s[^.;,]{4,90}?)?(?:,|;|,?\s+(?:và|cùng))\s+(?:theo\s+)?")


def _opening(text: str, citations: Sequence[Citation], span: Span) -> tuple[str, ...]:
    """The instruments of the formula that opens a stretch; of a basis only those on inspecting."""
    formula = _FORMULA.search(text, span.start, min(span.end, span.start + _BEFORE_FORMULA))
    if formula is None:
        return ()
    basis = formula[0].lower().startswith("căn")
    found: list[str] = []
    behind_first = follows = False
    for citation in citations:
        if not span.start <= citation.span.start < span.end or citation.instrument is None:
            continue
        asked = not formula[0].startswith("Tại") and citation.kind in _LETTERS
        if asked and _ON_ACCOUNT.match(text, citation.span.end):
            # 'Thực hiện Công văn số 612 về việc sơ kết, ... báo cáo'
            continue
        opening = text[formula.end() : citation.span.start]
        first = not behind_first and (len(opening) <= 2 or _NAMED.fullmatch(opening) is not None)
        before = text[max(span.start, citation.span.start - 24) : citation.span.start]
        further = _FURTHER.search(before) if behind_first else None
        if further and not follows and before.rstrip().endswith("và"):
            # joined to something that the formula does not govern
            further = None
        follows = bool(first or further)
        if found and not follows and citation.kind in PAPERS:
            # behind the title of the one before, which cites too: '... và Quyết định số 112 về
            # việc thành lập Đoàn giám sát'
            follows = SETS_UP.match(text, citation.span.end) is not None
        if follows:
            behind_first = True
            basis = basis and not (further and further["done"])
            if not basis or _on_inspecting(text, citation):
                found.append(citation.instrument)
    return tuple(dict.fromkeys(found))


# 'Triển khai Chương trình kiểm tra, giám sát số 03': here the kind stands apart from the number.
_NAMED = re.compile(r"(?:[Cc]hương\s+trình|[Kk]ế\s+hoạch|[Qq]uyết\s+định)\s[^;.\n]{0,80}?số\s*")
_LETTERS = frozenset({"Công văn", "Công điện"})
_ON_ACCOUNT = re.compile(r"[^.;]{0,160}?\s(?:báo\s+cáo|sơ\s+kết|tổng\s+kết)(?!\w)")


# '... về chương trình giám sát năm 2017', '... về thành lập Đoàn giám sát': the bases of a report
# that order its inspection; laws and regulations only rule it.
_ORDERS = re.compile(
    r"[^;]{0,90}?\s(?:về|V/v|phê\s+duyệt|ban\s+hành|(?:thành\s+)?lập)\s[^;]{0,60}?"
    r"(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|khảo\s+sát)"
)
_RULES = frozenset({"Luật", "Bộ luật", "Nghị định", "Thông tư", "Quy định", "Quy chế", "Điều lệ"})


def _on_inspecting(text: str, citation: Citation) -> bool:
    if citation.kind in _RULES:
        return False
    ordered = _ORDERS.match(text, citation.span.end) is not None
    return ordered or (citation.kind in PAPERS and _is_local_paper(text, citation))


# 'Căn cứ Quyết định số 812-QĐ/TU và Kế hoạch 63-KH/TU, việc kiểm tra ... đã hoàn tất': without a
# title they can only order what follows; those of the centre rule such work in general.
_UNTITLED = re.compile(r"\s*(?:cùng\s+ngày\s*)?(?:[,;.]|và\s+(?=[A-ZĐ])|\Z)")


def _is_local_paper(text: str, citation: Citation) -> bool:
    number = citation.number or ""
    return not number.endswith("/TW") and _UNTITLED.match(text, citation.span.end) is not None
