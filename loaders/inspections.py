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

from loaders.agents import named_agent, subject_beside, subject_in
from loaders.clauses import clause_of
from loaders.delegations import head_listed, leader, sender
from loaders.held import period_beside, period_of
from loaders.inspected import (
    completed,
    decided_on,
    hosts,
    is_named,
    listed_below,
    owners,
    passive,
    topic_of,
    units_before,
    units_of,
)
from loaders.mandates import mandate, object_instruments
from loaders.model import Body, Citation, Inspection, Person, SelfIdentity, Span
from loaders.occasions import (
    Occasion,
    around,
    body_of_leader,
    delegation_in,
    issuer_of_mandate,
    participants,
)
from loaders.passages import Spans, folded, paragraphs, sentences
from loaders.periods import Period, first_year
from loaders.places import Home
from loaders.retold import distinct, same_object
from loaders.wording import (
    ANNOUNCED,
    COUNT_AFTER,
    COUNT_BEFORE,
    LEFT,
    RELEVANT,
    form_of,
    is_cancelled,
    is_concluded,
    mode_of,
    mode_of_delegation,
    status_of,
    use_of,
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
    own: SelfIdentity | None = None,
    issuer: Body | None = None,
) -> tuple[Inspection, ...]:
    """Every inspection that the text reports, plans or orders, each once, in reading order."""
    seen = folded(text)
    if not RELEVANT.search(seen):
        return ()
    report = Occasion(
        seen,
        source_id,
        tuple(citations),
        home,
        published or home.date or first_year(seen),
        tuple(people),
        paragraphs(seen),
        own.kind if own else None,
        issuer,
    )
    barred = Spans(skip)
    found: list[Inspection] = []
    titles: list[Inspection] = []
    for index, paragraph in enumerate(report.paragraphs):
        if not barred.overlaps(paragraph.start, paragraph.end) and RELEVANT.search(
            seen, paragraph.start, paragraph.end
        ):
            told = titles if report.is_title(paragraph) else found
            told.extend(_of_paragraph(report, index))
    whole = distinct(same_object([*found, *_untold(titles, found)], seen))
    return _led(whole, report)


def _untold(titles: Sequence[Inspection], found: Sequence[Inspection]) -> list[Inspection]:
    """What only the title tells: it announces what the text tells, in fewer words."""
    return [] if any(each.count == 1 for each in found) else list(titles)


def _led(found: tuple[Inspection, ...], report: Occasion) -> tuple[Inspection, ...]:
    """A minute or a decision lists its delegation apart from what it does.

    Its one inspection takes that head, and those who take part.
    """
    if len(found) != 1 or found[0].count != 1:
        return found
    (only,) = found
    return (
        replace(
            only,
            leader=only.leader or head_listed(report.text, report.people),
            members=only.members or report.listed_members(only),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Telling:
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


_MEANWHILE = re.compile(
    r"(?:Cùng|Trong|Cũng trong)\s+(?:thời\s+gian|ngày|đợt)\s+(?:này|đó|trên)|Cùng\s+ngày"
)
_SAME_DAY = re.compile(r"cùng\s+ngày|cùng\s+buổi|ngay\s+sau\s+đó")


def _of_paragraph(report: Occasion, index: int) -> Iterator[Inspection]:
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
    report: Occasion, index: int, sentence: Span, subject: Body | None
) -> list[Inspection]:
    """The tellings of a sentence; words of one clause tell of one inspection of a mode."""
    told: list[tuple[int, Inspection]] = []
    words = list(islice(words_in(report.text, sentence), _WORDS_READ))
    for word in words:
        clause = clause_of(report, sentence, word, words)
        telling = _Telling(report, index, sentence, clause, word, subject)
        if counted := _counted(telling):
            told.append((-1, counted))
        elif found := _told(telling):
            _add(told, clause.start, found)
    return [inspection for _, inspection in told]


def _add(told: list[tuple[int, Inspection]], clause: int, found: Inspection) -> None:
    """Adds what a word tells, unless its clause has told it: more units join those told."""
    for index, (start, other) in enumerate(told):
        if start != clause:
            continue
        new = [unit for unit in found.units if unit not in other.units]
        if not new:
            return
        if found.mode == other.mode:
            units = tuple(dict.fromkeys((*other.units, *found.units)))
            told[index] = (clause, replace(other, units=units))
            return
    told.append((clause, found))


def _counted(telling: _Telling) -> Inspection | None:
    """A counted group: '02 cuộc giám sát ... tại ...', 'Huyện ủy kiểm tra, giám sát 16 cuộc'."""
    report, clause, word = telling.report, telling.clause, telling.word
    number = _number(telling) if word["mode"] else None
    if number is None:
        return None
    start, after = min(number.start("count"), word.start()), max(word.end(), number.end())
    listed, end = units_of(report, after, clause.end, whose=number.end() <= word.start())
    stated = period_of(report, telling.sentence, clause, start)
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
    if is_cancelled(report.text, clause):
        return None
    delegation = delegation_in(report, sentence, word)
    mode, status, use = _mode_and_status(telling, delegation)
    if not mode:
        return None
    listed, end, agent = _units_and_agent(telling, use, delegation is not None)
    stated = _period(telling, delegation is not None)
    agent = agent or named_agent(report, clause, word)
    acting = agent or (None if delegation else _acting(telling, end))
    known = acting or telling.subject or (report.host if use != "event" or stated else None)
    if not _is_told(listed, delegation is not None, stated, known, use):
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
        inspector=known,
        leader=leader(report.text, _paragraph_rest(telling), report.people)
        or (report.session_leader if word["discipline"] else None),
        about=object_instruments(report.text, report.near(sentence), Span(word.end(), clause.end)),
        topic=topic_of(report.text, word.end(), clause.end),
    )
    told = _of_delegation(telling, delegation, told) if delegation else _of_body(telling, told)
    whole = tuple(completed(unit, told.inspector, report.home) for unit in listed)
    return replace(told, units=_inspected(whole, told))


