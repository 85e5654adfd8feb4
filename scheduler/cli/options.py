"""Options that several commands share, so that they are spelled and explained once."""

from datetime import date, datetime
from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Print JSON alone on standard output.")]
Calendar = Annotated[
    str | None,
    typer.Option("--calendar", metavar="SLUG", help="Which calendar; needed where there are several."),
]
Groups = Annotated[
    list[str] | None,
    typer.Option("--group", metavar="NAME", help="A group that it concerns; may be given several times."),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do it without asking.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would be done and do nothing.")]


def parse_day(text: str) -> date:
    """A day as people type it: 2023-11-24 or 24/11/2023. typer.BadParameter for anything else."""
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    raise typer.BadParameter(f"{text!r} is no day; write 2023-11-24 or 24/11/2023")
