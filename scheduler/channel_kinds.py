"""The ways a message can take, by name. They stand alone since the configuration must know them and little else."""

from enum import StrEnum


class ChannelKind(StrEnum):
    """The ways a message can take, as `config.toml` and addresses name them."""

    EMAIL = "email"
    ZALO_BOT = "zalo_bot"
    ZALO_OA = "zalo_oa"
    WEBHOOK = "webhook"
    CONSOLE = "console"
