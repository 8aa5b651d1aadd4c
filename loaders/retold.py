"""Inspections that a text tells of more than once, or by pointing back to one told before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.model import Body, Inspection

# 'tiếp tục giám sát nội dung này': what the inspection before was about.
_THIS_OBJECT = re.compile(
    r"(?:nội\s+dung|vấn\s+đề|việc|lĩnh\s+vực)\s+(?:này|trên|nêu\s+trên|nói\s+trên)"
)


def same_object(found: Sequence[Inspection], text: str) -> list[Inspection]:
    """The inspections, each with the instruments that 'nội dung này' points back to."""
    told: list[Inspection] = []
    for each in found:
        if told and not each.about and _THIS_OBJECT.search(text, each.span.start, each.span.end):
            each = replace(each, about=told[-1].about)
        told.append(each)
    return told


# A title, a lead and a caption tell of an inspection close to each other.
_RECENT = 30


def distinct(found: Sequence[Inspection]) -> tuple[Inspection, ...]:
    """The inspections without those that tell of one already told more fully.

    As a title or a caption does.
    """
    kept: list[Inspection] = []
    for inspection in found:
        twin = next((other for other in kept[-_RECENT:] if _same(inspection, other)), None)
        if twin is None:
            kept.append(inspection)
        elif _fullness(inspection) > _fullness(twin):
            kept[kept.index(twin)] = inspection
    by_start = {i.span.start: i for i in sorted(kept, key=lambda i: i.span, reverse=True)}
    return tuple(by_start[start] for start in sorted(by_start))


def _same(one: Inspection, other: Inspection) -> bool:
    if one.count != 1 or other.count != 1 or one.mode != other.mode:
        return False
    if one.start and other.start and one.start != other.start:
        return False
    if one.inspector and other.inspector and not _same_body(one.inspector, other.inspector):
        return False
    shared = {u.place or u.iri for u in one.units} & {u.place or u.iri for u in other.units}
    return bool(shared) or not one.units or not other.units


def _same_body(one: Body, other: Body) -> bool:
    return one.iri == other.iri or (
        one.place is not None and one.place == other.place and one.type == other.type
    )


def _fullness(inspection: Inspection) -> int:
    days = inspection.start is not None and len(inspection.start) == 10
    return (
        3 * days
        + 2 * bool(inspection.leader)
        + len(inspection.units)
        + len(inspection.members)
        + bool(inspection.about)
    )
