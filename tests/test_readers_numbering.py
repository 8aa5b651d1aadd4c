"""The numbers that Word generates in lists are read as readers see them."""

import io
import zipfile

from loaders.readers import sources
from loaders.reading import read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
)


def level(at, form, text, start=1):
    values = (("start", start), ("numFmt", form), ("lvlText", text))
    inner = "".join(f'<w:{name} w:val="{value}"/>' for name, value in values)
    return f'<w:lvl w:ilvl="{at}">{inner}</w:lvl>'


def rules(name, *levels):
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def numbered(name, of, more=""):
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


ANEW = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
LISTS = (
    rules(
        1,
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2."),
        level(2, "decimal", "%2.%3."),
        level(3, "lowerLetter", "%4)"),
    ),
    rules(2, level(0, "decimal", "Điều %1.", start=3)),
    rules(3, level(0, "bullet", "-")),
    *(numbered(name, name) for name in (1, 2, 3)),
    numbered(4, 2, ANEW),
)
NUMBERING = f'<?xml version="1.0"?><w:numbering {W}>{"".join(LISTS)}</w:numbering>'
STYLES = f"""<?xml version="1.0"?><w:styles {W}><w:style w:type="paragraph" w:styleId="Muc">
<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"""


def listed(number, level, text):
    level = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return f"<w:p><w:pPr><w:numPr>{level}</w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def styled(style, text):
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def text_of(tmp_path, *paragraphs):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("[Content_Types].xml", TYPES)
        packed.writestr("word/numbering.xml", NUMBERING)
        packed.writestr("word/styles.xml", STYLES)
        body = "".join(paragraphs)
        packed.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?><w:document {W}><w:body>{body}</w:body></w:document>',
        )
    (tmp_path / "a.docx").write_bytes(file.getvalue())
    (found,) = sources([str(tmp_path / "a.docx")])
    return found


def test_levels_count_and_begin_again_under_a_new_heading(tmp_path):
    found = text_of(
        tmp_path,
        listed(1, 0, "Kết quả"),
        listed(1, 1, "Ưu điểm"),
        listed(1, 2, "Về tổ chức"),
        listed(1, 2, "Về cán bộ"),
        listed(1, 3, "cấp tỉnh"),
        listed(1, 3, "cấp xã"),
        listed(1, 0, "Hạn chế"),
        styled("Muc", "Theo kiểu của đoạn"),
    )
    assert found.text.splitlines() == [
        "I. Kết quả", "1. Ưu điểm", "1.1. Về tổ chức", "1.2. Về cán bộ", "a) cấp tỉnh", "b) cấp xã",
        "II. Hạn chế", "1. Theo kiểu của đoạn",
    ]  # fmt: skip
    assert [found.text[start:].split("\n")[0][:3] for start in found.paragraphs][:2] == [
        "I. ",
        "1. ",
    ]


def test_a_list_may_begin_anew_and_bullets_are_dashes(tmp_path):
    found = text_of(
        tmp_path,
        listed(2, 0, "Phạm vi"),
        listed(2, 0, "Đối tượng"),
        listed(4, 0, "Của quy chế kèm theo"),
        listed(4, 0, "Tiếp"),
        listed(3, 0, "một ý"),
        listed(0, 0, "không thuộc danh sách"),
        listed(9, 0, "danh sách không có"),
    )
    assert found.text.splitlines() == [
        "Điều 3. Phạm vi", "Điều 4. Đối tượng", "Điều 1. Của quy chế kèm theo", "Điều 2. Tiếp",
        "- một ý", "không thuộc danh sách", "danh sách không có",
    ]  # fmt: skip


def test_citations_are_those_of_the_text_as_seen(tmp_path):
    found = text_of(tmp_path, listed(2, 0, "Căn cứ Quy định số 124-QĐ/TW ngày 02/02/2018"))
    (citation,) = read(found).citations
    assert found.text[citation.span.start : citation.span.end] == citation.text
    assert (citation.number, citation.date) == ("124-QĐ/TW", "2018-02-02")
