"""Papers whose form or wording hides what they announce, each small, with what a careful reader takes from it."""

import pytest
from announced_lines import lines_of

WEEK = "LỊCH CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\n"
MONTH = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2024\n\n"
NOTICE = "THÔNG BÁO\nThay đổi thời gian tổ chức {}\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{WEEK}* THỨ SÁU 10/5\n- 8h00: Họp tổ\n* THỨ BẢY 11/5 (nhằm 04/4 Giáp Thìn)\n- 7h00: Tảo mộ\n"
            "* CHỦ NHẬT 12/5 (Ngày của Mẹ)\n- 9h00: Họp mặt hội viên\n",
            ["05-10 08:00: Họp tổ", "05-11 07:00: Tảo mộ", "05-12 09:00: Họp mặt hội viên"],
            id="a-day-with-a-remark-heads-what-is-below-it",
        ),
        pytest.param(
            f"{WEEK}Thứ Năm 09/5\n- 7h00: Chào cờ\nThứ Sáu 10/5\n- 8h00: Họp tổ, các phòng gửi số liệu chậm "
            "nhất 07/5.\n"
            "- 14h00: Hội thi nấu ăn (đăng ký trước thứ Năm 09/5)\n",
            [
                "05-09 07:00: Chào cờ",
                "05-10 08:00: Họp tổ",
                "05-07 deadline: Các phòng gửi số liệu",
                "05-10 14:00: Hội thi nấu ăn",
                "05-08 deadline: Đăng ký: hội thi nấu ăn",
            ],
            id="what-is-asked-for-beside-a-meeting-has-its-own-day",
        ),
        pytest.param(
            f"{MONTH}I. Sinh hoạt thường kỳ\n- Họp tổ: 14h00 ngày 08/5.\n\nII. Hoạt động trong tháng\n"
            "1. Lễ phát thưởng: sáng 10/5.\n2. Hội thi nấu ăn: ngày 16/5.\n",
            ["05-08 14:00: Họp tổ", "05-10 morning: Lễ phát thưởng", "05-16: Hội thi nấu ăn"],
            id="a-heading-that-ends-in-the-month-waits-for-no-number",
        ),
        pytest.param(
            f"{MONTH}- Tụng kinh: ngày 14 và ngày 30 âm lịch, tại chùa An Phước.\n"
            "- Thẩm tra báo cáo thu chi 4 tháng (dự kiến ngày 15/5).\n",
            ["05-07 05-21: Tụng kinh", "05-15 tentative: Thẩm tra báo cáo thu chi"],
            id="lunar-days-of-the-month-and-months-that-are-the-topic",
        ),
        pytest.param(
            "[Công đoàn Phòng Kinh tế] LỊCH TUẦN 06-12/5/2024\n\nT2 06/5: 8h họp giao ban. Chiều đi xã Tân "
            "An xem mô hình.\n"
            "T3 07/5: 14h họp Công đoàn.\n",
            [
                "05-06 08:00: Họp giao ban",
                "05-06 afternoon: Đi xã Tân An xem mô hình",
                "05-07 14:00: Họp Công đoàn",
            ],
            id="a-headline-with-the-tag-of-who-posts-it",
        ),
        pytest.param(
            f"{WEEK}Thời gian | Nội dung | Địa điểm\nThứ Hai (06/5/2024)\n8h00 | Họp Thường trực | Phòng họp 1\n"
            "Thứ Tư (08/5/2024)\n- Thường trực dự Hội nghị toàn quốc (từ 08/5 đến 10/5) | Hà Nội\n"
            "13h30 | Họp Ban Chỉ đạo | Phòng họp 2\n",
            [
                "05-06 08:00: Họp Thường trực",
                "05-08..05-10: Hội nghị toàn quốc",
                "05-08 13:30: Họp Ban Chỉ đạo",
            ],
            id="a-row-that-lacks-its-time-begins-with-what-is-held",
        ),
        pytest.param(
            f"{WEEK}1. Thứ ba, ngày 07/5/2024\n   - 08 giờ 00 phút: Vụ án dân sự tranh chấp hợp đồng. Hội trường 1.\n"
            "2. Thứ năm, ngày 09/5/2024\n   - 08 giờ 00 phút: Vụ án hình sự trộm cắp. Hội trường 2.\n\n"
            "                CHÁNH ÁN TÒA ÁN\n             Lý Hữu Nghĩa\n",
            ["05-07 08:00: Vụ án dân sự tranh chấp hợp đồng", "05-09 08:00: Vụ án hình sự trộm cắp"],
            id="a-name-below-a-post-that-is-in-no-list-signs",
        ),
        pytest.param(
            "LỊCH HOẠT ĐỘNG ĐỊNH KỲ NĂM 2024\n\n- Khám sức khỏe người cao tuổi: mỗi năm 01 lần, dự kiến tháng 10.\n"
            "- Nộp báo cáo: ngày 25 hằng tháng, riêng tháng 12 nộp ngày 20.\n- Họp tổ: ngày 28 hằng tháng.\n",
            [
                "~10-01..10-31 tentative: Khám sức khỏe người cao tuổi",
                "MONTHLY deadline: Nộp báo cáo",
                "12-20 deadline: Nộp báo cáo",
                "MONTHLY: Họp tổ",
            ],
            id="once-a-year-and-another-day-in-one-month",
        ),
        pytest.param(
            "📌 LỊCH HOẠT ĐỘNG TUẦN CỦA CLB TÌNH NGUYỆN\n(06/5 → 12/5/2024)\n\n🔸 Thứ 2 - 06/5\n• 17h30: Họp "
            "ban chủ nhiệm\n"
            "🔸 Thứ 4 - 08/5\n• 23h59: đóng form đăng ký trại hè\n🔸 Thứ 6 - 10/5\n• OFF\n",
            ["05-06 17:30: Họp ban chủ nhiệm", "05-08 23:59 deadline: Đóng form đăng ký trại hè"],
            id="a-chat-with-pictures-for-bullets",
        ),
        pytest.param(
            "Lịch công tác tuần 19/2024 của Chi cục\n\nThứ 2 (06/5): S - 8h00 Giao ban Chi cục; C - 14h00 "
            "Đối thoại doanh nghiệp\n"
            "Thứ 3 (07/5): S - 7h30 Kiểm tra chợ; C - 13h30 Họp Hội đồng\n",
            [
                "05-06 08:00: Giao ban Chi cục",
                "05-06 14:00: Đối thoại doanh nghiệp",
                "05-07 07:30: Kiểm tra chợ",
                "05-07 13:30: Họp Hội đồng",
            ],
            id="halves-by-letters-with-dashes",
        ),
        pytest.param(
            f"{MONTH}- Ngày 10/5: Họp tổ.\n- Giữa tháng: Bảo dưỡng hồ bơi.\n- Ngày 23 đến hết tháng: Triển lãm ảnh.\n"
            "- Đóng đảng phí: từ ngày 25 đến ngày 28 hằng tháng.\n",
            [
                "05-10: Họp tổ",
                "~05-11..05-20 tentative: Bảo dưỡng hồ bơi",
                "05-23..05-31: Triển lãm ảnh",
                "MONTHLY deadline: Đóng đảng phí",
            ],
            id="a-part-of-the-month-that-opens-a-line",
        ),
    ],
)
def test_what_a_programme_announces(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "THƯ MỜI THAM GIA CHUYẾN KHẢO SÁT VÙNG BƯỞI\n\nHiệp hội trân trọng kính mời Quý doanh nghiệp "
            "tham gia chuyến "
            "khảo sát:\n- Thời gian: 02 ngày 01 đêm, từ ngày 16/5 đến ngày 17/5/2024.\n- Lộ trình: chợ nổi "
            "- vườn bưởi.\n\n"
            "Ngày 1 (16/5):\n08h00: Tham quan chợ nổi\n14h00: Thăm vườn bưởi\nNgày 2 (17/5):\n08h30: Tọa "
            "đàm tiêu thụ bưởi tại hội trường xã\n",
            [
                "05-16..05-17: Tham gia chuyến khảo sát vùng bưởi",
                "05-16 08:00: Tham quan chợ nổi",
                "05-16 14:00: Thăm vườn bưởi",
                "05-17 08:30: Tọa đàm tiêu thụ bưởi",
            ],
            id="numbered-days-of-an-agenda-have-their-dates",
        ),
        pytest.param(
            "GIẤY MỜI HỌP\n\nSở tổ chức cuộc họp bàn giải pháp ứng phó hạn, mặn mùa khô, cụ thể như sau:\n"
            "1. Thời gian: 13 giờ 30 phút, ngày 20 tháng 5 năm 2024.\n2. Địa điểm: Phòng họp số 2.\n",
            ["05-20 13:30: Cuộc họp bàn giải pháp ứng phó hạn, mặn mùa khô"],
            id="a-comma-in-the-name-of-a-meeting",
        ),
        pytest.param(
            "THƯ MỜI HỌP PHỤ HUYNH HỌC SINH\n\nThời gian: 8h00 Chủ nhật, ngày 19/5/2024 (khối 1, 2)\n"
            "           14h00 Chủ nhật, ngày 19/5/2024 (khối 3)\nĐịa điểm: Tại phòng học của lớp\n\n"
            "Nhà trường nghỉ Tết từ ngày 24/5/2024 đến hết ngày 26/5/2024.\n",
            [
                "05-19 08:00: Họp phụ huynh học sinh",
                "05-19 14:00: Họp phụ huynh học sinh",
                "05-24..05-26 all-day observance: Nghỉ Tết",
            ],
            id="a-second-time-below-the-first",
        ),
        pytest.param(
            "GIẤY MỜI\n\nI. HỌP CHI BỘ THÁNG 5/2024\n   + Thời gian: 19h00, tối thứ tư (15/5/2024)\n"
            "   + Địa điểm: sẽ thông báo sau\n\nĐề nghị đồng chí đóng đảng phí trước ngày 10/5.\n",
            [
                "05-15 19:00: Họp chi bộ tháng 5/2024",
                "05-09 deadline: Đề nghị đồng chí đóng đảng phí",
            ],
            id="a-sentence-apart-from-the-labelled-lines",
        ),
        pytest.param(
            "GIẤY MỜI\nTham dự Hội nghị tập huấn nghiệp vụ hòa giải\n\nI. THỜI GIAN: bắt đầu từ 7 giờ 30 "
            "phút, ngày 23/5/2024\n"
            "II. ĐỊA ĐIỂM\n   1. Điểm cầu tỉnh: Hội trường Sở.\nIII. YÊU CẦU\n   - Gửi câu hỏi về Sở chậm "
            "nhất ngày 18/5/2024.\n",
            ["05-23 07:30: Hội nghị tập huấn nghiệp vụ hòa giải", "05-18 deadline: Gửi câu hỏi về Sở"],
            id="labels-that-are-headings",
        ),
    ],
)
def test_what_an_invitation_announces(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "LIÊN HIỆP THANH NIÊN\nSố: 54-CV/UBH\nV/v điều chỉnh thời gian tổ chức trại rèn luyện\nĐOÀN "
            "TNCS HỒ CHÍ MINH\n"
            "Tân An, ngày 10 tháng 5 năm 2024\n\nCăn cứ Kế hoạch số 33-KH/UBH ngày 24/4/2024 về tổ chức "
            "Trại rèn luyện, "
            "dự kiến từ ngày 17 đến ngày 19/5/2024 tại Khu du lịch Mương Đình;\n\nNay điều chỉnh như sau:\n"
            "1. Thời gian mới: từ 13h00 ngày 24/5 đến 11h00 ngày 26/5/2024.\n2. Địa điểm: giữ nguyên.\n",
            ["05-17..05-19 postponed: Trại rèn luyện", "05-24..05-26 13:00-11:00: Trại rèn luyện"],
            id="the-plan-that-a-change-is-based-on-tells-the-old-time",
        ),
        pytest.param(
            f"{NOTICE.format('kỳ tuyển dụng')}| Nội dung | Theo Thông báo số 04/TB-HĐ ngày 15/4/2024 | Thời "
            "gian mới |\n"
            "|---|---|---|\n| Phỏng vấn vòng 2 | 8h00 ngày 11/5/2024 | 8h00 ngày 18/5/2024 |\n",
            ["05-11 08:00 postponed: Phỏng vấn vòng 2", "05-18 08:00: Phỏng vấn vòng 2"],
            id="the-column-of-the-paper-before-tells-the-old-time",
        ),
        pytest.param(
            "ĐÍNH CHÍNH THƯ MỜI HỌP\n\nTrong Thư mời số 15/TM ngày 08/4/2024, do sơ suất nên ghi thời gian họp là "
            '"8h00, thứ Sáu, ngày 04/5/2024".\nNay xin đính chính: Đại hội khai mạc lúc 8h00, thứ Bảy, ngày '
            "04/5/2024.\n",
            ["05-04 08:00: Đại hội khai mạc"],
            id="a-misprint-of-the-same-day-is-no-meeting",
        ),
        pytest.param(
            "THÔNG BÁO\nVề việc dời lịch tiêm vắc xin\n\nTheo Thông báo số 90/TB-TTYT ngày 01/4/2024, Trung "
            "tâm tổ chức tiêm mũi 2 "
            "từ ngày 13/5 đến ngày 15/5/2024.\n\n1. Dời lịch tiêm mũi 2 sang các ngày 20, 21 và 22/5/2024.\n",
            ["05-13..05-15 postponed: Tiêm mũi 2", "05-20..05-22: Tiêm mũi 2"],
            id="whose-dates-are-moved",
        ),
        pytest.param(
            "THÔNG BÁO GIA HẠN THỜI ĐIỂM ĐÓNG THẦU\n\n- Thời điểm đóng thầu đã thông báo: 09 giờ 00, ngày "
            "14/5/2024.\n"
            "- Thời điểm đóng thầu mới: 09 giờ 00, ngày 21/5/2024.\n",
            [
                "05-14 09:00 deadline postponed: Thời điểm đóng thầu",
                "05-21 09:00 deadline: Thời điểm đóng thầu mới",
            ],
            id="what-had-been-announced-by-its-label",
        ),
    ],
)
def test_what_a_notice_announces(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected
