"""What small words beside a time make of it: held on the network and not called off, a gate opened, one half only."""

from announced_lines import lines_of


def test_held_on_the_network_is_not_called_off() -> None:
    assert lines_of("""BẢO HIỂM XÃ HỘI TỈNH BÌNH LÂM
Bình Lâm, ngày 16 tháng 7 năm 2021

THÔNG BÁO
V/v chuyển hình thức tổ chức một số hội nghị

- Hội nghị sơ kết (8 giờ 00, ngày 22/7/2021) không tổ chức tập trung tại Hội trường mà chuyển sang trực tuyến.
- Họp duyệt kế hoạch (14 giờ 00, ngày 23/7/2021) không họp, lấy ý kiến qua phần mềm.
""") == ["07-22 08:00: Hội nghị sơ kết", "07-23 14:00 cancelled: Họp duyệt kế hoạch"]


def test_classes_below_the_label_of_their_time() -> None:
    assert lines_of("""ỦY BAN NHÂN DÂN PHƯỜNG SÔNG TRÀ
CHƯƠNG TRÌNH CÔNG TÁC THÁNG 12/2023

1. Tập huấn cho tổ công nghệ số
   Thời gian:
   + Lớp 1 (các tổ dân phố 1 - 14): ngày 12 và 13/12
   + Lớp 2 (các tổ dân phố 15 - 27): ngày 14/12, chỉ học buổi sáng
""") == [
        "12-12..12-13: Tập huấn cho tổ công nghệ số: lớp 1 (các tổ dân phố 1 - 14)",
        "12-14 morning: Tập huấn cho tổ công nghệ số: lớp 2 (các tổ dân phố 15 - 27)",
    ]


def test_an_open_gate_is_no_meeting() -> None:
    assert lines_of("""TRƯỜNG THCS SÔNG TRÀ
Sông Trà, ngày 06 tháng 01 năm 2025

GIẤY MỜI
Họp phụ huynh học kỳ I

Thời gian: 8 giờ 00, Chủ nhật ngày 12/01/2025.
Địa điểm: Hội trường.
Nhà trường mở cổng đón phụ huynh từ 7 giờ 00.
""") == ["01-12 08:00: Họp phụ huynh học kỳ I"]


def test_a_subject_in_quotes_over_two_lines() -> None:
    assert lines_of("""VĂN PHÒNG TỈNH ỦY
Bình Lâm, ngày 13 tháng 3 năm 2023
"V/v điều chỉnh Lịch công tác
của Thường trực, tuần từ 13 - 17/3/2023"

Kính gửi: Các cơ quan liên quan.

1. Giao ban các Ban: chuyển từ 14h00 ngày 15/3 sang 14h00 ngày 16/3.
""") == ["03-15 14:00 postponed: Giao ban các Ban", "03-16 14:00: Giao ban các Ban"]
