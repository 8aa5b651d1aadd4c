"""Polite fetching, against a server of this machine that is slow, broken, huge or elsewhere."""

import csv
import json
import threading
from collections import Counter
from dataclasses import astuple
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from loaders.readers import Refusal, sources
from loaders.readers.mirrors import kept_as, mirrored
from loaders.readers.refusals import Unreadable
from vankien import fetching
from vankien.polite import Guest
from vankien.robots import robots

SENTENCE = "Thực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư."
PAGE = f"<html><head><title>Giám sát tại xã</title></head><body><p>{SENTENCE}</p></body></html>"
ROBOTS = "User-agent: *\nDisallow: /private/\nDisallow: /*.zip$\nAllow: /private/open"


class Site(BaseHTTPRequestHandler):
    """What each path answers; a dripping one drips until the test is over."""

    protocol_version = "HTTP/1.1"
    over = threading.Event()

    def do_GET(self):
        server = self.server
        server.asked.append((self.path, dict(self.headers)))
        answer = getattr(self, "answer_" + self.path.strip("/").split("?")[0].split(".")[0], None)
        if self.path in server.pages:
            self.page(server.pages[self.path])
        elif answer:
            answer()
        else:
            self.say(404, b"")
        self.close_connection = True

    def page(self, body):
        etag = f'"{len(body)}"'
        if self.headers.get("If-None-Match") == etag:
            self.say(304, b"")
        else:
            self.say(200, body, ("ETag", etag), ("Content-Type", "text/html; charset=utf-8"))

    def say(self, status, body, *headers):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if not any(name == "Content-Length" for name, _ in headers):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def answer_drip(self):
        self.send_response(200)
        self.end_headers()
        while not self.over.wait(0.02):
            try:
                self.wfile.write(b"x")
            except OSError:
                return

    def answer_silent(self):
        self.over.wait(20)

    def answer_cut(self):
        self.say(200, b"half", ("Content-Length", "400"))

    def answer_huge(self):
        self.say(200, b"", ("Content-Length", str(10**12)))

    def answer_endless(self):
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"x" * 100_000)
        except OSError:
            return

    def answer_packed(self):
        self.say(200, b"\x1f\x8b", ("Content-Encoding", "gzip"))

    def answer_loop(self):
        self.say(302, b"", ("Location", "/loop"))

    def answer_moved(self):
        self.say(301, b"", ("Location", "/a.html"))

    def answer_nowhere(self):
        self.say(302, b"")

    def answer_etc(self):
        self.say(302, b"", ("Location", "file:///etc/passwd"))

    def answer_bracket(self):
        self.say(302, b"", ("Location", "http://[x/"))

    def answer_forbidden(self):
        self.say(302, b"", ("Location", "/private/a.html"))

    def answer_busy(self):
        self.say(503, b"", ("Retry-After", "120"))

    def answer_garbage(self):
        self.wfile.write(b"\x00\xff nonsense\r\n\r\n")

    def log_message(self, *_):
        pass


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    server.asked, server.pages = [], {"/robots.txt": ROBOTS.encode(), "/a.html": PAGE.encode()}
    server.address = f"http://127.0.0.1:{server.server_port}"
    Site.over.clear()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    Site.over.set()
    server.shutdown()
    server.server_close()
    thread.join()


def guest(**options):
    options = {"every": 0, "allow_local": True, "limit": 50_000, "timeout": 10} | options
    return Guest(**options)


def fetched(site, tmp_path, *paths, lister=None, **options):
    """The tally and the reasons of refusal by path."""
    listed = tmp_path / "list.txt"
    if lister is None:
        listed.write_text("# what to fetch\n\n" + "\n".join(site.address + p for p in paths))
    refused = {}

    def told(each):
        if isinstance(each, Refusal):
            refused[each.path.removeprefix(site.address)] = each.reason_en

    tally = fetching.fetch(str(lister or listed), tmp_path / "out", guest(**options), told)
    return astuple(tally), refused


def asked(site):
    paths = Counter(path for path, _ in site.asked)
    site.asked.clear()
    return paths


def kept(tmp_path):
    """The files of the folder, but for its notes."""
    out = tmp_path / "out"
    notes = (fetching.JOURNAL, "SOURCES.tsv")
    return sorted(
        p.relative_to(out).as_posix().partition("/")[2]
        for p in out.rglob("*")
        if p.is_file() and p.name not in notes
    )


