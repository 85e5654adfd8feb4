"""Text that was typed without diacritics, and words of ours that are put into such text.

What is hard: one word with marks makes a reader take the whole line for text with them.
"""

import re
import unicodedata

_MARKED = re.compile("[À-ỹ]")


def is_bare(text: str) -> bool:
    """Whether a text has no letter with a mark."""
    return _MARKED.search(text) is None


def without_marks(text: str) -> str:
    """The text, or a pattern for such, as it is typed without diacritics."""
    parted = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in parted if not unicodedata.combining(c))


def as_typed(written: str, told: str) -> str:
    """What is told of a written text, without marks where that was typed without."""
    return without_marks(told) if told is not written and is_bare(written) else told
