"""Secrets are taken out of texts, by value, by how mail programs write them, and by the form of our own tokens."""

import json
import logging
import os
import sys
from base64 import b64encode
from pathlib import Path

import pytest

from scheduler.channels.email import EmailSettings
from scheduler.channels.webhook import WebhookSettings
from scheduler.cli.log import set_up_log
from scheduler.redaction import Redactor, secrets_in
from scheduler.settings import LogForm

PASSWORD = "mật-khẩu+/thư 9"
TOKEN = "Zx8_" + "q" * 28


@pytest.mark.parametrize(
    "text",
    [
        f"535 wrong: {PASSWORD}",
        f"535 wrong: {b64encode(PASSWORD.encode()).decode()}",
        "https://example.org/?key=m%E1%BA%ADt-kh%E1%BA%A9u%2B%2Fth%C6%B0%209",
    ],
)
def test_a_known_secret_is_taken_out_however_it_is_written(text: str) -> None:
    cleaned = Redactor([PASSWORD])(text)
    assert cleaned.endswith("***")
    assert PASSWORD not in cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("postgresql://sched:p%40ss@db.example/sched", "postgresql://sched:***@db.example/sched"),
        (f"GET /f/{TOKEN}.ics HTTP/1.1", "GET /f/***.ics HTTP/1.1"),
        (f"http://127.0.0.1:8000/first/{TOKEN}", "http://127.0.0.1:8000/first/***"),
        (f"https://lich.example/stop/{TOKEN}", "https://lich.example/stop/***"),
        (f"Authorization: Bearer sched_{TOKEN}", "Authorization: Bearer ***"),
        ("GET /feeds/hoi-lhpn.ics 200", "GET /feeds/hoi-lhpn.ics 200"),
        ("sqlite:////var/lib/sched/sched.db", "sqlite:////var/lib/sched/sched.db"),
        ("tại http://127.0.0.1:8000/, chiều 14:00@phòng", "tại http://127.0.0.1:8000/, chiều 14:00@phòng"),
    ],
)
def test_what_has_the_form_of_a_secret_is_taken_out_and_nothing_else(text: str, cleaned: str) -> None:
    assert Redactor()(text) == cleaned


def test_the_longer_of_two_secrets_goes_first() -> None:
    assert Redactor(["abcd", "abcdefgh"])("abcdefgh abcd") == "*** ***"


def test_a_secret_of_three_letters_does_not_take_words_apart() -> None:
    assert Redactor(["thu", ""])("thứ năm, thu") == "thứ năm, thu"


def test_a_channel_s_settings_name_their_secrets() -> None:
    email = EmailSettings(
        host="h", port=1, security="none", username="vp", password=PASSWORD, sender="a@example.org"
    )
    login = b64encode(f"\0vp\0{PASSWORD}".encode()).decode()
    assert {PASSWORD, login} <= secrets_in(email)
    hook = WebhookSettings(
        url="https://example.org/x", secret="whsec_abcdefgh", headers={"Authorization": "Bearer s3cret-word"}
    )
    assert {"whsec_abcdefgh", "Bearer s3cret-word", "s3cret-word"} <= secrets_in({"office": hook})


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> logging.Logger:
    """The root of all logs, as it was again afterwards."""
    found = logging.getLogger()
    monkeypatch.setattr(found, "handlers", [])
    monkeypatch.setattr(found, "level", found.level)
    return found


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize("form", list(LogForm))
def test_no_line_of_the_log_holds_a_secret_not_even_a_traceback(
    form: LogForm, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_log(form, Redactor([PASSWORD]))
    log = logging.getLogger("web.reader")
    log.info("a reader asks for /f/%s.ics", TOKEN)
    try:
        raise ValueError(f"login with {PASSWORD} failed at postgresql://u:{TOKEN}@h/d")
    except ValueError:
        log.exception("the feed of %s could not be rendered", "hoi")
    written = capsys.readouterr().err
    assert PASSWORD not in written
    assert TOKEN not in written
    assert "ValueError: login with *** failed" in written
    if form is LogForm.JSON:
        first, second = (json.loads(line) for line in written.splitlines())
        assert (first["level"], first["part"], first["message"]) == (
            "info",
            "web.reader",
            "a reader asks for /f/***.ics",
        )
        assert second["fault"].startswith("Traceback")
    else:
        assert "INFO web.reader: a reader asks for /f/***.ics" in written.splitlines()[0]


@pytest.mark.parametrize("form", list(LogForm))
def test_the_journal_is_told_how_grave_each_line_is(
    form: LogForm, root: logging.Logger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "journal").open("w+", encoding="utf-8") as journal:
        there = os.fstat(journal.fileno())
        monkeypatch.setattr(sys, "stderr", journal)
        monkeypatch.setenv("JOURNAL_STREAM", f"{there.st_dev}:{there.st_ino}")
        set_up_log(form, Redactor())
        root.info("sent")
        root.warning("not sent")
        try:
            raise ValueError
        except ValueError:
            root.exception("broken")
        monkeypatch.setenv("JOURNAL_STREAM", "8:1")  # a file that the unit's output was turned to
        set_up_log(form, Redactor())
        root.warning("elsewhere")
        journal.seek(0)
        *lines, last = journal.read().splitlines()
    assert [line[:3] for line in lines] == ["<6>", "<4>", *["<3>"] * (len(lines) - 2)]
    assert form is LogForm.JSON or len(lines) > 4, "each line of a traceback is one of the journal's"
    assert not last.startswith("<")
