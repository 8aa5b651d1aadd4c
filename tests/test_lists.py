"""Lists of texts: JSON Lines, CSV, sitemaps and feeds, and what stands beside a file."""

import json

import pytest

from loaders.model import SourceText
from loaders.readers import Refusal, files, origins, sources

SENTENCE = "Thực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư."
OTHER = "Thực hiện Quy định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị."
PAGE = f"<!doctype html><html><head><title>Tin</title></head><body><p>{SENTENCE}</p></body></html>"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write(path, words):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(words if isinstance(words, bytes) else words.encode())
    return path


def told(*paths):
    """Each text by its path below the folder, or the reason why it is none."""
    return [
        (each.path, each.reason_en if isinstance(each, Refusal) else each)
        for each in sources(list(map(str, paths)))
    ]


def test_json_lines_are_texts_with_what_is_known_of_them(tmp_path):
    record = {
        "text": SENTENCE,
        "url": "https://example.vn/1",
        "title": "Giám sát  tại xã",
        "published": "08/09/2021 09:33",
        "author": "Việt Phương",
        "rights": "plain news",
    }
    lines = [json.dumps(record), "", json.dumps({"html": PAGE, "id": "a/../b"})]
    path = write(tmp_path / "list.jsonl", "\n".join(lines))
    (first, one), (second, two) = told(path)
    assert (first, second) == (f"{path}/1", f"{path}/a%2F..%2Fb")
    assert one.text == SENTENCE
    known = (one.url, one.title, one.published, one.author, one.rights)
    assert known == (
        "https://example.vn/1", "Giám sát tại xã", "2021-09-08T09:33:00", "Việt Phương",
        "plain news",
    )  # fmt: skip
    assert SENTENCE in two.text
    assert "<p>" not in two.text


BAD_LINES = [
    ('{"text": ', "no valid JSON"),
    ("[1, 2]", "no JSON object"),
    ("[" * 100_000, "no valid JSON"),
    ('{"title": "x"}', "no 'text', 'html' or 'file'"),
    ('{"text": 7}', "no string"),
    ('{"text": "\\ud800"}', "not UTF-8"),
    (b'{"text": "\xff\xfe"}', "not UTF-8"),
    ('{"text": "   "}', "empty"),
    ('{"text": "MẬT\\nQuy định"}', "secrecy"),
    ('{"file": "../../etc/passwd"}', "outside the folder"),
    ('{"file": "/etc/passwd"}', "outside the folder"),
    ('{"file": "none.txt"}', "no file 'none.txt'"),
    ('{"file": "a\\u0000b"}', "no file"),
]


@pytest.mark.parametrize("line, reason", BAD_LINES, ids=[reason for _, reason in BAD_LINES])
def test_a_bad_line_is_told_by_its_number_and_stops_nothing(tmp_path, line, reason):
    raw = line if isinstance(line, bytes) else line.encode()
    good = json.dumps({"text": SENTENCE}).encode()
    path = write(tmp_path / "list.jsonl", b"\n".join([good, raw, good]))
    (_, one), (place, refused), (_, three) = told(path)
    assert place == f"{path}/2"
    assert reason in refused
    assert one.text == three.text == SENTENCE


def test_the_limit_is_that_of_a_line(tmp_path):
    """A list larger than the limit is read; a line larger than it is passed over in pieces."""
    lines = [json.dumps({"text": SENTENCE + " " * 300 * (number == 1)}) for number in range(9)]
    path = write(tmp_path / "list.jsonl", "\n".join(lines))
    found = list(files([str(path)], limit=300))
    assert path.stat().st_size > 600
    assert [isinstance(each, Refusal) for each in found] == [n == 1 for n in range(9)]
    assert "larger than" in found[1].reason_en


