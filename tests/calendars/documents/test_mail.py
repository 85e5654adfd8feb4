"""A mail is a box of documents."""

from datetime import date
from email.message import EmailMessage

import pytest
from made_documents import docx, paragraph, sheet_xml, xlsx
from outlines import outline

from calendars.documents import attachments, read_document, read_documents
from calendars.documents.mail import parts
from calendars.errors import UnreadableDocument

WORD = docx(paragraph("Họp giao ban ngày 24/11"))
SHEET = xlsx(sheet_xml([["Lịch tuần 2"]]))
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def mail(text: str = "", *attached: tuple[bytes, str]) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = (
        "Văn phòng <vp@example.org>",
        "a@example.org",
        "Lịch tuần",
    )
    message["Date"] = "Fri, 05 Jan 2024 08:00:00 +0700"
    message.set_content(text)
    for data, name in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message


def test_a_mail_gives_its_own_text_and_each_attachment() -> None:
    data = mail("Gửi các đơn vị lịch tuần.", (WORD, "lịch.docx"), (SHEET, "tuần 2.xlsx")).as_bytes()
    documents = read_documents(data, "mail.eml")
    assert [(document.name, outline(document)) for document in documents] == [
        ("mail.eml", ["Gửi các đơn vị lịch tuần."]),
        ("lịch.docx", ["Họp giao ban ngày 24/11"]),
        ("tuần 2.xlsx", ["Lịch tuần 2"]),
    ]
    assert attachments(data, "mail.eml") == (("lịch.docx", WORD), ("tuần 2.xlsx", SHEET))


def test_as_one_document_a_mail_is_what_is_attached_to_it() -> None:
    assert read_document(mail("Xin gửi.", (WORD, "a.docx")).as_bytes(), "mail.eml").name == "a.docx"
    assert outline(read_document(mail("Họp dời sang 14h00.").as_bytes(), "mail.eml")) == [
        "Họp dời sang 14h00."
    ]
    with pytest.raises(UnreadableDocument, match="holds 2 documents; save them and give them one by one"):
        read_document(mail("Xin gửi.", (WORD, "a.docx"), (SHEET, "b.xlsx")).as_bytes(), "mail.eml")


def test_a_page_as_mail_text_is_read_as_a_page() -> None:
    message = mail("Họp lúc 8h00")
    message.add_alternative("<html><body><p>Họp lúc <b>8h00</b></p></body></html>", subtype="html")
    assert outline(read_document(message.as_bytes(), "mail.eml")) == ["Họp lúc 8h00"]
    only = EmailMessage()
    only["From"], only["Subject"] = "vp@example.org", "Lịch"
    only.set_content("<html><body><p>Họp lúc <b>8h00</b></p></body></html>", subtype="html")
    assert outline(read_document(only.as_bytes(), "mail.eml")) == ["Họp lúc 8h00"]


def test_the_picture_in_a_signature_is_no_document() -> None:
    message = mail("Xin gửi.")
    message.add_attachment(PNG, maintype="image", subtype="png", cid="<logo>", disposition="inline")
    assert len(read_documents(message.as_bytes(), "mail.eml")) == 1


def test_an_attachment_that_cannot_be_read_is_told_beside_the_others() -> None:
    [own, word] = read_documents(
        mail("Xin gửi.", (b"Rar!\x1a\x07", "a.rar"), (WORD, "b.docx")).as_bytes(), "mail.eml"
    )
    assert word.name == "b.docx"
    assert own.notes == (
        "The attachment could not be read: a.rar: it is a .rar archive; unpack it and give the files in it",
    )


def test_a_forwarded_mail_is_opened() -> None:
    outer = mail("Chuyển tiếp.")
    outer.add_attachment(mail("Họp lúc 9h00.", (WORD, "trong.docx")))
    assert [document.name for document in read_documents(outer.as_bytes(), "mail.eml")][1:] == [
        "Lịch tuần.eml",
        "trong.docx",
    ]


def test_text_in_the_charset_that_the_mail_declares() -> None:
    message = EmailMessage()
    message["From"], message["Subject"], message["MIME-Version"] = "vp@example.org", "x", "1.0"
    message.set_content("Hop luc 8h00 cafe \xe9", charset="iso-8859-1")
    assert outline(read_document(message.as_bytes(), "mail.eml")) == ["Hop luc 8h00 cafe \xe9"]


def test_a_charset_that_no_computer_has_is_read_as_it_came() -> None:
    data = b"From: a@example.org\r\nContent-Type: text/plain; charset=utf\x008\r\n\r\nHop luc 8h00"
    assert parts(data, "mail.eml")[0] == b"Hop luc 8h00"


