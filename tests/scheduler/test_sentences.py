"""Every sentence of an error that a clerk may meet has its Vietnamese, and the table holds no others."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from scheduler.sentences import TABLE, table, vietnamese

ROOT = Path(__file__).parents[2]
TOLD = (
    "AddressNotAllowed",
    "CannotUnderstand",
    "ConfigurationError",
    "DatabaseUnavailable",
    "FileNotFoundError",
    "LaterRelease",
    "Stale",
    "UnreadableDocument",
    "UsedLink",
    "_error",
    "refused",
    "BadParameter",
)
"""What is raised to be read by a person at the command line or on the import page."""


def template(node: ast.expr) -> str | None:
    """A text of the code with {} where values stand; None where it is no text."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=values):
            return "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in values)
        case _:
            return None


def raised() -> Iterator[tuple[str, str]]:
    """Where a sentence is raised, and the sentence."""
    for package in ("calendars", "scheduler"):
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                    called = node.exc.func
                    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                    if name in TOLD and node.exc.args:
                        told = template(node.exc.args[-1])
                        if told is not None and re.search(r"[a-z]", told.replace("{}", "")):
                            yield f"{path.relative_to(ROOT)}:{node.lineno}", told


def test_every_sentence_has_its_vietnamese() -> None:
    missing = {told: where for where, told in raised() if vietnamese(told) == told}
    assert missing == {}, "write them into scheduler/sentences.tsv"


def composed() -> Iterator[tuple[str, str]]:
    """Where an error of ours makes its sentence itself, and the sentence."""
    for path in sorted((ROOT / "scheduler").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            bases = [base.id for base in getattr(node, "bases", ()) if isinstance(base, ast.Name)]
            if "SchedulerError" not in bases or not isinstance(node, ast.ClassDef):
                continue
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and ast.unparse(call.func) == "super().__init__" and call.args:
                    told = template(call.args[0])
                    if told is not None:
                        yield node.name, told


SAID_BY_THE_PAGES = {"TooManyTries"}
"""The login page has words of its own for it, and nobody else meets it."""


def test_every_error_of_ours_has_its_vietnamese() -> None:
    assert len(list(composed())) > 3
    missing = {told: name for name, told in composed() if vietnamese(told) == told}
    assert set(missing.values()) <= SAID_BY_THE_PAGES, missing


def test_no_sentence_stands_twice() -> None:
    told = [line.split("\t")[0] for line in TABLE.read_text("utf-8").splitlines()]
    assert len(told) == len(set(told))


def test_both_have_as_many_places_for_values() -> None:
    uneven = [told for told, words in table().items() if told.count("{}") != words.count("{}")]
    assert uneven == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("there is no release 7; `sched changes` shows those there are",
         "không có đợt thay đổi số 7; xem các đợt bằng `sched changes`"),
        ("giay-moi.pdf: the file is empty; ask for it to be sent again",
         "giay-moi.pdf: tệp rỗng; hãy xin gửi lại"),
        ("release 3 cannot be undone: release 4 has changed 'Họp' since; undo that one first",
         "không hoàn tác được đợt 3: đợt 4 đã sửa 'Họp' sau đó; hãy hoàn tác đợt ấy trước"),
        ("what nobody has thought of", "what nobody has thought of"),
    ],
)  # fmt: skip
def test_values_stay_and_sentences_within_are_told_as_well(sentence: str, words: str) -> None:
    assert vietnamese(sentence) == words
