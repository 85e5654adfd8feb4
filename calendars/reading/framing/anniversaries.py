"""The year in which an anniversary is kept, where a title tells no other: "Kỷ niệm 60 năm thành lập (1959 - 2019)".

What is hard is a term of office ("2020 - 2025"), which has no count of years beside it.
"""

import re

_COUNT = re.compile(r"(?<!\d)(\d{1,3})\s*nam\b")
_FROM_TO = re.compile(r"(?<![\d/.-])((?:1\d|20)\d\d)\s*[-–]\s*(20\d\d)(?!\d)")


def year_of_anniversary(folded: str) -> int | None:
    """The last year of a pair that lies as far apart as the words count; None where there is no such pair."""
    counts = {int(count[1]) for count in _COUNT.finditer(folded)}
    pairs = ((int(found[1]), int(found[2])) for found in _FROM_TO.finditer(folded))
    return next((last for first, last in pairs if last - first in counts), None)
