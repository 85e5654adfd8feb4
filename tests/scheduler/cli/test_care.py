"""Looking after an installation: doctor, backup, restore, upgrade."""

import getpass
import sqlite3
from contextlib import closing
from pathlib import Path

from program import Sched


def findings(sched: Sched, status: int) -> dict[str, str]:
    return {one["what"]: one["level"] for one in sched.json("doctor", "--json", status=status)}


def test_a_new_installation_is_well_but_tells_nobody(sched: Sched) -> None:
    told = findings(sched, 0)
    assert told["database"] == "note"
    assert told["channels"] == "note"
    sched("people", "list")
    told = findings(sched, 0)
    assert told["database"] == "good"
    assert told["people"] == "note"


def test_a_dead_sender_is_noticed(sched: Sched, samples: list[str]) -> None:
    sched("import", *samples)
    sched("people", "add", "Mai", "--console", "--follow", "hoi-lhpn")
    sched("remind", "--now", "2026-11-20T08:00+07:00")
    run = sched("doctor", status=4)
    assert "không có tiến trình nào đang gửi tin" in run.stdout
    assert "sched run" in run.stdout
    config = (sched.folder / "config.toml").read_text("utf-8")
    sched.configure(config.replace('language = "vi"', 'language = "en"'))
    assert "no process has been sending reminders" in sched("doctor", status=4).stdout


def test_somebody_whom_no_channel_reaches_is_named(sched: Sched) -> None:
    sched("people", "add", "Mai", "--email", "mai@example.org", "--follow", "hoi-lhpn")
    assert "Mai" in sched("doctor", status=4).stdout


def test_a_backup_is_restored_and_what_was_there_is_kept(
    sched: Sched, samples: list[str], tmp_path: Path
) -> None:
    sched("import", samples[0])
    before = sched("export").stdout
    sched("backup", "copy.db")
    assert "never overwrites" in sched("backup", "copy.db", status=2).stderr
    sched("import", samples[2])
    assert sched("export").stdout != before
    assert "không có gì thay đổi" in sched("restore", "copy.db", stdin="n\n", status=4).stderr
    assert "không có gì thay đổi" in sched("restore", "copy.db", status=4).stderr
    assert sched("export").stdout != before
    assert "sched-replaced-1.db" in sched("restore", "copy.db", stdin="y\n").stdout
    assert sched("export").stdout == before
    assert (tmp_path / "sched-replaced-1.db").exists()


def test_what_is_no_backup_is_refused_and_changes_nothing(
    sched: Sched, samples: list[str], tmp_path: Path
) -> None:
    sched("import", samples[0])
    before = sched("export").stdout
    (tmp_path / "junk.db").write_bytes(b"junk" * 1000)
    assert "no usable backup" in sched("restore", "junk.db", "--yes", status=1).stderr
    assert "no usable backup" in sched("restore", "nowhere.db", "--yes", status=1).stderr
    assert sched("export").stdout == before


def test_a_database_that_is_up_to_date_is_left_alone(
    sched: Sched, samples: list[str], tmp_path: Path
) -> None:
    sched("import", samples[0])
    assert "bản mới nhất" in sched("upgrade").stdout
    assert list(tmp_path.glob("*before-upgrade*")) == []


def test_a_backup_says_what_it_holds(sched: Sched, samples: list[str]) -> None:
    sched("import", *samples)
    told = sched.json("backup", "copy.db", "--json")
    assert told["last_release"] == 3
    assert told["rows"]["documents"] == 3
    assert told["rows"]["events"] > 10
    assert findings(sched, 0)["backup"] == "good"


def test_one_person_is_exported_and_erased_after_a_question(sched: Sched, samples: list[str]) -> None:
    sched("import", samples[0])
    sched("people", "add", "Trần Thị Mai", "--email", "mai@example.org", "--follow", "hoi-lhpn")
    calendar = sched("export").stdout
    assert sched.json("people", "export", "Trần Thị Mai")["addresses"][0]["value"] == "mai@example.org"
    sched("people", "export", "mai@example.org", "-o", "mai.json")
    assert (sched.folder / "mai.json").stat().st_mode & 0o077 == 0
    sched("people", "erase", "Trần Thị Mai", "--dry-run")
    assert "không có gì thay đổi" in sched("people", "erase", "Trần Thị Mai", status=4).stderr
    assert "Trần Thị Mai" in sched("people", "list").stdout
    assert "bí danh erased-" in sched("people", "erase", "Trần Thị Mai", "--yes").stdout
    assert "Trần Thị Mai" not in sched("people", "list").stdout
    assert sched("export").stdout == calendar
    with closing(sqlite3.connect(sched.folder / "sched.db")) as database:
        [(by,)] = database.execute("SELECT who FROM audit WHERE did = 'person-erased'").fetchall()
    assert by == getpass.getuser()


def test_what_is_kept_no_longer_is_shown_before_it_goes(sched: Sched, samples: list[str]) -> None:
    sched("import", samples[0])
    shown = sched.json("forget", "--dry-run", "--json")
    assert {one["what"] for one in shown} == {"messages", "audit", "drafts", "feeds", "expired"}
    assert sched.json("forget", "--json") == shown
    assert "Đã xoá." in sched("forget", "--compact").stdout
