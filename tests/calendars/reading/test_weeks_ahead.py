"""Weeks that a schedule adds to its own, not settled yet, and rows that tell their fields behind dashes."""

import pytest
from announced_lines import lines_of


@pytest.mark.parametrize(
    "heading",
    [
        "B. DỰ KIẾN TUẦN 20 (13/5 - 19/5/2024)",
        "II. LỊCH DỰ KIẾN TUẦN 20 (13/5 - 19/5/2024)",
        "Dự kiến tuần 20 (từ 13/5 đến 19/5/2024):",
    ],
)
def test_a_week_that_is_only_foreseen(heading: str) -> None:
    first = f"{heading.partition('.')[0].replace('B', 'A').replace('II', 'I')}. TUẦN 19 (06/5 - 12/5/2024)\n"
    text = (
        f"LỊCH LÀM VIỆC TUẦN 19 VÀ DỰ KIẾN TUẦN 20 NĂM 2024\n\n{first if '. ' in heading[:4] else ''}"
        f"- Thứ Hai (06/5): Họp xét sáng kiến [P. họp T3] (14h00)\n\n{heading}\n- Thứ Hai: Giao ban (07h45).\n"
        "- Thứ Tư (15/5): Đoàn Sở Y tế kiểm tra.\n\nBáo cáo dịch tuần gửi Viện: chậm nhất 14h00 thứ Ba (07/5).\n"
    )
    assert lines_of(text) == [
        "05-06 14:00: Họp xét sáng kiến",
        "05-13 07:45 tentative: Giao ban",
        "05-15 tentative: Đoàn Sở Y tế kiểm tra",
        "05-07-14:00 deadline: Báo cáo dịch tuần gửi Viện",
    ]


@pytest.mark.parametrize("dash", ["-", "–"])
@pytest.mark.parametrize("hour", ["{}.00", "{}h00", "{}h", "{}g00", "{}:00"])
def test_hour_place_and_leader_behind_dashes(dash: str, hour: str) -> None:
    text = (
        "LỊCH CÔNG TÁC CỦA LÃNH ĐẠO CHI CỤC\nTuần từ 06 - 10/5/2024\n\n"
        f"- Thứ 2 (06/5): Giao ban Chi cục {dash} {hour.format(8)} {dash} phòng họp {dash} CCT Vinh.\n"
        f"- Thứ 3 (07/5): Hội đàm với bạn {dash} {hour.format(9)} {dash} trạm Kiểm soát {dash} CCT Vinh, PCCT Sơn.\n"
        f"- Thứ 6 (10/5): Liên hoan chia tay {dash} {hour.format(18)}.\n"
    )
    assert lines_of(text) == [
        "05-06 08:00: Giao ban Chi cục",
        "05-07 09:00: Hội đàm với bạn",
        "05-10 18:00: Liên hoan chia tay",
    ]


def test_where_a_page_leads_to_other_weeks_is_nothing_held() -> None:
    text = (
        "LỊCH CÔNG TÁC TUẦN 19 (06/5 - 12/5/2024)\n\nThứ Hai, 06/5\n- 8h00: Họp tổ\nThứ Ba, 07/5\n- 9h00: Giao ban\n"
        "Các ngày còn lại: Làm việc tại cơ quan\n\n>> Lịch tuần 18 (29/4 - 05/5) | Lịch tuần 20 (13/5 - 19/5)\n"
    )
    assert lines_of(text) == ["05-06 08:00: Họp tổ", "05-07 09:00: Giao ban"]


def test_as_the_person_beside_does() -> None:
    text = (
        "LỊCH CÔNG TÁC CỦA THƯỜNG TRỰC\nTuần 19 (06/5/2024 - 10/5/2024)\n\n"
        "Thứ, ngày | Buổi | Đ/c Chủ tịch | Đ/c PCT Thường trực\n"
        "Thứ Hai 06/5 | Chiều | Làm việc tại cơ quan | 14h00: Họp Hội đồng quản trị\n"
        "Thứ Ba 07/5 | Sáng | 7h30: Dự Đại hội Đảng bộ | nt\n"
    )
    assert [line.partition(": ")[2] for line in lines_of(text)] == [
        "Họp Hội đồng quản trị",
        "Đại hội Đảng bộ",
    ]
