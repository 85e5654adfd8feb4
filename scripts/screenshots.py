"""Pictures of the main pages for the manual, of an invented office: `.venv/bin/python scripts/screenshots.py`.

The clock stands still and the documents are the samples, so that the same pages give the same pictures.
"""

import io
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

from page_browser import Served, chromium, served_office  # noqa: E402
from page_office import PASSWORD  # noqa: E402
from PIL import Image  # noqa: E402
from playwright.sync_api import Browser, Page  # noqa: E402

import calendars  # noqa: E402
from scheduler.channel_kinds import ChannelKind  # noqa: E402
from scheduler.delivery.vitals import Beat, Vitals  # noqa: E402
from scheduler.people import Address  # noqa: E402
from scheduler.service.access import Role  # noqa: E402
from scheduler.service.drafting import Turn  # noqa: E402
from scheduler.service.people import NewPerson  # noqa: E402
from scheduler.settings import CalendarSettings, DocumentLimits  # noqa: E402

SAMPLES = Path(calendars.__file__).parent / "samples"
SCAN = ROOT / "tests" / "documents" / "formats" / "week-scan.jpg"
TARGET = ROOT / "docs" / "screenshots"
DESKTOP, PHONE = (1180, 760), (390, 760)
COLOURS = 96
PUBLIC_URL = "http://lich.example.org"
"""What the pages call themselves: the port of the moment would give other pictures each time."""
PEOPLE = (
    ("Lê Thị Thanh Vân", "van@example.org", "lãnh đạo"),
    ("Hoàng Văn Bình", "binh@example.org", "văn phòng"),
    ("Nông Thị Cúc", "cuc@example.org", "ban phong trào"),
)


def main() -> None:
    """Fill an office, open its pages, and keep their pictures."""
    TARGET.mkdir(parents=True, exist_ok=True)
    office_calendars = (CalendarSettings(slug="hoi", name="Chương trình công tác Hội LHPN tỉnh Đông Lĩnh"),)
    with (
        tempfile.TemporaryDirectory() as folder,
        served_office(
            Path(folder), PUBLIC_URL, calendars=office_calendars, documents=DocumentLimits()
        ) as served,
        chromium() as browser,
    ):
        draft, scan, event = _fill(served)
        _draw(served, browser, draft, scan, event)


def _fill(served: Served) -> tuple[str, str, str]:
    """Put samples on the calendar; the paths of a draft that waits, of one that was scanned, and of an event."""
    office = served.office
    drafts, now = office.services.drafts, office.clock()
    for name, address, group in PEOPLE:
        new = NewPerson(
            name=name, addresses=(Address(ChannelKind.EMAIL, address),), groups=(group,), follows=("hoi",)
        )
        office.services.people.add(new, now)
    first, second, third = sorted(SAMPLES.glob("*.txt"))
    for path in (first, third):
        [id_], _ = drafts.take_in(path.read_bytes(), path.name, calendar="hoi", by="binh", now=now)
        drafts.release(id_, Turn(by="binh", now=now, version=1))
    [waiting], _ = drafts.take_in(second.read_bytes(), second.name, calendar="hoi", by="binh", now=now)
    [scan], _ = drafts.take_in(SCAN.read_bytes(), SCAN.name, calendar="hoi", by="binh", now=now)
    office.services.telling.plan()
    _keep_sender_alive(served)
    changes = office.services.revising.releases()[-1].changes
    return f"/drafts/{waiting}", f"/drafts/{scan}", f"/c/hoi/event/{changes[0]['uid']}"


def _keep_sender_alive(served: Served) -> None:
    """What a sender leaves in the database, so that no banner says that there is none."""
    office, now = served.office, served.office.clock()
    for one in office.services.telling.outbox():
        if one.kept.telling.due < now:
            office.services.telling.cancel(one.kept.telling.id, "")
    beat = Beat(worker="sched", host="may-chu", started=now, beat=now, next_due=None, in_flight=0)
    with office.services.telling.database.transaction() as connection:
        Vitals(connection).beat(beat)


def _draw(served: Served, browser: Browser, draft: str, scan: str, event: str) -> None:
    served.office.account("binh", Role.ADMINISTRATOR)
    page = browser.new_page(
        viewport=dict(zip(("width", "height"), DESKTOP, strict=True)), base_url=served.url
    )
    for name, path in (
        ("thang", "/c/hoi/month/2026-11"),
        ("tuan", "/c/hoi/week/2026-48"),
        ("theo-doi", "/c/hoi/subscribe"),
        ("viec", event),
    ):
        page.goto(path)
        _keep(page, name)
    page.goto("/c/hoi/week/2026-48/print")
    _keep(page, "ban-in")
    page.goto("/login")
    _keep(page, "dang-nhap")
    page.fill("#login", "binh")
    page.fill("#password", PASSWORD)
    page.locator("main button").click()
    page.wait_for_url(lambda url: "/login" not in url)
    page.goto("/import")
    _keep(page, "nhap-van-ban")
    page.goto(draft)
    page.locator("#e2 h3").hover()
    _keep(page, "xem-lai")
    page.goto(scan, wait_until="networkidle")
    page.locator("#e2 h3").hover()
    _keep(page, "xem-lai-anh")
    page.goto(f"{draft}/compare")
    _keep(page, "so-voi-lich", full=True)
    page.goto("/people")
    _keep(page, "nguoi-nhan")
    page.goto("/deliveries")
    _keep(page, "tin-nhac")
    page.close()
    phone = browser.new_page(
        viewport=dict(zip(("width", "height"), PHONE, strict=True)),
        base_url=served.url,
        device_scale_factor=2,
        color_scheme="dark",
    )
    phone.goto("/c/hoi/month/2026-11")
    _keep(phone, "dien-thoai")
    phone.close()


def _keep(page: Page, name: str, *, full: bool = False) -> None:
    """The picture with few colours: a page has few, and the repository stays light."""
    picture = Image.open(io.BytesIO(page.screenshot(full_page=full))).convert("RGB")
    few = picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(TARGET / f"{name}.png", optimize=True)
    print(f"docs/screenshots/{name}.png  {(TARGET / f'{name}.png').stat().st_size // 1000} KB")


if __name__ == "__main__":
    main()
