"""An office whose meetings change while it tells people so: Lan has a mailbox, Hoa a Zalo chat, each a real double.

The services are those that the command line uses. What has come is read back as a reader's calendar and eyes would.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

from doubles.smtp import SmtpDouble
from doubles.zalo_bot import ZaloBotDouble
from telling_office import BOT, EMAIL, ManualClock

from calendars.changes import Change, Revision
from calendars.events import Event
from calendars.store import CalendarStore
from calendars.times import DaySpan
from scheduler.channels.email import EmailSettings
from scheduler.channels.zalo_bot import ZaloBotSettings
from scheduler.database import Database
from scheduler.delivery.pump import Tally
from scheduler.delivery.terms import DeliverySettings
from scheduler.directory import Directory
from scheduler.people import Address, Follow
from scheduler.reminders import Office, ReminderRule
from scheduler.service.by_hand import Hand, HandService
from scheduler.service.planning import Policy
from scheduler.service.releasing import publish
from scheduler.service.revising import RevisionService
from scheduler.service.telling import TellingService
from scheduler.settings import CalendarSettings, Settings

MONDAY = datetime(2023, 11, 20, 2, tzinfo=UTC)
HAND = "Hoa"


@dataclass(frozen=True, slots=True)
class Imip:
    """What a mail program finds in an iTIP object: the day it falls on stands in `start`."""

    method: str
    uid: str
    sequence: int
    start: str


class ChangingOffice:
    """Monday, 20 November 2023, nine o'clock; nothing is on the calendar yet. Each change is made a minute later."""

    def __init__(
        self,
        database: Database,
        smtp: SmtpDouble,
        bot: ZaloBotDouble,
        office: Office | None = None,
        rules: Sequence[ReminderRule] = (),
    ) -> None:
        self.database, self.smtp, self.bot = database, smtp, bot
        self.clock = ManualClock(MONDAY)
        settings = Settings(
            folder=Path(), database=database.url, calendars=(CalendarSettings(slug="hoi", name="Hội"),)
        )
        self.policy = Policy(rules=tuple(rules), office=office or Office())
        self.hand = HandService(database, settings, self.policy)
        self.revising = RevisionService(database, settings, self.policy)
        channels = {
            EMAIL: EmailSettings(port=smtp.port, sender="Văn phòng <vp@example.org>"),
            BOT: ZaloBotSettings(token=bot.token, base_url=bot.url, timeout=5),
        }
        self.telling = TellingService(
            database, settings, self.policy, channels, self.clock, DeliverySettings(per_second={})
        )
        self.settings = settings
        with database.transaction() as connection:
            directory, follows = Directory(connection), [Follow(calendar="*")]
            lan, hoa = Address(EMAIL, "lan@example.org"), Address(BOT, "chat-1")
            directory.add("Lan", now=MONDAY, addresses=[lan], follows=follows)
            directory.add("Hoa", now=MONDAY, addresses=[hoa], follows=follows)

    # --- what changes ---------------------------------------------------------------------------------------------

    def _now(self) -> datetime:
        self.clock.forward(minutes=1)
        return self.clock.now

    def add(self, text: str = "Họp giao ban 8h00 ngày 30/11/2023") -> str:
        """A meeting is put on the calendar; its UID."""
        done = self.hand.add(text, Hand(by=HAND, now=self._now()))
        return done.changes[0].uid

    def move(self, uid: str, at: str) -> int:
        return self._release(self.hand.move(uid, at, Hand(by=HAND, now=self._now())).release)

    def cancel(self, uid: str, day: date | None = None) -> int:
        return self._release(self.hand.cancel(uid, Hand(by=HAND, now=self._now()), day=day).release)

    def undo(self, release: int) -> int:
        return self.revising.undo(release, now=self._now(), by=HAND).number

    def release(self, changes: Sequence[Change]) -> int:
        """Several changes in one release, as a document makes them."""
        with self.database.transaction() as connection:
            revision = Revision(calendar="hoi", changes=tuple(changes))
            now = self._now()
            made = publish(connection, revision, settings=self.settings, policy=self.policy, now=now)
        return made.number

    @staticmethod
    def _release(number: int | None) -> int:
        assert number is not None, "nothing was changed"
        return number

    def last_release(self) -> int:
        return self.revising.releases()[-1].number

    def events(self) -> list[Event]:
        """What is on the calendar."""
        with self.database.reading() as connection:
            return CalendarStore(connection).events_between(DaySpan(date(2023, 1, 1), date(2024, 12, 31)))

    def sequence(self, uid: str) -> int:
        """The number of the event as it stands."""
        with self.database.reading() as connection:
            return CalendarStore(connection).event(uid).sequence

    # --- what is told ---------------------------------------------------------------------------------------------

    def send(self, after: timedelta = timedelta(seconds=2)) -> Tally:
        """The worker is there for a moment."""
        self.clock.now += after
        return self.telling.remind()

    @property
    def mails(self) -> list[EmailMessage]:
        """Lan's mailbox."""
        assert self.smtp.violations == []
        return [one.parsed() for one in self.smtp.received]

    @property
    def texts(self) -> list[str]:
        """Hoa's chat."""
        return self.bot.texts("chat-1")

    def words(self) -> list[str]:
        """The texts of Lan's mails."""
        bodies = [mail.get_body(("plain",)) for mail in self.mails]
        return [body.get_content() for body in bodies if body is not None]


def objects(mail: EmailMessage) -> list[Imip]:
    """The calendar objects of a mail: the invitation, or the files; both where they are the same are one."""
    found = []
    for part in mail.walk():
        if part.get_content_type() in {"text/calendar", "application/ics"}:
            content = part.get_payload(decode=True)
            assert isinstance(content, bytes)
            one = imip(content)
            assert part.get_content_type() != "text/calendar" or part.get_param("method") == one.method
            found.append(one)
    return list(dict.fromkeys(found))


def imip(content: bytes) -> Imip:
    lines = content.replace(b"\r\n ", b"").decode()

    def value(name: str) -> str:
        found = re.search(
            rf"^{name}(?:;[^:\r\n]*)?:(.*?)\r?$", lines[lines.index("BEGIN:VEVENT") :], re.MULTILINE
        )
        assert found is not None, lines
        return found[1]

    method = re.search(r"^METHOD:(\w+)", lines, re.MULTILINE)
    assert method is not None
    return Imip(method[1], value("UID"), int(value("SEQUENCE")), value("DTSTART"))


def shown(mails: Sequence[EmailMessage]) -> dict[str, str]:
    """What a calendar that keeps to RFC 5546 section 2.1.5 shows after these mails, in whatever order they came."""
    latest: dict[str, Imip] = {}
    for one in (one for mail in mails for one in objects(mail)):
        if one.uid not in latest or one.sequence > latest[one.uid].sequence:
            latest[one.uid] = one
    return {uid: one.start for uid, one in latest.items() if one.method == "REQUEST"}
