"""Lists of a month's programme below a label that says how often, by when, or nothing: "Hàng tuần:  - Giao ban"."""

import pytest
from announced_lines import lines_of

MONTH = "KẾ HOẠCH CÔNG TÁC THÁNG 8/2020\n\n"
DAYS = "- 03/8: Họp giao ban\n- 04/8: Duyệt kịch bản\n\n"
COLUMNS = (
    "Ngày        Giờ      Nội dung              Phụ trách\n"
    "03/8 (T2)   8h00     Họp giao ban          Ban Giám đốc\n"
    "04/8        14h00    Duyệt kịch bản        P. Chuyên đề\n\n"
)
WEEKLY = ["WEEKLY 07:30: Họp bản tin", "WEEKLY 20:15: Giao lưu trực tuyến"]


@pytest.mark.parametrize("above", [DAYS, COLUMNS])
@pytest.mark.parametrize(
    "below",
    [
        "Hàng tuần:  - Họp bản tin: 7h30 thứ 2 và thứ 5\n            - Giao lưu trực tuyến: 20h15 thứ Bảy\n",
        "Hàng tuần:\n- Họp bản tin: 7h30 thứ 2 và thứ 5\n- Giao lưu trực tuyến: 20h15 thứ Bảy\n",
        "HẰNG TUẦN:\n- Họp bản tin: 7h30 thứ 2, thứ 5\n- Giao lưu trực tuyến: 20h15 T7\n",
        "* Định kỳ hàng tuần\n- Họp bản tin: 7h30 thứ 2 và 5\n- Giao lưu trực tuyến: 20h15 thứ Bảy hằng tuần\n",
    ],
)
def test_what_is_held_each_week_is_told_once_above(above: str, below: str) -> None:
    assert lines_of(MONTH + above + below)[2:] == WEEKLY


def test_what_is_due_below_its_label() -> None:
    text = (
        "Hạn nộp:    - Tác phẩm dự Liên hoan: 15/8\n            - Đăng ký đề tài: trước 24/8\n"
        "* Các mốc nộp báo cáo\n- Báo cáo ATGT: ngày 20\n- Bảng chấm công: 30/8\n"
    )
    assert lines_of(MONTH + DAYS + text)[2:] == [
        "08-15 deadline: Tác phẩm dự Liên hoan",
        "08-23 deadline: Đăng ký đề tài",
        "08-20 deadline: Báo cáo ATGT",
        "08-30 deadline: Bảng chấm công",
    ]


def test_notes_behind_their_label_are_each_its_own() -> None:
    text = (
        "* Lưu ý: - Kết quả tháng 7: 18/24 lớp xếp loại tốt.\n"
        "- Hồ sơ thi giáo viên giỏi nộp về đ/c Hạnh trước ngày 10/8.\n"
    )
    assert lines_of(MONTH + DAYS + text)[2:] == [
        "08-09 deadline: Hồ sơ thi giáo viên giỏi nộp về đ/c Hạnh",
    ]


@pytest.mark.parametrize(
    "title",
    [
        "BẢNG GIAO NHIỆM VỤ TRỌNG TÂM THÁNG 8/2020",
        "TỔNG HỢP LỊCH HỌP, HỘI NGHỊ THÁNG 8/2020",
        "ĐĂNG KÝ NỘI DUNG CÔNG TÁC THÁNG 8 NĂM 2020 CỦA PHÒNG NỘI VỤ",
        "SỰ KIỆN NỔI BẬT QUÝ III/2020",
    ],
)
def test_a_title_known_by_its_period_alone(title: str) -> None:
    text = f"SỞ NỘI VỤ\n\n{title}\n(Kèm theo biên bản giao ban ngày 30/7/2020)\n\n"
    text += "- 14/8: Họp chi bộ\n- 20/8: Hội thảo\n"
    assert lines_of(text) == ["08-14: Họp chi bộ", "08-20: Hội thảo"]


def test_a_column_of_last_days_in_which_meetings_stand() -> None:
    text = (
        "| TT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn | Ghi chú |\n"
        "| 1 | Tờ trình ban hành Quy chế | P. QLKH | 08/8 | |\n"
        "| 2 | Nghiệm thu đề tài | P. QLKH | Họp 8h00 ngày 14/8 | phòng họp 2 |\n"
        "| 3 | Lớp tập huấn sở hữu trí tuệ | P. QLKH | 21/8, sáng | |\n"
        "| 4 | Làm việc với Viện Ứng dụng | P. QLKH | Tuần 3 | lịch do Viện báo |\n"
        "| 5 | Ngày hội sáng tạo | P. QLKH | 28 - 29/8 | khai mạc 14h00 ngày 28/8, Nhà văn hóa tỉnh |\n"
        "| 6 | Đăng ký lịch trực (từ 01/8 đến 04/8) | Văn phòng | đã xong | |\n"
    )
    assert lines_of(MONTH + text) == [
        "08-08 deadline: Tờ trình ban hành Quy chế",
        "08-14 08:00: Nghiệm thu đề tài",
        "08-21 morning: Lớp tập huấn sở hữu trí tuệ",
        "~08-17..08-23 tentative: Làm việc với Viện Ứng dụng",
        "08-28..08-29 14:00: Ngày hội sáng tạo",
    ]
