"""The authority lists: what they must hold. Their faults are in tests/test_authority_faults.py."""

import csv
import itertools
import re
import unicodedata
from collections import Counter
from datetime import date

import pyoxigraph
import pytest
from rdflib import Graph
from rdflib.compare import graph_diff, to_isomorphic

from ontology import authority, iris, numbers
from ontology.changes import territorial_changes
from ontology.graphs import AUTHORITY_FILES
from ontology.places import place_key
from ontology.turtle import FOLDER, RDF_TYPE, SKOS, VK, digest, resources

B = iris.BASE
RECORDS = [(name, each) for name in AUTHORITY_FILES for each in resources(name).values()]


# Sources and certainty


def test_certainties_are_the_four_of_the_scheme():
    scheme = {each.iri for each in authority.concepts() if "do-chac-chan" in each.schemes}
    assert {each.one(VK + "certainty") for _, each in RECORDS} <= scheme
    assert len(scheme) == 4


@pytest.mark.parametrize("name", AUTHORITY_FILES)
def test_every_label_is_composed_vietnamese_without_eth(name):
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not set(text) & {"Ð", "ð", "\u00a0", "\u200b"}


# Kinds and symbols


def test_the_kinds_of_the_party_and_of_the_state_are_there():
    party = [each for each in authority.kinds() if "party" in each.system]
    assert len(party) >= 25
    labels = {each.label for each in authority.kinds()}
    assert labels >= {
        *("Quy định", "Quyết định", "Chỉ thị", "Nghị quyết", "Kết luận", "Thông tri", "Hướng dẫn"),
        *("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị định", "Thông tư"),
        *("Thông tư liên tịch", "Nghị quyết liên tịch", "Sắc lệnh", "Văn bản hợp nhất"),
        *("Công điện", "Công văn", "Tờ trình", "Quy chế", "Điều lệ"),
    }


@pytest.mark.parametrize("kind", authority.kinds(), ids=lambda kind: kind.slug)
def test_each_kind_bears_the_iri_of_its_label_and_examples(kind):
    assert kind.iri == iris.kind(kind.label)
    assert kind.example
    names = (kind.label, *kind.alternatives)
    assert all(each.startswith(names) for each in kind.example)


NUMBERED = [
    (kind, example, found["number"])
    for kind in authority.kinds()
    for example in kind.example
    if (found := re.search(r"(?P<number>\d+[/-](?=\S*[A-ZĐ]{2})\S+)", example))
]


def test_many_examples_are_numbered():
    assert len(NUMBERED) >= 60


@pytest.mark.parametrize(("kind", "example", "number"), NUMBERED, ids=lambda value: str(value)[:40])
def test_each_numbered_example_bears_a_symbol_of_its_kind(kind, example, number):
    parsed = numbers.parse(number)
    assert parsed is not None
    # Older and office numbers have the organ alone: 1221/MTTW-BTT, 20-TT/LB, 03-SL/76.
    if kind.symbols and parsed.symbol in authority.symbols():
        own = {authority.symbol_slug(symbol) for symbol in kind.symbols} | {kind.register}
        old = {"Thông tư liên bộ": {"tt"}, "Sắc luật": {"sac-lenh"}}.get(kind.label, set())
        assert authority.symbol_slug(parsed.symbol) in own | old


def test_each_example_belongs_to_one_kind():
    counted = Counter(example for kind in authority.kinds() for example in kind.example)
    assert [example for example, times in counted.items() if times > 1] == []


@pytest.mark.parametrize(
    ("symbol", "normative", "slug"),
    [
        ("QĐ", False, "qd"),
        ("QĐ", True, "qd-qppl"),
        ("QĐi", False, "qdi"),
        ("QĐI", False, "qdi"),
        ("QyĐ", False, "qyd"),
        ("NĐ", True, "nd"),
        ("CTr", False, "ctr"),
        ("Ctr", False, "ctr"),
        ("TTr", False, "ttr"),
        ("TT", False, "tt"),
        # Folding would make one of these two.
        ("ĐA", False, "de-an"),
        ("DA", False, "du-an"),
        ("BTT", False, "ban-thoa-thuan"),
        ("QH13", False, None),
        ("", False, None),
    ],
)
def test_symbols_have_fixed_slugs(symbol, normative, slug):
    assert authority.symbol_slug(symbol, normative=normative) == slug


