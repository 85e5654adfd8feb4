"""Which of the office's groups a document speaks of: by its attendees, its preparing unit, and whose meeting it is.

A group is known by its name and by what else it is called ("Ban Thường vụ", "BTV"). What is hard is not to take one
body for another: "Ban Thường vụ Tỉnh ủy" is not that of the Hội, and "Phó Chánh Văn phòng" is a person. A longer name
wins over a shorter one within it. Which groups there are is told by the caller.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from calendars.events import Event
from calendars.grammar.spelling import fold, matching_form, normalise
from calendars.programme import Entry, Programme

ABBREVIATION = 8
"""A name of so many capitals at most, without a blank, is an abbreviation and counts in capitals alone ("VP")."""

# Looked for in folded text, where the places are the same.
_HEADS = re.compile(
    r"(?:truong|pho|chanh|lanh dao|dai dien|chu nhiem|chu tich|giam doc|bi thu|thu ky|thuong truc)[\s,]*(?:cac\s+)?$"
)
_OTHER_OFFICE = re.compile(
    r"(?:\s+(?:hoi|doan)(?:\s+(?:lhpn|lien hiep phu nu))?)?\s+"
    r"(?P<office>tinh uy|thanh uy|thi uy|quan uy|huyen uy|dang uy|trung uong|ubnd|hdnd|uy ban|hoi dong|"
    r"(?:cac\s+)?(?:huyen|quan|thi xa|xa|phuong))(?![^\W_])"
)
_MEETING_OF = re.compile(
    r"(?:cuoc\s+)?(?:hop|giao ban|hoi nghi|hoi y|sinh hoat|phien hop|lam viec)"
    r"(?:\s+(?:giao ban|thuong ky|dinh ky|toan the|tap the|mo rong|cua))*\s+"
)


@dataclass(frozen=True, slots=True)
class GroupName:
    """A group as events and people name it, and what else documents call it."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mention:
    group: str
    start: int
    end: int


class KnownGroups:
    """The groups of an office, found in texts by their names."""

    def __init__(self, names: Iterable[GroupName]) -> None:
        self.names = tuple(names)

    def __bool__(self) -> bool:
        return bool(self.names)

    @cached_property
    def _spoken(self) -> tuple[tuple[str, re.Pattern[str], bool], ...]:
        spoken = []
        for group in self.names:
            for text in (group.name, *group.aliases):
                written = normalise(" ".join(text.split())).text
                is_short = written.isupper() and " " not in written and len(written) <= ABBREVIATION
                form = written if is_short else matching_form(written)
                if form:
                    spoken.append(
                        (group.name, re.compile(rf"(?<![^\W_]){re.escape(form)}(?![^\W_])"), is_short)
                    )
        return tuple(spoken)

    def named(self, text: str) -> str | None:
        """The group that a person calls so, whatever capitals they use; None where there is none."""
        wanted = fold(normalise(" ".join(text.split())).text)
        for group in self.names:
            if any(fold(normalise(name).text) == wanted for name in (group.name, *group.aliases)):
                return group.name
        return None

    def in_text(self, text: str | None, issuer: str | None = None) -> tuple[str, ...]:
        """The groups that a text names, in its order. issuer: whose document it is; its own bodies are the office's."""
        written, spelled = _forms(text)
        return tuple(dict.fromkeys(m.group for m in self._mentions(written, spelled, issuer)))

    def meeting_of(self, title: str, issuer: str | None = None) -> tuple[str, ...]:
        """The group whose meeting a title announces: "Họp Ban Thường vụ"."""
        written, spelled = _forms(title)
        return tuple(
            mention.group
            for mention in self._mentions(written, spelled, issuer)
            if _MEETING_OF.fullmatch(fold(spelled[: mention.start]))
        )

    def _mentions(self, written: str, spelled: str, issuer: str | None) -> Iterator[_Mention]:
        found = [
            _Mention(group, match.start(), match.end())
            for group, pattern, is_short in self._spoken
            for match in pattern.finditer(written if is_short else spelled)
        ]
        found.sort(key=lambda mention: (mention.start, -mention.end))
        taken: list[_Mention] = []
        for mention in found:
            around = taken[-1] if taken else None
            same = around is not None and (around.start, around.end) == (mention.start, mention.end)
            if around is not None and mention.start < around.end and not same:
                continue
            taken.append(mention)
        own, folded = fold(normalise(issuer or "").text), fold(spelled)
        for mention in taken:
            other = _OTHER_OFFICE.match(folded, mention.end)
            if other is not None and other["office"] not in own:
                continue
            if _HEADS.search(folded[: mention.start]) is None:
                yield mention


def _forms(text: str | None) -> tuple[str, str]:
    written = normalise(" ".join((text or "").split())).text
    return written, matching_form(written)


def with_groups(programme: Programme, known: KnownGroups) -> Programme:
    """The programme with the groups that its entries name; those that a person has set stay.

    Without any known group nothing is said of groups, so that a later look may still find them.
    """
    if not known:
        return programme
    return replace(
        programme, entries=tuple(entry_with_groups(e, known, programme.issuer) for e in programme.entries)
    )


def entry_with_groups(entry: Entry, known: KnownGroups, issuer: str | None = None) -> Entry:
    """The entry with the groups it names; as it is where that has been said already."""
    if entry.groups is not None:
        return entry
    asked, preparing = _named_by(entry, known, issuer)
    return replace(entry, groups=(*asked, *preparing), preparing=preparing)


def event_with_groups(event: Event, known: KnownGroups) -> Event:
    """The event with the groups that its words name beside those that it bears."""
    asked, preparing = _named_by(event, known, event.origin.issuer)
    new = tuple(group for group in (*asked, *preparing) if group not in event.groups)
    return event._replace(
        groups=(*event.groups, *new),
        preparing=(*event.preparing, *(group for group in new if group in preparing)),
    )


def _named_by(
    told: Entry | Event, known: KnownGroups, issuer: str | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The groups that are asked to come, and those that only prepare it."""
    asked = dict.fromkeys(known.meeting_of(told.title, issuer) + known.in_text(told.attendees, issuer))
    return tuple(asked), tuple(
        group for group in known.in_text(told.prepared_by, issuer) if group not in asked
    )
