"""One's own account: the password, personal feeds, and tokens for other programs."""

from datetime import timedelta

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import BaseRoute

from scheduler.service.access import InvalidAccount, Role
from scheduler.service.tokens import Scope
from scheduler.web.pages.account_words import account_words
from scheduler.web.pages.calendar import qr_code, webcal
from scheduler.web.pages.site import Visit, page

TOKEN_DAYS = (30, 90, 365)
"""For how long a script's token may be made, beside one without an end."""


def own_account_routes() -> list[BaseRoute]:
    """The routes of one's own account, whatever its role."""
    any_account = Role.READER
    return [
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
    ]


def me(visit: Visit) -> Response:
    """One's password, personal feeds and tokens of scripts."""
    return _me_page(visit)


def _me_page(
    visit: Visit, status: int = 200, *, failed: str = "", feed: str = "", token: str = "", done: str = ""
) -> Response:
    account = visit.member
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
        session = visit.services.access.change_password(visit.member, old, new, now=visit.now)
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
        now=visit.now, name=visit.text("name"), account=visit.member, calendars=chosen
    )
    visit.note("feed-made", ", ".join(chosen))
    return _me_page(visit, feed=feed)


def revoke_feed(visit: Visit) -> Response:
    """Take a personal feed back."""
    account = visit.member
    if visit.services.tokens.revoke_feed(account.id, visit.request.path_params["id"], now=visit.now):
        visit.note("feed-revoked", visit.request.path_params["id"])
    return visit.go("me")


def add_token(visit: Visit) -> Response:
    """A new token for a script; it is shown this once."""
    scope, days = visit.text("scope", Scope.READ), visit.text("days")
    if scope not in tuple(Scope) or (days and days not in map(str, TOKEN_DAYS)):
        raise HTTPException(400)
    token = visit.services.tokens.add_api_token(
        visit.member,
        visit.text("name"),
        now=visit.now,
        scope=Scope(scope),
        lasts=timedelta(days=int(days)) if days else None,
    )
    visit.note("token-made", f"{visit.text('name')} ({scope})")
    return _me_page(visit, token=token)


def remove_token(visit: Visit) -> Response:
    """Take a script's token back."""
    if visit.services.tokens.remove_api_token(visit.member, visit.request.path_params["id"]):
        visit.note("token-removed", visit.request.path_params["id"])
    return visit.go("me")
