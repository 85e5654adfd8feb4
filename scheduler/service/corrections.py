"""What a person corrects of an entry that was read: the same in a draft and where it waits.

Words are tidied and bounded as an event's are. What is hard is the time: it is told in words, and means what it would
mean in the entry's document.
"""

from dataclasses import replace
from typing import Any

from calendars.grammar.rule import Context
from calendars.marks import Status
from calendars.programme import Entry, Programme
from calendars.reading.rules.bounds import within
from calendars.when import Repeat, When
from calendars.wording import check_words, tidied
from scheduler.errors import SchedulerError
from scheduler.service.phrases import LONGEST_TYPED, read_phrase


class NoTimeInText(SchedulerError):
    """What was typed for a time says none."""

    exit_status = 2


def time_meant(text: str, programme: Programme) -> tuple[When, Status]:
    """What a time in words means in a document. NoTimeInText where it says none, or several."""
    if len(text) > LONGEST_TYPED:
        raise NoTimeInText(f"a time is told in {LONGEST_TYPED} letters at most, not in {len(text)}")
    context = Context(issued=programme.issued, period=programme.period)
    readings = read_phrase(text, context).readings
    if not readings:
        raise NoTimeInText(f'{text!r} says no time; write one such as "14h00 ngày 24/11/2026"')
    if len(readings) > 1:
        raise NoTimeInText(f'{text!r} says {len(readings)} times; write one such as "14h00 ngày 24/11/2026"')
    when = readings[0].when
    if isinstance(when, Repeat):
        # A standing meeting of a programme recurs within its period, typed or read.
        when = when._replace(recurrence=within(when.recurrence, programme.period))
    return when, readings[0].status


def told_anew(entry: Entry, programme: Programme, when: str | None, **words: str | None) -> Entry:
    """The entry with another time and other words, by name; None leaves one as it is, "" empties a text.

    NoTimeInText; UnusableWords.
    """
    fields: dict[str, Any] = {
        name: tidied(name, text, getattr(entry, name)) for name, text in words.items() if text is not None
    }
    if when is not None:
        fields["when"], fields["status"] = time_meant(when, programme)
    told = replace(entry, **fields)
    check_words(told, entry)
    return told