def test_slugs_of_symbols_are_distinct_and_ascii():
    every = set(authority.symbols().values())
    assert len({each.slug for each in every}) == len(every)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", each.slug) for each in every)


# Bodies


def test_bodies_are_named_by_their_slugs():
    for body in authority.bodies():
        assert body.iri == iris.body(body.slug)
        assert body.slug == iris.slug(body.label)


def test_the_three_bodies_of_the_centre_share_one_register():
    sharing = {each.label for each in authority.bodies() if each.register == "tw"}
    assert sharing == {"Ban Chấp hành Trung ương", "Bộ Chính trị", "Ban Bí thư"}
    assert next(each for each in authority.register_owners() if each.slug == "tw").bodies == tuple(
        iris.body(slug) for slug in ("ban-chap-hanh-trung-uong", "bo-chinh-tri", "ban-bi-thu")
    )


@pytest.mark.parametrize(
    ("suffix", "label"),
    [
        ("BCT", "Bộ Công Thương"),  # as a suffix; in prose BCT is the Politburo
        ("BLĐTBXH", "Bộ Lao động - Thương binh và Xã hội"),
        ("BGDĐT", "Bộ Giáo dục và Đào tạo"),
        ("BNNMT", "Bộ Nông nghiệp và Môi trường"),
        ("NHNN", "Ngân hàng Nhà nước Việt Nam"),
        ("TTg", "Thủ tướng Chính phủ"),
        ("MTTW-BTT", "Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"),
        ("VPTW", "Văn phòng Trung ương Đảng"),
        ("BTGDVTW", "Ban Tuyên giáo và Dân vận Trung ương"),
    ],
)
def test_suffixes_name_one_body(suffix, label):
    assert [each.label for each in authority.bodies() if suffix in each.suffixes] == [label]


def test_bodies_that_ended_have_successors_that_began_later():
    by_iri = {each.iri: each for each in authority.bodies()}
    ended = [each for each in authority.bodies() if each.successors]
    assert len(ended) >= 15
    for body in ended:
        for successor in map(by_iri.__getitem__, body.successors):
            assert (body.valid_to or "")[:7] >= (successor.valid_from or "")[:4]


def test_types_of_local_bodies_make_names_with_places():
    types = {each.notation: each for each in authority.body_types()}
    assert types["huyện ủy"].pattern.format("Mù Cang Chải") == "Huyện ủy Mù Cang Chải"
    assert types["huyện ủy"].class_iri == VK + "PartyCommittee"
    assert (types["tỉnh ủy"].suffix, types["tỉnh ủy"].owner) == ("TU", "tu")
    assert {each.level for each in types.values()} <= {"tỉnh", "huyện", "xã", "thôn", None}


# Terms and registers


def test_the_terms_of_the_centre_follow_one_another_without_a_gap():
    centre = [each for each in authority.terms() if each.owner == "tw"]
    assert [each.slug for each in centre] == [f"k{n}" for n in range(6, 15)]
    for one, next_one in itertools.pairwise(centre):
        assert (next_one.start - one.end).days == 1
    assert centre[-1].end is None


def test_terms_that_are_known_exactly():
    by_slug = {(each.owner, each.slug): each for each in authority.terms()}
    assert by_slug["tw", "k14"].start == date(2026, 1, 23)
    local = by_slug["tu-yen-bai", "nk2020"]
    assert (local.start, local.start_latest) == (date(2020, 9, 22), date(2020, 9, 24))


def test_seasons_run_from_the_commune_to_the_province():
    for year in (2005, 2010, 2015, 2020, 2025):
        season = {each.level: each for each in authority.term_windows() if each.year == year}
        assert season["xã"].start <= season["tỉnh"].start
        assert all(each.start < each.end for each in season.values())
    # There is no district level any more.
    assert "huyện" not in {each.level for each in authority.term_windows() if each.year == 2025}


