"""Our reading of a table of expressions beside dateparser's and chrono-node's (both Vietnamese): how many are right.

    python -m benchmarks.grammar.compare [--table TABLE] [--as-table yes]

TABLE has the columns expression, reference, type, value; without one it is the public time-expressions.tsv where that
lies beside the project, else the plain rows of the project's own phrases.tsv. chrono-node is the one of tests/js. An
answer counts as right when its days are those of the table: the day, or the first and the last; a repeat can only be
told by a rule, and where the table has nothing, nothing must be found. Hours and marks of doubt are left out of it, in
favour of the others. `--as-table yes` prints the counts by kind, as docs/grammar.md shows them.
"""

import csv
import importlib
import json
import re
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from benchmarks.figures import Figure, answer
from benchmarks.grammar.phrases import TABLE as OWN
from benchmarks.grammar.phrases import context
from calendars.grammar import told, understand
from calendars.marks import Status
from calendars.when import Repeat, Undated, when_to_json

PUBLIC = Path(__file__).parents[3] / "shared" / "reference" / "time-expressions.tsv"
NODE_MODULES = Path(__file__).parents[2] / "tests" / "js"
PLAIN = re.compile(r"(?:~?\d{4}-\d\d-\d\d(?:\.\.\d{4}-\d\d-\d\d)?)?")
KINDS = ("date", "datetime", "range", "window", "recurring", "deadline", "none")
CHRONO = """
import { createRequire } from "module";
const chrono = createRequire(process.argv[1] + "/")("chrono-node");
const read = createRequire(import.meta.url)("fs").readFileSync(0, "utf8");
const day = (part) => part && [part.get("year"), part.get("month"), part.get("day")]
  .map((n) => String(n).padStart(2, "0")).join("-");
const rows = read.split("\\n").filter(Boolean).map((line) => JSON.parse(line));
const answers = () => rows.map(([reference, text]) => chrono.vi.parse(text, new Date(reference)));
const found = answers().map((all) => all.map((one) => [day(one.start), day(one.end)]));
const spent = [];
for (let round = 0; round < 7; round += 1) {
  const began = process.hrtime.bigint();
  answers();
  spent.push(Number(process.hrtime.bigint() - began) / 1e6 / rows.length);
}
console.log(JSON.stringify({ found, spent }));
"""


def wanted(row: dict[str, str]) -> str:
    return row["value"].replace("/..", "/")


def ours(row: dict[str, str]) -> str:
    """Days as the table writes them; a rule for a repeat."""
    standing = [
        reading.when
        for reading in told(understand(row["expression"], context(row["reference"])))
        if reading.status not in (Status.POSTPONED, Status.CANCELLED)
        and not isinstance(reading.when, Undated)
    ]
    values = []
    for when in standing:
        body = when_to_json(when)
        match body["type"]:
            case "date":
                values.append(body["date"])
            case "dates":
                values += body["dates"]
            case "recurring":
                assert isinstance(when, Repeat)
                values.append(when.recurrence.rrule())
            case _:
                values.append(f"{body['from']}/{body['to'] or ''}")
    return ";".join(values)


def spans(found: list[list[str | None]]) -> str:
    return ";".join(f"{first}/{last}" if last else str(first) for first, last in found)


def reference_day(row: dict[str, str]) -> datetime:
    """The day of issue, or the middle of the month."""
    return datetime.fromisoformat(row["reference"] if len(row["reference"]) > 7 else f"{row['reference']}-15")


def dateparser_answers(rows: list[dict[str, str]]) -> list[str]:
    parse = importlib.import_module("dateparser").parse
    answers = []
    for row in rows:
        settings = {"DATE_ORDER": "DMY", "RELATIVE_BASE": reference_day(row)}
        found = parse(row["expression"], languages=["vi"], settings=settings)
        answers.append(found.date().isoformat() if found else "")
    return answers


