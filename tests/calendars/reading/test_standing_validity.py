"""From when to when a standing paper says that it holds, and what it leaves out of it."""

from datetime import date
from typing import Any

import pytest

from calendars.documents.text import decode
from calendars.reading import programme_to_json, read_programme

RULES = "1. Tập luyện: 5g00 thứ Hai, thứ Tư hằng tuần.\n2. Họp ban chủ nhiệm: tối ngày 15 hằng tháng.\n"


def whens(text: str) -> list[dict[str, Any]]:
    """When each entry of a paper is."""
    programme = read_programme(decode(text.encode(), "a.txt"), today=date(2024, 4, 28))
    return [entry["when"] for entry in programme_to_json(programme)["entries"]]


@pytest.mark.parametrize(
    ("head", "first", "last"),
    [
        ("(áp dụng từ Chúa nhật 07/01/2018 đến hết năm)", "2018-01-08", "2018-12-31"),
        ("(thực hiện từ thứ Hai, ngày 08/01/2018 đến hết tháng 6/2018)", "2018-01-08", "2018-06-27"),
        ("Áp dụng: từ 15/3/2018 đến 15/12/2018", "2018-03-19", "2018-12-12"),
        ("(áp dụng kể từ ngày 08/01/2018 cho đến hết ngày 29/6/2018)", "2018-01-08", "2018-06-27"),
        ("Lịch này có giá trị từ tháng 3 đến tháng 12 năm 2018", "2018-03-05", "2018-12-31"),
    ],
)
def test_a_rule_holds_as_its_head_says(head: str, first: str, last: str) -> None:
    training, meeting = whens(
        f"CÂU LẠC BỘ DƯỠNG SINH\nLỊCH SINH HOẠT\n{head}\n\n{RULES}3. Giao lưu: 7h30 Chủ nhật, trừ tháng 7.\n"
    )[:2]
    assert (training["first"], training["until"]) == (first, last)
    assert training["rrule"] == "FREQ=WEEKLY;BYDAY=MO,WE"
    assert meeting["daypart"] == "evening"


def test_a_rule_may_end_before_the_year_of_its_title() -> None:
    training, _ = whens(
        f"LỊCH SINH HOẠT CÂU LẠC BỘ NĂM 2018\n\n{RULES}\nLịch này áp dụng từ 08/01/2018 đến 29/6/2018.\n"
    )
    assert (training["first"], training["until"]) == ("2018-01-08", "2018-06-27")


@pytest.mark.parametrize("exception", [", trừ tháng 6, tháng 7", " (trừ tháng 6 và 7)", " (nghỉ tháng 6, 7)"])
def test_a_bare_weekday_of_a_rule_leaves_months_out(exception: str) -> None:
    head = "GIỜ LỄ NĂM 2018\n(áp dụng từ 07/01/2018 đến hết năm)\n\n"
    lesson = whens(f"{head}{RULES}3. Giáo lý: 8g15 - 9g30 Chúa nhật{exception}.\n")[2]
    assert lesson["rrule"] == "FREQ=WEEKLY;BYDAY=SU"
    assert (lesson["first"], lesson["until"]) == ("2018-01-07", "2018-12-30")
    assert len(lesson["except"]) == 9
    assert {day[5:7] for day in lesson["except"]} == {"06", "07"}


def test_days_left_out_behind_a_place_stay_left_out() -> None:
    meeting = whens(
        "LỊCH SINH HOẠT NĂM 2024\n(áp dụng từ 02/01/2024 đến 31/12/2024)\n\n"
        f"{RULES}3. Cờ tướng: 19h00 thứ 4 và thứ 7 hằng tuần, phòng 12 (nghỉ ngày 07, 10 và 14/02 dịp Tết).\n"
    )[2]
    assert meeting["except"] == ["2024-02-07", "2024-02-10", "2024-02-14"]


