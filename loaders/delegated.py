"""A sentence that tells of an inspection, and what it tells where it names its delegation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.agents import subject_in
from loaders.bodies import body_at
from loaders.delegations import leader, sender
from loaders.inspected import (
    is_named,
)
from loaders.mandates import mandate
from loaders.model import Body, Inspection, Person, Span
from loaders.occasions import Occasion
from loaders.papers import named_beside
from loaders.periods import Period
from loaders.teams import (
    Team,
    around,
    body_of_leader,
    issuer_of_mandate,
    participants,
)


@dataclass(frozen=True, slots=True)
class Telling:
    """A word of inspecting in its clause and sentence.

    And the body that the sentences before speak of.
    """

    report: Occasion
    index: int
    sentence: Span
    clause: Span
    word: re.Match[str]
    subject: Body | None

    @property
    def left(self) -> str:
        """The words of the clause before the word."""
        start = max(self.clause.start, self.word.start() - 130)
        return self.report.text[start : self.word.start()]

    @property
    def rest(self) -> str:
        """The words of the clause behind the word."""
        return self.report.text[self.word.end() : self.clause.end]


def of_delegation(telling: Telling, delegation: Team, told: Inspection) -> Inspection:
    """The inspection with what its delegation adds.

    Who sent it, who leads it and takes part, its mandate.
    """
    report, index, sentence = telling.report, telling.index, telling.sentence
    team = delegation.match
    line = report.text.find("\n", team.end())
    limit = sentence.end if not delegation.bare else line if line >= 0 else len(report.text)
    sent = sender(report.text, team, min(limit, team.end() + 220), report.home)
    start, led = _led(telling, delegation, told.status == "planned")
    # 'Ban Văn hóa - Xã hội ... do bà A làm Trưởng đoàn đã giám sát': who acts is named here.
    # So does the item of a plan: 'Ban Thường trực ... chủ trì tổ chức Đoàn giám sát'.
    acts = delegation.unnamed or (report.is_plan and delegation.bare)
    own = subject_in(report, sentence.start, telling.word.start()) if acts else None
    inspector = (
        _signing(report, Span(sentence.start, telling.word.start()))
        or own
        or (sent[0] if sent else None)
        or report.usual_sender
        or (report.host if report.sets_up else None)
        or (report.speaker if report.is_account else None)
        or issuer_of_mandate(report, index, sentence)
        or body_of_leader(led)
        or report.host
        or told.inspector
    )
    about, behind = _about_and_mandate(telling, told)
    company = participants(report, index, Span(start, sentence.end), inspector)
    return replace(
        told,
        span=sentence,
        about=about,
        inspector=inspector,
        leader=led,
        members=tuple(each for each in company if each != led),
        mandate=behind,
    )


# 'Chủ tịch UBND huyện A ký Quyết định số 43 thành lập Đoàn kiểm tra liên ngành'
_OFFICE = re.compile(r"Chủ\s+tịch\s+(?=(?:UBND|Ủy\s+ban\s+nhân\s+dân)\s)")
_SETS_UP = re.compile(r"[^.;\n]{0,60}\s(?:ký|ban\s+hành)\s[^.;\n]{4,200}?lập\s+(?:[Đđ]oàn|[Tt]ổ)\s")


def _signing(report: Occasion, before: Span) -> Body | None:
    """The body whose head signs the decision by which the sentence says the team is set up."""
    office = _OFFICE.search(report.text, *before)
    named = body_at(report.text, office.end(), before.end, report.home) if office else None
    signs = named and _SETS_UP.match(report.text, named[1], before.end)
    return named[0] if named and signs else None


def _led(telling: Telling, delegation: Team, ahead: bool) -> tuple[int, Person | None]:
    """Who leads the delegation, and from where on the text tells of it."""
    report, index, sentence = telling.report, telling.index, telling.sentence
    opened = report.paragraphs[index].start
    start = opened if delegation.bare and not ahead else sentence.start
    led = leader(report.text, Span(start, around(report, index, sentence).end), report.people)
    if led is None and report.is_account and not ahead:
        # In an account the delegation is told first, then what it did.
        start = opened
        led = leader(report.text, Span(start, sentence.end), report.people)
    return start, led


def _about_and_mandate(
    telling: Telling, told: Inspection
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is looked at, by the title where the clause does not say, and under which paper."""
    report, sentence = telling.report, telling.sentence
    near = report.near(sentence)
    if _BESIDES.match(report.text, sentence.start, sentence.end):
        return told.about, named_beside(report.text, near, sentence)
    behind = mandate(
        report.text, near, report.paragraphs, telling.index, sentence,
        above=not report.is_summary, bases=not report.sets_up,
    )  # fmt: skip
    reported = report.is_account and told.status == "held"
    if not behind and reported:
        behind = (*report.opening_mandate, *report.team_mandate)
    elif reported and set(behind) <= set(report.opening_mandate):
        # what the report carries out, and what set up its delegation
        behind = (*behind, *report.set_up_by)
    planned = report.is_plan and told.status == "planned"
    about = told.about or (report.subject if reported or planned else ())
    about = about or (report.content if planned else ())
    return about, tuple(dict.fromkeys(each for each in behind if each not in about))


