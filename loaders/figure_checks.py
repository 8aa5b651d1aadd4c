"""Figures that do not add up: parts and wholes, forms of discipline, percentages, totals."""

import re
from collections.abc import Iterator, Sequence

from loaders.model import Figure, Span
from loaders.notices import (
    ERROR,
    LIKELY,
    POSSIBLE,
    SURE,
    WARNING,
    Draft,
    Notice,
    Words,
)

# Units that count the same things: a part in one may be set against a whole in another.
_FAMILIES = (
    frozenset(
        "đảng viên,đồng chí,cấp ủy viên,cán bộ,công chức,viên chức,người,thành viên".split(",")
    ),
    frozenset("đơn,đơn thư,lượt đơn,lượt đơn thư".split(",")),
    frozenset("vụ,vụ việc,việc".split(",")),
    frozenset("tổ chức,tổ chức đảng,tổ chức cơ sở đảng".split(",")),
)
_ALL_FORMS = frozenset(("khiển trách", "cảnh cáo", "cách chức", "khai trừ"))
_MANY_FORMS = 3


def figure_checks(draft: Draft) -> Iterator[Notice]:
    """What the figures of a report say against each other."""
    figures = draft.reading.figures
    by_start = {figure.span.start: figure for figure in figures}
    parts: dict[int, list[Figure]] = {}
    for figure in figures:
        if figure.part_of is not None and figure.part_of in by_start:
            parts.setdefault(figure.part_of, []).append(figure)
    for start, own in parts.items():
        whole = by_start[start]
        if _is_change(draft, whole):
            continue
        yield from _too_large(draft, whole, own)
        yield from _sums(draft, whole, own)
        yield from _sums_by_sort(draft, whole, own)
    for figure in figures:
        yield from _form_for_total(draft, figure, parts)
        yield from _percent(draft, figure)
    yield from _fractions(draft)
    yield from _totals(draft)


def _comparable(one: Figure, other: Figure) -> bool:
    if one.unit == other.unit:
        return one.unit != "%"
    return any(one.unit in family and other.unit in family for family in _FAMILIES)


def _too_large(draft: Draft, whole: Figure, parts: Sequence[Figure]) -> Iterator[Notice]:
    for part in parts:
        if _comparable(part, whole) and part.value > whole.value:
            yield Notice(
                "part-exceeds-whole",
                ERROR,
                LIKELY,
                part.span,
                Words(
                    f"Phần ({_quote(draft, part)}) lớn hơn tổng ({_quote(draft, whole)}).",
                    f"The part ({_quote(draft, part)}) exceeds the whole ({_quote(draft, whole)}).",
                ),
                Words("Kiểm tra lại hai số liệu.", "Check both figures."),
                (draft.side(whole.span),),
            )


# 'nhận 19 đơn, ít hơn cùng kỳ 04 đơn': a change is no whole.
_CHANGE = re.compile(r"(?:\bhơn|tăng|giảm|chênh lệch|so với)(?:\s[^\W\d_]+){0,5}\s*\Z", re.I)


def _is_change(draft: Draft, figure: Figure) -> bool:
    start = figure.span.start
    return _CHANGE.search(draft.text, max(0, start - 40), start) is not None


def _quote(draft: Draft, figure: Figure) -> str:
    return " ".join(draft.text[figure.span.start : figure.span.end].split())


def _sums(draft: Draft, whole: Figure, parts: Sequence[Figure]) -> Iterator[Notice]:
    """Forms of discipline exclude each other: together they are the whole, and never more."""
    formed = [p for p in parts if p.form in _ALL_FORMS and p.unit != "%"]
    forms = {p.form for p in formed}
    if len(forms) < 2 or len(forms) < len(formed) or whole.unit == "%":
        return
    total = sum(p.value for p in formed)
    complete = forms == _ALL_FORMS or (len(forms) >= _MANY_FORMS and "khiển trách" in forms)
    if total > whole.value or (complete and total < whole.value):
        terms = " + ".join(f"{p.form} {p.value:g}" for p in formed)
        yield _differing(
            draft, whole, formed, terms, total, LIKELY if total > whole.value else POSSIBLE
        )


