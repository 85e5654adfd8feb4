"""How the arguments of commands are named in usage, help and errors: UID and TIME, MÃ and THỜI_GIAN, as options are.

The library would write {uid} and {to}, the names that the code has for them.
"""

import re
from types import MethodType
from typing import Any

_ENGLISH = {"to": "TIME", "at": "TIME", "message": "ID", "messages": "ID"}
"""By the name in the code, where its capitals would not do."""

_VIETNAMESE = {
    "ADDRESS": "ĐỊA_CHỈ",
    "CHANNEL": "KÊNH",
    "FILE": "TỆP",
    "FOLDER": "THƯ_MỤC",
    "ID": "MÃ",
    "NAME": "TÊN",
    "NUMBER": "SỐ",
    "RELEASE": "ĐỢT",
    "TEXT": "LỜI",
    "TIME": "THỜI_GIAN",
    "UID": "MÃ",
}
"""By the English word; others (URL) are the same in both."""


def name_arguments(command: Any) -> None:
    """Have a command, and those within it, name its arguments so, in English."""
    for param in _arguments(command):
        param.metavar = param.metavar or _ENGLISH.get(param.name) or param.name.upper()
        param.make_metavar = MethodType(_shown, param)
        param.get_error_hint = MethodType(_hint, param)
    for within in getattr(command, "commands", {}).values():
        name_arguments(within)


def name_in_vietnamese(command: Any) -> None:
    """The same in Vietnamese, for one command whose arguments are named."""
    for param in _arguments(command):
        param.metavar = re.sub(r"[A-Z]+", lambda word: _VIETNAMESE.get(word[0], word[0]), param.metavar)


def _arguments(command: Any) -> list[Any]:
    return [param for param in command.params if param.param_type_name == "argument"]


def _shown(param: Any, ctx: Any, *, usage: bool = False) -> str:  # noqa: ARG001 - the library's signature
    several = param.nargs != 1 and not param.metavar.endswith("...")
    name = f"{param.metavar}..." if several else str(param.metavar)
    return f"[{name}]" if usage and not param.required else name


def _hint(param: Any, ctx: Any) -> str:
    return f"'{_shown(param, ctx)}'"
