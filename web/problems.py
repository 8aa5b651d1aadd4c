"""The few things that can go wrong for a reader, as exceptions that say it.

Problem
├── NotFound          404  with near misses where there are any
├── BadRequest        400  with line and column where a query is at fault
├── Unauthorized      401  not without the token
├── Forbidden         403  not at all
├── Gone              410  a version that went when a source was purged
├── NotAcceptable     406  names what there is
├── TooSlow           408  the body did not come in time
├── TooLarge          413  a body beyond what is taken
├── Unsupported       415  a body of a type that is not read here
├── Crowded           429  too many wait; try again later
├── Elsewhere         502  a server that SERVICE asks did not answer
├── Overloaded        503  the time limit, no process to be had, or nothing loaded yet
└── Failed            500  the engine could not answer
"""

from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(eq=False)
class Problem(Exception):
    """Says what happened, where, and what to do; Vietnamese first."""

    vietnamese: str
    english: str
    line: int | None = None
    column: int | None = None
    near: tuple[tuple[str, str], ...] = field(default=())
    status = 500
    headers: ClassVar[tuple[tuple[str, str], ...]] = ()


class BadRequest(Problem):
    """The request cannot be read as it stands."""

    status = 400


class Unauthorized(Problem):
    """Writing needs a token, and none that counts was sent."""

    status = 401
    headers = (("WWW-Authenticate", 'Bearer realm="vankien"'),)


class Crowded(Problem):
    """Too many queries wait, of this client or of all."""

    status = 429
    headers = (("Retry-After", "5"),)


class Forbidden(Problem):
    """The dataset does not allow this."""

    status = 403


class NotFound(Problem):
    """No such thing here; `near` holds (address, label) of what comes close."""

    status = 404


class Gone(Problem):
    """It was here and will not come back."""

    status = 410


class NotAcceptable(Problem):
    """None of the formats asked for is among those that we have."""

    status = 406


class TooSlow(Problem):
    """The body did not come in time."""

    status = 408
    headers = (("Connection", "close"),)


class TooLarge(Problem):
    """The body is larger than what is taken."""

    status = 413
    headers = (("Connection", "close"),)


class Unsupported(Problem):
    """The body has a type that this address does not read."""

    status = 415


class Elsewhere(Problem):
    """Another server, which the query asks, did not answer as it should."""

    status = 502


class Overloaded(Problem):
    """The query met a limit, no process is to be had for it, or there is no store yet."""

    status = 503
    headers = (("Retry-After", "10"),)


class Failed(Problem):
    """The engine could not answer."""

    status = 500
