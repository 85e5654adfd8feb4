"""What people write to the office's Zalo: who they are, today's or this week's calendar, and to be left alone.

What is hard is that nothing may be lost and little time is given: Zalo takes an endpoint out of use that does not
answer within seconds, and delivers nothing again that was said to be taken. So what a message asks of the database is
done before (`learn`: one transaction, in which the message is remembered too, for whichever process it comes to again),
and only the answer to the person is sent afterwards (`say`). Who sends wrong codes must wait.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from secrets import token_hex
from typing import Any

from calendars.events import Occurrence, occurrences_between
from calendars.phrasing import date_text, hours_phrase, phrase, weekday_text
from calendars.queries import Connection
from calendars.store import CalendarStore
from calendars.times import ONE_DAY, DaySpan, week_of
from calendars.when import Day
from calendars.workdays import is_day_off
from scheduler.attempts import Delivered
from scheduler.channel_kinds import ChannelKind
from scheduler.channels import CHANNELS
from scheduler.channels.channel import Message, Purpose, Surroundings
from scheduler.channels.discreet import Discreet
from scheduler.channels.zalo_hooks import (
    Followed,
    Inbound,
    InboundMessage,
    Unfollowed,
    is_from_bot,
    is_from_official_account,
    read_bot_update,
    read_official_account_event,
)
from scheduler.database import Database
from scheduler.delivery.tokens import DatabaseTokens
from scheduler.delivery.vitals import Vitals
from scheduler.directory import Directory
from scheduler.outbox import Outbox
from scheduler.people import Address, Person
from scheduler.redaction import Redactor, secrets_in
from scheduler.service.planning import Policy, replan_people
from scheduler.service.wishes import wish_of
from scheduler.settings import Settings, Visibility

__all__ = ["Answer", "Heard", "Inbound", "InboundService"]

LONGEST_LIST = 20
REMEMBERED = timedelta(days=2)
"""How long a message is known again; Zalo delivers one for two hours (reference on Zalo, 5.1)."""

TRIES_WITHIN = timedelta(hours=1)
TRIES_OF_ONE = 5
TRIES_OF_ALL = 200
"""So many wrong codes within that time: of a sender, and of all. Of six letters out of 32 that finds none."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Heard:
    """Whether a body is genuine, and the event in it, None where it holds none of a person."""

    is_genuine: bool
    event: Inbound | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What somebody is to be told; listing: the days whose calendar they asked for, in the place of a text."""

    channel: ChannelKind
    to: str
    text: str = ""
    listing: DaySpan | None = None


class InboundService:
    """Hears and answers, for one installation."""

    def __init__(
        self, database: Database, settings: Settings, policy: Policy, channels: Mapping[ChannelKind, Any]
    ) -> None:
        """channels: the settings of each channel that is configured."""
        self.database = database
        self.settings = settings
        self.policy = policy
        self.channels = channels

    # --- whether it is genuine, at once ---------------------------------------------------------------------------

    def from_official_account(self, body: bytes, signature: str | None, now: datetime) -> Heard:
        """What the Official Account delivered."""
        account = self.channels.get(ChannelKind.ZALO_OA)
        if account is not None and not body.strip():
            # The console tries the address so when it is saved, without a signature (reference on Zalo, section 5.1).
            return Heard(is_genuine=True)
        if account is None or not is_from_official_account(
            body, signature, app_id=account.app_id, oa_secret_key=account.oa_secret_key, now=now
        ):
            return Heard(is_genuine=False)
        return Heard(is_genuine=True, event=read_official_account_event(body, now))

    def from_bot(self, body: bytes, secret: str | None, now: datetime) -> Heard:
        """What the bot was sent."""
        bot = self.channels.get(ChannelKind.ZALO_BOT)
        if bot is None or not is_from_bot(secret, bot.webhook_secret or ""):
            return Heard(is_genuine=False)
        return Heard(is_genuine=True, event=read_bot_update(body, now))

    # --- the work, at once ----------------------------------------------------------------------------------------

    def learn(self, event: Inbound, now: datetime) -> Answer | None:
        """Learn from an event and do what it asks, in one transaction; what is to be answered, None for nothing.

        An event that has been taken in hand, by whichever process, gives None and changes nothing.
        """
        if isinstance(event, Unfollowed):
            # Who leaves the account opens no window: nothing is learnt from it.
            return None
        channel = event.channel if isinstance(event, InboundMessage) else ChannelKind.ZALO_OA
        sender = event.sender if isinstance(event, InboundMessage) else event.user
        with self.database.transaction() as connection:
            directory = Directory(connection)
            if not directory.is_new_inbound(_digest(channel, event.id), now=now, until=now + REMEMBERED):
                return None
            directory.interacted(channel, sender, at=event.at)
            if isinstance(event, Followed):
                return Answer(channel=channel, to=sender, text=self._words("welcome"))
            if isinstance(event, InboundMessage) and event.private:
                return self._answer(connection, event, now)
        return None

    def _answer(self, connection: Connection, message: InboundMessage, now: datetime) -> Answer:
        wish = wish_of(message.text)
        today = now.astimezone(self.settings.timezone).date()
        # The bot is reached by its chat, the Official Account by the user.
        value = message.chat if message.channel is ChannelKind.ZALO_BOT else message.sender
        address = Address(message.channel, value)
        to = Answer(channel=message.channel, to=message.chat)
        match wish.name:
            case "register":
                return replace(to, text=self._register(connection, wish.code, message, address, now))
            case "today":
                day = today + wish.ahead * ONE_DAY
                return replace(to, listing=DaySpan(day, day))
            case "week":
                return replace(to, listing=week_of(today + 7 * wish.ahead * ONE_DAY))
            case "stop":
                return replace(to, text=self._stop(connection, address, now))
            case _:
                return replace(to, text=self._words("help"))

    def _register(
        self, connection: Connection, code: str, message: InboundMessage, address: Address, now: datetime
    ) -> str:
        directory = Directory(connection)
        sender = _digest(message.channel, message.sender)
        of_one, of_all = directory.wrong_codes(sender, now=now)
        if of_one >= TRIES_OF_ONE or of_all >= TRIES_OF_ALL:
            return self._words("too many codes")
        person = directory.register(code, address, now=now)
        if person is None:
            directory.wrong_code(sender, now=now, until=now + TRIES_WITHIN)
            return self._words("no such code")
        directory.opt_out(person.id, out=False)
        directory.interacted(address.channel, address.value, at=message.at)
        replan_people(connection, self.policy, [person.id], now, reached_anew=[person.id])
        return self._words("registered").format(name=person.name)

    def _stop(self, connection: Connection, address: Address, now: datetime) -> str:
        directory = Directory(connection)
        people = directory.by_address(address.channel, address.value)
        for person in people:
            directory.opt_out(person.id)
            Outbox(connection).drop_person(person.id, "stopped by the person", now=now)
        return self._words("stopped" if people else "not known")

    # --- the answer, afterwards -----------------------------------------------------------------------------------

    def take(self, event: Inbound, now: datetime) -> str | None:
        """Both at once: learn, and say what is to be answered; what was answered, None where nothing is to be said."""
        answer = self.learn(event, now)
        return self.say(answer, now) if answer else None

    def say(self, answer: Answer, now: datetime) -> str:
        """Send an answer by the channel on which was asked; what it says. Where that fails, it is logged."""
        text = (
            self._listing(Address(answer.channel, answer.to), answer.listing)
            if answer.listing
            else answer.text
        )
        self._send(answer.channel, answer.to, text, now)
        return text

    def _listing(self, address: Address, span: DaySpan) -> str:
        """What the person may see: the public calendars, and those they follow."""
        with self.database.reading() as connection:
            people = Directory(connection).by_address(address.channel, address.value)
            slugs = [
                one.slug
                for one in self.settings.calendars
                if one.visibility is Visibility.PUBLIC or any(_follows(person, one.slug) for person in people)
            ]
            events = [
                event
                for slug in slugs
                for event in CalendarStore(connection).events_between(span, calendar=slug)
            ]
        found = occurrences_between(events, span, is_day_off=is_day_off)
        language = self.settings.language
        heading = _days_text(span, language)
        if not found:
            return f"{heading}: {self._words('nothing')}"
        lines = [f"• {_line(one, span, language)}" for one in found[:LONGEST_LIST]]
        if len(found) > LONGEST_LIST:
            lines.append(f"… +{len(found) - LONGEST_LIST}: {self.settings.web.public_url}")
        return "\n".join([f"{heading}:", *lines])

    def _send(self, kind: ChannelKind, to: str, text: str, now: datetime) -> None:
        _, make = CHANNELS[kind]
        settings = self.channels[kind]
        surroundings = Surroundings(
            source=self.settings.web.public_url,
            sent_this_month=self._sent_in_month,
            tokens=DatabaseTokens(self.database, lambda: now),
        )
        channel = Discreet(make(settings, surroundings), Redactor(secrets_in(settings)))
        message = Message(
            id=f"a-{token_hex(12)}",
            purpose=Purpose.TEST,
            to=Address(kind, to),
            name=to,
            subject=text.partition("\n")[0],
            text=text,
            created=now,
        )
        try:
            outcome = channel.send(message, now=now.astimezone(self.settings.timezone))
        finally:
            channel.close()
        if not isinstance(outcome, Delivered):
            log.warning("an answer by %s could not be given: %s", kind.value, outcome.reason)
            return
        with self.database.transaction() as connection:
            Vitals(connection).count([(kind, "answered", outcome.parts)], now)

    def _sent_in_month(self, kind: ChannelKind, now: datetime) -> int:
        with self.database.reading() as connection:
            return Vitals(connection).sent_in_month(kind, now)

    def _words(self, name: str) -> str:
        return _WORDS[self.settings.language][name]


def _digest(channel: ChannelKind, id_: str) -> str:
    """What stands for a message or a sender where it need only be known again."""
    return sha256(f"{channel}:{id_}".encode()).hexdigest()


def _line(one: Occurrence, span: DaySpan, language: str) -> str:
    if not isinstance(one.when, Day):
        told = phrase(one.when, language=language, status=one.status)
    elif len(span) > 1:
        told = phrase(one.when, language=language, status=one.status, year=span.first.year)
    else:
        told = hours_phrase(one.when.hours, language=language)
    place = f" ({one.location})" if one.location else ""
    return f"{told}: {one.title}{place}"


def _days_text(span: DaySpan, language: str) -> str:
    def day(at: date) -> str:
        return f"{weekday_text(at, language=language)} {date_text(at)}"

    text = (
        day(span.first) if len(span) == 1 else f"{date_text(span.first, year=False)} – {date_text(span.last)}"
    )
    return text[:1].upper() + text[1:]


def _follows(person: Person, slug: str) -> bool:
    return any(follow.calendar in (slug, "*") for follow in person.follows)


_WORDS = {
    "vi": {
        "welcome": "Cảm ơn đồng chí đã quan tâm. Nhắn “đăng ký MÃ” (mã do văn phòng cấp) để nhận nhắc lịch.",
        "help": "Nhắn: “lịch hôm nay”, “lịch mai”, “lịch tuần”, “lịch tuần sau”, “đăng ký MÃ” (mã do văn phòng cấp) "
        "hoặc “huỷ” để dừng nhận tin.",
        "registered": "Đã đăng ký cho {name}. Từ nay lịch công tác sẽ được nhắc ở đây; nhắn “huỷ” để dừng.",
        "no such code": "Mã này không đúng hoặc đã quá hạn. Hãy xin văn phòng mã mới.",
        "too many codes": "Đã có quá nhiều mã sai. Hãy nhắn lại sau một giờ, hoặc xin văn phòng mã mới.",
        "stopped": "Đã dừng gửi tin. Muốn nhận lại, hãy xin văn phòng mã đăng ký mới.",
        "not known": "Tài khoản Zalo này chưa đăng ký nhận tin.",
        "nothing": "chưa có việc nào trên lịch.",
    },
    "en": {
        "welcome": "Thank you. Write “đăng ký CODE” (the office gives you a code) to be reminded.",
        "help": "Write “lịch hôm nay” (today), “lịch mai” (tomorrow), “lịch tuần” (the week), "
        "“lịch tuần sau” (the next), “đăng ký CODE” or “huỷ” to stop messages.",
        "registered": "{name} is registered. The calendar will be told here; write “huỷ” to stop.",
        "no such code": "This code is wrong or too old. Ask the office for another.",
        "too many codes": "Too many codes were wrong. Write again in an hour, or ask the office for another code.",
        "stopped": "Messages are stopped. Ask the office for a code to have them again.",
        "not known": "This Zalo account is not registered.",
        "nothing": "nothing is on the calendar.",
    },
}
