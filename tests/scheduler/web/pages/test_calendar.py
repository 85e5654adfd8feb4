"""The calendar for everybody: what each page shows, and what it refuses."""

import re
from datetime import date, timedelta

import pytest
from page_office import PROGRAMME, page_office

from calendars.times import month_span
from scheduler.service.access import Role
from scheduler.service.query import ListQuery
from scheduler.web.pages import grid

DECEMBER = "/c/hoi/month/2026-12"


def test_month_shows_meetings_on_their_days_and_windows_as_bars(office):
    office.import_programme()
    page = office.visitor().get(DECEMBER)
    assert page.status_code == 200
    assert "<h1>Tháng 12 năm 2026</h1>" in page.text
    assert "Hội nghị tổng kết công tác Hội" in page.text
    assert page.text.count("Giao ban Thường trực Hội LHPN tỉnh") == 4
    assert 'class="bar is-meeting is-tentative is-window from-5 over-3 lane-0 goes-on"' in page.text
    assert "chưa rõ ngày" in page.text


def test_month_bears_the_lunar_days(office):
    page = office.visitor().get("/c/hoi/month/2026-02").text
    assert '<span class="hidden">âm lịch </span>1/1</span>' in page  # Tết Bính Ngọ is on 17 February 2026


def test_empty_month_says_so_and_names_other_years(office):
    office.import_programme()
    page = office.visitor().get("/c/hoi/month/2025-12").text
    assert "Tháng này chưa có việc nào trên lịch." in page
    assert 'href="/c/hoi/month/2026-12">2026</a>' in page


def test_month_is_chosen_in_its_field(office):
    answer = office.visitor().get("/c/hoi?month=2026-12")
    assert (answer.status_code, answer.headers["location"]) == (303, DECEMBER)
    assert 'type="month" name="month" value="2026-12"' in office.visitor().get(DECEMBER).text


def test_page_is_kept_until_the_calendar_changes_or_the_day_is_over(office):
    visitor = office.visitor()
    first = visitor.get(DECEMBER)
    same = {"if-none-match": first.headers["etag"]}
    assert visitor.get(DECEMBER, headers=same).status_code == 304
    office.import_programme()
    changed = visitor.get(DECEMBER, headers=same)
    assert changed.status_code == 200
    assert "Hội nghị tổng kết" in changed.text
    office.clock.forward(timedelta(days=1))
    assert visitor.get(DECEMBER, headers={"if-none-match": changed.headers["etag"]}).status_code == 200


def test_page_kept_for_strangers_is_not_shown_to_accounts(office):
    office.visitor().get(DECEMBER)
    assert "Thoát" in office.member("lan", Role.EDITOR).get(DECEMBER).text
    assert "Thoát" not in office.visitor().get(DECEMBER).text


def test_week_parts_the_day_and_prints_on_paper(office):
    office.import_programme()
    week = office.visitor().get("/c/hoi/week/2026-51").text
    assert "Tuần 51" in week
    assert "Hội trường tầng 3" in week
    paper = office.visitor().get("/c/hoi/week/2026-51/print").text
    assert "Lịch công tác tuần 51" in paper
    assert "08h00" in paper


def test_day_and_agenda_show_what_is_on_them(office):
    office.import_programme()
    assert "Hội nghị tổng kết công tác Hội" in office.visitor().get("/c/hoi/day/2026-12-18").text
    agenda = office.visitor().get("/c/hoi/agenda?from=2026-12-01").text
    assert agenda.index("Giao ban") < agenda.index("Hội nghị tổng kết")


def test_event_shows_the_passage_it_was_read_from(office):
    office.import_programme()
    uid = _uid(office, "Hội nghị tổng kết công tác Hội")
    page = office.visitor().get(f"/c/hoi/event/{uid}").text
    assert "2. Hội nghị tổng kết công tác Hội: 8h00 ngày 18/12/2026, tại Hội trường tầng 3." in page
    assert "<bdi>chuong-trinh.txt</bdi>, số <bdi>95/CTr-BTV</bdi>, 27/11/2026" in page


def test_filter_by_category_leaves_the_others_out(office):
    office.import_programme(
        PROGRAMME.replace("Nơi nhận:", "Ngày 22/12: Ngày thành lập Quân đội nhân dân.\n\nNơi nhận:")
    )
    page = office.visitor().get(f"{DECEMBER}?category=deadline").text
    assert "Giao ban Thường trực" not in page
    assert "Bỏ lọc" in page


