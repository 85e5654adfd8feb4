"""Steps of a plan whose wording once hid their day: one day of several, last terms, a law named before the day."""

import pytest
from announced_lines import lines_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "- Từ ngày 06 đến ngày 10/5/2024 (01 ngày): Tổ chức hội thao.\n"
            "- Từ ngày 13 đến ngày 17/5/2024 (5 ngày): Tập huấn trọng tài.\n",
            ["~05-06..05-10 tentative: Hội thao", "05-13..05-17: Tập huấn trọng tài"],
            id="one-day-of-several",
        ),
        pytest.param(
            "Các khoa hoàn thành việc xét duyệt trước thời hạn cuối cùng là ngày 15/3/2024.\n",
            ["03-15 deadline: Các khoa hoàn thành việc xét duyệt"],
            id="before-the-last-term",
        ),
        pytest.param(
            "Đại hội theo Luật Doanh nghiệp, Điều lệ Công ty nhưng chậm nhất không quá ngày 30/6/2024.\n",
            ["06-30 deadline: Đại hội theo Luật Doanh nghiệp, Điều lệ Công ty"],
            id="a-law-before-the-day",
        ),
        pytest.param(
            "Hội thảo trước dự kiến tổ chức vào ngày 26-27/5/2024 nay đổi lại vào ngày 28-29/5/2024.\n",
            ["05-26..05-27 postponed: Hội thảo", "05-28..05-29: Hội thảo"],
            id="formerly-planned",
        ),
    ],
)
def test_the_days_of_a_plan(text: str, expected: list[str]) -> None:
    assert lines_of("KẾ HOẠCH\nTổ chức các hoạt động\n" + text) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "THÔNG BÁO SỐ 1\nHỘI THẢO KHOA HỌC VỀ THỦY LỢI LẦN THỨ 3\n",
            "Hội thảo khoa học về thủy lợi lần thứ 3",
        ),
        ("Thông báo lần 2\nHội nghị Hóa học miền Trung lần thứ 4\n", "Hội nghị Hóa học miền Trung lần thứ 4"),
        ("THƯ MỜI THAM DỰ HỘI THẢO VỀ ĐẤT NGẬP NƯỚC\n", "Hội thảo về đất ngập nước"),
    ],
)
def test_place_and_days_below_a_title_are_of_what_it_names(head: str, expected: str) -> None:
    rest = "\nBan tổ chức thông báo tới quý vị:\n1. Hạn nộp tóm tắt: 30/8/2024.\n2. Hạn nộp toàn văn: 15/10/2024.\n"
    assert lines_of(f"{head}Đà Lâm, ngày 5-7 tháng 12 năm 2024\n{rest}") == [
        f"12-05..12-07: {expected}",
        "08-30 deadline: Hạn nộp tóm tắt",
        "10-15 deadline: Hạn nộp toàn văn",
    ]


def test_the_programme_of_a_ceremony_in_another_paper_is_no_entry() -> None:
    assert lines_of(
        "THÔNG BÁO\nVề tổ chức Lễ Khai giảng\nNhà trường tổ chức Lễ Khai giảng năm học vào sáng ngày 05/9/2024.\n"
        "- Thành phần dự: học sinh các lớp.\n- Chương trình buổi Lễ (có văn bản riêng).\n"
    ) == ["09-05 morning: Lễ Khai giảng năm học"]


def test_what_somebody_makes_ready_by_a_day_is_a_task_of_his() -> None:
    assert lines_of(
        "KẾ HOẠCH\nTổ chức đối thoại\n- Văn phòng UBND xã: chuẩn bị hội trường, xong trong ngày 21/3/2024.\n"
        "- Đoàn trường chuẩn bị sân khấu, hoàn thành trước ngày 19/4/2024.\n"
    ) == [
        "03-21 deadline: Văn phòng UBND xã: chuẩn bị hội trường",
        "04-18 deadline: Đoàn trường chuẩn bị sân khấu",
    ]
