"""The schedule of one day, told in its title alone; things that run on in one paragraph; small things of offices."""

import pytest

from calendars.documents.text import decode
from calendars.marks import Category
from calendars.programme import Programme
from calendars.reading import read_programme
from calendars.when import when_to_json


def page(text: str) -> Programme:
    return read_programme(decode(text.encode(), "a.txt"))


def told(found: Programme) -> list[tuple[str | None, str | None, str]]:
    whens = [when_to_json(entry.when) for entry in found.entries]
    hours = [when["start"] or when["daypart"] for when in whens]
    return [
        (when.get("date"), hour, one.title)
        for when, hour, one in zip(whens, hours, found.entries, strict=True)
    ]


@pytest.mark.parametrize(
    "title",
    [
        "LỊCH LÀM VIỆC NGÀY 25/02/2020",
        "LỊCH LÀM VIỆC THỨ BA, NGÀY 25/02/2020",
        "Lịch họp ngày 25/2/2020 (Thứ Ba)",
        "Lịch làm việc ngày\nThứ Ba, 25/02/2020",
        "LỊCH CÔNG TÁC CỦA LÃNH ĐẠO SỞ\nNgày 25 tháng 02 năm 2020",
    ],
)
@pytest.mark.parametrize("marks", ["", "- "])
def test_rows_are_of_the_day_of_the_title(title: str, marks: str) -> None:
    found = page(
        f"{title}\n{marks}8h00: Giám đốc họp giao ban.\n{marks}14h00: Phó Giám đốc dự Hội nghị thuế.\n"
    )
    assert told(found) == [
        ("2020-02-25", "08:00", "Họp giao ban"),
        ("2020-02-25", "14:00", "Hội nghị thuế"),
    ]


def test_halves_of_the_day_of_the_title() -> None:
    found = page(
        "LỊCH LÀM VIỆC CỦA LÃNH ĐẠO UBND HUYỆN NGÀY 25/02/2020\n1. Chủ tịch\n- Sáng: dự Hội nghị thuế.\n"
        "- Chiều: họp Hội đồng giáo dục tại phòng họp số 2.\n"
    )
    assert told(found) == [
        ("2020-02-25", "morning", "Hội nghị thuế"),
        ("2020-02-25", "afternoon", "Họp Hội đồng giáo dục"),
    ]


def test_things_of_one_paragraph_each_behind_a_dash_and_its_hour() -> None:
    found = page(
        "LỊCH LÀM VIỆC NGÀY 25/02/2020\n"
        "- 8 giờ, Giám đốc họp giao ban toàn cơ quan. Địa điểm: Hội trường lớn của tỉnh - 9 giờ 30, Phó Giám đốc dự "
        "Hội nghị thuế. Địa điểm: Phòng họp A - 14 giờ, Chánh Văn phòng họp Hội đồng lương.\n"
    )
    assert [(hour, title) for _, hour, title in told(found)] == [
        ("08:00", "Họp giao ban toàn cơ quan"),
        ("09:30", "Hội nghị thuế"),
        ("14:00", "Họp Hội đồng lương"),
    ]


def test_the_head_of_a_column_is_no_thing() -> None:
    found = page(
        "LỊCH CÔNG TÁC TUẦN 9 (24/02 - 28/02/2020)\nThứ Ba, 25/02/2020\nNội dung công việc\n8h00: Họp giao ban\n"
    )
    assert [title for _, _, title in told(found)] == ["Họp giao ban"]


def test_within_so_many_hours_is_no_hour() -> None:
    found = page(
        "GIẤY MỜI\nDự Hội nghị triển khai công tác thuế\n* Thời gian: 8 giờ 00, thứ Ba, ngày 18/01/2022.\n"
        "* Địa điểm: Hội trường số 1.\nĐại biểu có kết quả xét nghiệm âm tính trong vòng 24 giờ; 02 đại biểu/xe.\n"
    )
    assert [hour for _, hour, _ in told(found)] == ["08:00"]


