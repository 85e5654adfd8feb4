"""Our reading of a table of expressions beside dateparser's and chrono-node's (both Vietnamese), as a table.

    python -m benchmarks.grammar.compare TABLE [--chrono FOLDER]

TABLE has the columns expression, reference, type, value (time-expressions.tsv). FOLDER is one in which `npm install
chrono-node` was run; without it that column is left out. dateparser must be installed. An answer counts as
right when its days are those of the table: the day, or the first and the last; a repeat can only be told by a
rule, and where the table has nothing, nothing must be found. Hours and marks of doubt are left out of account,
in favour of the others.
"""

import argparse
import csv
import importlib
import json
import subprocess
from collections import defaultdict
from datetime import datetime
from pathlib import Path

from benchmarks.grammar.phrases import context
from calendars.grammar import told, understand
from calendars.programme import Status
from calendars.when import Repeat, Undated, when_to_json

KINDS = ("date", "datetime", "range", "window", "recurring", "deadline", "none")
CHRONO = """
import { createRequire } from "module";
const chrono = createRequire(process.argv[2] + "/")("chrono-node");
const day = (part) => part && [part.get("year"), part.get("month"), part.get("day")]
  .map((n) => String(n).padStart(2, "0")).join("-");
for (const line of require("fs").readFileSync(0, "utf8").split("\\n").filter(Boolean)) {
  const [reference, text] = JSON.parse(line);
  const found = chrono.vi.parse(text, new Date(reference));
  console.log(JSON.stringify(found.map((one) => [day(one.start), day(one.end)])));
}
""".replace('require("fs")', 'createRequire(import.meta.url)("fs")')


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


def chrono_answers(rows: list[dict[str, str]], folder: Path) -> list[str]:
    script = folder / "answers.mjs"
    script.write_text(CHRONO, encoding="utf-8")
    lines = "\n".join(json.dumps([reference_day(row).isoformat(), row["expression"]]) for row in rows)
    run = subprocess.run(
        ["node", script, folder.resolve()],
        input=lines,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return [spans(json.loads(line)) for line in run.stdout.splitlines()]


def right(row: dict[str, str], answer: str) -> bool:
    if row["type"] == "recurring":
        parts = [part for part in row["value"].split(";") if not part.startswith(("DTSTART", "UNTIL"))]
        return answer == ";".join(parts)
    return answer == wanted(row)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("table", type=Path)
    parser.add_argument("--chrono", type=Path)
    options = parser.parse_args()
    with options.table.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        row["expression"] = row["expression"].replace("\\n", " ")
    answers = {"sched": [ours(row) for row in rows], "dateparser": dateparser_answers(rows)}
    if options.chrono:
        answers["chrono-node"] = chrono_answers(rows, options.chrono)
    scores: dict[str, dict[str, list[bool]]] = {name: defaultdict(list) for name in answers}
    for name, given in answers.items():
        for row, answer in zip(rows, given, strict=True):
            scores[name][row["type"]].append(right(row, answer))
    print(f"| what the words mean | cases | {' | '.join(answers)} |")
    print(f"| --- | --- | {' | '.join('---' for _ in answers)} |")
    for kind in KINDS:
        counts = [sum(scores[name][kind]) for name in answers]
        print(f"| {kind} | {len(scores['sched'][kind])} | {' | '.join(map(str, counts))} |")
    totals = [sum(sum(found) for found in scores[name].values()) for name in answers]
    print(
        f"| **all** | {len(rows)} | {' | '.join(f'{total} ({total / len(rows):.0%})' for total in totals)} |"
    )


if __name__ == "__main__":
    main()
