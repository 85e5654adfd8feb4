"""Every setting holds a secret, every server repeats what it was sent, and nobody reads a secret anywhere."""

import json
import sqlite3
from base64 import b64encode
from collections.abc import Iterator
from contextlib import ExitStack, closing

import pytest
from doubles.http_double import Answer, HttpDouble, Recorded
from doubles.smtp import SmtpDouble
from program import Sched

SECRETS = {
    "SMTP": "smtp-p4ssw0rd-9917",
    "BOT": "55667788:bot-t0ken-abcdef",
    "BOT_HOOK": "bot-webhook-s3cret-1",
    "APP": "zalo-app-s3cret-22",
    "OA_KEY": "zalo-oa-key-s3cret-33",
    "REFRESH": "zalo-refresh-t0ken-44",
    "HOOK": "whsec_" + b64encode(b"hook-secret-of-24-bytes!").decode(),
    "HOOK_HEADER": "Bearer hook-header-t0ken-55",
    "WEB": "web-cookie-s3cret-66",
}
ACCESS = "zalo-access-t0ken-77"
NEXT_REFRESH = "zalo-next-refresh-88"
LOGIN = b64encode(f"\0vp\0{SECRETS['SMTP']}".encode()).decode()
ALL = {
    *SECRETS.values(),
    SECRETS["HOOK_HEADER"].removeprefix("Bearer "),
    ACCESS,
    NEXT_REFRESH,
    LOGIN,
    b64encode(SECRETS["SMTP"].encode()).decode(),
}
DUE = "2026-11-25T16:00:30+07:00"


class Echo(HttpDouble):
    """Answers each request with an error that repeats all of it, in the words of Zalo and of webhooks alike."""

    def __init__(self, *, renews: bool) -> None:
        super().__init__()
        self.renews = renews

    def respond(self, request: Recorded) -> Answer:
        if self.renews and request.path.endswith("access_token"):
            pair = {"access_token": ACCESS, "refresh_token": NEXT_REFRESH, "expires_in": "90000"}
            return Answer(200, json.dumps(pair))
        seen = f"{request.path} {dict(request.headers)} {request.body.decode('utf-8', 'replace')}"
        told = {
            "ok": False,
            "error_code": 400,
            "description": seen,
            "error": -201,
            "message": seen,
            "error_name": seen,
        }
        return Answer(400, json.dumps(told))


CONFIG = """
language = "en"
[calendars.hoi]
name = "Hội"
review = "none"
[web]
secret = "env:WEB"
[email]
host = "127.0.0.1"
port = {smtp}
security = "none"
username = "vp"
password = "env:SMTP"
sender = "Văn phòng <vp@example.org>"
[zalo_bot]
token = "env:BOT"
base_url = "{echo}"
webhook_secret = "env:BOT_HOOK"
[zalo_oa]
app_id = "123"
app_secret = "env:APP"
oa_secret_key = "env:OA_KEY"
refresh_token = "env:REFRESH"
send_proof = true
base_url = "{echo}"
oauth_url = "{echo}"
business_url = "{echo}"
[webhooks.office]
url = "{echo}/hook"
secret = "env:HOOK"
allow_private = true
headers = {{ Authorization = "env:HOOK_HEADER" }}
[[reminders]]
name = "day-before"
calendars = ["*"]
categories = ["meeting"]
before = "1 day"
at = "16:00"
channels = ["email", "zalo_bot", "zalo_oa", "webhook"]
"""
PEOPLE = (
    ("Mail", "--email", "mail@example.org"),
    ("Bot", "--zalo-bot", "chat-1"),
    ("Oa", "--zalo-oa", "user-1"),
    ("Hook", "--webhook", "office"),
)


