"""Re-makes ontology/places.csv from the two tables of tranngocminhhieu/vietnamadminunits (MIT).

Run by hand: `python tools/build_places.py FOLDER`, the folder holding both tables and their
LICENSE.
"""

import csv
import shutil
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ontology import iris

ONTOLOGY = Path(iris.__file__).parent
LEGACY = "convert_legacy_2025_simple.csv"
PRESENT = "2025_34-province-3221-ward_with_location.csv"

HEADER = (
    *("key", "code", "name", "type", "level", "parent"),
    *("valid_from", "valid_to", "successors", "variants"),
)
REFORM, EVE = "2025-07-01", "2025-06-30"
BEFORE, AFTER = "truoc-2025", "2025"

# (code, name in the table) -> name: the district is Mù Cang Chải in every official text.
CORRECTED = {("137", "Mù Căng Chải"): "Mù Cang Chải"}
# Spellings of one name that texts and tables use side by side, by code (domain note 3).
SPELLINGS = {
    "137": ("Mù Cang Chải", "Mù Căng Chải"),
    "04486": ("Dế Xu Phình", "Dế Su Phình"),
    "04603": ("Tà Xi Láng", "Tà Si Láng"),
}
TYPES = (
    "Thành phố",
    "Thị trấn",
    "Thị xã",
    "Đặc khu",
    "Phường",
    "Huyện",
    "Quận",
    "Tỉnh",
    "Xã",
)

Row = dict[str, str]


@dataclass
class Unit:
    """A unit while its rows are being gathered."""

    code: str
    name: str
    type: str
    level: str
    era: str
    parent: str = ""
    successors: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The part of the IRI behind `/place/`."""
        return iris.place(self.code, self.name, self.era).removeprefix(iris.BASE + "place/")

    def becomes(self, key: str) -> None:
        """Adds a successor once: a unit that was split has a row for each."""
        if key not in self.successors:
            self.successors.append(key)

    def row(self) -> list[str]:
        """The unit as a row of places.csv."""
        start, end = (REFORM, "") if self.era == AFTER else ("", EVE)
        spellings = SPELLINGS.get(self.code, ())
        variants = "|".join(s for s in spellings if s != self.name and self.name in spellings)
        head = [self.key, self.code, self.name, self.type, self.level, self.parent, start, end]
        return [*head, " ".join(self.successors), variants]


def rows(path: Path) -> Iterator[Row]:
    """The rows of a table, every value NFC with single spaces."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield {
                key: " ".join(unicodedata.normalize("NFC", value).split())
                for key, value in row.items()
            }


def code(text: str, digits: int) -> str:
    """The code with its leading zeros, which the tables lose (`4456.0` is 04456)."""
    return f"{int(float(text)):0{digits}}"


def unit(number: str, full_name: str, level: str, era: str) -> Unit:
    """A unit from its full name: 'Thị trấn Mù Cang Chải' is a thị trấn named Mù Cang Chải."""
    for kind in TYPES:
        if full_name.casefold().startswith(kind.casefold() + " "):
            name = full_name[len(kind) + 1 :]
            return Unit(number, CORRECTED.get((number, name), name), kind.lower(), level, era)
    message = f"{number} {full_name!r}: no known type of unit stands before the name"
    raise SystemExit(message)


def units(folder: Path) -> list[Unit]:
    """Every unit of both tables: present ones first, then those before the reform."""
    found: dict[str, Unit] = {}

    def kept(new: Unit, parent: Unit | None) -> Unit:
        new.parent = parent.key if parent else ""
        return found.setdefault(new.key, new)

    for row in rows(folder / PRESENT):
        province = kept(unit(code(row["provinceCode"], 2), row["province"], "tỉnh", AFTER), None)
        kept(unit(code(row["wardCode"], 5), row["ward"], "xã", AFTER), province)
    for row in rows(folder / LEGACY):
        province = kept(unit(code(row["provinceCode"], 2), row["province"], "tỉnh", BEFORE), None)
        whole = unit(code(row["newProvinceCode"], 2), row["newProvince"], "tỉnh", AFTER)
        province.becomes(whole.key)
        last = kept(unit(code(row["districtCode"], 3), row["district"], "huyện", BEFORE), province)
        # Island districts had no communes: the district itself became the special zone.
        if row["ward"]:
            last = kept(unit(code(row["wardCode"], 5), row["ward"], "xã", BEFORE), last)
        last.becomes(unit(code(row["newWardCode"], 5), row["newWard"], "xã", AFTER).key)
    missing = {key for each in found.values() for key in each.successors if key not in found}
    if missing:
        message = f"successors that no table lists: {sorted(missing)}"
        raise SystemExit(message)
    return list(found.values())


def main(folder: Path) -> None:
    """Writes places.csv and the licence of its source beside the authority lists."""
    with (ONTOLOGY / "places.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(each.row() for each in units(folder))
    shutil.copyfile(folder / "LICENSE", ONTOLOGY / "places.LICENSE")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
