"""What strangers' bytes are given to, and what may come of it: an answer or an error of ours, in reasonable time.

A target takes bytes and lets out whatever it should not meet. Formats that are read in a child process may let out
anything there (`documents.format`: it means that the file is damaged), so of those only their time is looked at, and
what is made of the text that they give.
"""

import importlib
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from made_documents import PdfPage, docx, paragraph, pdf, sheet_xml, xlsx
from written_papers import Item, foreign_calendar, monthly

import calendars as calendars_package
from calendars.documents import FORMATS, mail, sniff, text
from calendars.documents.document import Document, Limits
from calendars.documents.format import Source
from calendars.errors import CalendarsError
from calendars.grammar import Context, told, understand
from calendars.ical.parse import read_calendar
from calendars.reading import programme_to_json, read_programme
from calendars.reading.typed import read_typed
from calendars.times import VIETNAM, month_span
from scheduler.channels.zalo_hooks import (
    is_from_official_account,
    read_bot_update,
    read_official_account_event,
)
from scheduler.errors import SchedulerError
from scheduler.service.wishes import wish_of

NOTICE = Path(calendars_package.__file__).parent / "samples" / "3-thong-bao-hoi-nghi-so-ket.txt"
FORMATS_READ = Path(__file__).parents[1] / "documents" / "formats"
NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)
LIMITS = Limits(
    bytes=200_000, expanded=2_000_000, pages=20, rows=500, line=20_000, seconds=5, memory=1_000_000_000
)
PATIENCE = 2.0
"""Seconds that a few kilobytes may take; far more than they need, on a machine that does other things too."""


class TooSlow(Exception):
    """An input took out of proportion long."""


def phrases(data: bytes) -> None:
    """The grammar, and what a person types."""
    phrase = data.decode("utf-8", "replace")
    context = Context(period=month_span(2026, 11), issued=date(2026, 10, 28))
    told(understand(phrase, context))
    read_typed(phrase, date(2026, 11, 20))


def plain_text(data: bytes) -> None:
    """Text in any encoding, as a document."""
    programme_to_json(read_programme(text.decode(data, "a.txt", LIMITS)))


def mails(data: bytes) -> None:
    """A mail and what is attached to it."""
    body, _, attached = mail.parts(data, "a.eml")
    for content in (body, *(content for _, content in attached)):
        if content is not None:
            sniff.media_type(content, "attached")


def kinds(data: bytes) -> None:
    """Which format it is, by content."""
    sniff.media_type(data, "a")


def calendars(data: bytes) -> None:
    """Somebody else's calendar."""
    read_calendar(data, calendar="theirs", zone=VIETNAM, now=NOW)


def hooks(data: bytes) -> None:
    """What anybody may send to the addresses where Zalo delivers; what is understood of it can be kept."""
    is_from_official_account(data, "mac=" + "0" * 64, app_id="1", oa_secret_key="key", now=NOW)
    for event in (read_official_account_event(data, NOW), read_bot_update(data, NOW)):
        if event is not None:
            repr(event).encode()
            wish_of(getattr(event, "text", ""))
            getattr(event, "text", "").encode()
            event.id.encode()


def document_of(name: str, data: bytes) -> Document:
    """The document in a file of a format, by our own reader. Whatever that raises."""
    form = IN_A_CHILD[name]
    reader = importlib.import_module(form.module)
    by_us = getattr(reader, "natively", reader.read)  # LibreOffice is not what is looked at
    document: Document = by_us(Source(data, "a", form.media_types[0], LIMITS))
    return document


def _format(name: str) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        try:
            document = document_of(name, data)
        except Exception:  # noqa: BLE001 - the child process tells of it: the file is damaged
            return
        programme_to_json(read_programme(document))

    return read


IN_A_CHILD = {
    name: next(one for one in FORMATS if media_type in one.media_types)
    for name, media_type in (
        ("docx", sniff.DOCX),
        ("odt", sniff.ODT),
        ("xlsx", sniff.XLSX),
        ("pdf", sniff.PDF),
        ("html", sniff.HTML),
        ("rtf", sniff.RTF),
        ("doc", sniff.DOC),
    )
}
TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "phrases": phrases,
    "text": plain_text,
    "mail": mails,
    "kinds": kinds,
    "calendars": calendars,
    "hooks": hooks,
    **{name: _format(name) for name in IN_A_CHILD},
}


def tried(name: str, data: bytes) -> None:
    """Gives the bytes to a target. TooSlow, or whatever it lets out that is no error of ours."""
    began = time.process_time()
    with suppress(CalendarsError, SchedulerError):
        TARGETS[name](data)
    taken = time.process_time() - began
    if taken > PATIENCE:
        raise TooSlow(f"{name}: {taken:.1f} s for {len(data)} bytes")


def seeds(name: str) -> list[bytes]:
    """What the search for a target begins with: small files of our own."""
    programme = monthly(
        11,
        87,
        [
            Item("Giao ban Thường trực", "Chiều thứ Sáu hằng tuần"),
            Item("Tập huấn kỹ năng số", "từ ngày 11 đến ngày 13/11/2026, tại Trường Chính trị"),
        ],
    )
    match name:
        case "phrases":
            return [line.encode() for line in _PHRASES]
        case "text":
            return [programme.encode(), programme.encode("utf-16"), NOTICE.read_bytes()]
        case "mail":
            return [_MAIL + programme.encode(), _MAIL_WITH_ATTACHMENT]
        case "kinds":
            return [b"PK\x03\x04", b"%PDF-1.7", b"{\\rtf1 x}", b"<html>", programme.encode()]
        case "calendars":
            return [foreign_calendar({"a@b": ("Họp báo", date(2026, 11, 3), 8)}), _SERIES]
        case "hooks":
            return list(_HOOKS)
        case "docx":
            return [
                docx(paragraph("Công tác tháng 11 năm 2026") + paragraph("1. Họp giao ban: 8h00 ngày 03/11."))
            ]
        case "xlsx":
            return [xlsx(sheet_xml([["Ngày", "Nội dung"], ["03/11", "Họp giao ban"]]))]
        case "pdf":
            return [
                pdf(
                    PdfPage().lines(
                        60, 780, ["Lịch công tác tháng 11/2026", "1. Họp giao ban: 8h00 ngày 03/11/2026."]
                    )
                )
            ]
        case "html":
            return [f"<html><body><h1>Lịch</h1><p>{programme}</p><table><tr><td>1</td></tr></table>".encode()]
        case _:
            return [path.read_bytes() for path in sorted(FORMATS_READ.glob(f"*.{name}"))]


_PHRASES = (
    "8h00, thứ Sáu, ngày 13/11/2026",
    "trung tuần tháng 11, thời gian cụ thể sẽ thông báo sau",
    "Chiều thứ 6 hằng tuần, trừ ngày 20/11",
    "từ 15/11-15/12; ngày 22-23/12/2026",
    "ngày 15 âm lịch hằng tháng, trước 16h30 ngày 20/11",
    "every second Friday from 3 to 5 pm",
)
_MAIL = b"From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
_MAIL_WITH_ATTACHMENT = (
    b"From: a@example.org\r\nTo: b@example.org\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nKinh gui\r\n--x\r\n'
    b'Content-Disposition: attachment; filename="=?utf-8?Q?L=E1=BB=8Bch.txt?="\r\n'
    b"Content-Transfer-Encoding: base64\r\n\r\nTOG7i2No\r\n--x--\r\n"
)
_SERIES = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Asia/Ho_Chi_Minh:20261106T133000\r\n"
    b"DURATION:PT2H\r\nRRULE:FREQ=MONTHLY;BYDAY=2FR;BYSETPOS=1;COUNT=9\r\nEXDATE:20261113T063000Z\r\n"
    b"RDATE;VALUE=DATE:20261201\r\nSUMMARY:a\\, b\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    b"RECURRENCE-ID:20261204T063000Z\r\nDTSTART:20261205T010000Z\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
_HOOKS = (
    (
        b'{"event_name":"user_send_text","timestamp":"1763603000000","sender":{"id":"1"},'
        b'"message":{"msg_id":"m","text":"\\u0111\\u0103ng k\\u00fd ABC123"}}'
    ),
    b'{"event_name":"follow","timestamp":1763603000,"follower":{"id":"1"}}',
    (
        b'{"result":{"event_name":"message.text.received","message":{"from":{"id":"1","is_bot":false},'
        b'"chat":{"id":"1","chat_type":"PRIVATE"},"text":"l\\u1ecbch tu\\u1ea7n","date":1763603000000}}}'
    ),
    b'{"timestamp":"\\ud800"}',
    b'{"event_name":"user_send_text","sender":{"id":"1"},"message":{"text":"\\ud800"}}',
    b'{"a":' + b"[" * 2_000,
)
