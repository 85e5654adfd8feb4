"""The run of the measurements: each bounded, none stopping another, nothing left behind, all of it on one page."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.__main__ import main
from benchmarks.figures import Figure, answer, figures_in, number, with_spread
from benchmarks.machine import machine, versions
from benchmarks.measurements import Measurement
from benchmarks.page import HEAD, page
from benchmarks.running import Outcome, run, surroundings

ROOT = Path(__file__).resolve().parents[2]
ANY = Measurement("any", 5)
TOLD = '{"budget": "phrase", "ours": [0.05], "peer": [], "note": "n"}'
PHRASE = Figure("phrase", (0.05,), (), "n")


def run_code(code: str, folder: Path, seconds: float = 10) -> Outcome:
    return run(ANY, [sys.executable, "-c", code], seconds, surroundings(folder))


def test_a_measurement_gives_its_figures(tmp_path: Path) -> None:
    outcome = run_code(f"print({TOLD!r}); print('prose is passed over')", tmp_path)
    assert (outcome.figures, outcome.trouble) == ((PHRASE,), "")


def test_what_was_told_before_a_failure_is_kept(tmp_path: Path) -> None:
    outcome = run_code(f"print({TOLD!r}, flush=True); raise SystemExit('the disk is full')", tmp_path)
    assert outcome.figures == (PHRASE,)
    assert outcome.trouble == "It ended with status 1: the disk is full"


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def is_gone(pid: int) -> bool:
    deadline = time.monotonic() + 5
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.01)
    return not alive(pid)


@pytest.mark.parametrize(
    "ending", ["time.sleep(60)", "raise SystemExit(1)", ""], ids=["hangs", "fails", "ends"]
)
def test_nothing_that_a_measurement_started_lives_on(tmp_path: Path, ending: str) -> None:
    child = tmp_path / "child"
    code = (
        "import subprocess, sys, time, pathlib\n"
        "started = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"pathlib.Path({str(child)!r}).write_text(str(started.pid))\n"
        f"print({TOLD!r}, flush=True)\n{ending}\n"
    )
    outcome = run_code(code, tmp_path, seconds=2)
    assert is_gone(int(child.read_text()))
    assert outcome.figures == (PHRASE,)


def test_a_measurement_that_does_not_listen_is_ended_all_the_same(tmp_path: Path) -> None:
    code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
    began = time.monotonic()
    assert run_code(code, tmp_path, seconds=0.5).trouble == "It was stopped after 0 s."
    assert time.monotonic() - began < 10


def test_nothing_of_the_developer_reaches_a_measurement(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCHED_CONFIG", "mine.toml")
    environment = surroundings(tmp_path)
    assert "SCHED_CONFIG" not in environment
    assert environment["TMPDIR"] == str(tmp_path)


@pytest.mark.parametrize(
    ("value", "words"), [(0, "0"), (0.01234, "0.0123"), (1.234, "1.23"), (123.4, "123"), (12345, "12,345")]
)
def test_numbers_have_three_figures(value: float, words: str) -> None:
    assert number(value) == words


def test_a_figure_tells_its_spread() -> None:
    assert with_spread((3, 1, 2), "ms") == "2 ms (1 to 3)"
    assert with_spread((2,), "ms") == "2 ms"


def test_a_measurement_run_by_hand_says_whether_the_budget_is_met(capsys: pytest.CaptureFixture[str]) -> None:
    def measure(slower: float = 1.0) -> list[Figure]:
        return [Figure("phrase", (0.05 * slower,))]

    assert answer(measure, []) == 0
    assert answer(measure, ["--slower", "3"]) == 1
    met, missed = capsys.readouterr().out.splitlines()
    assert met == "a phrase read: 0.05 ms; budget ≤ 0.1 ms: met"
    assert missed.endswith("0.15 ms; budget ≤ 0.1 ms: MISSED")
    assert answer(measure, ["--slower", "3", "--json"]) == 0
    assert [figure.ours for figure in figures_in(capsys.readouterr().out)] == [(0.05 * 3,)]


def the_page(*figures: Figure, trouble: str = "") -> list[str]:
    outcome = Outcome("grammar.speed", figures, 3.0, trouble)
    return page([outcome], "a machine", ["Python 3"], ["growth-usual.svg"]).splitlines()


def test_the_page_has_a_row_for_each_budget() -> None:
    lines = the_page(PHRASE)
    assert lines.count(HEAD) == 7
    assert "| a phrase read | ≤ 0.1 ms | 0.05 ms |  |  |  | yes |" in lines
    assert "| planning 1,000,000 reminders | ≤ 60 s | not measured |  | | | |" in lines


def test_the_page_tells_what_is_missed() -> None:
    lines = the_page(
        Figure("phrase", (0.2,)), Figure("phrase-dateparser", (0.2,), (2,)), trouble="It was stopped."
    )
    assert "## Missed, and why" in lines
    assert any(line.startswith("- **a phrase read** (≤ 0.1 ms, `grammar.speed`): ") for line in lines)
    assert any("| 10x | **no** |" in line for line in lines)
    assert "- **Not finished.** It was stopped." in lines


def test_a_peer_that_is_not_here_is_said_to_be_so() -> None:
    lines = the_page(Figure("phrase-dateparser", (0.2,)))
    assert any("| dateparser, search_dates | not here |  | not judged |" in line for line in lines)


def test_the_machine_and_the_versions_bear_no_name_and_no_day() -> None:
    told = " ".join([machine(), *versions()])
    assert os.uname().nodename not in told.split()
    assert time.strftime("%Y-%m-%d") not in told


def test_an_unknown_measurement_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["grammar.sped"])
    assert "there is no measurement grammar.sped; there are" in capsys.readouterr().err


def test_the_runner_measures_and_writes_its_page(tmp_path: Path) -> None:
    """In tiny sizes, over a server of PostgreSQL that is gone afterwards; the documents are left alone."""
    written, temporary = tmp_path / "page.md", tmp_path / "temporary"
    temporary.mkdir(mode=0o711)
    tmp_path.chmod(0o711)
    before = {path: path.stat().st_mtime_ns for path in (ROOT / "docs").iterdir()}
    names = ["calendar.comparing", "grammar.speed", "email_throughput"]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", *names, "--quick", "--page", written],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(temporary)},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "") or "No PostgreSQL" in done.stderr
    told = written.read_text(encoding="utf-8")
    assert "### calendar.comparing" in told
    assert "a programme of 40 items against 50,000 events | ≤ 1 s |" in told
    assert list(temporary.iterdir()) == []
    assert {path: path.stat().st_mtime_ns for path in (ROOT / "docs").iterdir()} == before


def test_what_does_not_fit_any_more_is_not_measured(tmp_path: Path) -> None:
    written = tmp_path / "page.md"
    assert main(["calibration", "--seconds", "0", "--page", str(written)]) == 1
    assert "There was no time left for it." in written.read_text(encoding="utf-8")