def test_legislatures():
    assert [each.notation for each in authority.legislatures()][-4:] == [
        *("QH13", "QH14", "QH15", "QH16")
    ]


@pytest.mark.parametrize(
    ("parts", "label"),
    [
        (("tw", "k12", "qdi"), "sổ QĐi/TW, khóa XII"),
        (("cp", "2014", "nd"), "sổ NĐ/CP, năm 2014"),
        (("hu-mu-cang-chai", "nk2015", "ct"), "sổ CT/HU (mu-cang-chai), nhiệm kỳ bắt đầu năm 2015"),
        (("la", "2014", "la"), "sổ la/la, năm 2014"),
    ],
)
def test_registers_have_names(parts, label):
    assert authority.register_label(*parts) == label


# Instruments

INSTRUMENTS = {each.iri: each for each in authority.instruments()}


@pytest.mark.parametrize("record", authority.instruments(), ids=lambda r: r.iri.removeprefix(B))
def test_each_instrument_stands_under_its_register_key(record):
    key = iris.instrument_key(record.iri)
    assert key is not None
    if record.number is None:
        return
    number = numbers.parse(record.number)
    assert key.number == str(number.value)
    if number.year:
        assert key.period == str(number.year)
    own = next(each for each in authority.kinds() if each.label == record.kind)
    normative = number.system == "normative"
    expected = (
        authority.symbol_slug(number.symbol, normative=normative)
        if number.symbol
        else own.normative_register
    )
    assert key.symbol == expected
    owners = {each.iri: each.register for each in authority.bodies()}
    if len(record.issuers) > 1:
        # The suffix of a joint instrument names all its issuers.
        assert key.owner == iris.slug(number.organ)
    elif record.issuer_iri:
        assert owners[record.issuer_iri] == key.owner


@pytest.mark.parametrize(
    ("number", "dates"),
    [
        ("124-QĐ/TW", ["2018-02-02", "2023-10-04"]),
        ("26-NQ/TW", ["2008-08-05", "2018-05-19", "2022-11-03"]),
        ("35-CT/TW", ["2014-05-26", "2019-05-30", "2024-06-14"]),
        ("27-CT/TW", ["2019-01-10", "2023-12-25"]),
        ("99-QĐ/TW", ["2017-10-03", "2023"]),
        ("08-QĐi/TW", ["2018-10-25"]),
        ("08-QĐ/TW", []),
        ("42/2013/QH13", ["2013-11-25"]),
    ],
)
def test_one_number_may_be_several_instruments(number, dates):
    assert sorted(each.issued for each in INSTRUMENTS.values() if each.number == number) == dates


@pytest.mark.parametrize(
    ("name", "numbers_borne"),
    [
        ("Nghị quyết Trung ương 4 khóa XII", ["04-NQ/TW"]),
        ("Nghị quyết Trung ương 4 khóa XI", ["12-NQ/TW"]),
        ("Nghị quyết Trung ương 6 khóa XII", ["18-NQ/TW", "19-NQ/TW"]),
        ("19 điều đảng viên không được làm", ["37-QĐ/TW", "47-QĐ/TW"]),
        ("Luật Tiếp công dân", ["42/2013/QH13"]),
        ("Luật Thanh tra", ["11/2022/QH15", "22/2004/QH11", "56/2010/QH12", "84/2025/QH15"]),
        ("Điều lệ Đảng", [None]),
        ("Hiến pháp", [None]),
    ],
)
def test_names_lead_to_instruments(name, numbers_borne):
    found = [each.number for each in INSTRUMENTS.values() if name in each.names]
    assert sorted(found, key=str) == numbers_borne


