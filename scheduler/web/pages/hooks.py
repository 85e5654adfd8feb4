"""Where Zalo delivers what people write: answered within a moment, worked on afterwards."""

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from scheduler.service.inbound import Heard, Inbound
from scheduler.web.pages.site import Site


def hook_routes() -> list[BaseRoute]:
    """The routes that Zalo calls."""
    return [
        Route("/hooks/zalo-oa", from_official_account, name="zalo_oa_hook", methods=["POST"]),
        Route("/hooks/zalo-bot", from_bot, name="zalo_bot_hook", methods=["POST"]),
    ]


async def from_official_account(request: Request) -> Response:
    """An event of the Official Account."""
    services = _site(request).services
    signature = request.headers.get("x-zevent-signature")
    heard = services.inbound.from_official_account(await request.body(), signature, services.clock())
    return _taken(request, heard)


async def from_bot(request: Request) -> Response:
    """An update of the bot."""
    services = _site(request).services
    secret = request.headers.get("x-bot-api-secret-token")
    return _taken(request, services.inbound.from_bot(await request.body(), secret, services.clock()))


def _taken(request: Request, heard: Heard) -> Response:
    if not heard.is_genuine:
        return PlainTextResponse("This is not from Zalo.\n", 403)
    work = BackgroundTask(_work, _site(request), heard.event) if heard.event else None
    return PlainTextResponse("ok\n", background=work)


def _site(request: Request) -> Site:
    site: Site = request.app.state.site
    return site


async def _work(site: Site, event: Inbound) -> None:
    await run_in_threadpool(site.services.inbound.take, event, site.services.clock())
