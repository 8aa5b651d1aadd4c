"""The two citation lines of the official codification (Bộ Pháp điển).

In them the title stands before date and issuer:

(Điều 1 Nghị định số 13/2021/NĐ-CP Quy định về ... ngày 01/03/2021 của Chính phủ, có hiệu lực
thi hành kể từ ngày 01/03/2021)
Điều 26. Hồ sơ đề nghị cấp mới số lưu hành của Nghị định 36/2016/NĐ-CP Về quản lý trang thiết bị y
tế ban hành ngày 15/05/2016
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

from loaders import dates
from loaders.model import Citation, Property, Span

_IN_FORCE: Final = ", có hiệu lực thi hành kể từ ngày"
# No line of the codification is longer.
_LONGEST: Final = 1500
_ISSUED: Final = re.compile(
    rf"\s(?:ban\s+hành\s+)?ngày\s+{dates.NUMERIC}(?:\s+của\s+(?P<issuer>[^,]{{3,160}}(?:,\s[^,]{{3,160}}){{0,8}}?))?\Z"
)
_ENACTED: Final = re.compile(rf"\sban\s+hành\s+ngày\s+{dates.NUMERIC}[\s.)]*\Z")
_PLACE: Final = re.compile(
    # 'Điều 44.5.TT.7.20.' is an article of the codification itself and points nowhere in the cited
    # act.
    r"\(?(?:(?P<first>(?:Điều|Mục|Chương|Phần|Tiểu mục|Phụ lục)\s+(?:[0-9]+[a-zđ]?"
    r"|[IVXLC]+))(?:\.(?!\d)|\s)|Điều\s+\d+(?:\.\w+)+\.\s).*?"
    r"(?:\s-\s(?P<second>(?:Chương|Phần|Mục)\s+(?:[0-9]+|[IVXLC]+)))?\s+của\s+\Z"
)


def codified(text: str, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """The citations, those of codification lines with what their line gives them."""
    of_origins = _IN_FORCE in text
    return tuple(
        _in_line(text, c)
        if c.number and not c.date and (of_origins or _is_of_article(text, c.span.start))
        else c
        for c in citations
    )


def _is_of_article(text: str, start: int) -> bool:
    """Whether a line that begins with a place in an act names the act here."""
    if not text[max(0, start - 6) : start].rstrip().endswith("của"):
        return False
    line = text.rfind("\n", max(0, start - _LONGEST), start) + 1
    return _PLACE.match(text[line:start]) is not None


class _Origin(NamedTuple):
    """The instrument from which an article of the codification comes, and since when it holds."""

    citation: Citation
    day: str | None
    span: Span


def of_origin(text: str, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """The resolved citations; 'Nghị định này' in an article means the one it comes from."""
    origins = list(_origins(text, citations))
    if not origins:
        return citations
    starts = [each.citation.span.start for each in origins]
    return tuple(
        _meant(c, origins[place - 1].citation)
        if c.self_reference and (place := bisect_left(starts, c.span.start))
        else c
        for c in citations
    )


def _meant(citation: Citation, origin: Citation) -> Citation:
    if citation.kind != origin.kind or not origin.instrument:
        return citation
    rule = "văn bản gốc của điều trong Pháp điển"
    return citation._replace(instrument=origin.instrument, rule=rule, candidates=())


def in_force_since(text: str, citations: tuple[Citation, ...]) -> Iterator[Property]:
    """Since when an instrument is in force, where its articles all say the same day."""
    days: dict[str, dict[str | None, Span]] = {}
    for origin in _origins(text, citations):
        days.setdefault(origin.citation.instrument or "", {}).setdefault(origin.day, origin.span)
    for instrument, said in days.items():
        if instrument and len(said) == 1:
            ((day, span),) = said.items()
            if day:
                yield Property(instrument, "effective_from", day, span)


def _origins(text: str, citations: tuple[Citation, ...]) -> Iterator[_Origin]:
    """Of each line '(Điều 1 Luật số ..., có hiệu lực thi hành kể từ ngày ...)' what it names."""
    if _IN_FORCE not in text:
        return
    before = -1
    for citation in citations:
        start = text.rfind("\n", max(0, citation.span.start - _LONGEST), citation.span.start) + 1
        if not citation.number or start == before or text[start : start + 1] != "(":
            continue
        end = text.find("\n", citation.span.end, citation.span.end + _LONGEST)
        stop = text.find(_IN_FORCE, citation.span.end, end if end >= 0 else len(text))
        if 0 <= stop - citation.span.end < _LONGEST:
            before = start
            day = dates.DAY.match(text, stop + len(_IN_FORCE) + 1)
            finish = day.end() if day else stop
            yield _Origin(
                citation, dates.day_of(day) if day else None, Span(citation.span.start, finish)
            )


def _in_line(text: str, citation: Citation) -> Citation:
    start = text.rfind("\n", max(0, citation.span.start - _LONGEST), citation.span.start) + 1
    end = text.find("\n", citation.span.end, citation.span.end + _LONGEST)
    end = min(len(text), citation.span.end + _LONGEST) if end < 0 else end
    if end - start > _LONGEST:
        return citation
    return (
        _with_effect(text, citation, start, end)
        or _with_enactment(text, citation, start, end)
        or citation
    )


def _with_effect(text: str, citation: Citation, start: int, end: int) -> Citation | None:
    """'(... ngày 01/03/2021 của Chính phủ, có hiệu lực thi hành kể từ ngày ...)'.

    The last date with an issuer.
    """
    stop = text.find(_IN_FORCE, citation.span.end, end)
    if text[start : start + 1] != "(" or stop < 0:
        return None
    issued = None
    for found in dates.DAY.finditer(text, citation.span.end, stop):
        issued = _ISSUED.match(text[max(0, found.start() - 6) : stop]) or issued
    if issued is None:
        return None
    named = issued["issuer"] and " ".join(issued["issuer"].split())
    day = dates.DAY.search(issued[0])
    return citation._replace(
        date=dates.day_of(day) if day else None, issuer=named or citation.issuer
    )


def _with_enactment(text: str, citation: Citation, start: int, end: int) -> Citation | None:
    """'Điều 26. <title> của Nghị định 36/2016/NĐ-CP <title> ban hành ngày 15/05/2016'."""
    enacted = _ENACTED.search(text, citation.span.end, end)
    place = _PLACE.match(text[start : citation.span.start])
    if enacted is None or place is None:
        return None
    day = dates.DAY.search(enacted[0])
    parts = [" ".join(place[group].split()) for group in ("first", "second") if place[group]]
    return citation._replace(
        date=dates.day_of(day) if day else None,
        pinpoint=" ".join(parts) or citation.pinpoint,
    )
