"""What docs/developing.md says of adding a channel or a format is true: its very words are put in, and it works."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
Program = Callable[..., str]
MANUAL = """.TH LICH 1
.SH CHUONG TRINH
HỘI LHPN TỈNH ĐÔNG LĨNH
Số: 12/CTr-BTV
Đông Lĩnh, ngày 27 tháng 11 năm 2026
CHƯƠNG TRÌNH
Công tác tháng 12 năm 2026
1. Hội nghị tổng kết công tác Hội: 8h00 ngày 18/12/2026, tại Hội trường tầng 3.
"""


def examples(title: str) -> list[str]:
    """The pieces of code under a heading of the document."""
    text = (ROOT / "docs" / "developing.md").read_text("utf-8")
    section = text.split(f"## {title}\n")[1].split("\n## ")[0]
    return re.findall(r"(?m)^```(?:python|text)\n([\s\S]*?)^```", section)


def put_in(path: Path, after: str, piece: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(after) == 1
    path.write_text(text.replace(after, after + piece), "utf-8")


@pytest.fixture
def extended(tmp_path: Path) -> Program:
    """The program with both examples added, and nothing else; run in a folder of its own."""
    place = tmp_path / "program"
    for package in ("calendars", "scheduler"):
        shutil.copytree(ROOT / package, place / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "config.toml", place)
    module, name, row = examples("Adding a channel in one file")
    (place / "scheduler" / "channels" / "pager.py").write_text(module, "utf-8")
    put_in(place / "scheduler" / "channel_kinds.py", '    CONSOLE = "console"\n', name)
    table = place / "scheduler" / "channels" / "__init__.py"
    put_in(table, "    ChannelKind.CONSOLE: (ConsoleSettings, ConsoleChannel),\n", row)
    put_in(
        table,
        "from typing import Any\n",
        "from scheduler.channels.pager import PagerChannel, PagerSettings\n",
    )
    module, row = examples("Adding a format in one file")
    (place / "calendars" / "documents" / "troff.py").write_text(module, "utf-8")
    put_in(place / "calendars" / "documents" / "__init__.py", "FORMATS = (\n", row)

    def run(*arguments: str, status: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "scheduler.cli", *arguments],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(place)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout + done.stderr

    return run


def test_a_channel_and_a_format_are_one_file_and_a_row_each(extended: Program, tmp_path: Path) -> None:
    extended("init")
    config = tmp_path / "config.toml"
    text = config.read_text("utf-8").replace('"webhook", "console"]', '"webhook", "pager"]')
    config.write_text(text + '\n[pager]\nfile = "radio.txt"\n', "utf-8")
    (tmp_path / "lich.1").write_text(MANUAL, "utf-8")
    assert "18/12/2026" in extended("read", "lich.1")
    extended("import", "lich.1")
    extended("people", "add", "Trực ban", "--address", "pager=5521", "--follow", "hoi-lhpn")
    (tmp_path / "people.csv").write_text("name,pager,follows\nBảo vệ,7,hoi-lhpn\nSai,x7,hoi-lhpn\n", "utf-8")
    extended("people", "import", "people.csv")
    extended("remind", "--now", "2026-12-17T16:00:30+07:00", status=4)
    radio = (tmp_path / "radio.txt").read_text("utf-8")
    assert re.search(r"(?m)^5521 .*Hội nghị tổng kết", radio)
    assert re.search(r"(?m)^7 ", radio)
    assert "has digits alone" in extended("outbox", "list", "--state", "failed", "--json")
    assert "pager" in extended("test", "pager", "5521")
    assert "pager" in extended("doctor", status=4)
    config.write_text(config.read_text("utf-8").replace("file = ", "flie = "), "utf-8")
    assert "có phải là 'file'?" in extended("list", status=2)
