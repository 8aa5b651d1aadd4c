"""What a text says of the instrument that it is, of provisions and of named lists, as quads."""

import pytest

from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read
from ontology import iris

B, VK = iris.BASE, iris.ONTOLOGY
DECISION = """BAN CHẤP HÀNH TRUNG ƯƠNG          ĐẢNG CỘNG SẢN VIỆT NAM
*
Số 9384-QĐ/TW                     Hà Nội, ngày 02 tháng 02 năm 2024

QUY ĐỊNH
về một việc thử

- Căn cứ khoản 2, điểm d và điểm đ khoản 3 Điều 5 Nghị định số 64/2014/NĐ-CP ngày 26/6/2014 của
Chính phủ;
Ban Bí thư quy định như sau:

Điều 1. Theo khoản 2 Điều 1 Quy định này, đảng viên thực hiện 19 điều đảng viên không được làm.

T/M BAN BÍ THƯ
THƯỜNG TRỰC

Lê Văn Mẫu
"""
OWN = f"<{B}instrument/tw/k13/qd/9384>"
DECREE = f"{B}instrument/cp/2014/nd/64"


@pytest.fixture(scope="module")
def said():
    """The triples of the text's graph, as (subject, predicate, object) without the base."""
    source = SourceText(DECISION, "x.txt")
    lines = (line.rsplit(" <", 1)[0] for line in quads(read(source)))
    return {tuple(line.split(" ", 2)) for line in lines}


def objects(said, subject, name):
    return sorted(o for s, p, o in said if s == subject and p == f"<{VK}{name}>")


def test_the_letterhead_is_kept_apart_from_the_issuer(said):
    assert objects(said, OWN, "letterhead") == ['"BAN CHẤP HÀNH TRUNG ƯƠNG"@vi']
    assert objects(said, OWN, "issuedBy") == [f"<{B}body/ban-bi-thu>"]


def test_the_signer_is_a_person_in_a_capacity(said):
    (person,) = objects(said, OWN, "signedBy")
    assert "/person/le-van-mau-" in person
    held = {s for s, p, o in said if p.endswith("org#member>") and o == person}
    assert '"T/M BAN BÍ THƯ THƯỜNG TRỰC"@vi' in {
        each for node in held for each in objects(said, node, "position")
    }


def test_the_page_embodies_the_wording_of_its_day(said):
    source = f"<{iris.source(SourceText(DECISION, 'x.txt').id)}>"
    expression = f"{OWN[:-1]}/vi@2024-02-02>"
    assert objects(said, source, "embodies") == [expression]
    assert objects(said, expression, "expressionOf") == [OWN]


def test_a_citation_points_to_provisions_of_the_other_instrument_alone(said):
    pointed = {o for _, p, o in said if p == f"<{VK}provision>"}
    assert pointed == {
        f"<{DECREE}#dieu-5_{end}>" for end in ("khoan-2", "khoan-3_diem-d", "khoan-3_diem-dd")
    }
    for each in pointed:
        assert objects(said, each, "partOf") == [f"<{DECREE}>"]


def test_a_list_by_its_name_is_the_one_of_the_day(said):
    named = {o for _, p, o in said if p == f"<{VK}mentions>" and "/list/" in o}
    assert named == {f"<{B}list/19-dieu-dang-vien-khong-duoc-lam-2021>"}


@pytest.mark.parametrize(
    ("day", "year"), [("2021-09-08", ["2011"]), ("2022-01-01", ["2021"]), (None, [])]
)
def test_which_list_is_meant_depends_on_the_day(day, year):
    text = SourceText("Quán triệt 19 điều đảng viên không được làm.", "x.txt", published=day)
    named = {line.split(" ")[2] for line in quads(read(text)) if "/list/" in line}
    assert [each[-5:-1] for each in named] == year


@pytest.mark.parametrize(
    ("pinpoint", "end"),
    [
        ("Điều 5", "dieu-5"),
        ("điểm b khoản 3 Điều 5", "dieu-5_khoan-3_diem-b"),
        ("Mục 1 Chương II", "chuong-ii_muc-1"),
        ("Phụ lục", "phu-luc"),
        ("khoản 1 Điều 12a", "dieu-12a_khoan-1"),
    ],
)
def test_the_iri_of_a_provision_lies_in_its_instrument(pinpoint, end):
    assert iris.provision(DECREE, pinpoint) == f"{DECREE}#{end}"
