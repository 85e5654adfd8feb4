"""The store of people: who there is, where they are reached, in which groups they are, and what they follow.

Hard here is to know a person again: the same list is imported every year with a new spelling or a new address, and two
people may share a name. An address in common makes them the same; a name alone only where one of the two has no
address. All happens in the caller's transaction; what to tell people is no concern of this room.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from secrets import choice, token_hex, token_urlsafe
from unicodedata import normalize

from calendars.queries import Connection, Row, load_queries
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.mailbox import sendable
from scheduler.errors import UnknownPerson
from scheduler.people import Address, Follow, Person
from scheduler.tellings import instant_of, instant_text

QUERIES = load_queries(Path(__file__).parent / "sql" / "directory.sql")

_FIRST = (ChannelKind.ZALO_BOT, ChannelKind.ZALO_OA, ChannelKind.EMAIL, ChannelKind.WEBHOOK)
_FURTHER = tuple(kind for kind in ChannelKind if kind not in (*_FIRST, ChannelKind.CONSOLE))
COLUMNS = ("name", "email", "zalo_bot", "zalo_oa", "phone", "webhook", *_FURTHER, "groups", "follows")
"""The columns of a list of people; `groups` and `follows` hold several, separated by semicolons."""

CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CODE_LIFE = timedelta(days=7)

_EMAIL = re.compile(r"[^@]+@[^@]+\.[^@.]+")
"""An office writes to people elsewhere: a host without a dot is a slip."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What a list of people gave: ids added, ids changed, how many were the same, and rows left out with the reason.

    A row counts from 2, as a person sees it in the file under its heading.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: int
    problems: tuple[tuple[int, str], ...]


