"""How answers travel: open to pages of other sites, and not sent again in vain."""

from zlib import crc32

from flask import Response, current_app, request

from graph.snapshots import Version

# Anyone's page may read: the data is public, and no cookie counts here.
OPEN = (
    ("access-control-allow-origin", "*"),
    ("access-control-allow-methods", "GET, HEAD, POST, PUT, DELETE, PATCH, OPTIONS"),
    ("access-control-allow-headers", "Accept, Authorization, Content-Type"),
    ("access-control-expose-headers", "ETag, Link, X-Truncated, X-Dataset-Version"),
    ("access-control-max-age", "86400"),
)
# Nothing from another host, no inline script and no inline style.
SECURE = (
    (
        "content-security-policy",
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
)


def opened(response: Response) -> Response:
    """The response, readable for pages of other sites."""
    response.headers.update(OPEN)
    response.vary.add("Accept")
    return response


def methods_of(rule: str) -> list[str]:
    """The methods that an address takes, without those of patterns that match it too."""
    alike = (each for each in current_app.url_map.iter_rules() if each.rule == rule)
    return sorted({method for each in alike for method in each.methods or ()})


def tag(version: Version, form: str) -> str:
    """The entity tag of an answer from a dataset version in some form."""
    return f"{version.number}-{version.hash[:16]}-{crc32(form.encode()):08x}"


def unchanged(version: Version, form: str) -> Response | None:
    """304 if the client has this address's answer from the version in this form."""
    entity = tag(version, form)
    if request.if_none_match.contains_weak(entity):
        response = Response(status=304)
        response.set_etag(entity)
        return response
    return None
