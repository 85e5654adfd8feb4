"""When people are told: rules, the instants they ring at, and the plan that follows. All of it values, no clock."""

from scheduler.reminders.audience import Audience, channels_of
from scheduler.reminders.planning import NUDGE_RULE, Reminder, plan_reminders, telling_id
from scheduler.reminders.rules import DEFAULT_RULES, Lead, ReminderRule, listed, parse_hour, parse_lead
from scheduler.reminders.timing import Office, QuietHours, due_of, extent_of, out_of_quiet

__all__ = [
    "DEFAULT_RULES",
    "NUDGE_RULE",
    "Audience",
    "Lead",
    "Office",
    "QuietHours",
    "Reminder",
    "ReminderRule",
    "channels_of",
    "due_of",
    "extent_of",
    "listed",
    "out_of_quiet",
    "parse_hour",
    "parse_lead",
    "plan_reminders",
    "telling_id",
]
