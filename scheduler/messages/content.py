"""What is said to everybody alike, and how it is fitted to one recipient and one channel.

A message too long for its channel loses its least important lines first, and never half a letter.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from typing import Any

from calendars.wording import straight
from scheduler.channel_kinds import ChannelKind
from scheduler.messages.wording import WORDS

LONGEST: Mapping[ChannelKind, int] = {ChannelKind.ZALO_BOT: 2000, ChannelKind.ZALO_OA: 2000}
"""The longest text of one message, in UTF-16 units; the others take any.

A reminder is fitted to it. What lists many things, a digest or changes, is not cut: the channel sends it in parts.
"""

LONGEST_SUBJECT = 150
LONGEST_LINE = 600


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a message: "label: text". weight: lines of weight 0 stay, the heaviest are left out first."""

    text: str
    label: str = ""
    weight: int = 0

    def __str__(self) -> str:
        return f"{self.label}: {self.text}" if self.label else self.text


@dataclass(frozen=True, slots=True)
class Content:
    """What is said to everybody alike. data: the facts for machines."""

    subject: str
    lines: tuple[Line, ...]
    data: Mapping[str, Any] = field(default_factory=dict)
    language: str = "vi"

    def text(self, *, name: str = "", stop: str | None = None, longest: int | None = None) -> str:
        """The plain text, with the greeting and the link to stop; at most `longest` UTF-16 units."""
        words = WORDS[self.language]
        head = [Line(words.greeting.format(name=name)), Line("")] if name else []
        tail = [Line(""), Line(words.stop.format(url=stop), weight=1)] if stop else []
        return fitted([*head, *self.lines, *tail], longest)

    def html(self, *, name: str = "", stop: str | None = None) -> str:
        """The same for mail: labels in one column, texts in the other; no picture, no link but the one to stop."""
        words = WORDS[self.language]
        parts = [f"<p>{escape(words.greeting.format(name=name))}</p>"] if name else []
        parts.append(_table(self.lines))
        if stop:
            told = escape(words.stop.format(url="")).rstrip(" :")
            parts.append(f'<p style="color:#777"><a href="{escape(stop)}">{told}</a></p>')
        return f'<!DOCTYPE html><html lang="{self.language}"><body>{"".join(parts)}</body></html>'


@lru_cache(maxsize=256)
def _table(lines: tuple[Line, ...]) -> str:
    rows = []
    for line in lines:
        text = escape(line.text) or "&nbsp;"
        if line.label:
            rows.append(
                f'<tr><td style="color:#555;padding-right:1em;vertical-align:top">{escape(line.label)}</td>'
                f"<td>{text}</td></tr>"
            )
        else:
            rows.append(f'<tr><td colspan="2">{text}</td></tr>')
    return f"<table>{''.join(rows)}</table>"


def fitted(lines: Sequence[Line], longest: int | None) -> str:
    """The lines as one text of at most `longest` UTF-16 units: the heaviest lines go first, then the end is cut."""
    kept = list(lines)
    text = "\n".join(map(str, kept))
    while longest is not None and units(text) > longest:
        heaviest = max(kept, key=lambda line: line.weight, default=None)
        if heaviest is None or heaviest.weight == 0:
            return cut(text, longest)
        kept.remove(heaviest)
        text = "\n".join(map(str, kept))
    return text


def cut(text: str, longest: int) -> str:
    """At most `longest` UTF-16 units, ended by "…" at a word's end where something had to go."""
    if units(text) <= longest:
        return text
    room = longest - 1
    while units(text[:room]) > longest - 1:
        room -= 1
    shorter = text[:room]
    in_a_word = " " not in text[max(room - 1, 0) : room + 1]
    if in_a_word and " " in shorter[room // 2 :]:
        shorter = shorter.rsplit(None, 1)[0]
    return shorter.rstrip(" ,;:.-") + "…"


def units(text: str) -> int:
    """Length in UTF-16 units, the strictest way in which a chat service may count."""
    return len(text) + sum(1 for letter in text if ord(letter) > 0xFFFF)


def one_line(text: str) -> str:
    """The text without line breaks, runs of spaces and marks of direction."""
    return straight(" ".join(text.split()))


def upper_first(text: str) -> str:
    """The text with a capital at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]
