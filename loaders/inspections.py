"""Inspections that a report tells of.

Delegations at work, counted groups, sessions that review, plans and orders.

'công tác giám sát', 'kế hoạch kiểm tra' and 'Ủy ban Kiểm tra' name a duty, a paper or a body and
tell of no inspection. The period inspected and those who take part are neither the period nor the
units of the inspection.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from loaders.afterwards import enacted, led_by_list, named_alike, sent, untold
from loaders.agents import subject_in
from loaders.clauses import clause_of
from loaders.counted import told_of
from loaders.counters import who_counts
from loaders.dates import first_year
from loaders.delegated import Telling, without_others
from loaders.fuller_names import whole_agent
from loaders.groups import Group, elliptic, group_of
from loaders.headed_work import COUNT_ALONE, actor_above, headed_groups
from loaders.model import Body, Citation, Inspection, Person, SelfIdentity, Span
from loaders.occasions import Occasion
from loaders.passages import Spans, folded, holding, lowered, paragraphs, sentences
from loaders.places import Home
from loaders.retold import distinct, labelled_units, same_object, toured
from loaders.tellings import told as told_by
from loaders.whom import is_one
from loaders.wording import RELEVANT, words_in
from ontology import iris

# No real sentence tells of more inspections; a table run together may name the word a thousand
# times.
_WORDS_READ = 24
# What stands beside a count that stands alone, in small letters.
_MAY_COUNT = re.compile(r"cuộc|đợt|với\s+\d|tại\s+\d")


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
        published or (own.date if own else None) or home.date or first_year(seen),
        tuple(people),
        paragraphs(seen),
        own.kind if own else None,
        issuer,
    )
    barred = Spans(skip)
    relevant = frozenset(holding(RELEVANT, seen, report.paragraphs))
    counting = frozenset(holding(_MAY_COUNT, lowered(seen), report.paragraphs))
    found, titles = list[Inspection](), list[Inspection]()
    for index, paragraph in enumerate(report.paragraphs):
        if (
            paragraph in relevant
            or (paragraph in counting and COUNT_ALONE.search(seen, *paragraph))
        ) and not barred.overlaps(*paragraph):
            told = titles if report.is_title(paragraph) else found
            told.extend(_of_paragraph(report, index))
    found = labelled_units(found, report)
    whole = toured(distinct(same_object([*found, *untold(titles, found)], seen), seen), seen)
    led = led_by_list(tuple(enacted(each, report) for each in whole), report)
    return named_alike(sent(led, report))


_MEANWHILE = re.compile(
    r"(?:Cùng|Trong|Cũng trong)\s+(?:thời\s+gian|ngày|đợt)\s+(?:này|đó|trên)|Cùng\s+ngày"
)
_SAME_DAY = re.compile(r"cùng\s+ngày|cùng\s+buổi|ngay\s+sau\s+đó")


def _of_paragraph(report: Occasion, index: int) -> Iterator[Inspection]:
    subject: Body | None = actor_above(report, index)
    latest: Inspection | None = None
    for sentence in sentences(report.text, report.paragraphs[index]):
        for found in _of_sentence(report, index, sentence, subject):
            told = found
            again = _MEANWHILE.match(report.text, sentence.start) or _SAME_DAY.search(
                report.text, told.span.start, told.span.end
            )
            if latest and not told.start and again:
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
    if len(words) > 1 and _LABEL_WORD.match(report.text, sentence.start, sentence.end):
        # '- Giám sát: Tháng 5/2026, giám sát ...': only the second tells
        del words[0]
    groups: list[tuple[Span, Group]] = []
    for word in words:
        clause = clause_of(report, sentence, word, words)
        telling = Telling(report, index, sentence, clause, word, subject)
        group = group_of(report, clause, word)
        if group and not is_one(telling, group):
            if not _is_counted(report, group, clause, groups):
                groups.append((clause, group))
        elif found := told_by(telling):
            _add(told, clause.start, found, word)
    if all(_is_name(report.text, word) for word in words if word["mode"]):
        groups += [(sentence, group) for group in headed_groups(report, index, sentence)]
    taken = [group.span for _, group in groups]
    groups += [(sentence, g) for g in elliptic(report, sentence, words, taken)]
    before: Body | None = None
    for clause, group in sorted(groups, key=lambda g: g[1].span):
        counted = told_of(report, index, sentence, clause, group, subject, before)
        before = counted.inspector
        by = whole_agent(counted.inspector, report)
        units = without_others(counted.units, counted)
        if by is None and counted.count is None and not units:
            # 'kiểm tra 30 công trình': neither who nor how often nor where
            continue
        if not units and _OPENS_WITH_THINGS.match(report.text, sentence.start, sentence.end):
            # 'Kiểm tra 15 công trình, phát hiện ...': in the course of another inspection
            continue
        told.append((-1, replace(counted, inspector=by, units=units)))
    return [inspection for _, inspection in sorted(told, key=lambda t: t[1].span)]


_LABEL_WORD = re.compile(
    r"\W{0,4}(?:\w{1,2}[.)]\s*)?(?:Giám\s+sát|Kiểm\s+tra|Thanh\s+tra|Khảo\s+sát)\s*:"
)
_OPENS_WITH_THINGS = re.compile(
    r"(?:Kiểm|Thanh|Qua\s+kiểm)\s+tra\s+\d+\s+(?:dự\s+án|công\s+trình|vụ\s+việc|hồ\s+sơ)[^.;]*?(?:,|thấy)\s"
)


def _is_name(text: str, word: re.Match[str]) -> bool:
    """'Ủy ban Kiểm tra Huyện ủy': the word is a part of a body's name."""
    return text[max(0, word.start() - 4) : word.start()].lower() in ("ban ", "ban\n")


