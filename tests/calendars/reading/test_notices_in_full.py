"""Notices of change as offices write them: what stays, who rests, tables of people, copied messages."""

from datetime import date

import pytest
from announced_lines import lines_of

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme

NOTICE = (
    "UBND XÃ AN\nAn, ngày 06 tháng 12 năm 2019\n\nTHÔNG BÁO\nVề việc thay đổi lịch {of}\n\n"
    "UBND xã thông báo:\n{lines}\n\nCHỦ TỊCH\nLê Văn A\n"
)


def read(text: str) -> list[str]:
    """What a text tells: the state where it is another than confirmed, day, hour and title of each entry."""
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2019, 12, 6))
    lines = []
    for entry in programme_to_json(programme)["entries"]:
        when = entry["when"]
        day = when.get("date") or when.get("from") or "?"
        status = "" if entry["status"] == "confirmed" else f"{entry['status']} "
        lines.append(f"{status}{' '.join(filter(None, (day, when['start'])))}: {entry['title']}")
    return lines


def notice(*lines: str, of: str = "họp") -> list[str]:
    """The same of the numbered lines of a notice."""
    numbered = (f"{number}. {line}" for number, line in enumerate(lines, 1))
    return read(NOTICE.format(of=of, lines="\n".join(numbered)))


@pytest.mark.parametrize(
    "stays",
    [
        "Các cuộc họp khác trong tuần từ 09 đến 13/12 giữ nguyên.",
        "Các hoạt động còn lại từ ngày 10/12 đến ngày 13/12 vẫn thực hiện theo kế hoạch.",
        "Từ tháng 01/2020, lịch tiếp công dân thực hiện bình thường.",
        "Từ tháng 01/2020 trở đi, tiêm chủng trở lại ngày 10 như cũ.",
        "Các ngày còn lại trong tuần (11, 12, 13/12) học sinh học bình thường.",
        "Đề nghị Đài Truyền thanh thông báo đến nhân dân được biết (phát từ nay, 02 lần/ngày).",
        "Đài truyền thanh phát thông báo này mỗi ngày 2 lần vào 5h30 và 17h00.",
        "Thông báo này có giá trị từ ngày 09/12/2019 đến ngày 31/12/2019.",
    ],
)
def test_what_stays_as_it_is_and_how_the_notice_is_spread_is_no_meeting(stays: str) -> None:
    moved = notice("Giao ban chuyển từ sáng 09/12 sang sáng 10/12.", stays)
    assert moved == ["postponed 2019-12-09: Giao ban", "2019-12-10: Giao ban"]


def test_a_named_meeting_that_stays_is_one() -> None:
    assert notice("Phiên họp UBND xã (8h00 ngày 12/12): giữ nguyên.") == [
        "2019-12-12 08:00: Phiên họp UBND xã"
    ]
    kept = notice("Từ tháng 01/2020, tiếp công dân trở lại như cũ: ngày 15 hằng tháng.")
    assert [line.split(": ")[1] for line in kept] == ["Tiếp công dân trở lại như cũ"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Lớp Toán cao cấp 2: nghỉ buổi sáng Chủ nhật 15/12, học bù sáng Chủ nhật 22/12.",
            ["cancelled 2019-12-15: Lớp Toán cao cấp 2", "2019-12-22: Lớp Toán cao cấp 2"],
        ),
        (
            "Lớp liên thông K12 tối 11/12: nghỉ, học bù tối 16/12.",
            ["cancelled 2019-12-11: Lớp liên thông K12", "2019-12-16: Lớp liên thông K12"],
        ),
        (
            "Lớp Nhạc (thứ Năm, 12/12): tạm nghỉ; học bù 18h00 ngày 20/12.",
            ["cancelled 2019-12-12: Lớp Nhạc", "2019-12-20 18:00: Lớp Nhạc"],
        ),
        ("Lớp Bơi: buổi chiều 17/12 nghỉ, sẽ học bù sau.", ["cancelled 2019-12-17: Lớp Bơi"]),
    ],
)
def test_a_class_that_rests_and_is_made_up_for(line: str, told: list[str]) -> None:
    assert notice(line, of="học") == told


