"""Who is to be told, and at which instant. Dates are of November 2023: the 24th is a Friday."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from unicodedata import normalize
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telling_office import (
    BOT,
    EMAIL,
    FRIDAY,
    MONDAY_BEFORE,
    OFFICE,
    QUIET_OFFICE,
    a_person,
    an_event,
    local,
    occurrences,
)

from calendars.events import Event, Override
from calendars.marks import Category, Status
from calendars.recurrence import Frequency, Recurrence, WeekdayOf
from calendars.times import DayPart
from calendars.when import Day, Days, Hours, Repeat, Span, Undated, When, Window
from scheduler.channel_kinds import ChannelKind
from scheduler.people import Follow, Person
from scheduler.reminders import (
    DEFAULT_RULES,
    NUDGE_RULE,
    Lead,
    Office,
    QuietHours,
    Reminder,
    ReminderRule,
    due_of,
    extent_of,
    out_of_quiet,
    parse_lead,
    plan_reminders,
)

DAY_BEFORE = ReminderRule(name="day-before", before=Lead(days=1), at=time(16))
SOON = ReminderRule(name="soon", before=Lead(clock=timedelta(minutes=45)))


def plan(
    *events: Event,
    rules: Sequence[ReminderRule] = (DAY_BEFORE,),
    people: Sequence[Person] = (),
    now: datetime = MONDAY_BEFORE,
    office: Office = OFFICE,
    keepers: Sequence[Person] = (),
) -> list[Reminder]:
    return list(
        plan_reminders(
            rules, occurrences(*events), people or [a_person()], now=now, office=office, keepers=keepers
        )
    )


def dues(reminders: Sequence[Reminder]) -> list[datetime]:
    return [reminder.due for reminder in reminders]


class TestALead:
    @pytest.mark.parametrize(
        ("text", "lead"),
        [
            ("1 day", Lead(days=1)),
            ("3 working days", Lead(days=3, working=True)),
            ("2 weeks", Lead(days=14)),
            ("90 minutes", Lead(clock=timedelta(minutes=90))),
            ("45 seconds", Lead(clock=timedelta(seconds=45))),
            ("2 hours", Lead(clock=timedelta(hours=2))),
            ("0 days", Lead()),
            (" 1 Day ", Lead(days=1)),
        ],
    )
    def test_is_read_from_the_configuration(self, text: str, lead: Lead) -> None:
        assert parse_lead(text) == lead

    @pytest.mark.parametrize(
        "text", ["", "soon", "one day", "-1 day", "1.5 days", "2 working hours", "3 months"]
    )
    def test_that_is_none_is_refused(self, text: str) -> None:
        with pytest.raises(ValueError, match="before"):
            parse_lead(text)


class TestARule:
    def test_is_made_from_its_table(self) -> None:
        table = {
            "name": "day-before",
            "calendars": ["hoi"],
            "categories": ["meeting"],
            "before": "1 day",
            "at": "16:00",
            "working_days": True,
            "channels": ["zalo_bot", "email"],
        }
        assert ReminderRule.from_table(table) == ReminderRule(
            name="day-before",
            before=Lead(days=1, working=True),
            at=time(16),
            calendars=("hoi",),
            categories=(Category.MEETING,),
            channels=(BOT, EMAIL),
        )

    @pytest.mark.parametrize(
        ("changes", "told"),
        [
            ({"before": "soon"}, "before"),
            ({"before": None}, "before"),
            ({"name": ""}, "name"),
            ({"at": "25:00"}, "hour"),
            ({"before": "90 minutes", "at": "16:00"}, "whole days"),
            ({"categories": ["party"]}, "meeting, observance, deadline"),
            ({"channels": ["fax"]}, "email"),
        ],
    )
    def test_that_makes_no_sense_is_refused(self, changes: dict[str, object], told: str) -> None:
        with pytest.raises(ValueError, match=told):
            ReminderRule.from_table({"name": "a", "before": "1 day"} | changes)


class TestTheDueTime:
    @pytest.mark.parametrize(
        ("rule", "due"),
        [
            pytest.param(DAY_BEFORE, local(date(2023, 11, 23), 16), id="a fixed hour of the day before"),
            pytest.param(SOON, local(FRIDAY, 7, 15), id="minutes before"),
            pytest.param(
                ReminderRule(name="r", before=Lead(days=1)),
                local(date(2023, 11, 23), 8),
                id="a day before, at the meeting's own hour",
            ),
            pytest.param(
                ReminderRule(name="r", before=Lead(), at=time(6, 30)),
                local(FRIDAY, 6, 30),
                id="the same morning",
            ),
            pytest.param(
                ReminderRule(name="r", before=Lead(days=5, working=True), at=time(8)),
                local(date(2023, 11, 17), 8),
                id="five working days before a Friday",
            ),
        ],
    )
    def test_of_a_meeting_on_friday_at_eight(self, rule: ReminderRule, due: datetime) -> None:
        assert due_of(rule, local(FRIDAY, 8), OFFICE) == due

    def test_in_working_days_leaves_out_holidays(self) -> None:
        office = replace(OFFICE, closed=lambda day: day.weekday() >= 5 or day == date(2023, 11, 23))
        rule = ReminderRule(name="r", before=Lead(days=1, working=True), at=time(16))
        assert due_of(rule, local(FRIDAY, 8), office) == local(date(2023, 11, 22), 16)

    def test_keeps_the_hour_over_a_change_to_summer_time(self) -> None:
        berlin = ZoneInfo("Europe/Berlin")
        office = replace(OFFICE, zone=berlin)
        starts = datetime(2024, 4, 1, 9, tzinfo=berlin)
        rule = ReminderRule(name="r", before=Lead(days=2))
        assert due_of(rule, starts.astimezone(UTC), office) == datetime(2024, 3, 30, 9, tzinfo=berlin)

    def test_of_a_month_s_first_day_lies_in_the_month_before(self) -> None:
        assert due_of(DAY_BEFORE, local(date(2024, 3, 1), 8), OFFICE) == local(date(2024, 2, 29), 16)


class TestTheExtentOfAnOccurrence:
    @pytest.mark.parametrize(
        ("when", "begins", "ends"),
        [
            pytest.param(
                Day(FRIDAY, Hours(time(8), time(11))),
                local(FRIDAY, 8),
                local(FRIDAY, 11),
                id="hours as written",
            ),
            pytest.param(
                Day(FRIDAY, Hours(time(8))), local(FRIDAY, 8), local(FRIDAY, 10), id="no end: two hours"
            ),
            pytest.param(
                Day(FRIDAY, Hours(part=DayPart.AFTERNOON)),
                local(FRIDAY, 13, 30),
                local(FRIDAY, 17),
                id="a part of the day: the office's hours",
            ),
            pytest.param(
                Day(FRIDAY), local(FRIDAY, 7, 30), local(FRIDAY, 17), id="no hour: the office's day"
            ),
            pytest.param(
                Span(FRIDAY, date(2023, 11, 26), Hours(time(14), time(11, 30))),
                local(FRIDAY, 14),
                local(date(2023, 11, 26), 11, 30),
                id="a span",
            ),
        ],
    )
    def test_of_a_meeting(self, when: When, begins: datetime, ends: datetime) -> None:
        [occurrence] = occurrences(an_event(when))
        assert extent_of(occurrence, OFFICE) == (begins, ends)

    @pytest.mark.parametrize(
        ("hours", "last_moment"),
        [
            (Hours(end=time(17)), local(FRIDAY, 17)),
            (Hours(end=time(10, 30)), local(FRIDAY, 10, 30)),
            (Hours(), local(FRIDAY, 17)),
            (Hours(end=time.max), local(date(2023, 11, 25), 0)),
        ],
    )
    def test_of_a_deadline_is_its_last_moment(self, hours: Hours, last_moment: datetime) -> None:
        [occurrence] = occurrences(an_event(Day(FRIDAY, hours), category=Category.DEADLINE))
        assert extent_of(occurrence, OFFICE) == (last_moment, last_moment)


class TestThePlan:
    def test_says_who_is_told_of_what_and_when(self) -> None:
        assert plan(an_event()) == [
            Reminder(
                event="e1",
                day=None,
                calendar="hoi",
                rule="day-before",
                person="p-lan",
                starts=local(FRIDAY, 8).astimezone(UTC),
                ends=local(FRIDAY, 10).astimezone(UTC),
                due=local(date(2023, 11, 23), 16).astimezone(UTC),
                channels=(EMAIL,),
            )
        ]

    def test_has_each_day_of_a_standing_meeting(self) -> None:
        weekly = Repeat(
            Recurrence(
                frequency=Frequency.WEEKLY, by_day=(WeekdayOf(4),), first=FRIDAY, until=date(2023, 12, 8)
            ),
            Hours(time(14)),
        )
        moved = Override(day=date(2023, 12, 1), when=Day(date(2023, 12, 2), Hours(time(9))))
        reminders = plan(an_event(weekly, overrides=(moved,)), rules=(SOON,))
        assert [(reminder.day, reminder.due) for reminder in reminders] == [
            (FRIDAY, local(FRIDAY, 13, 15)),
            (date(2023, 12, 1), local(date(2023, 12, 2), 8, 15)),
            (date(2023, 12, 8), local(date(2023, 12, 8), 13, 15)),
        ]

    @pytest.mark.parametrize("status", [Status.CANCELLED, Status.POSTPONED])
    def test_has_nothing_that_does_not_take_place(self, status: Status) -> None:
        assert plan(an_event(status=status)) == []

    @pytest.mark.parametrize("when", [Window(FRIDAY, date(2023, 11, 30)), Undated()])
    def test_has_no_reminder_where_the_day_is_open(self, when: When) -> None:
        assert plan(an_event(when)) == []

    def test_has_nothing_that_has_begun(self) -> None:
        assert plan(an_event(), now=local(FRIDAY, 8)) == []

    def test_gives_somebody_who_learns_late_one_reminder_not_all_that_were_missed(self) -> None:
        rules = (ReminderRule(name="week", before=Lead(days=7)), DAY_BEFORE, SOON)
        reminders = plan(an_event(), rules=rules, now=local(date(2023, 11, 23), 18))
        assert [reminder.rule for reminder in reminders] == ["soon", "day-before"]

    def test_gives_rules_that_quiet_hours_bring_to_one_instant_one_reminder(self) -> None:
        rules = [ReminderRule(name=f"h{n}", before=Lead(clock=timedelta(hours=n))) for n in (3, 4, 48)]
        found = plan(an_event(), rules=rules, office=QUIET_OFFICE)
        assert [(one.rule, one.due) for one in found] == [
            ("h3", local(date(2023, 11, 23), 21, 30)),
            ("h48", local(date(2023, 11, 22), 8)),
        ]

    def test_gives_rules_of_one_hour_for_two_channels_a_reminder_each(self) -> None:
        rules = [replace(DAY_BEFORE, name=kind, channels=(kind,)) for kind in (EMAIL, BOT)]
        found = plan(an_event(), rules=rules, people=[a_person("Lan", EMAIL, BOT)])
        assert {(one.rule, one.channels) for one in found} == {("email", (EMAIL,)), ("zalo_bot", (BOT,))}

    def test_rings_earlier_for_deadlines_than_for_meetings(self) -> None:
        meeting = plan(an_event(), rules=DEFAULT_RULES)
        deadline = plan(an_event(Day(FRIDAY), category=Category.DEADLINE), rules=DEFAULT_RULES)
        assert min(dues(deadline)) == local(date(2023, 11, 21), 8) < min(dues(meeting))

    def test_skips_a_rule_whose_hour_would_come_after_the_event_has_begun(self) -> None:
        assert plan(an_event(), rules=(ReminderRule(name="r", before=Lead(), at=time(9)),)) == []

    def test_is_the_same_whenever_it_is_made(self) -> None:
        later = plan(an_event(), now=local(date(2023, 11, 22), 12))
        assert [r.id for r in plan(an_event())] == [r.id for r in later]

    def test_gives_a_moved_meeting_other_reminders(self) -> None:
        moved = plan(an_event(Day(FRIDAY, Hours(time(9)))))
        assert {r.id for r in plan(an_event())}.isdisjoint({r.id for r in moved})

    def test_ids_fit_every_channel(self) -> None:
        [reminder] = plan(an_event())
        assert len(reminder.id) <= 40
        assert reminder.id.replace("-", "").isalnum()


class TestWhoIsTold:
    @pytest.mark.parametrize(
        ("person", "told"),
        [
            pytest.param(a_person(), True, id="follows all calendars"),
            pytest.param(a_person(follows=(Follow(calendar="hoi"),)), True, id="follows this calendar"),
            pytest.param(a_person(follows=(Follow(calendar="doan"),)), False, id="follows another"),
            pytest.param(a_person(follows=(Follow(event="e1"),)), True, id="follows the event"),
            pytest.param(a_person(follows=(Follow(group="BTV"),)), True, id="follows a group it is for"),
            pytest.param(a_person(follows=(), groups=("BTV",)), True, id="is in a group it is for"),
            pytest.param(a_person(follows=(), groups=("VP",)), False, id="is in another group"),
            pytest.param(a_person(follows=(), groups=(" btv",)), True, id="is in it in another spelling"),
            pytest.param(
                a_person(follows=(Follow(group="Btv "),)), True, id="follows it in another spelling"
            ),
            pytest.param(a_person(opted_out=True), False, id="opted out"),
            pytest.param(a_person(addresses=()), False, id="has no address"),
        ],
    )
    def test_of_a_meeting_of_a_group(self, person: Person, *, told: bool) -> None:
        assert [r.person for r in plan(an_event(groups=("BTV",)), people=[person])] == ["p-lan"] * told

    def test_a_rule_for_groups_leaves_out_the_others(self) -> None:
        rule = replace(DAY_BEFORE, groups=("BTV",))
        people = [a_person("Lan", groups=("BTV",)), a_person("Hoa")]
        assert [r.person for r in plan(an_event(), rules=(rule,), people=people)] == ["p-lan"]

    def test_a_rule_names_a_group_as_the_eye_reads_it(self) -> None:
        rule = replace(DAY_BEFORE, groups=(normalize("NFD", "ban  thường vụ"),))
        people = [a_person("Lan", groups=("Ban Thường Vụ",)), a_person("Hoa", groups=("Ban Thương vụ",))]
        assert [r.person for r in plan(an_event(), rules=(rule,), people=people)] == ["p-lan"]

    @pytest.mark.parametrize(
        "changes", [{"calendars": ("doan",)}, {"categories": (Category.DEADLINE,)}, {"channels": (BOT,)}]
    )
    def test_nobody_where_the_rule_speaks_of_something_else(self, changes: dict[str, object]) -> None:
        assert plan(an_event(), rules=(replace(DAY_BEFORE, **changes),)) == []  # type: ignore[arg-type]  # by the table above

    def test_the_rule_s_order_of_channels_comes_before_the_person_s(self) -> None:
        person = a_person("Lan", EMAIL, BOT)
        rule = replace(DAY_BEFORE, channels=(BOT, ChannelKind.ZALO_OA, EMAIL))
        assert plan(an_event(), rules=(rule,), people=[person])[0].channels == (BOT, EMAIL)
        assert plan(an_event(), people=[person])[0].channels == (EMAIL, BOT)


class TestQuietHours:
    @pytest.mark.parametrize(
        ("starts", "lead", "due"),
        [
            pytest.param(local(FRIDAY, 8), "90 minutes", local(FRIDAY, 6, 30), id="not quiet"),
            pytest.param(
                local(FRIDAY, 7), "90 minutes", local(date(2023, 11, 23), 21, 30), id="before they begin"
            ),
            pytest.param(local(FRIDAY, 6, 30), "30 minutes", local(FRIDAY, 6), id="their end is not quiet"),
            pytest.param(local(FRIDAY, 23), "30 minutes", local(FRIDAY, 21, 30), id="the same evening"),
        ],
    )
    def test_are_come_before(self, starts: datetime, lead: str, due: datetime) -> None:
        rule = ReminderRule(name="r", before=parse_lead(lead))
        found = due_of(rule, starts, QUIET_OFFICE)
        assert out_of_quiet(found, starts, QUIET_OFFICE, MONDAY_BEFORE) == due

    def test_delay_what_is_already_late_to_their_end(self) -> None:
        [reminder] = plan(an_event(), office=QUIET_OFFICE, now=local(date(2023, 11, 23), 23))
        assert reminder.due == local(FRIDAY, 6)

    def test_do_not_silence_what_begins_before_they_end(self) -> None:
        early = an_event(Day(FRIDAY, Hours(time(5))))
        [reminder] = plan(early, office=QUIET_OFFICE, now=local(FRIDAY, 1))
        assert reminder.due < local(FRIDAY, 1)

    @given(
        starts=st.integers(1, 60 * 24 * 20).map(lambda minutes: MONDAY_BEFORE + timedelta(minutes=minutes)),
        lead=st.integers(0, 60 * 24 * 5).map(lambda minutes: timedelta(minutes=minutes)),
        begin=st.times(),
        end=st.times(),
    )
    def test_never_move_a_reminder_beyond_the_beginning(
        self, starts: datetime, lead: timedelta, begin: time, end: time
    ) -> None:
        office = replace(OFFICE, quiet=QuietHours(begin, end))
        due = starts - lead
        found = out_of_quiet(due, starts, office, MONDAY_BEFORE)
        assert found <= starts
        assert office.quiet is not None
        stretch = office.quiet.around(max(due, MONDAY_BEFORE).astimezone(office.zone))
        if stretch is None:
            assert found == due
        elif stretch[0] > MONDAY_BEFORE:
            assert found == stretch[0] <= due


class TestAnOpenWindow:
    WINDOW = Window(FRIDAY, date(2023, 11, 30))

    def test_is_brought_to_the_office_three_working_days_before_it_opens(self) -> None:
        [nudge] = plan(an_event(self.WINDOW), keepers=[a_person("Hoa")])
        assert (nudge.rule, nudge.person, nudge.nudge) == (NUDGE_RULE, "p-hoa", True)
        assert nudge.due == local(date(2023, 11, 21), 8)

    def test_counts_working_days(self) -> None:
        monday = Window(date(2023, 11, 27), date(2023, 11, 30))
        [nudge] = plan(an_event(monday), keepers=[a_person("Hoa")])
        assert nudge.due == local(date(2023, 11, 22), 8)

    def test_is_asked_about_while_it_is_open_and_not_after(self) -> None:
        keepers = [a_person("Hoa")]
        assert len(plan(an_event(self.WINDOW), keepers=keepers, now=local(date(2023, 11, 28), 9))) == 1
        assert plan(an_event(self.WINDOW), keepers=keepers, now=local(date(2023, 11, 30), 18)) == []


def test_separate_days_ring_each() -> None:
    days = Days((date(2023, 11, 24), date(2023, 11, 28)), Hours(time(8)))
    assert dues(plan(an_event(days))) == [local(date(2023, 11, 23), 16), local(date(2023, 11, 27), 16)]
