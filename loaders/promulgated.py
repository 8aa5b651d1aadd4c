"""Who issued a cited paper, by its sentence: 'UBND huyện đã ban hành Kế hoạch số 92'."""

import re
from dataclasses import replace

from loaders.bodies import body_at
from loaders.model import Body, Citation, Reading, Span
from loaders.organisations import begins
from loaders.places import Home
from loaders.unit_names import is_unit

_ISSUES = re.compile(
    r"\s+(?:đã\s+|vừa\s+|cũng\s+|kịp\s+thời\s+|chủ\s+động\s+|tiếp\s+tục\s+)*(?:ban\s+hành|ra|ký\s+ban\s+hành)\s+(?:các\s+)?\Z"
)
_FAR = 160
_NEW_SENTENCE = re.compile(r"[.;:]\s|\n")


def with_issuers(reading: Reading, text: str, home: Home) -> Reading:
    """The reading, each paper that names no issuer with the body that a sentence says issued it."""
    told = {
        index: issued
        for index, citation in enumerate(reading.citations)
        if not (citation.issuer or citation.issuer_body or citation.self_reference)
        and (issued := _issuer(text, citation, home))
    }
    if not told:
        return reading
    cited = list(reading.citations)
    issuers: dict[str | None, Body] = {}
    for index, (body, start) in told.items():
        said = Span(start, cited[index].span.end)
        cited[index] = cited[index]._replace(issuer_body=body, issued_at=said)
        issuers.setdefault(cited[index].instrument, body)
    known = tuple(
        replace(each, issuer=issuer.printed, issuer_body=issuer.iri)
        if each.issuer is None and (issuer := issuers.get(each.iri))
        else each
        for each in reading.instruments
    )
    return replace(reading, citations=tuple(cited), instruments=known)


def _issuer(text: str, citation: Citation, home: Home) -> tuple[Body, int] | None:
    """The body that stands before the verb of issuing, and where it begins."""
    low = max(0, citation.span.start - _FAR)
    verb = _ISSUES.search(text, max(low, citation.span.start - 48), citation.span.start)
    if verb is None or (citation.number or "").endswith("/TW"):
        return None
    for mark in _NEW_SENTENCE.finditer(text, low, verb.start()):
        low = mark.end()
    at = low
    while match := begins(text, at, verb.start()):
        found = body_at(text, match.start(), verb.start(), home, institutions=False)
        if found and found[1] == verb.start():
            return (found[0], match.start()) if _is_certain(found[0]) else None
        at = max(match.end(), found[1] if found else 0)
    return None


_NO_NAME = re.compile(r"(?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn)\Z")


def _is_certain(body: Body) -> bool:
    """Whether a name tells one certain body: 'Đảng ủy phường' does not."""
    return is_unit(body) and (body.place is not None or not _NO_NAME.search(body.name))
