"""What Zalo's answers mean: three tables, one for each of its services, and the outcome of each meaning.

Zalo says inside the reply whether it accepted a message, whatever the HTTP status, and the same number means different
things in different services (reference on Zalo, 0.3, 2.8, 3.4, 4.5). What a table does not know is never sent again.
"""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from calendars.times import VIETNAM
from scheduler.attempts import Deferred, Halted, Outcome, Refused, Uncertain
from scheduler.channels.channel import Message


class Meaning(Enum):
    """What to do about an answer."""

    TOKEN = "refresh the token and send once more"
    AGAIN = "not accepted, try again"
    NEXT_MINUTE = "too many requests this minute"
    LONG_WAIT = "a quota is used up; nothing says until when"
    UNKNOWN = "it may have been delivered"
    MORNING = "not at night; from 06:05 on"
    TOMORROW = "the day's quota is used up"
    NEXT_MONTH = "the month's quota is used up"
    WINDOW = "the person has not written lately; only a template may be sent"
    NOT_BY_USER_ID = "the template may be sent by phone only"
    NEVER = "not this message"
    GONE = "no message to this person"
    OPERATOR = "the office must act"


def _table(*rows: tuple[Meaning, str]) -> Mapping[int, Meaning]:
    return {int(code): meaning for meaning, codes in rows for code in codes.split()}


BOT_ANSWERS = _table(
    (Meaning.NEVER, "400 404"),
    (Meaning.OPERATOR, "401"),
    (Meaning.AGAIN, "403 426"),  # 403 is "internal server error" here
    (Meaning.LONG_WAIT, "429"),
    (Meaning.UNKNOWN, "408 500 502 503 504"),
)

OA_ANSWERS = _table(
    (Meaning.TOKEN, "-216 -220 216 401 -401"),
    (Meaning.NEXT_MINUTE, "-32"),
    (Meaning.UNKNOWN, "-200"),
    (Meaning.TOMORROW, "-211 -218"),
    (Meaning.WINDOW, "-213 -230 -232 -305 -311"),
    (Meaning.MORNING, "-234"),
    (Meaning.NOT_BY_USER_ID, "-249"),
    (Meaning.NEVER, "-100 -201 -210 -214 -233 -248 -403"),
    (Meaning.GONE, "-217 -227 -244"),
    (Meaning.OPERATOR, "-204 -205 -209 -212 -219 -221 -223 -224 -235 -237 -238 -240 -241 -242 -320 -321"),
)

ZBS_ANSWERS = _table(
    (Meaning.TOKEN, "-124"),
    (Meaning.AGAIN, "-100"),
    (Meaning.MORNING, "-133"),
    (Meaning.TOMORROW, "-144 -147 -1471 -1472"),
    (Meaning.NEXT_MONTH, "-1441"),
    (Meaning.NEVER, "-106 -107 -110 -111 -112 -1121 -1122 -1124 -116 -130 -132 -153 -113 -1131 -1123"),
    (Meaning.NEVER, "-121 -122 -127 -148 -149 -150"),
    (Meaning.GONE, "-108 -114 -118 -119 -139 -140 -141"),
    (Meaning.OPERATOR, "-101 -102 -103 -104 -105 -109 -131 -146 -115 -126 -137 -1241 -125"),
    (Meaning.OPERATOR, "-117 -120 -135 -1351 -136 -138 -1381 -145"),
)

_LONG_WAIT = timedelta(minutes=10)


def outcome_of(meaning: Meaning, reason: str, message: Message, now: datetime) -> Outcome:
    """What an answer that is no success amounts to. now: the present instant.

    What must wait until after the message is useful is refused, so that another channel may carry it.
    """
    match meaning:
        case Meaning.AGAIN:
            return Deferred(reason)
        case Meaning.NEXT_MINUTE:
            return Deferred(reason, now.replace(second=0, microsecond=0) + timedelta(minutes=1))
        case Meaning.LONG_WAIT:
            return Deferred(reason, now + _LONG_WAIT)
        case Meaning.UNKNOWN:
            return Uncertain(reason)
        case Meaning.MORNING | Meaning.TOMORROW | Meaning.NEXT_MONTH:
            return _later(reason, _until(meaning, now), message)
        case Meaning.NEVER | Meaning.WINDOW | Meaning.NOT_BY_USER_ID:
            return Refused(reason)
        case Meaning.GONE:
            return Refused(reason, recipient_gone=True)
        case Meaning.OPERATOR | Meaning.TOKEN:
            return Halted(reason)


def _until(meaning: Meaning, now: datetime) -> datetime:
    """When what a meaning forbids is allowed again; Zalo's days, nights and months are taken as Vietnam's."""
    local = now.astimezone(VIETNAM)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    if meaning is Meaning.MORNING:
        morning = midnight + timedelta(hours=6, minutes=5)
        until = morning if local < morning else morning + timedelta(days=1)
    elif meaning is Meaning.TOMORROW:
        until = midnight + timedelta(days=1, minutes=5)
    else:
        until = (midnight.replace(day=1) + timedelta(days=32)).replace(day=1, minute=5)
    return until.astimezone(now.tzinfo)


def _later(reason: str, until: datetime, message: Message) -> Outcome:
    if message.useful_until is not None and until >= message.useful_until:
        return Refused(f"{reason}; not before {until:%H:%M %d/%m/%Y}, when it is of no use any more")
    return Deferred(reason, until)


def json_object(body: bytes) -> dict[str, Any] | None:
    """The JSON object that a body is; None for anything else, such as a page of a proxy on the way.

    None also for one nested out of all reason, and for one with halves of letters (RFC 8259 section 8.2): nothing can
    keep those.
    """
    try:
        value = json.loads(body)
        if b"\\u" in body:
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def number(value: Any) -> int | None:
    """A number that Zalo may have written as text; None for anything else."""
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        return None