# 'Đoàn cũng kiểm tra thực tế việc sử dụng vốn tại A': what it was not sent for.
_BESIDES = re.compile(r"\W{0,3}(?:Ngoài\s+ra,\s+)?(?:[Đđ]oàn|[Tt]ổ)\s+(?:cũng|còn)\s")


def without_others(listed: Sequence[Body], told: Inspection) -> tuple[Body, ...]:
    """The units without the inspector and those who take part."""
    others = {body.iri for body in told.members}
    if told.inspector:
        others.add(told.inspector.iri)
    return tuple(unit for unit in listed if unit.iri not in others)


def indent(text: str, clause: Span) -> int:
    """How far the words of a clause stand in."""
    words = text[clause.start : clause.end]
    return len(words) - len(words.lstrip())


# 'kiểm tra khi có dấu hiệu vi phạm đối với đồng chí A': a person is looked at, and no unit.
_PERSON = re.compile(
    r"\s(?:đối\s+với|với)\s+(?:các\s+|một\s+số\s+)?(?:đồng\s+chí|ông|bà|đảng\s+viên)\s"
)


# 'Cũng trong ngày, đoàn khảo sát tại thôn A': they were told before.
_THEY = re.compile(r"(?:\A|[,;:]\s+)(?:đoàn|Đoàn|tổ|Tổ)\s+(?:đã\s+|còn\s+|cũng\s+)*\Z")


def may_be_told(
    telling: Telling, listed: Sequence[Body], delegation: Team | None, use: str
) -> bool:
    """Whether there is anything that could be told to be inspected, whoever does it and when."""
    if telling.word["discipline"] or any(map(is_named, listed)):
        return True
    return use == "verb" and (
        delegation is not None or ("dấu hiệu" in telling.rest and _on_person(telling))
    )


def is_told(
    telling: Telling,
    listed: Sequence[Body],
    delegation: Team | None,
    stated: Period | None,
    known: Body | None,
    use: str,
) -> bool:
    """A named unit makes it an inspection; so does a person, or a delegation with its day."""
    report = telling.report
    if any(map(is_named, listed)):
        told = delegation is not None or known is not None or stated is not None
        titled = report.is_account and report.is_title(report.paragraphs[telling.index])
        return told or titled or use == "label" or _THEY.search(telling.left) is not None
    daily = stated is not None and stated.daily
    if delegation:
        return use == "verb" and (daily or report.sets_up)
    if telling.word["discipline"]:
        return known is not None and (daily or _on_person(telling))
    return known is not None


def _on_person(telling: Telling) -> bool:
    return _PERSON.search(telling.report.text, telling.word.end(), telling.clause.end) is not None
