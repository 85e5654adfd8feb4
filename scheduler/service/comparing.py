"""A document compared with the calendar as it stands: the same for the preview, the import, a draft and a proposal.

Only so much of the calendar is read as the document may speak of; and of the documents taken before only the headers,
which tell whether this one is such a paper issued again.
"""

from collections.abc import Collection, Mapping
from datetime import datetime

from calendars.changes import Revision
from calendars.programme import Programme
from calendars.queries import Connection
from calendars.releases import ReleaseState, ReleaseStore
from calendars.revision import compare, formers_of
from calendars.store import CalendarStore
from calendars.workdays import is_day_off


def compared(
    connection: Connection,
    programme: Programme,
    calendar: str,
    *,
    now: datetime,
    answers: Mapping[str, str | None] | None = None,
    whole: bool = True,
    titled: Collection[str] = (),
) -> Revision:
    """What a programme changes on a calendar; nothing is kept.

    answers: as for `revision.compare`; what they name is read too, an event that is gone is passed over. whole: whether
    the programme is complete; a part of one is never a new issue of a paper; titled: as for `revision.compare`.
    """
    store = CalendarStore(connection)
    papers = ReleaseStore(connection).papers(calendar) if whole else []
    events = store.events_for(programme, calendar, formers_of(programme, papers))
    known = {event.uid for event in events}
    told: dict[str, str | None] = {}
    for key, uid in (answers or {}).items():
        if uid is not None and uid not in known:
            found = store.find_event(uid, calendar)
            if found is None:
                continue
            events.append(found)
            known.add(uid)
        told[key] = uid
    return compare(
        events,
        programme,
        calendar=calendar,
        now=now,
        is_day_off=is_day_off,
        answers=told,
        whole=whole,
        papers=papers,
        titled=titled,
    )


def is_known(connection: Connection, sha256: str, calendar: str) -> bool:
    """Whether a document of these bytes has been imported on the calendar, and not taken back."""
    releases = ReleaseStore(connection).of_document(sha256, calendar)
    return any(release.state is not ReleaseState.UNDONE and release.undoes is None for release in releases)
