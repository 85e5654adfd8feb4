"""`sched review`: what waits for a person, by keyboard one after another or by a command each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from calendars.errors import CalendarsError
from calendars.marks import Status
from calendars.phrasing import phrase
from calendars.programme import Entry
from scheduler.cli.importing import print_changes
from scheduler.cli.open import now, open_revising, who
from scheduler.cli.options import Calendar, Groups, Json
from scheduler.cli.output import in_words, print_json, show
from scheduler.cli.words import WORDS
from scheduler.errors import SchedulerError
from scheduler.service.doubts import reason_words

if TYPE_CHECKING:
    from scheduler.service.revising import Proposal, RevisionService, Settled

review_app = typer.Typer(add_completion=False, help="Settle what waits for a person.")
COMMANDS = {"review": review_app}

As = Annotated[
    str | None, typer.Option("--as", metavar="UID|new", help="The event that it is, or new for none.")
]
Title = Annotated[str | None, typer.Option("--title", help="The title as it should be.")]
Time = Annotated[
    str | None, typer.Option("--when", metavar="PHRASE", help='The time, such as "8h00 ngày 26/11/2026".')
]
Place = Annotated[str | None, typer.Option("--place", help="The place.")]


@review_app.callback(invoke_without_command=True)
def review(ctx: typer.Context, calendar: Calendar = None, as_json: Json = False) -> None:
    """Go through what waits, one after another: accept, edit, reject, merge with another event, leave, quit."""
    if ctx.invoked_subcommand is not None:
        return
    if as_json:
        list_waiting(ctx, calendar, as_json=True)
        return
    with open_revising(ctx) as service:
        waiting = service.proposals(calendar)
        language = service.settings.language
        if not waiting:
            show(WORDS[language]["nothing waits"])
        for number, proposal in enumerate(waiting, start=1):
            show(f"[{number}/{len(waiting)}]")
            if not _settle_by_keyboard(service, proposal, language):
                return


@review_app.command("list")
def list_waiting(ctx: typer.Context, calendar: Calendar = None, as_json: Json = False) -> None:
    """What waits, each with its passage, why it waits and the events that it may be."""
    with open_revising(ctx) as service:
        waiting = service.proposals(calendar)
        language = service.settings.language
        if as_json:
            from scheduler.service.revising import proposal_json

            print_json([proposal_json(proposal) for proposal in waiting])
            return
        if not waiting:
            show(WORDS[language]["nothing waits"])
        for proposal in waiting:
            _print_proposal(proposal, None, None, service, language)


@review_app.command("accept")
def accept(
    ctx: typer.Context,
    number: int,
    event: As = None,
    title: Title = None,
    time: Time = None,
    place: Place = None,
    group: Groups = None,
) -> None:
    """Put what waits on the calendar, corrected where options say so."""
    _accept(ctx, number, event, title, time, place, group)


@review_app.command("edit")
def edit(
    ctx: typer.Context,
    number: int,
    title: Title = None,
    time: Time = None,
    place: Place = None,
    group: Groups = None,
    event: As = None,
) -> None:
    """Correct what waits and put it on the calendar so."""
    if title is None and time is None and place is None and not group:
        raise typer.BadParameter("say what is to be different: --title, --when, --place or --group")
    _accept(ctx, number, event, title, time, place, group)


@review_app.command("merge")
def merge(
    ctx: typer.Context,
    number: int,
    uid: Annotated[str, typer.Argument(help="The event that it is, as `sched list --ids` shows it.")],
    title: Title = None,
    time: Time = None,
    place: Place = None,
    group: Groups = None,
) -> None:
    """Say that what waits is an event on the calendar, and change that one by it."""
    _accept(ctx, number, uid, title, time, place, group)


def _accept(
    ctx: typer.Context,
    number: int,
    event: str | None,
    title: str | None,
    time: str | None,
    place: str | None,
    group: Sequence[str] | None,
) -> None:
    with open_revising(ctx) as service:
        proposal = service.proposal(number)
        entries = service.corrected(
            proposal.entries, proposal.programme, title=title, when=time, location=place, groups=group or None
        )
        settled = service.accept(number, answer=event, entries=entries, now=now(), by=who())
        _print_settled(settled, service.settings.language)


@review_app.command("reject")
def reject(ctx: typer.Context, number: int) -> None:
    """Leave what waits off the calendar."""
    with open_revising(ctx) as service:
        service.reject(number, now=now(), by=who())
        show(WORDS[service.settings.language]["rejected"].format(number=number))


def _settle_by_keyboard(service: "RevisionService", proposal: "Proposal", language: str) -> bool:
    """Ask about one proposal until it is settled or left; False to stop."""
    words = WORDS[language]
    entries: Sequence[Entry] | None = None
    answer: str | None = None
    while True:
        _print_proposal(proposal, entries, answer, service, language)
        try:
            key = typer.prompt(words["review keys"], default="s", show_default=False).strip().lower()
        except typer.Abort:
            return False
        try:
            match key[:1]:
                case "a" | "d":
                    _print_settled(
                        service.accept(proposal.number, answer=answer, entries=entries, now=now(), by=who()),
                        language,
                    )
                    return True
                case "r" | "b":
                    service.reject(proposal.number, now=now(), by=who())
                    show(words["rejected"].format(number=proposal.number))
                    return True
                case "e":
                    entries = _ask_for_corrections(service, proposal, entries, language)
                case "m":
                    answer = typer.prompt(words["which event"]).strip() or None
                case "n":
                    answer = "new"
                case "q":
                    return False
                case _:
                    return True
        except (CalendarsError, SchedulerError) as error:
            show(f"! {in_words(str(error))}")


def _ask_for_corrections(
    service: "RevisionService", proposal: "Proposal", entries: Sequence[Entry] | None, language: str
) -> tuple[Entry, ...]:
    words = WORDS[language]
    entry = (entries or proposal.entries)[-1]
    title = typer.prompt(words["title"], default=entry.title)
    told = phrase(entry.when, language=language)
    time = typer.prompt(words["when"], default=told)
    place = typer.prompt(words["where"], default=entry.location or "", show_default=bool(entry.location))
    concerned = "; ".join(entry.groups or ())
    named = typer.prompt(words["groups"], default=concerned, show_default=bool(concerned))
    return service.corrected(
        entries or proposal.entries,
        proposal.programme,
        title=title,
        when=time if time != told else None,
        location=place,
        groups=[part.strip() for part in named.split(";") if part.strip()],
    )


def _print_proposal(
    proposal: "Proposal",
    entries: Sequence[Entry] | None,
    answer: str | None,
    service: "RevisionService",
    language: str,
) -> None:
    words = WORDS[language]
    show(f"#{proposal.number}  {proposal.programme.title or proposal.programme.source.name}")
    for entry in entries or proposal.entries:
        status = f" ({words[entry.status.value]})" if entry.status is not Status.CONFIRMED else ""
        show(f"  {entry.title}: {phrase(entry.when, language=language)}{status}")
        if entry.location:
            show(f"    {words['where']}: {entry.location}")
        if entry.groups:
            show(f"    {words['groups']}: {', '.join(entry.groups)}")
        for passage in entry.evidence:
            show(f"    {words['line']} {passage.line}: {' '.join(passage.text.split())}")
    show(f"  ? {reason_words(proposal.reason, language)}")
    for candidate in proposal.candidates:
        event = _event_line(service, str(candidate["uid"]), language)
        show(f"    {candidate['uid']}  {candidate['title']}{event}")
    if answer:
        show(f"  = {answer}")


def _event_line(service: "RevisionService", uid: str, language: str) -> str:
    event = service.find_event(uid)
    return f": {phrase(event.when, language=language)}" if event else ""


def _print_settled(settled: "Settled", language: str) -> None:
    if settled.revision is not None:
        print_changes(settled.revision.kept_changes, language)
    if settled.release is not None:
        show(WORDS[language]["accepted"].format(number=settled.proposal, release=settled.release.number))
