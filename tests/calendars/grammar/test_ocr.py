"""What a scanner confuses: figures become figures where a date or an hour comes of it, and nothing else is touched."""

import pytest

from calendars.grammar.ocr import repair


@pytest.mark.parametrize(
    ("scanned", "mended"),
    [
        ("l1/11/2023", "11/11/2023"),
        ("o1/o1/2023", "01/01/2023"),
        ("3l/l2/2023", "31/12/2023"),
        ("ngày 2o-11", "ngày 20-11"),
        ("ngày 3l/1", "ngày 31/1"),
        ("24/1 0/2023", "24/ 10/2023"),
        ("24/1 2/2023", "24/ 12/2023"),
        ("31l12l2023", "31/12/2023"),
        ("01l01l2023", "01/01/2023"),
        ("23h5o", "23h50"),
        ("24hoo", "24h00"),
        ("0hoo", "0h00"),
        ("7:3o", "7:30"),
        ("7h3q", "7h30"),
        ("ngày 3l, 1/11", "ngày 31, 1/11"),
        ("ngày o1 tháng hai", "ngày 01 tháng hai"),
        ("3l tháng l2", "31 tháng 12"),
        ("năm 202s", "năm 2025"),
        ("năm 2ozo", "năm 2020"),
    ],
)
def test_figures_that_make_a_date_or_an_hour_are_put_right(scanned, mended):
    found, changes = repair(scanned)
    assert found == mended
    for change in changes:
        assert scanned[change.start : change.end] == change.was
        assert mended[change.start : change.end] == change.now


@pytest.mark.parametrize(
    "text",
    [
        "32/l2/2023",
        "12/l3/2023",
        "o0/12/2023",
        "24/1 3/2023",
        "24l13l2023",
        "24l00l2023",
        "32l12l2023",
        "00l12l2023",
        "24h6o",
        "25hoo",
        "ngày b/l",
        "ngày il",
        "ngày o tháng",
        "l tháng l",
        "3q tháng l3",
    ],
)
def test_what_makes_no_date_and_no_hour_stays(text):
    assert repair(text) == (text, [])
