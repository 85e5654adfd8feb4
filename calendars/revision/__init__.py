"""What a newly read programme changes on the calendar: `compare(events, programme)`, and changes made by hand.

A meeting is known again by its title, its time and the papers that name it, and keeps its UID; what is doubtful is
asked. The parts: `likeness` (titles), `relations` (times), `pairing` (who is who, one to one), `merging` (what becomes
of an event), `notices` (what they change), `compare` (all of it), `by_hand`, `reasons` (why, in words).
"""

from calendars.revision.compare import compare, entry_key
from calendars.revision.reasons import in_words

__all__ = ["compare", "entry_key", "in_words"]
