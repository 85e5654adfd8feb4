"""When several days of one thing open and close, rehearsals beside the hour of a ceremony, points with their labels."""

from announced_lines import lines_of


def test_an_opening_and_a_close_with_their_days_are_of_one_thing() -> None:
    assert lines_of(
        'GIẤY MỜI\nTham dự Ngày hội "Nhà nông đua tài" năm 2024\nThời gian: 02 ngày 17-18/10/2024\n'
        "+ Khai mạc: 8h00 ngày 17/10/2024\n+ Bế mạc: 16h00 ngày 18/10/2024\nĐịa điểm: Quảng trường huyện\n"
    ) == ['10-17..10-18 08:00-16:00: Ngày hội "Nhà nông đua tài" năm 2024']


def test_a_rehearsal_beside_the_hour_of_a_ceremony_is_another_thing() -> None:
    assert lines_of(
        "THÔNG BÁO\nVề việc tổ chức Lễ trao bằng tốt nghiệp đợt 1 năm 2024\n1. Thời gian, địa điểm\n"
        "Thời gian: 7h30 ngày 25/5/2024 (Thứ Bảy), tổng duyệt lúc 14h00 ngày 24/5/2024\nĐịa điểm: Nhà thi đấu\n"
    ) == ["05-25 07:30: Lễ trao bằng tốt nghiệp đợt 1 năm 2024", "05-24 14:00: Tổng duyệt"]


def test_labels_below_one_of_several_points_are_of_that_point() -> None:
    assert lines_of(
        "THÔNG BÁO\nVề việc tổ chức Hội nghị viên chức năm 2024\n1. Hội nghị cấp tổ: hoàn thành trước ngày 20/9/2024.\n"
        "2. Hội nghị cấp trường:\n- Thời gian: 7h30, thứ Bảy ngày 28/9/2024.\n- Địa điểm: Hội trường lớn.\n"
        "3. Các tổ nộp biên bản về Văn phòng chậm nhất ngày 23/9/2024.\n"
    ) == [
        "09-19 deadline: Hội nghị cấp tổ",
        "09-28 07:30: Hội nghị cấp trường",
        "09-23 deadline: Các tổ nộp biên bản về Văn phòng",
    ]


def test_games_are_no_conference_without_a_name() -> None:
    told = lines_of(
        "KẾ HOẠCH\nTổ chức kỷ niệm 42 năm Ngày Nhà giáo Việt Nam\nI. NỘI DUNG\n1. Thi văn nghệ\n"
        "- Thời gian: 19h00 ngày 15/11/2024\n2. Hội thao\n- Thời gian: từ ngày 11/11 đến 16/11/2024\n"
    )
    assert told == ["11-15 19:00: Thi văn nghệ", "11-11..11-16: Hội thao"]
