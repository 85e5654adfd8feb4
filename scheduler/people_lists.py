"""A list of people taken in: which row is somebody known, who is new, and who only bears another name now.

Hard here is who is the same. The same list is imported every year with a new spelling or a new address, two people may
share a name, and a whole office may share a mailbox. A name (as the eye compares it) makes a row somebody known, unless
both have addresses of one kind and none in common. A personal address under another name does so only where it is
nobody else's, in the list and among people, and one of the two names is the other with something added; whoever is left
is new, and what was in doubt is told. Nobody is taken for another silently.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from calendars.grammar.spelling import fold
from calendars.same_names import same_to_the_eye, tidy
from scheduler.channel_kinds import ChannelKind
from scheduler.directory import Directory, checked_address, checked_name
from scheduler.people import Address, Follow, Person

_FIRST = (ChannelKind.ZALO_BOT, ChannelKind.ZALO_OA, ChannelKind.EMAIL, ChannelKind.WEBHOOK)
_FURTHER = tuple(kind for kind in ChannelKind if kind not in (*_FIRST, ChannelKind.CONSOLE))
COLUMNS = ("name", "email", "zalo_bot", "zalo_oa", "phone", "webhook", *_FURTHER, "groups", "follows")
"""The columns of a list of people; `groups` and `follows` hold several, separated by semicolons."""

_PERSONAL = (ChannelKind.EMAIL, ChannelKind.ZALO_BOT, ChannelKind.ZALO_OA)
"""A webhook or a console label is shared by many."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What a list of people gave: ids added, ids changed, how many were the same, and rows left out with the reason.

    renamed: the former and the new name of who was renamed; doubts: rows that were taken for somebody new although an
    address or the name is that of somebody known, with a sentence. A row counts as a person sees it in the file, whose
    heading is row 1.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: int
    problems: tuple[tuple[int, str], ...]
    renamed: tuple[tuple[str, str], ...] = ()
    doubts: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    name: str
    addresses: tuple[Address, ...]
    groups: tuple[str, ...]
    follows: tuple[Follow, ...]

    @property
    def form(self) -> str:
        return same_to_the_eye(self.name)

    @property
    def personal(self) -> set[Address]:
        return set(_personal(self.addresses))


def import_rows(
    directory: Directory, rows: Iterable[Mapping[str, str | None] | None], *, now: datetime
) -> ImportResult:
    """Takes in a list of people (columns as in COLUMNS, any but the name may be missing; None for an empty row).

    A person who is there already gets what is new in the row and loses nothing; the same list twice changes
    nothing. A bad row is left out and told, the rest is taken.
    """
    good, problems = [], []
    for number, row in enumerate(rows, start=2):
        if row is None:
            continue
        try:
            good.append(_read(number, row))
        except ValueError as problem:
            problems.append((number, str(problem)))
    taking = _Taking(directory, good, now)
    for one in good:
        taking.take(one)
    return ImportResult(
        tuple(taking.added),
        tuple(dict.fromkeys(id_ for id_ in taking.changed if id_ not in taking.added)),
        taking.unchanged,
        tuple(problems),
        tuple(taking.renamed),
        tuple(taking.doubts),
    )


