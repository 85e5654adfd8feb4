"""Plans of a quarter or a year whose things stand beside their months: in a column, a row, or behind them on a line."""

import pytest
from announced_lines import lines_of

YEAR = "CHƯƠNG TRÌNH CÔNG TÁC NĂM 2020\n\n"
QUARTER = "CHƯƠNG TRÌNH CÔNG TÁC QUÝ III NĂM 2020\n\n"
OF_YEAR = [
    "01-14: Hội nghị triển khai",
    "~02-01..02-29 tentative: Lễ giao nhận quân",
    "~03-11..03-20 tentative: Diễn đàn thanh niên",
    "~12-21..12-31 tentative: Hội nghị tổng kết",
]
ROWS = (
    ("", "Hội nghị triển khai (ngày 14)", "Văn phòng"),
    ("", "Lễ giao nhận quân", "Ban CHQS"),
    ("", "Diễn đàn thanh niên (trung tuần)", "Đoàn"),
    ("", "Hội nghị tổng kết: cuối tháng", "Văn phòng"),
)


@pytest.mark.parametrize("months", ["{0}", "{0:02}", "T{0}", "Tháng {0}", "{0}/2020"])
@pytest.mark.parametrize("sign", [" | ", "\t"])
def test_a_column_of_months(months: str, sign: str) -> None:
    numbers = (1, 2, 3, 12)
    rows = [(months.format(number), *row[1:]) for number, row in zip(numbers, ROWS, strict=True)]
    text = "\n".join(sign.join(row) for row in [("Tháng", "Nội dung", "Chủ trì"), *rows])
    assert lines_of(YEAR + text) == OF_YEAR


def test_a_column_of_months_that_lost_its_grid() -> None:
    rows = [("STT", "Tháng", "Nội dung", "Chủ trì")]
    rows += [
        (str(n), str(month), *row[1:])
        for n, (month, row) in enumerate(zip((1, 2, 3, 12), ROWS, strict=True), 1)
    ]
    assert lines_of(YEAR + "\n".join("\n".join(row) for row in rows)) == OF_YEAR


def test_a_month_beside_days_and_over_rows_without_it() -> None:
    text = (
        "Tháng\tNội dung\tThời gian\tChủ trì\n7\tHọp Ban Chấp hành\t14/7\tChủ tịch\n"
        "\tGiám sát chuyên đề\tTrung tuần\tPCT\n8\tTập huấn cán bộ\tNgày 12-13\tVP\n"
        "\tSơ kết phong trào\tCuối tháng\tVP\n"
    )
    assert lines_of(QUARTER + text) == [
        "07-14: Họp Ban Chấp hành",
        "~07-11..07-20 tentative: Giám sát chuyên đề",
        "08-12..08-13: Tập huấn cán bộ",
        "~08-21..08-31 tentative: Sơ kết phong trào",
    ]


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("Tháng 4, tháng 10", ["04-01..04-30", "10-01..10-31"]),
        ("Tháng 4 và tháng 10", ["04-01..04-30", "10-01..10-31"]),
        ("Tháng 4, 10", ["04-01..04-30", "10-01..10-31"]),
        ("Quý I, III", ["01-01..03-31", "07-01..09-30"]),
        ("Quý II, III", ["04-01..09-30"]),
        ("Tháng 4-5", ["04-01..05-31"]),
        ("T4 - T5", ["04-01..05-31"]),
        ("4/2020", ["04-01..04-30"]),
    ],
)
def test_cells_of_several_months(cell: str, days: list[str]) -> None:
    text = f"Nội dung | Thời gian | Thực hiện\nHội nghị | {cell} | VP\nHội thi | Tháng 6 | VP\nLễ hội | Tháng 7 | VP\n"
    assert lines_of(YEAR + text)[: len(days)] == [f"~{stretch} tentative: Hội nghị" for stretch in days]


@pytest.mark.parametrize("mark", ["", "- ", "* "])
def test_things_behind_their_month_on_one_line(mark: str) -> None:
    text = (
        f"{mark}Tháng 7: Họp Ban Chấp hành ngày 14; tập huấn cán bộ cuối tháng.\n"
        f"{mark}Tháng 8: Kiểm tra cơ sở (12-13/8), hội thi nấu ăn.\n"
        f"{mark}Tháng 9: Sơ kết quý III; bế mạc giải bóng chuyền ngày 20.\n"
    )
    assert lines_of(QUARTER + text) == [
        "07-14: Họp Ban Chấp hành",
        "~07-21..07-31 tentative: Tập huấn cán bộ",
        "08-12..08-13: Kiểm tra cơ sở",
        "~08-01..08-31 tentative: Hội thi nấu ăn",
        "~09-01..09-30 tentative: Sơ kết quý III",
        "09-20: Bế mạc giải bóng chuyền",
    ]


def test_what_is_asked_for_beside_a_thing_of_a_month() -> None:
    text = (
        "Tháng | Nội dung | Chủ trì\n3 | Hội nghị viên chức (gửi tài liệu trước ngày 10/3) | VP\n"
        "5 | Họp giao ban thứ Hai hằng tuần | VP\n9 | Khai giảng ngày 05; Đại hội chi đội (tuần 3) | VP\n"
    )
    assert lines_of(YEAR + text) == [
        "~03-01..03-31 tentative: Hội nghị viên chức",
        "03-09 deadline: Gửi tài liệu",
        "WEEKLY: Họp giao ban",
        "09-05: Khai giảng",
        "~09-14..09-20 tentative: Đại hội chi đội",
    ]


def test_a_second_table_behind_a_lettered_heading() -> None:
    text = (
        "Tháng | Nội dung | Cơ quan chuẩn bị\n01 | Hội nghị triển khai (ngày 14/01) | Văn phòng\n"
        "12 | Hội nghị tổng kết | Văn phòng\n\nB. CÁC ĐỀ ÁN\n\nTT | Tên đề án, báo cáo | Thời hạn trình\n"
        "1 | Đề án trồng chè | 30/9/2020\n2 | Kế hoạch sử dụng đất | Chậm nhất 15/5\n"
    )
    assert lines_of(YEAR + text) == [
        "01-14: Hội nghị triển khai",
        "~12-01..12-31 tentative: Hội nghị tổng kết",
        "09-30 deadline: Đề án trồng chè",
        "05-15 deadline: Kế hoạch sử dụng đất",
    ]


def test_a_plan_of_three_months_named_one_by_one() -> None:
    text = "KẾ HOẠCH THÁNG 1, 2 VÀ 3 NĂM 2020\n\nTHÁNG 1\n- Hội nghị (ngày 14)\nTHÁNG 3\n- Ngày 08: Tọa đàm phụ nữ\n"
    assert lines_of(text) == ["01-14: Hội nghị", "03-08: Tọa đàm phụ nữ"]
