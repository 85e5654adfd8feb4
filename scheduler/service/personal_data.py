"""One person's data, as Decree 13/2023/NĐ-CP asks: all that is kept of them, told (article 14) or erased (article 16).

What is hard is to miss nothing and to break nothing: a name or an address may stand in an answer of a mail server, in
the audit log, or in a channel's trouble, and the calendar and the counts must stay whole. So rows that others need keep
their place under an alias that leads nowhere, and everything else goes. What the office's own documents say of a person
(who chairs a meeting) is the calendar, which is told but left; backups are the administrator's to let expire.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import Any, Self
from unicodedata import normalize

import scheduler
from calendars.queries import Connection, load_queries
from scheduler.database import Database, connect
from scheduler.directory import Directory
from scheduler.errors import Stale, UnknownPerson
from scheduler.people import Person
from scheduler.service import accounts
from scheduler.tellings import instant_text

QUERIES = load_queries(Path(scheduler.__file__).parent / "sql" / "personal.sql")


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What an erasure did. alias: what stands in the person's place; counts: rows by what they are.

    mentions: titles of events in which documents name the person, which were left; compacted: whether the old pages of
    the database's file are gone, too (False while another program has it open).
    """

    name: str
    alias: str
    counts: Mapping[str, int]
    mentions: tuple[str, ...]
    compacted: bool


@dataclass(frozen=True, slots=True)
class _Subject:
    """Whom it is about: a person of the directory, an account of the pages, or both as one."""

    person: Person | None
    account: Mapping[str, Any] | None

    @property
    def keys(self) -> dict[str, str]:
        # No id is empty, so that an absent part matches no row.
        return {
            "person": self.person.id if self.person else "",
            "account": str(self.account["id"]) if self.account else "",
        }

    @property
    def login(self) -> str:
        return str(self.account["login"]) if self.account else ""

    @property
    def name(self) -> str:
        return self.person.name if self.person else str((self.account or {})["name"])

    def words(self) -> list[str]:
        """What gives the person away wherever it stands."""
        found = [self.name, *self.keys.values(), self.login]
        found += [str(self.account["name"])] if self.account else []
        for address in self.person.addresses if self.person else ():
            # A webhook's name is a setting of the office, shared by many.
            found += [address.value] if address.channel != "webhook" else []
            found += [address.phone, "0" + address.phone[2:]] if address.phone else []
        return [word for word in dict.fromkeys(found) if word]


