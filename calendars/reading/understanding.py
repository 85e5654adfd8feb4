"""The grammar, asked once for each text: the same words are looked at for what they announce and for what is ignored.

Most of a programme's first section is prose without any time: of a long text only the sentences that may tell one
are handed to the grammar, each for itself, and their readings are put back in their places.
"""

import re
from functools import lru_cache

from calendars.grammar import understand
from calendars.grammar.rule import Context, Understanding
from calendars.layouts.words import Phrases, fold

_NOTHING = Understanding()
_LONG = 300
_STOP = r"[.;!?…]+(?=\s+[^\W\da-zà-ỹđ_])"
_SENTENCE = re.compile(rf"[^\n](?:[^\n.;!?…]+|(?!{_STOP})[.;!?…])*(?:{_STOP})?")
_BY_THEN = re.compile(r"\b(?:chậm nhất|muộn nhất|không muộn hơn|hạn cuối|trước\s+(?=ngày|\d))", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
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


@lru_cache(maxsize=1024)
def understood(text: str, context: Context) -> Understanding:
    """All that the text says of time; the values are immutable, so that one answer serves all who ask."""
    if not _may_tell(text):
        return _NOTHING
    told = understand(text, context) if len(text) <= _LONG else _by_sentences(text, context)
    return _with_deadlines(text, context, told)


def _may_tell(text: str) -> bool:
    """Whether a figure or a word of time stands in a text."""
    return _DIGIT.search(text) is not None or _WORDS_OF_TIME.search(fold(text)) is not None


def _with_deadlines(text: str, context: Context, told: Understanding) -> Understanding:
    """The same with a deadline that was taken for the day of a name ("báo cáo Tháng Thanh niên chậm nhất")."""
    for each in told.observances:
        begin, end = each.at
        found = _BY_THEN.search(text, begin, end)
        if found is None:
            continue
        behind = _moved(understand(text[found.start() :], context), found.start())
        return Understanding(
            readings=(*(r for r in told.readings if r.at[0] < begin), *behind.readings),
            observances=(*(o for o in told.observances if o.at[0] < begin), *behind.observances),
            no_times=(*(n for n in told.no_times if n.at[0] < begin), *behind.no_times),
            issues=told.issues,
        )
    return told


def _by_sentences(text: str, context: Context) -> Understanding:
    told = [
        _moved(understand(found[0], context), found.start())
        for found in _SENTENCE.finditer(text)
        if _may_tell(found[0])
    ]
    return Understanding(
        readings=tuple(each for one in told for each in one.readings),
        observances=tuple(each for one in told for each in one.observances),
        no_times=tuple(each for one in told for each in one.no_times),
        issues=tuple(each for one in told for each in one.issues),
    )


def _moved(one: Understanding, by: int) -> Understanding:
    """The same with every place moved to the right."""
    return Understanding(
        readings=tuple(each._replace(at=(each.at[0] + by, each.at[1] + by)) for each in one.readings),
        observances=tuple(each._replace(at=(each.at[0] + by, each.at[1] + by)) for each in one.observances),
        no_times=tuple(each._replace(at=(each.at[0] + by, each.at[1] + by)) for each in one.no_times),
        issues=one.issues,
    )
