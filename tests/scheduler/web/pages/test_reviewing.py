"""Documents in, reviewed, released: what editors and approvers do, and what happens when two do it at once."""

import hashlib
import io
import re
from dataclasses import replace
from datetime import time, timedelta
from email.message import EmailMessage

import pytest
from made_documents import PdfPage, cell, docx, paragraph, pdf, run, table
from page_office import PROGRAMME
from PIL import Image

from calendars.documents.document import Document
from calendars.times import month_span
from scheduler.channel_kinds import ChannelKind
from scheduler.people import Address
from scheduler.reminders import QuietHours
from scheduler.service.access import Role
from scheduler.service.importing import ImportService
from scheduler.service.people import NewPerson
from scheduler.service.pictures import page_picture
from scheduler.service.query import ListQuery

TASKS = """\
I. MỘT SỐ NHIỆM VỤ TRỌNG TÂM

1. Các xã, phường gửi báo cáo công tác Hội năm 2026 về Văn phòng trước ngày 22/12/2026.

I. CÁC HỘI NGHỊ"""
INVITATION = PdfPage().lines(70, 760, ["GIẤY MỜI", "Họp giao ban: 8h00 ngày 21/12/2026."])


def test_document_is_shown_with_its_passages_beside_the_entries(office):
    editor = office.member("lan", Role.EDITOR)
    page = editor.get(editor.draft()).text
    assert (
        '<a class="chip hue-2" href="#e2" title="Đến việc 2">2</a><mark>2. Hội nghị tổng kết công tác Hội'
        in page
    )
    assert "08h00, thứ Sáu, ngày 18/12/2026" in page
    assert "Thứ và ngày không khớp nhau." in page
    assert "1 việc cần xem" in page


def test_pasted_text_is_read_as_well(office):
    editor = office.member("lan", Role.EDITOR)
    answer = editor.post("/import", {"calendar": "hoi", "text": PROGRAMME})
    assert answer.status_code == 303
    assert "Hội nghị tổng kết" in editor.get(answer.headers["location"]).text


def test_pasted_texts_are_named_by_what_they_are_about(office):
    editor = office.member("lan", Role.EDITOR)
    for text in (PROGRAMME, "Họp giao ban tuần: 8h00 ngày 21/12/2026, tại phòng số 2."):
        editor.post("/import", {"calendar": "hoi", "text": text})
    names = re.findall(r'<a href="/drafts/[^"]+">(.*?)</a>', editor.get("/import").text)
    assert sorted(names) == [
        "CHƯƠNG TRÌNH Công tác tháng 12 năm 2026 (dán ngày 22/11/2026)",
        "Họp giao ban tuần: 8h00 ngày 21/12/2026, tại phòng số 2. (dán ngày 22/11/2026)",
    ]


def test_pdf_is_shown_as_its_pages_look(office):
    editor = office.member("lan", Role.EDITOR)
    path = editor.upload(pdf(INVITATION), "giay-moi.pdf").headers["location"]
    assert f'src="{path}/pages/1"' in editor.get(path).text
    picture = editor.get(f"{path}/pages/1")
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG\r\n\x1a\n")
    assert "sandbox" in picture.headers["content-security-policy"]
    assert editor.get(f"{path}/pages/2").status_code == 404
    assert office.visitor().get(f"{path}/pages/1").status_code == 303


def test_passages_are_marked_on_the_picture_of_their_page(office):
    editor = office.member("lan", Role.EDITOR)
    path = editor.upload(pdf(INVITATION), "giay-moi.pdf").headers["location"]
    page = editor.get(path).text
    assert 'data-entries="1" aria-label="Việc 1: Họp giao ban: 8h00 ngày 21/12/2026."' in page
    [points] = re.findall(r'<polygon id="l2" points="([^"]+)"', page)
    corners = [[float(number) for number in point.split(",")] for point in points.split()]
    left, base = 70 / 595, (842 - 742) / 842
    assert corners[0] == pytest.approx([left, base], abs=0.02)
    assert corners[0][0] == corners[3][0] < corners[1][0] == corners[2][0]
    assert corners[0][1] < base < corners[3][1]


