"""Bodies and places that a draft names and that are no more on its day, with what they are now.

For information: a draft may well tell of the past, and then the name of that time is right.
"""

from collections.abc import Iterator
from functools import cache

from loaders.model import Span
from loaders.notices import INFORMATION, SURE, Draft, Notice, Side, Words, day
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
    for ended, spans in named.items():
        yield _notice(ended, sorted(set(spans)))


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
    became = f"; nay là {', '.join(now)}" if now else ""
    became_en = f"; now {', '.join(now)}" if now else ""
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


def _then_and_now(ended: str) -> tuple[str, list[str], str]:
    """The name, the names of what succeeds it, and who says so."""
    if body := _bodies().get(ended):
        successors = [_bodies()[each].label for each in body.successors if each in _bodies()]
        return body.label, successors, body.source
    unit = authority.place(ended)
    assert unit is not None
    units = [authority.place(each) for each in unit.successors]
    return unit.label, [each.label for each in units if each], "places.csv"
