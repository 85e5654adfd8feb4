"""`sched remind`, `run`, `serve`, `up`, `test`: telling people, publishing, or both until stopped."""

from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import TYPE_CHECKING, Annotated

import typer

from scheduler.attempts import Delivered, Refused
from scheduler.channel_kinds import ChannelKind
from scheduler.cli.open import now, open_configuration, open_telling, telling_parts
from scheduler.cli.options import DryRun, Json
from scheduler.cli.outbox import print_waiting, waiting_json
from scheduler.cli.output import complain, in_words, print_json, say, show
from scheduler.cli.words import WORDS
from scheduler.service.telling_words import outcome_name
from scheduler.settings import Visibility

if TYPE_CHECKING:
    from scheduler.cli.running import Publisher, Teller
    from scheduler.settings import Settings

remind_app = typer.Typer(add_completion=False)
run_app = typer.Typer(add_completion=False)
serve_app = typer.Typer(add_completion=False)
up_app = typer.Typer(add_completion=False)
test_app = typer.Typer(add_completion=False)
COMMANDS = {"remind": remind_app, "run": run_app, "serve": serve_app, "up": up_app, "test": test_app}

Now = Annotated[
    str | None,
    typer.Option(
        "--now", metavar="INSTANT", help="Take this for the present, such as 2026-11-25T16:00+07:00."
    ),
]


@remind_app.command("remind")
def remind(ctx: typer.Context, at: Now = None, dry_run: DryRun = False, as_json: Json = False) -> None:
    """Send what is due, once, and exit: for cron, and to see what would be sent."""
    instant = parse_instant(at) if at else None
    with open_telling(ctx, instant) as service:
        words = WORDS[service.settings.language]
        if dry_run:
            waiting = service.upcoming()
            if as_json:
                print_json([waiting_json(one) for one in waiting])
            elif waiting:
                until = service.clock() + timedelta(days=7)
                show(
                    words["would tell"].format(
                        count=len(waiting), until=until.astimezone(service.settings.timezone)
                    )
                )
                print_waiting(waiting, service.settings.language, service.settings.timezone)
            else:
                show(words["nothing to tell"])
            return
        tally = service.remind()
        waiting_again = service.unsettled()
    if as_json:
        print_json(
            [{"channel": channel, "kind": kind, "count": count} for channel, kind, count in tally.rows()]
        )
    elif tally.rows() or waiting_again:
        sent, failed = sum(tally.sent.values()), sum(tally.failed.values())
        say(words["told"].format(sent=sent, waiting=waiting_again, failed=failed))
    else:
        say(words["nothing to tell"])
    if tally.failed or waiting_again:
        raise typer.Exit(4)


@run_app.command("run")
def run(ctx: typer.Context) -> None:
    """Remind people until stopped."""
    from scheduler.cli.running import reread

    _set_up_log(ctx)
    with ExitStack() as stack:
        teller = _teller(ctx, stack)
        words = WORDS[teller.service.settings.language]
        say(words["running"])
        teller.clock(lambda: reread(ctx, teller)).run()
    say(words["stopped"])


@serve_app.command("serve")
def serve(ctx: typer.Context) -> None:
    """Publish feeds and pages until stopped."""
    from scheduler.cli.running import reread_pages

    _set_up_log(ctx)
    with ExitStack() as stack:
        publisher = _publisher(ctx, stack)
        words = WORDS[publisher.settings.language]
        server = publisher.server()
        _say_where(publisher.settings)
        server.run(hang_up=lambda: reread_pages(ctx, publisher))
    say(words["stopped"])


@up_app.command("up")
def up(ctx: typer.Context) -> None:
    """Both: publish feeds and pages, and remind people, until stopped."""
    from scheduler.cli.running import reread

    _set_up_log(ctx)
    with ExitStack() as stack:
        teller = _teller(ctx, stack)
        publisher = _publisher(ctx, stack)
        words = WORDS[publisher.settings.language]
        server = publisher.server()
        serving = Thread(target=server.run, name="serve", daemon=True)
        serving.start()
        _say_where(publisher.settings)
        say(words["running"])
        try:
            teller.clock(lambda: reread(ctx, teller, publisher)).run()
        finally:
            server.should_exit = True
            serving.join(timeout=15)
    say(words["stopped"])


@test_app.command("test")
def test(
    ctx: typer.Context,
    channel: Annotated[
        str, typer.Argument(help="email, zalo (the bot), zalo_bot, zalo_oa, webhook or console.")
    ],
    address: Annotated[str, typer.Argument(help="An e-mail address, a chat or user id, a webhook's name.")],
) -> None:
    """Send one real message, and explain what came of it."""
    try:
        kind = ChannelKind("zalo_bot" if channel == "zalo" else channel)
    except ValueError:
        raise typer.BadParameter(f"{channel!r} is none of {', '.join(ChannelKind)}") from None
    with open_telling(ctx) as service:
        words = WORDS[service.settings.language]
        outcome = service.send_test(kind, address, words["test text"])
    if isinstance(outcome, Delivered):
        show(words["test sent"].format(channel=kind.value, address=address, receipt=outcome.receipt or "ok"))
        return
    came = outcome_name(type(outcome).__name__, service.settings.language)
    # The reason by itself: within a sentence of ours its beginning could not be told.
    complain(f"{kind.value} → {address}: {came}: {in_words(outcome.reason)}")
    advice = type(outcome).__name__
    if isinstance(outcome, Refused) and kind is ChannelKind.WEBHOOK:
        advice = "Refused by a webhook"
    elif isinstance(outcome, Refused) and not outcome.recipient_gone:
        advice = "Refused for another reason"
    complain(words["test advice"][advice].format(address=address))
    raise typer.Exit(4)


def parse_instant(text: str) -> datetime:
    """An instant with a zone, in UTC; typer.BadParameter for anything else."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no instant; write 2026-11-25T16:00+07:00") from None
    if instant.tzinfo is None:
        raise typer.BadParameter(f"{text!r} names no zone; write 2026-11-25T16:00+07:00")
    return instant.astimezone(UTC)


def _teller(ctx: typer.Context, stack: ExitStack) -> "Teller":
    from scheduler.cli.running import Teller

    teller = Teller(stack.enter_context(open_telling(ctx)))
    stack.callback(teller.stop)
    teller.start()
    return teller


def _publisher(ctx: typer.Context, stack: ExitStack) -> "Publisher":
    from scheduler.cli.running import Publisher
    from scheduler.service.office import OfficeServices

    settings, policy, channels, _ = telling_parts(ctx)
    services = stack.enter_context(OfficeServices.opened(settings, policy, channels, now))
    if link := services.access.first_link(now()):
        url = f"{settings.web.public_url.rstrip('/')}/first/{link}"
        say(WORDS[settings.language]["first run"].format(url=url))
    return Publisher(services, stack)


def _say_where(settings: "Settings") -> None:
    words = WORDS[settings.language]
    for calendar in settings.calendars:
        key = "serving" if calendar.visibility is Visibility.PUBLIC else "serving-inside"
        say(words[key].format(url=settings.web.public_url.rstrip("/"), slug=calendar.slug))


def _set_up_log(ctx: typer.Context) -> None:
    from scheduler.cli.log import set_up_log

    configuration = open_configuration(ctx)
    set_up_log(configuration.settings().log, configuration.redactor())
