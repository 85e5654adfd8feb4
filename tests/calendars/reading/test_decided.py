"""Notices that an office writes in whole sentences: who decides a change, by which paper and why."""

from datetime import date

import pytest

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.reading.notices.decided import decided_plainly, decides_a_change
from calendars.when import when_to_json


def told(text: str) -> list[tuple[str, str, str]]:
    entries = read_programme(decode(text.encode(), "a.txt"), today=date(2026, 3, 9)).entries
    whens = [when_to_json(entry.when) for entry in entries]
    return [
        (e.title, w.get("date") or w["from"], e.status.value) for e, w in zip(entries, whens, strict=True)
    ]


@pytest.mark.parametrize(
    ("sentence", "plainly"),
    [
        (
            (
                "Do bận họp, ngày 02/3/2022 Văn phòng đã ban hành Công văn số 45/CV-VP dời buổi giao ban từ ngày 04/3 "
                "sang 07/3."
            ),
            "Dời buổi giao ban từ ngày 04/3 sang 07/3.",
        ),
        ("Vì mưa lớn, Ban tổ chức quyết định hoãn Giải chạy ngày 15/8.", "Hoãn Giải chạy ngày 15/8."),
        (
            "Nhằm phòng dịch theo Chỉ thị số 06/CT-TTg ngày 31/01/2020, Trường Cao đẳng Bến Gò hủy Hội thảo ngày 27/3.",
            "Hủy Hội thảo ngày 27/3.",
        ),
        (
            "Hôm nay, ngày 10-11, Ban liên lạc báo tin tạm hoãn buổi họp mặt.",
            "Tạm hoãn buổi họp mặt.",
        ),
        (
            "Vì khâu chuẩn bị chưa xong nên Đại hội định họp ngày 16/11 không thể họp đúng ngày.",
            "Hoãn đại hội định họp ngày 16/11.",
        ),
        ("Viện đã lên kế hoạch, dự kiến tổ chức Tọa đàm vào ngày 08/5.", "Tọa đàm vào ngày 08/5."),
    ],
)
def test_what_is_decided_is_told_without_who_and_why(sentence: str, plainly: str) -> None:
    assert decided_plainly(sentence) == plainly


@pytest.mark.parametrize(
    "sentence",
    [
        "Hội nghị A dự kiến ngày 05/6 do mưa bão phải dời sang ngày 08/6.",
        "Sinh viên xin hoãn thi nộp đơn chậm nhất 16h30 thứ Sáu, 09/12.",
        "8 giờ 00: Họp thẩm định; Phòng họp số 1 (hoãn, thời gian họp lại thông báo sau).",
        "Sáng 05/6, Ban chỉ đạo họp bàn điều chỉnh chương trình hội thảo.",
    ],
)
def test_a_sentence_that_tells_more_stays_as_it_is(sentence: str) -> None:
    assert decided_plainly(sentence) == sentence
    assert not decides_a_change(sentence)


def test_what_was_moved_and_is_then_put_off_has_no_time_left() -> None:
    paper = (
        "Hoãn buổi tiếp công dân định kỳ tháng 8/2023\n\n"
        "Trước đây, Công văn số 88/UBND-VP ngày 15/7/2023 xếp buổi tiếp công dân định kỳ tháng 8/2023 của Chủ tịch "
        "UBND "
        "huyện vào ngày 10/8/2023.\n\n"
        "Do có việc gấp, ngày 07/8/2023 UBND huyện ra Thông báo số 54/TB-UBND chuyển buổi này từ ngày 10/8/2023 sang "
        "ngày "
        "14/8/2023.\n\nNay Chủ tịch chưa về kịp nên UBND huyện quyết định hoãn tiếp công dân định kỳ tháng 8/2023.\n"
    )
    title = "Buổi tiếp công dân định kỳ tháng 8/2023"
    assert told(paper) == [(title, "2023-08-10", "postponed"), (title, "2023-08-14", "postponed")]


@pytest.mark.parametrize(
    "old",
    [
        "Lịch trước đây, hội nghị khách hàng này họp vào ngày 16/5/2020.",
        "Trước đó, hội nghị khách hàng dự định tổ chức ngày 16/5/2020.",
        "Lịch cũ: Hội nghị khách hàng tổ chức ngày 16/5/2020.",
    ],
)
def test_the_former_day_may_be_told_last(old: str) -> None:
    paper = f"DỜI HỘI NGHỊ KHÁCH HÀNG\nDo bão, Công ty dời hội nghị khách hàng sang ngày 18/5/2020.\n{old}\n"
    assert [(day, status) for _, day, status in told(paper)] == [
        ("2020-05-18", "confirmed"),
        ("2020-05-16", "postponed"),
    ]


