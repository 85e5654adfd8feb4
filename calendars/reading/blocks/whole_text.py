"""The lines of a run as one text, in which a sign that none of them has is missed at once."""

from collections.abc import Iterable

from calendars.documents.document import Block, Line


def whole_text(blocks: Iterable[Block]) -> str:
    """The lines among the blocks, those of tables left out, each on its own line."""
    return "\n".join([block.text for block in blocks if isinstance(block, Line)])
