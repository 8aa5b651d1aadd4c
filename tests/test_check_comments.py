"""The checker's notices as comments of a Word file: in the draft's own file, or in a plain one."""

import io
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from loaders.check_comments import commented
from loaders.checking import checked
from loaders.model import SourceText
from loaders.readers import received
from loaders.reading import read

SLIP = "Quy định số 101-QĐ/TW ngày 07/6/2013 của Ban Bí thư"
WORDS = "Căn cứ " + SLIP + " về trách nhiệm nêu gương."


def notices_of(reading):
    return checked(reading, "2021-09-08")


def commented_words(raw):
    """The words that each comment of a file stands at, with its text."""
    file = Document(io.BytesIO(raw))
    found = []
    for comment in file.comments:
        inside, words = False, []
        for element in file.element.body.iter():
            if element.get(qn("w:id")) == str(comment.comment_id):
                inside = element.tag == qn("w:commentRangeStart") or (
                    inside and element.tag != qn("w:commentRangeEnd")
                )
            elif inside and element.tag == qn("w:t"):
                words.append(element.text or "")
        found.append(("".join(words), comment.text))
    return found


@pytest.mark.parametrize(("language", "words"), [("vi", "Cảnh báo: "), ("en", "Warning: ")])
def test_a_text_becomes_a_file_with_its_lines_and_comments(language, words):
    reading = read(SourceText(f"Báo cáo\n\n{WORDS}\n", "x.txt"))
    raw = commented(reading, notices_of(reading), language)
    paragraphs = [p.text for p in Document(io.BytesIO(raw)).paragraphs]
    assert paragraphs == ["Báo cáo", "", WORDS, ""]
    ((place, told),) = commented_words(raw)
    assert place == SLIP
    assert told.startswith(words)
    assert "07/06/2012" in told.replace("07/6", "07/06")


def own_file():
    """A draft in Word: a slip over several runs, one of them bold, and another in a table."""
    file = Document()
    paragraph = file.add_paragraph("Căn cứ Quy định số ")
    paragraph.add_run("101-QĐ/TW").bold = True
    paragraph.add_run(" ngày 07/6/2013 của Ban Bí thư về trách nhiệm nêu gương.")
    cell = file.add_table(1, 2).cell(0, 1)
    cell.text = "Họp ngày 31/6/2018."
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def test_a_draft_in_word_keeps_its_form_and_gets_comments():
    raw = own_file()
    (source,) = received(raw, "draft.docx", 10**7)
    reading = read(source)
    answer = commented(reading, notices_of(reading), "vi", raw)
    assert {place for place, _ in commented_words(answer)} == {SLIP, "31/6/2018"}
    file = Document(io.BytesIO(answer))
    assert [run.text for run in file.paragraphs[0].runs if run.bold] == ["101-QĐ/TW"]
    assert file.paragraphs[0].text == WORDS
    assert file.tables[0].cell(0, 1).text == "Họp ngày 31/6/2018."


def test_the_seed_gets_all_its_comments(seed_text):
    reading = read(SourceText(seed_text, "seed.txt"))
    notices = notices_of(reading)
    found = commented_words(commented(reading, notices, "vi"))
    assert len(found) == len(notices)
    for notice in notices:
        quote = seed_text[notice.span.start : notice.span.end]
        assert any(place == quote for place, _ in found), quote


def test_letters_that_no_xml_holds_do_not_stop_it():
    reading = read(SourceText(f"Số liệu\x0b\x07\n{WORDS}", "x.txt"))
    assert [
        place for place, _ in commented_words(commented(reading, notices_of(reading), "vi"))
    ] == [SLIP]


def test_the_command_and_the_page_give_word_files(run, tmp_path):
    draft, out = tmp_path / "draft.docx", tmp_path / "checked.docx"
    draft.write_bytes(own_file())
    shown = run("check", draft, "--format", "docx", "--out", out)
    assert shown.code == 1
    assert len(commented_words(out.read_bytes())) == 2
    twice = run("check", draft, draft, "--format", "docx", "--out", out)
    assert twice.code == 2
    assert "one text at a time" in twice.err
    assert Path(draft).read_bytes()
