"""Which beginnings of a line are list marks, and of which rank."""

import pytest

from calendars.layouts.marks import ARTICLE, CHAPTER, DASH, NUMBER, PART, PLUS, POINT, STAR, read_mark


@pytest.mark.parametrize(
    ("text", "mark", "rank", "rest"),
    [
        ("I. MỘT SỐ NHIỆM VỤ", "I", PART, "MỘT SỐ NHIỆM VỤ"),
        ("II- LỊCH CÔNG TÁC", "II", PART, "LỊCH CÔNG TÁC"),
        ("A/. NHIỆM VỤ CHUNG", "A", CHAPTER, "NHIỆM VỤ CHUNG"),
        ("Điều 3. Sinh hoạt chi bộ", "3", ARTICLE, "Sinh hoạt chi bộ"),
        ("Điều 12: Chế độ họp", "12", ARTICLE, "Chế độ họp"),
        ("1. Giao ban", "1", NUMBER, "Giao ban"),
        ("1/. Vận động", "1", NUMBER, "Vận động"),
        ("1 . Tiếp tục", "1", NUMBER, "Tiếp tục"),
        ("4.Từ ngày 15/8", "4", NUMBER, "Từ ngày 15/8"),
        ("4. 14 giờ ngày 13/7: họp", "4", NUMBER, "14 giờ ngày 13/7: họp"),
        ("2. 14:00 ngày 8: Tiếp đoàn", "2", NUMBER, "14:00 ngày 8: Tiếp đoàn"),
        ("2. 08 giờ 30 phút: Lễ", "2", NUMBER, "08 giờ 30 phút: Lễ"),
        ("3. 05/11: Họp", "3", NUMBER, "05/11: Họp"),
        ("12. 05-07/11: Tập huấn", "12", NUMBER, "05-07/11: Tập huấn"),
        ("2) 05, 06/11: Tập huấn", "2", NUMBER, "05, 06/11: Tập huấn"),
        ("1/- Họp chi bộ", "1", NUMBER, "Họp chi bộ"),
        ("12.-Giám sát", "12", NUMBER, "Giám sát"),
        ("3/- 7h30 họp", "3", NUMBER, "7h30 họp"),
        ("II/- CÁC CUỘC HỌP", "II", PART, "CÁC CUỘC HỌP"),
        ("B/- Công tác Đảng", "B", CHAPTER, "Công tác Đảng"),
        ("a)- Ấp Một", "a", POINT, "Ấp Một"),
        ("2.1. Hội nghị", "2.1", NUMBER + 1, "Hội nghị"),
        ("2.3- Hội nghị", "2.3", NUMBER + 1, "Hội nghị"),
        ("Hoạt động 1: Trưng bày", "1", NUMBER, "Trưng bày"),
        ("Nội dung 2. Hội thảo", "2", NUMBER, "Hội thảo"),
        ("VIỆC 12: Họp tổ", "12", NUMBER, "Họp tổ"),
        ("Sự kiện thứ hai: “Ngày hội”", "hai", NUMBER, "“Ngày hội”"),
        ("a) Chủ tịch", "a", POINT, "Chủ tịch"),
        ("đ) Kinh phí", "đ", POINT, "Kinh phí"),
        ("- Lưu: VT", "-", DASH, "Lưu: VT"),
        ("+ Họp giao ban", "+", PLUS, "Họp giao ban"),
        ("* THỨ BẢY 11/01/2025", "*", STAR, "THỨ BẢY 11/01/2025"),
        ("\uf0b7 Họp", "-", DASH, "Họp"),
    ],
)
def test_mark_is_read(text: str, mark: str, rank: int, rest: str) -> None:
    read = read_mark(text)
    assert read is not None
    assert (read.text, read.rank, text[read.end :]) == (mark, rank, rest)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("24.11.2023 họp chi bộ", id="a day with dots"),
        pytest.param("05/01 - 07/01: Thẩm định", id="a span of days"),
        pytest.param("8.30 họp", id="an hour with a dot"),
        pytest.param("8/-10/5: Tập huấn", id="days between which the month is told once"),
        pytest.param("24. 11: họp chi bộ", id="a day with a spaced dot"),
        pytest.param("24. 11. 2026: họp chi bộ", id="a day with spaced dots"),
        pytest.param("8. 30 phút", id="an hour with a spaced dot"),
        pytest.param("41-NQ/TW ngày 10/10/2023", id="the number of a document"),
        pytest.param("- 2029; tuyên truyền", id="the second half of a term"),
        pytest.param("Điều 15 Luật Tiếp công dân", id="an article cited"),
        pytest.param("Điều chỉnh 2. Họp", id="a verb"),
        pytest.param("đ/c Năm chủ trì", id="a person"),
        pytest.param("Ngày 10: Hội nghị", id="a word"),
        pytest.param("100% hội viên", id="a share"),
        pytest.param("1.5- 3.5 tỷ đồng", id="a span of sums"),
        pytest.param("Nội dung: 1. Họp", id="a label"),
        pytest.param("Hoạt động 20/11: Hội thi", id="a day that something is for"),
    ],
)
def test_what_is_no_mark(text: str) -> None:
    assert read_mark(text) is None


def test_a_number_before_a_range_of_days_is_a_mark() -> None:
    for text, number in (("2- 14-15/9: Tập huấn", "2"), ("3. 24 - 26/10: Kiểm tra", "3")):
        mark = read_mark(text)
        assert mark is not None
        assert mark.text == number
    for text in ("05/01 - 07/01: Thẩm định", "2- 14/9: Hội trại", "5-6/10: Hội thi"):
        assert read_mark(text) is None