def test_halves_of_several_weekdays_are_rules_of_their_own() -> None:
    first, second = whens(
        "LỊCH MỞ CỬA NĂM 2017\n\n1. Phòng Thiếu nhi: chiều thứ 3, thứ 5 và cả ngày Chủ nhật hàng tuần.\n"
    )
    assert (first["rrule"], first["daypart"]) == ("FREQ=WEEKLY;BYDAY=TU,TH", "afternoon")
    assert (second["rrule"], second["daypart"]) == ("FREQ=WEEKLY;BYDAY=SU", "all-day")


def test_a_weekday_of_a_paper_for_a_year_is_every_one() -> None:
    rooms = whens(
        "LỊCH MỞ CỬA NĂM 2024\n\n1. Thứ Bảy: Phòng Máy tính 8h00 - 16h00 (trừ thứ Bảy 10/02 Tết).\n"
        "2. Thứ Sáu: họp tổ 14h.\n3. Chủ nhật: Phòng Thiếu nhi 8h00 - 11h00.\n\n"
        "Mỹ Thành, 02/01/2024\nPhụ trách thư viện: Đoàn Kim Thoa\n"
    )
    assert [room["rrule"][-2:] for room in rooms] == ["SA", "FR", "SU"]
    assert rooms[0]["except"] == ["2024-02-10"]


@pytest.mark.parametrize(
    "end",
    ["Quy định này có hiệu lực kể từ ngày ký.", "Các phòng, Hạt thực hiện Quy định này kể từ ngày ký."],
)
@pytest.mark.parametrize("came", ["Kèm theo", "Ban hành kèm theo", "Được ban hành kèm theo"])
def test_a_rule_holds_from_the_signature_of_the_decision_that_it_came_with(came: str, end: str) -> None:
    head = f"QUY ĐỊNH\nChế độ họp năm 2020\n({came} Quyết định số 12/QĐ-CC ngày 06/01/2020)\n\n"
    rules = (
        "1. Sinh hoạt chi bộ: chiều ngày 03 hằng tháng.\n2. Báo cáo tuần: trước 15h00 thứ Năm hằng tuần.\n"
    )
    assert [when["first"] for when in whens(f"{head}{rules}3. {end}\n")] == ["2020-02-03", "2020-01-09"]


def test_a_rule_that_seems_to_end_before_its_first_day_is_read() -> None:
    told = whens(
        "ĐẢNG ỦY XÃ A\nQUY CHẾ LÀM VIỆC\n\n1. Họp cộng tác viên: ngày 20 tháng đầu quý (quý II, III, IV), 8h00.\n"
        "2. Chi bộ sinh hoạt từ ngày 03 đến ngày 05 hằng tháng.\nQuy chế này có hiệu lực kể từ ngày 01/8/2020.\n"
    )
    assert len(told) > 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Quy chế có hiệu lực từ ngày 01/01/2018, thay Quy chế ngày 17/8/2016, thực hiện đến hết ngày 29/6/2018.",
        "Lịch có hiệu lực từ ngày 01/01/2018 (thay lịch ngày 17/8/2016) và áp dụng cho đến hết tháng 6/2018.",
        "Lịch áp dụng từ ngày 01/01/2018, thay cho lịch cũ, kết thúc ngày 29/6/2018.",
    ],
)
def test_the_last_day_may_stand_behind_the_paper_that_is_replaced(sentence: str) -> None:
    training, _ = whens(f"CÂU LẠC BỘ DƯỠNG SINH\nQUY CHẾ SINH HOẠT\n\n{RULES}\n{sentence}\n")
    assert (training["first"], training["until"]) == ("2018-01-01", "2018-06-27")


def test_the_last_day_of_the_paper_before_is_none_of_the_rule() -> None:
    training = whens(
        f"CÂU LẠC BỘ DƯỠNG SINH\nQUY CHẾ SINH HOẠT\n\n{RULES}\n"
        "Quy chế có hiệu lực từ ngày 01/3/2018. Quy chế cũ thực hiện đến hết ngày 28/02/2018.\n"
    )[0]
    assert (training["first"], training.get("until")) == ("2018-03-05", None)
