"""Setting up Zalo: the consent of an Official Account's administrator, and where a bot's messages are delivered.

Both are done once, by a clerk with Zalo's pages beside them, so each answer says what to do next. The consent's code
works for ten minutes and once; it is exchanged for the pair of tokens that `delivery.tokens` keeps.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from scheduler.attempts import Deferred, Halted, Outcome, Refused
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Surroundings
from scheduler.channels.zalo_bot_updates import BotUpdates
from scheduler.channels.zalo_oa import Quota, ZaloOaChannel
from scheduler.channels.zalo_token import challenge_of
from scheduler.database import Database
from scheduler.delivery.circuit import Circuits
from scheduler.delivery.tokens import DatabaseTokens
from scheduler.delivery.vitals import Vitals
from scheduler.errors import ConfigurationError, UnknownChannel
from scheduler.settings import Settings

BOT_HOOK = "/hooks/zalo-bot"


@dataclass(frozen=True, slots=True)
class Consent:
    """What a clerk needs: the page on which the administrator consents, and what is entered at Zalo before."""

    url: str
    callback: str
    challenge: str


class ZaloService:
    """Sets Zalo up for one installation."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        channels: Mapping[ChannelKind, Any],
        clock: Callable[[], datetime],
    ) -> None:
        """channels: the settings of each channel that is configured."""
        self._database = database
        self._settings = settings
        self._channels = channels
        self._clock = clock
        self._tokens = DatabaseTokens(database, clock)

    # --- the Official Account -------------------------------------------------------------------------------------

    def consent(self, callback: str = "") -> Consent:
        """Where the administrator consents; callback: where they are sent to afterwards, our own address if not named.

        The verifier stays the same, since its challenge is entered at Zalo once. UnknownChannel without [zalo_oa].
        """
        account = self._of(ChannelKind.ZALO_OA)
        callback = callback or self._settings.web.public_url
        challenge = challenge_of(self._tokens.verifier())
        asked = {"app_id": account.app_id, "redirect_uri": callback, "code_challenge": challenge}
        url = f"{account.oauth_url.rstrip('/')}/v4/oa/permission?{urlencode(asked)}"
        return Consent(url, callback, challenge)

    def authorise(self, given: str) -> Outcome | None:
        """Exchange the code, or the whole address that bears it, for the tokens; None when it is done."""
        account = self._of(ChannelKind.ZALO_OA)
        code = code_in(given)
        if not code:
            return Refused("there is no code in this address; copy all of it, from https:// to its end")
        channel = ZaloOaChannel(account, Surroundings(tokens=self._tokens))
        try:
            outcome = channel.authorise(code, self._tokens.verifier(), self._clock())
        finally:
            channel.close()
        if outcome is None:
            with self._database.transaction() as connection:
                Circuits(connection).resume(ChannelKind.ZALO_OA, self._clock())
        return outcome

    def template_quota(self) -> Quota | str:
        """How many template messages may still be sent today, or the reason why Zalo does not say."""
        channel = ZaloOaChannel(self._of(ChannelKind.ZALO_OA), Surroundings(tokens=self._tokens))
        try:
            told = channel.quota(self._clock())
        finally:
            channel.close()
        return told if isinstance(told, Quota) else getattr(told, "reason", "")

    # --- the bot --------------------------------------------------------------------------------------------------

    def bot_quota(self) -> Quota:
        """The bot's messages of a month, 0 for no such limit, and those left in this one."""
        cap = self._of(ChannelKind.ZALO_BOT).monthly_cap
        with self._database.reading() as connection:
            sent = Vitals(connection).sent_in_month(ChannelKind.ZALO_BOT, self._clock())
        return Quota(cap, max(cap - sent, 0))

    def hook_address(self) -> str:
        """Where Zalo would deliver what people write to the bot."""
        return f"{self._settings.web.public_url.rstrip('/')}{BOT_HOOK}"

    def set_hook(self) -> str | Deferred | Refused | Halted:
        """Have Zalo deliver what people write to the bot; what its probe found, "" for nothing amiss.

        ConfigurationError where the secret or the public address will not do.
        """
        bot = self._of(ChannelKind.ZALO_BOT)
        if not 8 <= len(bot.webhook_secret) <= 256:
            raise ConfigurationError("[zalo_bot] webhook_secret must have from 8 to 256 characters")
        outcome = self._with_updates(
            lambda updates: updates.set_webhook(self.hook_address(), bot.webhook_secret)
        )
        return outcome if isinstance(outcome, str) else _plain(outcome)

    def remove_hook(self) -> Deferred | Refused | Halted | None:
        """Have Zalo deliver nowhere, so that `sched run` can ask for what people write."""
        outcome = self._with_updates(lambda updates: updates.delete_webhook())
        return None if outcome is None else _plain(outcome)

    def hook(self) -> str | Deferred | Refused | Halted:
        """Where Zalo delivers now, "" for nowhere."""
        outcome = self._with_updates(lambda updates: updates.webhook())
        return outcome if isinstance(outcome, str) else _plain(outcome)

    def has(self, kind: ChannelKind) -> bool:
        """Whether the channel is configured."""
        return kind in self._channels

    def _with_updates(self, do: Callable[[BotUpdates], Any]) -> Any:
        updates = BotUpdates(self._of(ChannelKind.ZALO_BOT))
        try:
            return do(updates)
        finally:
            updates.close()

    def _of(self, kind: ChannelKind) -> Any:
        if kind not in self._channels:
            raise UnknownChannel(kind.value, tuple(channel.value for channel in self._channels))
        return self._channels[kind]


def code_in(given: str) -> str:
    """The code in the address that Zalo sent the administrator to; a bare code is itself."""
    text = given.strip()
    if "?" not in text and "=" not in text:
        return text
    return parse_qs(urlsplit(text).query or text).get("code", [""])[0]


def _plain(failure: Any) -> Deferred | Refused | Halted:
    """Setting up twice does no harm: what may have been done is as good as not done."""
    return failure if isinstance(failure, Deferred | Refused | Halted) else Deferred(failure.reason)
