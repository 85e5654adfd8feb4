import re
from email import message_from_bytes
from email.header import decode_header, make_header
from email.utils import parseaddr
from typing import Any

import pytest
from doubles.messages import EVENT, NOW, a_message
from doubles.smtp import Received, SmtpDouble

from scheduler.attempts import Delivered, Outcome
from scheduler.channel_kinds import ChannelKind
from scheduler.channels.channel import Message, Surroundings
from scheduler.channels.email import EmailChannel, EmailSettings

SENDER = "Văn phòng Hội <vp@tinh.example>"


def a_mail(to: str = "lan@example.org", **changes: Any) -> Message:
    return a_message(ChannelKind.EMAIL, to, **changes)


def send(double: SmtpDouble, message: Message, sender: str = SENDER) -> Outcome:
    channel = EmailChannel(EmailSettings(port=double.port, sender=sender), Surroundings())
    try:
        return channel.send(message, now=NOW)
    finally:
        channel.close()


def received(double: SmtpDouble, message: Message) -> Received:
    assert isinstance(send(double, message), Delivered)
    return double.received[-1]


def test_mail_has_text_html_and_event_inline_and_the_same_event_attached(smtp_double: SmtpDouble) -> None:
    mail = received(smtp_double, a_mail()).parsed()
    assert [part.get_content_type() for part in mail.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
    ]
    plain, html, calendar, attachment = (part for part in mail.walk() if not part.is_multipart())
    assert plain.get_content().splitlines() == a_mail().text.splitlines()
    assert html.get_content().strip() == a_mail().html
    assert calendar.get_param("method") == "PUBLISH"
    assert calendar.get_param("charset") == "utf-8"
    assert calendar.get_payload(decode=True) == EVENT
    assert attachment.get_payload(decode=True) == EVENT
    assert attachment.get_filename() == "invite.ics"
    assert attachment.get_content_disposition() == "attachment"


def test_mail_without_an_event_is_text_and_html_alone(smtp_double: SmtpDouble) -> None:
    mail = received(smtp_double, a_mail(calendar=None)).parsed()
    assert [part.get_content_type() for part in mail.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]


def test_mail_with_text_alone_is_one_part(smtp_double: SmtpDouble) -> None:
    mail = received(smtp_double, a_mail(calendar=None, html=None)).parsed()
    assert (mail.get_content_type(), mail.get_content().splitlines()) == (
        "text/plain",
        a_mail().text.splitlines(),
    )


def test_headers_name_sender_and_recipient_and_mark_an_automatic_mail(smtp_double: SmtpDouble) -> None:
    arrived = received(smtp_double, a_mail())
    mail = arrived.parsed()
    assert {name: str(value) for name, value in mail.items() if name != "Content-Type"} == {
        "Date": "Sat, 21 Nov 2026 01:30:00 +0000",
        "From": SENDER,
        "To": "Nguyễn Thị Lan <lan@example.org>",
        "Subject": a_mail().subject,
        "Message-ID": "<r-0123456789abcdef@tinh.example>",
        "In-Reply-To": mail["References"],
        "References": mail["In-Reply-To"],
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "List-Unsubscribe": f"<{a_mail().unsubscribe}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "MIME-Version": "1.0",
    }
    assert (arrived.sender, arrived.recipient) == ("vp@tinh.example", "lan@example.org")


def test_mails_about_one_event_hang_together_whatever_they_say(smtp_double: SmtpDouble) -> None:
    first = received(smtp_double, a_mail(id="r-1")).parsed()
    second = received(smtp_double, a_mail(id="r-2", subject="Thay đổi lịch")).parsed()
    other = received(smtp_double, a_mail(id="r-3", thread="another@example.org")).parsed()
    assert first["References"] == second["References"] != other["References"]
    assert re.fullmatch(r"<event-[0-9a-f]{24}@tinh\.example>", first["References"])