class PersonalDataService:
    """What one installation keeps of people."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @classmethod
    @contextmanager
    def opened(cls, url: str) -> Iterator[Self]:
        """The service with its database open for the block."""
        with connect(url) as database:
            yield cls(database)

    def export(self, name: str, now: datetime, *, login: str | None = None) -> dict[str, Any]:
        """All that is kept of somebody, as JSON's values. UnknownPerson.

        name: of the directory (or id, or e-mail address), else of an account; login: the account that is theirs, too.
        One whose login is an e-mail address of the person is found without.
        """
        with self.database.reading() as connection:
            subject = _subject(connection, name, login)
            found = {"exported": instant_text(now), "name": subject.name}
            return found | {part: list(rows) for part, rows in _parts(connection, subject)}

    def erase(self, name: str, now: datetime, *, login: str | None = None, by: str = "") -> Erased:
        """Take somebody out of every table. UnknownPerson; Stale while a message to them is being sent.

        InvalidAccount where they are the only administrator. by: who does it, for the audit log.
        """
        alias = f"erased-{token_hex(4)}"
        with self.database.transaction() as connection:
            subject = _subject(connection, name, login)
            if connection.execute(QUERIES["in_flight_of"], subject.keys)[0][0]:
                raise Stale(
                    f"a message to {subject.name} is being sent just now; do it again in a minute: nothing was erased"
                )
            counts = {part: sum(1 for _ in rows) for part, rows in _parts(connection, subject)}
            mentions = _mentions(connection, subject)
            _erase(connection, subject, alias, now)
            # Whoever erases themselves is named no more, either.
            themselves = bool(by) and by == subject.login
            accounts.note(connection, alias if themselves else by, "person-erased", alias, "", now)
        return Erased(
            name=subject.name,
            alias=alias,
            counts={part: count for part, count in counts.items() if count and part != "mentions"},
            mentions=tuple(title for _, title in mentions),
            compacted=self.database.compact(),
        )


def _subject(connection: Connection, name: str, login: str | None) -> _Subject:
    try:
        person = Directory(connection).find(name)
    except UnknownPerson:
        person = None
    wanted = [login] if login else [address.value for address in person.addresses] if person else []
    ids = {
        row[0]
        for one in wanted
        for row in connection.execute(
            QUERIES["account_by_name"], {"login": accounts.clean_login(one), "name": ""}
        )
    }
    if person is None and not login:
        named = {"login": accounts.clean_login(name), "name": " ".join(normalize("NFC", name).split())}
        ids = {row[0] for row in connection.execute(QUERIES["account_by_name"], named)}
    if (person is None and len(ids) != 1) or len(ids) > 1 or (login and not ids):
        raise UnknownPerson(login if login and not ids else name)
    account = None
    for id_ in ids:
        [row] = connection.execute(QUERIES["account_row"], {"account": id_})
        account = dict(zip(("id", "login", "name", "role", "disabled", "created"), row, strict=True))
    return _Subject(person, account)


def _parts(connection: Connection, subject: _Subject) -> Iterator[tuple[str, Sequence[Any]]]:
    """Every part of what is kept, by name: rows as mappings."""
    keys = subject.keys

    def rows(query: str, columns: str, **more: str) -> list[dict[str, Any]]:
        found = connection.execute(QUERIES[query], {**keys, **more})
        return [dict(zip(columns.split(), row, strict=True)) for row in found]

    yield "person", rows("person_row", "id name opted_out unsubscribe created")
    yield "addresses", rows("person_addresses", "channel value phone gone last_interaction")
    yield "groups", [row["group"] for row in rows("person_memberships", "group")]
    yield "follows", rows("person_follows", "kind name")
    yield "registrations", rows("person_registrations", "code expires")
    messages = rows(
        "person_messages",
        "id purpose event day rule calendar due channels channel body state tries reason settled",
    )
    yield "messages", [row | {"body": json.loads(row["body"]) if row["body"] else {}} for row in messages]
    yield "attempts", rows("person_attempts", "message number channel started ended outcome answer")
    feeds = rows("person_feeds", "id name calendars created revoked")
    for feed in feeds:
        feed["clients"] = rows(
            "clients_of_feed", "client first_seen last_seen count", feed=f"token:{feed['id']}"
        )
    yield "feeds", feeds
    yield "account", [subject.account] if subject.account else []
    yield "sessions", rows("account_sessions", "created expires")
    yield "script_tokens", rows("account_tokens", "name created scope expires")
    yield "links", rows("account_links", "expires")
    yield "failed_logins", rows("failures_of", "at", key=f"login:{subject.login}")
    yield (
        "audit",
        [row for row in rows("whole_audit", "id at who did subject source") if _tells(row, subject)],
    )
    yield "acts", rows("acts_of", "kind id at", login=subject.login) if subject.login else []
    clean = _Cleaner(subject.words(), "")
    reasons = rows("channel_reasons", "channel reason")
    yield "channel_troubles", [row for row in reasons if clean(row["reason"]) != row["reason"]]
    yield "mentions", [{"event": uid, "title": title} for uid, title in _mentions(connection, subject)]


def _tells(row: Mapping[str, Any], subject: _Subject) -> bool:
    if subject.login and row["who"] == subject.login:
        return True
    return _Cleaner(subject.words(), "")(row["subject"]) != str(row["subject"])


def _mentions(connection: Connection, subject: _Subject) -> list[tuple[str, str]]:
    # A name of one word stands in many others.
    if len(subject.name.split()) < 2:
        return []
    pattern = "%" + subject.name.replace("%", "").replace("_", "") + "%"
    return [
        (row[0], row[1]) for row in connection.execute(QUERIES["mentions_in_events"], {"pattern": pattern})
    ]


def _erase(connection: Connection, subject: _Subject, alias: str, now: datetime) -> None:
    keys = subject.keys
    at_hand = keys | {"alias": alias, "now": instant_text(now), "login": subject.login}

    def run(query: str, *names: str) -> None:
        connection.execute(QUERIES[query], {name: at_hand[name] for name in names})

    run("blank_attempts", "person")
    run("erase_waiting", "person")
    run("erase_messages", "person", "alias")
    run("erase_feeds", "person", "account", "alias", "now")
    run("erase_person", "person")
    if subject.account:
        run("erase_account", "account")
        if subject.account["role"] == accounts.Role.ADMINISTRATOR.word:
            accounts.check_administrator(connection)
        connection.execute(QUERIES["erase_failures"], {"key": f"login:{subject.login}"})
        for query in (
            "rewrite_releases",
            "rewrite_proposals",
            "rewrite_draft_makers",
            "rewrite_draft_changers",
        ):
            run(query, "login", "alias")
    clean = _Cleaner(subject.words(), alias)
    for id_, _at, who, _did, told, source in connection.execute(QUERIES["whole_audit"]):
        own = bool(subject.login) and who == subject.login
        if own and source:
            # Where they failed to log in from, which is forgotten within minutes anyhow.
            connection.execute(QUERIES["erase_failures"], {"key": f"from:{source}"})
        rewritten = {
            "who": alias if own else who,
            "subject": clean(told),
            "source": "" if own else source,
        }
        if rewritten != {"who": who, "subject": told, "source": source}:
            connection.execute(QUERIES["rewrite_audit"], rewritten | {"id": id_})
    for channel, reason in connection.execute(QUERIES["channel_reasons"]):
        if clean(reason) != reason:
            connection.execute(QUERIES["rewrite_channel"], {"channel": channel, "reason": clean(reason)})


class _Cleaner:
    """Puts something else where one of the words stands as a whole, in any case and however it is composed."""

    def __init__(self, words: Sequence[str], instead: str) -> None:
        self._instead = instead
        # A name of one word is taken only where it is all that is said: it stands in others' names.
        self._whole = {word.casefold() for word in words}
        spelled = {
            form
            for word in words
            if " " in word or not word.isalpha()
            for form in (word, normalize("NFD", word))
        }
        ordered = sorted(spelled, key=lambda one: (-len(one), one))
        self._known = (
            re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in ordered), re.IGNORECASE)
            if ordered
            else None
        )

    def __call__(self, text: str) -> str:
        if normalize("NFC", text).casefold() in self._whole:
            return self._instead
        return self._known.sub(self._instead, text) if self._known else text