def test_what_is_fetched_is_loaded_with_its_address(site, tmp_path):
    site.pages["/tin?id=7"] = PAGE.replace("124", "217").encode()
    assert fetched(site, tmp_path, "/a.html", "/tin?id=7") == ((2, 0, 0, 0), {})
    assert kept(tmp_path) == ["a.html", "tin@id=7.html"]
    texts = list(sources([str(tmp_path / "out")]))
    assert [each.url for each in texts] == [site.address + p for p in ("/a.html", "/tin?id=7")]


def test_a_second_run_asks_for_what_has_changed(site, tmp_path):
    site.pages["/b.html"] = PAGE.encode()
    assert fetched(site, tmp_path, "/a.html", "/b.html")[0] == (2, 0, 0, 0)
    site.pages["/b.html"] = PAGE.encode() + b"<p>2</p>"
    assert fetched(site, tmp_path, "/a.html", "/b.html")[0] == (1, 1, 0, 0)
    journal = tmp_path / "out" / fetching.JOURNAL
    size = journal.stat().st_size
    assert fetched(site, tmp_path, "/a.html", "/b.html")[0] == (0, 2, 0, 0)
    assert journal.stat().st_size == size
    [out] = (tmp_path / "out").glob("*/b.html")
    assert out.read_bytes().endswith(b"<p>2</p>")


def test_a_stopped_run_goes_on_where_it_was(site, tmp_path):
    paths = [f"/{n}.html" for n in range(4)]
    site.pages.update((path, PAGE.encode()) for path in paths)

    class Stop(Exception):
        pass

    (tmp_path / "list.txt").write_text("\n".join(site.address + p for p in paths))
    told = iter([None, None])

    def stop(_):
        if next(told, Stop) is Stop:
            raise Stop

    with pytest.raises(Stop):
        fetching.fetch(str(tmp_path / "list.txt"), tmp_path / "out", guest(), stop)
    # SOURCES.tsv tells of what is there, and a torn last note is none.
    assert len(list(sources([str(tmp_path / "out")]))) == 3
    journal = tmp_path / "out" / fetching.JOURNAL
    journal.write_bytes(journal.read_bytes()[:-20])
    assert set(asked(site)) == {"/robots.txt", *paths[:3]}
    assert fetched(site, tmp_path, *paths)[0] == (2, 0, 2, 0)
    assert set(asked(site)) == {"/robots.txt", *paths[2:]}
    # What was lost or torn since is fetched again.
    [lost] = (tmp_path / "out").glob("*/1.html")
    lost.write_bytes(b"half")
    assert fetched(site, tmp_path, *paths)[0] == (1, 3, 0, 0)


def test_robots_are_heeded_and_asked_for_once(site, tmp_path):
    site.pages["/private/open.html"] = PAGE.encode()
    paths = ("/private/a.html", "/b.zip", "/private/open.html", "/forbidden")
    tally, refused = fetched(site, tmp_path, *paths)
    assert tally == (1, 0, 0, 3)
    assert set(refused) == {"/private/a.html", "/b.zip", "/forbidden"}
    assert all("robots.txt" in reason for reason in refused.values())
    assert asked(site) == {"/robots.txt": 1, "/private/open.html": 1, "/forbidden": 1}


@pytest.mark.parametrize("status, allowed", [(404, True), (410, True), (403, False), (500, False)])
def test_robots_that_are_not_told(site, tmp_path, monkeypatch, status, allowed):
    del site.pages["/robots.txt"]
    monkeypatch.setattr(Site, "answer_robots", lambda self: self.say(status, b""), raising=False)
    tally, refused = fetched(site, tmp_path, "/a.html")
    assert tally == ((1, 0, 0, 0) if allowed else (0, 0, 0, 1))
    assert allowed or f"cannot be read (HTTP {status})" in refused["/a.html"]


BAD = {
    "/cut": "did not answer as a whole",
    "/huge": "larger than the limit",
    "/endless": "larger than the limit",
    "/packed": "packed",
    "/loop": "redirected more than",
    "/nowhere": "to nowhere",
    "/etc": "no http(s)",
    "/bracket": "no http(s)",
    "/busy": "HTTP 503; it asks to wait 120",
    "/garbage": "did not answer as a whole",
    "/none": "HTTP 404",
    "/x/../../../etc/passwd": "climbs out",
    "/x/%2e%2e/%2e%2e/passwd": "climbs out",
}


def test_bad_answers_are_told_and_leave_nothing(site, tmp_path):
    tally, refused = fetched(site, tmp_path, *BAD, "/a.html", "/moved")
    assert tally == (2, 0, 0, len(BAD))
    assert {path: BAD[path] in reason for path, reason in refused.items()} == dict.fromkeys(
        BAD, True
    )
    assert kept(tmp_path) == ["a.html", "moved.html"]


