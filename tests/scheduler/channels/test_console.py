import io
from datetime import timedelta

import pytest
from doubles.messages import NOW, a_message

from calendars.times import VIETNAM
from scheduler.attempts import Deferred, Delivered
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Surroundings
from scheduler.channels.console import ConsoleChannel, ConsoleSettings

MESSAGE = a_message(ChannelKind.CONSOLE, "văn thư")


def test_message_is_printed_in_a_frame() -> None:
    printed = io.StringIO()
    channel = ConsoleChannel(ConsoleSettings(), Surroundings(), printed)
    assert channel.send(MESSAGE, now=NOW.astimezone(VIETNAM)) == Delivered()
    channel.close()
    heading, *lines, end = printed.getvalue().splitlines()
    assert heading.startswith("┌── 09:00 21/11/2026 → Nguyễn Thị Lan ─")
    assert lines == [f"│ {MESSAGE.subject}", "│", *(f"│ {line}" for line in MESSAGE.text.splitlines())]
    assert end == "└" + "─" * 78


def test_messages_are_printed_where_the_program_prints(capsys: pytest.CaptureFixture[str]) -> None:
    ConsoleChannel(ConsoleSettings(), Surroundings()).send(MESSAGE, now=NOW + timedelta(hours=1))
    assert MESSAGE.subject in capsys.readouterr().out


def test_closed_console_is_deferred() -> None:
    closed = io.StringIO()
    closed.close()
    assert type(ConsoleChannel(ConsoleSettings(), Surroundings(), closed).send(MESSAGE, now=NOW)) is Deferred
