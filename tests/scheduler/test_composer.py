"""What is sent follows the calendar and the people as they stand at the moment of sending."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from telling_office import (
    BOT,
    EMAIL,
    FRIDAY,
    MONDAY_BEFORE,
    OFFICE,
    QUIET_OFFICE,
    ManualClock,
    ScriptedChannel,
    a_delivery,
    an_event,
    local,
    occurrences,
)

from calendars.changes import Change, ChangeKind
from calendars.events import Event, Occurrence, Override
from calendars.marks import Status
from calendars.recurrence import Frequency, Recurrence, WeekdayOf
from calendars.store import CalendarStore
from calendars.when import Day, Hours, Repeat, Window
from scheduler.attempts import Halted, Refused, Uncertain
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Purpose
from scheduler.database import Database
from scheduler.delivery.composer import CalendarComposer, ComposerSettings
from scheduler.delivery.pump import Delivery
from scheduler.directory import Directory
from scheduler.messages import Content, reminder_content
from scheduler.messages.content import units
from scheduler.notices import Digests, change_notices, plan_digests
from scheduler.outbox import Kept, Outbox, Scope
from scheduler.people import Address, Follow
from scheduler.reminders import Lead, Office, ReminderRule, plan_reminders
from scheduler.tellings import State

RULE = ReminderRule(name="day-before", before=Lead(days=1), at=time(16))
THURSDAY_16 = local(date(2023, 11, 23), 16)


class OfficeAtWork:
    """A database with people and events, planned on Monday, and two channels."""

    def __init__(self, database: Database, office: Office = OFFICE) -> None:
        self.database = database
        self.office = office
        self.clock = ManualClock(THURSDAY_16)
        self.email, self.bot = ScriptedChannel(), ScriptedChannel()
        self.composer = CalendarComposer(
            ComposerSettings(
                office=office,
                organizer="vp@example.org",
                stop_link=lambda token: f"https://lich.example.org/stop/{token}",
                keepers=("văn phòng",),
            )
        )
        with database.transaction() as connection:
            directory = Directory(connection)
            self.lan = directory.add(
                "Lan",
                now=MONDAY_BEFORE,
                addresses=[Address(EMAIL, "lan@example.org"), Address(BOT, "chat-1")],
                groups=["Văn phòng"],
                follows=[Follow(calendar="*")],
            )

    def keep(self, *events: Event) -> None:
        with self.database.transaction() as connection:
            store = CalendarStore(connection)
            store.open_calendar("hoi", MONDAY_BEFORE)
            store.keep_events(events)

    def plan(self, *events: Event, rules: Sequence[ReminderRule] = (RULE,)) -> None:
        self.keep(*events)
        with self.database.transaction() as connection:
            people = Directory(connection).everybody()
            reminders = plan_reminders(
                rules,
                occurrences(*events),
                people,
                now=MONDAY_BEFORE,
                office=self.office,
                keepers=people,
            )
            Outbox(connection).replace_plan(reminders, Scope(), now=MONDAY_BEFORE)

    def delivery(self) -> Delivery:
        return a_delivery(self.database, {EMAIL: self.email, BOT: self.bot}, self.clock, self.composer)

    def send(self, at: datetime | None = None) -> None:
        self.clock.now = at or self.clock.now
        self.delivery().pump()

    def kept(self) -> list[Kept]:
        with self.database.reading() as connection:
            return Outbox(connection).find()

    @property
    def fate(self) -> tuple[State, str]:
        [one] = self.kept()
        return one.state, one.reason


@pytest.fixture
def at_work(sqlite_database: Database) -> OfficeAtWork:
    return OfficeAtWork(sqlite_database)


class TestAReminder:
    def test_is_a_whole_message(self, at_work: OfficeAtWork) -> None:
        at_work.plan(an_event())
        at_work.send()
        [message] = at_work.email.sent
        assert (message.purpose, message.to, message.name) == (
            Purpose.REMINDER,
            Address(EMAIL, "lan@example.org"),
            "Lan",
        )
        assert message.subject == "Nhắc lịch: Họp giao ban"
        assert "Thời gian: 08h00, thứ Sáu, ngày 24/11/2023 (ngày mai)" in message.text
        assert message.html is not None
        assert message.thread == "e1"
        assert message.created == THURSDAY_16
        assert message.unsubscribe is not None
        assert message.unsubscribe.startswith("https://lich.example.org/stop/")
        assert len(message.id) <= 48
        assert message.calendar is not None
        assert b"METHOD:PUBLISH" in message.calendar
        assert message.calendar_method == "PUBLISH"

    def test_says_what_the_event_is_now_and_not_what_it_was_when_planned(self, at_work: OfficeAtWork) -> None:
        at_work.plan(an_event())
        at_work.keep(an_event(location="Hội trường lớn", sequence=1))
        at_work.send()
        [message] = at_work.email.sent
        assert "Địa điểm: Hội trường lớn" in message.text

    @pytest.mark.parametrize(
        "changed",
        [
            pytest.param(an_event(Day(FRIDAY, Hours(time(9)))), id="moved by an hour"),
            pytest.param(an_event(Day(date(2023, 11, 28), Hours(time(8)))), id="moved to another day"),
            pytest.param(an_event(status=Status.CANCELLED), id="cancelled"),
            pytest.param(an_event(Window(FRIDAY, date(2023, 11, 30))), id="open again"),
        ],
    )
    def test_of_what_no_longer_stands_is_not_sent(self, at_work: OfficeAtWork, changed: Event) -> None:
        at_work.plan(an_event())
        at_work.keep(changed)
        at_work.send()
        assert at_work.email.sent == []
        assert at_work.fate == (State.DROPPED, "the event is no longer on the calendar at that time")

    def test_of_one_day_of_a_series_follows_that_day(self, at_work: OfficeAtWork) -> None:
        weekly = Repeat(
            Recurrence(frequency=Frequency.WEEKLY, by_day=(WeekdayOf(4),), first=FRIDAY), Hours(time(8))
        )
        event = an_event(weekly)
        at_work.plan(event)
        at_work.keep(event._replace(overrides=(Override(day=FRIDAY, when=None),)))
        at_work.send(local(date(2023, 11, 30), 16))
        [message] = at_work.email.sent
        assert "thứ Sáu, ngày 01/12/2023" in message.text

    def test_of_what_is_over_is_recorded_and_not_sent(self, at_work: OfficeAtWork) -> None:
        at_work.plan(an_event())
        at_work.send(local(FRIDAY, 10))
        assert (at_work.email.sent, at_work.fate) == ([], (State.DROPPED, "it is over"))

    def test_that_is_late_is_sent_and_says_so(self, at_work: OfficeAtWork) -> None:
        at_work.plan(an_event())
        at_work.send(local(FRIDAY, 8, 30))
        [message] = at_work.email.sent
        assert "Tin này đến muộn" in message.text
        assert "Sự kiện đã bắt đầu lúc 08h00." in message.text
        assert message.created == local(FRIDAY, 8, 30)

    def test_says_the_same_words_on_each_try(self, at_work: OfficeAtWork) -> None:
        at_work.plan(an_event())
        at_work.email.script = [Uncertain("lost"), Uncertain("lost")]
        at_work.send()
        at_work.send(THURSDAY_16 + timedelta(minutes=3))
        at_work.send(local(FRIDAY, 6, 30))
        first, *others = at_work.email.sent
        assert others == [first, first]

    def test_goes_to_nobody_who_opted_out_since(self, at_work: OfficeAtWork) -> None:
        at_work.plan(an_event())
        with at_work.database.transaction() as connection:
            Directory(connection).opt_out(at_work.lan.id)
        at_work.send()
        assert at_work.fate == (State.DROPPED, "the person wants no messages")

    def test_goes_to_nobody_who_is_no_longer_there(self, at_work: OfficeAtWork) -> None:
        at_work.plan(an_event())
        with at_work.database.transaction() as connection:
            Directory(connection).remove(at_work.lan.id)
        at_work.send()
        assert at_work.fate == (State.DROPPED, "the person is no longer there")

    def test_goes_to_the_address_that_the_person_has_now(self, at_work: OfficeAtWork) -> None:
        at_work.plan(an_event())
        with at_work.database.transaction() as connection:
            directory = Directory(connection)
            directory.remove_address(at_work.lan.id, Address(EMAIL, "lan@example.org"))
            directory.put_address(at_work.lan.id, Address(EMAIL, "lan.new@example.org"))
        at_work.send()
        [message] = at_work.email.sent
        assert message.to.value == "lan.new@example.org"

    def test_goes_by_the_next_channel_where_the_first_address_is_gone(self, at_work: OfficeAtWork) -> None:
        at_work.plan(an_event())
        at_work.email.script = [Refused("no such mailbox", recipient_gone=True)]
        at_work.send()
        [message] = at_work.bot.sent
        assert (message.to, message.html, message.calendar) == (Address(BOT, "chat-1"), None, None)
        with at_work.database.reading() as connection:
            lan = Directory(connection).find("Lan")
        assert lan.addresses == (Address(BOT, "chat-1"),)

    def test_fails_where_no_address_is_left(self, at_work: OfficeAtWork) -> None:
        at_work.plan(an_event())
        with at_work.database.transaction() as connection:
            for address in at_work.lan.addresses:
                Directory(connection).remove_address(at_work.lan.id, address)
        at_work.send()
        assert at_work.fate == (State.FAILED, "the person has no address for any of its channels")


class TestQuietHours:
    def test_hold_back_what_is_late(self, sqlite_database: Database) -> None:
        at_work = OfficeAtWork(sqlite_database, QUIET_OFFICE)
        at_work.plan(an_event())
        at_work.send(local(date(2023, 11, 23), 23))
        assert at_work.email.sent == []
        assert at_work.delivery().next_moment() == local(FRIDAY, 6)
        at_work.send(local(FRIDAY, 6))
        assert len(at_work.email.sent) == 1

    def test_do_not_hold_back_what_was_planned_for_their_first_moment(
        self, sqlite_database: Database
    ) -> None:
        at_work = OfficeAtWork(sqlite_database, QUIET_OFFICE)
        early = ReminderRule(name="soon", before=Lead(clock=timedelta(hours=3)))
        at_work.plan(an_event(), rules=(early,))
        at_work.send(local(date(2023, 11, 23), 21, 30) + timedelta(seconds=2))
        assert len(at_work.email.sent) == 1

    def test_do_not_hold_back_news_of_what_begins_before_they_end(self, sqlite_database: Database) -> None:
        at_work = OfficeAtWork(sqlite_database, QUIET_OFFICE)
        evening, night = local(date(2023, 11, 23), 20), local(date(2023, 11, 23), 23)
        at_five = an_event(Day(FRIDAY, Hours(time(5))))
        put_off = an_event(Day(FRIDAY, Hours(time(14))), sequence=1)
        at_work.keep(put_off)
        with sqlite_database.transaction() as connection:
            notices = change_notices(
                [Change(kind=ChangeKind.MOVED, before=at_five, after=put_off)],
                Directory(connection).everybody(),
                release="1",
                made=evening,
                document="Thông báo số 12/TB-VP",
                now=evening,
                office=QUIET_OFFICE,
            )
            Outbox(connection).add(notices)
        at_work.send(night)
        assert len(at_work.email.sent) == 1


class TestTheOffice:
    def test_is_asked_about_a_window_that_is_still_open(self, at_work: OfficeAtWork) -> None:
        at_work.plan(an_event(Window(FRIDAY, date(2023, 11, 30))))
        at_work.send(local(date(2023, 11, 21), 8))
        [message] = at_work.email.sent
        assert (message.purpose, message.subject) == (Purpose.NUDGE, "Cần chốt thời gian: Họp giao ban")

    def test_is_not_asked_about_one_that_was_settled(self, at_work: OfficeAtWork) -> None:
        at_work.plan(an_event(Window(FRIDAY, date(2023, 11, 30))))
        at_work.keep(an_event(Day(FRIDAY, Hours(time(8)))))
        at_work.send(local(date(2023, 11, 21), 8))
        assert at_work.fate == (State.DROPPED, "the window has been closed")

    def test_is_told_once_by_another_way_that_a_channel_needs_somebody(self, at_work: OfficeAtWork) -> None:
        at_work.plan(an_event(), an_event(uid="e2", title="Họp chi bộ"))
        at_work.email.usual = Halted("the server does not take the password")
        at_work.send()
        subjects = sorted(message.subject for message in at_work.bot.sent)
        assert subjects == [
            "Kênh email đã ngừng, cần người xử lý",
            "Nhắc lịch: Họp chi bộ",
            "Nhắc lịch: Họp giao ban",
        ]
        assert len(at_work.email.sent) == 1


class TestADigest:
    def test_is_written_from_the_calendar_of_that_morning(self, at_work: OfficeAtWork) -> None:
        at_work.keep(an_event())
        with at_work.database.transaction() as connection:
            people = Directory(connection).everybody()
            digests = Digests(daily=time(7), weekly=(0, time(7)))
            Outbox(connection).add(plan_digests(digests, people, now=local(FRIDAY, 5), office=OFFICE))
        at_work.keep(an_event(title="Họp giao ban mở rộng"))
        at_work.send(local(FRIDAY, 7))
        [message] = at_work.email.sent
        assert message.subject == "Lịch thứ Sáu, ngày 24/11/2023 của đồng chí Lan"
        assert "- 08h00: Họp giao ban mở rộng (Phòng họp số 2)" in message.text

    def test_by_zalo_leaves_nothing_out_however_long_the_day_is(self, at_work: OfficeAtWork) -> None:
        at_work.keep(
            *(an_event(uid=f"e{n}", title=f"Cuộc họp số {n} bàn về công tác tháng 12") for n in range(60))
        )
        with at_work.database.transaction() as connection:
            directory = Directory(connection)
            follows = [Follow(calendar="*")]
            directory.add("Hoa", now=MONDAY_BEFORE, addresses=[Address(BOT, "chat-9")], follows=follows)
            planned = plan_digests(
                Digests(daily=time(7)), directory.everybody(), now=local(FRIDAY, 5), office=OFFICE
            )
            Outbox(connection).add(planned)
        at_work.send(local(FRIDAY, 7))
        [message] = at_work.bot.sent
        assert units(message.text) > 2000
        assert all(f"Cuộc họp số {n} bàn" in message.text for n in range(60))

    def test_of_an_empty_day_is_not_sent(self, at_work: OfficeAtWork) -> None:
        with at_work.database.transaction() as connection:
            people = Directory(connection).everybody()
            planned = plan_digests(Digests(daily=time(7)), people, now=local(FRIDAY, 5), office=OFFICE)
            Outbox(connection).add(planned)
        at_work.send(local(FRIDAY, 7))
        assert at_work.email.sent == []
        assert at_work.kept()[0].reason == "there is nothing on those days"


def test_ten_thousand_words_are_written_once_for_all(at_work: OfficeAtWork) -> None:
    with at_work.database.transaction() as connection:
        for n in range(50):
            Directory(connection).add(
                f"Người {n}",
                now=MONDAY_BEFORE,
                addresses=[Address(ChannelKind.EMAIL, f"p{n}@example.org")],
                follows=[Follow(calendar="hoi")],
            )
    at_work.plan(an_event())
    at_work.send()
    calendars = {id(message.calendar) for message in at_work.email.sent}
    assert (len(at_work.email.sent), len(calendars)) == (51, 1)


def test_a_fault_over_one_message_does_not_keep_the_others_back(
    at_work: OfficeAtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_over_one(occurrence: Occurrence, **options: Any) -> Content:
        if occurrence.title == "Họp chi bộ":
            raise KeyError("surprise")
        return reminder_content(occurrence, **options)

    monkeypatch.setattr("scheduler.delivery.composition.reminder_content", fail_over_one)
    at_work.plan(an_event(), an_event(uid="e2", title="Họp chi bộ"))
    at_work.send()
    assert [message.subject for message in at_work.email.sent] == ["Nhắc lịch: Họp giao ban"]
    waiting = [one.reason for one in at_work.kept() if one.state is State.PENDING]
    assert waiting == ["a fault of ours: KeyError: 'surprise'"]
