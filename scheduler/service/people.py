"""Who is told: adding, importing, listing and removing people, each in one transaction with their reminders.

A person who is added, or who follows something new, is told of what is already on the calendar: so the plan is made
anew within the same transaction (`planning`).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from calendars.errors import CalendarsError, UnknownEvent
from calendars.queries import Connection
from calendars.same_names import tidy
from calendars.store import CalendarStore
from scheduler.channel_kinds import ChannelKind
from scheduler.directory import Directory
from scheduler.errors import SchedulerError
from scheduler.outbox import Outbox
from scheduler.people import Address, Follow, Person, normal_phone
from scheduler.people_lists import COLUMNS, ImportResult, import_rows, listed
from scheduler.service.grouping import chosen_groups
from scheduler.service.opening import PlanningService
from scheduler.service.people_csv import read_people_csv
from scheduler.service.planning import replan_people


class InvalidPerson(SchedulerError):
    """A name or an address that cannot be one."""

    exit_status = 2


class UnknownAddress(SchedulerError):
    """An address that the person has not."""

    exit_status = 2

    def __init__(self, name: str, wanted: str, known: Iterable[Address]) -> None:
        there_are = ", ".join(f"{address.channel}:{address.value}" for address in known) or "none"
        super().__init__(f"{name} has no address {wanted!r}; there are {there_are}")


class InvalidRow(SchedulerError):
    """A row of a list that names what there is not; nothing of the list was taken in."""

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
        self._check_webhooks(new.addresses)
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
        forget: Sequence[str] = (),
        first: ChannelKind | None = None,
        opted_out: bool | None = None,
    ) -> Person:
        """Add to, or take from, what is known of a person; None and empty leave things as they are. Errors as `add`.

        forget: addresses to take away, as a person writes them ("email" for all of a channel, or "email:ADDRESS");
        first: the channel to be tried first. UnknownAddress where the person has no such one.
        """
        self._check_webhooks(add.addresses if add else ())
        with self.database.transaction() as connection:
            follows = self._known_follows(connection, add.follows if add else ())
            directory = Directory(connection)
            person = directory.find(name)
            for address in [one for text in forget for one in _addresses_named(person, text)]:
                directory.remove_address(person.id, address)
            try:
                for address in add.addresses if add else ():
                    directory.put_address(person.id, address)
                for group in add.groups if add else ():
                    directory.join(person.id, group)
            except ValueError as error:
                raise InvalidPerson(str(error)) from error
            for address in remove_addresses:
                directory.remove_address(person.id, address)
            if first is not None:
                _addresses_named(directory.some([person.id])[person.id], first)
                directory.put_first(person.id, first)
            for group in leave:
                directory.leave(person.id, group)
            for follow in follows:
                directory.follow(person.id, follow)
            for text in unfollow:
                directory.unfollow(person.id, Follow.of(text))
            if opted_out is not None:
                directory.opt_out(person.id, out=opted_out)
            after = directory.some([person.id])[person.id]
            is_reached_anew = bool(set(after.addresses) - set(person.addresses))
            self._replan(connection, [person.id], now, reached_anew=[person.id] if is_reached_anew else [])
            return after

    def remove(self, name: str, now: datetime) -> Person:
        """Forget a person; what waits for them, of whatever kind, is taken out of the outbox."""
        with self.database.transaction() as connection:
            directory = Directory(connection)
            person = directory.find(name)
            directory.remove(person.id)
            self._replan(connection, [person.id], now)
            Outbox(connection).drop_person(person.id, "the person was removed", now=now)
        return person

    def import_csv(self, data: bytes, name: str, now: datetime) -> ImportResult:
        """Take in a list of people; rows without a proper name or address are left out and told.

        name: of the file, for what is wrong with it. UnreadableList where the file is no such list. InvalidRow where a
        row names a calendar, group, event or webhook that there is not: then nothing of it is taken in.
        """
        rows = read_people_csv(data, name, COLUMNS)
        with self.database.transaction() as connection:
            for number, row in enumerate(rows, start=2):
                if row is None:
                    continue
                try:
                    self._check_webhooks([Address(ChannelKind.WEBHOOK, tidy(row.get("webhook") or ""))])
                    follows = self._known_follows(connection, listed(row.get("follows")))
                    row["follows"] = ";".join(map(str, follows))
                except (SchedulerError, CalendarsError) as error:
                    raise InvalidRow(f"{name}, row {number}: {error}") from error
            result = import_rows(Directory(connection), rows, now=now)
            self._replan(connection, [*result.added, *result.changed], now, reached_anew=result.changed)
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

    def _replan(
        self,
        connection: Connection,
        people: Sequence[str],
        now: datetime,
        reached_anew: Collection[str] = (),
    ) -> None:
        replan_people(connection, self.policy, people, now, reached_anew=reached_anew)

    def _check_webhooks(self, addresses: Iterable[Address]) -> None:
        """InvalidPerson where one is a webhook that is not configured."""
        known = self.settings.webhooks
        for address in addresses:
            if address.channel is ChannelKind.WEBHOOK and address.value and address.value not in known:
                there_are = ", ".join(known) or "none"
                raise InvalidPerson(f"there is no webhook {address.value!r}; config.toml has {there_are}")

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


def _addresses_named(person: Person, text: str) -> list[Address]:
    """The person's addresses of a channel ("email"), or the one of that value ("email:ADDRESS")."""
    kind, _, value = (part.strip() for part in text.replace("=", ":", 1).partition(":"))
    found = [
        address
        for address in person.addresses
        if address.channel == kind
        and (
            not value
            or address.value.casefold() == value.casefold()
            or (address.is_phone_alone and address.phone == normal_phone(value))
        )
    ]
    if not found:
        raise UnknownAddress(person.name, text, person.addresses)
    return found
