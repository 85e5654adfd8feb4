"""`sched remind`, `run`, `serve`, `up`, `test`: telling people, publishing, or both until stopped."""

from contextlib import ExitStack
from datetime import UTC, datetime, time, timedelta
from threading import Thread
from typing import TYPE_CHECKING, Annotated

import typer

from scheduler.attempts import Delivered
from scheduler.channel_kinds import ChannelKind
from scheduler.cli.open import now, open_configuration, open_telling, settings_of, telling_parts
from scheduler.cli.options import DryRun, Json
from scheduler.cli.outbox import print_waiting, waiting_json
from scheduler.cli.output import complain, in_words, print_json, say, show
from scheduler.cli.words import WORDS
from scheduler.service.telling_words import outcome_name
from scheduler.settings import Visibility

if TYPE_CHECKING:
    from scheduler.clock import Clock
    from scheduler.service.telling import Delivery, TellingService
    from scheduler.settings import Settings
    from scheduler.web.server import Server

remind_app = typer.Typer(add_completion=False)
run_app = typer.Typer(add_completion=False)
serve_app = typer.Typer(add_completion=False)
up_app = typer.Typer(add_completion=False)
test_app = typer.Typer(add_completion=False)
COMMANDS = {"remind": remind_app, "run": run_app, "serve": serve_app, "up": up_app, "test": test_app}

PLAN_EVERY = timedelta(hours=1)
PLAN_AT = time(0, 5)
PLANNING_PART = 0.02
FORGET_AT = time(3, 10)
INBOX_EVERY = timedelta(seconds=5)

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
    _set_up_log(ctx)
    with ExitStack() as stack:
        clock, settings = _clock(ctx, stack)
        say(WORDS[settings.language]["running"])
        clock.run()
    say(WORDS[settings.language]["stopped"])


@serve_app.command("serve")
def serve(ctx: typer.Context) -> None:
    """Publish feeds and pages until stopped."""
    _set_up_log(ctx)
    with ExitStack() as stack:
        settings = settings_of(ctx)
        server = _server(ctx, stack)
        _say_where(settings)
        server.run()
    say(WORDS[settings.language]["stopped"])


@up_app.command("up")
def up(ctx: typer.Context) -> None:
    """Both: publish feeds and pages, and remind people, until stopped."""
    _set_up_log(ctx)
    with ExitStack() as stack:
        clock, settings = _clock(ctx, stack)
        server = _server(ctx, stack)
        serving = Thread(target=server.run, name="serve", daemon=True)
        serving.start()
        _say_where(settings)
        say(WORDS[settings.language]["running"])
        try:
            clock.run()
        finally:
            server.should_exit = True
            serving.join(timeout=15)
    say(WORDS[settings.language]["stopped"])


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
    complain(words["test advice"][type(outcome).__name__])
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


def _clock(ctx: typer.Context, stack: ExitStack) -> "tuple[Clock, Settings]":
    from scheduler.clock import Clock, Sparing, Tick

    service = stack.enter_context(open_telling(ctx))
    service.plan()
    current = service  # replaced when the configuration is read again
    ticks = [
        Tick("plan", Sparing(lambda _now: current.plan(), PLANNING_PART), every=PLAN_EVERY),
        Tick("plan-daily", lambda _now: current.plan(), daily=PLAN_AT),
        Tick("forget", lambda _now: current.forget(), daily=FORGET_AT),
    ]
    if any(calendar.inbox for calendar in service.settings.calendars):
        from scheduler.service.importing import ImportService
        from scheduler.service.inbox import Inbox

        inbox = Inbox(ImportService(service.database, service.settings, service.policy))
        ticks.append(Tick("inbox", inbox.look, every=INBOX_EVERY))

    hearing = ExitStack()
    stack.callback(hearing.close)
    _hear(current, hearing)

    def reload() -> "Delivery":
        nonlocal current
        current = current.again(*telling_parts(ctx))
        hearing.close()
        _hear(current, hearing)
        current.plan()
        current.resume()
        return current.delivery()

    clock = Clock(
        service.database, service.delivery(), ticks=ticks, reload=reload, zone=service.settings.timezone
    )
    return clock, service.settings


def _hear(service: "TellingService", stack: ExitStack) -> None:
    """Ask for what people write to the bot, where the configuration says so, until the stack is closed."""
    if getattr(service.channels.get(ChannelKind.ZALO_BOT), "poll", False):
        from scheduler.service.listening import BotListener

        listener = BotListener(service)
        stack.callback(listener.stop)
        listener.start()


def _server(ctx: typer.Context, stack: ExitStack) -> "Server":
    from scheduler.service.feed_clients import FeedClients
    from scheduler.service.office import OfficeServices
    from scheduler.telling_config import channel_settings, policy
    from scheduler.web.app import create_app
    from scheduler.web.pages import pages
    from scheduler.web.server import make_server

    configuration = open_configuration(ctx)
    settings = configuration.settings()
    opened = OfficeServices.opened(settings, policy(configuration), channel_settings(configuration), now)
    services = stack.enter_context(opened)
    if link := services.access.first_link(now()):
        url = f"{settings.web.public_url.rstrip('/')}/first/{link}"
        say(WORDS[settings.language]["first run"].format(url=url))
    routes, middleware = pages(services)
    clients = FeedClients(services.serving.database, now)
    stack.callback(clients.close)
    app = create_app(services.serving, pages=routes, middleware=middleware, saw=clients.saw)
    return make_server(app, settings.web.host, settings.web.port)


def _say_where(settings: "Settings") -> None:
    words = WORDS[settings.language]
    for calendar in settings.calendars:
        key = "serving" if calendar.visibility is Visibility.PUBLIC else "serving-inside"
        say(words[key].format(url=settings.web.public_url.rstrip("/"), slug=calendar.slug))


def _set_up_log(ctx: typer.Context) -> None:
    from scheduler.cli.log import set_up_log

    configuration = open_configuration(ctx)
    set_up_log(configuration.settings().log, configuration.redactor())
