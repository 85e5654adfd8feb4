"""Single days of standing things that are moved or left out, days off beside a meeting, and what "thay vì" tells."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme

OCTOBER = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 10 NĂM 2025\n\n1. Họp chi bộ: ngày 03/10.\n2. {}\n"
AUGUST = "THÔNG BÁO ĐIỀU CHỈNH LỊCH HỌP THÁNG 8/2025\n- Họp tổ dân phố 7: {}, nhà sinh hoạt cộng đồng.\n"


def read(text: str) -> list[str]:
    """What a paper tells: each title with its status where it is not firm, its days and the days left out."""
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2025, 8, 18))
    lines = []
    for entry in programme_to_json(programme)["entries"]:
        when = entry["when"]
        status = "" if entry["status"] == "confirmed" else entry["status"]
        rule = (when.get("rrule") or "").removeprefix("FREQ=")
        day = when.get("first") or when.get("date") or f"{when.get('from')}..{when.get('to')}"
        left_out = ",".join(when.get("except") or [])
        told = (entry["title"] + ":", status, rule, day, when["start"] or when["daypart"] or "")
        lines.append(" ".join(filter(None, (*told, left_out and f"without {left_out}"))))
    return lines


@pytest.mark.parametrize(
    "moved",
    [
        "(ngày 25/10 là thứ Bảy nên chuyển sang thứ Hai 27/10)",
        "(riêng ngày 25/10 chuyển sang thứ Hai 27/10)",
        "; ngày 25/10 trùng thứ 7, chuyển sang ngày 27/10",
        "(ngày 25/10 là thứ Bảy, dời sang 27/10)",
    ],
)
def test_one_day_of_several_in_a_month_is_moved_and_the_other_stays(moved: str) -> None:
    assert read(OCTOBER.format(f"Tiếp công dân: ngày 10 và 25 hằng tháng {moved}."))[1:] == [
        "Tiếp công dân: 2025-10-10",
        "Tiếp công dân: 2025-10-27",
    ]


def test_a_day_of_a_weekly_meeting_is_moved_with_its_own_hour() -> None:
    line = "Giao ban: 8h00 thứ Hai hằng tuần (ngày 20/10 dời sang 14h00 ngày 21/10)."
    assert read(OCTOBER.format(line))[1:] == [
        "Giao ban: WEEKLY;BYDAY=MO 2025-10-06 08:00 without 2025-10-20",
        "Giao ban: 2025-10-21 14:00",
    ]


@pytest.mark.parametrize(
    "left_out",
    [
        "(riêng ngày 20/10 không họp)",
        ", riêng thứ Hai 20/10 không tổ chức",
        ", ngày 20/10 tạm nghỉ",
        "(ngày 20/10 nghỉ do trùng lịch thi)",
    ],
)
def test_a_day_on_which_it_is_not_held_is_left_out(left_out: str) -> None:
    assert read(OCTOBER.format(f"Giao ban: 8h00 thứ Hai hằng tuần{left_out}."))[1:] == [
        "Giao ban: WEEKLY;BYDAY=MO 2025-10-06 08:00 without 2025-10-20"
    ]


@pytest.mark.parametrize(
    "changed",
    [
        "thay vì tối 23/8, tổ chức sớm hơn 02 ngày, tức tối 21/8",
        "thay vì tối 23/8, họp vào tối 21/8",
        "thay vì tối 23/8 sẽ họp sớm hơn, tối 21/8",
    ],
)
def test_an_earlier_day_instead_of_another_is_of_the_same_year(changed: str) -> None:
    assert read(AUGUST.format(changed)) == [
        "Họp tổ dân phố 7: postponed 2025-08-23 evening",
        "Họp tổ dân phố 7: 2025-08-21 evening",
    ]


def test_days_off_stand_beside_the_meeting_behind_them() -> None:
    line = "Nghỉ Tết Dương lịch từ ngày 30/10/2025 đến hết ngày 31/10/2025. Cơ quan gặp mặt lúc 8 giờ 00, ngày 28/10."
    assert "Nghỉ Tết Dương lịch: 2025-10-30..2025-10-31 all-day" in read(OCTOBER.format(line))


def test_a_numbered_line_that_names_the_party_is_no_letterhead() -> None:
    text = (
        "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 02 NĂM 2025\n\n"
        "1. Tuyên truyền kỷ niệm Ngày thành lập Đảng Cộng sản Việt Nam (03/02).\n2. Họp chi bộ: ngày 05/02.\n"
    )
    assert read(text) == [
        "Ngày thành lập Đảng Cộng sản Việt Nam: 2025-02-03 all-day",
        "Họp chi bộ: 2025-02-05",
    ]


def test_hours_that_fill_their_column_leave_one_space_before_what_is_held() -> None:
    text = (
        "LỊCH CÔNG TÁC TUẦN 43 (20/10 - 26/10/2025)\n\n"
        "Thứ 2 20/10   7h00   Giao ban toàn viện                    Hội trường B    BGĐ\n"
        "              14h00  Họp Hội đồng thuốc                    Phòng họp 2     PGĐ\n"
        "Thứ 5 23/10   10h00  Hội chẩn từ xa với tuyến trên         Phòng họp 1     PGĐ\n"
        "              15h-16h Bình bệnh án tháng 9                 Phòng họp 2     KHTH\n"
        "Thứ 6 24/10   14h00  Gặp mặt cán bộ hưu trí                Hội trường A    Công đoàn\n"
    )
    assert "Bình bệnh án tháng 9: 2025-10-23 15:00" in read(text)
