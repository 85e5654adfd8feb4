"""axe-core finds nothing wrong with any page, in light and dark, at a desktop's and a phone's width."""

import pytest
from made_documents import PdfPage, pdf
from page_browser import served_office
from page_office import PROGRAMME
from written_papers import foreign_calendar

from scheduler.channel_kinds import ChannelKind
from scheduler.errors import DatabaseUnavailable
from scheduler.people import Address
from scheduler.service.access import Role
from scheduler.service.drafting import Turn, Verdict
from scheduler.service.people import NewPerson
from scheduler.settings import CalendarSettings, Visibility

PUBLIC = (
    "/",
    "/c/hoi/month/2026-12",
    "/c/hoi/week/2026-51",
    "/c/hoi/week/2026-51/print",
    "/c/hoi/day/2026-12-18",
    "/c/hoi/agenda?from=2026-12-01",
    "/c/hoi/subscribe",
    "/login",
    "/khong-co",
)
LONG_WORDS = f"Giấy mời\nHọp {'giao-ban-' * 12}: 8h00 ngày 21/12/2026, tại {'phòng' * 20}."
SLOW = 40_000
"""Milliseconds in which a busy machine has sent five million letters, and heard that they are too many."""
MEMBERS = ("/import", "/review", "/changes", "/people", "/deliveries", "/accounts", "/audit", "/me")


LONG_NAME = "Chương trình công tác Hội Liên hiệp Phụ nữ tỉnh Đông Lĩnh nhiệm kỳ 2026 – 2031"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    calendars = (
        CalendarSettings(slug="hoi", name=LONG_NAME),
        CalendarSettings(slug="noi-bo", name="Lịch nội bộ", visibility=Visibility.TOKEN),
    )
    with served_office(tmp_path_factory.mktemp("office"), calendars=calendars) as made:
        yield made


