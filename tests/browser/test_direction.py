"""Letters of documents that run from right to left, and marks that turn what follows, turn nothing around them."""

import pytest

from calendars.times import month_span
from scheduler.service.access import Role
from scheduler.service.by_hand import Hand
from scheduler.service.query import ListQuery

LETTER = """\
THƯỜNG TRỰC TỈNH \u202eỦY
Số: 12/CTr\u202e-BTV
Đông Lĩnh, ngày 27 tháng 11 năm 2026

CHƯƠNG TRÌNH
Công tác tháng 12 năm 2026

1. Họp \u202eban biên tập \u2067báo שלום 12: 8h00 ngày 15/12/2026, tại Phòng \u202e2 Hội trường. Chủ trì: \u202eLan.

2. Tập huấn \u202enghiệp vụ: dự kiến trung tuần tháng 12/2026.

3. Hội thao \u202ekhối \u2066thi đua: từ ngày 14/12 đến ngày 16/12/2026.

4. Thăm \u202ecơ sở \u2067số 1: thứ 4, ngày 22/12/2026.
"""
TURNED = """() => {
    const foreign = /[\\u0590-\\u08ff\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]/;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const turned = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.data.trimEnd();
        const first = text.length - text.trimStart().length;
        if (text.length - first < 2 || foreign.test(text)) continue;
        const range = document.createRange();
        const place = at => {
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            return range.getClientRects()[0];
        };
        for (let at = first; at + 1 < text.length; at++) {
            const [one, next] = [place(at), place(at + 1)];
            if (!one || !next || one.width === 0 || next.width === 0 || one.top !== next.top) continue;
            if (next.left < one.left) { turned.push(text.trim()); break; }
        }
    }
    return turned;
}"""
"""The texts of a page, of our own letters alone, of which a letter stands left of the one before it."""


@pytest.fixture(scope="module")
def paths(served):
    """The pages that show what the document says, by name."""
    services, now = served.office.services, served.office.clock()
    served.office.import_programme(LETTER, "chương \u202etrình.txt")
    listing = services.calendars.listing(ListQuery(span=month_span(2026, 12), calendar="hoi"))
    uid = next(one.event.uid for one in listing.occurrences if one.title.startswith("Họp"))
    services.by_hand.edit(uid, Hand(by="lan", now=now), chair="Đồng chí \u202eMinh", attendees="Ban \u202eA")
    other = LETTER.replace("12/CTr", "13/CTr").replace("8h00 ngày 15", "9h00 ngày 17")
    [draft], _ = services.drafts.take_in(
        other.encode(), "bản \u202ehai.txt", calendar="hoi", by="lan", now=now
    )
    return {
        "month": "/c/hoi/month/2026-12",
        "week": "/c/hoi/week/2026-51",
        "week on paper": "/c/hoi/week/2026-51/print",
        "day": "/c/hoi/day/2026-12-15",
        "agenda": "/c/hoi/agenda?from=2026-12-01",
        "event": f"/c/hoi/event/{uid}",
        "import": "/import",
        "draft": f"/drafts/{draft}",
        "comparison": f"/drafts/{draft}/compare",
        "review": "/review",
        "changes": "/changes",
    }


def test_a_page_that_isolates_nothing_is_found_out(open_page):
    page = open_page()
    page.set_content("<p>Họp \u202eban 8h00, tại <i>Phòng 2</i></p>")
    assert page.evaluate(TURNED) == ["Phòng 2"]


@pytest.mark.parametrize(
    "name",
    [
        "month", "week", "week on paper", "day", "agenda", "event", "import", "draft", "comparison", "review",
        "changes",
    ],
)  # fmt: skip
def test_what_stands_around_a_text_of_a_document_is_not_turned(open_page, paths, name):
    page = open_page("lan", Role.APPROVER)
    page.goto(paths[name])
    page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert "\u202e" in page.locator("body").inner_text()
    assert page.evaluate(TURNED) == []
    assert "\u202e" not in page.title()