@pytest.mark.parametrize("path", ["/drip", "/silent"])
def test_a_slow_answer_is_given_up(site, tmp_path, path):
    tally, refused = fetched(site, tmp_path, path, timeout=0.4)
    assert tally == (0, 0, 0, 1)
    assert "too slowly" in refused[path]


def test_the_inner_network_is_left_alone(site, tmp_path):
    port = site.server_port
    addresses = [
        f"http://{host}:{port}/a.html"
        for host in (
            "127.0.0.1",
            "localhost",
            "[::1]",
            "0.0.0.0",
            "2130706433",
            "[::ffff:127.0.0.1]",
        )
    ]
    hostile = [
        "ftp://example.vn/a",
        "http://u:p@example.vn/",
        "http://[x/",
        "nonsense",
        "http:///a",
    ]
    (tmp_path / "list.txt").write_text("\n".join([*addresses, *hostile]))
    heard = []
    tally = fetching.fetch(
        str(tmp_path / "list.txt"), tmp_path / "out", guest(allow_local=False), heard.append
    )
    assert astuple(tally) == (0, 0, 0, len(addresses) + len(hostile))
    assert site.asked == []
    assert "--allow-local" in heard[0].reason_en


def test_a_dead_site_is_tried_once(tmp_path):
    (tmp_path / "list.txt").write_text("\n".join(f"http://127.0.0.1:1/{n}" for n in range(3)))
    heard, slept = [], []
    fetching.fetch(
        str(tmp_path / "list.txt"),
        tmp_path / "out",
        guest(every=9, sleep=slept.append),
        heard.append,
    )
    assert len(heard) == 3
    assert slept == []


def test_a_pause_is_kept_between_requests_to_a_host(site, tmp_path):
    now, slept = [100.0], []

    def sleep(seconds):
        slept.append(seconds)
        now[0] += seconds

    site.pages["/b.html"] = PAGE.encode()
    clock = {"clock": lambda: now[0], "sleep": sleep}
    fetched(site, tmp_path, "/a.html", "/b.html", every=2.5, **clock)
    assert slept == [2.5, 2.5]
    slept.clear()
    site.pages["/robots.txt"] = b"User-agent: *\nCrawl-delay: 7"
    fetched(site, tmp_path, "/a.html", "/b.html", every=2.5, **clock)
    assert slept == [7.0, 7.0]


def test_a_feed_and_a_sitemap_are_lists(site, tmp_path):
    site.pages["/tin.html"] = b"<html><body><p>" + SENTENCE.encode() + b"</p></body></html>"
    feed = tmp_path / "feed.xml"
    feed.write_text(
        f"<rss><channel><item><link>{site.address}/tin.html</link><title>Giám sát</title>"
        "<pubDate>Wed, 08 Sep 2021 09:33:23 +0700</pubDate></item></channel></rss>"
    )
    assert fetched(site, tmp_path, lister=feed)[0] == (1, 0, 0, 0)
    [found] = sources([str(tmp_path / "out")])
    assert found.published == "2021-09-08T09:33:23"
    # A sitemap that lies on the server, and leads to another.
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    site.pages["/map.xml"] = f"<urlset {space}><url><loc>{site.address}/a.html</loc></url></urlset>"
    site.pages["/map.xml"] = site.pages["/map.xml"].encode()
    index = tmp_path / "index.xml"
    index.write_text(f"<sitemapindex {space}><sitemap><loc>{site.address}/map.xml</loc></sitemap>"
                     "</sitemapindex>")  # fmt: skip
    assert fetched(site, tmp_path, lister=index)[0] == (2, 0, 0, 0)
    assert fetched(site, tmp_path, lister=f"{site.address}/map.xml")[0] == (0, 2, 0, 0)


def read_table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_what_people_wrote_in_the_table_stays(site, tmp_path):
    fetched(site, tmp_path, "/a.html")
    table = tmp_path / "out/SOURCES.tsv"
    rows = read_table(table)
    rows[0]["terms"] = "plain news"
    with table.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, rows[0], delimiter="\t")
        out.writeheader()
        out.writerows([*rows, {"file": "own.txt", "terms": "mine"}])
    fetched(site, tmp_path, "/a.html")
    again = {row["file"]: row for row in read_table(table)}
    assert again["own.txt"]["terms"] == "mine"
    assert again[rows[0]["file"]] == rows[0]


