"""An office of the tests with pages: an invented programme, accounts whose passwords cost little, a still clock."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from starlette.applications import Starlette
from starlette.testclient import TestClient

from scheduler.notices import Digests
from scheduler.reminders import Office
from scheduler.service.access import AccessService, Account, Role
from scheduler.service.drafting import Turn
from scheduler.service.office import OfficeServices, Policy
from scheduler.settings import CalendarSettings, DocumentLimits, Settings, Visibility, WebSettings
from scheduler.web.app import create_app
from scheduler.web.pages import pages

PUBLIC_URL = "http://testserver"
PASSWORD = "mật khẩu thử 1"
NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)

PROGRAMME = """\
HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM
BAN THƯỜNG VỤ TỈNH ĐÔNG LĨNH
Số: 95/CTr-BTV
Đông Lĩnh, ngày 27 tháng 11 năm 2026

CHƯƠNG TRÌNH
Công tác tháng 12 năm 2026

I. CÁC HỘI NGHỊ, CUỘC HỌP CHÍNH TRONG THÁNG

1. Giao ban Thường trực Hội LHPN tỉnh: Chiều thứ 6 hằng tuần.

2. Hội nghị tổng kết công tác Hội: 8h00 ngày 18/12/2026, tại Hội trường tầng 3.

3. Tập huấn nghiệp vụ cho cán bộ cơ sở: dự kiến trung tuần tháng 12/2026 (thời gian cụ thể sẽ thông báo sau).

4. Thăm, tặng quà gia đình chính sách: thứ 4, ngày 22/12/2026.

Nơi nhận:
- Ban Thường trực;
- Lưu VP.
"""


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, by: timedelta) -> None:
        self.now += by


@dataclass
class PageOffice:
    """The services, the application over them, and what the tests do with both."""

    services: OfficeServices
    app: Starlette
    clock: Clock
    accounts: dict[str, Account] = field(default_factory=dict)

    def visitor(self) -> "Visitor":
        """Somebody with a browser of their own."""
        return Visitor(TestClient(self.app, base_url=PUBLIC_URL), self)

    def member(self, login: str, role: Role) -> "Visitor":
        """Somebody with an account of that role, logged in."""
        self.account(login, role)
        visitor = self.visitor()
        visitor.log_in(login)
        return visitor

    def script(self, login: str = "may", role: Role = Role.APPROVER) -> TestClient:
        """A script with a token of an account of that role."""
        token = self.services.tokens.add_api_token(self.account(login, role), "thử", now=self.clock())
        client = self.visitor().client
        client.headers["authorization"] = f"Bearer {token}"
        return client

    def account(self, login: str, role: Role) -> Account:
        """An account with the password of the tests; the first one made is an administrator beside it."""
        if login not in self.accounts:
            keeper = self._keeper()
            account, link = self.services.access.add(login, login.title(), role, now=self.clock(), by=keeper)
            self.services.access.use_link(link, PASSWORD, now=self.clock())
            self.accounts[login] = account
        return self.accounts[login]

    def _keeper(self) -> Account:
        access = self.services.access
        if not access.has_administrator():
            link = access.first_link(self.clock())
            assert link is not None
            access.use_link(link, PASSWORD, now=self.clock(), login="goc", name="Quản Trị")
        return next(one for one in access.accounts() if one.login == "goc")

    def import_programme(self, text: str = PROGRAMME, name: str = "chuong-trinh.txt") -> None:
        """Put a programme on the calendar as the pages do, everything accepted as it was read."""
        [id_], _ = self.services.drafts.take_in(
            text.encode(), name, calendar="hoi", by="thu", now=self.clock()
        )
        self.services.drafts.release(id_, Turn(by="thu", now=self.clock(), version=1))


@dataclass
class Visitor:
    """A browser without scripts: it keeps cookies and sends forms with what their page put into them."""

    client: TestClient
    office: PageOffice

    def get(self, path: str, **more: Any) -> Any:
        """The answer to a request, redirections not followed."""
        return self.client.get(path, follow_redirects=False, **more)

    def post(
        self, path: str, data: dict[str, Any] | None = None, *, form: str | None = None, **more: Any
    ) -> Any:
        """Send a form with the token of the page `form` (the same path where None)."""
        page = self.client.get(form or path)
        found = re.search(r'name="form_token" value="([^"]+)"', page.text)
        token = found[1] if found else ""
        sent = {"form_token": token} | (data or {})
        return self.client.post(path, data=sent, follow_redirects=False, **more)

    def log_in(self, login: str, password: str = PASSWORD) -> Any:
        """Log in."""
        return self.post("/login", {"login": login, "password": password})

    def upload(self, text: str | bytes = PROGRAMME, name: str = "chuong-trinh.txt", **data: str) -> Any:
        """Send a document to be read."""
        body = text.encode() if isinstance(text, str) else text
        return self.post("/import", {"calendar": "hoi"} | data, files={"documents": (name, body)})

    def draft(self, text: str = PROGRAMME) -> str:
        """The path of the draft that an upload led to."""
        answer = self.upload(text)
        assert answer.status_code == 303, answer.text
        return str(answer.headers["location"])


@contextmanager
def page_office(folder: Path, **changes: Any) -> Iterator[PageOffice]:
    """An office whose database is in a folder; changes: of its settings."""
    settings = Settings(
        folder=folder,
        database=f"sqlite:///{folder}/sched.db",
        calendars=(
            CalendarSettings(slug="hoi", name="Chương trình công tác Hội"),
            CalendarSettings(slug="noi-bo", name="Lịch nội bộ", visibility=Visibility.TOKEN),
        ),
        documents=DocumentLimits(max_bytes=300_000),
        web=WebSettings(public_url=PUBLIC_URL, secret="chỉ để thử"),
    )
    settings = settings._replace(**changes)
    clock = Clock()
    with OfficeServices.opened(
        settings, Policy(office=Office(), digests=Digests(monthly=True)), {}, clock
    ) as opened:
        cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        access = AccessService(opened.calendars.database, settings, hasher=cheap)
        services = replace(opened, access=access)
        routes, middleware = pages(services)
        app = create_app(services.serving, pages=routes, middleware=middleware, secure=settings.web.is_secure)
        yield PageOffice(services, app, clock)