@dataclass
class _Taking:
    """One list being taken in: everybody by name and by address, kept true with each row."""

    directory: Directory
    rows: Sequence[_Row]
    now: datetime
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: int = 0
    renamed: list[tuple[str, str]] = field(default_factory=list)
    doubts: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._people: dict[str, Person] = {}
        self._by_name: dict[str, dict[str, None]] = defaultdict(dict)
        self._by_address: dict[Address, dict[str, None]] = defaultdict(dict)
        for person in self.directory.everybody():
            self._know(person)
        self._listed_names = {row.form for row in self.rows}
        self._names_at: dict[Address, set[str]] = defaultdict(set)
        for row in self.rows:
            for address in row.personal:
                self._names_at[_place(address)].add(row.form)

    def take(self, row: _Row) -> None:
        """Take in one row."""
        known = self._of_this_name(row)
        if known is None and (known := self._of_another_name(row)) is not None:
            self.directory.rename(known.id, row.name)
            self.renamed.append((known.name, row.name))
        if known is None:
            self._doubt(row)
            person = self.directory.add(
                row.name, now=self.now, addresses=row.addresses, groups=row.groups, follows=row.follows
            )
            self.added.append(person.id)
        else:
            person = self._extended(known, row)
            if person != known:
                self.changed.append(person.id)
            else:
                self.unchanged += 1
        self._know(person)

    def _of_this_name(self, row: _Row) -> Person | None:
        same = [self._people[id_] for id_ in self._by_name[row.form]]
        fitting = [person for person in same if _in_common(person, row)]
        if not fitting:
            fitting = [person for person in same if not _contradict(person, row)]
            if len(fitting) > 1:
                # Of several, only one who was taken in from such a row before.
                fitting = [person for person in fitting if set(person.addresses) == set(row.addresses)]
        return fitting[0] if fitting else None

    def _of_another_name(self, row: _Row) -> Person | None:
        if self._by_name[row.form]:
            return None
        holders = {id_ for address in row.personal for id_ in self._by_address[_place(address)]}
        if len(holders) != 1:
            return None
        person = self._people[holders.pop()]
        is_nobody_elses = all(
            self._names_at[_place(address)] <= {row.form} for address in _personal(person.addresses)
        )
        is_listed = same_to_the_eye(person.name) in self._listed_names
        return person if is_nobody_elses and not is_listed and _alike(person.name, row.name) else None

    def _doubt(self, row: _Row) -> None:
        """Say whose name or address a new person bears too, where that person is not one of this list."""
        if self._by_name[row.form]:
            if not all(id_ in self.added for id_ in self._by_name[row.form]):
                sentence = (
                    f"{row.name} is there already with another address; this is kept as a second person"
                )
                self.doubts.append((row.number, sentence))
            return
        for address in row.addresses:
            for id_ in self._by_address[_place(address)] if address.channel in _PERSONAL else ():
                if same_to_the_eye(self._people[id_].name) not in self._listed_names:
                    other = self._people[id_].name
                    sentence = (
                        f"{address.value} is also an address of {other}; {row.name} is kept as a person apart"
                    )
                    self.doubts.append((row.number, sentence))
                    return

    def _extended(self, person: Person, row: _Row) -> Person:
        for address in row.addresses:
            if address not in person.addresses:
                self.directory.put_address(person.id, address)
        for group in row.groups:
            self.directory.join(person.id, group)
        for follow in row.follows:
            self.directory.follow(person.id, follow)
        return self.directory.some([person.id])[person.id]

    def _know(self, person: Person) -> None:
        before = self._people.get(person.id)
        if before is not None and before.name != person.name:
            self._by_name[same_to_the_eye(before.name)].pop(person.id, None)
        self._people[person.id] = person
        self._by_name[same_to_the_eye(person.name)][person.id] = None
        for address in _personal(person.addresses):
            self._by_address[_place(address)][person.id] = None


def _personal(addresses: Iterable[Address]) -> list[Address]:
    return [address for address in addresses if address.channel in _PERSONAL]


def _place(address: Address) -> Address:
    """Where an address leads, whatever phone stands beside it."""
    return Address(address.channel, address.value)


def _in_common(person: Person, row: _Row) -> bool:
    own = {_place(address) for address in _personal(person.addresses)}
    return any(_place(address) in own for address in row.personal)


def _contradict(person: Person, row: _Row) -> bool:
    """Whether both have personal addresses of one kind; that none of them is in common is known."""
    own = {address.channel for address in _personal(person.addresses)}
    return any(address.channel in own for address in row.personal)


def _alike(one: str, other: str) -> bool:
    """Whether one name is the other with something added ("Lan (VP)"), or the same without its marks."""
    forms = [same_to_the_eye(name) for name in (one, other)]
    if any(fold(form) == form for form in forms):
        forms = [fold(form) for form in forms]
    fewer, more = sorted((set(form.split()) for form in forms), key=len)
    return fewer <= more


def _read(number: int, row: Mapping[str, str | None]) -> _Row:
    values = {key: tidy(row.get(key) or "") for key in COLUMNS}
    if not values["name"]:
        raise ValueError("the name is missing")
    checked_name(values["name"])
    phone = values["phone"] or None
    addresses = []
    for kind in (*_FIRST, *_FURTHER):
        if values[kind]:
            own_phone = phone if kind is ChannelKind.ZALO_OA else None
            addresses.append(checked_address(Address(kind, values[kind], own_phone)))
    if phone and not values["zalo_oa"]:
        # A phone alone can still be told by a template message.
        addresses.append(checked_address(Address(ChannelKind.ZALO_OA, phone, phone)))
    return _Row(
        number,
        values["name"],
        tuple(addresses),
        tuple(checked_name(group, "group's name") for group in listed(values["groups"])),
        tuple(Follow.of(text) for text in listed(values["follows"])),
    )


def listed(text: str | None) -> tuple[str, ...]:
    """The names in a cell that holds several."""
    return tuple(name for part in (text or "").split(";") if (name := tidy(part)))
