"""Names without a mark over bullets that tell for whom and when, and days that a page ran into their things."""

import pytest
from announced_lines import lines_of

SCHOOL = "TRƯỜNG CAO ĐẲNG PHÚ AN\n\nLỊCH TRÌNH ĐÀO TẠO NĂM HỌC 2022 – 2023\n\nI. CÁC MỐC THỜI GIAN\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "Kết thúc dạy học\n– K21: 18/12/2022\n– K22: 13/01/2023\nKhám sức khỏe\n– Khối 6: 20/02/2023\n"
            "– Khối 7: 21/02/2023\nHọp phụ huynh\n– Lớp 6A: 8h00 ngày 22/02/2023\n– Lớp 6B: 9h00 ngày 22/02/2023\n",
            [
                "12-18: Kết thúc dạy học: K21",
                "01-13: Kết thúc dạy học: K22",
                "02-20: Khám sức khỏe: khối 6",
                "02-21: Khám sức khỏe: khối 7",
                "02-22 08:00: Họp phụ huynh: lớp 6A",
                "02-22 09:00: Họp phụ huynh: lớp 6B",
            ],
            id="a-name-behind-a-bullet-that-ends-with-its-day",
        ),
        pytest.param(
            "Họp phụ huynh\n– Lớp 6A: 22/02/2023\nPhòng họp số 1\n– Lớp 6B: 23/02/2023\n",
            ["02-22: Họp phụ huynh: lớp 6A", "02-23: Họp phụ huynh: lớp 6B"],
            id="a-place-behind-a-bullet-goes-on-it",
        ),
        pytest.param(
            "Xét học vụ học kỳ I05-16/9/2022\nHọc chính trị đầu năm học26/9-30/9/2022\n"
            "Lễ khai giảng10/10/2022\nĐợt thi tháng 4/2023:20/3/2023 - 16/04/2023\n",
            [
                "09-05..09-16: Xét học vụ học kỳ I",
                "09-26..09-30: Học chính trị đầu năm học",
                "10-10: Lễ khai giảng",
                "03-20..04-16: Đợt thi tháng 4/2023",
            ],
            id="a-day-run-together-with-its-thing",
        ),
    ],
)
def test_a_school_year_is_read(body: str, expected: list[str]) -> None:
    assert lines_of(SCHOOL + body) == expected
