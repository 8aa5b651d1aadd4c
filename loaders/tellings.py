"""One inspection told by one word of a sentence: who inspects whom, when, on what."""

import re
from dataclasses import replace

from loaders.agents import named_agent, speaker_behind, subject_beside, subject_in
from loaders.counted import Group
from loaders.delegated import Telling, indent, is_told, of_delegation, without_others
from loaders.delegations import leader
from loaders.fuller_names import completed, whole_agent
from loaders.held import period_beside, period_of
from loaders.inspected import (
    Inspected,
    hosts,
    is_named,
    owners,
    passive,
    topic_of,
    units_before,
    units_of,
)
from loaders.inspected_lists import decided_on, listed_below, named_next
from loaders.mandates import mandate, object_instruments, objects_before, objects_of_mandate
from loaders.model import Body, Inspection, Span
from loaders.passages import sentences
from loaders.periods import Period
from loaders.retold import same_body
from loaders.schedules import Terms, terms_of
from loaders.statuses import is_cancelled, is_concluded, status_of
from loaders.teams import (
    Team,
    delegation_in,
    participants,
)
from loaders.uses import use_of
from loaders.wording import ANNOUNCED, form_of, mode_of, mode_of_delegation, words_in


def told(telling: Telling) -> Inspection | None:
    """A single inspection: someone inspects a named unit, or a delegation works with it."""
    report, sentence, clause, word = telling.report, telling.sentence, telling.clause, telling.word
    if is_cancelled(report.text, clause):
        return None
    delegation = delegation_in(report, sentence, word)
    turned = passive(report, clause, word.start())
    mode, status, use = _mode_and_status(telling, delegation, turned is not None)
    if not mode:
        return None
    listed, end, agent = _units_and_agent(telling, use, turned, delegation is not None)
    terms = terms_of(report, telling.index, sentence) if report.is_plan else Terms()
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
        form=form_of(
            report.text[clause.start : clause.end], delegation is not None and "giám sát" in mode
        ),
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
    whole = tuple(completed(unit, told.inspector, report.home) for unit in listed)
    units = without_others(whole, told)
    if listed and not any(map(is_named, units)) and not (delegation and stated):
        return None
    if not told.about:
        near = report.near(sentence)
        told = replace(told, about=objects_of_mandate(report.text, near, told.mandate))
    return replace(told, units=units, status="planned" if _is_to_come(telling, told) else status)


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


# 'Quảng Ngãi, ngày 12 tháng 10 năm 2022' in the head of a text, on a line of its own.
_DATELINE = re.compile(
    r"^[^\n.;]{0,60},[ \t]*ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\W*$", re.M
)


def _is_to_come(telling: Telling, told: Inspection) -> bool:
    """Whether it ends after the text was written ('trong quý IV thanh tra UBND huyện A')."""
    dated = _DATELINE.search(telling.report.text, 0, 1800) if told.status == "held" else None
    if not dated or not told.end or re.search(r"đã\s+(?:\S+\s+){0,3}\Z", telling.left):
        return False
    written = f"{dated[3]}-{dated[2]:0>2}-{dated[1]:0>2}"
    return told.end > written[: len(told.end)]


def is_one(telling: Telling, group: Group) -> bool:
    """Whether a count of units is no group: a delegation is there, or every one is named.

    'khảo sát tại 03 xã (A, B, C)', but not 'kiểm tra 12 tổ chức đảng (A, B và 10 chi bộ)'.
    """
    if group.number is not None:
        return False
    report, clause = telling.report, telling.clause
    listed, end = units_of(report, telling.word.end(), clause.end, direct=True)
    counted = _HOW_MANY.search(report.text, group.span.start, group.behind)
    if counted and all(map(is_named, listed)) and len(listed) >= int(counted[1]) > 1:
        return True
    listed = listed or named_next(report, telling.index, max(end, clause.end))[0]
    teams = delegation_in(report, telling.sentence, telling.word)
    return teams is not None and any(map(is_named, listed))


_HOW_MANY = re.compile(
    r"\s(?:tại|ở)\s+(\d{1,2})\s(?:xã|phường|thị\s+trấn|huyện|thôn|đơn\s+vị|cơ\s+quan|cơ\s+sở)\D*\Z"
)


def _units_and_agent(
    telling: Telling, use: str, turned: Inspected | None, delegated: bool
) -> tuple[tuple[Body, ...], int, Body | None]:
    """The units, where their list ends, and who inspects them where the clause is passive."""
    report, word, sentence = telling.report, telling.word, telling.sentence
    if word["host"]:
        return hosts(report, sentence, word.start()), word.end(), None
    if turned:
        return turned.units, word.end(), turned.agent
    listed, end = units_of(report, word.end(), telling.clause.end, direct=True)
    if not listed:
        listed, end = listed_below(report, telling.index, sentence)
    if not listed and delegated:
        listed, end = named_next(report, telling.index, sentence.end)
    if word["discipline"] and not listed:
        return *decided_on(report, word.end(), telling.index), None
    listed = listed or units_before(report, sentence, word.start())
    if not listed and (met := _receiving(telling)):
        return met, end, None
    if not listed and use == "verb" and not delegated and word["mode"]:
        listed, end = owners(report, word.end(), telling.clause.end)
    if not listed and (own := _OWN_CELL.match(report.text, word.end(), telling.clause.end)):
        host = report.host
        listed = (host,) if host and host.name.startswith("Chi bộ") else ()
        end = own.end() if listed else end
    return listed, end, None


