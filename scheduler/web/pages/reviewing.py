"""A draft under review: the document with its passages marked beside the entries; corrections; comparison; release.

What is hard is that nothing typed may be lost: a correction that cannot be understood, or that comes after somebody
else's, is shown again in its form beside the draft as it stands now.
"""

import re
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute

from calendars.changes import Change
from calendars.errors import UnknownEvent, UnusableWords
from calendars.events import reach, time_of
from calendars.marks import Category, Status
from calendars.when import Day, When
from scheduler.errors import Stale
from scheduler.service.access import Role
from scheduler.service.corrections import NoTimeInText
from scheduler.service.drafting import (
    TEXT_FIELDS,
    Comparison,
    Draft,
    DraftState,
    Turn,
    Verdict,
)
from scheduler.service.grouping import UnknownGroup
from scheduler.service.leaves import leaf_of, leaf_with
from scheduler.service.merging import wholes_for
from scheduler.service.passages import has_places, sheets_of
from scheduler.service.pictures import has_pictures
from scheduler.web.pages.site import Visit, page

HUES = 8
MOST_CHIPS = 6
MOST_TO_CHECK = 30
FEW = 8
"""So many names are shown openly; more are folded."""
NUMBER = re.compile(r"[0-9]{1,9}")
VIEWS = ("pages", "text")
NOT_UNDERSTOOD = "Chưa hiểu thời gian này. Ví dụ viết được: 14h00 ngày 24/11/2026; chiều thứ Sáu hằng tuần."
UNKNOWN_GROUP = "Không có nhóm nào tên như vậy. Nhóm phải có người trong đó, hoặc có tên trong config.toml."
GONE = "Việc đã chọn không còn trên lịch. Hãy xem lại rồi chọn việc khác, hoặc là việc mới."
FIELDS = ("title", "when", "category", "status", *TEXT_FIELDS, "groups")


def reviewing_routes() -> list[BaseRoute]:
    """The routes of drafts. Editors correct, approvers release."""
    return [
        page("/drafts/{id}", show_draft, name="draft", role=Role.EDITOR),
        page(
            "/drafts/{id}/entries/{number:int}",
            change_entry,
            name="change_entry",
            methods=("POST",),
            role=Role.EDITOR,
            back="draft",
        ),
        page("/drafts/{id}/entries/{number:int}/merge", choose_whole, name="merge", role=Role.EDITOR),
        page("/drafts/{id}/pages/{number:int}", picture, name="draft_page", role=Role.EDITOR),
        page("/drafts/{id}/compare", compare, name="compare", role=Role.EDITOR),
        page(
            "/drafts/{id}/release",
            release,
            name="release",
            methods=("POST",),
            role=Role.APPROVER,
            back="draft",
        ),
        page(
            "/drafts/{id}/discard", discard, name="discard", methods=("POST",), role=Role.EDITOR, back="draft"
        ),
    ]


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed for an entry and could not be kept: its number, the fields, and why."""

    number: int
    fields: dict[str, str]
    problem: str


def show_draft(visit: Visit) -> Response:
    """The document and its entries, side by side; of a calendar's file, which has none, the comparison."""
    draft = _draft(visit)
    return visit.go("compare", id=draft.id) if draft.is_calendar else _draft_page(visit, draft)


def picture(visit: Visit) -> Response:
    """A page of the document as it looks."""
    found = visit.services.drafts.picture(
        visit.request.path_params["id"], int(visit.request.path_params["number"])
    )
    if found is None:
        raise HTTPException(404)
    headers = {
        "cache-control": "private, max-age=3600",
        "content-security-policy": "default-src 'none'; sandbox",
    }
    return Response(found.content, media_type=found.media_type, headers=headers)


def change_entry(visit: Visit) -> Response:
    """One correction: save, accept, reject, reopen, merge, or say which event it is."""
    id_, number = visit.request.path_params["id"], int(visit.request.path_params["number"])
    typed = {name: visit.text(name) for name in FIELDS if name in visit.form}
    try:
        _act(visit, id_, number)
    except NoTimeInText:
        problem = visit.site.told(NOT_UNDERSTOOD)
        return _draft_page(visit, _draft(visit), Typed(number, typed, problem), status=422)
    except UnknownGroup:
        problem = visit.site.told(UNKNOWN_GROUP)
        return _draft_page(visit, _draft(visit), Typed(number, typed, problem), status=422)
    except UnusableWords as error:
        problem = visit.site.sentence(str(error))
        return _draft_page(visit, _draft(visit), Typed(number, typed, problem), status=422)
    except UnknownEvent:
        problem = visit.site.told(GONE)
        return _draft_page(visit, _draft(visit), Typed(number, typed, problem), status=409)
    except Stale:
        draft = _draft(visit)
        problem = visit.site.told(
            "{who} vừa sửa bản này. Dưới đây là bản mới nhất; những gì đồng chí gõ vẫn còn trong khung: "
            "hãy xem lại rồi lưu.",
            who=draft.changed_by,
        )
        return _draft_page(visit, draft, Typed(number, typed, problem), status=409)
    return RedirectResponse(_entry_path(visit, id_, number), 303)


