"""Who is told: people, their addresses, groups and what they follow; a code or a QR picture to link Zalo.

The audit log is given a person's id, never the name: so it names nobody who is no longer there.
"""

import json

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import BaseRoute

from calendars.errors import CalendarsError, UnknownEvent
from scheduler.channel_kinds import ChannelKind
from scheduler.errors import SchedulerError, Stale, UnknownCalendar, UnknownPerson
from scheduler.people import Address, Person
from scheduler.sentences import vietnamese
from scheduler.service.access import InvalidAccount, Role
from scheduler.service.grouping import UnknownGroup
from scheduler.service.people import InvalidPerson, InvalidRow, NewPerson
from scheduler.service.people_csv import UnreadableList
from scheduler.web.pages.account_words import account_words
from scheduler.web.pages.calendar import qr_code, webcal
from scheduler.web.pages.site import Visit, page

UNUSABLE = (InvalidPerson, UnknownCalendar, UnknownGroup, UnknownEvent)
"""What is raised for a person's details that cannot be taken."""
OFFERED = tuple(kind for kind in ChannelKind if kind is not ChannelKind.CONSOLE)


def people_routes() -> list[BaseRoute]:
    """The routes of people."""
    editor, administrator, post = Role.EDITOR, Role.ADMINISTRATOR, ("POST",)
    return [
        page("/people", people, name="people", role=editor),
        page("/people", add, name="add_person", methods=post, role=editor),
        page("/people/import", take_list, name="import_people", methods=post, role=editor, back="people"),
        page("/people/{id}", person, name="person", role=editor),
        page("/people/{id}", change, name="change_person", methods=post, role=editor),
        page("/people/{id}/remove", remove, name="remove_person", methods=post, role=editor, back="person"),
        page("/people/{id}/data", data, name="personal_data", role=administrator),
        page(
            "/people/{id}/erase", erase, name="erase_person", methods=post, role=administrator, back="person"
        ),
        page("/people/{id}/code", code, name="registration", methods=post, role=editor, back="person"),
        page("/people/{id}/feeds", add_feed, name="person_feed", methods=post, role=editor, back="person"),
        page(
            "/people/{id}/feeds/{feed}/revoke",
            revoke_feed,
            name="revoke_person_feed",
            methods=post,
            role=editor,
            back="person",
        ),
    ]


def people(visit: Visit) -> Response:
    """Everybody, by name."""
    erased = visit.request.query_params.get("erased")
    told = erased and (visit.site.notices.take(erased) or visit.site.told("Đã xoá hết dữ liệu cá nhân."))
    return _people_page(visit, done=told or "")


def _people_page(
    visit: Visit, status: int = 200, *, problems: tuple[str, ...] = (), done: str = ""
) -> Response:
    everybody = visit.services.people.everybody()
    wanted = visit.text("q").casefold()
    shown = [
        one
        for one in everybody
        if wanted in one.name.casefold() or any(wanted in group.casefold() for group in one.groups)
    ]
    return visit.page(
        "people.html",
        status,
        section="people",
        everybody=shown,
        count=len(everybody),
        groups=visit.services.people.groups(),
        problems=problems,
        done=done,
        q=visit.text("q"),
        typed=visit.text if problems and visit.request.method == "POST" else (lambda _: ""),
    )


def add(visit: Visit) -> Response:
    """A new person."""
    try:
        new = visit.services.people.add(_told(visit), visit.now)
    except UNUSABLE as error:
        return _people_page(visit, 422, problems=(person_words(visit, error),))
    visit.note("person-added", new.id)
    return visit.go("person", id=new.id)


def take_list(visit: Visit) -> Response:
    """A list of people as CSV."""
    files = visit.files("list")
    if not files:
        return _people_page(visit, 422, problems=(visit.site.told("Hãy chọn tệp CSV."),))
    name, data = files[0]
    try:
        result = visit.services.people.import_csv(data, name, visit.now)
    except (UnreadableList, InvalidRow) as error:
        return _people_page(visit, 422, problems=(_sentence(visit, str(error)),))
    visit.note("people-imported", name)
    problems = tuple(
        visit.site.told("Hàng {row}: {why}", row=row, why=_sentence(visit, why))
        for row, why in (*result.problems, *result.doubts)
    )
    done = visit.site.told(
        "Thêm {added} người, sửa {changed}, giữ nguyên {unchanged}.",
        added=len(result.added),
        changed=len(result.changed),
        unchanged=result.unchanged,
    )
    renamed = [
        visit.site.told("Đổi tên {before} thành {after}.", before=before, after=after)
        for before, after in result.renamed
    ]
    return _people_page(visit, problems=problems, done=" ".join([done, *renamed]))


def _sentence(visit: Visit, told: str) -> str:
    return told if visit.site.english is not None else vietnamese(told)


def person(visit: Visit) -> Response:
    """One person."""
    return _person_page(visit, _find(visit))


