"""What is shown of a long passage: the stretch around the words that were sought."""

from graph.folding import in_one

# So many letters.
_SNIPPET = 200


def snippet(content: str, sought: set[str]) -> str:
    """The stretch of a passage around the first words that were sought."""
    if len(content) <= _SNIPPET:
        return content
    pieces = content.split(" ")
    begins, place = [], 0
    for piece in pieces:
        begins.append(place)
        place += len(piece) + 1
    hit = [not sought.isdisjoint(in_one(piece)) for piece in pieces]
    # where the most of the words stand together
    best = max(range(len(pieces)), key=lambda n: (sum(hit[n : n + 12]) if hit[n] else 0, -n))
    begin = max(0, min(begins[best] - _SNIPPET // 4, len(content) - _SNIPPET))
    cut = content[begin : begin + _SNIPPET]
    # whole words only, apart from a word as long as the snippet
    if begin and " " in cut:
        cut = "… " + cut.partition(" ")[2]
    if begin + _SNIPPET < len(content) and " " in cut:
        cut = cut.rpartition(" ")[0] + " …"
    return cut
