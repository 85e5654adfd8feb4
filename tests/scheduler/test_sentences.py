"""Every sentence of an error that a clerk may meet has its Vietnamese, and the table holds no others."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from calendars.documents import read_documents
from calendars.errors import UnreadableDocument
from calendars.feed_check import answer_rules, bytes_rules, event_rules, identity_rules, series_rules
from scheduler.sentences import FEED_FAULTS, INSTEAD_OF_VALUES, TABLE, feed_fault, table, vietnamese
from scheduler.service.doubts import issue_words

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


def said(node: ast.expr, module: ast.Module) -> list[str | None]:
    """The texts that an argument may be: itself, a constant of its module, or each of a table that it is taken from.

    None for a text that is put together elsewhere.
    """
    if isinstance(node, ast.IfExp):
        return said(node.body, module) + said(node.orelse, module)
    if not isinstance(node, ast.Name):
        return [template(node)]
    for one in ast.walk(module):
        match one:
            case ast.Assign(targets=[ast.Name(id=node.id)], value=value) if template(value):
                return [template(value)]
            case ast.For(target=ast.Tuple(elts=names), iter=ast.Name(id=table_name)) if any(
                isinstance(name, ast.Name) and name.id == node.id for name in names
            ):
                [rows] = [
                    row.value
                    for row in module.body
                    if isinstance(row, ast.Assign) and ast.unparse(row.targets[0]) == table_name
                ]
                texts = [one.value for one in ast.walk(rows) if isinstance(one, ast.Constant)]
                return [text for text in texts if isinstance(text, str)]
    return [None]


def refused(package: str) -> Iterator[tuple[str, str | None]]:
    """Where a sentence is raised or made to be raised, and the sentence."""
    for path in sorted((ROOT / package).rglob("*.py")):
        module = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(module):
            if not isinstance(node, ast.Call):
                continue
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in TOLD and node.args:
                for told in said(node.args[-1], module):
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", told


def raised() -> Iterator[tuple[str, str]]:
    """Where a sentence is raised, and the sentence."""
    for package in ("calendars", "scheduler"):
        for where, told in refused(package):
            if told is not None and re.search(r"[a-z]", told.replace("{}", "")):
                yield where, told


def faults_of_databases() -> Iterator[str]:
    """What each database driver's errors become."""
    for driver in ("sqlite", "postgres"):
        for node in ast.walk(ast.parse((ROOT / "scheduler" / f"{driver}.py").read_text("utf-8"))):
            match node:
                case ast.AnnAssign(target=ast.Name(id="_SENTENCES"), value=ast.Tuple(elts=rows)):
                    yield from (str(template(row.elts[1])) for row in rows if isinstance(row, ast.Tuple))
                case ast.Assign(targets=[ast.Name(id="_SENTENCES")], value=ast.Tuple(elts=rows)):
                    yield from (str(template(row.elts[1])) for row in rows if isinstance(row, ast.Tuple))
                case ast.FunctionDef(name="sentence"):
                    yield from (
                        told
                        for one in ast.walk(node)
                        if isinstance(one, ast.Return) and one.value is not None
                        if (told := template(one.value)) and " " in told
                    )


def test_every_fault_of_a_database_has_its_vietnamese() -> None:
    told = [f"sqlite:////srv/sched.db: {fault}" for fault in faults_of_databases()]
    assert len(told) > 12
    assert [one for one in told if vietnamese(one) == one] == []


OF_THE_CONFIGURATION = "scheduler/config.py"
"""Its sentences begin with the file and the key, which `_error` puts before what is raised."""


def test_every_sentence_has_its_vietnamese() -> None:
    missing = {
        told: where
        for where, told in raised()
        if vietnamese(told) == told and not where.startswith(OF_THE_CONFIGURATION)
    }
    assert missing == {}, "write them into scheduler/sentences.tsv"


PARSERS = {"telling_config.py", "rules.py", "notices.py", "mailbox.py", "directory.py", "people_lists.py"}
"""Modules that turn down what somebody wrote, in the configuration or of a person."""


