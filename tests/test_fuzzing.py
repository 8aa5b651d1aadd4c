"""Every route under hostile addresses and parameters: a clear answer, never a failure of ours."""

import random
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup

from graph.store import Store
from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read
from ontology import iris
from web import create_app

NASTY = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' OR 1=1 --",
    "x" * 10_000,
    "\x00\x01\x1b[31m",
    "\u202egnp.exe\u200f",
    "../../../../etc/passwd",
    "{{7*7}}${7*7}",
    "<https://w3id.org/vankien/>",
    "9" * 60,
    "-1",
    "NaN",
    "🙂 ắ",
    " \r\n\t",
    "a/b?c=d&e#f",
    "%",
)
# What no browser sends but anybody may: bytes that are no UTF-8.
BROKEN = ("%ff%fe", "%ed%a0%80", "%00", "%%%")
NAMES = (
    "q", "of", "kind", "issuer", "level", "place", "year", "relation", "order", "page", "format",
    "dates", "lang", "version", "at", "findings", "cited-by", "part", "instrument", "number", "iri",
    "unit", "scope", "from", "to", "as_of", "query", "depth", "centre", "node", "graph",
)  # fmt: skip


@pytest.fixture(scope="module")
def app(seeded):
    made = create_app(seeded, token="mai:Zx81")
    yield made
    made.extensions["vankien"].updates.close()
    made.extensions["vankien"].workers.close()


def addresses(app):
    """One address of each route, its variable parts open."""
    for rule in sorted(app.url_map.iter_rules(), key=str):
        # the endpoints of the protocols have tests of their own, with every query run apart
        if "GET" in rule.methods and not str(rule).startswith(("/sparql", "/graph-store")):
            yield rule


def filled(rule, value, dice):
    """The address of a rule with a value in each of its variable parts."""
    parts = []
    for is_dynamic, text in rule._trace:
        if not is_dynamic:
            parts.append(text.lstrip("|"))
        elif text in rule._converters and type(rule._converters[text]).__name__ == "AnyConverter":
            parts.append(dice.choice(sorted(rule._converters[text].items)))
        elif text in rule._converters and "Integer" in type(rule._converters[text]).__name__:
            parts.append(dice.choice(["0", "1", "9" * 30]))
        else:
            parts.append(value)
    return "".join(parts)


def test_no_route_fails_whatever_is_asked_of_it(app):
    client, dice = app.test_client(), random.Random(5)
    asked = 0
    for rule in addresses(app):
        for value in (*map(quote, NASTY), *BROKEN):
            names = dice.sample(NAMES, 4)
            query = "&".join(
                f"{name}={dice.choice([value, quote(dice.choice(NASTY))])}" for name in names
            )
            address = f"{filled(rule, value, dice)}?{query}"
            accept = dice.choice(
                ["text/html", "application/json", "*/*", "text/turtle", "nonsense"]
            )
            response = client.get(address, headers={"Accept": accept})
            response.close()
            asked += 1
            assert response.status_code < 500, (address[:300], response.status_code)
    assert asked > 400


def test_no_form_of_review_fails_whatever_is_sent(app):
    client, dice = app.test_client(), random.Random(6)
    client.post("/review/sign-in", data={"token": "Zx81"})
    for path in ("", "/merge", "/choose", "/undo", "/sign-in", "/sign-out"):
        for value in NASTY:
            names = (
                "part",
                "verdict",
                "value",
                "reason",
                "body",
                "same",
                "instrument",
                "act",
                "token",
            )
            sent = {name: dice.choice([value, "bac-bo", "correct"]) for name in names}
            response = client.post(f"/review{path}", data=sent)
            assert response.status_code < 500, (path, value)


@pytest.mark.parametrize("value", NASTY)
def test_what_is_typed_is_shown_as_text(app, value):
    client = app.test_client()
    for path in ("/search", "/queries/cited-by", "/review"):
        name = {"/search": "q", "/queries/cited-by": "number", "/review": "part"}[path]
        response = client.get(path, query_string={name: value}, headers={"Accept": "text/html"})
        soup = BeautifulSoup(response.data, "html.parser")
        assert not soup.find("img", src="x")
        for script in soup.find_all("script"):
            assert "alert" not in script.get_text()


HOSTILE = (
    "Thực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư <script>alert(1)</script>.\n"
    "Căn cứ Kế hoạch số 171/KH-MTTQ-BTT \"><img src=x onerror=alert(1)> ngày 22/6/2021 \u202eđảo.\n"
    + "Ủy ban MTTQ " + "rất dài " * 1_500 + "\n"
    "Từ ngày 18 đến 22/8/2021, Đoàn giám sát của Ủy ban MTTQ tỉnh <b>Yên Bái</b> đã giám sát việc"
    " thực hiện Quy định số 124-QĐ/TW tại Huyện ủy Mù Cang Chải.\n"
)  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A client on a store whose one source, file name included, is full of traps."""
    directory = tmp_path_factory.mktemp("hostile") / "store"
    name = "<img src=x onerror=alert(1)>\u202e'\".txt"
    reading = read(SourceText(HOSTILE, name))
    with Store.open(directory) as store:
        store.add(quads(reading), reading.source.id, name)
        store.publish()
    return create_app(directory).test_client(), iris.source(reading.source.id)


def test_hostile_labels_and_quotes_are_text_on_every_page(hostile):
    client, source = hostile
    source = source.removeprefix(iris.BASE)
    hits = client.get("/search?format=json").json["hits"]
    paths = {f"{hit['address']}.html" for hit in hits if hit["address"].startswith("/")}
    for path in ("/", "/search?q=quy+dinh", f"/{source}.html", "/conflicts", "/dataset", *paths):
        response = client.get(path, headers={"Accept": "text/html"})
        assert response.status_code == 200, path
        soup = BeautifulSoup(response.data, "html.parser")
        assert not soup.find("img", src="x"), path
        assert not any(tag.has_attr("onerror") for tag in soup.find_all(True)), path
        for script in soup.find_all("script"):
            assert "</" not in script.get_text(), path
            assert script.get("src") or script["type"].startswith("application/"), path


def test_a_version_that_is_not_kept_is_told_as_a_page(app):
    response = app.test_client().get("/dataset?version=999", headers={"Accept": "text/html"})
    assert response.status_code == 404
    assert "999" in BeautifulSoup(response.data, "html.parser").h1.get_text()
