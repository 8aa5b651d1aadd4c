"""Whom a text names in a complaint or by role and place, to be masked in everything public."""

import re
from collections.abc import Iterator, Sequence

from loaders.anchors import between
from loaders.discipline import discipline
from loaders.model import BodyMention, Person, Span
from loaders.passages import Spans, folded, holding, lowered, names_at, paragraphs, sentences
from loaders.struck import NAME

# Sought in small letters.
_COMPLAINT = re.compile(
    r"tố\s+(?:cáo|giác)|khiếu\s+nại|phản\s+ánh\s+(?:đồng\s+chí|ông|bà|cán\s+bộ)|đơn\s+thư"
)
# 'đồng chí Bí thư Đảng ủy xã Lao Chải': a role with a place; it ends before the matter itself.
_ROLE_WORDS = (
    r"(?:nguyên\s+)?(?:Phó\s+)?(?:Bí\s+thư|Chủ\s+tịch|Chủ\s+nhiệm|Trưởng\s+(?:ban|phòng|thôn|bản"
    r"|công\s+an|Công\s+an)|Giám\s+đốc|Hiệu\s+trưởng|Chánh\s+\w+|Đội\s+trưởng"
    r"|Ủy\s+viên|bí\s+thư|chủ\s+tịch|trưởng\s+(?:ban|phòng|thôn|bản)|cán\s+bộ|công\s+chức|kế\s+toán"
    r"|hiệu\s+trưởng)"
)
_PERSON = r"(?:đồng\s+chí|Đồng\s+chí|đ/c|ông|Ông|bà|Bà|anh|chị)"
_IDENTIFIED = re.compile(
    rf"(?:{_PERSON}\s+)?{_ROLE_WORDS}(?=\s)[^,;.:()\n]{{0,110}}?(?=[,;.:()\n]|\s(?:về|đã|có|vì|do"
    r"|trong|bị|vi\s+phạm|liên\s+quan|thiếu|lợi\s+dụng|và\s)|\Z)"
)
_HONOURED = re.compile(rf"{_PERSON}\s+({NAME})")
# ', nguyên Bí thư Thị ủy Đông Triều, Chủ tịch UBND ...': the positions that follow a name.
_POSITIONS = re.compile(
    rf"(?:\s?[,(-]\s*(?:nay\s+là\s+|hiện\s+(?:đang\s+)?là\s+)?{_ROLE_WORDS}"
    r"[^,;.()\n]{0,120}){1,8}"
)
_NAME_ALONE = re.compile(NAME)


def protected(
    text: str,
    people: Sequence[Person],
    bodies: Sequence[BodyMention],
) -> tuple[Span, ...]:
    """The stretches that identify a person in a complaint or a disciplinary matter.

    A name is protected wherever the text repeats it; a position reaches to the end of its
    body's name.
    """
    seen = folded(text)
    named = {d.target for d in discipline(text) if d.target and _NAME_ALONE.fullmatch(d.target)}
    persons = {span.start: person.name for person in people for span in person.spans}
    named_bodies = Spans([mention.span for mention in bodies])
    found: set[Span] = set(_offices(text))
    for paragraph in holding(_COMPLAINT, lowered(seen), paragraphs(seen)):
        for sentence in sentences(seen, paragraph):
            found.update(_in_complaint(seen, sentence, named))
    accused = _disjoint(found)
    starts = sorted(persons)
    named |= {persons[at] for span in accused for at in between(starts, *span)}
    for where, _ in names_at(seen, named):
        positions = _POSITIONS.match(seen, where.end)
        found.add(Span(where.start, positions.end() if positions else where.end))
    return _disjoint({_whole(span, named_bodies) for span in found})


# An office with its place tells who it is as a name does: 'cách chức Chủ tịch Công đoàn A'.
_OFFICE = re.compile(rf"{_ROLE_WORDS}\s.*[A-ZĐ]")


def _offices(text: str) -> Iterator[Span]:
    """The offices with a place on whose holders a decision on discipline was taken."""
    for decision in discipline(text):
        if decision.target and _OFFICE.match(decision.target):
            at = text.find(decision.target, decision.span.start)
            if 0 <= at < decision.span.end:
                yield Span(at, at + len(decision.target))


def _whole(span: Span, bodies: Spans) -> Span:
    """The stretch, with the whole name of the last body that begins in it."""
    return Span(span.start, max([span.end, *(each.end for each in bodies.within(*span))]))


def _in_complaint(seen: str, sentence: Span, named: set[str]) -> Iterator[Span]:
    """Roles with a place and names that follow the word of the complaint within its clause."""
    for matter in _COMPLAINT.finditer(lowered(seen), sentence.start, sentence.end):
        stop = re.compile(r"[;.]").search(seen, matter.end(), min(sentence.end, matter.end() + 300))
        end = stop.start() if stop else min(sentence.end, matter.end() + 300)
        # 'giải quyết đơn thư khiếu nại, tố cáo của công dân' accuses nobody; a person
        # must follow closely.
        for pattern in (_IDENTIFIED, _HONOURED):
            match = pattern.search(seen, matter.end(), min(end, matter.end() + 140))
            if match:
                yield Span(match.start(), match.end())
            if match and pattern is _HONOURED:
                named.add(match[1])


def _disjoint(spans: set[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if kept and span.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)
