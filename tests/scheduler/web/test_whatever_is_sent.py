"""Whatever is sent to a page, a form, a feed or a call is taken or refused, and never answered by a fault of ours.

Each form is sent as it should be, and then with each of its fields missing, empty, blank, too long, twice, as a file,
or holding what no keyboard types; each address with such things in its path and its query. A form or a call that is
added and does not stand in the tables fails the first test.
"""

import re
from collections.abc import Iterator
from itertools import count
from urllib.parse import quote, urlencode

import pytest
from page_office import PASSWORD, PUBLIC_URL, PageOffice, page_office
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from calendars.times import month_span
from scheduler.service.access import Role
from scheduler.service.people import NewPerson
from scheduler.service.query import ListQuery
from scheduler.web.pages.site import COOKIE

AWKWARD = {
    "empty": "",
    "blank": " \t\r\n\u2003",
    "long": "h" * 50_000,
    "long, of many words": "chiều thứ 6 " * 3_000,
    "zero byte": "a\0b",
    "control": "a\x07\x1b[31m\x7f\x85b",
    "turned round": "\u202egnoh\u2066 ai\u200f",
    "beyond": "\U0010ffff\ufffe\ufeff",
    "large number": "9" * 40,
    "less than nothing": "-1",
    "digits of another script": "٢٠٢٦",
    "markup": "<b>{{ 7*7 }}</b>%s%(x)s{0}",
    "path": "../../etc/passwd",
    "escapes": "%00%ff%zz",
    "line breaks": "a\r\nx-of-mine: b",
}
CHARSETS = {
    "utf-7": b"+2AA-",
    "unicode_escape": b"\\ud800",
    "utf-16": b"\x00\xd8",
    "idna": b"xn--a-\xff",
    "undefined": b"x",
    "rot13": b"x",
    "a\0b": b"x",
}
"""Encodings that a sender may name, each with bytes that it does not like, or makes half a letter of."""
SAVED = {"title": "Họp", "when": "8h00 ngày 21/12/2026", "when_shown": "", "location": "", "groups": ""}
FORMS: dict[str, list[dict[str, str]]] = {
    "log_in": [{"login": "x", "password": "x", "to": "/", "kept.title": "x", "kept.form_token": "x"}],
    "logout": [{}],
    "use_link": [{"login": "moi", "name": "Mới", "password": PASSWORD, "again": PASSWORD}],
    "change_password": [{"old": PASSWORD, "password": PASSWORD, "again": PASSWORD}],
    "add_feed": [{"name": "điện thoại", "calendars": "hoi"}],
    "revoke_feed": [{}],
    "add_token": [{"name": "máy", "scope": "write", "days": "30"}],
    "remove_token": [{}],
    "add_account": [{"login": "hoa", "name": "Hoa", "role": "editor"}],
    "change_account": [{"role": "editor", "disabled": "1"}],
    "renew_link": [{}],
    "take_in": [{"calendar": "hoi", "text": "Họp: 8h00 ngày 21/12/2026.", "job": "x", "documents": ""}],
    "change_entry": [
        SAVED
        | {"version": "NOW", "action": "save", "view": "text", "chair": "", "attendees": "", "prepared_by": ""}
        | {"note": "", "category": "meeting", "status": "confirmed"},
        {"version": "NOW", "action": "accept"},
        {"version": "NOW", "action": "merge", "into": "2"},
        {"version": "NOW", "action": "answer", "uid": "new"},
    ],
    "release": [{"version": "NOW"}],
    "discard": [{"version": "NOW"}],
    "settle": [SAVED | {"action": "accept", "uid": "new"}, {"action": "reject"}],
    "undo": [{}],
    "change_event": [
        {"action": "edit", "seen": "NOW", "title": "Họp", "location": "x", "chair": "x", "note": "x", "groups": ""},
        {"action": "move", "seen": "NOW", "at": "8h00 ngày 21/12/2026, tại Hội trường"},
        {"action": "confirm", "seen": "NOW", "at": "8h00 ngày 21/12/2026"},
    ],
    "add_person": [
        {"name": "Hạnh", "email": "h@example.org", "phone": "0912345678", "groups": "", "follows": "hoi"}
    ],
    "import_people": [{"list": "name,email\nAn,an@example.org\n"}],
    "change_person": [
        {"email": "h@example.org", "phone": "0912345678", "groups": "", "follows": "hoi", "leave": "x"}
        | {"unfollow": "hoi", "remove": "email:h@example.org", "opted_out": "1"}
    ],
    "remove_person": [{}],
    "erase_person": [{"sure": "1"}],
    "registration": [{}],
    "person_feed": [{}],
    "revoke_person_feed": [{}],
    "act_on_delivery": [{"action": "retry"}],
    "do_stop": [{}],
    "zalo_oa_hook": [{"event_name": "x"}],
    "zalo_bot_hook": [{"event_name": "x"}],
}  # fmt: skip
"""The forms by the names of their routes, with what they hold when all is well; NOW: the version that stands."""
CALLS = {"api_change_event", "api_documents", "api_entry", "api_release", "api_settle", "api_undo"}
"""What takes JSON or bytes; tests/scheduler/web/api sends to it what fits `openapi.json`, and what does not."""
QUERY = (
    "alarm", "at", "calendar", "category", "done", "erased", "event", "from", "group", "month", "name", "on", "page",
    "problem", "q", "since", "state", "status", "text", "to", "view",
)  # fmt: skip
LETTER = "Giấy mời\nHọp số {0}: 8h00 ngày 21/12/2026.\nHọp khối {0}: 9h00 ngày 22/12/2026.\n"
DOUBTFUL = "Giấy mời\nThăm cơ sở số {0}: 8h00 thứ 4, ngày 22/12/2026.\n"
"""Of a Tuesday; it waits for a person."""
NUMBERS = count(1)
"""Which letter it is: none comes twice."""