def test_view_of_the_document_stays_while_one_corrects(office):
    editor = office.member("lan", Role.EDITOR)
    path = editor.upload(pdf(INVITATION), "giay-moi.pdf").headers["location"]
    text = editor.get(f"{path}?view=text").text
    assert f"{path}/pages/1" not in text
    assert '<input type="hidden" name="view" value="text">' in text
    answer = editor.post(
        f"{path}/entries/1", {"version": "1", "action": "accept", "view": "text"}, form=f"{path}?view=text"
    )
    assert answer.headers["location"] == f"{path}?view=text#e1"


def test_picture_of_an_attachment_is_that_of_the_attachment(office):
    mail = EmailMessage()
    mail["Subject"] = "Giấy mời"
    mail.set_content("")
    mail.add_attachment(pdf(INVITATION), maintype="application", subtype="pdf", filename="giay-moi.pdf")
    editor = office.member("lan", Role.EDITOR)
    path = editor.upload(mail.as_bytes(), "thu.eml").headers["location"]
    assert editor.get(f"{path}/pages/1").content.startswith(b"\x89PNG")


def test_fax_of_several_pages_is_shown_page_by_page():
    out = io.BytesIO()
    pages = [Image.new("1", (400, 560), colour) for colour in (1, 0)]
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:])
    data = out.getvalue()
    document = Document("fax.tif", hashlib.sha256(data).hexdigest(), "image/tiff", (), pages=2)
    shown = [page_picture(data, "fax.tif", document, page) for page in (1, 2, 3)]
    assert shown[2] is None
    colours = [Image.open(io.BytesIO(one.content)).getpixel((5, 5)) for one in shown[:2] if one]
    assert colours == [(255, 255, 255), (0, 0, 0)]


def test_cell_that_became_nothing_is_not_shown_as_its_neighbours(office):
    rows = [
        ("Ngày", "Sáng", "Chiều"),
        ("Thứ Hai 14/12/2026", "8h00: Họp giao ban tại phòng họp số 2", "Trực cơ quan"),
    ]
    table_of = table(*("".join(cell(run(text)) for text in row) for row in rows))
    heading = "".join(
        paragraph(run(line)) for line in ("LỊCH CÔNG TÁC TUẦN 51", "(Từ ngày 14/12/2026 đến ngày 20/12/2026)")
    )
    editor = office.member("lan", Role.EDITOR)
    page = editor.get(editor.upload(docx(heading + table_of), "tuan.docx").headers["location"]).text
    [line] = re.findall(r'class="line ([^"]*)"[^>]*>Trực cơ quan', page)
    assert line == "fate-not-understood"
    assert "Vạch chấm bên trái" in page


def test_same_document_twice_is_one_draft_and_after_release_none(office):
    editor = office.member("lan", Role.APPROVER)
    first = editor.draft()
    assert editor.draft() == first
    editor.post(f"{first}/release", {"version": "1"}, form=f"{first}/compare")
    answer = editor.upload()
    assert answer.status_code == 422
    assert "đã nhập từ trước" in answer.text


@pytest.mark.parametrize(
    ("body", "name"),
    [(b"", "trong.txt"), (b"\x7fELF" + bytes(200), "may.docx"), (b"%PDF-1.7 broken", "hong.pdf")],
)
def test_unreadable_upload_is_told_and_nothing_else_happens(office, body, name):
    editor = office.member("lan", Role.EDITOR)
    answer = editor.upload(body, name)
    assert answer.status_code == 422
    assert name in answer.text
    assert office.services.drafts.open_drafts() == []


def test_upload_that_is_too_large_is_refused(office):
    editor = office.member("lan", Role.EDITOR)
    assert editor.upload(b"x" * 400_000, "lon.txt").status_code == 422
    refused = editor.upload(b"x" * 5_000_000, "rat-lon.txt")
    assert refused.status_code == 413
    assert "Tệp gửi lên quá lớn" in refused.text
    assert "nhiều nhất 4,3 MB" in refused.text
    assert "<h1>" in refused.text


def test_more_files_than_are_taken_at_once_are_told(office):
    editor = office.member("lan", Role.EDITOR)
    files = [("documents", (f"{number}.txt", b"x")) for number in range(21)]
    answer = editor.post("/import", {"calendar": "hoi"}, files=files)
    assert answer.status_code == 400
    assert "Nhiều nhất 20 tệp" in answer.text


