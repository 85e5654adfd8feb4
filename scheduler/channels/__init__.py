"""The channels: for each kind its settings and how one is made. What a channel is stands in `channel`."""

from collections.abc import Callable, Mapping
from typing import Any

from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Channel, Surroundings
from scheduler.channels.console import ConsoleChannel, ConsoleSettings
from scheduler.channels.email import EmailChannel, EmailSettings
from scheduler.channels.webhook import WebhookChannel, WebhookSettings
from scheduler.channels.zalo_bot import ZaloBotChannel, ZaloBotSettings
from scheduler.channels.zalo_oa import ZaloOaChannel, ZaloOaSettings

CHANNELS: Mapping[ChannelKind, tuple[type, Callable[[Any, Surroundings], Channel]]] = {
    ChannelKind.EMAIL: (EmailSettings, EmailChannel),
    ChannelKind.ZALO_BOT: (ZaloBotSettings, ZaloBotChannel),
    ChannelKind.ZALO_OA: (ZaloOaSettings, ZaloOaChannel),
    # The factory takes all of them by name: {"office": WebhookSettings(...), ...}.
    ChannelKind.WEBHOOK: (WebhookSettings, WebhookChannel),
    ChannelKind.CONSOLE: (ConsoleSettings, ConsoleChannel),
}
