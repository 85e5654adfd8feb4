"""A message quoted in an answer to it, each line behind the sign of a mail program: "> - 7h30: Giao ban"."""

import re
from collections.abc import Sequence

from calendars.documents.document import Block, Line
from calendars.reading.blocks.whole_text import whole_text

_SIGN = re.compile(r"\s{0,3}>(?:\s{0,3}>){0,5} ?")
_FEWEST = 3
_MOST = 0.5


def unquoted(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks without that sign, where most lines that say something bear it."""
    if ">" not in whole_text(blocks):
        return blocks
    lines = [block for block in blocks if isinstance(block, Line)]
    quoted = sum(line.text.lstrip().startswith(">") for line in lines)
    if quoted < _FEWEST or quoted <= _MOST * sum(bool(line.text.strip()) for line in lines):
        return blocks
    return [
        block.with_text(block.text[found.end() :])
        if isinstance(block, Line) and (found := _SIGN.match(block.text))
        else block
        for block in blocks
    ]
