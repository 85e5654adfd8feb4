"""Forms that come too late: after the session's end, or after a login in another tab. What was typed is not lost.

What is hard is to keep nothing of what another site made up. Only a form that bears a token which we signed for the
same account is kept, and only where it holds what people type: never what makes accounts, passwords, tokens or feeds.
It is shown before its sender sends it again, and only then is it taken, with a token of the new session.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, unquote

from starlette.datastructures import FormData, UploadFile
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

if TYPE_CHECKING:
    from scheduler.web.pages.site import Visit

AGAIN = {
    "add_person": "Thêm người nhận",
    "change_person": "Lưu thông tin người nhận",
    "take_in": "Nhập văn bản",
    "change_entry": "Lưu một việc của văn bản đang duyệt",
    "settle": "Xử lý một việc đang chờ",
    "change_event": "Sửa một việc trên lịch",
}
"""The forms that may be sent again, by the names of their routes, and what they do in words."""
LABELS = {
    "name": "Họ tên",
    "title": "Tên việc",
    "when": "Thời gian",
    "at": "Thời gian mới",
    "location": "Địa điểm",
    "chair": "Chủ trì",
    "note": "Ghi chú",
    "groups": "Nhóm",
    "email": "Thư điện tử",
    "phone": "Điện thoại",
}
"""What the pages call their fields; others are shown by their own names."""
TOKEN = "form_token"
RETRY_AFTER = "60"
"""Seconds after which a database that did not answer may be asked again."""
UNQUOTED = "/:@-._~+"
"""What needs no escape in a path (RFC 3986 section 3.3), of what stands in ours."""

Fields = list[tuple[str, str]]


class Repeatable(NamedTuple):
    """A form that may be sent again: which paths it is sent to, and what it does in words."""

    path: re.Pattern[str]
    words: str


def repeatable_forms(routes: Sequence[BaseRoute]) -> tuple[Repeatable, ...]:
    """Those of the routes that may be sent again."""
    return tuple(
        Repeatable(route.path_regex, AGAIN[route.name])
        for route in routes
        if isinstance(route, Route) and route.name in AGAIN
    )


def login_first(visit: "Visit") -> Response:
    """To the login, and from there back to where the visitor wanted to go."""
    query = f"?{visit.request.url.query}" if visit.request.url.query else ""
    return visit.go("login", query={"to": _path(visit) + query})


def late_form(visit: "Visit") -> Response:
    """The login with all that a late form of ours held; 401. To the login with nothing for any other form.

    A cookie is set for none that brought none, unless the browser says that our page sent it: a browser holds cookies
    back from what other sites send, and ours would take the place of the sender's session.
    """
    to = quote(_path(visit), safe=UNQUOTED)
    is_browsers_own = visit.session or "origin" in visit.request.headers
    if not is_browsers_own or _words(visit, to) is None or not _maker(visit, visit.text(TOKEN)):
        return login_first(visit)
    kept = fields_of(visit.form)
    return visit.page(
        "login.html",
        401,
        to=to,
        kept=kept,
        late=True,
        files=has_files(visit.form),
        failed="",
        login="",
        first_run=False,
    )


def offer_again(visit: "Visit", to: str, kept: Fields, status: int = 200) -> Response | None:
    """The page that shows what will be sent to that path and sends it; None where it may not be sent again.

    kept: the late form's fields with its token, which must be ours for the visitor's own account.
    """
    token = next((value for name, value in kept if name == TOKEN), "")
    if visit.account is None or _maker(visit, token) != visit.account.id:
        return None
    return _again_page(visit, to, kept, status)


def sent_by_former_session(visit: "Visit") -> Response | None:
    """What is offered for a form whose sender has logged in anew, in another tab; 409. None: it may not be."""
    return offer_again(visit, quote(_path(visit), safe=UNQUOTED), fields_of(visit.form), 409)


def not_saved(visit: "Visit") -> Response | None:
    """What is offered for a form that the database could not take; 503. None where it may not be sent again.

    The form must have been seen to be this session's. Nothing is read: the visit bears no account.
    """
    answer = _again_page(visit, quote(_path(visit), safe=UNQUOTED), fields_of(visit.form), 503)
    if answer is not None:
        answer.headers["retry-after"] = RETRY_AFTER
    return answer


def _again_page(visit: "Visit", to: str, kept: Fields, status: int) -> Response | None:
    words = _words(visit, to)
    if words is None:
        return None
    fields = [(name, value) for name, value in kept if name != TOKEN]
    shown = [
        (visit.site.told(LABELS[name]) if name in LABELS else name, value) for name, value in fields if value
    ]
    return visit.page(
        "again.html",
        status,
        to=visit.site.prefix + to,
        kept=fields,
        shown=shown,
        words=visit.site.told(words),
        files=has_files(visit.form),
        refused=status == 503,
    )


def fields_of(form: FormData) -> Fields:
    """What a form holds of texts, with its token, without a password."""
    return [
        (name, value) for name, value in form.multi_items() if isinstance(value, str) and name != "password"
    ]


def has_files(form: FormData) -> bool:
    """Whether a form brought files, which no page can hold."""
    return any(isinstance(value, UploadFile) and value.filename for _, value in form.multi_items())


def _words(visit: "Visit", to: str) -> str | None:
    path = unquote(to)
    return next((form.words for form in visit.site.repeatable if form.path.match(path)), None)


def _maker(visit: "Visit", token: str) -> str:
    return visit.services.access.account_of_form(token, visit.now) or ""


def _path(visit: "Visit") -> str:
    return visit.request.url.path.removeprefix(visit.site.prefix)
