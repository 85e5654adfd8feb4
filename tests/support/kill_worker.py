"""A process that sends, to be killed at any moment: real channels, real composing, a short lease.

    python kill_worker.py DATABASE_URL ENDPOINTS_JSON

It says "sending" when it begins, and ends with status 0 when nothing waits any more.
"""

import json
import sys
import time
from datetime import UTC, datetime, timedelta
from functools import partial

from scheduler.channel_kinds import ChannelKind
from scheduler.channels import CHANNELS
from scheduler.channels.channel import Channel, Surroundings
from scheduler.channels.email import EmailSettings
from scheduler.channels.webhook import WebhookSettings
from scheduler.channels.zalo_bot import ZaloBotSettings
from scheduler.database import connect
from scheduler.delivery.composer import CalendarComposer, ComposerSettings
from scheduler.delivery.pump import Delivery, DeliverySettings
from scheduler.reminders import Office

LEASE_SECONDS = "1"
"""Short, so that what a killed process had in hand is soon taken again; a busy machine may need it longer."""


def main(url: str, endpoints: dict[str, str]) -> None:
    settings = {
        ChannelKind.EMAIL: EmailSettings(
            port=int(endpoints["smtp_port"]),
            sender="Văn phòng <vp@example.org>",
            answer_timeout=5,
            final_timeout=5,
        ),
        ChannelKind.WEBHOOK: {
            name: WebhookSettings(
                url=f"{endpoints['webhook_url']}/{name}", secret=endpoints["secret"], allow_private=True
            )
            for name in endpoints["webhooks"].split()
        },
        ChannelKind.ZALO_BOT: ZaloBotSettings(
            token=endpoints["bot_token"], base_url=endpoints["bot_url"], timeout=5
        ),
    }

    lease = timedelta(seconds=float(endpoints.get("lease", LEASE_SECONDS)))

    def make(kind: ChannelKind) -> Channel:
        return CHANNELS[kind][1](settings[kind], Surroundings())

    with connect(url) as database:
        delivery = Delivery(
            database,
            {kind: partial(make, kind) for kind in settings},
            CalendarComposer(ComposerSettings(office=Office(), organizer="vp@example.org")),
            clock=lambda: datetime.now(UTC),
            settings=DeliverySettings(lease=lease, senders=dict.fromkeys(ChannelKind, 2), per_second={}),
        )
        sys.stdout.write("sending\n")
        sys.stdout.flush()
        while (moment := delivery.next_moment()) is not None:
            time.sleep(min(max((moment - datetime.now(UTC)).total_seconds(), 0.0), 0.2))
            delivery.pump()
        delivery.close()


if __name__ == "__main__":
    main(sys.argv[1], json.loads(sys.argv[2]))
