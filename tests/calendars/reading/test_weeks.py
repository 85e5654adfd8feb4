"""Weeks, changes and invitations as offices write them, each as a small paper of its own with what it announces."""

import pytest
from announced_lines import lines_of

WEEK = "LỊCH CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{WEEK}THỨ SÁU 10/5\nSáng:\n- 8h00: Tiếp đoàn kiểm tra của Sở, cả ngày.\nChiều:\n"
            "- 15h00: Họp chi bộ khối văn phòng.\nTHỨ BẢY 11/5: Khám bệnh tình nguyện (xe đi lúc 5h30).\n",
            [
                "05-10 08:00: Tiếp đoàn kiểm tra của Sở",
                "05-10 15:00: Họp chi bộ khối văn phòng",
                "05-11: Khám bệnh tình nguyện (xe đi lúc 5h30)",
            ],
            id="a-day-with-what-is-on-ends-the-half-of-the-day-before",
        ),
        pytest.param(
            f"{WEEK}Thứ Hai, ngày 06/5:\n- Chủ tịch: 08h00, hội ý Thường trực tại phòng họp A. Chiều, họp tổ.\n"
            "- PCT: 13h30, họp Ban Chỉ đạo bầu cử (thành phần theo giấy mời).\n",
            [
                "05-06 08:00: Hội ý Thường trực",
                "05-06 afternoon: Họp tổ",
                "05-06 13:30: Họp Ban Chỉ đạo bầu cử",
            ],
            id="a-lettered-room-ends-a-sentence-and-who-is-invited-leaves-nothing-open",
        ),
        pytest.param(
            f"{WEEK}Thứ Năm\n\n09/5\n\nCả ngày\n\nGiám sát việc thực hiện quy chế dân chủ\n\nĐ/c Bí thư\n\n"
            "Đảng ủy xã Tân Lâm\n\nThứ Sáu\n\n10/5\n\nSáng\n\n8h00: Họp Ban Thường vụ\n",
            ["05-09 all-day: Giám sát việc thực hiện quy chế dân chủ", "05-10 08:00: Họp Ban Thường vụ"],
            id="the-body-below-the-chair-is-the-place",
        ),
        pytest.param(
            "THÔNG BÁO\nThay đổi thời gian tổ chức cuộc họp\n\nTheo Giấy mời số 40/GM-SYT ngày 02/5/2024, Sở mời các "
            "trạm dự họp triển khai tiêm chủng vào 14 giờ 00 ngày 10/5/2024.\n"
            "Cuộc họp trên được thay đổi như sau:\n- Thời gian: 08 giờ 00, thứ Hai, ngày 13/5/2024.\n\n"
            "Thông báo lúc 16h45 ngày 08/5/2024.\n",
            ["05-13 08:00: Họp triển khai tiêm chủng", "05-10 14:00 postponed: Họp triển khai tiêm chủng"],
            id="a-meeting-that-the-change-does-not-name-is-the-one-announced",
        ),
        pytest.param(
            "THÔNG BÁO\nVề việc lùi thời gian tổ chức Ngày hội Thanh niên khởi nghiệp\n\n"
            "Ngày hội Thanh niên khởi nghiệp huyện dự kiến tổ chức trong 02 ngày 11 và 12/5/2024. Do mưa bão, "
            "Huyện đoàn quyết định lùi thời gian tổ chức sang ngày 18 và 19/5/2024.\n",
            [
                "05-11..05-12 postponed: Ngày hội Thanh niên khởi nghiệp",
                "05-18..05-19: Ngày hội Thanh niên khởi nghiệp",
            ],
            id="a-festival-that-begins-as-a-day-is-none",
        ),
        pytest.param(
            "THƯ MỜI HỌP PHỤ HUYNH\n\nTrân trọng kính mời quý phụ huynh đến dự buổi họp cha mẹ học sinh lớp 4C.\n"
            "Thời gian: 7 giờ 30, Chủ nhật, ngày 12/5/2024\nNội dung: Thông báo kết quả học tập.\n",
            ["05-12 07:30: Buổi họp cha mẹ học sinh lớp 4C"],
            id="an-invitation-is-named-by-its-sentence-where-that-tells-more",
        ),
        pytest.param(
            f"{WEEK}Thứ 2 (06/5): S: 7h30 Chào cờ; 8h00 Họp giao ban. C: Kiểm sát trực tiếp tại Nhà tạm giữ.\n"
            "Thứ 3 (07/5): S: Tập huấn số hóa hồ sơ (cả ngày, Phòng 8 chuẩn bị). C: 16h00 Sinh hoạt chi hội.\n",
            [
                "05-06 07:30: Chào cờ",
                "05-06 08:00: Họp giao ban",
                "05-06 afternoon: Kiểm sát trực tiếp",
                "05-07 all-day: Tập huấn số hóa hồ sơ",
                "05-07 16:00: Sinh hoạt chi hội",
            ],
            id="letters-for-the-halves-behind-a-weekday",
        ),
        pytest.param(
            "KẾ HOẠCH CÔNG TÁC TUẦN 2 THÁNG 5\n(Từ 06/5 - 10/5/2024)\n\n* Thứ 5:\nSÁNG - CHIỀU\n"
            "- Nghiên cứu thực tế tại khu di tích.\n* Thứ 6:\n- 9h00: Tập dượt thoát hiểm.\n"
            "* Thứ 7: Bồi dưỡng giáo viên mới (7h30), phòng họp.\n",
            [
                "05-09 all-day: Nghiên cứu thực tế",
                "05-10 09:00: Tập dượt thoát hiểm",
                "05-11 07:30: Bồi dưỡng giáo viên mới",
            ],
            id="the-saturday-of-a-week-from-monday-to-friday",
        ),
        pytest.param(
            "THÔNG BÁO THAY ĐỔI LỊCH TUẦN 19\n(06/5 - 12/5/2024)\n\n"
            "1. Hoãn: Nghiệm thu giáo trình (14h00 thứ Năm 09/5).\n\n"
            "Phòng Đào tạo, 17h00 ngày 06/5/2024.\n",
            ["05-09 14:00 postponed: Nghiệm thu giáo trình"],
            id="who-gave-a-notice-and-when-is-its-end",
        ),
        pytest.param(
            "GIẤY MỜI\nHọp Ban đại diện Hội đồng quản trị\n\n* Chương trình:\nTT | Thời gian | Nội dung\n"
            "1 | 14h00 - 14h10 | Ổn định tổ chức\n2 | 14h10 - 16h00 | Báo cáo, thảo luận\n3 | 16h00 - 16h15 | Bế mạc\n"
            "* Thời gian: 14h00, ngày 14/5/2024 (Thứ Ba).\n* Địa điểm: Phòng họp tầng 3.\n",
            ["05-14 14:00: Họp Ban đại diện Hội đồng quản trị"],
            id="people-settle-from-the-hour-on-to-which-they-are-invited",
        ),
        pytest.param(
            f"{WEEK}THỨ HAI (06/5/2024)\n1. Giám đốc Lê Văn An\n+ 8h00: Giao ban khối văn phòng.\n"
            "2. Phó Giám đốc Hồ Thị Diệu\n+ 9h00: Họp hội đồng tuyển chọn.\n"
            "THỨ BA (07/5/2024)\n1. Giám đốc Lê Văn An\n+ Cả ngày: Công tác tại tỉnh bạn.\n",
            [
                "05-06 08:00: Giao ban khối văn phòng",
                "05-06 09:00: Họp hội đồng tuyển chọn",
                "05-07 all-day: Công tác",
            ],
            id="a-numbered-leader-is-whose-things-stand-below",
        ),
        pytest.param(
            f"{WEEK}Thứ hai 06-5\nSáng\t7h30\tGiao ban Hạt\nChiều\t14h00\tKiểm kê tang vật\n"
            "Thứ ba 07-5\nSáng\t8h30\tHọp với Chi cục\n",
            ["05-06 07:30: Giao ban Hạt", "05-06 14:00: Kiểm kê tang vật", "05-07 08:30: Họp với Chi cục"],
            id="columns-below-a-day-that-begin-with-its-halves",
        ),
        pytest.param(
            "THÔNG BÁO\nĐiều chỉnh lịch tiếp xúc cử tri\n\nSTT | Địa điểm | Lịch đã thông báo | Lịch điều chỉnh\n"
            "1 | Nhà văn hóa xã A | 8h00 ngày 06/5/2024 | 14h00 ngày 08/5/2024\n"
            "2 | Công ty Cao su B | 8h00 ngày 07/5/2024 | Không tổ chức\n",
            [
                "05-06 08:00 postponed: Tiếp xúc cử tri: nhà văn hóa xã A",
                "05-08 14:00: Tiếp xúc cử tri: nhà văn hóa xã A",
                "05-07 08:00 cancelled: Tiếp xúc cử tri: công ty Cao su B",
            ],
            id="a-table-of-changes-by-places",
        ),
        pytest.param(
            "GIẤY MỜI\n\nNhân Ngày Pháp luật (09/11), Hội Luật gia tỉnh phối hợp với Trường Đại học tổ chức Tọa đàm "
            "khoa học về hòa giải cơ sở.\n\nThời gian: Từ 8 giờ 00 đến 11 giờ 30, thứ Sáu, ngày 08/11/2024.\n",
            [
                "11-08 08:00-11:30: Tọa đàm khoa học về hòa giải cơ sở",
                "11-09 all-day observance: Ngày Pháp luật",
            ],
            id="an-invitation-to-a-talk-that-its-sentence-names",
        ),
        pytest.param(
            f"{WEEK}Thứ Hai\n06/5\n8h00\nKhai mạc Ngày hội Sách\nBan Giám đốc, các phòng\nSân Thư viện\n14h00\n"
            "Họp xét nâng lương\nHội đồng lương\nPhòng họp nhỏ\nThứ Ba\n07/5\nCả ngày\nKiểm kê kho báo\n"
            "Phòng Nghiệp vụ\nKho tầng 2\n",
            [
                "05-06 08:00: Khai mạc Ngày hội Sách",
                "05-06 14:00: Họp xét nâng lương",
                "05-07 all-day: Kiểm kê kho báo",
            ],
            id="a-body-over-a-place-is-whose-thing-it-is",
        ),
        pytest.param(
            "GIẤY MỜI\n\nBan Thường vụ trân trọng kính mời các đồng chí:\n- Bí thư các chi bộ trực thuộc.\n"
            "Dự Hội nghị Ban Chấp hành lần thứ 4 (mở rộng).\nThời gian: 14 giờ 00, ngày 09/5/2024 (chiều thứ Năm).\n",
            ["05-09 14:00: Hội nghị Ban Chấp hành lần thứ 4 (mở rộng)"],
            id="what-the-invited-attend-stands-below-them",
        ),
    ],
)
def test_what_a_paper_of_few_days_announces(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{WEEK}I. LỊCH XÉT XỬ\n\nNgày 06/5 (thứ Hai)\n1. 8 giờ 00: vụ án dân sự. TP: Bà Lan.\nNgày 08/5 (thứ Tư)\n"
            "1. 14 giờ 00: phiên họp giải quyết khiếu nại.\n\nII. CÔNG TÁC KHÁC\n\n- Sáng 07/5: họp chi bộ.\n"
            "- Báo cáo thống kê: chậm nhất ngày 10/5.\n",
            [
                "05-06 08:00: Vụ án dân sự",
                "05-08 14:00: Phiên họp giải quyết khiếu nại",
                "05-07 morning: Họp chi bộ",
                "05-10 deadline: Báo cáo thống kê",
            ],
            id="another-part-ends-the-days",
        ),
        pytest.param(
            f"{WEEK}Thứ Hai 06/5\n- 8h00: Họp giao ban.\nThứ Tư 08/5\n"
            "- Cả ngày: Đoàn ra đảo Nhỏ; tàu rời cảng 06 giờ 00.\n"
            "Thứ Sáu 10/5\n- Tổ 4 sinh hoạt chuyên môn buổi chiều. Cô Lan dự.\n\nTrực lãnh đạo: T2, T4: BS. Tuyến; "
            "T3, T5: BS. Ngân.\n",
            [
                "05-06 08:00: Họp giao ban",
                "05-08 all-day: Đoàn ra đảo Nhỏ",
                "05-10 afternoon: Tổ 4 sinh hoạt chuyên môn",
            ],
            id="a-sailing-and-who-is-on-duty-are-no-meetings",
        ),
        pytest.param(
            "LỊCH CÔNG TÁC TUẦN 14\n(Từ 04/4 đến 10/4/2022)\n\nThứ Hai 04/4\n- 8h00: Họp giao ban\nChủ nhật 10/4\n"
            "- Nghỉ Giỗ Tổ Hùng Vương (10/3 ÂL)\n",
            ["04-04 08:00: Họp giao ban", "04-10 all-day observance: Nghỉ Giỗ Tổ Hùng Vương"],
            id="a-holiday-below-its-day",
        ),
        pytest.param(
            "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 9 NĂM 2020\n\n- Nghỉ lễ Quốc khánh 02/9: các khoa trực theo phân công.\n"
            "1. Ban Quản trị chợ (họp vào ngày 26/9)\n- Cho ý kiến về kết quả quý III.\n",
            ["09-02 all-day observance: Quốc khánh", "09-26: Ban Quản trị chợ"],
            id="a-holiday-with-its-day-and-a-point-of-a-meeting-named-by-its-body",
        ),
    ],
)
def test_what_stands_beside_the_meetings_of_a_week(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "[Nhom Zalo CHI DOAN PHUONG]\n\nThong bao thay doi lich thang 5/2024\n\nBCH thong bao cac ban nhu sau:\n"
            "- Sinh hoat chi doan: hoan tu 17h ngay 09/5 sang 17h ngay 16/5.\n- Ra quan don ve sinh ngay 11/5: HUY.\n",
            [
                "05-09 17:00 postponed: Sinh hoat chi doan",
                "05-16 17:00: Sinh hoat chi doan",
                "05-11 cancelled: Ra quan don ve sinh",
            ],
            id="the-name-of-a-group-stands-above-the-title",
        ),
        pytest.param(
            "GIẤY MỜI HỌP\n\nKính mời dự họp đánh giá hoạt động chợ:\n"
            "1. Thời gian: từ 08 giờ 00, ngày 17/5/2024 (thứ Sáu).\n"
            "2. Địa điểm: Phòng họp số 4.\n\nĐề nghị các đại biểu dự họp đúng thành phần, có mặt trước 07 giờ 45.\n",
            ["05-17 08:00: Họp đánh giá hoạt động chợ"],
            id="by-when-people-come-is-nothing-due",
        ),
    ],
)
def test_what_is_no_part_of_a_letter(text: str, expected: list[str]) -> None:
    assert sorted(lines_of(text)) == sorted(expected)
