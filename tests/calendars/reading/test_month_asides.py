"""Lines of a month's programme that are no item: its opening, its feasts in a row, who signs on the last line."""

import pytest
from announced_lines import lines_of

MONTH = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5/2024\n"


def test_feasts_in_one_line() -> None:
    text = (
        "I/ Ngày lễ, ngày hội trong tháng: Ngày Quốc tế Lao động 1/5, Ngày hội đến trường của bé 05/5, Tết Đoan ngọ "
        "(mùng năm tháng năm, nhằm 10/5/2024).\nII/ Việc khác\n- Họp ngày 12/5\n"
    )
    assert lines_of(MONTH + text) == [
        "05-01 all-day observance: Ngày Quốc tế Lao động",
        "05-05 all-day observance: Ngày hội đến trường của bé",
        "05-10 all-day observance: Tết Đoan ngọ",
        "05-12: Họp",
    ]


def test_who_signs_on_the_last_line() -> None:
    text = "- Họp ngày 12/5.\n- Sinh hoạt chi hội: 15/5.\n\nCT Hội - Lê Thị Kim Ngoan, 28/4/2024\n"
    assert lines_of(MONTH + text) == ["05-12: Họp", "05-15: Sinh hoạt chi hội"]


def test_what_opens_a_programme_is_nothing_held() -> None:
    text = (
        "Thực hiện Kế hoạch số 41-KH/TĐTN ngày 05-02-2024 của Tỉnh Đoàn, Ban Thường vụ Huyện Đoàn xây dựng chương "
        "trình hoạt động (tháng 5/2024) trên địa bàn huyện:\n1/ Lễ khởi động: sáng 03-5.\n2/ Diễn đàn: 14-5.\n"
    )
    assert lines_of(MONTH + text) == ["05-03 morning: Lễ khởi động", "05-14: Diễn đàn"]


@pytest.mark.parametrize(
    "line",
    [
        "{day}/5 - {hour} - {thing} - Phòng họp 1",
        "{day}/5 → {thing}, {hour}",
        "{day}/5 — {thing}, {hour}",
        "({day}/5) {thing} lúc {hour} tại Phòng họp 1",
        "- **{day}/5 {hour}** — {thing} _(Phòng họp 1)_",
        "{thing} ............ {hour} {day}/5",
        "{day}.5 = {thing} = {hour}",
    ],
)
def test_days_parted_from_their_things_by_a_sign(line: str) -> None:
    things = (
        ("06", "7h30", "Họp giao ban"),
        ("14", "14h00", "Hội thi nấu ăn"),
        ("24", "16h00", "Sinh hoạt chi bộ"),
    )
    text = "".join(f"{line.format(day=day, hour=hour, thing=thing)}\n" for day, hour, thing in things)
    told = [entry.partition(": ") for entry in lines_of(f"LỊCH CÔNG TÁC THÁNG 5 NĂM 2024\n\n{text}")]
    assert [time for time, _, _ in told] == ["05-06 07:30", "05-14 14:00", "05-24 16:00"]
    assert all(title.startswith(thing) for (_, _, title), (_, _, thing) in zip(told, things, strict=True))


def test_weekdays_by_their_letter_before_an_hour() -> None:
    text = "Tuần 2 (06-12/5):\n+ T2 7h30 Họp giao ban\n+ T4 Kiểm tra nội bộ\nTuần 3 (13-19/5):\n+ T3 14h00 Hội thi\n"
    assert lines_of(MONTH + text) == [
        "05-06 07:30: Họp giao ban",
        "05-08: Kiểm tra nội bộ",
        "05-14 14:00: Hội thi",
    ]


def test_columns_of_a_weekday_and_a_number() -> None:
    text = "Thứ\tNgày\tGiờ\tNội dung\tĐịa điểm\nHai\t06\t7h30\tHọp giao ban\tPhòng 1\nTư\t08\t\tKiểm tra\tKhoa Nội\n"
    assert lines_of(MONTH + text) == ["05-06 07:30: Họp giao ban", "05-08: Kiểm tra"]


@pytest.mark.parametrize(
    "rows",
    [
        (
            "| Ngày | Thứ | Việc |\n|---|---|---|\n| 06 | Hai | 7h30: Giao ban |\n| 08 - 10 | Tư - Sáu | Hội thao |\n"
            "| 12 | CN | Dã ngoại |\n"
        ),
        "Ngày\tThứ\tViệc\n6\tT2\t7h30: Giao ban\n8-10\tT4-T6\tHội thao\n12\tChủ nhật\tDã ngoại\n",
        "Thứ\tNgày\tViệc\nHai\t06\t7h30: Giao ban\nTư - Sáu\t08 - 10\tHội thao\nCN\t12\tDã ngoại\n",
    ],
)
def test_columns_of_days_and_weekdays_with_stretches(rows: str) -> None:
    expected = ["05-06 07:30: Giao ban", "05-08..05-10: Hội thao", "05-12: Dã ngoại"]
    assert lines_of(MONTH + rows) == expected


def test_weeks_named_by_their_days_are_no_weeks_of_the_year() -> None:
    text = "TUẦN 06/5 - 12/5\n- Thứ Tư: Kiểm tra nội bộ\n\nTUẦN 20/5 - 26/5\n- Thứ Ba (cả ngày): Hội thi\n"
    assert lines_of(MONTH + text) == ["05-08: Kiểm tra nội bộ", "05-21 all-day: Hội thi"]


@pytest.mark.parametrize("sign", [",", ";", ", "])
def test_a_sheet_written_out(sign: str) -> None:
    rows = [
        ("Ngày", "Giờ", "Nội dung", "Địa điểm", "Phụ trách"),
        ("06/5/2024", "7h30", "Họp giao ban", "Phòng họp 1", "Ban Giám đốc"),
        ("08/5/2024", "", "Kiểm tra nội bộ", "Khoa Nội", "Tổ kiểm tra"),
        ("14/5/2024", "14h00", "Hội thi nấu ăn", "Nhà văn hóa", "Công đoàn"),
    ]
    assert lines_of(MONTH + "\n".join(map(sign.join, rows))) == [
        "05-06 07:30: Họp giao ban",
        "05-08: Kiểm tra nội bộ",
        "05-14 14:00: Hội thi nấu ăn",
    ]
