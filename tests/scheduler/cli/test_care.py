"""Looking after an installation: doctor, backup, restore, upgrade."""

from pathlib import Path

from program import Sched


def findings(sched: Sched, status: int) -> dict[str, str]:
    return {one["what"]: one["level"] for one in sched.json("doctor", "--json", status=status)}


def test_a_new_installation_is_well_but_tells_nobody(sched: Sched) -> None:
    told = findings(sched, 0)
    assert told["database"] == "good"
    assert told["channels"] == "note"
    assert told["people"] == "note"


def test_a_dead_sender_is_noticed(sched: Sched, samples: list[str]) -> None:
    sched("import", *samples)
    sched("people", "add", "Mai", "--console", "--follow", "hoi-lhpn")
    sched("remind", "--now", "2026-11-20T08:00+07:00")
    run = sched("doctor", status=4)
    assert "no process has been sending reminders" in run.stdout
    assert "sched run" in run.stdout


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
    assert "sched-replaced-1.db" in sched("restore", "copy.db").stdout
    assert sched("export").stdout == before
    assert (tmp_path / "sched-replaced-1.db").exists()


def test_what_is_no_backup_is_refused_and_changes_nothing(
    sched: Sched, samples: list[str], tmp_path: Path
) -> None:
    sched("import", samples[0])
    before = sched("export").stdout
    (tmp_path / "junk.db").write_bytes(b"junk" * 1000)
    assert "no usable backup" in sched("restore", "junk.db", status=1).stderr
    assert "no usable backup" in sched("restore", "nowhere.db", status=1).stderr
    assert sched("export").stdout == before


def test_a_database_that_is_up_to_date_is_left_alone(
    sched: Sched, samples: list[str], tmp_path: Path
) -> None:
    sched("import", samples[0])
    assert "bản mới nhất" in sched("upgrade").stdout
    assert list(tmp_path.glob("*before-upgrade*")) == []