def test_what_was_replaced_and_amended_since():
    by_number = {(each.number, (each.issued or "")[:4]): each for each in authority.instruments()}
    replaced = by_number["47-QĐ/TW", "2011"]
    assert [INSTRUMENTS[iri].number for iri in replaced.replaced_by] == ["37-QĐ/TW"]
    decree = by_number["159/2016/NĐ-CP", "2016"]
    assert [INSTRUMENTS[iri].number for iri in decree.replaced_by] == ["59/2023/NĐ-CP"]
    assert decree.validity == "hết hiệu lực"
    amended = by_number["11-QĐi/TW", "2019"]
    assert [INSTRUMENTS[iri].number for iri in amended.amended_by] == ["215-KL/TW"]
    assert by_number["124-QĐ/TW", "2018"].replaced_by == ()
    details = by_number["64/2014/NĐ-CP", "2014"].details
    assert [INSTRUMENTS[iri].number for iri in details] == ["42/2013/QH13"]


# Concepts


def test_each_concept_is_found_by_the_slug_of_its_label():
    for concept in authority.concepts():
        assert concept.iri == iris.concept(concept.label)


@pytest.mark.parametrize(
    ("scheme", "notations"),
    [
        (
            "cach-thuc-giam-sat-kiem-tra",
            {
                *("giám sát", "kiểm tra", "kiểm tra, giám sát", "thanh tra", "khảo sát"),
                "xem xét kỷ luật",
            },
        ),
        ("tinh-trang-cuoc-giam-sat", {"held", "planned", "ordered"}),
        (
            "loai-nhan-dinh",
            {"result", "shortcoming", "cause", "recommendation", "assessment"},
        ),
        ("cap", {"trung ương", "tỉnh", "huyện", "xã", "thôn"}),
        (
            "hieu-luc",
            {
                *("còn hiệu lực", "hết hiệu lực một phần", "hết hiệu lực", "ngưng hiệu lực"),
                *("chưa có hiệu lực", "chưa rõ"),
            },
        ),
        ("ky-luat-dang-vien", {"khiển trách", "cảnh cáo", "cách chức", "khai trừ"}),
        ("ky-luat-to-chuc-dang", {"khiển trách", "cảnh cáo", "giải tán"}),
    ],
)
def test_schemes_print_what_the_contract_says(scheme, notations):
    found = {each.notation for each in authority.concepts() if scheme in each.schemes}
    assert found == notations


def test_every_scheme_is_described():
    named = {scheme for _, each in RECORDS for scheme in each.all(SKOS + "inScheme")}
    described = {each.iri for _, each in RECORDS if SKOS + "ConceptScheme" in each.all(RDF_TYPE)}
    assert named == described


# Places


def place(path):
    found = authority.place(B + "place/" + path)
    assert found is not None
    return found


def test_the_units_of_both_times_are_all_there():
    counted = Counter((each.level, each.valid_to is None) for each in authority.places())
    assert counted == {
        ("tỉnh", False): 63,
        ("huyện", False): 696,
        ("xã", False): 10035,
        ("tỉnh", True): 34,
        ("xã", True): 3321,
    }


def test_codes_keep_their_leading_zeros():
    digits = {"tỉnh": 2, "huyện": 3, "xã": 5}
    for each in authority.places():
        assert re.fullmatch(rf"\d{{{digits[each.level]}}}", each.code), each.iri


def test_iris_of_places_are_minted_from_code_name_and_time():
    for each in authority.places():
        start = "2025" if each.valid_from else "truoc-2025"
        assert each.iri == iris.place(each.code, each.name, start)


def test_parents_and_successors_exist_in_the_right_time():
    for each in authority.places():
        if each.parent:
            assert authority.place(each.parent).valid_from == each.valid_from
        for successor in each.successors:
            assert authority.place(successor).valid_from == "2025-07-01"


def test_pung_luong_before_and_after_are_two_units_of_one_code():
    before, after = place("04492-pung-luong@truoc-2025"), place("04492-pung-luong@2025")
    assert before.successors == (after.iri,)
    assert authority.place(before.parent).label == "huyện Mù Cang Chải"
    assert authority.place(after.parent).label == "tỉnh Lào Cai"
    assert (before.valid_to, after.valid_from) == ("2025-06-30", "2025-07-01")


