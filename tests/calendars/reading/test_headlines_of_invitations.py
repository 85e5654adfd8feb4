"""Invitations on web pages: a headline that names no kind of paper, and sentences that call the meeting by its sort "
"alone."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.programme import Kind, Programme
from calendars.reading import read_programme
from calendars.when import when_to_json


def page(text: str) -> Programme:
    return read_programme(decode(text.encode(), "a.txt"), today=date(2026, 3, 9))


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Triệu tập Kỳ họp thứ 9 HĐND tỉnh khóa XV", "Kỳ họp thứ 9 HĐND tỉnh khóa XV"),
        ("THƯỜNG TRỰC HĐND HUYỆN BẾN GÒ\nTRIỆU TẬP KỲ HỌP CHUYÊN ĐỀ", "Kỳ họp chuyên đề"),
        ("Mời dự Kỳ họp bất thường Hội đồng trường", "Kỳ họp bất thường Hội đồng trường"),
    ],
)
def test_the_headline_names_what_a_sentence_calls_by_its_sort(headline: str, title: str) -> None:
    told = page(
        f"{headline}\n\nCác đại biểu dự họp đầy đủ.\n\n"
        "Kỳ họp dài 01 buổi, bắt đầu từ 14 giờ 00’ thứ Ba, ngày 28/7/2020 tại Nhà văn hóa huyện.\n"
    )
    assert told.kind is Kind.INVITATION
    (entry,) = told.entries
    assert entry.title == title
    assert when_to_json(entry.when)["date"] == "2020-07-28"


def test_a_headline_over_labelled_lines_names_their_meeting() -> None:
    (entry,) = page(
        "Mời họp báo về Lễ hội hoa Bến Gò\n\nBan tổ chức trân trọng thông tin tới quý cơ quan.\n\n"
        "• Thời gian: 16h30 ngày 31/3/2014\n• Địa điểm: Khách sạn Hoa Ban, số 5 Hoàng Lê\n"
    ).entries
    assert entry.title == "Họp báo về Lễ hội hoa Bến Gò"


def test_a_sentence_of_invitation_is_no_headline() -> None:
    told = page("Kính mời quý thầy cô dự họp tổ lúc 8h00 ngày 12/6/2020.\n\nĐề nghị có mặt đúng giờ.\n")
    assert told.title is None


def test_a_heading_of_time_and_place_is_no_name() -> None:
    (entry,) = page(
        "Kế hoạch Lễ trao giải Lần II – năm 2018\n\nI. MỤC ĐÍCH\n\n• Gọn nhẹ.\n\nII. THỜI GIAN – ĐỊA ĐIỂM\n\n"
        "• Thời gian: Từ 07h00 – 11h00, ngày 22/12/2018.\n• Địa điểm: Nhà hát lớn.\n\nIII. PHÂN CÔNG\n\n• Bà Lã Thị "
        "Ngát.\n"
    ).entries
    assert entry.title == "Lễ trao giải Lần II – năm 2018"


def test_a_title_that_tells_but_a_day_is_no_meeting_of_its_own() -> None:
    told = page(
        "Giấy mời họp ngày 22/7/2013\n\nUBND huyện mời dự cuộc họp giao ban vào ngày 22/7/2013, từ 07h00 tại Phòng "
        "1.\n\n"
        "Nội dung:\n\n1. Hội ý nội bộ. Thời gian từ 07h00 đến 08h00\n\n"
        "2. Nghe Phòng Văn hóa trình bày Kế hoạch lên đô thị loại V trước năm 2020. Thời gian từ 08h00 đến 09h15\n"
    )
    assert [entry.title for entry in told.entries][:2] == ["Cuộc họp giao ban", "Hội ý nội bộ"]
    assert {when_to_json(entry.when)["date"] for entry in told.entries} == {"2013-07-22"}


def test_what_refers_to_an_hour_told_above_is_nothing_more() -> None:
    told = page(
        "Mời họp báo về Lễ hội hoa Bến Gò\n\n• Thời gian: 16h30 ngày 31/3/2014\n• Địa điểm: Khách sạn Hoa Ban\n\nGhi "
        "chú:\n\n"
        "Phóng viên được vào chụp ảnh. Sau đó cửa chỉ mở lại theo giờ nói trên, tức 16h30 cùng ngày.\n"
    )
    assert [entry.title for entry in told.entries] == ["Họp báo về Lễ hội hoa Bến Gò"]


def test_the_day_of_a_letter_may_stand_below_whom_it_greets() -> None:
    told = page(
        "THƯ MỜI\nThân gửi các bạn lớp Suối Xanh\n\nNgày 17 tháng 8, 2017\n\nDịp gặp mặt ngày một ít. Nhân nhiều "
        "bạn về quê, "
        "nhóm chúng tôi tổ chức buổi hội ngộ của lớp vào chiều thứ Sáu mùng 8 tháng 9, 2017, từ 4 giờ chiều.\n\n"
        "Do đó buổi hội ngộ Bến Gò dự kiến vào sáng thứ Bảy 9/9/2017 từ 9 giờ sáng giờ VN, tức là 7 giờ tối giờ Cali.\n"
    )
    assert told.issued == date(2017, 8, 17)
    assert [(e.title, when_to_json(e.when)["date"], when_to_json(e.when)["start"]) for e in told.entries] == [
        ("Buổi hội ngộ của lớp", "2017-09-08", "16:00"),
        ("Buổi hội ngộ Bến Gò", "2017-09-09", "09:00"),
    ]


def test_a_feast_of_a_family_is_no_feast_of_the_nation() -> None:
    (entry,) = page(
        "THƯ MỜI\n\nNăm nay lễ giỗ Tổ mở vào ngày Chủ nhật sau rằm tháng Giêng là ngày 20 tháng Giêng năm Kỷ Hợi, "
        "tức ngày "
        "24-02-2019, bắt đầu từ 8h tại nhà thờ họ.\n"
    ).entries
    assert when_to_json(entry.when)["date"] == "2019-02-24"
