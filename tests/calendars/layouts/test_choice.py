"""Which layout a document's body is read by."""

from pathlib import Path

import pytest
from reading_expectations import FOLDER

from calendars.documents.text import decode
from calendars.layouts import LAYOUTS
from calendars.reading.read import take_apart


@pytest.mark.parametrize(
    ("name", "layout"),
    [
        ("monthly-labelled-items.txt", "numbered"),
        ("combined-report.txt", "numbered"),
        ("list-by-date.txt", "numbered"),
        ("monthly-table.md", "day table"),
        ("weekly-cells.txt", "day list"),
        ("weekly-starred.txt", "day list"),
        ("invitation-prose.txt", "letter"),
        ("notice-moved.txt", "letter"),
    ],
)
def test_layout_is_chosen_by_form(name: str, layout: str) -> None:
    path: Path = FOLDER / name
    assert take_apart(decode(path.read_bytes(), name)).layout == layout


def test_every_layout_takes_an_empty_body() -> None:
    assert [layout.sections(()) for layout in LAYOUTS] == [()] * len(LAYOUTS) or all(
        not section.items for layout in LAYOUTS for section in layout.sections(())
    )
    assert all(0 <= layout.likelihood(()) <= 1 for layout in LAYOUTS)
