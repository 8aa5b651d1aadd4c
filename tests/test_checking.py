"""The checker: each rule on its example, what it must be quiet on, the seed, command and page."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from graph.workers import Workers
from loaders import validity_checks
from loaders.check_printing import stretches
from loaders.checking import checked, wrong
from loaders.model import SourceText
from loaders.reading import read
from loaders.records import records
from loaders.rules import rules
from web import create_app

ROOT = Path(__file__).parent.parent
SEED = "tests/texts/seed.txt"
TODAY = "2026-11-23"


def notices_on(text, on="2021-09-08"):
    return checked(read(SourceText(text, "draft.txt")), TODAY, on)


def found(text, on="2021-09-08"):
    return [
        (notice.rule, text[notice.span.start : notice.span.end]) for notice in notices_on(text, on)
    ]


EXAMPLES = [rule for rule in rules().values() if rule.example]


@pytest.mark.parametrize("rule", EXAMPLES, ids=lambda rule: rule.name)
def test_each_rule_speaks_on_its_example(rule):
    told = [n for n in notices_on(rule.example, rule.on or "2021-09-08") if n.rule == rule.name]
    assert told
    assert all(n.severity in rule.severity for n in told)
    assert all(n.message.vi and n.message.en for n in told)


def test_most_rules_have_an_example():
    # Those beside a store are in tests/test_store_checks.py.
    alone = [rule for rule in rules().values() if not rule.name.startswith("store-")]
    assert len(EXAMPLES) == len(alone) - 1
    assert all(r.title.vi and r.title.en and r.explanation.vi for r in rules().values())


FOUND = [
    # two dates a year apart in a register that counts by years: two instruments, or a slip
    (
        "Quyết định số 231/QĐ-UBND ngày 14/8/2020 của UBND tỉnh Lạng Sơn; Quyết định số "
        "231/QĐ-UBND ngày 14/8/2021 của UBND tỉnh Lạng Sơn.",
        "conflicting-date",
        "Quyết định số 231/QĐ-UBND ngày 14/8/2021 của UBND tỉnh Lạng Sơn",
    ),
    # the year of the number decides which of two dates is the odd one
    (
        "Nghị định số 94/2022/NĐ-CP ngày 01/7/2016 của Chính phủ; Nghị định số 94/2022/NĐ-CP ngày "
        "07/11/2022 của Chính phủ.",
        "conflicting-date",
        "Nghị định số 94/2022/NĐ-CP ngày 01/7/2016 của Chính phủ",
    ),
    ("họp ngày 31 tháng 6 năm 2018 tại xã", "impossible-date", "31 tháng 6 năm 2018"),
    (
        "Kế hoạch số 15/KH-UBND ngày 20/5/2020 của UBND tỉnh Yên Bái; Kế hoạch số 18/KH-UBND ngày "
        "02/02/2020 của UBND tỉnh Yên Bái",
        "register-order",
        "Kế hoạch số 18/KH-UBND ngày 02/02/2020 của UBND tỉnh Yên Bái",
    ),
    ("theo Luật số 42/2013/QH14", "outside-term", "Luật số 42/2013/QH14"),
    ("Quy định 124/QĐ-TW ngày 02/02/2018 của Ban Bí thư", "misplaced-mark", "124/QĐ-TW"),
    ("Chỉ thị số 09/-CT-TW của Ban Bí thư", "misplaced-mark", "09/-CT-TW"),
    (
        "Đã tổ chức 20 cuộc giám sát, trong đó cấp huyện 8 cuộc, cấp xã 14 cuộc.",
        "parts-differ",
        "20 cuộc",
    ),
    (
        "Tổng số 50 cuộc giám sát, gồm: cấp huyện 20 cuộc, cấp xã 40 cuộc.",
        "parts-differ",
        "50 cuộc giám sát",
    ),
    ("Có 100 đại biểu dự, gồm 60 nam và 50 nữ.", "parts-differ", "100 đại biểu"),
    ("Có 50 cuộc, gồm 20 cuộc kiểm tra và 40 cuộc giám sát.", "parts-differ", "50 cuộc"),
    # the title cut short, as reports do
    (
        "Quy định số 142-QĐ/TW ngày 02/02/2018 của Ban Bí thư về giám sát của Mặt trận Tổ quốc "
        "Việt Nam; các quy định khác.",
        "near-number",
        "142-QĐ/TW",
    ),
    ("Kết luận số 294KL/TW của Ban Bí thư", "misplaced-mark", "294KL/TW"),
    ("Quyết định số 12/2020/QD-UBND của UBND tỉnh", "symbol-without-stroke", "12/2020/QD-UBND"),
    ("Nghị định số 64/2O14/NĐ-CP của Chính phủ", "letter-for-digit", "64/2O14/NĐ-CP"),
    ("theo Quyết định số 69-QÐ/TW", "lookalike-letter", "Ð"),
    (
        "có 12/24 đồng chí hoàn thành tốt nhiệm vụ (chiếm 60%)",
        "percent-differs",
        "12/24 đồng chí hoàn thành tốt nhiệm vụ (chiếm 60%",
    ),
]


@pytest.mark.parametrize("text, rule, quote", FOUND)
def test_finds(text, rule, quote):
    assert (rule, quote) in found(text)


QUIET = [
    "Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư.",
    # a year or a short title does not contradict a whole one
    "Quy định số 124-QĐ/TW năm 2018; Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư.",
    "Chỉ thị số 24-CT/TU ngày 20/4/2018 về tăng cường trách nhiệm nêu gương của người đứng đầu; "
    "Chỉ thị số 24-CT/TU ngày 20/4/2018 về tăng cường trách nhiệm nêu gương của người đứng đầu "
    "các cấp ủy, chính quyền, cơ quan, đơn vị.",
    # numbers given out some days ahead
    "Kế hoạch số 15/KH-UBND ngày 20/5/2020 và Kế hoạch số 18/KH-UBND ngày 15/5/2020 của UBND xã.",
    # a code among other laws
    "Luật số 45/2019/QH14 ngày 20/11/2019 của Quốc hội.",
    # ordinances bore the symbol of the order that announced them
    "Pháp lệnh số 10-LCT/HĐNN7 ngày 23/12/1982.",
    "Quyết định số 206-QĐ/UB năm 1985 của UBND tỉnh.",
    # growth and plans pass a hundred per cent; parts need not be listed in full
    "Thu ngân sách đạt 112% kế hoạch, tăng 120% so với cùng kỳ.",
    "kỷ luật 30 đảng viên, trong đó khai trừ 05, cách chức 03 đồng chí",
    "Năm 2019, tổng số đảng viên toàn huyện là 1.234 đồng chí. "
    "Năm 2020, tổng số đảng viên toàn huyện là 1.250 đồng chí.",
    "kết nạp 35 đảng viên, trong đó nữ 20 đồng chí, dân tộc thiểu số 30 đồng chí",
    "Đã tổ chức 22 cuộc giám sát, trong đó cấp huyện 8 cuộc, cấp xã 14 cuộc.",
    # an issuer with the term in its name
    "Quy định số 08-QĐi/TW ngày 25/10/2018 của BCH Trung ương Đảng khóa XII",
    "kiểm tra 12 tổ chức đảng, trong đó có 25 đảng viên",
    "tỷ lệ 12/24 đồng chí (chiếm 50%)",
    # a minister is the ministry, however the capital stands
    "Thông tư số 86/2020/TT-BTC ngày 23/12/2020 của Bộ Tài chính; Thông tư số 86/2020/TT-BTC ngày "
    "23/12/2020 của Bộ Trưởng Bộ Tài chính",
    # the record has it under the body that leads, on the same day
    "Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN ngày 15/6/2017",
    # the code that a decree of its day details; a law that amended another and was replaced since
    "Thông tư số 8/2021/TT-BNV: Nghị định số 46/2013/NĐ-CP ngày 10/5/2013 của Chính phủ quy định "
    "chi tiết thi hành một số điều của Bộ luật Lao động.",
    # a violation is judged by the law of its day
    "Chi cục vi phạm Luật Đấu thầu năm 2013 và vi phạm quy định của Luật Tố cáo số 03/2011/QH13.",
    # a change is no whole
    "thi hành kỷ luật 19 đảng viên, tăng 04 đảng viên so với quý III (khiển trách 13 đồng chí, "
    "cảnh cáo 03 đồng chí, cách chức 01 đồng chí, khai trừ 02 đồng chí)",
    "Toàn huyện nhận 19 đơn, ít hơn cùng kỳ 04 đơn; mười hai đơn (12 đơn) trùng nên xếp lưu.",
]


@pytest.mark.parametrize("text", QUIET)
def test_is_quiet(text):
    assert found(text) == []


# (day, text, what is told of the places in it)
FORMER = [
    (
        "2026-09-10",
        "Tại huyện Mù Cang Chải có 12 đơn thư.",
        ["huyện Mù Cang Chải có đến 30/06/2025; địa bàn nay thuộc tỉnh Lào Cai."],
    ),
    ("2021-09-10", "Tại huyện Mù Cang Chải có 12 đơn thư.", []),
    (
        "2026-09-10",
        "Người dân xã Mồ Dề phản ánh.",
        ["xã Mồ Dề có đến 30/06/2025; nay là xã Mù Cang Chải."],
    ),
    # a name that is borne still, or that several units bore
    ("2026-09-10", "Người dân xã Púng Luông, xã Lao Chải và tỉnh Lào Cai phản ánh.", []),
    ("2026-09-10", "Người dân xã Tân Lập phản ánh.", []),
]


@pytest.mark.parametrize(("day", "text", "expected"), FORMER)
def test_a_place_that_is_no_more_is_told_with_what_it_is_now(day, text, expected):
    told = [n.message.vi for n in notices_on(text, day) if n.rule == "former-name"]
    assert told == expected


def test_what_did_not_exist_yet_is_not_told_to_be_cited_rightly():
    text = "Quy định số 37-QĐ/TW ngày 25/10/2021 của Ban Chấp hành Trung ương."
    assert [rule for rule, _ in found(text, "2021-09-15")] == ["cited-before-issued"]
    assert [rule for rule, _ in found(text, "2022-09-15")] == ["replaced"]


def test_a_law_just_replaced_may_still_be_in_force():
    text = "Căn cứ Luật Bảo hiểm xã hội số 58/2014/QH13 ngày 20/11/2014."
    severities = {
        on: [n.severity for n in notices_on(text, on) if n.rule == "replaced"]
        for on in ("2023-01-01", "2024-12-01", "2025-06-30", "2025-07-01")
    }
    assert severities == {
        "2023-01-01": ["information"],
        "2024-12-01": ["information"],
        # the day from which the new law is in force
        "2025-06-30": ["information"],
        "2025-07-01": ["warning"],
    }


def test_the_replacing_instrument_beside_it_makes_it_quiet():
    text = (
        "Quy định số 30-QĐ/TW ngày 26/7/2016, nay là Quy định số 22-QĐ/TW ngày 28/7/2021 của Ban "
        "Chấp hành Trung ương"
    )
    told = [n.instrument for n in notices_on(text, "2022-08-10") if n.rule == "replaced"]
    assert told == ["https://w3id.org/vankien/instrument/tw/k13/qd/22"]


def test_an_undated_text_is_told_and_not_accused():
    text = "Thực hiện Quy định số 30-QĐ/TW ngày 26/7/2016 của Ban Chấp hành Trung ương."
    (notice,) = checked(read(SourceText(text, "draft.txt")), TODAY)
    assert (notice.rule, notice.severity) == ("replaced", "information")
    assert not wrong((notice,))


def test_expired_without_a_successor(monkeypatch):
    iri = "https://w3id.org/vankien/instrument/tw/k12/qd/124"
    ended = {iri: replace(records()[iri], validity="hết hiệu lực")}
    monkeypatch.setattr(validity_checks, "records", lambda: records() | ended)
    assert ("expired", QUIET[0].rstrip(".")) in found(QUIET[0])


def test_ambiguous_citations_list_their_candidates():
    (notice,) = notices_on("Các xã thực hiện Quy định số 124-QĐ/TW.", "2024-06-01")
    assert [side.quote[:32] for side in notice.others] == [
        "Quy định 124-QĐ/TW, ngày 02/02/2",
        "Quy định 124-QĐ/TW, ngày 04/10/2",
    ]


def test_many_later_citations_accuse_the_date_of_the_draft():
    path = ROOT / "tests/texts/reports/quyet-dinh-thanh-lap-doan-2021.txt"
    text = path.read_text(encoding="utf-8")
    reading = read(SourceText(text, "report.txt"))
    told = [n for n in checked(reading, TODAY, "2001-01-01") if n.rule == "cited-before-issued"]
    assert [n.span for n in told] == [reading.self.span]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests/texts").rglob("*.txt")), ids=lambda p: p.stem
)
def test_spans_lie_in_the_text_and_pieces_make_it_whole(path):
    source = SourceText(path.read_text(encoding="utf-8"), str(path))
    notices = checked(read(source), TODAY)
    for notice in notices:
        for span in (notice.span, *notice.also, *(s.span for s in notice.others if s.span)):
            assert 0 <= span.start < span.end <= len(source.text)
    assert "".join(piece for piece, _ in stretches(source.text, notices)) == source.text


# Two slips of their writers and two letters typed as U+00D0: all judged by eye.
WRONG = {
    "front-tinh-lang-son-trung-lap-2020": ["conflicting-date"],
    "kiem-tra-tinh-uy-ha-tinh-2010": ["lookalike-letter"],
    "ubkt-tinh-ky-hop-2026": ["lookalike-letter"],
}


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests/texts/reports").glob("*.txt")), ids=lambda p: p.stem
)
def test_reports_raise_nothing_false(path):
    text = path.read_text(encoding="utf-8")
    told = [n.rule for n in checked(read(SourceText(text, "r.txt")), TODAY) if wrong((n,))]
    assert told == WRONG.get(path.stem, [])


def test_the_seed(run, golden, monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("VANKIEN_LANG", "vi")
    ran = run("check", SEED)
    assert ran.code == 1
    golden("seed.check.txt", ran.out)


def test_the_command_as_json(run, monkeypatch):
    monkeypatch.chdir(ROOT)
    ran = run("check", SEED, "--format", "json")
    assert ran.code == 1
    text = Path(SEED).read_text(encoding="utf-8")
    told = json.loads(ran.out)
    assert len(told) == 9
    for one in told:
        assert text[one["start"] : one["end"]] == one["quote"]
        assert text.count("\n", 0, one["start"]) + 1 == one["line"]
    order = next(one for one in told if one["rule"] == "register-order")
    assert [side["quote"].split(",")[0] for side in order["others"]] == [
        "Quy định 86-QĐ/TW",
        "Quy định 102-QĐ/TW",
    ]
    assert all(side["authority"] for side in order["others"])


def test_the_command_as_html(run, monkeypatch):
    monkeypatch.chdir(ROOT)
    ran = run("check", SEED, "--format", "html")
    shown = BeautifulSoup(ran.out, "html.parser")
    assert len(shown.select("tr[id]")) == 9
    for link in shown.select("sup a, td a"):
        assert shown.find(id=link["href"].removeprefix("#"))
    for number in shown.find_all("sup"):
        number.decompose()
    assert shown.pre.get_text() == Path(SEED).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text, arguments, code",
    [
        (QUIET[0], (), 0),
        (QUIET[0] + " Họp ngày 31/6/2018.", (), 1),
        ("Quy định số 30-QĐ/TW ngày 26/7/2016 của Ban Chấp hành Trung ương.", (), 0),
        (
            "Quy định số 30-QĐ/TW ngày 26/7/2016 của Ban Chấp hành Trung ương.",
            ("--as-of", "2022-08-10"),
            1,
        ),
    ],
)
def test_exit_codes(run, tmp_path, text, arguments, code):
    draft = tmp_path / "draft.txt"
    draft.write_text(text, encoding="utf-8")
    assert run("check", str(draft), *arguments).code == code


def test_could_not_run(run, tmp_path):
    assert run("check", str(tmp_path / "missing.txt")).code == 2


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    """The application without any store: the checker needs none."""
    directory = tmp_path_factory.mktemp("empty")
    workers = Workers(directory, size=1, timeout=20)
    yield create_app(directory, workers).test_client()
    workers.close()


def test_the_page_marks_the_draft_and_forgets_it(client):
    text = (ROOT / SEED).read_text(encoding="utf-8")
    response = client.post("/check", data={"text": text})
    assert response.headers["Cache-Control"] == "no-store"
    shown = BeautifulSoup(response.data, "html.parser")
    assert len(shown.select("table.notices tbody tr")) == 9
    for link in shown.select("sup a, td a[aria-label]"):
        assert shown.find(id=link["href"].removeprefix("#"))
    assert "kỷ luật 106 đảng viên" in shown.find(id="n4").get_text()
    english = client.post("/check?lang=en", data={"text": text})
    client.delete_cookie("lang")
    assert (
        "Number out of the register's order"
        in BeautifulSoup(english.data, "html.parser").get_text()
    )


def test_the_page_reads_files_and_answers_json(client):
    text = QUIET[0] + " Họp ngày 31/6/2018."
    data = {"file": (BytesIO(text.encode()), "du-thao.txt"), "format": "json"}
    (told,) = client.post("/check", data=data).json
    assert (told["rule"], told["quote"], told["path"]) == (
        "impossible-date",
        "31/6/2018",
        "du-thao.txt",
    )


@pytest.mark.parametrize(
    "data, status",
    [
        ({"text": ""}, 400),
        ({"text": "Quy định", "on": "hôm qua"}, 400),
        ({"text": "Số: 01\nMẬT\nnội dung"}, 400),
        ({"text": "a" * 500_000}, 400),
        ({"text": "a" * 9_000_000}, 413),
    ],
    ids=["empty", "day", "secret", "long", "large"],
)
def test_the_page_refuses(client, data, status):
    assert client.post("/check", data=data).status_code == status


def test_every_rule_is_documented():
    page = (ROOT / "docs/checks.md").read_text(encoding="utf-8")
    for rule in rules().values():
        assert f"`{rule.name}`" in page
        assert rule.title.vi in page
        assert rule.title.en in page
        assert rule.example is None or rule.example in page
