"""Documents in: dropped, chosen or pasted; each becomes a draft that is reviewed beside its passages."""

from functools import partial
from textwrap import shorten

from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute

from calendars.errors import UnreadableDocument
from calendars.phrasing import date_text
from scheduler.sentences import vietnamese
from scheduler.service.access import Role
from scheduler.service.reading import ReadDocument, title_of
from scheduler.web.pages.progress import Progress
from scheduler.web.pages.security import FORM_BYTES
from scheduler.web.pages.site import MOST_FILES, Visit, page

LONGEST_NAME = 80
"""So many letters of a pasted text's title stand in its name."""

_progress = Progress()


def importing_routes() -> list[BaseRoute]:
    """The routes by which documents come in."""
    return [
        page("/import", show_import, name="import", role=Role.EDITOR),
        page("/import", take_in, name="take_in", methods=("POST",), role=Role.EDITOR),
        page("/import/progress/{job}", progress, name="progress", role=Role.EDITOR),
    ]


def show_import(visit: Visit) -> Response:
    """Where documents are dropped, and those under review."""
    return _import_page(visit)


def take_in(visit: Visit) -> Response:
    """Read what was sent; one document leads to its review, several to the list of them."""
    pasted = visit.text("text")
    files: list[tuple[str, bytes, bool]] = [(name, data, False) for name, data in visit.files("documents")]
    if pasted:
        files.append((visit.site.told("văn bản dán.txt"), pasted.encode(), True))
    if not files:
        return _import_page(visit, 422, problems=[visit.site.told("Hãy chọn tệp hoặc dán văn bản.")])
    calendar = visit.calendar(visit.text("calendar"))
    made: list[str] = []
    problems: list[str] = []
    for name, data, is_pasted in files:
        try:
            ids, already = visit.services.drafts.take_in(
                data,
                name,
                calendar=calendar.slug,
                by=visit.by,
                now=visit.now,
                progress=_progress.teller(visit.text("job"), name),
                naming=partial(_pasted_name, visit) if is_pasted else None,
            )
        except UnreadableDocument as error:
            reason = error.reason if visit.site.language == "en" else vietnamese(error.reason)
            problems.append(f"{error.name}: {reason}")
            continue
        made += ids
        problems += [
            visit.site.told("{name}: đã nhập từ trước, không có gì thay đổi.", name=one) for one in already
        ]
        visit.note("document-read", name)
    if len(made) == 1 and not problems:
        return visit.go("draft", id=made[0])
    return _import_page(visit, 200 if made else 422, problems=problems, text="" if made else pasted)


def _pasted_name(visit: Visit, read: ReadDocument) -> str:
    """What a pasted text is called: pasted texts are told apart by what they are about and when they came."""
    title = shorten(title_of(read), LONGEST_NAME, placeholder="…")
    return visit.site.told("{title} (dán ngày {day})", title=title, day=date_text(visit.today))


def progress(visit: Visit) -> Response:
    """How far the reading is, for the page's script."""
    name, done, pages = _progress.of(visit.request.path_params["job"])
    return JSONResponse({"name": name, "done": done, "pages": pages}, headers={"cache-control": "no-store"})


def _import_page(
    visit: Visit, status: int = 200, *, problems: list[str] | None = None, text: str = ""
) -> Response:
    largest = visit.services.settings.documents.max_bytes
    return visit.page(
        "import.html",
        status,
        section="import",
        drafts=visit.services.drafts.open_drafts(),
        problems=problems or [],
        text=text,
        largest=largest,
        most=largest + FORM_BYTES,
        most_files=MOST_FILES,
    )
