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


def test_things_beside_an_agenda_have_days_of_their_own() -> None:
    told = lines_of("""HỘI LÀM VƯỜN TỈNH BÌNH LÂM
Ngày 02 tháng 10 năm 2024

THƯ MỜI
HỘI THẢO CANH TÁC BỀN VỮNG

Thời gian: từ 13h30 ngày 14/11/2024 đến 11h30 ngày 15/11/2024.
Địa điểm: Nhà khách Hồ Xanh.

CHƯƠNG TRÌNH
Chiều thứ Năm, 14/11
13h45 - 15h15 Phiên 1: Giống và dinh dưỡng
Sáng thứ Sáu, 15/11
7h30 - 9h30 Phiên 3: Mã số vùng trồng

HOẠT ĐỘNG BÊN LỀ
• Họp Ban Chấp hành: 19h30 ngày 14/11, phòng Hoa Sen.
• Tham quan nông trại mẫu: chiều 15/11, xe đón lúc 13h15.
""")
    assert told[-2:] == ["11-14 19:30: Họp Ban Chấp hành", "11-15 afternoon: Tham quan nông trại mẫu"]


def test_what_leans_in_a_cell_is_plain() -> None:
    assert lines_of("""TRƯỜNG CAO ĐẲNG BÌNH LÂM
LỊCH CÔNG TÁC TUẦN 16 (14/4 - 20/4/2025)

| Thứ | Giờ | Nội dung | Chủ trì |
|---|---|---|---|
| **Hai** 14/4 | 7h00 | _Chào cờ đầu tuần_ | P. CTHSSV |
| **Tư** 16/4 | Chiều | _Dự phòng_ | |
| **Sáu** 18/4 | 13h45 | Ký kết hợp tác | Hiệu trưởng |
""") == ["04-14 07:00: Chào cờ đầu tuần", "04-18 13:45: Ký kết hợp tác"]


def test_what_a_year_before_brought_is_no_event() -> None:
    assert lines_of("""TRUNG TÂM Y TẾ HUYỆN SÔNG TRÀ
LỊCH TIÊM CHỦNG NĂM 2023

- Bản Khe: ngày 05 hằng tháng
- Nà Lúa: ngày 10 hằng tháng
- Cốc San: ngày 12 hằng tháng

Năm 2022 đạt 96,2% (1.154/1.200 trẻ dưới 1 tuổi); phản ứng nặng 01 ca ngày 12/7.
""") == ["MONTHLY: Tiêm chủng: Bản Khe", "MONTHLY: Nà Lúa", "MONTHLY: Cốc San"]


def test_a_week_that_begins_with_its_days() -> None:
    assert lines_of("""BẢO TÀNG TỈNH BÌNH LÂM
Lịch công tác của Ban Giám đốc
Tuần lễ từ 22/8/2022 đến 28/8/2022

Thứ Hai, 22/8
• 08:00 Giao ban tuần
Thứ Ba, 23/8
• 08:00 Làm việc với Sở
""") == ["08-22 08:00: Giao ban tuần", "08-23 08:00: Làm việc với Sở"]


def test_the_paper_that_a_schedule_came_with_is_a_citation() -> None:
    assert lines_of("""HỘI ĐỒNG NHÂN DÂN XÃ SÔNG TRÀ
Sông Trà, ngày 17 tháng 10 năm 2025

THÔNG BÁO
Điều chỉnh lịch tiếp xúc cử tri

Thường trực HĐND xã điều chỉnh lịch ban hành kèm Kế hoạch số 09/KH-TTHĐND ngày 06/10/2025 như sau:

- Buổi tiếp xúc tại Bản Khe: chuyển từ 8h00 ngày 21/10 sang 14h00 ngày 23/10.
""") == [
        "10-21 08:00 postponed: Buổi tiếp xúc",
        "10-23 14:00: Buổi tiếp xúc",
    ]
