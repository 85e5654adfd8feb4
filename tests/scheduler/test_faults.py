"""What happens when something under the program gives way: the disk, the database, the power, the server.

The rows of "What happens when" in docs/operations.md name their tests; those that stand nowhere else are here.
"""

import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event as Signal
from threading import Thread

import postgres_cluster
import pytest
from filelock import FileLock
from stepped_delivery import LEASE, SteppedDelivery
from telling_office import EMAIL, ManualClock, PlainComposer, ScriptedChannel, a_delivery, a_telling
from waiting import until

from calendars.queries import Query
from calendars.releases import ReleaseStore
from calendars.store import CalendarStore
from scheduler.attempts import Delivered, Outcome
from scheduler.channels.channel import Message
from scheduler.database import Database, connect
from scheduler.errors import DatabaseUnavailable
from scheduler.outbox import Outbox
from scheduler.reminders import Office
from scheduler.service.by_hand import Hand, HandService
from scheduler.service.planning import Policy
from scheduler.settings import CalendarSettings, Settings
from scheduler.tellings import State, Telling

NOW = datetime(2026, 11, 2, 2, tzinfo=UTC)
TABLE = Path(__file__).parents[2] / "docs" / "operations.md"


def put(database: Database, *tellings: Telling) -> None:
    with database.transaction() as connection:
        Outbox(connection).add(tellings)


def states(database: Database) -> set[State]:
    with database.reading() as connection:
        return {one.state for one in Outbox(connection).find()}


# the power


