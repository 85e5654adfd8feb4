"""Tables: what their columns are, what a row says, and rows out of cells that lost their grid."""

from calendars.documents.document import Cell, Line, Table
from calendars.layouts import day_table
from calendars.layouts.flattened import find_flattened
from calendars.layouts.layout import Item
from calendars.layouts.tables import columns_of


def table(*rows: tuple[str | None, ...], merged: dict[tuple[int, int], int] | None = None) -> Table:
    """A table of these rows; None is a place that a merged cell above covers; "\\n" parts the lines of a cell."""
    cells = []
    number = 0
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            if text is None:
                continue
            lines = []
            for part in text.split("\n") if text else []:
                number += 1
                lines.append(Line(part, number, whole=True))
            cells.append(Cell(tuple(lines), row, column, rows=(merged or {}).get((row, column), 1)))
    return Table(tuple(cells), height=len(rows), width=len(rows[0]))


def said(item: Item) -> tuple[str | None, ...]:
    """Day, time, text, place and chair of an item."""
    return item.day, item.time, item.text, item.location, item.chair


WEEK = table(
    ("Thứ, ngày", "Buổi", "Nội dung", "Chủ trì", "Địa điểm"),
    ("Thứ Hai\n20/11", "Sáng", "8h00: Giao ban", "Đ/c Bí thư", "Phòng họp 1"),
    (None, "Chiều", "14h00: Họp chi bộ\n16h00: Hội ý", "", "Phòng họp 2"),
    ("Thứ Ba\n21/11", "", "Đi cơ sở", "", ""),
    merged={(1, 0): 2},
)


def test_columns_are_known_by_their_headings() -> None:
    columns = columns_of(WEEK)
    assert columns is not None
    assert (dict(columns.roles), columns.first_row) == (
        {0: "day", 1: "part", 2: "content", 3: "chair", 4: "location"},
        1,
    )


def test_day_holds_for_merged_rows_and_the_hour_parts_a_cell() -> None:
    assert [said(item) for item in day_table.sections_of_table(WEEK)[0].items] == [
        ("Thứ Hai 20/11", "Sáng", "8h00: Giao ban", "Phòng họp 1", "Đ/c Bí thư"),
        ("Thứ Hai 20/11", "Chiều", "14h00: Họp chi bộ", "Phòng họp 2", None),
        ("Thứ Hai 20/11", "Chiều", "16h00: Hội ý", "Phòng họp 2", None),
        ("Thứ Ba 21/11", None, "Đi cơ sở", None, None),
    ]


def test_a_repeated_heading_row_is_no_item() -> None:
    again = table(("Ngày", "Nội dung"), ("20/11", "Họp A"), ("Ngày", "Nội dung"), ("21/11", "Họp B"))
    assert [item.text for item in day_table.sections_of_table(again)[0].items] == ["Họp A", "Họp B"]


def test_hours_and_things_of_one_row_belong_together_line_by_line() -> None:
    both = table(("Ngày", "Thời gian", "Nội dung"), ("20/11", "8h00\n15h00", "Chào cờ\nHọp tổ"))
    assert [said(item)[:3] for item in day_table.sections_of_table(both)[0].items] == [
        ("20/11", "8h00", "Chào cờ"),
        ("20/11", "15h00", "Họp tổ"),
    ]


def test_a_day_alone_in_its_row_holds_for_the_hours_below_it() -> None:
    by_days = table(
        ("Thời gian", "Nội dung", "Chủ trì", "Địa bàn"),
        ("THỨ HAI 22/7", "", "", ""),
        ("8h00", "Giao ban", "GĐ", "Phòng 301"),
        ("Chiều", "Kiểm tra hồ chứa", "PGĐ", "Xã Yên Thủy"),
        ("THỨ BA 23/7", "", "", ""),
        ("14h00", "Họp tổ thẩm định", "PGĐ", ""),
    )
    assert [said(item) for item in day_table.sections_of_table(by_days)[0].items] == [
        ("THỨ HAI 22/7", "8h00", "Giao ban", "Phòng 301", "GĐ"),
        ("THỨ HAI 22/7", "Chiều", "Kiểm tra hồ chứa", "Xã Yên Thủy", "PGĐ"),
        ("THỨ BA 23/7", "14h00", "Họp tổ thẩm định", None, "PGĐ"),
    ]


def test_a_weekday_without_its_word_has_it_from_the_head_of_the_column() -> None:
    bare = table(("Thứ", "Nội dung"), ("2 (22/7)", "Họp A"), ("Ba", "Họp B"), ("CN", "Họp C"))
    assert [item.day for item in day_table.sections_of_table(bare)[0].items] == [
        "Thứ 2 (22/7)",
        "Thứ Ba",
        "CN",
    ]


def test_a_table_without_days_or_hours_is_none_of_ours() -> None:
    assert columns_of(table(("Họ tên", "Chức vụ"), ("Lê Văn A", "Trưởng ban"))) is None


def flat(*texts: str) -> list[Line]:
    return [Line(text, number, whole=True) for number, text in enumerate(texts, 1)]


