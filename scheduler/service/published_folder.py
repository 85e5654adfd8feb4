"""A folder of static feeds for any web server: what `sched publish` wrote into it, and what it takes away again.

What is hard is that the folder is other people's too, perhaps another installation's. What was written is kept in a
list beside it, one for each installation, with a digest of each file; a feed that is no longer to be there is removed
only where it still is what was written. Anything else stays, and it is said.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from scheduler.errors import DatabaseUnavailable
from scheduler.service.files import write_file

LIST = ".sched-{owner}.json"
"""Written before the feeds, with those of before and of now, and again after them: a run cut short forgets nothing."""
_NAME = re.compile(r"[a-z0-9-]+\.ics")
"""What a feed of ours is called; a list that somebody changed leads to no other file."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a run did: files written, files of its own removed, and files of calendars not public that it left."""

    written: tuple[Path, ...]
    removed: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()


def publish_into(folder: Path, feeds: Mapping[str, bytes], hidden: Iterable[str], *, owner: str) -> Published:
    """Write these feeds, each at once and whole, and remove those of earlier runs that are no more among them.

    feeds: by slug; hidden: the slugs of calendars that are not to be there; owner: what tells this installation from
    others. DatabaseUnavailable where the folder cannot be written.
    """
    list_of_ours = folder / LIST.format(owner=hashlib.sha256(owner.encode()).hexdigest()[:16])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        before = _kept(list_of_ours)
        now = {f"{slug}.ics": hashlib.sha256(body).hexdigest() for slug, body in feeds.items()}
        _keep(
            list_of_ours,
            {name: sorted({*before.get(name, ()), digest}) for name, digest in now.items()}
            | {name: digests for name, digests in before.items() if name not in now},
        )
        written = [write_file(folder / f"{slug}.ics", body) for slug, body in feeds.items()]
        removed, left = [], []
        for name in sorted({*before, *(f"{slug}.ics" for slug in hidden)} - set(now)):
            path = folder / name
            if not path.is_file():
                continue
            if hashlib.sha256(path.read_bytes()).hexdigest() in before.get(name, ()):
                path.unlink()
                removed.append(path)
            else:
                left.append(path)
        _keep(list_of_ours, {name: [digest] for name, digest in now.items()})
    except OSError as error:
        raise DatabaseUnavailable(
            f"{error.filename or folder}: cannot be written: {error.strerror}"
        ) from error
    return Published(tuple(written), tuple(removed), tuple(left))


def _kept(file: Path) -> dict[str, list[str]]:
    """The files that earlier runs wrote, with the digests that they may have."""
    try:
        told = json.loads(file.read_bytes())
    except FileNotFoundError:
        return {}
    except ValueError:
        # Somebody's hand was in it; then nothing is known to be ours.
        return {}
    if not isinstance(told, dict):
        return {}
    return {
        name: [digest for digest in digests if isinstance(digest, str)]
        for name, digests in told.items()
        if _NAME.fullmatch(name) and isinstance(digests, list)
    }


def _keep(file: Path, files: Mapping[str, list[str]]) -> None:
    write_file(file, json.dumps(files, indent=1, sort_keys=True).encode() + b"\n")
