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
from loaders.register_owners import Setting, place_slug
from loaders.registers import register_key
from loaders.treatments import treatments
from loaders.view import View, view
from ontology import iris


@dataclass(frozen=True, slots=True)
class Cited:
    """A text seen, with its own identity and its citations; spans are of the view.

    Its home is looked for when first asked for: what central bodies issue means the same anywhere.
    """

    seen: View
    running: tuple[Span, ...]
    about: Page
    published: str | None
    home: Callable[[], places.Home]
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

    @cache
    def home() -> places.Home:
        return places.home(text, published, source.title or about.title)

    @cache
    def body_of(name: str) -> Body | None:
        known = canonical(name)
        # A ministry that no list has is a name cut off by a page break or a table.
        if known.startswith("Bộ ") and not is_listed(known):
            return None
        return bodies.central(known) or bodies.resolve(known, home(), published)

    def home_slug(level: str) -> str | None:
        unit = home().at(level)
        return place_slug(unit) if unit else None

    head = header(text, source.text if seen.origin is None else text, body_of)
    date = (head.date if head else None) or (published[:10] if published else None)
    setting = Setting(date, home_slug)
    own = _own(head, source, setting, body_of)
    found = find_citations(text)
    portal = portal_page(text, found, is_text=head is not None)
    found = portal.citations if portal.own else found
    meant = resolved(found, treatments(text, found), text, source, setting, own, body_of)
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
    head: Header | None, source: SourceText, setting: Setting, body_of: Callable[[str], Body | None]
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
        whole.iri if whole else iris.part(source.id, "ref", head.span.start),
        head.kind,
        head.number,
        head.date,
        head.issuer,
        head.title,
        head.signer,
        head.span,
        head.letterhead,
        head.signature,
        head.kind_printed,
    )
