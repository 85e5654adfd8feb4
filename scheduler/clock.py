"""APScheduler as the clock of `sched run`: it wakes delivery at the next due moment, and stores nothing.

What is due stands in the outbox and nowhere else, since APScheduler's own stores lose a one-off job in a crash and
cannot be shared. Hard here are the edges: a machine that slept over the moment or whose clock was set, a database that
is gone for a while, SIGTERM with messages in flight (they get ten seconds, then their leases run out), SIGHUP with
messages in flight (the same, while the new delivery works already) and with a configuration that may be wrong (then the
old one stays). Entry points start it; what its ticks do is handed in.
"""

import itertools
import logging
import os
import signal
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from threading import Event, Lock
from time import monotonic
from typing import Any
from zoneinfo import ZoneInfo

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.background import BackgroundScheduler

from calendars.times import VIETNAM
from scheduler.database import Database
from scheduler.delivery.pump import Delivery
from scheduler.delivery.vitals import BEAT_EVERY, Beat, Vitals
from scheduler.delivery.wakeups import Wakeups
from scheduler.errors import DatabaseUnavailable, SchedulerError
from scheduler.service_manager import tell_systemd

PATIENCE = 10.0
"""Seconds within which the process ends when it is told to."""

SETTLING = 1.0
"""Seconds of these that are kept for what comes after the last answer: settling it and closing connections."""

TROUBLE_WAIT = timedelta(seconds=5)

_log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The present instant (UTC)."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Tick:
    """Something to be done again and again: every so long, or daily at a local time; `do` is given the instant (UTC).

    A tick that fails is logged and done again at its next time. One that was missed is done once.
    """

    name: str
    do: Callable[[datetime], object]
    every: timedelta | None = None
    daily: time | None = None


class Sparing:
    """Something that is done whenever it is asked for, but for no more than a part of the time.

    To make a province's reminders anew takes minutes, an office's a moment: the one shall not be done every hour.
    """

    def __init__(
        self, do: Callable[[datetime], object], part: float, seconds: Callable[[], float] = monotonic
    ) -> None:
        """part: of the time, such as 0.02; seconds: a steady clock."""
        self._do = do
        self._part = part
        self._seconds = seconds
        self._not_before = seconds()

    def __call__(self, now: datetime) -> None:
        """Does it, unless it took too long the last time for being done again already."""
        began = self._seconds()
        if began < self._not_before:
            return
        self._do(now)
        ended = self._seconds()
        self._not_before = ended + (ended - began) * (1 / self._part - 1)


class _Shift:
    """One delivery at work: pumped by one thread at a time, and ended when it was relieved and nobody is at it."""

    def __init__(self, delivery: Delivery) -> None:
        self.delivery = delivery
        self.pumping = Lock()
        self.again = Event()
        self.relieved = Event()
        self._ended = Event()

    def relieve(self) -> None:
        """It takes nothing new; what is in flight is finished by who pumps it."""
        self.relieved.set()
        self.delivery.stop()
        self.end_when_done()

    def end_when_done(self) -> None:
        """Ends it if it was relieved and nobody pumps it."""
        if self.relieved.is_set() and self.pumping.acquire(blocking=False):
            self.pumping.release()
            self.end()

    def end(self) -> None:
        """Ends its senders; what is still with them is sent again when its lease has run out."""
        if self._ended.is_set():
            return
        self._ended.set()
        if self.delivery.in_flight:
            _log.warning("%d messages were still in flight; they are sent again", self.delivery.in_flight)
        self.delivery.close()

    def wait(self, seconds: float) -> None:
        """Waits until nobody pumps it, at most so long."""
        if self.pumping.acquire(timeout=max(0.0, seconds)):
            self.pumping.release()