@pytest.fixture(params=[True, False], ids=["token-renewed", "token-refused"])
def office(request: pytest.FixtureRequest, sched: Sched, samples: list[str]) -> Iterator[Sched]:
    with ExitStack() as stack:
        echo = stack.enter_context(Echo(renews=request.param))
        smtp = stack.enter_context(SmtpDouble(login=("vp", SECRETS["SMTP"])))
        said = f"535 5.7.8 wrong {SECRETS['SMTP']} {LOGIN}"
        smtp.fail("auth", *[said] * 50)
        sched.environment |= SECRETS
        sched.configure(CONFIG.format(smtp=smtp.port, echo=echo.url))
        sched("import", *samples)
        for name, *address in PEOPLE:
            sched("people", "add", name, *address, "--follow", "hoi")
        yield sched


def spoken(sched: Sched, *arguments: str) -> str:
    run = sched(*arguments, status=None)
    return run.stdout + run.stderr


def kept(sched: Sched) -> str:
    """What the tables that people are shown hold."""
    with closing(sqlite3.connect(sched.folder / "sched.db")) as database:
        rows = [
            row
            for table in ("outbox", "attempts", "channel_state", "audit")
            for row in database.execute(f"SELECT * FROM {table}")
        ]
    return repr(rows)


def test_no_secret_is_told_or_kept_where_people_look(office: Sched) -> None:
    told = [spoken(office, "remind", "--now", DUE)]
    told += [spoken(office, "outbox", "list"), spoken(office, "outbox", "list", "--json")]
    ids = [one["id"] for one in json.loads(office("outbox", "list", "--json").stdout)]
    told += [spoken(office, "outbox", "explain", id_) for id_ in ids]
    told += [spoken(office, "doctor"), spoken(office, "doctor", "--json")]
    told += [spoken(office, "people", "list"), spoken(office, "people", "export", "Mail")]
    for channel, address in (
        ("email", "a@example.org"),
        ("zalo_bot", "c"),
        ("zalo_oa", "u"),
        ("webhook", "office"),
    ):
        told.append(spoken(office, "test", channel, address))
        assert channel in told[-1]
    told.append(kept(office))
    whole = "\n".join(told)
    # Each channel was reached, failed, and its server's words are shown as far as they are no secret.
    assert all(
        mark in whole for mark in ("535", "Zalo Bot answered", "Zalo", "webhook office answered HTTP 400")
    )
    assert "***" in whole
    assert sorted(secret for secret in ALL if secret in whole) == []


def test_the_password_of_the_database_is_never_told(sched: Sched) -> None:
    password = "db-p4ssw0rd-31"
    for url in (
        f"postgresql://sched:{password}@127.0.0.1:1/none",
        f"mysql://sched:{password}@127.0.0.1/none",
    ):
        sched.configure(f'database = "{url}"\n[calendars.hoi]\nname = "Hội"\n')
        for command in (["list"], ["doctor"], ["backup", "x.db"], ["upgrade"], ["doctor", "--json"]):
            told = spoken(sched, *command)
            assert "127.0.0.1" in told
            assert password not in told


def test_a_secret_of_the_wrong_kind_is_not_repeated(sched: Sched) -> None:
    sched.configure(
        '[calendars.hoi]\nname = "Hội"\n[email]\nhost = "x"\nport = 25\nsecurity = "none"\nsender = "a@example.org"\n'
        "password = 998877\n"
    )
    told = spoken(sched, "doctor")
    assert "email.password phải là chữ trong dấu nháy" in told
    assert "998877" not in told


def test_secrets_written_into_a_file_that_all_may_read_are_noticed(sched: Sched) -> None:
    sched.configure('[calendars.hoi]\nname = "Hội"\n[zalo_bot]\ntoken = "5566:written-here"\n')
    (sched.folder / "config.toml").chmod(0o644)
    told = spoken(sched, "doctor")
    assert "zalo_bot.token" in told
    assert "written-here" not in told
    (sched.folder / "config.toml").chmod(0o640)
    assert "zalo_bot.token" not in spoken(sched, "doctor")
