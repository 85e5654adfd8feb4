"""`sched people import`: what spreadsheets save is read, what cannot be is refused whole and says where."""

from pathlib import Path

import pytest
from program import Sched

TABLE = "name,email\nLan,vanphong@example.org\nHùng,vanphong@example.org\nMai,vanphong@example.org\n"
WITH_TABS, WITH_SEMICOLONS = TABLE.replace(",", "\t"), TABLE.replace(",", ";")


@pytest.fixture(autouse=True)
def in_vietnamese(sched: Sched) -> None:
    sched.environment["SCHED_LANGUAGE"] = "vi"


def names(sched: Sched) -> list[str]:
    return [person["name"] for person in sched.json("people", "list", "--json")]


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        WITH_TABS.encode("utf-16"),
        b"\xfe\xff" + WITH_TABS.encode("utf-16-be"),
        f"sep=;\r\n{WITH_SEMICOLONS}".encode("utf-8-sig"),
        f"\n{WITH_SEMICOLONS}\n;\n".encode(),
    ],
    ids=["plain", "with a mark", "utf-16", "utf-16 big-endian", "sep=;", "empty rows"],
)
def test_a_list_is_read_as_spreadsheets_save_it(sched: Sched, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "people.csv").write_bytes(data)
    sched("people", "import", "people.csv")
    assert names(sched) == ["Hùng", "Lan", "Mai"]
    again = sched("people", "import", "people.csv")
    assert "giữ nguyên 3" in again.stdout
    assert names(sched) == ["Hùng", "Lan", "Mai"]


@pytest.mark.parametrize(
    ("rows", "status", "told"),
    [
        ("name,email\nLan,a@example.org\nHùng," + "x" * 140_000, 3, "hàng 3: có ô dài quá 131072 ký tự"),
        ("name,email\nLan,a@example.org\nHù\0ng,b@example.org\n", 3, "hàng 3: có ký tự không phải chữ"),
        ('name,email\n"Lan,a@example.org\nHùng,b@example.org\n', 3, "hàng 2: có dấu ngoặc kép"),
        ('name,email\n"Lan,a@example.org\n"Hùng,b@example.org\n', 3, "hàng 2: có dấu ngoặc kép"),
        ("name,webhook\nLan,\nHùng,office\n", 2, "hàng 3: không có webhook 'office'"),
        ("name,follows\nLan,*\nHùng,khong-co\n", 2, "hàng 3: không có lịch 'khong-co'"),
        ("ten,email\nLan,a@example.org\n", 3, "thiếu cột name"),
    ],
)
def test_a_list_that_cannot_be_right_is_refused_whole(
    sched: Sched, tmp_path: Path, rows: str, status: int, told: str
) -> None:
    (tmp_path / "people.csv").write_text(rows, "utf-8")
    refused = sched("people", "import", "people.csv", status=status)
    assert told in refused.stderr
    assert names(sched) == []


def test_a_new_name_is_told(sched: Sched, tmp_path: Path) -> None:
    sched("people", "add", "Nguyen Thi Hue", "--email", "hue@example.org")
    (tmp_path / "people.csv").write_text("name,email\nNguyễn Thị Huệ,hue@example.org\n", "utf-8")
    assert "đổi tên Nguyen Thi Hue thành Nguyễn Thị Huệ" in sched("people", "import", "people.csv").stdout


@pytest.mark.parametrize("phone", ["0912345671", "+84912345671", "0912 345 671", "84912345671"])
def test_a_phone_reaches_the_person_however_it_is_typed(sched: Sched, phone: str) -> None:
    sched("people", "add", "Lan", "--phone", phone)
    sched("people", "change", "lan", "--phone", "0912.345.671")
    [person] = sched.json("people", "list", "--json")
    assert person["addresses"] == [{"channel": "zalo_oa", "value": "84912345671", "phone": "84912345671"}]


