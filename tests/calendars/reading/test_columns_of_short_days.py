"""Short names of days in the first column of a table drawn with spaces keep the other columns apart."""

import pytest
from announced_lines import lines_of

from calendars.documents.text import decode
from calendars.reading import read_programme

HEAD = "UBND PHƯỜNG LÂM HÒA\nLỊCH LÀM VIỆC TUẦN 41/2025 (06/10 - 12/10)\n\n"
ROWS = (
    ("{}", "GIỜ", "NỘI DUNG", "CHỦ TRÌ", "ĐỊA ĐIỂM"),
    ("T2/06", "07h45", "Chào cờ", "CT", "Sân trụ sở"),
    ("", "08h30", "Rà soát hồ sơ đất đai tồn đọng", "PCT Hùng", "Phòng họp 1"),
    ("T3/07", "08h00", "Kiểm tra thực địa dự án kè sông", "PCT Hùng", "Hiện trường"),
    ("T6/10", "08h00", "Ra mắt tổ CNSCĐ", "PCT Nga", "Phố đi bộ"),
    ("CN/12", "14h00", "Họp Ban An toàn giao thông phường", "CT", "Phòng họp 2"),
)


@pytest.mark.parametrize("head", ["THỨ", "NGÀY"])
@pytest.mark.parametrize("widths", [(9, 11, 40, 15), (8, 8, 45, 12)])
def test_who_leads_and_where_stay_apart(head: str, widths: tuple[int, ...]) -> None:
    table = "\n".join(
        "".join(cell.ljust(width) for cell, width in zip(row, (*widths, 0), strict=True)) for row in ROWS
    )
    found = read_programme(decode(f"{HEAD}{table.format(head)}\n".encode(), "a.txt")).entries
    assert [(entry.title, entry.chair, entry.location) for entry in found] == [row[2:] for row in ROWS[1:]]


def test_the_new_limit_stands_for_the_former_and_a_link_is_no_deadline() -> None:
    text = (
        "CÔNG ĐOÀN CÔNG TY LÂM HÒA\nTHÔNG BÁO\nĐiều chỉnh lịch Đại hội năm 2023\n\n"
        "1. Nộp tham luận: hạn cũ 12/5, hạn mới 12h00 ngày 22/5.\n"
        "2. Sáng 11/5, 8h15 Ban Tổ chức họp trực tuyến để rà soát, đường dẫn gửi qua nhóm chung.\n"
    )
    first, second = lines_of(text)
    assert first == "05-22-12:00 deadline: Nộp tham luận"
    assert second.startswith("05-11 08:15: ")


def test_days_of_a_month_behind_a_half_need_no_word() -> None:
    text = (
        "HỘI PHỤ NỮ LÂM HÒA\nKẾ HOẠCH CÔNG TÁC QUÝ III/2023\n\nTháng 8\n- Giao ban: sáng 15.\n"
        "Tháng 9\n- Sinh hoạt Câu lạc bộ: chiều 08 và 22.\n"
    )
    assert lines_of(text) == ["08-15 morning: Giao ban", "09-08 09-22 afternoon: Sinh hoạt Câu lạc bộ"]


def test_the_days_of_a_course_that_opens_on_the_first_are_the_courses() -> None:
    text = (
        "HỘI LHPN TỈNH LÂM HÒA\nSố: 14/GM-HPN\nLâm Hòa, ngày 01 tháng 8 năm 2023\n\nGIẤY TRIỆU TẬP\n"
        "Học viên tham dự Lớp bồi dưỡng công tác Hội\n\nKính gửi: Hội LHPN các huyện\n\nI. THỜI GIAN\n"
        "Từ ngày 14/8/2023 đến ngày 18/8/2023.\nKhai giảng: 08h00 thứ Hai, 14/8.\nII. ĐỊA ĐIỂM\nHội trường tầng 2.\n"
    )
    assert lines_of(text) == ["08-14..08-18 08:00: Lớp bồi dưỡng công tác Hội"]


def test_a_paragraph_behind_the_points_of_a_sentence_is_none_of_them() -> None:
    text = (
        "TRƯỜNG CAO ĐẲNG LÂM HÒA\n\nTHÔNG BÁO\nVề việc nghỉ học do bão\n\n"
        "Kính gửi: Các khoa, phòng; học sinh - sinh viên\n\n"
        "Thực hiện Công điện số 86/CĐ-TTg ngày 03/9/2024 của Thủ tướng Chính phủ, Phòng Đào tạo thông báo:\n\n"
        "a) Họp trực tuyến Ban Chỉ huy: 20h00 ngày 07/9/2024.\nb) Hội thao: sáng 12/9.\n"
        "c) Đăng ký ở lại ký túc xá: trước 11h00 ngày 06/9.\n\n"
        "Các lớp học bù theo thời khóa biểu sẽ ban hành sau khi bão tan.\n"
    )
    assert [line.partition(": ")[0] for line in lines_of(text)] == [
        "09-07 20:00",
        "09-12 morning",
        "09-06-11:00 deadline",
    ]


def test_what_a_note_behind_its_letters_puts_off_is_put_off() -> None:
    text = (
        f"{HEAD}Thứ Hai, 06/10\n8h00: Chào cờ\nThứ Ba, 07/10\n8h00: Họp UBND\n\n"
        "Ghi chú: CT: Chủ tịch; PCT: Phó Chủ tịch; PH: phòng họp. Họp Ban Giao thông T6/10 chuyển sang 14h00 CN/12.\n"
    )
    assert lines_of(text)[2:] == ["10-10 postponed: Họp Ban Giao thông", "10-12 14:00: Họp Ban Giao thông"]
