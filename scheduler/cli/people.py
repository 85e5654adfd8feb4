"""`sched people`: who is told, by which ways, and what they follow."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from calendars.changes import Change
from calendars.phrasing import phrase
from calendars.same_names import forms, same_to_the_eye
from scheduler.channel_kinds import ChannelKind
from scheduler.cli.open import now, open_binding, open_people, settings_of, who
from scheduler.cli.options import DryRun, Json, Yes
from scheduler.cli.output import agreed, complain, print_json, say, show
from scheduler.cli.table import Column, print_table
from scheduler.cli.words import WORDS
from scheduler.people import Address, Person
from scheduler.service.people import NewPerson

people_app = typer.Typer(
    add_completion=False, help="Who is told, by which ways, and what they follow.", no_args_is_help=True
)
COMMANDS = {"people": people_app}

Email = Annotated[list[str] | None, typer.Option("--email", metavar="ADDRESS", help="An e-mail address.")]
ZaloBot = Annotated[
    str | None, typer.Option("--zalo-bot", metavar="CHAT_ID", help="The chat with the Zalo bot.")
]
ZaloOa = Annotated[
    str | None, typer.Option("--zalo-oa", metavar="USER_ID", help="The user id at the Official Account.")
]
Phone = Annotated[
    str | None, typer.Option("--phone", metavar="84...", help="The phone, for Zalo's template messages.")
]
Webhook = Annotated[str | None, typer.Option("--webhook", metavar="NAME", help="A webhook of config.toml.")]
Console = Annotated[bool, typer.Option("--console", help="Print this person's messages on the console.")]
Addresses = Annotated[
    list[str] | None,
    typer.Option(
        "--address", metavar="CHANNEL=VALUE", help="An address for any channel; may be given again."
    ),
]
Groups = Annotated[
    list[str] | None, typer.Option("--group", metavar="G", help="A group; may be given again.")
]
Follows = Annotated[
    list[str] | None,
    typer.Option(
        "--follow",
        metavar="SLUG",
        help="A calendar, * for all, group:NAME or event:UID; may be given again.",
    ),
]


@people_app.command("add")
def add(
    ctx: typer.Context,
    name: str,
    email: Email = None,
    zalo_bot: ZaloBot = None,
    zalo_oa: ZaloOa = None,
    phone: Phone = None,
    webhook: Webhook = None,
    console: Console = False,
    address: Addresses = None,
    group: Groups = None,
    follow: Follows = None,
) -> None:
    """Add somebody who is to be told."""
    addresses = _addresses(name, email, zalo_bot, zalo_oa, phone, webhook, address, console=console)
    new = NewPerson(name=name, addresses=addresses, groups=tuple(group or ()), follows=tuple(follow or ()))
    with open_people(ctx) as service:
        _print_person(service.add(new, now()), service.settings.language)
    _tell_unbound(ctx, new.groups)


@people_app.command("list")
def list_people(ctx: typer.Context, as_json: Json = False) -> None:
    """Everybody who is told."""
    with open_people(ctx) as service:
        people = service.everybody()
        words = WORDS[service.settings.language]
    if as_json:
        print_json([_json(person) for person in people])
        return
    if not people:
        show(words["nobody"])
        return
    headings = ("name", "addresses", "groups", "follows", "id")
    rows = [
        (
            person.name + (f" ({words['opted out']})" if person.opted_out else ""),
            "\n".join(f"{address.channel.value} {address.value}" for address in person.addresses),
            "\n".join(person.groups),
            "\n".join(str(follow) for follow in person.follows),
            person.id,
        )
        for person in people
    ]
    print_table([Column(words[heading], 10, grows=True) for heading in headings], rows)


@people_app.command("change")
def change(
    ctx: typer.Context,
    name: str,
    email: Email = None,
    zalo_bot: ZaloBot = None,
    zalo_oa: ZaloOa = None,
    phone: Phone = None,
    webhook: Webhook = None,
    console: Console = False,
    address: Addresses = None,
    group: Groups = None,
    follow: Follows = None,
    leave: Annotated[list[str] | None, typer.Option("--leave", metavar="G", help="A group to leave.")] = None,
    unfollow: Annotated[
        list[str] | None, typer.Option("--unfollow", metavar="SLUG", help="Follow it no more.")
    ] = None,
    remove_address: Annotated[
        list[str] | None,
        typer.Option(
            "--remove-address",
            metavar="CHANNEL[:VALUE]",
            help="An address to take away, or all of a channel; may be given again.",
        ),
    ] = None,
    first: Annotated[
        ChannelKind | None,
        typer.Option("--first", metavar="CHANNEL", help="The channel to be tried before the others."),
    ] = None,
    silent: Annotated[
        bool | None, typer.Option("--silent/--told", help="Stop all messages, or take them up again.")
    ] = None,
) -> None:
    """Add addresses, groups or calendars to somebody, or take them away."""
    addresses = _addresses(name, email, zalo_bot, zalo_oa, phone, webhook, address, console=console)
    added = NewPerson(name=name, addresses=addresses, groups=tuple(group or ()), follows=tuple(follow or ()))
    with open_people(ctx) as service:
        person = service.change(
            name,
            now(),
            add=added,
            leave=leave or (),
            unfollow=unfollow or (),
            forget=remove_address or (),
            first=first,
            opted_out=silent,
        )
        _print_person(person, service.settings.language)
    _tell_unbound(ctx, added.groups)


@people_app.command("groups")
def groups(
    ctx: typer.Context,
    bind: Annotated[
        bool, typer.Option("--bind", help="Give the events to come the groups that they name.")
    ] = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """The groups, and how many events to come name one and do not bear it, as it was made known after them."""
    with open_binding(ctx) as service:
        at, language = now(), service.settings.language
        slugs = [calendar.slug for calendar in service.settings.calendars] if bind else []
        done = [service.bind(slug, by=who(), now=at, keep=not dry_run) for slug in slugs]
        members, unbound = service.members(), service.unbound(at)
    if as_json:
        rows = [
            {"group": name, "people": count, "unbound": unbound.get(name, 0)}
            for name, count in members.items()
        ]
        print_json({"groups": rows, "bound": [one.to_json() for one in done if one.changes]})
        return
    words = WORDS[language]
    for one in done:
        _print_bound(one.changes, language)
        if one.changes:
            show(words["dry run"] if dry_run else words["kept by hand"].format(release=one.release))
    if not members:
        show(words["no groups"])
        return
    cells = [(name, str(count), str(unbound.get(name, 0))) for name, count in members.items()]
    print_table([Column(words[heading]) for heading in ("groups", "members", "unbound")], cells)


def _print_bound(changes: Sequence[Change], language: str) -> None:
    """The events that are given groups, with all that they then bear."""
    words = WORDS[language]
    columns = [
        Column(words["title"], 24, grows=True),
        Column(words["when"], 16, grows=True),
        Column(words["groups"]),
    ]
    rows = [
        (one.after.title, phrase(one.after.when, language=language), ", ".join(one.after.groups))
        for one in changes
    ]
    if rows:
        print_table(columns, rows)


def _tell_unbound(ctx: typer.Context, names: Sequence[str]) -> None:
    """Say how many events named a group before it was known, so that somebody can bind them."""
    if not names:
        return
    with open_binding(ctx) as service:
        words = WORDS[service.settings.language]
        for group, count in service.unbound(now()).items():
            if same_to_the_eye(group) in forms(names):
                say(words["unbound groups"].format(count=count, group=group))


@people_app.command("remove")
def remove(ctx: typer.Context, name: str) -> None:
    """Forget somebody; what waits for them is not sent."""
    with open_people(ctx) as service:
        person = service.remove(name, now())
        show(WORDS[service.settings.language]["forgotten"].format(name=person.name))


@people_app.command("import")
def import_people(ctx: typer.Context, file: Path) -> None:
    """Take in a CSV file: name, email, zalo_bot, zalo_oa, phone, webhook, groups, follows (lists separated by ;)."""
    with open_people(ctx) as service:
        result = service.import_csv(file.read_bytes(), file.name, now())
        words = WORDS[service.settings.language]
    show(
        words["people imported"].format(
            added=len(result.added), changed=len(result.changed), unchanged=result.unchanged
        )
    )
    for before, after in result.renamed:
        show(f"  {words['renamed'].format(before=before, after=after)}")
    for row, doubt in result.doubts:
        complain(f"{file.name}, {words['row']} {row}: {doubt}")
    for row, problem in result.problems:
        complain(f"{file.name}, {words['row']} {row}: {problem}")
    if result.problems:
        raise typer.Exit(4)


Login = Annotated[
    str | None,
    typer.Option(
        "--account",
        metavar="LOGIN",
        help="The person's account on the pages, where its login is no address of theirs.",
    ),
]


@people_app.command("export")
def export(
    ctx: typer.Context,
    name: str,
    account: Login = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it there; never overwrites.")
    ] = None,
) -> None:
    """All that is kept of one person, as JSON, for the person who asks (Decree 13/2023/NĐ-CP)."""
    from scheduler.service.personal_data import PersonalDataService

    with PersonalDataService.opened(settings_of(ctx).database) as service:
        found = service.export(name, now(), login=account)
    if output is None:
        print_json(found)
        return
    with output.open("x", encoding="utf-8") as file:
        file.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    output.chmod(0o600)


@people_app.command("erase")
def erase(
    ctx: typer.Context, name: str, account: Login = None, yes: Yes = False, dry_run: DryRun = False
) -> None:
    """Erase all data of one person; the calendar stays whole. Asks before it does (Decree 13/2023/NĐ-CP)."""
    from scheduler.service.personal_data import PersonalDataService

    settings = settings_of(ctx)
    words = WORDS[settings.language]
    with PersonalDataService.opened(settings.database) as service:
        found = service.export(name, now(), login=account)
        for part, rows in found.items():
            if isinstance(rows, list) and rows and part != "mentions":
                say(f"  {part}: {len(rows)}")
        if dry_run:
            show(words["erase dry run"].format(name=found["name"]))
            return
        if not yes and not agreed(words["erase this"].format(name=found["name"])):
            complain(words["nothing was changed"])
            raise typer.Exit(4)
        erased = service.erase(name, now(), login=account, by=who())
    show(words["erased"].format(name=erased.name, alias=erased.alias))
    if erased.mentions:
        titles = "; ".join(erased.mentions[:5])
        show(words["mentioned"].format(count=len(erased.mentions), titles=titles))
    show(words["backups remain"])
    if not erased.compacted:
        complain(words["not compacted"])
        raise typer.Exit(4)


@people_app.command("link")
def link(ctx: typer.Context, name: str) -> None:
    """A code that the person sends to the office's Zalo to be linked."""
    with open_people(ctx) as service:
        code = service.registration_code(name, now())
        show(WORDS[service.settings.language]["link code"].format(code=code))


