"""Makes ontology/laws.ttl, laws by number, name, date and effect, from two official sources.

Run by hand: `python tools/build_laws.py PHAPDIEN.tsv CONGBAO_FOLDER`. The codification's citation
lines give number, name and date; Official Gazette texts give names that stand before a number. A
name counts when a source prints it with one number; instruments.ttl is not repeated. A law is in
force from the day on which nine of ten of its lines agree: single articles may have their own.
"""

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ontology import authority, iris
from ontology.numbers import normalise, parse
from ontology.turtle import VK, instances

HEADER = """\
# Laws, codes and ordinances as official texts name them; made by tools/build_laws.py, not by hand.
@base <https://w3id.org/vankien/> .
@prefix vk: <https://w3id.org/vankien/ontology#> .
@prefix vkt: <https://w3id.org/vankien/concept/> .
@prefix kind: <https://w3id.org/vankien/kind/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
# 'của Luật 27/2004/QH11 Cạnh tranh ban hành ngày 03/12/2004'
# 'Luật số 25/2012/QH13 Thủ đô ngày 21/11/2012 của Quốc hội'
CODIFIED = re.compile(
    r"\b(?P<kind>Luật|Bộ luật|Pháp lệnh) (?:số )?(?P<number>\d+/\d{4}/(?:PL-)?(?:UBTV)?QH\d+) "
    r"(?:(?:Luật|Luât|Bộ [Ll]uật|Pháp lệnh) )?(?P<name>[^,\d][^\d]*?)(?: ban hành)? "
    r"ngày (?P<date>\d\d/\d\d/\d{4})(?: của| *$)"
)
GAZETTE = re.compile(
    r"(?<!Bộ )(?P<kind>Luật|Bộ luật|Pháp lệnh) (?P<name>[A-ZĐÀ-Ỹ][^.;:()\"“”\d]{2,110}?),? "
    r"số (?P<number>\d+/\d{4}/(?:PL-)?(?:UBTV)?QH\d+)"
)
# '(Điều 2 Nghị định số 12/2011/NĐ-CP, có hiệu lực thi hành kể từ ngày 26/03/2011)'
IN_FORCE = re.compile(r"có hiệu lực thi hành kể từ ngày (?P<d>\d\d)/(?P<m>\d\d)/(?P<y>\d{4})\)")
# '... số 41/2024/QH15 ngày 29 tháng 6 năm 2024, có hiệu lực từ ngày 01 tháng 7 năm 2025'
CONSOLIDATED = re.compile(
    r"(?P<number>\d+/\d{4}/(?:(?:PL-)?(?:UBTV)?QH\d+|NĐ-CP))(?:(?!\d+/\d{4}/|;|\.\s)[^“”]){0,400}?"
    r",? [cC]ó hiệu lực(?: thi hành)?(?: kể)? từ ngày (?P<d>\d\d?)(?: tháng |/)(?P<m>\d\d?)"
    r"(?: năm |/)(?P<y>\d{4})"
)
# Printed without the last word of its name ('Luật Chuyển đổi số 148/2025/QH15').
CUT = frozenset({"148/2025/QH15"})
NO_NAME = re.compile(r"[Ss]ửa đổi|bổ sung|có hiệu lực|hiệu lực thi hành|Luật |Căn cứ|\bvà Nghị")


@dataclass(frozen=True, slots=True)
class Found:
    """One place where a source names a law."""

    kind: str
    number: str
    name: str
    date: str | None
    source: str


def codified(table: Path) -> Iterator[Found]:
    """What the citation lines of the codification say."""
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if match := CODIFIED.search(row["string"]):
                day, month, year = match["date"].split("/")
                yield Found(
                    *match.group("kind", "number", "name"), f"{year}-{month}-{day}", "Bộ Pháp điển"
                )


def gazetted(folder: Path) -> Iterator[Found]:
    """What the preambles of Official Gazette texts say."""
    for path in sorted(folder.rglob("*.txt")):
        text = re.sub(r"\s+", " ", path.read_text(encoding="utf-8"))
        for match in GAZETTE.finditer(text):
            yield Found(*match.group("kind", "number", "name"), None, "Công báo")


def effects(table: Path, folder: Path) -> dict[str, tuple[str, str]]:
    """The day from which each instrument is in force, and the source that says so."""
    days: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if match := IN_FORCE.search(row["string"]):
                days[row["number"]][_day(match), "Bộ Pháp điển"] += 1
    for path in sorted(folder.rglob("*.txt")):
        text = re.sub(r"\s+", " ", path.read_text(encoding="utf-8"))
        for match in CONSOLIDATED.finditer(text):
            number = normalise(match["number"])
            if "Bộ Pháp điển" not in {source for _, source in days[number]}:
                days[number][_day(match), "Công báo"] += 1
    most = {number: found.most_common(1)[0] for number, found in days.items() if found}
    return {
        number: day
        for number, (day, count) in most.items()
        if count >= _AGREED * days[number].total()
    }


_AGREED = 0.9


def _day(match: re.Match[str]) -> str:
    return f"{match['y']}-{int(match['m']):02}-{int(match['d']):02}"


def main() -> None:
    """Writes the file and says what the memory of instruments.ttl got confirmed or contradicted."""
    places: dict[str, list[Found]] = defaultdict(list)
    for found in (*codified(Path(sys.argv[1])), *gazetted(Path(sys.argv[2]))):
        if not NO_NAME.search(found.name) and found.number not in CUT:
            places[normalise(found.number)].append(found)
    by_hand = {record.iri for record in instances("instruments.ttl", VK + "Instrument")}
    known = {r.number: r for r in authority.instruments() if r.number and r.iri in by_hand}
    records, in_force = [], effects(Path(sys.argv[1]), Path(sys.argv[2]))
    for number, group in sorted(places.items(), key=lambda item: _order(item[0])):
        name, _ = Counter(_cased(f.name) for f in group).most_common(1)[0]
        dates = {f.date for f in group if f.date}
        if number in known:
            _compare(known[number], f"{group[0].kind} {name}", dates)
            if in_force.get(number, ("",))[0] != (known[number].effective or ""):
                sys.stderr.write(f"{number}: in force from {in_force.get(number)}\n")
        elif len(dates) < 2:
            records.append(_turtle(number, group, name, dates, in_force.get(number)))
    path = Path(iris.__file__).parent / "laws.ttl"
    path.write_text(HEADER + "".join(records), encoding="utf-8")
    sys.stderr.write(f"{len(records)} laws in {path.name}\n")


def _order(number: str) -> tuple[int, int]:
    parts = parse(number)
    return (parts.year or 0, parts.value) if parts else (0, 0)


def _cased(name: str) -> str:
    """'thi hành án hình sự' -> 'Thi hành án hình sự', as the laws' own titles are written."""
    name = " ".join(name.split())
    return name[0].upper() + name[1:]


