"""Lines of a month's programme that are no item: its opening, its feasts in a row, who signs on the last line."""

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