def test_title_with_html_stays_text(office):
    office.import_programme(
        PROGRAMME.replace("Hội nghị tổng kết", "<script>alert(1)</script> Hội nghị tổng kết")
    )
    page = office.visitor().get(DECEMBER).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_subscribe_page_offers_webcal_address_and_picture(office):
    page = office.visitor().get("/c/hoi/subscribe").text
    assert 'href="webcal://testserver/feeds/hoi.ics"' in page
    assert 'value="http://testserver/feeds/hoi.ics"' in page
    assert "<svg" in page
    assert "8–24 giờ" in page


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/c/%00",
        "/c/khong-co",
        "/c/hoi/month/2026-13",
        "/c/hoi/month/0000-01",
        "/c/hoi/month/٢٠٢٦-01",
        "/c/hoi/week/2026-54",
        "/c/hoi/week/2025-53",
        "/c/hoi/day/2026-02-30",
        "/c/hoi/agenda?from=x",
        "/c/hoi/event/khong-co",
    ],
)
def test_unknown_address_is_a_page_that_says_so(office, path):
    answer = office.visitor().get(path)
    assert answer.status_code == 404
    assert "Không tìm thấy trang" in answer.text


def test_calendar_that_is_not_public_needs_a_login(office):
    answer = office.visitor().get("/c/noi-bo")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?to=%2Fc%2Fnoi-bo")
    assert office.member("lan", Role.READER).get("/c/noi-bo").status_code == 200


def test_pages_bear_headers_that_allow_nothing_from_elsewhere(office):
    headers = office.visitor().get(DECEMBER).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert "strict-transport-security" not in headers


EVERYWHERE = (
    ("GET", "/healthz"), ("GET", "/metrics"), ("GET", "/robots.txt"), ("GET", "/feeds/hoi.ics"), ("GET", "/f/x.ics"),
    ("GET", "/download/hoi.ics"), ("GET", "/"), ("GET", "/login"), ("GET", "/me"), ("GET", "/me/"), ("GET", "/nowhere"),
    ("GET", "/c/hoi?month=2026-12"), ("GET", "/api/v1/calendars"), ("GET", "/api/v1/drafts"), ("GET", "/hooks/zalo-oa"),
    ("POST", "/hooks/zalo-oa"), ("GET", "/static/x/site.css"), ("POST", "/login"), ("POST", "/people"),
    ("PUT", "/healthz"), ("DELETE", "/feeds/hoi.ics"), ("OPTIONS", "/metrics"), ("PATCH", "/c/hoi"),
)  # fmt: skip


@pytest.mark.parametrize("prefix", ["", "/lich"])
def test_every_answer_bears_the_headers_whatever_is_asked_and_however(tmp_path, prefix):
    from scheduler.settings import WebSettings

    web = WebSettings(public_url=f"https://example.org{prefix}", secret="x")
    with page_office(tmp_path, web=web) as office:
        client = office.visitor().client
        for method, path in EVERYWHERE:
            headers = client.request(method, prefix + path, follow_redirects=False).headers
            assert headers["strict-transport-security"] == "max-age=31536000", path
            assert headers["x-content-type-options"] == "nosniff", path
            assert headers["referrer-policy"] in ("same-origin", "no-referrer"), path
            assert "default-src 'none'" in headers["content-security-policy"], path


@pytest.mark.parametrize("prefix", ["", "/lich"])
def test_no_redirection_leads_away_from_tls(tmp_path, prefix):
    from scheduler.settings import WebSettings

    with page_office(
        tmp_path, web=WebSettings(public_url=f"https://testserver{prefix}", secret="x")
    ) as office:
        for path in ("/c/hoi/", "/login/", "/me", "/c/hoi?month=2026-12"):
            answer = office.visitor().get(prefix + path)
            assert 300 <= answer.status_code < 400
            assert answer.headers["location"].startswith((f"https://testserver{prefix}/", f"{prefix}/"))


@pytest.mark.parametrize("prefix", ["", "/lich"])
@pytest.mark.parametrize(
    "path",
    ["/feeds/hoi.ics", "/f/x.ics", "/download/hoi.ics", "/healthz", "/metrics", "/robots.txt", "/c/hoi"],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"])
def test_what_is_only_read_answers_other_methods_by_naming_its_own(tmp_path, method, path, prefix):
    from scheduler.settings import WebSettings

    web = WebSettings(public_url=f"http://testserver{prefix}", secret="x")
    with page_office(tmp_path, web=web) as office:
        answer = office.visitor().client.request(method, prefix + path)
    assert answer.status_code == 405
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}


def test_no_page_has_script_or_style_within(office):
    office.import_programme()
    member = office.member("chu", Role.ADMINISTRATOR)
    for path in (
        DECEMBER,
        "/c/hoi/week/2026-51",
        "/c/hoi/subscribe",
        "/import",
        "/people",
        "/me",
        member.draft(PROGRAMME + "\n5. Họp: 9h00 ngày 20/12/2026."),
    ):
        page = member.get(path).text
        assert " style=" not in page, path
        assert "<style" not in page, path
        assert "onclick" not in page, path


