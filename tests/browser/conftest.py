"""One browser and one server a module; each test has a context, and so cookies, of its own."""

from collections.abc import Callable, Iterator

import pytest
from page_browser import AXE, Served, chromium, served_office
from page_office import PASSWORD
from playwright.sync_api import Browser, Page

from scheduler.service.access import Role

TIMEOUT = 10_000


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served_office(tmp_path_factory.mktemp("office")) as made:
        yield made


@pytest.fixture
def open_page(browser: Browser, served: Served) -> Iterator[Callable[..., Page]]:
    """Opens a page in a browser context of its own; whatever the page's console complains of fails the test."""
    contexts, complaints = [], []

    def opened(login: str | None = None, role: Role = Role.APPROVER, *, width: int = 1280, **more) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 850}, base_url=served.url, **more)
        context.set_default_timeout(TIMEOUT)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console", lambda told: complaints.append(told.text) if "Security Policy" in told.text else None
        )
        if login is not None:
            served.office.account(login, role)
            page.goto("/login")
            page.fill("#login", login)
            page.fill("#password", PASSWORD)
            page.locator("main button").click()
            page.wait_for_url(lambda url: "/login" not in url)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """What axe-core finds wrong with a page by WCAG 2.2 AA and its best practices: each rule with the element."""
    source = AXE.read_text("utf-8")

    def found(page: Page) -> list[str]:
        if not page.evaluate("() => 'axe' in window"):
            page.evaluate(source)
        violations = page.evaluate("async () => (await axe.run(document)).violations")
        return [f"{one['id']}: {node['html'][:120]}" for one in violations for node in one["nodes"]]

    return found
