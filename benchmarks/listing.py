"""`sched list --month 11`, cold, with 10,000 events stored: against a bare script and against khal.

    python -m benchmarks.listing [--events N] [--rounds N]

The bare script is typer and sqlite3 and nothing else: it prints the same rows, already expanded, out of one table.
Whole processes in turn, so that a machine that slows down slows all alike; medians and their ratios. Budget: at most
1.5 of the bare script, and faster than `khal list` on the same events. What it must not import is looked at too.
"""

import ast
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from functools import partial
from pathlib import Path

from benchmarks.figures import Figure, alternating, answer
from calendars.events import Event
from calendars.marks import Category, Status
from calendars.recurrence import Recurrence
from calendars.store import CalendarStore
from calendars.times import DayPart, month_span
from calendars.when import Day, Hours, Repeat, When, Window
from scheduler.cli.rows import listing_rows
from scheduler.config import read
from scheduler.database import connect
from scheduler.service.care import initialise
from scheduler.service.keeping import CalendarService
from scheduler.service.query import ListQuery

NOW = datetime(2026, 11, 1, tzinfo=UTC)
FORBIDDEN = (
    "icalendar",
    "apscheduler",
    "requests",
    "psycopg",
    "starlette",
    "rapidfuzz",
    "dateutil",
    "holidays",
    "rich",
)

BARE = """
import sqlite3
import typer

def main(database: str, month: int) -> None:
    rows = sqlite3.connect(database).execute(
        "SELECT day, weekday, hours, title, place, status FROM rows WHERE month = ? ORDER BY number", (month,))
    for day, weekday, hours, title, place, status in rows:
        typer.echo(f"{day:<12} {weekday:<4} {hours:<12} {title:<60} {place:<20} {status}")

typer.run(main)
"""


def events(count: int) -> list[Event]:
    """An office's years, 2,000 events each: mostly single meetings, some windows, few standing meetings."""
    chance = random.Random(11)
    years = max(5, count // 2000)
    made = []
    for number in range(count):
        day = date(2026 - years // 2, 1, 1) + timedelta(days=chance.randrange(years * 365))
        when: When = Day(
            day, Hours(start=clock(8 + number % 9)) if number % 3 else Hours(part=DayPart.MORNING)
        )
        if number % 50 == 0:
            when = Window(day, day + timedelta(days=9))
        if number % 200 == 0:
            rule = Recurrence.from_rrule("FREQ=WEEKLY;BYDAY=FR", first=day, until=day + timedelta(days=180))
            when = Repeat(rule, Hours(part=DayPart.AFTERNOON))
        made.append(
            Event(
                uid=f"{number:08x}",
                calendar="hoi-lhpn",
                title=f"Hội nghị triển khai nhiệm vụ công tác số {number}",
                category=Category.MEETING,
                status=Status.TENTATIVE if number % 50 == 0 else Status.CONFIRMED,
                when=when,
                created=NOW,
                revised=NOW,
                location=f"phòng họp số {number % 7}" if number % 2 else None,
            )
        )
    return made


def prepare(folder: Path, count: int) -> int:
    """The calendar, and the bare script's table of its rows; how many these are."""
    initialise(folder)
    settings = read(folder / "config.toml").settings()
    made = events(count)
    with connect(settings.database) as database:
        with database.transaction() as connection:
            store = CalendarStore(connection)
            store.open_calendar("hoi-lhpn", NOW)
            store.keep_events(made)
        listing = CalendarService(database, settings).listing(ListQuery(span=month_span(2026, 11)))
    (folder / "bare.py").write_text(BARE, "utf-8")
    with sqlite3.connect(folder / "bare.db") as bare:
        bare.execute(
            "CREATE TABLE rows (number INTEGER, month INTEGER, day, weekday, hours, title, place, status)"
        )
        cells = [(number, 11, *row.cells) for number, row in enumerate(listing_rows(listing, "vi"))]
        bare.executemany("INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?, ?)", cells)
    return len(cells)


def khal_command(folder: Path) -> list[str] | None:
    """khal over the same events, its cache warm; None where it is not installed."""
    beside = Path(sys.executable).with_name("khal")
    khal = str(beside) if beside.exists() else shutil.which("khal")
    if khal is None:
        return None
    collection = folder / "khal"
    collection.mkdir()
    feed = subprocess.run(
        [sys.executable, "-m", "scheduler.cli", "--config", str(folder / "config.toml"), "export"],
        check=True,
        capture_output=True,
    ).stdout
    head, *parts = feed.split(b"BEGIN:VEVENT\r\n")
    zone = head[head.index(b"BEGIN:VTIMEZONE") :]
    for number, part in enumerate(parts):
        body = part[: part.index(b"END:VEVENT\r\n")]
        text = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//b//b//EN\r\n" + zone + b"BEGIN:VEVENT\r\n" + body
        (collection / f"{number}.ics").write_bytes(text + b"END:VEVENT\r\nEND:VCALENDAR\r\n")
    config = folder / "khal.conf"
    config.write_text(
        f"[calendars]\n[[office]]\npath = {collection}\n[locale]\nlocal_timezone = Asia/Ho_Chi_Minh\n"
        "default_timezone = Asia/Ho_Chi_Minh\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\ntimeformat = %H:%M\n"
        f"[sqlite]\npath = {folder / 'khal.db'}\n",
        "utf-8",
    )
    return [khal, "-c", str(config), "list", "2026-11-01", "30d"]


def imported(folder: Path) -> list[str]:
    """The libraries that `sched list` loads and must not."""
    code = (
        "import sys; sys.argv = ['sched', 'list', '--month', '11', '--year', '2026', '--json']\n"
        "from scheduler.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        f"print([m for m in {FORBIDDEN!r} if m in sys.modules], file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=folder, check=True, capture_output=True, text=True)
    assert json.loads(run.stdout)
    loaded: list[str] = ast.literal_eval(run.stderr.strip().splitlines()[-1])
    return loaded


def seconds_of(command: list[str], folder: Path) -> float:
    """A whole process, from its start to its end, in milliseconds."""
    # As installed programs run: with their bytecode kept, whatever the environment of this measurement says of it.
    environment = os.environ | {"COLUMNS": "120", "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=environment)
    return (time.perf_counter() - began) * 1000


def measure(events: int = 10_000, rounds: int = 7) -> Iterator[Figure]:
    """Prepare, run in turn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = prepare(folder, events)
        commands = [
            [sys.executable, "-m", "scheduler.cli", "list", "--month", "11", "--year", "2026"],
            [sys.executable, "bare.py", "bare.db", "11"],
        ]
        if khal := khal_command(folder):
            commands.append(khal)
        runs = alternating(rounds, *(partial(seconds_of, command, folder) for command in commands))
        note = f"{events:,} events stored, {rows} rows in the month; whole processes in turn, {rounds} each"
        yield Figure("list-bare", runs[0], runs[1], note)
        yield Figure("list-khal", runs[0], runs[2] if khal else ())
        loaded = imported(folder)
        yield Figure(
            "list-imports", (len(loaded),), note=f"looked for: {', '.join(FORBIDDEN)}; found: {loaded}"
        )


if __name__ == "__main__":
    sys.exit(answer(measure))
