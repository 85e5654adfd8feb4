"""Notices of change: sentences that speak of a meeting told before, reasons, arrows, and what surrounds a letter."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.programme import Entry
from calendars.reading import read_programme
from calendars.when import when_to_json

HEAD = "SỞ CÔNG THƯƠNG TỈNH HẠ LAM\nSố: 118/TB-SCT\nHạ Lam, ngày 09 tháng 10 năm 2025\n\nTHÔNG BÁO\n"


def entries(text: str, head: str = HEAD) -> tuple[Entry, ...]:
    return read_programme(decode((head + text).encode(), "a.txt"), today=date(2026, 3, 9)).entries


def told(text: str, head: str = HEAD) -> list[tuple[str, str, str | None, str]]:
    found = []
    for entry in entries(text, head):
        when = when_to_json(entry.when)
        found.append((entry.title, when.get("date") or when["from"], when["start"], entry.status.value))
    return found


def test_the_first_paragraph_is_not_of_the_last_addressee() -> None:
    letter = (
        "V/v thay đổi thời gian họp thẩm tra cầu Bến Nứa\n\n"
        "Kính gửi: - Ban An toàn giao thông;\n- UBND huyện Vĩnh Hạ;\n- Công ty Tư vấn 12.\n\n"
        "Ngày 03/10/2025, Sở có Giấy mời số 64/GM-SCT mời dự họp thẩm tra cầu Bến Nứa vào hồi 8h00 ngày 11/10/2025.\n\n"
        "Do Lãnh đạo Sở có việc đột xuất, Sở xin lùi thời gian cuộc họp trên đến 14h00 ngày 15/10/2025.\n\n"
        "Ngoài ra, bổ sung buổi kiểm tra hiện trường vào 7h30 cùng ngày 15/10.\n"
    )
    moved, new, added = told(letter)
    assert moved == ("Họp thẩm tra cầu Bến Nứa", "2025-10-11", "08:00", "postponed")
    assert new == ("Họp thẩm tra cầu Bến Nứa", "2025-10-15", "14:00", "confirmed")
    assert added[1:] == ("2025-10-15", "07:30", "confirmed")


def test_a_message_that_greets_its_readers_goes_on_with_its_list() -> None:
    found = told(
        "V/v thay đổi lịch họp\nKính gửi:\n- Họp tổ thẩm định: dời sang 9h ngày 14/10/2025.\n- Họp tổ giá: hủy.\n"
    )
    assert [each[1:] for each in found] == [("2025-10-14", "09:00", "confirmed")]


@pytest.mark.parametrize(
    ("sentence", "new"),
    [
        (
            "Hội nghị trên dời sang 14h ngày 24/10/2025.",
            [("Hội nghị kết nối cung cầu", "2025-10-24", "14:00", "confirmed")],
        ),
        ("Nay hoãn hội nghị này, thời gian sẽ thông báo sau.", []),
        ("Vì vậy, hội nghị nêu trên tạm hoãn.", []),
    ],
)
def test_a_sentence_speaks_of_the_meeting_told_before(sentence: str, new: list[tuple[str, ...]]) -> None:
    old, *others = told(
        "Về việc thay đổi lịch một số cuộc họp\n\n"
        "Sở đã gửi Giấy mời số 5 mời dự Hội nghị kết nối cung cầu lúc 8h00 ngày 21/10/2025.\n"
        f"{sentence}\nNgoài ra, thêm buổi khảo sát tại Công ty May vào 8h ngày 27/10.\n"
    )
    assert old == ("Hội nghị kết nối cung cầu", "2025-10-21", "08:00", "postponed")
    assert [each for each in others if each[1] != "2025-10-27"][: len(new)] == new


def test_what_is_called_off_is_held_again_in_another_month() -> None:
    found = told(
        "Về việc dừng cuộc đấu giá\n\nCuộc đấu giá 18 lô đất dự kiến tổ chức lúc 8h30 ngày 21/10/2025.\n\n"
        "1. Dừng cuộc đấu giá nói trên. Thời gian tổ chức lại cuộc đấu giá dự kiến trong tháng 11/2025.\n"
        "2. Khách hàng nhận lại tiền đặt trước: từ ngày 22/10 đến ngày 25/10/2025.\n"
    )
    assert [each[1:] for each in found] == [
        ("2025-10-21", "08:30", "postponed"),
        ("2025-11-01", None, "tentative"),
        ("2025-10-22", None, "confirmed"),
    ]


def test_the_days_of_a_reason_are_not_those_of_the_meeting() -> None:
    found = told(
        "V/v lùi thời gian tổ chức Hội nghị tổng kết\n\nHội nghị tổng kết dự kiến lúc 14h00 ngày 12/10/2025.\n"
        "Tuy nhiên, do trùng với kỳ họp HĐND tỉnh (từ ngày 10/10 đến ngày 12/10/2025), Sở lùi hội nghị nói trên "
        "sang 8h00 ngày 19/10/2025.\n"
    )
    assert [each[1:] for each in found] == [
        ("2025-10-12", "14:00", "postponed"),
        ("2025-10-19", "08:00", "confirmed"),
    ]


def test_an_arrow_moves_what_stands_before_it() -> None:
    found = told(
        "Điều chỉnh lịch thi đấu\n\n* Trận 9 (Nam - Bắc): 15h30, 12/10 → 15h30, 14/10\n"
        "* Họp kỹ thuật: 14h thứ Tư 15/10 -> 9h30 thứ Sáu 17/10\n* Hội trại: không thay đổi, từ ngày 18/10 đến hết "
        "ngày 20/10\n"
    )
    assert [each[1:] for each in found] == [
        ("2025-10-12", "15:30", "postponed"),
        ("2025-10-14", "15:30", "confirmed"),
        ("2025-10-15", "14:00", "postponed"),
        ("2025-10-17", "09:30", "confirmed"),
        ("2025-10-18", None, "confirmed"),
    ]


def test_a_longer_deadline_voids_the_one_that_the_rules_of_the_contest_told() -> None:
    bare = "BAN TỔ CHỨC CUỘC THI ẢNH\n\nTHÔNG BÁO\n"  # no day of issue: the year is that of the full dates
    found = told(
        "Gia hạn thời gian nhận tác phẩm\n\nTheo Thể lệ ban hành ngày 10/4/2023, hạn cuối nhận tác phẩm là ngày "
        "15/8/2023. Đến hết ngày 08/8, Ban Tổ chức nhận 412 ảnh.\n\n- Nhận tác phẩm: kéo dài đến ngày 31/8/2023.\n"
        "- Chấm sơ khảo: từ 05 - 07/9 (trước đây: từ 18 - 20/8).\n",
        bare,
    )
    assert [each[1:] for each in found] == [
        ("2023-08-15", None, "postponed"),
        ("2023-08-31", None, "confirmed"),
        ("2023-08-18", None, "postponed"),
        ("2023-09-05", None, "confirmed"),
    ]


def test_an_hour_is_moved_on_the_day_told_beside_it() -> None:
    found = told(
        "Thay đổi lịch tuần\n\n1. Họp giao ban ngày 14/10: chuyển từ 14h00 sang 9h00.\n"
        "2. Thứ Năm (16/10): ĐỔI 14h00 -> 9h00: đi thực địa đồi chè.\n"
        "3. Ngày 17/10, họp tổ giá lùi từ 8h00 xuống 9h30.\n"
    )
    assert [each[1:] for each in found] == [
        (f"2025-10-{day}", hour, status)
        for day, hours in (("14", ("14:00", "09:00")), ("16", ("14:00", "09:00")), ("17", ("08:00", "09:30")))
        for hour, status in zip(hours, ("postponed", "confirmed"), strict=True)
    ]
    assert {
        entry.location for entry in entries("Thay đổi lịch\n1. Họp tổ lùi từ 8h xuống 9h ngày 17/10.\n")
    } == {None}


@pytest.mark.parametrize(
    ("line", "title", "status"),
    [
        ("Họp cha mẹ học sinh (8h ngày 18/10): hủy.", "Họp cha mẹ học sinh", "cancelled"),
        ("Thứ Sáu (17/10): BỎ buổi tọa đàm (sáng).", "Buổi tọa đàm", "cancelled"),
        ("Buổi học bơi chiều 17/10 thì nghỉ.", "Buổi học bơi", "cancelled"),
        ("Ngoài ra, bổ sung buổi kiểm tra vào 7h30 ngày 17/10.", "Buổi kiểm tra", "confirmed"),
        ("Hoãn khảo sát chợ tạm sáng 17/10.", "Khảo sát chợ tạm", "postponed"),
        ("Bố trí thêm 01 buổi tiếp dân dự án kè: 14h ngày 17/10.", "Buổi tiếp dân dự án kè", "confirmed"),
    ],
)
def test_titles_are_without_the_words_of_the_change(line: str, title: str, status: str) -> None:
    (found,) = told(f"Thay đổi lịch tuần\n\n- {line}\n")
    assert (found[0], found[3]) == (title, status)


def test_behind_what_is_suspended_a_clause_tells_when_it_is_held_instead() -> None:
    old, new = told(
        "Điều chỉnh thời gian thi\n\n1. Kỳ thi học sinh giỏi (Kế hoạch số 74/KH-SCT ấn định ngày 17/10/2025): tạm "
        "dừng; dự kiến tổ chức vào hạ tuần tháng 11/2025 nếu điều kiện cho phép.\n"
    )
    assert old == ("Kỳ thi học sinh giỏi", "2025-10-17", None, "postponed")
    assert new == ("Kỳ thi học sinh giỏi", "2025-11-21", None, "tentative")


def test_a_table_of_old_and_new_whose_heads_are_one_word() -> None:
    found = told(
        "Điều chỉnh các mốc\n\nNội dung | Cũ | Mới\nHạn nộp tóm tắt | 18.10.2025 | 20.10.2025\n"
        "Hạn giảm phí | 31.10.2025 | không đổi\nTiệc tối | tối 17/10 | tối 08/11\nLớp tiền hội nghị | 16/10 | huỷ\n"
        "Họp báo | chưa có | 14h30 ngày 05/11\nThi Vi sinh | 7h30, 19/10/2025 | giữ nguyên\n"
    )
    assert [each[1:] for each in found] == [
        ("2025-10-20", None, "confirmed"),
        ("2025-10-31", None, "confirmed"),
        ("2025-10-17", None, "postponed"),
        ("2025-11-08", None, "confirmed"),
        ("2025-10-16", None, "cancelled"),
        ("2025-11-05", "14:30", "confirmed"),
        ("2025-10-19", "07:30", "confirmed"),
    ]


def test_old_and_new_schedule_below_a_title_are_of_its_meeting() -> None:
    found = told(
        "Thay đổi lịch tiếp công dân của Chủ tịch UBND phường\n\nDo Chủ tịch đi học (từ ngày 14/10 đến ngày "
        "20/10/2025), UBND phường thay đổi lịch như sau:\n\nLịch cũ: sáng thứ Tư, ngày 15/10/2025.\n"
        "Lịch mới: 8h00, thứ Tư, ngày 22/10/2025.\n"
    )
    assert [(each[0].split(" của ")[0], *each[1:]) for each in found] == [
        ("Tiếp công dân", "2025-10-15", None, "postponed"),
        ("Tiếp công dân", "2025-10-22", "08:00", "confirmed"),
    ]


@pytest.mark.parametrize(
    "stamp",
    [
        "[VP UBND xa Tan Hoa] 06/10/2025 09:47",
        "Cô Hương GVCN · 09:45 06/10/2025",
        "Lan Hương | 09:45 06/10/2025",
    ],
)
def test_over_a_message_stands_who_posted_it_and_when(stamp: str) -> None:
    found = told(
        "Lịch tuần này thay đổi như sau ạ:\n- Giao ban 7h30 thứ 5 ngày 9/10: hoãn, chuyển sang 14h thứ 6 ngày 10/10.\n"
        "- Số liệu gửi chị Sáu trước 16h chiều nay.\n",
        f"{stamp}\n\n",
    )
    assert [each[1:] for each in found] == [
        ("2025-10-09", "07:30", "postponed"),
        ("2025-10-10", "14:00", "confirmed"),
        ("2025-10-06", None, "confirmed"),
    ]


def test_a_mail_copied_as_text_tells_its_day_in_english_and_drags_an_earlier_one_along() -> None:
    found = told(
        "Lịch tuần này thay đổi như sau ạ:\n\n- Họp kỹ thuật: 14h thứ Ba 18/5 -> 9h30 thứ Năm 20/5, họp Zoom.\n"
        "- Tập huấn (24 - 26/5): cancel, tính tiếp sau.\n\nThanks,\nPhương\n\n"
        "On Fri, 14 May 2021 at 16:20, Lê Phương wrote:\n> Mời cả nhà họp 14h ngày 18/5 tại phòng họp Ban.\n",
        "From: Lê Phương\nTo: Nhóm\nDate: Mon, 17 May 2021 09:42:11 +0700\nSubject: [ĐỔI LỊCH] Họp kỹ thuật\n\n",
    )
    assert [each[1:] for each in found] == [
        ("2021-05-18", "14:00", "postponed"),
        ("2021-05-20", "09:30", "confirmed"),
        ("2021-05-24", None, "cancelled"),
    ]


INVITED = (
    "V/v đính chính Giấy mời\n\nNgày 08/10/2025, Sở có Giấy mời số 112/GM-SCT mời dự Hội nghị sơ kết giữa nhiệm kỳ. "
    "Do sơ xuất trong khâu đánh máy, Sở xin đính chính như sau:\n\n"
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            '- Mục "Thời gian" ghi là: "14h thứ Tư, ngày 16/10/2025", nay sửa lại là: "14h thứ Năm, ngày 16/10/2025".',
            [("Hội nghị sơ kết giữa nhiệm kỳ", "2025-10-16", "14:00", "confirmed")],
        ),
        (
            "- Mục Thời gian đã in: “thứ Sáu, ngày 16/10/2025”, nay đọc là: Hội nghị lúc 7h30, thứ Năm, 16/10/2025.",
            [("Hội nghị", "2025-10-16", "07:30", "confirmed")],
        ),
        (
            '- Mục Thời gian ghi nhầm "8h00 ngày 16/10/2025", đúng là "8h00 ngày 17/10/2025".',
            [
                ("Hội nghị sơ kết giữa nhiệm kỳ", "2025-10-16", "08:00", "postponed"),
                ("Hội nghị sơ kết giữa nhiệm kỳ", "2025-10-17", "08:00", "confirmed"),
            ],
        ),
        (
            '- Trang 2 ghi: "gửi tham luận trước ngày 14/9/2025", nay sửa: "gửi tham luận trước ngày 14/10/2025".',
            [("Gửi tham luận", "2025-10-13", None, "confirmed")],
        ),
    ],
)
def test_a_misprint_and_what_is_right_in_one_sentence(line: str, expected: list[tuple[str, ...]]) -> None:
    assert told(f"{INVITED}{line}\n") == expected


def test_below_a_sentence_that_leads_to_a_list_the_same_day_is_that_of_the_point_above() -> None:
    found = told(
        "V/v điều chỉnh lịch\n\nSở điều chỉnh như sau:\n- Hội nghị tập huấn: 7h30 ngày 18/10/2025.\n"
        "- Bổ sung: buổi chiều cùng ngày (13 giờ 30) họp trao đổi riêng.\n"
    )
    assert [each[1:3] for each in found] == [("2025-10-18", "07:30"), ("2025-10-18", "13:30")]


def test_not_yet_is_no_pagoda() -> None:
    (found,) = entries("Thay đổi lịch\n\n- Lễ bế giảng ngày 24/10: chưa có thay đổi.\n")
    assert (found.title, found.location) == ("Lễ bế giảng", None)


def test_a_day_below_the_subject_and_one_over_who_signs_are_the_papers_own() -> None:
    letter = (
        "HỢP TÁC XÃ MỸ KHÊ\nV/v lùi Đại hội thành viên\n\nMỹ Khê, 5/12/2015\n\nKính gửi: Bà con thành viên\n\n"
        "Hội đồng quản trị có giấy mời ngày 28/11 mời bà con dự Đại hội thành viên vào 7h30 ngày 12/12/2015. "
        "Nay xin lùi Đại hội thành viên lại 01 tuần, tức 7h30 ngày 19/12/2015.\n\nMỹ Khê, 5/12/2015\nBan Quản trị\n"
    )
    assert told(letter, head="") == [
        ("Đại hội thành viên", "2015-12-12", "07:30", "postponed"),
        ("Đại hội thành viên", "2015-12-19", "07:30", "confirmed"),
    ]


@pytest.mark.parametrize(
    "off",
    [
        "1. Tạm dừng tổ chức thi vòng 1 theo thời gian nêu trên.",
        "Nay tạm hoãn thi vòng 1 theo lịch đã thông báo.",
        "Chưa tổ chức thi vòng 1 như kế hoạch ban đầu.",
    ],
)
def test_what_was_told_above_is_put_off_by_its_name(off: str) -> None:
    paper = (
        "Về việc tạm dừng thi tuyển công chức\n\nNgày 05/10/2025, Hội đồng đã ban hành Thông báo số 06/TB-HĐTT triệu "
        f"tập thí sinh dự thi vòng 1 từ ngày 01/11 đến ngày 02/11/2025. Chủ tịch Hội đồng thông báo:\n\n{off}\n"
    )
    assert told(paper) == [("Thi vòng 1", "2025-11-01", None, "postponed")]