def test_entry_in_doubt_says_why_even_where_no_issue_does(office):
    editor = office.member("lan", Role.EDITOR)
    entries = editor.get(editor.draft(PROGRAMME.replace("I. CÁC HỘI NGHỊ", TASKS))).text.split("<article")[1:]
    told = [("cần xem" in one, 'class="clash"' in one) for one in entries]
    assert (True, True) in told
    assert (True, False) not in told


def test_correcting_a_time_by_words_accepts_the_entry(office):
    editor = office.member("lan", Role.EDITOR)
    path = editor.draft()
    answer = _save(editor, path, 4, when="14h00 ngày 23/12/2026")
    assert answer.headers["location"] == f"{path}#e4"
    page = editor.get(path).text
    assert "14h00, thứ Tư, ngày 23/12/2026" in page
    assert "Không còn việc nào phải xem." in page


def test_standing_meeting_typed_stays_within_the_programmes_month(office):
    editor = office.member("lan", Role.EDITOR)
    path = editor.draft()
    _save(editor, path, 1, when="sáng thứ 2 hằng tuần")
    assert "Sáng thứ Hai hằng tuần, từ ngày 07/12 đến ngày 28/12/2026" in editor.get(path).text


def test_time_that_is_not_understood_is_kept_in_its_field(office):
    editor = office.member("lan", Role.EDITOR)
    answer = _save(editor, editor.draft(), 2, when="khi nào tiện", title="Tên mới gõ")
    assert answer.status_code == 422
    assert 'value="khi nào tiện"' in answer.text
    assert 'value="Tên mới gõ"' in answer.text


def test_rejected_and_merged_entries_are_not_released(office):
    approver = office.member("lan", Role.APPROVER)
    path = approver.draft()
    _act(approver, path, 3, "reject", version=1)
    _act(approver, path, 4, "merge", version=2, into="2")
    approver.post(f"{path}/release", {"version": "3"}, form=f"{path}/compare")
    assert _titles(office) == {"Giao ban Thường trực Hội LHPN tỉnh", "Hội nghị tổng kết công tác Hội"}


def test_merged_entry_is_taken_apart_again(office):
    editor = office.member("lan", Role.EDITOR)
    path = editor.draft()
    before = editor.get(path).text
    _act(editor, path, 4, "merge", version=1, into="2")
    page = editor.get(path).text
    assert '<a class="tag" href="#e2">đã gộp vào việc 2</a>' in page
    assert "Tách ra" in page
    _act(editor, path, 4, "reopen", version=2)
    assert _understood(editor.get(path).text) == _understood(before)


def test_correcting_or_accepting_a_merged_entry_takes_it_apart(office):
    editor = office.member("lan", Role.EDITOR)
    path = editor.draft()
    _act(editor, path, 2, "merge", version=1, into="3")
    assert "Hội trường tầng 3" in _article(editor.get(path).text, 3)
    _act(editor, path, 2, "accept", version=2)
    page = editor.get(path).text
    assert "đã duyệt" in _article(page, 2)
    assert "Hội trường tầng 3" not in _article(page, 3)


def test_what_an_entry_may_be_merged_into_is_a_page_of_its_own(office):
    editor = office.member("lan", Role.EDITOR)
    path = editor.draft()
    assert f'href="{path}/entries/4/merge"' in editor.get(path).text
    page = editor.get(f"{path}/entries/4/merge").text
    assert re.findall(r'name="into" value="(\d+)"', page) == ["1", "2", "3"]
    assert "08h00, thứ Sáu, ngày 18/12/2026" in page
    sent = {"version": "1", "action": "merge", "into": "2"}
    answer = editor.post(f"{path}/entries/4", sent, form=f"{path}/entries/4/merge")
    assert answer.headers["location"] == f"{path}#e4"
    assert editor.get(f"{path}/entries/4/merge").headers["location"] == f"{path}#e4"
    assert editor.get(f"{path}/entries/9/merge").status_code == 404
    assert office.visitor().get(f"{path}/entries/4/merge").status_code == 303