class Images:
    """Copies of a database's files as a power cut would leave them: the tables, and the log of what was written."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.path, self.folder, self.made = path, folder, 0

    def take(self) -> tuple[bytes, bytes]:
        log = self.path.with_name(self.path.name + "-wal")
        return self.path.read_bytes(), log.read_bytes() if log.exists() else b""

    def releases_in(self, tables: bytes, log: bytes) -> int:
        """How many releases a program finds that starts from these files; it must find them whole."""
        self.made += 1
        place = self.folder / f"image-{self.made}.db"
        place.write_bytes(tables)
        place.with_name(place.name + "-wal").write_bytes(log)
        with closing(sqlite3.connect(place)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        with connect(f"sqlite:///{place}") as database, database.reading() as connection:
            numbers = [release.number for release in ReleaseStore(connection).releases()]
            assert len(CalendarStore(connection).events()) == len(numbers)
        assert numbers == list(range(1, len(numbers) + 1))
        return len(numbers)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[tuple[HandService, Images]]:
    url = f"sqlite:///{tmp_path}/sched.db"
    settings = Settings(folder=tmp_path, database=url, calendars=(CalendarSettings(slug="hoi", name="Hội"),))
    images = tmp_path / "images"
    images.mkdir()
    with connect(url) as database:
        yield (
            HandService(database, settings, Policy(office=Office())),
            Images(tmp_path / "sched.db", images),
        )


def releases(office: HandService, number: int) -> None:
    hand = Hand(by="Hoa", now=NOW + timedelta(minutes=number))
    office.add(f"Họp lần {number}: 8h00 ngày {number:02}/12/2026", hand)


def test_after_a_power_cut_every_committed_release_is_there_and_nothing_of_a_torn_one(
    office: tuple[HandService, Images],
) -> None:
    hand, images = office
    chance = random.Random(5)
    _, before = images.take()
    for number in range(1, 6):
        releases(hand, number)
        tables, log = images.take()
        assert images.releases_in(tables, log) == number
        # What was being written when the power went: cut off anywhere, or with bytes that never reached the disk.
        for _ in range(4):
            cut = chance.randrange(len(before), len(log))
            torn = log[:cut] + bytes(len(log) - cut) if chance.random() < 0.5 else log[:cut]
            assert images.releases_in(tables, torn) in (number - 1, number)
        before = log


def test_power_may_go_while_the_log_is_moved_into_the_tables(office: tuple[HandService, Images]) -> None:
    hand, images = office
    for number in range(1, 4):
        releases(hand, number)
    tables, log = images.take()
    with closing(sqlite3.connect(images.path)) as raw:
        raw.execute("PRAGMA wal_checkpoint(PASSIVE)")
    moved, _ = images.take()
    chance = random.Random(7)
    for _ in range(6):
        done = chance.randrange(len(moved) // 4096)
        half = moved[: done * 4096 + chance.randrange(4096)]
        rest = tables[len(half) :].ljust(len(moved) - len(half), b"\0")
        assert images.releases_in(half + rest, log) == 3


# the disk


def test_while_the_disk_is_full_nothing_is_lost_and_nothing_is_sent_twice(
    full_disk: Path, tmp_path: Path
) -> None:
    url, sent, said = f"sqlite:///{full_disk}/sched.db", tmp_path / "sent", tmp_path / "said"
    tellings = [a_telling(n, due=NOW, ends=NOW + timedelta(days=36500)) for n in range(400)]
    with connect(url) as database:
        put(database, *tellings)
    support = Path(__file__).parents[1] / "support"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(support), str(support.parents[1])])}
    command = [sys.executable, str(support / "clock_worker.py"), url, str(sent), "0.005"]
    with said.open("w") as log:
        process = subprocess.Popen(command, env=environment, stderr=log)
    try:
        until(lambda: sent.exists() and sent.read_text("utf-8").count("done") >= 20)
        filler = full_disk / "filler"
        with filler.open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(bytes(4096))
        until(lambda: "what was sent cannot be kept yet" in said.read_text("utf-8"))
        assert "the disk is full" in said.read_text("utf-8")
        assert sent.read_text("utf-8").count("done") < len(tellings)
        filler.unlink()
        until(lambda: _states_in(url) == {State.SENT})
    finally:
        process.terminate()
        process.wait(20)
    begun = [line.split()[1] for line in sent.read_text("utf-8").splitlines() if line.startswith("begun")]
    assert sorted(begun) == sorted(telling.id for telling in tellings)


def _states_in(url: str) -> set[State]:
    with connect(url) as database:
        return states(database)


def arrived(delivery: SteppedDelivery, receipt: str) -> set[str]:
    """All that is in flight was taken by the other side, which said so at length."""
    jobs = delivery.waiting
    for leased, reach in jobs:
        delivery.came_back(leased, reach, Delivered(receipt))
    return {leased.telling.id for leased, _ in jobs}


def work(delivery: SteppedDelivery, receipt: str = "250 ok") -> list[set[str]]:
    """Sends all that is due; what went out, in parcels. The last could not be kept where the database gave way."""
    parcels: list[set[str]] = []
    with suppress(DatabaseUnavailable):
        while delivery.round() or delivery.unsettled:
            parcels.append(arrived(delivery, receipt))
    return parcels


def test_killed_while_the_disk_is_full_only_what_was_in_flight_is_sent_twice(tmp_path: Path) -> None:
    clock = ManualClock()
    url = f"sqlite:///{tmp_path}/sched.db"
    with connect(url) as database:
        put(database, *(a_telling(number) for number in range(40)))
        # No further page is to be had: soon the long answers find no room.
        _tell_sqlite(database, "PRAGMA max_page_count = 1")
        dying = SteppedDelivery(database, (EMAIL,), PlainComposer(), clock, "dying")
        *kept, in_flight = work(dying, "250 " + "x" * 490)
        assert kept, "the disk was full before anything could be sent"
        assert states(database) == {State.SENT, State.LEASED, State.PENDING}
    # Here it is killed; what could not be kept is forgotten with it.
    with connect(url) as database:
        clock.forward(seconds=61)
        again = set().union(*work(SteppedDelivery(database, (EMAIL,), PlainComposer(), clock, "later")))
        assert states(database) == {State.SENT}
    first = set().union(*kept)
    assert first & again == set(), "what was kept as sent is not sent again"
    assert in_flight <= again
    assert len(first | again) == 40


def test_leases_are_kept_as_soon_as_there_is_room(tmp_path: Path) -> None:
    clock = ManualClock()
    with connect(f"sqlite:///{tmp_path}/sched.db") as database:
        put(database, a_telling(1))
        delivery = SteppedDelivery(database, (EMAIL,), PlainComposer(), clock, "w")
        delivery.round()
        clock.forward(seconds=25)
        _tell_sqlite(database, "PRAGMA query_only = ON")
        with pytest.raises(DatabaseUnavailable):
            delivery.round()
        _tell_sqlite(database, "PRAGMA query_only = OFF")
        clock.forward(seconds=1)
        delivery.round()
        with database.reading() as connection:
            [kept] = Outbox(connection).find()
        assert kept.next == clock.now + LEASE


# the database


class LockingChannel(ScriptedChannel):
    """A message goes out, and at that moment another program takes the database for itself."""

    def __init__(self, take: Callable[[], None]) -> None:
        super().__init__()
        self.take = take

    def send(self, message: Message, *, now: datetime) -> Outcome:
        self.take()
        return super().send(message, now=now)


def test_what_went_out_while_the_database_was_locked_is_kept_when_it_is_free_and_not_sent_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.sqlite.BUSY_SECONDS", 0.05)
    monkeypatch.setattr("scheduler.delivery.pump.TROUBLE_PAUSE", 0.01)
    holder = sqlite3.connect(tmp_path / "sched.db", isolation_level=None, check_same_thread=False)
    locked, refusals = Signal(), []

    def take() -> None:
        if not locked.is_set():
            holder.execute("BEGIN IMMEDIATE")
            locked.set()

    with connect(f"sqlite:///{tmp_path}/sched.db") as database:
        put(database, a_telling(1), a_telling(2))
        channel = LockingChannel(take)
        delivery = a_delivery(database, {EMAIL: channel}, ManualClock())
        real = delivery._round

        def counted(now: datetime) -> object:
            try:
                return real(now)
            except DatabaseUnavailable as refusal:
                refusals.append(refusal)
                if len(refusals) == 3:
                    holder.execute("ROLLBACK")
                raise

        monkeypatch.setattr(delivery, "_round", counted)
        delivery.pump()
        assert len(refusals) == 3
        assert len(channel.ids) == len(set(channel.ids)) == 2
        assert states(database) == {State.SENT}
    holder.close()


def test_nothing_is_sent_that_cannot_first_be_kept_as_taken_in_hand(tmp_path: Path) -> None:
    with connect(f"sqlite:///{tmp_path}/sched.db") as database:
        put(database, a_telling())
        _tell_sqlite(database, "PRAGMA query_only = ON")
        channel = ScriptedChannel()
        delivery = a_delivery(database, {EMAIL: channel}, ManualClock())
        with pytest.raises(DatabaseUnavailable, match="it may only be read"):
            delivery.pump()
        assert channel.sent == []
        _tell_sqlite(database, "PRAGMA query_only = OFF")
        delivery.pump()
        assert (len(channel.sent), states(database)) == (1, {State.SENT})


def _tell_sqlite(database: Database, what: str) -> None:
    with database.reading() as connection:
        connection.execute(Query("tell", what, {}))


# the server


@pytest.fixture
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL of this test alone, since it is going to be brought down."""
    folder = tmp_path_factory.mktemp("server")
    for place in (folder, *folder.parents):
        if place.owner() == "root" and place != Path("/"):
            with suppress(PermissionError):
                place.chmod(place.stat().st_mode | 0o111)
    alive = folder / "alive"
    with FileLock(alive):
        yield f"{postgres_cluster.start(folder / 'postgres', alive)}/postgres"