@pytest.fixture(scope="module")
def filled(served):
    office = served.office
    address = Address(ChannelKind.EMAIL, "v@example.org")
    who = NewPerson(name="Vân", addresses=(address,), groups=("a",), follows=("hoi",))
    served.person = office.services.people.add(who, office.clock())
    office.import_programme()
    office.services.telling.plan()
    return served


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_public_pages(filled, open_page, axe, scheme, width):
    page = open_page(width=width, color_scheme=scheme)
    found = {}
    for path in PUBLIC:
        page.goto(path)
        found[path] = axe(page)
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_pages_of_those_who_log_in(filled, open_page, axe, scheme, width):
    page = open_page("lan", Role.ADMINISTRATOR, width=width, color_scheme=scheme)
    letter = f"Giấy mời\nHọp giao ban: 8h00 ngày 21/12/2026, tại phòng {width}."
    [id_], _ = filled.office.services.drafts.take_in(
        letter.encode(), "giay-moi.txt", calendar="hoi", by="lan", now=filled.office.clock()
    )
    sheet = PdfPage().lines(70, 760, ["GIẤY MỜI", f"Họp giao ban: 8h00 ngày 21/12/2026, phòng {width}."])
    [pictured], _ = filled.office.services.drafts.take_in(
        pdf(sheet), "giay-moi.pdf", calendar="hoi", by="lan", now=filled.office.clock()
    )
    [long], _ = filled.office.services.drafts.take_in(
        _long(width).encode(), "nam.txt", calendar="hoi", by="lan", now=filled.office.clock()
    )
    drafts, now = filled.office.services.drafts, filled.office.clock()
    events = {f"{width}@so": (f"Giao ban Sở {width}", now.date(), 8)}
    [foreign], _ = drafts.take_in(foreign_calendar(events), "so.ics", calendar="hoi", by="lan", now=now)
    filled.office.services.tokens.add_api_token(
        filled.office.account("lan", Role.ADMINISTRATOR), f"máy {width}", now=now
    )
    drafts.merge(long, 2, 3, Turn(by="lan", now=now, version=1))
    drafts.judge(long, 5, Verdict.REJECTED, Turn(by="lan", now=now, version=2))
    telling = filled.office.services.telling.outbox()[0].kept.telling.id
    more = (
        f"/drafts/{id_}",
        f"/drafts/{id_}/compare",
        f"/drafts/{long}",
        f"/drafts/{long}/compare",
        f"/drafts/{long}/entries/4/merge",
        f"/drafts/{pictured}",
        f"/drafts/{foreign}/compare",
        f"/people/{filled.person.id}",
        f"/deliveries/{telling}",
    )
    found = {}
    for path in (*MEMBERS, *more):
        page.goto(path)
        for summary in page.locator("details:not([open]) > summary").all()[:3]:
            summary.click()
        found[path] = axe(page)
    page.goto("/c/hoi/month/2026-12")
    page.locator(".day li a").first.click()
    found["event"] = axe(page)
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_pages_that_refuse(filled, open_page, axe, monkeypatch, scheme, width):
    page = open_page("lan", Role.ADMINISTRATOR, width=width, color_scheme=scheme)
    found = {}

    def looked_at(status, answer):
        assert answer.status == status
        assert page.locator("h1").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found[status] = axe(page)

    def sent(form, token):
        with page.expect_navigation(timeout=SLOW) as answer:
            page.evaluate(
                """([action, token]) => {
                    const form = document.createElement("form");
                    form.method = "post";
                    form.action = action;
                    form.innerHTML = `<input name="form_token" value="${token}">`;
                    document.body.append(form);
                    form.submit();
                }""",
                [form, token],
            )
        return answer.value

    page.goto("/people")
    token = page.locator("[name=form_token]").first.input_value()
    looked_at(403, sent("/people", "của ai khác"))
    page.goto("/people")
    looked_at(413, sent("/people", "x" * 5_000_000))
    number = filled.office.services.revising.releases()[-1].number
    services, change = filled.office.services, PROGRAMME.replace("95/CTr-BTV", f"95{width}/CTr-BTV")
    filled.office.import_programme(change.replace("8h00 ngày 18/12", f"{width % 7 + 9}h00 ngày 18/12"))
    page.goto("/people")
    looked_at(409, sent(f"/changes/{number}/undo", token))

    def broken(*_args, **_options):
        raise DatabaseUnavailable("the server does not answer")

    monkeypatch.setattr(type(services.calendars), "version", broken)
    monkeypatch.setattr(type(services.calendars), "listing", broken)
    looked_at(503, page.goto("/c/hoi/month/2026-12"))
    assert found == {403: [], 409: [], 413: [], 503: []}


def _long(width):
    """A programme of more entries than a leaf holds."""
    meetings = (f"- Họp tổ {number}: 8h00 ngày {number % 28 + 1}/01/2027." for number in range(104))
    return "\n".join([f"KẾ HOẠCH {width}", "Công tác năm 2027", "", *meetings])


def test_nothing_is_wider_than_a_phone(filled, open_page):
    page = open_page(width=360)
    wide = {}
    for path in PUBLIC:
        page.goto(path)
        wide[path] = page.evaluate("document.documentElement.scrollWidth")
    del wide["/c/hoi/week/2026-51/print"]  # a sheet of A4 laid across
    page = open_page("lan", Role.ADMINISTRATOR, width=360)
    [id_], _ = filled.office.services.drafts.take_in(
        LONG_WORDS.encode(), "rong.txt", calendar="hoi", by="lan", now=filled.office.clock()
    )
    for path in (*MEMBERS, f"/people/{filled.person.id}", f"/drafts/{id_}", f"/drafts/{id_}/compare"):
        page.goto(path)
        wide[path] = page.evaluate("document.documentElement.scrollWidth")
    assert {path: width for path, width in wide.items() if width > 360} == {}


def test_no_page_asks_anybody_else(filled, open_page):
    page = open_page("lan", Role.ADMINISTRATOR)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for path in (*PUBLIC, *MEMBERS):
        page.goto(path)
    assert [url for url in asked if not url.startswith(filled.url)] == []