def _differing(
    draft: Draft,
    whole: Figure,
    parts: Sequence[Figure],
    terms: str,
    total: float,
    certainty: str,
) -> Notice:
    return Notice(
        "parts-differ",
        WARNING,
        certainty,
        whole.span,
        Words(
            f"Tổng ghi là {whole.value:g}, cộng các phần ({terms}) được {total:g}.",
            f"The total is given as {whole.value:g}; the parts ({terms}) make {total:g}.",
        ),
        Words("Kiểm tra lại tổng và các phần.", "Check the total and its parts."),
        tuple(draft.side(p.span) for p in parts),
    )


# 'cấp huyện 8 cuộc, cấp xã 14 cuộc', 'nam 20 đồng chí, nữ 18 đồng chí'
_SORT = re.compile(r"(?P<sort>cấp\s(?:tỉnh|huyện|xã|cơ sở|trung ương)|\bnam|\bnữ)\s?:?\s?\Z", re.I)


def _sums_by_sort(draft: Draft, whole: Figure, parts: Sequence[Figure]) -> Iterator[Notice]:
    """Levels and sexes exclude each other too, but may be listed in part."""
    sorted_ = {
        match["sort"].casefold(): part
        for part in parts
        if _comparable(part, whole)
        and (match := _SORT.search(draft.text, max(0, part.span.start - 16), part.span.start))
    }
    total = sum(part.value for part in sorted_.values())
    # A list by level and by sex counts everyone twice.
    if len({sort in ("nam", "nữ") for sort in sorted_}) > 1:
        return
    if len(sorted_) < 2 or total <= whole.value:
        return
    terms = " + ".join(f"{sort} {part.value:g}" for sort, part in sorted_.items())
    yield _differing(draft, whole, list(sorted_.values()), terms, total, LIKELY)


def _form_for_total(
    draft: Draft, figure: Figure, parts: dict[int, list[Figure]]
) -> Iterator[Notice]:
    """'khiển trách 106 đảng viên, trong đó ... (khiển trách 16, cảnh cáo 08 ...)'."""
    if figure.form not in _ALL_FORMS or figure.part_of is not None:
        return
    below = list(_descendants(figure.span.start, parts))
    formed = [p for p in below if p.form in _ALL_FORMS]
    if not {p.form for p in formed} - {figure.form}:
        return
    terms = ", ".join(f"{p.form} {p.value:g}" for p in formed)
    yield Notice(
        "form-for-total",
        WARNING,
        LIKELY,
        _with_form(draft, figure),
        Words(
            f"“{figure.form} {_quote(draft, figure)}” nêu một hình thức, nhưng phần kê bên trong "
            f"có nhiều hình thức ({terms}).",
            f"“{figure.form} {_quote(draft, figure)}” names one form of discipline, but its "
            f"breakdown has several ({terms}).",
        ),
        Words(
            f"Có lẽ {figure.value:g} là tổng số bị kỷ luật: “kỷ luật {_quote(draft, figure)}”.",
            f"Perhaps {figure.value:g} is the number of all disciplined: "
            f"“kỷ luật {_quote(draft, figure)}”.",
        ),
        tuple(draft.side(p.span) for p in formed),
    )


def _with_form(draft: Draft, figure: Figure) -> Span:
    """The figure with the name of the form before it."""
    before = draft.seen.text if draft.seen.origin is None else draft.text
    at = before.lower().rfind(figure.form or "", max(0, figure.span.start - 40), figure.span.start)
    return Span(at, figure.span.end) if at >= 0 else figure.span


def _descendants(start: int, parts: dict[int, list[Figure]]) -> Iterator[Figure]:
    for part in parts.get(start, ()):
        yield part
        yield from _descendants(part.span.start, parts)


# Growth, plans and prices may well be over a hundred per cent.
_MAY_EXCEED = re.compile(
    r"tăng|vượt|đạt|bằng|so với|kế hoạch|chỉ tiêu|dự toán|hỗ trợ|mức|lương|giá|phí|lãi|tiền|lên"
    r"|công suất|hệ số|phụ cấp|thuế|vốn|quá",
    re.I,
)
_OF_THINGS = re.compile(
    r"\s{0,2}(?:tổng số|số|các|đảng viên|cán bộ|chi bộ|đảng bộ|hộ|xã|thôn|đơn vị)\b"
)


