"""Static feeds in a folder of other people's: what is written, what is removed and what is left alone."""

import json
from pathlib import Path

import pytest

from scheduler.service import published_folder
from scheduler.service.published_folder import Published

FEED, OTHER = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", b"BEGIN:VCALENDAR\r\nX:1\r\nEND:VCALENDAR\r\n"


def publish_into(
    folder: Path, feeds: dict[str, bytes], hidden: list[str], owner: str = "this office"
) -> Published:
    return published_folder.publish_into(folder, feeds, hidden, owner=owner)


def lists(folder: Path) -> list[Path]:
    return list(folder.glob(".sched-*.json"))


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {path.name for path in lists(folder)}


def test_each_feed_is_written_under_its_slug(tmp_path: Path) -> None:
    done = publish_into(tmp_path / "www", {"hoi": FEED, "van-phong": OTHER}, ["noi-bo"])
    assert done == Published((tmp_path / "www" / "hoi.ics", tmp_path / "www" / "van-phong.ics"))
    assert (tmp_path / "www" / "van-phong.ics").read_bytes() == OTHER


@pytest.mark.parametrize("hidden", [["hoi"], []], ids=["no longer public", "no longer configured"])
def test_a_feed_that_is_no_longer_published_is_removed(tmp_path: Path, hidden: list[str]) -> None:
    publish_into(tmp_path, {"hoi": FEED, "van-phong": FEED}, [])
    publish_into(tmp_path, {"hoi": OTHER, "van-phong": FEED}, [])
    done = publish_into(tmp_path, {"van-phong": FEED}, hidden)
    assert done.removed == (tmp_path / "hoi.ics",)
    assert names(tmp_path) == {"van-phong.ics"}


def test_what_others_put_there_stays(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>Lịch")
    (tmp_path / "khac.ics").write_bytes(OTHER)
    publish_into(tmp_path, {"hoi": FEED}, [])
    assert publish_into(tmp_path, {}, ["hoi"]).removed == (tmp_path / "hoi.ics",)
    assert names(tmp_path) == {"index.html", "khac.ics"}


def test_a_feed_that_a_hand_changed_stays_and_is_named(tmp_path: Path) -> None:
    publish_into(tmp_path, {"hoi": FEED}, [])
    (tmp_path / "hoi.ics").write_bytes(OTHER)
    assert publish_into(tmp_path, {}, ["hoi"]) == Published((), (), (tmp_path / "hoi.ics",))
    assert names(tmp_path) == {"hoi.ics"}


def test_a_file_of_a_calendar_not_public_that_no_run_wrote_is_named(tmp_path: Path) -> None:
    (tmp_path / "noi-bo.ics").write_bytes(FEED)
    assert publish_into(tmp_path, {"hoi": FEED}, ["noi-bo"]).left == (tmp_path / "noi-bo.ics",)


def test_two_installations_share_a_folder(tmp_path: Path) -> None:
    publish_into(tmp_path, {"hoi": FEED}, [], owner="one")
    assert publish_into(tmp_path, {"van-phong": FEED}, [], owner="other").removed == ()
    assert publish_into(tmp_path, {}, [], owner="one").removed == (tmp_path / "hoi.ics",)
    assert names(tmp_path) == {"van-phong.ics"}


def test_a_run_cut_short_forgets_nothing_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_into(tmp_path, {"hoi": FEED}, [])
    with monkeypatch.context() as broken:
        real = Path.unlink

        def die(path: Path, missing_ok: bool = False) -> None:
            if path.suffix == ".ics":
                raise KeyboardInterrupt
            real(path, missing_ok=missing_ok)

        broken.setattr(Path, "unlink", die)
        with pytest.raises(KeyboardInterrupt):
            publish_into(tmp_path, {"van-phong": FEED}, ["hoi"])
    done = publish_into(tmp_path, {}, ["hoi", "van-phong"])
    assert done.removed == (tmp_path / "hoi.ics", tmp_path / "van-phong.ics")


@pytest.mark.parametrize(
    "told",
    [
        b"not json",
        b"[]",
        json.dumps({"../secret.ics": ["0" * 64], "index.html": ["0" * 64], "hoi.ics": 3}).encode(),
    ],
)
def test_a_list_that_somebody_changed_leads_to_no_other_file(tmp_path: Path, told: bytes) -> None:
    folder = tmp_path / "www"
    folder.mkdir()
    for path in (tmp_path / "secret.ics", folder / "index.html"):
        path.write_bytes(FEED)
    publish_into(folder, {}, [])
    lists(folder)[0].write_bytes(told)
    publish_into(folder, {"hoi": FEED}, [])
    assert (tmp_path / "secret.ics").exists()
    assert names(folder) == {"index.html", "hoi.ics"}