def test_long_draft_is_shown_a_hundred_entries_at_a_time_with_their_lines(office):
    editor = office.member("lan", Role.EDITOR)
    path = editor.draft(_long(230))
    first, second, third = (editor.get(f"{path}?leaf={number}").text for number in (1, 2, 3))
    shown = [[int(number) for number in re.findall(r'id="e(\d+)"', page)] for page in (first, second, third)]
    assert shown == [[*range(1, 101)], [*range(101, 201)], [*range(201, 231)]]
    lines = [[int(number) for number in re.findall(r'id="l(\d+)"', page)] for page in (first, second, third)]
    written = [number for number, line in enumerate(_long(230).split("\n"), 1) if line.strip()]
    assert sorted(number for page in lines for number in page) == written
    assert editor.get(f"{path}?leaf=99").text.count('id="e230"') == 1
    assert "Việc 101–200</a>" in first
    answer = editor.post(f"{path}/entries/150", {"version": "1", "action": "reject"}, form=f"{path}?leaf=2")
    assert answer.headers["location"] == f"{path}?leaf=2#e150"


def test_review_of_four_times_as_much_is_no_larger_a_page(office):
    editor = office.member("lan", Role.EDITOR)
    small, large = (len(editor.get(editor.draft(_long(count))).text) for count in (100, 400))
    assert large < 1.1 * small


def test_comparison_tells_what_will_happen_and_to_how_many(office):
    mail, zalo = Address(ChannelKind.EMAIL, "v@example.org"), Address(ChannelKind.ZALO_BOT, "123456")
    for name, addresses in (("Vân", (zalo, mail)), ("An", (mail,)), ("Cúc", ())):
        new = NewPerson(name=name, addresses=addresses, follows=("hoi",))
        office.services.people.add(new, office.clock())
    approver = office.member("lan", Role.APPROVER)
    path = approver.draft()
    page = approver.get(f"{path}/compare").text
    assert "Sẽ lên lịch ngay (3)" in page
    assert "Còn ngờ, sẽ chờ xem lại (1)" in page
    assert "3 thay đổi lên lịch ngay" in page
    assert "1 việc chờ xem lại, chưa lên lịch." in page
    assert "2 người được báo tin ngay." in page
    assert _told(page) == [
        ("An", "Thư", "chương trình tháng"),
        ("Vân", "Zalo Bot không được thì Thư", "chương trình tháng"),
    ]
    assert "Phát hành: đưa 3 thay đổi lên lịch, báo tin cho 2 người</button>" in page
    assert _titles(office) == set()


def test_comparison_folds_many_names_and_tells_when_quiet_hours_end(office):
    quiet = QuietHours(begin=time(21, 30), end=time(6))
    policy = replace(
        office.services.drafts.policy, office=replace(office.services.drafts.policy.office, quiet=quiet)
    )
    office.services.drafts.policy = policy
    for number in range(9):
        mail = Address(ChannelKind.EMAIL, f"p{number}@example.org")
        office.services.people.add(
            NewPerson(name=f"P{number}", addresses=(mail,), follows=("hoi",)), office.clock()
        )
    office.clock.forward(timedelta(hours=12))
    approver = office.member("lan", Role.APPROVER)
    path = approver.draft()
    page = approver.get(f"{path}/compare").text
    assert "9 người được báo tin, từ lúc 06h00 23/11/2026 (giờ yên lặng)." in page
    assert '<details class="recipients"><summary>' in page
    assert len(_told(page)) == 9


def test_comparison_names_what_stands_as_a_hand_has_set_it(office):
    earlier = PROGRAMME.replace("ngày 27 tháng 11", "ngày 20 tháng 11")
    office.import_programme(earlier)
    listing = office.services.calendars.listing(ListQuery(span=month_span(2026, 12), calendar="hoi"))
    [event] = {one.event for one in listing.occurrences if one.title == "Hội nghị tổng kết công tác Hội"}
    approver = office.member("lan", Role.APPROVER)
    path = f"/c/hoi/event/{event.uid}"
    seen = re.search(r'name="seen" value="([^"]*)"', approver.get(path).text)[1]
    approver.post(path, {"action": "move", "at": "14h00 ngày 21/12/2026", "seen": seen})
    page = approver.get(f"{approver.draft(earlier + chr(10))}/compare").text
    kept = page.partition("Giữ theo sửa tay (1)")[2].partition("</ul>")[0]
    assert "Hội nghị tổng kết công tác Hội</a>: 14h00, thứ Hai, ngày 21/12/2026" in kept
    assert "sửa tay ngày 22/11/2026" in kept


