"""The calendar that the measurements of feeds are made on: the meetings of many offices, each with a few clashes."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from calendars.events import Event, Origin
from calendars.marks import Category, Passage, Status
from calendars.recurrence import Recurrence
from calendars.store import CalendarStore
from calendars.times import DayPart
from calendars.when import Day, Hours, Repeat, When, Window
from scheduler.database import connect
from scheduler.service.publishing import FeedService
from scheduler.settings import CalendarSettings, Settings

SLUG = "van-phong"
NOW = datetime(2026, 11, 1, 2, 0, tzinfo=UTC)
FIRST = date(2026, 11, 2)


DAYS = 300
"""Over how many days the meetings are spread; ten thousand of them are then some 33 a day."""


def event(number: int, sequence: int = 0, days: int = DAYS) -> Event:
    """One meeting; each tenth is weekly, each seventh a window. days: over how many the meetings are spread."""
    day = FIRST + timedelta(days=number % days)
    when: When = Day(day, Hours(time(8, 30), time(10)) if number % 3 else Hours(part=DayPart.AFTERNOON))
    if number % 7 == 0:
        when = Window(day, day + timedelta(days=9))
    if number % 10 == 0:
        when = Repeat(
            Recurrence.from_rrule("FREQ=WEEKLY;BYDAY=FR", first=day, until=day + timedelta(days=90)),
            Hours(part=DayPart.AFTERNOON),
        )
    text = f"{number}. Họp triển khai nhiệm vụ công tác tháng, phân công chuẩn bị nội dung"
    return Event(
        uid=f"{number:08x}@sched",
        calendar=SLUG,
        title=f"Họp triển khai nhiệm vụ số {number}",
        category=Category.MEETING,
        status=Status.CONFIRMED,
        when=when,
        created=NOW,
        revised=NOW,
        sequence=sequence,
        location=f"Phòng họp số {number % 730}",
        chair=f"Trưởng phòng {number % 970}",
        origin=Origin(
            document="0" * 64,
            name="chuong-trinh.md",
            number="41/CTr",
            passages=(Passage(text, number % 90 + 1),),
        ),
    )


def service_of(folder: Path, count: int, days: int = DAYS) -> FeedService:
    """The service of a new database with that many events over so many days, none rendered yet."""
    settings = Settings(
        folder=folder,
        timezone=ZoneInfo("Asia/Ho_Chi_Minh"),
        database=f"sqlite:///{folder / 'feeds.db'}",
        calendars=(CalendarSettings(slug=SLUG, name="Chương trình công tác"),),
    )
    service = FeedService(connect(settings.database), settings, lambda: NOW)
    with service.database.transaction() as connection:
        store = CalendarStore(connection)
        store.open_calendar(SLUG, NOW)
        store.keep_events(event(number, days=days) for number in range(count))
    return service


def change_one(service: FeedService, number: int, sequence: int, days: int = DAYS) -> None:
    """One event gets a new sequence number, as after a change."""
    with service.database.transaction() as connection:
        store = CalendarStore(connection)
        store.touch(SLUG, NOW)
        store.keep_events([event(number, sequence, days)])