@pytest.mark.parametrize("pair", ["19/5/1890 - 19/5/2019", "19-5-1890 - 19-5-2019", "19/5/189O - 19/5/2019"])
def test_two_days_of_an_anniversary_are_not_when_it_is_marked(pair: str) -> None:
    found = page(
        "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5/2019\nII. LỊCH CỤ THỂ\n"
        f"1. Dâng hoa kỷ niệm 129 năm Ngày sinh của Bác ({pair}): 7h15 ngày 17/5, Tượng đài trung tâm.\n"
    )
    assert ("2019-05-17", "07:15") in [(day, hour) for day, hour, _ in told(found)]


def test_where_people_go_and_help_is_a_meeting() -> None:
    found = page(
        "LỊCH HOẠT ĐỘNG THÁNG 3 NĂM 2021\n\nSTT | THỜI GIAN | NỘI DUNG | ĐỊA ĐIỂM\n"
        "1 | 7h30 ngày 01/3 | Lễ ra quân | Sân vận động xã\n"
        "2 | 15-21/3 | Đợt cao điểm hỗ trợ người dân làm căn cước | 18/18 xã, thị trấn\n"
        "3 | 22-28/3 | Đợt cao điểm tiết kiệm điện | \n"
    )
    assert [entry.category for entry in found.entries] == [
        Category.MEETING,
        Category.MEETING,
        Category.OBSERVANCE,
    ]


def test_a_court_names_its_places_and_people() -> None:
    found = page(
        "LỊCH CÔNG TÁC TUẦN 33 (11/8/2025 - 15/8/2025)\n\nThứ Hai\n11/8\n\nChiều\n\nKiểm tra việc tạm giữ\n"
        "Phân trại tạm giam số 3\nPhó Viện trưởng Lê Ngọc Thường\n\nThứ Ba\n12/8\n\nSáng\n\n"
        "8h00 Phiên tòa sơ thẩm vụ Hà Văn T.\nTòa án nhân dân khu vực 5\nKiểm sát viên Hạnh\n\n"
        "Chiều\n\n14h00 Họp rút kinh nghiệm phiên tòa\nPhòng họp nhỏ\nPhó Viện trưởng Lê Ngọc Thường\n"
    )
    assert [(entry.location, entry.chair) for entry in found.entries] == [
        ("Phân trại tạm giam số 3", "Phó Viện trưởng Lê Ngọc Thường"),
        ("Tòa án nhân dân khu vực 5", "Kiểm sát viên Hạnh"),
        ("Phòng họp nhỏ", "Phó Viện trưởng Lê Ngọc Thường"),
    ]


def test_halves_and_hours_below_a_day_with_its_hour() -> None:
    found = page(
        "Chương trình làm việc Đại hội Hội Nhà báo tỉnh\n\n20/01/2016 6h30: Các đại biểu viếng nghĩa trang\n\n"
        "8h00: Đại hội họp phiên trù bị\n\nChiều: Đại biểu nghiên cứu tài liệu\n\n"
        "21/01/2016 Sáng: Khai mạc Đại hội (có đưa tin)Chiều: Thảo luận văn kiện\n\nTối: Giao lưu văn nghệ.\n"
    )
    assert [(day, hour) for day, hour, _ in told(found)] == [
        ("2016-01-20", "06:30"),
        ("2016-01-20", "08:00"),
        ("2016-01-20", "afternoon"),
        ("2016-01-21", "morning"),
        ("2016-01-21", "afternoon"),
        ("2016-01-21", "evening"),
    ]


def test_a_half_of_the_day_told_last_in_a_letter() -> None:
    found = page(
        "GIẤY MỜI\nTham dự Hội thảo giống cây\n\nThời gian: 8h00 ngày 12/5/2022 tại Hội trường A.\n"
        "Sáng ngày 12/5: Khai mạc Hội thảo\nChiều: Tham quan mô hình\nNgày 13/5, 7h30: Hội thảo chuyên đề\n"
        "Chiều: Bế mạc\n"
    )
    assert [(day, hour) for day, hour, _ in told(found)][1:] == [
        ("2022-05-12", "morning"),
        ("2022-05-12", "afternoon"),
        ("2022-05-13", "07:30"),
        ("2022-05-13", "afternoon"),
    ]