def test_comparison_names_what_is_left_out(office):
    approver = office.member("lan", Role.APPROVER)
    path = approver.draft()
    _act(approver, path, 3, "reject", version=1)
    _act(approver, path, 4, "merge", version=2, into="2")
    page = approver.get(f"{path}/compare").text
    aside = " ".join(page.partition("Không đưa lên lịch (2)")[2].partition("</ul>")[0].split())
    assert f'3. <a href="{path}#e3">Tập huấn nghiệp vụ cho cán bộ cơ sở</a> <span class="tag">đã bỏ' in aside
    assert f'4. <a href="{path}#e4">' in aside
    assert "đã gộp vào việc 2" in aside


def test_release_puts_it_on_the_calendar_and_lets_doubts_wait(office):
    approver = office.member("lan", Role.APPROVER)
    path = approver.draft()
    done = approver.post(f"{path}/release", {"version": "1"}, form=f"{path}/compare").text
    assert "3 thay đổi đã lên lịch (đợt 1)" in done
    assert len(_titles(office)) == 3
    assert "Thăm, tặng quà gia đình chính sách" in approver.get("/review").text
    assert "Hội nghị tổng kết" in approver.get("/feeds/hoi.ics").text.replace("\r\n ", "")


def test_editor_corrects_but_does_not_release(office):
    editor = office.member("lan", Role.EDITOR)
    path = editor.draft()
    page = editor.get(f"{path}/compare").text
    assert "Người duyệt sẽ phát hành" in page
    assert editor.post(f"{path}/release", {"version": "1"}, form="/me").status_code == 403
    assert _titles(office) == set()


def test_second_of_two_editors_sees_what_the_first_changed_and_loses_nothing(office):
    one, other = office.member("lan", Role.EDITOR), office.member("cuc", Role.EDITOR)
    path = one.draft()
    assert _save(one, path, 2, title="Tên của Lan").status_code == 303
    answer = _save(other, path, 2, title="Tên của Cúc", version=1)
    assert answer.status_code == 409
    assert "lan vừa sửa bản này" in answer.text
    assert "Tên của Lan</h3>" in answer.text
    assert 'value="Tên của Cúc"' in answer.text
    assert 'name="version" value="2"' in answer.text


def test_second_of_two_approvers_sees_that_it_is_released(office):
    one, other = office.member("lan", Role.APPROVER), office.member("cuc", Role.APPROVER)
    path = one.draft()
    one.post(f"{path}/release", {"version": "1"}, form=f"{path}/compare")
    answer = other.post(f"{path}/release", {"version": "1"}, form="/me")
    assert answer.headers["location"] == path
    assert "lan đã phát hành văn bản này" in other.get(path).text
    assert len(office.services.revising.releases()) == 1


def test_release_of_what_was_changed_meanwhile_shows_the_new_comparison(office):
    one, other = office.member("lan", Role.EDITOR), office.member("cuc", Role.APPROVER)
    path = one.draft()
    _save(one, path, 2, title="Tên của Lan")
    answer = other.post(f"{path}/release", {"version": "1"}, form=f"{path}/compare")
    assert answer.status_code == 409
    assert "Tên của Lan" in answer.text
    assert _titles(office) == set()


def test_discarded_draft_says_by_whom(office):
    editor = office.member("lan", Role.EDITOR)
    path = editor.draft()
    editor.post(f"{path}/discard", {"version": "1"}, form=path)
    assert "lan đã bỏ bản này" in editor.get(path).text
    assert office.services.drafts.open_drafts() == []


def test_what_waits_is_settled_once(office):
    approver, other = office.member("lan", Role.APPROVER), office.member("cuc", Role.APPROVER)
    path = approver.draft()
    approver.post(f"{path}/release", {"version": "1"}, form=f"{path}/compare")
    told = {
        "action": "accept",
        "title": "Thăm gia đình chính sách",
        "when": "sáng 23/12/2026",
        "when_shown": "x",
    }
    assert approver.post("/review/1", told, form="/review").headers["location"] == "/review?done=accepted"
    assert "Thăm gia đình chính sách" in _titles(office)
    answer = other.post("/review/1", {"action": "reject"}, form="/me")
    assert answer.status_code == 409
    assert "Người khác đã xử lý" in answer.text


