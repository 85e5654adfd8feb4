"""How far a document is read, told to the page that waits for it; kept in memory, since it is of use for seconds."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

KEPT = 200


class Progress:
    """The documents being read, by the name that their page made up."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, tuple[str, int, int | None]] = OrderedDict()
        self._lock = Lock()

    def teller(self, job: str, name: str) -> Callable[[int, int | None], None]:
        """What reading a document calls with pages done and pages in all."""

        def tell(done: int, pages: int | None) -> None:
            with self._lock:
                self._known[job] = (name, done, pages)
                while len(self._known) > KEPT:
                    self._known.popitem(last=False)

        if job:
            tell(0, None)
        return tell

    def of(self, job: str) -> tuple[str, int, int | None]:
        """The name of the document, pages done, pages in all (None while that is not known)."""
        with self._lock:
            return self._known.get(job, ("", 0, None))
