"""Files written for people: whole or not at all, through links, straight into what is no file (a pipe, a device)."""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from scheduler.errors import ConfigurationError


def write_file(target: Path, data: bytes) -> Path:
    """Write a file so that nobody sees half of it; the path written, links followed.

    ConfigurationError where it cannot be written: what was there before stays.
    """
    place = Path(os.path.realpath(target))
    part = place.with_name(f".{place.name}.{token_hex(4)}.part")
    try:
        if place.exists() and not place.is_file():
            place.write_bytes(data)
            return target
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise ConfigurationError(
            f"{target} cannot be written: {error.strerror}; name a file in a folder that is there"
        ) from error
    return target
