"""Answers a page at a time: `?page=2&per-page=100`, with links to the pages around it."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import Response, request

from graph.questions import Answer
from web.problems import BadRequest

# What a page holds unless told otherwise, and at most.
_USUAL, MOST_ROWS = 100, 10_000


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of an answer, and where they stand in it."""

    answer: Answer
    number: int
    size: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are; an empty answer has one."""
        return max(1, -(-self.total // self.size))

    def link(self, response: Response) -> None:
        """Say where the pages around this one are (RFC 8288), and that there are more rows."""
        around = {"first": 1, "prev": self.number - 1, "next": self.number + 1, "last": self.pages}
        links = [
            f'<{_address(number)}>; rel="{name}"'
            for name, number in around.items()
            if 1 <= number <= self.pages
        ]
        response.headers["Link"] = ", ".join(links)
        response.headers["X-Total-Count"] = str(self.total)
        if self.pages > 1:
            response.headers["X-Truncated"] = f"page {self.number} of {self.pages}"


def paged(answer: Answer) -> Page | None:
    """The page of an answer that the request names; None where it wants all of it."""
    if not request.args.keys() & {"page", "per-page"}:
        return None
    number, size = _number("page", 1, 1_000_000), _number("per-page", _USUAL, MOST_ROWS)
    start = (number - 1) * size
    rows = answer.rows[start : start + size]
    return Page(replace(answer, rows=rows), number, size, len(answer.rows))


def _number(name: str, usual: int, most: int) -> int:
    # A field of a form that is left empty is the usual one.
    said = request.args.get(name) or str(usual)
    if not (said.isascii() and said.isdigit() and 1 <= int(said[:9]) <= most):
        raise BadRequest(
            f"{name} phải là số từ 1 đến {most}.", f"{name} must be a number from 1 to {most}."
        )
    return int(said)


def _address(number: int) -> str:
    return f"{request.base_url}?{urlencode({**request.args, 'page': number})}"