def test_a_list_is_read_as_it_is_asked_for(tmp_path):
    """Nothing behind the record that was asked for is looked at."""
    path = write(tmp_path / "list.jsonl", json.dumps({"text": SENTENCE}) + "\n" + "x" * 2_000_000)
    found = files([str(path)])
    assert next(found).raw == SENTENCE.encode()
    path.write_bytes(b"")
    assert isinstance(next(found), Refusal)


TABLES = [
    ("comma", "text,title\n{},Tin\n", ","),
    ("semicolon of a Vietnamese Excel", "\ufefftext;Title \n{};Tin\n", ";"),
    ("tab", "text\ttitle\n{}\tTin\n", "\t"),
    ("line breaks in a cell", 'title,text\r\nTin,"{}\n\n2"\r\n', ","),
]


@pytest.mark.parametrize("name, table, _mark", TABLES, ids=[name for name, _, _ in TABLES])
def test_rows_of_a_table_are_texts(tmp_path, name, table, _mark):
    path = write(tmp_path / "list.csv", table.format(SENTENCE))
    [(place, found)] = told(path)
    assert place == f"{path}/2"
    assert found.text.startswith(SENTENCE)
    assert found.title == "Tin"


def test_a_table_names_files_beside_it(tmp_path):
    write(tmp_path / "a/one.txt", SENTENCE)
    write(tmp_path / "two.txt", OTHER)
    write(tmp_path / "secret.txt", "x")
    table = "file,origin,terms\na/one.txt,https://example.vn/1,free\n../x.txt,,\nnone.txt,,\n"
    path = write(tmp_path / "list.csv", table)
    found = told(path)
    assert [place for place, _ in found] == [str(tmp_path / "a/one.txt"), f"{path}/3", f"{path}/4"]
    assert (found[0][1].url, found[0][1].rights) == ("https://example.vn/1", "free")
    assert "outside" in found[1][1]
    assert "no file" in found[2][1]
    # Of the folder, each file once: as its list tells, else by itself.
    texts = [each for _, each in told(tmp_path) if isinstance(each, SourceText)]
    assert sorted(each.path for each in texts) == sorted(
        str(tmp_path / name) for name in ("a/one.txt", "secret.txt", "two.txt")
    )
    assert [each.url for each in texts] == ["https://example.vn/1", None, None]


def test_a_file_outside_is_not_reached_through_a_link(tmp_path):
    outside = write(tmp_path / "outside.txt", SENTENCE)
    (tmp_path / "in").mkdir()
    (tmp_path / "in/link.txt").symlink_to(outside)
    path = write(tmp_path / "in/list.csv", "file\nlink.txt\n")
    [(_, refused)] = told(path)
    assert "outside" in refused


@pytest.mark.parametrize("raw, reason", [
    ("name,year\nx,1\n", "no column file, text or html"),
    ("", "no column file, text or html"),
    ("text\rone\rtwo", "no column file, text or html"),
    ('"' + "x" * 200_000, "no column file, text or html"),
    (b"text\n\xff\xfe\n", "not UTF-8"),
    ('text\n"' + SENTENCE, None),
])  # fmt: skip
def test_tables_with_wrong_columns_or_encoding(tmp_path, raw, reason):
    [(_, found)] = told(write(tmp_path / "list.csv", raw))
    assert found.text.strip() == SENTENCE if reason is None else reason in found


def test_a_table_that_is_no_list_is_passed_over_in_a_folder(tmp_path):
    write(tmp_path / "figures.csv", "year,count\n2021,5\n")
    write(tmp_path / "drawing.xml", "<svg/>")
    write(tmp_path / "one.txt", SENTENCE)
    assert [place for place, _ in told(tmp_path)] == [str(tmp_path / "one.txt")]


def urlset(*addresses):
    urls = "".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    return f'<?xml version="1.0"?>\n<urlset xmlns="{SITEMAP}">{urls}</urlset>'


