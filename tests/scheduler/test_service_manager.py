"""What the service manager is told."""

import socket
from pathlib import Path

import pytest

from scheduler.service_manager import tell_systemd


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> socket.socket:
    """A socket on which a service manager would listen."""
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    listening.bind(str(tmp_path / "notify"))
    listening.settimeout(5)
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
    return listening


def test_the_manager_is_told_on_its_socket(told: socket.socket) -> None:
    with told:
        tell_systemd("READY=1")
        assert told.recv(100) == b"READY=1"


def test_an_abstract_socket_is_one_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    name = f"sched-{tmp_path}"[-90:]
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(f"\0{name}")
        listening.settimeout(5)
        monkeypatch.setenv("NOTIFY_SOCKET", f"@{name}")
        tell_systemd("WATCHDOG=1")
        assert listening.recv(100) == b"WATCHDOG=1"


def test_nobody_listening_is_no_fault(told: socket.socket, tmp_path: Path) -> None:
    with told:
        (tmp_path / "notify").unlink()
        tell_systemd("STOPPING=1")
