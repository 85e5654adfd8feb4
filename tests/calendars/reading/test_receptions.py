"""Papers of offices that receive people: hours of both halves, who registers by when, what is done regularly."""

import pytest
from announced_lines import lines_of

from calendars.reading.naming.receiving import receiving

RULE = "THÔNG BÁO\nLịch tiếp công dân của Chi cục Đo lường năm 2022\n"
HALVES = "- Buổi sáng: Từ 7h30 đến 11h30\n- Buổi chiều: Từ 13 giờ 30 phút đến 17 giờ 00 phút.\n"
SEASONS = (
    "- Mùa hè:\n+ Buổi sáng từ: 7 giờ 00 phút đến 11 giờ 30 phút.\n"
    "+ Buổi chiều từ: 13 giờ 30 phút đến 17 giờ 00 phút.\n"
    "- Mùa đông:\n+ Buổi sáng từ: 7 giờ 30 phút đến 12 giờ 00 phút.\n"
    "+ Buổi chiều từ: 13 giờ 00 phút đến 16 giờ 30 phút.\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{RULE}1. Chi cục trưởng tiếp công dân định kỳ vào ngày 15 hàng tháng.\n{HALVES}",
            ["MONTHLY: Tiếp công dân định kỳ"],
            id="hours-of-both-halves-below",
        ),
        pytest.param(
            f"{RULE}1. Tiếp công dân định kỳ: ngày 15 hàng tháng.\n2. Thời gian tiếp công dân:\n{SEASONS}",
            ["MONTHLY: Tiếp công dân định kỳ"],
            id="hours-of-seasons",
        ),
        pytest.param(
            f"{RULE}1. Lịch tiếp công dân thường xuyên:\n{HALVES}"
            "2. Chi cục trưởng tiếp công dân: ngày 15 hàng tháng.\n",
            ["WEEKLY: Tiếp công dân thường xuyên", "MONTHLY: Tiếp công dân"],
            id="what-is-done-regularly",
        ),
        pytest.param(
            f"{RULE}1. Chi cục trưởng trực tiếp tiếp công dân mỗi tháng hai ngày, "
            "vào ngày thứ Sáu tuần thứ 2 và ngày thứ Sáu tuần thứ 4 hàng tháng.\n",
            ["MONTHLY: Tiếp công dân"],
            id="a-weekday-told-with-each-week",
        ),
        pytest.param(
            f"{RULE}1. Chi cục trưởng tiếp công dân: ngày 15 hàng tháng.\n"
            "2. Công dân đăng ký trước ngày 10 hàng tháng, đăng ký sau ngày 10 thì chuyển sang tháng kế tiếp.\n",
            ["MONTHLY: Tiếp công dân", "MONTHLY deadline: Công dân đăng ký"],
            id="who-registers-later",
        ),
    ],
)
def test_what_such_a_paper_announces(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected


def test_a_headline_of_how_often_heads_a_rule() -> None:
    text = (
        "Chủ tịch UBND thành phố tiếp dân 2 lần/1 tháng\n\nTừ 01/01/2017, Chủ tịch UBND thành phố Sông Hà tiếp công "
        "dân định kỳ vào ngày thứ Sáu tuần thứ 2 và ngày thứ Sáu tuần thứ 4 hàng tháng.\n\nNếu trùng ngày nghỉ, Văn "
        "phòng sẽ báo đổi lịch trên Cổng điện tử.\n"
    )
    assert lines_of(text) == ["MONTHLY: Tiếp công dân định kỳ"]


def test_the_day_of_a_page_and_of_a_paper_named_are_no_days_of_a_rule() -> None:
    text = (
        "Lịch tiếp công dân tại Sở Bưu chính\n\n29/07/2019\n\nNgày 06/6/2019, Giám đốc Sở Bưu chính ký Quyết định số "
        "97/QĐ-SBC ban hành nội quy tiếp công dân. Theo đó, Giám đốc Sở tiếp công dân tại phòng Tiếp công dân vào ngày "
        "15 hàng tháng.\n\nThời gian tiếp công dân, cụ thể:\n\n" + SEASONS
    )
    assert lines_of(text) == ["MONTHLY: Tiếp công dân"]


@pytest.mark.parametrize(
    ("title", "what", "who"),
    [
        ("Phó Chánh án tiếp công dân", "Tiếp công dân", "Phó Chánh án"),
        ("Thẩm phán, Thư ký được phân công tiếp công dân", "Tiếp công dân", "Thẩm phán, Thư ký"),
        ("Sở Du lịch tiếp công dân thường xuyên", "Tiếp công dân thường xuyên", "Sở Du lịch"),
        ("Tiếp công dân thường xuyên do chuyên viên thực hiện", "Tiếp công dân thường xuyên", None),
        ("Ngoài ra còn tiếp công dân đột xuất (khi cần)", "Tiếp công dân đột xuất", None),
    ],
)
def test_what_is_held_is_the_receiving(title: str, what: str, who: str | None) -> None:
    assert receiving(title) == (what, who)


def test_who_registers_does_not_receive() -> None:
    assert receiving("Công dân đến đăng ký tiếp công dân") is None
