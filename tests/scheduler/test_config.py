"""The configuration: strict about keys, clear about values, quick where little is asked."""

import os
import re
import subprocess
import sys
from dataclasses import fields
from datetime import time
from pathlib import Path

import pytest

from scheduler import config, config_keys, telling_config
from scheduler.channel_kinds import ChannelKind
from scheduler.channels import CHANNELS
from scheduler.database import connect
from scheduler.errors import ConfigurationError, UnknownCalendar
from scheduler.settings import CalendarSettings, DocumentLimits, Review, Visibility, WebSettings, file_of

ROOT = Path(__file__).parents[2]


def _names(settings: type) -> tuple[str, ...]:
    """The fields of a settings class, which is a named tuple or a dataclass."""
    names: tuple[str, ...] | None = getattr(settings, "_fields", None)
    return names or tuple(field.name for field in fields(settings))


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    return path


def test_the_configuration_at_the_top_works_as_it_stands() -> None:
    configuration = config.read(ROOT / "config.toml")
    settings = configuration.settings()
    assert [calendar.slug for calendar in settings.calendars] == ["hoi-lhpn"]
    assert settings.office_hours.morning == (time(7, 30), time(11, 30))
    assert [rule.name for rule in telling_config.policy(configuration).rules] == [
        "day-before",
        "soon",
        "deadline",
    ]
    assert set(telling_config.channel_settings(configuration)) == {ChannelKind.CONSOLE}


@pytest.mark.parametrize(
    ("text", "named", "hint"),
    [
        ('timzone = "Asia/Ho_Chi_Minh"', "timzone", "timezone"),
        ('[emial]\nhost = "x"', "emial", "email"),
        ('[email]\nhots = "x"', "email.hots", "host"),
        ('[calendars.a]\nvisiblity = "public"', "calendars.a.visiblity", "visibility"),
        ('[[reminders]]\nbefor = "1 day"', "[reminders].befor", "before"),
        ('[webhooks.x]\nurll = "x"', "webhooks.x.urll", "url"),
        ("[office_hours]\nmornig = 1", "office_hours.mornig", "morning"),
    ],
)
def test_an_unknown_key_is_an_error_that_names_the_nearest_known_one(
    tmp_path: Path, text: str, named: str, hint: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        config.read(written(tmp_path, text))
    assert f"config.toml: {named} is not a known key; did you mean '{hint}'?" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('timezone = "Asia/Hanoi2"', "is no time zone"),
        ('language = "fr"', 'must be "vi" or "en"'),
        ('database = "mysql://x"', "must begin with sqlite:/// or postgresql://"),
        ('[office_hours]\nmorning = "11:30-07:30"', "must be a span such as"),
        ('[calendars.a]\nvisibility = "secret"', "must be one of public, token, private"),
        ('[calendars."A b"]\nname = "x"', "is no name for a calendar"),
        ('[web]\nport = "8000"', "must be a whole number"),
        ("[web]\nport = true", "must be a whole number"),
        (
            '[web]\nsecret = "env:SCHED_NOT_THERE"',
            "names the environment variable SCHED_NOT_THERE, which is not set",
        ),
        ('[web]\nsecret = "file:nowhere.txt"', "cannot be read"),
    ],
)
def test_a_value_that_cannot_be_used_is_told_with_its_key(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        config.read(written(tmp_path, text)).settings()
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[reminders]]\nname = "x"\nbefore = "soon"', "a number and a unit"),
        ('[[reminders]]\nname = "x"\nbefore = "1 day"\ncategories = ["meating"]', "categories"),
        ('[[reminders]]\nname = "x"\nbefore = "1 day"\nchannels = ["fax"]', "channels"),
        (
            '[[reminders]]\nname = "x"\nbefore = "1 day"\n[[reminders]]\nname = "x"\nbefore = "2 days"',
            "named 'x'",
        ),
        ('[[reminders]]\nname = "x"\nbefore = "200000 weeks"', "at most 90 days"),
        ('[[reminders]]\nname = "x"\nbefore = "61 days"\nworking_days = true', "at most 60 working days"),
        ('[[reminders]]\nname = "x"\nbefore = "0 minutes"', "must leave time"),
        ('[[reminders]]\nname = "x"\nbefore = "3 days"\nworking_days = "no"', "true or false, not 'no'"),
        ('[office]\ngroups = "văn phòng"', "a list of names"),
        ('[quiet_hours]\nfrom = "21:30"', "needs `from` and `to`"),
        ('[quiet_hours]\nfrom = "25:00"\nto = "06:00"', "quiet_hours.from"),
        ('[digests]\nweekly = "Monday"', "a day and an hour"),
        ('[reminders]\nname = "x"', "written with two pairs of brackets"),
    ],
)
def test_a_rule_that_cannot_be_used_is_told_with_its_table(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        telling_config.policy(config.read(written(tmp_path, text)))
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("senders = { email = 0 }", "senders.email is a number from 1 to 64"),
        ("senders = { email = -3 }", "senders.email"),
        ("senders = { fax = 1 }", "fax"),
        ("per_second = { zalo_bot = 0 }", "per_second.zalo_bot is a number above 0"),
        ("per_second = { email = nan }", "per_second.email"),
    ],
)
def test_terms_of_sending_that_cannot_be_used_are_told(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        telling_config.delivery_settings(config.read(written(tmp_path, f"[delivery]\n{text}")))
    assert told in str(caught.value)


def test_the_office_is_who_the_configuration_says(tmp_path: Path) -> None:
    text = '[office]\ngroups = ["Ban Thường trực"]'
    assert telling_config.policy(config.read(written(tmp_path, text))).keepers == ("ban thường trực",)


def test_what_is_no_toml_and_what_is_missing_are_sentences(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="is not TOML"):
        config.read(written(tmp_path, "a = = 1"))
    with pytest.raises(ConfigurationError, match="there is no such file; `sched init` writes one here"):
        config.read(tmp_path / "none.toml")


def test_secrets_come_from_the_environment_and_from_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCHED_TEST_SECRET", "one")
    (tmp_path / "two.txt").write_text("two\n", "utf-8")
    path = written(tmp_path, '[web]\nsecret = "env:SCHED_TEST_SECRET"\n[email]\npassword = "file:two.txt"')
    configuration = config.read(path)
    assert configuration.settings().web.secret == "one"
    email = telling_config.channel_settings(configuration)[ChannelKind.EMAIL]
    assert email.password == "two"
    assert "two" not in repr(email)


def test_paths_count_from_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, 'database = "sqlite:///data/x.db"\n[calendars.a]\nname = "A"\ninbox = "inbox"')
    settings = config.read(path).settings()
    assert settings.database == f"sqlite:///{tmp_path}/data/x.db"
    assert settings.calendar(None) == CalendarSettings(
        slug="a", name="A", visibility=Visibility.PUBLIC, review=Review.UNSURE, inbox=tmp_path / "inbox"
    )