def test_what_waits_is_given_its_groups(office):
    approver = office.member("lan", Role.APPROVER)
    office.services.people.add(NewPerson(name="Hạnh", groups=("Ban Gia đình",)), office.clock())
    path = approver.draft()
    approver.post(f"{path}/release", {"version": "1"}, form=f"{path}/compare")
    told = {"action": "accept", "title": "Thăm gia đình", "groups": "Ban Tổ chức"}
    refused = approver.post("/review/1", told, form="/review")
    assert refused.status_code == 422
    assert "Không có nhóm nào tên như vậy" in refused.text
    assert 'name="groups" value="Ban Tổ chức"' in refused.text
    approver.post("/review/1", told | {"groups": "ban gia đình"}, form="/review")
    [change] = office.services.revising.releases()[-1].changes
    assert office.services.stories.story(change["uid"]).event.groups == ("Ban Gia đình",)


def test_release_is_taken_back_once(office):
    approver = office.member("lan", Role.APPROVER)
    path = approver.draft()
    released = approver.post(f"{path}/release", {"version": "1"}, form=f"{path}/compare").text
    assert 'hoàn tác được ở trang <a href="/changes">' in released
    answer = approver.post("/changes/1/undo", form="/changes")
    assert answer.status_code == 303
    assert "Đã hoàn tác đợt 1: lịch trở lại như trước" in approver.get(answer.headers["location"]).text
    assert "Đã hoàn tác" not in approver.get("/changes?undone=7").text
    assert _titles(office) == set()
    assert approver.post("/changes/1/undo", form="/me").status_code == 409


def test_answer_that_names_no_event_of_the_calendar_is_refused_with_a_sentence(office):
    office.import_programme()
    approver = office.member("lan", Role.APPROVER)
    path = approver.draft("Giấy mời\nHọp khối thi đua: 8h00 ngày 22/12/2026.\n")
    told = {"action": "answer", "uid": "khong-con-nua", "version": "1"}
    answer = approver.post(f"{path}/entries/1", told, form=path)
    assert answer.status_code == 409
    assert "Việc đã chọn không còn trên lịch." in answer.text
    assert office.services.drafts.get(path.rpartition("/")[2]).answers == {}

    typed = {
        "action": "accept",
        "uid": "khong-con-nua",
        "title": "Thăm, gõ rất lâu",
        "location": "",
        "groups": "",
    }
    answer = approver.post("/review/1", typed, form="/review")
    assert answer.status_code == 409
    assert "Việc đã chọn không còn trên lịch." in answer.text
    assert 'value="Thăm, gõ rất lâu"' in answer.text
    assert len(office.services.revising.proposals()) == 1


def test_what_is_in_doubt_of_an_imported_calendar_is_shown_and_taken_over_whole(office):
    """The form sends its fields as they were shown: nothing of it is a correction, so the calendar keeps its event."""
    lines = (
        "BEGIN:VCALENDAR",
        "X-WR-CALNAME:Sở Nội vụ",
        "BEGIN:VEVENT",
        "UID:1@so",
        "DTSTAMP:20261101T000000Z",
        "DTSTART:20261203T080000",
        "RRULE:FREQ=WEEKLY;COUNT=3",
        "SUMMARY:Giao ban  Sở",
        "LOCATION:Phòng 2",
        "DESCRIPTION:Mang tài liệu",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    )
    services = office.services
    importing = ImportService(services.serving.database, services.serving.settings, services.drafts.policy)
    importing.import_file("\r\n".join(lines).encode(), "so.ics", now=office.clock(), calendar="hoi")
    approver = office.member("lan", Role.APPROVER)
    page = approver.get("/review").text
    assert "Giờ không kèm múi giờ" in page
    fields = dict(re.findall(r'name="(title|when|when_shown|location|groups)" value="([^"]*)"', page))
    assert fields["title"] == "Giao ban Sở"
    done = approver.post("/review/1", {"action": "accept", "uid": "1@so", **fields}, form="/review")
    assert done.headers["location"] == "/review?done=accepted"
    event = services.stories.story("1@so").event
    assert (event.location, event.note, event.issues) == ("Phòng 2", "Mang tài liệu", ())
    assert (event.origin.is_calendar, event.origin.name) == (True, "Sở Nội vụ")


