"""Bodies and places that a draft names and that are no more on its day, with what they are now.

For information: a draft may well tell of the past, and then the name of that time is right.
"""

import re
from collections.abc import Iterator
from functools import cache

from loaders.model import Span
from loaders.notices import INFORMATION, SURE, Draft, Notice, Side, Words, day
from loaders.passages import UPPER
from ontology import authority


def former_checks(draft: Draft) -> Iterator[Notice]:
    """One notice for each body or place that ended before the draft's day."""
    if not draft.judges:
        return
    named: dict[str, list[Span]] = {}
    for mention in draft.reading.bodies:
        for ended in (mention.body.iri, mention.body.place):
            if ended and _ended_before(ended, draft.date):
                named.setdefault(ended, []).append(mention.span)
                break
    units = {ended: spans for ended, spans in _units(draft).items() if ended not in named}
    for ended, spans in (named | units).items():
        yield _notice(ended, sorted(set(spans)))


# 'tại huyện Mù Cang Chải', where no body is named
_TYPED = re.compile(
    r"(?<!\w)(?P<type>tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)\s+"
    rf"(?P<name>(?:[{UPPER}][\w'-]*\s?){{1,5}})"
)


def _units(draft: Draft) -> dict[str, list[Span]]:
    """Where units that are no more are named by type and name, if one alone can be meant."""
    found: dict[str, list[Span]] = {}
    for match in _TYPED.finditer(draft.seen.text):
        words = match["name"].split()
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count])
            units = [u for u in authority.places_named(name) if u.type == match["type"]]
            if len(units) == 1 and _ended_before(units[0].iri, draft.date):
                end = match.start("name") + len(name)
                span = Span(draft.seen.raw(match.start()), draft.seen.raw(end))
                found.setdefault(units[0].iri, []).append(span)
            if units:
                break
    return found


def _ended_before(iri: str, date: str) -> bool:
    until = _until(iri)
    return until is not None and until < date


def _until(iri: str) -> str | None:
    if body := _bodies().get(iri):
        return body.valid_to
    unit = authority.place(iri)
    return unit.valid_to if unit else None


@cache
def _bodies() -> dict[str, authority.Body]:
    return {body.iri: body for body in authority.bodies()}


def _notice(ended: str, spans: list[Span]) -> Notice:
    name, now, source = _then_and_now(ended)
    until = day(_until(ended) or "")
    became, became_en = (f"; nay là {now}", f"; now {now}") if now else _above(ended)
    return Notice(
        "former-name",
        INFORMATION,
        SURE,
        spans[0],
        Words(f"{name} có đến {until}{became}.", f"{name} existed until {until}{became_en}."),
        Words(
            "Nếu nói về hiện nay thì dùng tên nay; nếu nói về khi ấy thì ghi “lúc bấy giờ”.",
            "Of today, use the name of today; of that time, say so.",
        ),
        (Side(f"{name}, đến {until}{became}", authority=source),),
        None,
        tuple(spans[1:]),
    )


def _above(ended: str) -> tuple[str, str]:
    """Where the land of a unit lies now that nothing succeeds, such as a district's."""
    unit = authority.place(ended)
    above = authority.place(unit.parent) if unit and unit.parent else None
    units = [authority.place(each) for each in above.successors] if above else []
    now = ", ".join(each.label for each in units if each)
    return (f"; địa bàn nay thuộc {now}", f"; the land is of {now} now") if now else ("", "")


def _then_and_now(ended: str) -> tuple[str, str, str]:
    """The name, the names of what succeeds it, and who says so."""
    if body := _bodies().get(ended):
        successors = [_bodies()[each].label for each in body.successors if each in _bodies()]
        return body.label, ", ".join(successors), body.source
    unit = authority.place(ended)
    assert unit is not None
    units = [authority.place(each) for each in unit.successors]
    return unit.label, ", ".join(each.label for each in units if each), "places.csv"