def choices() -> Iterator[tuple[str, str]]:
    """Where a value of the configuration is refused, and the sentence as it is read."""
    for where, told in raised():
        if where.startswith(OF_THE_CONFIGURATION):
            yield where, told if told.startswith("{}: ") else f"config.toml: email.host {told}"
    for path in sorted((ROOT / "scheduler").rglob("*.py")):
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            checks = isinstance(function, ast.FunctionDef) and function.name in ("check", "__post_init__")
            if checks or path.name in PARSERS:
                for node in ast.walk(function):
                    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "ValueError":
                        raised_here = template(node.args[0])
                        assert raised_here is not None
                        yield (
                            f"{path.relative_to(ROOT)}:{node.lineno}",
                            f"config.toml: keeping{' ' if path.name == 'settings.py' else ': '}{raised_here}",
                        )


def test_every_choice_that_cannot_be_used_is_told_in_vietnamese() -> None:
    assert len(set(choices())) > 25
    missing = {told: where for where, told in choices() if vietnamese(told) == told}
    assert missing == {}, "write them into scheduler/sentences.tsv"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("config.toml: databse is not a known key; did you mean 'database'?",
         "config.toml: databse không phải khoá đã biết; có phải là 'database'?"),
        ("config.toml: web.port must be a whole number, not 'x'",
         "config.toml: web.port phải là một số nguyên, không phải 'x'"),
        ("config.toml: web port must be from 0 to 65535, not 70000",
         "config.toml: web port phải từ 0 đến 65535, không phải 70000"),
        ("config.toml: digests: an hour is written like \"16:00\", not '7'",
         "config.toml: digests: giờ viết như \"16:00\", không phải '7'"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_the_configuration_names_the_key(sentence: str, words: str) -> None:
    assert vietnamese(sentence) == words


PASSED_ON = {"calendars/documents/format.py", "calendars/documents/worker.py"}
"""Where the reader of a format hands on what another place has said."""


def test_every_sentence_of_a_refused_upload_is_known_where_it_is_written() -> None:
    hidden = {where for where, told in refused("calendars/documents") if told is None}
    assert {where.partition(":")[0] for where in hidden} <= PASSED_ON


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Rar!\x1a\x07" + bytes(200), "tệp nén .rar; hãy giải nén rồi nhập các tệp bên trong"),
        (
            b"\x7fELF" + bytes(200),
            "không phải văn bản; đừng mở nếu không biết rõ tệp từ đâu tới",
        ),
        (b"PK\x03\x04 cut", "tệp hỏng, có lẽ bị cắt giữa đường; hãy xin gửi lại"),
    ],
)
def test_what_a_clerk_reads_of_a_refused_upload_is_vietnamese(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        read_documents(data, "tệp")
    assert vietnamese(refusal.value.reason).endswith(reason)


REMARK = re.compile(r"[A-Z{][^\n]* [^\n]*(?:\.|: \{\})")


def remarks() -> Iterator[tuple[str, str]]:
    """What the readers of formats remark about a document they could read: sentences that are raised nowhere."""
    for path in sorted((ROOT / "calendars" / "documents").glob("*.py")):
        module = ast.parse(path.read_text("utf-8"))
        prose = {id(one.value) for one in ast.walk(module) if isinstance(one, ast.Expr)}
        for node in ast.walk(module):
            if isinstance(node, ast.expr) and id(node) not in prose:
                told = template(node)
                if told is not None and REMARK.fullmatch(told) and len(told.split()) > 3:
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", told


def test_every_remark_on_a_document_has_its_vietnamese() -> None:
    assert len(list(remarks())) > 6
    missing = {told: where for where, told in remarks() if vietnamese(told) == told}
    assert missing == {}, "write them into scheduler/sentences.tsv"


def doubts() -> Iterator[tuple[str, str]]:
    """The code of each doubt about what a document says, and its words."""
    for room in ("grammar", "layouts", "reading"):
        for path in sorted((ROOT / "calendars" / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if (
                    isinstance(node, ast.Call)
                    and getattr(node.func, "id", "") == "Issue"
                    and len(node.args) > 1
                ):
                    code, detail = (template(argument) for argument in node.args[:2])
                    if code is not None and detail is not None:
                        yield code, detail


def test_every_doubt_about_a_document_is_told_in_vietnamese() -> None:
    assert len(list(doubts())) > 10
    assert [issue for issue in doubts() if issue_words(": ".join(issue), "vi") == issue[1]] == []


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
        rule
        for rules in (bytes_rules, identity_rules, event_rules, series_rules, answer_rules)
        for rule, _ in rules.CHECKS
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
