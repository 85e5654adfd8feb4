"""/healthz, /metrics and /robots.txt: for the machines that watch, and for those that fetch.

`/healthz` answers 503 as soon as a person has to act, so that any watcher of web addresses notices a dead sender.
"""

import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from anyio import to_thread
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, request_response

from scheduler.service.health import Measure
from scheduler.web.guards import ReadOnly

# Large services' fetchers of calendars obey it (rule 8.8); a personal address is found by nobody who was not given it.
ROBOTS = "User-agent: *\nAllow: /\n"
UNREACHABLE = "the database does not answer; the log says more"

log = logging.getLogger(__name__)


class HealthSource(Protocol):
    """What is known of the application's health: the service, or in tests a fake."""

    def problems(self) -> tuple[str, ...]:
        """What a person has to see to, a sentence each; empty where all is well."""

    def measures(self) -> Sequence[Measure]:
        """What is counted and weighed."""


def health_routes(source: HealthSource, registry: CollectorRegistry) -> list[BaseRoute]:
    """The routes for watchers; the source's measures join the registry's under `sched_`."""
    registry.register(_Figures(source))

    async def healthz(_: Request) -> Response:
        problems = await to_thread.run_sync(_problems, source)
        body = {"status": "failing" if problems else "ok", "problems": list(problems)}
        return JSONResponse(body, 503 if problems else 200, {"cache-control": "no-store"})

    async def metrics(_: Request) -> Response:
        text = await to_thread.run_sync(generate_latest, registry)
        return Response(text, headers={"content-type": CONTENT_TYPE_LATEST, "cache-control": "no-store"})

    async def robots(_: Request) -> Response:
        return PlainTextResponse(ROBOTS)

    return [
        Route("/healthz", ReadOnly(request_response(healthz)), name="health"),
        Route("/metrics", ReadOnly(request_response(metrics)), name="metrics"),
        Route("/robots.txt", ReadOnly(request_response(robots)), name="robots"),
    ]


def _problems(source: HealthSource) -> tuple[str, ...]:
    try:
        return source.problems()
    except Exception:
        # Whatever it is, the watcher must hear of it, but not what the error says of passwords and paths.
        log.exception("the health could not be told")
        return (UNREACHABLE,)


class _Figures(Collector):
    def __init__(self, source: HealthSource) -> None:
        self.source = source

    def collect(self) -> Iterable[CounterMetricFamily | GaugeMetricFamily]:
        for measure in self.source.measures():
            kind = CounterMetricFamily if measure.counts else GaugeMetricFamily
            name, values = f"sched_{measure.name}", measure.values
            if not isinstance(values, Mapping):
                yield kind(name, measure.told, value=values)
                continue
            family = kind(name, measure.told, labels=["channel"])
            for channel, value in values.items():
                family.add_metric([channel], value)
            yield family
