"""What a ZBS template takes: which parameters it has and how long their values may be (reference on Zalo, 3.2).

A value that is too long has the whole message refused (-1121), a parameter that the template does not have too (-112).
So Zalo is asked once what the template takes, and values are fitted to it. Where Zalo does not say, they are sent as
they are: a template that cannot be looked at may still be sent.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from scheduler.attempts import Deferred, Halted
from scheduler.channels.zalo_answers import ZBS_ANSWERS, number
from scheduler.channels.zalo_api import OaApi, Reply
from scheduler.messages.content import cut

ASK_AGAIN = timedelta(minutes=10)
"""After an answer that told nothing."""


@dataclass(frozen=True, slots=True)
class TemplateShape:
    """A template's parameters with the length their values may have, None where that is not told."""

    longest: Mapping[str, int | None] = field(default_factory=dict)

    def fitted(self, values: Mapping[str, str]) -> dict[str, str]:
        """Those values that the template has a place for, in NFC, none longer than its place."""
        return {
            name: _fitted(value, self.longest[name]) for name, value in values.items() if name in self.longest
        }


class TemplateShapes:
    """Asks what a template takes, and remembers it. One instance serves one thread at a time."""

    def __init__(self, api: OaApi, business_url: str) -> None:
        self._api = api
        self._url = f"{business_url.rstrip('/')}/template/info/v2?template_id="
        self._known: dict[str, TemplateShape] = {}
        self._ask_from: datetime | None = None

    def of(self, template_id: str, now: datetime) -> TemplateShape | Deferred | Halted | None:
        """What the template takes; None where Zalo does not say, and a failure where nothing can be sent now."""
        known = self._known.get(template_id)
        if known is not None or (self._ask_from is not None and now < self._ask_from):
            return known
        reply = self._api.call("GET", self._url + template_id, None, ZBS_ANSWERS, now)
        if isinstance(reply, Deferred | Halted):
            return reply
        shape = _shape(reply.data) if isinstance(reply, Reply) else None
        if shape is None:
            self._ask_from = now + ASK_AGAIN
            return None
        self._known[template_id] = shape
        return shape


def _shape(data: Mapping[str, Any]) -> TemplateShape | None:
    listed = data.get("listParams")
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        return None
    longest = {str(one["name"]): number(one.get("maxLength")) for one in listed if one.get("name")}
    return TemplateShape(longest) if longest else None


def _fitted(value: str, longest: int | None) -> str:
    value = unicodedata.normalize("NFC", value)
    return cut(value, longest) if longest is not None and longest > 0 else value