def test_cells_that_lost_their_grid_come_back_into_rows_though_one_is_missing() -> None:
    lines = flat(
        *("Ngày, tháng", "Nội dung", "Chủ trì", "Cơ quan chuẩn bị", "Địa điểm"),
        *(
            "Thứ Ba 03/10",
            "Sáng: Phiên họp thường kỳ UBND xã",
            "Chủ tịch UBND xã",
            "Văn phòng",
            "Phòng họp số 1",
        ),
        *("Chiều: Nghe báo cáo tiến độ giải phóng mặt bằng", "PCT Đỗ Hữu Tài", "Phòng họp số 2"),
        *(
            "05-06/10",
            "Tập huấn phần mềm quản lý hộ tịch cho công chức",
            "Phòng Tư pháp",
            "Phòng Tư pháp",
            "Trung tâm Chính trị",
        ),
    )
    found = find_flattened(lines)
    assert found is not None
    items = day_table.sections_of_table(found.table)[0].items
    assert [said(item) for item in items] == [
        ("Thứ Ba 03/10", None, "Sáng: Phiên họp thường kỳ UBND xã", "Phòng họp số 1", "Chủ tịch UBND xã"),
        (
            "Thứ Ba 03/10",
            None,
            "Chiều: Nghe báo cáo tiến độ giải phóng mặt bằng",
            "Phòng họp số 2",
            "PCT Đỗ Hữu Tài",
        ),
        (
            "05-06/10",
            None,
            "Tập huấn phần mềm quản lý hộ tịch cho công chức",
            "Trung tâm Chính trị",
            "Phòng Tư pháp",
        ),
    ]


def test_lines_of_prose_are_no_flattened_table() -> None:
    assert find_flattened(flat("Ngày hội đoàn kết", "Nội dung gồm hai phần", "Hết.")) is None


def test_a_row_that_names_its_date_needs_no_week() -> None:
    weeks = table(
        ("Tuần", "Thời gian", "Nội dung"),
        ("Tuần 1\n(31/8 - 06/9)", "Sáng 04/9", "Tổng duyệt khai giảng"),
        (None, "Thứ Bảy", "Lao động vệ sinh"),
        ("Tuần 2\n(07/9 - 13/9)", "", "Kiểm tra hồ sơ"),
        merged={(1, 0): 2},
    )
    assert [item.day for item in day_table.sections_of_table(weeks)[0].items] == [
        "Sáng 04/9",
        "Tuần 1 (31/8 - 06/9) Thứ Bảy",
        "Tuần 2 (07/9 - 13/9)",
    ]


def test_a_column_of_hours_alone_names_no_day() -> None:
    agenda = table(
        ("Thời gian", "Nội dung"),
        ("8h00 - 8h20", "Khai mạc"),
        ("8h20 -\n9h45", "Tham luận của\ncác đơn vị"),
        ("9h45", "Bế mạc"),
    )
    assert [said(item)[:3] for item in day_table.sections_of_table(agenda)[0].items] == [
        (None, "8h00 - 8h20", "Khai mạc"),
        (None, "8h20 - 9h45", "Tham luận của các đơn vị"),
        (None, "9h45", "Bế mạc"),
    ]


def test_two_columns_may_tell_the_ends_of_a_stretch() -> None:
    courses = table(
        ("Tên lớp", "Từ ngày", "Đến ngày", "Địa điểm"),
        ("Lớp A", "06/7/2026", "17/7/2026", "Phòng 302"),
        ("Lớp B", "20/7/2026", "20/7/2026", ""),
    )
    assert [said(item)[:3] for item in day_table.sections_of_table(courses)[0].items] == [
        ("06/7/2026 - 17/7/2026", None, "Lớp A"),
        ("20/7/2026", None, "Lớp B"),
    ]


def test_heads_that_say_of_what_they_are_day_hour_and_room() -> None:
    exams = table(
        ("Ngày thi", "Ca", "Giờ thi", "Môn thi", "Phòng thi", "Cán bộ coi thi"),
        ("28/7/2026", "Sáng", "7h30", "Triết học", "P.201", "Khoa A"),
    )
    (item,) = day_table.sections_of_table(exams)[0].items
    assert said(item) == ("28/7/2026", "Sáng 7h30", "Triết học", "P.201", None)


def test_without_contents_a_row_says_where_and_who() -> None:
    voters = table(
        ("Thời gian", "Địa điểm tiếp xúc", "Tổ đại biểu"), ("8h00 ngày 25/6", "Hội trường xã", "Tổ số 1")
    )
    (item,) = day_table.sections_of_table(voters)[0].items
    assert (said(item), item.attendees) == (("8h00 ngày 25/6", None, "", "Hội trường xã", None), "Tổ số 1")
    assert [passage.text for passage in item.passages][:3] == ["8h00 ngày 25/6", "Hội trường xã", "Tổ số 1"]


def test_under_a_head_of_time_limits_a_day_is_the_last_one() -> None:
    steps = table(
        ("TT", "Công việc", "Thời hạn hoàn thành"),
        ("1", "Ban hành thể lệ", "Trước 20/02/2026"),
        ("2", "Lập Ban Giám khảo", "15/3/2026"),
        ("3", "Tuyên truyền", "Từ 01/3 đến 15/3"),
    )
    assert [item.day for item in day_table.sections_of_table(steps)[0].items] == [
        "Trước 20/02/2026",
        "chậm nhất 15/3/2026",
        "Từ 01/3 đến 15/3",
    ]


def test_a_column_of_people_beside_places_is_no_content() -> None:
    rounds = table(
        ("Điểm giao dịch", "Ngày giao dịch", "Từ giờ", "Đến giờ", "Tổ trưởng tổ giao dịch"),
        ("UBND xã Hòa Đông", "05/12/2026", "7h30", "11h00", "Ông Lê Văn Út"),
    )
    (item,) = day_table.sections_of_table(rounds)[0].items
    assert said(item) == ("05/12/2026", "7h30 - 11h00", "", "UBND xã Hòa Đông", "Ông Lê Văn Út")