def _person_page(
    visit: Visit, one: Person, status: int = 200, *, problem: str = "", code: str = "", feed: str = ""
) -> Response:
    address = f"{visit.services.settings.web.public_url.rstrip('/')}/f/{feed}.ics" if feed else ""
    words = f"đăng ký {code}"
    return visit.page(
        "person.html",
        status,
        section="people",
        person=one,
        problem=problem,
        code=code,
        code_picture=qr_code(words, visit.site.told("Mã QR đăng ký")) if code else "",
        feeds=visit.services.tokens.feeds_of(person=one.id),
        feed=address,
        feed_picture=qr_code(webcal(address), visit.site.told("Mã QR của lịch")) if feed else "",
        offered=OFFERED,
    )


def change(visit: Visit) -> Response:
    """Add to, or take from, what is known of a person."""
    one = _find(visit)
    gone = [
        address for address in one.addresses if f"{address.channel}:{address.value}" in visit.chosen("remove")
    ]
    opted = {"1": True, "0": False}.get(visit.text("opted_out"))
    try:
        new = visit.services.people.change(
            one.id,
            visit.now,
            add=_told(visit),
            leave=visit.chosen("leave"),
            unfollow=visit.chosen("unfollow"),
            remove_addresses=gone,
            opted_out=opted,
        )
    except UNUSABLE as error:
        return _person_page(visit, one, 422, problem=person_words(visit, error))
    visit.note("person-changed", new.id)
    return visit.go("person", id=new.id)


def remove(visit: Visit) -> Response:
    """Forget a person."""
    gone = visit.services.people.remove(_find(visit).id, visit.now)
    visit.note("person-removed", gone.id)
    return visit.go("people")


def data(visit: Visit) -> Response:
    """All that is kept of a person, as a JSON file for the person who asks."""
    one = _find(visit)
    found = visit.services.personal_data.export(one.id, visit.now)
    visit.note("person-exported", one.id)
    body = json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    headers = {
        "content-disposition": f'attachment; filename="{one.id}.json"',
        "cache-control": "no-store",
    }
    return Response(body, media_type="application/json", headers=headers)


def erase(visit: Visit) -> Response:
    """Take a person out of every table, their account of the pages, too; the calendar stays whole."""
    one, told = _find(visit), visit.site.told
    if not visit.text("sure"):
        return _person_page(visit, one, 422, problem=told("Hãy đánh dấu là đã chắc chắn; chưa xoá gì."))
    try:
        erased = visit.services.personal_data.erase(one.id, visit.now, by=visit.by)
    except Stale:
        problem = told("Đang có tin gửi cho người này; chưa xoá gì. Hãy làm lại sau một phút.")
        return _person_page(visit, one, 409, problem=problem)
    except InvalidAccount as error:
        return _person_page(visit, one, 422, problem=account_words(visit, error))
    done = [told("Đã xoá hết dữ liệu cá nhân; chỗ của người ấy nay ghi {alias}.", alias=erased.alias)]
    if erased.mentions:
        titles = "; ".join(erased.mentions[:5])
        done.append(
            told(
                "Văn bản của cơ quan còn nêu tên ở {count} việc: {titles}.",
                count=len(erased.mentions),
                titles=titles,
            )
        )
    done.append(told("Các bản sao lưu cũ vẫn còn; hãy để chúng hết hạn."))
    return visit.go("people", query={"erased": visit.site.notices.leave(" ".join(done))})


def code(visit: Visit) -> Response:
    """A code by which the person links their Zalo."""
    one = _find(visit)
    return _person_page(visit, one, code=visit.services.people.registration_code(one.id, visit.now))


def add_feed(visit: Visit) -> Response:
    """A personal feed of what the person follows; its address is shown this once."""
    one = _find(visit)
    feed = visit.services.tokens.add_feed(now=visit.now, name=one.name, person=one.id)
    visit.note("feed-made", one.id)
    return _person_page(visit, one, feed=feed)


def revoke_feed(visit: Visit) -> Response:
    """Take a person's feed back."""
    one = _find(visit)
    if visit.services.tokens.revoke_feed(one.id, visit.request.path_params["feed"], now=visit.now):
        visit.note("feed-revoked", one.id)
    return visit.go("person", id=one.id)


def _find(visit: Visit) -> Person:
    try:
        return visit.services.people.find(visit.request.path_params["id"])
    except UnknownPerson:
        raise HTTPException(404) from None


def _told(visit: Visit) -> NewPerson:
    addresses = []
    for kind in OFFERED:
        if value := visit.text(kind.value):
            phone = visit.text("phone") or None if kind is ChannelKind.ZALO_OA else None
            addresses.append(Address(kind, value, phone))
    groups = tuple(group.strip() for group in visit.text("groups").split(";") if group.strip())
    return NewPerson(
        name=visit.text("name"), addresses=tuple(addresses), groups=groups, follows=visit.chosen("follows")
    )


def person_words(visit: Visit, error: SchedulerError | CalendarsError) -> str:
    """What is wrong with a person's details, for the reader."""
    told = str(error)
    if "needs a name" in told:
        return visit.site.told("Hãy điền họ tên.")
    if "e-mail" in told:
        return visit.site.told("Địa chỉ thư điện tử không đúng dạng.")
    if "phone" in told:
        return visit.site.told("Số điện thoại không đúng dạng; hãy viết như 0912345678.")
    return visit.site.sentence(told)
