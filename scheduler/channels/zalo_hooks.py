"""What Zalo sends us: whether it is genuine, and what it says, as values.

Two services with two manners: the Official Account signs each event with a hash over its bytes, the Bot Platform sends
along a secret that was agreed on (reference on Zalo, 4.3 and 5). Bodies are read leniently, since shapes differ between
events; what is no message and no sign of life of a person is None. The routes that receive them are the pages' concern.
"""

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from scheduler.channel_kinds import ChannelKind
from scheduler.channels.zalo_answers import json_object, number

REPLAY_WINDOW = timedelta(hours=6)
"""Zalo repeats an event for two hours with its first timestamp (5.1); clocks differ as well."""

_MILLISECONDS = 10**11


@dataclass(frozen=True, slots=True, kw_only=True)
class InboundMessage:
    """Somebody wrote. id: the same when Zalo delivers it again; chat: where to answer; private: not in a group."""

    channel: ChannelKind
    id: str
    sender: str
    chat: str
    text: str
    at: datetime
    private: bool = True
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """Somebody began to follow the Official Account."""

    id: str
    user: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfollowed:
    """Somebody no longer follows the Official Account."""

    id: str
    user: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Interacted:
    """Somebody did something else that opens the 7-day window: a picture, a button, a reaction."""

    id: str
    user: str
    at: datetime


Inbound = InboundMessage | Followed | Unfollowed | Interacted


def is_from_official_account(
    body: bytes, signature: str | None, *, app_id: str, oa_secret_key: str, now: datetime
) -> bool:
    """Whether the header `X-ZEvent-Signature` is the hash of app id, body, the body's own timestamp and the OA's key.

    False without a key, and for events older than `REPLAY_WINDOW` at `now`.
    """
    event = json_object(body) or {}
    stamp = event.get("timestamp")
    if not oa_secret_key or not signature or stamp is None or abs(now - _instant(stamp, now)) > REPLAY_WINDOW:
        return False
    expected = sha256(app_id.encode() + body + str(stamp).encode() + oa_secret_key.encode()).hexdigest()
    given = re.fullmatch(r"(?:mac\s*=\s*)?([0-9a-f]{64})", signature.strip().lower())
    return given is not None and hmac.compare_digest(expected, given[1])


def is_from_bot(secret_header: str | None, webhook_secret: str) -> bool:
    """Whether the header `X-Bot-Api-Secret-Token` has the secret; False where none is configured."""
    return bool(webhook_secret) and hmac.compare_digest(
        (secret_header or "").encode(), webhook_secret.encode()
    )


def read_official_account_event(body: bytes, now: datetime) -> Inbound | None:
    """The event in a genuine body; None for echoes, receipts, probes and whatever is not of a person.

    now: taken for the time of an event that has none.
    """
    event = json_object(body) or {}
    name = str(event.get("event_name", ""))
    at = _instant(event.get("timestamp"), now)
    subject = _id_in(event.get("follower")) or _id_in(event.get("sender"))
    if not subject:
        return None
    message = event.get("message")
    said: Mapping[str, Any] = message if isinstance(message, dict) else {}
    unique = str(said.get("msg_id") or f"{name}-{event.get('timestamp')}-{subject}")
    match name:
        case "follow":
            return Followed(id=unique, user=subject, at=at)
        case "unfollow":
            return Unfollowed(id=unique, user=subject, at=at)
        case "user_send_text" | "user_send_group_text" if isinstance(said.get("text"), str):
            in_group = name == "user_send_group_text"
            return InboundMessage(
                channel=ChannelKind.ZALO_OA,
                id=unique,
                sender=subject,
                chat=_id_in(event.get("recipient")) if in_group else subject,
                text=said["text"],
                at=at,
                private=not in_group,
            )
        case "user_received_message" | "user_seen_message":
            return None  # the sender is the account itself
        case _ if name.startswith("user_"):
            return Interacted(id=unique, user=subject, at=at)
        case _:
            return None


def read_bot_update(body: bytes, now: datetime) -> InboundMessage | None:
    """The text somebody wrote to the bot, from an update with or without its envelope; None for anything else."""
    update = json_object(body) or {}
    result = update.get("result")
    if isinstance(result, dict):
        update = result
    message = update.get("message")
    if update.get("event_name") != "message.text.received" or not isinstance(message, dict):
        return None
    sender, chat, text = _id_in(message.get("from")), _id_in(message.get("chat")), message.get("text")
    if not sender or not chat or not isinstance(text, str) or message["from"].get("is_bot") is True:
        return None
    return InboundMessage(
        channel=ChannelKind.ZALO_BOT,
        id=f"{chat}-{message.get('message_id', '')}",
        sender=sender,
        chat=chat,
        text=text,
        at=_instant(message.get("date"), now),
        private=message["chat"].get("chat_type") == "PRIVATE",
        name=str(message["from"].get("display_name") or ""),
    )


def _id_in(value: object) -> str:
    """The id of a sender, follower or chat; ids are text, however long (they exceed 2^53)."""
    found = value.get("id") if isinstance(value, dict) else None
    return str(found) if isinstance(found, str | int) and not isinstance(found, bool) else ""


def _instant(value: object, otherwise: datetime) -> datetime:
    """An instant (UTC) given in milliseconds or, by some bodies, in seconds."""
    count = number(value)
    if count is None or not 0 < count < 10**14:
        return otherwise
    return datetime.fromtimestamp(count / 1000 if count > _MILLISECONDS else count, UTC)
