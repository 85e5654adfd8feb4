"""Rooms across, days in the middle of their rows, and leaders over what is theirs."""

from announced_lines import lines_of

WEEK = "LỊCH CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\n"


def test_rooms_across_tell_where() -> None:
    text = (
        f"{WEEK}Ngày | Buổi | Phòng họp A1 | Hội trường\nThứ 2, 06/5 | Sáng | 8h30: Họp giao ban | 8h30: Họp tổ\n"
        " | Chiều | Tiếp đoàn kiểm tra |\nThứ 3, 07/5 | Sáng | | 7h00: Hội ý; 10h00: Làm việc với xã\n"
    )
    assert lines_of(text) == [
        "05-06 08:30: Họp giao ban",
        "05-06 08:30: Họp tổ",
        "05-06 afternoon: Tiếp đoàn kiểm tra",
        "05-07 07:00: Hội ý",
        "05-07 10:00: Làm việc với xã",
    ]


def test_a_day_in_the_middle_of_its_rows_begins_where_the_hours_fall_back() -> None:
    text = (
        f"{WEEK}Ngày | Thời gian | Nội dung | Địa điểm\n | 7h00 | Chào cờ | Sân\n"
        "Thứ Hai 06/5 | 8h00 | Hội ý | Phòng 1\n | 14h00 | Họp xã | Hội trường\n"
        "Thứ Ba 07/5 | 8h00 | Tiếp công dân | Phòng 2\n"
        " | 13h30 | Giám sát | Thôn 4\n | 8h30 | Hội nghị | Hội trường\nThứ Tư 08/5 | 14h00 | Kiểm tra hồ | Khe Sặt\n"
        " | 19h30 | Họp dân | Thôn 9\nThứ Bảy 11/5 | 20h30 | Tắt đèn | Toàn xã\n"
    )
    assert [line[:11] for line in lines_of(text)] == [
        "05-06 07:00", "05-06 08:00", "05-06 14:00", "05-07 08:00", "05-07 13:30", "05-08 08:30", "05-08 14:00",
        "05-08 19:30", "05-11 20:30",
    ]  # fmt: skip


def test_days_each_in_the_middle_of_their_rows_though_the_first_has_two() -> None:
    text = (
        f"{WEEK}| Thứ | Giờ | Nội dung |\n|---|---|---|\n| Thứ 2 06/5 | 9h30 | Họp giao ban |\n| | 14h00 | Tiếp dân |\n"
        "| | 8h00 | Duyệt kịch bản |\n| Thứ 3 07/5 | 9h00 | Bàn giao |\n| | 14h00 | Xét xử |\n"
        "| | 7h00 | Khai mạc giải |\n| Thứ 4 08/5 | 15h00 | Họp tổ |\n| | 15h30 | Lấy mẫu |\n"
    )
    assert [line[:11] for line in lines_of(text)] == [
        "05-06 09:30", "05-06 14:00", "05-07 08:00", "05-07 09:00", "05-07 14:00", "05-08 07:00", "05-08 15:00",
        "05-08 15:30",
    ]  # fmt: skip


def test_a_leader_alone_on_a_line_is_no_meeting() -> None:
    text = (
        f"{WEEK}T2, 06/5:\nPGĐ Thúy\n  + 9h30 mở thầu gói số 3\n  + 13h00 họp Đảng ủy\nT3, 07/5:\n- Chủ tịch xã\n"
        "- 8h00: Giao ban khối\n- 14h00: Dự họp tỉnh\n\nPhân công trực cơ quan: Đ/c Lâm\n"
    )
    assert lines_of(text) == [
        "05-06 09:30: Mở thầu gói số 3",
        "05-06 13:00: Họp Đảng ủy",
        "05-07 08:00: Giao ban khối",
        "05-07 14:00: Họp tỉnh",
    ]


def test_a_week_right_over_rooms_or_days_across_is_the_week() -> None:
    head = "LỊCH LÀM VIỆC\nTuần 19, từ 06/5/2024 đến 12/5/2024\n\n"
    rooms = "Thứ/Ngày\tPhòng họp A1\tHội trường\nThứ 2, 06/5\t8h00: Họp tổ\t\nThứ 3, 07/5\t\t9h00: Tiếp dân\n"
    asked = "\nLưu ý: Các đơn vị đăng ký tập huấn chậm nhất Thứ Năm (09/5).\n"
    assert lines_of(head + rooms + asked) == [
        "05-06 08:00: Họp tổ",
        "05-07 09:00: Tiếp dân",
        "05-09 deadline: Các đơn vị đăng ký tập huấn",
    ]
    days = "Buổi/Ngày\tTHỨ HAI 06/5\tTHỨ BA 07/5\tTHỨ TƯ 08/5\n"
    days += "Sáng\t7h30: Họp tổ; 8h30: Rà soát hồ sơ\t8h00: Tiếp dân\t\n"
    assert lines_of(
        f"LỊCH TUẦN 19\n(Từ ngày 06/5 đến ngày 12/5/2024)\n\n{days}Chiều\t\t13h30: Duyệt\t\n"
    ) == [
        "05-06 07:30: Họp tổ",
        "05-06 08:30: Rà soát hồ sơ",
        "05-07 08:00: Tiếp dân",
        "05-07 13:30: Duyệt",
    ]


def test_a_half_with_nothing_on_ends_with_its_strokes() -> None:
    text = f"{WEEK}* Thứ Tư 08/5\nBuổi sáng: //\nBuổi chiều\n- 14h30: Bảo vệ luận văn\n- Họp tổ\n"
    assert lines_of(text) == ["05-08 14:30: Bảo vệ luận văn", "05-08 afternoon: Họp tổ"]
