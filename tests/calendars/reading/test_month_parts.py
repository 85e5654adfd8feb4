"""Monthly and yearly programmes: their parts, the tables in them, and lists by date."""

import pytest
from announced_lines import lines_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "CHƯƠNG TRÌNH HOẠT ĐỘNG NĂM 2023\n(kèm theo Nghị quyết số 35/NQ-HĐND ngày 20/12/2022)\n\nQuý I\n"
            "- Tháng 1: Thăm chợ Tết (16 - 17/01).\nQuý IV\n- Tháng 11: Tiếp xúc cử tri (14 và 16/11).\n",
            ["01-16..01-17: Thăm chợ Tết", "11-14 11-16: Tiếp xúc cử tri"],
            id="quarters-below-a-decision-of-the-year-before",
        ),
        pytest.param(
            "KẾ HOẠCH THÁNG 4 NĂM 2019\n\n| Stt | Ngày xử | Vụ án | Thẩm phán |\n|---|---|---|---|\n"
            '| 1 | 02/4 | Hình sự: Bùi Văn K., "Trộm cắp" (thụ lý ngày 04/3/2019) | Ông Phước |\n'
            "| 2 | 04/4 (chiều) | Dân sự: tranh chấp đất | Bà Kiều |\n| 3 | 17/4 | Hôn nhân: ly hôn | Bà Kiều |\n",
            [
                '04-02: Hình sự: Bùi Văn K., "Trộm cắp"',
                "04-04 afternoon: Dân sự: tranh chấp đất",
                "04-17: Hôn nhân: ly hôn",
            ],
            id="days-under-a-head-of-their-own",
        ),
        pytest.param(
            "CHƯƠNG TRÌNH QUÝ III/2020\n\n+ Phiên 16/7: Nghe Đề án phát triển du lịch.\n"
            "+ Phiên 06/8: Rà soát công tác chuẩn bị.\n",
            ["07-16: Phiên: nghe Đề án phát triển du lịch", "08-06: Phiên: rà soát công tác chuẩn bị"],
            id="sessions-by-their-day",
        ),
        pytest.param(
            "LỊCH HOẠT ĐỘNG THÁNG 5/2015\n\n05/5 Lễ phát động, 7h30, Nhà văn hóa\n08/5 Thứ 6: họp BCH (chiều)\n"
            "19/5 Dâng hương\n20/5: hạn chót nộp danh sách\n",
            [
                "05-05 07:30: Lễ phát động",
                "05-08 afternoon: Họp BCH",
                "05-19: Dâng hương",
                "05-20 deadline: Hạn chót nộp danh sách",
            ],
            id="dates-before-things-without-a-colon",
        ),
        pytest.param(
            "CHƯƠNG TRÌNH MỤC VỤ THÁNG 12-2024\n\n* THÁNH LỄ\n- Thứ Bảy: 18g00 (lễ vọng)\n"
            "- Chúa nhật: 5g00 - 7g30 (thiếu nhi) - 17g00\n* HỌC HỎI\n- Họp tổ chiều thứ Sáu\n"
            "- Triển lãm ảnh (cả tháng).\n",
            [
                "WEEKLY 18:00: Thánh lễ",
                "WEEKLY 05:00: Thánh lễ",
                "WEEKLY 07:30: Thánh lễ",
                "WEEKLY 17:00: Thánh lễ",
                "WEEKLY afternoon: Họp tổ",
                "12-01..12-31: Triển lãm ảnh",
            ],
            id="weekdays-of-a-month-with-their-hours",
        ),
        pytest.param(
            "KẾ HOẠCH THÁNG 5/2024\n\nNội dung\tDự kiến\tĐịa điểm\nHọp tổ\tThứ Hai (06/5), 14h30\tHội trường\n"
            "Diễn tập\tTừ ngày 24 đến 27/5\tSân vận động\n",
            ["05-06 14:30 tentative: Họp tổ", "05-24..05-27 tentative: Diễn tập"],
            id="days-under-foreseen",
        ),
        pytest.param(
            "KẾ HOẠCH THÁNG 5/2024\n\n1. Họp tổ\n- Thời gian: 14h00 ngày 06/5/2024\n2. Nộp đảng phí\n"
            "- Thời hạn: 10/5\n3. Nộp báo cáo tháng\n- Thời hạn: Chậm nhất 17/5\n",
            [
                "05-06 14:00: Họp tổ",
                "05-10 deadline: Nộp đảng phí",
                "05-17 deadline: Nộp báo cáo tháng",
            ],
            id="last-days-on-lines-below",
        ),
        pytest.param(
            "KẾ HOẠCH THÁNG 5/2024\n\n| TT | Nội dung | Bắt đầu | Kết thúc |\n|---|---|---|---|\n"
            "| 1 | Giám sát | 20/5/2024 | 23/5/2024 |\n| 2 | Họp tổ | 24/5/2024 |  |\n",
            ["05-20..05-23: Giám sát", "05-24: Họp tổ"],
            id="days-that-begin-and-end-in-columns",
        ),
        pytest.param(
            "LỊCH MỤC VỤ THÁNG 5/2024\n\nCÁC THÁNH LỄ\n11/5: Lễ Chúa Lên Trời 8g15\n\nHỌC HỎI\n12/5: họp Hội đồng\n",
            ["05-11 08:15: Lễ Chúa Lên Trời", "05-12: Họp Hội đồng"],
            id="a-heading-a-blank-line-below-the-title",
        ),
        pytest.param(
            "KẾ HOẠCH THÁNG 5/2024\n\nKế hoạch cả nhà nhé:\nngày 9/5 diễn tập phòng cháy\n"
            "14h30 ngày 10/5 nghiệm thu đề tài\ntừ ngày 13 đến 14/5 khám sức khỏe\nthứ Tư (15/5) họp chi bộ\n",
            [
                "05-09: Diễn tập phòng cháy",
                "05-10 14:30: Nghiệm thu đề tài",
                "05-13..05-14: Khám sức khỏe",
                "05-15: Họp chi bộ",
            ],
            id="lines-in-haste-that-begin-small",
        ),
        pytest.param(
            "KẾ HOẠCH THÁNG 5/2024\n\nNGÀY 17/5: Tham quan bảo tàng (7h45 xuất phát, 8h15 bắt đầu)\n"
            "NGÀY 19/5: Lễ dâng hương (tập trung 6h30, bắt đầu 7h00)\n"
            "NGÀY 24/5: Họp phụ huynh, 17h: lớp Mầm 1, Mầm 2\nNGÀY 31/5: Vui Tết Thiếu nhi (tổ chức sớm 1 ngày)\n",
            [
                "05-17 08:15: Tham quan bảo tàng",
                "05-19 07:00: Lễ dâng hương",
                "05-24 17:00: Họp phụ huynh (lớp Mầm 1, Mầm 2)",
                "05-31: Vui Tết Thiếu nhi",
            ],
            id="hours-of-setting-out-and-of-groups",
        ),
        pytest.param(
            "KẾ HOẠCH THÁNG 5/2024\n\nPhần 1. LỊCH TIÊM CHỦNG (7h30 - 10h30)\nTrạm Y tế\t\tNgày tiêm\tGiám sát\n"
            "Thị trấn\t\t06/5\t\tYS Hường\nXã Phù Lưu\t\t08/5\t\tCN Đạt\nXã Thạch Bàn\t\t13/5\t\tCN Đạt\n",
            [
                "05-06 07:30-10:30: Tiêm chủng: Thị trấn",
                "05-08 07:30-10:30: Tiêm chủng: Xã Phù Lưu",
                "05-13 07:30-10:30: Tiêm chủng: Xã Thạch Bàn",
            ],
            id="hours-in-the-heading-of-a-table",
        ),
        pytest.param(
            "CHƯƠNG TRÌNH QUÝ III/2020\n\nI. BAN CHẤP HÀNH\nHội nghị lần thứ 29 (10/7): thảo luận báo cáo.\n"
            "Hội nghị lần thứ 30 (dự kiến trung tuần tháng 9): công tác nhân sự.\n",
            ["07-10: Hội nghị lần thứ 29", "~09-11..09-20 tentative: Hội nghị lần thứ 30"],
            id="sentences-that-begin-alike",
        ),
        pytest.param(
            "KẾ HOẠCH THÁNG 6/2024\n\n- Họp báo: 9h00, 03/6\n\nGhi chú: Giao ban nội dung 7h45 các ngày làm việc trong "
            "tuần; giao ban lãnh đạo chiều thứ Sáu hằng tuần.\n",
            [
                "06-03 09:00: Họp báo",
                "WEEKLY 07:45: Giao ban nội dung",
                "WEEKLY afternoon: Giao ban lãnh đạo",
            ],
            id="standing-meetings-in-a-note",
        ),
    ],
)
def test_parts_of_programmes(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected
