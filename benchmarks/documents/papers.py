"""The documents that reading is measured on: a programme of three pages, as text and in the other formats."""

import sys
import textwrap
from email.message import EmailMessage
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "support"))

import made_documents

LINES_A_PAGE = 40
HEAD = """\
HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM
BAN THƯỜNG VỤ TỈNH ĐÔNG LĨNH
***
Số: 87/CTr-BTV
Đông Lĩnh, ngày 28 tháng 10 năm 2026

CHƯƠNG TRÌNH
Công tác tháng 11 năm 2026

I. MỘT SỐ NHIỆM VỤ TRỌNG TÂM

"""
TASKS = (
    (
        "Tiếp tục tuyên truyền, triển khai Nghị quyết Đại hội Phụ nữ tỉnh nhiệm kỳ 2026 - 2031; thực hiện Kế hoạch số "
        "45-KH/TU ngày 12/8/2026 của Ban Thường vụ Tỉnh ủy về công tác cán bộ nữ tại các xã, phường."
    ),
    (
        "Tuyên truyền, hưởng ứng Ngày Pháp luật Việt Nam (09/11), Ngày Nhà giáo Việt Nam (20/11) và Tháng hành động vì "
        "bình đẳng giới và phòng, chống bạo lực trên cơ sở giới (từ 15/11 đến 15/12/2026)."
    ),
    (
        "Rà soát 100% chi hội đăng ký xây dựng mô hình gia đình 5 có, 3 sạch; đã có 18/24 xã, phường hoàn thành. Mọi "
        "vướng mắc liên hệ Ban Phong trào, điện thoại 0299.3812.345."
    ),
    "Các xã, phường gửi báo cáo kết quả công tác Hội năm 2026 về Văn phòng Hội LHPN tỉnh trước ngày 20/11/2026.",
)
MEETINGS = (
    "Giao ban Thường trực Hội LHPN tỉnh: Chiều thứ 6 hằng tuần.",
    (
        'Hội nghị sơ kết 02 năm thực hiện Đề án "Phụ nữ khởi nghiệp xanh": dự kiến hạ tuần tháng 11/2026 (thời gian cụ '
        "thể sẽ thông báo sau)."
    ),
    "Tập huấn kỹ năng số cho Chủ tịch Hội LHPN xã, phường: ngày 11 và 12/11/2026, tại Trường Chính trị tỉnh.",
    "Họp Ban Thường vụ Hội LHPN tỉnh kỳ thứ {n}: 8h00, ngày {d}/11/2026, tại phòng họp số 2.",
    "Làm việc với Hội LHPN phường số {n} về mô hình tổ phụ nữ tiết kiệm: chiều ngày {d}/11/2026.",
)


PARTICULARS = (
    " Thành phần: Thường trực Hội LHPN tỉnh, trưởng các ban chuyên môn, Chủ tịch Hội LHPN các xã, phường trên địa bàn"
    " tỉnh. Đồng chí Chủ tịch Hội chủ trì; Văn phòng phối hợp với Ban Tuyên giáo chuẩn bị nội dung, tài liệu và các"
    " điều kiện phục vụ hội nghị theo phân công của Ban Thường vụ."
)


def programme_text(letters: int = 9000, *, terse: bool = False) -> str:
    """About so many letters, half tasks of the month, half meetings; 3,000 letters are a printed page.

    terse: the meetings stand without their particulars, so that there are more than twice as many.
    """
    tasks: list[str] = []
    while sum(map(len, tasks)) < letters * 0.45:
        tasks.append(f"{len(tasks) + 1}. {TASKS[len(tasks) % len(TASKS)]}")
    meetings: list[str] = []
    while sum(map(len, tasks + meetings)) < letters - 600:
        n = len(meetings)
        meeting = MEETINGS[n % len(MEETINGS)].format(n=n + 1, d=n % 28 + 1)
        meetings.append(f"{n + 1}. {meeting}{'' if terse else PARTICULARS}")
    middle = "\n\nII. CÁC HỘI NGHỊ, CUỘC HỌP CHÍNH TRONG THÁNG\n\n"
    end = "\n\nNơi nhận:\n- Ban Thường trực;\n- Lưu VP.\n"
    parts = [HEAD.rstrip(), "\n\n", "\n\n".join(tasks), middle, "\n\n".join(meetings), end]
    return "\n".join(textwrap.fill(line, 98) for line in "".join(parts).splitlines())


def _paragraphs(text: str) -> list[str]:
    return [piece.replace("\n", " ") for piece in text.split("\n\n")]


def as_docx(text: str) -> bytes:
    """A Word file with a paragraph for each."""
    return made_documents.docx("".join(map(made_documents.paragraph, _paragraphs(text))))


def as_rtf(text: str) -> bytes:
    """An RTF file, its letters as Word writes them."""

    def letters(paragraph: str) -> str:
        return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in paragraph)

    return ("{\\rtf1\\ansi\\uc1 " + "\\par\n".join(map(letters, _paragraphs(text))) + "\\par}").encode()


def as_odt(text: str) -> bytes:
    """An OpenDocument file."""
    office, words = ("urn:oasis:names:tc:opendocument:xmlns:" + name for name in ("office:1.0", "text:1.0"))
    body = "".join(f"<t:p>{escape(paragraph)}</t:p>" for paragraph in _paragraphs(text))
    content = f'<o:document-content xmlns:o="{office}" xmlns:t="{words}"><o:body><o:text>{body}'
    return made_documents.zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{content}</o:text></o:body></o:document-content>",
        }
    )


def as_xlsx(text: str) -> bytes:
    """A sheet with a row for each."""
    return made_documents.xlsx(made_documents.sheet_xml([[paragraph] for paragraph in _paragraphs(text)]))


def as_html(text: str) -> bytes:
    """A web page."""
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in _paragraphs(text))
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()


def as_mail(text: str, attached: bytes) -> bytes:
    """A mail of this text, with a Word file attached."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.org", "b@example.org", "Lịch"
    mail.set_content(text)
    mail.add_attachment(attached, maintype="application", subtype="octet-stream", filename="lich.docx")
    return mail.as_bytes()


def as_pdf(text: str) -> tuple[bytes, int]:
    """A PDF with a text layer, and its number of pages."""
    lines = text.splitlines()
    pages = [
        made_documents.PdfPage().lines(50, 780, lines[first : first + LINES_A_PAGE], size=10)
        for first in range(0, len(lines), LINES_A_PAGE)
    ]
    return made_documents.pdf(*pages), len(pages)
