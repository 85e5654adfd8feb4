"""Getting in and out: the login, and the one-time links by which an account gets its password."""

from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute

from scheduler.service.access import InvalidAccount, TooManyTries, UsedLink
from scheduler.web.pages.account_words import account_words
from scheduler.web.pages.late import offer_again
from scheduler.web.pages.site import Visit, page


def entering_routes() -> list[BaseRoute]:
    """The routes of getting in and out."""
    return [
        page("/login", show_login, name="login"),
        page("/login", log_in, name="log_in", methods=("POST",), late=logged_in_already),
        page("/logout", log_out, name="logout", methods=("POST",), back="home"),
        page("/first/{token}", show_link, name="link"),
        page("/first/{token}", use_link, name="use_link", methods=("POST",)),
    ]


# --- logging in -------------------------------------------------------------------------------------------------------


def show_login(visit: Visit) -> Response:
    """The login."""
    if visit.account is not None:
        return visit.go("home")
    return _login_page(visit, 200)


def log_in(visit: Visit) -> Response:
    """Log in, and go on to where the visitor wanted; a form that came too late is offered to be sent again."""
    try:
        session = visit.services.access.log_in(
            visit.text("login"), str(visit.form.get("password", "")), now=visit.now, source=visit.source
        )
    except TooManyTries as error:
        failed = visit.site.told(
            "Đã sai quá nhiều lần. Hãy đợi {seconds} giây rồi thử lại.", seconds=error.seconds
        )
        response = _login_page(visit, 429, failed)
        response.headers["retry-after"] = str(error.seconds)
        return response
    if session is None:
        return _login_page(visit, 401, visit.site.told("Tên đăng nhập hoặc mật khẩu không đúng."))
    to = _inside(visit.text("to"))
    visit.session, visit.session_is_new = session, True
    visit.account = visit.services.access.account_of(session, visit.now)
    if again := offer_again(visit, to, _kept(visit)):
        return again
    response = visit.go("home")
    response.headers["location"] = visit.site.prefix + to
    visit.set_session(response, session)
    return response


def logged_in_already(visit: Visit) -> Response | None:
    """On to where the visitor wanted, for a second login after that of another tab; None where nobody is logged in."""
    if visit.account is None:
        return None
    to = _inside(visit.text("to"))
    return offer_again(visit, to, _kept(visit)) or RedirectResponse(visit.site.prefix + to, 303)


def log_out(visit: Visit) -> Response:
    """End the session."""
    visit.services.access.log_out(visit.session)
    response = visit.go("home")
    visit.set_session(response, "")
    return response


def _login_page(visit: Visit, status: int, failed: str = "") -> Response:
    kept = _kept(visit)
    return visit.page(
        "login.html",
        status,
        to=_inside(visit.text("to")),
        kept=kept,
        late=bool(kept),
        files=False,
        failed=failed,
        first_run=not visit.services.access.has_administrator(),
        login=visit.text("login") if visit.request.method == "POST" else "",
    )


def _kept(visit: Visit) -> list[tuple[str, str]]:
    """The fields of a late form, which travel through the login under names of their own."""
    return [
        (name.removeprefix("kept."), value)
        for name, value in visit.form.multi_items()
        if name.startswith("kept.") and isinstance(value, str)
    ]


def _inside(to: str) -> str:
    """The path if it is one of ours, else the first page: nobody is led elsewhere by a link to the login."""
    parts = urlsplit(to)
    is_ours = (
        to.startswith("/") and not to.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
    )
    return to if is_ours and "\\" not in to and to.isprintable() else "/"


# --- one-time links ---------------------------------------------------------------------------------------------------


def show_link(visit: Visit) -> Response:
    """The form to which a one-time link leads."""
    return _link_page(visit, 200, "")


def use_link(visit: Visit) -> Response:
    """Make the first administrator, or set a password, and log in."""
    if visit.form.get("password") != visit.form.get("again"):
        return _link_page(visit, 422, visit.site.told("Hai lần gõ mật khẩu không giống nhau."))
    try:
        session = visit.services.access.use_link(
            visit.request.path_params["token"],
            str(visit.form.get("password", "")),
            now=visit.now,
            login=visit.text("login"),
            name=visit.text("name"),
            source=visit.source,
        )
    except InvalidAccount as error:
        return _link_page(visit, 422, account_words(visit, error))
    except UsedLink:
        raise HTTPException(404) from None
    response = visit.go("home")
    visit.set_session(response, session)
    return response


def _link_page(visit: Visit, status: int, failed: str) -> Response:
    try:
        account = visit.services.access.link_account(visit.request.path_params["token"], visit.now)
    except UsedLink:
        raise HTTPException(404) from None
    return visit.page(
        "link.html", status, owner=account, failed=failed, login=visit.text("login"), name=visit.text("name")
    )