@pytest.mark.parametrize(
    "sentences",
    [
        "Lịch đã công bố có buổi tọa đàm ngày 17/12/2024 tại Nhà văn hóa; song vì mưa lũ, buổi này không thể diễn ra.",
        (
            "Trung tâm đã lên kế hoạch, dự kiến tổ chức Tọa đàm ngày 17/12/2024. Nay Trung tâm quyết định tạm hoãn tọa "
            "đàm."
        ),
        (
            "Thông báo ngày 03/12/2024 của Trung tâm ghi: Trung tâm sẽ họp tọa đàm ngày 17/12/2024. Nay hoãn tọa đàm "
            "nói "
            "trên."
        ),
    ],
)
def test_what_had_been_announced_is_put_off(sentences: str) -> None:
    found = told(f"HOÃN TỌA ĐÀM THÁNG 12/2024\n{sentences}\n")
    assert [(day, status) for _, day, status in found] == [("2024-12-17", "postponed")]


def test_a_page_without_a_title_that_decides_a_change_is_a_notice() -> None:
    page = (
        "Trước diễn biến của dịch và theo công văn số 04/CV-BCĐ ngày 03/01/2022 của Ban chỉ đạo, lãnh đạo xã thống "
        "nhất: "
        "Chủ tịch UBND xã không tổ chức tiếp công dân định kỳ ngày 15 tháng 01 năm 2022 ở Nhà tiếp dân.\n"
    )
    assert told(page) == [("Tiếp công dân định kỳ", "2022-01-15", "cancelled")]


@pytest.mark.parametrize(
    "paper",
    [
        (
            "Ngày 15/12/2017, Hội đồng ra Thông tri số 312-TT/HĐ triệu tập Hội nghị tổng kết vào ngày 03/01/2018. Vì "
            "vậy, Hội đồng "
            "quyết định chuyển thời gian tổ chức Hội nghị tổng kết sang ngày 08/01/2018.\n"
        ),
        (
            "Do bận, Hội đồng dời hội nghị tổng kết sang ngày 08/01/2018.\n\nTrước đó, theo kế hoạch, Hội đồng sẽ tổ "
            "chức hội nghị "
            "tổng kết vào ngày 03/01/2018.\n"
        ),
        (
            "Theo kế hoạch, Hội nghị tổng kết tổ chức ngày 03/01/2018.\n\nĐể chu đáo, Hội đồng quyết định thay đổi "
            "thời gian tổ chức như sau: ngày 08/01/2018.\n"
        ),
    ],
)
def test_the_papers_of_an_office_tell_the_old_time_and_the_new(paper: str) -> None:
    found = told(f"Thay đổi thời gian tổ chức Hội nghị tổng kết\n\n{paper}")
    assert sorted((day, status) for _, day, status in found) == [
        ("2018-01-03", "postponed"),
        ("2018-01-08", "confirmed"),
    ]


def test_all_that_was_told_above_is_put_off_together() -> None:
    paper = (
        "HOÃN CÁC HỘI NGHỊ\n\n- Ngày 31/8/2020, Đảng ủy đã có Thông tri số 11-TT/ĐU triệu tập đại biểu dự Hội nghị "
        "giới "
        "thiệu nhân sự vào sáng ngày 06/9/2020.\n\n- Ngày 01/9/2020, Hội đồng có Thông tri số 08/TT-HĐ triệu tập đại "
        "biểu dự "
        "Hội nghị lần thứ ba vào chiều ngày 06/9/2020.\n\nNay Đảng ủy quyết định tạm hoãn các hội nghị nêu trong "
        "Thông tri số "
        "11-TT/ĐU và Thông tri số 08/TT-HĐ.\n"
    )
    assert [(day, status) for _, day, status in told(paper)] == [("2020-09-06", "postponed")] * 2


def test_why_something_is_put_off_is_no_meeting() -> None:
    paper = (
        "HOÃN LỚP TẬP HUẤN LƯU TRỮ\n\nSở mở lớp tập huấn lưu trữ ngày 06/8/2020.\n\nTuy nhiên, tỉnh đã áp dụng giãn "
        "cách xã "
        "hội từ ngày 28/7/2020. Vì vậy, Sở quyết định hoãn lớp tập huấn nêu trên. 1043(31.07.2020_15h37p57)_signed\n"
    )
    assert [(day, status) for _, day, status in told(paper)] == [("2020-08-06", "postponed")]


def test_a_line_without_an_end_is_left_alone() -> None:
    line = "hoãn tổ chức " * 5000
    assert decided_plainly(line) == line
