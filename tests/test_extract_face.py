"""The face in Python: a name of a file is never read as a text."""

from pathlib import Path

import pytest

import vankien


@pytest.mark.parametrize("name", ["samples/seed.txt", "Báo cáo 2021.docx", "a.PDF"])
def test_a_string_that_names_a_file_is_refused_with_what_to_write(name):
    with pytest.raises(ValueError, match=r"vankien\.extract\(Path"):
        vankien.extract(name)


def test_texts_and_paths_are_read(tmp_path):
    text = "Thực hiện Quy định số 124-QĐ/TW.\nTheo tệp bao-cao.txt"
    assert vankien.extract(text).citations[0].number == "124-QĐ/TW"
    path = tmp_path / "draft.txt"
    path.write_text(text, encoding="utf-8")
    assert vankien.extract(Path(path)).citations[0].number == "124-QĐ/TW"
