"""Work a second that does nothing, on PostgreSQL: ours planned, leased, sent by a channel that does nothing, settled;
procrastinate's deferred and run by one worker.

    python -m benchmarks.reminders.jobs [--jobs N] [--rounds N]

Both are timed from the first row written to the last one settled. procrastinate's jobs are deferred in one batch, and
its worker runs as many at a time as we lease, without waiting for more.
"""

import asyncio
import importlib
import importlib.util
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "support"))

from telling_office import EMAIL, ScriptedChannel, a_delivery

from benchmarks.figures import Figure, alternating, answer
from benchmarks.postgres import database
from benchmarks.reminders.planning import RULE, followers, occurrences
from calendars.queries import Query
from scheduler.database import connect
from scheduler.outbox import Outbox, Scope
from scheduler.reminders import Office, plan_reminders

PLANNED_AT = datetime(2023, 11, 1, tzinfo=UTC)
DUE_BY = datetime(2023, 11, 9, 12, tzinfo=UTC)
"""The first event is on 10 November, its reminder a day before; so all are due and none is too late."""

AT_A_TIME = 50


def rate_of_ours(url: str, jobs: int) -> float:
    people = followers(jobs)
    channel = ScriptedChannel()
    with connect(url) as opened:
        with opened.transaction() as connection:
            for table in ("outbox", "attempts", "tallies"):
                connection.execute(Query("clear", f"DELETE FROM {table}", {}))
        began = time.perf_counter()
        with opened.transaction() as connection:
            planned = plan_reminders([RULE], occurrences(1), people, now=PLANNED_AT, office=Office())
            Outbox(connection).replace_plan(planned, Scope(), now=PLANNED_AT)
        delivery = a_delivery(opened, {EMAIL: channel}, lambda: DUE_BY)
        delivery.pump()
        delivery.close()
        spent = time.perf_counter() - began
    assert len(set(channel.ids)) == len(channel.ids) == jobs, f"{len(channel.ids)} sent of {jobs}"
    return jobs / spent


async def _by_procrastinate(url: str, jobs: int) -> float:
    procrastinate = importlib.import_module("procrastinate")
    app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=url))
    done = 0

    @app.task(name="nothing")
    async def nothing(number: int) -> None:  # noqa: ARG001 - a job has its argument
        nonlocal done
        done += 1

    async with app.open_async():
        if not getattr(_by_procrastinate, "has_schema", False):
            await app.schema_manager.apply_schema_async()
            _by_procrastinate.has_schema = True  # type: ignore[attr-defined]
        began = time.perf_counter()
        await nothing.batch_defer_async(*({"number": number} for number in range(jobs)))
        options: dict[str, Any] = {"install_signal_handlers": False, "delete_jobs": "never"}
        await app.run_worker_async(wait=False, concurrency=AT_A_TIME, **options)
        spent = time.perf_counter() - began
    assert done == jobs, f"{done} run of {jobs}"
    return jobs / spent


def rate_of_procrastinate(url: str, jobs: int) -> float:
    return asyncio.run(_by_procrastinate(url, jobs))


def measure(jobs: int = 1500, rounds: int = 2) -> Iterator[Figure]:
    with database("ours") as our_url, database("theirs") as their_url:
        works = [partial(rate_of_ours, our_url, jobs)]
        if importlib.util.find_spec("procrastinate"):
            works.append(partial(rate_of_procrastinate, their_url, jobs))
        runs = alternating(rounds, *works)
    theirs = runs[1] if len(runs) > 1 else ()
    yield Figure("jobs", runs[0], theirs, f"{jobs:,} each, PostgreSQL without fsync, one process each")


if __name__ == "__main__":
    sys.exit(answer(measure))
