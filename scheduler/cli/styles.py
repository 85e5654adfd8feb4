"""How a row of a table stands out or steps back on a terminal, by what it is about."""

from calendars.marks import Category, Status


def style_of(category: Category, status: Status, doubtful: bool) -> str:
    """The terminal style of a row: doubtful ones stand out, what is not firm or not a meeting steps back."""
    if doubtful:
        return "33"
    if status in (Status.CANCELLED, Status.POSTPONED):
        return "2;9"
    return "2" if category is Category.OBSERVANCE else "3" if status is Status.TENTATIVE else ""
