"""Compound files, the small file systems in which Office kept its documents before 2007: a stream by its name.

The source is [MS-CFB]: sections 2.2 (header), 2.3 to 2.5 (sectors and their chains), 2.6 (directory). Chains and the
tree of names may go in circles in a file made to do harm; each step is counted.
"""

import struct

_END = 0xFFFFFFFA  # this and above name no sector
_NONE = 0xFFFFFFFF
_ENTRY = 128
_STREAM, _ROOT = 2, 5
_LARGEST_SECTOR = 12  # the power of two


class DamagedCompound(Exception):
    """The file does not hold together."""


class CompoundFile:
    """A compound file's streams that stand at its top; those of objects within the document are not looked at."""

    def __init__(self, data: bytes) -> None:
        """Raises DamagedCompound."""
        self._data = data
        if len(data) < 512:
            raise DamagedCompound("it is too short")
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if not 7 <= shift <= _LARGEST_SECTOR or mini_shift >= shift:
            raise DamagedCompound("its sectors have no possible size")
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        directory, self._cutoff, mini_fat = struct.unpack_from("<I4xII", data, 48)
        self._fat = self._allocation()
        self._mini_fat = self._numbers(self._chain(mini_fat))
        self._directory = self._chain(directory)
        self._names = self._tree()
        start, size = self._place(0)
        self._mini = self._chain(start)[:size]

    def stream(self, name: str) -> bytes | None:
        """The bytes of a stream, None where there is none of this name. Raises DamagedCompound."""
        if name not in self._names:
            return None
        start, size = self._place(self._names[name])
        return (self._mini_chain(start, size) if size < self._cutoff else self._chain(start, size))[:size]

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) * self._size
        return self._data[begin : begin + self._size]

    def _numbers(self, data: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])

    def _allocation(self) -> tuple[int, ...]:
        """Which sector follows which: the tables that the header names, and those that further sectors name."""
        named = list(struct.unpack_from("<109I", self._data, 76))
        (following,) = struct.unpack_from("<I", self._data, 68)
        most = len(self._data) // self._size + 1
        steps = 0
        while following < _END and steps < most:
            numbers = self._numbers(self._sector(following))
            if not numbers:
                break
            named += numbers[:-1]
            following, steps = numbers[-1], steps + 1
        tables = [number for number in named if number < _END][:most]
        return self._numbers(b"".join(map(self._sector, tables)))

    def _chain(self, start: int, size: int | None = None) -> bytes:
        parts: list[bytes] = []
        number = start
        most = min(len(self._fat), len(self._data) // self._size + 1)
        if size is not None:
            most = min(most, -(-size // self._size))
        while number < len(self._fat) and len(parts) < most:
            parts.append(self._sector(number))
            number = self._fat[number]
        return b"".join(parts)

    def _mini_chain(self, start: int, size: int) -> bytes:
        parts: list[bytes] = []
        number = start
        while number < len(self._mini_fat) and len(parts) * self._mini_size < size:
            parts.append(self._mini[number * self._mini_size : (number + 1) * self._mini_size])
            number = self._mini_fat[number]
        return b"".join(parts)

    def _entry(self, number: int) -> bytes:
        entry = self._directory[number * _ENTRY : (number + 1) * _ENTRY]
        if len(entry) < _ENTRY:
            raise DamagedCompound("its directory is cut short")
        return entry

    def _place(self, number: int) -> tuple[int, int]:
        start, size = struct.unpack_from("<II", self._entry(number), 116)
        return start, size

    def _tree(self) -> dict[str, int]:
        """The streams below the root: a tree of entries, each with one to its left, to its right, and below it."""
        root = self._entry(0)
        if root[66] != _ROOT:
            raise DamagedCompound("its directory has no root")
        names: dict[str, int] = {}
        waiting, met = [struct.unpack_from("<I", root, 76)[0]], set()
        while waiting:
            number = waiting.pop()
            if number == _NONE or number in met:
                continue
            met.add(number)
            entry = self._entry(number)
            length = min(max(struct.unpack_from("<H", entry, 64)[0] - 2, 0), 62)
            if entry[66] == _STREAM:
                names[entry[:length].decode("utf-16-le", "replace")] = number
            waiting += struct.unpack_from("<II", entry, 68)
        return names
