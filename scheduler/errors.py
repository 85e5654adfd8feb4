"""The errors of the application: each sentence says what happened, where, and what to do.

Failing to deliver a message is no error but an outcome (`attempts`): it is expected, so it is a value.

    SchedulerError
      ConfigurationError     which key, in which file                        exit status 2
      UnknownChannel         which exist                                     exit status 2
      UnknownCalendar        which exist                                     exit status 2
      UnknownPerson          no such person or group                         exit status 2
      DatabaseUnavailable    cannot be opened, locked, full, read-only       exit status 1
      Stale                  somebody else changed it meanwhile              exit status 4
"""


class SchedulerError(Exception):
    """The base of every error raised by `scheduler`; `exit_status` is that of the command line (design section 3)."""

    exit_status = 1


class ConfigurationError(SchedulerError):
    """The configuration cannot be used; the message names the key and the file."""

    exit_status = 2


class UnknownChannel(SchedulerError):
    """A channel that is not known or not configured."""

    exit_status = 2

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"there is no channel {name!r}; those configured are {', '.join(known) or 'none'}")


class UnknownCalendar(SchedulerError):
    """A calendar that the configuration does not name."""

    exit_status = 2

    def __init__(self, slug: str, known: tuple[str, ...]) -> None:
        super().__init__(f"there is no calendar {slug!r}; config.toml has {', '.join(known) or 'none'}")


class UnknownPerson(SchedulerError):
    """No person or group of that name."""

    exit_status = 2

    def __init__(self, name: str) -> None:
        super().__init__(f"nobody is called {name!r}; `sched people list` shows who there is")


class DatabaseUnavailable(SchedulerError):
    """The database cannot be opened or written: missing folder, read-only, full disk, locked, server gone."""


class Stale(SchedulerError):
    """What was to be changed has been changed by somebody else meanwhile; nothing was done."""

    exit_status = 4
