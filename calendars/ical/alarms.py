"""Alarms put into a rendered feed for the reader who asked for them (rule 7.2 of `docs/feeds.md`).

What is hard is to leave the stored bytes as they are: an alarm goes in before each END:VEVENT, and says the event's own
title, which is in the language of the feed and what a reader wants to see when it rings.
"""

from datetime import timedelta

from calendars.ical.folding import fold

_END_EVENT = b"\r\nEND:VEVENT\r\n"
_BEGIN_EVENT = b"BEGIN:VEVENT\r\n"
_SUMMARY = b"SUMMARY:"


def with_alarms(body: bytes, before: timedelta) -> bytes:
    """A feed of ours with an alarm in each event that has an hour and is not cancelled; `before` in whole minutes.

    An all-day bar rings for nobody: its midnight is no hour that any document gave.
    """
    trigger = f"TRIGGER:-PT{int(before.total_seconds()) // 60}M".encode()
    events = body.split(_END_EVENT)
    rung = (event + _alarm(event, trigger) if _rings(event) else event for event in events[:-1])
    return _END_EVENT.join((*rung, events[-1]))


def _alarm(event: bytes, trigger: bytes) -> bytes:
    said = fold(f"DESCRIPTION:{_title(event)}").removesuffix(b"\r\n")
    return b"\r\n".join((b"", b"BEGIN:VALARM", b"ACTION:DISPLAY", said, trigger, b"END:VALARM"))


def _title(event: bytes) -> str:
    """The title as it is written, escapes and all; `vevent` writes it first."""
    lines = event[event.rfind(_BEGIN_EVENT) + len(_BEGIN_EVENT) :].replace(b"\r\n ", b"")
    return lines.partition(b"\r\n")[0].removeprefix(_SUMMARY).decode("utf-8")


def _rings(event: bytes) -> bool:
    start = event.rfind(_BEGIN_EVENT)
    timed = event.find(b"\r\nDTSTART;VALUE=DATE:", start) < 0
    return timed and event.find(b"\r\nSTATUS:CANCELLED", start) < 0
