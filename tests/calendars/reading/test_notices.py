"""Notices of change: what had been announced, what holds now, and where."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.marks import Category
from calendars.programme import Entry
from calendars.reading import read_programme
from calendars.when import when_to_json

HEAD = "SỞ CÔNG THƯƠNG TỈNH HẠ LAM\nSố: 118/TB-SCT\nHạ Lam, ngày 09 tháng 10 năm 2025\n\nTHÔNG BÁO\n"


def entries(text: str) -> tuple[Entry, ...]:
    return read_programme(decode((HEAD + text).encode(), "a.txt"), today=date(2025, 10, 9)).entries


def told(entry: Entry) -> tuple[str, str | None, str]:
    when = when_to_json(entry.when)
    return when["date"], when["start"], entry.status.value


@pytest.mark.parametrize(
    "announcement",
    [
        "Ngày 02/10/2025, Sở đã gửi Giấy mời số 30/GM-SCT mời các đơn vị dự {} vào 8 giờ 00 ngày 14/10/2025.",
        "Sở đã phát hành Giấy mời số 30/GM-SCT ngày 02/10/2025 về việc tổ chức {} lúc 8h00 ngày 14/10/2025.",
        "Theo Giấy mời số 30/GM-SCT ngày 02/10/2025, Sở tổ chức {} vào lúc 8h00, ngày 14/10/2025.",
    ],
)
@pytest.mark.parametrize(
    "change",
    [
        "Sở thông báo thay đổi như sau:\n- Thời gian mới: 13 giờ 30 phút, ngày 16/10/2025.",
        "Nay chuyển cuộc họp nêu trên sang 13h30 ngày 16/10/2025.",
        "Cuộc họp được dời sang 13h30 ngày 16/10/2025.",
    ],
)
def test_a_cited_invitation_tells_the_old_time(announcement: str, change: str) -> None:
    subject = "Hội nghị kết nối cung cầu"
    found = entries(
        f"Về việc thay đổi thời gian tổ chức {subject}\n\n{announcement.format(subject)}\n{change}\n"
    )
    assert [(entry.title, *told(entry)) for entry in found] == [
        (subject, "2025-10-14", "08:00", "postponed"),
        (subject, "2025-10-16", "13:30", "confirmed"),
    ]
    assert {entry.category for entry in found} == {Category.MEETING}


def test_changes_of_a_whole_schedule_are_of_one_meeting_each() -> None:
    found = entries(
        "Điều chỉnh lịch công tác tuần 42 (từ ngày 13/10 đến ngày 19/10/2025)\n\n"
        "1. Giao ban các chi cục: chuyển từ 14h00 thứ Năm (16/10) sang 8h00 thứ Sáu (17/10).\n"
        "2. Thứ Tư (15/10), 8h00: Họp Hội đồng tư vấn: chuyển sang 14h00 cùng ngày.\n"
        "3. Bổ sung: 9h30 ngày 18/10: Thăm làng nghề Phú Lâm.\n"
    )
    assert [(entry.title, *told(entry)) for entry in found] == [
        ("Giao ban các chi cục", "2025-10-16", "14:00", "postponed"),
        ("Giao ban các chi cục", "2025-10-17", "08:00", "confirmed"),
        ("Họp Hội đồng tư vấn", "2025-10-15", "08:00", "postponed"),
        ("Họp Hội đồng tư vấn", "2025-10-15", "14:00", "confirmed"),
        ("Thăm làng nghề Phú Lâm", "2025-10-18", "09:30", "confirmed"),
    ]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("không thay đổi (Hội trường Sở)", "Hội trường Sở"),
        ("Nhà thi đấu huyện (thay cho Hội trường Sở)", "Nhà thi đấu huyện"),
        ("giữ nguyên", None),
    ],
)
def test_the_place_of_a_notice(words: str, place: str | None) -> None:
    found = entries(
        "Về việc thay đổi thời gian tổ chức Hội thảo xuất khẩu\n\n"
        f"1. Thời gian: 8h00 ngày 16/10/2025.\n2. Địa điểm: {words}.\n"
    )
    assert found[-1].location == place


def test_in_a_schedule_what_is_called_off_says_so_beside() -> None:
    text = "LỊCH CÔNG TÁC TUẦN 42\n(Từ ngày 13/10 đến ngày 17/10/2025)\n\nThứ Hai, 13/10\n- 9h00: Họp {}\n"
    for words, status in (("tổ thẩm định (hoãn)", "postponed"), ("tổ giá (đã hủy)", "cancelled")):
        (found,) = read_programme(decode(text.format(words).encode(), "a.txt")).entries
        assert told(found) == ("2025-10-13", "09:00", status)


def test_of_things_behind_one_day_each_has_its_own_state() -> None:
    text = (
        "LỊCH CÔNG TÁC TUẦN 15\n(từ 07/4 đến 11/4/2025)\n\n- Thứ Sáu 11/4: 8h00 họp tổ giá; 15h00 họp "
        "Đảng ủy (hoãn).\n"
        "- Thứ Năm 10/4: Cả ngày: Hội trại hè (dự kiến).\n"
    )
    found = read_programme(decode(text.encode(), "a.txt")).entries
    assert [told(entry) for entry in found] == [
        ("2025-04-11", "08:00", "confirmed"),
        ("2025-04-11", "15:00", "postponed"),
        ("2025-04-10", None, "tentative"),
    ]


def test_a_span_to_which_a_meeting_is_moved_is_the_new_time_as_a_whole() -> None:
    found = entries(
        "Về việc thay đổi thời gian tổ chức Hội thao ngành\n\n"
        "Theo Kế hoạch số 21/KH-SCT ngày 05/9/2025, Sở tổ chức Hội thao từ ngày 20/10/2025 đến ngày "
        "22/10/2025.\n"
        "1. Hội thao chuyển sang tổ chức từ ngày 04/11/2025 đến ngày 06/11/2025 tại Nhà thi đấu tỉnh.\n"
    )
    spans = [when_to_json(entry.when) for entry in found]
    assert [
        (entry.title, span["from"], span["to"], entry.status.value)
        for entry, span in zip(found, spans, strict=True)
    ] == [
        ("Hội thao ngành", "2025-10-20", "2025-10-22", "postponed"),
        ("Hội thao ngành", "2025-11-04", "2025-11-06", "confirmed"),
    ]


def test_the_sentence_that_leads_to_the_changes_is_none() -> None:
    head = (
        "SỞ Y TẾ\nSố: 87/SYT-VP\nV/v điều chỉnh lịch công tác tuần 34\nHạ Lam, ngày 18 tháng 8 năm 2025\n\n"
    )
    found = read_programme(
        decode(
            (
                head
                + "Sở thông báo điều chỉnh lịch công tác tuần 34 (từ ngày 18/8 đến ngày 22/8/2025) như sau:\n"
                "1. Bổ sung: 15h00 ngày 21/8/2025, làm việc với Bảo hiểm xã hội tỉnh.\n"
            ).encode(),
            "a.txt",
        )
    )
    assert [entry.title for entry in found.entries] == ["Làm việc với Bảo hiểm xã hội tỉnh"]
    assert [issue.code for issue in found.issues] == []


@pytest.mark.parametrize(
    "said",
    [
        "Họp Ban Chấp hành vào 14h00 ngày 27/10/2025 không tổ chức.",
        "Họp Ban Chấp hành vào 14h00 ngày 27/10/2025 sẽ không tổ chức nữa.",
        "Họp Ban Chấp hành vào 14h00 ngày 27/10/2025 bị hủy.",
        "Họp Ban Chấp hành vào 14h00 ngày 27/10/2025 đã được hủy bỏ.",
    ],
)
def test_what_becomes_of_a_meeting_is_no_part_of_its_title(said: str) -> None:
    [entry] = entries(said)
    assert (entry.title, told(entry)) == ("Họp Ban Chấp hành", ("2025-10-27", "14:00", "cancelled"))


def test_each_change_of_a_paragraph_is_shown_by_its_own_sentence() -> None:
    moved, to, off = entries(
        "Họp Ban Chấp hành vào 14h00 ngày 27/10/2025 chuyển sang 8h00 ngày 28/10/2025.\n"
        "Lớp tập huấn cán bộ chi hội ngày 30/10/2025 không tổ chức."
    )
    lines = [[passage.text[:12] for passage in entry.evidence] for entry in (moved, to, off)]
    assert lines == [["Họp Ban Chấp"], ["Họp Ban Chấp"], ["Lớp tập huấn"]]


def test_a_subject_that_names_no_meeting_names_none() -> None:
    moved, to, off = entries(
        "Về việc thay đổi lịch làm việc\n\n"
        "Buổi làm việc với Sở Y tế vào 8h00 ngày 25/10/2025 chuyển sang 8h00 ngày 27/10/2025.\n"
        "Buổi làm việc với Sở Tư pháp lúc 14h00 ngày 25/10/2025 tạm hoãn, thời gian sẽ thông báo sau."
    )
    assert [entry.title.removeprefix("Buổi l").removeprefix("L") for entry in (moved, to, off)] == [
        "àm việc với Sở Y tế",
        "àm việc với Sở Y tế",
        "àm việc với Sở Tư pháp",
    ]
    assert [len(entry.evidence) for entry in (moved, to, off)] == [1, 1, 1]


def test_an_hour_that_stays_is_that_of_the_old_day_too() -> None:
    (old, new) = entries(
        "Thay đổi lịch bồi dưỡng\n"
        "Lớp bồi dưỡng khóa 4: lùi ngày khai giảng từ 14/10/2025 sang 16/10/2025, vẫn lúc 7h30."
    )
    assert [told(old), told(new)] == [
        ("2025-10-14", "07:30", "postponed"),
        ("2025-10-16", "07:30", "confirmed"),
    ]


def test_a_table_of_changes_tells_old_and_new_times() -> None:
    found = entries(
        "Về việc thay đổi lịch họp, làm việc\n\nTT | Nội dung | Lịch cũ | Lịch mới\n"
        "1 | Làm việc với Bưu điện | 14h00 ngày 14/10/2025 | 9h00 ngày 16/10/2025\n"
        "2 | Kiểm tra tài chính | 17/10/2025 | Hủy\n3 | Họp báo | 8h00 ngày 18/10/2025 | 8h00 ngày "
        "20/10/2025\n"
    )
    assert [(entry.title, *told(entry)) for entry in found] == [
        ("Làm việc với Bưu điện", "2025-10-14", "14:00", "postponed"),
        ("Làm việc với Bưu điện", "2025-10-16", "09:00", "confirmed"),
        ("Kiểm tra tài chính", "2025-10-17", None, "cancelled"),
        ("Họp báo", "2025-10-18", "08:00", "postponed"),
        ("Họp báo", "2025-10-20", "08:00", "confirmed"),
    ]


def test_a_deadline_for_those_who_ask_to_be_excused_stands() -> None:
    (found,) = entries("Về lịch thi\n1. Hạn nộp đơn xin hoãn thi: 24/10/2025.\n")
    assert told(found) == ("2025-10-24", None, "confirmed")


def test_of_several_meetings_each_sentence_changes_its_own() -> None:
    found = entries(
        "Về việc dời thời gian tổ chức Hội nghị tổng kết ngành\n\n"
        "Ngày 08/10/2025, Sở đã có Giấy mời số 31/GM-SCT mời dự Hội nghị tổng kết ngành vào 8 giờ ngày "
        "16/10/2025 tại"
        " Hội trường Sở Lao động - Thương binh và Xã hội.\n\n"
        "Do trùng với kỳ họp của HĐND tỉnh, Sở quyết định dời Hội nghị nói trên sang 13 giờ 30 ngày "
        "17/10/2025.\n\n"
        "Đối với cuộc họp tổ giá dự kiến chiều 15/10/2025: không tổ chức, các phòng góp ý bằng văn bản "
        "gửi về Văn phòng"
        " trước ngày 14/10/2025.\n\n"
        "Hội nghị cán bộ chủ chốt vẫn tiến hành lúc 14 giờ ngày 20/10/2025.\n"
    )
    assert [(entry.title, *told(entry)) for entry in found] == [
        ("Hội nghị tổng kết ngành", "2025-10-16", "08:00", "postponed"),
        ("Hội nghị tổng kết ngành", "2025-10-17", "13:30", "confirmed"),
        ("Cuộc họp tổ giá", "2025-10-15", None, "cancelled"),
        ("Các phòng góp ý bằng văn bản gửi về Văn phòng", "2025-10-13", None, "confirmed"),
        ("Hội nghị cán bộ chủ chốt", "2025-10-20", "14:00", "confirmed"),
    ]
    assert found[1].location == "Hội trường Sở Lao động - Thương binh và Xã hội"


def test_a_new_time_and_place_on_lines_of_their_own_are_of_the_meeting_told_before() -> None:
    found = entries(
        "Về việc thay đổi thời gian, địa điểm Hội thảo khoa học và hủy buổi tập huấn\n\n"
        'Hội thảo "Bảo tồn giống quýt" dự kiến tổ chức sáng ngày 20/10/2025 tại Hội trường Sở. Nay điều chỉnh:\n'
        "1. Thời gian mới: 8h30 thứ Năm, ngày 23/10/2025.\n2. Địa điểm mới: Hội trường tỉnh.\n"
        "3. Hủy buổi tập huấn viết dự án chiều ngày 21/10/2025.\n"
        "4. Thời hạn gửi tham luận được gia hạn đến 17h00 ngày 19/10/2025.\n"
    )
    assert [(entry.title, *told(entry)) for entry in found] == [
        ('Hội thảo "Bảo tồn giống quýt"', "2025-10-20", None, "postponed"),
        ('Hội thảo "Bảo tồn giống quýt"', "2025-10-23", "08:30", "confirmed"),
        ("Buổi tập huấn viết dự án", "2025-10-21", None, "cancelled"),
        ("Thời hạn gửi tham luận", "2025-10-19", None, "confirmed"),
    ]
    assert [entry.location for entry in found] == ["Hội trường Sở", "Hội trường tỉnh", None, None]


def test_a_year_that_only_the_title_tells_is_that_of_the_days_below() -> None:
    text = (
        "THÔNG BÁO ĐIỀU CHỈNH LỊCH CÔNG TÁC TUẦN 33\n(Thứ Năm, ngày 15/8/2024)\n\n"
        "- Không tổ chức họp giao ban chuyên viên chiều 16/8.\n"
    )
    (entry,) = read_programme(decode(text.encode(), "a.txt")).entries
    assert told(entry) == ("2024-08-16", None, "cancelled")


def test_what_was_announced_may_begin_with_its_time() -> None:
    (entry,) = entries(
        "Tạm hoãn tổ chức hội nghị đối thoại doanh nghiệp\n\nTheo Thông báo số 31/TB-SCT ngày 01/10/2025 "
        "của Sở Công thương; vào "
        "sáng ngày 16/10/2025, Sở sẽ tiến hành đối thoại doanh nghiệp tại Hội trường Sở.\n\nTuy nhiên, do "
        "bão số 11, Sở quyết định "
        "tạm hoãn tổ chức hội nghị đối thoại doanh nghiệp.\n"
    )
    assert told(entry) == ("2025-10-16", None, "postponed")


def test_the_new_time_may_be_told_of_the_session_alone() -> None:
    found = entries(
        "Thay đổi thời gian tổ chức Kỳ họp thứ 2 Hội đồng ngành\n\nSở đã ban hành Thông báo số 31/TB-SCT "
        "về Kỳ họp thứ 2 Hội đồng "
        "ngành thời gian từ ngày 20/10/2025 đến ngày 22/10/2025.\n\nNay Sở thống nhất điều chỉnh, cụ "
        "thể:\n\nThời gian: Kỳ họp được "
        "tổ chức bằng hình thức trực tuyến trong 02 ngày, vào các ngày 27 và 28 tháng 10 năm 2025; khai "
        "mạc vào lúc 8 giờ 00 ngày 27 "
        "tháng 10 năm 2025.\n"
    )
    spans = sorted(
        (when["from"], when["to"], when["start"]) for when in (when_to_json(e.when) for e in found)
    )
    assert spans == [("2025-10-20", "2025-10-22", None), ("2025-10-27", "2025-10-28", "08:00")]
    assert sorted(entry.status.value for entry in found) == ["confirmed", "postponed"]


def test_of_two_meetings_that_are_moved_none_is_the_old_time_of_the_other() -> None:
    found = entries(
        "Thay đổi thời gian một số hội nghị\n\nBan Thường vụ quyết định chuyển thời gian tổ chức Hội nghị "
        "Ban Chấp hành lần thứ hai "
        "sang ngày 16/10/2025; chuyển thời gian tổ chức Hội nghị Ban Kiểm tra lần thứ nhất sang ngày "
        "17/10/2025.\n"
    )
    assert [(entry.title, *told(entry)) for entry in found] == [
        ("Hội nghị Ban Chấp hành lần thứ hai", "2025-10-16", None, "confirmed"),
        ("Hội nghị Ban Kiểm tra lần thứ nhất", "2025-10-17", None, "confirmed"),
    ]


def test_of_a_standing_meeting_the_one_day_that_is_moved() -> None:
    found = entries(
        "Thay đổi ngày tiếp công dân tháng 11\n\nPhiên tiếp công dân định kỳ của Giám đốc Sở quy định vào "
        "ngày 15 hàng tháng.\n\n"
        "Tuy nhiên, ngày 15 tháng 11 năm 2025 trùng vào ngày thứ bảy nên được chuyển sang thứ 2 ngày 17 "
        "tháng 11 năm 2025.\n"
    )
    assert [told(entry) for entry in found] == [
        ("2025-11-15", None, "postponed"),
        ("2025-11-17", None, "confirmed"),
    ]


def test_a_new_place_behind_a_label_of_its_own() -> None:
    *_, new = entries(
        "Thay đổi thời gian tổ chức Hội nghị tổng kết\n\nSở chuyển thời gian tổ chức Hội nghị tổng kết từ "
        "ngày 14/10/2025 sang ngày "
        "16/10/2025. Địa điểm tổ chức chuyển sang: Trung tâm Hội nghị tỉnh, số 6 phố Bến.\n"
    )
    assert new.location is not None
    assert new.location.startswith("Trung tâm Hội nghị tỉnh")


def test_the_time_below_a_heading_that_is_a_label() -> None:
    (entry,) = entries(
        "Triệu tập thí sinh dự phỏng vấn vòng 2 kỳ xét tuyển viên chức\n\n1. Nội dung phỏng vấn:\n- Kiến "
        "thức chung.\n\n"
        "2. Thời gian và địa điểm\n\na) Thời gian\n- Ngày 25-26/10/2025 (Thứ Bảy và Chủ nhật) (Có lịch "
        "chi tiết kèm theo)\n"
        "- Thí sinh có mặt trước giờ phỏng vấn 30 phút.\n"
    )
    when = when_to_json(entry.when)
    assert (when["from"], when["to"], entry.status.value) == ("2025-10-25", "2025-10-26", "confirmed")


CHANGED_LINES = [
    pytest.param(
        "Điều chỉnh lịch công tác tháng 10 năm 2025\n\n"
        "1. Thay đổi thời gian Họp tổ thẩm định:\n"
        "   - Thời gian cũ: 8h00 ngày 13/10.\n   - Thời gian mới: 14h00 ngày 14/10.\n"
        "2. Hủy cuộc họp góp ý Đề án 15h00 ngày 22/10.\n",
        id="below what is moved",
    ),
    pytest.param(
        "Điều chỉnh lịch công tác tháng 10 năm 2025\n\n"
        "1. Họp tổ thẩm định\n   + Lịch mới: 14h00 ngày 14/10.\n   + Lịch cũ: 8h00 ngày 13/10.\n"
        "2. Hủy cuộc họp góp ý Đề án 15h00 ngày 22/10.\n",
        id="the new one first, below a name alone",
    ),
    pytest.param(
        "Điều chỉnh lịch công tác tháng 10 năm 2025\n\n"
        "- Thay đổi thời gian Họp tổ thẩm định:\n- Thời gian cũ: 8h00 ngày 13/10.\n- Thời gian mới: 14h00 ngày 14/10.\n"
        "- Hủy cuộc họp góp ý Đề án 15h00 ngày 22/10.\n",
        id="behind what is moved, of the same rank",
    ),
]


@pytest.mark.parametrize("text", CHANGED_LINES)
def test_old_and_new_time_on_lines_of_their_own_are_of_what_stands_above(text: str) -> None:
    assert [(entry.title, *told(entry)) for entry in entries(text)] == [
        ("Họp tổ thẩm định", "2025-10-13", "08:00", "postponed"),
        ("Họp tổ thẩm định", "2025-10-14", "14:00", "confirmed"),
        ("Cuộc họp góp ý Đề án", "2025-10-22", "15:00", "cancelled"),
    ]


def test_old_and_new_time_under_a_sentence_that_leads_to_them() -> None:
    found = entries(
        "Thay đổi thời gian họp\n\nSở thông báo thay đổi thời gian Hội nghị tổng kết phong trào thi đua như sau:\n"
        "1. Thời gian cũ: 8h00 ngày 12/11/2025.\n"
        "2. Thời gian mới: 14h00 ngày 13/11/2025.\n3. Địa điểm: Hội trường tầng 2.\n"
    )
    assert [(entry.title, *told(entry), entry.location) for entry in found] == [
        ("Hội nghị tổng kết phong trào thi đua", "2025-11-12", "08:00", "postponed", "Hội trường tầng 2"),
        ("Hội nghị tổng kết phong trào thi đua", "2025-11-13", "14:00", "confirmed", "Hội trường tầng 2"),
    ]


@pytest.mark.parametrize(
    ("change", "new"),
    [
        ("cuộc họp nói trên được chuyển sang 13h30 cùng ngày", "2025-10-14"),
        ("Sở xin lùi thời gian cuộc họp trên đến 13h30 ngày 16/10/2025 (thứ Năm)", "2025-10-16"),
    ],
)
def test_a_paragraph_moves_what_another_announced(change: str, new: str) -> None:
    found = entries(
        "Về việc thay đổi thời gian họp thẩm định bảng giá\n\n"
        "Ngày 02/10/2025, Sở có Giấy mời số 30/GM-SCT mời các đơn vị dự họp thẩm định bảng giá "
        "vào 8h00 ngày 14/10/2025.\n\n"
        f"Do trùng lịch làm việc, {change}.\n"
    )
    assert [told(entry) for entry in found] == [
        ("2025-10-14", "08:00", "postponed"),
        (new, "13:30", "confirmed"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        '- Đã in: "Lễ mừng thọ: 8h00, ngày 14/10/2025".\n- Sửa lại là: "Lễ mừng thọ: 8h00, ngày 15/10/2025".',
        'Đã ghi: "Lễ mừng thọ: 8h00, ngày 14/10/2025".\nNay sửa lại: "Lễ mừng thọ: 8h00, ngày 15/10/2025".',
    ],
)
def test_a_misprint_and_what_is_right_are_an_old_and_a_new_time(lines: str) -> None:
    read = entries(f"V/v đính chính Giấy mời\n\nDo sơ suất khi in, xin đính chính như sau:\n{lines}\n")
    assert [entry.title for entry in read] == ["Lễ mừng thọ"] * 2
    assert [told(entry) for entry in read] == [
        ("2025-10-14", "08:00", "postponed"),
        ("2025-10-15", "08:00", "confirmed"),
    ]
