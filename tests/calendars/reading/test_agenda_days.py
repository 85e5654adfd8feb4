"""Programmes of one day whose rows tell hours alone: the day stands in the title, or on a line below it."""

import pytest
from announced_lines import lines_of

from calendars.documents.text import decode
from calendars.reading import read_programme

ROWS = "8h00: Họp giao ban.\n9h30: Tiếp công dân.\n14h00: Làm việc với Ban Pháp chế.\n"
READ = [
    "03-12 08:00: Họp giao ban",
    "03-12 09:30: Tiếp công dân",
    "03-12 14:00: Làm việc với Ban Pháp chế",
]


@pytest.mark.parametrize(
    "head",
    [
        "CHƯƠNG TRÌNH CÔNG TÁC NGÀY 12/3/2024\ncủa Thường trực HĐND tỉnh\n",
        "LỊCH LÀM VIỆC CỦA LÃNH ĐẠO HUYỆN\nNgày 12/3/2024 (thứ Ba)\n",
        "CHƯƠNG TRÌNH LÀM VIỆC\n(Thứ Ba, ngày 12 tháng 3 năm 2024)\n\n",
    ],
)
def test_rows_of_hours_are_on_the_day_of_the_title(head: str) -> None:
    assert lines_of(head + ROWS) == READ


def test_a_table_of_hours_is_on_the_day_below_the_title() -> None:
    told = lines_of(
        "NỘI DUNG CHƯƠNG TRÌNH\nĐẠI HỘI CHI ĐOÀN KHỐI CƠ QUAN\n(Chiều ngày 12/3/2024)\n"
        "TT|Nội dung|Thời gian|Người thực hiện\n1|Văn nghệ chào mừng|14h00-14h10|Đội văn nghệ\n"
        "2|Báo cáo nhiệm kỳ|14h20-14h50|Đ/c Nam\n3|Bế mạc|15h40-15h50|Đoàn Chủ tịch\n"
    )
    assert told == [
        "03-12 14:00-15:50: Đại hội chi đoàn khối cơ quan",
        "03-12 14:00-14:10: Văn nghệ chào mừng",
        "03-12 14:20-14:50: Báo cáo nhiệm kỳ",
        "03-12 15:40-15:50: Bế mạc",
    ]


def test_a_day_right_over_a_table_is_no_day_of_issue() -> None:
    table = (
        "TT | Thời gian | Nội dung\n1 | 7h30 - 8h00 | Đón đại biểu\n2 | 8h00 - 8h10 | Chào cờ\n"
        "3 | 8h10 - 9h00 | Thảo luận\n"
    )
    text = f"CHƯƠNG TRÌNH HỘI NGHỊ\nTổng kết công tác hội\n\nNgày 12/3/2024\n{table}"
    found = read_programme(decode(text.encode(), "a.txt"))
    assert found.issued is None
    assert "03-12 08:10-09:00: Thảo luận" in lines_of(text)


def test_the_hours_of_the_whole_stand_before_its_day() -> None:
    told = lines_of(
        'AGENDA HỘI THẢO "NÔNG NGHIỆP XANH"\n(08h00 - 11h30 ngày 12/3/2024, Khách sạn Bến Xuân)\n'
        "08h00 - 08h30 | Đăng ký đại biểu\n08h30 - 08h45 | Khai mạc\n08h45 - 11h30 | Thảo luận\n"
    )
    assert "03-12 08:00-08:30: Đăng ký đại biểu" in told  # and nothing that is due
    assert "03-12 08:45-11:30: Thảo luận" in told


def test_days_of_several_in_a_title_date_no_row() -> None:
    told = lines_of("CHƯƠNG TRÌNH TẬP HUẤN\n(Từ ngày 12/3/2024 đến ngày 13/3/2024)\n" + ROWS)
    assert not any(line.startswith("03-12 08:00: Họp") for line in told)


def test_what_stands_behind_labelled_lines_is_no_part_of_the_sentence_before_them() -> None:
    told = lines_of(
        "GIẤY TRIỆU TẬP\nTham gia lớp tập huấn công tác Hội\n\nThực hiện Kế hoạch số 33-KH/HNDT ngày 20/2/2024, Hội "
        "triệu tập học viên tham gia lớp tập huấn như sau:\n1. Thời gian: 7h30 ngày 22/5/2024.\n"
        "2. Địa điểm: Nhà khách.\nHọc viên nhận phòng từ 16h00 ngày 21/5/2024. "
        "Danh sách gửi về Hội trước ngày 17/5/2024.\n"
    )
    assert "05-16 deadline: Danh sách gửi về Hội" in told


def test_a_rite_is_no_day_off() -> None:
    told = lines_of(
        "Chương trình Đại hội thi đua\n\nNgày thứ nhất (12/3/2024)\n\nBuổi sáng:\n\n- 7-9h: Họp trù bị.\n\n"
        "Ngày thứ 2 (13/3/2024)\n\nBuổi sáng từ 8-12h:\n\n- Nghi lễ khai mạc Đại hội.\n"
    )
    assert "03-13 08:00-12:00: Nghi lễ khai mạc Đại hội" in told
