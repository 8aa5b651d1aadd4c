"""The tokens of a setting: several apart by spaces, each with or without a name before a colon."""

import secrets

_NAMELESS = "token"


def bearer_of(sent: str, setting: str | None) -> str | None:
    """Whose token was sent; None for one that does not count."""
    names = [_name(entry, sent.strip()) for entry in (setting or "").split()]
    return next(filter(None, names), None)


def _name(entry: str, sent: str) -> str | None:
    """Whose token it is; all are compared, each in constant time."""
    name, _, token = entry.rpartition(":")
    whole = secrets.compare_digest(sent.encode(), entry.encode())
    part = secrets.compare_digest(sent.encode(), token.encode())
    return (name or _NAMELESS) if whole or part else None
