"""Inspections that a report tells of.

Delegations at work, counted groups, sessions that review, plans and orders.

'công tác giám sát', 'kế hoạch kiểm tra' and 'Ủy ban Kiểm tra' name a duty, a paper or a body and
tell of no inspection. The period inspected and those who take part are neither the period nor the
units of the inspection.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from loaders.delegations import head_listed, leader, sender
from loaders.held import period_beside, period_of
from loaders.inspected import (
    completed,
    decided_on,
    passive,
    topic_of,
    units_before,
    units_of,
)
from loaders.mandates import mandate, object_instruments
from loaders.model import Body, Citation, Inspection, Person, Span
from loaders.occasions import (
    Report,
    around,
    body_of_leader,
    delegation_in,
    issuer_of_mandate,
    participants,
    subject_beside,
    subject_in,
)
from loaders.passages import UPPER, Spans, folded, paragraphs, sentences
from loaders.periods import Period, first_year
from loaders.places import Home
from loaders.retold import distinct, same_object
from loaders.wording import (
    ANNOUNCED,
    COUNT_AFTER,
    COUNT_BEFORE,
    LEFT,
    RELEVANT,
    clause_at,
    form_of,
    is_concluded,
    is_verb,
    mode_of,
    mode_of_delegation,
    status_of,
    verb_start,
    words_in,
)
from ontology import iris

# No real sentence tells of more inspections; a table run together may name the word a thousand
# times.
_WORDS_READ = 24


def inspections(
    text: str,
    source_id: str,
    citations: Sequence[Citation],
    home: Home,
    published: str | None,
    people: Sequence[Person],
    skip: Sequence[Span],
) -> tuple[Inspection, ...]:
    """Every inspection that the text reports, plans or orders, each once, in reading order."""
    seen = folded(text)
    if not RELEVANT.search(seen):
        return ()
    report = Report(
        seen,
        source_id,
        tuple(citations),
        home,
        published or home.date or first_year(seen),
        tuple(people),
        paragraphs(seen),
    )
    barred = Spans(skip)
    found: list[Inspection] = []
    for index, paragraph in enumerate(report.paragraphs):
        if not barred.overlaps(paragraph.start, paragraph.end) and RELEVANT.search(
            seen, paragraph.start, paragraph.end
        ):
            found.extend(_of_paragraph(report, index))
    return _led(distinct(same_object(found, seen)), report)


def _led(found: tuple[Inspection, ...], report: Report) -> tuple[Inspection, ...]:
    """A minute lists its delegation apart from what it did: its one inspection takes that head."""
    if len(found) != 1 or found[0].leader or found[0].count != 1:
        return found
    return (replace(found[0], leader=head_listed(report.text, report.people)),)


@dataclass(frozen=True, slots=True)
class _Telling:
    """A word of inspecting in its clause and sentence.

    And the body that the sentences before speak of.
    """

    report: Report
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


_MEANWHILE = re.compile(r"(?:Cùng|Trong|Cũng trong)\s+(?:thời\s+gian|ngày|đợt)\s+(?:này|đó|trên)")


def _of_paragraph(report: Report, index: int) -> Iterator[Inspection]:
    subject: Body | None = None
    latest: Inspection | None = None
    for sentence in sentences(report.text, report.paragraphs[index]):
        for found in _of_sentence(report, index, sentence, subject):
            told = found
            if latest and not told.start and _MEANWHILE.match(report.text, sentence.start):
                told = replace(told, start=latest.start, end=latest.end)
            latest = told
            yield replace(told, iri=iris.inspection(report.source_id, told.span.start))
        subject = (
            subject_in(report, sentence.start, min(sentence.end, sentence.start + 400)) or subject
        )


def _of_sentence(
    report: Report, index: int, sentence: Span, subject: Body | None
) -> Iterator[Inspection]:
    clauses_told: set[int] = set()
    for word in islice(words_in(report.text, sentence), _WORDS_READ):
        clause = clause_at(report.text, sentence, word.start())
        telling = _Telling(report, index, sentence, clause, word, subject)
        counted = _counted(telling)
        if counted:
            yield counted
        elif clause.start not in clauses_told and (told := _told(telling)):
            clauses_told.add(clause.start)
            yield told


def _counted(telling: _Telling) -> Inspection | None:
    """A counted group: '02 cuộc giám sát ... tại ...', 'Huyện ủy kiểm tra, giám sát 16 cuộc'."""
    report, clause, word = telling.report, telling.clause, telling.word
    number = _number(telling) if word["mode"] else None
    if number is None:
        return None
    start, after = min(number.start("count"), word.start()), max(word.end(), number.end())
    listed, end = units_of(report, after, clause.end, whose=number.end() <= word.start())
    stated = period_of(report, telling.sentence, start)
    told = Inspection(
        iri="",
        span=Span(verb_start(report.text, clause.start, start), max(end, after)),
        mode=mode_of(word["mode"]),
        form=form_of(report.text[clause.start : clause.end], delegation=False),
        status=status_of(report.text, telling.sentence, word.start(), held=True),
        start=stated.start if stated else None,
        end=stated.end if stated else None,
        count=int(number["count"].replace(".", "")),
        inspector=subject_in(report, clause.start, number.start())
        or telling.subject
        or subject_in(report, telling.sentence.start, start)
        or report.speaker,
        leader=None,
        about=object_instruments(
            report.text, report.near(telling.sentence), Span(word.end(), clause.end)
        ),
        topic=topic_of(report.text, after, clause.end),
    )
    return replace(told, units=_inspected(listed, told))


def _number(telling: _Telling) -> re.Match[str] | None:
    """The count before or behind the word; 'không kiểm tra 5 tổ chức đảng' counts nothing."""
    text, clause, word = telling.report.text, telling.clause, telling.word
    before = COUNT_BEFORE.search(text, max(clause.start, word.start() - LEFT), word.start())
    if re.search(r"không\s+\Z", telling.left[-12:]):
        return None
    return before or COUNT_AFTER.match(text, word.end(), clause.end)


def _told(telling: _Telling) -> Inspection | None:
    """A single inspection: someone inspects a named unit, or a delegation works with it."""
    report, sentence, clause, word = telling.report, telling.sentence, telling.clause, telling.word
    delegation = delegation_in(report, sentence, word.start())
    mode, status = _mode_and_status(telling, delegation)
    if not mode:
        return None
    listed, end, agent = _units_and_agent(telling)
    stated = _period(telling)
    acting = agent or (None if delegation else _acting(telling, end))
    if not _is_told(listed, delegation is not None, stated, acting or telling.subject):
        return None
    told = Inspection(
        iri="",
        span=Span(clause.start + _indent(report.text, clause), max(end, clause.end)),
        mode=mode,
        form=form_of(
            report.text[clause.start : clause.end], delegation is not None and "giám sát" in mode
        ),
        status=status,
        start=stated.start if stated else None,
        end=stated.end if stated else None,
        count=1,
        inspector=acting or telling.subject,
        leader=leader(report.text, _paragraph_rest(telling), report.people)
        or (report.session_leader if word["discipline"] else None),
        about=object_instruments(report.text, report.near(sentence), Span(word.end(), clause.end)),
        topic=topic_of(report.text, word.end(), clause.end),
    )
    told = _of_delegation(telling, delegation, told) if delegation else _of_body(telling, told)
    whole = tuple(completed(unit, told.inspector, report.home) for unit in listed)
    return replace(told, units=_inspected(whole, told))


def _units_and_agent(telling: _Telling) -> tuple[tuple[Body, ...], int, Body | None]:
    """The units, where their list ends, and who inspects them where the clause is passive."""
    report, word = telling.report, telling.word
    turned = passive(report, telling.clause, word.start())
    listed, end = units_of(report, word.end(), telling.clause.end, direct=turned is None)
    if turned:
        return turned[0], end, turned[1]
    if word["discipline"] and not listed:
        return *decided_on(report, word.end(), telling.index), None
    return listed or units_before(report, telling.sentence, word.start()), end, None


def _of_body(telling: _Telling, told: Inspection) -> Inspection:
    """The inspection of a body without a delegation, with who takes part and its mandate."""
    report, index, sentence = telling.report, telling.index, telling.sentence
    behind = mandate(report.text, report.near(sentence), report.paragraphs, index, sentence)
    return replace(
        told,
        members=tuple(participants(report, index, sentence, told.inspector)),
        mandate=tuple(instrument for instrument in behind if instrument not in told.about),
    )


def _period(telling: _Telling) -> Period | None:
    """When it was held; of a matter of discipline, else, when the session was."""
    report, word = telling.report, telling.word
    if is_concluded(report.text, telling.clause, word):
        return None
    stated = period_of(report, telling.sentence, word.start())
    if stated is None and word["discipline"]:
        return report.session
    rest = Span(telling.sentence.end, report.paragraphs[telling.index].end)
    return stated or period_beside(report, rest)


def _paragraph_rest(telling: _Telling) -> Span:
    """The sentence and what follows in its paragraph: 'Đồng chí A chủ trì cuộc giám sát.'."""
    end = telling.report.paragraphs[telling.index].end
    return Span(telling.sentence.start, min(end, telling.sentence.end + 400))


def _acting(telling: _Telling, listed_to: int) -> Body | None:
    """The body before the verb; in 'Qua giám sát A, B nhận thấy' the one behind the units."""
    at, report, sentence = telling.word.start(), telling.report, telling.sentence
    if beside := subject_beside(report, telling.clause.start, at):
        return beside
    before = subject_in(report, telling.clause.start, at) or subject_in(report, sentence.start, at)
    if before or telling.subject:
        return before
    return subject_in(report, listed_to, sentence.end) or report.speaker


def _mode_and_status(telling: _Telling, delegation: re.Match[str] | None) -> tuple[str, str]:
    """The mode, empty where the word only names a duty, and whether it was held.

    Planned or ordered.
    """
    word, text, sentence = telling.word, telling.report.text, telling.sentence
    status = status_of(text, sentence, word.start(), held=delegation is not None)
    if telling.report.is_plan:
        status = "planned"
    if word["discipline"]:
        return "xem xét kỷ luật", status
    if word["visit"]:
        words = text[sentence.start : sentence.end]
        return (mode_of_delegation(delegation, words) if delegation else ""), status
    if ANNOUNCED.search(telling.left):
        return mode_of(word["mode"]), "ordered"
    if not is_verb(text, telling.clause, word):
        return "", status
    return mode_of(word["mode"]), status


def _of_delegation(telling: _Telling, delegation: re.Match[str], told: Inspection) -> Inspection:
    """The inspection with what its delegation adds.

    Who sent it, who leads it and takes part, its mandate.
    """
    report, index, sentence = telling.report, telling.index, telling.sentence
    end = min(sentence.end, delegation.end() + 220)
    sent = sender(report.text, delegation, end, report.home)
    whole = around(report, index, sentence)
    led = leader(report.text, whole, report.people)
    inspector = (
        (sent[0] if sent else None)
        or report.usual_sender
        or issuer_of_mandate(report, index, sentence)
        or body_of_leader(led)
        or told.inspector
    )
    behind = mandate(report.text, report.near(sentence), report.paragraphs, index, sentence)
    return replace(
        told,
        span=sentence,
        inspector=inspector,
        leader=led,
        members=tuple(participants(report, index, sentence, inspector)),
        mandate=tuple(instrument for instrument in behind if instrument not in told.about),
    )


def _inspected(listed: Sequence[Body], told: Inspection) -> tuple[Body, ...]:
    """The units without the inspector and those who take part."""
    others = {body.iri for body in told.members}
    if told.inspector:
        others.add(told.inspector.iri)
    return tuple(unit for unit in listed if unit.iri not in others)


def _indent(text: str, clause: Span) -> int:
    words = text[clause.start : clause.end]
    return len(words) - len(words.lstrip())


def _is_told(
    listed: Sequence[Body], delegation: bool, stated: Period | None, subject: Body | None
) -> bool:
    """A named unit makes it an inspection; so does a delegation with its day."""
    named = [u for u in listed if u.place or u.type or re.search(rf"[{UPPER}]", u.name)]
    if delegation:
        return bool(named) or (stated is not None and stated.daily)
    return bool(named) and (subject is not None or stated is not None)
