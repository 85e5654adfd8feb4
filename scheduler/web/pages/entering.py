"""Getting in: login, the one-time links, one's own account, and for administrators the accounts and the audit log."""

from datetime import timedelta
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute

from scheduler.service.access import Account, InvalidAccount, Role, TooManyTries, UsedLink
from scheduler.service.tokens import Scope
from scheduler.web.pages.calendar import qr_code, webcal
from scheduler.web.pages.late import offer_again
from scheduler.web.pages.site import Visit, page

TOKEN_DAYS = (30, 90, 365)
"""For how long a script's token may be made, beside one without an end."""


def entering_routes() -> list[BaseRoute]:
    """The routes of accounts."""
    any_account, administrator = Role.READER, Role.ADMINISTRATOR
    return [
        page("/login", show_login, name="login"),
        page("/login", log_in, name="log_in", methods=("POST",), late=logged_in_already),
        page("/logout", log_out, name="logout", methods=("POST",), back="home"),
        page("/first/{token}", show_link, name="link"),
        page("/first/{token}", use_link, name="use_link", methods=("POST",)),
        page("/me", me, name="me", role=any_account),
        page(
            "/me/password",
            change_password,
            name="change_password",
            methods=("POST",),
            role=any_account,
            back="me",
        ),
        page("/me/feeds", add_feed, name="add_feed", methods=("POST",), role=any_account, back="me"),
        page(
            "/me/feeds/{id}/revoke",
            revoke_feed,
            name="revoke_feed",
            methods=("POST",),
            role=any_account,
            back="me",
        ),
        page("/me/tokens", add_token, name="add_token", methods=("POST",), role=any_account, back="me"),
        page(
            "/me/tokens/{id}/remove",
            remove_token,
            name="remove_token",
            methods=("POST",),
            role=any_account,
            back="me",
        ),
        page("/accounts", accounts, name="accounts", role=administrator),
        page("/accounts", add_account, name="add_account", methods=("POST",), role=administrator),
        page(
            "/accounts/{id}",
            change_account,
            name="change_account",
            methods=("POST",),
            role=administrator,
            back="accounts",
        ),
        page(
            "/accounts/{id}/link",
            renew_link,
            name="renew_link",
            methods=("POST",),
            role=administrator,
            back="accounts",
        ),
        page("/audit", audit, name="audit", role=administrator),
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


# --- one's own account ------------------------------------------------------------------------------------------------


def me(visit: Visit) -> Response:
    """One's password, personal feeds and tokens of scripts."""
    return _me_page(visit)


def _me_page(
    visit: Visit, status: int = 200, *, failed: str = "", feed: str = "", token: str = "", done: str = ""
) -> Response:
    account = _account(visit)
    address = f"{visit.services.settings.web.public_url.rstrip('/')}/f/{feed}.ics" if feed else ""
    return visit.page(
        "me.html",
        status,
        section="me",
        feeds=visit.services.tokens.feeds_of(account=account),
        tokens=visit.services.tokens.api_tokens(account),
        token_days=TOKEN_DAYS,
        failed=failed,
        feed=address,
        feed_picture=qr_code(webcal(address), visit.site.told("Mã QR của lịch")) if feed else "",
        token=token,
        done=done,
    )


def change_password(visit: Visit) -> Response:
    """Set another password; all other sessions end."""
    old, new = str(visit.form.get("old", "")), str(visit.form.get("password", ""))
    if new != visit.form.get("again"):
        return _me_page(visit, 422, failed=visit.site.told("Hai lần gõ mật khẩu không giống nhau."))
    try:
        session = visit.services.access.change_password(_account(visit), old, new, now=visit.now)
    except InvalidAccount as error:
        return _me_page(visit, 422, failed=account_words(visit, error))
    visit.session, visit.session_is_new = session, True
    return _me_page(visit, done=visit.site.told("Đã đổi mật khẩu."))


def add_feed(visit: Visit) -> Response:
    """A new personal feed; its address is shown this once."""
    chosen = visit.chosen("calendars")
    known = {calendar.slug for calendar in visit.calendars}
    if not chosen or not known.issuperset(chosen):
        return _me_page(visit, 422, failed=visit.site.told("Hãy chọn ít nhất một lịch."))
    feed = visit.services.tokens.add_feed(
        now=visit.now, name=visit.text("name"), account=_account(visit), calendars=chosen
    )
    visit.note("feed-made", ", ".join(chosen))
    return _me_page(visit, feed=feed)


def revoke_feed(visit: Visit) -> Response:
    """Take a personal feed back."""
    account = _account(visit)
    if visit.services.tokens.revoke_feed(account.id, visit.request.path_params["id"], now=visit.now):
        visit.note("feed-revoked", visit.request.path_params["id"])
    return visit.go("me")


def add_token(visit: Visit) -> Response:
    """A new token for a script; it is shown this once."""
    scope, days = visit.text("scope", Scope.READ), visit.text("days")
    if scope not in tuple(Scope) or (days and days not in map(str, TOKEN_DAYS)):
        raise HTTPException(400)
    token = visit.services.tokens.add_api_token(
        _account(visit),
        visit.text("name"),
        now=visit.now,
        scope=Scope(scope),
        lasts=timedelta(days=int(days)) if days else None,
    )
    visit.note("token-made", f"{visit.text('name')} ({scope})")
    return _me_page(visit, token=token)


def remove_token(visit: Visit) -> Response:
    """Take a script's token back."""
    if visit.services.tokens.remove_api_token(_account(visit), visit.request.path_params["id"]):
        visit.note("token-removed", visit.request.path_params["id"])
    return visit.go("me")


# --- accounts ---------------------------------------------------------------------------------------------------------


def accounts(visit: Visit) -> Response:
    """All accounts."""
    return _accounts_page(visit)


def _accounts_page(
    visit: Visit, status: int = 200, *, failed: str = "", link: str = "", of: str = ""
) -> Response:
    address = f"{visit.services.settings.web.public_url.rstrip('/')}/first/{link}" if link else ""
    everybody = visit.services.access.accounts()
    return visit.page(
        "accounts.html", status, section="accounts", everybody=everybody, failed=failed, link=address, of=of
    )


def add_account(visit: Visit) -> Response:
    """A new account, with the link by which its owner chooses a password."""
    try:
        account, link = visit.services.access.add(
            visit.text("login"),
            visit.text("name"),
            Role.of(visit.text("role")),
            now=visit.now,
            by=_account(visit),
        )
    except InvalidAccount as error:
        return _accounts_page(visit, 422, failed=account_words(visit, error))
    return _accounts_page(visit, link=link, of=account.name)


def change_account(visit: Visit) -> Response:
    """Set an account's role, or close it."""
    try:
        visit.services.access.change(
            visit.request.path_params["id"],
            role=Role.of(visit.text("role")),
            disabled=visit.text("disabled") == "1",
            now=visit.now,
            by=_account(visit),
        )
    except InvalidAccount as error:
        return _accounts_page(visit, 422, failed=account_words(visit, error))
    return visit.go("accounts")


def renew_link(visit: Visit) -> Response:
    """Another link for somebody who forgot their password."""
    try:
        account, link = visit.services.access.new_link(
            visit.request.path_params["id"], now=visit.now, by=_account(visit)
        )
    except InvalidAccount:
        raise HTTPException(404) from None
    return _accounts_page(visit, link=link, of=account.name)


def audit(visit: Visit) -> Response:
    """What was done, the latest first."""
    names = {one.id: one.name for one in visit.services.people.everybody()}
    return visit.page("audit.html", section="accounts", lines=visit.services.access.audit(), names=names)


def _account(visit: Visit) -> Account:
    if visit.account is None:
        raise HTTPException(403)
    return visit.account


_WORDS = {
    "a password needs": "Mật khẩu cần ít nhất 10 ký tự.",
    "a password has": "Mật khẩu dài nhất 200 ký tự.",
    "a login is made": "Tên đăng nhập gồm chữ, số và . _ - @ (nhiều nhất 60 ký tự).",
    "an account needs": "Hãy điền họ tên (nhiều nhất 100 ký tự).",
    "the login": "Tên đăng nhập này đã có người dùng.",
    "one administrator": "Phải còn lại ít nhất một quản trị viên: hãy tạo người khác trước.",
    "the present password": "Mật khẩu hiện tại không đúng.",
}


def account_words(visit: Visit, error: InvalidAccount) -> str:
    """What is wrong, for the reader."""
    for beginning, words in _WORDS.items():
        if str(error).startswith(beginning):
            return visit.site.told(words)
    return visit.site.told("Dữ liệu không hợp lệ.")
