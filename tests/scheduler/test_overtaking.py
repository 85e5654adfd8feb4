"""What one worker may change of a person's notices while another, or a release, is at them."""

import json
from datetime import time, timedelta

from telling_office import FRIDAY, MONDAY_BEFORE, a_person, an_event

from calendars.changes import ChangeKind
from calendars.when import Day, Hours
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Purpose
from scheduler.database import connect
from scheduler.delivery.overtaking import Notices
from scheduler.messages import ChangeSaid, change_said, notice_body
from scheduler.outbox import QUERIES, Outbox
from scheduler.tellings import Later, Telling, instant_text, telling_about

PERSON = a_person()
NOW = MONDAY_BEFORE


AT_EIGHT = Day(FRIDAY, Hours(time(8)))


def at(hour: int) -> Day:
    return Day(FRIDAY, Hours(time(hour)))


def moved(event: str, hour: int) -> ChangeSaid:
    before = an_event(uid=event)
    after = before._replace(when=at(hour))
    said = change_said(before, after, ChangeKind.MOVED, None)
    assert said is not None
    return said


def notice(release: int, *changes: ChangeSaid) -> Telling:
    return telling_about(
        Purpose.CHANGE,
        rule=f"change-{release}",
        person=PERSON.id,
        starts=NOW,
        ends=NOW + timedelta(days=2),
        due=NOW + timedelta(seconds=release),
        channels=(ChannelKind.EMAIL,),
        body=notice_body(changes, ""),
    )


def test_a_notice_that_was_changed_since_it_was_read_is_left_for_another_look(postgres_url: str) -> None:
    """Two workers share the outbox of one person: the first notice is of two meetings, the second of one of these."""
    first, second = notice(1, moved("e1", 9), moved("e2", 9)), notice(2, moved("e1", 10))
    later = NOW + timedelta(seconds=5)
    with connect(postgres_url) as ours, connect(postgres_url) as theirs:
        with ours.transaction() as connection:
            Outbox(connection).add([second])
            [leased] = Outbox(connection).lease(ChannelKind.EMAIL, 1, now=later, until=later)
            Outbox(connection).add([first])
        with ours.transaction() as connection:
            notices = Notices(connection, [PERSON.id], later, [leased])
            with theirs.transaction() as elsewhere:
                changed = json.dumps(notice_body([moved("e1", 11), moved("e2", 9)], ""))
                row = {"id": first.id, "body": changed, "ends": instant_text(first.ends)}
                elsewhere.execute_many(QUERIES["rewrite_notice"], [row])
            assert isinstance(notices.ready(leased), Later)
        with ours.transaction() as connection:
            found = Notices(connection, [PERSON.id], later, [leased]).ready(leased)
            assert isinstance(found, list)
            assert [(one.event, one.before, one.after) for one in found] == [("e1", AT_EIGHT, at(10))]


def test_a_notice_that_another_worker_has_taken_is_waited_for(postgres_url: str) -> None:
    first, second = notice(1, moved("e1", 9)), notice(2, moved("e1", 10))
    later = NOW + timedelta(seconds=5)
    with connect(postgres_url) as ours, connect(postgres_url) as theirs:
        with ours.transaction() as connection:
            Outbox(connection).add([first, second])
        with theirs.transaction() as elsewhere, ours.transaction() as connection:
            [taken] = Outbox(elsewhere).lease(ChannelKind.EMAIL, 1, now=later, until=later)
            [leased] = Outbox(connection).lease(ChannelKind.EMAIL, 1, now=later, until=later)
            assert (taken.telling.id, leased.telling.id) == (first.id, second.id)
            assert isinstance(Notices(elsewhere, [PERSON.id], later, [taken]).ready(taken), Later)
            assert isinstance(Notices(connection, [PERSON.id], later, [leased]).ready(leased), Later)
