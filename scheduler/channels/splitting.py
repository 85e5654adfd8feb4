"""Cutting a text into parts that a chat service takes, at the places where a reader would pause.

Zalo does not say what it counts, so the strictest reading is kept: UTF-16 units after NFC (reference, Zalo section 7).
"""

import re
import unicodedata
from collections.abc import Callable, Sequence

from scheduler.attempts import Delivered, Outcome, Refused
from scheduler.channels.channel import SentParts

_PAUSES = ("\n\n", "\n", " ")
_ROOM_FOR_NUMBERS = len("(99/99)\n")


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


def split_text(text: str, limit: int) -> tuple[str, ...]:
    """Parts of `text` in NFC, none longer than `limit` UTF-16 units, numbered "(1/3)" when there are several.

    Cut at paragraphs, else lines, else words; a word longer than a part is cut, but not between a letter and its
    marks. Blank text gives no part.
    """
    text = unicodedata.normalize("NFC", text).strip()
    if units(text) <= limit:
        return (text,) if text else ()
    parts = []
    while text:
        end = _end_of_part(text, limit - _ROOM_FOR_NUMBERS)
        parts.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return tuple(f"({number}/{len(parts)})\n{part}" for number, part in enumerate(parts, 1))


def _end_of_part(text: str, limit: int) -> int:
    """The index at which the first part of `text` ends."""
    end = _longest_prefix(text, limit)
    if end == len(text):
        return end
    for pause in _PAUSES:
        # A pause in the first half would leave a part of a few words before a long paragraph.
        place = text.rfind(pause, end // 2, end + len(pause))
        if place > 0:
            return place
    while end > 1 and unicodedata.combining(text[end]):
        end -= 1
    return end


def _longest_prefix(text: str, limit: int) -> int:
    counted = 0
    for index, character in enumerate(text):
        counted += 2 if ord(character) > 0xFFFF else 1
        if counted > limit:
            return index
    return len(text)


def without_mentions(text: str) -> str:
    """`text` in which "[@id]" no longer calls anybody: a title must not ring a whole group (reference, Zalo 2.6)."""
    return re.sub(r"\[(?=@)", "[ ", text)


def send_in_parts(
    message_id: str, parts: Sequence[str], sent: SentParts, send: Callable[[str], Outcome]
) -> Outcome:
    """Send the parts that have not gone out before; the first that is not delivered ends it with its outcome.

    The receipt has those of all parts sent now, separated by spaces. No part at all is refused.
    """
    if not parts:
        return Refused("the message has no text")
    receipts = []
    for number, part in enumerate(parts[sent.of(message_id) :], sent.of(message_id)):
        outcome = send(part)
        if not isinstance(outcome, Delivered):
            sent.record(message_id, number)
            return outcome
        receipts.append(outcome.receipt)
    sent.record(message_id, 0)
    return Delivered(" ".join(receipts), len(parts))
