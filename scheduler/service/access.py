"""Who may do what on the pages: accounts with roles, passwords, sessions, one-time links, throttling, the audit log.

What is hard is to tell a stranger nothing: an unknown login costs the same time as a wrong password, tokens are looked
up by their digest, and a failed try says only that it failed. Tokens of scripts and feeds are in `tokens`.
"""

import secrets
from datetime import datetime, timedelta
from functools import cached_property
from unicodedata import normalize

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from itsdangerous import BadSignature, Signer

from calendars.feeds import token_digest
from scheduler.database import Database
from scheduler.service.accounts import (
    FAILURES_FREE,
    FAILURES_FREE_OF_ADDRESS,
    FAILURES_SEEN,
    FIRST_LINK_LIFE,
    LINK_LIFE,
    LONGEST_PASSWORD,
    QUERIES,
    RENEW_AFTER,
    SESSION_LIFE,
    SHORTEST_PASSWORD,
    Account,
    AuditLine,
    InvalidAccount,
    Role,
    TooManyTries,
    UsedLink,
    account_of_row,
    add_account,
    add_link,
    check_administrator,
    check_throttle,
    clean_login,
    get_account,
    note,
    open_session,
)
from scheduler.service.opening import Service
from scheduler.settings import Settings
from scheduler.tellings import instant_of, instant_text

__all__ = ["AccessService", "Account", "AuditLine", "InvalidAccount", "Role", "TooManyTries", "UsedLink"]

FORM_LIFE = timedelta(days=7)
"""For how long a form that came too late is still known as ours."""
AUDIT_LINES = 200
"""How much of the log is shown."""


