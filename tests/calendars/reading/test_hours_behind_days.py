"""Hours behind a day in a list of several days: "- Chiều 17/8 đón các đoàn. 19h họp", and the row below."""

from announced_lines import lines_of

ROWS = (
    "- Chiều 17/8/2024 đón các đoàn. 19h họp chuyên môn.\n- Sáng 7h30 ngày 18/8/2024 khai mạc giải.\n"
    "- 8h30 thi đấu lượt 1. Chiều 14h30 thi đấu lượt 2.\n- 15h ngày 21/8/2024 chung kết giải.\n"
)
READ = [
    "08-17 afternoon: Đón các đoàn",
    "08-17 19:00: Họp chuyên môn",
    "08-18 07:30: Khai mạc giải",
    "08-18 08:30: Thi đấu lượt 1",
    "08-18 14:30: Thi đấu lượt 2",
    "08-21 15:00: Chung kết giải",
]
HEAD = "ĐIỀU LỆ\nGiải bóng chuyền năm 2024\n"


def test_below_the_days_of_a_heading_an_hour_is_of_the_day_told_before_it() -> None:
    head = f"{HEAD}III. Thời gian và địa điểm:\n1. Địa điểm: Nhà thi đấu huyện\n"
    told = lines_of(
        f"{head}2. Thời gian thi đấu : Từ ngày 17/8/2024 đến 21/8/2024\n{ROWS}IV. Thể thức: vòng tròn.\n"
    )
    assert [line for line in told if line[:6] != "08-17."] == READ


def test_rows_below_labelled_days_are_things_of_their_own() -> None:
    told = lines_of(
        f"{HEAD}1. Địa điểm: Nhà thi đấu huyện.\n2. Thời gian thi đấu: Từ ngày 17/8/2024 đến ngày 21/8/2024\n{ROWS}"
    )
    assert told == ["08-17..08-21: Giải bóng chuyền năm 2024", *READ]


def test_what_is_told_twice_with_and_without_its_close_is_one() -> None:
    assert lines_of(
        "THÔNG BÁO\nVề Hội nghị Liên đoàn\n"
        "Vào lúc 14h00 ngày 31/5/2024, Hội nghị Liên đoàn khoá VII (nhiệm kỳ 2024-2028) sẽ khai mạc tại khách sạn Bến "
        "Gò – TP. Hoài An.\n\nVào lúc 14h00 ngày 31/5/2024, Hội nghị Liên đoàn khoá VII (nhiệm kỳ 2024-2028) sẽ khai "
        "mạc tại khách sạn Bến Gò – TP. Hoài An.\nDự kiến, Hội nghị sẽ kết thúc vào 16h30 cùng ngày.\n"
    ) == ["05-31 14:00-16:30: Hội nghị Liên đoàn khoá VII (nhiệm kỳ 2024-2028)"]


def test_the_steps_of_a_plan_by_month_and_by_body() -> None:
    assert lines_of(
        "KẾ HOẠCH\nTổ chức Ngày hội đọc sách năm 2024\n- Tháng 5/2024: Thành lập đoàn kiểm tra.\n"
        "- Quý III/2024: Tổng hợp kết quả, báo cáo Ban Thường vụ.\n"
        "- Đoàn trường: trang trí sân khấu trước ngày 19/4/2024.\n"
    ) == [
        "~05-01..05-31 tentative: Thành lập đoàn kiểm tra",
        "~07-01..09-30 tentative: Tổng hợp kết quả, báo cáo Ban Thường vụ",
        "04-18 deadline: Đoàn trường: trang trí sân khấu",
    ]
