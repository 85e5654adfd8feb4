"""`sched outbox` as a clerk reads it: in the language of the office, and by no name that only the program knows."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from doubles.smtp import SmtpDouble
from doubles.zalo_bot import ZaloBotDouble
from program import Sched

CONFIGURATION = """
language = "{language}"
[calendars.hoi]
name = "Hội"
review = "none"
[console]
[[reminders]]
name = "eve"
before = "1 day"
[digests]
daily = "00:00"
"""


@pytest.fixture(params=["vi", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def office(sched: Sched, language: str) -> Sched:
    """An office with a digest that was cancelled by hand, and a change that waits."""
    sched.environment["SCHED_LANGUAGE"] = language
    sched.configure(CONFIGURATION.format(language=language))
    sched("people", "add", "Lan", "--address", "console=lan", "--follow", "hoi")
    sched("remind")
    waiting = sched.json("outbox", "list", "--state", "pending", "--json")
    sched("outbox", "cancel", waiting[-1]["id"])
    day = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date() + timedelta(days=3)
    sched("add", f"Họp giao ban lúc 23h00 ngày {day:%d/%m/%Y}")
    sched("cancel", sched.json("list", "--from", f"{day}", "--to", f"{day}", "--json")[0]["uid"])
    return sched


def test_says_what_each_message_is_about_and_how_it_stands(office: Sched, language: str) -> None:
    office.environment["COLUMNS"] = "200"
    told = office("outbox", "list").stdout
    wanted = {
        "vi": ("Lịch thay đổi (đợt 2)", "Lịch trong ngày", "chờ gửi", "đã huỷ: huỷ bằng tay"),
        "en": ("Changes (release 2)", "The day", "pending", "cancelled: cancelled by hand"),
    }
    for words in wanted[language]:
        assert words in told
    assert "daily" not in told


def test_explains_a_message_and_what_cannot_be_done_with_it(office: Sched, language: str) -> None:
    listed = office.json("outbox", "list", "--json")
    gone = next(one["id"] for one in listed if one["state"] == "cancelled" and one["rule"] == "daily")
    told = office("outbox", "explain", gone).stdout
    assert ("đã huỷ: huỷ bằng tay" in told) == (language == "vi")
    refused = office("outbox", "cancel", gone, status=4).stderr
    assert ("không còn chờ gửi" in refused) == (language == "vi")
    unknown = office("outbox", "explain", "r-none", status=2).stderr
    assert ("không có tin r-none" in unknown) == (language == "vi")


def test_a_trial_tells_only_what_would_be_told(sched: Sched) -> None:
    sched.configure(CONFIGURATION.format(language="en"))
    sched("people", "add", "Lan", "--address", "console=lan", "--follow", "hoi")
    sched("remind")
    day = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date() + timedelta(days=3)
    sched("add", f"Họp giao ban lúc 23h00 ngày {day:%d/%m/%Y}")
    before = f"{day - timedelta(days=2)}T00:00+07:00"
    told = sched.json("remind", "--dry-run", "--json", "--now", before)
    # The digest too, though digests are kept in the outbox for two days alone.
    assert [one["rule"] for one in told] == ["eve", "daily"]
    after = f"{day + timedelta(days=1)}T12:00+07:00"
    assert sched.json("remind", "--dry-run", "--json", "--now", after) == []


def test_what_went_by_the_next_channel_is_done_and_what_waits_is_told(
    sched: Sched, smtp_double: SmtpDouble, zalo_bot_double: ZaloBotDouble
) -> None:
    channels = (
        f'[zalo_bot]\ntoken = "{zalo_bot_double.token}"\nbase_url = "{zalo_bot_double.url}"\n'
        f'[email]\nhost = "127.0.0.1"\nport = {smtp_double.port}\nsecurity = "none"\nsender = "vp@example.org"\n'
    )
    sched.configure(CONFIGURATION.format(language="en").replace("[console]\n", channels))
    sched("people", "add", "Lan", "--zalo-bot", "chat-gone", "--email", "lan@example.org", "--follow", "hoi")
    day = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date() + timedelta(days=3)
    for hour in (22, 23):
        sched("add", f"Họp giao ban lúc {hour}h00 ngày {day:%d/%m/%Y}")
    first = sched("remind", "--now", f"{day - timedelta(days=1)}T22:00:05+07:00")
    assert "Sent 1, to be tried again 0, failed 0." in first.stderr
    smtp_double.recipients["lan@example.org"] = "450 4.2.0 later"
    second = sched("remind", "--now", f"{day - timedelta(days=1)}T23:00:05+07:00", status=4)
    assert "Sent 0, to be tried again 1, failed 0." in second.stderr
