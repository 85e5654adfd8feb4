"""The part of `config.toml` that says how people are told: rules, digests, quiet hours, channels.

It stands apart from `config` because its values live beside what they set, in modules that know mail and HTTP, and a
listing must not pay for those. Only entry points import it.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from unicodedata import normalize

from calendars.workdays import is_day_off
from scheduler.channel_kinds import ChannelKind
from scheduler.channels import CHANNELS
from scheduler.config import Configuration
from scheduler.delivery.terms import DeliverySettings
from scheduler.errors import ConfigurationError
from scheduler.notices import Digests
from scheduler.reminders import DEFAULT_RULES, Office, QuietHours, ReminderRule, listed, parse_hour
from scheduler.service.planning import KEEPERS, Policy

T = TypeVar("T", int, float)


def policy(configuration: Configuration) -> Policy:
    """When people are told: rules, quiet hours, digests. ConfigurationError names the table that cannot be used."""
    settings = configuration.settings()
    quiet = configuration.table("quiet_hours")
    return Policy(
        rules=_rules(configuration),
        office=Office(
            zone=settings.timezone,
            hours=settings.office_hours,
            quiet=_quiet_hours(configuration, quiet) if quiet else None,
            closed=is_day_off,
        ),
        digests=_checked(configuration, "digests", Digests.from_table, configuration.table("digests") or {}),
        keepers=_checked(configuration, "office", _keepers, configuration.table("office") or {}),
    )


def channel_settings(configuration: Configuration) -> dict[ChannelKind, Any]:
    """The settings of each channel that the configuration has, as the factory in `channels.CHANNELS` takes them."""
    found: dict[ChannelKind, Any] = {}
    for kind, (settings_kind, _) in CHANNELS.items():
        if kind is ChannelKind.WEBHOOK:
            webhooks: dict[str, Any] = configuration.named_parts("webhooks", settings_kind)
            if webhooks:
                found[kind] = webhooks
        else:
            part: Any = configuration.part(kind.value, settings_kind)
            if part is not None:
                found[kind] = part
    if not getattr(found.get(ChannelKind.CONSOLE), "enabled", True):
        del found[ChannelKind.CONSOLE]
    return found


def delivery_settings(configuration: Configuration) -> DeliverySettings:
    """How sending is done: the table [delivery] over what holds without it. ConfigurationError for a bad value."""
    table = configuration.table("delivery") or {}
    known = DeliverySettings()
    terms: DeliverySettings = _checked(
        configuration,
        "delivery",
        lambda given: DeliverySettings(
            senders={**known.senders, **_by_channel(given, "senders", int)},
            per_second={**known.per_second, **_by_channel(given, "per_second", float)},
            hold_uncertain=frozenset(_channel(name) for name in listed(given, "hold_uncertain")),
        ),
        table,
    )
    return terms


def _by_channel(table: Mapping[str, Any], key: str, kind: type[T]) -> dict[ChannelKind, T]:
    values = table.get(key, {})
    if not isinstance(values, dict):
        raise ValueError(f"`{key}` is a number for each channel, such as {{ email = 2 }}, not {values!r}")
    return {_channel(name): _number(f"{key}.{name}", kind, value) for name, value in values.items()}


def _number(where: str, kind: Callable[[Any], T], value: object) -> T:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{where} is a number, not {value!r}")
    return kind(value)


def _channel(name: str) -> ChannelKind:
    try:
        return ChannelKind(name)
    except ValueError:
        raise ValueError(f"{name!r} is no channel; there are {', '.join(ChannelKind)}") from None


def _rules(configuration: Configuration) -> tuple[ReminderRule, ...]:
    tables = configuration.listed_parts("reminders")
    rules = tuple(_checked(configuration, "[reminders]", ReminderRule.from_table, table) for table in tables)
    names = [rule.name for rule in rules]
    if twice := [name for name in names if names.count(name) > 1]:
        raise ConfigurationError(
            f"{configuration.path}: two [[reminders]] are named {twice[0]!r}; names tell them apart"
        )
    known = {calendar.slug for calendar in configuration.settings().calendars}
    for rule in rules:
        if unknown := [slug for slug in rule.calendars if slug != "*" and slug not in known]:
            raise ConfigurationError(
                f"{configuration.path}: the reminder {rule.name!r} names the calendar {unknown[0]!r}; "
                f"there are {', '.join(sorted(known)) or 'none'}"
            )
    return rules or DEFAULT_RULES


def _keepers(table: Mapping[str, Any]) -> tuple[str, ...]:
    """The groups that are the office, as they are compared."""
    groups = listed(table, "groups") if "groups" in table else KEEPERS
    return tuple(normalize("NFC", group).casefold() for group in groups)


def _quiet_hours(configuration: Configuration, table: Mapping[str, Any]) -> QuietHours | None:
    if "from" not in table or "to" not in table:
        raise ConfigurationError(
            f'{configuration.path}: [quiet_hours] needs `from` and `to`, such as "21:30" and "06:00"'
        )
    begin = _checked(configuration, "quiet_hours.from", parse_hour, table["from"])
    end = _checked(configuration, "quiet_hours.to", parse_hour, table["to"])
    return None if begin == end else QuietHours(begin, end)


def _checked(configuration: Configuration, where: str, make: Any, value: Any) -> Any:
    try:
        return make(value)
    except (ValueError, TypeError) as error:
        raise ConfigurationError(f"{configuration.path}: {where}: {error}") from error