# 'Ủy ban Kiểm tra Đảng ủy xã giám sát chi bộ', in the report of the cell.
_OWN_CELL = re.compile(
    r"\s+(?:(?:chuyên\s+đề|trực\s+tiếp|đột\s+xuất|toàn\s+diện|thường\s+xuyên)\s+)?(?:đối\s+với\s+|tại\s+)?"
    r"[Cc]hi\s+bộ(?=\s*[,.;:]|\s*\Z|\s+(?:về|việc|trong|theo|từ|với|ngày|năm|quý)(?!\w))"
)


def _receiving(telling: Telling) -> tuple[Body, ...]:
    """Who receives the delegation that inspects: 'A tiếp đoàn ... để giám sát suất ăn'."""
    for other in words_in(telling.report.text, telling.sentence):
        if other["host"] and other.start() < telling.word.start():
            return hosts(telling.report, telling.sentence, other.start())
    return ()


def _of_body(telling: Telling, told: Inspection) -> Inspection:
    """The inspection of a body without a delegation, with who takes part and its mandate."""
    report, index, sentence = telling.report, telling.index, telling.sentence
    own = report.host is None or told.inspector is None or same_body(report.host, told.inspector)
    near = report.near(sentence)
    behind = mandate(report.text, near, report.paragraphs, index, sentence, above=own)
    if not behind and report.is_account and _BY_LABEL.match(report.text, sentence.start):
        # a line of minutes, whose basis stands at the head
        behind = report.opening_mandate
    rest = Span(telling.clause.end, sentence.end)
    # Behind a semicolon another clause tells of another inspection.
    alone = report.text.startswith(";", rest.start) and any(
        word["mode"] for word in words_in(report.text, rest)
    )
    stretch = telling.clause if alone else sentence
    return replace(
        told,
        members=tuple(participants(report, index, stretch, told.inspector, alone)),
        mandate=tuple(instrument for instrument in behind if instrument not in told.about),
    )


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
    return beside or stated or report.minuted


_CONTENT = re.compile(r"\s*[Nn]ội\s+dung(?:\s+\S+){0,4}?\s+(?:là|:|gồm|tập\s+trung)\s")


def _about(telling: Telling) -> tuple[str, ...]:
    """The instruments whose carrying-out is looked at: behind the word, or told right below.

    'Nội dung giám sát là việc thực hiện Quy định ...'; under a heading its first sentence, where
    that takes the word up: '3. Kết quả giám sát đối với A' / 'Qua giám sát việc thực hiện ...'.
    """
    report, word, clause = telling.report, telling.word, telling.clause
    text, near = report.text, report.near(telling.sentence)
    own = object_instruments(text, near, Span(word.end(), clause.end))
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


_NOT_SO_FAR = re.compile(r"(?:chưa|không)\s+(?:đến\s+mức\s+)?(?:phải\s+)?\Z")


# 'Xét báo cáo kết quả thanh tra ngày 05/7 của Trưởng đoàn': the preamble of a conclusion.
_PREAMBLE = re.compile(r"\W{0,3}Xét\s+(?:các\s+)?(?:[Bb]áo\s+cáo|đề\s+nghị|[Tt]ờ\s+trình)\s")


def _mode_and_status(
    telling: Telling, delegation: Team | None, turned: bool
) -> tuple[str, str, str]:
    """The mode, empty where the word only names a duty; whether it was held, planned or ordered.

    And how the word is used.
    """
    word, text, sentence = telling.word, telling.report.text, telling.sentence
    status = status_of(text, sentence, word.start(), held=delegation is not None)
    if telling.report.is_plan or telling.report.is_ahead(word.start()):
        status = "planned"
    elif telling.report.sets_up and status == "held":
        status = "ordered"
    if word["discipline"] and _NOT_SO_FAR.search(telling.left):
        return "", status, ""
    if word["discipline"]:
        decided = word[0].lower().startswith("quyết") and status == "ordered"
        return "xem xét kỷ luật", "held" if decided else status, "verb"
    if word["visit"] or word["motion"] or word["host"]:
        words = text[sentence.start : sentence.end]
        mode = mode_of_delegation(delegation.match, words) if delegation else ""
        return mode, status, "verb"
    if ANNOUNCED.search(telling.left):
        return mode_of(word["mode"]), "ordered", "verb"
    if _PREAMBLE.match(text, sentence.start, sentence.end):
        return "", status, ""
    use = "verb" if turned else use_of(text, telling.clause, word)
    return (mode_of(word["mode"]) if use else ""), status, use