def test_one_calendar_need_not_be_named_and_an_unknown_one_is_told_with_those_there_are(
    tmp_path: Path,
) -> None:
    settings = config.read(written(tmp_path, "[calendars.a]\n[calendars.b]\n")).settings()
    with pytest.raises(ConfigurationError, match="say which calendar with --calendar; there are a, b"):
        settings.calendar(None)
    with pytest.raises(UnknownCalendar, match=r"no calendar 'c'; config\.toml has a, b"):
        settings.calendar("c")


def test_the_table_of_keys_names_every_field_of_the_settings() -> None:
    kinds: dict[str, type] = {"documents": DocumentLimits, "web": WebSettings}
    for kind, (settings, _) in CHANNELS.items():
        if kind not in (ChannelKind.WEBHOOK, ChannelKind.CONSOLE):
            kinds[kind.value] = settings
    for name, settings in kinds.items():
        assert set(config_keys.KEYS[name]) == set(_names(settings)), name
    webhook = CHANNELS[ChannelKind.WEBHOOK][0]
    assert set(config_keys.NAMED_KEYS["webhooks"]) == set(_names(webhook))
    named = set(_names(CalendarSettings)) - {"slug"}
    assert set(config_keys.NAMED_KEYS["calendars"]) == named


def test_every_key_that_is_known_is_explained_in_the_configuration_at_the_top() -> None:
    text = (ROOT / "config.toml").read_text("utf-8")
    for table, keys in (config_keys.KEYS | config_keys.NAMED_KEYS | config_keys.LISTED_KEYS).items():
        parts = re.split(rf"^(?:# )?\[+{table}[\].].*$", text, flags=re.MULTILINE)[1:]
        assert parts, table
        body = "\n".join(re.split(r"^(?:# )?\[", part, maxsplit=1, flags=re.MULTILINE)[0] for part in parts)
        for key in keys:
            assert re.search(rf"^(?:# )?{key} = ", body, re.MULTILINE), (table, key)


def test_the_file_is_found_by_option_environment_folder_and_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SCHED_CONFIG", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    assert config.find(None) == Path("config.toml")
    at_home = tmp_path / "home" / "sched" / "config.toml"
    at_home.parent.mkdir(parents=True)
    at_home.write_text("", "utf-8")
    assert config.find(None) == at_home
    (tmp_path / "config.toml").write_text("", "utf-8")
    assert config.find(None) == Path("config.toml")
    monkeypatch.setenv("SCHED_CONFIG", "other.toml")
    assert config.find(None) == Path("other.toml")
    assert config.find(Path("named.toml")) == Path("named.toml")


def test_reading_the_settings_loads_nothing_that_sends() -> None:
    code = (
        "import sys; from pathlib import Path; from scheduler import config; "
        f"config.read(Path({str(ROOT / 'config.toml')!r})).settings(); "
        "print(sorted(set(sys.modules) & {'requests', 'smtplib', 'email', 'apscheduler', 'icalendar', 'psycopg'}))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=os.environ, check=True
    )
    assert run.stdout.strip() == "[]"


def test_a_database_in_a_folder_of_any_name_is_that_file(tmp_path: Path) -> None:
    folder = tmp_path / "lịch 100%25 #1?"
    folder.mkdir()
    settings = config.read(written(folder, 'database = "sqlite:///sched.db"')).settings()
    assert file_of(settings.database) == folder / "sched.db"
    connect(settings.database).close()
    assert (folder / "sched.db").is_file()