def test_behind_tls_the_use_of_tls_is_remembered_and_cookies_are_secure(tmp_path):
    from scheduler.settings import WebSettings

    with page_office(tmp_path, web=WebSettings(public_url="https://example.org", secret="x")) as office:
        answer = office.visitor().get("/login")
        assert answer.headers["strict-transport-security"] == "max-age=31536000"
        assert "Secure" in answer.headers["set-cookie"]


@pytest.mark.parametrize(
    "asked", ["/lich/c/hoi", "/c/hoi"], ids=["prefix kept by the proxy", "prefix taken off"]
)
def test_under_a_path_prefix_all_links_bear_it(tmp_path, asked):
    from scheduler.settings import WebSettings

    with page_office(tmp_path, web=WebSettings(public_url="http://example.org/lich", secret="x")) as office:
        page = office.visitor().get(asked)
        assert page.status_code == 200
        assert 'href="/lich/c/hoi/subscribe"' in page.text
        assert 'href="/c/' not in page.text
        assert office.visitor().get(asked.replace("/c/hoi", "/feeds/hoi.ics")).status_code == 200


def test_broken_database_is_a_page_that_says_so(office, monkeypatch):
    from scheduler.errors import DatabaseUnavailable

    def broken(*_):
        raise DatabaseUnavailable("sqlite:////secret/place/sched.db: the file is damaged")

    monkeypatch.setattr(type(office.services.calendars), "listing", broken)
    answer = office.visitor().get(DECEMBER)
    assert answer.status_code == 503
    assert "Tạm thời chưa mở được lịch" in answer.text
    assert "secret" not in answer.text
    assert answer.headers["retry-after"] == "60"


def test_english_office_reads_english(tmp_path):
    with page_office(tmp_path, language="en") as office:
        page = office.visitor().get("/c/hoi/month/2026-12").text
        assert "<h1>December 2026</h1>" in page
        assert "Sign in" in page


def test_bars_of_one_week_do_not_cover_each_other(office):
    text = PROGRAMME.replace("4. Thăm", "5. Hội thao: từ ngày 15/12 đến ngày 17/12/2026.\n\n4. Thăm")
    office.import_programme(text)
    span = month_span(2026, 12)
    listing = office.services.calendars.listing(ListQuery(span=grid.around(span), calendar="hoi"))
    [week] = [week for week in grid.month_weeks(listing, span) if week.days[0].day == date(2026, 12, 14)]
    assert sorted((bar.lane, bar.first, bar.length) for bar in week.bars) == [(0, 1, 7), (1, 2, 3)]


@pytest.mark.parametrize(("windows", "shown", "left"), [(8, 8, 0), (9, 7, 2), (20, 7, 13)])
def test_more_windows_than_find_room_are_counted_with_a_way_to_the_week(office, windows, shown, left):
    tasks = "\n\n".join(f"{n + 5}. Rà soát hồ sơ xã số {n}: trong tháng 12/2026." for n in range(windows - 1))
    office.import_programme(PROGRAMME.replace("Nơi nhận", f"{tasks}\n\nNơi nhận"))
    page = office.visitor().get(DECEMBER).text
    week = page.partition('aria-label="Tuần 51"')[2].partition("<section")[0]
    assert week.count("is-window") == shown
    told = re.findall(r'href="(/c/hoi/week/2026-51)">và (\d+) việc nữa', week)
    assert told == ([("/c/hoi/week/2026-51", str(left))] if left else [])


@pytest.mark.parametrize("path", [DECEMBER, "/c/hoi/agenda?from=2026-12-01", "/c/hoi/day/2026-12-18"])
def test_a_filter_that_leaves_nothing_says_so_instead_of_an_empty_calendar(office, path):
    office.import_programme()
    page = office.visitor().get(f"{path}{'&' if '?' in path else '?'}category=observance").text
    assert "Không có việc nào hợp với bộ lọc." in page
    assert "Bỏ lọc" in page


def test_empty_month_leads_on(office):
    empty = "/c/hoi/month/2028-07"
    assert "Xem việc sắp tới" in office.visitor().get(empty).text
    assert "Nhập chương trình công tác" in office.member("lan", Role.EDITOR).get(empty).text


def _uid(office, title):
    listing = office.services.calendars.listing(ListQuery(span=month_span(2026, 12), calendar="hoi"))
    return next(one.event.uid for one in listing.occurrences if one.title == title)
