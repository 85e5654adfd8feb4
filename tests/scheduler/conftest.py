"""Databases for the tests of what is kept: each test that asks for `database` runs on SQLite and on PostgreSQL."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from scheduler.database import Database, connect


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/sched.db"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    with connect(database_url) as opened:
        yield opened


@pytest.fixture
def sqlite_database(tmp_path: Path) -> Iterator[Database]:
    with connect(f"sqlite:///{tmp_path}/sched.db") as opened:
        yield opened


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of twelve megabytes: a RAM disk as root, else a file system within limits is not to be had."""
    place = tmp_path / "disk"
    place.mkdir()
    if os.geteuid() != 0:
        pytest.fail("a full disk can be tried as root only: it needs a small file system of its own")
    subprocess.run(("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(place)), check=True)
    yield place
    subprocess.run(("umount", "-l", str(place)), check=True)
