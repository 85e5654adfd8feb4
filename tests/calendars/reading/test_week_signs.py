"""Weekly schedules as programs and people in haste set them: signs between cells, quotation marks, English weekdays."""

import pytest
from announced_lines import lines_of

from calendars.reading.blocks.english_days import with_vietnamese_days

WEEK = "LỊCH CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f'{WEEK}"Ngày","Giờ","Nội dung","Địa điểm"\n'
            '"Thứ 2, 06/5","Sáng","Họp tổ, xét thi đua","Phòng 2"\n"Thứ 3, 07/5","8h00","Họp chi bộ",""\n'
            '"Thứ 4, 08/5","Chiều","Chấm thi","Hội trường"\n',
            ["05-06 morning: Họp tổ, xét thi đua", "05-07 08:00: Họp chi bộ", "05-08 afternoon: Chấm thi"],
            id="cells-in-quotation-marks",
        ),
        pytest.param(
            f'{WEEK}Ngày;Giờ;Nội dung;Địa điểm\nThứ 2 06/5;7h30;Họp tổ;"Phòng 2; tầng 1"\n'
            "Thứ 3 07/5;8h00;Họp chi bộ;Phòng 2\nThứ 4 08/5;9h00;Chấm thi;Phòng 3\n",
            ["05-06 07:30: Họp tổ", "05-07 08:00: Họp chi bộ", "05-08 09:00: Chấm thi"],
            id="a-cell-in-quotation-marks-among-others",
        ),
        pytest.param(
            f"{WEEK}Thứ Hai 06/5:\n  + Sáng // Họp tổ // Phòng 2\nThứ Ba 07/5:\n  + 8h00 // Họp chi bộ\n"
            "  + 14h00 // Chấm thi // Hội trường\n",
            ["05-06 morning: Họp tổ", "05-07 08:00: Họp chi bộ", "05-07 14:00: Chấm thi"],
            id="strokes-between-the-cells",
        ),
        pytest.param(
            f"{WEEK}── T2 06/5 ──\n├ 8h00 · Họp tổ · Phòng 2\n── T3 07/5 ──\n├ Sáng · Họp chi bộ\n"
            "├ 14h00 · Chấm thi\n",
            ["05-06 08:00: Họp tổ", "05-07 morning: Họp chi bộ", "05-07 14:00: Chấm thi"],
            id="a-tree-drawn-with-lines",
        ),
        pytest.param(
            f"{WEEK}◆ Thứ 2 · 06/5\n  ◇ 8h00 ~ Họp tổ ~ Phòng 2\n◆ Thứ 3 · 07/5\n  ◇ Sáng ~ Họp chi bộ\n"
            "  ◇ 14h00 ~ Chấm thi\n",
            ["05-06 08:00: Họp tổ", "05-07 morning: Họp chi bộ", "05-07 14:00: Chấm thi"],
            id="a-point-between-weekday-and-date",
        ),
        pytest.param(
            f"{WEEK}Thứ Hai / Monday 06/5\n- 8h00: Họp tổ\nThứ Ba / Tuesday 07/5\n- 14h00: Chấm thi\n",
            ["05-06 08:00: Họp tổ", "05-07 14:00: Chấm thi"],
            id="weekdays-in-two-languages",
        ),
        pytest.param(
            f"{WEEK}MON 06/5\n- 8h00: Họp tổ\nTUE 07/5\n- 14h00: Chấm thi\n",
            ["05-06 08:00: Họp tổ", "05-07 14:00: Chấm thi"],
            id="weekdays-in-english-capitals",
        ),
        pytest.param(
            "> Từ: Văn phòng\n> Gửi: Toàn thể cán bộ\n> Chủ đề: Lịch tuần từ 06/5 đến 12/5/2024\n>\n"
            "> * Thứ Hai 06/5\n> - 8h00: Họp tổ\n> * Thứ Ba 07/5\n> - 14h00: Chấm thi\n",
            ["05-06 08:00: Họp tổ", "05-07 14:00: Chấm thi"],
            id="quoted-in-an-answer",
        ),
        pytest.param(
            f"{WEEK}* Tuần trước:\n- Đã họp giao ban (29/4), đã bàn giao xe (30/4).\n* Tuần này:\n"
            "Thứ Hai (06/5)\n- 8h00: Họp tổ\nThứ Ba (07/5)\n- 14h00: Chấm thi\n",
            ["05-06 08:00: Họp tổ", "05-07 14:00: Chấm thi"],
            id="what-was-done-the-week-before",
        ),
        pytest.param(
            f"{WEEK}Họp tổ | 10h00 | Thứ Hai 06/5 | Phòng 2\nChấm thi | chiều | Thứ Hai 06/5\n"
            "Họp chi bộ | 8h00 | Thứ Ba 07/5\n",
            ["05-06 10:00: Họp tổ", "05-06 afternoon: Chấm thi", "05-07 08:00: Họp chi bộ"],
            id="hour-and-day-in-two-columns-behind-the-thing",
        ),
        pytest.param(
            f"{WEEK}- Thứ 2 06/5: 8h00 họp tổ tại phòng 2. chiều chấm thi.\n- Thứ 3 07/5: sáng họp chi bộ\n",
            ["05-06 08:00: Họp tổ", "05-06 afternoon: Chấm thi", "05-07 morning: Họp chi bộ"],
            id="a-half-in-small-letters-behind-a-full-stop",
        ),
    ],
)
def test_what_a_week_announces(text, expected):
    """Hours, halves and titles are those of the row, whatever sign sets its cells apart."""
    assert lines_of(text) == expected


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Mon 06/5", "Thứ Hai 06/5"),
        ("Tuesday, 07/5", "Thứ Ba 07/5"),
        ("WEDNESDAY (08/5)", "Thứ Tư (08/5)"),
        ("Thursday:", "Thứ Năm:"),
        ("Thứ Sáu (Friday), 10/5", "Thứ Sáu, 10/5"),
        ("Saturday (Thứ Bảy) 11/5", "Thứ Bảy 11/5"),
        ("Chủ nhật – Sunday – 12/5", "Chủ nhật – 12/5"),
        ("Sunny Day Co., 12/5", "Sunny Day Co., 12/5"),
        ("thu 3 07/5", "thu 3 07/5"),
        ("11-Nov-25", "11/11/2025"),
        ("05-September-2025: Họp", "05/09/2025: Họp"),
        ("8h00, Nov 14, 2025: Họp", "8h00, 14/11/2025: Họp"),
        ("20-Nov: Mít tinh", "20/11: Mít tinh"),
        ("Công ty May 10 - 2025", "Công ty May 10 - 2025"),
    ],
)
def test_english_weekdays(text, plain):
    """A weekday or month in English is put into Vietnamese, or left off beside the Vietnamese name."""
    assert with_vietnamese_days(text) == plain
