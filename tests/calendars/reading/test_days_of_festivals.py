"""Programmes of festivals, day by day: what is on every day behind its days, and several things at one hour."""

import pytest
from announced_lines import lines_of

HEAD = "CHƯƠNG TRÌNH LỄ HỘI HOA BAN PHƯỜNG LẠC ĐẠO\n"
FIRST = "Ngày 01/10/2027\n19:00 Hội thi múa lân\nNgày 02/10/2027\n19:00 Trao giải\n"
OPENING = ["10-01 19:00: Hội thi múa lân", "10-02 19:00: Trao giải"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            FIRST + "Hoạt động thường xuyên từ ngày 01-04/10/2027\n08:00 Trưng bày mâm cỗ\n",
            [*OPENING, "10-01..10-04 08:00: Trưng bày mâm cỗ"],
            id="what-is-on-every-day",
        ),
        pytest.param(
            FIRST + "Các hoạt động xuyên suốt (từ 01/10 đến 04/10/2027):\n9h00: Triển lãm ảnh\n",
            [*OPENING, "10-01..10-04 09:00: Triển lãm ảnh"],
            id="its-days-in-brackets",
        ),
        pytest.param(
            FIRST + "Trong suốt thời gian lễ hội (01-04/10/2027)\n- Trưng bày mâm cỗ\n- Chợ quê\n",
            [*OPENING, "10-01..10-04: Trưng bày mâm cỗ", "10-01..10-04: Chợ quê"],
            id="over-bullets",
        ),
        pytest.param(
            FIRST + "Ngày 03/10/2027\n18:30-22:00 Đêm phố cũ\n",
            [*OPENING, "10-03 18:30-22:00: Đêm phố cũ"],
            id="the-last-day-with-one-thing-is-no-day-of-issue",
        ),
        pytest.param(
            "Ngày 01/10/2027\n19:00 - Hội thi múa lân\n- Trao giải mâm cỗ\n20:30 Văn nghệ\n",
            ["10-01 19:00: Hội thi múa lân", "10-01 19:00: Trao giải mâm cỗ", "10-01 20:30: Văn nghệ"],
            id="two-bullets-at-one-hour",
        ),
    ],
)
def test_days_of_a_festival(text: str, expected: list[str]) -> None:
    """Days behind words that say only that something is on hold for the lines below, and an hour for its bullets."""
    assert lines_of(HEAD + text) == expected


VOTERS = "LỊCH TIẾP XÚC CỬ TRI TRƯỚC KỲ HỌP THỨ CHÍN\n"
MORNING, AFTERNOON = "Tiếp xúc cử tri xã Hòa An", "Tiếp xúc cử tri phường An Lạc"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "a) Thứ hai, ngày 12-6-2028:\n- Đơn vị bầu cử số 01 (gồm bà Lê Thị Tơ, ông Trần Bản).\n"
            "* Buổi sáng: xã Hòa An, tại hội trường UBND xã.\n* Buổi chiều: phường An Lạc.\n"
            "b) Thứ ba, ngày 13-6-2028:\n- Đơn vị bầu cử số 02.\n* Buổi sáng: xã Hòa An.\n",
            [
                f"06-12 morning: {MORNING}",
                f"06-12 afternoon: {AFTERNOON}",
                f"06-13 morning: {MORNING}",
            ],
            id="a-constituency-heads-its-halves",
        ),
        pytest.param(
            "1. Ngày 12/6/2028\n- Tổ đại biểu số 1:\n+ 8h00: xã Hòa An, tại hội trường UBND xã\n"
            "+ 14h00: phường An Lạc\n2. Ngày 13/6/2028\n- Tổ đại biểu số 2\n+ 8h00: phường An Lạc\n",
            [
                f"06-12 08:00: {MORNING}",
                f"06-12 14:00: {AFTERNOON}",
                f"06-13 08:00: {AFTERNOON}",
            ],
            id="delegates-head-their-hours",
        ),
        pytest.param(
            "Cụ thể như sau:\n- Vào lúc 8 giờ, ngày 12/6/2028 (thứ hai), tại hội trường UBND xã Hòa An, gồm xã Hòa An "
            "(40 cử tri).\n- Vào lúc 14 giờ, ngày 12/6/2028 (thứ hai), tại nhà văn hóa phường, gồm phường An Lạc "
            "(30 cử tri).\n",
            [f"06-12 08:00: {MORNING}", f"06-12 14:00: {AFTERNOON}"],
            id="time-place-and-who-comes",
        ),
    ],
)
def test_rounds_of_voters(text: str, expected: list[str]) -> None:
    """Where one thing is held in one place after the other, its name is that of the list and the place."""
    assert lines_of(VOTERS + text) == expected


def test_examinations_of_two_years() -> None:
    """The same paper at the same time for two years of pupils is two examinations."""
    text = (
        "LỊCH THI HỌC KỲ\nThứ Hai, ngày 12/6/2028:\n- Khối 10:\n+ Sáng: Ngữ văn\n- Khối 11:\n+ Sáng: Ngữ văn\n"
        "Thứ Ba, ngày 13/6/2028:\n- Khối 10:\n+ Sáng: Toán\n"
    )
    assert lines_of(text) == [
        "06-12 morning: Ngữ văn",
        "06-12 morning: Ngữ văn",
        "06-13 morning: Toán",
    ]


