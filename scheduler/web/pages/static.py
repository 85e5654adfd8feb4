"""The style sheet, scripts and pictures beside the pages, kept by browsers under an address of their version."""

from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from scheduler.web.pages.site import STATIC, Site


class KeptFiles(StaticFiles):
    """Files whose address changes when they do."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, to be kept."""
        response = await super().get_response(path, scope)
        if response.status_code == 200:
            response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response


def static_routes(site: Site) -> list[BaseRoute]:
    """The routes of the files beside the pages."""
    return [Mount(f"/static/{site.version}", app=KeptFiles(directory=STATIC), name="static")]
