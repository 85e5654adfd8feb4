"""Lists of two columns without heads: the day, behind a wide gap what is on then."""

import pytest
from announced_lines import lines_of

MONTH = "HTX NÔNG NGHIỆP PHÚ LỢI\nHỘI ĐỒNG QUẢN TRỊ\n\nLỊCH CÔNG TÁC THÁNG 5 NĂM 2024\n\n"


@pytest.mark.parametrize("gap", ["  ", "     ", "\t"])
def test_a_gap_behind_a_day_parts_it_from_what_is_on(gap: str) -> None:
    days = ("Ngày 04/5", "Từ 6/5 đến 10/5", "Ngày 16 và 17/5", "Thứ tư 22/5", "Cuối tháng", "Ngày 31/5")
    things = (
        "Họp Hội đồng quản trị, 7h30", "Bón phân đợt 2 cánh đồng mẫu", "Đón đoàn tham quan tỉnh bạn",
        "Ký hợp đồng bao tiêu, 9h tại UBND xã", "Họp tổng kết vụ (sẽ báo sau)", "Phát quà cho 42 hộ khó khăn",
    )  # fmt: skip
    body = "\n".join(f"{day}{gap}{thing}" for day, thing in zip(days, things, strict=True))
    assert lines_of(f"{MONTH}{body}\n") == [
        "05-04 07:30: Họp Hội đồng quản trị",
        "05-06..05-10: Bón phân đợt 2 cánh đồng mẫu",
        "05-16..05-17: Đón đoàn tham quan tỉnh bạn",
        "05-22 09:00: Ký hợp đồng bao tiêu",
        "~05-21..05-31 tentative: Họp tổng kết vụ (sẽ báo sau)",
        "05-31: Phát quà cho 42 hộ khó khăn",
    ]


def test_a_week_that_a_unit_in_charge_of_duties_hands_out_is_a_schedule() -> None:
    text = "TRUNG TÂM VĂN HÓA\nBẢNG PHÂN CÔNG TUẦN TỪ THỨ HAI 06/5 ĐẾN CHỦ NHẬT 12/5/2024\n\n"
    text += "Ngày: Thứ Hai 06/5\nTrực: Lợi - Diễm\nViệc: 19h00 chiếu phim lưu động tại tổ 6\n\n"
    text += "Ngày: Thứ Ba 07/5\nTrực: Hòa\nViệc: Không\n\n"
    text += "Ngày: Thứ Tư 08/5\nTrực: Lợi\nViệc: 8h họp viên chức; 16h30 trao giải\n\n"
    text += "Lưu ý: Lịch trực lễ có bảng riêng.\n"
    assert lines_of(text) == [
        "05-06 19:00: Chiếu phim lưu động",
        "05-08 08:00: Họp viên chức",
        "05-08 16:30: Trao giải",
    ]


def test_a_parish_tells_its_month_with_days_and_the_week_in_which_they_lie() -> None:
    text = "GIÁO XỨ TÂN LẬP\n\nLỊCH SINH HOẠT GIÁO XỨ THÁNG 5 - 2024\n\n"
    text += "* Thứ Sáu 03/5: chầu Thánh Thể 18g30.\n* Chúa Nhật 12/5: 8g30 họp Hội đồng mục vụ.\n"
    text += "* Rửa tội trẻ nhỏ: Chúa Nhật tuần thứ ba.\nRa thông báo Chúa Nhật 28/4/2024\n"
    assert lines_of(text) == [
        "05-03 18:30: Chầu Thánh Thể",
        "05-12 08:30: Họp Hội đồng mục vụ",
        "05-19: Rửa tội trẻ nhỏ",
    ]


def test_things_that_run_on_behind_their_day_are_told_apart_by_their_bullets() -> None:
    week = "LỊCH CÔNG TÁC TUẦN\n(Từ 06/5 đến 12/5/2024)\n\n"
    text = "1) Thứ 2 ngày 06/5: - 7 giờ 30 phút: Hội ý Đảng ủy. - 14 giờ: Họp phòng chống bão.\n"
    text += "2) Thứ 3 ngày 07/5: - Sáng: Tiếp dân - Chiều: Nghiệm thu kênh mương.\n"
    text += "3) Thứ 4 ngày 08/5: - Chủ tịch dự tập huấn đất đai. - 8 giờ: Tiêm chủng mở rộng, đến 11 giờ.\n"
    assert lines_of(week + text) == [
        "05-06 07:30: Hội ý Đảng ủy",
        "05-06 14:00: Họp phòng chống bão",
        "05-07 morning: Tiếp dân",
        "05-07 afternoon: Nghiệm thu kênh mương",
        "05-08: Tập huấn đất đai",
        "05-08 08:00-11:00: Tiêm chủng mở rộng",
    ]


