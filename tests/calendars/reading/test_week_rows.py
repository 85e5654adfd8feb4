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
        pytest.param(
            f"{WEEK}B. Kế hoạch tuần tới (từ 06/5 đến 12/5):\n"
            "• Thứ Ba 07/5 - Sáng họp tổ; 14h30: Thăm gia đình chính sách.\n"
            "• Thứ Năm 09/5 - 8h họp chi bộ. 15h: Chấm thi.\n",
            [
                "05-07 morning: Họp tổ",
                "05-07 14:30: Thăm gia đình chính sách",
                "05-09 08:00: Họp chi bộ",
                "05-09 15:00: Chấm thi",
            ],
            id="a-day-with-a-dash-before-several-things",
        ),
        pytest.param(
            f"{WEEK}Thứ 2 ngày 06/5: chiều lúc 14 giờ bảo vệ luận văn tại Hội trường; lúc 15 giờ họp Đảng ủy. "
            "Thứ 3 ngày 07/5: sáng họp tổ; lúc 9 giờ họp chi bộ. Thứ 4 ngày 08/5: lúc 14 giờ kiểm kê kho.\n",
            [
                "05-06 14:00: Bảo vệ luận văn",
                "05-06 15:00: Họp Đảng ủy",
                "05-07 morning: Họp tổ",
                "05-07 09:00: Họp chi bộ",
                "05-08 14:00: Kiểm kê kho",
            ],
            id="days-that-follow-each-other-in-a-paragraph",
        ),
        pytest.param(
            f"{WEEK}TT\nNgày\nGiờ\nNội dung\nĐịa điểm\n1\nT2 - 06/5\nSáng\nHọp tổ\nPhòng 1\n2\n9h30\nChấm thi\n"
            "Phòng 2\n3\nT3 - 07/5\n9h00\nHọp chi bộ\nPhòng 1\n4\nChiều\nGiao ban\nPhòng 2\n",
            [
                "05-06 morning: Họp tổ",
                "05-06 09:30: Chấm thi",
                "05-07 09:00: Họp chi bộ",
                "05-07 afternoon: Giao ban",
            ],
            id="numbered-rows-of-cells-whose-day-stands-once",
        ),
        pytest.param(
            f"{WEEK}| Giờ | Nội dung | Địa điểm | Ngày |\n| --- | --- | --- | --- |\n"
            "| 7h00 | Họp tổ | Phòng 1 | Thứ Hai, 06/5 |\n| 9h00 | Chấm thi | Phòng 2 |  |\n"
            "| 8h30 | Họp chi bộ | Phòng 1 | Thứ Ba, 07/5 |\n| 13h00 | Giao ban | Phòng 2 |  |\n",
            [
                "05-06 07:00: Họp tổ",
                "05-06 09:00: Chấm thi",
                "05-07 08:30: Họp chi bộ",
                "05-07 13:00: Giao ban",
            ],
            id="the-day-in-the-last-column-once-for-its-rows",
        ),
        pytest.param(
            f"{WEEK}Ngày\tNội dung\nT2, 06/5\t• 8h30: Họp tổ, tại Phòng 1 • 14h: Chấm thi\n"
            "T3, 07/5\t+ Sáng: Họp chi bộ + 15h00: Giao ban\n",
            [
                "05-06 08:30: Họp tổ",
                "05-06 14:00: Chấm thi",
                "05-07 morning: Họp chi bộ",
                "05-07 15:00: Giao ban",
            ],
            id="bullets-on-one-line-behind-a-tab",
        ),
        pytest.param(
            f"{WEEK}Thứ Hai\n- 8h: Họp tổ\nThứ Ba\n- họp chi bộ sáng\n\n"
            "Tuần 20 dự kiến: họp xét thi đua (chiều 14/5).\n",
            [
                "05-06 08:00: Họp tổ",
                "05-07 morning: Họp chi bộ",
                "05-14 afternoon tentative: Họp xét thi đua",
            ],
            id="a-half-behind-and-the-week-ahead",
        ),
    ],
)
def test_what_a_week_announces(text, expected):
    """Each row is what its clerk wrote: day, half, hour and thing."""
    assert lines_of(text) == expected


