"""Every sentence of an error that a clerk may meet has its Vietnamese, and the table holds no others."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from calendars.feed_check import answer_rules, bytes_rules, event_rules, series_rules
from scheduler.sentences import FEED_FAULTS, INSTEAD_OF_VALUES, TABLE, feed_fault, table, vietnamese

ROOT = Path(__file__).parents[2]
TOLD = (
    "AddressNotAllowed",
    "CannotUnderstand",
    "ConfigurationError",
    "DatabaseUnavailable",
    "FileNotFoundError",
    "InvalidPerson",
    "LaterRelease",
    "Stale",
    "NoTimeInText",
    "UnknownDraft",
    "UnreadableDocument",
    "UnreadableList",
    "UnusableWords",
    "UsedLink",
    "Refusal",
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


REASONS = ("Deferred", "Uncertain", "Refused", "Halted", "Drop", "Later", "SmtpTrouble", "_later")


def reasons() -> Iterator[tuple[str, str]]:
    """Where it is said why a message was not sent, and what."""
    for path in sorted((ROOT / "scheduler").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in REASONS:
                for argument in node.args:
                    told = template(argument)
                    if told is not None and re.search(r"[a-z]{3}", told.replace("{}", "")):
                        yield f"{path.relative_to(ROOT)}:{node.lineno}", told


PUT_TOGETHER = {"{} could not be reached{}", "{} {}; the message may have arrived", "webhook {}: {}"}
"""Whose parts stand in the table."""


def test_every_reason_for_not_sending_has_its_vietnamese() -> None:
    assert len(list(reasons())) > 30
    missing = {told: where for where, told in reasons() if vietnamese(told) == told}
    assert set(missing) <= PUT_TOGETHER, "write them into scheduler/sentences.tsv"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("at RCPT TO the mail server said: 450 4.2.0 greylisted",
         "ở bước RCPT TO, máy chủ thư trả lời: 450 4.2.0 greylisted"),
        ("at the login the mail server said: 535 no; check username and password in [email] of config.toml",
         "ở bước đăng nhập, máy chủ thư trả lời: 535 no; kiểm tra username và password trong [email] của config.toml"),
        ("no answer in time at STARTTLS", "không có trả lời kịp lúc ở bước STARTTLS"),
        ("webhook office answered HTTP 410: it has been given up",
         "webhook office trả lời HTTP 410: bên nhận đã ngừng dùng địa chỉ này"),
        ("webhook office answered HTTP 400: bad timestamp", "webhook office trả lời HTTP 400: bad timestamp"),
        ("webhook office: the certificate of a.example is not trusted: self-signed certificate",
         "webhook office: chứng chỉ của a.example không đáng tin: self-signed certificate"),
        ("a.ex is at 10.0.0.1, which is not on the public internet; set allow_private = true if it should be reached",
         "máy a.ex ở địa chỉ 10.0.0.1, không thuộc mạng công cộng; đặt allow_private = true nếu vẫn cần gửi đến"),
        ("Zalo Bot answered 401: Unauthorized; put the bot's present token into [zalo_bot]",
         "Zalo Bot trả lời 401: Unauthorized; ghi mã hiện nay của bot vào [zalo_bot]"),
        ("127.0.0.1 could not be reached in time", "không kết nối kịp với 127.0.0.1"),
        ("zalo_oa: 'x' is no phone number; correct the person's address",
         "zalo_oa: 'x' không phải số điện thoại; sửa lại địa chỉ của người nhận"),
    ],
)  # fmt: skip
def test_reasons_as_they_stand_in_the_outbox_are_told_in_vietnamese(sentence: str, words: str) -> None:
    assert vietnamese(sentence) == words


SAID_BY_THE_PAGES = {"TooManyTries"}
"""The login page has words of its own for it, and nobody else meets it."""


def test_every_error_of_ours_has_its_vietnamese() -> None:
    assert len(list(composed())) > 3
    missing = {told: name for name, told in composed() if vietnamese(told) == told}
    assert set(missing.values()) <= SAID_BY_THE_PAGES, missing


def seen_in_feeds() -> Iterator[tuple[str, str | None]]:
    """Where a check says what it saw in a feed, and its words; None where they cannot be told from the code."""
    for path in sorted((ROOT / "calendars" / "feed_check").glob("*_rules.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Yield)
                and isinstance(node.value, ast.Tuple)
                and len(node.value.elts) == 2
            ):
                told = node.value.elts[1]
                for one in (told.body, told.orelse) if isinstance(told, ast.IfExp) else (told,):
                    yield f"{path.name}:{node.lineno}", template(one)


QUOTED = "bytes_rules.py"
"""Where a line of the feed is shown as it is, without a word of ours."""


def test_every_fault_of_a_feed_has_its_vietnamese() -> None:
    seen = list(seen_in_feeds())
    assert len(seen) > 50
    assert {where.partition(":")[0] for where, told in seen if told is None} == {QUOTED}
    worded = {told for _, told in seen if told and re.search(r"\b[a-z]{2}", told.replace("{}", ""))}
    rules = [
        rule for rules in (bytes_rules, event_rules, series_rules, answer_rules) for rule, _ in rules.CHECKS
    ]
    worded |= {text for rule in rules for text in (rule.clients, rule.advice)}
    assert worded - set(table(FEED_FAULTS)) == set(), "write them into scheduler/feed_faults.tsv"
    assert set(table(FEED_FAULTS)) - worded == INSTEAD_OF_VALUES, "nothing says so any more"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("the line has 80 octets", "dòng dài 80 byte"),
        ("ETag is missing", "ETag: không có"),
        ("UID a stands twice for 20231103", "UID a có hai lần cho 20231103"),
        ("DTEND is in zone X, which has no VTIMEZONE",
         "DTEND theo múi giờ X, mà tệp không có VTIMEZONE cho múi giờ ấy"),
        ("“the last line has no end” has no UID", "“the last line has no end” không có UID"),
        ("RRULE:FREQ=DAILY", "RRULE:FREQ=DAILY"),
    ],
)  # fmt: skip
def test_a_fault_of_a_feed_keeps_what_stands_there(told: str, words: str) -> None:
    assert feed_fault(told) == words


@pytest.mark.parametrize("path", [TABLE, FEED_FAULTS], ids=lambda path: path.name)
def test_no_sentence_stands_twice(path: Path) -> None:
    told = [line.split("\t")[0] for line in path.read_text("utf-8").splitlines()]
    assert len(told) == len(set(told))


@pytest.mark.parametrize("path", [TABLE, FEED_FAULTS], ids=lambda path: path.name)
def test_both_have_as_many_places_for_values(path: Path) -> None:
    uneven = [told for told, words in table(path).items() if told.count("{}") != words.count("{}")]
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
