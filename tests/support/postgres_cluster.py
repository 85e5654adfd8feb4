"""A PostgreSQL server of the tests' own: made in a temporary folder, without fsync, reachable from this machine only.

PostgreSQL refuses to run as root, so root hands it to the user that Debian's package made. What is hard is the end: a
test run may be killed at any moment and must leave no server behind. So the server is started by a guard (this file,
run as a program) that waits for a lock which the test run holds for as long as it lives, and then stops the server and
removes its folder. Several processes of one run share one server; see `conftest.py`.
"""

import fcntl
import json
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

SUPERUSER = "sched"
START_SECONDS = 60
SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "listen_addresses": "127.0.0.1",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "log_min_messages": "warning",
}


class NoPostgres(Exception):
    """PostgreSQL cannot be started here; the sentence says why and what to do."""


def programs() -> Path:
    """The folder of initdb and postgres: the newest that Debian's packages brought, else where the path finds them."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if found:
        return found[-1].parent
    if on_path := shutil.which("initdb"):
        return Path(on_path).resolve().parent
    raise NoPostgres("The tests need PostgreSQL's server, which is not here: `make test-tools` installs it.")


def _as_server(*command: str | Path) -> list[str]:
    words = [str(word) for word in command]
    return ["runuser", "-u", "postgres", "--", *words] if os.geteuid() == 0 else words


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _ready(data: Path) -> bool:
    """Whether the server of this folder takes connections: it writes so into the eighth line of its own file."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return False
    return len(lines) >= 8 and lines[7].strip() == "ready"


def start(folder: Path, alive: Path) -> str:
    """Start a guarded server in the new `folder`; its URL without a database, such as postgresql://sched@127.0.0.1:4.

    alive: the file whose lock the test run holds. Raises NoPostgres where there is none or it does not start.
    """
    home = programs()
    folder.mkdir(parents=True)
    if os.geteuid() == 0:
        user = pwd.getpwnam("postgres")
        os.chown(folder, user.pw_uid, user.pw_gid)
    data, log = folder / "data", folder / "log"
    made = subprocess.run(
        _as_server(
            home / "initdb", "--pgdata", data, "--username", SUPERUSER, "--auth", "trust", "--encoding", "UTF8",
            "--locale", "C.UTF-8", "--no-sync", "--no-instructions",
        ),
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if made.returncode:
        raise NoPostgres(f"initdb could not make a server's folder: {made.stderr.strip()}")
    for _ in range(3):  # another program may take the port between the look and the start
        port = _free_port()
        settings = SETTINGS | {"port": str(port), "unix_socket_directories": str(folder)}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        command = _as_server(home / "postgres", "-D", data, *options)
        guard = subprocess.Popen(
            [sys.executable, __file__, json.dumps([str(folder), str(alive), str(log), command])],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        deadline = time.monotonic() + START_SECONDS
        while guard.poll() is None and time.monotonic() < deadline:
            if _ready(data):
                # The guard outlives this process on purpose; it is not ours to wait for.
                guard.returncode = 0
                return f"postgresql://{SUPERUSER}@127.0.0.1:{port}"
            time.sleep(0.02)
    raise NoPostgres(
        f"PostgreSQL did not start: {log.read_text(errors='replace')[-2000:] if log.exists() else ''}"
    )


def guard(folder: Path, alive: Path, log: Path, command: list[str]) -> int:
    """Run the server until the lock on `alive` is given up, then stop it and remove `folder`; 1 where it died first."""
    with log.open("ab") as output:
        server = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output)

    def on_child(*_: object) -> None:
        if server.poll() is not None:
            raise ChildProcessError

    signal.signal(signal.SIGCHLD, on_child)
    try:
        on_child()  # it may have died before anybody listened
        with alive.open() as held:
            fcntl.flock(held, fcntl.LOCK_SH)
    except ChildProcessError:
        return 1
    finally:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    postmaster = int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])
    os.kill(postmaster, signal.SIGINT)  # the fast end: sessions are cut off, files are closed in order
    try:
        server.wait(timeout=20)
    except subprocess.TimeoutExpired:
        os.kill(postmaster, signal.SIGQUIT)
        server.wait(timeout=20)
    shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    _folder, _alive, _log, _command = json.loads(sys.argv[1])
    sys.exit(guard(Path(_folder), Path(_alive), Path(_log), _command))
