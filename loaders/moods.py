"""How a telling uses its word: of an inspection held, planned or ordered, or of the mere duty."""

import re

from loaders.delegated import Telling
from loaders.model import Inspection
from loaders.statuses import status_of
from loaders.teams import (
    Team,
)
from loaders.uses import use_of
from loaders.wording import ANNOUNCED, mode_of, mode_of_delegation

# 'Quảng Ngãi, ngày 12 tháng 10 năm 2022' in the head of a text, on a line of its own.
_DATELINE = re.compile(
    r"^[^\n.;]{0,60},[ \t]*ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\W*$", re.M
)


def begins_after(text: str, start: str) -> bool:
    """Whether a time begins after the day that the head of the text is dated."""
    dated = _DATELINE.search(text, 0, 1800)
    return dated is not None and start > f"{dated[3]}-{dated[2]:0>2}-{dated[1]:0>2}"[: len(start)]


def is_to_come(telling: Telling, told: Inspection) -> bool:
    """Whether it ends after the text was written ('trong quý IV thanh tra UBND huyện A')."""
    dated = _DATELINE.search(telling.report.text, 0, 1800) if told.status == "held" else None
    if not dated or not told.end or re.search(r"đã\s+(?:\S+\s+){0,3}\Z", telling.left):
        return False
    written = f"{dated[3]}-{dated[2]:0>2}-{dated[1]:0>2}"
    return told.end > written[: len(told.end)]


_NOT_SO_FAR = re.compile(r"(?:chưa|không)\s+(?:đến\s+mức\s+)?(?:phải\s+)?\Z")


# 'Xét báo cáo kết quả thanh tra ngày 05/7 của Trưởng đoàn': the preamble of a conclusion.
_PREAMBLE = re.compile(r"\W{0,3}Xét\s+(?:các\s+)?(?:[Bb]áo\s+cáo|đề\s+nghị|[Tt]ờ\s+trình)\s")


def mode_and_status(
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
