"""What the clerk does from the first run to the release, in a real browser: with scripts, and by the keyboard alone."""

import base64
import re
from contextlib import closing
from html import escape

import pytest
from made_documents import PdfPage, docx, paragraph, pdf, run
from page_office import PASSWORD, PROGRAMME
from playwright.sync_api import expect
from pypdfium2 import PdfDocument

from calendars.marks import Status
from calendars.times import month_span
from scheduler.service.access import Role
from scheduler.service.drafting import Turn
from scheduler.service.query import ListQuery

PDF_OF_A4_LANDSCAPE = re.compile(rb"/MediaBox\s*\[\s*0 0 84[12][.\d]* 59[45][.\d]*\s*\]")


def test_first_run_drop_correct_release_and_see_it(served, open_page):
    link = served.office.services.access.first_link(served.office.clock())
    page = open_page()
    page.goto(f"/first/{link}")
    page.get_by_label("Họ tên").fill("Lê Thị Thanh Vân")
    page.get_by_label("Tên đăng nhập").fill("goc")
    page.get_by_label("Mật khẩu", exact=False).first.fill(PASSWORD)
    page.get_by_label("Gõ lại mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Lưu và đăng nhập").click()

    page.get_by_role("link", name="Nhập văn bản").click()
    _drop(page, _word(PROGRAMME), "chuong-trinh.docx")
    expect(page.get_by_role("heading", name="Những gì đã hiểu")).to_be_visible()

    entry = page.locator("#e4")
    expect(entry).to_contain_text("Thứ và ngày không khớp nhau.")
    entry.get_by_text("Sửa", exact=False).first.click()
    entry.get_by_label("Thời gian").fill("chiều 23/12/2026")
    expect(entry.locator("output")).to_have_text("= chiều thứ Tư, ngày 23/12/2026")
    entry.get_by_role("button", name="Lưu").click()
    expect(page.locator("#e4")).to_contain_text("đã sửa")
    expect(page.locator(".actions")).to_contain_text("Không còn việc nào phải xem.")

    page.get_by_role("link", name="So với lịch và phát hành").click()
    expect(page.get_by_role("heading", name="Sẽ lên lịch ngay (4)")).to_be_visible()
    page.get_by_role("button", name="Phát hành").click()
    page.get_by_role("link", name="Xem lịch").click()
    expect(page.get_by_role("heading", name="Tháng 12 năm 2026")).to_be_visible()
    expect(page.locator(".month")).to_contain_text("Thăm, tặng quà gia đình chính sách")
    feed = page.request.get(f"{served.url}/feeds/hoi.ics").text().replace("\r\n ", "")
    assert "SUMMARY:Thăm\\, tặng quà gia đình chính sách" in feed


def test_file_that_is_too_large_is_refused_before_it_is_sent(open_page, tmp_path):
    large, small = tmp_path / "quét.pdf", tmp_path / "a.txt"
    large.write_bytes(b"x" * 400_000)
    small.write_text(PROGRAMME)
    page = open_page("lan", Role.EDITOR)
    page.goto("/import")
    sent = []
    page.on("request", lambda request: sent.append(request.method))
    field, button = page.locator("#documents"), page.get_by_role("button", name="Đọc văn bản")
    field.set_input_files(large)
    expect(page.get_by_role("alert")).to_have_text("quét.pdf: quá lớn; mỗi tệp nhiều nhất 0,3 MB.")
    expect(button).to_be_disabled()
    field.set_input_files([small] * 21)
    expect(page.get_by_role("alert")).to_contain_text("Nhiều nhất 20 tệp một lần")
    field.set_input_files(small)
    expect(page.locator(".refused")).to_have_text("")
    expect(button).to_be_enabled()
    _let_fall(page, large.read_bytes(), large.name)
    expect(page.get_by_role("alert")).to_contain_text("quét.pdf: quá lớn")
    assert "POST" not in sent


