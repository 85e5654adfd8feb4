"""`sched publish`: a calendar that is no longer public leaves the folder, and that is said."""

from pathlib import Path

from program import Sched


def test_a_calendar_no_longer_public_leaves_the_folder(sched: Sched, tmp_path: Path) -> None:
    sched.configure("[calendars.hoi]\n[calendars.van-phong]\n")
    sched("publish", "www")
    (tmp_path / "www" / "ghi-chu.txt").write_text("của người khác")
    sched.configure('[calendars.hoi]\nvisibility = "private"\n[calendars.van-phong]\n')
    said = sched("publish", "www")
    assert "Đã gỡ www/hoi.ics: lịch này không còn công khai." in said.stdout
    shown = {path.name for path in (tmp_path / "www").iterdir() if not path.name.startswith(".")}
    assert shown == {"ghi-chu.txt", "van-phong.ics"}
