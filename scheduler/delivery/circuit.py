"""Which channels do not work now: those that need a person, and those that are down for everybody.

A channel that says `Halted` is halted for all: wrong passwords tried again and again lock accounts. One that turns away
many different people in a row rests, longer each time. When the pause is over a single message probes it; success opens
it again. The state stands in the database, so that all processes and `sched doctor` see the same.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from calendars.queries import Connection
from scheduler.attempts import Deferred, Delivered, Halted, Outcome, Uncertain
from scheduler.channel_kinds import ChannelKind
from scheduler.outbox import QUERIES
from scheduler.people import Address
from scheduler.tellings import instant_of, instant_text

FAILURES_TO_REST = 8
"""So many different addresses in a row must be turned away before a channel is taken to be down."""

FIRST_REST = timedelta(seconds=30)
LONGEST_REST = timedelta(minutes=10)
HALT_PAUSE = timedelta(hours=1)


class ChannelTrouble(StrEnum):
    """Why a channel does not work."""

    HALTED = "halted"
    """a person must act"""
    RESTING = "resting"
    """it is down, and is tried again later"""
    FAILING = "failing"
    """it turns messages away, not yet enough of them to rest"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelState:
    """Trouble with a channel since an instant (UTC); until: when it is next tried."""

    channel: ChannelKind
    trouble: ChannelTrouble
    since: datetime
    until: datetime
    failures: int
    reason: str


class Circuits:
    """The channels' states within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._states: dict[ChannelKind, ChannelState] | None = None

    def all(self) -> dict[ChannelKind, ChannelState]:
        """Those in trouble."""
        if self._states is None:
            self._states = {
                ChannelKind(channel): ChannelState(
                    channel=ChannelKind(channel),
                    trouble=ChannelTrouble(state),
                    since=instant_of(since),
                    until=instant_of(until),
                    failures=failures,
                    reason=reason,
                )
                for channel, state, since, until, failures, reason, _told in self._connection.execute(
                    QUERIES["channel_states"]
                )
            }
        return self._states

    def rest(self, channel: ChannelKind, now: datetime) -> ChannelState | None:
        """The channel's trouble if nothing may be sent by it at `now`."""
        state = self.all().get(channel)
        if state is None or state.trouble is ChannelTrouble.FAILING or state.until <= now:
            return None
        return state

    def is_probing(self, channel: ChannelKind) -> bool:
        """Whether only one message at a time may be sent, to see whether it works again."""
        state = self.all().get(channel)
        return state is not None and state.trouble is not ChannelTrouble.FAILING

    def learn(self, channel: ChannelKind, to: Address, outcome: Outcome, now: datetime) -> bool:
        """Takes note of an outcome; True where the channel was halted and nobody has been told yet."""
        state = self.all().get(channel)
        if isinstance(outcome, Halted):
            self._put(channel, ChannelTrouble.HALTED, now + HALT_PAUSE, 0, outcome.reason, now)
            told = {"channel": channel, "now": instant_text(now)}
            return bool(self._connection.execute(QUERIES["claim_telling_of_halt"], told))
        if isinstance(outcome, Deferred | Uncertain):
            self._turned_away(channel, state, to, outcome, now)
        elif isinstance(outcome, Delivered) and state is not None:
            self.resume(channel, now)
        return False

    def resume(self, channel: ChannelKind, now: datetime) -> None:
        """The channel works again, as a success or a person says: what waited for it goes out now."""
        state = self.all().get(channel)
        if state is not None and state.trouble is not ChannelTrouble.FAILING:
            waiting = {"channel": channel, "now": instant_text(now), "until": instant_text(state.until)}
            self._connection.execute(QUERIES["bring_forward"], waiting)
        self._connection.execute(QUERIES["clear_channel_state"], {"channel": channel})
        self._states = None

    def _turned_away(
        self,
        channel: ChannelKind,
        state: ChannelState | None,
        to: Address,
        outcome: Deferred | Uncertain,
        now: datetime,
    ) -> None:
        if state is not None and state.trouble is ChannelTrouble.HALTED:
            return
        # The reason carries the last address, so that one recipient's grey-listing is not counted twice in a row.
        mark = f" [{to.value}]"
        if state is not None and state.reason.endswith(mark):
            return
        failures = (state.failures if state else 0) + 1
        trouble, until = ChannelTrouble.FAILING, now
        if failures >= FAILURES_TO_REST:
            trouble = ChannelTrouble.RESTING
            doublings = min(failures - FAILURES_TO_REST, 10)
            until = now + min(FIRST_REST * 2**doublings, LONGEST_REST)
        self._put(channel, trouble, until, failures, outcome.reason[:300] + mark, now)

    def _put(
        self,
        channel: ChannelKind,
        trouble: ChannelTrouble,
        until: datetime,
        failures: int,
        reason: str,
        now: datetime,
    ) -> None:
        self._connection.execute(
            QUERIES["put_channel_state"],
            {
                "channel": channel,
                "state": trouble,
                "since": instant_text(now),
                "until": instant_text(until),
                "failures": failures,
                "reason": reason,
            },
        )
        self._states = None
