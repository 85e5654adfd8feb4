"""What a few typed words make of an event's time: "9h00" is a new hour on the same days, a day alone keeps the hour.

What is hard is what they leave out: it is taken from the time that stands, and where nothing stands the words are
refused, for a meeting must not lose its days by a word about its hour. Reading words is `grammar`'s work, and making
the change `by_hand`'s.
"""

from datetime import date

from calendars.events import Event, time_of
from calendars.when import Day, Repeat, Span, Undated, When, Window, with_hours


def new_time(event: Event, told: When, day: date | None = None) -> When:
    """The time of the event, or of its one `day`, after words that say `told`.

    Undated where the words say that the time will be told. ValueError where they leave open what nobody has said, or
    say of a whole standing meeting what can be true of one day only.
    """
    if isinstance(told, Undated) and not told.hours:
        return told
    known = event.when if day is None else time_of(event, day) or Day(day, event.when.hours)
    if isinstance(told, Undated):
        if isinstance(known, Undated):
            raise ValueError(f"{event.title!r} has no day yet; write it like 8h00 ngày 26/11/2026")
        return with_hours(_from_now_on(known), told.hours)
    if isinstance(known, Repeat) and not isinstance(told, Repeat):
        raise ValueError(
            f"{event.title!r} is a standing meeting; say with --day which of its days moves, or its new rhythm"
        )
    if day is not None and isinstance(told, Repeat):
        raise ValueError(f"one day of {event.title!r} cannot become a standing meeting")
    return told if told.hours or _lasts(known) or _lasts(told) else with_hours(told, known.hours)


def _from_now_on(known: When) -> When:
    """A repeat without its first day, which is the one on which it changes."""
    return (
        known._replace(recurrence=known.recurrence._replace(first=None))
        if isinstance(known, Repeat)
        else known
    )


def _lasts(when: When) -> bool:
    """Whether its hours are those of its beginning and its end, or of no certain day."""
    return isinstance(when, Window) or (isinstance(when, Span) and not when.daily)
