"""Counts in reports: a number with its unit, what it counts.

Its period and the whole that it is a part of.

Names of lists ('27 biểu hiện', '19 điều'), intervals ('định kỳ 3 tháng'), dates and instrument
numbers are no figures.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.anchors import between
from loaders.counted_things import (
    clause_after,
    clause_before,
    inherited_units,
    last,
    what,
    wholes_of,
)
from loaders.counts import (
    ALTERNATION,
    BEFORE_PARALLEL,
    COUNTED,
    FORMS,
    IN_WORDS,
    NO_COUNT,
    NUMBER,
    OPEN,
    PARALLEL,
    WORD_VALUES,
)
from loaders.model import Citation, Figure, Span
from loaders.passages import UPPER, Spans, folded, lowered, paragraphs, sentences
from loaders.periods import periods
from loaders.struck import form_places
from loaders.tables import table_figures

# 'khiển trách 28 (chiếm 45%), cảnh cáo 21, khai trừ ra khỏi Đảng: 12': the unit stands in the
# whole before it.
_BARE = re.compile(
    rf"(?P<form>{FORMS})(?:\s(?:ra\s)?khỏi\sđảng)?"
    rf"\s?:?\s(?P<number>{NUMBER})(?!\s?%)(?![\w/]|\s{{0,3}}(?:{ALTERNATION}|đ/c)(?!\w))"
)
_FORM = re.compile(FORMS)
_PETITION = re.compile(r"tố\s+cáo|khiếu\s+nại|kiến\s+nghị|phản\s+ánh")
# A number after one of these words names or dates something.
_NAMED = re.compile(
    r"(?:(?<!tổng )\bsố|Điều|điều|khoản|(?<!kiểm )điểm|Mục|mục|Phụ lục|phụ lục|Bảng|Biểu|khóa"
    r"|khoá|thứ|năm"
    r"|Năm|ngày"
    r"|Ngày|tháng|Tháng|quý|Quý"
    r"|Chương|Phần|Mẫu|mẫu|lần thứ|nhiệm kỳ|giai đoạn|Covid|COVID|TW|Trung ương|Quốc lộ"
    # 'Đoàn kiểm tra 918 báo cáo kết quả': a delegation is called by the number of its decision
    r"|Đoàn (?:kiểm tra|giám sát|thanh tra)"
    r"|-|(?<![^\W\d])/)\s{0,3}\Z"
)
_YEAR_RANGE = re.compile(r"(?:19|20)\d\d\s{0,2}[-,và]{1,2}\s{0,2}\Z")
# 'mỗi tháng 02 lần', 'định kỳ 3 kỳ': how often, not how many.
_INTERVAL = re.compile(
    r"(?<!\w)(?:định kỳ|(?:mỗi|hằng|hàng|cứ)\s(?:năm|tháng|quý|tuần|ngày|kỳ|đợt)|mỗi|cứ)\s"
    r"(?:\w+\s)?\Z"
)
_REPEATED = frozenset({"lần", "kỳ", "đợt", "buổi", "cuộc", "phiên", "lượt"})


class _Text:
    """A text with the places of what counts, so that sentences without any are passed over."""

    def __init__(self, text: str) -> None:
        self.text, self.low = text, lowered(text)
        self.digits = [match.start() for match in _DIGITS.finditer(text)]
        self.worded = [match.start() for match in IN_WORDS.finditer(text)]
        self.forms = [at for at in form_places(text) if _FORM.match(self.low, at)]
        counted = [at for at in self.digits if self.number(at, len(text))]
        bare = [at for at in self.digits if PARALLEL.match(text, at)]
        # What stands bare counts only beside another number.
        self._places = sorted([*bare, *2 * (counted + self.forms + self.worded)])

    def counts(self, span: Span) -> bool:
        """Whether a stretch may count anything."""
        second = bisect_left(self._places, span.start) + 1
        return second < len(self._places) and self._places[second] < span.end

    def number(self, start: int, end: int) -> re.Match[str] | None:
        """The counted number that begins at a digit."""
        return COUNTED.match(self.low, start, end) or OPEN.match(self.text, start, end)


def figures(text: str, citations: Sequence[Citation], skip: Sequence[Span]) -> tuple[Figure, ...]:
    """All counts of a report in reading order.

    Without those in `skip` and inside the names of instruments.
    """
    seen = folded(text)
    report = _Text(seen)
    barred = Spans([*skip, *(citation.span for citation in citations)])
    found: list[Figure] = []
    for paragraph in filter(report.counts, paragraphs(seen)):
        if barred.overlaps(paragraph.start, paragraph.start + 1):
            continue
        for sentence in filter(report.counts, sentences(seen, paragraph)):
            found.extend(_of_sentence(report, sentence, barred))
    taken = Spans([figure.span for figure in found])
    tabled = [each for each in table_figures(seen) if not taken.overlaps(*each.span)]
    return tuple(sorted([*found, *tabled], key=lambda each: each.span)) if tabled else tuple(found)


def _of_sentence(report: _Text, sentence: Span, barred: Spans) -> list[Figure]:
    text = report.text
    counted = [
        figure
        for figure in sorted(_counted(report, sentence), key=lambda f: f.span)
        if not barred.overlaps(figure.span.start, figure.span.end)
    ]
    if not counted:
        return []
    # 'từ năm 2019 đến nay' has no end that the text states, so it is no period of a count.
    stated = [p.interval for p in periods(text, sentence, None) if p.end and not p.daily]
    period = stated[0] if len(set(stated)) == 1 else None
    wholes = wholes_of(text, sentence, counted)
    units = inherited_units(text, sentence, counted)
    return [
        replace(figure, unit=unit, period=period, part_of=whole)
        for figure, whole, unit in zip(counted, wholes, units, strict=True)
    ]


# The title of an instrument may say 'tiến hành một cuộc thanh tra'.
_BASIS = re.compile(r"\W{0,4}Căn\s+cứ\s")


def _counted(report: _Text, sentence: Span) -> Iterator[Figure]:
    """The figures of a sentence in any order; a figure without its own unit has an empty one."""
    numbers = list(_numbers(report, sentence))
    for counted in numbers:
        if unit := _counted_unit(report.text, sentence, counted):
            yield _figure(report, sentence, Span(*counted.span()), counted["number"], unit)
    for bare in _sharing(report, sentence, numbers):
        yield _figure(report, sentence, Span(*bare.span()), bare[0], "")
    for at in between(report.worded, *sentence):
        if _BASIS.match(report.text, sentence.start):
            break
        if match := IN_WORDS.match(report.text, at, sentence.end):
            span = Span(match.start("word"), match.end())
            yield _figure(report, sentence, span, WORD_VALUES[match["word"]], match["unit"])
    for at in between(report.forms, *sentence):
        if match := _BARE.match(report.low, at, sentence.end):
            span = Span(match.start("form"), match.end("number"))
            yield _figure(report, sentence, span, match["number"], "")


def _counted_unit(text: str, sentence: Span, match: re.Match[str]) -> str | None:
    """What a number counts; None where it names, dates or repeats something."""
    before = text[max(sentence.start, match.start() - 24) : match.start()]
    number = match["number"]
    # '2019 - 2021'; but '... năm 2008, 10 huyện ủy'
    if _NAMED.search(before) or (len(number) == 4 and _YEAR_RANGE.search(before)):
        return None
    unit = _unit(match["percent"] or match["unit"] or "đồng")
    if unit in _REPEATED and _INTERVAL.search(before):
        return None
    if match.re is OPEN and NO_COUNT.search(before.rstrip()):
        return None
    year = not match["percent"] and _is_year(number) and unit not in ("đồng", "người", "hộ")
    return None if year else unit


_SHORT_UNITS = {"đ": "đồng", "đ/c": "đồng chí"}


def _unit(words: str) -> str:
    plain = " ".join(words.split()).lower()
    return _SHORT_UNITS.get(plain, plain)


def _sharing(
    report: _Text, sentence: Span, numbers: Sequence[re.Match[str]]
) -> Sequence[re.Match[str]]:
    """Numbers that stand bare behind what they count, in a list that told its unit before."""
    first = next((match for match in numbers if match.re is COUNTED), None)
    if first and first["percent"]:
        return ()
    start = first.end() if first else sentence.start
    bare = [
        match
        for at in between(report.digits, start, sentence.end)
        if (match := PARALLEL.match(report.text, at, sentence.end))
        and (behind := BEFORE_PARALLEL.search(report.text, max(start, at - 3), at))
        and _is_shared(report.text[max(sentence.start, behind.start() - 24) : at], match[0])
    ]
    # Without a unit in the sentence only a list of such numbers goes on from the one before.
    return bare if first or len(bare) > 1 else ()


def _is_shared(before: str, number: str) -> bool:
    named = _NAMED.search(before) or NO_COUNT.search(before.rstrip(" :")) or _PROPER.search(before)
    return not (named or _FORM.search(before[-14:].lower()) or _is_year(number))


# 'các ấp Bình Tả, Hòa Bình 1': the number belongs to a name.
_PROPER = re.compile(rf"(?<=[\s(])[{UPPER}]\w*\s\Z")
# A class of letters opens it, so that the engine skips to them.
_DIGITS = re.compile(r"\d\d*")


def _numbers(report: _Text, sentence: Span) -> Iterator[re.Match[str]]:
    """The counted numbers; only where digits begin is the long list of units tried."""
    at = sentence.start
    for start in between(report.digits, *sentence):
        if start < at:
            continue
        if match := report.number(start, sentence.end):
            at = match.end()
            yield match


def _is_year(number: str) -> bool:
    return len(number) == 4 and "1945" <= number <= "2045"


def _value(number: str | int) -> float:
    """The number in Vietnamese style: points part thousands, a comma opens the decimals.

    >>> _value("22.004,14"), _value("08")
    (22004.14, 8.0)
    """
    return float(str(number).replace(".", "").replace(",", "."))


def _figure(report: _Text, sentence: Span, span: Span, number: str | int, unit: str) -> Figure:
    before = clause_before(report.text, sentence, span.start)
    after = clause_after(report.text, sentence, span.end)
    form = petition = None
    if between(report.forms, *sentence):
        form = _FORM.search(report.low, *span) or last(_FORM, before.lower())
    if unit.startswith(_OF_PETITIONS) and unit != "đơn vị":
        petition = _PETITION.search(f"{unit} {after[:40].lower()}") or last(
            _PETITION, before.lower()
        )
    return Figure(
        span=span,
        value=_value(number),
        unit=unit,
        what=what(before, after, form),
        period=None,
        form=" ".join(form[0].split()) if form and unit != "%" else None,
        petition=" ".join(petition[0].split()) if petition else None,
    )


_OF_PETITIONS = ("đơn thư", "đơn", "lượt đơn", "vụ", "ý kiến", "kiến nghị")
