"""How often each rule was right on the labelled texts: writes loaders/confidence.json.

A claim is right when the label at its place says the same. The confidence of a rule is the share
of right ones by the rule of succession, (right + 1) / (all + 2): three right out of three are no
certainty. What was measured fewer than five times gets none.

    python tools/measure_confidence.py [GOLD.gold.json ...]      default: all of tests/texts
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from loaders.confidence import FILE, key
from loaders.model import Citation, Reading
from loaders.readers import sources
from loaders.reading import read
from loaders.view import view

ROOT = Path(__file__).parent.parent
_LEAST = 5
_FIELDS = {
    "kind": "vk:kind",
    "number": "dcterms:identifier",
    "date": "dcterms:issued",
    "issuer": "vk:issuedBy",
}
Gold = dict[str, Any]
Verdict = tuple[str, bool]


def main(paths: list[Path]) -> None:
    """Measure on the labelled texts and write the table."""
    verdicts: dict[str, list[bool]] = defaultdict(list)
    for path in paths:
        gold = json.loads(path.read_text(encoding="utf-8"))
        (source,) = sources([str(path.parent / gold["text"])])
        for name, right in _verdicts(gold, read(source)):
            verdicts[name].append(right)
    table = {
        name: {"right": sum(each), "of": len(each), "confidence": _share(each)}
        for name, each in sorted(verdicts.items())
        if len(each) >= _LEAST
    }
    said = {
        "measured_on": f"{len(paths)} labelled texts under tests/texts",
        "measured_by": "tools/measure_confidence.py",
        "note": "the rules were written with most of these texts in sight: unseen ones do worse",
        "rules": table,
    }
    FILE.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for name, row in table.items():
        print(f"{row['right']:>4} of {row['of']:<4} {row['confidence']:.2f}  {name}")


def _share(verdicts: list[bool]) -> float:
    return round((sum(verdicts) + 1) / (len(verdicts) + 2), 2)


def _verdicts(gold: Gold, reading: Reading) -> Iterator[Verdict]:
    pairs = list(_pairs(gold, reading))
    meant = _meant(pairs)
    for citation, label in pairs:
        yield from _on_citation(citation, label, meant)
    own = gold.get("self")
    if reading.self and reading.self.instrument:
        meant[reading.self.instrument] = "self"
        yield key("vk:textOf"), own is not None
        for field, predicate in _FIELDS.items():
            if said := getattr(reading.self, field):
                yield key(predicate), _folded(said) == _folded((own or {}).get(field) or "")
    if "relations" in gold:
        yield from _on_relations(gold, reading, meant)


def _pairs(gold: Gold, reading: Reading) -> Iterator[tuple[Citation, Gold | None]]:
    """Each citation with its label, None for one that nobody labelled."""
    labels = gold.get("citations", [])
    doubtful = gold.get("unnumbered_mentions", []) + gold.get("optional_citations", [])
    for citation in reading.citations:
        own = [
            label
            for label in labels
            if citation.span.start <= label["core_start"] and label["core_end"] <= citation.span.end
        ]
        zone = any(
            z["start"] < citation.span.end and citation.span.start < z["end"] for z in doubtful
        )
        if citation.self_reference or (not own and zone):
            continue
        yield citation, own[0] if own else None


def _meant(pairs: list[tuple[Citation, Gold | None]]) -> dict[str, str]:
    """The label's name of each instrument, by majority over its mentions."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for citation, label in pairs:
        if citation.instrument and label:
            votes[citation.instrument][label["instrument"]] += 1
    return {iri: count.most_common(1)[0][0] for iri, count in votes.items()}


def _on_citation(
    citation: Citation, label: Gold | None, meant: dict[str, str]
) -> Iterator[Verdict]:
    """Whether what is stated of the cited instrument is so, of this instrument."""
    known = label is not None and label["instrument"] in ("?", meant.get(citation.instrument or ""))
    for field, predicate in _FIELDS.items():
        said = getattr(citation, field)
        if not said or (field == "issuer" and citation.issuer_body is None):
            continue
        written = (
            {label.get(field), (label.get("distributed") or {}).get(field)} if label else set()
        )
        right = _folded(said) in {_folded(each) for each in written if each}
        yield key(predicate, citation.rule), known and right


def _on_relations(gold: Gold, reading: Reading, meant: dict[str, str]) -> Iterator[Verdict]:
    labelled = {
        (
            each.get("s", each.get("subject", "self")),
            each.get("p", each.get("predicate")),
            each.get("o", each.get("object")),
        )
        for part in ("relations", "third_party_relations", "document_relations")
        for each in gold.get(part, [])
    }
    for relation in reading.relations:
        subject, object_ = (meant.get(i, i) for i in (relation.subject, relation.object))
        predicate = "vk:" + _camel(relation.predicate)
        yield key(predicate), (subject, relation.predicate, object_) in labelled


def _folded(value: str) -> str:
    """Case, spaces and the placement of tones folded away; a minister is the ministry."""
    words = " ".join(view(value).text.casefold().split()).strip(" .,;:")
    return words.replace("bộ trưởng bộ", "bộ")


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(word.capitalize() for word in rest)


if __name__ == "__main__":
    given = [Path(each) for each in sys.argv[1:]]
    main(given or sorted((ROOT / "tests" / "texts").rglob("*.gold.json")))