def test_a_table_of_those_who_receive_citizens() -> None:
    table = (
        "TT | Người tiếp | Lịch cũ | Lịch mới\n"
        "1 | Chủ tịch UBND tỉnh | 15/12 | 8h00, 17/12\n"
        "2 | Chủ tịch HĐND tỉnh | 20/12 | Không thay đổi (sáng)\n"
        "3 | Trưởng đoàn ĐBQH | 23/12 | Chưa tổ chức, có thông báo sau"
    )
    assert read(NOTICE.format(of="tiếp công dân tháng 12/2019", lines=table)) == [
        "postponed 2019-12-15: Tiếp công dân: chủ tịch UBND tỉnh",
        "2019-12-17 08:00: Tiếp công dân: chủ tịch UBND tỉnh",
        "2019-12-20: Tiếp công dân: chủ tịch HĐND tỉnh",
        "postponed 2019-12-23: Tiếp công dân: Trưởng đoàn ĐBQH",
    ]


def test_a_row_of_a_table_at_the_old_hour_on_another_rows_day() -> None:
    table = (
        "| Nội dung | Lịch cũ | Lịch mới |\n"
        "| Chung kết | 7h30, 14/12 | 7h30, 21/12 |\n"
        "| Tổng kết, trao giải | 16h00, 14/12 | Giữ nguyên giờ, cùng ngày chung kết |\n"
    )
    assert read(NOTICE.format(of="thi", lines=table))[2:] == [
        "postponed 2019-12-14 16:00: Tổng kết, trao giải",
        "2019-12-21 16:00: Tổng kết, trao giải",
    ]


@pytest.mark.parametrize(
    "posted",
    [
        "[Nhóm Zalo: CÔNG CHỨC PHƯỜNG] - Văn phòng UBND, 16:45 ngày 11/6/2018\nTHÔNG BÁO ĐỔI LỊCH HỌP",
        "[Zalo - Chi bộ 3] 07h12 ngày 11/6/2018",
        'Zalo nhóm "BCH Công đoàn" | Chị Lan | 11/06/2018 20:15',
        "Nhóm Zalo: BCH Công đoàn (chị Lan gửi lúc 20:05, ngày 11/6/2018)",
    ],
)
def test_a_message_is_of_the_year_in_which_it_was_posted(posted: str) -> None:
    message = "Kính gửi các anh chị, họp BCH 14h ngày 14/6 dời sang 14h ngày 16/6 tại phòng họp."
    assert read(f"{posted}\n{message}\n") == [
        "postponed 2018-06-14 14:00: Họp BCH",
        "2018-06-16 14:00: Họp BCH",
    ]


def test_a_title_typed_without_diacritics_is_left_its_change() -> None:
    text = (
        "[Nhom Zalo: CONG CHUC] - Van phong, 16:45 ngay 11/6/2018\n\nTHONG BAO THAY DOI LICH HOP\n\n"
        "1. Hop giao ban chieu mai (14h, ngay 12/6) doi sang 8h00 ngay 13/6.\n"
        "2. Buoi kiem tra tram y te sang thu 6 (15/6) huy do trung lich giao ban.\n"
    )
    assert read(text) == [
        "postponed 2018-06-12 14:00: Hop giao ban",
        "2018-06-13 08:00: Hop giao ban",
        "cancelled 2018-06-15: Buoi kiem tra tram y te",
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Hạn nộp phiếu kéo dài thêm 5 ngày, đến 25/12 (thay vì 20/12).", "2019-12-25: Hạn nộp phiếu"),
        ("Nộp hồ sơ: gia hạn đến hết ngày 28/12/2019 (trước đây: 21/12/2019).", "2019-12-28: Nộp hồ sơ"),
        (
            "Gửi tham luận chậm nhất ngày 14/12 (thay cho ngày 07/12 đã thông báo).",
            "2019-12-14: Gửi tham luận",
        ),
        (
            "Tiền ăn ngày 10/12 được trừ vào tháng sau; hạn nộp học phí gia hạn đến hết ngày 20/12 (trước là 15/12).",
            "2019-12-20: Hạn nộp học phí",
        ),
    ],
)
def test_of_what_is_due_there_is_but_the_day_that_holds_now(line: str, told: str) -> None:
    assert notice(line) == [told]


