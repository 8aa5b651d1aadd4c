"""Who may write: the bearers of a token. Without a token in the settings nobody may."""

from flask import request

from web.desk import desk
from web.problems import Forbidden, Unauthorized
from web.tokens import bearer_of


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
    return bearer_of(sent, desk().token)