class Directory:
    """The people within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # --- reading --------------------------------------------------------------------------------------------------

    def everybody(self) -> list[Person]:
        """All people, by name."""
        parts = tuple(self._gathered(f"all_{part}", {}) for part in _PARTS)
        return [_person(row, parts) for row in self._connection.execute(QUERIES["people"])]

    def some(self, ids: Iterable[str]) -> dict[str, Person]:
        """The people of these ids that there are."""
        rows = self._connection.execute(QUERIES["some_people"], _array(ids))
        return {person.id: person for person in self._whole(rows)}

    def find(self, name: str) -> Person:
        """The person of that id, e-mail address or exact name.

        UnknownPerson where there is none, or where several have the name (then their id says which).
        """
        wanted = _clean(name)
        for query, params in (
            ("some_people", _array([wanted])),
            ("person_by_address", {"channel": ChannelKind.EMAIL, "value": wanted.lower()}),
            ("people_by_name", {"name": wanted}),
        ):
            rows = self._connection.execute(QUERIES[query], params)
            if len(rows) == 1:
                return self._whole(rows)[0]
        raise UnknownPerson(name)

    def by_address(self, channel: ChannelKind, value: str) -> list[Person]:
        """Who is reached there."""
        rows = self._connection.execute(QUERIES["person_by_address"], {"channel": channel, "value": value})
        return self._whole(rows)

    def by_token(self, token: str) -> Person | None:
        """Whose link to stop messages bears that token."""
        rows = self._connection.execute(QUERIES["person_by_token"], {"token": token})
        return self._whole(rows)[0] if rows else None

    def token_of(self, person: str) -> str:
        """The opaque token in that person's link to stop messages. UnknownPerson where there is no such id."""
        found = self.tokens([person])
        if person not in found:
            raise UnknownPerson(person)
        return found[person]

    def tokens(self, ids: Iterable[str]) -> dict[str, str]:
        """Those of several people, by id."""
        return dict(self._connection.execute(QUERIES["some_tokens"], _array(ids)))

    def groups(self) -> list[tuple[str, int]]:
        """Each group with the number of its members."""
        return [(name, count) for name, count in self._connection.execute(QUERIES["groups"])]

    # --- changing -------------------------------------------------------------------------------------------------

    def add(
        self,
        name: str,
        *,
        now: datetime,
        addresses: Sequence[Address] = (),
        groups: Sequence[str] = (),
        follows: Sequence[Follow] = (),
    ) -> Person:
        """A new person. ValueError with a sentence for an empty name or an address that cannot be one."""
        if not _clean(name):
            raise ValueError("a person needs a name")
        checked = [checked_address(address) for address in addresses]
        id_ = f"p-{token_hex(6)}"
        self._connection.execute(
            QUERIES["add_person"],
            {
                "id": id_,
                "name": _clean(name),
                "unsubscribe": token_urlsafe(16),
                "created": instant_text(now),
            },
        )
        for address in checked:
            self.put_address(id_, address)
        for group in groups:
            self.join(id_, group)
        for follow in follows:
            self.follow(id_, follow)
        return self.some([id_])[id_]

    def remove(self, person: str) -> None:
        """Forgets a person with all addresses, groups and follows."""
        self._connection.execute(QUERIES["remove_person"], {"person": person})

    def put_address(self, person: str, address: Address) -> None:
        """Adds an address at the end of the person's order; one that is there already is taken to work again."""
        address = checked_address(address)
        self._connection.execute(
            QUERIES["put_address"],
            {"person": person, "channel": address.channel, "value": address.value, "phone": address.phone},
        )

    def remove_address(self, person: str, address: Address) -> None:
        """Takes an address away."""
        self._connection.execute(
            QUERIES["remove_address"], {"person": person, "channel": address.channel, "value": address.value}
        )

    def address_is_gone(self, address: Address, *, now: datetime) -> None:
        """Nobody is reached there any more, as the other side said: it is kept but not used."""
        self._connection.execute(
            QUERIES["address_is_gone"],
            {"channel": address.channel, "value": address.value, "at": instant_text(now)},
        )

    def interacted(self, channel: ChannelKind, value: str, *, at: datetime) -> None:
        """The person wrote to us there at that instant."""
        self._connection.execute(
            QUERIES["touch_address"], {"channel": channel, "value": value, "at": instant_text(at)}
        )

    def last_interaction(self, channel: ChannelKind, value: str) -> datetime | None:
        """When somebody last wrote to us from there."""
        found = self._connection.execute(QUERIES["last_interaction"], {"channel": channel, "value": value})
        return instant_of(found[0][0]) if found and found[0][0] else None

    def join(self, person: str, group: str) -> None:
        """Puts a person into a group."""
        self._connection.execute(QUERIES["join_group"], {"person": person, "name": _clean(group)})

    def leave(self, person: str, group: str) -> None:
        """Takes a person out of a group."""
        self._connection.execute(QUERIES["leave_group"], {"person": person, "name": _clean(group)})

    def follow(self, person: str, follow: Follow) -> None:
        """Lets a person follow a calendar, a group or an event."""
        kind, name = _follow_parts(follow)
        self._connection.execute(QUERIES["follow"], {"person": person, "kind": kind, "name": name})

    def unfollow(self, person: str, follow: Follow) -> None:
        """Ends it."""
        kind, name = _follow_parts(follow)
        self._connection.execute(QUERIES["unfollow"], {"person": person, "kind": kind, "name": name})

    def opt_out(self, person: str, *, out: bool = True) -> None:
        """Stops all messages to a person, or (out=False) takes them up again."""
        self._connection.execute(QUERIES["set_opted_out"], {"person": person, "opted_out": int(out)})

    def registration_code(self, person: str, *, now: datetime) -> str:
        """A code of six letters that the person sends on Zalo ("đăng ký <mã>") within a week to say who they are."""
        self._connection.execute(QUERIES["forget_registrations"], {"now": instant_text(now)})
        code = "".join(choice(CODE_LETTERS) for _ in range(6))
        self._connection.execute(
            QUERIES["add_registration"],
            {"code": code, "person": person, "expires": instant_text(now + CODE_LIFE)},
        )
        return code

    def register(self, code: str, address: Address, *, now: datetime) -> Person | None:
        """Gives the address to the person to whom the code was given; None where the code is unknown or too old."""
        rows = self._connection.execute(
            QUERIES["use_registration"], {"code": code.strip().upper(), "now": instant_text(now)}
        )
        if not rows:
            return None
        self.put_address(rows[0][0], address)
        return self.some([rows[0][0]])[rows[0][0]]

    # --- lists ----------------------------------------------------------------------------------------------------

    def import_rows(self, rows: Iterable[Mapping[str, str | None]], *, now: datetime) -> ImportResult:
        """Takes in a list of people (columns as in COLUMNS, any but the name may be missing).

        A person who is there already gets what is new in the row and loses nothing; the same list twice changes
        nothing. A bad row is left out and told, the rest is taken.
        """
        added, changed, problems, unchanged = [], [], [], 0
        for number, row in enumerate(rows, start=2):
            try:
                name, addresses, groups, follows = _fields(row)
            except ValueError as problem:
                problems.append((number, str(problem)))
                continue
            known = self._known(name, addresses)
            if known is None:
                added.append(self.add(name, now=now, addresses=addresses, groups=groups, follows=follows).id)
            elif self._extend(known, name, addresses, groups, follows):
                changed.append(known.id)
            else:
                unchanged += 1
        return ImportResult(tuple(added), tuple(changed), unchanged, tuple(problems))

    def _known(self, name: str, addresses: Sequence[Address]) -> Person | None:
        for address in addresses:
            # A webhook or a console label is shared by many.
            if address.channel in (ChannelKind.EMAIL, ChannelKind.ZALO_BOT, ChannelKind.ZALO_OA):
                found = self.by_address(address.channel, address.value)
                if len(found) == 1:
                    return found[0]
        rows = self._connection.execute(QUERIES["people_by_name"], {"name": name})
        if len(rows) == 1:
            [person] = self._whole(rows)
            if not addresses or not person.addresses or set(addresses) <= set(person.addresses):
                return person
        return None

    def _extend(
        self,
        person: Person,
        name: str,
        addresses: Sequence[Address],
        groups: Sequence[str],
        follows: Sequence[Follow],
    ) -> bool:
        if name != person.name:
            self._connection.execute(QUERIES["rename_person"], {"person": person.id, "name": name})
        for address in addresses:
            if address not in person.addresses:
                self.put_address(person.id, address)
        for group in groups:
            self.join(person.id, group)
        for follow in follows:
            self.follow(person.id, follow)
        return self.some([person.id])[person.id] != person

    # --- rows into people -----------------------------------------------------------------------------------------

    def _whole(self, rows: Sequence[Row]) -> list[Person]:
        ids = _array(row[0] for row in rows)
        parts = tuple(self._gathered(f"some_{part}", ids) for part in _PARTS)
        return [_person(row, parts) for row in rows]

    def _gathered(self, query: str, params: Mapping[str, str]) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for person, *values in self._connection.execute(QUERIES[query], params):
            found.setdefault(person, []).append(tuple(values))
        return found