@pytest.mark.parametrize(
    "stays",
    ["ngày 16/12, cùng giờ", "ngày 16/12 (giờ khai mạc không thay đổi)", "ngày 16/12, giờ giữ nguyên"],
)
def test_the_hour_that_stays_is_that_of_the_new_day(stays: str) -> None:
    assert notice(f"Họp Ban Chỉ đạo lúc 8h00 ngày 12/12 dời sang {stays}.") == [
        "postponed 2019-12-12 08:00: Họp Ban Chỉ đạo",
        "2019-12-16 08:00: Họp Ban Chỉ đạo",
    ]


def test_by_how_much_it_is_moved_is_no_length() -> None:
    moved = notice(
        "Cuộc đấu giá lúc 9 giờ 00 ngày 12/12 dời lại 02 tuần, tổ chức vào 9 giờ 00 ngày 26/12/2019."
    )
    assert moved == ["postponed 2019-12-12 09:00: Cuộc đấu giá", "2019-12-26 09:00: Cuộc đấu giá"]


def test_the_number_of_a_form_is_no_day() -> None:
    assert notice("Khảo sát khối 9 (thứ Tư, 11/12): giữ nguyên.") == ["2019-12-11: Khảo sát khối 9"]


def test_a_misprint_is_of_the_meeting_of_the_invitation_and_of_that_day() -> None:
    text = (
        "CHI CỤC THUẾ\n\nĐÍNH CHÍNH\n\nGiấy mời số 31/GM ngày 06/6/2016 về việc tập huấn hóa đơn điện tử có ghi sai"
        " thời gian. Nay xin đính chính như sau:\n\n- Đã ghi: 8 giờ 00, ngày 15/6/2016;\n"
        "- Nay sửa lại là: 8 giờ 00, ngày 16/6/2016.\n\n"
        "- Buổi đối thoại doanh nghiệp cùng ngày: đã ghi 13 giờ 30, nay sửa là 14 giờ 00.\n\n"
        "Kim Động, ngày 09 tháng 6 năm 2016\nCHI CỤC TRƯỞNG\n"
    )
    assert read(text) == [
        "postponed 2016-06-15 08:00: Tập huấn hóa đơn điện tử",
        "2016-06-16 08:00: Tập huấn hóa đơn điện tử",
        "postponed 2016-06-16 13:30: Buổi đối thoại doanh nghiệp",
        "2016-06-16 14:00: Buổi đối thoại doanh nghiệp",
    ]


def test_a_title_of_a_changed_schedule_is_no_meeting() -> None:
    text = NOTICE.format(
        of="làm việc tuần 50 (từ 09/12 đến 15/12/2019)",
        lines="1. Bổ sung: 14h00 ngày 10/12: Họp Hội đồng A.\n2. 8h00 ngày 11/12: Tiếp đoàn kiểm tra.\n"
        "3. Giao ban từ 8h00 ngày 09/12 sang 15h00 cùng ngày.",
    )
    assert not any("tuần 50" in line for line in read(text))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Trận 23: E - F: hoãn, thi đấu bù vào ngày 25/12.", ["2019-12-25: Trận 23: E - F"]),
        (
            "Bài kiểm tra giữa kỳ chuyển từ 14/12 qua 19/12.",
            ["postponed 2019-12-14: Bài kiểm tra giữa kỳ", "2019-12-19: Bài kiểm tra giữa kỳ"],
        ),
        ("Gửi lại danh sách trước 11h ngày 13/12 thay vì 10/12.", ["2019-12-13: Gửi lại danh sách"]),
        (
            "Kỳ thi chọn học sinh giỏi ngày 13/12 vẫn diễn ra như kế hoạch.",
            ["2019-12-13: Kỳ thi chọn học sinh giỏi"],
        ),
    ],
)
def test_other_ways_of_telling_a_change(line: str, told: list[str]) -> None:
    assert notice(line) == told


def test_what_was_told_above_is_called_off_by_its_names() -> None:
    told = (
        'Theo Kế hoạch số 86, xã tổ chức "Đêm hội Trăng rằm" lúc 19h ngày 14/12/2019; thi bày mâm cỗ 16h00 cùng ngày.',
        "Không tổ chức Đêm hội và phần thi bày mâm cỗ nêu trên.",
    )
    assert sorted(notice(*told)) == [
        "cancelled 2019-12-14 16:00: Thi bày mâm cỗ",
        'cancelled 2019-12-14 19:00: "Đêm hội Trăng rằm"',
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Họp tổ: 15h00 ngày 14/12 (Điều lệ ghi 9h00 ngày 15/12)",
        "Họp tổ: không họp 9h00 ngày 15/12 mà họp 15h00 ngày 14/12",
        "Họp tổ 9h00 ngày 15/12 hủy, chuyển 15h00 ngày 14/12.",
    ],
)
def test_an_old_time_in_a_bracket_or_before_but(line: str) -> None:
    assert sorted(notice(line)) == ["2019-12-14 15:00: Họp tổ", "postponed 2019-12-15 09:00: Họp tổ"]