def _compare(record: authority.RecordedInstrument, name: str, dates: set[str]) -> None:
    other = name.casefold() not in {n.casefold() for n in (record.title or "", *record.names)}
    if other or (dates and record.issued not in dates):
        sys.stderr.write(
            f"{record.number}: recorded {record.title} {record.issued}, found {name} {dates}\n"
        )
    else:
        sys.stderr.write(f"confirmed {record.number} {record.iri}\n")


def _turtle(
    number: str, group: list[Found], name: str, dates: set[str], effect: tuple[str, str] | None
) -> str:
    parts = parse(number)
    kind = group[0].kind
    house = "ubtvqh" if "UBTVQH" in number else "qh"
    symbol = "pl" if kind == "Pháp lệnh" else "luat"
    key = iris.InstrumentKey(
        house, str(parts.year if parts else 0), symbol, str(parts.value if parts else 0)
    )
    title = f"{kind} {name}"
    issued = "".join(f'    dcterms:issued "{d}"^^xsd:date ;\n' for d in dates)
    if effect:
        issued += f'    vk:effectiveFrom "{effect[0]}"^^xsd:date ;\n'
    sources = ", ".join(sorted({*(f.source for f in group), *([effect[1]] if effect else [])}))
    body = "uy-ban-thuong-vu-quoc-hoi" if house == "ubtvqh" else "quoc-hoi"
    return (
        f"\n<{key.iri.removeprefix(iris.BASE)}> a vk:Instrument, vk:NormativeInstrument ;\n"
        f'    rdfs:label "{kind} {number}"@vi ;\n    vk:kind kind:{iris.slug(kind)} ;\n'
        f'    dcterms:identifier "{number}" ;\n    vk:number {parts.value if parts else 0} ;\n'
        f"    vk:register <{key.register.removeprefix(iris.BASE)}> ;\n{issued}"
        f"    vk:issuedBy <body/{body}> ;\n"
        f'    dcterms:title "{title}"@vi ;\n    dcterms:alternative "{title}"@vi ;\n'
        f'    vk:validity vkt:chua-ro ;\n    vk:authoritySource "{sources}" ;\n'
        f"    vk:certainty vkt:co-nguon .\n"
    )


if __name__ == "__main__":
    main()
