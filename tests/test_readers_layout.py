"""Letters at places to lines: gaps, raised marks, turned text, columns."""

import pytest

from loaders.readers.layout import Glyph, lines


def set_in(text, start=0.0, base=700.0, turned=0, width=6.0):
    """The letters of a text set one after the other; a bar is a gap of 60."""
    glyphs = []
    for letter in text:
        if letter == "|":
            start += 60
        else:
            glyphs.append(Glyph(letter, turned, start, start + width, base, 12.0))
            start += width
    return glyphs


def read(*runs):
    return [line.text for line in lines(glyph for run in runs for glyph in run)]


@pytest.mark.parametrize("runs, expected", [
    ([set_in("Quy định"), set_in("số 12", base=680)], ["Quy định", "số 12"]),
    ([set_in("Số 12|Hà Nội")], ["Số 12\t\tHà Nội"]),
    # A space that is no letter of the file, only a gap.
    ([set_in("trợ"), set_in("đối", start=21)], ["trợ đối"]),
    # The mark of a footnote is raised.
    ([set_in("Chương"), set_in("2", start=36, base=704)], ["Chương 2"]),
    ([set_in("4m"), set_in("3", start=12, base=704), set_in(" trở", start=18)], ["4m3 trở"]),
    ([set_in("Điều 3"), set_in("12", start=36, base=704), set_in(", 4", start=48)],
     ["Điều 3 12, 4"]),
    ([set_in("Nghị", turned=3), set_in("định", turned=3, base=680)], ["Nghị", "định"]),
    ([set_in("trang"), set_in("bên", start=32, turned=1)], ["trang", "bên"]),
    ([set_in("   ")], []),
])  # fmt: skip
def test_lines(runs, expected):
    assert read(*runs) == expected


def test_two_columns_set_across_the_page_are_put_right():
    left = [f"cột trái dòng thứ {number:02}" for number in range(10)]
    right = [f"cột phải dòng thứ {number:02}" for number in range(10)]
    runs = [set_in("ĐẦU TRANG RỘNG " * 3, base=720)]
    for row, (first, second) in enumerate(zip(left, right, strict=True)):
        runs += [
            set_in(first, base=700 - 14 * row),
            set_in(second, start=150, base=700.0 - 14 * row - 7),
        ]
    assert read(*runs) == [" ".join(["ĐẦU TRANG RỘNG"] * 3), *left, *right]


def test_the_rows_of_a_table_stay_rows():
    rows = [("Xã A", "12 người"), ("Thị trấn Mù Cang Chải", "3")] * 6
    runs = []
    for row, (name, count) in enumerate(rows):
        runs += [
            set_in(name, base=700 - 14 * row),
            set_in(count, start=180, base=700.0 - 14 * row - 7, width=3.0),
        ]
        if row % 2:
            runs.append(set_in("x" * 20, start=180, base=700.0 - 14 * row - 9, width=1.0))
    assert read(*runs)[:2] == ["Xã A", "12 người"]
