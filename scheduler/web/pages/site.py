"""The site: what every page shares, and what a page is handed.

A page is a function from a `Visit` to an answer; it runs in a thread, since the database is read there. What is hard
is done once, here: who the visitor is, whether they may, whether the form is one of ours, and that a form that comes
too late, after the session's end, is not lost but kept until its sender has logged in again.
"""

import hashlib
import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from python_multipart.multipart import parse_options_header
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from calendars.times import ONE_DAY
from calendars.wording import straight
from scheduler.errors import DatabaseUnavailable
from scheduler.sentences import vietnamese
from scheduler.service.access import Account, Role
from scheduler.service.office import OfficeServices
from scheduler.settings import CalendarSettings, Visibility
from scheduler.web.pages.drawing import Drawing
from scheduler.web.pages.english import english
from scheduler.web.pages.kept import KeptPages, Notices
from scheduler.web.pages.late import (
    TOKEN,
    UNQUOTED,
    late_form,
    login_first,
    not_saved,
    repeatable_forms,
    sent_by_former_session,
)
from scheduler.web.pages.showing import filters, week_name

COOKIE = "sched"
STATIC = Path(__file__).parent / "static"
MOST_FILES = 20
MOST_FIELDS = 5_000
LARGEST_FIELD = 4_000_000

log = logging.getLogger(__name__)

Handler = Callable[["Visit"], Response]
LateHandler = Callable[["Visit"], Response | None]


@dataclass(slots=True)
class Visit:
    """One request to a page, in a thread of its own. session: that of the cookie, "" where there is none."""

    request: Request
    site: "Site"
    now: datetime
    session: str
    account: Account | None
    form: FormData = field(default_factory=FormData)
    session_is_new: bool = False

    @property
    def services(self) -> OfficeServices:
        """What the application can do."""
        return self.site.services

    @property
    def today(self) -> date:
        """The present day where the office is."""
        return self.now.astimezone(self.site.services.settings.timezone).date()

    @property
    def source(self) -> str:
        """The address that the request came from."""
        return self.request.client.host if self.request.client else ""

    @property
    def by(self) -> str:
        """Who does it, for what is kept."""
        return self.account.login if self.account else ""

    @property
    def member(self) -> Account:
        """Whose visit it is, on pages for those who have logged in."""
        if self.account is None:
            raise HTTPException(403)
        return self.account

    def may(self, role: str) -> bool:
        """Whether the visitor has that role."""
        return self.account is not None and self.account.may(Role.of(role))

    def text(self, name: str, default: str = "") -> str:
        """A field of the form, or else of the address."""
        found = self.form.get(name)
        if not isinstance(found, str):
            found = self.request.query_params.get(name, default)
        # PostgreSQL keeps no zero byte in a text, and nobody types one.
        return found.replace("\0", "").strip()

    def chosen(self, name: str) -> tuple[str, ...]:
        """What was chosen of a field that may come several times, without what is blank."""
        texts = (sent.replace("\0", "").strip() for sent in self.form.getlist(name) if isinstance(sent, str))
        return tuple(text for text in texts if text)

    def files(self, name: str) -> list[tuple[str, bytes]]:
        """Name and bytes of each uploaded file."""
        return [
            (Path((sent.filename or "").replace("\\", "/").replace("\0", "")).name, sent.file.read())
            for sent in self.form.getlist(name)
            if isinstance(sent, UploadFile) and sent.filename
        ]

    def calendar(self, slug: str | None = None) -> CalendarSettings:
        """The calendar of the address; 404 where there is none, or where the visitor may not know of it."""
        wanted = self.request.path_params["slug"] if slug is None else slug
        for calendar in self.calendars:
            if calendar.slug == wanted:
                return calendar
        if self.account is None and any(c.slug == wanted for c in self.services.settings.calendars):
            raise NeedsLogin
        raise HTTPException(404)

    @property
    def calendars(self) -> tuple[CalendarSettings, ...]:
        """The calendars that the visitor may see."""
        everything = self.services.settings.calendars
        if self.account is not None:
            return everything
        return tuple(calendar for calendar in everything if calendar.visibility is Visibility.PUBLIC)

    def url(self, page: str, /, *, query: Mapping[str, object] | None = None, **params: object) -> str:
        """The path of a page, with the prefix under which the site stands."""
        told = {name: value for name, value in query.items() if value} if query else None
        return self.site.url(page, params) + (f"?{urlencode(told)}" if told else "")

    def form_token(self) -> str:
        """What a form has to bring back; makes a session of no account where there is none yet."""
        if not self.session:
            self.session, self.session_is_new = secrets.token_urlsafe(24), True
        account = self.account.id if self.account else ""
        return self.services.access.form_token(self.session, account, self.now)

    def page(self, template: str, status: int = 200, /, **values: Any) -> Response:
        """A page of that template."""
        shared = {"visit": self, "url": self.url, "form_token": self._token_field, "section": ""}
        body = self.site.templates.get_template(template).render(shared | values)
        response = HTMLResponse(body, status, {"cache-control": "no-cache, private"})
        if self.session_is_new:
            self.set_session(response, self.session)
        return response

    def go(self, page: str, /, *, query: Mapping[str, object] | None = None, **params: object) -> Response:
        """To another page, after a form was taken."""
        return RedirectResponse(self.url(page, query=query, **params), 303)

    def _token_field(self) -> Markup:
        return Markup('<input type="hidden" name="form_token" value="{}">').format(self.form_token())

    def set_session(self, response: Response, session: str) -> None:
        """Have the browser keep a session's cookie, or with "" forget it."""
        path = self.site.prefix + "/"
        if not session:
            response.delete_cookie(COOKIE, path=path)
            return
        signed = self.services.access.signed(session)
        response.set_cookie(COOKIE, signed, path=path, secure=self.site.secure, httponly=True, samesite="lax")

    def note(self, did: str, subject: str) -> None:
        """Write what the visitor did into the audit log."""
        self.services.access.note(self.by, did, subject, now=self.now, source=self.source)


