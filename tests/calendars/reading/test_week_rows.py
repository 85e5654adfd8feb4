"""Rows and lists of weekly schedules whose labels, halves and first lines were taken for something else."""

import pytest
from announced_lines import lines_of

WEEK = "LỊCH CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{WEEK}Ngày: Thứ 2 06/5; Giờ: Sáng; Nội dung: Họp tổ; Địa điểm: Phòng 2\n"
            "Ngày: Thứ 3 07/5; Giờ: 8h30; Nội dung: Chấm thi; Địa điểm: Hội trường\n",
            ["05-06 morning: Họp tổ", "05-07 08:30: Chấm thi"],
            id="each-cell-with-its-label",
        ),
        pytest.param(
            f"{WEEK}Thứ 2 (06/5)\n- 7h15: Giao ban\nThứ 3 (07/5)\n- S: Cô Thu dự chuyên đề cụm\n- C: Tập văn nghệ\n",
            [
                "05-06 07:15: Giao ban",
                "05-07 morning: Cô Thu dự chuyên đề cụm",
                "05-07 afternoon: Tập văn nghệ",
            ],
            id="halves-as-letters-behind-bullets",
        ),
        pytest.param(
            "LỊCH TUẦN 19/2024: 06/5 - 12/5\n\nHọp giao ban tuần - sáng Thứ Hai (06/5)\n"
            "Chấm thi - 14h00 Thứ Ba (07/5)\n",
            ["05-06 morning: Họp giao ban tuần", "05-07 14:00: Chấm thi"],
            id="the-first-thing-below-a-title-of-one-line",
        ),
        pytest.param(
            "LỊCH LÀM VIỆC\nTuần 19, từ 06/5/2024 đến 12/5/2024\n\n1. Họp tổ | 15h00 | THỨ HAI 06/5 | Phòng 2\n"
            "2. Chấm thi | chiều | THỨ BA 07/5 | Phòng 3\n3. Giao ban | 8h00 | THỨ TƯ 08/5 | Phòng 2\n",
            ["05-06 15:00: Họp tổ", "05-07 afternoon: Chấm thi", "05-08 08:00: Giao ban"],
            id="rows-without-heads-below-the-week",
        ),
        pytest.param(
            f"{WEEK}I/ Công tác Đảng\n- Hội thảo đề án (7h30, Thứ 2 06/5, Phòng 2).\n"
            "- Lấy mẫu kiểm nghiệm nước (7h00, Thứ 5 09/5, Hội trường A);\n",
            ["05-06 07:30: Hội thảo đề án", "05-09 07:00: Lấy mẫu kiểm nghiệm nước"],
            id="a-thing-of-an-hour-among-tasks",
        ),
        pytest.param(
            f"{WEEK}Thứ 2 (06/5)\n- 7h: Họp tổ\nThứ 3 (07/5)\n- 8h: Họp chi bộ\n\n* Điều chỉnh lần 1, 10h ngày 05/5.\n",
            ["05-06 07:00: Họp tổ", "05-07 08:00: Họp chi bộ"],
            id="which-revision-of-the-paper-it-is",
        ),
        pytest.param(
            f"{WEEK}Thứ 2 (06/5)\n- 7h: Họp tổ\nThứ 3 (07/5)\n- 8h: Họp chi bộ\n\n"
            "Điều chỉnh lần 1 (10h ngày 05/5): Họp chi bộ chuyển sang 14h00 ngày 08/5.\n",
            ["05-06 07:00: Họp tổ", "05-07 08:00 postponed: Họp chi bộ", "05-08 14:00: Họp chi bộ"],
            id="what-the-revision-moves",
        ),
        pytest.param(
            f"{WEEK}Thứ/ngày\nBuổi\nNội dung\nĐịa điểm\n\nHai\n06/5\nSáng\n7h30: Chào cờ\nPhòng họp HU\nChiều\n"
            "14h: Họp tổ\nPhòng họp HU\n\nNăm, Sáu\n09 - 10/5\nĐại hội đại biểu\nHội trường huyện\n\n"
            "Bảy\n11/5\nSáng\n8h30: Họp rút kinh nghiệm\nPhòng họp HU\n",
            [
                "05-06 07:30: Chào cờ",
                "05-06 14:00: Họp tổ",
                "05-09..05-10: Đại hội đại biểu",
                "05-11 08:30: Họp rút kinh nghiệm",
            ],
            id="two-weekdays-in-short-over-their-dates",
        ),
        pytest.param(
            f"{WEEK}Thứ 2 (06/5)\n- 8h30: Họp tổ, đánh giá Ngày Sách Việt Nam 21/4\nThứ 3 (07/5)\n- 8h: Họp chi bộ\n",
            ["05-06 08:30: Họp tổ, đánh giá Ngày Sách Việt Nam 21/4", "05-07 08:00: Họp chi bộ"],
            id="a-day-past-that-a-meeting-looks-back-on",
        ),
    ],
)
def test_what_a_week_announces(text, expected):
    """Each row is what its clerk wrote: day, half, hour and thing."""
    assert lines_of(text) == expected
