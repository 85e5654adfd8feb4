"""Who is told: adding, importing, listing and removing people, each in one transaction with their reminders.

A person who is added, or who follows something new, is told of what is already on the calendar: so the plan is made
anew within the same transaction (`planning`).
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from calendars.errors import UnknownEvent
from calendars.queries import Connection
from calendars.store import CalendarStore
from scheduler.directory import COLUMNS, Directory, ImportResult
from scheduler.errors import ConfigurationError, SchedulerError
from scheduler.outbox import Outbox
from scheduler.people import Address, Follow, Person
from scheduler.service.grouping import chosen_groups
from scheduler.service.opening import PlanningService
from scheduler.service.planning import replan_people


class InvalidPerson(SchedulerError):
    """A name or an address that cannot be one."""

    exit_status = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """What is known of somebody who is to be told; follows as `Follow.of` reads them."""

    name: str
    addresses: tuple[Address, ...] = ()
    groups: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()


class PeopleService(PlanningService):
    """The people of one installation."""

    def everybody(self) -> list[Person]:
        """All people, by name."""
        with self.database.reading() as connection:
            return Directory(connection).everybody()

    def groups(self) -> list[tuple[str, int]]:
        """Each group with the number of its members."""
        with self.database.reading() as connection:
            return Directory(connection).groups()

    def find(self, name: str) -> Person:
        """The person of that id, e-mail address or name. UnknownPerson where there is none, or several."""
        with self.database.reading() as connection:
            return Directory(connection).find(name)

    def add(self, new: NewPerson, now: datetime) -> Person:
        """Keep a new person and plan their reminders.

        InvalidPerson; UnknownCalendar, UnknownGroup or UnknownEvent for what they follow.
        """
        with self.database.transaction() as connection:
            follows = self._known_follows(connection, new.follows)
            try:
                person = Directory(connection).add(
                    new.name,
                    now=now,
                    addresses=new.addresses,
                    groups=new.groups,
                    follows=follows,
                )
            except ValueError as error:
                raise InvalidPerson(str(error)) from error
            self._replan(connection, [person.id], now)
        return person

    def change(
        self,
        name: str,
        now: datetime,
        *,
        add: NewPerson | None = None,
        leave: Sequence[str] = (),
        unfollow: Sequence[str] = (),
        remove_addresses: Sequence[Address] = (),
        opted_out: bool | None = None,
    ) -> Person:
        """Add to, or take from, what is known of a person; None and empty leave things as they are. Errors as `add`."""
        with self.database.transaction() as connection:
            follows = self._known_follows(connection, add.follows if add else ())
            directory = Directory(connection)
            person = directory.find(name)
            try:
                for address in add.addresses if add else ():
                    directory.put_address(person.id, address)
            except ValueError as error:
                raise InvalidPerson(str(error)) from error
            for address in remove_addresses:
                directory.remove_address(person.id, address)
            for group in add.groups if add else ():
                directory.join(person.id, group)
            for group in leave:
                directory.leave(person.id, group)
            for follow in follows:
                directory.follow(person.id, follow)
            for text in unfollow:
                directory.unfollow(person.id, Follow.of(text))
            if opted_out is not None:
                directory.opt_out(person.id, out=opted_out)
            self._replan(connection, [person.id], now)
            return directory.some([person.id])[person.id]

    def remove(self, name: str, now: datetime) -> Person:
        """Forget a person; what waits for them is taken out of the outbox."""
        with self.database.transaction() as connection:
            directory = Directory(connection)
            person = directory.find(name)
            directory.remove(person.id)
            self._replan(connection, [person.id], now)
        return person

    def import_csv(self, data: bytes, name: str, now: datetime) -> ImportResult:
        """Take in a list of people; bad rows are left out and told.

        ConfigurationError where the file is no CSV with a column `name`.
        """
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ConfigurationError(
                f"{name}: is not UTF-8; save it from the spreadsheet as CSV UTF-8"
            ) from error
        sample = text.partition("\n")[0]
        reader = csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=sample.count))
        headings = [heading.strip().lower() for heading in reader.fieldnames or ()]
        if "name" not in headings:
            raise ConfigurationError(f"{name}: lacks the column name; the columns are {', '.join(COLUMNS)}")
        if unknown := [heading for heading in headings if heading and heading not in COLUMNS]:
            raise ConfigurationError(
                f"{name}: has the unknown column {unknown[0]!r}; the columns are {', '.join(COLUMNS)}"
            )
        reader.fieldnames = headings
        rows = [_tidy(row) for row in reader]
        with self.database.transaction() as connection:
            for row in rows:
                follows = self._known_follows(connection, _listed(row.get("follows")))
                row["follows"] = ";".join(map(str, follows))
            result = Directory(connection).import_rows(rows, now=now)
            self._replan(connection, [*result.added, *result.changed], now)
        return result

    def by_stop_token(self, token: str) -> Person | None:
        """Whose link to stop messages bears that token."""
        with self.database.reading() as connection:
            return Directory(connection).by_token(token)

    def stop(self, token: str, now: datetime) -> Person | None:
        """Stop all messages to whoever was sent that link; None where nobody was. The same again changes nothing."""
        with self.database.transaction() as connection:
            directory = Directory(connection)
            person = directory.by_token(token)
            if person is None:
                return None
            directory.opt_out(person.id)
            Outbox(connection).drop_person(person.id, "stopped by the person", now=now)
            return directory.some([person.id])[person.id]

    def registration_code(self, name: str, now: datetime) -> str:
        """A code that the person sends on Zalo to be linked."""
        with self.database.transaction() as connection:
            directory = Directory(connection)
            return directory.registration_code(directory.find(name).id, now=now)

    def _replan(self, connection: Connection, people: Sequence[str], now: datetime) -> None:
        replan_people(connection, self.policy, people, now)

    def _known_follows(self, connection: Connection, texts: Iterable[str]) -> list[Follow]:
        """What is to be followed, each of which there is: a group by its proper name."""
        found = []
        for follow in map(Follow.of, dict.fromkeys(texts)):
            if follow.group:
                [group] = chosen_groups(connection, self.settings, [follow.group])
                found.append(Follow(group=group))
                continue
            if follow.event and CalendarStore(connection).find_event(follow.event) is None:
                raise UnknownEvent(follow.event)
            if follow.calendar and follow.calendar != "*":
                self.settings.calendar(follow.calendar)
            found.append(follow)
        return found


def _tidy(row: Mapping[str, object]) -> dict[str, str | None]:
    return {key: value if isinstance(value, str) else None for key, value in row.items() if key}


def _listed(text: str | None) -> list[str]:
    return [name.strip() for name in (text or "").split(";") if name.strip()]