class AccessService(Service):
    """The accounts of one installation."""

    def __init__(
        self, database: Database, settings: Settings, *, hasher: PasswordHasher | None = None
    ) -> None:
        """hasher: how passwords are kept; argon2-cffi's own choice (RFC 9106, low memory) where None."""
        super().__init__(database, settings)
        self.hasher = hasher or PasswordHasher()

    # --- cookies --------------------------------------------------------------------------------------------------

    @cached_property
    def signer(self) -> Signer:
        """Signs cookies, by the secret of the configuration or one that the installation made for itself."""
        secret = self.settings.web.secret
        if not secret:
            with self.database.transaction() as connection:
                connection.execute(
                    QUERIES["keep_secret"], {"name": "cookies", "value": secrets.token_hex(32)}
                )
                secret = str(connection.execute(QUERIES["secret"], {"name": "cookies"})[0][0])
        return Signer(secret, salt="sched.session", digest_method=_sha256, key_derivation="hmac")

    @cached_property
    def form_signer(self) -> Signer:
        """Signs the tokens of forms, by the same secret; none of them is a cookie."""
        secret = self.signer.secret_keys
        return Signer(secret, salt="sched.form", digest_method=_sha256, key_derivation="hmac")

    def signed(self, value: str) -> str:
        """The value with its signature, for a cookie."""
        return self.signer.sign(value).decode("ascii")

    def unsigned(self, cookie: str) -> str | None:
        """The value of a cookie that we signed; None for any other."""
        try:
            return self.signer.unsign(cookie).decode("ascii")
        except (BadSignature, UnicodeError):
            return None

    def form_token(self, session: str, account: str, now: datetime) -> str:
        """What a form of that session must bring back, so that no other site can send one (CSRF).

        account: whose session it is, "" for nobody's. The session itself cannot be read from it.
        """
        return self.form_signer.sign(f"{account}.{int(now.timestamp())}.{token_digest(session)}").decode(
            "ascii"
        )

    def is_form_token(self, session: str, token: str) -> bool:
        """Whether it was made for that session."""
        made = self._form_made(token)
        return made is not None and secrets.compare_digest(made[2], token_digest(session))

    def account_of_form(self, token: str, now: datetime) -> str | None:
        """The account for whose form it was made within `FORM_LIFE`, whatever session; None for any other.

        It tells that the form was ours, and permits nothing.
        """
        made = self._form_made(token)
        if made is None or not made[0] or now.timestamp() - int(made[1]) > FORM_LIFE.total_seconds():
            return None
        return made[0]

    def _form_made(self, token: str) -> tuple[str, str, str] | None:
        try:
            account, at, digest = self.form_signer.unsign(token).decode("ascii").split(".")
        except (BadSignature, UnicodeError, ValueError):
            return None
        return account, at, digest

    # --- logging in -----------------------------------------------------------------------------------------------

    def log_in(self, login: str, password: str, *, now: datetime, source: str = "") -> str | None:
        """A new session for the right password, None for any other. TooManyTries after many failures.

        source: the address that it came from. The answer takes the same time whether or not the login is known.
        """
        login = clean_login(login)
        keys = ((f"login:{login}", FAILURES_FREE), (f"from:{source}", FAILURES_FREE_OF_ADDRESS))
        with self.database.reading() as connection:
            for key, free in keys:
                check_throttle(connection, key, free, now)
            rows = connection.execute(QUERIES["account_by_login"], {"login": login})
        kept = rows[0][5] if rows else ""
        right = self._matches(kept, password) and not rows[0][4]
        with self.database.transaction() as connection:
            connection.execute(QUERIES["forget_failures"], {"until": instant_text(now - FAILURES_SEEN)})
            if not right:
                for key, _ in keys:
                    connection.execute(QUERIES["add_failure"], {"key": key, "at": instant_text(now)})
                note(connection, login[:60], "login-failed", "", source, now)
                return None
            account = account_of_row(rows[0])
            connection.execute(QUERIES["forget_failures_of"], {"key": keys[0][0]})
            if self.hasher.check_needs_rehash(kept):
                again = {"id": account.id, "password": self.hasher.hash(_normal(password))}
                connection.execute(QUERIES["set_password"], again)
            note(connection, account.login, "login", "", source, now)
            return open_session(connection, account.id, now)

    def log_out(self, session: str) -> None:
        """End a session."""
        with self.database.transaction() as connection:
            connection.execute(QUERIES["end_session"], {"digest": token_digest(session)})

    def account_of(self, session: str, now: datetime) -> Account | None:
        """Whose session it is; None where it has ended. One that is used goes on for another `SESSION_LIFE`."""
        digest = token_digest(session)
        with self.database.reading() as connection:
            rows = connection.execute(QUERIES["session"], {"digest": digest, "now": instant_text(now)})
        if not rows:
            return None
        account = account_of_row(rows[0][2:])
        if account.disabled:
            return None
        if instant_of(rows[0][0]) < now + SESSION_LIFE - RENEW_AFTER:
            with self.database.transaction() as connection:
                renewed = {"digest": digest, "expires": instant_text(now + SESSION_LIFE)}
                connection.execute(QUERIES["renew_session"], renewed)
        return account

    # --- one-time links -------------------------------------------------------------------------------------------

    def first_link(self, now: datetime) -> str | None:
        """The token of a link by which the first administrator is made; None where there is one. Older links end."""
        with self.database.transaction() as connection:
            if connection.execute(QUERIES["count_administrators"])[0][0]:
                return None
            connection.execute(QUERIES["forget_links"], {"now": instant_text(now)})
            connection.execute(QUERIES["forget_first_links"])
            return add_link(connection, None, now + FIRST_LINK_LIFE)

    def link_account(self, token: str, now: datetime) -> Account | None:
        """Whose link it is, None for that of the first administrator. UsedLink where it is good no more."""
        with self.database.reading() as connection:
            found = {"digest": token_digest(token), "now": instant_text(now)}
            rows = connection.execute(QUERIES["link"], found)
            if not rows:
                raise UsedLink("this link has been used, or is too old: ask the administrator for another")
            return get_account(connection, rows[0][0]) if rows[0][0] else None

    def use_link(
        self, token: str, password: str, *, now: datetime, login: str = "", name: str = "", source: str = ""
    ) -> str:
        """Make the first administrator, or set the password of the link's account; gives a new session.

        login and name are the first administrator's. InvalidAccount, and then the link stays good; UsedLink.
        """
        hashed = self._hashed(password)
        with self.database.transaction() as connection:
            used = {"digest": token_digest(token), "now": instant_text(now)}
            rows = connection.execute(QUERIES["use_link"], used)
            if not rows:
                raise UsedLink("this link has been used, or is too old: ask the administrator for another")
            if rows[0][0] is None:
                account = add_account(connection, login, name, Role.ADMINISTRATOR, now)
                did = "first-run"
            else:
                account = get_account(connection, rows[0][0])
                did = "password-set"
            connection.execute(QUERIES["set_password"], {"id": account.id, "password": hashed})
            connection.execute(QUERIES["end_sessions_of"], {"account": account.id})
            note(connection, account.login, did, account.login, source, now)
            return open_session(connection, account.id, now)

    # --- accounts -------------------------------------------------------------------------------------------------

    def has_administrator(self) -> bool:
        """Whether the first run is over."""
        with self.database.reading() as connection:
            return bool(connection.execute(QUERIES["count_administrators"])[0][0])

    def accounts(self) -> list[Account]:
        """All accounts, by name."""
        with self.database.reading() as connection:
            return [account_of_row(row) for row in connection.execute(QUERIES["accounts"])]

    def add(self, login: str, name: str, role: Role, *, now: datetime, by: Account) -> tuple[Account, str]:
        """A new account and the token of the link by which its owner chooses a password. InvalidAccount."""
        with self.database.transaction() as connection:
            account = add_account(connection, login, name, role, now)
            note(connection, by.login, "account-added", f"{account.login} ({role.word})", "", now)
            return account, add_link(connection, account.id, now + LINK_LIFE)

    def new_link(self, id_: str, *, now: datetime, by: Account) -> tuple[Account, str]:
        """Another link for an account whose password was forgotten; older ones end."""
        with self.database.transaction() as connection:
            account = get_account(connection, id_)
            connection.execute(QUERIES["forget_links_of"], {"account": id_})
            note(connection, by.login, "link-made", account.login, "", now)
            return account, add_link(connection, id_, now + LINK_LIFE)

    def change(self, id_: str, *, role: Role, disabled: bool, now: datetime, by: Account) -> Account:
        """Set role and whether the account is closed. InvalidAccount where no administrator would be left."""
        with self.database.transaction() as connection:
            old = get_account(connection, id_)
            values = {"id": id_, "name": old.name, "role": role.word, "disabled": int(disabled)}
            connection.execute(QUERIES["set_account"], values)
            check_administrator(connection)
            if disabled:
                connection.execute(QUERIES["end_sessions_of"], {"account": id_})
            closed = ", closed" if disabled else ""
            note(connection, by.login, "account-changed", f"{old.login} ({role.word}{closed})", "", now)
            return get_account(connection, id_)

    def change_password(self, account: Account, old: str, new: str, *, now: datetime) -> str:
        """Set another password, end all sessions and give a new one. InvalidAccount where the old one is wrong."""
        hashed = self._hashed(new)
        with self.database.reading() as connection:
            kept = connection.execute(QUERIES["account"], {"id": account.id})[0][5]
        if not self._matches(kept, old):
            raise InvalidAccount("the present password is not right")
        with self.database.transaction() as connection:
            connection.execute(QUERIES["set_password"], {"id": account.id, "password": hashed})
            connection.execute(QUERIES["end_sessions_of"], {"account": account.id})
            note(connection, account.login, "password-set", account.login, "", now)
            return open_session(connection, account.id, now)

    # --- the audit log --------------------------------------------------------------------------------------------

    def note(self, who: str, did: str, subject: str, *, now: datetime, source: str = "") -> None:
        """Write down what was done."""
        with self.database.transaction() as connection:
            note(connection, who, did, subject, source, now)

    def audit(self) -> list[AuditLine]:
        """What was done, the latest first; so many lines as one looks through."""
        with self.database.reading() as connection:
            rows = connection.execute(QUERIES["audit"], {"count": AUDIT_LINES})
        return [AuditLine(instant_of(row[0]), *row[1:]) for row in rows]

    # --- passwords ------------------------------------------------------------------------------------------------

    @cached_property
    def _nobodys_password(self) -> str:
        return self.hasher.hash(secrets.token_hex(16))

    def _matches(self, kept: str, password: str) -> bool:
        # Asked for whoever it is: made on the first call, it must not tell a stranger by its time.
        nobodys = self._nobodys_password
        try:
            right = self.hasher.verify(kept or nobodys, _normal(password[:LONGEST_PASSWORD]))
        except (VerificationError, InvalidHashError):
            return False
        return bool(kept) and right

    def _hashed(self, password: str) -> str:
        if len(_normal(password)) < SHORTEST_PASSWORD:
            raise InvalidAccount(f"a password needs {SHORTEST_PASSWORD} letters or more")
        if len(password) > LONGEST_PASSWORD:
            raise InvalidAccount(f"a password has {LONGEST_PASSWORD} letters at most")
        return self.hasher.hash(_normal(password))


def _sha256(data: bytes = b"") -> "object":
    import hashlib  # noqa: PLC0415 - named for itsdangerous, which takes a function

    return hashlib.sha256(data)


def _normal(password: str) -> str:
    # One keyboard sends ế as one letter, another as two.
    return normalize("NFC", password)
