"""A PostgreSQL server for a measurement: the run's own, or one that this process starts; gone when the user is.

It is the tests' throwaway server, in a temporary folder and without fsync, so what it writes is a best case; both sides
of a comparison have the same.
"""

import fcntl
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.running import workplace

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "support"))

import postgres_cluster

NoPostgres = postgres_cluster.NoPostgres
SERVER = "SCHED_BENCH_POSTGRES"
STOP_SECONDS = 30


@contextmanager
def started(folder: Path) -> Iterator[str]:
    """A server in `folder`, by its URL without a database; NoPostgres where there is none."""
    alive = folder / "alive"
    with alive.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        try:
            yield postgres_cluster.start(folder / "postgres", alive)
        finally:
            fcntl.flock(held, fcntl.LOCK_UN)
            deadline = time.monotonic() + STOP_SECONDS
            while (folder / "postgres" / "data").exists() and time.monotonic() < deadline:
                time.sleep(0.02)
            shutil.rmtree(folder / "postgres", ignore_errors=True)


@contextmanager
def _server() -> Iterator[str]:
    if url := os.environ.get(SERVER):
        yield url
        return
    with workplace() as folder, started(folder) as url:
        yield url


@contextmanager
def database(name: str) -> Iterator[str]:
    """The URL of a new, empty database of this name; it is dropped at the end, with whoever is still connected."""
    import psycopg  # noqa: PLC0415 - only what needs a server pays for it

    with _server() as server:

        def manage(*statements: str) -> None:
            with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
                for statement in statements:
                    connection.execute(statement.encode())

        manage(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)', f'CREATE DATABASE "{name}"')
        try:
            yield f"{server}/{name}"
        finally:
            manage(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
