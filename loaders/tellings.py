"""One inspection told by one word of a sentence: who inspects whom, when, on what."""

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.agents import named_agent, speaker_behind, subject_beside, subject_in
from loaders.delegated import (
    Telling,
    indent,
    is_told,
    may_be_told,
    of_delegation,
    without_others,
)
from loaders.delegations import leader
from loaders.fuller_names import completed, whole_agent
from loaders.held import period_beside, period_of
from loaders.inspected import (
    is_named,
    passive,
    topic_of,
)
from loaders.looked_at import object_instruments, objects_before, objects_of_mandate
from loaders.mandates import mandate
from loaders.model import Body, Inspection, Span
from loaders.moods import is_to_come, mode_and_status
from loaders.passages import sentences
from loaders.periods import Period
from loaders.retold import same_body
from loaders.schedules import Terms, terms_of
from loaders.statuses import is_cancelled, is_concluded
from loaders.teams import (
    delegation_in,
    participants,
)
from loaders.whom import units_and_agent
from loaders.wording import form_of, mode_of, words_in


def told(telling: Telling) -> Inspection | None:
    """A single inspection: someone inspects a named unit, or a delegation works with it."""
    report, sentence, clause, word = telling.report, telling.sentence, telling.clause, telling.word
    if is_cancelled(report.text, clause):
        return None
    delegation = delegation_in(report, sentence, word)
    turned = passive(report, clause, word.start())
    mode, status, use = mode_and_status(telling, delegation, turned is not None)
    if not mode:
        return None
    listed, end, agent = units_and_agent(telling, use, turned, delegation is not None)
    terms = terms_of(report, telling.index, sentence) if report.is_plan else Terms()
    if not may_be_told(telling, listed or terms.units, delegation, use):
        return None
    stated = _period(telling, delegation is not None) if terms.period is None else terms.period
    agent = agent or named_agent(report, clause, word)
    acting = agent or (None if delegation or turned or use == "label" else _acting(telling, end))
    known = _known(telling, None if acting in listed else acting, terms, use, stated)
    listed = listed or terms.units
    if not is_told(telling, listed, delegation, stated, known, use):
        return None
    told = Inspection(
        iri="",
        span=Span(clause.start + indent(report.text, clause), max(end, clause.end)),
        mode=mode,
        form=_form(telling, mode if delegation else ""),
        status=status,
        start=stated.start if stated else None,
        end=stated.end if stated else None,
        count=1,
        inspector=known,
        leader=leader(report.text, _paragraph_rest(telling, use), report.people),
        about=_about(telling),
        topic=topic_of(report.text, word.end(), clause.end),
    )
    told = of_delegation(telling, delegation, told) if delegation else _of_body(telling, told)
    told = replace(told, members=told.members or terms.joining)
    units = _units(telling, told, listed)
    if listed and not any(map(is_named, units)) and not (delegation and stated):
        return None
    told = replace(told, units=units, about=told.about or _about_by_mandate(telling, told))
    return replace(told, status="planned") if is_to_come(telling, told) else told


def _form(telling: Telling, mode: str) -> str | None:
    """The form by the words of the clause, or by the mode of the delegation that is at work."""
    clause = telling.clause
    return form_of(telling.report.text[clause.start : clause.end], "giám sát" in mode)


def _units(telling: Telling, told: Inspection, listed: Sequence[Body]) -> tuple[Body, ...]:
    """The units under their whole names, without those that inspect or take part."""
    whole = [completed(unit, told.inspector, telling.report.home) for unit in listed]
    return without_others(whole, told)


def _about_by_mandate(telling: Telling, told: Inspection) -> tuple[str, ...]:
    """What is looked at by the title of the paper that it is held under."""
    return objects_of_mandate(
        telling.report.text, telling.report.near(telling.sentence), told.mandate
    )


def _known(
    telling: Telling, acting: Body | None, terms: Terms, use: str, stated: Period | None
) -> Body | None:
    """Who inspects by all that is known; what is inspected ('Chi bộ khu phố 2: ...') is nobody."""
    report = telling.report
    # 'Kết quả giám sát đối với A' as the title of a report: its issuer has held it.
    titled = report.is_account and report.is_title(report.paragraphs[telling.index])
    hosted = use != "event" or stated is not None or titled
    known = acting or telling.subject or (report.host if hosted else None)
    return whole_agent(terms.lead or known, report)


