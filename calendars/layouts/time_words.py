"""Short texts that tell a time and nothing else, rules among them: "Chiều thứ Năm cuối cùng hằng tháng (trừ tháng 7)".

Wider than the labels of `timelabels`: a lone word of time may be among them, what stands in brackets is left out, and
it is told by its words alone. What is hard: many words of time are names and numbers as well ("Bảy", "Tư"), so that at
least one of them must be a day, an hour or how often.
"""

import re
from functools import lru_cache

from calendars.layouts.words import fold

_LONGEST = 140
_BRACKET = re.compile(r"\([^()]{0,120}\)")
_WORD = re.compile(r"[^\W\d_]+")
_WORDS = frozenset(
    "thu hai ba tu nam sau bay chu nhat cn ngay thang tuan quy hang moi cac dau cuoi cung giua tien va den tu luc vao"
    " sang chieu toi trua dem ca buoi gio h g hanh chinh cua lam viec lan mot het hoi phut p trong mung mong ram"
    " thuong dinh ky bat tron t".split()
)
_TELLS = re.compile(
    r"\b(?:thu|ngay|chu nhat|cn|hang|moi|thang|quy|sang|chieu|toi)\b|\bt[2-7]\b|\d\s?[h:g]|\d\s*gio|\d/\d"
)
_MARKS = frozenset("-+*•(")


@lru_cache(maxsize=512)
def tells_only_time(text: str) -> bool:
    """Whether a text is nothing but words and figures of time, brackets apart."""
    if len(text) > _LONGEST or text.rstrip().endswith(":"):
        return False
    folded = fold(_BRACKET.sub(" ", text)).strip()
    if folded[:1] in _MARKS or _TELLS.search(folded) is None:
        return False
    return has_only_words_of_time(folded)


def has_only_words_of_time(text: str) -> bool:
    """Whether every word of a text is one of time, or there is none."""
    return all(word in _WORDS for word in _WORD.findall(fold(text)))
