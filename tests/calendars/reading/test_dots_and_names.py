"""Rows joined by dots, rules below names of their own, and months that head the rows of a table without its grid."""

from announced_lines import lines_of

from calendars.documents.text import decode
from calendars.reading import read_programme


def test_rows_joined_by_dots_go_on_in_their_right_column() -> None:
    assert lines_of("""                 TRẠM Y TẾ XÃ KHE LIM

       PHÂN LỊCH CỐ ĐỊNH 6 THÁNG CUỐI NĂM 2025
     (dùng từ 01/7/2025 đến 31/12/2025)

Khám thai, tư vấn ......................... sáng thứ Tư hằng tuần
Giao ban thôn bản ......................... 8h00 ngày làm việc đầu tiên hằng tháng,
                                            nhà văn hóa thôn 1
Tổng vệ sinh, phát quang .................. chiều thứ Sáu, hai tuần một lần, kể từ
                                            11/7/2025
""") == [
        "WEEKLY morning: Khám thai, tư vấn",
        "MONTHLY 08:00: Giao ban thôn bản",
        "WEEKLY afternoon: Tổng vệ sinh, phát quang",
    ]


def test_dots_for_a_hand_to_write_on_are_no_columns() -> None:
    assert lines_of("""ĐẢNG ỦY XÃ KHE LIM
CHƯƠNG TRÌNH CÔNG TÁC THÁNG 11/2025

1. Họp chi bộ: 14h00 ngày 12/11, người ghi biên bản ..........
""") == ["11-12 14:00: Họp chi bộ"]


def test_rules_below_names_of_their_own() -> None:
    paper = """THƯ VIỆN TỈNH BÌNH LÂM

LỊCH MỞ CỬA VÀ SINH HOẠT THƯỜNG XUYÊN
(áp dụng từ ngày 02/01/2024 đến ngày 31/12/2024)

CÂU LẠC BỘ "BẠN YÊU SÁCH"
   Chủ nhật đầu tiên hằng tháng, 9h00 (riêng tháng 2 nghỉ)
   Hội trường tầng 2

KỂ CHUYỆN CHO BÉ
   15h30 thứ Bảy, hai tuần một lần, buổi đầu tiên 13/01/2024
   Phòng Thiếu nhi; bé từ 4-9 tuổi

ĐỐI CHIẾU SỔ MƯỢN
   ngày làm việc cuối cùng của mỗi quý
"""
    assert [line.lower() for line in lines_of(paper)] == [
        'monthly 09:00: câu lạc bộ "bạn yêu sách"',
        "weekly 15:30: kể chuyện cho bé",
        "monthly: đối chiếu sổ mượn",
    ]
    places = [entry.location for entry in read_programme(decode(paper.encode(), "a.txt")).entries]
    assert places == ["Hội trường tầng 2", "Phòng Thiếu nhi", None]


def test_a_month_over_the_rows_of_a_table_one_cell_a_line() -> None:
    rows = [
        "THÁNG 11",
        "Ngày 04",
        "Trại huấn luyện",
        "Ban Tuyên giáo",
        "THÁNG 12",
        "Ngày 14",
        "Hội nghị tổng kết",
    ]
    rows += ["Văn phòng", "Ngày 19", "Thăm, tặng quà", "Văn phòng"]
    table = "\n\n".join(["Thời gian", "Nội dung", "Phụ trách", *rows])
    assert lines_of(f"""TỈNH ĐOÀN BÌNH LÂM
CHƯƠNG TRÌNH CÔNG TÁC
Tháng 11 và tháng 12 năm 2023

{table}
""") == ["11-04: Trại huấn luyện", "12-14: Hội nghị tổng kết", "12-19: Thăm, tặng quà"]
