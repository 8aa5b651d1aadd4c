"""Who may write: the bearers of a token. Without a token in the settings nobody may."""

import secrets

from flask import request

from web.desk import desk
from web.errors import Forbidden, Unauthorized

_NAMELESS = "token"


def writer() -> str:
    """The name of the token that came with the request; raises Forbidden or Unauthorized.

    The setting VANKIEN_TOKEN holds a token, or several apart by spaces, each with or without a
    name before a colon: `mai:Zx81 nam:Qq42`.
    """
    if not (desk().token or "").split():
        raise Forbidden(
            "Chỉ đọc: máy chủ này không nhận cập nhật (chưa đặt VANKIEN_TOKEN).",
            "Read only: this server takes no updates (VANKIEN_TOKEN is not set).",
        )
    scheme, _, sent = request.headers.get("Authorization", "").partition(" ")
    name = bearer(sent)
    if scheme.lower() != "bearer" or name is None:
        raise Unauthorized(
            "Cập nhật cần mã thông báo: Authorization: Bearer (VANKIEN_TOKEN).",
            "An update needs the token: Authorization: Bearer (VANKIEN_TOKEN).",
        )
    return name


def bearer(sent: str) -> str | None:
    """Whose token it is; None for one that does not count."""
    names = [_name(entry, sent.strip()) for entry in (desk().token or "").split()]
    return next(filter(None, names), None)


def _name(entry: str, sent: str) -> str | None:
    """Whose token was sent; all are compared, each in constant time."""
    name, _, token = entry.rpartition(":")
    whole = secrets.compare_digest(sent.encode(), entry.encode())
    part = secrets.compare_digest(sent.encode(), token.encode())
    return (name or _NAMELESS) if whole or part else None
