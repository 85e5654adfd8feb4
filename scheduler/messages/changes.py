"""What a change notice says: all that a release changes for somebody, old and new, in one message."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from calendars.marks import Category, Status
from calendars.phrasing import phrase
from calendars.when import Undated, When, when_from_json, when_to_json
from scheduler.messages.content import LONGEST_SUBJECT, Content, Line, cut, one_line
from scheduler.messages.wording import WORDS, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSaid:
    """One change as its followers are told: kind is a name of `calendars.changes.ChangeKind`.

    before, after: the old and the new time, None where there is none; the places likewise.
    """

    kind: str
    title: str
    category: Category = Category.MEETING
    before: When | None = None
    after: When | None = None
    status: Status = Status.CONFIRMED
    old_place: str | None = None
    place: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The change as the outbox keeps it until it is told."""
        return {
            "kind": self.kind,
            "title": self.title,
            "category": self.category,
            "before": when_to_json(self.before) if self.before else None,
            "after": when_to_json(self.after) if self.after else None,
            "status": self.status,
            "old_place": self.old_place,
            "place": self.place,
        }

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> "ChangeSaid":
        """The change that `to_json` wrote."""
        return cls(
            kind=body["kind"],
            title=body["title"],
            category=Category(body["category"]),
            before=when_from_json(body["before"]) if body["before"] else None,
            after=when_from_json(body["after"]) if body["after"] else None,
            status=Status(body["status"]),
            old_place=body["old_place"],
            place=body["place"],
        )


def change_content(changes: Sequence[ChangeSaid], *, document: str = "", language: str = "vi") -> Content:
    """One message of all that a release changes for somebody: old and new."""
    words = WORDS[language]
    if len(changes) == 1:
        subject = words.change.format(title=one_line(changes[0].title))
    else:
        subject = words.change_several.format(count=len(changes))
    lines = [Line(words.change_of.format(document=document) if document else subject)]
    for number, change in enumerate(changes, 1):
        lines.append(Line(""))
        mark = f"{number}. " if len(changes) > 1 else ""
        lines.append(Line(f"{mark}{one_line(change.title)}: {words.change_kinds[change.kind]}"))
        lines += _change_lines(change, words, language)
    data = {
        "document": document,
        "changes": [change.to_json() for change in changes],
        **_in_short(changes, words, language),
    }
    return Content(cut(subject, LONGEST_SUBJECT), tuple(lines), data, language)


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

    gone = change.kind in ("cancelled", "ended")
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
