"""What every test may ask for, and what holds for all: nothing of the developer's own configuration is seen.

`postgres_url` is an empty database on a real PostgreSQL that the run starts when the first test asks for it. Under
pytest-xdist the workers share the server and have a database each; the first process, which outlives them, holds the
lock that keeps the server alive.
"""

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import postgres_cluster
import pytest
from filelock import FileLock
from hypothesis import Phase, settings
from hypothesis.utils.conventions import not_set

pytest_plugins = ["doubles.fixtures"]

FOLDER = "SCHED_TEST_FOLDER"
OF_A_DEVELOPER = ("SCHED_CONFIG", "SCHED_SECRET", "FORCE_COLOR", "NO_COLOR", "COLUMNS", "LINES")

# All phases but the explaining of failures, for which Python below 3.12 traces every line of every example.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate, Phase.target, Phase.shrink)
ON_CI = "CI" in os.environ

settings.register_profile(
    "fuzz", deadline=None, max_examples=int(os.environ.get("SCHED_FUZZ_EXAMPLES", "20000")), phases=PHASES
)
# Two busy cores make a deadline a matter of luck. On CI the examples are the same each time.
settings.register_profile(
    "sched",
    deadline=None,
    derandomize=ON_CI,
    database=None if ON_CI else not_set,
    print_blob=ON_CI,
    phases=PHASES,
)
settings.load_profile("sched")

alive_key = pytest.StashKey[int]()


def pytest_configure(config: pytest.Config) -> None:
    """Give the run a folder, told to the workers by the environment, and an environment that is nobody's."""
    for name in OF_A_DEVELOPER:
        os.environ.pop(name, None)
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    folder = Path(tempfile.mkdtemp(prefix="sched-tests-"))
    folder.chmod(0o711)  # PostgreSQL, run as its own user, passes through
    os.environ[FOLDER] = str(folder)
    os.environ["XDG_CONFIG_HOME"] = str(folder / "config")
    handle = os.open(folder / "alive", os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(handle, fcntl.LOCK_EX)
    config.stash[alive_key] = handle


def pytest_unconfigure(config: pytest.Config) -> None:
    """Let go of the lock, wait for the server's end, and remove the folder."""
    handle = config.stash.get(alive_key, None)
    if handle is None:
        return
    os.close(handle)
    folder = Path(os.environ.pop(FOLDER))
    deadline = time.monotonic() + 30
    while (folder / "postgres").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the project."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def postgres_server() -> str:
    """The URL, without a database, of the PostgreSQL server of this run."""
    folder = Path(os.environ[FOLDER])
    told = folder / "postgres-url"
    with FileLock(folder / "postgres-lock", timeout=120):
        if not told.exists():
            told.write_text(postgres_cluster.start(folder / "postgres", folder / "alive"), encoding="utf-8")
        return told.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def _postgres_database(postgres_server: str) -> str:
    import psycopg

    name = f"test_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    with psycopg.connect(f"{postgres_server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return f"{postgres_server}/{name}"


@pytest.fixture
def postgres_url(_postgres_database: str) -> Iterator[str]:
    """The URL of an empty database on a real PostgreSQL; connections a test left open are cut off after it."""
    import psycopg

    with psycopg.connect(_postgres_database, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS public CASCADE")
        connection.execute("CREATE SCHEMA public")
    yield _postgres_database
    with (
        suppress(psycopg.OperationalError),
        psycopg.connect(_postgres_database, autocommit=True) as connection,
    ):
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