def test_workers_outlive_a_server_that_falls_again_and_again_and_lose_nothing(own_server: str) -> None:
    # Commits are flushed as on a server that nobody has told otherwise.
    url = f"{own_server}?options=-c%20synchronous_commit%3Don"
    tellings = [a_telling(number) for number in range(150)]
    channel, ended = ScriptedChannel(usual=Delivered("ok")), Signal()
    falls = 3

    def work(database: Database) -> None:
        delivery = a_delivery(database, {EMAIL: channel}, ManualClock())
        while not ended.is_set():
            with suppress(DatabaseUnavailable):
                delivery.pump()
            ended.wait(0.02)
        delivery.close()

    with connect(url) as database, connect(url) as other:
        put(database, *tellings)
        workers = [Thread(target=work, args=(one,)) for one in (database, other)]
        for worker in workers:
            worker.start()
        try:
            for fall in range(1, falls + 1):
                until(lambda fall=fall: len(channel.sent) >= 30 * fall)  # type: ignore[misc]  # a default binds it
                _bring_down(own_server)
            clock = ManualClock()
            clock.forward(seconds=61)
            until(lambda: _all_sent(url, clock.now, channel))
        finally:
            ended.set()
            for worker in workers:
                worker.join(30)
    assert set(channel.ids) == {telling.id for telling in tellings}


def _all_sent(url: str, later: datetime, channel: ScriptedChannel) -> bool:
    """Whether all is sent; what was leased at a fall is taken up as a worker would a minute later."""
    try:
        with connect(url) as database:
            a_delivery(database, {EMAIL: channel}, lambda: later).pump()
            return states(database) == {State.SENT}
    except DatabaseUnavailable:
        return False


def _bring_down(url: str) -> None:
    """One of the server's processes is killed: it cuts off everybody, recovers from its log, and starts anew."""
    import psycopg

    with suppress(psycopg.OperationalError), psycopg.connect(url) as connection:
        os.kill(connection.info.backend_pid, signal.SIGKILL)


# the table


def test_each_row_of_what_happens_when_names_a_test_that_there_is() -> None:
    section = TABLE.read_text("utf-8").partition("## What happens when")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")][2:]
    assert len(rows) >= 15
    written = "\n".join(path.read_text("utf-8") for path in TABLE.parents[1].glob("tests/**/test_*.py"))
    for row in rows:
        named = re.findall(r"`(test_\w+)`", row.rsplit("|", 2)[1])
        assert named, row
        assert [name for name in named if f"def {name}(" not in written] == [], row
