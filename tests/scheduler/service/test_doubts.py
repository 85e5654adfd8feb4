"""Whatever can be in doubt has its Vietnamese: the code a sentence, or each of its details one in the table."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from calendars.grammar.english import ENGLISH
from calendars.grammar.vetoes import VETOES
from calendars.grammar.vietnamese import VIETNAMESE
from calendars.marks import Issue
from scheduler.sentences import vietnamese
from scheduler.service import doubts
from scheduler.service.doubts import issue_words, passed_over

ROOT = Path(__file__).parents[3]
PASSED_ON = {"code", "body['code']"}
"""Where a code comes from elsewhere in the code, or from the database."""


def issues() -> Iterator[tuple[str, ast.expr]]:
    """Every code of an issue in the programs, with its detail."""
    for package in ("calendars", "scheduler"):
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and len(node.args) >= 2:
                    called = getattr(node.func, "id", getattr(node.func, "attr", ""))
                    if called in ("Issue", "doubt") and ast.unparse(node.args[0]) not in PASSED_ON:
                        yield ast.literal_eval(node.args[0]), node.args[1]


def template(node: ast.expr) -> str | None:
    """A text of the code with "x" where values stand; None where it is made elsewhere."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=values):
            return "".join(str(v.value) if isinstance(v, ast.Constant) else "x" for v in values)
        case _:
            return None


def test_every_doubt_has_its_vietnamese() -> None:
    by_code: dict[str, list[str | None]] = defaultdict(list)
    for code, detail in issues():
        by_code[code].append(template(detail))
    assert len(by_code) > 30
    missing = {
        code: details
        for code, details in by_code.items()
        if code not in doubts.BY_CODE
        and code not in MADE_ELSEWHERE
        and any(detail is None or vietnamese(detail) == detail for detail in details)
    }
    assert missing == {}, "write them into doubts.py, or their details into sentences.tsv"


def test_every_reason_why_something_is_no_time_has_its_vietnamese() -> None:
    masks = [rule for spoken in (VIETNAMESE, ENGLISH) for rule in (*spoken.masks, *spoken.cased)]
    reasons = {str(rule.kind) for rule in masks}
    reasons |= {veto.reason for veto in VETOES}
    for path in sorted((ROOT / "calendars").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("NoTime", "Ignored"):
                told = template(node.args[1])
                reasons |= {told} if told else set()
    assert reasons == set(doubts.PASSED_OVER)
    assert passed_over("citation", "vi") == "văn bản được viện dẫn"
    assert passed_over("citation", "en") == "citation"


MADE_ELSEWHERE = {"same-uid", "many-missing", "asked-before"}
"""Whose details are put together before they are told; they are tried below."""


@pytest.mark.parametrize(
    ("code", "detail", "words"),
    [
        ("same-uid", "2 events have the UID a@b; the one of highest SEQUENCE is kept",
         "có 2 việc cùng mã UID a@b; giữ việc có SEQUENCE cao nhất"),
        ("asked-before", "3 of its events wait for review since an earlier import, or were rejected",
         "3 việc của lịch này đang chờ duyệt từ lần nhập trước, hoặc đã bị bỏ"),
        ("many-missing",
         ("4 of the 7 coming events that this calendar brought before are no longer in it; "
          "they stay until somebody says that they are cancelled"),
         ("4 trong 7 việc sắp tới mà lịch này từng nêu không còn trong đó; "
          "chúng được giữ đến khi có người cho là đã hủy")),
        ("unknown-zone",
         "its zone 'Mars/Olympus' is not known and not in the file; its hours are taken for the office's own",
         "không biết múi giờ 'Mars/Olympus' và tệp không nêu múi giờ ấy; giờ được lấy theo giờ của cơ quan"),
        ("unknown-zone",
         "the calendar's zone 'Mars/Olympus' is not known; hours without a zone are taken for the office's own",
         "không biết múi giờ 'Mars/Olympus' mà lịch này nêu; giờ không kèm múi giờ được lấy theo giờ của cơ quan"),
        ("weekday-conflict", "2023-11-24 is a FR, the text says TH; the date was kept", "Thứ và ngày không khớp nhau."),
    ],
)  # fmt: skip
def test_a_doubt_is_told_in_the_language_asked_for(code: str, detail: str, words: str) -> None:
    assert issue_words(Issue(code, detail), "vi") == words
    assert issue_words(Issue(code, detail), "en") == detail


def test_what_the_weekday_contradicts_is_told_with_both() -> None:
    said = vietnamese("2023-11-24 is a FR, the text says TH (which fits 2023-11-23); the date was kept")
    assert said == "ngày 2023-11-24 là thứ Sáu, văn bản ghi thứ Năm (khớp với 2023-11-23); giữ theo ngày"
