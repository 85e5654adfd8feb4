"""The names of all keys of `config.toml`, by table.

They are written down apart from the settings that they fill, since importing a channel's settings may cost more than
the command that asks; a test holds them to the settings' fields.
"""

from dataclasses import fields

from scheduler.channel_kinds import ChannelKind

TOP = ("timezone", "language", "database", "log")
KEYS: dict[str, tuple[str, ...]] = {
    "office_hours": ("morning", "noon", "afternoon", "evening", "night"),
    "documents": (
        "max_bytes",
        "max_expanded_bytes",
        "max_pages",
        "max_rows",
        "max_seconds",
        "max_memory",
    ),
    "web": ("host", "port", "public_url", "secret"),
    "console": ("enabled",),
    "email": (
        *("host", "port", "security", "username", "password", "sender", "ca_file"),
        *("connect_timeout", "answer_timeout", "final_timeout"),
    ),
    "zalo_bot": ("token", "base_url", "webhook_secret", "monthly_cap", "timeout", "poll"),
    "zalo_oa": (
        *("app_id", "app_secret", "oa_secret_key", "refresh_token", "template_id", "template_parameters"),
        *("send_proof", "base_url", "oauth_url", "business_url", "timeout"),
    ),
    "delivery": ("hold_uncertain", "per_second", "senders"),
    "office": ("groups",),
    "keeping": ("documents", "messages", "audit", "drafts", "feeds"),
    "digests": ("daily", "weekly", "monthly"),
    "quiet_hours": ("from", "to"),
}
"""The keys of each table that stands once."""

OF_CHANNELS = tuple(
    kind.value for kind in ChannelKind if kind not in KEYS and kind is not ChannelKind.WEBHOOK
)
"""Channels whose keys are not written down above: they are those of its settings, which it costs an import to know."""

NAMED_KEYS: dict[str, tuple[str, ...]] = {
    "calendars": ("name", "visibility", "review", "inbox"),
    "groups": ("aliases",),
    "webhooks": ("url", "secret", "allow_private", "headers", "ca_file", "timeout"),
}
"""The keys of the tables that stand once a name, such as [calendars.SLUG]."""

LISTED_KEYS: dict[str, tuple[str, ...]] = {
    "reminders": (
        "name",
        "calendars",
        "categories",
        "groups",
        "before",
        "at",
        "working_days",
        "channels",
    ),
}
"""The keys of the tables that stand any number of times, such as [[reminders]]."""


def channel_keys(name: str) -> tuple[str, ...]:
    """The keys of a channel of `OF_CHANNELS`."""
    from scheduler.channels import CHANNELS  # noqa: PLC0415 - a listing must not pay for mail

    return tuple(field.name for field in fields(CHANNELS[ChannelKind(name)][0]))