@pytest.mark.parametrize(
    ("title", "words"),
    [("", "tên việc không được để trống"), ("h" * 501, "tên việc dài 501 ký tự; được nhiều nhất 500")],
    ids=["empty", "long"],
)
def test_title_that_cannot_be_taken_is_refused_with_a_sentence(office, title, words):
    office.import_programme()
    approver = office.member("lan", Role.APPROVER)
    path = approver.draft("Giấy mời\nHọp khối thi đua: 8h00 ngày 22/12/2026.\n")
    answer = _save(approver, path, 1, title=title, location="Phòng 2, gõ rất lâu")
    assert (answer.status_code, words in answer.text) == (422, True)
    assert 'value="Phòng 2, gõ rất lâu"' in answer.text

    typed = {"action": "accept", "title": title, "location": "Phòng 3, gõ rất lâu", "groups": ""}
    answer = approver.post("/review/1", typed, form="/review")
    assert (answer.status_code, words in answer.text) == (422, True)
    assert 'value="Phòng 3, gõ rất lâu"' in answer.text


@pytest.mark.parametrize(
    "path", ["/drafts/khong-co", "/drafts/khong-co/compare", "/deliveries/khong-co", "/people/khong-co"]
)
def test_unknown_draft_person_or_delivery_is_not_found(office, path):
    assert office.member("lan", Role.EDITOR).get(path).status_code == 404


@pytest.mark.parametrize("deed", ["discard", "release", "entries/1"])
def test_what_is_done_to_an_unknown_draft_is_not_found(office, deed):
    approver = office.member("lan", Role.APPROVER)
    answer = approver.post(f"/drafts/khong-co/{deed}", {"version": "1", "action": "accept"}, form="/me")
    assert (answer.status_code, "Không tìm thấy" in answer.text) == (404, True)


def _save(visitor, path, number, *, version=None, **fields):
    page = visitor.get(path).text
    seen = re.search(r'name="version" value="(\d+)"', page)[1]
    entry = page.partition(f'id="e{number}"')[2].partition("</article>")[0]
    told = {
        name: re.search(rf'name="{name}" value="([^"]*)"', entry)[1]
        for name in ("title", "when", "when_shown", "location", "chair", "attendees", "prepared_by", "note")
    }
    told |= {"action": "save", "version": str(version or seen)} | fields
    return visitor.post(f"{path}/entries/{number}", told, form=path)


def _act(visitor, path, number, action, *, version, **more):
    told = {"action": action, "version": str(version)} | more
    answer = visitor.post(f"{path}/entries/{number}", told, form=path)
    assert answer.status_code == 303, answer.text
    return answer


def _titles(office):
    listing = office.services.calendars.listing(ListQuery(span=month_span(2026, 12), calendar="hoi"))
    return {one.title for one in listing.occurrences}


def test_why_something_waits_is_told_in_one_language(office):
    approver = office.member("lan", Role.APPROVER)
    office.import_programme()
    page = approver.get("/review").text
    assert "Thứ và ngày không khớp nhau</p>" in page
    assert "the date was kept" not in page


def _told(page):
    """The rows of the table of those who will be told, as words."""
    rows = re.findall(r'<tr><th scope="row">(.*?)</th><td>(.*?)</td><td>(.*?)</td></tr>', page)
    return [tuple(" ".join(re.sub("<[^>]+>", "", cell).split()) for cell in row) for row in rows]


def _long(entries):
    """A programme of so many meetings, in sections of 25."""
    lines = ["CHƯƠNG TRÌNH", "Công tác năm 2027", ""]
    for number in range(entries):
        if number % 25 == 0:
            lines += ["", f"{'I' * (number // 25 % 3 + 1)}. PHẦN VIỆC {number // 25 + 1}", ""]
        day = f"{number % 28 + 1:02d}/{number % 12 + 1:02d}/2027"
        lines.append(f"{number % 25 + 1}. Kiểm tra xã {chr(65 + number % 26)}{number}: 8h00 ngày {day}.")
    return "\n".join(lines)


def _understood(page):
    """The pane of the entries, without the version that its forms name and their tokens."""
    pane = page.partition('<section class="understood"')[2]
    return re.sub(r'(name="(?:version|form_token)") value="[^"]*"', r"\1", pane)


def _article(page, number):
    return page.partition(f'id="e{number}"')[2].partition("</article>")[0]
