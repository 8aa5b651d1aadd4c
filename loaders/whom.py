"""Which units one telling names, and who inspects them where its clause is passive."""

import re

from loaders.delegated import Telling
from loaders.groups import Group
from loaders.inspected import (
    Inspected,
    hosts,
    is_named,
    owners,
    units_before,
    units_of,
)
from loaders.inspected_lists import decided_on, listed_below, named_next
from loaders.model import Body
from loaders.teams import (
    delegation_in,
)
from loaders.wording import words_in


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


def units_and_agent(
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
