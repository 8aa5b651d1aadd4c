"""Inspections that a text tells of more than once, or by pointing back to one told before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.model import Body, Inspection, Span
from loaders.reports import Report

# 'tiếp tục giám sát nội dung này': what the inspection before was about.
_THIS_OBJECT = re.compile(
    r"(?:nội\s+dung|vấn\s+đề|việc|lĩnh\s+vực)\s+(?:này|trên|nêu\s+trên|nói\s+trên)"
)


# 'Đoàn sẽ tiếp tục làm việc tại huyện A': on what it has looked at before.
_GOES_ON = re.compile(
    r"(?:Đoàn|đoàn)[^.;]{0,40}\ssẽ\s+tiếp\s+tục\s+(?:giám|kiểm|làm\s+việc|thanh|khảo)"
)


def same_object(found: Sequence[Inspection], text: str) -> list[Inspection]:
    """The inspections, each with the instruments that 'nội dung này' points back to."""
    told: list[Inspection] = []
    for each in found:
        words = (text, each.span.start, each.span.end)
        if told and not each.about and _THIS_OBJECT.search(*words):
            # what a delegation looks over on its way is not the matter
            before = (other.about for other in reversed(told) if other.mode != "khảo sát")
            each = replace(each, about=next(before, told[-1].about))
        elif not each.about and each.status == "planned" and _GOES_ON.search(*words):
            own = (o.about for o in reversed(told) if o.about and o.inspector == each.inspector)
            each = replace(each, about=next(own, ()))
        told.append(each)
    return told


# 'Các tổ chức đảng được kiểm tra là A, B.': it names the units of what was told just before.
_UNITS_TOLD = re.compile(
    r"\W{0,3}(?:[Cc]ác|[Nn]hững|\d+)?\s*(?:[Đđ]ơn\s+vị|[Cc]ơ\s+quan|[Tt]ổ\s+chức(?:\s+đảng)?|[Nn]ơi|[Đđ]ịa\s+phương"
    r"|[Đđ]ối\s+tượng|[Cc]hi\s+bộ|[Đđ]ảng\s+bộ)\s+(?:được\s+|chịu\s+(?:sự\s+)?)?(?:giám|kiểm|thanh|khảo)\s"
)


def labelled_units(found: Sequence[Inspection], report: Report) -> list[Inspection]:
    """The inspections, with the units that a later sentence of the paragraph lists for one."""
    told: list[Inspection] = []
    for each in found:
        before = told[-1] if told else None
        if before and _is_list_of(each, before, report):
            told[-1] = replace(
                before,
                count=before.count or (1 if each.count == 1 else None),
                units=each.units,
                leader=before.leader or each.leader,
                members=before.members or each.members,
                about=before.about or each.about,
                mandate=before.mandate or each.mandate,
            )
        else:
            told.append(each)
    return told


def _is_list_of(each: Inspection, before: Inspection, report: Report) -> bool:
    between = report.text[before.span.end : each.span.start]
    return (
        bool(each.units)
        and not before.units
        and each.mode == before.mode
        and "\n" not in between
        and len(between) < _NEXT_SENTENCES
        and _UNITS_TOLD.match(report.text, each.span.start) is not None
    )


_NEXT_SENTENCES = 500

# A title, a lead and a caption tell of an inspection close to each other.
_RECENT = 30


def distinct(found: Sequence[Inspection], text: str) -> tuple[Inspection, ...]:
    """The inspections, each once: a title or a caption joins what is told more fully."""
    kept: list[Inspection] = []
    for inspection in found:
        twin = next((other for other in kept[-_RECENT:] if _same(inspection, other, text)), None)
        if twin is None:
            kept.append(inspection)
        elif _fullness(inspection) > _fullness(twin):
            kept[kept.index(twin)] = _joined(inspection, twin, text)
        else:
            kept[kept.index(twin)] = _joined(twin, inspection, text)
    by_start = {(i.span.start, i.mode): i for i in sorted(kept, key=lambda i: i.span, reverse=True)}
    return tuple(by_start[start] for start in sorted(by_start))


# Not further apart do the heading of a matter and the decision on it stand.
_ONE_MATTER = 2500


def _joined(fuller: Inspection, other: Inspection, text: str) -> Inspection:
    """The fuller telling with what only the other one says; of one matter with its heading."""
    first, last = sorted((fuller.span, other.span))
    whole = fuller.span
    near = last.start - first.end < _ONE_MATTER
    headed = near and _HEADING.match(text, first.start, first.end) is not None
    if headed and not _NEXT_MATTER.search(text, first.end, max(first.end, last.start)):
        whole = Span(first.start, max(first.end, last.end))
    return replace(
        fuller,
        span=whole,
        iri=first_iri(fuller, other) if whole != fuller.span else fuller.iri,
        start=fuller.start or other.start,
        end=fuller.end or other.end,
        inspector=fuller.inspector or other.inspector,
        leader=fuller.leader or other.leader,
        members=fuller.members or other.members,
        units=fuller.units or other.units,
        about=fuller.about or other.about,
        mandate=fuller.mandate or other.mandate,
        status="held" if "held" in (fuller.status, other.status) else fuller.status,
    )


def first_iri(one: Inspection, other: Inspection) -> str:
    """The IRI of the telling that stands first: it is minted by where the telling starts."""
    return min((one, other), key=lambda each: each.span).iri


_HEADING = re.compile(
    r"\W{0,3}(?:(?:[IVX]{1,5}|\d{1,2})\s?[-.)/:–]|[a-zđ]\))\s[^\n]{10,400}(?<![.;:,])\Z"
)
# Between two matters of a session stands the heading of the second.
_NEXT_MATTER = re.compile(r"\n\s*(?:(?:[IVX]{1,5}|\d{1,2})\s?[-.)/:]|[Cc]ũng\s+tại)")


# A plan that a decision promulgates tells of visits of its own.
ATTACHED = re.compile(r"\n\W*(?:KẾ HOẠCH|PHỤ LỤC|LỊCH|ĐỀ CƯƠNG)[^\n.;:,a-zà-ỹ]{0,60}\n")


def _same(one: Inspection, other: Inspection, text: str) -> bool:
    if one.count != 1 or other.count != 1 or one.mode != other.mode:
        return False
    if one.start and other.start and one.start != other.start:
        return False
    if one.inspector and other.inspector and not same_body(one.inspector, other.inspector):
        return False
    low, high = sorted((one.span, other.span))
    if ATTACHED.search(text, low.end, max(low.end, high.start)):
        return False
    shared = {u.place or u.iri for u in one.units} & {u.place or u.iri for u in other.units}
    if shared:
        return True
    if one.units and other.units:
        return False
    matters = _NEXT_MATTER.search(text, other.span.end, max(other.span.end, one.span.start))
    return matters is None or one.mode != "xem xét kỷ luật"


# 'Trước khi làm việc với UBND huyện, Đoàn đã đi thực tế tại xã A'
_ON_THE_WAY = re.compile(
    r"\W{0,3}(?:Trước\s+(?:khi|đó)|Sau\s+(?:khi|đó)|Cũng|Cùng\s+ngày|Ngoài\s+ra|Tiếp\s+đó)[\s,]"
    r"[^.;]{0,120}?(?:Đoàn|đoàn)\s"
)
_TOUR = 1500


def toured(found: Sequence[Inspection], text: str) -> tuple[Inspection, ...]:
    """The inspections, with what a delegation visits on its way as units of its one inspection."""
    told: list[Inspection] = []
    for each in found:
        before = told[-1] if told else None
        if before and _is_on_the_way(each, before, text):
            units = tuple(dict.fromkeys((*before.units, *each.units)))
            told[-1] = replace(before, units=units)
        else:
            told.append(each)
    return tuple(told)


def _is_on_the_way(each: Inspection, before: Inspection, text: str) -> bool:
    return (
        each.start is None
        and each.status == before.status == "held"
        and each.count == before.count == 1
        and (each.mode, each.inspector) == (before.mode, before.inspector)
        and each.span.start - before.span.end < _TOUR
        and _ON_THE_WAY.match(text, each.span.start, each.span.end) is not None
    )


def same_body(one: Body, other: Body) -> bool:
    """Whether two bodies are one, or a committee and its bureau of one place."""
    return one.iri == other.iri or (
        one.place is not None
        and one.place == other.place
        and (one.type == other.type or ("MTTQ" in one.name and "MTTQ" in other.name))
    )


def _fullness(inspection: Inspection) -> int:
    days = inspection.start is not None and len(inspection.start) == 10
    # a decision names in one article whom it has inspected, in others how
    ordered = 4 * (inspection.status == "ordered" and bool(inspection.units))
    return (
        3 * days
        + ordered
        + 2 * bool(inspection.leader)
        + len(inspection.units)
        + len(inspection.members)
        + bool(inspection.about)
    )
