"""The process that reads formats with native code: `python -m calendars.documents.child`.

It takes one request after another on standard input (a line of JSON, then the file's bytes) and answers each with lines
of JSON on standard output: progress, then the document, a refusal or a fault. Before each it limits its own memory and
processor time, so that a hostile file ends this process and nothing else. Its parent is `worker`.
"""

import contextlib
import importlib
import json
import os
import resource
import sys
from typing import Any, BinaryIO

from calendars.documents.document import Limits
from calendars.documents.format import Reader, Source
from calendars.documents.wire import to_json
from calendars.errors import UnreadableDocument

_NOT_INSTALLED = (
    "reading it needs a part that is not installed ({}); install sched[documents], for scans sched[scan]"
)


def _lower(kind: int, amount: int) -> None:
    """Set a soft limit, as far as the hard one that this process was given allows."""
    hard = resource.getrlimit(kind)[1]
    soft = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (soft, hard))


def _limit_time(seconds: float) -> None:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, int(usage.ru_utime + usage.ru_stime + seconds) + 1)


def _answer(out: BinaryIO, **answer: Any) -> None:
    out.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
    out.flush()


def _handle(request: dict[str, Any], data: bytes, out: BinaryIO) -> None:
    limits = Limits(**request["limits"])

    def progress(done: int, total: int | None) -> None:
        _limit_time(limits.seconds)
        _answer(out, progress=[done, total])

    _lower(resource.RLIMIT_AS, limits.memory)
    _limit_time(limits.seconds)
    source = Source(data, request["name"], request["media_type"], limits, progress)
    try:
        reader: Reader = importlib.import_module(request["module"])
        _answer(out, document=to_json(reader.read(source)))
    except UnreadableDocument as error:
        _answer(out, refused=error.reason)
    except ImportError as error:
        _answer(out, refused=_NOT_INSTALLED.format(error.name or error))
    except (MemoryError, RecursionError) as error:
        _answer(out, exhausted=type(error).__name__)
    except Exception as error:  # noqa: BLE001 - whatever a parser lets out means that this file is damaged
        _answer(out, fault=f"{type(error).__name__}: {error}"[:300])


def main() -> None:
    """Serve requests until standard input ends."""
    requests = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not stand among the answers
    _lower(resource.RLIMIT_CORE, 0)
    while header := requests.readline():
        request = json.loads(header)
        data = requests.read(request["size"])
        _handle(request, data, answers)
        del data
        _answer(answers, done=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


if __name__ == "__main__":
    main()
