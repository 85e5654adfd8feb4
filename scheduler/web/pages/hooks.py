"""Where Zalo delivers what people write: what must not be lost is kept before Zalo is told that it was taken.

Only the sending of the answer, which may take seconds, comes afterwards. Where the database refuses, Zalo is told so
and delivers again.
"""

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from scheduler.service.inbound import Answer, Heard
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
    return await _taken(request, heard)


async def from_bot(request: Request) -> Response:
    """An update of the bot."""
    services = _site(request).services
    secret = request.headers.get("x-bot-api-secret-token")
    return await _taken(request, services.inbound.from_bot(await request.body(), secret, services.clock()))


async def _taken(request: Request, heard: Heard) -> Response:
    if not heard.is_genuine:
        return PlainTextResponse("This is not from Zalo.\n", 403)
    services = _site(request).services
    answer = None
    if heard.event is not None:
        answer = await run_in_threadpool(services.inbound.learn, heard.event, services.clock())
    work = BackgroundTask(_say, _site(request), answer) if answer else None
    return PlainTextResponse("ok\n", background=work)


def _site(request: Request) -> Site:
    site: Site = request.app.state.site
    return site


async def _say(site: Site, answer: Answer) -> None:
    await run_in_threadpool(site.services.inbound.say, answer, site.services.clock())