def _last_day(one: Inspection, other: Inspection) -> str | None:
    """'Ngày 11-11 tại A; ngày 12-11 làm việc với B': one inspection of two days."""
    days = [d for d in (one.end, other.end) if d and len(d) == 10]
    return max(days) if len(days) == 2 else one.end


def _is_counted(
    report: Occasion, group: Group, clause: Span, groups: Sequence[tuple[Span, Group]]
) -> bool:
    """Whether a group only says where those counted before it were held.

    '05 đoàn giám sát của A đã giám sát tại 18 huyện'.
    """
    return group.number is None and any(
        before == clause
        and other.number is not None
        and other.mode == group.mode
        and not _names_another(report, other.span.end, group.agent_to)
        for before, other in groups
    )


def _names_another(report: Occasion, start: int, end: int) -> bool:
    """Whether between two counts stands a body that acts; 'của A' says whose the first was."""
    found = who_counts(report, start, end)
    return found is not None and report.text[start : found[1]].strip() != "của"


# 'Đoàn giám sát làm việc với A và khảo sát thực tế tại B': a part of what it was sent for.
_ALONG = re.compile(r"(?<=và\s)khảo\s+sát\s+thực\s+tế\s")


def _goes_along(word: re.Match[str]) -> bool:
    return _ALONG.match(word.string, word.start()) is not None


def _add(
    told: list[tuple[int, Inspection]], clause: int, found: Inspection, word: re.Match[str]
) -> None:
    """Adds what a word tells, unless its clause has told it: more units join those told."""
    for index, (start, other) in enumerate(told):
        if start != clause:
            continue
        new = [unit for unit in found.units if unit not in other.units]
        if not new:
            return
        if found.mode == other.mode or _goes_along(word):
            units = tuple(dict.fromkeys((*other.units, *found.units)))
            about = tuple(dict.fromkeys((*other.about, *found.about)))
            end = _last_day(other, found)
            told[index] = (clause, replace(other, units=units, about=about, end=end))
            return
    if any(other.span.start == found.span.start for _, other in told):
        found = replace(found, span=Span(word.start(), max(found.span.end, word.end())))
    told.append((clause, found))
