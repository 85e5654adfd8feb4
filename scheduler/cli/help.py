"""The help of the commands in Vietnamese: `help.tsv`, one text a line by the English that stands beside the code.

It is read when help is asked for and not before, so that a command pays nothing for it. A text that has no Vietnamese
stays English; a test holds the table to the commands.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from scheduler.cli.arguments import name_in_vietnamese

TITLES = {
    "ARGUMENTS_PANEL_TITLE": "Đối số",
    "OPTIONS_PANEL_TITLE": "Tuỳ chọn",
    "COMMANDS_PANEL_TITLE": "Lệnh",
    "REQUIRED_LONG_STRING": "[bắt buộc]",
    "DEFAULT_STRING": "[mặc định: {}]",
    "ERRORS_PANEL_TITLE": "Lỗi",
    "RICH_HELP": "Xem [blue]'{command_path} {help_option}'[/] để biết cách dùng.",
    "ABORTED_TEXT": "Đã dừng.",
}
USAGE = {
    "Usage: ": "Cách dùng: ",
    "[OPTIONS]": "[TUỲ CHỌN]",
    "COMMAND [ARGS]...": "LỆNH [ĐỐI SỐ]...",
}
HELP_OPTION = "Hiện phần giúp đỡ này rồi thoát."


def table() -> dict[str, str]:
    """The Vietnamese of each text."""
    lines = (Path(__file__).parent / "help.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


def speak_vietnamese(command: Any, ctx: Any) -> None:
    """Put a command's help, and that of its options and of the commands within it, into Vietnamese."""
    _put_titles()
    _translate(command, ctx, table())


def speak_of_usage(error: Any, in_words: Callable[[str], str]) -> None:
    """Put a usage error of the command-line library, and the usage told with it, into Vietnamese."""
    _put_titles()
    if error.ctx is not None:
        name_in_vietnamese(error.ctx.command)
    told = error.format_message()
    error.format_message = lambda: in_words(told)
    if error.ctx is not None:
        _tell_usage(error.ctx.command)


def _put_titles() -> None:
    from typer import rich_utils

    for name, title in TITLES.items():
        setattr(rich_utils, name, title)


def _tell_usage(command: Any) -> None:
    usage = type(command).get_usage

    def told(ctx: Any) -> str:
        text = usage(command, ctx)
        for english, words in USAGE.items():
            text = text.replace(english, words, 1)
        return str(text)

    command.get_usage = told


def _translate(command: Any, ctx: Any, words: dict[str, str]) -> None:
    _tell_usage(command)
    name_in_vietnamese(command)
    command.help = words.get((command.help or "").strip(), command.help)
    command.short_help = words.get((command.short_help or "").strip(), command.short_help)
    for parameter in command.get_params(ctx):
        told = getattr(parameter, "help", None)
        if told:
            parameter.help = HELP_OPTION if "--help" in parameter.opts else words.get(told.strip(), told)
    for within in getattr(command, "commands", {}).values():
        _translate(within, ctx, words)