def test_an_hour_behind_a_quarter_is_that_of_the_thing():
    """What a thing is of ("quý III", "6 tháng cuối năm") takes no hour to itself."""
    text = (
        f"{WEEK}Thứ Hai (06/5)\n- Đối thoại với thanh niên quý II - 15 giờ 30 - Nhà văn hóa huyện\n"
        "- Khảo sát dự án 6 tháng cuối năm: Chiều, Hội trường\n- Duyệt chương trình quý III (sáng, Phòng 2)\n"
        "Thứ Ba (07/5)\n- Tọa đàm kỷ niệm ngày thành lập tháng 9 (09:30, Phòng khách)\n"
    )
    assert lines_of(text) == [
        "05-06 15:30: Đối thoại với thanh niên quý II",
        "05-06 afternoon: Khảo sát dự án 6 tháng cuối năm",
        "05-06 morning: Duyệt chương trình quý III",
        "05-07 09:30: Tọa đàm kỷ niệm ngày thành lập tháng 9",
    ]


def test_an_hour_is_not_put_into_the_half_of_the_line_above():
    """ "Buổi sáng, thứ Hai" on one line says nothing of an hour of the afternoon on the next."""
    text = f"{WEEK}1) buổi sáng, thứ hai (06/5): Họp tổ\n2) 13:30 thứ hai (06/5): Thăm gia đình chính sách\n"
    assert lines_of(text) == ["05-06 morning: Họp tổ", "05-06 13:30: Thăm gia đình chính sách"]


def test_a_cell_goes_on_behind_a_word_that_wants_more():
    """A narrow cell may be cut before a capital letter or a figure."""
    text = (
        f"{WEEK}Thứ/ngày       Nội dung công tác\nThứ 2, 06/5    - 7h30: Làm việc với\n"
        "               Sở Nội vụ về biên chế\n               - 9h00: Diễn tập ứng\n               phó sự cố\n"
        "Thứ 3, 07/5    - 15h30: Bàn giao lớp\n               10A1, 10A2\nThứ 4, 08/5    - Sáng: Chấm thi\n"
        "Thứ 5, 09/5    - làm việc tại cơ quan\n"
    )
    assert lines_of(text) == [
        "05-06 07:30: Làm việc với Sở Nội vụ về biên chế",
        "05-06 09:00: Diễn tập ứng phó sự cố",
        "05-07 15:30: Bàn giao lớp 10A1, 10A2",
        "05-08 morning: Chấm thi",
    ]


def test_an_hour_below_the_day_is_no_part_of_who_comes():
    """Cells that lost their grid: day, hour, those who come, what is on, where."""
    text = (
        f"{WEEK}Thời gian\nThành phần\nNội dung\nĐịa điểm\nThứ Hai\n06/5\n13h30\nToàn thể viên chức\nHọp tổ\nPhòng 1\n"
        "Thứ Ba\n07/5\n14h30\nLãnh đạo các phòng\nChấm thi\nPhòng 2\nThứ Tư\n08/5\nSáng\nBan Giám hiệu\nHọp chi bộ\n"
        "Phòng 1\nTrực lãnh đạo: Đ/c Hậu, ĐT 0912.345.678\n"
    )
    assert lines_of(text) == ["05-06 13:30: Họp tổ", "05-07 14:30: Chấm thi", "05-08 morning: Họp chi bộ"]


def test_the_chair_below_a_thing_is_no_thing():
    """ "CT: GĐ" says who takes the chair."""
    text = f"{WEEK}* Thứ Hai 06/5:\n+ Chiều:\nHọp tổ\nCT: GĐ\n* Thứ Ba 07/5:\n+ 9h00:\nChấm thi\nCT: Hiệu trưởng\n"
    assert lines_of(text) == ["05-06 afternoon: Họp tổ", "05-07 09:00: Chấm thi"]


@pytest.mark.parametrize(
    "heading",
    [
        "* THỨ BẢY 11/5 (4/4 ÂL) - làm bù ngày 29/4",
        "* THỨ BẢY 11/5 (học bù ngày 29/4)",
        "* THỨ BẢY 11/5 (4/4 ÂL - Lễ Vu Lan)",
    ],
)
def test_a_day_whose_heading_says_more_holds_for_what_is_below(heading):
    """For which day off the work is done, or which feast of the moon it is, stands behind the day."""
    text = f"{WEEK}* THỨ SÁU 10/5 (3/4 ÂL)\n- 8h00: Họp tổ\n\n{heading}\n"
    text += "- Giải quyết thủ tục hành chính\n- 14h00: Chấm thi\n"
    assert lines_of(text) == [
        "05-10 08:00: Họp tổ",
        "05-11: Giải quyết thủ tục hành chính",
        "05-11 14:00: Chấm thi",
    ]