def test_a_sitemap_names_the_mirrored_files(tmp_path):
    site = tmp_path / "mirror/example.vn"
    kept = {
        "https://example.vn/": "index.html",
        "https://example.vn/tin/mot": "tin/mot/index.html",
        "https://example.vn/tin/hai.html": "tin/hai.html",
        "https://example.vn/b%C3%A1o/ba": "báo/ba.html",
        "https://example.vn/p.aspx?ItemID=7&amp;x=1": "p.aspx?ItemID=7&x=1",
        "https://example.vn/q.aspx?ItemID=8": "q.aspx@ItemID=8.html",
    }
    for number, name in enumerate(kept.values()):
        write(site / name, PAGE.replace("Tin", f"Tin {number}"))
    write(site / "robots.txt", "User-agent: *")
    path = write(site / "sitemap.xml", urlset(*kept, "https://example.vn/none"))
    found = told(path)
    assert [place for place, _ in found[:-1]] == [str(site / name) for name in kept.values()]
    assert [each.url for _, each in found[:-1]] == [
        address.replace("&amp;", "&") for address in kept
    ]
    assert found[-1][0] == f"{path}/7"
    assert "https://example.vn/none" in found[-1][1]
    # The same from above, and each file once.
    assert len(told(tmp_path / "mirror")) == len(found)


def test_an_index_leads_to_the_sitemaps_that_are_mirrored(tmp_path):
    site = tmp_path / "example.vn"
    write(site / "a.html", PAGE)
    write(site / "maps/1.xml", urlset("https://example.vn/a.html"))
    # An index in an index is no sitemap: the search ends.
    inner = f'<sitemapindex xmlns="{SITEMAP}"><sitemap><loc>https://example.vn/index.xml</loc>'
    index = inner + "</sitemap><sitemap><loc>https://example.vn/maps/1.xml</loc></sitemap>"
    path = write(site / "index.xml", index + "</sitemapindex>")
    found = told(path)
    assert str(site / "a.html") in [place for place, each in found if isinstance(each, SourceText)]
    assert len(found) < 6


FEEDS = {
    "rss": """<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Báo</title>
        <link>https://example.vn/</link><item><media:title>Ảnh</media:title>
        <title>Giám sát tại xã</title><link>https://example.vn/tin.html</link>
        <pubDate>Wed, 08 Sep 2021 09:33:23 +0700</pubDate><dc:creator>Việt Phương</dc:creator>
        </item></channel></rss>""",
    "atom": """<feed xmlns="http://www.w3.org/2005/Atom"><title>Báo</title><entry>
        <title>Giám sát tại xã</title><link rel="edit" href="https://example.vn/x"/>
        <link href="https://example.vn/tin.html"/><published>2021-09-08T09:33:23+07:00</published>
        <author><name>Việt Phương</name></author></entry></feed>""",
    "rdf": """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><item>
        <title>Giám sát tại xã</title><link>https://example.vn/tin.html</link>
        <dc:date>2021-09-08T09:33:23+07:00</dc:date><dc:creator>Việt Phương</dc:creator>
        </item></rdf:RDF>""",
}


@pytest.mark.parametrize("form", FEEDS)
def test_feeds_tell_title_time_and_author(tmp_path, form):
    write(tmp_path / "example.vn/tin.html", f"<html><body><p>{SENTENCE}</p></body></html>")
    [(place, found)] = told(write(tmp_path / "feed.xml", FEEDS[form]))
    assert place == str(tmp_path / "example.vn/tin.html")
    assert (found.url, found.title, found.published, found.author) == (
        "https://example.vn/tin.html", "Giám sát tại xã", "2021-09-08T09:33:23", "Việt Phương",
    )  # fmt: skip


BOMB = f"""<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><urlset xmlns="{SITEMAP}"><url><loc>&b;</loc></url>
</urlset>"""
OUTSIDE = f"""<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<urlset xmlns="{SITEMAP}"><url><loc>&x;</loc></url></urlset>"""


