"""What stands in the notes of an invitation and is something of its own: a visit after it, what is asked for."""

import pytest
from announced_lines import lines_of

SLIP = (
    "VĂN PHÒNG UBND THÀNH PHỐ SÔNG MÂY\n\nPHIẾU BÁO HỌP\nSố: 07/PBH-VP\n\n"
    "1- Nội dung : Nghe báo cáo phương án chợ hoa\n2- Thời gian : 9h30, thứ Tư, ngày 08/5/2024\n"
    "3- Địa điểm : P.họp 2\n\n{}\n\nSông Mây, ngày 03 tháng 5 năm 2024\n"
)
MEETING = "05-08 09:30: Nghe báo cáo phương án chợ hoa"


@pytest.mark.parametrize(
    "note",
    [
        "Ghi chú: 14h00 cùng ngày họp, đoàn đi kiểm tra thực địa tại chợ.",
        "Lưu ý: Sau cuộc họp, 14h00 cùng ngày, đoàn đi kiểm tra thực địa tại chợ.",
        "Sau khi họp, 14h00 cùng ngày, đoàn đi kiểm tra thực địa tại chợ.",
    ],
)
def test_a_visit_after_the_meeting_is_on_its_day(note: str) -> None:
    assert lines_of(SLIP.format(note)) == [MEETING, "05-08 14:00: Đoàn đi kiểm tra thực địa"]


@pytest.mark.parametrize("label", ["Chế độ: hỗ trợ tiền ăn 150.000 đ/ngày", "Ghi chú: mang theo máy tính"])
def test_what_is_asked_for_behind_another_matter_is_due(label: str) -> None:
    note = f"{label}. Đề nghị các đơn vị gửi danh sách học viên trước ngày 07/5/2024."
    told = lines_of(SLIP.format(note))
    assert told[0] == MEETING
    assert told[1:] == ["05-06 deadline: Gửi danh sách học viên"]


def test_whoever_prepares_something_does_so_by_then() -> None:
    note = (
        "Phân công chuẩn bị:\n- Văn phòng in tài liệu, hoàn thành trong ngày 07/5.\n"
        "- Phòng Kế hoạch rà soát số liệu, hoàn thành chậm nhất 06/5."
    )
    assert lines_of(SLIP.format(note))[1:] == [
        "05-07 deadline: Văn phòng in tài liệu",
        "05-06 deadline: Phòng Kế hoạch rà soát số liệu",
    ]


@pytest.mark.parametrize("arrival", ["Vào phòng kiểm tra đường truyền từ 9h00.", "Đăng nhập Zoom từ 9h15."])
def test_when_people_enter_the_room_is_no_meeting(arrival: str) -> None:
    assert lines_of(SLIP.format(arrival)) == [MEETING]


@pytest.mark.parametrize(
    ("subject", "content", "title"),
    [
        (
            "Dự Hội nghị đối thoại với doanh nghiệp",
            "giải đáp vướng mắc về thuế",
            "Hội nghị đối thoại với doanh nghiệp",
        ),
        ("Tham dự Lễ khai giảng năm học mới", "chào cờ, đọc thư, văn nghệ", "Lễ khai giảng năm học mới"),
        ("Dự Hội nghị giao ban cụm", "Họp Hội đồng nghĩa vụ quân sự", "Họp Hội đồng nghĩa vụ quân sự"),
    ],
)
def test_the_subject_names_what_its_content_only_tells_of(subject: str, content: str, title: str) -> None:
    body = f"1. Thời gian: 14h00 ngày 08/5/2024.\n2. Địa điểm: Hội trường.\n3. Nội dung: {content}.\n"
    assert lines_of(f"UBND HUYỆN SÔNG MÂY\n\nGIẤY MỜI\n{subject}\n\n{body}") == [f"05-08 14:00: {title}"]


def test_pictures_before_names_are_bullets_of_a_list() -> None:
    chat = (
        "NHÓM PHỤ HUYNH 3A2\n\nCô Mây GVCN, 20:14 - Thứ Tư 01/5/2024:\nEm gửi lịch tháng này của lớp:\n\n"
        "📌 Họp phụ huynh: 8h30 Chủ nhật tuần này (05/5).\n"
        "📌 Đi trải nghiệm ở nông trại: khoảng cuối tháng 5, trường sẽ báo sau.\n"
    )
    told = lines_of(chat)
    assert told[0] == "05-05 08:30: Họp phụ huynh"
    assert told[1].startswith("~05-21..05-31 tentative: Đi trải nghiệm")
