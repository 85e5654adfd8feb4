"""What stands beside the things of a week: departures, parts of one thing, days off, what the paper says of itself."""

import pytest
from announced_lines import lines_of

WEEK = "LỊCH CÔNG TÁC TUẦN 41\n(05/10 - 11/10/2026)\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Thứ Hai 05/10: 8h00: Tập huấn bệnh án điện tử, nhóm 1; 14h00: nhóm 2.\n"
            "Thứ Ba 06/10: Sáng: Thi tay nghề vòng 1; chiều: vòng 2.\n",
            [
                "10-05 08:00: Tập huấn bệnh án điện tử, nhóm 1",
                "10-05 14:00: Tập huấn bệnh án điện tử (nhóm 2)",
                "10-06 morning: Thi tay nghề vòng 1",
                "10-06 afternoon: Thi tay nghề (vòng 2)",
            ],
            id="another-part-at-another-hour",
        ),
        pytest.param(
            "Thứ Hai 05/10\n- 8h00: Giao ban\n\n"
            "Ghi chú: Các phòng gửi nội dung đăng ký tuần sau trước 10h00 thứ Sáu.\n",
            ["10-05 08:00: Giao ban", "10-09-10:00 deadline: Các phòng gửi nội dung đăng ký tuần sau"],
            id="next-weeks-things-are-due-in-this-one",
        ),
        pytest.param(
            "Thứ Hai 05/10\n- 8h00: Giao ban\n- 17h: Hạn cuối nhận báo cáo quý III của các xã\n",
            ["10-05 08:00: Giao ban", "10-05-17:00 deadline: Hạn cuối nhận báo cáo quý III của các xã"],
            id="the-quarter-is-of-the-report",
        ),
        pytest.param(
            "Thứ Bảy 10/10\n- 06 giờ 00: xe xuất phát; 08 giờ 00: Ngày hội đọc sách, tại thư viện (đến 11/10).\n"
            "- 5h30 tập trung tại cơ quan\n",
            ["10-10..10-11 08:00: Ngày hội đọc sách"],
            id="a-departure-and-an-end-behind-another-hour",
        ),
        pytest.param(
            "Thứ Hai 05/10\n- Ngày: Bầu Trưởng khu phố 1, 5 nhiệm kỳ 2026 - 2028.\n- 16h30: Họp rút kinh nghiệm.\n",
            [
                "10-05 all-day: Bầu Trưởng khu phố 1, 5 nhiệm kỳ 2026 - 2028",
                "10-05 16:30: Họp rút kinh nghiệm",
            ],
            id="all-day-for-short",
        ),
        pytest.param(
            "Thứ Hai 05/10\n- 7h00 Tập huấn chương trình mới, cả ngày, hội trường phường\n"
            "Thứ Ba 06/10\n- Chiều: (tiếp)\n\nLịch kèm theo thông báo họp giao ban ngày 02/10.\n",
            ["10-05 07:00: Tập huấn chương trình mới"],
            id="all-day-behind-its-thing-and-of-the-paper",
        ),
        pytest.param(
            "Thứ Hai 05/10\n- 7h30: Chào cờ\n\n"
            "Lưu ý: + Trực trưa: tổ 5 tuổi. + Thu tiền ăn tháng 10: từ 05 đến 07/10.\n",
            ["10-05 07:30: Chào cờ", "10-05..10-07: Thu tiền ăn tháng 10"],
            id="notes-that-run-on",
        ),
        pytest.param(
            "Thứ Hai 05/10\n- 7h30: Chào cờ\n\n"
            "Ghi chú: trực lãnh đạo: T2-T4 GĐ; T5-CN PGĐ Xuân. Thay lịch gửi 02/10/2026.\n",
            ["10-05 07:30: Chào cờ"],
            id="who-is-on-duty-is-a-note",
        ),
        pytest.param(
            "Thứ Hai 05/10\n- 15h: Họp Ban Giám khảo liên hoan tiếng hát công nhân, lần thứ tư\n",
            ["10-05 15:00: Họp Ban Giám khảo liên hoan tiếng hát công nhân, lần thứ tư"],
            id="an-ordinal-is-no-weekday",
        ),
    ],
)
def test_beside_the_things_of_a_week(text: str, expected: list[str]) -> None:
    assert lines_of(WEEK + text) == expected


def test_days_off_last_as_told_behind_their_name() -> None:
    text = "LỊCH TUẦN 35 (25/8 - 31/8/2025)\n\nT6 29/8\n08:30 Họp giao ban\nT7 30/8\n"
    told = "Nghỉ lễ Quốc khánh từ 30/8 đến hết 02/9, các phòng phân công trực\n"
    assert lines_of(text + told)[1:] == ["08-30..09-02 all-day observance: Nghỉ lễ Quốc khánh"]


