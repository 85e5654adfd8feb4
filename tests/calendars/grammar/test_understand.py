"""What phrases of office papers say of time: the table `phrases.tsv`, and what a table cannot show."""

import os
import subprocess
import sys
from datetime import date, time
from pathlib import Path

import pytest

from calendars.grammar import Context, told, understand
from calendars.marks import Status
from calendars.times import month_span, week_of, year_span
from calendars.when import Day, Hours, Span, Undated, when_to_json

HERE = Path(__file__).parent
REFERENCE = HERE.parents[2].parent / "shared" / "reference"
ROWS = [line.split("\t") for line in (HERE / "phrases.tsv").read_text(encoding="utf-8").splitlines()]


def context(reference: str) -> Context:
    """A year or a month is the programme's period, a day that of issue."""
    numbers = [int(part) for part in reference.split("-")]
    if len(numbers) == 3:
        return Context(issued=date(*numbers))
    return Context(period=month_span(*numbers) if len(numbers) == 2 else year_span(*numbers))


def shown(reading) -> str:
    """A reading on one line: marks, days, hours, codes of its issues."""
    when = when_to_json(reading.when)
    match when["type"]:
        case "date":
            days = when["date"]
        case "dates":
            days = ",".join(when["dates"])
        case "range":
            days = f"{when['from']}..{when['to'] or ''}" + (" daily" if when["mode"] == "daily" else "")
        case "window":
            days = f"~{when['from']}..{when['to']}"
        case "recurring":
            parts = [when["rrule"], f"first={when['first']}" if when["first"] else ""]
            parts += [f"{key}={when[key]}" for key in ("until", "roll", "holidays") if when.get(key)]
            parts += [f"except={','.join(when['except'])}"] if when["except"] else []
            days = " ".join(filter(None, parts))
        case other:
            days = other
    marks = "" if reading.status is Status.CONFIRMED else f"{reading.status} "
    marks += "deadline " if reading.deadline else ""
    hours = "-".join((when["start"] or "", when["end"] or "")) if when["start"] or when["end"] else ""
    part = "/".join(filter(None, (when["daypart"], when.get("daypart_end"))))
    codes = ",".join(f"!{issue.code}" for issue in reading.issues)
    return " ".join(filter(None, (marks.strip(), days, hours, part, codes)))


@pytest.mark.parametrize(("reference", "text", "expected"), ROWS, ids=[f"{row[0]} {row[1]}" for row in ROWS])
def test_phrase(reference, text, expected):
    assert " | ".join(map(shown, told(understand(text, context(reference))))) == expected


