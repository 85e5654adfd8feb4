"""`sched zalo authorise | hook | quota`: setting up an Official Account and a bot, step by step."""

from typing import TYPE_CHECKING, Annotated

import typer

from scheduler.channel_kinds import ChannelKind
from scheduler.cli.open import open_telling
from scheduler.cli.output import complain, say, show
from scheduler.cli.words import WORDS

if TYPE_CHECKING:
    from scheduler.service.telling import TellingService
    from scheduler.service.zalo import ZaloService

zalo_app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    help="Set up Zalo: the Official Account's consent, the bot's deliveries.",
)
COMMANDS = {"zalo": zalo_app}


@zalo_app.command("authorise")
def authorise(
    ctx: typer.Context,
    code: Annotated[
        str | None,
        typer.Argument(
            help="The code, or the whole address to which Zalo sent the administrator. None: say how."
        ),
    ] = None,
    callback: Annotated[
        str, typer.Option(help="The callback address entered at Zalo; else [web] public_url.")
    ] = "",
) -> None:
    """Let sched send in the name of an Official Account: without an argument the steps, then with the code."""
    with open_telling(ctx) as telling:
        words, zalo = WORDS[telling.settings.language], _zalo(telling)
        if code is None:
            consent = zalo.consent(callback)
            show(
                words["zalo consent"].format(
                    callback=consent.callback, challenge=consent.challenge, url=consent.url
                )
            )
            return
        outcome = zalo.authorise(code)
    if outcome is not None:
        complain(getattr(outcome, "reason", ""))
        raise typer.Exit(4)
    say(words["zalo authorised"])


@zalo_app.command("hook")
def hook(
    ctx: typer.Context,
    remove: Annotated[
        bool, typer.Option("--remove", help="Have Zalo deliver nowhere, for [zalo_bot] poll = true.")
    ] = False,
    look: Annotated[bool, typer.Option("--show", help="Only say where Zalo delivers now.")] = False,
) -> None:
    """Have Zalo deliver what people write to the bot to this office's address."""
    with open_telling(ctx) as telling:
        words, zalo = WORDS[telling.settings.language], _zalo(telling)
        if look:
            outcome = zalo.hook()
            told = words["hook now"].format(url=outcome) if outcome else words["no hook"]
        elif remove:
            outcome = zalo.remove_hook() or ""
            told = words["hook removed"]
        else:
            outcome = zalo.set_hook()
            told = words["hook set"].format(url=zalo.hook_address())
    if not isinstance(outcome, str):
        complain(outcome.reason)
        raise typer.Exit(4)
    say(told)
    if outcome and not look:
        complain(words["hook probe"].format(found=outcome))
        raise typer.Exit(4)


@zalo_app.command("quota")
def quota(ctx: typer.Context) -> None:
    """How many messages Zalo still lets this office send."""
    failed = False
    with open_telling(ctx) as telling:
        words, zalo = WORDS[telling.settings.language], _zalo(telling)
        for kind in (ChannelKind.ZALO_BOT, ChannelKind.ZALO_OA):
            if not zalo.has(kind):
                continue
            left = zalo.bot_quota() if kind is ChannelKind.ZALO_BOT else zalo.template_quota()
            if not isinstance(left, str):
                name = f"quota {kind}" if left.whole else "no quota"
                show(words[name].format(channel=kind, whole=left.whole, left=left.remaining))
            else:
                complain(f"{kind}: {left}")
                failed = True
    if failed:
        raise typer.Exit(4)


def _zalo(telling: "TellingService") -> "ZaloService":
    from scheduler.service.zalo import ZaloService

    return ZaloService(telling.database, telling.settings, telling.channels, telling.clock)
