"""Tokens that stand for somebody: of scripts, which act for an account, and of personal feeds, which only read.

What is hard is that they travel in addresses and files: each is 256 random bits, shown once, kept as a digest, and
taken back by its owner; a feed that was taken back answers 410, so that calendar programs give up.
"""

from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex

from calendars.feeds import new_token, token_digest, token_matches
from calendars.queries import Row
from scheduler.database import Database
from scheduler.service.accounts import QUERIES, Account, Role
from scheduler.settings import Settings
from scheduler.tellings import instant_of, instant_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiToken:
    """A token of a script: what it is called, and since when."""

    id: str
    name: str
    created: datetime


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

    def add_api_token(self, account: Account, name: str, *, now: datetime) -> str:
        """A new token by which a script acts for the account; it is shown this once."""
        token = f"sched_{new_token()}"
        row = {"digest": token_digest(token), "id": f"t-{token_hex(6)}", "account": account.id}
        with self.database.transaction() as connection:
            row |= {"name": " ".join(name.split())[:100] or "script", "created": instant_text(now)}
            connection.execute(QUERIES["add_api_token"], row)
        return token

    def account_of(self, token: str) -> Account | None:
        """For whom a script acts; None for a token that is not, or whose account is closed."""
        with self.database.reading() as connection:
            rows = connection.execute(QUERIES["account_of_api_token"], {"digest": token_digest(token)})
        if not token_matches(token, rows[0][6] if rows else None) or rows[0][4]:
            return None
        id_, login, name, role = rows[0][:4]
        return Account(id=id_, login=login, name=name, role=Role.of(role))

    def api_tokens(self, account: Account) -> list[ApiToken]:
        """The account's tokens, the eldest first."""
        with self.database.reading() as connection:
            rows = connection.execute(QUERIES["api_tokens_of"], {"account": account.id})
        return [ApiToken(id=row[0], name=row[1], created=instant_of(row[2])) for row in rows]

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