def test_without_scripts_what_was_too_large_is_told_when_it_was_sent(open_page, tmp_path):
    large = tmp_path / "quét.pdf"
    large.write_bytes(b"x" * 30_000_000)
    page = open_page("lan", Role.EDITOR, java_script_enabled=False)
    page.goto("/import")
    page.locator("#documents").set_input_files(large)
    page.get_by_role("button", name="Đọc văn bản").click()
    expect(page.get_by_role("heading", name="Tệp gửi lên quá lớn")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Một lần gửi được nhiều nhất 4,3 MB")


def test_passage_and_entry_light_each_other(served, open_page):
    page = open_page("lan", Role.EDITOR)
    _paste(page, PROGRAMME + "\n5. Họp: 9h00 ngày 21/12/2026.\n")
    page.locator("#e2 h3").hover()
    expect(page.locator(".line.lit")).to_contain_text("2. Hội nghị tổng kết công tác Hội")
    page.locator(".line[data-entries='3']").hover()
    expect(page.locator("#e3")).to_have_class(re.compile(r"\blit\b"))
    expect(page.locator("#e2")).not_to_have_class(re.compile(r"\blit\b"))


def test_passage_on_the_picture_of_a_page_and_entry_light_each_other(served, open_page):
    page = open_page("lan", Role.EDITOR)
    lines = ["1. Hội nghị sơ kết: 8h00 ngày 22/12/2026.", "2. Họp khối thi đua: chiều 23/12/2026."]
    sheet = PdfPage().lines(70, 700, ["CHƯƠNG TRÌNH", "Công tác tháng 12 năm 2026"]).lines(70, 640, lines)
    page.goto("/import")
    _drop(page, pdf(sheet), "chuong-trinh.pdf")
    passages = page.get_by_role("group", name="Các đoạn đã hiểu trên trang 1").get_by_role("link")
    expect(passages).to_have_count(2)
    expect(passages.nth(1)).to_have_accessible_name("Việc 2: 2. Họp khối thi đua: chiều 23/12/2026.")
    first, second = page.locator(".page-picture a").all()
    page.locator("#e2 h3").hover()
    expect(second).to_have_class(re.compile(r"\blit\b"))
    expect(first).not_to_have_class(re.compile(r"\blit\b"))
    first.locator("polygon").hover()
    expect(page.locator("#e1")).to_have_class(re.compile(r"\blit\b"))
    colours = [shape.evaluate("one => getComputedStyle(one).fill") for shape in page.locator("polygon").all()]
    assert colours[0] != colours[1]

    _tab_to(page, ".page-picture a[href='#e2']")
    expect(page.locator("#e2")).to_have_class(re.compile(r"\blit\b"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#e2$"))
    page.locator("#e1 h3 a.chip").click()
    expect(page).to_have_url(re.compile(r"#l\d+$"))


def test_title_with_html_does_nothing(served, open_page):
    page = open_page("lan", Role.EDITOR)
    page.on("dialog", lambda _: pytest.fail("a script of the document ran"))
    _paste(
        page,
        "Giấy mời\n<img src=x onerror=alert(1)><script>alert(2)</script> Họp giao ban: 8h00 ngày 22/12/2026.\n",
    )
    expect(page.locator(".sheet")).to_contain_text("<script>alert(2)</script>")


def test_keyboard_alone_from_login_to_release(served, open_page):
    served.office.account("cuc", Role.APPROVER)
    page = open_page()
    page.goto("/login")
    _tab_to(page, "#login")
    page.keyboard.type("cuc")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/")
    _follow(page, "Nhập văn bản")
    _tab_to(page, "summary")
    page.keyboard.press("Enter")
    _tab_to(page, "#text")
    page.keyboard.insert_text("Giấy mời\nHọp tổng kết thi đua: 8h00 ngày 24/12/2026, tại phòng họp số 2.\n")
    _tab_to(page, "form.import button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/drafts/*")
    _follow(page, "So với lịch và phát hành")
    _tab_to(page, ".release button")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Đã phát hành")).to_be_visible()


def test_two_approvers_the_second_sees_what_changed(served, open_page):
    one, other = open_page("lan", Role.APPROVER), open_page("hoa", Role.APPROVER)
    _paste(one, "Giấy mời\nHọp chi bộ: 8h00 ngày 28/12/2026, tại phòng họp số 1.\n")
    other.goto(one.url)
    for page, title in ((one, "Họp chi bộ tháng 12"), (other, "Họp chi bộ cuối năm")):
        page.locator("#e1 summary").click()
        page.get_by_label("Tên việc").fill(title)
        with page.expect_navigation():
            page.get_by_role("button", name="Lưu").click()
    expect(other.get_by_role("alert")).to_contain_text("lan vừa sửa bản này")
    expect(other.locator("#e1 h3")).to_contain_text("Họp chi bộ tháng 12")
    expect(other.get_by_label("Tên việc")).to_have_value("Họp chi bộ cuối năm")


def test_form_of_an_ended_session_is_sent_after_logging_in(served, open_page):
    page = open_page("lan", Role.EDITOR)
    _paste(page, "Giấy mời\nHọp ban biên tập: 8h00 ngày 29/12/2026.\n")
    page.locator("#e1 summary").click()
    page.get_by_label("Tên việc").fill("Họp ban biên tập, gõ rất lâu")
    page.context.clear_cookies()
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("alert")).to_contain_text("vẫn được giữ")
    page.fill("#login", "lan")
    page.fill("#password", PASSWORD)
    page.locator("main button").click()
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.locator("#e1 h3")).to_contain_text("Họp ban biên tập, gõ rất lâu")


def test_two_at_one_event_lose_nothing_of_each_other(served, open_page):
    served.office.import_programme()
    listing = served.office.services.calendars.listing(
        ListQuery(span=month_span(2026, 12), calendar="hoi", status=Status.TENTATIVE)
    )
    uid = next(one.event.uid for one in listing.occurrences if one.title.startswith("Tập huấn"))
    mine, yours = open_page("cuc", Role.APPROVER), open_page("tam", Role.APPROVER)
    for page in (mine, yours):
        page.goto(f"/c/hoi/event/{uid}")
    yours.get_by_label("Địa điểm").fill("Hội trường tỉnh")
    yours.get_by_role("button", name="Lưu").click()
    expect(yours.locator("article.event")).to_contain_text("Hội trường tỉnh")

    mine.get_by_label("Tên việc").fill("Tập huấn nghiệp vụ, gõ rất lâu")
    mine.get_by_role("button", name="Lưu").click()
    expect(mine.get_by_role("alert")).to_contain_text("tam vừa sửa việc này")
    expect(mine.get_by_role("alert")).to_contain_text("– → Hội trường tỉnh")
    expect(mine.get_by_label("Tên việc")).to_have_value("Tập huấn nghiệp vụ, gõ rất lâu")
    expect(mine.get_by_label("Địa điểm")).to_have_value("Hội trường tỉnh")
    mine.get_by_role("button", name="Lưu").click()
    expect(mine.locator("article.event")).to_contain_text("Tập huấn nghiệp vụ, gõ rất lâu")
    expect(mine.locator("article.event")).to_contain_text("Hội trường tỉnh")

    mine.get_by_label("Tên việc").evaluate("field => field.removeAttribute('required')")
    mine.get_by_label("Tên việc").fill(" ")
    mine.get_by_label("Nhóm").fill("Ban Không Có")
    mine.get_by_role("button", name="Lưu").click()
    expect(mine.get_by_label("Tên việc")).to_be_focused()
    expect(mine.get_by_label("Tên việc")).to_have_accessible_description("tên việc không được để trống")
    expect(mine.get_by_label("Nhóm")).to_have_value("Ban Không Có")


def test_meaning_that_cannot_be_told_says_why_and_what_was_typed_stays(served, open_page):
    page = open_page("lan", Role.EDITOR)
    _paste(page, "Giấy mời\nHọp tổ tư vấn: 8h00 ngày 30/12/2026.\n")
    page.locator("#e1 summary").click()
    field, told = page.get_by_label("Thời gian"), page.locator("#e1 output")
    field.fill("khi nào tiện")
    expect(told).to_have_text("Chưa hiểu thời gian này.")
    page.context.set_offline(True)
    field.fill("chiều 31/12")
    expect(told).to_have_text("Máy chủ không trả lời; vẫn bấm Lưu được khi có mạng lại.")
    page.context.set_offline(False)
    page.context.clear_cookies()
    field.fill("chiều 31/12/2026")
    expect(told).to_contain_text("Phiên làm việc đã hết. Chữ đã gõ vẫn còn")
    page.get_by_role("button", name="Lưu").click()
    page.fill("#login", "lan")
    page.fill("#password", PASSWORD)
    page.locator("main button").click()
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.locator("#e1")).to_contain_text("Chiều thứ Năm, ngày 31/12/2026")


