"""Whole documents of each form with their expected reading beside them, in `tests/documents/programmes`."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from reading_expectations import documents, expectation, what_is_read

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme

SHARED = Path(__file__).parents[4] / "shared" / "programmes"


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_document_is_read_as_expected(path: Path) -> None:
    assert what_is_read(path) == json.loads(expectation(path).read_text("utf-8"))


if SHARED.exists():

    def test_documents_handed_out_are_read_to_the_promised_figures(tmp_path: Path) -> None:
        # The scorer starts a program for each document; all are read here, once, and that program tells what was read.
        for path in SHARED.glob("*.txt"):
            programme = read_programme(decode(path.read_bytes(), path.name))
            (tmp_path / f"{path.name}.json").write_text(json.dumps([programme_to_json(programme)]), "utf-8")
        teller = tmp_path / "tell.py"
        teller.write_text(
            "import pathlib, sys\n"
            "told = pathlib.Path(__file__).with_name(pathlib.Path(sys.argv[1]).name + '.json')\n"
            "sys.stdout.write(told.read_text('utf-8'))\n"
        )
        command = [
            sys.executable,
            str(SHARED / "score.py"),
            "--command",
            f"{sys.executable} -I {teller}",
            str(SHARED),
        ]
        run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=100)
        figures = {line.split(":")[0]: line for line in run.stdout.splitlines()}
        assert float(figures["full"].split("F1")[1]) >= 0.97
        assert float(figures["when"].split("F1")[1]) >= 0.985
        assert "forbidden 0" in run.stdout
