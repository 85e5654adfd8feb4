"""Pages for what goes wrong: each says what happened and what to do, in the visitor's language."""

import logging
import re

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ExceptionHandler

from scheduler.errors import DatabaseUnavailable, Stale
from scheduler.service.drafting import UnknownDraft
from scheduler.web.pages.english import english
from scheduler.web.pages.late import RETRY_AFTER
from scheduler.web.pages.showing import megabytes
from scheduler.web.pages.site import Site

log = logging.getLogger(__name__)

TEXTS = {
    400: (
        "Không hiểu được yêu cầu",
        "Dữ liệu gửi lên không đúng dạng. Hãy quay lại, kiểm tra và gửi lần nữa.",
    ),
    403: ("Không được phép", "Tài khoản này không có quyền làm việc đó. Hãy hỏi quản trị viên."),
    404: (
        "Không tìm thấy trang",
        "Địa chỉ này không có trang nào: có thể đường dẫn bị gõ sai hoặc đã hết hiệu lực.",
    ),
    405: ("Không dùng được cách này", "Trang này không nhận yêu cầu theo cách đó."),
    409: (
        "Người khác vừa thay đổi",
        "Việc này đã được người khác thay đổi trong lúc đồng chí đang làm. Hãy mở lại để xem bản mới.",
    ),
    413: (
        "Tệp gửi lên quá lớn",
        (
            "Chưa nhận gì. Một lần gửi được nhiều nhất {size} MB: "
            "hãy gửi từng tệp, hoặc tách những trang cần đọc thành tệp riêng."
        ),
    ),
    500: (
        "Trang bị lỗi",
        "Lỗi này thuộc về phần mềm, không phải do đồng chí. Nhật ký của máy chủ đã ghi lại.",
    ),
    503: (
        "Tạm thời chưa mở được lịch",
        "Máy chủ chưa đọc được cơ sở dữ liệu. Không có gì bị mất; hãy thử lại sau một phút.",
    ),
}
CODES = {
    400: "bad-request",
    401: "token-needed",
    403: "not-allowed",
    404: "not-found",
    405: "method-not-allowed",
    409: "stale",
    412: "stale",
    413: "too-large",
    422: "invalid",
    428: "precondition-needed",
    500: "fault",
    503: "unavailable",
}
"""What programs tell errors apart by, whatever the language of their sentences."""
LANGUAGES = ("vi", "en")
STALE_FORM = (
    "Biểu mẫu này đã quá hạn hoặc không phải do trang này tạo ra. "
    "Hãy quay lại trang trước, tải lại rồi gửi lần nữa."
)
FOREIGN_FORM = (
    "Một trang khác đã sai trình duyệt gửi yêu cầu này, nên không nhận. Nếu chính đồng chí muốn làm việc đó, "
    "hãy mở trang lịch rồi làm từ đấy."
)
REFUSED_FORMS = {"form": STALE_FORM, "foreign": FOREIGN_FORM}

MANY_FILES = "Nhiều nhất 20 tệp một lần. Chưa nhận tệp nào; hãy gửi làm nhiều lần."


def error_handlers() -> dict[object, ExceptionHandler]:
    """What answers for which error."""
    return {
        HTTPException: _refused,
        DatabaseUnavailable: _unavailable,
        Stale: _stale,
        UnknownDraft: _missing,
        Exception: _failed,
    }


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for it alone
    response = await run_in_threadpool(error_page, request, error.status_code, error.detail)
    # Of a 405 what is allowed (RFC 9110 section 15.5.6).
    response.headers.update(error.headers or {})
    return response


async def _stale(request: Request, _: Exception) -> Response:
    return await run_in_threadpool(error_page, request, 409, "")


async def _missing(request: Request, _: Exception) -> Response:
    return await run_in_threadpool(error_page, request, 404, "")


async def _unavailable(request: Request, error: Exception) -> Response:
    log.error("the database is not available: %s", error)
    response = await run_in_threadpool(error_page, request, 503, "")
    response.headers["retry-after"] = RETRY_AFTER
    return response


async def _failed(request: Request, _: Exception) -> Response:
    return await run_in_threadpool(error_page, request, 500, "")


def error_page(request: Request, status: int, detail: str, largest: int = 0) -> Response:
    """The page (or JSON where that was asked for) that says what is wrong, with nothing read from the database.

    largest: how many bytes may be sent, where there were more.
    """
    site: Site = request.app.state.site
    heading, text = TEXTS.get(status, TEXTS[400 if status < 500 else 500])
    if status == 403 and detail in REFUSED_FORMS:
        text = REFUSED_FORMS[detail]
    if status == 400 and detail.startswith("Too many files"):
        text = MANY_FILES
    if _wants_json(request):
        language = accepted_language(request, site.language)
        words = (english()[text] if language == "en" else text).format(size=megabytes(largest, language))
        return JSONResponse(error_body(status, words), status, {"cache-control": "no-store"})
    # It must be shown even where nothing can be read: no account, no calendar, no banner.
    body = site.templates.get_template("error.html").render(
        heading=site.told(heading),
        text=site.told(text, size=megabytes(largest, site.language)),
        status=status,
        home=site.prefix + "/",
    )
    return HTMLResponse(body, status, {"cache-control": "no-store"})


def error_body(status: int, message: str) -> dict[str, object]:
    """What the interface says of an error: a code for programs, a sentence for a person."""
    return {"error": {"status": status, "code": CODES.get(status, CODES[400]), "message": message}}


def accepted_language(request: Request, default: str) -> str:
    """The language of an answer to a program: of ours the first that it accepts, else the office's."""
    for accepted in request.headers.get("accept-language", "").split(","):
        tag, _, weight = accepted.partition(";")
        language = tag.strip().lower().partition("-")[0]
        if language in LANGUAGES and not re.fullmatch(r"\s*q=0(\.0*)?\s*", weight):
            return language
    return default


def _wants_json(request: Request) -> bool:
    path = request.url.path.removeprefix(request.app.state.site.prefix)
    return path.startswith("/api/") or "application/json" in request.headers.get("accept", "")
