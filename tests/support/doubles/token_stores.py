"""Places to keep a rotating token in tests: in memory, and in a file that several processes share."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Lock

from scheduler.channels.channel import TokenPair


class MemoryTokenStore:
    """Keeps the pairs of one process. failing: `save` raises OSError, as on a full disk."""

    def __init__(self, pair: TokenPair | None = None) -> None:
        self.saved: list[TokenPair] = [pair] if pair is not None else []
        self.failing = False
        self.mark = ""
        self._lock = Lock()

    def load(self) -> TokenPair | None:
        return self.saved[-1] if self.saved else None

    def save(self, pair: TokenPair) -> None:
        if self.failing:
            raise OSError("no space left on device")
        self.saved.append(pair)

    def refused(self) -> str:
        return self.mark

    def refuse(self, mark: str) -> None:
        self.mark = mark

    @contextmanager
    def locked(self) -> Iterator[None]:
        with self._lock:
            yield


class FileTokenStore:
    """Keeps the pair in a file, written as a whole and synchronised, under a lock that ends with its process."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> TokenPair | None:
        if not self._path.exists():
            return None
        kept = json.loads(self._path.read_text())
        return TokenPair(
            access=kept["access"],
            refresh=kept["refresh"],
            issued=datetime.fromisoformat(kept["issued"]),
            expires=datetime.fromisoformat(kept["expires"]),
            origin=kept["origin"],
        )

    def save(self, pair: TokenPair) -> None:
        kept = {
            "access": pair.access,
            "refresh": pair.refresh,
            "issued": pair.issued.isoformat(),
            "expires": pair.expires.isoformat(),
            "origin": pair.origin,
        }
        temporary = self._path.with_suffix(".new")
        with temporary.open("w") as file:
            file.write(json.dumps(kept))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self._path)

    def refused(self) -> str:
        path = self._path.with_suffix(".refused")
        return path.read_text() if path.exists() else ""

    def refuse(self, mark: str) -> None:
        self._path.with_suffix(".refused").write_text(mark)

    @contextmanager
    def locked(self) -> Iterator[None]:
        with self._path.with_suffix(".lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
