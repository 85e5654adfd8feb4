"""Whether channels could be used with the settings they have: each is made, asked for nothing, and closed again."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from scheduler.channel_kinds import ChannelKind
from scheduler.channels import CHANNELS
from scheduler.channels.channel import Surroundings, TokenPair
from scheduler.errors import ConfigurationError


class _NoTokens:
    """A `TokenStore` for a channel that sends nothing."""

    def load(self) -> TokenPair | None:
        return None

    def save(self, pair: TokenPair) -> None:
        pass

    def refused(self) -> str:
        return ""

    def refuse(self, mark: str) -> None:
        pass

    def locked(self) -> AbstractContextManager[None]:
        return nullcontext()


def channel_faults(channels: Mapping[ChannelKind, Any]) -> Iterator[tuple[ChannelKind, ConfigurationError]]:
    """Those whose settings cannot be used, with what is wrong; channels: the settings of each that is configured."""
    for kind, settings in channels.items():
        try:
            CHANNELS[kind][1](settings, Surroundings(tokens=_NoTokens())).close()
        except ConfigurationError as error:
            yield kind, error
