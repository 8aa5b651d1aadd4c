"""Real files of every format: what is read of them, and that the format does not matter."""

import csv
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx as python_docx
import pytest

from loaders.model import SourceText
from loaders.readers import Refusal, sources
from loaders.reading import read

FORMATS = Path(__file__).parent / "data" / "formats"
DECREE = FORMATS / "nd-30-2020.txt"


def one(path):
    (found,) = sources([str(path)])
    return found


def citations(source):
    return [
        (c.kind, c.number, c.date, c.issuer, c.pinpoint, " ".join(c.text.split()))
        for c in read(source).citations
    ]


def as_docx(text):
    """The text as a Word file whose header is a table of two cells, as offices make them."""
    document = python_docx.Document()
    document.sections[0].header.paragraphs[0].text = "BẢN SAO"
    before, _, after = text.partition("\nCỘNG HÒA")
    head, _, body = after.partition("năm 2020\n")
    left, right = document.add_table(1, 2).rows[0].cells
    left.text, right.text = before, f"CỘNG HÒA{head}năm 2020"
    for line in body.split("\n"):
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_every_file_tells_whence_it_is():
    with (FORMATS / "SOURCES.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    files = sorted(p.name for p in FORMATS.iterdir() if p.name != "SOURCES.tsv")
    assert [row["file"] for row in rows] == files
    assert all(row["title"] and row["origin"] and row["terms"] for row in rows)


# kind, number, date, issuer, signer of the instrument that the file is.
IDENTITIES = {
    "30_2020_ND_CP.docx": (
        "Nghị định", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ", "Nguyễn Xuân Phúc"),
    "nd-30-2020.pdf": (
        "Nghị định", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ", "Nguyễn Xuân Phúc"),
    "huongdan06.pdf": ("Hướng dẫn", "06-HD/TW", "2025-06-09", "Ban Bí thư", "Trần Cẩm Tú"),
    "thong-tu-so-19-2023-tt-bldtbxh-41242.pdf": (
        "Thông tư", "19/2023/TT-BLĐTBXH", "2023-12-29", "Bộ Lao động - Thương binh và Xã hội",
        "Lê Văn Thanh"),
    "thong-tu-so-20-2023-tt-bldtbxh-41198.pdf": (
        "Thông tư", "20/2023/TT-BLĐTBXH", "2023-12-29", "Bộ Lao động - Thương binh và Xã hội",
        "Nguyễn Bá Hoan"),
    "van-ban-hop-nhat-so-716-vbhn-bldtbxh-41388.pdf": (
        "Văn bản hợp nhất", "716/VBHN-BLĐTBXH", "2024-02-26",
        "Bộ Lao động - Thương binh và Xã hội", "Nguyễn Bá Hoan"),
    "example_full_2315.html": ("Luật", "21-LCT/HDNN8", "1989-06-30", "Quốc hội", None),
}  # fmt: skip


@pytest.mark.parametrize("name", IDENTITIES)
def test_an_instrument_is_known_for_what_it_is(name):
    own = read(one(FORMATS / name)).self
    assert (own.kind, own.number, own.date, own.issuer, own.signer) == IDENTITIES[name]


@pytest.mark.parametrize(
    "name",
    [
        "Phuluc1.doc",
        "Phuluc3.docx",
        "012d9b93-c11d-48b6-b08e-14d77515ca1e.html",
        "example_r_2315.html",
    ],
)
def test_annexes_and_collections_are_no_instrument(name):
    assert read(one(FORMATS / name)).self is None


def test_word_pdf_and_plain_text_give_the_same_citations(tmp_path):
    text = DECREE.read_text(encoding="utf-8")
    (tmp_path / "made.docx").write_bytes(as_docx(text))
    wanted = citations(one(DECREE))
    assert len(wanted) >= 25
    assert citations(one(tmp_path / "made.docx")) == wanted
    assert citations(one(FORMATS / "30_2020_ND_CP.docx")) == wanted
    assert citations(one(FORMATS / "nd-30-2020.pdf")) == wanted


def test_the_gazette_as_pdf_cites_what_its_text_cites(samples):
    name = "thong-tu-so-20-2023-tt-bldtbxh-41198"
    wanted = citations(one(samples / "congbao" / f"{name}.txt"))
    assert citations(one(FORMATS / f"{name}.pdf")) == wanted


def test_headers_of_a_word_file_are_left_out_and_its_paragraphs_are_told(tmp_path):
    (tmp_path / "made.docx").write_bytes(as_docx(DECREE.read_text(encoding="utf-8")))
    made = one(tmp_path / "made.docx")
    assert "BẢN SAO" not in made.text
    assert len(made.paragraphs) > 300
    assert all(made.text[start - 1] == "\n" for start in made.paragraphs if start)


def test_a_word_file_says_its_footnotes_at_the_end_and_its_tables_in_rows(tmp_path):
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>Số liệu</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Xã A</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>12</w:t></w:r><w:del><w:r><w:delText>13</w:delText></w:r></w:del>"
        "</w:p></w:tc></w:tr></w:tbl>"
        '<w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTimeH"/></w:rPr><w:t>QuyÕt ®Þnh</w:t></w:r></w:p>'
        "<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>cuối</w:t></w:r></w:p>"
    )
    note = (
        '<w:footnote w:type="separator"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote>'
        "<w:footnote><w:p><w:r><w:t>Xem Điều 3</w:t></w:r></w:p></w:footnote>"
    )
    with zipfile.ZipFile(tmp_path / "x.docx", "w") as file:
        file.writestr(
            "word/document.xml", f"<w:document {word}><w:body>{body}</w:body></w:document>"
        )
        file.writestr("word/footnotes.xml", f"<w:footnotes {word}>{note}</w:footnotes>")
    assert one(tmp_path / "x.docx").text == ("Số liệu\nXã A\t\t12\nQUYẾT ĐỊNH\ncuối\nXem Điều 3\n")


@pytest.mark.parametrize(
    "name, furniture",
    [
        ("nd-30-2020.pdf", [str(page) for page in range(1, 15)]),
        ("huongdan06.pdf", [str(page) for page in range(2, 34)]),
        (
            "thong-tu-so-20-2023-tt-bldtbxh-41198.pdf",
            [
                "2\t\tCÔNG BÁO/Số 281 + 282/Ngày 11-02-2024",
                "CÔNG BÁO/Số 281 + 282/Ngày 11-02-2024\t\t3",
                "4\t\tCÔNG BÁO/Số 281 + 282/Ngày 11-02-2024",
                "CÔNG BÁO/Số 281 + 282/Ngày 11-02-2024\t\t5",
            ],
        ),
    ],
)
def test_running_headers_and_page_numbers_are_furniture(name, furniture):
    reading = read(one(FORMATS / name))
    text = reading.source.text
    assert [text[span.start : span.end] for span in reading.boilerplate] == furniture


def test_a_pdf_tells_its_pages():
    source = one(FORMATS / "nd-30-2020.pdf")
    assert len(source.pages) == 14
    assert source.text[source.pages[0] :].startswith(("1\n", "CHÍNH PHỦ"))


def test_columns_are_read_one_after_the_other():
    text = " ".join(one(FORMATS / "two-columns.pdf").text.split())
    assert "bản giấy hoặc ký số trên văn bản điện tử. 9. “Bản chính văn bản giấy”" in text


def test_text_that_is_turned_on_its_page_is_read_in_words():
    """Its table lies on its side; pdfium alone breaks its lines inside words."""
    text = one(FORMATS / "thong-tu-so-19-2023-tt-bldtbxh-41242.pdf").text
    assert "Khoan phun vữa xi măng gia cố nền đập và tạo màng" in text
    assert "hỗ trợ đối với người khuyết tật nặng" in text


@pytest.mark.parametrize("name", sorted(p.name for p in FORMATS.glob("*.html")))
def test_pages_keep_every_paragraph(name):
    from bs4 import BeautifulSoup

    soup = BeautifulSoup((FORMATS / name).read_bytes(), "html.parser")
    kept = " ".join(one(FORMATS / name).text.split())
    content = [p for p in soup.select(".toanvancontent p, ._content p") if not p.select("p")]
    paragraphs = [" ".join(p.get_text().split()) for p in content]
    assert [p for p in paragraphs if p not in kept] == []


def test_pages_say_their_title_and_address():
    law = one(FORMATS / "example_full_2315.html")
    assert law.url == "https://vbpl.vn:443/TW/Pages/vbpq-toanvan.aspx?ItemID=2315"
    assert law.rights.startswith("official text")
    subject = one(FORMATS / "012d9b93-c11d-48b6-b08e-14d77515ca1e.html")
    assert subject.title == "Đề mục 36.3 Thanh niên"


NEWS = """<!DOCTYPE html><html lang="vi"><head><title>{title} - Báo điện tử tỉnh</title>
<meta property="og:title" content="{title}"><meta name="author" content="Hoàng Nam">
<meta property="article:published_time" content="2021-09-08T09:33:23+07:00">
<link rel="canonical" href="https://bao.example.vn/thoi-su/giam-sat.html"></head><body>
<header class="header"><nav><a href="/">Trang chủ</a><a href="/thoi-su">Thời sự</a></nav></header>
<div class="{wrapper}"><h1 class="title">{title}</h1><div class="{body}">{paragraphs}</div></div>
<div class="related sidebar"><h3>Tin liên quan</h3><ul><li><a href="#">Bài khác</a></li></ul></div>
<footer class="footer">Giấy phép số 12/GP-TTĐT</footer></body></html>"""
ARTICLE = [
    "Thực hiện Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư, Ủy ban MTTQ tỉnh đã tổ chức "
    "Đoàn giám sát đối với người đứng đầu cấp ủy, chính quyền các cấp trên địa bàn.",
    "Ngắn gọn.",
    "Qua giám sát, Đoàn đánh giá cao việc quán triệt, triển khai của các đơn vị; đồng thời kiến "
    "nghị tiếp tục thực hiện Nghị định số 34/2025/NĐ-CP trong thời gian tới.",
]


@pytest.mark.parametrize(
    "wrapper, body",
    [
        ("sidebar-1", "fck_detail"),
        ("detail-container", "detail-content afcbc-body"),
        ("content-header", "article__body cms-body"),
        ("main", "comment-like share-box"),
    ],
)
def test_articles_of_portals_keep_every_paragraph(tmp_path, wrapper, body):
    title = "Giám sát người đứng đầu cấp ủy ở Mù Cang Chải"
    page = NEWS.format(
        title=title,
        wrapper=wrapper,
        body=body,
        paragraphs="".join(f"<p>{p}</p>" for p in ARTICLE),
    )
    (tmp_path / "x.html").write_text(page, encoding="utf-8")
    found = one(tmp_path / "x.html")
    assert [p for p in ARTICLE if p not in found.text] == []
    assert (found.title, found.published, found.author) == (
        title, "2021-09-08T09:33:23", "Hoàng Nam")  # fmt: skip
    assert found.url == "https://bao.example.vn/thoi-su/giam-sat.html"
    assert [c.number for c in read(found).citations] == ["124-QĐ/TW", "34/2025/NĐ-CP"]


def test_a_page_says_its_time_in_json_ld(tmp_path):
    said = (
        '{"@graph": [{"headline": "Kế hoạch giám sát năm 2021 của Huyện ủy", '
        '"datePublished": "2021-09-08", "author": [{"name": "A. B."}], "url": "x"}]}'
    )
    (tmp_path / "x.htm").write_text(
        f'<html><script type="application/ld+json">{said}</script><p>Kế hoạch</p></html>',
        encoding="utf-8",
    )
    found = one(tmp_path / "x.htm")
    assert (found.title, found.published, found.author, found.url) == (
        "Kế hoạch giám sát năm 2021 của Huyện ủy", "2021-09-08", "A. B.", None)  # fmt: skip


def test_an_archive_gives_each_of_its_texts(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as file:
        file.write(DECREE, "Nghị định/30.txt")
        file.write(FORMATS / "30_2020_ND_CP.docx", "b.docx")
        file.writestr("ảnh.png", b"\x89PNG")
        file.writestr("README.md", "about")
        file.writestr("trong.zip", b"PK\x05\x06" + bytes(18))
    found = list(sources([str(tmp_path / "x.zip")]))
    assert [f.path.removeprefix(f"{tmp_path}/x.zip/") for f in found] == [
        "Nghị định/30.txt", "b.docx", "trong.zip"]  # fmt: skip
    assert [type(f) for f in found] == [SourceText, SourceText, Refusal]
    assert "archive inside an archive" in found[2].reason_en


def test_names_in_an_archive_from_an_old_system_are_read(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as file:
        file.writestr("~" * 29 + ".txt", "Quyết định")
    name = "Quyết định số 12.txt".encode()
    raw = (tmp_path / "x.zip").read_bytes().replace(b"~" * 29 + b".txt", name.rjust(33, b"-"))
    (tmp_path / "x.zip").write_bytes(raw)
    assert one(tmp_path / "x.zip").path.endswith("Quyết định số 12.txt")


def test_a_folder_tells_of_its_files(tmp_path):
    (tmp_path / "a").mkdir()
    for name in ("a/b.txt", "a/c.txt"):
        (tmp_path / name).write_text("Quyết định", encoding="utf-8")
    (tmp_path / "SOURCES.tsv").write_text(
        "file\ttitle\torigin\tterms\na/b.txt\tx\thttps://example.vn/b\tofficial\n"
        "a/c.txt\tx\ta librarian\t\n",
        encoding="utf-8",
    )
    found = list(sources([str(tmp_path), str(tmp_path / "a" / "b.txt")]))
    assert [(f.url, f.rights) for f in found] == [
        ("https://example.vn/b", "official"), (None, None),
        ("https://example.vn/b", "official")]  # fmt: skip


def test_a_folder_whose_table_is_broken_is_read_all_the_same(tmp_path):
    (tmp_path / "b.txt").write_text("Quyết định", encoding="utf-8")
    (tmp_path / "SOURCES.tsv").write_bytes(b"\xff\xfe\0\0 file")
    assert one(tmp_path / "b.txt").url is None


def test_a_source_stays_what_its_text_is():
    source = one(FORMATS / "huongdan06.pdf")
    assert replace(source, pages=(), furniture=()).id == source.id
