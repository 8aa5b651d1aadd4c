"""What the whole text says of an inspection that one of its sentences tells.

Its sender and head, told elsewhere; the name under which its inspector was told first; the sentence
that tells at length what a line of minutes announces.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.looked_at import object_instruments
from loaders.member_lists import listed_members
from loaders.model import Body, Inspection, Span
from loaders.occasions import Occasion
from loaders.passages import sentences
from loaders.teams import delegation_in
from loaders.uses import LABEL
from loaders.wording import mode_of, words_in
from ontology import iris


def named_alike(found: Sequence[Inspection]) -> tuple[Inspection, ...]:
    """The inspections, each inspector by the name under which it was told first.

    'Ủy ban MTTQ Việt Nam tỉnh A', later 'Ủy ban MTTQ tỉnh A'.
    """
    first: dict[str, Body] = {}
    for each in found:
        for body in (each.inspector, *each.units):
            if body:
                first.setdefault(body.iri, body)
    return tuple(
        replace(each, inspector=first[each.inspector.iri]) if each.inspector else each
        for each in found
    )


def sent(found: tuple[Inspection, ...], report: Occasion) -> tuple[Inspection, ...]:
    """'Tuần tới, Đoàn tiếp tục giám sát tại A': it is still the delegation told before."""
    told: list[Inspection] = []
    for each in found:
        teams = [other.inspector for other in told if other.count == 1 and other.inspector]
        if not each.start and told and _THAT_DAY.match(report.text, each.span.start):
            each = replace(each, start=told[-1].start, end=told[-1].end)
        unsent = each.inspector is None and _BARE.search(
            report.text, each.span.start, each.span.end
        )
        told.append(replace(each, inspector=_usual(teams)) if unsent and teams else each)
    return tuple(told)


def _usual(teams: Sequence[Body]) -> Body:
    """The one that was told of most, of several the last."""
    return max(reversed(teams), key=teams.count)


_BARE = re.compile(r"(?<!\w)(?:[Đđ]oàn|[Tt]ổ)\s+(?=(?:sẽ|đã|tiếp|cũng|còn|làm|giám|kiểm|khảo)\s)")


_THAT_DAY = re.compile(
    r"\W{0,3}(?:Cũng\s+trong|Cùng|Trong\s+cùng)\s+(?:ngày|buổi\s+(?:sáng|chiều))(?!\s+\d)"
)


_BY_LABEL = re.compile(
    rf"{LABEL.pattern.removesuffix(chr(92) + 'Z')}\w+\s+\w+(?:,\s+\w+\s+\w+)?\s*:"
)


def enacted(told: Inspection, report: Occasion) -> Inspection:
    """What a line of minutes announces ('Đơn vị được giám sát: ...') as a sentence tells it."""
    if not _BY_LABEL.search(report.text, told.span.start, told.span.end):
        return told
    for paragraph in report.paragraphs:
        if paragraph.start < told.span.end:
            continue
        for sentence in sentences(report.text, paragraph):
            for word in words_in(report.text, sentence):
                team = delegation_in(report, sentence, word) if word["mode"] else None
                if team is None or mode_of(word["mode"]) != told.mode:
                    continue
                rest = Span(word.end(), sentence.end)
                about = object_instruments(report.text, report.near(sentence), rest)
                return replace(
                    told,
                    iri=iris.inspection(report.source_id, sentence.start),
                    span=sentence,
                    about=told.about or about,
                )
    return told


def untold(titles: Sequence[Inspection], found: Sequence[Inspection]) -> list[Inspection]:
    """What only the title tells: it announces what the text tells, in fewer words."""
    return [] if any(each.count == 1 and each.units for each in found) else list(titles)


def led_by_list(found: tuple[Inspection, ...], report: Occasion) -> tuple[Inspection, ...]:
    """A minute or a decision lists its delegation apart from what it does.

    Its one inspection takes that head, and those who take part.
    """
    ahead = () if report.is_plan else ("planned",)
    single = [each for each in found if each.count == 1 and each.status not in ahead]
    first = single[0] if single else None
    if first is None or not (len(single) == 1 or report.sets_up or report.is_account):
        return found
    # The head that another inspection is told with is not this one's too.
    head = report.listed_head
    others = [each.leader for each in found if each is not first]
    leader = first.leader or (head if head not in others else None)
    members = first.members or listed_members(report, first)
    whole = replace(
        first,
        leader=leader,
        members=tuple(each for each in members if each != leader),
        about=first.about or (report.subject if len(single) == 1 else ()),
    )
    return tuple(whole if each is first else each for each in found)