@pytest.mark.parametrize(
    "told",
    [
        "ĐÁNH GIÁ TUẦN QUA: Hoàn thành kế hoạch; ngày 30/9 tổ chức hội nghị sơ kết; ngày 02/10 họp chi bộ.",
        "Tuần trước đã thực hiện: Hội nghị sơ kết ngày 30/9; họp chi bộ chiều 02/10.",
        "Nhận xét công tác tuần 40: tổ chức tốt Hội nghị sơ kết ngày 30/9; họp chi bộ chiều 02/10.",
    ],
)
def test_what_was_held_in_the_week_before_is_no_entry(told: str) -> None:
    assert lines_of(f"{WEEK}{told}\nThứ Hai 05/10\n- 8h00: Giao ban\n") == ["10-05 08:00: Giao ban"]


def test_a_short_line_below_an_hour_is_a_place_where_such_lines_tell_places() -> None:
    told = [
        "Thứ Hai 05/10\n7h30: Chào cờ\nSân trường\n14h00: Họp tổ\nPhòng họp 1",
        "Thứ Ba 06/10\n8h00: Thi giáo viên giỏi\nHội trường",
        "Thứ Tư 07/10\n6h00: Ra quân dọn rác\nKênh Tám Thước",
    ]
    assert lines_of(WEEK + "\n".join(told))[-1:] == ["10-07 06:00: Ra quân dọn rác"]


@pytest.mark.parametrize(
    "told",
    [
        "Thứ Ba 06/10: Chưa có lịch\n",
        "Thứ Ba 06/10: (chưa có nội dung)\n",
        "Thứ Ba 06/10: chưa xếp lịch\n",
        "\nLịch họp dân thay cho thông báo hôm 01/10.\n",
        "\nLịch này thay cho bản gửi sáng 02/10.\n",
    ],
)
def test_days_without_anything_and_papers_that_are_replaced(told: str) -> None:
    text = f"{WEEK}Thứ Hai 05/10: 8h00 Giao ban\n{told}"
    assert [line.split(": ")[-1] for line in lines_of(text)] == ["Giao ban"]


def test_an_hour_or_limit_of_its_own_below_a_full_line_goes_on_nothing() -> None:
    text = (
        f"{WEEK}Thứ Tư, 07/10\n"
        " Sáng: tiếp nhận hiện vật do gia đình ông Sáu Thọ hiến tặng, phòng Kiểm kê\n"
        " 15h00: họp Hội đồng khoa học, phòng họp nhỏ\n"
        "Thứ Sáu, 09/10\n"
        " 9h00: khai mạc trưng bày chuyên đề (mời theo danh sách kèm CV 88/BT ngày 06/9)\n"
        " trước 16h: phòng Giáo dục gửi ảnh cho Cổng thông tin\n"
    )
    assert [line.partition(": ")[0] for line in lines_of(text)] == [
        "10-07 morning",
        "10-07 15:00",
        "10-09 09:00",
        "10-09-16:00 deadline",
    ]


def test_a_festival_typed_without_diacritics_is_not_put_off() -> None:
    told = lines_of(
        "LICH LAM VIEC TUAN (tu ngay 21/3 den ngay 27/3/2022)\n\nThu tu 23/3:\n- 16h: lien hoan van nghe\n"
    )
    assert told == ["03-23 16:00: Lien hoan van nghe"]


def test_a_heading_with_last_years_year_is_of_the_week() -> None:
    text = (
        "LỊCH LÀM VIỆC\n(Từ ngày 06/01/2025 đến ngày 12/01/2025)\n\n"
        "* THỨ HAI 06/01/2025\n- 07 giờ 15: Chào cờ đầu tuần\n"
        "* THỨ SÁU 10/01/2024\n- 07 giờ 30: Giao quân đợt tập huấn\n"
    )
    assert lines_of(text) == ["01-06 07:15: Chào cờ đầu tuần", "01-10 07:30: Giao quân đợt tập huấn"]


@pytest.mark.parametrize(
    "note",
    [
        "Ghi chú: Giao ban khoa từ tháng 11 chuyển sang 7h15.",
        "Ghi chú: Hạn nộp danh sách: 08/10. Giao ban khoa từ tháng 11 chuyển sang 7h15.",
    ],
)
def test_an_hour_from_a_later_month_on_leaves_the_meeting_of_the_week(note: str) -> None:
    told = lines_of(f"{WEEK}Thứ Hai 05/10: 7h00 Giao ban khoa\nThứ Ba 06/10: 8h00 Họp tổ\n\n{note}\n")
    assert [line for line in told if "Giao ban" in line] == ["10-05 07:00: Giao ban khoa"]