def _addresses(
    name: str,
    email: list[str] | None,
    zalo_bot: str | None,
    zalo_oa: str | None,
    phone: str | None,
    webhook: str | None,
    further: list[str] | None,
    *,
    console: bool,
) -> tuple[Address, ...]:
    found = []
    if zalo_bot:
        found.append(Address(ChannelKind.ZALO_BOT, zalo_bot))
    if zalo_oa or phone:
        found.append(Address(ChannelKind.ZALO_OA, zalo_oa or phone or "", phone))
    found += [Address(ChannelKind.EMAIL, address) for address in email or ()]
    if webhook:
        found.append(Address(ChannelKind.WEBHOOK, webhook))
    if console:
        found.append(Address(ChannelKind.CONSOLE, name))
    for text in further or ():
        channel, _, value = text.partition("=")
        if channel not in tuple(ChannelKind) or not value:
            raise typer.BadParameter(
                f"{text!r} is no address; write CHANNEL=VALUE, a channel of {', '.join(ChannelKind)}"
            )
        found.append(Address(ChannelKind(channel), value))
    return tuple(found)


def _print_person(person: Person, language: str) -> None:
    words = WORDS[language]
    show(f"{person.name}  ({person.id})")
    for address in person.addresses:
        show(f"  {address.channel.value}: {address.value}")
    if person.groups:
        show(f"  {words['groups']}: {', '.join(person.groups)}")
    if person.follows:
        named = (str(follow) for follow in person.follows)
        show(f"  {words['follows']}: {', '.join(named)}")
    if not person.addresses:
        show(f"  ! {words['no address']}")
    if not person.follows and not person.groups:
        show(f"  ! {words['follows nothing']}")


def _json(person: Person) -> dict[str, object]:
    return {
        "id": person.id,
        "name": person.name,
        "addresses": [
            {"channel": address.channel.value, "value": address.value, "phone": address.phone}
            for address in person.addresses
        ],
        "groups": list(person.groups),
        "follows": [
            {"calendar": follow.calendar, "group": follow.group, "event": follow.event}
            for follow in person.follows
        ],
        "opted_out": person.opted_out,
    }
