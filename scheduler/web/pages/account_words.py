"""What is wrong with an account's login, name, role or password, in the reader's words."""

from scheduler.service.access import InvalidAccount
from scheduler.web.pages.site import Visit

_WORDS = {
    "a password needs": "Mật khẩu cần ít nhất 10 ký tự.",
    "a password has": "Mật khẩu dài nhất 200 ký tự.",
    "a login is made": "Tên đăng nhập gồm chữ, số và . _ - @ (nhiều nhất 60 ký tự).",
    "an account needs": "Hãy điền họ tên (nhiều nhất 100 ký tự).",
    "the login": "Tên đăng nhập này đã có người dùng.",
    "one administrator": "Phải còn lại ít nhất một quản trị viên: hãy tạo người khác trước.",
    "the present password": "Mật khẩu hiện tại không đúng.",
}


def account_words(visit: Visit, error: InvalidAccount) -> str:
    """What is wrong, for the reader."""
    for beginning, words in _WORDS.items():
        if str(error).startswith(beginning):
            return visit.site.told(words)
    return visit.site.told("Dữ liệu không hợp lệ.")
