"""What is told beside reminders: changes, one message a person and release, and digests."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import pytest
from telling_office import BOT, EMAIL, FRIDAY, MONDAY_BEFORE, OFFICE, QUIET_OFFICE, a_person, an_event, local

from calendars.changes import Change, ChangeKind
from calendars.events import Event, Override
from calendars.marks import Status
from calendars.recurrence import Frequency, Recurrence, WeekdayOf
from calendars.when import Day, Hours, Repeat, Window
from scheduler.messages import ChangeSaid
from scheduler.notices import Digests, change_notices, monthly_digests, plan_digests
from scheduler.people import Follow, Person
from scheduler.reminders import Office
from scheduler.tellings import Telling

TUESDAY = date(2023, 11, 28)
BEFORE = an_event()


def change(kind: ChangeKind, before: Event | None, after: Event, day: date | None = None) -> Change:
    sequence = 0 if before is None else before.sequence + 1
    return Change(kind=kind, before=before, after=after._replace(sequence=sequence), day=day)


def notices(
    *changes: Change, people: Sequence[Person] = (), now: datetime = MONDAY_BEFORE, office: Office = OFFICE
) -> list[Telling]:
    return list(
        change_notices(
            changes,
            people or [a_person()],
            release="7",
            made=MONDAY_BEFORE,
            document="Thông báo số 12/TB-VP",
            now=now,
            office=office,
        )
    )


def said(telling: Telling) -> list[ChangeSaid]:
    return [ChangeSaid.from_json(body) for body in telling.body["changes"]]


MOVED = change(ChangeKind.MOVED, BEFORE, an_event(Day(TUESDAY, Hours(time(14)))))
CANCELLED = change(ChangeKind.CANCELLED, BEFORE, an_event(status=Status.CANCELLED))


class TestAChange:
    def test_is_told_with_old_and_new(self) -> None:
        [telling] = notices(MOVED)
        assert said(telling) == [
            ChangeSaid(
                kind="moved",
                title="Họp giao ban",
                before=Day(FRIDAY, Hours(time(8))),
                after=Day(TUESDAY, Hours(time(14))),
                old_place="Phòng họp số 2",
                place="Phòng họp số 2",
                event="e1",
                calendar="hoi",
            )
        ]
        assert telling.body["document"] == "Thông báo số 12/TB-VP"
        assert (telling.due, telling.person, telling.channels) == (MONDAY_BEFORE, "p-lan", (EMAIL,))

    def test_of_one_release_is_told_in_one_message_to_each_follower(self) -> None:
        other = an_event(uid="e2")
        also = change(ChangeKind.CANCELLED, other, other._replace(status=Status.CANCELLED))
        found = notices(MOVED, also, people=[a_person("Lan"), a_person("Hoa", BOT)])
        assert [(telling.person, len(said(telling))) for telling in found] == [("p-lan", 2), ("p-hoa", 2)]

    def test_is_the_same_telling_however_often_it_is_planned(self) -> None:
        later = notices(MOVED, now=local(date(2023, 11, 20), 20))
        assert [telling.id for telling in notices(MOVED)] == [telling.id for telling in later]

    @pytest.mark.parametrize(
        ("of", "kinds"),
        [
            pytest.param(CANCELLED, ["cancelled"], id="cancelled"),
            pytest.param(
                change(ChangeKind.CLOSED, an_event(Window(FRIDAY, date(2023, 11, 30))), an_event()),
                ["closed"],
                id="a window was closed",
            ),
            pytest.param(
                change(ChangeKind.ALTERED, an_event(location=None), an_event()),
                ["altered"],
                id="given a place",
            ),
            pytest.param(
                change(ChangeKind.ALTERED, an_event(status=Status.TENTATIVE), an_event()),
                ["closed"],
                id="confirmed",
            ),
            pytest.param(
                change(ChangeKind.ALTERED, BEFORE, an_event(title="Họp giao ban.")),
                [],
                id="a corrected title",
            ),
            pytest.param(
                change(
                    ChangeKind.ALTERED,
                    BEFORE,
                    an_event(title="Hội nghị cán bộ", chair="Đồng chí Lan", note="mang tài liệu"),
                ),
                [],
                id="another title, chair and note",
            ),
            pytest.param(change(ChangeKind.ADDED, None, BEFORE), [], id="new: the digest tells it"),
            pytest.param(
                Change(kind=ChangeKind.MOVED, before=BEFORE, after=MOVED.after._replace(sequence=0)),
                [],
                id="not published",
            ),
            pytest.param(change(ChangeKind.CONTINUED, BEFORE, BEFORE), [], id="goes on"),
        ],
    )
    def test_is_told_where_it_matters(self, of: Change, kinds: list[str]) -> None:
        assert [one.kind for telling in notices(of) for one in said(telling)] == kinds

    def test_of_one_day_of_a_series_is_told_for_that_day(self) -> None:
        weekly = an_event(
            Repeat(
                Recurrence(frequency=Frequency.WEEKLY, by_day=(WeekdayOf(4),), first=FRIDAY), Hours(time(8))
            )
        )
        moved = weekly._replace(overrides=(Override(day=FRIDAY, when=Day(TUESDAY, Hours(time(9)))),))
        [telling] = notices(change(ChangeKind.MOVED, weekly, moved, day=FRIDAY))
        [told] = said(telling)
        assert (told.before, told.after) == (Day(FRIDAY, Hours(time(8))), Day(TUESDAY, Hours(time(9))))
        assert told.day == FRIDAY

    def test_of_what_is_long_over_is_not_told(self) -> None:
        assert notices(CANCELLED, now=local(date(2023, 11, 25), 9)) == []

    def test_reaches_those_who_were_left_out_of_it(self) -> None:
        before, after = an_event(groups=("BTV",)), an_event(Day(TUESDAY), groups=("VP",))
        people = [
            a_person("Lan", follows=(), groups=("BTV",)),
            a_person("Hoa", follows=(), groups=("VP",)),
            a_person("Mai", follows=(Follow(calendar="doan"),)),
        ]
        found = notices(change(ChangeKind.MOVED, before, after), people=people)
        assert {telling.person for telling in found} == {"p-lan", "p-hoa"}

    def test_in_quiet_hours_waits_for_the_morning_if_the_event_does(self) -> None:
        night = local(date(2023, 11, 20), 23)
        [telling] = notices(MOVED, now=night, office=QUIET_OFFICE)
        assert telling.due == local(date(2023, 11, 21), 6)

    def test_in_quiet_hours_is_told_at_once_where_the_event_begins_before_they_end(self) -> None:
        night = local(date(2023, 11, 20), 23)
        next_day = date(2023, 11, 21)
        at_five = an_event(Day(next_day, Hours(time(5))))
        put_off = an_event(Day(next_day, Hours(time(14))))
        [telling] = notices(change(ChangeKind.MOVED, at_five, put_off), now=night, office=QUIET_OFFICE)
        assert telling.due == night


class TestDigests:
    def test_are_planned_for_today_and_tomorrow_and_the_next_week(self) -> None:
        digests = Digests(daily=time(7), weekly=(0, time(7)))
        now = local(FRIDAY, 5)
        found = [
            (telling.body["kind"], telling.due, telling.body["first"], telling.body["last"])
            for telling in plan_digests(digests, [a_person()], now=now, office=OFFICE)
        ]
        assert found == [
            ("daily", local(FRIDAY, 7), "2023-11-24", "2023-11-24"),
            ("daily", local(date(2023, 11, 25), 7), "2023-11-25", "2023-11-25"),
            ("weekly", local(date(2023, 11, 27), 7), "2023-11-27", "2023-12-03"),
        ]

    def test_are_planned_as_far_ahead_as_is_asked(self) -> None:
        digests = Digests(daily=time(7), weekly=(0, time(7)))
        now, week = local(FRIDAY, 5), timedelta(days=7)
        found = list(plan_digests(digests, [a_person()], now=now, office=OFFICE, ahead=week))
        assert [one.rule for one in found] == ["daily"] * 8 + ["weekly"]
        assert found[7].due == local(FRIDAY, 7) + week

    def test_of_a_week_sent_on_friday_afternoon_is_that_of_the_next_week(self) -> None:
        [telling] = plan_digests(
            Digests(weekly=(4, time(16))), [a_person()], now=local(FRIDAY, 5), office=OFFICE
        )
        assert (telling.due, telling.body["first"]) == (local(FRIDAY, 16), "2023-11-27")

    def test_are_the_same_however_often_they_are_planned(self) -> None:
        digests = Digests(daily=time(7))
        first, second = (
            {one.id for one in plan_digests(digests, [a_person()], now=local(FRIDAY, hour), office=OFFICE)}
            for hour in (1, 6)
        )
        assert first == second

    def test_that_nobody_planned_in_time_are_told_for_three_hours(self) -> None:
        def days(hour: int) -> list[str]:
            planned = plan_digests(
                Digests(daily=time(7)), [a_person()], now=local(FRIDAY, hour), office=OFFICE
            )
            return [telling.body["first"] for telling in planned]

        assert days(9) == ["2023-11-24", "2023-11-25"]
        assert days(11) == ["2023-11-25"]

    def test_are_not_for_those_who_follow_nothing_or_opted_out(self) -> None:
        people = [a_person("Lan", follows=()), a_person("Hoa", opted_out=True)]
        assert not list(plan_digests(Digests(daily=time(7)), people, now=local(FRIDAY, 5), office=OFFICE))

    def test_of_a_month_go_out_with_its_release_to_the_calendar_s_followers(self) -> None:
        people = [a_person("Lan"), a_person("Hoa", follows=(Follow(calendar="doan"),))]
        [telling] = monthly_digests("hoi", FRIDAY, people, release="7", now=MONDAY_BEFORE, office=OFFICE)
        assert (telling.person, telling.due) == ("p-lan", MONDAY_BEFORE)
        assert telling.body == {
            "kind": "monthly",
            "first": "2023-11-01",
            "last": "2023-11-30",
            "calendar": "hoi",
        }

    def test_of_a_month_go_out_to_members_of_groups_too(self) -> None:
        people = [
            a_person("Lan", follows=(), groups=("Thường trực",)),
            a_person("Hoa", follows=(Follow(group="Ban Tổ chức"),)),
            a_person("Mai", follows=(Follow(event="e1"),)),
            a_person("Cúc", follows=()),
        ]
        tellings = monthly_digests("hoi", FRIDAY, people, release="7", now=MONDAY_BEFORE, office=OFFICE)
        assert [telling.person for telling in tellings] == ["p-lan", "p-hoa", "p-mai"]

    def test_are_read_from_the_configuration(self) -> None:
        table = {"daily": "07:00", "weekly": "Mon 07:30", "monthly": True}
        assert Digests.from_table(table) == Digests(daily=time(7), weekly=(0, time(7, 30)), monthly=True)
        assert Digests.from_table({}) == Digests()
        with pytest.raises(ValueError, match="weekly"):
            Digests.from_table({"weekly": "Someday"})