def _units_and_agent(
    telling: _Telling, use: str, delegated: bool
) -> tuple[tuple[Body, ...], int, Body | None]:
    """The units, where their list ends, and who inspects them where the clause is passive."""
    report, word, sentence = telling.report, telling.word, telling.sentence
    if word["host"]:
        return hosts(report, sentence, word.start()), word.end(), None
    turned = passive(report, telling.clause, word.start())
    if turned and turned.units:
        return turned.units, word.end(), turned.agent
    listed, end = units_of(report, word.end(), telling.clause.end, direct=True)
    if not listed:
        listed, end = listed_below(report, telling.index, sentence)
    if word["discipline"] and not listed:
        return *decided_on(report, word.end(), telling.index), None
    listed = listed or units_before(report, sentence, word.start())
    if not listed and (met := _receiving(telling)):
        return met, end, None
    if not listed and use == "verb" and not delegated and word["mode"]:
        listed, end = owners(report, word.end(), telling.clause.end)
    return listed, end, None


def _receiving(telling: _Telling) -> tuple[Body, ...]:
    """Who receives the delegation that inspects: 'A tiếp đoàn ... để giám sát suất ăn'."""
    for other in words_in(telling.report.text, telling.sentence):
        if other["host"] and other.start() < telling.word.start():
            return hosts(telling.report, telling.sentence, other.start())
    return ()


def _of_body(telling: _Telling, told: Inspection) -> Inspection:
    """The inspection of a body without a delegation, with who takes part and its mandate."""
    report, index, sentence = telling.report, telling.index, telling.sentence
    behind = mandate(report.text, report.near(sentence), report.paragraphs, index, sentence)
    return replace(
        told,
        members=tuple(participants(report, index, sentence, told.inspector)),
        mandate=tuple(instrument for instrument in behind if instrument not in told.about),
    )


def _period(telling: _Telling, delegated: bool) -> Period | None:
    """When it was held; of a matter of discipline, else, when the session was."""
    report, word, sentence = telling.report, telling.word, telling.sentence
    if is_concluded(report.text, telling.clause, word):
        return None
    stated = period_of(report, sentence, telling.clause, word.start())
    if stated is None and word["discipline"]:
        return report.session
    if stated and (stated.daily or not delegated):
        return stated
    return period_beside(report, telling.index, sentence) or stated


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


def _mode_and_status(
    telling: _Telling, delegation: re.Match[str] | None
) -> tuple[str, str, str]:
    """The mode, empty where the word only names a duty; whether it was held, planned or ordered.

    And how the word is used.
    """
    word, text, sentence = telling.word, telling.report.text, telling.sentence
    status = status_of(text, sentence, word.start(), held=delegation is not None)
    if telling.report.is_plan:
        status = "planned"
    elif telling.report.sets_up and status == "held":
        status = "ordered"
    if word["discipline"]:
        return "xem xét kỷ luật", status, "verb"
    if word["visit"] or word["motion"] or word["host"]:
        words = text[sentence.start : sentence.end]
        return (mode_of_delegation(delegation, words) if delegation else ""), status, "verb"
    if ANNOUNCED.search(telling.left):
        return mode_of(word["mode"]), "ordered", "verb"
    use = use_of(text, telling.clause, word)
    return (mode_of(word["mode"]) if use else ""), status, use


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
    listed: Sequence[Body], delegation: bool, stated: Period | None, known: Body | None, use: str
) -> bool:
    """A named unit makes it an inspection; so does a delegation with its day."""
    named = any(map(is_named, listed))
    if delegation:
        return named or (stated is not None and stated.daily and use == "verb")
    return named and (known is not None or stated is not None)