def test_a_group_is_one_however_its_name_is_written(sched: Sched) -> None:
    sched("people", "add", "Lan", "--email", "lan@example.org", "--group", "Ban Thường vụ")
    sched("people", "add", "Mai", "--email", "mai@example.org", "--group", "ban  thường VỤ")
    [group] = sched.json("people", "groups", "--json")["groups"]
    assert (group["group"], group["people"]) == ("Ban Thường vụ", 2)
    sched("people", "change", "Mai", "--leave", "BAN THƯỜNG VỤ")
    [group] = sched.json("people", "groups", "--json")["groups"]
    assert group["people"] == 1


def addresses(sched: Sched) -> list[str]:
    [person] = sched.json("people", "list", "--json")
    return [f"{one['channel']}:{one['value']}" for one in person["addresses"]]


def test_addresses_are_taken_away_and_put_into_another_order(sched: Sched) -> None:
    sched("people", "add", "Lan", "--email", "lan@example.org", "--zalo-bot", "c1", "--phone", "0912345671")
    assert addresses(sched) == ["zalo_bot:c1", "zalo_oa:84912345671", "email:lan@example.org"]
    sched("people", "change", "Lan", "--first", "email")
    sched("people", "change", "Lan", "--first", "zalo_oa")
    assert addresses(sched) == ["zalo_oa:84912345671", "email:lan@example.org", "zalo_bot:c1"]
    sched("people", "change", "Lan", "--remove-address", "zalo_oa:0912 345 671")
    sched("people", "change", "Lan", "--remove-address", "email", "--email", "lan2@example.org")
    assert addresses(sched) == ["zalo_bot:c1", "email:lan2@example.org"]
    refused = sched("people", "change", "Lan", "--remove-address", "email:ai@example.org", status=2)
    assert "Lan không có địa chỉ 'email:ai@example.org'; hiện có: zalo_bot:c1" in refused.stderr
    assert "không có địa chỉ" in sched("people", "change", "Lan", "--first", "zalo_oa", status=2).stderr


def test_the_outbox_takes_the_options_of_its_list(sched: Sched) -> None:
    sched("people", "add", "Lan", "--address", "console=lan", "--follow", "*")
    sched("remind")
    listed = sched.json("outbox", "list", "--json")
    assert sched.json("outbox", "--json") == listed
    assert sched.json("outbox", "--state", "sent", "--count", "5", "--json") == []


def test_a_trial_that_is_refused_is_advised_on_by_its_reason(sched: Sched, tmp_path: Path) -> None:
    text = (tmp_path / "config.toml").read_text("utf-8")
    url = "https://127.0.0.1:9/hook"
    sched.configure(f'{text}\n[webhooks.office]\nurl = "{url}"\nsecret = "whsec_{"QUJD" * 11}"\n')
    told = sched("test", "webhook", "office", status=4).stderr
    assert "allow_private = true" in told
    assert "Hãy sửa [webhooks.office] trong config.toml" in told
    assert "hãy sửa địa chỉ" not in told


def test_a_webhook_that_is_not_configured_is_refused(sched: Sched, tmp_path: Path) -> None:
    text = (tmp_path / "config.toml").read_text("utf-8")
    url = "https://example.org/hook"
    sched.configure(f'{text}\n[webhooks.office]\nurl = "{url}"\nsecret = "whsec_{"QUJD" * 11}"\n')
    refusal = "không có webhook 'ofice'; trong config.toml có: office"
    assert refusal in sched("people", "add", "Lan", "--webhook", "ofice", status=2).stderr
    assert names(sched) == []
    sched("people", "add", "Lan", "--webhook", "office")
    assert refusal in sched("people", "change", "Lan", "--webhook", "ofice", status=2).stderr
    assert refusal in sched("people", "change", "Lan", "--address", "webhook=ofice", status=2).stderr
    (tmp_path / "people.csv").write_text("name,webhook\nMai,ofice\n", "utf-8")
    assert refusal in sched("people", "import", "people.csv", status=2).stderr
    assert addresses(sched) == ["webhook:office"]