def test_a_journal_of_another_hand_reaches_nothing_outside(site, tmp_path):
    (tmp_path / "secret.txt").write_text("x")
    (tmp_path / "out").mkdir()
    notes = [
        {"address": f"{site.address}/a.html", "file": "../secret.txt", "size": 1},
        {"address": 5, "file": 7, "size": "x"},
        {"address": "x"},
        [1],
        "",
    ]
    journal = tmp_path / "out" / fetching.JOURNAL
    journal.write_text("\n".join(map(json.dumps, notes)) + "\n{")
    assert fetched(site, tmp_path, "/a.html")[0] == (1, 0, 0, 0)
    assert (tmp_path / "secret.txt").read_text() == "x"


def test_a_link_out_of_the_folder_is_not_followed(site, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").mkdir()
    host = f"127.0.0.1+{site.server_port}"
    (tmp_path / "out" / host).symlink_to(tmp_path / "elsewhere")
    tally, refused = fetched(site, tmp_path, "/a.html")
    assert tally == (0, 0, 0, 1)
    assert "outside" in refused["/a.html"]
    assert list((tmp_path / "elsewhere").iterdir()) == []


NAMES = [
    ("https://example.vn/", "text/html", "example.vn/index.html"),
    ("https://example.vn/tin/", "text/html", "example.vn/tin/index.html"),
    ("https://example.vn/tin", "text/html", "example.vn/tin.html"),
    ("https://example.vn/a.HTM", "text/html", "example.vn/a.HTM"),
    ("https://example.vn:8443/a.pdf", "application/pdf", "example.vn+8443/a.pdf"),
    ("https://example.vn/tải?id=7", "application/pdf", "example.vn/tải@id=7.pdf"),
    ("https://example.vn/b%C3%A1o/a%2Fb.txt", "", "example.vn/báo/a%2Fb.txt"),
    ("https://example.vn/p?u=http://x/", "text/html", "example.vn/p@u=http%3A%2F%2Fx%2F.html"),
    ("https://example.vn/.htaccess", "text/plain", "example.vn/%2Ehtaccess.txt"),
]


@pytest.mark.parametrize("address, content_type, name", NAMES)
def test_an_address_has_a_name_under_which_it_is_found(tmp_path, address, content_type, name):
    assert kept_as(address, content_type) == name
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(SENTENCE)
    assert mirrored(address, tmp_path, tmp_path) == path


def test_names_are_short_and_no_two_addresses_share_one():
    long = "https://example.vn/" + "ễ" * 300
    name = kept_as(long, "text/html").partition("/")[2]
    assert len(name.encode()) < 200
    assert name != kept_as(long + "b", "text/html").partition("/")[2]
    taken = kept_as("https://example.vn/A.html", "text/html", is_taken=True)
    assert taken.startswith("example.vn/A~")
    assert taken.endswith(".html")


@pytest.mark.parametrize("rules, path, may", [
    ("", "/a", True),
    ("User-agent: *\nDisallow:", "/a", True),
    ("User-agent: *\nDisallow: /", "/a", False),
    ("User-agent: other\nDisallow: /", "/a", True),
    ("User-agent: vankien\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/b", True),
    ("User-agent: x\nUser-agent: VanKien\nDisallow: /a", "/a", False),
    ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
    ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
    ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False),
    ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", True),
    ("User-agent: *\nDisallow: /*?id=", "/x?id=1", False),
    ("User-agent: *\nDisallow: /b%C3%A1o", "/báo/1", False),
    ("User-agent: * # all\r\nDisallow: /a # that", "/a", False),
    ("User-agent: *\nDisallow: /a*b*c$", "/abc", False),
    ("User-agent: *\nDisallow: /a*bc*bc$", "/abc", True),
    ("Disallow: /", "/a", True),
    ("\ufeffnonsense\n:::\nUser-agent", "/a", True),
])  # fmt: skip
def test_rules_of_robots(rules, path, may):
    assert robots(rules, "vankien").permits(path) is may


def test_a_rule_of_many_stars_costs_no_more_than_its_length():
    rule = "User-agent: *\nDisallow: /" + "a*" * 20_000 + "b$"
    assert robots(rule, "vankien").permits("/" + "a" * 30_000)


@pytest.mark.parametrize("address", [
    "https://example.vn/a/../b", "https:///etc/passwd", "/etc/passwd", "https://[x/", "",
])  # fmt: skip
def test_a_name_that_climbs_or_has_no_host_is_refused(address):
    with pytest.raises(Unreadable):
        kept_as(address, "text/html")
