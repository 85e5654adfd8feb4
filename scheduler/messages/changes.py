"""What a change notice says: all that a release changes for somebody, old and new, in one message.

Of very many changes the message names some and counts the rest, so that it stays within what a mailbox, a webhook or a
chat takes; what does not take place is named before what does.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from calendars.marks import Category, Status
from calendars.phrasing import phrase
from calendars.when import Undated, When, extent, when_from_json, when_to_json
from scheduler.messages.content import LONGEST_SUBJECT, Content, Line, cut, one_line
from scheduler.messages.wording import WORDS, Words

MOST_LISTED = 12
"""So many changes are told in full, with a calendar object each in a mail; a webhook's body then stays below 20 kB."""

GONE = ("cancelled", "removed")
"""The kinds of change after which there is nothing to go to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSaid:
    """One change as its followers are told; kind: a key of `Words.change_kinds`.

    before, after: the old and the new time, None where it did not or does not take place; places and statuses likewise.
    event, calendar, day: what it is about (day: of a series, its recurrence-id), so that it can be looked at again
    before it is told. perhaps_told: the person may know of it already, from a message of which no answer came.
    """

    kind: str
    title: str
    category: Category = Category.MEETING
    before: When | None = None
    after: When | None = None
    old_status: Status = Status.CONFIRMED
    status: Status = Status.CONFIRMED
    old_place: str | None = None
    place: str | None = None
    event: str = ""
    calendar: str = ""
    day: date | None = None
    perhaps_told: bool = False

    @property
    def about(self) -> tuple[str, str, date | None]:
        """What it is about: the same for all changes of one event, or of one day of a series."""
        return self.calendar, self.event, self.day

    @property
    def is_gone(self) -> bool:
        """Whether there is nothing to go to any more."""
        return self.kind in GONE

    def to_json(self) -> dict[str, Any]:
        """The change as the outbox keeps it until it is told."""
        body = {
            "kind": self.kind,
            "event": self.event,
            "calendar": self.calendar,
            "day": self.day.isoformat() if self.day else None,
            "title": self.title,
            "category": self.category,
            "before": when_to_json(self.before) if self.before else None,
            "after": when_to_json(self.after) if self.after else None,
            "old_status": self.old_status,
            "status": self.status,
            "old_place": self.old_place,
            "place": self.place,
        }
        return body | {"perhaps_told": True} if self.perhaps_told else body

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> "ChangeSaid":
        """The change that `to_json` wrote, now or when it kept less."""
        day = body.get("day")
        return cls(
            kind=body["kind"],
            title=body["title"],
            category=Category(body["category"]),
            before=when_from_json(body["before"]) if body["before"] else None,
            after=when_from_json(body["after"]) if body["after"] else None,
            old_status=Status(body.get("old_status", Status.CONFIRMED)),
            status=Status(body["status"]),
            old_place=body["old_place"],
            place=body["place"],
            event=body.get("event", ""),
            calendar=body.get("calendar", ""),
            day=date.fromisoformat(day) if day else None,
            perhaps_told=body.get("perhaps_told", False),
        )


def notice_body(changes: Sequence[ChangeSaid], document: str) -> dict[str, Any]:
    """A change notice as the outbox keeps it until it is told; document: as it is cited, "" for none."""
    return {"document": document, "changes": [change.to_json() for change in changes]}


def changes_in(body: Mapping[str, Any]) -> list[ChangeSaid]:
    """The changes of a notice that the outbox kept."""
    # A notice kept before there was more to remember names its event beside the change, and only where it has one.
    about = {key: body[key] for key in ("event", "calendar", "day") if key in body}
    return [ChangeSaid.from_json({**about, **change}) for change in body["changes"]]


def listed(changes: Sequence[ChangeSaid]) -> list[ChangeSaid]:
    """Those that are told in full, in order; of too many those that take something away, then the first in time."""
    if len(changes) <= MOST_LISTED:
        return list(changes)
    return sorted(changes, key=lambda change: (not change.is_gone, _first_day(change)))[:MOST_LISTED]


def _first_day(change: ChangeSaid) -> date:
    spans = [extent(when) for when in (change.before, change.after) if when is not None]
    return min((span.first for span in spans if span is not None), default=date.max)


def change_content(
    changes: Sequence[ChangeSaid],
    *,
    document: str = "",
    language: str = "vi",
    calendar_link: Callable[[str], str] | None = None,
) -> Content:
    """One message of all that a release changes for somebody: old and new.

    calendar_link: the address of a calendar's page, where what is not listed can be seen.
    """
    words = WORDS[language]
    count, told = len(changes), listed(changes)
    rest = [change for change in changes if change not in told]
    if count > 1:
        told = [_in_a_list(change) for change in told]
    if count == 1:
        subject = words.change.format(title=one_line(changes[0].title))
    else:
        subject = words.change_several.format(count=count)
    lines = [Line(words.change_of.format(document=document) if document else subject)]
    for number, change in enumerate(told, 1):
        lines.append(Line(""))
        mark = f"{number}. " if count > 1 else ""
        lines.append(Line(f"{mark}{one_line(change.title)}: {words.change_kinds[change.kind]}"))
        lines += _change_lines(change, words, language)
    if rest:
        lines += [Line(""), Line(_more(rest, words, calendar_link))]
    data = {
        "document": document,
        "changes": [change.to_json() for change in told],
        "more": len(rest),
        **_in_short(told, words, language),
    }
    return Content(cut(subject, LONGEST_SUBJECT), tuple(lines), data, language)


def _in_a_list(change: ChangeSaid) -> ChangeSaid:
    """The change with no more words than a list of many has room for."""

    def short(text: str | None) -> str | None:
        return cut(text, LONGEST_SUBJECT) if text else text

    return replace(
        change,
        title=cut(change.title, LONGEST_SUBJECT),
        old_place=short(change.old_place),
        place=short(change.place),
    )


def _more(rest: Sequence[ChangeSaid], words: Words, calendar_link: Callable[[str], str] | None) -> str:
    told = words.change_more.format(count=len(rest))
    calendar = next((change.calendar for change in rest if change.calendar), "")
    return f"{told}: {calendar_link(calendar)}" if calendar_link and calendar else told


def _in_short(changes: Sequence[ChangeSaid], words: Words, language: str) -> dict[str, str]:
    """What fills the parameters of a template, which has no room for lines: what, when (old and new), where."""
    said = [{line.label: line.text for line in _change_lines(change, words, language)} for change in changes]
    times = []
    for lines in said:
        new, old = lines.get(words.after) or lines.get(words.when), lines.get(words.before)
        times.append(f"{new} ({words.before.lower()}: {old})" if new and old else new or old or words.no_time)
    return {
        "event": cut(
            "; ".join(f"{one_line(change.title)}: {words.change_kinds[change.kind]}" for change in changes),
            LONGEST_SUBJECT,
        ),
        "when_text": cut("; ".join(times), LONGEST_SUBJECT),
        "location": cut("; ".join(filter(None, (lines.get(words.place) for lines in said))), LONGEST_SUBJECT),
    }


def _change_lines(change: ChangeSaid, words: Words, language: str) -> list[Line]:
    is_deadline = change.category is Category.DEADLINE

    def said(when: When | None, status: Status = Status.CONFIRMED) -> str:
        if when is None or isinstance(when, Undated):
            return words.no_time
        return phrase(when, language=language, status=status, deadline=is_deadline)

    gone = change.is_gone
    lines = []
    if change.before is not None and (gone or change.before != change.after):
        lines.append(Line(said(change.before), words.before))
    if not gone:
        tentative = Status.TENTATIVE if change.status is Status.TENTATIVE else Status.CONFIRMED
        label = words.after if change.before is not None and change.before != change.after else words.when
        lines.append(Line(said(change.after, tentative), label))
        if change.old_place and change.old_place != change.place:
            lines.append(Line(one_line(change.old_place), words.old_place, weight=1))
        if change.place:
            lines.append(Line(one_line(change.place), words.place))
    return lines