@pytest.mark.parametrize(
    ("subject", "name", "address"),
    [
        pytest.param("Họp " * 60, "Trần Thị Kim Cương " * 6, "cuong@example.org", id="long Vietnamese"),
        pytest.param("x" * 300, "a" * 90, "a@example.org", id="one long word"),
        pytest.param("Họp 📅 " * 40, "📅", "emoji@example.org", id="letters beyond the basic plane"),
        pytest.param("=?utf-8?b?xx?=", '"Lan" \\ (VP)', "lan@example.org", id="what looks encoded or quoted"),
        pytest.param("Meeting", "Lan", "lan@ví-dụ.example", id="a domain with accents"),
        pytest.param("", "", "lan@example.org", id="nothing to say"),
    ],
)
def test_headers_decode_to_what_was_meant(
    smtp_double: SmtpDouble, subject: str, name: str, address: str
) -> None:
    arrived = received(smtp_double, a_mail(address, subject=subject, name=name))
    mail = message_from_bytes(arrived.content)
    shown_subject, shown_to = (
        str(make_header(decode_header(re.sub(r"\r\n ", " ", mail[header])))) for header in ("Subject", "To")
    )
    shown_name, shown_address = parseaddr(shown_to) if shown_to.startswith('"') else split_mailbox(shown_to)
    assert (shown_subject, shown_name, shown_address) == (subject.strip(), name.strip(), arrived.recipient)
    head = arrived.content.partition(b"\r\n\r\n")[0]
    assert all(len(word) <= 75 for word in re.findall(rb"=\?[^? ]+\?b\?[^? ]*\?=", head))
    assert all(len(line) <= 76 for line in head.split(b"\r\n") if b"=?utf-8?" in line)
    assert not arrived.parsed().defects


def split_mailbox(text: str) -> tuple[str, str]:
    name, _, address = text.rpartition(" ")
    return name, address.strip("<>")


def test_ids_and_addresses_are_never_encoded_words_however_long(smtp_double: SmtpDouble) -> None:
    long_domain = "phong-hanh-chinh." * 5 + "tinh.example"
    message = a_mail(id="x" * 48, unsubscribe="https://lich.example.org/u/" + "a" * 300)
    outcome = send(smtp_double, message, sender=f"vp@{long_domain}")
    assert isinstance(outcome, Delivered)
    mail = smtp_double.received[0].parsed()
    for header in ("Message-ID", "References", "In-Reply-To"):
        assert len(mail[header]) <= 76
        assert mail[header].endswith("tinh.example>")
    lines = smtp_double.received[0].content.split(b"\r\n")
    assert f"List-Unsubscribe: <{message.unsubscribe}>".encode() in lines
    assert not any(
        b"=?" in line for line in lines if line.startswith((b"Message-ID", b"References", b"List-", b"In-R"))
    )


def test_invitation_says_its_method_and_lets_answers_come(smtp_double: SmtpDouble) -> None:
    invitation = EVENT.replace(b"METHOD:PUBLISH", b"METHOD:REQUEST")
    mail = received(smtp_double, a_mail(calendar=invitation, calendar_method="REQUEST")).parsed()
    calendar = next(part for part in mail.walk() if part.get_content_type() == "text/calendar")
    assert calendar.get_param("method") == "REQUEST"
    assert "X-Auto-Response-Suppress" not in mail


def test_one_click_is_offered_over_https_only(smtp_double: SmtpDouble) -> None:
    mail = received(smtp_double, a_mail(unsubscribe="http://127.0.0.1:8000/u/1")).parsed()
    assert mail["List-Unsubscribe"] == "<http://127.0.0.1:8000/u/1>"
    assert "List-Unsubscribe-Post" not in mail


def test_text_in_an_event_or_address_cannot_add_headers(smtp_double: SmtpDouble) -> None:
    mail = received(
        smtp_double, a_mail(subject="Họp\r\nBcc: all@example.org", name="Lan\nBcc: x@example.org")
    ).parsed()
    assert "Bcc" not in mail
    assert mail["Subject"] == "Họp Bcc: all@example.org"


def test_server_that_checks_finds_nothing_to_complain_of(smtp_double: SmtpDouble) -> None:
    dots = ".một\r\n..hai\n.\nba " + "dài " * 2000
    arrived = received(smtp_double, a_mail(text=dots))
    plain = next(part for part in arrived.parsed().walk() if part.get_content_type() == "text/plain")
    assert plain.get_content().split() == dots.split()
    assert smtp_double.violations == []
    assert smtp_double.commands[1].upper().startswith("MAIL FROM:<VP@TINH.EXAMPLE> SIZE=")


def test_same_message_is_the_same_bytes_on_every_attempt(smtp_double: SmtpDouble) -> None:
    smtp_double.drop_copies = False
    assert received(smtp_double, a_mail()).content == received(smtp_double, a_mail()).content


def test_every_header_line_decodes(smtp_double: SmtpDouble) -> None:
    for name, value in received(smtp_double, a_mail()).parsed().items():
        assert decode_header(str(value)), name