class Clock:
    """Runs delivery and ticks until stopped."""

    def __init__(
        self,
        database: Database,
        delivery: Delivery,
        *,
        ticks: Sequence[Tick] = (),
        reload: Callable[[], Delivery] | None = None,
        zone: ZoneInfo = VIETNAM,
        worker: str | None = None,
        patience: float = PATIENCE,
    ) -> None:
        """reload: reads the configuration again and gives the delivery that follows from it (SIGHUP)."""
        self._patience = patience
        self.worker = worker or f"{socket.gethostname()}:{os.getpid()}"
        self._database = database
        self._shift = _Shift(delivery)
        self._relieved: _Shift | None = None
        self._ticks = ticks
        self._reload = reload
        self._started: datetime | None = None
        self._setting = Lock()
        self._beating = Lock()
        self._moment: Any = None
        self._looks = itertools.count(1)
        self._set_by = 0
        self._stopping = Event()
        self._awake = Event()
        self._reload_wanted = Event()
        self._wakeups = Wakeups(database, self._look, utc_now)
        self._scheduler = BackgroundScheduler(
            timezone=zone,
            executors={"default": ThreadPoolExecutor(4 + len(ticks))},
            job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1},
        )

    # --- life -----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begins to send in the background."""
        self._started = utc_now()
        for tick in self._ticks:
            self._add_tick(tick)
        self._scheduler.add_job(
            self._beat, "interval", seconds=BEAT_EVERY.total_seconds(), id="beat", next_run_time=utc_now()
        )
        self._scheduler.start()
        self._wake_at(utc_now())
        self._wakeups.start()
        tell_systemd("READY=1")

    def stop(self) -> None:
        """Takes nothing new, waits for what is in flight, and ends, all within the seconds of its patience."""
        if self._stopping.is_set():
            return
        self._stopping.set()
        ends = monotonic() + self._patience
        tell_systemd("STOPPING=1")
        shifts = [shift for shift in (self._relieved, self._shift) if shift is not None]
        for shift in shifts:
            shift.relieve()
        self._wakeups.stop()
        for shift in shifts:
            shift.wait(ends - monotonic())
        self._scheduler.pause()
        # Asking for the jobs waits until those that are due have been handed out: shut down amid that, APScheduler's
        # thread falls over a job that it no longer finds.
        self._scheduler.get_jobs()
        self._scheduler.shutdown(wait=False)
        for shift in shifts:
            shift.end()
        # A beat that is being written is waited for: it would stay behind as a sign of life of who has left.
        beat_is_over = self._beating.acquire(timeout=max(0.0, ends - monotonic()))
        try:
            with suppress(DatabaseUnavailable), self._database.transaction() as connection:
                Vitals(connection).leave(self.worker)
        finally:
            if beat_is_over:
                self._beating.release()

    def run(self) -> None:
        """Sends until SIGTERM or SIGINT; SIGHUP reads the configuration again. For the main thread."""
        wanted_end = Event()

        def end(_number: int, _frame: object) -> None:
            wanted_end.set()
            self._awake.set()

        def hang_up(_number: int, _frame: object) -> None:
            self._reload_wanted.set()
            self._awake.set()

        before = {number: signal.signal(number, end) for number in (signal.SIGTERM, signal.SIGINT)}
        before[signal.SIGHUP] = signal.signal(signal.SIGHUP, hang_up)
        try:
            self.start()
            while not wanted_end.is_set():
                self._awake.wait()
                self._awake.clear()
                if self._reload_wanted.is_set() and not wanted_end.is_set():
                    self._reload_wanted.clear()
                    self.reload()
        finally:
            self.stop()
            for number, handler in before.items():
                signal.signal(number, handler)

    def reload(self) -> None:
        """Reads the configuration again; one that cannot be used is told, and the old one stays.

        What is in flight is finished under the old one, within the seconds of its patience, while the new one begins.
        """
        if self._reload is None:
            return
        tell_systemd("RELOADING=1")
        try:
            fresh = self._reload()
        except SchedulerError as error:
            _log.error("the new configuration is not used: %s", error)
        except Exception:  # noqa: BLE001  - whatever it is, the old configuration goes on
            _log.exception("the new configuration is not used, by a fault of ours")
        else:
            if self._relieved is not None:
                # Asked again and again, it would pile up senders that wait for silent servers.
                self._relieved.wait(self._patience)
            former, self._shift = self._shift, _Shift(fresh)
            self._relieved = former
            former.relieve()
            _log.info("the configuration was read again")
            self._wake_at(utc_now())
        tell_systemd("READY=1")

    @property
    def next_wake(self) -> datetime | None:
        """When it will next look whether something is due (UTC)."""
        moment: datetime | None = getattr(self._moment, "next_run_time", None)
        return moment.astimezone(UTC) if moment else None

    # --- delivering -----------------------------------------------------------------------------------------------

    def _deliver(self) -> None:
        """Sends what is due, and sets the clock for what comes next."""
        shift = self._shift
        shift.again.set()
        if not shift.pumping.acquire(blocking=False):
            # Who is at it already looks once more.
            shift.delivery.wake()
            return
        try:
            trouble = False
            while shift.again.is_set() and not shift.relieved.is_set() and not trouble:
                shift.again.clear()
                trouble = not self._pump_once(shift.delivery)
        finally:
            shift.pumping.release()
            shift.end_when_done()
        if shift.relieved.is_set():
            return
        if trouble:
            self._wake_at(utc_now() + TROUBLE_WAIT)
        elif shift.again.is_set():
            self._wake_at(utc_now())
        else:
            self._look()

    def _pump_once(self, delivery: Delivery) -> bool:
        try:
            tally = delivery.pump(patience=max(0.0, self._patience - SETTLING))
        except DatabaseUnavailable as error:
            _log.warning("%s", error)
            return False
        except Exception:  # noqa: BLE001  - whatever it is, what is due must be tried again
            _log.exception("sending failed by a fault of ours; it is tried again")
            return False
        for channel, kind, count in tally.rows():
            if kind == "failed":
                # Why stands there and not here: a server's answer may name the person, whom a log does not forget.
                _log.warning("%s: %d failed; `sched outbox` says why", channel, count)
            else:
                _log.info("%s: %d %s", channel, count, kind)
        return True

    def _look(self) -> None:
        """Sets the clock to the outbox's next moment."""
        if self._stopping.is_set():
            return
        shift = self._shift
        if shift.pumping.locked():
            shift.again.set()
            shift.delivery.wake()
            return
        number = next(self._looks)
        try:
            moment = shift.delivery.next_moment()
        except DatabaseUnavailable as error:
            _log.warning("%s", error)
            moment = utc_now() + TROUBLE_WAIT
        if moment is not None:
            self._wake_at(moment, number)

    def _wake_at(self, moment: datetime, number: int | None = None) -> None:
        """number: of the look that found this moment, counted from before it read the outbox; None: it was not read."""
        if self._stopping.is_set():
            return
        with self._setting:
            number = number or next(self._looks)
            if number < self._set_by:
                # Whoever began to read later has set the clock already, and may have seen what this look has not.
                return
            self._set_by = number
            # Each moment is a job of its own: APScheduler removes a job by its name when it has run, and would remove
            # a new one of the same name that the run itself has added.
            old, self._moment = self._moment, self._scheduler.add_job(self._deliver, "date", run_date=moment)
        if old is not None:
            with suppress(JobLookupError):
                old.remove()

    # --- ticks ----------------------------------------------------------------------------------------------------

    def _add_tick(self, tick: Tick) -> None:
        def do() -> None:
            try:
                tick.do(utc_now())
            except SchedulerError as error:
                _log.warning("%s: %s", tick.name, error)
            except Exception:  # noqa: BLE001  - the clock goes on whatever a tick does
                _log.exception("%s failed", tick.name)
            self._look()

        if tick.daily is not None:
            self._scheduler.add_job(
                do, "cron", hour=tick.daily.hour, minute=tick.daily.minute, id=f"tick-{tick.name}"
            )
        elif tick.every is not None:
            self._scheduler.add_job(
                do, "interval", seconds=tick.every.total_seconds(), id=f"tick-{tick.name}"
            )

    def _beat(self) -> None:
        """A sign of life for people and for systemd."""
        with self._beating:
            if not self._stopping.is_set():
                self._give_sign_of_life()
        tell_systemd("WATCHDOG=1")

    def _give_sign_of_life(self) -> None:
        try:
            shifts = [shift for shift in (self._relieved, self._shift) if shift is not None]
            next_due = self._shift.delivery.next_moment()
            with self._database.transaction() as connection:
                vitals = Vitals(connection)
                vitals.beat(
                    Beat(
                        worker=self.worker,
                        host=socket.gethostname(),
                        started=self._started or utc_now(),
                        beat=utc_now(),
                        next_due=next_due,
                        in_flight=sum(shift.delivery.in_flight for shift in shifts),
                    )
                )
                workers = sum(beat.is_alive(utc_now()) for beat in vitals.beats())
            for shift in shifts:
                shift.delivery.share_rates(workers)
        except DatabaseUnavailable as error:
            _log.warning("%s", error)
