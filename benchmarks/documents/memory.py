"""The most memory that a new process needs to read a document, with that of its child process where it has one.

    python -m benchmarks.documents.memory

The text is the programme of three pages; of the other formats those with pages have thirty, and the .doc, which nothing
here can write, is a page of our tests beside them. Each is read by a process of its own, which asks the system for the
most it has had (VmHWM), and the most that its child has had.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.documents.papers import (
    as_docx,
    as_html,
    as_mail,
    as_odt,
    as_pdf,
    as_rtf,
    as_xlsx,
    programme_text,
)
from benchmarks.figures import Figure, answer

FORMATS = Path(__file__).parents[2] / "tests" / "documents" / "formats"
READER = """
import sys
from pathlib import Path
from calendars.documents import read_document
from calendars.reading import read_programme
path = Path(sys.argv[1])
read_programme(read_document(path.read_bytes(), path.name))
def most(pid):
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
children = Path("/proc/self/task").glob("*/children")
pids = ["self", *(pid for told in children for pid in told.read_text().split())]
print(sum(most(pid) for pid in pids))
"""


def megabytes(path: Path) -> float:
    """Of the process and its child together."""
    run = subprocess.run(
        [sys.executable, "-c", READER, path],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    return int(run.stdout) / 1024


def measure() -> Iterator[Figure]:
    long = programme_text(90_000)
    papers = {
        "paper.txt": programme_text().encode(),
        "paper.docx": as_docx(long),
        "paper.pdf": as_pdf(long)[0],
        "paper.rtf": as_rtf(long),
        "paper.doc": (FORMATS / "week.doc").read_bytes(),
        "paper.odt": as_odt(long),
        "paper.xlsx": as_xlsx(long),
        "paper.html": as_html(long),
        "paper.eml": as_mail(long, as_docx(long)),
    }
    with tempfile.TemporaryDirectory() as folder:
        spent = {}
        for name, data in papers.items():
            path = Path(folder) / name
            path.write_bytes(data)
            spent[name] = megabytes(path)
    yield Figure(
        "programme-memory", (spent.pop("paper.txt"),), note="a whole Python process, the interpreter counted"
    )
    told = ", ".join(f"{Path(name).suffix} {most:.0f} MB" for name, most in spent.items())
    yield Figure(
        "documents-memory", (max(spent.values()),), note=f"{told}, the reading child process counted"
    )


if __name__ == "__main__":
    sys.exit(answer(measure))