def test_two_entries_are_merged_and_taken_apart_without_scripts(served, open_page):
    page = open_page("lan", Role.EDITOR, java_script_enabled=False)
    page.goto("/import")
    page.locator("summary").click()
    first, second = (
        "Họp khối: 8h00 ngày 7/12/2026.",
        "Họp khối thi đua: 9h00 ngày 8/12/2026, tại hội trường B.",
    )
    text = f"CHƯƠNG TRÌNH\n1. {first}\n2. {second}"
    page.get_by_label("Văn bản", exact=True).fill(text)
    page.get_by_role("button", name="Đọc văn bản").click()
    page.locator("#e2 summary").click()
    page.locator("#e2").get_by_role("link", name="Gộp vào việc khác…").click()
    page.get_by_label("1. Họp khối").check()
    page.get_by_role("button", name="Gộp").click()
    expect(page.locator("#e2")).to_contain_text("đã gộp vào việc 1")
    expect(page.locator("#e1 .entry-when")).to_contain_text("ội trường B")
    page.get_by_role("link", name="So với lịch và phát hành").click()
    expect(page.locator("main")).to_contain_text("Không đưa lên lịch (1)")
    page.locator("main ul a").click()
    page.locator("#e2").get_by_role("button", name="Tách ra").click()
    expect(page.locator("#e2")).not_to_contain_text("đã gộp")
    expect(page.locator("#e1 .entry-when")).not_to_contain_text("ội trường B")


