"""The store of people: who there is, where they are reached, in which groups they are, and what they follow.

Hard here is that names are written in many ways: a group that somebody joins in another spelling is the one that there
is (`same_names`), and an address is kept in one form. All happens in the caller's transaction; whole lists of
people are taken in by `people_lists`, and what to tell people is no concern of this room.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from secrets import choice, token_hex, token_urlsafe

from calendars.queries import Connection, Row, load_queries
from calendars.same_names import same_to_the_eye, tidy
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.mailbox import sendable
from scheduler.errors import UnknownPerson
from scheduler.people import Address, Follow, Person, normal_phone
from scheduler.tellings import instant_of, instant_text

QUERIES = load_queries(Path(__file__).parent / "sql" / "directory.sql")

CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LONGEST_NAME = 200
LONGEST_ADDRESS = 320
"""Letters: what RFC 3696 allows an e-mail address, the longest of all."""
CODE_LIFE = timedelta(days=7)

_EMAIL = re.compile(r"[^@]+@[^@]+\.[^@.]+")
"""An office writes to people elsewhere: a host without a dot is a slip."""


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
        """The person of that id, e-mail address or name, as the eye compares names.

        UnknownPerson where there is none, or where several have the name or the address (then their id says which).
        """
        wanted = tidy(name)
        for query, params in (
            ("some_people", _array([wanted])),
            ("person_by_address", {"channel": ChannelKind.EMAIL, "value": wanted.lower()}),
            ("people_by_name", {"name": wanted}),
        ):
            rows = self._connection.execute(QUERIES[query], params)
            if len(rows) == 1:
                return self._whole(rows)[0]
        form = same_to_the_eye(name)
        alike = [
            row for row in self._connection.execute(QUERIES["people"]) if same_to_the_eye(row[1]) == form
        ]
        if len(alike) == 1:
            return self._whole(alike)[0]
        raise UnknownPerson(name)

    def by_address(self, channel: ChannelKind, value: str) -> list[Person]:
        """Who is reached there."""
        rows = self._connection.execute(QUERIES["person_by_address"], {"channel": channel, "value": value})
        return self._whole(rows)

    def by_token(self, token: str) -> Person | None:
        """Whose link to stop messages bears that token."""
        rows = self._connection.execute(QUERIES["person_by_token"], {"token": token})
        return self._whole(rows)[0] if rows else None

    def tokens(self, ids: Iterable[str]) -> dict[str, str]:
        """The opaque tokens in the links by which these people stop messages, by their ids."""
        return dict(self._connection.execute(QUERIES["some_tokens"], _array(ids)))

    def groups(self) -> list[tuple[str, int]]:
        """Each group with the number of its members; the spellings of one name count as one, the most used of them."""
        found: dict[str, list[tuple[str, int]]] = {}
        for name, count in self._connection.execute(QUERIES["groups"]):
            found.setdefault(same_to_the_eye(name), []).append((name, count))
        most_used = (max(spelt, key=lambda pair: pair[1])[0] for spelt in found.values())
        return list(
            zip(most_used, [sum(count for _, count in spelt) for spelt in found.values()], strict=True)
        )

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
        """A new person. ValueError with a sentence for a name, a group or an address that cannot be one."""
        name = checked_name(name)
        checked = [checked_address(address) for address in addresses]
        id_ = f"p-{token_hex(6)}"
        self._connection.execute(
            QUERIES["add_person"],
            {
                "id": id_,
                "name": name,
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

    def rename(self, person: str, name: str) -> None:
        """Gives a person another name."""
        self._connection.execute(QUERIES["rename_person"], {"person": person, "name": tidy(name)})

    def remove(self, person: str) -> None:
        """Forgets a person with all addresses, groups and follows."""
        self._connection.execute(QUERIES["remove_person"], {"person": person})

    def put_address(self, person: str, address: Address) -> None:
        """Adds an address at the end of the person's order; one that is there already is taken to work again.

        A phone alone and a user id are two names of one account: they become one address, in the place of the first.
        """
        address = checked_address(address)
        row = {"person": person, "channel": address.channel, "value": address.value, "phone": address.phone}
        if address.is_phone_alone:
            if accounts := self._connection.execute(QUERIES["accounts_for_phone"], row):
                row["value"] = accounts[0][0]
        else:
            alone = [phone for (phone,) in self._connection.execute(QUERIES["phones_alone"], row)]
            # Of several phones it is not known which is the account's.
            if len(fitting := [phone for phone in alone if address.phone in (None, phone)]) == 1:
                row["phone"] = fitting[0]
                self._connection.execute(QUERIES["name_account_of_phone"], row)
                self._connection.execute(QUERIES["remove_phone_alone"], row)
        self._connection.execute(QUERIES["put_address"], row)

    def remove_address(self, person: str, address: Address) -> None:
        """Takes an address away."""
        self._connection.execute(
            QUERIES["remove_address"], {"person": person, "channel": address.channel, "value": address.value}
        )

    def put_first(self, person: str, channel: ChannelKind) -> None:
        """Has the person reached by that channel before all others."""
        self._connection.execute(QUERIES["put_first"], {"person": person, "channel": channel})

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
        """Puts a person into a group; the one that there is, where its name is written in another way. ValueError."""
        if tidy(group):
            group = checked_name(group, "group's name")
            self._connection.execute(QUERIES["join_group"], {"person": person, "name": self._spelt(group)})

    def leave(self, person: str, group: str) -> None:
        """Takes a person out of a group, however its name is written."""
        for name in self._same(group, "memberships_of", person):
            self._connection.execute(QUERIES["leave_group"], {"person": person, "name": name})

    def follow(self, person: str, follow: Follow) -> None:
        """Lets a person follow a calendar, a group or an event."""
        kind, name = _follow_parts(follow)
        if kind == "group":
            name = self._spelt(name)
        self._connection.execute(QUERIES["follow"], {"person": person, "kind": kind, "name": name})

    def unfollow(self, person: str, follow: Follow) -> None:
        """Ends it."""
        kind, name = _follow_parts(follow)
        names = self._same(name, "groups_followed_by", person) if kind == "group" else [name]
        for one in names:
            self._connection.execute(QUERIES["unfollow"], {"person": person, "kind": kind, "name": one})

    def _spelt(self, group: str) -> str:
        """The name of a group as its members bear it, the given one where it has none yet."""
        form = same_to_the_eye(group)
        return next((name for name, _ in self.groups() if same_to_the_eye(name) == form), group)

    def _same(self, group: str, query: str, person: str) -> list[str]:
        form = same_to_the_eye(group)
        rows = self._connection.execute(QUERIES[query], {"person": person})
        return [name for (name,) in rows if same_to_the_eye(name) == form]

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

    # --- what is written to us ------------------------------------------------------------------------------------

    def is_new_inbound(self, id_: str, *, now: datetime, until: datetime) -> bool:
        """Whether a message of that id comes for the first time; it is remembered until that instant."""
        self._connection.execute(QUERIES["forget_inbound"], {"now": instant_text(now)})
        given = {"id": id_, "expires": instant_text(until)}
        return bool(self._connection.execute(QUERIES["remember_inbound"], given))

    def wrong_codes(self, sender: str, *, now: datetime) -> tuple[int, int]:
        """How many wrong codes a sender has sent that still count, and how many all have."""
        [counts] = self._connection.execute(
            QUERIES["wrong_codes"], {"sender": sender, "now": instant_text(now)}
        )
        return int(counts[0]), int(counts[1])

    def wrong_code(self, sender: str, *, now: datetime, until: datetime) -> None:
        """A wrong code, which counts until that instant."""
        self._connection.execute(QUERIES["forget_wrong_codes"], {"now": instant_text(now)})
        given = {"sender": sender, "expires": instant_text(until)}
        self._connection.execute(QUERIES["add_wrong_code"], given)

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


def checked_name(name: str, of: str = "name") -> str:
    """The name of a person, or of a group, as it is kept. ValueError with a sentence where it cannot be one."""
    name = tidy(name)
    if not name:
        raise ValueError("a person needs a name")
    if not name.isprintable():
        raise ValueError(f"{name!r} is no name: it has a character that cannot be printed")
    if len(name) > LONGEST_NAME:
        raise ValueError(f"the {of} has {len(name)} letters; it may have {LONGEST_NAME}")
    return name


def checked_address(address: Address) -> Address:
    """The address as it is kept: e-mail in small letters, a phone as 84...

    ValueError with a sentence where it cannot be one.
    """
    value, phone = tidy(address.value), address.phone or None
    if phone is not None and normal_phone(phone) is None:
        raise ValueError(f"{phone!r} is no Vietnamese phone number; write it like 84912345678")
    if address.channel is ChannelKind.EMAIL:
        value = value.lower()
        if not _EMAIL.fullmatch(value):
            raise ValueError(f"{address.value!r} is no e-mail address")
        sendable(value)
    if len(value) > LONGEST_ADDRESS:
        raise ValueError(f"the address has {len(value)} letters; it may have {LONGEST_ADDRESS}")
    if not value or any(not letter.isprintable() for letter in value):
        raise ValueError(f"{address.value!r} is no address for {address.channel}")
    return Address(address.channel, value, phone)


def _follow_parts(follow: Follow) -> tuple[str, str]:
    given = [
        (kind, name)
        for kind, name in (("calendar", follow.calendar), ("group", follow.group), ("event", follow.event))
        if name
    ]
    if len(given) != 1:
        raise ValueError("a follow names exactly one of a calendar, a group or an event")
    return given[0][0], tidy(given[0][1])
