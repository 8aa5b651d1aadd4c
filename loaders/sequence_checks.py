"""What must come before what: the cited before the citing, the implemented before its measure."""

from collections.abc import Iterator

from loaders.date_checks import recorded_side
from loaders.model import Citation, Instrument, SelfIdentity
from loaders.notices import (
    LIKELY,
    POSSIBLE,
    WARNING,
    Draft,
    Notice,
    Words,
    day,
)


def sequence_checks(draft: Draft) -> Iterator[Notice]:
    """Instruments that are younger than what cites or carries them out."""
    yield from _cited_before_issued(draft)
    yield from _older_implementers(draft)


def _cited_before_issued(draft: Draft) -> Iterator[Notice]:
    """Instruments dated after the draft; where many are, the draft's own date is in doubt."""
    if not draft.dated:
        return
    later = [
        next(c for c in mentions if c.date and _after(c.date, draft.date))
        for mentions in draft.cited.values()
        if any(c.date and _after(c.date, draft.date) for c in mentions)
    ]
    own = draft.reading.self
    if len(later) > _MANY and own:
        yield _too_old(draft, own, later)
        return
    for citation in later:
        yield Notice(
            "cited-before-issued",
            WARNING,
            LIKELY,
            citation.span,
            Words(
                f"Văn bản được dẫn ghi ngày {day(citation.date or '')}, sau ngày của văn bản này "
                f"({day(draft.date)}).",
                f"The instrument cited is dated {day(citation.date or '')}, after this text "
                f"({day(draft.date)}).",
            ),
            Words("Kiểm tra lại ngày.", "Check the date."),
            recorded_side(citation),
            citation.instrument,
        )


# So many cannot all be wrong: the draft's own date is.
_MANY = 2


def _too_old(draft: Draft, own: SelfIdentity, later: list[Citation]) -> Notice:
    return Notice(
        "cited-before-issued",
        WARNING,
        POSSIBLE,
        own.span,
        Words(
            f"{len(later)} văn bản được dẫn có ngày sau ngày của văn bản này ({day(draft.date)}).",
            f"{len(later)} instruments cited are dated after this text ({day(draft.date)}).",
        ),
        Words("Kiểm tra lại ngày của văn bản này.", "Check the date of this text."),
        tuple(draft.side(c.span) for c in later),
        own.instrument,
    )


def _after(one: str, other: str) -> bool:
    """Whether a date is later than another at the precision that both have."""
    size = min(len(one), len(other))
    return one[:size] > other[:size]


_ACTS_ON = {
    "implements": "thực hiện",
    "guides": "hướng dẫn",
    "details": "quy định chi tiết",
    "concretises": "cụ thể hóa",
    "institutionalises": "thể chế hóa",
    "inspects_implementation_of": "giám sát việc thực hiện",
    "amends": "sửa đổi",
    "supplements": "bổ sung",
    "replaces": "thay thế",
    "repeals": "bãi bỏ",
    "corrects": "đính chính",
}


def _older_implementers(draft: Draft) -> Iterator[Notice]:
    """What carries out, guides or amends another instrument cannot be older than that one."""
    own = draft.reading.self.instrument if draft.reading.self else None
    told: set[tuple[str, str]] = set()
    # What cannot be is no statement of the text, and just what is to be told.
    for relation in (*draft.reading.relations, *draft.reading.impossible):
        word = _ACTS_ON.get(relation.predicate)
        pair = (relation.subject, relation.object)
        # What the draft itself acts on is told as cited before issued.
        if word is None or relation.subject == own or pair in told:
            continue
        subject, object_ = (draft.instruments.get(iri) for iri in pair)
        if not subject or not object_ or not _older(subject, object_):
            continue
        told.add(pair)
        yield Notice(
            "implementer-older",
            WARNING,
            LIKELY if subject.number and object_.number else POSSIBLE,
            relation.span,
            Words(
                f"{draft.label(relation.subject)} ({day(subject.date or '')}) được nói là {word} "
                f"{draft.label(relation.object)} ({day(object_.date or '')}), vốn ra sau.",
                f"{draft.label(relation.subject)} ({day(subject.date or '')}) is said to act on "
                f"{draft.label(relation.object)} ({day(object_.date or '')}), which is younger.",
            ),
            Words("Kiểm tra lại số và ngày của cả hai.", "Check number and date of both."),
            tuple(draft.side(draft.cited[i][0].span) for i in pair if i in draft.cited),
            relation.subject,
        )


def _older(subject: Instrument, object_: Instrument) -> bool:
    return bool(subject.date and object_.date and _after(object_.date, subject.date))