def test_a_numbered_day_of_a_congress_heads_what_is_on_then() -> None:
    found = page(
        "CHƯƠNG TRÌNH LÀM VIỆC ĐẠI HỘI (từ ngày 25 đến 27/9/2014)\n* NGÀY 25/9:\nNgày làm việc thứ nhất của Đại hội:\n"
        "Đại hội hiệp thương cử Đoàn Chủ tịch\n* NGÀY 26/9:\nKhai mạc Đại hội\n"
    )
    assert not any("thứ nhất" in title for _, _, title in told(found))


def test_the_day_on_which_a_plan_was_issued_is_no_day_of_its_thing() -> None:
    found = page(
        "Tổ chức Giải bóng chuyền hơi mừng Xuân\n\n06/01/2023 00:00\nNhằm tạo sân chơi bổ ích; ngày 03/01/2023, Công "
        "đoàn tỉnh phối hợp với Sở Văn hóa ban hành Kế hoạch số 01/KH-CĐ về tổ chức Giải bóng chuyền hơi mừng Xuân.\n"
        "Thời gian tổ chức vào ngày 10/02/2023. Thời gian bốc thăm vào ngày 09/02/2023 tại Hội trường tầng 1.\n"
    )
    assert sorted(day or "" for day, _, _ in told(found)) == ["2023-02-09", "2023-02-10"]


@pytest.mark.parametrize(
    "moved",
    [
        "Do dịch còn phức tạp nên việc tổ chức Hội nghị thường niên dự kiến ngày 16/4/2021 không bảo đảm. Ban",
        "Hội nghị thường niên theo kế hoạch tổ chức ngày 16/4/2021. Nay Ban",
    ],
)
def test_a_notice_names_what_is_moved_and_no_reason(moved: str) -> None:
    found = page(
        "Thông báo v/v thay đổi ngày tổ chức Hội nghị thường niên\n\n"
        f"Ban tổ chức quyết định dời ngày tổ chức sang 25/6/2021\n\nKính gửi: Quý hội viên,\n\n{moved} tổ chức quyết "
        "định lùi ngày tổ chức sang 25/6/2021.\n"
    )
    assert sorted((day, title) for day, _, title in told(found)) == [
        ("2021-04-16", "Hội nghị thường niên"),
        ("2021-06-25", "Hội nghị thường niên"),
    ]


def test_what_is_held_every_year_is_told_before_when_it_is_this_time() -> None:
    found = page(
        "THÔNG BÁO\nVề việc tổ chức Ngày hội đọc sách\n\nHằng năm, ngày 21 tháng 4, trường tổ chức Ngày hội đọc sách."
        "\nTuy nhiên, năm nay, vì ngày 21 tháng 4 trùng vào Chủ nhật, cho nên Ngày hội đọc sách sẽ được tổ chức vào "
        "thứ Hai, ngày 22 tháng 4 năm 2024.\n\nHải Sơn, ngày 10 tháng 4 năm 2024\n"
    )
    assert told(found) == [("2024-04-22", None, "Ngày hội đọc sách")]


def test_a_sentence_over_a_table_is_no_thing() -> None:
    found = page(
        "Dưới đây là lịch trình các hoạt động diễn ra trong tháng 11, bao gồm thi đấu và tổng kết.\n\n"
        "| Thời gian | Ngày | Hoạt động |\n|---|---|---|\n| 18:00 | 11-Nov-25 | Cầu lông nữ |\n"
        "| 16:00 | 15-Nov-25 | Bóng đá |\n"
    )
    assert [(day, hour) for day, hour, _ in told(found)] == [("2025-11-11", "18:00"), ("2025-11-15", "16:00")]


def test_days_that_run_backwards_are_doubted_and_last_no_eleven_months() -> None:
    found = page(
        "LỊCH CÔNG TÁC THÁNG 3/2020\n- Từ 30/3 - 02/3/2020: Trại sáng tác\n- Các ngày 24/3, 20/3/2020: Họp tổ\n"
    )
    assert [when_to_json(entry.when).get("dates") for entry in found.entries] == [
        ["2020-03-20", "2020-03-24"]
    ]
    assert any(issue.code == "no-such-date" for issue in found.issues)
