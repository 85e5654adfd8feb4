"""Bad input: a sentence that says what to do, the exit status of the design, no traceback, nothing half written.

`Sched` itself fails a test in which a traceback is printed.
"""

import contextlib
import os
import sqlite3
from pathlib import Path

import pytest
from program import Sched


def test_a_missing_file(sched: Sched) -> None:
    for command in ("read", "import"):
        run = sched(command, "nowhere.txt", status=3)
        assert "nowhere.txt: there is no such file" in run.stderr


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("empty.txt", b"", id="empty"),
        pytest.param("binary.txt", bytes(range(256)) * 40, id="binary"),
        pytest.param("cut.docx", b"PK\x03\x04" + b"\x00" * 60, id="a Word file cut off"),
        pytest.param("broken.pdf", b"%PDF-1.7\nnothing", id="a PDF without an end"),
    ],
)
def test_a_file_without_text(sched: Sched, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    run = sched("import", name, status=3)
    assert name in run.stderr
    assert len(run.stderr.strip()) > len(name) + 30
    assert sched.json("changes", "--since", "2020-01-01", "--json") == []


@pytest.mark.parametrize("number", ["7", str(2**63), "9" * 40])
def test_a_number_under_which_there_is_nothing(sched: Sched, number: str) -> None:
    assert f"there is no release {number};" in sched("undo", number, status=2).stderr
    for deed in ("accept", "reject"):
        run = sched("review", deed, number, status=2)
        assert f"nothing with the number {number} waits;" in run.stderr


def test_a_file_of_a_hundred_megabytes(sched: Sched, tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(100_000_000)
    assert "large.txt" in sched("read", "large.txt", status=3).stderr


def test_one_bad_document_does_not_stop_the_others(sched: Sched, samples: list[str]) -> None:
    run = sched("import", samples[0], "nowhere.txt", samples[2], status=4)
    assert "nowhere.txt" in run.stderr
    assert len(sched.json("changes", "--since", "2020-01-01", "--json")) == 2


def test_a_document_without_any_period_and_an_impossible_date(sched: Sched, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "II. CÁC CUỘC HỌP\n\n1. Họp Ban Thường vụ: 8h00 ngày 31/11/2026.\n\n"
        "2. Họp giao ban: chiều thứ Sáu hằng tuần.\n",
        "utf-8",
    )
    [document] = sched.json("read", "a.txt", "--json")
    told = " ".join(
        document["issues"] + [issue for entry in document["entries"] for issue in entry["issues"]]
    )
    assert "no-such-date" in told
    assert all(entry["when"].get("date") not in ("2026-11-30", "2026-12-01") for entry in document["entries"])


def test_an_unknown_key(sched: Sched) -> None:
    sched.configure('timezon = "Asia/Ho_Chi_Minh"')
    for arguments in (["list"], ["import", "x"], ["remind"], ["doctor"]):
        run = sched(*arguments, status=2)
        assert "did you mean 'timezone'?" in run.stderr


def test_no_configuration(tmp_path: Path) -> None:
    run = Sched(tmp_path, {"XDG_CONFIG_HOME": str(tmp_path)})("list", status=2)
    assert "sched init" in run.stderr


def test_wrong_usage(sched: Sched) -> None:
    for arguments in (
        ["list", "--month", "13"],
        ["list", "--week", "60"],
        ["list", "--from", "x"],
        ["nothing"],
    ):
        sched(*arguments, status=2)
    sched("when", "x", "--on", "2023-13", status=2)
    assert "no event" in sched("show", "nobody", status=2).stderr
    assert "there is no calendar 'x'" in sched("list", "--calendar", "x", status=2).stderr


def test_a_database_of_a_newer_version(sched: Sched, samples: list[str]) -> None:
    sched("import", samples[0])
    with sqlite3.connect(sched.folder / "sched.db") as database:
        database.execute("INSERT INTO schema_steps VALUES ('calendars', 9999, 'from the future', 'now')")
    database.close()
    before = (sched.folder / "sched.db").read_bytes()
    run = sched("list", status=1)
    assert "newer version" in run.stderr
    assert (sched.folder / "sched.db").read_bytes() == before


def test_a_database_that_is_none(sched: Sched) -> None:
    (sched.folder / "sched.db").write_bytes(b"this is no database, it only has the name of one" * 100)
    assert "no SQLite database" in sched("list", status=1).stderr


def test_a_folder_that_is_not_there(sched: Sched) -> None:
    text = (sched.folder / "config.toml").read_text("utf-8")
    sched.configure(text.replace("sqlite:///sched.db", "sqlite:///nowhere/sched.db"))
    assert "there is no folder" in sched("list", status=1).stderr


def test_a_full_disk(sched: Sched, samples: list[str], full_disk: Path) -> None:
    text = (sched.folder / "config.toml").read_text("utf-8")
    sched.configure(text.replace("sqlite:///sched.db", f"sqlite:///{full_disk}/sched.db"))
    sched("import", samples[0])
    filler = full_disk / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"\0" * 4096)
    run = sched("import", samples[1], samples[2], status=None)
    assert run.returncode != 0
    assert "disk is full" in run.stderr
    os.truncate(filler, 0)
    assert len(sched.json("changes", "--since", "2020-01-01", "--json")) == 1
    sched("import", samples[1])


def test_an_unreachable_mail_server_keeps_the_message(sched: Sched, samples: list[str]) -> None:
    text = (sched.folder / "config.toml").read_text("utf-8")
    sched.configure(
        text + '\n[email]\nhost = "127.0.0.1"\nport = 9\nsecurity = "none"\nsender = "vp@example.org"\n'
    )
    sched("import", *samples)
    sched("people", "add", "Mai", "--email", "mai@example.org", "--follow", "hoi-lhpn")
    run = sched("remind", "--now", "2026-11-25T16:00:30+07:00", status=4)
    assert "chờ gửi lại 1" in run.stderr
    waiting = [one for one in sched.json("outbox", "list", "--json") if one["tries"]]
    assert [one["state"] for one in waiting] == ["pending"]
    assert waiting[0]["reason"]
    assert "refused" in sched("test", "email", "mai@example.org", status=4).stderr


def test_an_answer_of_zalo_that_is_no_json(sched: Sched, samples: list[str], html_server: str) -> None:
    text = (sched.folder / "config.toml").read_text("utf-8")
    sched.configure(text + f'\n[zalo_bot]\ntoken = "1:secret-token"\nbase_url = "{html_server}"\n')
    sched("import", *samples)
    sched("people", "add", "Mai", "--zalo-bot", "c1", "--follow", "hoi-lhpn")
    run = sched("remind", "--now", "2026-11-25T16:00:30+07:00", status=4)
    waiting = [one for one in sched.json("outbox", "list", "--json") if one["tries"]]
    assert [one["state"] for one in waiting] == ["pending"]
    assert "secret-token" not in run.stderr + run.stdout + str(waiting)


def test_changes_since_the_first_day_that_there_is_are_all_changes(sched: Sched) -> None:
    assert sched("changes", "--since", "0001-01-01") == sched("changes")
