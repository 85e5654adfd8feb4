"""Rules 8 of `docs/feeds.md`: how a feed is answered over HTTP. The answers are fetched by the caller.

What is hard is that a fault shows only in comparing answers: two plain ones, one to the feed's own validators, one to a
date long past. So the caller asks those questions (`QUESTIONS` names them) and hands all answers over.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from calendars.feed_check.finding import Finding, Rule, Seen, Severity, gathered

MUST, SHOULD = Severity.MUST, Severity.SHOULD
LONG_PAST = "Thu, 01 Jan 1970 00:00:01 GMT"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: status, headers (names in small letters), body (unpacked)."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """All answers about one feed; None where the question could not be asked.

    plain and again: two plain GETs; for_pages: with "Accept: text/html"; by_etag: with the plain answer's ETag in
    If-None-Match; by_date: with its Last-Modified in If-Modified-Since; by_past: with `LONG_PAST` there.
    """

    plain: Answer
    again: Answer | None = None
    for_pages: Answer | None = None
    by_etag: Answer | None = None
    by_date: Answer | None = None
    by_past: Answer | None = None


def check_answers(answers: Answers) -> list[Finding]:
    """What is wrong with how the feed is answered, in the order of the rules."""
    return [finding for rule, check in CHECKS for finding in gathered(rule, check(answers))]


def questions(plain: Answer) -> dict[str, dict[str, str]]:
    """The request headers of the further questions, by the name of the field of `Answers`."""
    asked = {"again": {}, "for_pages": {"accept": "text/html"}, "by_past": {"if-modified-since": LONG_PAST}}
    if etag := plain.headers.get("etag"):
        asked["by_etag"] = {"if-none-match": etag}
    if date := plain.headers.get("last-modified"):
        asked["by_date"] = {"if-modified-since": date}
    return asked


def _type(answers: Answers) -> Iterator[Seen]:
    for answer in (answers.plain, answers.for_pages):
        if answer is not None and answer.status == 200:
            written = answer.headers.get("content-type", "")
            if not re.fullmatch(r"text/calendar\s*;\s*charset=\"?utf-8\"?", written.strip(), re.IGNORECASE):
                yield None, f"Content-Type is {written or 'missing'}"


def _attachment(answers: Answers) -> Iterator[Seen]:
    disposition = answers.plain.headers.get("content-disposition", "")
    if disposition.lower().startswith("attachment"):
        yield None, f"Content-Disposition: {disposition}"


def _validators(answers: Answers) -> Iterator[Seen]:
    etag = answers.plain.headers.get("etag", "")
    if not re.fullmatch(r'(W/)?"[^"]*"', etag):
        yield None, f"ETag is {etag or 'missing'}"
    if not answers.plain.headers.get("last-modified"):
        yield None, "Last-Modified is missing"


def _unstable(answers: Answers) -> Iterator[Seen]:
    if answers.again is not None and answers.again.body != answers.plain.body:
        yield (
            None,
            f"two answers one after the other differ ({_difference(answers.plain.body, answers.again.body)})",
        )


def _difference(one: bytes, other: bytes) -> str:
    for first, second in zip(one.splitlines(), other.splitlines(), strict=False):
        if first != second:
            return first.decode("utf-8", "replace")[:60]
    return "in length"


def _never_304(answers: Answers) -> Iterator[Seen]:
    if answers.by_etag is not None and answers.by_etag.status != 304:
        yield None, f"If-None-Match with the feed's own ETag is answered {answers.by_etag.status}"
    if answers.by_date is not None and answers.by_date.status != 304:
        yield None, f"If-Modified-Since with the feed's own date is answered {answers.by_date.status}"


def _always_304(answers: Answers) -> Iterator[Seen]:
    if answers.by_past is not None and answers.by_past.status == 304:
        yield None, f"If-Modified-Since: {LONG_PAST} is answered 304"


def _empty(answers: Answers) -> Iterator[Seen]:
    if answers.plain.status == 200 and not answers.plain.body.strip():
        yield None, "the answer is 200 with an empty body"


def _refused(answers: Answers) -> Iterator[Seen]:
    if answers.plain.status in (401, 403, 407):
        yield None, f"the answer is {answers.plain.status}"
    elif answers.plain.status == 200 and answers.plain.body.lstrip()[:1] == b"<":
        yield None, "the answer is a web page, not a calendar"


def _failing(answers: Answers) -> Iterator[Seen]:
    if answers.plain.status >= 400 and answers.plain.status not in (401, 403, 407):
        yield None, f"the answer is {answers.plain.status}"


def _uncached(answers: Answers) -> Iterator[Seen]:
    control = answers.plain.headers.get("cache-control", "")
    if answers.plain.status == 200 and not re.search(r"max-age=[1-9]", control):
        yield None, f"Cache-Control is {control or 'missing'}"


def _unpacked(answers: Answers) -> Iterator[Seen]:
    packed = answers.plain.headers.get("content-encoding")
    if answers.plain.status == 200 and not packed and len(answers.plain.body) > 10_000:
        yield None, f"{len(answers.plain.body):,} bytes are sent as they are to who accepts gzip"


def _rule(number: str, severity: Severity, clients: str, advice: str) -> Rule:
    return Rule(number=number, severity=severity, clients=clients, advice=advice)


CHECKS = (
    (
        _rule("8.1", MUST, "Google and Fastmail", "answer text/calendar; charset=utf-8 whatever Accept says"),
        _type,
    ),
    (
        _rule(
            "8.2", SHOULD, "Google refuses it; browsers download it", "keep attachments to another address"
        ),
        _attachment,
    ),
    (
        _rule(
            "8.3",
            MUST,
            "every reader loads all of it each time",
            "send a quoted ETag made of the bytes, and a date",
        ),
        _validators,
    ),
    (
        _rule(
            "8.3",
            MUST,
            "every reader takes the feed for changed at each poll",
            "give the same bytes for the same items: no time of rendering, no random UID",
        ),
        _unstable,
    ),
    (
        _rule(
            "8.4", SHOULD, "every reader loads all of it each time", "answer 304 where the validator matches"
        ),
        _never_304,
    ),
    (
        _rule(
            "8.4", MUST, "Apple's calendar freezes", "answer 304 only where nothing changed since that date"
        ),
        _always_304,
    ),
    (
        _rule("8.5", MUST, "Thunderbird empties its calendar", "serve the last good copy on a fault, or 503"),
        _empty,
    ),
    (
        _rule(
            "8.7",
            MUST,
            "Google can give no password; no reader answers a challenge",
            "need no login, cookie or script; use a long random token in the address instead",
        ),
        _refused,
    ),
    (
        _rule(
            "8.6",
            MUST,
            "Thunderbird and Fastmail stop asking",
            "avoid errors; 410 only for an address revoked",
        ),
        _failing,
    ),
    (
        _rule("8.9", SHOULD, "readers ask again at once", "send Cache-Control: max-age=300 to 900"),
        _uncached,
    ),
    (
        _rule("8.9", SHOULD, "readers on slow lines", "pack with gzip, and send Vary: Accept-Encoding"),
        _unpacked,
    ),
)
