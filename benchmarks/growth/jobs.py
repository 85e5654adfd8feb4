"""The jobs whose time is held against the amount of data, each with how it is made ready and what of it is timed.

A job takes a folder and an amount and gives the seconds of each of its runs, by the name of what was timed. What is
made ready beforehand (storing the events, adding what is due) is not timed.
"""

import gc
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "support"))

from telling_office import EMAIL, a_delivery, a_telling

from benchmarks import listing
from benchmarks.calendar.comparing import imported_in, old_events, programme_of
from benchmarks.feeds.events import SLUG, change_one, service_of
from benchmarks.reminders.planning import followers, plan
from calendars.feeds import FeedAddress
from calendars.times import month_span
from scheduler.attempts import Delivered, Outcome
from scheduler.channels.channel import Message
from scheduler.cli.rows import listing_rows
from scheduler.config import read
from scheduler.database import connect
from scheduler.outbox import Outbox
from scheduler.service.keeping import CalendarService
from scheduler.service.query import ListQuery

Runs = dict[str, list[float]]
"""What was timed, by its name, and the seconds of each run."""

MEETINGS_TO_PLAN = 100
BATCH = 10_000
EVENTS_A_DAY = 33
DUE = datetime(2026, 11, 2, 1, tzinfo=UTC)


class Counting:
    """A channel that takes no time and keeps nothing."""

    def __init__(self) -> None:
        self.count = 0
        self._lock = threading.Lock()

    def send(self, message: Message, *, now: datetime) -> Outcome:
        with self._lock:
            self.count += 1
        return Delivered()

    def close(self) -> None:
        pass


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def runs_of(amount: int, *, most: int = 100_000) -> int:
    """Small amounts are measured more often: they are sooner done, and sooner disturbed; more than `most` once."""
    return 7 if amount <= 1000 else 5 if amount <= 10_000 else 3 if amount <= most else 1


def list_month(folder: Path, amount: int) -> Runs:
    """A month of so many events, 2,000 a year, from the opened database to the lines that are printed."""
    listing.prepare(folder, amount)
    settings = read(folder / "config.toml").settings()

    def once() -> None:
        with connect(settings.database) as database:
            found = CalendarService(database, settings).listing(ListQuery(span=month_span(2026, 11)))
            assert listing_rows(found, "vi")

    return {"list": [_timed(once) for _ in range(runs_of(amount))]}


def feed(folder: Path, amount: int) -> Runs:
    """A feed whose every event is rendered, and joined; then after one change, when one event is rendered again.

    A larger calendar is a longer one and not a denser one, as in `list_month`: an event tells of what it clashes with,
    and in days ever more crowded the text of each would grow, which is no matter of the program's.
    """
    days = max(1, amount // EVENTS_A_DAY)
    whole, changed = [], []
    for number in range(min(3, runs_of(amount, most=10_000))):
        (folder / str(number)).mkdir()
        service = service_of(folder / str(number), amount, days)
        whole.append(_timed(lambda service=service: service.feed(FeedAddress(SLUG))))
        for turn in range(3):
            change_one(service, turn, 1, days)
            changed.append(_timed(lambda service=service: service.feed(FeedAddress(SLUG))))
        service.database.close()
    return {"feed": whole, "feed-changed": changed}


def import_programme(folder: Path, amount: int) -> Runs:
    """A programme of 40 items looked up, compared and kept, against so many events over ten years."""
    events = old_events(amount)
    programme = programme_of(events)
    gc.freeze()  # a collector that walked through all that was made ready would be timed with the import
    runs = []
    for number in range(min(3, runs_of(amount))):
        (folder / str(number)).mkdir()
        runs.append(imported_in(folder / str(number), events, programme)[0])
    return {"import": runs}


def plan_reminders(folder: Path, amount: int) -> Runs:
    """So many reminders, of a hundred meetings for as many people as that takes, planned and kept."""
    people = followers(max(1, amount // MEETINGS_TO_PLAN))
    meetings = min(MEETINGS_TO_PLAN, amount)
    runs = []
    for number in range(min(3, runs_of(amount))):
        count, seconds = plan(f"sqlite:///{folder / f'{number}.db'}", people, meetings)
        assert count == len(people) * meetings
        runs.append(seconds)
    return {"plan": runs}


def dispatch(folder: Path, amount: int) -> Runs:
    """So many messages that are due: leased, given to a channel that takes no time, settled."""
    runs = []
    for number in range(min(3, runs_of(amount, most=10_000))):
        with connect(f"sqlite:///{folder / f'{number}.db'}") as database:
            for first in range(0, amount, BATCH):
                told = (
                    a_telling(n, due=DUE, starts=DUE, ends=DUE + timedelta(days=1))
                    for n in range(first, min(amount, first + BATCH))
                )
                with database.transaction() as connection:
                    Outbox(connection).add(told)
            channel = Counting()
            delivery = a_delivery(database, {EMAIL: channel}, lambda: DUE, senders={EMAIL: 4})
            runs.append(_timed(delivery.pump))
            delivery.close()
            assert channel.count == amount
    return {"dispatch": runs}


JOBS: dict[str, Callable[[Path, int], Runs]] = {
    "list": list_month,
    "feed": feed,
    "import": import_programme,
    "plan": plan_reminders,
    "dispatch": dispatch,
}
