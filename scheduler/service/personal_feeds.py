"""Personal feeds: what a token shows, to whom it was given, and that it was taken back.

What is hard is that the choice changes without the token: a person's feed follows what the person follows at the time
it is asked for. A token is looked up by its digest, so that its time tells nothing; one whose owner is gone counts as
taken back.
"""

from dataclasses import dataclass
from datetime import date

from calendars.feeds import Feed, FeedAddress, NoFeed, token_digest
from calendars.queries import Connection
from calendars.store import CalendarStore
from scheduler.directory import Directory
from scheduler.service.accounts import QUERIES
from scheduler.service.tokens import feed_token
from scheduler.settings import Settings


@dataclass(frozen=True, slots=True)
class PersonalFeed:
    """What a token shows: the choice, and the calendars of the configuration in which it lies."""

    feed: Feed
    calendars: tuple[str, ...]

    def version(self, connection: Connection, today: date) -> str:
        """A text that changes whenever the feed's bytes may have."""
        states = [CalendarStore(connection).state_of(slug) for slug in self.calendars]
        versions = ".".join(str(state.version if state else 0) for state in states)
        chosen = (
            sorted(self.feed.calendars),
            sorted(self.feed.groups),
            sorted(self.feed.uids),
            self.feed.name,
        )
        return f"{versions}:{token_digest(repr(chosen))[:16]}:{today:%Y%m%d}"


def personal_feed(connection: Connection, settings: Settings, address: FeedAddress) -> PersonalFeed | NoFeed:
    """The feed of an address with a token."""
    rows = connection.execute(QUERIES["feed_token"], {"digest": token_digest(address.token or "")})
    if not rows:
        return NoFeed.UNKNOWN
    token = feed_token(rows[0])
    if token.revoked is not None:
        return NoFeed.REVOKED
    if token.person is not None:
        person = Directory(connection).some([token.person]).get(token.person)
        if person is None:
            return NoFeed.REVOKED
        follows = person.follows
        feed = Feed(
            name=person.name,
            calendars=frozenset(follow.calendar for follow in follows if follow.calendar),
            groups=frozenset({follow.group for follow in follows if follow.group}) | frozenset(person.groups),
            uids=frozenset(follow.event for follow in follows if follow.event),
        )
    else:
        account = connection.execute(QUERIES["account"], {"id": token.account})
        if not account or account[0][4]:
            return NoFeed.REVOKED
        names = [one.name for one in settings.calendars if one.slug in token.calendars]
        feed = Feed(name=" + ".join(names) or token.name, calendars=frozenset(token.calendars))
    everything = "*" in feed.calendars or feed.groups or feed.uids
    slugs = tuple(one.slug for one in settings.calendars if everything or one.slug in feed.calendars)
    return PersonalFeed(feed, slugs)


def chosen_uids(connection: Connection, personal: PersonalFeed, slug: str) -> frozenset[str] | None:
    """The events of a calendar that the feed shows; None for all of them."""
    feed = personal.feed
    if "*" in feed.calendars or slug in feed.calendars:
        return None
    concerned = CalendarStore(connection).groups_of_events(slug).items()
    return feed.uids | {uid for uid, groups in concerned if not feed.groups.isdisjoint(groups)}
