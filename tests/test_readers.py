"""Readers: every bad input gets a reason, none stops the others."""

import pytest

from loaders.model import SourceText
from loaders.readers import Refusal, decoded, sources


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\x89PNG\r\n\0\0", "binary"),
        (b"Quy\xf0 dinh \xff", "not UTF-8 (byte 4)"),
        ("BỘ CÔNG AN\nTUYỆT MẬT\nSố 1/KH-BCA".encode(), "secrecy stamp"),
        ("**MẬT**\nSố 12-KH/TU".encode(), "secrecy stamp"),
    ],
)
def test_refusals(raw, words):
    refused = decoded(raw, "x.txt")
    assert isinstance(refused, Refusal)
    assert words in refused.reason_en


def test_words_about_secrets_are_no_stamp():
    assert isinstance(decoded("Luật Bảo vệ bí mật nhà nước\nbảo mật".encode(), "x"), SourceText)


def test_utf_16_with_its_mark_is_read():
    assert decoded("Quyết định".encode("utf-16"), "x").text == "Quyết định"


def test_a_folder_is_read_in_order_and_goes_on_after_a_bad_file(tmp_path):
    (tmp_path / "b.txt").write_text("Quy định số 124-QĐ/TW", encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(b"\xfd\xfe\0")
    (tmp_path / "c.md").write_text("# Báo cáo", encoding="utf-8")
    (tmp_path / "README.md").write_text("tells about the folder", encoding="utf-8")
    (tmp_path / "d.json").write_text("{}", encoding="utf-8")
    found = list(sources([str(tmp_path), str(tmp_path / "none")]))
    assert [type(f).__name__ for f in found] == ["Refusal", "SourceText", "SourceText", "Refusal"]
    assert found[1].path == str(tmp_path / "b.txt")


def test_the_text_is_the_file_unchanged(tmp_path):
    raw = "Uỷ ban\r\nnhân dân\u00a0".encode()
    (tmp_path / "x.txt").write_bytes(raw)
    assert next(sources([str(tmp_path / "x.txt")])).text.encode() == raw


def test_another_format_is_refused_with_what_to_do(tmp_path):
    (tmp_path / "x.odt").write_bytes(b"PK")
    assert "convert" in next(sources([str(tmp_path / "x.odt")])).reason_en
