"""Programmes of a month, each small, in forms that hide their days or parts: groups of rows, marks, months in words."""

import pytest
from announced_lines import lines_of

MONTH = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2024\n\n"
ROWS = (
    "1{0}Họp giao ban{0}7h15 ngày 02/5{0}Trưởng phòng\n2{0}Hội đồng thuốc{0}09/5{0}Dược",
    "7{0}Tự kiểm tra cuối kỳ{0}13/5 - 17/5{0}Tổ chất lượng\n8{0}Đón đoàn phúc tra{0}Dự kiến 20/5{0}Phòng 2",
)
OF_ROWS = [
    "05-02 07:15: Họp giao ban",
    "05-09: Hội đồng thuốc",
    "05-13..05-17: Tự kiểm tra cuối kỳ",
    "05-20 tentative: Đón đoàn phúc tra",
]


@pytest.mark.parametrize(
    "groups",
    [
        ("A{0}CÔNG TÁC CHUYÊN MÔN", "B{0}CÔNG TÁC QUẢN LÝ"),
        ("I{0}Công tác chuyên môn", "II{0}Công tác quản lý"),
        ("A. CÔNG TÁC CHUYÊN MÔN", "B. CÔNG TÁC QUẢN LÝ"),
        ("CÔNG TÁC CHUYÊN MÔN", "CÔNG TÁC QUẢN LÝ"),
        ("Công tác chuyên môn", "Công tác quản lý"),
    ],
)
@pytest.mark.parametrize("sign", ["\t", " | "])
def test_groups_of_rows(sign: str, groups: tuple[str, str]) -> None:
    table = [
        "TT{0}Nội dung công việc{0}Thời gian{0}Phụ trách",
        groups[0],
        ROWS[0],
        groups[1],
        ROWS[1],
    ]
    assert lines_of(MONTH + "\n".join(line.format(sign) for line in table)) == OF_ROWS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{MONTH}TT | Nội dung | Thời gian | Phụ trách\n1 | Họp tổ | Sáng 02/5 | Bà Hoa\n"
            "2 | Vận động quỹ khuyến học | | Bà Lan\n3 | Hội thi nấu ăn | 10/5 | Bà Mai\n",
            ["05-02 morning: Họp tổ", "05-10: Hội thi nấu ăn"],
            id="a-numbered-row-whose-day-is-left-empty-has-none",
        ),
        pytest.param(
            "CHƯƠNG TRÌNH CÔNG TÁC ĐOÀN THÁNG BA\nTháng Thanh niên năm 2015 (Kèm theo Công văn số 12-CV/HĐ ngày "
            "12/02/2015)\n\n- Tuần 3: Hiến máu tình nguyện.\n- Ngày 26: Lễ kết nạp đoàn viên.\n",
            ["~03-16..03-22 tentative: Hiến máu tình nguyện", "03-26: Lễ kết nạp đoàn viên"],
            id="the-month-is-written-in-words",
        ),
        pytest.param(
            "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 10 CỦA HỘI PHỤ NỮ PHƯỜNG AN HẠ\n\nHội triển khai chương trình tháng "
            "10/2025, đề nghị các chị ghi lịch:\n1. Các ngày lễ, kỷ niệm trong tháng\n01/10: Ngày Quốc tế Người "
            "cao tuổi.\n17/10: Ngày vì người nghèo\n2. Hoạt động tập trung\n"
            "➢ 14g00 ngày 03/10 (thứ 6): giao ban chi hội trưởng.\n➢ 16/10 họp mặt khối doanh nghiệp nữ, 18g.\n"
            "✓ Thu hội phí: hạn chót 25/10.\n",
            [
                "10-01 all-day observance: Ngày Quốc tế Người cao tuổi",
                "10-17 all-day observance: Ngày vì người nghèo",
                "10-03 14:00: Giao ban chi hội trưởng",
                "10-16 18:00: Họp mặt khối doanh nghiệp nữ",
                "10-25 deadline: Thu hội phí",
            ],
            id="a-sentence-tells-the-year-signs-mark-items-and-days-stand-below-their-heading",
        ),
        pytest.param(
            f"{MONTH}I/- TUYÊN TRUYỀN\n1/- Kỷ niệm 134 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5).\n"
            "II/- HỘI NGHỊ, HỌP\n1/- Họp mặt truyền thống: 14 giờ ngày 18/5 tại Hội trường khối Đảng.\n"
            "2/- Giám sát việc chi trả: trung tuần tháng 5.\n3/- Bàn giao nhà: ngày 21/5.\n",
            [
                "05-19 all-day observance: Ngày sinh Chủ tịch Hồ Chí Minh",
                "05-18 14:00: Họp mặt truyền thống",
                "~05-11..05-20 tentative: Giám sát việc chi trả",
                "05-21: Bàn giao nhà",
            ],
            id="marks-with-a-dash-behind-their-sign",
        ),
        pytest.param(
            f"{MONTH}1. Chiến dịch diệt lăng quăng đợt 2: từ 02/5 đến 13/5.\n2. Ngày Quốc tế Gia đình: 15/5.\n"
            "3. Họp Hội đồng thuốc: sau ngày 20/5 (thông báo cụ thể sau).\n"
            "4. Hưởng ứng Ngày Thế giới không thuốc lá 31/5: mít tinh lúc 8h00 tại Quảng trường.\n"
            "5. Tuần cuối tháng: Tổ chức vui lễ Phật đản cho trẻ (lễ Phật đản là ngày 22/5).\n",
            [
                "05-02..05-13: Chiến dịch diệt lăng quăng đợt 2",
                "05-15 all-day observance: Ngày Quốc tế Gia đình",
                "~05-21..05-31 tentative: Họp Hội đồng thuốc",
                "05-31 08:00: Mít tinh",
                "05-31 all-day observance: Ngày Thế giới không thuốc lá",
                "~05-27..05-31 tentative: Tổ chức vui lễ Phật đản cho trẻ",
            ],
            id="days-that-other-days-tell",
        ),
        pytest.param(
            "LỊCH XÉT XỬ THÁNG 7/2020\n\nSTT | Thời gian | Vụ án | Thẩm phán | Địa điểm\n"
            "1 | 13h30 ngày 06/7 | Ly hôn: chị Đinh Thị M. - anh Lê K. | Ông Bính | Phòng xử B\n"
            "2 | 7h30 ngày 09/7 | Tranh chấp hợp đồng vay: Quỹ tín dụng - ông Phạm S. | Bà Loan | Phòng xử A\n",
            [
                "07-06 13:30: Ly hôn: chị Đinh Thị M. - anh Lê K",
                "07-09 07:30: Tranh chấp hợp đồng vay: Quỹ tín dụng - ông Phạm S",
            ],
            id="a-row-that-ends-with-an-initial-is-no-remark",
        ),
        pytest.param(
            f"{MONTH}I. GIAO BAN THƯỜNG TRỰC\n\n8 giờ sáng thứ Hai hằng tuần, tại phòng họp số 2.\n\n"
            "II. CÁC CUỘC HỌP KHÁC\n\n- Ngày 02/5: Họp chi bộ.\n",
            ["WEEKLY 08:00: Giao ban Thường trực", "05-02: Họp chi bộ"],
            id="a-heading-names-what-its-only-paragraph-tells-the-time-of",
        ),
        pytest.param(
            f"{MONTH}Ngày 8/5: Họp phụ huynh\n   - K10: 7h30\n   - K11, K12: 14h00\n"
            "Ngày 10/5: Chào cờ, phát động thi đua (10/5 - 20/6).\nNgày 12/5: Khảo sát môn Toán (sáng).\n",
            [
                "05-08 07:30: Họp phụ huynh (K10)",
                "05-08 14:00: Họp phụ huynh (K11, K12)",
                "05-10: Chào cờ, phát động thi đua",
                "05-12 morning: Khảo sát môn Toán",
            ],
            id="groups-with-their-hours-stand-below-what-is-held-for-them",
        ),
        pytest.param(
            f"{MONTH}- Sáng 10/5: Thăm Trạm Y tế nhân Ngày Quốc tế Điều dưỡng (12/5).\n"
            "- Gặp mặt nữ công nhân nhân ngày 01/5: chiều 02/5.\n"
            "- Tổ chức Ngày hội Gia đình từ ngày 13/5 đến ngày 18/5; Thường trực dự Ngày hội tại thôn Phú Hạ: ngày "
            "14/5.\n",
            [
                "05-10 morning: Thăm Trạm Y tế nhân Ngày Quốc tế Điều dưỡng",
                "05-12 all-day observance: Ngày Quốc tế Điều dưỡng",
                "05-02 afternoon: Gặp mặt nữ công nhân nhân ngày 01/5",
                "05-14: Ngày hội",
                "05-13..05-18: Ngày hội Gia đình",
            ],
            id="a-day-told-by-its-name-stands-beside-what-is-held-for-it",
        ),
        pytest.param(
            "LỊCH HOẠT ĐỘNG QUÝ II NĂM 2025\n\nTHÁNG TƯ\n05/04 (Thứ Bảy) ..... Trải nghiệm làm gốm, 8h30, sân trong\n"
            "07/04 (10/3 âm lịch) ..... Nghỉ Giỗ Tổ Hùng Vương\nTHÁNG NĂM\n06/05 ..... Đón đoàn, buổi chiều\n"
            "Nửa cuối tháng ..... Thẩm định hồ sơ\nThứ Bảy hàng tuần ..... Lớp vẽ 8h00 - 10h00 (10/5 - 31/5)\n"
            "Hội thảo khoa học ........ 22/05\n",
            [
                "04-05 08:30: Trải nghiệm làm gốm",
                "04-07 all-day observance: Nghỉ Giỗ Tổ Hùng Vương",
                "05-06 afternoon: Đón đoàn",
                "~05-16..05-31 tentative: Thẩm định hồ sơ",
                "WEEKLY 08:00-10:00: Lớp vẽ",
                "05-22: Hội thảo khoa học",
            ],
            id="rows-of-dots-lead-from-the-day-to-the-thing",
        ),
        pytest.param(
            "CHƯƠNG TRÌNH CÔNG TÁC NĂM 2022\n\nTháng 1\n- Ngày 12: Hội nghị tổng kết.\nTháng 12\n- Hội nghị BCH: "
            "dự kiến ngày 20.\n\n* Thường trực Ban Đại diện hội ý: ngày 25 hằng tháng.\n",
            [
                "01-12: Hội nghị tổng kết",
                "12-20 tentative: Hội nghị BCH",
                "MONTHLY: Thường trực Ban Đại diện hội ý",
            ],
            id="an-item-under-a-higher-mark-behind-the-months-is-of-the-year",
        ),
        pytest.param(
            "KẾ HOẠCH CÔNG TÁC THÁNG 4 NĂM 2026\n\nA. NHIỆM VỤ GIAO CÁC PHÒNG (hạn hoàn thành ghi sau mỗi nhiệm vụ)\n"
            "1. Thẩm định đề án vị trí việc làm - 17/4\n2. Báo cáo kết quả bầu cử (ngày bầu cử 15/3/2026) - 08/4\n"
            "3. Phiên giao dịch việc làm: 8h00 thứ Bảy 18/4\n\nB. CÁC NGÀY NGHỈ TRONG THÁNG\n- Lễ 30/4.\n",
            [
                "04-17 deadline: Thẩm định đề án vị trí việc làm",
                "04-08 deadline: Báo cáo kết quả bầu cử",
                "04-18 08:00: Phiên giao dịch việc làm",
                "04-30 all-day observance: Lễ",
            ],
            id="headings-tell-what-is-due-and-what-is-a-day-off",
        ),
        pytest.param(
            "Lịch công tác tuần thứ 12 (22-28/3/2021)\n\nHai 22/3: giao ban toàn Trung tâm 7h30 (hội trường tầng 1).\n"
            "Ba 23/3: giám sát xã Suối Lềnh (sáng).\nNăm 25/3: 16h giao ban phòng Kế hoạch.\n"
            "Bảy 27/3 - CN 28/3: tập huấn cho 15 trạm (7h30 hằng ngày).\n",
            [
                "03-22 07:30: Giao ban toàn Trung tâm",
                "03-23 morning: Giám sát xã Suối Lềnh",
                "03-25 16:00: Giao ban phòng Kế hoạch",
                "03-27..03-28 07:30: Tập huấn cho 15 trạm",
            ],
            id="weekdays-by-their-bare-names-and-every-day-of-two",
        ),
        pytest.param(
            "TRƯỜNG MẦM NON HOA BAN\nLịch tuần 17 (28/12 - 03/01)\n\nThứ Hai 28/12/2020: 8h Họp giao ban.\n"
            "Thứ Ba 29/12: Kiểm tra bếp ăn (sáng).\nChủ nhật 03/01: 7h30 lao động.\n",
            ["12-28 08:00: Họp giao ban", "12-29 morning: Kiểm tra bếp ăn", "01-03 07:30: Lao động"],
            id="a-week-across-new-year-by-a-full-date-of-it",
        ),
        pytest.param(
            "LỊCH XÉT XỬ THÁNG 5/2021\n\nSTT | Thời gian | Vụ án | Địa điểm\n"
            "1 | 12/5 | Hoãn phiên tòa vụ trộm cắp; mở lại 7h30 ngày 20/5 | Phòng xử A\n"
            "2 | 7h30 ngày 14/5 | Ly hôn: chị B - anh C | Phòng xử B\n",
            [
                "05-12 postponed: Phiên tòa vụ trộm cắp",
                "05-20 07:30: Phiên tòa vụ trộm cắp",
                "05-14 07:30: Ly hôn: chị B - anh C",
            ],
            id="a-row-of-its-old-day-tells-the-new-one",
        ),
        pytest.param(
            f"{MONTH}- Gặp mặt 19/5: sáng 17/5.\n- Tổ chức 1/6 cho con em (từ 18h đến 20h30 tối 31/5 tại sân trường).\n"
            "- Lễ phát động Tháng Công nhân, Tháng hành động về an toàn lao động - dự kiến ngày 06/5.\n",
            [
                "05-17 morning: Gặp mặt 19/5",
                "05-31 18:00-20:30: Tổ chức 1/6 cho con em",
                "05-06 tentative: Lễ phát động Tháng Công nhân, Tháng hành động về an toàn lao động",
            ],
            id="a-feast-by-its-number-and-a-campaign-that-is-opened",
        ),
        pytest.param(
            "CHƯƠNG TRÌNH CÔNG TÁC QUÝ II NĂM 2024\n\n1/ Tháng 5:\n+ Họp tổ: chiều 12/5.\n2/ Tháng 6:\n"
            "+ Hội thao: 10/6.\n\nHàng tháng: Thường vụ hội ý ngày 25.\n",
            ["05-12 afternoon: Họp tổ", "06-10: Hội thao", "MONTHLY: Thường vụ hội ý"],
            id="what-is-held-each-month-stands-behind-the-months",
        ),
        pytest.param(
            f"{MONTH}- Dự giao ban khối (chiều 29/5); tham mưu họp Ủy ban vào trung tuần tháng; tổ chức giao ban ngành "
            "ngày 30/5.\n",
            [
                "05-29 afternoon: Giao ban khối",
                "~05-11..05-20 tentative: Họp Ủy ban",
                "05-30: Giao ban ngành",
            ],
            id="a-stretch-of-its-own-between-semicolons",
        ),
    ],
)
def test_a_small_programme(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected
