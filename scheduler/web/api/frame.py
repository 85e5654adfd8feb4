"""What every call of the interface shares: who calls, reading what was sent, errors as JSON.

A call is answered for the account of its token, or of the page's session; a session alone may only ask, and changes
something only with the page's form token, so that no other site can use it.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from calendars.errors import (
    CalendarsError,
    LaterRelease,
    UnknownEvent,
    UnknownProposal,
    UnknownRelease,
    UnreadableDocument,
)
from scheduler.errors import DatabaseUnavailable, SchedulerError, Stale, UnknownCalendar
from scheduler.sentences import vietnamese
from scheduler.service.access import Account, Role
from scheduler.service.drafting import UnknownDraft
from scheduler.service.phrases import LONGEST_TYPED
from scheduler.service.tokens import Scope
from scheduler.settings import CalendarSettings
from scheduler.web.pages.errors import accepted_language, error_body, error_page
from scheduler.web.pages.late import RETRY_AFTER
from scheduler.web.pages.site import NeedsLogin, Site, Visit


@dataclass(frozen=True, slots=True)
class Tagged:
    """An answer with the ETag of what it tells."""

    body: Mapping[str, Any]
    etag: str


Answer = Mapping[str, Any] | Sequence[Any] | Tagged
Handler = Callable[["Call"], Answer]
T = TypeVar("T")

NO_STORE = {"cache-control": "no-store"}


class Refusal(Exception):
    """The call cannot be answered: the status, and a plain English sentence for whoever wrote it."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Call:
    """One call: the visit it is, and the bytes that were sent."""

    visit: Visit
    body: bytes

    @property
    def account(self) -> Account:
        """Who calls; only for routes that ask for a role."""
        if self.visit.account is None:
            raise Refusal(401, "this needs a token: send Authorization: Bearer TOKEN")
        return self.visit.account

    def asked(self, name: str, default: str = "") -> str:
        """A parameter of the query."""
        return self.visit.request.query_params.get(name, default).replace("\0", "")

    def calendar(self) -> CalendarSettings:
        """The calendar of the query; where the caller may see but one it need not be named."""
        slug = self.asked("calendar")
        if not slug and len(self.visit.calendars) == 1:
            return self.visit.calendars[0]
        if not slug:
            there_are = ", ".join(one.slug for one in self.visit.calendars) or "none"
            raise Refusal(422, f"the parameter calendar must say which: there are {there_are}")
        return self.visit.calendar(slug)

    def phrase(self) -> str:
        """The phrase of the query. Refusal where it is missing or too long."""
        text = self.asked("text")
        if not text.strip() or len(text) > LONGEST_TYPED:
            raise Refusal(422, f"the parameter text must be given, of {LONGEST_TYPED} letters at most")
        return text

    def day(self, name: str) -> date:
        """A day of the query, ISO 8601. Refusal where it is missing or none."""
        text = self.asked(name)
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise Refusal(
                422, f"the parameter {name} must be a day such as 2026-11-24, not {text!r}"
            ) from None

    def choice(self, name: str, kinds: type[T]) -> T | None:
        """A value of a list of words in the query; None where it was not given."""
        text = self.asked(name)
        if not text:
            return None
        try:
            return kinds(text)  # type: ignore[call-arg]  # an enumeration takes its value
        except ValueError:
            raise Refusal(422, f"the parameter {name} knows no {text!r}") from None

    def sent(self) -> dict[str, Any]:
        """The JSON object that was sent."""
        try:
            found = json.loads(self.body)
        except (ValueError, RecursionError):
            raise Refusal(422, "the body must be a JSON object") from None
        if not isinstance(found, dict):
            raise Refusal(422, "the body must be a JSON object")
        return found


