"""The pattern of the territory that closes a name: 'tỉnh Yên Bái', 'huyện', 'phường 5'."""

from loaders.place_names import NAME


def spaced(pattern: str) -> str:
    """The pattern with each plain space as a short run of white space."""
    return pattern.replace(" ", r"\s{1,3}")


_LEVEL = (
    r"[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu"
)
NAMED = (
    rf"(?P<name>{NAME}|(?<=[Pp]hường\s)\d{{1,2}}|(?<=[Qq]uận\s)\d{{1,2}}|(?<=phố\s)\d{{1,2}}"
    r"|(?<=[Tt]hôn\s)\d{1,2}|(?<=[Ấấ]p\s)\d{1,2})"
)
TERRITORY = rf"(?: (?P<level>{_LEVEL})(?!\w)(?: {NAMED})?)"
# A party cell may be that of a hamlet.
CELL = TERRITORY.replace(
    "(?P<level>",
    "(?P<level>[Tt]hôn|[Bb]ản|[Tt]ổ dân phố|[Ấấ]p|[Bb]uôn|[Kk]hu (?:phố|dân cư)|[Xx]óm|[Kk]hóm|",
)