def choose_whole(visit: Visit) -> Response:
    """Into which entry one is to be merged: those most like it first."""
    draft, number = _draft(visit), int(visit.request.path_params["number"])
    part = next((one for one in draft.entries if one.number == number), None)
    if part is None:
        raise HTTPException(404)
    back = _entry_path(visit, draft.id, number)
    if draft.state is not DraftState.OPEN or part.verdict is Verdict.MERGED:
        return RedirectResponse(back, 303)
    alike, others = wholes_for(draft.entries, part)
    return visit.page(
        "merge.html",
        section="import",
        draft=draft,
        part=part,
        alike=alike,
        others=others,
        back=back,
        view=_view(visit),
    )


def _entry_path(visit: Visit, id_: str, number: int) -> str:
    """The address of an entry on its leaf of the draft, with the view of the document that was chosen."""
    leaf = leaf_with(number)
    query = {"view": _view(visit), "leaf": leaf if leaf > 1 else ""}
    return f"{visit.url('draft', id=id_, query=query)}#e{number}"


def _view(visit: Visit) -> str:
    return visit.text("view") if visit.text("view") in VIEWS else ""


def _act(visit: Visit, id_: str, number: int) -> None:
    drafts = visit.services.drafts
    turn = _turn(visit)
    verdicts: dict[str, Verdict] = {
        "accept": Verdict.ACCEPTED,
        "reject": Verdict.REJECTED,
        "reopen": Verdict.OPEN,
    }
    action = visit.text("action")
    if action in verdicts:
        drafts.judge(id_, number, verdicts[action], turn)
    elif action == "merge":
        drafts.merge(id_, number, _number(visit.text("into")), turn)
    elif action == "answer":
        drafts.answer(id_, number, visit.text("uid"), turn)
    else:
        kept = drafts.get(id_).entry(number).entry
        when, shown = visit.text("when"), visit.text("when_shown")
        fields: dict[str, Any] = {name: visit.text(name) for name in TEXT_FIELDS if name in visit.form}
        category, status = (
            visit.text("category", kept.category.value),
            visit.text("status", kept.status.value),
        )
        drafts.correct(
            id_,
            number,
            turn,
            title=visit.text("title"),
            # A time that was left as it stood is not read anew: the words may say less than the value.
            when=when if when != shown else None,
            category=Category(category) if category in tuple(Category) else None,
            # A time that was typed says itself whether it is firm.
            status=Status(status) if status in tuple(Status) and status != kept.status.value else None,
            groups=listed(visit.text("groups")) if "groups" in visit.form else None,
            **fields,
        )


def listed(text: str) -> tuple[str, ...]:
    """The names in a field that holds several, parted by semicolons."""
    return tuple(name for part in text.split(";") if (name := " ".join(part.split())))


def compare(visit: Visit) -> Response:
    """What releasing the draft would do."""
    draft = _draft(visit)
    return _compare_page(visit, draft)


def _compare_page(visit: Visit, draft: Draft, problem: str = "", status: int = 200) -> Response:
    comparison = visit.services.drafts.comparison(draft, visit.now)
    calendar = visit.calendar(draft.calendar)
    return visit.page(
        "compare.html",
        status,
        section="import",
        draft=draft,
        comparison=comparison,
        kept=[(change.after, *_as_it_stands(change)) for change in comparison.kept_by_hand],
        calendar=calendar,
        problem=problem,
        set_aside=[one for one in draft.entries if one.verdict in (Verdict.REJECTED, Verdict.MERGED)],
        later=min((one.due for one in comparison.recipients if one.due > visit.now), default=None),
        few=FEW,
        entry_path=lambda number: _entry_path(visit, draft.id, number),
        waiting=len(comparison.waiting) + len(comparison.revision.questions),
    )


