"""The items of calendar pages as HTML, each drawn once for all pages and days that show it.

A page of a busy month is mostly the same few letters about each of hundreds of items, and after a change all but one of
them stand as before. What is hard is to be stale never: a drawing is kept under all that it depends on (`Shown`), and
its macro in `items.html` is given nothing else.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from jinja2 import Environment
from markupsafe import Markup

from calendars.marks import Category, Status
from calendars.when import When
from scheduler.web.pages.grid import Item, classes_of

KEPT = 4_000
"""How many drawings of each sort are kept, of some hundred bytes each."""


class Shown(NamedTuple):
    """What a page shows of one occurrence. tells_days: its days are told beside its hours."""

    calendar: str
    uid: str
    title: str
    when: When
    location: str | None
    chair: str | None
    attendees: str | None
    category: Category
    status: Status
    is_standing: bool
    is_window: bool
    clashes: tuple[str, ...]
    tells_days: bool

    @classmethod
    def of(cls, item: Item, calendar: str, *, with_days: bool) -> "Shown":
        """What is shown of an item; with_days: what goes on for several days tells them, as a window always does."""
        event, _, when, title, location, status = item.occurrence
        is_window = item.is_window
        return cls(
            calendar,
            event.uid,
            title,
            when,
            location,
            event.chair,
            event.attendees,
            event.category,
            status,
            item.is_standing,
            is_window,
            item.clashes,
            is_window or (with_days and not item.is_of_one_day),
        )

    @property
    def classes(self) -> str:
        """Its kind and state, as the style sheet names them."""
        return classes_of(self.category, self.status, is_window=self.is_window, clashes=bool(self.clashes))


class Drawing:
    """Draws items by the macros of `items.html`."""

    def __init__(self, templates: Environment) -> None:
        macros = templates.get_template("items.html").module
        self._entry, self._line, self._cell = (
            lru_cache(maxsize=KEPT)(getattr(macros, name)) for name in ("entry", "line", "cell")
        )

    def entries(self, items: Iterable[Item], calendar: str, *, with_days: bool = False) -> Markup:
        """Items as the days and the agenda list them, with place and people."""
        return _joined(self._entry, items, calendar, with_days=with_days)

    def lines(self, items: Iterable[Item], calendar: str) -> Markup:
        """Items of one day of the month, a line each."""
        return _joined(self._line, items, calendar)

    def cells(self, items: Iterable[Item], calendar: str) -> Markup:
        """Items of one part of a day of the week's table."""
        return _joined(self._cell, items, calendar)


def _joined(
    draw: Callable[[Shown], str], items: Iterable[Item], calendar: str, *, with_days: bool = False
) -> Markup:
    drawn = (draw(Shown.of(item, calendar, with_days=with_days)) for item in items)
    return Markup("".join(drawn))  # noqa: S704 - the macros have escaped it
