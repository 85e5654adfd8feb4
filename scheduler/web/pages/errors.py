"""Pages for what goes wrong: each says what happened and what to do, in the visitor's language."""

import logging

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ExceptionHandler

from scheduler.errors import DatabaseUnavailable, Stale
from scheduler.web.pages.site import Site

log = logging.getLogger(__name__)

RETRY_AFTER = "60"
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
        "Chưa nhận tệp nào. Hãy tách những trang cần đọc thành tệp riêng rồi gửi lại.",
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
STALE_FORM = (
    "Biểu mẫu này đã quá hạn hoặc không phải do trang này tạo ra. "
    "Hãy quay lại trang trước, tải lại rồi gửi lần nữa."
)

MANY_FILES = "Nhiều nhất 20 tệp một lần. Chưa nhận tệp nào; hãy gửi làm nhiều lần."


def error_handlers() -> dict[object, ExceptionHandler]:
    """What answers for which error."""
    return {
        HTTPException: _refused,
        DatabaseUnavailable: _unavailable,
        Stale: _stale,
        Exception: _failed,
    }


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for it alone
    return await run_in_threadpool(error_page, request, error.status_code, error.detail)


async def _stale(request: Request, _: Exception) -> Response:
    return await run_in_threadpool(error_page, request, 409, "")


async def _unavailable(request: Request, error: Exception) -> Response:
    log.error("the database is not available: %s", error)
    response = await run_in_threadpool(error_page, request, 503, "")
    response.headers["retry-after"] = RETRY_AFTER
    return response


async def _failed(request: Request, _: Exception) -> Response:
    return await run_in_threadpool(error_page, request, 500, "")


def error_page(request: Request, status: int, detail: str) -> Response:
    """The page (or JSON where that was asked for) that says what is wrong, with nothing read from the database."""
    site: Site = request.app.state.site
    heading, text = TEXTS.get(status, TEXTS[400 if status < 500 else 500])
    if status == 403 and detail == "form":
        text = STALE_FORM
    if status == 400 and detail.startswith("Too many files"):
        text = MANY_FILES
    if _wants_json(request):
        return JSONResponse({"error": {"status": status, "message": detail or heading}}, status)
    # It must be shown even where nothing can be read: no account, no calendar, no banner.
    body = site.templates.get_template("error.html").render(
        heading=heading, text=text, status=status, home=site.prefix + "/"
    )
    return HTMLResponse(body, status, {"cache-control": "no-store"})


def _wants_json(request: Request) -> bool:
    path = request.url.path.removeprefix(request.app.state.site.prefix)
    return path.startswith("/api/") or "application/json" in request.headers.get("accept", "")
