"""Whether a text may tell a time at all, and which sentences of a long one do.

Most of a programme's first section is prose without any time, and to look at a sentence for what each of some hundred
rules and turns needs costs more than to see that it has neither a figure nor a word of time.
"""

import re
from functools import lru_cache

from calendars.layouts.words import Phrases, fold
from calendars.reading.spans import Span

LONG = 300
"""Letters of a text of which it is worth asking what its sentences tell."""
_STOP = r"[.;!?…]++(?=\s+[^\W\da-zà-ỹđ_])"
# Each run of signs is taken whole: to look from every dot of a long row of them to its end would be quadratic.
_SENTENCE = re.compile(rf"[^\n](?:[^\n.;!?…]+|(?!{_STOP})[.;!?…]++)*(?:{_STOP})?")
_DIGIT = re.compile("[0-9]")  # seen in half the time of "\\d", which asks of each letter what Unicode says
_WORDS_OF_TIME = Phrases(
    [
        *"ngay thang tet ram mung mong gio le hoan huy cn".split(),
        *("chu nhat", "giao thua", "du kien", "thong bao sau", "giay moi", "dinh ky", "tuan le"),
        *("thoi gian", "khong to chuc", "ky niem", "quy i", "quy ii", "quy iii", "quy iv"),
        *(f"thu {day}" for day in "hai ba tu nam sau bay".split()),
        *(f"{part} {day}" for part in "sang chieu toi trua dem".split() for day in ("nay", "mai", "thu")),
        *(
            f"{which} {unit}"
            for which in "hang moi trong dau giua cuoi thuong trung ha nua".split()
            for unit in ("tuan", "quy", "nam")
        ),
    ]
)


# Of a day's name alone ("Tết Trung thu") a column of times makes the occasion, not the day.
_TELLS_A_DAY = re.compile(
    r"\d|\b(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|ngay|tuan|thang|quy|sang|chieu|toi|trua|dem|hom|mai)\b"
    r"|\b(?:mung|mong|ram|tat ca|moi)\b"
)
_LUNAR_GLOSS = re.compile(r"\([^()]*\b(?:am lich|al)\.?\s*\)?")  # "Nghỉ Giỗ Tổ Hùng Vương (10/3 ÂL)"


def tells_a_day(words: str) -> bool:
    """Whether the words of a time tell more of a day than the name of a feast."""
    folded = fold(words)
    if "(" in folded:
        folded = _LUNAR_GLOSS.sub("", folded)
    return _TELLS_A_DAY.search(folded) is not None


def may_tell(text: str) -> bool:
    """Whether a figure or a word of time stands in a text."""
    return _DIGIT.search(text) is not None or _WORDS_OF_TIME.search(fold(text)) is not None


@lru_cache(maxsize=64)
def telling_sentences(text: str) -> tuple[Span, ...]:
    """Where the sentences of a text stand that may tell a time, from left to right."""
    return tuple(found.span() for found in _SENTENCE.finditer(text) if may_tell(found[0]))
