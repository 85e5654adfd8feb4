"""The lines of a run as one text, in which a sign that none of them has is missed at once."""

import re
from collections.abc import Iterable

from calendars.documents.document import Block, Line


def whole_text(blocks: Iterable[Block]) -> str:
    """The lines among the blocks, those of tables left out, each on its own line."""
    return "\n".join([block.text for block in blocks if isinstance(block, Line)])


_SEVERAL = {sign: re.compile(rf"{re.escape(sign)}[^\n{re.escape(sign)}]*{re.escape(sign)}") for sign in ";|"}


def has_row_of(sign: str, text: str) -> bool:
    """Whether a line of several has a semicolon or a bar twice, as one with three cells has."""
    return _SEVERAL[sign].search(text) is not None
