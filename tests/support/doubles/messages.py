"""Messages to send in tests of channels, and what such tests take for now."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Message, Purpose
from scheduler.people import Address

NOW = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
"""09:00 in Vietnam, a Saturday."""

EVENT_LINES = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//sched//tests//VI",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    "UID:giao-ban@example.org",
    "DTSTAMP:20261120T000000Z",
    "DTSTART:20261124T010000Z",
    "SUMMARY:Họp giao ban tháng 11",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
)
EVENT = "\r\n".join(EVENT_LINES).encode()


def a_message(channel: ChannelKind, to: str, *, phone: str | None = None, **changes: Any) -> Message:
    """A reminder of a meeting on 24/11/2026, with what every channel may want of it."""
    message = Message(
        id="r-0123456789abcdef",
        purpose=Purpose.REMINDER,
        to=Address(channel, to, phone),
        name="Nguyễn Thị Lan",
        subject="Nhắc lịch: Họp giao ban tháng 11 (thứ Ba 24/11)",
        text="Họp giao ban tháng 11\n08:00 thứ Ba ngày 24/11/2026\nTại phòng họp số 2",
        html="<p><b>Họp giao ban tháng 11</b><br>08:00 thứ Ba ngày 24/11/2026</p>",
        calendar=EVENT,
        calendar_method="PUBLISH",
        thread="giao-ban@example.org",
        unsubscribe="https://lich.example.org/u/0123456789abcdef0123456789abcdef",
        created=datetime(2026, 11, 21, 1, 30, tzinfo=UTC),
        useful_until=datetime(2026, 11, 24, 1, 0, tzinfo=UTC),
        data={
            "uid": "giao-ban@example.org",
            "starts_at": "2026-11-24T08:00:00+07:00",
            "when": "08:00 24/11/2026",
        },
    )
    return replace(message, **changes)


def in_hours(hours: float) -> datetime:
    """So many hours after `NOW`."""
    return NOW + timedelta(hours=hours)
