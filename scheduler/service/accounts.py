"""Accounts, sessions, one-time links and the audit log as rows; the functions work within an open transaction.

Tokens are kept as digests alone, so that whoever reads the database cannot log in with what they find.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from math import ceil
from pathlib import Path
from unicodedata import normalize

import scheduler
from calendars.feeds import new_token, token_digest
from calendars.queries import Connection, Row, load_queries
from scheduler.errors import SchedulerError
from scheduler.tellings import instant_of, instant_text

QUERIES = load_queries(Path(scheduler.__file__).parent / "sql" / "access.sql")

SESSION_LIFE = timedelta(hours=12)
RENEW_AFTER = timedelta(minutes=10)
FIRST_LINK_LIFE = timedelta(hours=24)
LINK_LIFE = timedelta(days=7)
FAILURES_SEEN = timedelta(minutes=15)
FAILURES_FREE = 5
FAILURES_FREE_OF_ADDRESS = 20
SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 200


class Role(IntEnum):
    """What an account may do; each may do what those below it may."""

    READER = 1  # sees calendars that are not public
    EDITOR = 2  # imports and corrects; keeps people
    APPROVER = 3  # releases, takes back
    ADMINISTRATOR = 4  # keeps accounts, sees the audit log

    @property
    def word(self) -> str:
        """The role as it is kept and shown in addresses."""
        return self.name.lower()

    @classmethod
    def of(cls, word: str) -> "Role":
        """The role of that word; InvalidAccount for another."""
        try:
            return cls[word.upper()]
        except KeyError:
            raise InvalidAccount(f"{word!r} is no role") from None


class InvalidAccount(SchedulerError):
    """A login, name, role or password that cannot be one; the sentence says why."""

    exit_status = 2


class UsedLink(SchedulerError):
    """A one-time link that was used, is too old, or never was."""


class TooManyTries(SchedulerError):
    """So many failed tries to log in that the next has to wait; `seconds` says how long."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"too many failed tries; the next one is taken in {seconds} seconds")
        self.seconds = seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who can log in. has_password: False until they have chosen one by their link."""

    id: str
    login: str
    name: str
    role: Role
    disabled: bool = False
    has_password: bool = True

    def may(self, role: Role) -> bool:
        """Whether the account has that role or a higher one."""
        return not self.disabled and self.role >= role


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One thing that was done: when (UTC), by whom, what, to what, and from which address."""

    at: datetime
    who: str
    did: str
    subject: str
    source: str


def clean_login(login: str) -> str:
    """A login as it is kept: small letters, composed, without spaces around."""
    return normalize("NFC", login).strip().casefold()


def account_of_row(row: Row) -> Account:
    """The account that a row holds."""
    id_, login, name, role, disabled, password = row
    return Account(
        id=id_,
        login=login,
        name=name,
        role=Role.of(role),
        disabled=bool(disabled),
        has_password=bool(password),
    )


def get_account(connection: Connection, id_: str) -> Account:
    """The account of that id. InvalidAccount where there is none."""
    rows = connection.execute(QUERIES["account"], {"id": id_})
    if not rows:
        raise InvalidAccount("there is no such account")
    return account_of_row(rows[0])


def add_account(connection: Connection, login: str, name: str, role: Role, now: datetime) -> Account:
    """A new account without a password. InvalidAccount."""
    login, name = clean_login(login), " ".join(normalize("NFC", name).split())
    if not login or len(login) > 60 or not all(c.isalnum() or c in "._-@+" for c in login):
        raise InvalidAccount("a login is made of letters, digits and . _ - @ (60 at most)")
    if not name or len(name) > 100:
        raise InvalidAccount("an account needs a name, of 100 letters at most")
    if connection.execute(QUERIES["account_by_login"], {"login": login}):
        raise InvalidAccount(f"the login {login!r} is taken")
    row = {"id": f"a-{secrets.token_hex(6)}", "login": login, "name": name, "role": role.word, "password": ""}
    connection.execute(QUERIES["add_account"], row | {"created": instant_text(now)})
    return get_account(connection, row["id"])


def check_administrator(connection: Connection) -> None:
    """InvalidAccount where no administrator would be left."""
    if not connection.execute(QUERIES["count_administrators"])[0][0]:
        raise InvalidAccount("one administrator has to stay: make another one first")


def add_link(connection: Connection, account: str | None, expires: datetime) -> str:
    """The token of a new one-time link; account None: that of the first administrator."""
    token = new_token()
    row = {"digest": token_digest(token), "account": account, "expires": instant_text(expires)}
    connection.execute(QUERIES["add_link"], row)
    return token


def open_session(connection: Connection, account: str, now: datetime) -> str:
    """A new session of an account."""
    connection.execute(QUERIES["forget_sessions"], {"now": instant_text(now)})
    session = new_token()
    row = {"digest": token_digest(session), "account": account, "created": instant_text(now)}
    connection.execute(QUERIES["add_session"], row | {"expires": instant_text(now + SESSION_LIFE)})
    return session


def check_throttle(connection: Connection, key: str, free: int, now: datetime) -> None:
    """TooManyTries where the last failure is too recent: the wait doubles with each failure beyond the free ones."""
    since: dict[str, str] = {"key": key, "since": instant_text(now - FAILURES_SEEN)}
    count, last = connection.execute(QUERIES["failures_since"], since)[0]
    if count < free:
        return
    wait = timedelta(seconds=min(2 ** (count - free), FAILURES_SEEN.total_seconds()))
    left = (instant_of(last) + wait - now).total_seconds()
    if left > 0:
        raise TooManyTries(ceil(left))


def note(connection: Connection, who: str, did: str, subject: str, source: str, now: datetime) -> None:
    """Write down what was done."""
    row = {"id": secrets.token_hex(12), "at": instant_text(now), "who": who, "did": did}
    connection.execute(QUERIES["add_audit"], row | {"subject": subject[:500], "source": source})
