"""Reads a format in a child process, so that a crash or an endless loop costs one document and not the service.

A child is kept for the next document, since starting one takes longer than reading a page. It is ended, with whatever
programs it has started, when it exceeds its time, breaks off, or has grown large.
"""

import atexit
import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO, cast

from calendars.documents.document import Document
from calendars.documents.format import Source
from calendars.documents.wire import from_json
from calendars.errors import UnreadableDocument

_KEPT = 2
_ROOT = str(Path(__file__).parents[2])
_LARGE = 250_000  # kilobytes of resident memory after which a child is not kept
_CHUNK = 1 << 16
_ENDING = 1.0  # seconds in which a process that closed its pipes has ended


class _Broken(Exception):
    """The child ended or answered something that is no answer."""


class _Late(Exception):
    """The child gave no answer in time."""


class _Child:
    """One process, its pipes and what of its answers has arrived."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-P",
                "-m",
                "calendars.documents.child",
            ],  # -P: no module from the folder one is in
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(filter(None, (_ROOT, os.environ.get("PYTHONPATH")))),
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            start_new_session=True,
        )
        self._input, self._output = cast(BinaryIO, self._process.stdin), cast(BinaryIO, self._process.stdout)
        os.set_blocking(self._input.fileno(), False)
        os.set_blocking(self._output.fileno(), False)
        self._arrived = bytearray()

    def ask(self, source: Source, module: str) -> tuple[dict[str, Any], int]:
        """The child's answer and its largest memory in kilobytes; raises _Broken or _Late."""
        try:
            return self._converse(source, module)
        except _Broken:
            if self._ended_by() == -signal.SIGXCPU:  # it limits its own time, and may be ahead of our clock
                raise _Late from None
            raise

    def _converse(self, source: Source, module: str) -> tuple[dict[str, Any], int]:
        header = {
            "module": module,
            "name": source.name,
            "media_type": source.media_type,
            "limits": asdict(source.limits),
            "size": len(source.data),
        }
        pending = memoryview(json.dumps(header).encode() + b"\n" + source.data)
        deadline = time.monotonic() + source.limits.seconds
        answer: dict[str, Any] = {}
        with selectors.DefaultSelector() as selector:
            selector.register(self._output, selectors.EVENT_READ)
            selector.register(self._input, selectors.EVENT_WRITE)
            while True:
                ready = selector.select(max(0.0, deadline - time.monotonic()))
                if not ready:
                    raise _Late
                for key, _ in ready:
                    if key.fileobj is self._input:
                        pending = pending[self._write(pending) :]
                        if not pending:
                            selector.unregister(self._input)
                        continue
                    for message in self._read(source.limits.expanded):
                        if "progress" in message:
                            source.progress(*message["progress"])
                            deadline = time.monotonic() + source.limits.seconds
                        elif "done" in message:
                            return answer, int(message["done"])
                        else:
                            answer = message

    def _write(self, pending: memoryview) -> int:
        try:
            return os.write(self._input.fileno(), pending[:_CHUNK])
        except BlockingIOError:
            return 0
        except OSError as error:
            raise _Broken from error

    def _read(self, most: int) -> list[dict[str, Any]]:
        arrived = os.read(self._output.fileno(), _CHUNK)
        if not arrived or len(self._arrived) > most:
            raise _Broken
        self._arrived += arrived
        if b"\n" not in arrived:
            return []
        *lines, rest = self._arrived.split(b"\n")
        self._arrived = rest
        try:
            return [json.loads(line) for line in lines]
        except ValueError as error:
            raise _Broken from error

    def _ended_by(self) -> int | None:
        """How the process ended, None while it runs; one whose pipes are closed is about to end."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_ENDING)
        return self._process.returncode

    def end(self) -> None:
        """End the process and every program it has started."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._input.close()
        self._output.close()


_idle: list[_Child] = []
_lock = threading.Lock()


def end_children() -> None:
    """End the children that wait for work; the next document starts a new one."""
    with _lock:
        children, _idle[:] = list(_idle), []
    for child in children:
        child.end()


atexit.register(end_children)


def read_in_child(source: Source, module: str) -> Document:
    """What `module.read(source)` gives, read in another process within the source's limits.

    Raises UnreadableDocument; progress is reported in this process.
    """
    with _lock:
        child = _idle.pop() if _idle else None
    child = child or _Child()
    kept = False
    try:
        answer, memory = child.ask(source, module)
        kept = memory < _LARGE
        return _document(source, answer)
    except _Late:
        raise source.refused(
            f"reading it took longer than {source.limits.seconds:g} seconds and was stopped; give a smaller part of "
            "it, or raise documents.max_seconds in the configuration"
        ) from None
    except _Broken:
        raise source.refused(
            "reading it broke off, since the file is damaged or made to do harm; open it in the program it was made "
            "with, save it as PDF and try that copy"
        ) from None
    finally:
        with _lock:
            kept = kept and len(_idle) < _KEPT
            if kept:
                _idle.append(child)
        if not kept:
            child.end()


def _document(source: Source, answer: dict[str, Any]) -> Document:
    if "refused" in answer:
        raise UnreadableDocument(source.name, str(answer["refused"]))
    if answer.get("exhausted") == "RecursionError":
        raise source.refused(
            "its parts are nested too deeply for any document people write, and it was not read"
        )
    if "exhausted" in answer:
        raise source.refused(
            f"reading it needs more than the {source.limits.memory // 1_000_000} MB of memory allowed; give a smaller "
            "part of it, or raise documents.max_memory in the configuration"
        )
    if "fault" in answer:
        raise source.refused(
            f"the file is damaged ({answer['fault']}); open it in the program it was made with, save it again and try "
            "that copy"
        )
    try:
        return from_json(answer["document"])
    except (KeyError, TypeError, ValueError) as error:
        raise _Broken from error
