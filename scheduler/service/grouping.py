"""The office's groups: those of the configuration and those that people are in, found in what documents say.

What is hard is that one group bears two spellings: people were put into "BTV", the configuration calls it "Ban Thường
vụ". Then events take the name under which its people are found, so that feeds and reminders reach them.
"""

from collections.abc import Iterable

from calendars.groups import GroupName, KnownGroups
from calendars.queries import Connection
from calendars.same_names import same_to_the_eye
from scheduler.directory import Directory
from scheduler.errors import SchedulerError
from scheduler.settings import Settings


class UnknownGroup(SchedulerError):
    """No group is called so."""

    exit_status = 2

    def __init__(self, name: str, known: Iterable[str]) -> None:
        there_are = ", ".join(known) or "none yet"
        super().__init__(
            f"no group is called {name!r}; there are {there_are}. Put people into it "
            f'(sched people add NAME --group "{name}") or add a table [groups."{name}"] to config.toml'
        )


def known_groups(connection: Connection, settings: Settings) -> KnownGroups:
    """The groups there are."""
    peopled = [name for name, _ in Directory(connection).groups()]
    names: list[GroupName] = []
    found: set[str] = set()
    for group in settings.groups:
        spoken = {same_to_the_eye(name): name for name in (group.name, *group.aliases)}
        same = [name for name in peopled if same_to_the_eye(name) in spoken]
        found.update(same)
        names += [
            GroupName(name, tuple(other for other in spoken.values() if other != name))
            for name in same or [group.name]
        ]
    return KnownGroups([*names, *(GroupName(name) for name in peopled if name not in found)])


def group_of(connection: Connection, settings: Settings, name: str) -> str | None:
    """The proper name of the group that a person calls so; None where there is none."""
    return known_groups(connection, settings).named(name)


def chosen_groups(connection: Connection, settings: Settings, names: Iterable[str]) -> tuple[str, ...]:
    """The groups that a person names, by their proper names. UnknownGroup where one is not known."""
    known = known_groups(connection, settings)
    chosen = []
    for name in names:
        group = known.named(name)
        if group is None:
            raise UnknownGroup(name, [one.name for one in known.names])
        chosen.append(group)
    return tuple(dict.fromkeys(chosen))
