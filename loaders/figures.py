"""Counts in reports: a number with its unit, what it counts.

Its period and the whole that it is a part of.

Names of lists ('27 biểu hiện', '19 điều'), intervals ('định kỳ 3 tháng'), dates and instrument
numbers are no figures.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

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
from loaders.passages import UPPER, Spans, folded, paragraphs, sentences
from loaders.periods import periods
from loaders.tables import table_figures

# 'khiển trách 28 (chiếm 45%), cảnh cáo 21, khai trừ ra khỏi Đảng: 12': the unit stands in the
# whole before it.
_BARE = re.compile(
    rf"(?P<form>{FORMS})(?:\s(?:ra\s)?khỏi\s(?:Đ"
    rf"|đ)ảng)?\s?:?\s(?P<number>{NUMBER})(?!\s?%)(?![\w/]|\s{{0,3}}(?:{ALTERNATION}|đ/c)(?!\w))",
    re.I,
)
_FORM = re.compile(FORMS, re.I)
# Without one of these words no form of discipline is named.
_FORM_HINT = re.compile(r"trách|cáo|chức|trừ|tán|lương|việc|TRÁCH|CÁO|CHỨC|TRỪ")
_PETITION = re.compile(r"tố\s+cáo|khiếu\s+nại|kiến\s+nghị|phản\s+ánh", re.I)
# A number after one of these words names or dates something.
_NAMED = re.compile(
    r"(?:(?<!tổng )\bsố|Điều|điều|khoản|(?<!kiểm )điểm|Mục|mục|Phụ lục|phụ lục|Bảng|Biểu|khóa"
    r"|khoá|thứ|năm"
    r"|Năm|ngày"
    r"|Ngày|tháng|Tháng|quý|Quý"
    r"|Chương|Phần|Mẫu|mẫu|lần thứ|nhiệm kỳ|giai đoạn|Covid|COVID|TW|Trung ương|Quốc lộ"
    r"|-|(?<![^\W\d])/)\s{0,3}\Z"
)
_YEAR_RANGE = re.compile(r"(?:19|20)\d\d\s{0,2}[-,và]{1,2}\s{0,2}\Z")
# 'mỗi tháng 02 lần', 'định kỳ 3 kỳ': how often, not how many.
_INTERVAL = re.compile(
    r"(?<!\w)(?:định kỳ|(?:mỗi|hằng|hàng|cứ)\s(?:năm|tháng|quý|tuần|ngày|kỳ|đợt)|mỗi|cứ)\s"
    r"(?:\w+\s)?\Z"
)
_REPEATED = frozenset({"lần", "kỳ", "đợt", "buổi", "cuộc", "phiên", "lượt"})


def figures(text: str, citations: Sequence[Citation], skip: Sequence[Span]) -> tuple[Figure, ...]:
    """All counts of a report in reading order.

    Without those in `skip` and inside the names of instruments.
    """
    seen = folded(text)
    barred = Spans([*skip, *(citation.span for citation in citations)])
    found: list[Figure] = []
    for paragraph in paragraphs(seen):
        if barred.overlaps(paragraph.start, paragraph.start + 1):
            continue
        for sentence in sentences(seen, paragraph):
            found.extend(_of_sentence(seen, sentence, barred))
    taken = Spans([figure.span for figure in found])
    tabled = [each for each in table_figures(seen) if not taken.overlaps(*each.span)]
    return tuple(sorted([*found, *tabled], key=lambda each: each.span)) if tabled else tuple(found)


def _of_sentence(text: str, sentence: Span, barred: Spans) -> list[Figure]:
    counted = [
        figure
        for figure in sorted(_counted(text, sentence), key=lambda f: f.span)
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


def _counted(text: str, sentence: Span) -> Iterator[Figure]:
    """The figures of a sentence in any order; a figure without its own unit has an empty one."""
    for match in _numbers(text, sentence):
        before = text[max(sentence.start, match.start() - 24) : match.start()]
        number = match["number"]
        if _NAMED.search(before):
            continue
        # '2019 - 2021'; but '... năm 2008, 10 huyện ủy'
        if len(number) == 4 and _YEAR_RANGE.search(before):
            continue
        unit = _unit(match["percent"] or match["unit"] or "đồng")
        if unit in _REPEATED and _INTERVAL.search(before):
            continue
        if match.re is OPEN and NO_COUNT.search(before.rstrip()):
            continue
        if not match["percent"] and _is_year(number) and unit not in ("đồng", "người", "hộ"):
            continue
        yield _figure(text, sentence, Span(*match.span()), _value(number), unit)
    yield from _sharing(text, sentence)
    for match in IN_WORDS.finditer(text, sentence.start, sentence.end):
        if _BASIS.match(text, sentence.start):
            break
        value = float(WORD_VALUES[match["word"]])
        yield _figure(text, sentence, Span(match.start("word"), match.end()), value, match["unit"])
    if not _FORM_HINT.search(text, sentence.start, sentence.end):
        return
    for match in _BARE.finditer(text, sentence.start, sentence.end):
        yield _figure(
            text,
            sentence,
            Span(match.start("form"), match.end("number")),
            _value(match["number"]),
            "",
        )


_SHORT_UNITS = {"đ": "đồng", "đ/c": "đồng chí"}


def _unit(words: str) -> str:
    plain = " ".join(words.split()).lower()
    return _SHORT_UNITS.get(plain, plain)


def _sharing(text: str, sentence: Span) -> Iterator[Figure]:
    """Numbers that stand bare behind what they count, in a list that told its unit before."""
    numbers = [match.start() for match in _DIGITS.finditer(text, sentence.start, sentence.end)]
    if not numbers:
        return
    tried = (COUNTED.match(text, start, sentence.end) for start in numbers)
    first = next(filter(None, tried), None)
    if first and first["percent"]:
        return
    bare = [
        match
        for match in PARALLEL.finditer(text, first.end() if first else sentence.start, sentence.end)
        if _is_shared(text, sentence, match)
    ]
    # Without a unit in the sentence only a list of such numbers goes on from the one before.
    for match in bare if first or len(bare) > 1 else ():
        span = Span(match.start("number"), match.end("number"))
        yield _figure(text, sentence, span, _value(match["number"]), "")


def _is_shared(text: str, sentence: Span, match: re.Match[str]) -> bool:
    before = text[max(sentence.start, match.start() - 24) : match.start("number")]
    named = _NAMED.search(before) or NO_COUNT.search(before.rstrip(" :")) or _PROPER.search(before)
    return not (named or _FORM.search(before[-14:]) or _is_year(match["number"]))


# 'các ấp Bình Tả, Hòa Bình 1': the number belongs to a name.
_PROPER = re.compile(rf"(?<=[\s(])[{UPPER}]\w*\s\Z")
_DIGITS = re.compile(r"\d+")


def _numbers(text: str, sentence: Span) -> Iterator[re.Match[str]]:
    """The counted numbers; only where digits begin is the long list of units tried."""
    at = sentence.start
    for digits in _DIGITS.finditer(text, sentence.start, sentence.end):
        if digits.start() < at:
            continue
        match = COUNTED.match(text, digits.start(), sentence.end) or OPEN.match(
            text, digits.start(), sentence.end
        )
        if match:
            at = match.end()
            yield match


def _is_year(number: str) -> bool:
    return len(number) == 4 and "1945" <= number <= "2045"


def _value(number: str) -> float:
    """The number in Vietnamese style: points part thousands, a comma opens the decimals.

    >>> _value("22.004,14"), _value("08")
    (22004.14, 8.0)
    """
    return float(number.replace(".", "").replace(",", "."))


def _figure(text: str, sentence: Span, span: Span, value: float, unit: str) -> Figure:
    before = clause_before(text, sentence, span.start)
    after = clause_after(text, sentence, span.end)
    form = _FORM.search(text, span.start, span.end) or last(_FORM, before)
    petition = _PETITION.search(unit + " " + after[:40]) or last(_PETITION, before)
    is_petition = (
        unit.startswith(("đơn thư", "đơn", "lượt đơn", "vụ", "ý kiến", "kiến nghị"))
        and unit != "đơn vị"
    )
    return Figure(
        span=span,
        value=value,
        unit=unit,
        what=what(before, after, form),
        period=None,
        form=" ".join(form[0].lower().split()) if form and unit != "%" else None,
        petition=" ".join(petition[0].lower().split()) if petition and is_petition else None,
    )