def test_a_message_read_aloud_counts_in_words() -> None:
    text = (
        "THÔN ĐÔNG\nNội dung thông báo trên loa\n(đọc 17h30 ngày 04/12/2019)\n\nThôn xin thông báo như sau:\n\n"
        "Một là, cuộc họp thôn tối thứ Sáu ngày 06/12, nay chuyển sang tối Chủ nhật ngày 08/12.\n\n"
        "Hai là, buổi tổng vệ sinh sáng ngày 07/12 vẫn tiến hành, bắt đầu 6 giờ.\n"
    )
    assert read(text) == [
        "postponed 2019-12-06: Cuộc họp thôn",
        "2019-12-08: Cuộc họp thôn",
        "2019-12-07 06:00: Buổi tổng vệ sinh",
    ]


def test_what_was_not_held_yet_and_what_another_notice_had_wrong() -> None:
    assert lines_of(
        "TRƯỜNG MẦM NON HOA SEN\nTHÔNG BÁO (lần 2)\nMột số thay đổi đầu năm học:\n"
        "1. Tựu trường: 21/8/2024 (thông báo lần 1 ghi nhầm là 20/8).\n"
        "2. Nhận trẻ lớp Mầm: chưa nhận vào ngày 26/8 như đã báo, khi nào nhận sẽ thông báo sau.\n"
        "3. Khám răng: không khám ngày 30/8 nữa.\nNgày 12 tháng 8 năm 2024\n"
    ) == [
        "08-20 postponed: Tựu trường",
        "08-21: Tựu trường",
        "08-26 postponed: Nhận trẻ lớp Mầm",
        "08-30 cancelled: Khám răng",
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Đã mời dự Hội nghị đối thoại lúc 8h ngày 16/12. Nay lùi thời gian Hội nghị trên 01 tuần (8h ngày 23/12).",
            ["2019-12-23 08:00: Hội nghị đối thoại", "postponed 2019-12-16 08:00: Hội nghị đối thoại"],
        ),
        (
            "Hội trại: không làm tối 18/12 nữa, làm bù sáng 20/12.",
            ["2019-12-20: Hội trại", "postponed 2019-12-18: Hội trại"],
        ),
        ("Hội trại ngày 18/12 HOÃN đến khi có thông báo mới.", ["postponed 2019-12-18: Hội trại"]),
        (
            "Cuộc họp tổ lùi sang 8h00 ngày 17/12/2019. Giấy mời này thay Giấy mời ngày 01/12/2019.",
            ["2019-12-17 08:00: Cuộc họp tổ"],
        ),
    ],
)
def test_by_how_much_and_until_when(line: str, told: list[str]) -> None:
    assert sorted(notice(line)) == told


LETTER = (
    "HỘI NÔNG DÂN SÔNG MÂY\nSố: 31/TB-HND\nV/v {subject}\n\nSông Mây, ngày 05 tháng 4 năm 2024\n\n{body}\n\n"
    "CHỦ TỊCH\nLại Văn Tín\n"
)
CITED = (
    "Ngày 30/3/2024, Hội có Giấy mời số 11/GM-HND mời dự Hội nghị tổng kết công tác Hội năm 2023, thời gian "
    "8h00 ngày 10/4/2024. Nay điều chỉnh:\n\n- Thời gian: chuyển từ 8h00 sang 13h30 cùng ngày 10/4/2024.\n"
    "- Địa điểm: Nhà văn hóa phường."
)
PLANNED = (
    "Theo Kế hoạch số 21/KH-HND ngày 22/02/2024, Hội thi Nhà nông giỏi được tổ chức từ ngày 12/4 đến ngày "
    "15/4/2024.\n\nDo trùng lịch, Hội điều chỉnh thời gian tổ chức Hội thi sang các ngày từ 19/4 đến 22/4/2024.\n\n"
    "Buổi họp Ban Giám khảo (14h00 ngày 11/4) chuyển sang 14h00 ngày 18/4/2024."
)
PUT_OFF = (
    "Hội nghị thường niên dự kiến 8h30 Chủ nhật 14/4/2024 sẽ tạm hoãn do chưa đủ phiếu (đến ngày 03/4 mới đạt "
    "41%). Dự kiến tổ chức lại trong hạ tuần tháng 4, thư mời gửi trước 07 ngày."
)
MOVED = (
    "Đại hội thành viên dời từ 8h30 ngày 14/4/2024 sang 8h30 ngày 20/4/2024. Thành viên đã ủy quyền cho cuộc "
    "họp ngày 14/4 không phải làm lại thủ tục. Kiểm tra tư cách đại biểu: từ 7h30."
)


