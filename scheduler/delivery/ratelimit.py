"""How many messages a channel may send now: a bucket that fills steadily and holds a second's worth.

Each process keeps its own, and learns by the signs of life how many there are among which the rate is shared.
"""

from datetime import datetime, timedelta


class RateLimit:
    """A bucket of `per_second` messages a second; None: no limit. The present instant is always handed in."""

    def __init__(self, per_second: float | None) -> None:
        self._whole = self._rate = per_second
        self._room = max(1.0, per_second or 1.0)
        self._filled = self._room
        self._at: datetime | None = None

    def share(self, workers: int) -> None:
        """From now on one of so many processes sends by this channel."""
        if self._whole is not None:
            self._rate = self._whole / max(1, workers)
            self._room = max(1.0, self._rate)
            self._filled = min(self._filled, self._room)

    def take(self, wanted: int, now: datetime) -> int:
        """How many of `wanted` may be sent now; they are counted as sent."""
        if self._rate is None:
            return wanted
        self._fill(now)
        granted = min(wanted, int(self._filled))
        self._filled -= granted
        return granted

    def give_back(self, count: int) -> None:
        """So many of those taken were not used."""
        if self._rate is not None:
            self._filled = min(self._room, self._filled + count)

    def next_at(self, now: datetime) -> datetime:
        """When the next one may be sent."""
        if self._rate is None or self._filled >= 1:
            return now
        return now + timedelta(seconds=(1 - self._filled) / self._rate)

    def _fill(self, now: datetime) -> None:
        if self._rate is not None and self._at is not None and now > self._at:
            self._filled = min(self._room, self._filled + (now - self._at).total_seconds() * self._rate)
        self._at = now
