"""What a newly read programme changes on the calendar: `compare(events, programme)`, and changes made by hand.

A meeting is known again by its title, its time and the papers that name it, and keeps its UID; what is doubtful is
asked. The parts: `likeness` (titles), `relations` (times), `moved_from` (old times that an entry remembers), `pairing`
(who is who, one to one), `precision` (which of two tellings holds), `merging` (what becomes of an event), `standing`,
`earlier_days` (of a standing meeting), `uids`, `notices` (what they change), `reissues` (the same paper again),
`endings` (what is no longer named), `account` (what was found so far), `compare` (all of it), `by_hand`, `new_time`
(what is typed of a time), `kept_by_hand` (what a hand's word holds back), `reasons` (why, in words).
"""

from calendars.revision.compare import compare
from calendars.revision.kept_by_hand import kept_by_hand
from calendars.revision.reasons import in_words
from calendars.revision.reissues import formers_of
from calendars.revision.uids import entry_key

__all__ = ["compare", "entry_key", "formers_of", "in_words", "kept_by_hand"]