@pytest.mark.parametrize(
    ("commune", "today"),
    [
        ("04474-lao-chai", "Lao Chải"),
        ("04471-che-cu-nha", "Mù Cang Chải"),
        ("04468-mo-de", "Mù Cang Chải"),
        ("04495-nam-khat", "Púng Luông"),
        ("04480-cao-pha", "Tú Lệ"),
        ("04459-ho-bon", "Khao Mang"),
    ],
)
def test_where_communes_are_today(commune, today):
    (successor,) = place(f"{commune}@truoc-2025").successors
    assert authority.place(successor).name == today


def test_lao_chai_is_the_name_of_two_communes_in_each_time():
    found = {(each.iri.removeprefix(B), each.parent) for each in authority.places_named("Lao Chải")}
    assert found == {
        ("place/04474-lao-chai@truoc-2025", B + "place/137-mu-cang-chai@truoc-2025"),
        ("place/00943-lao-chai@truoc-2025", B + "place/030-vi-xuyen@truoc-2025"),
        ("place/04474-lao-chai@2025", B + "place/15-lao-cai@2025"),
        ("place/00937-lao-chai@2025", B + "place/08-tuyen-quang@2025"),
    }


def test_province_15_was_yen_bai_and_is_lao_cai():
    assert place("15-yen-bai@truoc-2025").successors == (B + "place/15-lao-cai@2025",)
    former = place("10-lao-cai@truoc-2025")
    assert former.successors == (B + "place/15-lao-cai@2025",)


def test_an_island_district_without_communes_became_a_special_zone():
    (zone,) = authority.places_named("Lý Sơn")[:1]
    assert (zone.label, zone.level) == ("đặc khu Lý Sơn", "xã")
    assert place("536-ly-son@truoc-2025").successors == (zone.iri,)
    assert sum(each.type == "đặc khu" for each in authority.places()) == 13


def test_a_commune_that_was_split_has_several_successors():
    split = [each for each in authority.places() if len(each.successors) > 1]
    assert len(split) >= 400
    assert all(each.level == "xã" for each in split)


@pytest.mark.parametrize(
    ("written", "official"),
    [
        ("Mù Căng Chải", "Mù Cang Chải"),
        ("MÙ CANG CHẢI", "Mù Cang Chải"),
        ("Dế Su Phình", "Dế Xu Phình"),
        ("Mù  Cang\u00a0Chải", "Mù Cang Chải"),
        ("Hoà Bình", "Hòa Bình"),
        ("Ðiện Biên", "Điện Biên"),  # ETH
        ("Tuy Hoà", "Tuy Hòa"),
    ],
)
def test_places_are_found_as_texts_spell_them(written, official):
    assert official in {each.name for each in authority.places_named(written)}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("hoà", "hòa", True),
        ("uỷ", "ủy", True),
        ("thuý", "thúy", True),
        ("khoẻ", "khỏe", True),
        ("hòa", "hoa", False),
        ("Nghĩa", "Nghia", False),
        # The u of qu belongs to the consonant.
        ("quý", "qúy", False),
    ],
)
def test_keys_unite_the_placement_of_tones_and_nothing_else(one, other, same):
    assert (place_key(one) == place_key(other)) is same


def test_unknown_places():
    assert authority.places_named("Không Có Nơi Này") == ()
    assert authority.place(B + "place/00000-khong@2025") is None


def test_the_table_is_sorted_data_that_a_reader_can_check():
    with (FOLDER / "places.csv").open(encoding="utf-8", newline="") as lines:
        keys = [row["key"] for row in csv.DictReader(lines)]
    assert len(keys) == len(set(keys))
    assert (FOLDER / "places.LICENSE").read_text(encoding="utf-8").startswith("MIT License")


# Graphs


def test_the_authority_graph_is_canonical_lines_each_once():
    lines = list(authority.authority_quads())
    assert len(lines) == len(set(lines))
    graph = f" <{iris.GRAPH_AUTHORITY}> ."
    assert all(line.endswith(graph) and "_:" not in line.split(" ")[0] for line in lines)


