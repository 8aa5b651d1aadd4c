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

from loaders.agents import subject_in
from loaders.clauses import clause_of
from loaders.counted import Group, elliptic, group_of, told_of
from loaders.counters import who_counts
from loaders.delegated import Telling, without_others
from loaders.fuller_names import whole_agent
from loaders.headed_work import COUNT_ALONE, actor_above, headed_groups
from loaders.mandates import object_instruments
from loaders.model import Body, Citation, Inspection, Person, SelfIdentity, Span
from loaders.occasions import Occasion
from loaders.passages import Spans, folded, paragraphs, sentences
from loaders.periods import first_year
from loaders.places import Home
from loaders.retold import distinct, labelled_units, same_object, toured
from loaders.teams import delegation_in
from loaders.tellings import is_one
from loaders.tellings import told as told_by
from loaders.uses import LABEL
from loaders.wording import RELEVANT, mode_of, words_in
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
        published or (own.date if own else None) or home.date or first_year(seen),
        tuple(people),
        paragraphs(seen),
        own.kind if own else None,
        issuer,
    )
    barred = Spans(skip)
    found: list[Inspection] = []
    titles: list[Inspection] = []
    for index, paragraph in enumerate(report.paragraphs):
        within = (seen, paragraph.start, paragraph.end)
        if not barred.overlaps(*within[1:]) and (
            RELEVANT.search(*within) or COUNT_ALONE.search(*within)
        ):
            told = titles if report.is_title(paragraph) else found
            told.extend(_of_paragraph(report, index))
    found = labelled_units(found, report)
    whole = toured(distinct(same_object([*found, *_untold(titles, found)], seen), seen), seen)
    led = _led(tuple(_enacted(each, report) for each in whole), report)
    return _named_alike(_sent(led, report))


def _named_alike(found: Sequence[Inspection]) -> tuple[Inspection, ...]:
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


def _sent(found: tuple[Inspection, ...], report: Occasion) -> tuple[Inspection, ...]:
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


def _enacted(told: Inspection, report: Occasion) -> Inspection:
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


def _untold(titles: Sequence[Inspection], found: Sequence[Inspection]) -> list[Inspection]:
    """What only the title tells: it announces what the text tells, in fewer words."""
    return [] if any(each.count == 1 and each.units for each in found) else list(titles)


def _led(found: tuple[Inspection, ...], report: Occasion) -> tuple[Inspection, ...]:
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
    whole = replace(
        first,
        leader=first.leader or (head if head not in others else None),
        members=first.members or report.listed_members(first),
        about=first.about or (report.subject if len(single) == 1 else ()),
    )
    return tuple(whole if each is first else each for each in found)


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
        if found.mode == other.mode:
            units = tuple(dict.fromkeys((*other.units, *found.units)))
            about = tuple(dict.fromkeys((*other.about, *found.about)))
            end = _last_day(other, found)
            told[index] = (clause, replace(other, units=units, about=about, end=end))
            return
    if any(other.span.start == found.span.start for _, other in told):
        found = replace(found, span=Span(word.start(), max(found.span.end, word.end())))
    told.append((clause, found))
