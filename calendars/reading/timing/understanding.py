"""The grammar, asked once for each text: the same words are looked at for what they announce and for what is ignored.

Most of a programme's first section is prose without any time: of a long text only the sentences that may tell one
are handed to the grammar, each for itself, and their readings are put back in their places.
"""

import re
from functools import lru_cache

from calendars.grammar import understand
from calendars.grammar.rule import Context, Understanding
from calendars.reading.timing.telling import LONG, may_tell, telling_sentences

_NOTHING = Understanding()
_BY_THEN = re.compile(r"\b(?:chậm nhất|muộn nhất|không muộn hơn|hạn cuối|trước\s+(?=ngày|\d))", re.IGNORECASE)


@lru_cache(maxsize=1024)
def understood(text: str, context: Context) -> Understanding:
    """All that the text says of time; the values are immutable, so that one answer serves all who ask."""
    if not may_tell(text):
        return _NOTHING
    told = understand(text, context) if len(text) <= LONG else _by_sentences(text, context)
    return _with_deadlines(text, context, told)


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
    told = [_moved(understand(text[begin:end], context), begin) for begin, end in telling_sentences(text)]
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
