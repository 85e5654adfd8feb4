"""Letterheads below the headline of a web page, as their tables came out: bars, a motto cut in two."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.programme import Kind, Programme
from calendars.reading import read_programme
from calendars.when import when_to_json


def page(text: str) -> Programme:
    return read_programme(decode(text.encode(), "a.txt"), today=date(2026, 11, 22))


BODY = "- Ngày 10/4: Họp hội đồng sư phạm.\n- Ngày 25/4: Thi thử vào lớp 10.\n"


BELOW_A_HEADLINE = """Trường THCS Tân Lập
Kế hoạch tháng 4 năm 2024
UBND HUYỆN VÂN GIANG |
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
TRƯỜNG THCS TÂN LẬP
Số: 21/KH-THCS |
Độc lập - Tự do - Hạnh phúc
Tân Lập, ngày 02 tháng 04 năm 2024 |
KẾ HOẠCH CÔNG TÁC THÁNG 4
"""
SIDE_BY_SIDE = """LIÊN ĐỘI
Kế hoạch tháng 4 năm 2024
PHÒNG GD & ĐT VÂN GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TRƯỜNG THCS TÂN LẬP Độc lập – Tự do – Hạnh phúc
Tân Lập, ngày02 tháng 4 năm 2024
KẾ HOẠCH HOẠT ĐỘNG LIÊN ĐỘI THÁNG 4
"""
CUT_IN_TWO = """TRƯỜNG THCS
TÂN LẬP.
Số 02 KH - TV
|
CỘNG HÒA XÃ
HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự
do – Hạnh phúc
Tân Lập, ngày 2 tháng 4 năm 2024
|
KẾ HOẠCH THƯ VIỆN THÁNG 4
"""


@pytest.mark.parametrize("head", [BELOW_A_HEADLINE, SIDE_BY_SIDE, CUT_IN_TWO])
def test_a_place_and_a_day_of_a_letterhead_below_a_headline_are_no_entry(head: str) -> None:
    found = page(head + BODY)
    assert [when_to_json(entry.when)["date"] for entry in found.entries] == ["2024-04-10", "2024-04-25"]
    assert found.issued == date(2024, 4, 2)


def test_a_plan_of_a_body_for_a_month_is_a_programme() -> None:
    assert page("KẾ HOẠCH HOẠT ĐỘNG LIÊN ĐỘI THÁNG 04/2024\n" + BODY).kind is Kind.MONTHLY


def test_a_headline_tells_the_year_that_the_papers_own_title_lacks() -> None:
    found = page(
        "Kế hoạch tháng 5 năm 2021\nPHÒNG GD&ĐT HƯƠNG LÂM  CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "TRƯỜNG TIỂU HỌC SỐ 2 Độc lập – Tự do – Hạnh phúc\nHương Lâm, ngày  tháng 5 năm 2021\nKẾ HOẠCH THÁNG 5\n"
        "Ngày 7/5: Kiểm tra cuối năm lớp 5.\nNgày 21/5: Họp phụ huynh cuối năm.\n"
    )
    assert [when_to_json(entry.when)["date"] for entry in found.entries] == ["2021-05-07", "2021-05-21"]


def test_a_place_and_a_day_at_the_foot_of_a_short_paper_end_no_letterhead() -> None:
    found = page(
        "THÔNG BÁO\nNghỉ lễ Quốc khánh\nCông ty nghỉ lễ từ ngày 01/9 đến hết ngày 03/9/2025\nSố: 12/TB-CT\n"
        "Tân Lập, ngày 20 tháng 8 năm 2025\nGIÁM ĐỐC\nTrần Văn Bình\n"
    )
    assert [when_to_json(entry.when)["from"] for entry in found.entries] == ["2025-09-01"]


def test_a_cell_that_is_empty_stays_one_beside_rows_of_a_table() -> None:
    found = page(
        "LỊCH CÔNG TÁC TUẦN (Từ 05/10/2026 đến 11/10/2026)\nNgày | Nội dung | Địa điểm\n05/10 | 8h00: Giao ban | P.1\n"
        "06/10 |\n07/10 | 14h00: Họp chi bộ | P.2\n"
    )
    days = [when_to_json(entry.when)["date"] for entry in found.entries]
    assert days == ["2026-10-05", "2026-10-07"]


@pytest.mark.parametrize(
    "above",
    [
        "Cổng thông tin điện tử\nHuyện Tân Lưu\n",
        "Trang chủ\nTin tức\nUBND xã Tân Lưu\n",
        "Huyện ủy Tân Lưu\n\n",
    ],
)
def test_a_title_in_small_letters_stands_below_the_names_of_a_page(above: str) -> None:
    """The month of the paper that it cites is no period, and the place below the table is that of its days."""
    paper = page(
        above
        + "Lịch tiếp dân của đồng chí Bí thư Huyện ủy năm 2019\n\nTheo Quy định số 45-QĐ/HU, ngày 18/02/2019 của "
        "Huyện ủy, lịch tiếp dân như sau:\nTháng\nNgày tiếp\nTháng 6\nNgày 18 (thứ Ba)\nTháng 8\nNgày 19 (thứ Hai)\n"
        "Tháng 12\nNgày 18 (thứ Tư)\n\nNếu có thay đổi sẽ thông báo sau.\n2. Địa điểm: Phòng Tiếp dân huyện.\n"
    )
    days = [when_to_json(entry.when).get("date") for entry in paper.entries]
    assert days == ["2019-06-18", "2019-08-19", "2019-12-18"]
    assert paper.kind is Kind.RECURRING
    assert {entry.location for entry in paper.entries} == {"Phòng Tiếp dân huyện"}
