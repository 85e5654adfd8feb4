"""khal and vdirsyncer (Debian) subscribe over HTTP to a real server and show the right month."""

import os
import subprocess
from datetime import date, datetime, time
from pathlib import Path

import pytest
from feed_service import MemoryService, served
from sample_events import AFTERNOON, FRIDAYS, event, feed_of

from calendars.events import Override
from calendars.marks import Category, Status
from calendars.times import VIETNAM
from calendars.when import Day, Hours, Repeat, Span, Window

GIAO_BAN = event(
    Repeat(FRIDAYS, AFTERNOON),
    uid="giaoban@sched",
    overrides=(
        Override(day=date(2023, 11, 10), when=None),
        Override(day=date(2023, 11, 17), when=Day(date(2023, 11, 18), Hours(time(8), time(11)))),
    ),
)
NOVEMBER = (
    GIAO_BAN,
    event(Day(date(2023, 11, 20)), uid="nhagiao@sched", title="Ngày Nhà giáo", category=Category.OBSERVANCE),
    event(Window(date(2023, 11, 11), date(2023, 11, 13)), uid="sokethdnd@sched", title="Sơ kết công tác"),
    event(Span(date(2023, 11, 28), date(2023, 11, 29)), uid="taphuan@sched", title="Tập huấn"),
    event(Day(date(2023, 11, 22)), uid="huy@sched", title="Đoàn giám sát", status=Status.CANCELLED),
)

SHOWN = """\
2023-11-03 13:30-17:00 Họp giao ban
2023-11-11 (Dự kiến) Sơ kết công tác
2023-11-12 (Dự kiến) Sơ kết công tác
2023-11-13 (Dự kiến) Sơ kết công tác
2023-11-18 08:00-11:00 Họp giao ban
2023-11-20 Ngày Nhà giáo
2023-11-22 (Hủy) Đoàn giám sát
2023-11-24 13:30-17:00 Họp giao ban
2023-11-28 Tập huấn
2023-11-29 Tập huấn
"""


class Subscriber:
    """vdirsyncer fetches the feed into a folder, khal shows the folder; both in a home of their own."""

    def __init__(self, home: Path, address: str) -> None:
        self.home = home
        self.events = home / "events"
        self._write(
            "vdirsyncer.conf",
            f"""\
            [general]
            status_path = "{home}/status"
            [pair feed]
            a = "there"
            b = "here"
            collections = null
            conflict_resolution = "a wins"
            [storage there]
            type = "http"
            url = "{address}/feeds/van-phong.ics"
            [storage here]
            type = "filesystem"
            path = "{self.events}"
            fileext = ".ics"
            """,
        )
        self._write(
            "khal.conf",
            f"""\
            [calendars]
            [[office]]
            path = {self.events}
            readonly = True
            [locale]
            timeformat = %H:%M
            dateformat = %Y-%m-%d
            longdateformat = %Y-%m-%d
            datetimeformat = %Y-%m-%d %H:%M
            longdatetimeformat = %Y-%m-%d %H:%M
            local_timezone = Asia/Ho_Chi_Minh
            default_timezone = Asia/Ho_Chi_Minh
            firstweekday = 0
            [sqlite]
            path = {home}/khal.db
            """,
        )

    def _write(self, name: str, text: str) -> None:
        lines = (line.strip() for line in text.splitlines())
        (self.home / name).write_text("\n".join(lines) + "\n", encoding="utf-8")

    def run(self, *command: str) -> str:
        environment = {
            "HOME": str(self.home),
            "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
            "NO_PROXY": "*",
            "PYTHONWARNINGS": "ignore",
        }
        done = subprocess.run(
            command, capture_output=True, text=True, env=environment, timeout=60, check=False, cwd=self.home
        )
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout + done.stderr

    def sync(self) -> str:
        config = str(self.home / "vdirsyncer.conf")
        self.events.mkdir(exist_ok=True)
        if not (self.home / "status").exists():
            self.run("vdirsyncer", "-c", config, "discover")
        return self.run("vdirsyncer", "-c", config, "sync")

    def month(self) -> str:
        listed = self.run(
            *("khal", "-c", str(self.home / "khal.conf"), "list"),
            *("--day-format", "@{date}", "--format", "{start-end-time-style}|{title}", "2023-11-01", "30d"),
        )
        return as_lines(listed)


def as_lines(listed: str) -> str:
    """ "DAY HOURS TITLE" of each line of khal's list, marks of days that go on left out."""
    lines, day = [], ""
    for line in listed.splitlines():
        if line.startswith("@"):
            day = line[1:]
            continue
        hours, _, title = line.partition("|")
        marks = hours.strip()
        lines.append(" ".join(filter(None, (day, marks if ":" in marks else "", title.strip()))))
    return "\n".join(sorted(lines)) + "\n"


@pytest.fixture
def service() -> MemoryService:
    return MemoryService(bodies={"van-phong": feed_of(*NOVEMBER)})


def test_a_subscribers_calendar_shows_the_month_and_follows_a_change(service, tmp_path):
    with served(service) as address:
        reader = Subscriber(tmp_path, address)
        reader.sync()
        assert reader.month() == SHOWN

        moved = event(
            Day(date(2023, 11, 21), Hours(time(9), time(10))),
            uid="nhagiao@sched",
            title="Ngày Nhà giáo",
            sequence=1,
        )
        changed = feed_of(*(moved if e.uid == moved.uid else e for e in NOVEMBER))
        service.change("van-phong", changed, datetime(2023, 11, 2, tzinfo=VIETNAM))
        reader.sync()
        assert reader.month() == SHOWN.replace(
            "2023-11-20 Ngày Nhà giáo", "2023-11-21 09:00-10:00 Ngày Nhà giáo"
        )


def test_an_unchanged_feed_changes_nothing_at_its_subscriber(service, tmp_path):
    with served(service) as address:
        reader = Subscriber(tmp_path, address)
        reader.sync()
        files = {file.name: file.stat().st_mtime_ns for file in reader.events.iterdir()}
        reader.sync()
        assert {file.name: file.stat().st_mtime_ns for file in reader.events.iterdir()} == files
        assert len(files) == len(NOVEMBER)
