"""Layouts of weekly schedules, each as a small paper of its own with what it announces."""

import pytest
from announced_lines import lines_of

WEEK = "LỊCH CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Hiệu trưởng Cô Lan - 19:42 05/05/2024\n\nKính gửi các thầy cô lịch tuần 32 ạ (6/5-11/5):\n\n"
            "T2: chào cờ sớm 7h.\nT4: 14h dự giờ cô Hậu\nT6: 8h30 Ngày hội Sách\n\n"
            "Thầy Tiến PHT 20:05\nOk cô ạ.\nCô Lan, 20:11\nCảm ơn thầy.\n",
            ["05-06 07:00: Chào cờ sớm", "05-08 14:00: Dự giờ cô Hậu", "05-10 08:30: Ngày hội Sách"],
            id="a-week-in-the-greeting-of-a-message",
        ),
        pytest.param(
            f"{WEEK} Ngày      Buổi     Nội dung                            Chủ trì\n\n"
            "           Sáng     8h00: Họp giao ban cơ quan          Chủ tịch\n"
            "  Hai\n 06/5      Chiều    14h00: Làm việc với xã Tân An       PCT Hòa\n\n"
            "           Sáng     7h30: Chấm thi tại Trường Lê        Chủ tịch\n"
            "                    Hồng Phong\n"
            "  Ba\n 07/5      Chiều    15h00: Tiếp công dân                Chủ tịch\n\n"
            "  Tư       Sáng     8h00: Duyệt đề án                   PCT Hòa\n 08/5\n\n"
            " 11, 12/5           Nghỉ\n",
            [
                "05-06 08:00: Họp giao ban cơ quan",
                "05-06 14:00: Làm việc với xã Tân An",
                "05-07 07:30: Chấm thi",
                "05-07 15:00: Tiếp công dân",
                "05-08 08:00: Duyệt đề án",
            ],
            id="weekdays-in-short-in-the-middle-of-their-rows",
        ),
        pytest.param(
            f"{WEEK}| Ngày | Buổi | PCT Lụa | Chủ tịch |\n| --- | --- | --- | --- |\n"
            "| T2 06/5 | Sáng |  |  |\n|  | Chiều |  | - 14h00: Họp tổ |\n"
            "| T3 07/5 | Sáng |  |  |\n|  | Chiều | Duyệt đề án |  |\n",
            ["05-06 14:00: Họp tổ", "05-07 afternoon: Duyệt đề án"],
            id="leaders-across-on-a-day-that-begins-with-nothing",
        ),
        pytest.param(
            f"{WEEK} | Thứ 2 (06/5) | Thứ 3 (07/5) | Thứ 4 (08/5)\n"
            "Sáng | 8h00: Họp tổ |  | Chấm thi\nChiều |  | 15h: Họp chi bộ |\n",
            ["05-06 08:00: Họp tổ", "05-08 morning: Chấm thi", "05-07 15:00: Họp chi bộ"],
            id="days-across-below-an-empty-head",
        ),
        pytest.param(
            f"{WEEK}06/5\nThứ hai\n\t07h30\tHọp giao ban\tGiám đốc\n\t14h00\tĐối chiếu dư nợ\tTổ 1\n"
            "07/5\nThứ ba\n\tChiều\tKiểm quỹ\tToàn đơn vị\n",
            ["05-06 07:30: Họp giao ban", "05-06 14:00: Đối chiếu dư nợ", "05-07 afternoon: Kiểm quỹ"],
            id="rows-of-tabs-below-dates-over-weekdays",
        ),
        pytest.param(
            f"{WEEK}* THỨ HAI (06/5)\n08g00  Kiểm tra theo 83 tiêu   Đoàn Sở Y tế   Hội trường\n"
            "       chí của Bộ\n* THỨ BA (07/5)\nSáng   Khám từ thiện          Đoàn TN        Xã Tân Hòa\n",
            ["05-06 08:00: Kiểm tra theo 83 tiêu chí của Bộ", "05-07 morning: Khám từ thiện"],
            id="cells-that-go-on-below-themselves-under-days",
        ),
        pytest.param(
            f"{WEEK}Ngày\tTừ\tĐến\tNội dung\tĐăng ký\n06/05/2024\t07:30\t08:30\tGiao ban sản xuất\tVăn phòng\n"
            "07/05/2024\tCả ngày\t\tKiểm toán nội bộ\tP. TCKT\n",
            ["05-06 07:30-08:30: Giao ban sản xuất", "05-07 all-day: Kiểm toán nội bộ"],
            id="hours-from-and-to-in-columns-of-their-own",
        ),
        pytest.param(
            f"{WEEK}=== Thứ Hai 06/5 ===\n- [8h00] Họp tổ\n- [Chiều] Chấm thi\n=== Thứ Ba 07/5 ===\n"
            "- Thẩm định dự toán quý II lúc 9h00\n- Kiểm kê vật tư buổi chiều tại kho số 2\n",
            [
                "05-06 08:00: Họp tổ",
                "05-06 afternoon: Chấm thi",
                "05-07 09:00: Thẩm định dự toán quý II",
                "05-07 afternoon: Kiểm kê vật tư",
            ],
            id="days-between-ornaments-and-hours-in-brackets",
        ),
        pytest.param(
            "HỘI NGƯỜI CAO TUỔI\nLịch tuần thứ nhất tháng 5/2024 (06/5 - 12/5)\n\n"
            "Thứ Hai (ngày 06)\n+ Họp Thường trực Hội (sáng)\nThứ Ba (ngày 07)\n+ Tiếp đoàn (chiều, 14 giờ)\n",
            ["05-06 morning: Họp Thường trực Hội", "05-07 14:00: Tiếp đoàn"],
            id="the-year-of-the-month-that-the-title-names",
        ),
        pytest.param(
            f"{WEEK}Thứ Hai\nSáng\nHọp cơ quan đầu tuần\n8h00, phòng họp\nGiám đốc\nThứ Ba\nSáng\n"
            "Dự hội nghị sơ kết quý I\nTòa án nhân dân tỉnh\nViện trưởng\nTiếp công dân\nPhòng tiếp dân\n"
            "PVT Hồng\nTối\nKhai mạc trưng bày gốm cổ\n19h30, tiền sảnh\nGiám đốc\n",
            [
                "05-06 08:00: Họp cơ quan đầu tuần",
                "05-07 morning: Hội nghị sơ kết quý I",
                "05-07 morning: Tiếp công dân",
                "05-07 19:30: Khai mạc trưng bày gốm cổ",
            ],
            id="hour-and-place-on-a-line-below-and-whose-it-is",
        ),
        pytest.param(
            f"{WEEK}Thứ Hai 06/5\n4g45 Lễ I\n7g00 Lễ thiếu nhi\nThứ Ba 07/5 - LỄ BỔN MẠNG\n4g45 Rước kiệu\n"
            "7g00 Đại hội Hội Các Bà Mẹ\nThứ Tư 08/5\n4g Dọn vệ sinh sân\n",
            [
                "05-06 04:45: Lễ I",
                "05-06 07:00: Lễ thiếu nhi",
                "05-07 04:45: Rước kiệu",
                "05-07 07:00: Đại hội Hội Các Bà Mẹ",
                "05-08 16:00: Dọn vệ sinh sân",
            ],
            id="days-with-their-feast-and-hours-before-those-of-the-morning",
        ),
        pytest.param(
            f"{WEEK}Thứ Hai 06/5\n- 8h00: Tập huấn phần mềm án, 1,5 ngày\n- 8h00: Dự kỳ họp thứ 5, kéo dài 3 ngày\n"
            "Thứ Ba 07/5\n- 9h00: Kiểm kê kho, 0,5 ngày\n",
            [
                "05-06..05-07 08:00: Tập huấn phần mềm án",
                "05-06..05-08 08:00: Kỳ họp thứ 5",
                "05-07 09:00: Kiểm kê kho",
            ],
            id="how-long-it-lasts-behind-a-comma",
        ),
        pytest.param(
            f"{WEEK}Thứ Hai 06/5\n1) 07h30 – Giao ban – TGĐ – Phòng họp lớn\nThứ Ba 07/5\n"
            "1) 14h00 – Diễn tập PCTT – PTGĐ Tấn – Hiện trường\n2) 15h – Tiếp Hội Việt - Lào – Phòng họp 2\n",
            [
                "05-06 07:30: Giao ban",
                "05-07 14:00: Diễn tập PCTT",
                "05-07 15:00: Tiếp Hội Việt - Lào",
            ],
            id="whose-and-where-behind-dashes",
        ),
        pytest.param(
            f"{WEEK}Thứ Hai 06/5\n- 14h00: Họp Đảng ủy\n- 15h: Giao dịch xã Pá Lông\nThứ Ba 07/5\n"
            "- 9h00: Mở thầu gói số 3\n- 14h: Diễn tập phòng cháy\n\nGhi chú:\n"
            "(1) Cuộc họp Đảng ủy chiều 06/5 lùi sang 16h00 cùng ngày.\n"
            "(2) Do mưa bão, buổi diễn tập phòng cháy ngày 07/5 hoãn.\n"
            "(3) Mở thầu gói số 3 chuyển lên 14h00 thứ tư, ngày 08/5.\n"
            "(4) Phiên giao dịch xã Pá Lông ngày 06/5 chuyển sang 09/5, giờ không đổi.\n",
            [
                "05-06 14:00 postponed: Họp Đảng ủy",
                "05-06 16:00: Họp Đảng ủy",
                "05-06 15:00 postponed: Giao dịch xã Pá Lông",
                "05-09 15:00: Giao dịch xã Pá Lông",
                "05-07 09:00 postponed: Mở thầu gói số 3",
                "05-08 14:00: Mở thầu gói số 3",
                "05-07 14:00 postponed: Diễn tập phòng cháy",
            ],
            id="notes-that-change-what-stands-above",
        ),
        pytest.param(
            f"{WEEK}Ngày | Nội dung | Lãnh đạo | Ghi chú\nThứ Ba 07/5 | 8h00: Kiểm tra trường | PGĐ Vân | "
            "Chuyển sang 8h00 thứ Năm 09/5\nThứ Sáu 10/5 | 9h00: Tiếp đoàn | GĐ | Hủy do đoàn đổi kế hoạch\n",
            [
                "05-07 08:00 postponed: Kiểm tra trường",
                "05-09 08:00: Kiểm tra trường",
                "05-10 09:00 cancelled: Tiếp đoàn",
            ],
            id="changes-in-the-column-of-notes",
        ),
        pytest.param(
            "BỆNH VIỆN SÔNG LÔI\nLỊCH TRỰC VÀ LỊCH LÀM VIỆC TUẦN 19\n(Từ 06/5/2024 đến 12/5/2024)\n\nI. LỊCH TRỰC\n"
            "Ngày | Lãnh đạo | Nội - Nhi | Ngoại\nT2 06/5 | BS Quyền | BS Hạ, BS Tín | BS Trung\n"
            "T3 07/5 | BS Mai | BS Oanh | BS Vy\n* Trực 24/24h, giao ca 7h00 hàng ngày.\n\nII. LỊCH LÀM VIỆC\n"
            "T2 06/5: 8h30 Họp Đảng ủy mở rộng. 14h00 Bình bệnh án.\n"
            "Các khoa nộp bảng chấm công về phòng TCHC trước 16h00 thứ Sáu.\n",
            [
                "05-06 08:30: Họp Đảng ủy mở rộng",
                "05-06 14:00: Bình bệnh án",
                "05-10-16:00 deadline: Các khoa nộp bảng chấm công về phòng TCHC",
            ],
            id="a-table-of-duty-beside-a-schedule",
        ),
        pytest.param(
            f"{WEEK}A. LỊCH CÔNG TÁC\nThứ 2 (06/5): 8h00 giao ban Sở\n\nB. LỊCH XE\n"
            "Ngày | Xe | Lái xe | Giờ đi | Phục vụ | Ghi chú\n"
            "07/5 | 36A-004.12 | Tùng | 13h15 | Đ/c Năm đi xã Đông Hoàng | về trong ngày\n",
            ["05-06 08:00: Giao ban Sở", "05-07: Đ/c Năm đi xã Đông Hoàng"],
            id="a-list-of-cars-whose-hours-are-those-of-going",
        ),
        pytest.param(
            f"{WEEK}Thứ Hai 06/5\n- 8h00: Họp tổ\n\nCác phòng đăng ký lịch tuần sau trước 10g thứ Sáu.\n"
            "Các tổ nộp báo cáo tuần tới chậm nhất thứ Năm.\n",
            [
                "05-06 08:00: Họp tổ",
                "05-10-10:00 deadline: Các phòng đăng ký lịch tuần sau",
                "05-09 deadline: Các tổ nộp báo cáo tuần tới",
            ],
            id="what-is-of-next-week-is-due-in-this-one",
        ),
        pytest.param(
            "[04/05/2024 20:14] Cô Hạnh HT:\nGửi các thầy cô lịch tuần 19 (06/5 - 12/5) ạ\nT2 06/5\n7h00 chào cờ\n"
            "T3 07/5\n8h - 10h tập huấn phòng cháy cho toàn trường\nCN nghỉ\n[04/05/2024 20:31] Cô Hạnh HT:\n"
            "À em nhầm, tập huấn phòng cháy dời sang sáng T4 8/5 cùng giờ ạ, huyện vừa báo\n"
            "[04/05/2024 20:33] Thầy Dũng: Vâng ạ\n",
            [
                "05-06 07:00: Chào cờ",
                "05-07 08:00-10:00 postponed: Tập huấn phòng cháy cho toàn trường",
                "05-08 08:00-10:00: Tập huấn phòng cháy cho toàn trường",
            ],
            id="messages-of-a-chat-below-their-stamps",
        ),
        pytest.param(
            f"{WEEK}+--------+--------------+-----------------+\n| Ngày   | Giờ          | Nội dung        |\n"
            "+--------+--------------+-----------------+\n| T2     | 8h00         | Họp giao ban    |\n"
            "| 06/5   |              | toàn cơ quan    |\n+--------+--------------+-----------------+\n"
            "|        | 14h          | Tiếp đoàn       |\n+--------+--------------+-----------------+\n",
            ["05-06 08:00: Họp giao ban toàn cơ quan", "05-06 14:00: Tiếp đoàn"],
            id="a-table-drawn-as-boxes",
        ),
        pytest.param(
            f"{WEEK}          Thứ 2 (06/5)           Thứ 3 (07/5)        Thứ 4 (08/5)\n"
            "Sáng      8h00: Họp giao ban     9h30: Làm việc      8h: Dự giờ\n"
            "          toàn cơ quan           với Sở              khối 5\n"
            "          10h: Tiếp công dân\nChiều                            14h: Mở thầu\n",
            [
                "05-06 08:00: Họp giao ban toàn cơ quan",
                "05-06 10:00: Tiếp công dân",
                "05-07 09:30: Làm việc với Sở",
                "05-08 08:00: Dự giờ khối 5",
                "05-07 14:00: Mở thầu",
            ],
            id="days-across-in-columns-set-with-spaces",
        ),
        pytest.param(
            f"{WEEK}Ngày        Chủ tịch               PCT Trần Thị Mai\n"
            "T2 06/5     8h00: Họp Đảng ủy      14h: Tiếp công dân\n"
            "            mở rộng\nT3 07/5                            9h: Nghiệm thu đường\n",
            [
                "05-06 08:00: Họp Đảng ủy mở rộng",
                "05-06 14:00: Tiếp công dân",
                "05-07 09:00: Nghiệm thu đường",
            ],
            id="leaders-across-in-columns-set-with-spaces",
        ),
        pytest.param(
            f"{WEEK}Ngày: Thứ Hai 06/5\nGiờ: 8h30\nNội dung: Tiếp đoàn kiểm tra\nChủ trì: Hiệu trưởng\n\n"
            "Ngày: Thứ Ba 07/5\nGiờ: Chiều\nNội dung: Khai mạc giải bóng chuyền\nChủ trì: Chủ tịch\n",
            ["05-06 08:30: Tiếp đoàn kiểm tra", "05-07 afternoon: Khai mạc giải bóng chuyền"],
            id="cards-with-a-day-each",
        ),
        pytest.param(
            f"{WEEK}Thứ 2, 06/5 / 10h30 / Xét xử vụ án / Hội trường A\nThứ 3, 07/5 / Chiều / Tập huấn / PH 2\n"
            "Thứ 4, 08/5 / 7h30 - 8h00 / Ký kết quy chế / UBND xã Tân Hòa\n",
            [
                "05-06 10:30: Xét xử vụ án",
                "05-07 afternoon: Tập huấn",
                "05-08 07:30-08:00: Ký kết quy chế",
            ],
            id="rows-whose-cells-strokes-part",
        ),
        pytest.param(
            f"{WEEK}SÁNG THỨ HAI 06/5\n  7g30 – Chào cờ – Toàn thể CBCC – Hội trường phường\nCHIỀU THỨ HAI 06/5\n"
            "  14g00 – Kiểm tra vệ sinh – PCT – Tổ 8\nNGÀY THỨ BA 07/5\n  Khám tuyển dân quân (sáng)\n",
            [
                "05-06 07:30: Chào cờ",
                "05-06 14:00: Kiểm tra vệ sinh",
                "05-07 morning: Khám tuyển dân quân",
            ],
            id="headings-of-a-half-and-its-day",
        ),
        pytest.param(
            f"{WEEK}| Thứ, ngày | Đ/c Bí thư | Đ/c Chủ tịch |\n"
            "| Thứ Hai 06/5 | S: 7h30 Chào cờ; 8h00 Giao ban | S: Tiếp công dân |\n| | C: Đọc tài liệu | |\n",
            [
                "05-06 07:30: Chào cờ",
                "05-06 08:00: Giao ban",
                "05-06 morning: Tiếp công dân",
                "05-06 afternoon: Đọc tài liệu",
            ],
            id="letters-of-halves-in-the-cells-of-leaders",
        ),
        pytest.param(
            f"{WEEK}Mon 06/05\n> 08:00 - 08:45  Giao ban trực tuyến\nTue 07/05\n> AM: A. Dũng đi khách hàng\n"
            "> 15:00  Phỏng vấn tuyển dụng\n",
            [
                "05-06 08:00-08:45: Giao ban trực tuyến",
                "05-07 morning: A. Dũng đi khách hàng",
                "05-07 15:00: Phỏng vấn tuyển dụng",
            ],
            id="weekdays-in-english",
        ),
    ],
)
def test_what_a_layout_announces(text: str, expected: list[str]) -> None:
    assert sorted(lines_of(text)) == sorted(expected)
