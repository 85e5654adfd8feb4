"""The words that a feed adds to an event, in Vietnamese or English, and text made fit for iCalendar.

No client shows "the hour is not known", so it has to be said in words: in the title what all must see, in the
description the rest, down to the document and the passage.
"""

import re
import unicodedata
from datetime import date, time

from calendars.events import Event, Origin
from calendars.ical.words import Words
from calendars.marks import Category, Passage
from calendars.times import DayPart
from calendars.when import Hours, Span, When, Window, clock_text

LONGEST_PASSAGE = 400
"""Characters of a passage that a description quotes; the whole stands in the document."""
WHOLE_DAY = Hours(part=DayPart.ALL_DAY)
"""Said of each day of a span, it says no more than the days: a month of action is one bar, not a series."""


_SPACES = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\v\f\x85]")

# All of Unicode's categories Cc and Cs but tab and line feed; both are closed for ever (Unicode Standard, table 4-4).
_UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def clean(text: str) -> str:
    r"""Text as rules 2.5 to 2.7 want it: composed (NFC), without control characters, line breaks as `\n` alone.

    Runs of blanks become one and lines are trimmed, for a long run would fold into a line of nothing but blanks, which
    iCloud refuses (rule 2.6).
    """
    lined = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text))
    plain = _UNFIT.sub("", lined)
    lines = [_SPACES.sub(" ", line).strip() for line in plain.split("\n")]
    return "\n".join(lines).strip("\n")


def clean_line(text: str) -> str:
    """`clean`, on one line."""
    return clean(text).replace("\n", " ")


def day_text(day: date) -> str:
    """The day as Vietnamese offices write it: 24/11/2023."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def deadline_title(title: str, words: Words) -> str:
    """The title with the word that makes it a deadline, unless it begins with it."""
    if title.casefold().startswith(words.deadline_begins):
        return title
    return f"{words.deadline} {title}"


def time_line(when: When, category: Category, words: Words) -> str | None:
    """What must be said of the time because a client cannot show it; None where the drawing says all."""
    hours = when.hours
    match when:
        case Window(first=first, last=last) if first != last:
            said = words.window.format(first=day_text(first), last=day_text(last))
            part = _hours_text(hours, words)
            return f"{said} ({part})" if part else said
        case Span(first=first, last=None):
            return words.last_open.format(first=_moment(first, hours.start, hours.part, words))
        case Span(first=first, last=date() as last, daily=False) if (
            hours and hours != WHOLE_DAY and first != last
        ):
            return words.span.format(
                first=_moment(first, hours.start, hours.part, words),
                last=_moment(last, hours.end, hours.end_part, words),
            )
    if hours.start is None and hours.end is not None:
        clock = clock_text(hours.end)
        return (words.by_clock if category is Category.DEADLINE else words.until_clock).format(clock=clock)
    if hours.start is None and hours.part not in (None, DayPart.ALL_DAY):
        return words.part_only.format(part=words.parts[hours.part])
    if hours.start is not None and hours.end is None and category is Category.MEETING:
        return words.end_open.format(clock=clock_text(hours.start))
    return None


def _hours_text(hours: Hours, words: Words) -> str:
    if hours.start is None:
        return words.parts[hours.part] if hours.part else ""
    return "–".join(filter(None, (clock_text(hours.start), clock_text(hours.end))))


def _moment(day: date, clock: time | None, part: DayPart | None, words: Words) -> str:
    if clock is None and part is None:
        return day_text(day)
    hour = clock_text(clock) if clock else words.parts[part or DayPart.ALL_DAY]
    return words.moment.format(hour=hour, day=day_text(day))


def description(event: Event, time_said: str | None, words: Words) -> list[str]:
    """The lines of a description: what is said of the time, who, the note, the document and its passages."""
    lines = [
        time_said,
        event.chair and words.chair.format(text=event.chair),
        event.attendees and words.attendees.format(text=event.attendees),
        event.prepared_by and words.prepared_by.format(text=event.prepared_by),
        event.note,
        *_source_lines(event.origin, event.title, words),
    ]
    return [line for line in lines if line]


def _excerpt(text: str, title: str) -> str:
    """The text, or of a long one the part in which the title stands: one paragraph may announce five days."""
    if len(text) <= LONGEST_PASSAGE:
        return text
    place = max(0, text.casefold().find(title.casefold()))
    begin = max(0, min(place - LONGEST_PASSAGE // 4, len(text) - LONGEST_PASSAGE))
    end = begin + LONGEST_PASSAGE
    return "…" * (begin > 0) + text[begin:end].strip() + "…" * (end < len(text))


def _source_lines(origin: Origin, title: str, words: Words) -> list[str]:
    if origin.document is None and origin.hand is not None:
        # Who typed it is not the public's business (rule 5.6).
        return [words.by_hand]
    issued = words.issued.format(day=day_text(origin.issued)) if origin.issued else None
    named = ", ".join(filter(None, (origin.number, origin.issuer, issued, origin.name)))
    lines = [words.source.format(text=named)] if named else []
    return lines + [_passage_line(passage, title, words) for passage in origin.passages]


def _passage_line(passage: Passage, title: str, words: Words) -> str:
    text = _excerpt(clean_line(passage.text), clean_line(title))
    places = [
        words.page.format(number=passage.page) if passage.page is not None else None,
        words.line.format(number=passage.line)
        if passage.cell is None
        else words.cell.format(name=passage.cell),
    ]
    return words.passage.format(text=text, place=f" ({', '.join(filter(None, places))})")
