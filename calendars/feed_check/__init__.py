"""Which rules of `docs/feeds.md` a foreign feed breaks, and whose calendar program will suffer.

Each rule is a row of a table: its number, how strong it is, who suffers, what to do, and a function that finds the
places. The feed is read as bytes and lines, by nothing that would forgive or refuse.
"""

from calendars.feed_check import bytes_rules, event_rules, identity_rules, series_rules
from calendars.feed_check.content import read_text
from calendars.feed_check.finding import Finding, gathered

__all__ = ["check_feed"]


def check_feed(data: bytes) -> list[Finding]:
    """What is wrong with the bytes of a feed, in the order of the rules; empty where they keep to all of them."""
    feed = read_text(data)
    checks = (
        *bytes_rules.CHECKS,
        *identity_rules.CHECKS,
        *event_rules.CHECKS,
        *series_rules.CHECKS,
    )
    return [finding for rule, check in checks for finding in gathered(rule, check(feed))]