@pytest.fixture(scope="module")
def office(tmp_path_factory) -> Iterator[PageOffice]:
    with page_office(tmp_path_factory.mktemp("whatever")) as made:
        made.import_programme()
        yield made


def routes(office) -> list[Route]:
    """All the application's routes: its own and those of the pages."""
    own = office.app.routes
    inner = [route for mount in own if isinstance(mount, Mount) for route in mount.routes]
    return [route for route in (*own, *inner) if isinstance(route, Route)]


def test_every_form_and_call_stands_in_the_tables(office):
    taking = {route.name for route in routes(office) if route.methods is not None and "POST" in route.methods}
    assert taking == FORMS.keys() | CALLS


@pytest.mark.parametrize("name", FORMS)
def test_form_is_taken_or_refused_whatever_it_holds(office, name):
    sender = Sender(office)
    [path] = {route.path for route in routes(office) if route.name == name}
    for good in FORMS[name]:
        fine = sender.send(path, list(good.items()))
        assert fine.status_code < 500, "as it should be"
        for field, kind, pairs in spoilt(good):
            answer = sender.send(path, pairs)
            assert answer.status_code < 500, f"{field} {kind}: {good.get('action')}"
        for field in good:
            answer = sender.send_parts(
                path, [(one, text) for one, text in good.items() if one != field], field
            )
            assert answer.status_code < 500, f"{field} a file"
        for charset, data in CHARSETS.items():
            pairs = [(field, data) for field in good]
            assert sender.send_parts(path, pairs, charset=charset).status_code < 500, charset
    for kind, body in {
        "multipart/form-data": b"x",
        "multipart/form-data; boundary=x": b"no part",
        "multipart/form-data; boundary=x; charset*=utf-7''utf-7": b"--x\r\n\r\n",
        "application/json": b'{"form_token": 1}',
        "application/x-www-form-urlencoded; charset=utf-16": b"\xff\xfe&&==&%",
        "": b"\x00",
    }.items():
        assert sender.send_bytes(path, body, kind).status_code < 500, kind


@pytest.mark.parametrize("kind", AWKWARD)
def test_address_is_answered_whatever_it_holds(office, kind):
    sender = Sender(office)
    strange = AWKWARD[kind][:1_000]
    query = urlencode(dict.fromkeys(QUERY, strange))
    for route in routes(office):
        if route.methods is not None and "GET" not in route.methods:
            continue
        for spoilt_part in re.findall(r"{(\w+)", route.path) or [""]:
            path = sender.path(route.path, {spoilt_part: strange})
            for method, address in (("GET", path), ("GET", f"{path}?{query}"), ("HEAD", f"{path}?{query}")):
                answer = sender.client.request(method, address)
                # An office of the tests sends nothing, of which its health complains.
                is_told = answer.status_code < 500 or route.name == "health"
                assert is_told, f"{method} {address[:200]}"