class NeedsLogin(Exception):
    """The page is for those who have logged in."""


class Site:
    """The services, the templates, and the way from a request to a visit."""

    def __init__(self, services: OfficeServices) -> None:
        self.services = services
        url = urlsplit(services.settings.web.public_url)
        self.prefix = url.path.rstrip("/")
        self.secure = services.settings.web.is_secure
        self.language = services.settings.language
        self.paths: dict[str, str] = {}
        self.repeatable = repeatable_forms(())
        self.kept = KeptPages()
        self.notices = Notices()
        self.english = english() if self.language == "en" else None
        self.version = static_version()
        self.templates = Environment(
            loader=PackageLoader("scheduler.web.pages"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self.templates.filters |= filters(self.language, services.settings.timezone)
        names = {calendar.slug: calendar.name for calendar in services.settings.calendars}
        self.templates.filters["calendar_name"] = lambda slug: (
            self.told("mọi lịch") if slug == "*" else names.get(slug, slug)
        )
        self.templates.globals |= {
            "site": self,
            "t": self.told,
            "language": self.language,
            "week_name": week_name,
            "one_day": ONE_DAY,
            "event_path": self.event_path,
        }
        self.drawing = self.templates.globals["draw"] = Drawing(self.templates)

    def know(self, routes: Sequence[BaseRoute]) -> None:
        """Remember the paths of the pages by their names: a month has hundreds of links."""
        self.paths = {route.name: route.path_format for route in routes if isinstance(route, Route)}
        self.repeatable = repeatable_forms(routes)

    def url(self, page: str, params: Mapping[str, object]) -> str:
        """The path of a page, with the prefix under which the site stands."""
        path = self.paths[page].format_map(params) if params else self.paths[page]
        return self.prefix + quote(path, safe=UNQUOTED)

    def event_path(self, calendar: str, uid: str) -> str:
        """The path of an event's page: a month has hundreds of them."""
        return f"{self.prefix}/c/{calendar}/event/{quote(uid, safe=UNQUOTED)}"

    def told(self, text: str, **values: object) -> str:
        """A text of the pages in the office's language. The templates hold the Vietnamese; `english` the other."""
        chosen = text if self.english is None else self.english[text]
        if not values:
            return chosen
        # Within a sentence nothing else can keep them from turning the words behind them.
        plain = {name: straight(one) if isinstance(one, str) else one for name, one in values.items()}
        return chosen.format(**plain)

    def sentence(self, told: str) -> str:
        """The sentence of an error in the office's language."""
        return told if self.language == "en" else vietnamese(told)

    def static(self, name: str) -> str:
        """The address of a file beside the pages; it changes with the files, so that copies are kept long."""
        return f"{self.prefix}/static/{self.version}/{name}"

    @property
    def host(self) -> str:
        """The host of the public address with its port and path, for webcal links."""
        url = urlsplit(self.services.settings.web.public_url)
        return url.netloc + self.prefix

    def problems(self) -> tuple[str, ...]:
        """What a person has to see to, for the banner."""
        return self.services.serving.problems()

    def visit(self, request: Request, form: FormData | None = None) -> Visit:
        """The visit that a request is. Reads the database."""
        session, now = self._session(request), self.services.clock()
        account = self.services.access.account_of(session, now) if session else None
        return Visit(request, self, now, session, account, form or FormData())

    def _session(self, request: Request) -> str:
        cookie = request.cookies.get(COOKIE, "")
        return (self.services.access.unsigned(cookie) if cookie else None) or ""

    def answer(
        self,
        request: Request,
        form: FormData | None,
        handler: Handler,
        role: Role | None,
        late: LateHandler | None = None,
    ) -> Response:
        """The page's answer to a request, after it was seen whether it may be given. late: see `page`."""
        if "\0" in request.url.path or "%00" in request.url.path:
            raise HTTPException(404)
        try:
            return self._answered(self.visit(request, form), handler, role, late)
        except DatabaseUnavailable as error:
            visit = Visit(
                request, self, self.services.clock(), self._session(request), None, form or FormData()
            )
            unsaved = not_saved(visit) if self._is_ours(visit) else None
            if unsaved is None:
                raise
            log.error("the database is not available, a form is offered again: %s", error)
            return unsaved

    def _answered(
        self, visit: Visit, handler: Handler, role: Role | None, late: LateHandler | None
    ) -> Response:
        request = visit.request
        if role is not None and visit.account is None:
            return late_form(visit) if request.method == "POST" else login_first(visit)
        if request.method == "POST" and not self._is_ours(visit):
            if answer := late(visit) if late else sent_by_former_session(visit):
                return answer
            raise HTTPException(403, "form")
        if role is not None and not (visit.account and visit.account.may(role)):
            raise HTTPException(403, "role")
        try:
            return handler(visit)
        except NeedsLogin:
            return login_first(visit)

    def _is_ours(self, visit: Visit) -> bool:
        """Whether the form was made by us for this visitor's session."""
        token = visit.form.get(TOKEN) or visit.request.headers.get("x-form-token") or ""
        known = visit.session and isinstance(token, str)
        return bool(known) and self.services.access.is_form_token(visit.session, str(token))


def page(
    path: str,
    handler: Handler,
    *,
    name: str,
    methods: Sequence[str] = ("GET",),
    role: Role | None = None,
    back: str = "",
    late: LateHandler | None = None,
) -> BaseRoute:
    """The route of a page. role: the least that its visitor must have; POST brings a form of ours.

    back: the page of a form that is sent to an address of its own, for those who open that address or reload it.
    late: what answers a form that was not made for the visitor's session, and changes nothing; else it may be offered
    again (`late`), or is refused.
    """
    if back:
        methods = (*methods, "GET")

    async def endpoint(request: Request) -> Response:
        site: Site = request.app.state.site
        if back and request.method != "POST":
            return RedirectResponse(site.url(back, request.path_params), 303)
        if request.method != "POST":
            return await run_in_threadpool(site.answer, request, None, handler, role)
        if not _is_utf8(request.headers.get("content-type", "")):
            raise HTTPException(400)
        async with request.form(
            max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=LARGEST_FIELD
        ) as form:
            return await run_in_threadpool(site.answer, request, form, handler, role, late)

    return Route(path, endpoint, name=name, methods=list(methods))


def _is_utf8(content_type: str) -> bool:
    """Whether a form is written as ours are: no browser names another encoding, and reading tries whatever is named."""
    _, told = parse_options_header(content_type)
    return told.get(b"charset", b"utf-8").lower() == b"utf-8"


def static_version() -> str:
    """A text that changes with the files beside the pages."""
    digest = hashlib.sha256()
    for path in sorted(STATIC.rglob("*")):
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