if REFERENCE.exists():

    def test_public_table_is_read(tmp_path):
        """At least 0.99 of the public table; the scorer is its own."""
        command = f"{sys.executable} -m tests_when"
        (tmp_path / "tests_when.py").write_text(
            "import json, sys\n"
            "from calendars.grammar import told, understand\n"
            "from calendars.when import when_to_json\n"
            f"sys.path.insert(0, {str(HERE)!r})\n"
            "from test_understand import context\n"
            "for line in sys.stdin:\n"
            "    reference, _, text = line.rstrip('\\n').partition('\\t')\n"
            "    readings = told(understand(text, context(reference)))\n"
            "    print(json.dumps({'readings': [{'status': r.status, 'deadline': r.deadline, 'when':"
            " when_to_json(r.when)}"
            " for r in readings]}))\n",
            encoding="utf-8",
        )
        run = subprocess.run(
            [sys.executable, REFERENCE / "score_time.py", "--verbose", "--command", command],
            env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{HERE.parents[2]}"},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        score = run.stdout.splitlines()[-1] if run.stdout else run.stderr
        assert float(score.rsplit("= ", 1)[-1]) >= 0.99, run.stdout


NOVEMBER = context("2023-11")


def test_place_of_a_reading_is_that_of_its_words():
    (reading,) = understand("Giao ban: Chiều thứ 6 hằng tuần.", NOVEMBER).readings
    assert reading.at == (10, 31)


def test_place_of_a_deadline_leaves_out_the_quarter_in_the_title_before_it():
    text = "Báo cáo quý I: chậm nhất 14/3"
    (reading,) = understand(text, context("2024")).readings
    assert text[slice(*reading.at)] == "chậm nhất 14/3"


def test_place_is_that_in_the_text_as_given_whatever_was_mended():
    text = "Họp  ban\u200b: nga\u0300y 24/11\u00a0 nhé"
    (reading,) = understand(text, NOVEMBER).readings
    assert text[slice(*reading.at)] == "nga\u0300y 24/11"


def test_weekday_that_contradicts_its_date_is_told_with_both():
    (reading,) = understand("thứ Sáu, ngày 25/11/2023", NOVEMBER).readings
    assert reading.when == Day(date(2023, 11, 25))
    (issue,) = reading.issues
    assert issue.code == "weekday-conflict"
    assert "2023-11-25 is a SA" in issue.detail
    assert "FR" in issue.detail


@pytest.mark.parametrize("text", ["ngày 31/11/2023", "ngày 29/02/2023", "ngày 24/13", "ngày 32 tháng 4"])
def test_day_that_does_not_exist_is_an_issue_and_no_reading(text):
    told_ = understand(text, NOVEMBER)
    assert not told_.readings
    assert [issue.code for issue in told_.issues] == ["no-such-date"]


def test_opening_word_written_twice_opens_the_same_days():
    (reading,) = understand("Tập huấn từ từ ngày 24/11 đến ngày 26/11", NOVEMBER).readings
    assert reading.when == Span(date(2023, 11, 24), date(2023, 11, 26))


def test_a_range_with_hours_at_its_ends_stands_beside_another_day():
    readings = understand("24/11, 14h - 26/11, 9h và ngày 28/11", NOVEMBER).readings
    hours = Hours(time(14), time(9))
    assert [reading.when for reading in readings] == [
        Span(date(2023, 11, 24), date(2023, 11, 26), hours),
        Day(date(2023, 11, 28)),
    ]


def test_without_period_and_issue_the_year_stays_open():
    (reading,) = understand("ngày 24/11", Context()).readings
    assert reading.when == Undated()
    assert [issue.code for issue in reading.issues] == ["incomplete-date"]


def test_months_in_a_row_stay_open_where_nothing_tells_the_year():
    readings = understand("họp tháng 3, tháng 6", Context()).readings
    assert [reading.when for reading in readings] == [Undated(), Undated()]


def test_deadline_does_not_fall_before_the_day_of_issue():
    (reading,) = understand("báo cáo trước ngày 15/01", Context(issued=date(2023, 9, 1))).readings
    assert reading.when == Day(date(2024, 1, 14))


def test_item_keeps_the_time_outside_its_citation():
    told_ = understand("Hội nghị triển khai Kế hoạch số 101-KH/TU ngày 20/9/2023: ngày 24/11/2023", NOVEMBER)
    assert [reading.when for reading in told_.readings] == [Day(date(2023, 11, 24))]
    assert [one.reason for one in told_.no_times] == ["citation"]


def test_occasion_gives_its_event_no_day():
    told_ = understand("Tọa đàm nhân dịp 20/11", NOVEMBER)
    assert not told_.readings
    assert [one.name for one in told_.observances] == ["Ngày Nhà giáo Việt Nam"]


def test_repeat_without_holidays_leaves_them_out_and_does_not_begin_on_one():
    (reading,) = understand("thứ Hai hằng tuần, trừ ngày lễ", context("2024-01")).readings
    recurrence = reading.when.recurrence
    assert (recurrence.first, recurrence.left_out, recurrence.skips_days_off) == (
        date(2024, 1, 8),
        (date(2024, 1, 1),),
        True,
    )


def test_bare_weekday_of_a_weekly_schedule_is_in_its_week():
    (reading,) = understand("thứ 5", Context(period=week_of(date(2023, 11, 22)))).readings
    assert reading.when == Day(date(2023, 11, 23))


def test_reading_tells_the_rules_that_made_it():
    (reading,) = understand("8h00 - 11h30, ngày 24/11/2023", NOVEMBER).readings
    assert reading.rules == ("hours-from-to", "hour-and-minute", "full-date")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thứ Hai ngày 03/11: Giao ban đầu tháng", "Thứ Hai ngày 03/11"),
        ("Thứ Sáu, ngày 24/11: họp giao ban cuối tháng", "Thứ Sáu, ngày 24/11"),
        ("Ngày 24/11: Sinh hoạt trong tuần", "Ngày 24/11"),
        ("Trong tháng: hoàn thiện hồ sơ", "Trong tháng"),
        ("Ngày 24/11: 8h00 giao ban", "Ngày 24/11: 8h00"),
    ],
)
def test_a_reading_does_not_run_over_a_colon_into_a_title(text, words):
    (reading,) = understand(text, NOVEMBER).readings
    assert text[slice(*reading.at)] == words
