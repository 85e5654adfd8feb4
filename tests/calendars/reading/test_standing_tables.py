"""Tables of standing papers: short weekdays, remarks that bound a row, heads that tell how often."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.programme import Entry
from calendars.reading import read_programme
from calendars.reading.blocks.repeated_days import weekdays_told
from calendars.recurrence import Recurrence, Roll
from calendars.when import Repeat

CLUBS = (
    "NHÀ VĂN HÓA PHƯỜNG BẾN LÀNG\nLỊCH SINH HOẠT CÁC CÂU LẠC BỘ QUÝ II/2022\n\n"
    "Câu lạc bộ | Ngày sinh hoạt | Giờ | Địa điểm | Ghi chú\n"
    "Cờ vua | Thứ 4 | 14h | Phòng 101 |\n{}\nThơ | Ngày 10 hằng tháng | 8h00 | Phòng 102 |\n"
)


def read(text: str) -> tuple[Entry, ...]:
    return read_programme(decode(text.encode(), "a.txt"), today=date(2026, 1, 1)).entries


def rule_of(entry: Entry) -> Recurrence:
    assert isinstance(entry.when, Repeat)
    return entry.when.recurrence


@pytest.mark.parametrize(
    ("cells", "days"),
    [
        ("Tối 5, 7 | 19h30", "TH,SA"),
        ("2-4-6 | 17h30 - 18h30", "MO,WE,FR"),
        ("3-5 | 19h - 20h30", "TU,TH"),
        ("Thứ 7, CN | 14h - 17h", "SA,SU"),
        ("Hằng ngày (trừ CN) | 5h30 - 6h30", "MO,TU,WE,TH,FR,SA"),
    ],
)
def test_weekdays_of_a_cell(cells: str, days: str) -> None:
    rules = {entry.title: rule_of(entry) for entry in read(CLUBS.format(f"Yoga | {cells} | Phòng 2 |"))}
    assert ",".join(map(str, rules["Yoga"].by_day)) == days


def test_remarks_bound_their_row() -> None:
    def row(days: str, remark: str) -> Recurrence:
        text = CLUBS.format(f"Yoga | {days} | 18h | Phòng 2 | {remark}")
        return next(rule_of(entry) for entry in read(text) if entry.title == "Yoga")

    assert row("Thứ 7, CN", "Nghỉ 30/4, 01/5").left_out == (date(2022, 4, 30), date(2022, 5, 1))
    assert row("Thứ 2", "Bắt đầu từ 11/4").first == date(2022, 4, 11)
    assert row("Thứ 2", "Từ 11/4").first == date(2022, 4, 11)
    assert row("Ngày 25 hằng tháng", "Trùng CN thì chuyển sang thứ Hai").roll is Roll.NEXT
    assert all(day.month != 6 for day in (row("Thứ 3", "Tháng 6 nghỉ").until,) if day)


def test_a_head_tells_how_often() -> None:
    entries = read(
        "TRUNG TÂM Y TẾ HUYỆN BẾN LÀNG\nLỊCH TIÊM CHỦNG MỞ RỘNG NĂM 2023\n\n"
        "TT | Trạm y tế | Ngày tiêm hằng tháng | Ghi chú\n1 | Xã Kim Sơn | 05 | Sáng\n2 | Xã Nam Giang | 10, 11 |\n"
        "3 | Thị trấn | 20-21 |\n4 | Xã Nam Cát | Thứ Tư tuần thứ hai |\n\n"
        "Ghi chú: Giờ tiêm: 7h30 - 10h30. Ngày tiêm trùng Thứ Bảy, Chủ nhật hoặc ngày lễ thì chuyển sang ngày làm việc "
        "liền sau.\n"
    )
    assert [entry.title.partition(": ")[2] for entry in entries] == [
        "xã Kim Sơn",
        "xã Nam Giang",
        "thị trấn",
        "xã Nam Cát",
    ]
    assert [rule_of(entry).by_month_day for entry in entries] == [(5,), (10, 11), (20, 21), ()]
    assert {rule_of(entry).roll for entry in entries} == {Roll.NEXT}
    assert {str(entry.when.hours.start) for entry in entries} == {"07:30:00", "None"}


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("2-4-6", "thứ 2, thứ 4 và thứ 6"),
        ("3-5", "thứ 3 và thứ 5"),
        ("2 - 6", "thứ 2 đến thứ 6"),
        ("T7, CN", "thứ 7 và chủ nhật"),
        ("thứ Hai", "thứ Hai"),
    ],
)
def test_weekdays_by_their_names(days: str, told: str) -> None:
    assert weekdays_told(days) == told


@pytest.mark.parametrize(
    "heads",
    ["LỚP/CLB | BUỔI, GIỜ | PHÒNG", "Bộ môn | Lịch học | Phòng", "Tên nhóm | Định kỳ | Nơi tập"],
)
def test_a_column_of_nothing_but_times_is_known_without_its_head(heads: str) -> None:
    body = (
        "Mỹ thuật | sáng thứ 2-4-6 hằng tuần, 8h00 - 9h30 | P.101\n"
        "Trống kèn - Nghi thức | 17h00 thứ Sáu, hai tuần một lần, bắt đầu từ 09/6 | Sân lớn\n"
        "Bơi | thứ 3, 5 hằng tuần, 16h30 - 17h30 (nghỉ ngày 15/6) | Bể bơi\n"
    )
    entries = read(
        f"NHÀ THIẾU NHI SÔNG MÂY\nLỊCH SINH HOẠT HÈ 2023 (từ 05/6 đến 11/8/2023)\n\n{heads}\n{body}"
    )
    assert [(entry.title, entry.location) for entry in entries] == [
        ("Mỹ thuật", "P.101"),
        ("Trống kèn - Nghi thức", "Sân lớn"),
        ("Bơi", "Bể bơi"),
    ]
    assert rule_of(entries[1]).interval == 2


def test_a_duty_that_is_told_by_its_place_is_called_by_it() -> None:
    text = (
        "TRUNG TÂM TRỢ GIÚP PHÁP LÝ\nLịch trực trợ giúp pháp lý tại cơ sở\n(từ 01/8/2025 đến hết 31/12/2025)\n\n"
        "Địa điểm | Ngày trực | Giờ | Người trực\n"
        "UBND xã Mường Sim | thứ Ba hằng tuần | 8h00 - 11h00 | ông Hoan\n"
        "UBND phường Tân Lộ | ngày 10 hằng tháng | 13h30 | bà Hai\n"
    )
    assert [entry.title for entry in read(text)] == [
        "Trực trợ giúp pháp lý tại UBND xã Mường Sim",
        "Trực trợ giúp pháp lý tại UBND phường Tân Lộ",
    ]


@pytest.mark.parametrize(
    "when",
    [
        "8h sáng Chủ nhật, bắt đầu 14/01",
        "8h sáng Chủ nhật, từ ngày 14/01",
        "sáng Chủ nhật (từ 14/01), 8h",
        "Chủ nhật, 8h sáng; khai giảng 14/01",
    ],
)
def test_a_weekday_from_a_day_on_is_every_week(when: str) -> None:
    text = (
        "LỊCH SINH HOẠT CÂU LẠC BỘ NĂM 2024\n(áp dụng từ ngày 08/01/2024 đến 30/6/2024)\n\n"
        "Câu lạc bộ | Thời gian | Địa điểm\n"
        f"Cầu lông | T3, T5 hằng tuần, 17h30 - 19h00 | Nhà tập\nMúa dân gian | {when} | Phòng 2\n"
    )
    dancing = read(text)[1]
    assert str(rule_of(dancing).first) == "2024-01-14"
    assert str(rule_of(dancing).until) == "2024-06-30"
