"""What one worker may change of a person's notices while another, or a release, is at them."""

import json
from datetime import time, timedelta

from telling_office import FRIDAY, MONDAY_BEFORE, a_person, an_event

from calendars.changes import ChangeKind
from calendars.when import Day, Hours
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Purpose
from scheduler.database import Database, connect
from scheduler.delivery.overtaking import Notices, overtake
from scheduler.messages import ChangeSaid, change_said, changes_in, notice_body
from scheduler.outbox import QUERIES, Outbox
from scheduler.tellings import Later, Telling, instant_text, telling_about

PERSON = a_person()
NOW = MONDAY_BEFORE


AT_EIGHT = Day(FRIDAY, Hours(time(8)))


def at(hour: int) -> Day:
    return Day(FRIDAY, Hours(time(hour)))


def moved(event: str, hour: int, *, was: int = 8) -> ChangeSaid:
    before = an_event(uid=event, when=at(was))
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


def test_three_notices_that_wait_are_taken_together_in_the_order_of_their_releases(
    database: Database,
) -> None:
    """To ten, back to eight and to ten again: at ten it is, and that is news."""
    notices = [
        notice(1, moved("e1", 10)),
        notice(2, moved("e1", 8, was=10), moved("e2", 9)),
        notice(3, moved("e1", 10)),
    ]
    later = NOW + timedelta(seconds=5)
    with database.transaction() as connection:
        Outbox(connection).add(notices)
        leased = {
            one.telling.id: one
            for one in Outbox(connection).lease(ChannelKind.EMAIL, 3, now=later, until=later)
        }
        ours = [leased[one.id] for one in notices]
        for turn in ((2, 1, 0), (0, 1, 2), (1, 0, 2)):
            looked_at = Notices(connection, [PERSON.id], later, ours)
            found = [looked_at.ready(ours[number]) for number in turn]
            told = [one for changes in found if isinstance(changes, list) for one in changes]
            assert {(one.event, one.before, one.after) for one in told} == {
                ("e1", AT_EIGHT, at(10)),
                ("e2", AT_EIGHT, at(9)),
            }


def test_a_new_notice_takes_in_nothing_from_before_one_that_is_being_sent(database: Database) -> None:
    """The first was tried anew by hand when the second was on its way."""
    first, second, third = (
        notice(1, moved("e1", 10)),
        notice(2, moved("e1", 14, was=10)),
        notice(3, moved("e1", 8, was=14)),
    )
    later = NOW + timedelta(seconds=5)
    with database.transaction() as connection:
        Outbox(connection).add([second])
        Outbox(connection).lease(ChannelKind.EMAIL, 1, now=later, until=later)
        Outbox(connection).add([first])
        [added] = overtake(connection, [third], later)
        assert changes_in(added.body) == [moved("e1", 8, was=14)]