def _percent(draft: Draft, figure: Figure) -> Iterator[Notice]:
    """A share of things over a hundred per cent."""
    if figure.unit != "%" or figure.value <= 100:
        return
    before = draft.text[max(0, figure.span.start - 60) : figure.span.start]
    after = draft.text[figure.span.end : figure.span.end + 40]
    share = re.search(r"chiếm\s{0,2}(?:tỷ lệ|tỉ lệ)?\s{0,2}\Z", before) or _OF_THINGS.match(after)
    if not share or _MAY_EXCEED.search(before):
        return
    yield Notice(
        "percent-over-100",
        WARNING,
        LIKELY,
        figure.span,
        Words(
            f"Tỷ lệ {_quote(draft, figure)} lớn hơn 100%.",
            f"The share {_quote(draft, figure)} is over 100%.",
        ),
        Words("Kiểm tra lại tỷ lệ.", "Check the percentage."),
    )


# '12/24 đồng chí (chiếm 50%)'   '25/23 vụ việc'
_FRACTION = re.compile(
    # a class of letters opens it, so that the engine skips to them
    r"(?P<part>\d(?<![\w/.,-]\d)(?:\d{0,2}(?:\.\d{3})+|\d{0,5}))/(?P<of>\d{1,3}(?:\.\d{3})+|\d{1,6})"
    r"(?![\w/.-])(?P<unit>\s{1,2}[^\W\d_][^\d();.,\n]{0,40}?)\s?"
    r"(?:[(,]\s?(?:chiếm|đạt|bằng)?\s?(?:tỷ lệ|tỉ lệ)?\s?(?P<share>\d{1,3}(?:,\d{1,2})?)\s?%)"
)


def _fractions(draft: Draft) -> Iterator[Notice]:
    """The percentage that stands with its own fraction."""
    for match in _FRACTION.finditer(draft.seen.text):
        part, of = (float(match[name].replace(".", "")) for name in ("part", "of"))
        share = float(match["share"].replace(",", "."))
        if not of or abs(part / of * 100 - share) <= 1:
            continue
        if _MAY_EXCEED.search(match[0]) and "đạt" not in match[0]:
            continue
        span = Span(draft.seen.raw(match.start()), draft.seen.raw(match.end()))
        right = f"{part / of * 100:.1f}".replace(".", ",")
        yield Notice(
            "percent-differs",
            WARNING,
            SURE,
            span,
            Words(
                f"{match['part']}/{match['of']} là {right}%, không phải {match['share']}%.",
                f"{match['part']}/{match['of']} is {right}%, not {match['share']}%.",
            ),
            Words("Kiểm tra lại phân số và tỷ lệ.", "Check the fraction and the percentage."),
        )


_TOTAL = re.compile(r"tổng số|toàn (?:huyện|tỉnh|xã|phường|đảng bộ|thành phố)", re.I)
_MAY_BE_TOTAL = re.compile(r"tổng\W+số|toàn\W")
_WORD = re.compile(r"\w+")
# 'năm 2019 ..., năm 2020 ...': the same total of another time.
_TIME = re.compile(r"\b(?:19|20)\d\d\b|tháng \d{1,2}|quý [IV]+|nhiệm kỳ|đầu năm|cuối năm", re.I)
_WORDS_BEFORE, _WORDS_AFTER, _NEAR = 6, 2, 160


def _totals(draft: Draft) -> Iterator[Notice]:
    """One total stated twice in the same words, of the same time, with two values."""
    seen: dict[tuple[str, ...], Figure] = {}
    for figure in draft.reading.figures:
        before = draft.text[max(0, figure.span.start - _NEAR) : figure.span.start].casefold()
        if figure.unit == "%" or figure.part_of is not None or not _MAY_BE_TOTAL.search(before):
            continue
        words = _WORD.findall(before)[-_WORDS_BEFORE:]
        if len(words) < _WORDS_BEFORE or not _TOTAL.search(" ".join(words)):
            continue
        following = draft.text[figure.span.end : figure.span.end + 40].casefold()
        after = _WORD.findall(re.split(r"[.;\n]", following, maxsplit=1)[0])
        times = sorted(set(_TIME.findall(before)))
        key = (*words, "|", *after[:_WORDS_AFTER], "|", *times, figure.unit, figure.period or "")
        first = seen.setdefault(key, figure)
        if first.value == figure.value:
            continue
        yield Notice(
            "total-differs",
            WARNING,
            POSSIBLE,
            figure.span,
            Words(
                f"Tổng này ghi là {_quote(draft, figure)}, ở trên ghi là {_quote(draft, first)}.",
                f"This total is {_quote(draft, figure)} here and {_quote(draft, first)} above.",
            ),
            Words("Thống nhất một số liệu.", "Settle on one figure."),
            (draft.side(first.span),),
        )
