"""What a text is and what it cites: the ground that all other layers stand on."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from loaders import bodies, places
from loaders.antecedents import resolved
from loaders.citations import find_citations
from loaders.codified import of_origin
from loaders.headers import Header, header
from loaders.issuers import canonical, is_listed
from loaders.model import Body, Citation, SelfIdentity, SourceText, Span
from loaders.page import Page, page
from loaders.portal import PortalPage, portal_page
from loaders.registers import Setting, place_slug, register_key
from loaders.treatments import treatments
from loaders.view import View, view
from ontology import iris


@dataclass(frozen=True, slots=True)
class Cited:
    """A text seen, with its home, its own identity and its citations; spans are of the view."""

    seen: View
    running: tuple[Span, ...]
    about: Page
    published: str | None
    home: places.Home
    body_of: Callable[[str], Body | None]
    head: Header | None
    own: SelfIdentity | None
    portal: PortalPage
    citations: tuple[Citation, ...]


def cited(source: SourceText) -> Cited:
    """The text as it is seen, what it is and every instrument that it cites, resolved."""
    seen = view(source.text)
    text = seen.text
    running = () if seen.origin is not None else source.furniture
    about = page(text, running)
    published = source.published or about.published
    home = places.home(text, published, source.title or about.title)

    @cache
    def body_of(name: str) -> Body | None:
        known = canonical(name)
        # A ministry that no list has is a name cut off by a page break or a table.
        if known.startswith("Bộ ") and not is_listed(known):
            return None
        return bodies.resolve(known, home, published)

    head = header(text, source.text if seen.origin is None else text, body_of)
    date = (head.date if head else None) or (published[:10] if published else None)
    homes = ((level, home.at(level)) for level in ("tỉnh", "huyện", "xã"))
    setting = Setting(date, tuple((level, place_slug(unit)) for level, unit in homes if unit))
    own = _own(head, source.id, setting, body_of)
    found = find_citations(text)
    portal = portal_page(text, found, is_text=head is not None)
    found = portal.citations if portal.own else found
    meant = resolved(found, treatments(text, found), text, source.id, setting, own, body_of)
    return Cited(
        seen,
        running,
        about,
        published,
        home,
        body_of,
        head,
        own,
        portal,
        of_origin(text, meant),
    )


def _own(
    head: Header | None, source_id: str, setting: Setting, body_of: Callable[[str], Body | None]
) -> SelfIdentity | None:
    """The header with the IRI of the instrument that the text is, an open one where unsure."""
    if head is None:
        return None
    mention = Citation(
        head.span,
        head.span,
        head.number or "",
        head.kind,
        head.number,
        head.date,
        head.issuer,
        None,
        True,
    )
    key = register_key(mention, setting, body_of)
    whole = key.instrument if key else None
    return SelfIdentity(
        whole.iri if whole else iris.part(source_id, "ref", head.span.start),
        head.kind,
        head.number,
        head.date,
        head.issuer,
        head.title,
        head.signer,
        head.span,
        head.letterhead,
        head.signature,
    )