def field(sent: Mapping[str, Any], name: str, kind: type[T]) -> T | None:
    """A field of what was sent, of that kind; None where it is missing. Refusal where it is of another."""
    value = sent.get(name)
    if value is None:
        return None
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        wanted = "a text" if kind is str else "a whole number"
        raise Refusal(422, f"the field {name} must hold {wanted}")
    if isinstance(value, str) and not _is_text(value):
        raise Refusal(422, f"the field {name} holds a zero byte or half of a letter")
    return value


def names(sent: Mapping[str, Any], name: str) -> tuple[str, ...] | None:
    """A list of names in what was sent; None where it is missing. Refusal where it is aught else."""
    value = sent.get(name)
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(one, str) and _is_text(one) for one in value):
        raise Refusal(422, f"the field {name} must be a list of names")
    return tuple(value)


def _is_text(value: str) -> bool:
    return not any(letter == "\0" or 0xD800 <= ord(letter) <= 0xDFFF for letter in value)


def call(
    path: str, handler: Handler, *, name: str, method: str = "GET", role: Role | None = None
) -> BaseRoute:
    """The route of a call; role: the least that its caller must have."""

    async def endpoint(request: Request) -> Response:
        body = await request.body() if method != "GET" else b""
        return await run_in_threadpool(_answer, request, body, handler, role)

    return Route(f"/api/v1{path}", endpoint, name=name, methods=[method])


def _answer(request: Request, body: bytes, handler: Handler, role: Role | None) -> Response:
    site: Site = request.app.state.site

    def refused(status: int, message: str) -> Response:
        if accepted_language(request, site.language) == "vi":
            message = vietnamese(message)
        headers = NO_STORE | ({"www-authenticate": "Bearer"} if status == 401 else {})
        headers |= {"retry-after": RETRY_AFTER} if status == 503 else {}
        return JSONResponse(error_body(status, message), status, headers=headers)

    try:
        if "\0" in request.url.path or "%00" in request.url.path:
            raise Refusal(404, "there is no such address")
        visit = site.visit(request)
        _identify(site, visit, request)
        if role is not None and visit.account is None:
            raise Refusal(401, "this needs a token: send Authorization: Bearer TOKEN")
        if role is not None and not (visit.account and visit.account.may(role)):
            raise Refusal(403, f"this needs the role {role.word} or a higher one")
        answer = handler(Call(visit, body))
        if isinstance(answer, Tagged):
            return JSONResponse(answer.body, headers=NO_STORE | {"etag": answer.etag})
        return JSONResponse(answer, headers=NO_STORE)
    except Refusal as refusal:
        return refused(refusal.status, str(refusal))
    except NeedsLogin:
        return refused(401, "this calendar is not public: send Authorization: Bearer TOKEN")
    except HTTPException as error:
        return error_page(request, error.status_code, error.detail)
    except (UnknownCalendar, UnknownDraft, UnknownEvent, UnknownProposal, UnknownRelease) as error:
        return refused(404, str(error))
    except (LaterRelease, Stale) as error:
        return refused(409, str(error))
    except DatabaseUnavailable:
        return refused(503, "the database does not answer; try again in a minute")
    except (UnreadableDocument, SchedulerError, CalendarsError) as error:
        return refused(422, str(error))


def _identify(site: Site, visit: Visit, request: Request) -> None:
    """Set the visit's account to that of the token.

    Refusal for a token that is none, a change by one that is for reading, or by a session alone.
    """
    told, changes = request.headers.get("authorization", ""), request.method not in ("GET", "HEAD")
    if told:
        kind, _, token = told.partition(" ")
        tokens = site.services.tokens
        holder = tokens.holder_of(token.strip(), now=visit.now) if kind.lower() == "bearer" else None
        if holder is None:
            raise Refusal(401, "this token is not known, has ended, or has been taken back")
        if changes and holder.scope is Scope.READ:
            raise Refusal(403, "this token is for reading alone")
        visit.account = holder.account
        return
    if changes and visit.account is not None:
        token = request.headers.get("x-form-token", "")
        if not site.services.access.is_form_token(visit.session, token):
            raise Refusal(403, "a change by a page's session needs the page's X-Form-Token")
