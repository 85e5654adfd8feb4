"""A moved and a cancelled meeting as the mails that people get, read back by libraries that did not write them."""

from datetime import UTC, date, datetime, time
from email.message import EmailMessage

import libical
import pytest
from doubles.smtp import SmtpDouble
from telling_office import EMAIL, FRIDAY, MONDAY_BEFORE, OFFICE, ManualClock, an_event

from calendars.changes import Change, ChangeKind
from calendars.events import Event
from calendars.marks import Status
from calendars.store import CalendarStore
from calendars.when import Day, Hours
from scheduler.channels.channel import Surroundings
from scheduler.channels.email import EmailChannel, EmailSettings
from scheduler.database import Database
from scheduler.delivery.composer import CalendarComposer, ComposerSettings
from scheduler.delivery.pump import Delivery
from scheduler.directory import Directory
from scheduler.notices import change_notices
from scheduler.outbox import Outbox
from scheduler.people import Address, Follow

BEFORE = an_event(Day(FRIDAY, Hours(time(8))))
MOVED = an_event(Day(date(2023, 11, 28), Hours(time(14))), sequence=1)
CANCELLED = an_event(Day(date(2023, 11, 28), Hours(time(14))), sequence=2, status=Status.CANCELLED)


@pytest.fixture
def mails(sqlite_database: Database, smtp_double: SmtpDouble) -> list[EmailMessage]:
    """What Lan's mailbox holds after the meeting was moved and then cancelled."""
    composer = CalendarComposer(
        ComposerSettings(
            office=OFFICE,
            organizer="vp@example.org",
            stop_link=lambda token: f"https://lich.example.org/stop/{token}",
        )
    )
    settings = EmailSettings(port=smtp_double.port, sender="Văn phòng <vp@example.org>")
    delivery = Delivery(
        sqlite_database,
        {EMAIL: lambda: EmailChannel(settings, Surroundings())},
        composer,
        clock=ManualClock(),
    )
    with sqlite_database.transaction() as connection:
        CalendarStore(connection).open_calendar("hoi", MONDAY_BEFORE)
        Directory(connection).add(
            "Lan",
            now=MONDAY_BEFORE,
            addresses=[Address(EMAIL, "lan@example.org")],
            follows=[Follow(calendar="*")],
        )
    release(sqlite_database, "1", Change(kind=ChangeKind.MOVED, before=BEFORE, after=MOVED), MOVED)
    delivery.pump()
    release(sqlite_database, "2", Change(kind=ChangeKind.CANCELLED, before=MOVED, after=CANCELLED), CANCELLED)
    delivery.pump()
    delivery.close()
    assert smtp_double.violations == []
    return [one.parsed() for one in smtp_double.received]


def release(database: Database, number: str, change: Change, after: Event) -> None:
    with database.transaction() as connection:
        CalendarStore(connection).keep_events([after])
        people = Directory(connection).everybody()
        notices = change_notices(
            [change],
            people,
            release=number,
            made=MONDAY_BEFORE,
            document="Thông báo số 12/TB-VP",
            now=MONDAY_BEFORE,
            office=OFFICE,
        )
        Outbox(connection).add(notices)


def invitation(mail: EmailMessage) -> tuple[str, bytes]:
    """The method that the mail's header says, and the iCalendar object."""
    [part] = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    content = part.get_payload(decode=True)
    [attached] = [part for part in mail.walk() if part.get_content_disposition() == "attachment"]
    assert attached.get_payload(decode=True) == content
    assert isinstance(content, bytes)
    return str(part.get_param("method")), content


def lines(content: bytes) -> list[str]:
    return content.replace(b"\r\n ", b"").decode().split("\r\n")


def test_a_move_is_a_request_to_the_person_with_a_higher_sequence(mails: list[EmailMessage]) -> None:
    method, content = invitation(mails[0])
    assert method == "REQUEST"
    written = lines(content)
    assert "METHOD:REQUEST" in written
    assert "SEQUENCE:1" in written
    assert any(line.startswith("ORGANIZER") and line.endswith("vp@example.org") for line in written)
    assert any(line.startswith("ATTENDEE") and line.endswith("lan@example.org") for line in written)
    starts = datetime(2023, 11, 28, 7, tzinfo=UTC)
    assert [start for _, start in libical.shown(content, 2023, 2023)] == [f"{starts:%Y-%m-%dT%H:%M:%SZ}"]


def test_a_cancellation_takes_the_same_meeting_off_the_calendar(mails: list[EmailMessage]) -> None:
    (_, moved), (method, content) = invitation(mails[0]), invitation(mails[1])
    assert method == "CANCEL"
    written = lines(content)
    assert {"METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:2"} <= set(written)
    uids = [[line for line in lines(one) if line.startswith("UID:")] for one in (moved, content)]
    assert uids[0] == uids[1]
    assert len(uids[0]) == 1
    assert libical.shown(content, 2023, 2023) == []


def test_both_mails_hang_together_let_answers_come_and_can_be_stopped_by_one_click(
    mails: list[EmailMessage],
) -> None:
    first, second = mails
    assert first["References"] == second["References"] == first["In-Reply-To"]
    assert first["References"].startswith("<event-")
    assert first["Message-ID"] != second["Message-ID"]
    for mail in mails:
        assert "X-Auto-Response-Suppress" not in mail
        assert mail["List-Unsubscribe"].startswith("<https://lich.example.org/stop/")
        assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert len(mail["List-Unsubscribe"]) <= 78
