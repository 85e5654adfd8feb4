"""Tokens that stand for somebody: of scripts, which act for an account, and of personal feeds, which only read.

What is hard is that they travel in addresses and files: each is 256 random bits, shown once, kept as a digest, and
taken back by its owner; a script's may end by itself and be for reading alone; a feed that was taken back answers 410,
so that calendar programs give up.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from secrets import token_hex

from calendars.feeds import new_token, token_digest, token_matches
from calendars.queries import Row
from scheduler.database import Database
from scheduler.service.accounts import QUERIES, Account, account_of_row
from scheduler.settings import Settings
from scheduler.tellings import instant_of, instant_text


class Scope(StrEnum):
    """What a script may do of what its account may."""

    READ = "read"
    WRITE = "write"  # all of it


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiToken:
    """A token of a script: what it is called, since when, for what; expires: when it ends, None where it does not."""

    id: str
    name: str
    created: datetime
    scope: Scope
    expires: datetime | None


@dataclass(frozen=True, slots=True)
class Holder:
    """For whom a script acts, and what it may do."""

    account: Account
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedToken:
    """A personal feed: of an account with the calendars it chose, or of a person with what that person follows."""

    id: str
    account: str | None
    person: str | None
    calendars: tuple[str, ...]
    name: str
    created: datetime
    revoked: datetime | None


class TokenService:
    """The tokens of one installation."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self.database = database
        self.settings = settings

    # --- scripts --------------------------------------------------------------------------------------------------

    def add_api_token(
        self,
        account: Account,
        name: str,
        *,
        now: datetime,
        scope: Scope = Scope.WRITE,
        lasts: timedelta | None = None,
    ) -> str:
        """A new token by which a script acts for the account, shown this once. lasts: None for one without an end."""
        token = f"sched_{new_token()}"
        row = {
            "digest": token_digest(token),
            "id": f"t-{token_hex(6)}",
            "account": account.id,
            "name": " ".join(name.split())[:100] or "script",
            "created": instant_text(now),
            "scope": scope.value,
            "expires": lasts and instant_text(now + lasts),
        }
        with self.database.transaction() as connection:
            connection.execute(QUERIES["add_api_token"], row)
        return token

    def holder_of(self, token: str, *, now: datetime) -> Holder | None:
        """For whom a script acts; None for a token that is not or has ended, or whose account is closed."""
        asked = {"digest": token_digest(token), "now": instant_text(now)}
        with self.database.reading() as connection:
            rows = connection.execute(QUERIES["holder_of_api_token"], asked)
        if not token_matches(token, rows[0][0] if rows else None):
            return None
        _, scope, *account = rows[0]
        return Holder(account_of_row(tuple(account)), Scope(scope))

    def api_tokens(self, account: Account) -> list[ApiToken]:
        """The account's tokens, the eldest first."""
        with self.database.reading() as connection:
            rows = connection.execute(QUERIES["api_tokens_of"], {"account": account.id})
        return [
            ApiToken(
                id=id_,
                name=name,
                created=instant_of(created),
                scope=Scope(scope),
                expires=instant_of(expires) if expires else None,
            )
            for id_, name, created, scope, expires in rows
        ]

    def remove_api_token(self, account: Account, id_: str) -> bool:
        """Take a token back; False where there is none of that id."""
        with self.database.transaction() as connection:
            return bool(connection.execute(QUERIES["remove_api_token"], {"id": id_, "account": account.id}))

    # --- personal feeds -------------------------------------------------------------------------------------------

    def add_feed(
        self,
        *,
        now: datetime,
        name: str,
        account: Account | None = None,
        person: str | None = None,
        calendars: tuple[str, ...] = (),
    ) -> str:
        """The token of a new personal feed, shown this once. UnknownCalendar for a slug that is none."""
        for slug in calendars:
            self.settings.calendar(slug)
        token = new_token()
        row = {
            "digest": token_digest(token),
            "id": f"f-{token_hex(6)}",
            "account": account.id if account else None,
            "person": person,
            "calendars": ";".join(calendars),
            "name": " ".join(name.split())[:100],
            "created": instant_text(now),
        }
        with self.database.transaction() as connection:
            connection.execute(QUERIES["add_feed_token"], row)
        return token

    def feeds_of(self, *, account: Account | None = None, person: str | None = None) -> list[FeedToken]:
        """The personal feeds of an account or a person, those taken back among them."""
        query = "feed_tokens_of_account" if account else "feed_tokens_of_person"
        with self.database.reading() as connection:
            rows = connection.execute(QUERIES[query], {"owner": account.id if account else person})
        return [feed_token(row) for row in rows]

    def revoke_feed(self, owner: str, id_: str, *, now: datetime) -> bool:
        """Take a personal feed back; owner: the account's or person's id. False where there is none."""
        with self.database.transaction() as connection:
            revoked = {"id": id_, "owner": owner, "at": instant_text(now)}
            return bool(connection.execute(QUERIES["revoke_feed_token"], revoked))


def feed_token(row: Row) -> FeedToken:
    """The personal feed that a row holds."""
    return FeedToken(
        id=row[0],
        account=row[1],
        person=row[2],
        calendars=tuple(slug for slug in row[3].split(";") if slug),
        name=row[4],
        created=instant_of(row[5]),
        revoked=instant_of(row[6]) if row[6] else None,
    )
