"""A thing as of a day: whether an instrument was in force, what a body or a place was then."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import request

from graph.questions import answer
from graph.snapshots import Term
from ontology import iris
from web.answers import proofs_of, text_in
from web.cells import Cell, link
from web.language import say, shown_date
from web.quoting import Proof
from web.reading import Reader
from web.wanted import sight

_VK = iris.ONTOLOGY
_ISSUED = "http://purl.org/dc/terms/issued"
_UNKNOWN = "chưa rõ"
# What has a time of its own; a source and an inspection are of one day.
_SORTS = frozenset({"instrument", "body", "place"})


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing that holds on the day: words, the things that they lead to, what it rests on."""

    words: str
    things: tuple[Cell, ...] = ()
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day that was asked for, empty where none was, what held then, and what is `now`."""

    day: str
    now: tuple[Cell, ...]
    sayings: tuple[Saying, ...] = ()


def as_of(reader: Reader, iri: str, sort: str) -> AsOf | None:
    """What holds of the thing on the day that is asked for; None without a time of its own."""
    if sort not in _SORTS:
        return None
    day = sight(request.args).as_of
    # of a place its own page lists it among the relations
    now = become(reader, iri) if sort == "body" else ()
    if not day:
        return AsOf("", now)
    told = _instrument if sort == "instrument" else _then_and_now
    return AsOf(day, now, tuple(told(reader, iri, day)))


def become(reader: Reader, iri: str) -> tuple[Cell, ...]:
    """What the place of a unit is now, where it was renamed, or joined with others or divided."""
    lived = _lived(reader, iri)
    after = reader.objects(lived, _VK + "successor")
    changed = [
        each
        for each in after
        if reader.label(each) != reader.label(lived)
        or len(after) > 1
        or len(reader.subjects(_VK + "successor", each)) > 1
    ]
    return tuple(link(reader, each) for each in changed)


def was(reader: Reader, iri: str) -> tuple[Cell, ...]:
    """What a place was made of."""
    return tuple(link(reader, each) for each in sorted(reader.subjects(_VK + "successor", iri)))


def _instrument(reader: Reader, iri: str, day: str) -> Iterator[Saying]:
    """In force or not, what replaced it since, and its issuers then and now."""
    rows = answer(reader.snapshot, "in-force", {"iri": iri, "as_of": day}).rows
    dates = reader.objects(iri, _ISSUED)
    if rows:
        yield _force(reader, rows[0])
    elif dates and min(dates) > day:
        yield Saying(say("chưa ban hành", "not issued yet"), proofs=_recorded(reader, iri))
    else:
        yield Saying(say("chưa rõ hiệu lực", "whether in force is not known"))
    if newer := reader.objects(iri, _VK + "currentVersion"):
        yield Saying(say("nay là", "now"), tuple(link(reader, each) for each in newer))
    for issuer in reader.objects(iri, _VK + "issuedBy"):
        told = list(_then_and_now(reader, issuer, day))
        if any(each.things for each in told):
            yield Saying(say("cơ quan ban hành:", "issuer:"), (link(reader, issuer),))
            yield from told


def _force(reader: Reader, row: Mapping[str, Term | None]) -> Saying:
    """What the question of force answers, in words."""
    words = [reader.names.called(text_in(row, "state"))]
    if text_in(row, "state") == _UNKNOWN:
        unseen = "(đến ngày ấy chưa thấy gì thay thế)", "(nothing seen to replace it by then)"
        words.append(say(*unseen))
    for column, before in (("since", say("từ", "from")), ("until", say("đến", "until"))):
        if at := text_in(row, column):
            words.append(f"{before} {shown_date(at)}")
    ended = text_in(row, "endedBy")
    if ended:
        words.append(say("bị thay thế hoặc bãi bỏ bởi", "replaced or repealed by"))
    return Saying(" ".join(words), (link(reader, ended),) if ended else (), proofs_of(reader, row))


def _then_and_now(reader: Reader, iri: str, day: str) -> Iterator[Saying]:
    """Whether a body or a place was there on the day, under which name, and what it is now."""
    lived = _lived(reader, iri)
    since = min(reader.objects(lived, _VK + "validFrom"), default="")
    until = max(reader.objects(lived, _VK + "validTo"), default="")
    after = tuple(link(reader, each) for each in reader.objects(lived, _VK + "successor"))
    proofs = _recorded(reader, lived)
    if since and day[: len(since)] < since:
        before = tuple(link(reader, each) for each in reader.subjects(_VK + "successor", lived))
        yield Saying(
            say(
                f"chưa có (có từ {shown_date(since)}); lúc bấy giờ là",
                f"not there yet (from {shown_date(since)}); then",
            )
            if before
            else say(f"chưa có (có từ {shown_date(since)})", f"from {shown_date(since)} only"),
            before,
            proofs,
        )
        return
    if until and day[: len(until)] > until:
        gone = say(
            f"không còn (có đến {shown_date(until)})", f"no more (until {shown_date(until)})"
        )
        yield Saying(gone, proofs=proofs)
    else:
        name = reader.label(iri)
        yield Saying(say(f"tên lúc bấy giờ: {name}", f"called then: {name}"), proofs=proofs)
    if after:
        yield Saying(say("nay là", "now"), after, proofs)
        yield from _bases(reader, lived)
    elif until:
        yield Saying(
            say(
                f"có đến {shown_date(until)}, không có đơn vị kế tục",
                f"until {shown_date(until)}, nothing succeeds it",
            )
        )


def _lived(reader: Reader, iri: str) -> str:
    """What has the time of a body: itself where its days are on record, else its place."""
    own = (_VK + name for name in ("validFrom", "validTo", "successor"))
    if any(reader.objects(iri, each) for each in own):
        return iri
    return next(iter(reader.objects(iri, _VK + "jurisdiction")), iri)


def _bases(reader: Reader, lived: str) -> Iterator[Saying]:
    """What decided the change of a place."""
    changes = reader.subjects(_VK + "from", lived)
    bases = {b: None for each in changes for b in reader.objects(each, _VK + "changeBasis")}
    if bases:
        yield Saying(say("theo", "by"), tuple(link(reader, each) for each in bases))


def _recorded(reader: Reader, iri: str) -> tuple[Proof, ...]:
    return (reader.record(iri),) if reader.is_recorded(iri) else ()
