"""Files from an address that a person names: whole, bounded in size and time, or a sentence that says why not.

Only the person at the command line names addresses here; documents never do, and nothing is fetched from within one.
"""

import time
from urllib.parse import unquote, urlsplit

import requests

from calendars.errors import UnreadableDocument

CONNECT_SECONDS, WAIT_SECONDS, WHOLE_SECONDS = 10.0, 30.0, 60.0
MOST_BYTES = 50_000_000


def is_address(name: str) -> bool:
    """Whether that is an address and no file: http, https or webcal."""
    return name.lower().startswith(("http://", "https://", "webcal://"))


def fetch(address: str, agent: str = "sched") -> tuple[bytes, str]:
    """What is at an address, and its name. UnreadableDocument where it cannot be had, is too large or too slow.

    agent: what we call ourselves to the server.
    """
    url = address
    if url.lower().startswith("webcal://"):
        url = "https://" + url[len("webcal://") :]
    deadline = time.monotonic() + WHOLE_SECONDS
    try:
        waits = (CONNECT_SECONDS, WAIT_SECONDS)
        with requests.get(url, headers={"User-Agent": agent}, timeout=waits, stream=True) as answer:
            if answer.status_code != requests.codes.ok:
                raise UnreadableDocument(address, f"the server answered {answer.status_code} {answer.reason}")
            data = bytearray()
            for chunk in answer.iter_content(65_536):
                data += chunk
                if len(data) > MOST_BYTES:
                    raise UnreadableDocument(address, f"it is larger than {MOST_BYTES // 1_000_000} MB")
                if time.monotonic() > deadline:
                    raise UnreadableDocument(address, f"it did not arrive within {WHOLE_SECONDS:.0f} seconds")
    except requests.RequestException as error:
        reason = str(error).split("(Caused by", maxsplit=1)[0].strip() or type(error).__name__
        raise UnreadableDocument(address, f"it cannot be fetched: {reason}; look at the address") from error
    parts = urlsplit(url)
    name = unquote(parts.path.rsplit("/", 1)[-1]) or parts.netloc
    # What is asked for as a calendar is one, or it is said why it is none.
    is_feed = url != address and not name.lower().endswith(".ics")
    return bytes(data), f"{name}.ics" if is_feed else name