def _as_it_stands(change: Change) -> tuple[When, Status]:
    """The time of the event, or of the one day of it that is concerned."""
    event, day = change.after, change.day
    when = time_of(event, day)
    if when is None and day is not None:
        return Day(day, event.when.hours), Status.CANCELLED
    return when or event.when, event.status


def release(visit: Visit) -> Response:
    """Put the draft on its calendar."""
    id_ = visit.request.path_params["id"]
    try:
        draft, done = visit.services.drafts.release(id_, _turn(visit))
    except Stale:
        draft = _draft(visit)
        if draft.state is not DraftState.OPEN:
            return visit.go("draft", id=id_)
        problem = visit.site.told(
            "{who} vừa sửa bản này trong lúc đồng chí xem. Dưới đây là so sánh mới; hãy xem lại rồi phát hành.",
            who=draft.changed_by,
        )
        return _compare_page(visit, draft, problem, 409)
    if draft.release is None:
        visit.note("draft-discarded", draft.document.name)
        return visit.go("import")
    visit.note("draft-released", f"{draft.document.name} (#{draft.release})")
    return visit.page(
        "released.html",
        section="import",
        draft=draft,
        done=done,
        calendar=visit.calendar(draft.calendar),
        waiting=len(done.waiting) + len(done.revision.questions),
        month=_first_month(done),
    )


def discard(visit: Visit) -> Response:
    """Lay the draft aside."""
    id_ = visit.request.path_params["id"]
    draft = visit.services.drafts.discard(id_, _turn(visit))
    visit.note("draft-discarded", draft.document.name)
    return visit.go("import")


def _draft_page(visit: Visit, draft: Draft, typed: Typed | None = None, *, status: int = 200) -> Response:
    questions = _questions(visit, draft) if draft.state is DraftState.OPEN else {}
    pictured = has_pictures(draft.document.media_type)
    view = _view(visit)
    wanted = visit.request.query_params.get("leaf", "")
    leaf = leaf_of(
        draft, leaf_with(typed.number) if typed else int(wanted) if NUMBER.fullmatch(wanted) else 1
    )
    as_pictures = pictured and (view or ("pages" if has_places(draft) else "text")) == "pages"
    return visit.page(
        "draft.html",
        status,
        section="import",
        draft=draft,
        calendar=visit.calendar(draft.calendar),
        typed=typed,
        questions=questions,
        hue=hue,
        chips=_chips(draft),
        loose=sum(mark.fate == "not understood" for mark in draft.marks.values()),
        has_pictures=pictured,
        view=view,
        sheets=leaf.sheets(sheets_of(draft)) if as_pictures else (),
        leaf=leaf,
        leaf_with=leaf_with,
        to_check=[one.number for one in draft.entries if one.is_unsure or one.number in questions],
        most_to_check=MOST_TO_CHECK,
    )


def _questions(visit: Visit, draft: Draft) -> dict[int, Any]:
    """What the comparison asks, by the number of the entry."""
    asked: dict[int, Any] = {}
    comparison = visit.services.drafts.comparison(draft, visit.now)
    for question in comparison.revision.questions:
        told = question.entries[-1]
        for one in draft.entries:
            if one.entry.title == told.title and one.entry.when == told.when and one.number not in asked:
                asked[one.number] = question
                break
    return asked


def _chips(draft: Draft) -> dict[int, tuple[int, ...]]:
    """The numbers that stand before a line: of the entries that begin there; a wrapped line goes on without."""
    chips, before = {}, set[int]()
    for line in draft.document.lines():
        if mark := draft.marks.get(line.number):
            chips[line.number] = tuple(number for number in mark.entries if number not in before)[:MOST_CHIPS]
            before = set(mark.entries)
    return chips


def hue(number: int) -> int:
    """The colour of an entry, from 1."""
    return (number - 1) % HUES + 1


def _draft(visit: Visit) -> Draft:
    return visit.services.drafts.get(visit.request.path_params["id"])


def _turn(visit: Visit) -> Turn:
    return Turn(by=visit.by, now=visit.now, version=_number(visit.text("version")))


def _number(text: str) -> int:
    if not NUMBER.fullmatch(text):
        raise HTTPException(400)
    return int(text)


def _first_month(done: Comparison) -> str:
    days = [span.first for change in done.published if (span := reach(change.after.when)) is not None]
    return min(days).strftime("%Y-%m") if days else ""
