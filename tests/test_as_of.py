"""Pages as of a day: in force or not, the name then, what it is now."""

import pytest
from bs4 import BeautifulSoup

from graph.workers import Workers
from web import create_app
from web.language import shown_date


@pytest.fixture(scope="module")
def client(seeded):
    workers = Workers(seeded, size=1, timeout=20)
    yield create_app(seeded, workers).test_client()
    workers.close()


def told(client, path, day, language="vi"):
    """What the page says of the day, without the evidence."""
    client.delete_cookie("lang")
    response = client.get(f"{path}.html?as_of={day}&lang={language}")
    assert response.status_code == 200
    section = BeautifulSoup(response.data, "html.parser").select_one("#as-of")
    # as people write it, whatever the language of the browser
    assert section.select_one("input[name=as_of]")["value"] == shown_date(day)
    for proof in section.select("details, .evidence"):
        proof.decompose()
    status = section.select_one("[role=status]")
    return " ".join(status.get_text().split()) if status else ""


DECREE, COMMUNE = "/instrument/cp/2016/nd/159", "/place/04468-mo-de@truoc-2025"
# (page, day, words that stand there, words that do not)
SAID = [
    (DECREE, "2010-01-01", ["chưa ban hành"], ["hết hiệu lực"]),
    (DECREE, "2020-01-01", ["Ngày 01/01/2020", "nay là"], ["hết hiệu lực", "chưa ban hành"]),
    (DECREE, "2024-01-01", ["hết hiệu lực", "bởi Nghị định 59/2023/NĐ-CP"], ["chưa rõ"]),
    (COMMUNE, "2021-09-08", ["tên lúc bấy giờ: xã Mồ Dề", "nay là xã Mù Cang Chải"], ["không còn"]),
    (
        COMMUNE,
        "2025-07-01",
        ["không còn (có đến 30/06/2025)", "nay là xã Mù Cang Chải"],
        ["tên lúc"],
    ),
    (
        "/place/04456-mu-cang-chai@2025",
        "2021-09-08",
        ["chưa có (có từ 01/07/2025)", "xã Mồ Dề", "xã Chế Cu Nha", "xã Kim Nọi"],
        ["không còn", "nay là"],
    ),
    ("/place/15-yen-bai@truoc-2025", "2026-01-01", ["nay là tỉnh Lào Cai", "202/2025/QH15"], []),
    # a body by its place: the district level ended and nothing succeeds it
    (
        "/body/huyen-uy-mu-cang-chai",
        "2026-01-01",
        ["không còn (có đến 30/06/2025)", "không có đơn vị kế tục"],
        ["nay là"],
    ),
    (
        "/body/ban-dan-van-trung-uong",
        "2021-01-01",
        ["tên lúc bấy giờ: Ban Dân vận Trung ương", "nay là Ban Tuyên giáo và Dân vận"],
        [],
    ),
    ("/body/ban-bi-thu", "2021-01-01", ["tên lúc bấy giờ: Ban Bí thư"], ["nay là", "có đến"]),
]


@pytest.mark.parametrize(
    ("path", "day", "there", "absent"), SAID, ids=[f"{s[0].rsplit('/')[-1]} {s[1]}" for s in SAID]
)
def test_a_page_says_what_held_on_a_day(client, path, day, there, absent):
    words = told(client, path, day)
    assert [each for each in there if each not in words] == []
    assert [each for each in absent if each in words] == []


def test_in_english_too(client):
    assert "called then: xã Mồ Dề" in told(client, COMMUNE, "2021-09-08", "en")


def test_without_a_day_the_page_offers_one(client):
    assert told(client, COMMUNE, "") == ""


def test_a_day_that_is_none_is_refused(client):
    response = client.get(f"{COMMUNE}.html?as_of=h%C3%B4m+qua", headers={"Accept": "text/html"})
    assert response.status_code == 400
    assert "2021-08-18" in response.get_data(as_text=True)


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("/change/04456-mu-cang-chai@2025", "xã Mù Cang Chải"),
        ("/list/27-bieu-hien-suy-thoai", "27 biểu hiện suy thoái"),
    ],
)
def test_a_change_and_a_list_have_pages(client, path, heading):
    client.delete_cookie("lang")
    response = client.get(f"{path}.html?lang=vi")
    assert response.status_code == 200
    assert heading in BeautifulSoup(response.data, "html.parser").h1.get_text()


def test_a_body_says_where_its_place_belongs_now(client):
    path = "/body/dang-bo-xa-che-cu-nha-04471.html"
    section = BeautifulSoup(client.get(path).data, "html.parser").select_one("#as-of")
    assert section.select_one(".then a").get_text() == "xã Mù Cang Chải (từ 01/07/2025)"
