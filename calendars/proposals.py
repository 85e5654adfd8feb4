"""What waits for a person: questions of a comparison and changes that are not sure, each settled once.

    proposals = ProposalStore(connection)           # beside a ReleaseStore on the same transaction
    proposals.hold(revision, waiting, programme=..., now=now) -> proposals for questions and unsure changes
    proposals.proposals(calendar)  .proposal(n)  .settle(n, accepted=..., by=..., now=now)

A proposal keeps the document's header and the entries concerned, so that it can be compared anew when it is settled:
the calendar has gone on meanwhile. What is hard is a paper that is issued again while its questions wait: each document
keeps its own, so that either may be taken back, and yet a person is asked once and the answer holds for all.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from calendars.changes import Change, Question, Revision
from calendars.errors import UnknownProposal
from calendars.programme import Entry, Programme
from calendars.programme_records import programme_from_json, programme_to_json
from calendars.queries import Connection, Row, fits, load_queries
from calendars.records import instant_from_text, instant_text, json_text
from calendars.store import CalendarStore

QUERIES = load_queries(Path(__file__).parent / "sql" / "proposals.sql")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What waits for a person. programme: the document's header with the entries concerned alone.

    candidates: the events it may be, best first, as {"uid", "title", "score", "why"}, a foreign calendar's with "says"
    (`changes.Candidate`); release: the one that it became.
    """

    number: int
    calendar: str
    programme: Programme
    reason: str
    candidates: tuple[Mapping[str, Any], ...]
    state: str
    made: datetime
    settled: datetime | None
    settled_by: str | None
    release: int | None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entry in doubt, preceded by that of its old time where a notice gives one."""
        return self.programme.entries

    @property
    def finding(self) -> tuple[object, ...]:
        """What is asked, whichever document asks it and wherever it says so."""
        entries = tuple(
            replace(
                entry,
                evidence=(),
                confidence=1.0,
                issues=tuple(issue._replace(passage=None) for issue in entry.issues),
            )
            for entry in self.entries
        )
        events = tuple((one.get("uid"), one.get("says")) for one in self.candidates)
        return self.calendar, self.reason, entries, events


class ProposalStore:
    """What waits, within one open transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def hold(
        self,
        revision: Revision,
        waiting: Iterable[Change] = (),
        *,
        programme: Programme,
        now: datetime,
    ) -> list[Proposal]:
        """Keeps the questions of a revision, and changes that wait for approval, for a person to settle."""
        CalendarStore(self.connection).open_calendar(revision.calendar, now)
        kept = [self._hold_question(revision, question, programme, now) for question in revision.questions]
        return kept + [self._hold_change(revision, change, programme, now) for change in waiting]

    def proposal(self, number: int) -> Proposal:
        """The proposal of that number; UnknownProposal where there is none."""
        rows = self.connection.execute(QUERIES["proposal"], {"number": number}) if fits(number) else ()
        if not rows:
            raise UnknownProposal(number)
        return _proposal(rows[0])

    def proposals(self, calendar: str | None = None, state: str = "waiting") -> list[Proposal]:
        """The proposals in a state ("waiting", "accepted", "rejected"), in order.

        Of waiting ones that ask the same only the last: its document was the last to say so.
        """
        params = {"calendar": calendar, "state": state}
        found = [_proposal(row) for row in self.connection.execute(QUERIES["proposals"], params)]
        if state != "waiting":
            return found
        return sorted({one.finding: one for one in found}.values(), key=lambda one: one.number)

    def settle(
        self, number: int, *, accepted: bool, now: datetime, by: str | None = None, release: int | None = None
    ) -> bool:
        """Says what became of a proposal, and of those that ask the same; False where it was settled meanwhile."""
        asked = self.proposal(number)
        params = {
            "number": number,
            "state": "accepted" if accepted else "rejected",
            "settled": instant_text(now),
            "settled_by": by,
            "release": release,
        }
        if not self.connection.execute(QUERIES["settle_proposal"], params):
            return False
        rows = self.connection.execute(QUERIES["proposals"], {"calendar": asked.calendar, "state": "waiting"})
        for same in (one for one in map(_proposal, rows) if one.finding == asked.finding):
            self.connection.execute(QUERIES["settle_proposal"], {**params, "number": same.number})
        return True

    def reopen(self, release: int) -> None:
        """Asks again what was answered by a release that is taken back."""
        self.connection.execute(QUERIES["reopen_proposals"], {"release": release})

    def close_again(self, reopened: int, *, release: int, now: datetime, by: str | None = None) -> None:
        """Takes the answers as given again, which taking back the release `reopened` had opened; release: by which."""
        params = {
            "reopened": reopened,
            "release": release,
            "settled": instant_text(now),
            "settled_by": by,
        }
        self.connection.execute(QUERIES["close_proposals_again"], params)

    def _hold_question(
        self, revision: Revision, question: Question, programme: Programme, now: datetime
    ) -> Proposal:
        candidates = [
            {"uid": c.event.uid, "title": c.event.title, "score": round(c.score, 3), "why": list(c.why)}
            | ({"says": c.says} if c.says else {})
            for c in question.candidates
        ]
        return self._keep_proposal(revision, programme, question.entries, question.reason, candidates, now)

    def _hold_change(
        self, revision: Revision, change: Change, programme: Programme, now: datetime
    ) -> Proposal:
        before = change.before
        candidates = (
            [] if before is None else [{"uid": before.uid, "title": before.title, "why": list(change.why)}]
        )
        entries = change.former_entry, change.entry
        told = tuple(entry for entry in entries if entry is not None)
        issues = [str(issue) for entry in told for issue in entry.issues]
        reason = "; ".join(issues) or f"{change.kind.value}, to be approved"
        return self._keep_proposal(revision, programme, told, reason, candidates, now)

    def _keep_proposal(
        self,
        revision: Revision,
        programme: Programme,
        entries: tuple[Entry, ...],
        reason: str,
        candidates: list[dict[str, Any]],
        now: datetime,
    ) -> Proposal:
        number = next_number(self.connection, "proposal")
        row = {
            "number": number,
            "calendar": revision.calendar,
            "document": revision.source and revision.source.sha256,
            "programme_json": json_text(programme_to_json(programme, entries)),
            "reason": reason,
            "candidates_json": json_text(candidates),
            "made": instant_text(now),
        }
        self.connection.execute(QUERIES["keep_proposal"], row)
        return self.proposal(number)

    def withdraw(self, document: str, calendar: str, *, now: datetime, by: str | None = None) -> None:
        """Lets nothing of a document wait any more, as when it is taken back."""
        params = {"document": document, "calendar": calendar, "settled": instant_text(now), "settled_by": by}
        self.connection.execute(QUERIES["withdraw_proposals"], params)


def next_number(connection: Connection, counter: str) -> int:
    """The next number of "release" or "proposal"."""
    return int(connection.execute(QUERIES["next_number"], {"name": counter})[0][0])


def _proposal(row: Row) -> Proposal:
    return Proposal(
        number=row[0],
        calendar=row[1],
        programme=programme_from_json(json.loads(row[3])),
        reason=row[4],
        candidates=tuple(json.loads(row[5])),
        state=row[6],
        made=instant_from_text(row[7]),
        settled=instant_from_text(row[8]) if row[8] else None,
        settled_by=row[9],
        release=row[10],
    )