@pytest.mark.parametrize("raw, reason", [
    (BOMB, "entities"),
    (OUTSIDE, "entities"),
    (urlset("https://example.vn/a.html")[:-9], "damaged"),
    (urlset("https://example.vn/../../secret.txt"), "no file is kept"),
    (urlset("https://example.vn/%2e%2e/%2e%2e/secret.txt"), "no file is kept"),
    (urlset("https://example.vn/%2e%2e%5csecret.txt"), "no file is kept"),
    (urlset("https://../secret.txt"), "no file is kept"),
    (urlset("file:///etc/passwd"), "no file is kept"),
    (urlset("https://example.vn/" + "a" * 9000), "no file is kept"),
    (urlset("https://example.vn/%00"), "no file is kept"),
    (urlset("https://[broken/"), "no file is kept"),
    (f'<urlset xmlns="{SITEMAP}"><url></url></urlset>', "no file is kept"),
])  # fmt: skip
def test_hostile_sitemaps(tmp_path, raw, reason):
    write(tmp_path / "secret.txt", SENTENCE)
    write(tmp_path / "m/s/example.vn/a.txt", SENTENCE)
    found = told(write(tmp_path / "m/s/sitemap.xml", raw))
    assert [each for _, each in found if isinstance(each, SourceText)] == []
    assert reason in found[-1][1]


def test_a_deep_sitemap_costs_no_stack(tmp_path):
    deep = f'<urlset xmlns="{SITEMAP}">' + "<x>" * 200_000 + "</x>" * 200_000 + "</urlset>"
    assert told(write(tmp_path / "sitemap.xml", deep)) == []


def test_the_gazette_tells_of_a_text_in_json(tmp_path):
    portal = {"loai": "Thông tư", "nguon_url": "https://cb.vn/a.htm", "pdf_url": "https://c.vn/a.p"}
    write(tmp_path / "a.json", json.dumps(portal | {"nam": 1798, "mo_ta": "Hợp đồng"}))
    write(tmp_path / "a.txt", SENTENCE)
    [(_, found)] = told(tmp_path)
    assert found.url == "https://cb.vn/a.htm"
    assert found.rights.startswith("official text")
    assert found.title is found.published is None
    assert origins.origin(tmp_path / "a.pdf").url == "https://c.vn/a.p"


@pytest.mark.parametrize("raw", [b"", b"[]", b"{", b"[" * 100_000, b"\xff", b'{"url": 5}'])
def test_json_beside_a_text_that_tells_nothing(tmp_path, raw):
    write(tmp_path / "a.json", raw)
    write(tmp_path / "a.txt", SENTENCE)
    [(_, found)] = told(tmp_path)
    assert (found.text, found.url, found.remarks) == (SENTENCE, None, ())


@pytest.mark.parametrize("written, day", [
    ("2021-09-08", "2021-09-08"),
    ("2021-07", "2021-07"),
    ("2021", "2021"),
    ("2021-09-08T09:33:23.5Z", "2021-09-08T09:33:23"),
    ("2021-09-08 09:33", "2021-09-08T09:33:00"),
    ("8/9/2021", "2021-09-08"),
    ("Wed, 08 Sep 2021 09:33:23 GMT", "2021-09-08T09:33:23"),
    ("2021-13-40", None),
    ("31/02/2021", None),
    ("hôm qua", None),
    ("9" * 5000, None),
])  # fmt: skip
def test_days_as_lists_write_them(written, day):
    assert origins.moment(written) == day


def test_what_is_no_address_and_no_day_is_left_out_with_a_remark(tmp_path):
    record = {"text": SENTENCE, "url": "javascript:alert(1)", "published": "hôm qua"}
    [(_, found)] = told(write(tmp_path / "a.jsonl", json.dumps(record)))
    assert (found.url, found.published) == (None, None)
    assert [each.words_en.split()[0] for each in found.remarks] == ["url", "published"]