def test_oxigraph_gives_the_lines_back_unchanged():
    lines = sorted(authority.authority_quads())
    store = pyoxigraph.Store()
    store.bulk_load(input="\n".join(lines).encode("utf-8"), format=pyoxigraph.RdfFormat.N_QUADS)
    dumped = store.dump(format=pyoxigraph.RdfFormat.N_QUADS).decode("utf-8")
    assert sorted(dumped.rstrip("\n").split("\n")) == lines


def _said_of(change):
    graph = f" <{iris.GRAPH_AUTHORITY}> ."
    start = f"<{B}change/{change}> "
    lines = (each.removesuffix(graph) for each in authority.authority_quads())
    told = (line.removeprefix(start).split(" ", 1) for line in lines if line.startswith(start))
    return {
        (predicate.rsplit("#", 1)[-1][:-1], value.strip("<>").removeprefix(B).split('"^^')[0])
        for predicate, value in told
    }


CHANGES = [
    (
        "04456-mu-cang-chai@2025",
        {
            ("type", iris.ONTOLOGY.removeprefix(B) + "TerritorialChange"),
            ("into", "place/04456-mu-cang-chai@2025"),
            *(
                ("from", f"place/{each}@truoc-2025")
                for each in (
                    *("04456-mu-cang-chai", "04468-mo-de"),
                    *("04471-che-cu-nha", "04477-kim-noi"),
                )
            ),
            ("onDate", '"2025-07-01'),
            ("changeBasis", "instrument/ubtvqh/2025/nq/1673"),
        },
    ),
    (
        "15-lao-cai@2025",
        {
            ("type", iris.ONTOLOGY.removeprefix(B) + "TerritorialChange"),
            ("into", "place/15-lao-cai@2025"),
            ("from", "place/10-lao-cai@truoc-2025"),
            ("from", "place/15-yen-bai@truoc-2025"),
            ("onDate", '"2025-07-01'),
            ("changeBasis", "instrument/qh/2025/nq-qppl/202"),
        },
    ),
    (
        "ban-tuyen-giao-va-dan-van-trung-uong@2025",
        {
            ("type", "http://www.w3.org/ns/org#ChangeEvent"),
            ("resultingOrganization", "body/ban-tuyen-giao-va-dan-van-trung-uong"),
            ("originalOrganization", "body/ban-tuyen-giao-trung-uong"),
            ("originalOrganization", "body/ban-dan-van-trung-uong"),
            ("onDate", '"2025-02'),
        },
    ),
]


@pytest.mark.parametrize(("change", "expected"), CHANGES, ids=[c[0] for c in CHANGES])
def test_what_became_of_units_and_bodies(change, expected):
    assert _said_of(change) == expected


def test_the_basis_of_each_change_is_an_instrument_of_record():
    known = {each.iri for each in authority.instruments()}
    bases = {each.basis for each in territorial_changes() if each.basis}
    assert len(bases) == 2
    assert bases <= known


def test_the_graph_says_what_the_files_say_and_the_labels_that_follow():
    graph = f" <{iris.GRAPH_AUTHORITY}> ."
    lines = (each.removesuffix(graph) + " ." for each in authority.authority_quads())
    placed = (B + "place/", B + "register/", B + "change/")
    text = "\n".join(line for line in lines if not line.startswith(tuple("<" + p for p in placed)))
    files = Graph()
    for name in AUTHORITY_FILES:
        for triple in Graph().parse(FOLDER / name):
            if not str(triple[0]).startswith(placed):
                files.add(triple)
    in_both, in_files, in_graph = graph_diff(
        to_isomorphic(files), to_isomorphic(Graph().parse(data=text, format="nt"))
    )
    assert len(in_both) == len(files)
    assert not list(in_files)
    assert {str(p) for _, p, _ in in_graph} == {"http://www.w3.org/2000/01/rdf-schema#label"}


def test_the_hash_names_the_content():
    assert re.fullmatch(r"[0-9a-f]{64}", authority.authority_hash())
    assert digest(("kinds.ttl",)) != digest(("bodies.ttl",))
