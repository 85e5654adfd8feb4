"""Which words of a text are the place of what it announces."""

import pytest

from calendars.reading.naming.places import find_place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gặp mặt đồng hương, \x00, NVH bản Nà Lót.", "NVH bản Nà Lót"),
        ("Tập huấn cho hộ lý, phòng đào tạo", "phòng đào tạo"),
        ("Lớp bơi hè, \x00, hồ bơi Trường THCS Bình Sơn", "hồ bơi Trường THCS Bình Sơn"),
        ("Hội thảo mở đầu: \x00, phòng B4.", "phòng B4"),
        ("Hop Ban Chap hanh: \x00, tai nha van hoa phuong.", "nha van hoa phuong"),
        ("Kham suc khoe hoi vien, \x00, tram y te phuong.", "tram y te phuong"),
        ("Kiểm tra đê tại bản Co Lốm, Nậm Mười (\x00)", "bản Co Lốm, Nậm Mười"),
        ("Sơ kết (\x00), tại Hội trường Sở sang Hội trường Bệnh viện tỉnh", "Hội trường Bệnh viện tỉnh"),
        ("Gặp mặt tại thành phố An Hải.", "thành phố An Hải"),
        ("Họp tại Sở Lao động - Thương binh và Xã hội.", "Sở Lao động - Thương binh và Xã hội"),
        ("Giao ban trực tuyến tại điểm cầu Huyện ủy", "điểm cầu Huyện ủy"),
        ("Hội ý, \x00, phòng Chủ tịch.", "phòng Chủ tịch"),
        ("Họp tại thôn Đông, Phòng Kinh tế chuẩn bị nội dung", "thôn Đông"),
        ("Giao ban tại Hội trường II - UBND huyện (giấy mời riêng)", "Hội trường II - UBND huyện"),
        ("Giao ban tại Hội trường II - Sở Tư pháp chuẩn bị nội dung", "Hội trường II"),
    ],
)
def test_a_room_or_a_named_place_is_found_with_and_without_introducing_words(text: str, place: str) -> None:
    found = find_place(text)
    assert found is not None
    assert found.name == place


@pytest.mark.parametrize(
    "text",
    [
        "Gui tai lieu hop, \x00",
        "Phối hợp với Phòng Đào tạo tổ chức lớp học",
        "Trạm Y tế tổ chức tiêm chủng, \x00",
        "Thuc hien nhiem vu tai ke hoach so 5",
    ],
)
def test_what_is_no_place_is_not_taken_for_one(text: str) -> None:
    assert find_place(text) is None


def test_from_where_a_car_leaves_is_not_the_place() -> None:
    found = find_place("Khảo sát vùng nguyên liệu tại xã Bình Thượng (xe xuất phát tại Sở Công Thương)")
    assert found is not None
    assert found.name == "xã Bình Thượng"
