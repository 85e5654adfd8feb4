"""What must never be read by chance, taken out of a text: passwords and tokens, before it reaches a log or a person.

What is hard is that secrets come back from outside: a mail server repeats a login, a web service echoes a header, a
fault's traceback quotes an address. So texts are cleaned where they leave, by the values that the configuration knows
to be secret (also as mail programs encode them) and by the forms that our own tokens have.
"""

import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import quote

HIDDEN = "***"
SHORTEST = 4
"""A secret of fewer letters than this would take ordinary words apart."""

SECRET_KEYS = frozenset(
    {"password", "secret", "token", "webhook_secret", "app_secret", "oa_secret_key", "refresh_token"}
)
"""The keys of the configuration whose values are secret; all values in a table `headers` are, too."""


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What our own secrets look like; compiled when something is told, which most commands never do."""
    return (
        # A password in an address: postgresql://user:password@host.
        (re.compile(r"(://[^/\s:@]*):[^/\s@]+@"), rf"\1:{HIDDEN}@"),
        # The tokens of personal feeds and one-time links stand in paths.
        (re.compile(r"(/(?:f|first|link|stop)/)[A-Za-z0-9_-]{16,}"), rf"\1{HIDDEN}"),
        # A script's token.
        (re.compile(r"\bsched_[A-Za-z0-9_-]{16,}"), HIDDEN),
    )


class Redactor:
    """Takes known secrets, and what has the form of one, out of texts."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        """secrets: the values; those shorter than `SHORTEST` are left alone."""
        known = {secret for secret in secrets if len(secret) >= SHORTEST}
        spelled = known | {quote(one, safe="") for one in known} | {_base64(one) for one in known}
        # The longest first: one secret may be the beginning of another.
        ordered = sorted(spelled, key=lambda one: (-len(one), one))
        self._known = re.compile("|".join(map(re.escape, ordered))) if ordered else None

    def __call__(self, text: str) -> str:
        """The text without secrets."""
        if self._known is not None:
            text = self._known.sub(HIDDEN, text)
        for form, instead in _forms():
            text = form.sub(instead, text)
        return text


def secrets_in(settings: object) -> set[str]:
    """The secret values in a channel's settings: a dataclass, or several by name."""
    if isinstance(settings, dict):
        return set().union(*(secrets_in(one) for one in settings.values()))
    names = getattr(type(settings), "__dataclass_fields__", {})
    found = {
        value
        for name in names
        if name in SECRET_KEYS and isinstance(value := getattr(settings, name), str) and value
    }
    headers = getattr(settings, "headers", None)
    if isinstance(headers, dict):
        found |= {word for value in headers.values() for word in (str(value), str(value).split(" ")[-1])}
    password, username = getattr(settings, "password", None), getattr(settings, "username", None)
    if password and username:
        found |= {_base64(f"\0{username}\0{password}"), _base64(password)}
    return found


def _base64(text: str) -> str:
    from base64 import b64encode  # noqa: PLC0415 - only where a secret is set

    return b64encode(text.encode()).decode("ascii")
