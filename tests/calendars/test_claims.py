"""Who may claim the same is found without holding each against each, and without reading each event whole."""

import random
from datetime import UTC, date, datetime, time
from itertools import combinations

from calendars.claims import Claim, Sought, claim_on, rivals
from calendars.conflicts import clashes_among
from calendars.events import Event, Override, occurrences_between
from calendars.marks import Category, Status
from calendars.records import event_details, json_text
from calendars.recurrence import Recurrence
from calendars.times import DaySpan
from calendars.when import Day, Hours, Repeat

NOW = datetime(2026, 11, 1, tzinfo=UTC)
FRIDAY = date(2026, 11, 6)
FRIDAYS = Recurrence.from_rrule("FREQ=WEEKLY;BYDAY=FR", first=FRIDAY, until=date(2026, 11, 27))


def meetings(count: int, seed: int) -> list[Event]:
    """Meetings of one Friday, which share few chairs, rooms and groups; some have none."""
    chance = random.Random(seed)

    def one(number: int) -> Event:
        hours = chance.choice((Hours(), Hours(start=time(8))))
        is_standing = chance.random() < 0.2
        moved = Override(
            day=FRIDAY, when=Day(FRIDAY, hours), location="Phòng 1", chair=chance.choice((None, "Bà Hà"))
        )
        return Event(
            uid=f"{number}",
            calendar="vp",
            title=f"Họp {number}",
            category=Category.MEETING,
            status=Status.CONFIRMED,
            when=Repeat(FRIDAYS, hours) if is_standing else Day(FRIDAY, hours),
            created=NOW,
            revised=NOW,
            chair=chance.choice((None, "Bà Hà", "đ/c Bà Hà", *(f"Ông {n}" for n in range(12)))),
            location=chance.choice((None, "trực tuyến", *(f"Phòng {n}" for n in range(12)))),
            groups=chance.choice(((), (), (), ("Ban Thường vụ",), ("Văn phòng",))),
            overrides=(moved,) if is_standing and chance.random() < 0.5 else (),
        )

    return [one(number) for number in range(count)]


def may_claim_the_same(one: Claim, other: Claim) -> bool:
    are_told = one.is_standing is other.is_standing and one.has_clock and other.has_clock
    return (
        (not (one.chair and other.chair) and not are_told)
        or bool(one.chair and one.chair == other.chair)
        or bool(one.room and one.room == other.room)
        or not one.groups.isdisjoint(other.groups)
    )


def test_rivals_are_all_pairs_that_may_claim_the_same_in_order() -> None:
    for seed in range(20):
        happening = occurrences_between(meetings(30, seed), DaySpan(FRIDAY, FRIDAY))
        claims = [claim_on(occurrence, FRIDAY) for occurrence in happening]
        assert list(rivals(claims)) == [pair for pair in combinations(claims, 2) if may_claim_the_same(*pair)]


def test_no_clash_is_missed_by_what_is_read_of_others() -> None:
    for seed in range(20):
        changed, *others = meetings(30, seed)
        sought = Sought.by([changed])
        read = {
            other.uid
            for other in others
            if sought.concerns(other.chair, other.location, json_text(event_details(other)))
        }
        assert set(clashes_among([changed], others)) - {changed.uid} <= read


def test_who_has_another_chair_room_and_group_is_not_read() -> None:
    one = meetings(1, 0)[0]._replace(chair="Bà Hà", location="Phòng 1", groups=(), overrides=())
    sought = Sought.by([one])
    assert not sought.concerns("Ông Nam", "Phòng 2", "{}")
    assert sought.concerns("Ông Nam", "phòng 1", "{}")
    assert sought.concerns(None, "Phòng 2", "{}")