def _of_body(telling: Telling, told: Inspection) -> Inspection:
    """The inspection of a body without a delegation, with who takes part and its mandate."""
    report, index, sentence = telling.report, telling.index, telling.sentence
    # what a letter or a notice carries out is not behind the inspections that it announces
    ahead = told.status != "held" and not (report.is_plan or report.sets_up)
    own = not (report.is_summary or ahead) and (
        report.host is None or told.inspector is None or same_body(report.host, told.inspector)
    )
    near = report.near(sentence)
    behind = mandate(
        report.text, near, report.paragraphs, index, sentence, above=own, bases=not report.sets_up
    )
    if not behind and report.is_account and _BY_LABEL.match(report.text, sentence.start):
        # a line of minutes, whose basis stands at the head
        behind = report.opening_mandate
    rest = Span(telling.clause.end, sentence.end)
    # Behind a semicolon another clause tells of another inspection.
    alone = report.text.startswith(";", rest.start) and any(
        word["mode"] and not _JOINS.search(report.text, rest.start, word.start())
        for word in words_in(report.text, rest)
    )
    stretch = telling.clause if alone else sentence
    return replace(
        told,
        members=tuple(participants(report, index, stretch, told.inspector, alone)),
        mandate=tuple(instrument for instrument in behind if instrument not in told.about),
    )


# '; tham gia giám sát có đại diện ...': that is no other inspection.
_JOINS = re.compile(r";\s*(?:cùng\s+)?(?:tham\s+gia|tham\s+dự|dự)\s+\Z")
_BY_LABEL = re.compile(
    r"\W{0,4}(?:\w{1,4}[.)]\s*)?(?:Đơn\s+vị|Đối\s+tượng|Nơi)\s+(?:được\s+)?\w+\s+\w+\s*:"
)


def _period(telling: Telling, delegated: bool) -> Period | None:
    """When it was held; of a matter of discipline, else, when the session was."""
    report, word, sentence = telling.report, telling.word, telling.sentence
    if is_concluded(report.text, telling.clause, word):
        return None
    stated = period_of(report, sentence, telling.clause, word.start())
    if stated is None and word["discipline"]:
        return report.session
    if stated and (stated.daily or not delegated):
        return stated
    beside = period_beside(report, telling.index, sentence)
    return beside or stated or report.minuted or report.ordered_time


_CONTENT = re.compile(r"\s*[Nn]ội\s+dung(?:\s+\S+){0,4}?\s+(?:là|:|gồm|tập\s+trung)\s")


def _about(telling: Telling) -> tuple[str, ...]:
    """The instruments whose carrying-out is looked at: behind the word, or told right below.

    'Nội dung giám sát là việc thực hiện Quy định ...'; under a heading its first sentence, where
    that takes the word up: '3. Kết quả giám sát đối với A' / 'Qua giám sát việc thực hiện ...'.
    """
    report, word, clause = telling.report, telling.word, telling.clause
    text, near = report.text, report.near(telling.sentence)
    own = object_instruments(text, near, Span(word.end(), _goes_on_to(telling)))
    if own := own or objects_before(text, near, Span(clause.start, word.start())):
        return own
    end = report.paragraphs[telling.index].end
    if content := _CONTENT.match(text, telling.sentence.end, end):
        stop = text.find(". ", content.end(), end)
        return object_instruments(text, near, Span(content.end(), stop if stop >= 0 else end))
    below = report.paragraphs[telling.index + 1 : telling.index + 2]
    if not below or text[end - 1] in ".;:,":
        return ()
    for sentence in sentences(text, below[0])[:1]:
        for again in words_in(text, sentence):
            if again["mode"] and mode_of(again["mode"]) == mode_of(word["mode"] or ""):
                return object_instruments(text, near, Span(again.end(), sentence.end))
    return ()


# 'kiểm tra ... việc thực hiện Nghị quyết A; việc chấp hành Quy định B'
_FURTHER_MATTER = re.compile(r";\s*(?:về\s+)?(?:việc|công\s+tác)\s[^;]*")


def _goes_on_to(telling: Telling) -> int:
    """Where the matters end that one inspection looks at."""
    end = telling.clause.end
    while further := _FURTHER_MATTER.match(telling.report.text, end, telling.sentence.end):
        end = further.end()
    return end


def _paragraph_rest(telling: Telling, use: str) -> Span:
    """The sentence and what follows in its paragraph: 'Đồng chí A chủ trì cuộc giám sát.'.

    For a label also what stands before: '... bà A làm Trưởng đoàn. Đối tượng thanh tra: ...'.
    """
    paragraph = telling.report.paragraphs[telling.index]
    start = paragraph.start if use == "label" else telling.sentence.start
    return Span(start, min(paragraph.end, telling.sentence.end + 400))


def _acting(telling: Telling, listed_to: int) -> Body | None:
    """The body before the verb; in 'Qua giám sát A, B nhận thấy' the one behind the units."""
    at, report, sentence = telling.word.start(), telling.report, telling.sentence
    if beside := subject_beside(report, telling.clause.start, at):
        return beside
    before = subject_in(report, telling.clause.start, at) or subject_in(report, sentence.start, at)
    if before or telling.subject:
        return before
    return speaker_behind(report, listed_to, sentence.end) or report.host