def _array(ids: Iterable[str]) -> dict[str, str]:
    return {"ids": json.dumps(list(dict.fromkeys(ids)))}


_PARTS = ("addresses", "memberships", "follows")


def _person(row: Row, parts: Sequence[Mapping[str, list[Row]]]) -> Person:
    addresses, memberships, follows = (part.get(row[0], []) for part in parts)
    return Person(
        id=row[0],
        name=row[1],
        opted_out=bool(row[2]),
        addresses=tuple(Address(ChannelKind(channel), value, phone) for channel, value, phone in addresses),
        groups=tuple(name for (name,) in memberships),
        follows=tuple(Follow(**{kind: name}) for kind, name in follows),
    )


def checked_address(address: Address) -> Address:
    """The address as it is kept: e-mail in small letters, a phone as 84...

    ValueError with a sentence where it cannot be one.
    """
    value, phone = _clean(address.value), _phone(address.phone)
    if address.channel is ChannelKind.EMAIL:
        value = value.lower()
        if not _EMAIL.fullmatch(value):
            raise ValueError(f"{address.value!r} is no e-mail address")
        sendable(value)
    if not value or any(not letter.isprintable() for letter in value):
        raise ValueError(f"{address.value!r} is no address for {address.channel}")
    return Address(address.channel, value, phone)


def _fields(
    row: Mapping[str, str | None],
) -> tuple[str, list[Address], list[str], list[Follow]]:
    values = {key: _clean(row.get(key) or "") for key in COLUMNS}
    if not values["name"]:
        raise ValueError("the name is missing")
    phone = _phone(values["phone"])
    addresses = []
    for kind in (*_FIRST, *_FURTHER):
        if values[kind]:
            own_phone = phone if kind is ChannelKind.ZALO_OA else None
            addresses.append(checked_address(Address(kind, values[kind], own_phone)))
    if phone and not values["zalo_oa"]:
        # A phone alone can still be told by a template message.
        addresses.append(Address(ChannelKind.ZALO_OA, phone, phone))
    return (
        values["name"],
        addresses,
        _listed(values["groups"]),
        [Follow.of(text) for text in _listed(values["follows"])],
    )


def _phone(text: str | None) -> str | None:
    digits = re.sub(r"[\s.\-()]", "", text or "").removeprefix("+")
    if not digits:
        return None
    if digits.startswith("0"):
        digits = "84" + digits[1:]
    if not re.fullmatch(r"84\d{8,10}", digits):
        raise ValueError(f"{text!r} is no Vietnamese phone number; write it like 84912345678")
    return digits


def _follow_parts(follow: Follow) -> tuple[str, str]:
    given = [
        (kind, name)
        for kind, name in (("calendar", follow.calendar), ("group", follow.group), ("event", follow.event))
        if name
    ]
    if len(given) != 1:
        raise ValueError("a follow names exactly one of a calendar, a group or an event")
    return given[0][0], _clean(given[0][1])


def _listed(text: str) -> list[str]:
    return [name for part in text.split(";") if (name := _clean(part))]


def _clean(text: str) -> str:
    return " ".join(normalize("NFC", text).split())
