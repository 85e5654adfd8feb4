"""Misprints put right: quoted over several lines, as a line of the paper, or with the meeting named again."""

from datetime import date

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.when import when_to_json

HEAD = "TRƯỜNG MẦM NON SEN HỒNG\nSen Hồng, ngày 10 tháng 9 năm 2018\n\nĐÍNH CHÍNH GIẤY MỜI\n\n"


def read(text: str) -> list[str]:
    """The state where it is another than confirmed, day, hour and title of each entry."""
    found = []
    for entry in read_programme(decode((HEAD + text).encode(), "a.txt"), today=date(2019, 3, 9)).entries:
        when = when_to_json(entry.when)
        state = "" if entry.status.value == "confirmed" else f"{entry.status.value} "
        found.append(f"{state}{when.get('date')} {when.get('start')}: {entry.title}")
    return found


def test_a_line_of_the_paper_that_is_to_be_read_otherwise() -> None:
    assert read(
        "Giấy mời ngày 06/9/2018 có chỗ in nhầm, nay xin đính chính:\n\n"
        "1. Dòng thứ 4: “8 giờ, thứ bảy ngày 14/9/2018” sửa lại là: 8 giờ, thứ bảy, ngày 15/9/2018 - Họp cha mẹ.\n\n"
        "2. Dòng thứ 9: Vui hội Trăng rằm: “19h00 ngày 21/9” đọc là 17h00 ngày 21/9.\n\n"
        "3. Số tiền: “15.000 đ” đọc là 150.000 đ.\n"
    ) == [
        "2018-09-15 08:00: Họp cha mẹ",
        "postponed 2018-09-21 19:00: Vui hội Trăng rằm",
        "2018-09-21 17:00: Vui hội Trăng rằm",
    ]


def test_a_misprint_and_what_is_right_each_below_its_lead() -> None:
    assert read(
        'Tại Giấy mời số 4/GM-MN ngày 06/9/2018 về Hội thảo "Trẻ em và sách" có ghi:\n\n'
        '"Thời gian: 8h00, thứ Tư, ngày 20/9/2018"\n\nNay đính chính lại là:\n\n'
        '"Thời gian: 8h00, thứ Năm, ngày 20/9/2018"\n'
    ) == ['2018-09-20 08:00: Hội thảo "Trẻ em và sách"']


def test_the_name_told_again_before_the_right_time() -> None:
    assert read(
        'Giấy mời số 4/GM-MN mời họp xét duyệt phương án chợ đêm ghi thời gian "14 giờ 00, ngày 13/9/2018". '
        "Nay đính chính: họp xét duyệt phương án chợ đêm vào lúc 14 giờ 00, thứ Tư, ngày 12/9/2018.\n"
    ) == [
        "postponed 2018-09-13 14:00: Họp xét duyệt phương án chợ đêm",
        "2018-09-12 14:00: Họp xét duyệt phương án chợ đêm",
    ]
