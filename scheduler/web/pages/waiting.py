"""What waits for a person, what was released, and taking a release back."""

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import BaseRoute

from calendars.errors import LaterRelease, UnknownEvent, UnknownProposal, UnknownRelease, UnusableWords
from calendars.programme import Entry
from scheduler.errors import Stale
from scheduler.service.access import Role
from scheduler.service.corrections import NoTimeInText
from scheduler.service.grouping import UnknownGroup
from scheduler.service.revising import CannotUnderstand, Proposal
from scheduler.web.pages.reviewing import GONE, NOT_UNDERSTOOD, UNKNOWN_GROUP, listed
from scheduler.web.pages.site import Visit, page


def waiting_routes() -> list[BaseRoute]:
    """The routes of what waits and of what was released."""
    return [
        page("/review", review, name="review", role=Role.EDITOR),
        page(
            "/review/{number:int}",
            settle,
            name="settle",
            methods=("POST",),
            role=Role.APPROVER,
            back="review",
        ),
        page("/changes", changes, name="changes", role=Role.EDITOR),
        page(
            "/changes/{number:int}/undo",
            undo,
            name="undo",
            methods=("POST",),
            role=Role.APPROVER,
            back="changes",
        ),
    ]


def review(visit: Visit) -> Response:
    """What waits, each with its passage and the events that it may be."""
    return _review_page(visit)


def _review_page(visit: Visit, status: int = 200, *, problem: str = "", typed: int = 0) -> Response:
    fields = {name: visit.text(name) for name in ("title", "when", "location", "groups")} if typed else {}
    return visit.page(
        "review.html",
        status,
        section="review",
        proposals=visit.services.revising.proposals(),
        problem=problem,
        typed=typed,
        fields=fields,
        done=visit.request.query_params.get("done", ""),
    )


def settle(visit: Visit) -> Response:
    """Accept a proposal, as it is or corrected, or reject it."""
    number = int(visit.request.path_params["number"])
    told = visit.site.told
    try:
        if visit.text("action") == "reject":
            visit.services.revising.reject(number, now=visit.now, by=visit.by)
            visit.note("proposal-rejected", str(number))
            return visit.go("review", query={"done": "rejected"})
        proposal = next((one for one in visit.services.revising.proposals() if one.number == number), None)
        entries = _corrected(visit, proposal) if proposal else None
        answer = visit.text("uid") or None
        visit.services.revising.accept(number, now=visit.now, by=visit.by, answer=answer, entries=entries)
    except UnknownProposal:
        raise HTTPException(404) from None
    except Stale:
        return _review_page(
            visit, 409, problem=told("Người khác đã xử lý việc này trước đó. Danh sách dưới đây là mới nhất.")
        )
    except UnknownEvent:
        problem = told(GONE)
        return _review_page(visit, 409, problem=problem, typed=number)
    except UnusableWords as error:
        problem = visit.site.sentence(str(error))
        return _review_page(visit, 422, problem=problem, typed=number)
    except NoTimeInText:
        problem = told(NOT_UNDERSTOOD)
        return _review_page(visit, 422, problem=problem, typed=number)
    except UnknownGroup:
        problem = told(UNKNOWN_GROUP)
        return _review_page(visit, 422, problem=problem, typed=number)
    except CannotUnderstand:
        problem = told("Hãy chọn đây là việc nào trên lịch, hoặc là việc mới.")
        return _review_page(visit, 422, problem=problem, typed=number)
    visit.note("proposal-accepted", str(number))
    return visit.go("review", query={"done": "accepted"})


def _corrected(visit: Visit, proposal: Proposal) -> tuple[Entry, ...]:
    """The proposal's entries with what was typed."""
    when = visit.text("when")
    # A time that was left as it stood is not read anew: the words may say less than the value.
    is_typed = bool(when) and when != visit.text("when_shown")
    return visit.services.revising.corrected(
        proposal.entries,
        proposal.programme,
        when=when if is_typed else None,
        groups=listed(visit.text("groups")) if "groups" in visit.form else None,
        **{name: visit.text(name) for name in ("title", "location") if name in visit.form},
    )


def changes(visit: Visit) -> Response:
    """What was released, the latest first."""
    return _changes_page(visit)


def _changes_page(visit: Visit, status: int = 200, problem: str = "") -> Response:
    releases = [
        one for one in visit.services.revising.releases() if one.calendar in {c.slug for c in visit.calendars}
    ]
    return visit.page(
        "changes.html",
        status,
        section="changes",
        releases=list(reversed(releases))[:100],
        problem=problem,
        undone=visit.request.query_params.get("undone", ""),
    )


def undo(visit: Visit) -> Response:
    """Take a release back."""
    number = int(visit.request.path_params["number"])
    try:
        visit.services.revising.undo(number, now=visit.now, by=visit.by)
    except UnknownRelease:
        raise HTTPException(404) from None
    except LaterRelease:
        problem = visit.site.told(
            "Đợt {number} không hoàn tác được nữa: đã hoàn tác rồi, hoặc một đợt sau đã sửa cùng những việc đó. "
            "Hãy hoàn tác đợt sau trước.",
            number=number,
        )
        return _changes_page(visit, 409, problem)
    visit.note("release-undone", str(number))
    return visit.go("changes", query={"undone": number})
