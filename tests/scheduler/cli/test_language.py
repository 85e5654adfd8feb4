"""Help and errors are Vietnamese unless the configuration or SCHED_LANGUAGE says English."""

from typing import Any

import pytest
from program import Sched
from typer.main import get_command

from scheduler.cli import COMMANDS, app
from scheduler.cli.help import HELP_OPTION, table


@pytest.fixture
def clerk(sched: Sched) -> Sched:
    """The command line without a language in the environment."""
    sched.environment["SCHED_LANGUAGE"] = ""
    return sched


def helps(command: Any, ctx: Any) -> set[str]:
    """Every text of a command's help, and of the commands within it."""
    told = {command.help, command.short_help}
    told |= {getattr(one, "help", None) for one in command.get_params(ctx) if "--help" not in one.opts}
    for within in getattr(command, "commands", {}).values():
        told |= helps(within, ctx)
    return {text.strip() for text in told if text}


def test_every_help_has_its_vietnamese_and_none_is_left_over() -> None:
    root: Any = get_command(app)
    with root.make_context("sched", ["when", "x"]) as ctx:
        told = helps(root, ctx)
        for name in COMMANDS:
            told |= helps(root.get_command(ctx, name), ctx)
    assert told == set(table())


def test_help_is_vietnamese_by_default(clerk: Sched) -> None:
    assert "Những việc trên lịch" in clerk("list", "--help").stdout
    assert HELP_OPTION in clerk("people", "add", "--help").stdout
    shown = clerk("--help").stdout
    assert "Lệnh" in shown
    assert "Chốt một việc." in shown


def test_errors_are_vietnamese_by_default(clerk: Sched) -> None:
    assert "không có tệp này" in clerk("read", "khong-co.pdf", status=3).stderr
    assert "không có việc nào mang mã x" in clerk("show", "x", status=2).stderr
    assert "hãy viết --month 11" in clerk("list", "--month", "77", status=2).stderr
    assert "Không có tuỳ chọn" in clerk("list", "--mont", "11", status=2).stderr


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (["show"], "Thiếu 'MÃ'."),
        (["list", "--json=3"], "Tuỳ chọn '--json' không nhận giá trị."),
        (["list", "--year", "abc"], "Giá trị của '--year' không hợp lệ: 'abc' không phải là số nguyên."),
        (["list", "một"], "Thừa: một"),
        (["people", "khong-co"], "Không có lệnh 'khong-co'."),
        (["--config"], "Tuỳ chọn '--config' cần một giá trị."),
    ],
)
def test_wrong_usage_is_told_in_vietnamese_whole(clerk: Sched, told: list[str], why: str) -> None:
    said = clerk(*told, status=2).stderr
    assert why in " ".join(said.replace("│", " ").split())
    assert "─ Lỗi ─" in said
    assert not any(word in said for word in ("Usage", "Error", "Try ", "[OPTIONS]"))


def test_usage_in_help_is_vietnamese(clerk: Sched) -> None:
    assert "Cách dùng: sched people [TUỲ CHỌN] LỆNH [ĐỐI SỐ]..." in clerk("people", "--help").stdout
    assert "Cách dùng: sched show [TUỲ CHỌN]" in clerk("show", status=2).stderr


def test_broken_configuration_is_told_in_vietnamese(clerk: Sched) -> None:
    clerk.configure("language = ")
    assert "không đúng dạng TOML" in clerk("list", status=2).stderr


def test_english_is_chosen_in_the_configuration(clerk: Sched) -> None:
    clerk.configure('language = "en"\n[calendars.a]\n')
    assert "What is on the calendar" in clerk("list", "--help").stdout
    assert "there is no event x" in clerk("show", "x", status=2).stderr
    wrong = clerk("show", status=2).stderr
    assert "Usage: sched show [OPTIONS]" in wrong
    assert "Missing argument" in wrong


@pytest.mark.parametrize(
    ("arguments", "vietnamese", "english"),
    [
        (("move",), "sched move [TUỲ CHỌN] MÃ THỜI_GIAN...", "sched move [OPTIONS] UID TIME..."),
        (("confirm",), "sched confirm [TUỲ CHỌN] MÃ [THỜI_GIAN...]", "sched confirm [OPTIONS] UID [TIME...]"),
        (
            ("review", "merge"),
            "sched review merge [TUỲ CHỌN] SỐ MÃ",
            "sched review merge [OPTIONS] NUMBER UID",
        ),
        (
            ("import",),
            "sched import [TUỲ CHỌN] TỆP|THƯ_MỤC|URL...",
            "sched import [OPTIONS] FILE|FOLDER|URL...",
        ),
    ],
)
def test_arguments_have_readable_names_in_usage_and_errors(
    clerk: Sched, arguments: tuple[str, ...], vietnamese: str, english: str
) -> None:
    told = clerk(*arguments, status=2).stderr
    assert f"{vietnamese}\n" in told
    assert f"'{vietnamese.split()[len(arguments) + 3].strip('[]')}'" in told
    clerk.environment["SCHED_LANGUAGE"] = "en"
    told = clerk(*arguments, status=2).stderr
    assert f"{english}\n" in told
    assert f"Missing argument '{english.split()[len(arguments) + 2]}'" in told
