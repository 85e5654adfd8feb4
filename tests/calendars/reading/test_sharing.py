"""What one line tells for several things: a place, a day, a week."""

from datetime import date, time

from calendars.documents.text import decode
from calendars.programme import Entry
from calendars.reading import read_programme
from calendars.when import Day, Window


def entries_of(text: str) -> tuple[Entry, ...]:
    return read_programme(decode(text.encode(), "document.txt")).entries


def days(text: str) -> list[tuple[str, date, time | None]]:
    return [
        (entry.title, entry.when.day, entry.when.hours.start)
        for entry in entries_of(text)
        if isinstance(entry.when, Day)
    ]


def test_a_place_beside_the_items_of_a_list_is_the_place_of_each() -> None:
    text = """GIẤY TRIỆU TẬP
Dự Đại hội Chi hội Nông dân thôn Đông

+ Phiên trù bị: 14 giờ 00, ngày 13/5/2024.
+ Phiên chính thức: 7 giờ 30, ngày 14/5/2024.
+ Địa điểm: Nhà văn hóa thôn Đông.
"""
    assert [entry.location for entry in entries_of(text)] == ["Nhà văn hóa thôn Đông"] * 2


def test_a_heading_that_tells_the_place_holds_for_the_whole_letter() -> None:
    text = """GIẤY MỜI
Dự Hội nghị sơ kết công tác khuyến học

I. THỜI GIAN: thứ Sáu, ngày 17/5/2024
- Buổi sáng (từ 8h00): Hội nghị sơ kết.
- Buổi chiều (từ 14h00): Lễ trao học bổng.

II. ĐỊA ĐIỂM: Hội trường Trung tâm Văn hóa.
"""
    found = [entry for entry in entries_of(text) if entry.location]
    assert {entry.location for entry in found} == {"Hội trường Trung tâm Văn hóa"}
    assert len(found) == 2


def test_later_hours_of_an_item_are_of_the_day_it_begins_with() -> None:
    text = """LỊCH CÔNG TÁC TUẦN 19/2024 (06/5 - 12/5)

I. ĐỒNG CHÍ BÍ THƯ
- Thứ 2, 06/5: 8h dự Hội nghị giao ban; 15h họp Thường trực.
- Thứ 4, 08/5: làm việc tại cơ quan.
"""
    assert days(text) == [
        ("Hội nghị giao ban", date(2024, 5, 6), time(8)),
        ("Họp Thường trực", date(2024, 5, 6), time(15)),
    ]


def test_bare_weekdays_lie_in_the_week_of_their_heading_and_an_own_day_or_bound_outranks_it() -> None:
    text = """TRƯỜNG TIỂU HỌC ĐỒNG TÂM
KẾ HOẠCH CÔNG TÁC THÁNG 5/2024

Tuần 1 (06/5 - 11/5)
- Nộp sáng kiến về BGH trước 09/5.
Tuần 2 (13/5 - 18/5)
- Thứ Hai: Chào cờ, phát động thi đua.
- Hội thi kể chuyện.
- 15/5: Họp phụ huynh, 14h00.
"""
    assert days(text) == [
        ("Nộp sáng kiến về BGH", date(2024, 5, 8), None),
        ("Chào cờ, phát động thi đua", date(2024, 5, 13), None),
        ("Họp phụ huynh", date(2024, 5, 15), time(14)),
    ]
    windows = [entry.when for entry in entries_of(text) if isinstance(entry.when, Window)]
    assert [(when.first, when.last) for when in windows] == [(date(2024, 5, 13), date(2024, 5, 18))]


def test_a_note_announces_what_has_a_day_and_an_hour_and_nothing_else() -> None:
    text = """TRƯỜNG TIỂU HỌC ĐỒNG TÂM
LỊCH CÔNG TÁC TUẦN 2 (Từ 13/5 đến 19/5/2024)

Thứ Hai 13/5: 7h30 chào cờ.
Ghi chú: Tuần sau (20-25/5): họp phụ huynh vào thứ Ba 21/5, lúc 17h30.
Lưu ý: Lịch này thay cho lịch ngày 11/5.
"""
    assert days(text) == [
        ("Chào cờ", date(2024, 5, 13), time(7, 30)),
        ("Họp phụ huynh", date(2024, 5, 21), time(17, 30)),
    ]


def test_organising_what_was_planned_may_hold_events_and_deadlines() -> None:
    text = """KẾ HOẠCH
Thực hiện phong trào vệ sinh môi trường năm 2024

II. NỘI DUNG
1. Thường xuyên tuyên truyền trên loa truyền thanh.

III. TỔ CHỨC THỰC HIỆN
1. Đoàn Thanh niên tổ chức Lễ ra quân vào 7h00 ngày 11/5/2024 tại Nhà văn hóa xã.
2. Các thôn gửi kế hoạch về UBND xã trước ngày 06/5/2024.
"""
    assert [(day, hour) for _, day, hour in days(text)] == [
        (date(2024, 5, 11), time(7)),
        (date(2024, 5, 5), None),
    ]
