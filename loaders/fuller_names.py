"""Names that a text leaves short, in full: of who inspects, and of who is inspected by it."""

import re

from loaders.bodies import body_at, resolve
from loaders.joined_bodies import of_district, territory_of
from loaders.model import Body
from loaders.occasions import Occasion
from loaders.place_names import NAME
from loaders.places import Home

# 'Đảng ủy Khối' alone is the bloc that the text names in full.
_BLOC = re.compile(
    r"Đảng ủy Khối\s(?=(?:các\s)?(?:[Cc]ơ quan|[Dd]oanh nghiệp)[^,.;:\n]{0,30}\s(?:tỉnh"
    r"|thành phố)\s[A-ZĐ])"
)


def _bloc(body: Body, report: Occasion) -> Body:
    full = _BLOC.search(report.text)
    named = full and body_at(report.text, full.start(), full.end() + 90, report.home)
    if not named:
        return body
    organ = body.name.removesuffix("Đảng ủy Khối")
    return resolve(f"{organ}{named[0].name}", report.home, None)


def whole_agent(body: Body | None, report: Occasion) -> Body | None:
    """'Ủy ban Kiểm tra Đảng ủy' in a text of a commune is that of the commune.

    And 'Chi bộ' alone the one cell that the text is about.
    """
    commune = report.home.commune
    if body and body.name == "Chi bộ":
        return report.cell or body
    if body and body.name.endswith("Đảng ủy Khối"):
        return _bloc(body, report)
    if body is None or commune is None or not body.name.endswith("Đảng ủy"):
        return body
    return resolve(f"{body.name} {commune.type.lower()} {commune.name}", report.home, None)


_BARE_LEVEL = re.compile(r"(?<!\w)(tỉnh|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\Z")
_TYPELESS_CELL = re.compile(
    r"(?:Chi bộ|Chi ủy|Đảng ủy|Đảng bộ)\s+(?:Trạm Y tế|Công an|Quân sự|Cơ quan|Văn phòng)\Z"
)


def completed(unit: Body, by: Body | None, home: Home) -> Body:
    """A unit named by its level alone is that of the body's territory.

    'Ủy ban Kiểm tra Đảng ủy phường Phú Xuân kiểm tra Chi bộ Trạm Y tế phường'.
    """
    if by is None:
        return unit
    if not territory_of(unit):
        unit = of_district(unit, (), home, by)
    level = _BARE_LEVEL.search(unit.name)
    if level is None and _TYPELESS_CELL.match(unit.name):
        territory = re.search(rf"(?<!\w)(?:xã|phường|thị trấn|đặc khu)\s{NAME}\Z", by.name)
        return resolve(f"{unit.printed} {territory[0]}", home, None) if territory else unit
    if level is None:
        return unit
    named = re.search(rf"(?<!\w){level[1]}\s(?P<name>{NAME})\Z", by.name)
    return resolve(f"{unit.printed} {named['name']}", home, None) if named else unit
