"""What was told to whom and what waits: the outbox with its tries; and the link by which a person stops messages."""

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from scheduler.service.access import Role
from scheduler.service.telling import UnknownTelling, Waiting
from scheduler.tellings import State
from scheduler.web.pages.site import Site, Visit, page

SHOWN = 300
STATES = tuple(State)


def delivery_routes() -> list[BaseRoute]:
    """The routes of the outbox."""
    editor = Role.EDITOR
    return [
        page("/deliveries", deliveries, name="deliveries", role=editor),
        page("/deliveries/{id}", delivery, name="delivery", role=editor),
        page("/deliveries/{id}", act, name="act_on_delivery", methods=("POST",), role=editor),
        page("/stop/{token}", show_stop, name="stop"),
        # One click in a mail program (RFC 8058) brings no cookie and no form of ours.
        Route("/stop/{token}", stop, name="do_stop", methods=["POST"]),
    ]


def deliveries(visit: Visit) -> Response:
    """The outbox, by state."""
    states = STATES
    wanted = visit.text("state")
    chosen = next((state for state in states if state.value == wanted), None)
    waiting = visit.services.telling.outbox(chosen, SHOWN)
    return visit.page(
        "deliveries.html",
        section="deliveries",
        waiting=waiting,
        states=states,
        chosen=wanted,
        is_cut=len(waiting) == SHOWN,
    )


def delivery(visit: Visit) -> Response:
    """One telling with all its tries."""
    return visit.page("delivery.html", section="deliveries", one=_explained(visit))


def act(visit: Visit) -> Response:
    """Let a telling be tried again, or take it out."""
    id_ = _explained(visit).kept.telling.id
    if visit.text("action") == "retry":
        if visit.services.telling.retry(id_):
            visit.note("telling-retried", id_)
    elif visit.services.telling.cancel(id_, f"by {visit.by}"):
        visit.note("telling-cancelled", id_)
    return visit.go("delivery", id=id_)


def _explained(visit: Visit) -> Waiting:
    try:
        return visit.services.telling.explain(visit.request.path_params["id"])
    except UnknownTelling:
        raise HTTPException(404) from None


def show_stop(visit: Visit) -> Response:
    """A button that stops messages: a mail program that looks at links must not press it."""
    found = visit.services.people.by_stop_token(visit.request.path_params["token"])
    if found is None:
        raise HTTPException(404)
    return visit.page("stop.html", person=found)


async def stop(request: Request) -> Response:
    """Stop messages to whom the link was sent; the same again changes nothing."""
    site: Site = request.app.state.site
    return await run_in_threadpool(_stop, site, request)


def _stop(site: Site, request: Request) -> Response:
    visit = site.visit(request)
    found = visit.services.people.stop(request.path_params["token"], visit.now)
    if found is None:
        raise HTTPException(404)
    if request.headers.get("accept", "").startswith("text/html"):
        return visit.page("stop.html", person=found)
    return PlainTextResponse("Đã dừng gửi tin. / Messages are stopped.\n")