def test_other_files_have_no_attachments() -> None:
    assert attachments(b"From: here\nto there", "text.txt") == ()
    assert attachments(WORD, "a.docx") == ()


def test_a_mail_of_endless_parts_is_refused() -> None:
    data = mail("x", *((b"x", f"{i}.txt") for i in range(300))).as_bytes()
    with pytest.raises(UnreadableDocument, match="more than 200 parts"):
        read_documents(data, "mail.eml")


QUOTED = """
Vào Th 5, 11 thg 6, 2026 vào lúc 15:40 Văn thư <vt@example.org> đã viết:
> Họp tổ công tác 8h00 ngày 17/6.
>> Vào Th 2, 8 thg 6, 2026 lúc 08:15 P.CCVC viết:
>> Họp phòng 16h00 ngày 09/6.
"""


def test_what_a_mail_answers_is_left_out() -> None:
    answer = read_document(mail("Cuộc họp chuyển sang 15h00 ngày 17/6." + QUOTED).as_bytes(), "mail.eml")
    assert outline(answer) == ["Cuộc họp chuyển sang 15h00 ngày 17/6."]
    assert answer.notes == ("Earlier mails that this one quotes were left out.",)
    outlook = (
        "Họp lùi đến 15h00 ngày 17/6.\n\nFrom: Văn thư\nSent: Thursday, June 11, 2026\nTo: VP\n\nHọp 8h00."
    )
    assert outline(read_document(mail(outlook).as_bytes(), "mail.eml")) == ["Họp lùi đến 15h00 ngày 17/6."]
    quoted = 'Họp 9h00 ngày 18/6.\nOn 9/6/2026, Phòng Kế hoạch wrote: "Lịch tháng 6 sẽ gửi sau..."'
    assert outline(read_document(mail(quoted).as_bytes(), "mail.eml")) == ["Họp 9h00 ngày 18/6."]


def test_a_mail_that_says_no_time_itself_passes_on_what_it_quotes() -> None:
    passed_on = read_document(mail("Kính chuyển các đơn vị." + QUOTED).as_bytes(), "mail.eml")
    assert "> Họp tổ công tác 8h00 ngày 17/6." in outline(passed_on)


def test_an_answer_below_its_question_is_kept() -> None:
    below = "On Thu, Jun 11, 2026 at 3:40 PM VP <vp@example.org> wrote:\n> Họp 8h00 ngày 17/6?\nHọp 9h00 ngày 18/6."
    assert outline(read_document(mail(below).as_bytes(), "mail.eml")) == ["Họp 9h00 ngày 18/6."]


def test_a_page_that_says_more_than_the_plain_text_is_read() -> None:
    stub = mail("Thư này cần trình đọc HTML.")
    stub.add_alternative(
        "<html><body><p>Họp giao ban lúc 8h00 ngày 17/6 tại phòng họp số 2, trụ sở Sở Nội vụ. "
        "Đề nghị các đơn vị dự họp đúng giờ và mang theo báo cáo.</p></body></html>",
        subtype="html",
    )
    assert outline(read_document(stub.as_bytes(), "mail.eml"))[0].startswith("Họp giao ban lúc 8h00")
    cells = "".join(f"<tr><td>Thứ {n}</td><td>Họp {n}</td></tr>" for n in (2, 3, 4))
    week = mail("Thứ 2 Họp 2\nThứ 3 Họp 3\nThứ 4 Họp 4")
    week.add_alternative(
        f"<html><body><table><tr><th>Thứ</th><th>Nội dung</th></tr>{cells}</table></body></html>",
        subtype="html",
    )
    assert "| Thứ 2 | Họp 2 |" in outline(read_document(week.as_bytes(), "mail.eml"))


def test_a_mail_tells_the_day_on_which_it_was_sent() -> None:
    documents = read_documents(mail("Gửi lịch.", (WORD, "a.docx")).as_bytes(), "mail.eml")
    assert [document.sent for document in documents] == [date(2024, 1, 5)] * 2
    undated = mail("Họp lúc 8h00.")
    del undated["Date"]
    assert read_document(undated.as_bytes(), "mail.eml").sent is None


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("Mời họp Hội đồng khoa học", "Mời họp Hội đồng khoa học"),
        ("Re: [Văn phòng] Fwd: Lịch tuần 5", "Lịch tuần 5"),
        ("TL: Hoãn họp", "Hoãn họp"),
        ("", None),
    ],
)
def test_a_mail_says_what_it_is_about(subject: str, told: str | None) -> None:
    message = mail("Thời gian: 8h00 ngày 09/01/2024.", (WORD, "a.docx"))
    message.replace_header("Subject", subject)
    own, attached = read_documents(message.as_bytes(), "mail.eml")
    assert (own.subject, attached.subject) == (told, None)