def test_calendar_reads_without_scripts(served, open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/c/hoi/month/2026-12")
    page.locator("select[name=category]").select_option("meeting")
    page.get_by_role("button", name="Lọc").click()
    assert "category=meeting" in page.url
    page.get_by_role("link", name="Theo dõi lịch").click()
    expect(page.get_by_role("link", name="Thêm vào ứng dụng lịch")).to_have_attribute(
        "href", re.compile("^webcal://")
    )


def test_address_of_the_feed_is_copied(served, open_page):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/c/hoi/subscribe")
    page.get_by_role("button", name="Chép").click()
    expect(page.get_by_role("button", name="Đã chép")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{served.url}/feeds/hoi.ics"


def test_week_prints_on_a4_across(served, open_page):
    page = open_page()
    page.goto("/c/hoi/week/2026-51/print")
    printed = page.pdf(prefer_css_page_size=True)
    assert PDF_OF_A4_LANDSCAPE.search(printed)
    with closing(PdfDocument(printed)) as paper:
        assert len(paper) == 1


LONG = "Triển lãm ảnh giới thiệu sản phẩm khởi nghiệp của phụ nữ và phong trào thi đua yêu nước giai đoạn mới"


@pytest.mark.parametrize(
    ("path", "size"),
    [
        ("/c/hoi/month/2027-01", (842, 595)),
        ("/c/hoi/week/2027-02", (595, 842)),
        ("/c/hoi/week/2027-02/print", (842, 595)),
        ("/c/hoi/agenda?from=2027-01-01", (595, 842)),
    ],
)
def test_prints_keep_to_one_family_of_letters_and_cut_nothing_off(served, open_page, path, size):
    _put_on_calendar(served.office, LONG)
    page = open_page()
    page.goto(path)
    printed = page.pdf(prefer_css_page_size=True)
    families = {font.split(b"-")[0] for font in re.findall(rb"/BaseFont /[A-Z]{6}\+(\S+)", printed)}
    assert len(families) == 1
    with closing(PdfDocument(printed)) as paper:
        assert {tuple(round(side) for side in sheet.get_size()) for sheet in paper} == {size}
        words = " ".join("".join(sheet.get_textpage().get_text_range() for sheet in paper).split())
    assert LONG in words
    if "month" in path:
        page.emulate_media(media="print")
        bar = page.locator(".bar", has_text="Triển lãm").first
        assert bar.evaluate(
            "one => one.scrollWidth <= one.clientWidth && one.scrollHeight <= one.clientHeight"
        )


def _put_on_calendar(office, title):
    """A meeting of two days in January with that title, once."""
    drafts, now = office.services.drafts, office.clock()
    letter = "CHƯƠNG TRÌNH\nCông tác tháng 01 năm 2027\n1. Triển lãm: từ ngày 13/01 đến ngày 14/01/2027.\n"
    ids, _ = drafts.take_in(letter.encode(), "trien-lam.txt", calendar="hoi", by="thu", now=now)
    for id_ in ids:
        drafts.correct(id_, 1, Turn(by="thu", now=now, version=1), title=title)
        drafts.release(id_, Turn(by="thu", now=now, version=2))


def _word(text):
    return docx("".join(paragraph(run(escape(line))) for line in text.splitlines()))


def _drop(page, data, name):
    """Drop a file on the page as from a folder, and wait for its review."""
    page.wait_for_url("**/import*")
    _let_fall(page, data, name)
    page.wait_for_url("**/drafts/*")


def _let_fall(page, data, name):
    transfer = page.evaluate_handle(
        """([data, name]) => {
            const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0));
            const transfer = new DataTransfer();
            transfer.items.add(new File([bytes], name));
            return transfer;
        }""",
        [base64.b64encode(data).decode(), name],
    )
    page.dispatch_event(".drop", "drop", {"dataTransfer": transfer})


def _paste(page, text):
    page.goto("/import")
    page.get_by_text("Hoặc dán văn bản").click()
    page.get_by_label("Văn bản", exact=True).fill(text)
    page.get_by_role("button", name="Đọc văn bản").click()
    page.wait_for_url("**/drafts/*")


def _tab_to(page, selector):
    """Press Tab until that is in focus; fails where the keyboard never comes there."""
    for _ in range(80):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the keyboard does not reach {selector}")


def _follow(page, name):
    for _ in range(80):
        if page.evaluate("() => document.activeElement.textContent.trim()") == name:
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the keyboard does not reach {name}")
