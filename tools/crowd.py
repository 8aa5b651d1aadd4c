"""Invented news reports, one for each of many communes, to see the views at size.

    python tools/crowd.py FOLDER COUNT [INSTRUMENT]

Real communes of the official list of before July 2025 with invented days and numbers: nothing in
them is a fact, so they are loaded into a store of their own and never beside real texts. What is
said differs from one commune to the next, and of every seventh only its place is told, so that a
matrix has cells without anything.
"""

import csv
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

PLACES = Path(__file__).resolve().parent.parent / "ontology" / "places.csv"
CITED = "Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư Trung ương Đảng"
SHORT = "Quy định số 124-QĐ/TW"
FIRST = date(2019, 1, 7)


def communes() -> Iterator[tuple[str, str, str]]:
    """Commune, district and province by their full names, province by province."""
    with PLACES.open(encoding="utf-8") as lines:
        rows = {row["key"]: row for row in csv.DictReader(lines)}
    full = {key: f"{row['type']} {row['name']}" for key, row in rows.items()}
    for key, row in sorted(rows.items(), key=lambda each: (each[1]["parent"], each[0])):
        district = rows.get(row["parent"])
        if row["level"] == "xã" and district and district["level"] == "huyện":
            yield full[key], full[row["parent"]], full[district["parent"]]


def report(chance: random.Random, commune: str, district: str, province: str) -> str:
    """What a district's paper would write of one inspection, or of a commune not yet inspected."""
    held = FIRST + timedelta(days=chance.randrange(900))
    issued = held - timedelta(days=chance.randrange(30, 300))
    party = f"Đảng ủy {commune}"
    told = [
        f"Thực hiện {CITED}, {party} đã ban hành Kế hoạch số {chance.randrange(2, 90)}-KH/ĐU "
        f"ngày {issued:%d/%m/%Y} về triển khai thực hiện {SHORT}.",
        f"{party} đã tổ chức quán triệt {SHORT} tới các chi bộ trực thuộc.",
        f"Ngày {held:%d/%m/%Y}, Đoàn giám sát của Ủy ban MTTQ Việt Nam {district}, {province} "
        f"tiến hành giám sát việc thực hiện {CITED} tại {party}.",
        f"{party} đã báo cáo kết quả thực hiện {SHORT}.",
    ]
    said = [each for each in told if chance.random() < 0.6] or told[:1]
    body = "\n\n".join(said)
    return f"Tin từ {commune}, {district}, {province}\n\n{held:%d/%m/%Y}\n\n{body}\n"


def main() -> int:
    """Writes the reports."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(124)  # noqa: S311 - the same reports every time
    for at, (commune, district, province) in zip(range(count), communes(), strict=False):
        text = report(chance, commune, district, province)
        (folder / f"{at:05}.txt").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
