"""Documents with what they are expected to say beside them: `NAME.txt` or `NAME.md` and `NAME.expected.json`.

Run as a program it writes the expectations anew from what is read now; a person then reviews the difference.
"""

import json
from pathlib import Path
from typing import Any

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme

FOLDER = Path(__file__).parents[1] / "documents" / "programmes"


def documents() -> list[Path]:
    """The documents of the folder, by name."""
    return sorted(path for path in FOLDER.iterdir() if path.suffix in (".txt", ".md"))


def what_is_read(path: Path) -> dict[str, Any]:
    """What is read from a document, without what changes with every tuning: its hash and the confidences."""
    body = programme_to_json(read_programme(decode(path.read_bytes(), path.name)))
    for entry in body["entries"]:
        entry["lines"] = [passage["line"] for passage in entry.pop("evidence")]
        del entry["confidence"]
    return {name: body[name] for name in ("programme", "entries", "issues")}


def expectation(path: Path) -> Path:
    """The file that says what is expected of a document."""
    return path.with_suffix(".expected.json")


def write_expectations() -> None:
    """Write all expectations anew."""
    for path in documents():
        text = json.dumps(what_is_read(path), ensure_ascii=False, indent=1)
        expectation(path).write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    write_expectations()
