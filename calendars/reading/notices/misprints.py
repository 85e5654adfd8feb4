"""Times that an earlier paper had printed wrongly, as a notice says ("do sơ suất ghi nhầm ...", "(ghi nhầm là 20/8)").

What is hard is that the same sentence may tell the right time too.
"""

import re
from functools import lru_cache

from calendars.layouts.words import fold
from calendars.marks import Status
from calendars.reading.scope import Draft
from calendars.reading.timing.precedence import OLD

_MISPRINTED = re.compile(
    r"\b(?:do|vi) (?:so suat|nham lan|loi|sai sot)\b[^.]{0,60}\b(?:ghi|in|viet|thong bao)\b"
    r"|\b(?:ghi|in|viet|danh may|thong bao) (?:\w+ ){0,3}?(?:nham|sai)\b(?![^.]{0,200}\b(?:nay|dung la|sua thanh)\b)"
)


def without_misprints(drafts: list[Draft]) -> list[Draft]:
    """The drafts, what was printed wrongly as an old time; left out where another tells the same time rightly."""
    corrected = {draft.evidence[:1] for draft in drafts if draft.status in OLD}  # "21/8 (ghi nhầm là 20/8)"
    wrong = [draft for draft in drafts if draft.evidence[:1] not in corrected and _is_misprinted(draft)]
    right = [draft for draft in drafts if draft not in wrong]
    for draft in wrong if right else ():
        draft.status = Status.POSTPONED
    return [d for d in drafts if d not in wrong or not any(d.when == other.when for other in right)]


def _is_misprinted(draft: Draft) -> bool:
    return any(_says_so(passage.text) for passage in draft.evidence[:1])


@lru_cache(maxsize=512)
def _says_so(text: str) -> bool:
    """Whether a passage tells of a misprint; each of many things told in one line asks it of the whole line."""
    return _MISPRINTED.search(fold(text)) is not None