def test_a_table_of_places() -> None:
    """Two places of one row are two meetings, and the first row may stand beside its table's heads."""
    text = (
        "Báo tỉnh đăng lịch tiếp xúc cử tri của đại biểu HĐND tỉnh tại các địa phương như sau:\n"
        "STT |\nHuyện |\nThời gian |\nĐịa điểm |\n1 |\nLộc Bình |\n07 giờ 30 phút Ngày 12-6-2028 (Thứ Hai) |\n"
        "Trụ sở UBND phường Cửa Đông |\n14 giờ Ngày 12-6-2028 (Thứ Hai) |\nHội trường B - Trụ sở UBND |\n||\n2 |\n"
        "Vũ Sơn |\n08 giờ Ngày 13-6-2028 (Thứ Ba) |\nNhà văn hóa xã Yên Hòa |\nNhà văn hóa xã Yên Lập |\n|||\n"
        "3 |\nPhú Sơn |\n08 giờ Ngày 14-6-2028 (Thứ Tư) |\nHội trường UBND thị trấn Phú Sơn |\n"
    )
    assert lines_of(text) == [
        "06-12 07:30: Tiếp xúc cử tri tại trụ sở UBND phường Cửa Đông",
        "06-12 14:00: Tiếp xúc cử tri tại hội trường B",
        "06-13 08:00: Tiếp xúc cử tri tại nhà văn hóa xã Yên Hòa",
        "06-13 08:00: Tiếp xúc cử tri tại nhà văn hóa xã Yên Lập",
        "06-14 08:00: Tiếp xúc cử tri tại hội trường UBND thị trấn Phú Sơn",
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "Ngày 5/5/2028: ĐVBC số 1, TP. Hòa An (ĐBQH); ĐVBC số 2 (HĐND tỉnh): buổi sáng TXCT xã Bình Lộc, tại hội "
            "trường xã; buổi chiều TXCT xã Sơn Đông, tại hội trường xã.",
            ["05-05 morning: TXCT xã Bình Lộc", "05-05 afternoon: TXCT xã Sơn Đông"],
            id="constituencies-before-both-halves",
        ),
        pytest.param(
            "Ngày 5/5/2028: Tổ số 1 tiếp xúc cử tri xã Bình Lộc (buổi sáng), xã Bình Hòa (buổi chiều).",
            [
                "05-05 morning: Tổ số 1 tiếp xúc cử tri xã Bình Lộc",
                "05-05 afternoon: Tổ số 1 tiếp xúc cử tri xã Bình Hòa",
            ],
            id="areas-each-with-its-half",
        ),
        pytest.param(
            "Ngày 5/5/2028: Tổ 2 tiếp xúc cử tri xã Tân Phú lúc 8 giờ tại hội trường UBND xã và xã Tân Lợi lúc 14 giờ "
            "tại nhà văn hóa ấp 3.",
            [
                "05-05 08:00: Tổ 2 tiếp xúc cử tri xã Tân Phú",
                "05-05 14:00: Tổ 2 tiếp xúc cử tri xã Tân Lợi",
            ],
            id="areas-each-with-hour-and-place",
        ),
        pytest.param(
            "Ngày 5/5/2028, Tổ 2 tiếp xúc cử tri, buổi sáng tại xã Bình Lộc, buổi chiều tại xã Bình Hòa.",
            ["05-05 morning: Tổ 2 tiếp xúc cử tri", "05-05 afternoon: Tổ 2 tiếp xúc cử tri"],
            id="halves-each-with-its-place",
        ),
        pytest.param(
            "Ngày 5/5/2028: 8 giờ tại hội trường UBND xã Lộc An và 14 giờ tại nhà văn hóa ấp 4, xã Lộc Hòa.",
            ["05-05 08:00: Tiếp xúc cử tri", "05-05 14:00: Tiếp xúc cử tri"],
            id="hours-each-with-its-place",
        ),
    ],
)
def test_rounds_in_one_sentence(line: str, expected: list[str]) -> None:
    """Each area or place with its own hour or half of the day is a meeting of its own."""
    assert (
        lines_of(f"{VOTERS}\n- {line}\n- Ngày 9/5/2028: Tổ 3 tiếp xúc cử tri xã Hòa Phú.\n")[:-1] == expected
    )


def test_papers_below_each_year() -> None:
    """A short heading without a mark between bullets goes on none of them, where another is called alike."""
    text = (
        "LỊCH THI HỌC KỲ II NĂM HỌC 2027 - 2028\nKhối 10\n• Thứ sáu ngày 21/4/2028: Văn (90 phút)\n"
        "• Thứ bảy ngày 22/4/2028: Toán\nKhối 11\n• Thứ sáu ngày 21/4/2028: Văn (90 phút)\n"
        "• Thứ bảy ngày 22/4/2028: Toán\n"
    )
    assert lines_of(text) == ["04-21: Văn (90 phút)", "04-22: Toán"] * 2


def test_a_half_in_the_heading_above_the_days() -> None:
    """A weekday's heading with its half stands over its dates, and a day without words is of what the list is of."""
    text = (
        "LỊCH TIÊM CHỦNG THÁNG 1 PHƯỜNG HÒA LỘC NĂM 2027\n\nThứ 4\n\nTuần 1: Sáng 06/01/2027\n\nTiêm sởi, bại liệt\n\n"
        "Thứ 4\n\nTuần 2: Sáng 13/01/2027\n\nThứ 5\n\nTuần 2: Sáng 14/01/2027\n\nTiêm uốn ván\n\n"
        "Sáng Chủ nhật\n\nNgày 10, 17, 24 /01/2027\n\nTiêm chủng dịch vụ\n"
    )
    assert lines_of(text) == [
        "01-06 morning: Tiêm sởi, bại liệt",
        "01-13 morning: Tiêm chủng",
        "01-14 morning: Tiêm uốn ván",
        "01-10 01-17 01-24 morning: Tiêm chủng dịch vụ",
    ]
