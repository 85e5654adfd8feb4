"""Personal feeds: what a token shows, to whom it was given, and that it was taken back.

What is hard is that the choice changes without the token: a person's feed follows what the person follows at the time
it is asked for; a token whose owner is gone counts as taken back. And that time tells nothing: a token is looked up by
its digest and compared in constant time, and whatever it turns out to be, the same statements are asked of the database
in the same order, for nobody where it is unknown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from calendars.feed_parts import FeedPart, digest_of
from calendars.feeds import Feed, FeedAddress, NoFeed, token_digest, token_matches
from calendars.queries import Connection
from calendars.store import CalendarStore
from scheduler.directory import Directory
from scheduler.people import Person
from scheduler.service.accounts import QUERIES
from scheduler.service.grouping import group_of
from scheduler.service.rendering import render_for
from scheduler.service.tokens import FeedToken, feed_token
from scheduler.settings import Settings, Visibility


@dataclass(frozen=True, slots=True)
class PersonalFeed:
    """What a token shows: the choice, and the calendars of the configuration in which it lies."""

    feed: Feed
    calendars: tuple[str, ...]

    def version(self, states: Mapping[str, int], today: date) -> str:
        """A text that changes whenever the feed's bytes may have; states: the version of each calendar there is."""
        versions = ".".join(str(states[slug]) for slug in self.calendars)
        chosen = (
            sorted(self.feed.calendars),
            sorted(self.feed.groups),
            sorted(self.feed.uids),
            self.feed.name,
        )
        return f"{versions}:{token_digest(repr(chosen))[:16]}:{today:%Y%m%d}"


NOBODYS = PersonalFeed(Feed(name="", calendars=frozenset()), ())
"""What stands for the feed of a token that shows none, so that it costs as much as one that does."""


def personal_version(
    connection: Connection, settings: Settings, address: FeedAddress, today: date
) -> str | NoFeed:
    """The version of the feed of an address with a token, or why there is none."""
    found = personal_feed(connection, settings, address)
    store = CalendarStore(connection)
    states = {one.slug: store.state_of(one.slug) for one in settings.calendars}
    versions = {slug: state.version if state else 0 for slug, state in states.items()}
    version = (NOBODYS if isinstance(found, NoFeed) else found).version(versions, today)
    no_group = address.group is not None and group_of(connection, settings, address.group) is None
    if isinstance(found, NoFeed):
        return found
    return NoFeed.UNKNOWN if no_group else version


def personal_feed(connection: Connection, settings: Settings, address: FeedAddress) -> PersonalFeed | NoFeed:
    """The feed of an address with a token."""
    wanted = address.token or ""
    rows = connection.execute(QUERIES["feed_token"], {"digest": token_digest(wanted)})
    token = feed_token(rows[0]) if token_matches(wanted, rows[0][7] if rows else None) else None
    owner = token.person or "" if token else ""
    person = Directory(connection).some([owner]).get(owner)
    account = connection.execute(QUERIES["account"], {"id": token.account or "" if token else ""})
    if token is None:
        return NoFeed.UNKNOWN
    if token.revoked is not None:
        return NoFeed.REVOKED
    if person is not None:
        return _within(settings, _feed_of_person(person))
    if token.person is None and account and not account[0][4]:
        return _within(settings, _feed_of_account(settings, token))
    return NoFeed.REVOKED


def _feed_of_person(person: Person) -> Feed:
    follows = person.follows
    return Feed(
        name=person.name,
        calendars=frozenset(follow.calendar for follow in follows if follow.calendar),
        groups=frozenset({follow.group for follow in follows if follow.group}) | frozenset(person.groups),
        uids=frozenset(follow.event for follow in follows if follow.event),
    )


def _feed_of_account(settings: Settings, token: FeedToken) -> Feed:
    names = [one.name for one in settings.calendars if one.slug in token.calendars]
    return Feed(name=" + ".join(names) or token.name, calendars=frozenset(token.calendars))


def _within(settings: Settings, feed: Feed) -> PersonalFeed:
    everything = "*" in feed.calendars or feed.groups or feed.uids
    slugs = tuple(one.slug for one in settings.calendars if everything or one.slug in feed.calendars)
    return PersonalFeed(feed, slugs)


def chosen_parts(
    connection: Connection, settings: Settings, personal: PersonalFeed, slug: str, parts: Sequence[FeedPart]
) -> Sequence[FeedPart]:
    """Those of a calendar's parts that the feed shows.

    An event may tell that it clashes with one that the reader does not follow. On a calendar that is not public such
    a clash is left out, and the event is rendered for this reader.
    """
    feed = personal.feed
    if "*" in feed.calendars or slug in feed.calendars:
        return parts
    chosen = [part for part in parts if part.uid in feed.uids or feed.is_for(part.groups)]
    if settings.calendar(slug).visibility is Visibility.PUBLIC:
        return chosen
    seen = {part.uid for part in chosen}
    for place, part in enumerate(chosen):
        if not part.clashes_with <= seen:
            content = render_for(connection, settings, slug, part.uid, seen)
            chosen[place] = replace(part, content=content, digest=digest_of(content))
    return chosen