def spoilt(good: dict[str, str]) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Each field of a form in each way in which it may be wrong: which, how, and what is sent."""
    for field, right in good.items():
        others = [(one, text) for one, text in good.items() if one != field]
        yield field, "missing", others
        yield field, "twice", [*others, (field, right), (field, "khác")]
        yield field, "half a letter", [*others, (field, "a\ud800")]
        for kind, text in AWKWARD.items():
            yield field, kind, [*others, (field, text)]


class Sender:
    """An administrator's browser that sends what no page of ours would, each time with a session that is good."""

    def __init__(self, office: PageOffice) -> None:
        self.office = office
        self.account = office.account("lan", Role.ADMINISTRATOR)
        self.client = TestClient(
            office.app, base_url=PUBLIC_URL, raise_server_exceptions=False, follow_redirects=False
        )
        self.session = ""
        self.sessions = 0
        self.person = office.services.people.add(NewPerson(name="Hạnh"), office.clock()).id
        span = month_span(2026, 12)
        listing = office.services.calendars.listing(ListQuery(span=span, calendar="hoi"))
        self.uid = listing.occurrences[0].event.uid
        self.draft = ""

    def send(self, path: str, pairs: list[tuple[str, str]]):
        """A form of these fields, with a token that is good."""
        known = [(field, self.version(path) if text == "NOW" else text) for field, text in pairs]
        body = urlencode([*known, ("form_token", self.token())], errors="surrogatepass")
        return self.send_bytes(path, body.encode(), "application/x-www-form-urlencoded")

    def send_parts(self, path: str, pairs, file: str = "", *, charset: str = ""):
        """The same as a form with files does; file: the field that holds one."""
        parts = b""
        for field, text in [*pairs, ("form_token", self.token())]:
            text = text.encode() if isinstance(text, str) else text
            parts += b'--x\r\ncontent-disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (
                field.encode(),
                text,
            )
        if file:
            told = b'--x\r\ncontent-disposition: form-data; name="%s"; filename="a\0.txt"\r\n\r\nh\r\n'
            parts += told % file.encode()
        kind = "multipart/form-data; boundary=x" + (f"; charset={charset}" if charset else "")
        return self.send_bytes(path, parts + b"--x--\r\n", kind)

    def send_bytes(self, path: str, body: bytes, kind: str):
        """These bytes, called that."""
        self.token()
        return self.client.post(self.path(path), content=body, headers={"content-type": kind})

    def token(self) -> str:
        """A form token of a session that is good: some forms end it."""
        access, now = self.office.services.access, self.office.clock()
        if not self.session or access.account_of(self.session, now) is None:
            self.sessions += 1
            self.session = access.log_in("lan", PASSWORD, now=now, source=f"10.0.0.{self.sessions}") or ""
            self.client.cookies.set(COOKIE, access.signed(self.session))
        return access.form_token(self.session, self.account.id, now)

    def path(self, template: str, spoilt: dict[str, str] | None = None) -> str:
        """A path of that form to what there is."""
        number = self._waiting() if template.startswith("/review") else "1"
        there_is = {
            "id": self.person if template.startswith("/people") else self._open_draft(template),
            "uid": self.uid,
            "number": number,
            "slug": "hoi",
            "calendar": "hoi",
            "month": "2026-12",
            "week": "2026-51",
            "day": "2026-12-18",
        } | (spoilt or {})
        return re.sub(r"{(\w+)(?::\w+)?}", lambda part: quote(there_is.get(part[1], "x"), safe="/"), template)

    def version(self, path: str) -> str:
        """The version of what the form is sent to, as it stands."""
        if path.startswith("/c/"):
            return str(self.office.services.stories.story(self.uid).event.sequence)
        return str(self.office.services.drafts.get(self._open_draft(path)).version)

    def _waiting(self) -> str:
        """The number of what waits for a person; something new where nothing does."""
        revising = self.office.services.revising
        if not revising.proposals():
            self.office.import_programme(DOUBTFUL.format(next(NUMBERS)), "thư.txt")
        return str(revising.proposals()[0].number)

    def _open_draft(self, path: str) -> str:
        """A draft that is under review; a new one where the former was released or laid aside."""
        drafts = self.office.services.drafts
        if "/drafts/" not in path:
            return "x"
        if not self.draft or drafts.get(self.draft).state.value != "open":
            letter = LETTER.format(next(NUMBERS))
            [self.draft], _ = drafts.take_in(
                letter.encode(), "thư.txt", calendar="hoi", by="lan", now=self.office.clock()
            )
        return self.draft