def test_an_hour_by_which_a_thing_is_done_or_something_handed_in() -> None:
    text = "* 06/5: Trang trí hội trường (xong trước 16h)\n* 07/5: Hội thi báo tường (nộp bài trước 16h30)\n"
    assert lines_of(f"LỊCH CÔNG TÁC THÁNG 5 NĂM 2024\n\n{text}") == [
        "05-06-16:00 deadline: Trang trí hội trường",
        "05-07: Hội thi báo tường",
    ]


def test_hours_at_the_end_of_a_sentence_and_at_the_beginning_of_the_next_are_two() -> None:
    text = "Thứ sáu, ngày 10-5: Sáng, đồng chí Bí thư dự Đại hội Đoàn Thanh niên Công an huyện, 8 giờ. "
    text += "15 giờ, đồng chí Bí thư tiếp dân.\nThứ bảy, ngày 11-5: Thường trực dự Ngày hội thể thao.\n"
    assert lines_of(f"LỊCH LÀM VIỆC TUẦN\n(từ ngày 06 đến 12-5-2024)\n\n{text}") == [
        "05-10 08:00: Đại hội Đoàn Thanh niên Công an huyện",
        "05-10 15:00: Tiếp dân",
        "05-11: Ngày hội thể thao",
    ]


def test_two_bare_days_head_what_is_on_both() -> None:
    text = "* Thứ 2 ngày 06\n+ Họp cơ quan (08 giờ).\n* Thứ 3 ngày 07 và thứ 4 ngày 08\n+ Kiểm tra các xã.\n"
    text += "* Thứ 6 ngày 10\n+ Tuyên truyền nhân Ngày Chiến thắng Điện Biên Phủ 07/5.\n"
    text += "* Thứ 7 ngày 11\n+ Viếng nghĩa trang liệt sĩ.\n"
    title = "HỘI CỰU CHIẾN BINH - LỊCH TUẦN (in lúc 03/5/2024 17:02)\n(Từ ngày 06 đến ngày 12 tháng 5 năm 2024)\n\n"
    assert lines_of(title + text)[:2] == ["05-06 08:00: Họp cơ quan", "05-07..05-08: Kiểm tra các xã"]


@pytest.mark.parametrize("sign", ["", "* "])
def test_a_note_below_all_tells_what_is_due_and_what_lasts(sign: str) -> None:
    text = "Thứ 2 (06/5): 7h chào cờ.\nThứ 3 (07/5): 8h họp tổ.\n\n"
    text += f"{sign}Lưu ý: GVBM vào điểm trước thứ 7 (11/5). Từ 13/5 đến 18/5 kiểm tra cuối kì tập trung.\n"
    assert lines_of(f"LỊCH TUẦN 35 (06/5 đến 12/5/2024)\n\n{text}") == [
        "05-06 07:00: Chào cờ",
        "05-07 08:00: Họp tổ",
        "05-10 deadline: GVBM vào điểm",
        "05-13..05-18: Kiểm tra cuối kì tập trung",
    ]


def test_bad_weather_and_what_is_somewhere_in_a_month() -> None:
    text = "6) Phát quà cho người nghèo của giáo xứ: khoảng giữa tháng.\n"
    text += "7) Ngày 24/5: bắn kiểm tra súng bộ binh (nếu thời tiết xấu chuyển sang 25/5).\n"
    text += "8) 19 giờ ngày 16/5: Dạ hội tại sân bóng (nếu trời không mưa).\n"
    text += "9) Các xóm báo cáo số hộ nghèo trong ngày 15/5.\n"
    assert lines_of(f"LỊCH HOẠT ĐỘNG THÁNG 5 NĂM 2024\n\n{text}") == [
        "~05-11..05-20 tentative: Phát quà cho người nghèo của giáo xứ",
        "05-24: Bắn kiểm tra súng bộ binh",
        "05-16 19:00 tentative: Dạ hội (nếu trời không mưa)",
        "05-15 deadline: Các xóm báo cáo số hộ nghèo",
    ]
