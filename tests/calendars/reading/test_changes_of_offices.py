"""Notices of change in the ordinary words of offices: whole letters, with what had been told and what holds now."""

from datetime import date

import pytest
from announced_lines import lines_of

from calendars.documents.text import decode
from calendars.reading import read_programme

INVITED = "Sở Nội vụ đã có Giấy mời số 31/GM-SNV ngày 03/10/2025 mời dự Hội nghị triển khai kê khai tài sản vào lúc "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"Kính gửi: Các đơn vị trực thuộc\n\n{INVITED}14 giờ ngày 08/10/2025.\n"
            "Vì lý do khách quan, Sở Nội vụ hủy Hội nghị nói trên, mong các đơn vị thông cảm.\n",
            ["10-08 14:00 cancelled: Hội nghị triển khai kê khai tài sản"],
            id="called-off-by-a-letter-without-a-title",
        ),
        pytest.param(
            "Kính gửi: Các phòng\n\nTheo Công văn số 31/SNV-VP ngày 03/10/2025, Sở tổ chức họp Hội đồng tuyển dụng vào "
            "8h00 ngày 08/10/2025.\nNay Sở lùi thời gian họp nói trên sang 8h00 ngày 10/10/2025.\n",
            ["10-08 08:00 postponed: Họp Hội đồng tuyển dụng", "10-10 08:00: Họp Hội đồng tuyển dụng"],
            id="moved-by-a-letter-without-a-title",
        ),
        pytest.param(
            "THÔNG BÁO\nThay đổi thời gian, địa điểm họp HĐND\n\nTại Giấy mời số 15/GM-HĐND"
            " ngày 02/7/2025, Thường trực "
            "HĐND xã mời dự Kỳ họp thứ 2 vào lúc 7h30 ngày 15/7/2025. Nay thông báo thay đổi như sau:\n"
            "1. Thời gian: 7h30 ngày 18/7/2025.\n2. Địa điểm: Hội trường Đảng ủy xã.\n",
            ["07-18 07:30: Kỳ họp thứ 2", "07-15 07:30 postponed: Kỳ họp thứ 2"],
            id="the-subject-names-it-otherwise",
        ),
        pytest.param(
            "THÔNG BÁO\nV/v thay đổi thời gian họp\n\nUBND xã đã phát hành Giấy mời số 15/GM-UBND mời họp đánh giá "
            "giải ngân lúc 14h00 ngày 08/7/2025.\nNay UBND xã thông báo thay đổi thời gian họp như sau:\n"
            "- Thời gian: 14h00 ngày 09/7/2025.\n- Các nội dung khác không thay đổi.\n",
            ["07-09 14:00: Họp đánh giá giải ngân", "07-08 14:00 postponed: Họp đánh giá giải ngân"],
            id="nothing-but-the-new-time-is-labelled",
        ),
        pytest.param(
            "V/v thay đổi thời gian họp\n\nKính gửi: Các thành viên\n\nLiên quan đến cuộc họp"
            " Ban Chỉ đạo chuyển đổi số "
            "lúc 8h00 ngày 12/8/2025, do lãnh đạo bận đột xuất, thời gian họp được thay đổi như sau: 14h00 ngày "
            "13/8/2025. Các nội dung khác không thay đổi.\n",
            [
                "08-12 08:00 postponed: Cuộc họp Ban Chỉ đạo chuyển đổi số",
                "08-13 14:00: Cuộc họp Ban Chỉ đạo chuyển đổi số",
            ],
            id="moved-as-follows",
        ),
        pytest.param(
            "THÔNG BÁO\nVề việc tạm ngừng tiếp công dân\n\nTrụ sở Tiếp công dân thành phố tạm"
            " ngừng tiếp công dân từ ngày "
            "25/8/2025 đến ngày 29/8/2025 để sửa chữa trụ sở.\n",
            ["08-25..08-29 postponed: Tiếp công dân"],
            id="what-is-held-again-and-again-rests",
        ),
        pytest.param(
            "Thông báo: Lịch họp giao ban sáng thứ Hai 21/7/2025 hủy. Các phòng gửi báo cáo trước 10h cùng ngày.\n",
            ["07-21 morning cancelled: Họp giao ban", "07-21-10:00 deadline: Các phòng gửi báo cáo"],
            id="called-off-at-the-end-of-a-sentence",
        ),
        pytest.param(
            "Tên cuộc họp: Họp Hội đồng tư vấn\nThời gian đã thông báo: 8h30 ngày 04/9/2025\n"
            "Thời gian điều chỉnh: 8h30 ngày 09/9/2025\nĐịa điểm: Phòng họp 201\n",
            ["09-04 08:30 postponed: Họp Hội đồng tư vấn", "09-09 08:30: Họp Hội đồng tư vấn"],
            id="nothing-but-labelled-lines",
        ),
        pytest.param(
            "THÔNG BÁO\nThay đổi lịch họp\n- Cuộc họp: Giao ban khối văn xã\n- Lịch cũ: 14h00, thứ Ba 09/9/2025, Phòng "
            "201\n- Lịch mới: 8h00, thứ Năm 11/9/2025, Phòng 305\n- Thành phần: như giấy mời\n",
            ["09-09 14:00 postponed: Giao ban khối văn xã", "09-11 08:00: Giao ban khối văn xã"],
            id="a-marked-label-names-the-meeting",
        ),
        pytest.param(
            "THÔNG BÁO\nV/v lùi thời gian nhận bài dự thi\n\nBan Tổ chức lùi thời gian nhận bài dự thi tới ngày "
            "15/10/2025.\n",
            ["10-15 deadline: Gia hạn việc nhận bài dự thi"],
            id="what-is-taken-until-a-later-day-is-due-then",
        ),
        pytest.param(
            "THÔNG BÁO\nV/v thay đổi thời gian giao ban tuần\n\nKể từ ngày 01/10/2025, UBND xã thay đổi thời gian giao "
            "ban hằng tuần từ sáng thứ Hai sang chiều thứ Sáu, bắt đầu lúc 14h00.\n",
            ["WEEKLY morning postponed: Giao ban tuần", "WEEKLY 14:00: Giao ban tuần"],
            id="what-is-held-each-week-moves-to-another-weekday",
        ),
        pytest.param(
            "THÔNG BÁO\nThay đổi địa điểm tiếp công dân\n\nKể từ ngày 01/8/2025, địa điểm tiếp công dân của UBND xã "
            "chuyển về Trụ sở mới tại thôn 2. Thời gian vẫn giữ nguyên: sáng thứ Năm hằng tuần.\n",
            ["WEEKLY morning: Tiếp công dân"],
            id="where-a-thing-is-from-a-day-on-is-none",
        ),
        pytest.param(
            "Thông báo: Lùi lịch khai giảng lớp trung cấp chính trị từ ngày 06/10 sang ngày 13/10/2025\n",
            [
                "10-06 postponed: Khai giảng lớp trung cấp chính trị",
                "10-13: Khai giảng lớp trung cấp chính trị",
            ],
            id="a-message-of-one-line",
        ),
        pytest.param(
            "Thông báo\nKhông tiếp công dân\n\nVăn phòng thông báo ngày 15/5/2025 Chủ tịch UBND"
            " xã không tiếp công dân do "
            "đi công tác.\n",
            ["05-15 cancelled: Tiếp công dân"],
            id="nobody-is-received",
        ),
        pytest.param(
            "Bất động sản > Thị trường\n\nMột huyện hoãn đấu giá hàng chục lô đất\n\n01/8/2023 10:25\n\n"
            "Chiều qua (31/7), trung tâm đấu giá cho biết: tạm hoãn đấu giá vào ngày 6/8.\n\n"
            "Tiền đặt trước đã nộp trả cho người đăng ký chậm nhất ngày 7/8.\n",
            [
                "08-06 postponed: Đấu giá hàng chục lô đất",
                "08-07 deadline: Tiền đặt trước đã nộp trả cho người đăng ký",
            ],
            id="news-of-what-somebody-said-yesterday",
        ),
        pytest.param(
            "V/v chuyển hình thức tổ chức Hội nghị\n\nHội nghị tổng kết công tác Hội vào 8h00"
            " ngày 20/12/2025 được chuyển "
            "từ hình thức trực tiếp sang trực tuyến.\n",
            ["12-20 08:00: Hội nghị tổng kết công tác Hội"],
            id="how-it-had-been-held-is-no-part-of-the-name",
        ),
    ],
)
def test_what_a_notice_says_of_a_meeting(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected


AT = "14h00 ngày 15/4/2025"


@pytest.mark.parametrize(
    "said",
    [
        (
            f"Đảng ủy xã thông báo thay đổi địa điểm tổ chức Hội nghị Ban Chấp hành lúc {AT} như sau:\n"
            "- Địa điểm cũ: Hội trường UBND xã\n- Địa điểm mới: Nhà văn hóa thôn Đông"
        ),
        (
            f"Hội nghị Ban Chấp hành lúc {AT}:\n- Địa điểm đã thông báo: Hội trường UBND xã\n"
            "- Địa điểm thay đổi: Nhà văn hóa thôn Đông"
        ),
        (
            f"Văn phòng thông báo thay đổi địa điểm tổ chức Hội nghị Ban Chấp hành lúc {AT}. "
            "Địa điểm mới: Nhà văn hóa thôn Đông."
        ),
        (
            f"Theo Giấy mời số 12, Hội nghị Ban Chấp hành diễn ra lúc {AT} tại Hội trường UBND xã. "
            "Nay chuyển địa điểm đến Nhà văn hóa thôn Đông, thời gian không thay đổi."
        ),
    ],
)
def test_a_place_that_changes_is_told_in_lines_or_in_a_sentence_of_its_own(said: str) -> None:
    text = f"THÔNG BÁO\nV/v thay đổi địa điểm họp\n\n{said}\n"
    entries = read_programme(decode(text.encode(), "a.txt"), today=date(2025, 4, 1)).entries
    assert lines_of(text) == ["04-15 14:00: Hội nghị Ban Chấp hành"]
    assert [entry.location for entry in entries] == ["Nhà văn hóa thôn Đông"]


@pytest.mark.parametrize(
    "foot",
    [
        "Nếu có thay đổi sẽ thông báo sau.",
        "Khi có thay đổi, Văn phòng sẽ thông báo sau.",
        "Lưu ý: Trường hợp có thay đổi lịch, Văn phòng sẽ có thông báo riêng./.",
    ],
)
def test_what_is_told_if_anything_changes_makes_nothing_uncertain(foot: str) -> None:
    head = "LỊCH TRỰC LÃNH ĐẠO THÁNG 5/2025\nNgày 03/5: Ông Lê An\nNgày 10/5: Bà Vũ Bình\n"
    assert lines_of(f"{head}{foot}\n") == lines_of(head)
    assert lines_of(head)[1:] == ["05-10: Trực lãnh đạo: Bà Vũ Bình"]


def test_who_invites_whom_is_no_part_of_the_title() -> None:
    text = (
        "UBND XÃ HÒA AN\nSố: 15/GM-UBND\nHòa An, ngày 05 tháng 3 năm 2026\nGIẤY MỜI\n\nUBND xã trân trọng kính mời: "
        "Trưởng các thôn\nĐến dự: Hội nghị triển khai sản xuất.\nThời gian: 8h00 ngày"
        " 12/3/2026.\nĐịa điểm: Hội trường.\n"
    )
    assert lines_of(text) == ["03-12 08:00: Hội nghị triển khai sản xuất"]


def test_labels_may_say_what_changes_to_what() -> None:
    text = (
        "THÔNG BÁO\nVề việc thay đổi địa điểm và thời gian tổ chức Hội thi\n\n- Thời gian tổ chức: Thay đổi từ ngày "
        "26/3/2026 sang ngày 28/3/2026.\n- Địa điểm tổ chức: Chuyển từ Hội trường huyện sang Nhà thi đấu.\n"
    )
    entries = read_programme(decode(text.encode(), "a.txt"), today=date(2026, 3, 1)).entries
    assert lines_of(text) == ["03-26 postponed: Hội thi", "03-28: Hội thi"]
    assert entries[1].location == "Nhà thi đấu"
