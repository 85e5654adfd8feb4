"""Sentences that tell on what they rest before they tell what is held."""

import pytest
from announced_lines import lines_of


@pytest.mark.parametrize(
    "said",
    [
        "Thực hiện Công văn số 81-CV/HU, Trường tổ chức Lễ khai giảng vào 7h30 ngày 05/9/2025.",
        (
            "Căn cứ Kế hoạch số 45/KH-UBND ngày 01/6/2025 về việc chuẩn bị năm học, Trường Hòa An"
            " tổ chức Lễ khai giảng vào 7h30 "
            "ngày 05/9/2025."
        ),
        (
            "Căn cứ Kế hoạch số 45/KH-UBND; Ban Giám hiệu trân trọng kính mời quý vị dự Lễ khai"
            " giảng lúc 7h30 ngày 05/9/2025."
        ),
        "Căn cứ Quyết định số 12/QĐ-UBND ngày 03/8/2025, Lễ khai giảng được tổ chức vào 7h30 ngày 05/9/2025.",
    ],
)
@pytest.mark.parametrize("head", ["GIẤY MỜI\n\n", "THÔNG BÁO\nVề việc tổ chức Lễ khai giảng\n\n", ""])
def test_what_a_letter_rests_on_stands_before_what_is_held(head: str, said: str) -> None:
    assert lines_of(f"{head}{said}\n") == ["09-05 07:30: Lễ khai giảng"]


def test_a_rule_may_rest_on_a_law() -> None:
    assert lines_of(
        "THÔNG BÁO\nVề việc tổ chức tiếp công dân\n\nCăn cứ Luật Tiếp công dân, UBND xã thông"
        " báo Chủ tịch UBND xã tiếp công "
        "dân vào sáng thứ Năm hằng tuần.\n"
    ) == ["WEEKLY morning: Tiếp công dân"]


def test_what_a_paper_rests_on_is_no_entry() -> None:
    assert not lines_of(
        "QUYẾT ĐỊNH\nVề việc thành lập tổ công tác\n\nCăn cứ Kế hoạch số 45, Sở tổ chức Hội nghị ngày 05/9/2025;\n"
        "Căn cứ Luật Tiếp công dân ngày 25/11/2013;\n"
    )


@pytest.mark.parametrize(
    "said",
    [
        "Đề nghị các đồng chí tham dự cuộc họp giao ban vào 8h00 ngày 12/3/2026 tại phòng họp số 1.",
        "Kính đề nghị các đơn vị cử 01 lãnh đạo đến dự cuộc họp giao ban lúc 8 giờ 00 ngày 12/3/2026.",
        "Yêu cầu toàn thể viên chức dự đầy đủ cuộc họp giao ban lúc 8h00, ngày 12/3/2026.",
    ],
)
def test_what_people_are_asked_to_attend_is_held(said: str) -> None:
    assert lines_of(f"GIẤY MỜI HỌP\n\nKính gửi: Các phòng\n{said}\n") == ["03-12 08:00: Cuộc họp giao ban"]


def test_what_people_are_asked_to_hand_in_is_due() -> None:
    said = "Đề nghị các đơn vị dự họp đầy đủ, gửi báo cáo trước ngày 10/3/2026."
    assert [line.split(": ")[0] for line in lines_of(f"V/v báo cáo\n\n{said}\n")] == ["03-09 deadline"]