@pytest.mark.parametrize(
    ("subject", "body", "expected"),
    [
        (
            "thay đổi địa điểm, thời gian Hội nghị",
            CITED,
            [
                "04-10 08:00 postponed: Hội nghị tổng kết công tác Hội năm 2023",
                "04-10 13:30: Hội nghị tổng kết công tác Hội năm 2023",
            ],
        ),
        (
            "thay đổi thời gian tổ chức Hội thi Nhà nông giỏi",
            PLANNED,
            [
                "04-12..04-15 postponed: Hội thi Nhà nông giỏi",
                "04-19..04-22: Hội thi Nhà nông giỏi",
                "04-11 14:00 postponed: Buổi họp Ban Giám khảo",
                "04-18 14:00: Buổi họp Ban Giám khảo",
            ],
        ),
        (
            "tạm hoãn Hội nghị thường niên",
            PUT_OFF,
            [
                "04-14 08:30 postponed: Hội nghị thường niên",
                "~04-21..04-30 tentative: Hội nghị thường niên",
            ],
        ),
        (
            "dời Đại hội thành viên",
            MOVED,
            ["04-14 08:30 postponed: Đại hội thành viên", "04-20 08:30: Đại hội thành viên"],
        ),
    ],
)
def test_a_letter_of_change_names_its_meeting_once(subject: str, body: str, expected: list[str]) -> None:
    assert lines_of(LETTER.format(subject=subject, body=body)) == expected


@pytest.mark.parametrize(
    "again",
    [
        "Thời gian tổ chức lại: 14h00, thứ Sáu, ngày 12/4/2024, địa điểm không thay đổi.",
        "\n\nHội nghị được tổ chức vào 14h00, thứ Sáu, ngày 12/4/2024.",
    ],
)
def test_what_is_put_off_as_told_above_is_held_at_the_time_told_behind(again: str) -> None:
    body = (
        "Ngày 01/4/2024, Hội đã ban hành Giấy mời số 88/GM-HND mời dự Hội nghị sơ kết quý I vào 8h00 ngày 09/4/2024. "
        f"Tuy nhiên, do lãnh đạo đi công tác, Hội xin hoãn Hội nghị nêu trên. {again}"
    )
    assert lines_of(LETTER.format(subject="hoãn Hội nghị sơ kết quý I", body=body)) == [
        "04-09 08:00 postponed: Hội nghị sơ kết quý I",
        "04-12 14:00: Hội nghị sơ kết quý I",
    ]


def test_a_row_without_an_old_time_is_new_and_one_that_stays_has_its_day() -> None:
    table = (
        "TRƯỜNG CAO ĐẲNG SÔNG MÂY\n\nTHÔNG BÁO\nĐiều chỉnh lịch kiểm tra\n\nSTT | Môn | Lịch cũ | Lịch mới | Phòng\n"
        "1 | Tin học | 7h30, 10/5/2024 | 13h30, 12/5/2024 | A101\n2 | Chính trị | - | 7h30, 14/5/2024 | B201\n"
    )
    assert [line.partition(":")[0] for line in lines_of(table)][:2] == ["05-10 07", "05-12 13"]
    assert lines_of(table)[-1].endswith("chính trị")
    rows = "Xưởng 1: từ 15/5 sang 20/5\nVăn phòng: giữ nguyên 17/5\nThời gian khám không đổi: 7h30 - 11h00.\n"
    text = f"CÔNG TY MAY\n\nBan Giám đốc thông báo đổi lịch khám sức khỏe như sau:\n{rows}\nNgày 10/5/2024\n"
    assert lines_of(text)[-1].startswith("05-17 07:30-11:00: ")
