"""The accounts of the office and the log of what was done, for administrators."""

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import BaseRoute

from scheduler.service.access import InvalidAccount, Role
from scheduler.web.pages.account_words import account_words
from scheduler.web.pages.site import Visit, page


def accounts_routes() -> list[BaseRoute]:
    """The routes of accounts and of the log."""
    administrator = Role.ADMINISTRATOR
    return [
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
            by=visit.member,
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
            by=visit.member,
        )
    except InvalidAccount as error:
        return _accounts_page(visit, 422, failed=account_words(visit, error))
    return visit.go("accounts")


def renew_link(visit: Visit) -> Response:
    """Another link for somebody who forgot their password."""
    try:
        account, link = visit.services.access.new_link(
            visit.request.path_params["id"], now=visit.now, by=visit.member
        )
    except InvalidAccount:
        raise HTTPException(404) from None
    return _accounts_page(visit, link=link, of=account.name)


def audit(visit: Visit) -> Response:
    """What was done, the latest first."""
    names = {one.id: one.name for one in visit.services.people.everybody()}
    return visit.page("audit.html", section="accounts", lines=visit.services.access.audit(), names=names)
