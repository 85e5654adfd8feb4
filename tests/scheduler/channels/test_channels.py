import subprocess
import sys
from dataclasses import is_dataclass

import pytest

from scheduler.channel_kinds import ChannelKind
from scheduler.channels import CHANNELS
from scheduler.channels.channel import Surroundings
from scheduler.channels.console import ConsoleSettings


def test_every_kind_has_its_settings_and_its_factory() -> None:
    assert set(CHANNELS) == set(ChannelKind)
    for settings, factory in CHANNELS.values():
        assert is_dataclass(settings)
        assert callable(factory)


def test_factory_makes_a_channel_of_settings_and_surroundings() -> None:
    _, factory = CHANNELS[ChannelKind.CONSOLE]
    factory(ConsoleSettings(), Surroundings()).close()


@pytest.mark.parametrize(
    "library", ["requests", "urllib3", "smtplib", "ssl", "standardwebhooks", "email.utils"]
)
def test_reading_the_settings_imports_nothing_that_sends(library: str) -> None:
    program = f"import sys, scheduler.channels; print({library!r} in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "False\n"
