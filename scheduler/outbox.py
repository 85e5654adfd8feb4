"""Where tellings wait: plan, lease, settle, each in the caller's transaction.

Hard here: a plan is replaced in the same transaction as the revision that made it, without putting off what is due or
sending again what was sent; several workers share the rows, so a worker leases what it takes and a lease that is not
settled runs out; what has arrived stays so, whoever holds the lease by then. What to do after a failed try is decided
by `retry`, what a telling says by `messages`; here is only what is kept.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from secrets import token_hex
from typing import Any

from calendars.queries import Connection, Dialect, Row, load_queries
from scheduler.attempts import Attempt, Deferred, Delivered, Halted, Outcome, Refused, Uncertain
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Purpose
from scheduler.reminders import Reminder
from scheduler.tellings import Leased, State, Telling, instant_of, instant_text, telling_of

QUERIES = load_queries(Path(__file__).parent / "sql" / "outbox.sql")

BATCH = 5_000
FAR_FUTURE = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a plan speaks for: reminders outside it are left alone. None: all events, all people.

    until: the plan's horizon (UTC); reminders of what starts later are not touched.
    """

    events: tuple[str, ...] | None = None
    people: tuple[str, ...] | None = None
    until: datetime = FAR_FUTURE


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A telling as it stands in the outbox. next: its next try (UTC) where it is open; settled: when it was closed."""

    telling: Telling
    channel: ChannelKind
    state: State
    next: datetime
    tries: int
    reason: str
    settled: datetime | None


class Outbox:
    """The outbox within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # --- plan -----------------------------------------------------------------------------------------------------

    def replace_plan(self, reminders: Iterable[Reminder], scope: Scope, *, now: datetime) -> int:
        """Makes these the pending reminders of the scope, and gives their number.

        What was sent or is in hand is left alone, so planning twice changes nothing; pending ones that are no longer
        planned vanish. To be called in the transaction that keeps the revision. Reminders are taken one at a time.
        """
        plan, count = token_hex(8), 0
        self._connection.execute(QUERIES["make_room"])
        for batch in _batches(reminders):
            self._plan_batch([_row(telling_of(reminder)) for reminder in batch], plan, now)
            count += len(batch)
        self._connection.execute(QUERIES["sort_plan"])
        self._connection.execute(QUERIES["weigh_plan"])
        bounds = {"plan": plan, "now": instant_text(now), "until": instant_text(scope.until)}
        if scope.events is not None:
            rows = [bounds | {"event": uid} for uid in scope.events]
            self._connection.execute_many(QUERIES["remove_unplanned_of_event"], rows)
        elif scope.people is not None:
            rows = [bounds | {"person": person} for person in scope.people]
            self._connection.execute_many(QUERIES["remove_unplanned_of_person"], rows)
        else:
            self._connection.execute(QUERIES["remove_unplanned"], bounds)
        self._connection.execute(QUERIES["wake"])
        return count

    def _plan_batch(self, rows: Sequence[dict[str, Any]], plan: str, now: datetime) -> None:
        common = {"plan": plan, "now": instant_text(now)}
        if self._connection.dialect is Dialect.POSTGRESQL:
            # Row by row it would be a round trip each, four times as slow.
            self._connection.execute(QUERIES["plan_telling"], {"rows": json.dumps(rows)} | common)
        else:
            self._connection.execute_many(QUERIES["plan_telling"], [row | common for row in rows])

    def add(self, tellings: Iterable[Telling]) -> None:
        """Adds tellings that no plan replaces (change notices, digests); one that is there already stays as it is."""
        for batch in _batches(tellings):
            rows = [_row(telling) | {"plan": ""} for telling in batch]
            self._connection.execute_many(QUERIES["add_telling"], rows)
        self._connection.execute(QUERIES["wake"])

    # --- lease and settle -----------------------------------------------------------------------------------------

    def lease(self, channel: ChannelKind, count: int, *, now: datetime, until: datetime) -> list[Leased]:
        """Takes up to `count` tellings of the channel that are due, oldest first; they are this caller's up to `until`.

        Among them are those whose lease ran out unsettled.
        """
        lease = token_hex(8)
        rows = self._connection.execute(
            QUERIES["lease"],
            {
                "channel": channel,
                "count": count,
                "now": instant_text(now),
                "until": instant_text(until),
                "lease": lease,
            },
        )
        found = [
            Leased(
                telling=telling_of_row(row),
                channel=ChannelKind(row[11]),
                lease=lease,
                tries=row[13],
                unsettled=row[14],
                taken=instant_of(row[15]),
                planned=instant_of(row[16]) if row[16] else None,
            )
            for row in rows
        ]
        return sorted(found, key=lambda leased: leased.telling.due)

    def renew(self, leased: Iterable[Leased], *, until: datetime) -> None:
        """Keeps leases up to `until` for tries that take long."""
        rows = [{"id": one.telling.id, "lease": one.lease, "until": instant_text(until)} for one in leased]
        self._connection.execute_many(QUERIES["renew"], rows)

    def record(self, tries: Sequence[tuple[Leased, Attempt]], *, worker: str) -> None:
        """Keeps what came of each try; one that delivered ends its telling, even if the lease ran out meanwhile."""
        rows = [_attempt_row(leased, attempt, worker) for leased, attempt in tries]
        self._connection.execute_many(QUERIES["add_attempt"], rows)
        delivered = [
            {"id": row["telling"], "settled": row["ended"], "tries": row["number"], "channel": row["channel"]}
            for row in rows
            if row["outcome"] == "delivered"
        ]
        if delivered:
            self._connection.execute_many(QUERIES["settle_delivered"], delivered)

    def close(self, leased: Leased, state: State, *, now: datetime, tries: int, reason: str = "") -> None:
        """Ends a telling that did not arrive, if it is still under this lease."""
        self._connection.execute(
            QUERIES["settle"],
            self._settlement(leased, leased.channel, leased.telling.channels, now, tries, reason)
            | {"state": state, "settled": instant_text(now)},
        )

    def reschedule(
        self,
        leased: Leased,
        at: datetime,
        *,
        tries: int,
        reason: str,
        channels: tuple[ChannelKind, ...] | None = None,
    ) -> None:
        """Lets it wait until `at`; channels: those still to be tried, the first next."""
        left = channels or (leased.channel, *(c for c in leased.telling.channels if c is not leased.channel))
        self._connection.execute(
            QUERIES["settle"],
            self._settlement(leased, left[0], left, at, tries, reason)
            | {"state": State.PENDING, "settled": None},
        )

    def put_back(
        self, leased: Leased, at: datetime, *, channel: ChannelKind | None = None, reason: str = ""
    ) -> None:
        """Gives an unused lease back, to be taken again from `at` on; it does not count as a try."""
        self._connection.execute(
            QUERIES["put_back"],
            {
                "id": leased.telling.id,
                "lease": leased.lease,
                "next": instant_text(at),
                "channel": channel or leased.channel,
                "reason": reason,
            },
        )

    def next_moment(self, channel: ChannelKind) -> datetime | None:
        """When the channel next has something to do: a due time or the end of a lease; None: nothing waits."""
        found = self._connection.execute(QUERIES["next_moment"], {"channel": channel})[0][0]
        return instant_of(found) if found else None

    @staticmethod
    def _settlement(
        leased: Leased,
        channel: ChannelKind,
        channels: tuple[ChannelKind, ...],
        at: datetime,
        tries: int,
        reason: str,
    ) -> dict[str, Any]:
        return {
            "id": leased.telling.id,
            "lease": leased.lease,
            "channel": channel,
            "channels": " ".join(channels),
            "next": instant_text(at),
            "tries": tries,
            "reason": reason[:500],
        }

    # --- by hand --------------------------------------------------------------------------------------------------

    def find(self, *, state: State | None = None, count: int = 1000) -> list[Kept]:
        """Tellings in the order of their due times."""
        wanted = {"state": state or "", "count": count}
        return [_kept(row) for row in self._connection.execute(QUERIES["list_tellings"], wanted)]

    def around(self, now: datetime, *, state: State | None = None, count: int = 200) -> list[Kept]:
        """Tellings in the order of their due times; where there are more than `count`, those nearest to `now` (UTC).

        Half of them are of before and half of after, and more where the other side has fewer.
        """
        wanted = {"state": state or "", "now": instant_text(now), "count": count}
        back = self._connection.execute(QUERIES["list_tellings_back"], wanted)
        ahead = self._connection.execute(QUERIES["list_tellings_ahead"], wanted)
        shown_ahead = min(len(ahead), max(count // 2, count - len(back)))
        shown = [*reversed(back[: count - shown_ahead]), *ahead[:shown_ahead]]
        return [_kept(row) for row in shown]

    def count_waiting(self, now: datetime) -> int:
        """How many tellings are open whose hour has come at `now` (UTC)."""
        [[count]] = self._connection.execute(QUERIES["count_waiting"], {"now": instant_text(now)})
        return int(count)

    def get(self, telling: str) -> Kept | None:
        """The telling of that id."""
        rows = self._connection.execute(QUERIES["one_telling"], {"id": telling})
        return _kept(rows[0]) if rows else None

    def attempts(self, telling: str) -> list[Attempt]:
        """The tries at it, oldest first."""
        rows = self._connection.execute(QUERIES["attempts_of"], {"telling": telling})
        return [
            Attempt(number, channel, instant_of(started), instant_of(ended), _outcome(outcome, answer))
            for number, channel, started, ended, outcome, answer, _worker in rows
        ]

    def retry(self, telling: str, channels: tuple[ChannelKind, ...], *, now: datetime) -> bool:
        """Lets a telling be tried again by these channels in order: at once, or at its hour if that is still to come.

        False where it was sent or is in hand.
        """
        wanted = {
            "id": telling,
            "now": instant_text(now),
            "channel": channels[0],
            "channels": " ".join(channels),
        }
        done = bool(self._connection.execute(QUERIES["retry_telling"], wanted))
        self._connection.execute(QUERIES["wake"])
        return done

    def revive(self, person: str, channels: tuple[ChannelKind, ...], *, now: datetime) -> None:
        """What failed for somebody who has another address now is told by these channels, if it is still ahead.

        Notices at once, reminders as the plan has them that is to follow in the same transaction.
        """
        wanted = {"person": person, "now": instant_text(now)}
        self._connection.execute(QUERIES["plan_failed_anew"], wanted)
        if channels:
            ways = {"channel": channels[0], "channels": " ".join(channels)}
            self._connection.execute(QUERIES["retry_failed_notices"], wanted | ways)

    def cancel(self, telling: str, reason: str, *, now: datetime) -> bool:
        """Takes a waiting telling out; False where it does not wait."""
        wanted = {"id": telling, "reason": reason, "now": instant_text(now)}
        return bool(self._connection.execute(QUERIES["cancel_telling"], wanted))

    def drop_person(self, person: str, reason: str, *, now: datetime) -> None:
        """Takes out all that waits, is held or in hand for a person who is to be told no more."""
        wanted = {"person": person, "reason": reason, "now": instant_text(now)}
        self._connection.execute(QUERIES["cancel_person"], wanted)

    def forget(self, before: datetime) -> None:
        """Removes the history of what was over before that instant, and the attempts that belonged to it."""
        for query in ("forget_settled", "forget_attempts"):
            self._connection.execute(QUERIES[query], {"before": instant_text(before)})


def outcome_words(outcome: Outcome) -> tuple[str, str]:
    """An outcome as the database keeps it: its name, and the receipt or the reason."""
    name = type(outcome).__name__.lower()
    return name, outcome.receipt if isinstance(outcome, Delivered) else outcome.reason


def _attempt_row(leased: Leased, attempt: Attempt, worker: str) -> dict[str, Any]:
    outcome, answer = outcome_words(attempt.outcome)
    return {
        "telling": leased.telling.id,
        "number": attempt.number,
        "channel": attempt.channel,
        "started": instant_text(attempt.started),
        "ended": instant_text(attempt.ended),
        "outcome": outcome,
        "answer": answer[:500],
        "worker": worker,
    }


def _outcome(name: str, answer: str) -> Outcome:
    kinds: dict[str, type[Outcome]] = {
        "delivered": Delivered,
        "deferred": Deferred,
        "uncertain": Uncertain,
        "refused": Refused,
        "halted": Halted,
    }
    return kinds[name](answer)


def _batches(items: Iterable[Any]) -> Iterator[Sequence[Any]]:
    remaining = iter(items)
    while batch := list(islice(remaining, BATCH)):
        yield batch


def _row(telling: Telling) -> dict[str, Any]:
    return {
        "id": telling.id,
        "purpose": telling.purpose,
        "event": telling.event,
        "day": telling.day.isoformat() if telling.day else "",
        "rule": telling.rule,
        "person": telling.person,
        "calendar": telling.calendar,
        "starts": instant_text(telling.starts),
        "ends": instant_text(telling.ends),
        "due": instant_text(telling.due),
        "channels": " ".join(telling.channels),
        "channel": telling.channels[0],
        "body": json.dumps(telling.body, ensure_ascii=False) if telling.body else "",
    }


def telling_of_row(row: Row) -> Telling:
    """The telling of a row that begins with the outbox's columns from `id` to `body`."""
    return Telling(
        id=row[0],
        purpose=Purpose(row[1]),
        event=row[2],
        day=date.fromisoformat(row[3]) if row[3] else None,
        rule=row[4],
        person=row[5],
        calendar=row[6],
        starts=instant_of(row[7]),
        ends=instant_of(row[8]),
        due=instant_of(row[9]),
        channels=tuple(ChannelKind(name) for name in row[10].split()),
        body=json.loads(row[12]) if row[12] else {},
    )


def _kept(row: Row) -> Kept:
    return Kept(
        telling=telling_of_row(row),
        channel=ChannelKind(row[11]),
        state=State(row[13]),
        next=instant_of(row[14]),
        tries=row[15],
        reason=row[16],
        settled=instant_of(row[17]) if row[17] else None,
    )
