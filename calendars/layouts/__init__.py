"""The table of layouts, and the choice of one for a document."""

from collections.abc import Sequence

from calendars.documents.document import Block
from calendars.layouts import day_list, day_table, letter, numbered
from calendars.layouts.layout import Layout

LAYOUTS: Sequence[Layout] = (day_table, day_list, numbered, letter)


def choose_layout(blocks: tuple[Block, ...]) -> tuple[Layout, float]:
    """The layout that suits the body best, and how surely; the first of the table where two suit alike."""
    return max(((layout, layout.likelihood(blocks)) for layout in LAYOUTS), key=lambda pair: pair[1])
