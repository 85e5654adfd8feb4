"""The office with pages, made anew for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from page_office import PageOffice, page_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[PageOffice]:
    with page_office(tmp_path) as made:
        yield made
