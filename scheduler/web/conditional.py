"""Whether a reader's copy is still good: RFC 9110 sections 8.8, 13.1 and 13.2.2, for GET and HEAD.

What is hard is to err on the side of sending: a 304 given to a wrong validator freezes a calendar in its reader's hands
(rule 8.4), so what cannot be understood, or cannot be true, counts as not given.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_TAG = re.compile(rb'(?:W/)?"([\x21\x23-\x7e\x80-\xff]*)"')


def is_unchanged(headers: Iterable[tuple[bytes, bytes]], etag: bytes, last_modified: datetime) -> bool:
    """Whether the answer is 304. headers: names in lower case; etag: without quotes; last_modified: with a zone.

    If-None-Match goes first, compared weakly, as a list or `*`; only without it If-Modified-Since, to the second.
    """
    tags: list[bytes] = []
    since = b""
    for name, value in headers:
        if name == b"if-none-match":
            tags.append(value)
        elif name == b"if-modified-since":
            since = value
    if tags:
        return any(_names(value, etag) for value in tags)
    date = _http_date(since) if since else None
    # A date to come is nobody's copy of ours; taking it at its word would hide every change until then.
    return date is not None and last_modified.replace(microsecond=0) <= date <= datetime.now(UTC)


def _names(value: bytes, etag: bytes) -> bool:
    # Nearly all send back the one tag that they were given.
    return value == b'"' + etag + b'"' or value.strip() == b"*" or etag in _TAG.findall(value)


def _http_date(value: bytes) -> datetime | None:
    try:
        date = parsedate_to_datetime(value.decode("ascii"))
    except (ValueError, IndexError, OverflowError):
        return None
    return date.replace(tzinfo=UTC) if date.tzinfo is None else date
