"""Foreign feeds held to the rules: a file as it stands, or an address with all that a client would ask of it."""

from dataclasses import replace

import requests

from calendars.errors import UnreadableDocument
from calendars.feed_check import check_feed
from calendars.feed_check.answer_rules import Answer, Answers, check_answers, questions
from calendars.feed_check.finding import Finding, Severity
from calendars.ical.recognising import why_no_calendar
from scheduler.service.feed_clients import CHECKER
from scheduler.service.fetching import CONNECT_SECONDS, WAIT_SECONDS, fetch

__all__ = ["Finding", "Severity", "check_address", "check_file"]


def check_file(data: bytes, name: str) -> list[Finding]:
    """What is wrong with a feed in a file. UnreadableDocument where it is no calendar at all."""
    why = why_no_calendar(data)
    if why is not None:
        raise UnreadableDocument(name, why)
    return check_feed(data)


def check_address(address: str) -> list[Finding]:
    """What is wrong with a feed and with how its server answers.

    UnreadableDocument where it cannot be had, or is no calendar at all.
    """
    url = "https://" + address[len("webcal://") :] if address.lower().startswith("webcal://") else address
    fetch(url, CHECKER)
    plain = _ask(url, {})
    answers = Answers(plain=plain)
    for name, headers in questions(plain).items():
        try:
            answers = replace(answers, **{name: _ask(url, headers)})
        except UnreadableDocument:
            continue
    found = check_answers(answers)
    # What is empty is a fault of a feed's server (rule 8.5); what is something else has no rule of feeds to keep to.
    return [*found, *check_file(plain.body, address)] if plain.body.strip() else found


def _ask(url: str, headers: dict[str, str]) -> Answer:
    try:
        headers = {"User-Agent": CHECKER} | headers
        answer = requests.get(url, headers=headers, timeout=(CONNECT_SECONDS, WAIT_SECONDS))
    except requests.RequestException as error:
        raise UnreadableDocument(
            url, f"it cannot be fetched: {type(error).__name__}; look at the address"
        ) from error
    return Answer(
        answer.status_code, {name.lower(): value for name, value in answer.headers.items()}, answer.content
    )
