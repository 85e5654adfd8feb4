"""Asking Zalo what people wrote to the bot, for an office that Zalo cannot reach from outside.

One process asks at a time: Zalo gives each update once, and two that ask would have half each. What cannot be done now
(no network, a webhook that is set) is logged once and tried again later; nothing here may end the process.
"""

import logging
from threading import Event, Thread

from scheduler.channel_kinds import ChannelKind
from scheduler.channels.zalo_bot_updates import BotUpdates
from scheduler.channels.zalo_hooks import read_bot_update
from scheduler.delivery.tokens import DatabaseTokens
from scheduler.errors import SchedulerError
from scheduler.service.inbound import InboundService
from scheduler.service.telling import TellingService

OTHER_LISTENS_SECONDS = 10.0
TROUBLE_SECONDS = 30.0

_log = logging.getLogger(__name__)


class BotListener:
    """Listens for one installation, in a thread of its own."""

    def __init__(self, service: TellingService) -> None:
        self._inbound = InboundService(service.database, service.settings, service.policy, service.channels)
        self._clock = service.clock
        self._updates = BotUpdates(service.channels[ChannelKind.ZALO_BOT])
        self._turn = DatabaseTokens(service.database, service.clock, "zalo_bot-updates")
        self._ended = Event()
        self._trouble = ""

    def start(self) -> None:
        """Begins to listen."""
        Thread(target=self._listen, name="zalo-bot-updates", daemon=True).start()

    def stop(self) -> None:
        """Listens no more; a request that is open is not waited for."""
        self._ended.set()

    def _listen(self) -> None:
        while not self._ended.is_set():
            self._ended.wait(self.look())
        try:
            self._turn.let_go()
        except SchedulerError as error:
            _log.warning("%s", error)
        self._updates.close()

    def look(self) -> float:
        """Ask once and do what was asked of us; seconds until it is to be done again."""
        try:
            if not self._turn.take():
                return OTHER_LISTENS_SECONDS
            found = self._updates.next()
            if not isinstance(found, list):
                return self._complain(found.reason)
            for body in found:
                now = self._clock()
                if (event := read_bot_update(body, now)) is not None:
                    self._inbound.take(event, now)
        except SchedulerError as error:
            return self._complain(str(error))
        except Exception:  # noqa: BLE001 - one message that cannot be answered must not make us deaf
            _log.exception("a message to the bot could not be answered")
        self._trouble = ""
        return 0.0

    def _complain(self, reason: str) -> float:
        if reason != self._trouble:
            _log.warning("what people write to the bot cannot be read now: %s", reason)
        self._trouble = reason
        return TROUBLE_SECONDS
