"""Whole documents of each form with their expected reading beside them, in `tests/documents/programmes`."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from reading_expectations import documents, expectation, what_is_read

SHARED = Path(__file__).parents[4] / "shared" / "programmes"


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_document_is_read_as_expected(path: Path) -> None:
    assert what_is_read(path) == json.loads(expectation(path).read_text("utf-8"))


if SHARED.exists():

    def test_documents_handed_out_are_read_to_the_promised_figures(tmp_path: Path) -> None:
        reader = tmp_path / "read.py"
        reader.write_text(
            "import json, pathlib, sys\n"
            "from calendars.documents.text import decode\n"
            "from calendars.reading import programme_to_json, read_programme\n"
            "path = pathlib.Path(sys.argv[1])\n"
            "print(json.dumps([programme_to_json(read_programme(decode(path.read_bytes(), path.name)))]))\n"
        )
        command = [
            sys.executable,
            str(SHARED / "score.py"),
            "--command",
            f"{sys.executable} {reader}",
            str(SHARED),
        ]
        run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=100)
        figures = {line.split(":")[0]: line for line in run.stdout.splitlines()}
        assert float(figures["full"].split("F1")[1]) >= 0.97
        assert float(figures["when"].split("F1")[1]) >= 0.985
        assert "forbidden 0" in run.stdout
