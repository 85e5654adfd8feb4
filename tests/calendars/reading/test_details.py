"""Single lines of programmes, schedules, notices and invitations whose details are easily mistaken."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.layouts.words import fold
from calendars.reading import read_programme
from calendars.reading.naming.wording import LATER
from calendars.reading.words import item_words
from calendars.when import Span, when_to_json

MONTH = "SỞ CÔNG THƯƠNG\nSố: 7/CTr-SCT\nHạ Lam, ngày 02 tháng 3 năm 2024\n\nCHƯƠNG TRÌNH CÔNG TÁC THÁNG 3/2024\n\n"
NOTICE = "SỞ CÔNG THƯƠNG\nSố: 7/TB-SCT\nHạ Lam, ngày 02 tháng 9 năm 2024\n\nTHÔNG BÁO\nThay đổi lịch\n\n"
LETTER = "HỘI LUẬT GIA\nSố: 7/GM\nHạ Lam, ngày 02 tháng 3 năm 2021\n\nGIẤY MỜI\n\nHội kính mời dự Hội nghị luật.\n\n"

Told = tuple[str, str, str | None, str, str]
"""Title, first day, hour or half of the day, state, category."""


def told(text: str) -> list[Told]:
    found: list[Told] = []
    for entry in read_programme(decode(text.encode(), "a.txt"), today=date(2024, 3, 2)).entries:
        when = when_to_json(entry.when)
        first = when.get("date") or when.get("from") or (when.get("dates") or [when.get("first")])[-1]
        hour = when["start"] or when["daypart"]
        found.append((entry.title, first, hour, entry.status.value, entry.category.value))
    return found


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Thi tuyển viên chức: vòng 1 ngày 28/3 (thứ Năm); vòng 2 dự kiến trung tuần tháng 4.",
            [
                ("Thi tuyển viên chức", "2024-03-28", None, "confirmed", "meeting"),
                ("Thi tuyển viên chức", "2024-04-11", None, "tentative", "meeting"),
            ],
        ),
        (
            "Họp rút kinh nghiệm án hủy, sửa: trung tuần tháng 3.",
            [("Họp rút kinh nghiệm án hủy, sửa", "2024-03-11", None, "tentative", "meeting")],
        ),
        (
            "Thường trực hội ý: sáng thứ năm hằng tuần.",
            [("Thường trực hội ý", "2024-03-07", "morning", "confirmed", "meeting")],
        ),
        (
            "Dự kiến kiểm tra giữa kỳ II khối 4, 5 vào ngày 14, 15/3.",
            [("Kiểm tra giữa kỳ II khối 4, 5", "2024-03-14", None, "tentative", "meeting")],
        ),
        (
            "04/3: Nghỉ bù lễ Quốc khánh.",
            [("Nghỉ bù lễ Quốc khánh", "2024-03-04", "all-day", "confirmed", "observance")],
        ),
        (
            "Nghỉ bù lễ 30/4 và 01/5: ngày 28 và 29/3.",
            [("Nghỉ bù lễ 30/4 và 01/5", "2024-03-28", "all-day", "confirmed", "observance")],
        ),
        (
            "Chiều 19/3: Dự khởi công Trường THCS Bến Nứa (dự kiến, chờ lịch của tỉnh)",
            [("Khởi công Trường THCS Bến Nứa", "2024-03-19", "afternoon", "tentative", "meeting")],
        ),
        (
            '8h00 ngày 26/3/2024: Mở lại phiên tòa vụ "Tranh chấp đất" (đã hoãn ngày 20/2/2024).',
            [('Mở lại phiên tòa vụ "Tranh chấp đất"', "2024-03-26", "08:00", "confirmed", "meeting")],
        ),
        (
            "13h30 ngày 15/3: Phiên họp tiếp cận chứng cứ (lần 2; lần 1 ngày 26/02/2024 đã hoãn do vắng bị đơn).",
            [("Phiên họp tiếp cận chứng cứ", "2024-03-15", "13:30", "confirmed", "meeting")],
        ),
        (
            "Tập huấn cấp cứu: 12, 14, 19/3 (chiều)",
            [("Tập huấn cấp cứu", "2024-03-19", "afternoon", "confirmed", "meeting")],
        ),
        ("Trực lãnh đạo 24, 25/3: PGĐ Tùng. Hotline 1900.", []),
        (
            '06/3: Vụ Trần Văn K. "Trộm cắp tài sản" (Thẩm phán Hiền), 8 giờ.',
            [
                (
                    'Vụ Trần Văn K. "Trộm cắp tài sản" (Thẩm phán Hiền)',
                    "2024-03-06",
                    "08:00",
                    "confirmed",
                    "meeting",
                )
            ],
        ),
    ],
)
def test_a_line_of_a_programme(line: str, expected: list[Told]) -> None:
    first = ("Họp giao ban", "2024-03-04", "08:00", "confirmed", "meeting")
    assert told(f"{MONTH}1. Họp giao ban: 8h00 ngày 04/3.\n2. {line}\n") == [first, *expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Lớp tập huấn chương trình lớp 12 (8h00, thứ Ba, ngày 10/9/2024) chuyển sang hình thức trực tuyến.",
            [("Lớp tập huấn chương trình lớp 12", "2024-09-10", "08:00", "confirmed", "meeting")],
        ),
        (
            "Đăng ký bổ sung vận động viên: gia hạn đến hết ngày 13/9 (hạn cũ 30/8).",
            [("Đăng ký bổ sung vận động viên", "2024-09-13", None, "confirmed", "deadline")],
        ),
        (
            "Chuyến thực địa tại xã Gia Hạ chiều 26/9: không thực hiện.",
            [("Chuyến thực địa", "2024-09-26", "afternoon", "cancelled", "meeting")],
        ),
        (
            "Tour tham quan ngày 23-24/9 tạm hoãn, khi nào chốt được xe sẽ báo lại sau.",
            [("Tour tham quan", "2024-09-23", None, "postponed", "meeting")],
        ),
        (
            "Theo Kế hoạch số 7/KH, Đại hội điểm tổ chức ngày 24/9. Do dịch, lùi Đại hội điểm 02 tuần, tức ngày 08/10.",
            [
                ("Đại hội điểm", "2024-09-24", None, "postponed", "meeting"),
                ("Đại hội điểm", "2024-10-08", None, "confirmed", "meeting"),
            ],
        ),
    ],
)
def test_a_line_of_a_notice(line: str, expected: list[Told]) -> None:
    assert told(f"{NOTICE}- {line}\n") == expected


def test_an_election_spoken_of_at_a_meeting_is_not_its_day() -> None:
    found = told(
        f"{LETTER}- Thời gian: khai mạc 7h45, thứ ba, ngày 23/3/2021.\n"
        " + Chiều (từ 14h00): thông tin về cuộc bầu cử ngày 23/5/2021.\n"
    )
    assert {each[1] for each in found} == {"2021-03-23"}


def test_a_last_day_is_no_former_one() -> None:
    found = told(
        f"{LETTER}Thời gian: 13h30 ngày 28/3/2021\nĐịa điểm: Hội trường\n\nCâu hỏi gửi về Hội, hạn cuối 20.3.2021.\n"
    )
    assert [each[1:] for each in found][-1] == ("2021-03-20", None, "confirmed", "deadline")


def test_a_subject_runs_over_two_lines_and_the_day_of_issue_stands_below() -> None:
    found = read_programme(
        decode(
            "HỘI NÔNG DÂN TỈNH\n*\nSố 88-CV/HND\nV/v thay đổi thời gian tổ chức\nmột số hoạt động tháng 8/2019\n"
            "                 Đồng Hạ, ngày 09 tháng 8 năm 2019\n\nKính gửi: Hội Nông dân các huyện\n\n"
            "Theo Chương trình công tác, trong tháng có một số hoạt động. Nay điều chỉnh như sau:\n\n"
            "1. Hội thi nhà nông: dự kiến ngày 14/8, nay chuyển sang ngày 21/8.\n".encode(),
            "a.txt",
        ),
        today=date(2026, 1, 1),
    )
    assert found.issued == date(2019, 8, 9)
    assert found.title == "V/v thay đổi thời gian tổ chức một số hoạt động tháng 8/2019"
    assert [when_to_json(entry.when)["date"] for entry in found.entries] == ["2019-08-14", "2019-08-21"]


def test_old_and_new_columns_set_with_spaces() -> None:
    found = told(
        f"{NOTICE}Môn thi             Lịch cũ                 Lịch mới\n"
        "Chính trị           7h30 ngày 08/9          7h30 ngày 12/9\n"
        "Lý thuyết           13h30 ngày 08/9         không đổi\n"
    )
    assert [each[1:4] for each in found] == [
        ("2024-09-08", "07:30", "postponed"),
        ("2024-09-12", "07:30", "confirmed"),
        ("2024-09-08", "13:30", "confirmed"),
    ]


def test_days_off_below_one_heading_move_what_stands_below_it() -> None:
    found = read_programme(
        decode(
            "UBND XÃ\nSố: 19/TB-UBND\nAn Hạ, ngày 08 tháng 7 năm 2025\n\nTHÔNG BÁO\nLịch tiếp công dân, giao ban\n\n"
            "I. TIẾP CÔNG DÂN\n- Chủ tịch: thứ Ba hằng tuần, 7h30.\n- Trường hợp trùng ngày nghỉ, lễ thì tiếp vào ngày "
            "làm việc liền kề sau đó.\n\nII. GIAO BAN\n- Giao ban UBND: 8h thứ Hai hằng tuần.\n".encode(),
            "a.txt",
        )
    )
    assert [when_to_json(entry.when)["roll"] for entry in found.entries] == ["next_working_day", None]


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Kiểm kê tài sản 0h ngày 01/4: gửi biên bản trước 10/4.", ["2024-04-09"]),
        ("Thi lớp Hàn 3G: ngày 09/3.", ["2024-03-09"]),
        ("Lịch này được gửi qua nhóm cơ quan ngày 15.02.2024.", []),
    ],
)
def test_what_is_no_time_of_a_thing(line: str, days: list[str]) -> None:
    found = told(f"{MONTH}1. Họp giao ban: 8h00 ngày 04/3.\n2. {line}\n")
    assert [(each[1], each[2]) for each in found[1:]] == [(day, None) for day in days]


@pytest.mark.parametrize("heads", ["", "Thứ/ngày     Sáng     Chiều\n\n"])
def test_days_by_the_bare_names_of_their_weekdays_over_halves_in_letters(heads: str) -> None:
    found = told(
        f"MẶT TRẬN TỈNH\n\nLỊCH LÀM VIỆC\nTuần 28, từ 06/7/2020 đến 12/7/2020\n\n{heads}Hai (06/7)\n"
        "S: Chủ tịch dự kỳ họp HĐND tỉnh, 8 giờ.\nC: PCT Hồng tiếp đoàn Hội Người mù.\n\nBa (07/7)\nC: //\n\n"
        "Năm (09/7)\nS-C: Ban Thường trực dự Hội nghị trực tuyến sơ kết.\n"
    )
    assert [each[1:3] for each in found] == [
        ("2020-07-06", "08:00"),
        ("2020-07-06", "afternoon"),
        ("2020-07-09", "all-day"),
    ]


def test_lines_that_begin_with_days_and_a_colon_are_things_of_their_own() -> None:
    found = told(
        f"{MONTH}04/3: 8h họp giao ban\nNgày 7/3: tiêm phòng dại, cả ngày\n8,9/3: Đoàn kiểm tra y tế học đường\n"
        "16 đến 18/3: Hội thao công chức\nHằng ngày: đo nhiệt độ theo CV 512\n"
    )
    assert [(each[0], each[1]) for each in found[:4]] == [
        ("Họp giao ban", "2024-03-04"),
        ("Tiêm phòng dại", "2024-03-07"),
        ("Đoàn kiểm tra y tế học đường", "2024-03-08"),
        ("Hội thao công chức", "2024-03-16"),
    ]


def test_what_a_heading_asks_for_is_due() -> None:
    found = told(
        "UBND PHƯỜNG\nSố: 51/GM-UBND\nTân Hạ, ngày 04 tháng 8 năm 2025\n\nGIẤY MỜI\nHọp Ban Chỉ đạo kiểm kê\n\n"
        "I. THỜI GIAN: 14 giờ 00 phút, ngày 06/8/2025.\nII. ĐỊA ĐIỂM: Phòng họp số 2.\nIII. NỘI DUNG\nRà soát.\n"
        "IV. CHUẨN BỊ: Phòng Kinh tế gửi dự thảo báo cáo trước 10h00 ngày 05/8; các khu phố gửi phiếu kiểm kê chậm "
        "nhất ngày 15/8/2025.\n"
    )
    assert [(each[1], each[4]) for each in found] == [
        ("2025-08-06", "meeting"),
        ("2025-08-05", "deadline"),
        ("2025-08-15", "deadline"),
    ]


def test_days_announced_together_are_told_again_one_by_one() -> None:
    found = told(
        f"{NOTICE}Theo Thông báo số 12/TB-SCT ngày 08/7/2024, Sở tiếp công dân vào ngày 10/9 và ngày 25/9/2024.\n\n"
        "- Buổi tiếp công dân ngày 10/9/2024: chuyển sang ngày 12/9/2024.\n"
        "- Buổi tiếp công dân ngày 25/9/2024: giữ nguyên.\n"
    )
    assert [each[1:4] for each in found] == [
        ("2024-09-10", None, "postponed"),
        ("2024-09-12", None, "confirmed"),
        ("2024-09-25", None, "confirmed"),
    ]


def test_letters_explained_below_a_table_announce_nothing() -> None:
    first = ("Họp giao ban", "2024-03-04", "08:00", "confirmed", "meeting")
    assert told(f"{MONTH}1. Họp giao ban: 8h00 ngày 04/3.\n\n(P: phòng; S: sáng; C: chiều; T: tối).\n") == [
        first
    ]


def test_a_letter_that_invites_by_its_subject_is_named_by_that() -> None:
    found = told(
        "SỞ Y TẾ\nSố: 1187/SYT-NVY\nV/v mời họp trực tuyến triển khai\ntiêm vắc xin đợt 9\n"
        "            Biên Hạ, ngày 13 tháng 9 năm 2021\n\n1. Thời gian: từ 16g00 đến 17g30, ngày 14/9/2021.\n"
        "2. Địa điểm: phòng họp số 2.\n3. Nội dung: kế hoạch tiêm từ ngày 15/9 đến ngày 25/9/2021.\n"
    )
    assert [each[:3] for each in found] == [
        ("Họp trực tuyến triển khai tiêm vắc xin đợt 9", "2021-09-14", "16:00")
    ]


def test_points_may_be_lettered_with_a_dash() -> None:
    found = told(f"{MONTH}1. Họp, hội nghị:\na- Họp cơ quan: 14 giờ ngày 08/3.\nb- Tập huấn: cả ngày 10/3.\n")
    assert [each[:3] for each in found] == [
        ("Họp cơ quan", "2024-03-08", "14:00"),
        ("Tập huấn", "2024-03-10", "all-day"),
    ]


def test_a_court_parts_its_columns_by_semicolons() -> None:
    found = told(
        "TÒA ÁN NHÂN DÂN HUYỆN HÀM HẠ\nLỊCH XÉT XỬ TỪ NGÀY 11/11 ĐẾN 15/11/2019\n\n"
        "STT; Ngày giờ; Vụ việc; Thụ lý; Thẩm phán; Nơi xử\n"
        "1; 07h30 ngày 11/11/2019; Xét xử vụ án Nguyễn Văn T.; 72/2019/TLST-HS ngày 04/10/2019; Ô. Khải; Phòng xử A\n"
        "2; 14h00 ngày 12/11/2019; Hòa giải vụ đất; 215/2019/TLST-DS ngày 20/8/2019; B. Ngân; Phòng hòa giải\n\n"
        "Hàm Hạ, ngày 07/11/2019 - Thư ký lập lịch\n"
    )
    assert [each[1:4] for each in found] == [
        ("2019-11-11", "07:30", "confirmed"),
        ("2019-11-12", "14:00", "confirmed"),
    ]


def test_rows_of_columns_set_with_spaces_each_begin_with_their_hour() -> None:
    found = told(
        "BỆNH VIỆN ĐA KHOA\n\nLỊCH CÔNG TÁC TUẦN 50\nTừ ngày 13/12/2021 đến ngày 19/12/2021\n\nTHỨ 2 (13/12/2021)\n"
        "07g15  Giao ban toàn viện                        BGĐ                Hội trường B\n"
        "13g30  Họp Ban chỉ đạo phòng dịch                BS Hiển            Trực tuyến Zoom\n"
        "THỨ 3 (14/12/2021)\n08g00  Kiểm tra cuối năm    Đoàn Sở Y tế       Hội trường B\n"
    )
    assert [each[1:3] for each in found] == [
        ("2021-12-13", "07:15"),
        ("2021-12-13", "13:30"),
        ("2021-12-14", "08:00"),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Lịch tuần 28 (6/7 -> 12/7/2015)",
        "Văn phòng\n\nLỊCH TUẦN 28/2015: Từ thứ 2 ngày 6/7 đến chủ nhật ngày 12/7/2015",
    ],
)
def test_the_week_stands_behind_the_word_for_the_paper(heading: str) -> None:
    found = told(
        f"ỦY BAN MTTQ HUYỆN ĐẠI HẠ\n{heading}\n\nThứ 2: 7g30 họp cơ quan.\nThứ 4: 13g30 Hội nghị UBMTTQ huyện.\n"
    )
    assert [each[1:3] for each in found] == [("2015-07-06", "07:30"), ("2015-07-08", "13:30")]


@pytest.mark.parametrize(
    "told",
    [
        "Từ 20/5: Trực chốt kiểm dịch, 10 ngày.",
        "Từ ngày 20/5: Trực chốt kiểm dịch (10 ngày).",
        "Ngày 20/5: Trực chốt kiểm dịch - 10 ngày.",
    ],
)
def test_what_begins_on_a_day_lasts_as_long_as_is_told(told: str) -> None:
    text = f"CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2024\n\n1. {told}\n"
    (entry,) = read_programme(decode(text.encode(), "a.txt")).entries
    assert entry.when == Span(date(2024, 5, 20), date(2024, 5, 29))


def test_what_says_that_more_is_told_later_holds_a_word_by_which_it_is_sought() -> None:
    phrases = item_words().raw("items.told_later")
    assert all(any(word in fold(phrase) for word in LATER) for phrase in phrases)
