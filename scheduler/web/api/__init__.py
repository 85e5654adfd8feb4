"""The documented HTTP interface, /api/v1: what scripts may ask with a token, and what the pages' own scripts use.

`openapi.json` beside this file describes it and is served with it; a test holds the two to each other. A script sends
`Authorization: Bearer TOKEN` and may do what the token's account may; without one, public calendars can be read.
"""

from scheduler.web.api.routes import api_routes

__all__ = ["api_routes"]
