r"""Content lines folded at 75 octets (RFC 5545 section 3.1; rules 2.2 to 2.6).

The icalendar library (7.3) folds too, but where a line is full just after an escaped backslash it moves the second half
of `\\` to the next line; hence this. What is hard is that a cut may part neither the octets of a letter, nor a
backslash from what it escapes, nor, if it can be helped, a letter from the marks over it.
"""

LONGEST_LINE = 75
"""Octets of a line, the blank that begins a continuation among them, CRLF not."""


def fold(line: str) -> bytes:
    """The line folded, ended by CRLF. ValueError where it holds a line break, as an address of a stranger's may."""
    if "\n" in line or "\r" in line:
        raise ValueError("a content line holds CR or LF")
    octets = line.encode("utf-8")
    pieces = []
    start, room = 0, LONGEST_LINE
    while len(octets) - start > room:
        end = _cut(octets, start, start + room)
        pieces.append(octets[start:end])
        start, room = end, LONGEST_LINE - 1
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces) + b"\r\n"


def _cut(octets: bytes, start: int, end: int) -> int:
    """The place at or before `end`, after `start`, where the line may be cut."""
    place = end
    while place > start and (_inside_letter(octets[place]) or octets[place] in _MARKS):
        place -= 1
    if place == start:
        # Nothing but marks: then only letters are kept whole.
        place = end
        while _inside_letter(octets[place]):
            place -= 1
    backslashes = len(octets[start:place]) - len(octets[start:place].rstrip(b"\\"))
    return place - backslashes % 2


def _inside_letter(octet: int) -> bool:
    return octet & 0xC0 == 0x80


_MARKS = (0xCC, 0xCD)
"""The first octets of the combining marks U+0300 to U+036F."""