def chrono_answers(rows: list[dict[str, str]]) -> tuple[list[str], tuple[float, ...]]:
    """Its answers, and the milliseconds a phrase of some rounds; nothing where Node or chrono-node is not here."""
    node = shutil.which("node")
    if node is None or not (NODE_MODULES / "node_modules" / "chrono-node").exists():
        return [], ()
    lines = "\n".join(json.dumps([reference_day(row).isoformat(), row["expression"]]) for row in rows)
    run = subprocess.run(
        [node, "--input-type=module", "--eval", CHRONO, NODE_MODULES],
        input=lines,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    told = json.loads(run.stdout)
    return [spans(found) for found in told["found"]], tuple(told["spent"])


def right(row: dict[str, str], answer: str) -> bool:
    if row["type"] == "recurring":
        parts = [part for part in row["value"].split(";") if not part.startswith(("DTSTART", "UNTIL"))]
        return answer == ";".join(parts)
    return answer == wanted(row)


def own_rows() -> Iterator[dict[str, str]]:
    """The rows of our own table that are a day, a stretch of days, or nothing: what the others can tell as well."""
    for line in OWN.read_text("utf-8").splitlines():
        reference, expression, value = line.split("\t")
        if PLAIN.fullmatch(value):
            kind = (
                ("window" if value.startswith("~") else "range" if ".." in value else "date")
                if value
                else "none"
            )
            told = value.removeprefix("~").replace("..", "/")
            yield {"expression": expression, "reference": reference, "type": kind, "value": told}


def table_rows(table: Path) -> Iterator[dict[str, str]]:
    with table.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row | {"expression": row["expression"].replace("\\n", " ")}


def spent_by_us(rows: list[dict[str, str]], rounds: int = 7) -> tuple[float, ...]:
    """Milliseconds a phrase, by the clock as chrono-node's."""
    cases = [(row["expression"], context(row["reference"])) for row in rows]
    spent = []
    for _ in range(rounds):
        began = time.perf_counter()
        for text, where in cases:
            understand(text, where)
        spent.append((time.perf_counter() - began) * 1000 / len(cases))
    return tuple(spent)


def show(rows: list[dict[str, str]], answers: dict[str, list[str]]) -> None:
    """The counts by kind, as a table."""
    scores: dict[str, dict[str, list[bool]]] = {name: defaultdict(list) for name in answers}
    for name, given in answers.items():
        for row, told_by in zip(rows, given, strict=True):
            scores[name][row["type"]].append(right(row, told_by))
    print(f"| what the words mean | cases | {' | '.join(answers)} |")
    print(f"| --- | --- | {' | '.join('---' for _ in answers)} |")
    for kind in KINDS:
        if cases := len(scores["sched"][kind]):
            counts = [sum(scores[name][kind]) for name in answers]
            print(f"| {kind} | {cases} | {' | '.join(map(str, counts))} |")
    totals = [sum(sum(found) for found in scores[name].values()) for name in answers]
    shares = " | ".join(f"{total} ({total / len(rows):.0%})" for total in totals)
    print(f"| **all** | {len(rows)} | {shares} |")


def measure(table: str = "", phrases: int = 0, as_table: str = "") -> Iterator[Figure]:
    """phrases: so many of the table's, 0: all."""
    public = Path(table) if table else PUBLIC
    found = table_rows(public) if public.exists() else own_rows()
    rows = list(found)[: phrases or None]
    answers = {"sched": [ours(row) for row in rows], "dateparser": []}
    try:
        answers["dateparser"] = dateparser_answers(rows)
    except ImportError:
        print("dateparser is not here", file=sys.stderr)
    answers["chrono-node"], spent = chrono_answers(rows)
    answers = {name: given for name, given in answers.items() if given}
    if as_table:
        show(rows, answers)
    shares = {name: (100 * sum(map(right, rows, given)) / len(rows),) for name, given in answers.items()}
    name = public.name if public.exists() else OWN.name
    note = f"{len(rows)} expressions of {name}; right: the days (docs/grammar.md has the counts by kind)"
    yield Figure("right-dateparser", shares["sched"], shares.get("dateparser", ()), note)
    yield Figure("right-chrono", shares["sched"], shares.get("chrono-node", ()))
    yield Figure("phrase-chrono", spent_by_us(rows), spent)


if __name__ == "__main__":
    sys.exit(answer(measure))
