"""The UIDs that events are given: the same document, or the same typed words, give the same ones each time.

A meeting keeps its UID for life; so that documents may come in any order, it is made of what names the meeting first,
never of a count.
"""

import json
import uuid
from datetime import date, datetime

from calendars.grammar.spelling import fold
from calendars.programme import Entry
from calendars.when import when_to_json

_SPACE = uuid.UUID("0c7c24b6-6a5e-5d0f-9d0b-3f6f7c0e9a11")


def entry_key(entry: Entry) -> str:
    """What names an entry within its document: its title and time. Answers to questions go by it."""
    return f"{' '.join(fold(entry.title).split())}|{json.dumps(when_to_json(entry.when), sort_keys=True)}"


def read_uid(calendar: str, document: str, entry: Entry, number: int = 0) -> str:
    """The UID of the event that an entry of a document makes; number: of its events, where it makes several."""
    return _uid(f"{calendar}|{document}|{entry_key(entry)}|{number}")


def typed_uid(calendar: str, hand: str, now: datetime, place: int, entry: Entry) -> str:
    """The UID of the event that a hand types at an instant; place: of its entry among those typed together."""
    return _uid(f"{calendar}|{hand}|{now.isoformat()}|{place}|{entry_key(entry)}")


def former_uid(uid: str, last: date) -> str:
    """The UID of the days until `last` of the standing meeting of that UID; it names them the same each time."""
    return _uid(f"{uid} until {last.isoformat()}")


def _uid(name: str) -> str:
    return str(uuid.uuid5(_SPACE, name))
