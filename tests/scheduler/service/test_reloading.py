"""A configuration that is read again while messages are being sent."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from scheduler.channel_kinds import ChannelKind
from scheduler.channels.console import ConsoleSettings
from scheduler.channels.email import EmailSettings
from scheduler.errors import ConfigurationError
from scheduler.reminders import Office
from scheduler.service.telling import DeliverySettings, Policy, TellingService
from scheduler.settings import Settings

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize("sender", ["rác", ""])
def test_that_no_mail_could_be_sent_with_is_not_taken(tmp_path: Path, sender: str) -> None:
    settings = Settings(folder=tmp_path, database=f"sqlite:///{tmp_path / 'sched.db'}")
    policy = Policy(office=Office())
    channels = {ChannelKind.CONSOLE: ConsoleSettings()}
    with TellingService.opened(settings, policy, channels, lambda: NOW) as service:
        good = {ChannelKind.EMAIL: EmailSettings(sender="Văn phòng <vp@example.org>")}
        assert service.again(settings, policy, good, DeliverySettings()).channels == good
        bad = {ChannelKind.EMAIL: EmailSettings(sender=sender)}
        with pytest.raises(ConfigurationError, match=r"\[email\] sender cannot be used"):
            service.again(settings, policy, bad, DeliverySettings())
