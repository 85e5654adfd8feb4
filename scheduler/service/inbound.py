"""What people write to the office's Zalo: who they are, today's or this week's calendar, and to be left alone.

What is hard is the time: Zalo takes an endpoint out of use that does not answer within seconds, so it is said at once
whether a message is genuine, and the work is done afterwards (`take`). The same message may come twice: it is answered
once, and whatever it asks can be done twice without harm.
"""

import logging
import re
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from secrets import token_hex
from threading import Lock
from typing import Any

from calendars.events import Occurrence, occurrences_between
from calendars.grammar.spelling import fold
from calendars.phrasing import date_text, hours_phrase, phrase, weekday_text
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
from scheduler.settings import Settings, Visibility

__all__ = ["Heard", "Inbound", "InboundService", "wish_of"]

REMEMBERED = 1_000
LONGEST_LIST = 20

_REGISTER = re.compile(r"^dang ky (?:ma )?([a-z0-9]{6})\b")
_LISTING = re.compile(
    r"^(?:(?:cho|toi|em|minh|xin|xem|gui) )*(?:lich|lich hop|lich cong tac)"
    r"(?: (?P<days>hom nay|ngay mai|mai|tuan|tuan nay|tuan sau|tuan toi))?(?: (?:a|nhe|voi|di))?$"
)
_STOP = re.compile(
    r"^(?:huy|dung|ngung|stop)(?: (?:dang ky|nhan|gui|nhac|tin|tin nhan|thong bao|lich|viec))*(?: (?:a|nhe|di))?$"
)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Heard:
    """Whether a body is genuine, and the event in it, None where it holds none of a person."""

    is_genuine: bool
    event: Inbound | None = None


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a message asks: register (with the code), today, week, stop, help; ahead: days or weeks from this one."""

    name: str
    code: str = ""
    ahead: int = 0


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
        self._seen: OrderedDict[str, None] = OrderedDict()
        self._lock = Lock()

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

    # --- the work, afterwards -------------------------------------------------------------------------------------

    def take(self, event: Inbound, now: datetime) -> str | None:
        """Learn from an event, do what it asks and answer; what was answered, None where nothing is to be said."""
        if not self._is_new(event.id):
            return None
        channel = event.channel if isinstance(event, InboundMessage) else ChannelKind.ZALO_OA
        sender = event.sender if isinstance(event, InboundMessage) else event.user
        if isinstance(event, Unfollowed):
            # Who leaves the account opens no window: nothing is learnt from it.
            return None
        with self.database.transaction() as connection:
            Directory(connection).interacted(channel, sender, at=event.at)
        if isinstance(event, Followed):
            answer = self._words("welcome")
        elif isinstance(event, InboundMessage) and event.private:
            answer = self._answer(event, now)
        else:
            return None
        self._say(channel, event.chat if isinstance(event, InboundMessage) else sender, answer, now)
        return answer

    def _answer(self, message: InboundMessage, now: datetime) -> str:
        wish = wish_of(message.text)
        today = now.astimezone(self.settings.timezone).date()
        # The bot is reached by its chat, the Official Account by the user.
        value = message.chat if message.channel is ChannelKind.ZALO_BOT else message.sender
        address = Address(message.channel, value)
        match wish.name:
            case "register":
                return self._register(wish.code, address, message.at, now)
            case "today":
                day = today + wish.ahead * ONE_DAY
                return self._listing(address, DaySpan(day, day))
            case "week":
                return self._listing(address, week_of(today + 7 * wish.ahead * ONE_DAY))
            case "stop":
                return self._stop(address, now)
            case _:
                return self._words("help")

    def _register(self, code: str, address: Address, at: datetime, now: datetime) -> str:
        with self.database.transaction() as connection:
            directory = Directory(connection)
            person = directory.register(code, address, now=now)
            if person is None:
                return self._words("no such code")
            directory.opt_out(person.id, out=False)
            directory.interacted(address.channel, address.value, at=at)
            replan_people(connection, self.policy, [person.id], now)
        return self._words("registered").format(name=person.name)

    def _stop(self, address: Address, now: datetime) -> str:
        with self.database.transaction() as connection:
            directory = Directory(connection)
            people = directory.by_address(address.channel, address.value)
            for person in people:
                directory.opt_out(person.id)
                Outbox(connection).drop_person(person.id, "stopped by the person", now=now)
        return self._words("stopped" if people else "not known")

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

    def _say(self, kind: ChannelKind, to: str, text: str, now: datetime) -> None:
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

    def _is_new(self, id_: str) -> bool:
        with self._lock:
            if id_ in self._seen:
                return False
            self._seen[id_] = None
            while len(self._seen) > REMEMBERED:
                self._seen.popitem(last=False)
            return True

    def _words(self, name: str) -> str:
        return _WORDS[self.settings.language][name]


def wish_of(text: str) -> _Wish:
    """What a message asks; with or without diacritics, marks and capitals.

    Whatever is not surely one of them is answered with help: nobody is struck off the list for asking about a meeting
    that is called off, and who asks for a month is not told a day.
    """
    plain = " ".join(re.findall(r"[a-z0-9]+", fold(text)))
    if found := _REGISTER.search(plain):
        return _Wish("register", found[1].upper())
    if found := _LISTING.search(plain):
        days = found["days"] or ""
        if days.startswith("tuan"):
            return _Wish("week", ahead=int(days in ("tuan sau", "tuan toi")))
        return _Wish("today", ahead=int(days.endswith("mai")))
    return _Wish("stop") if _STOP.search(plain) else _Wish("help")


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
        "stopped": "Messages are stopped. Ask the office for a code to have them again.",
        "not known": "This Zalo account is not registered.",
        "nothing": "nothing is on the calendar.",
    },
}
