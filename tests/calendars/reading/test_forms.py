"""Ways in which offices lay out and word their papers, each as a small paper of its own with what it announces."""

from datetime import date

import pytest
from announced_lines import lines_of, told

from calendars.documents.text import decode
from calendars.reading import read_programme
from calendars.when import Repeat

MONTH = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2024\n\n"
TASKS = f"{MONTH}A. Tuyên truyền, giáo dục\n"
EVENTS = f"{MONTH}II. CÁC HỘI NGHỊ, CUỘC HỌP TRONG THÁNG\n"
WEEK = "LỊCH CÔNG TÁC TUẦN 19\n(Từ 06/5 đến 12/5/2024)\n\n"
INVITATION = (
    "SỞ Y TẾ\nSố: 19/GM-SYT\n\nGIẤY MỜI\nHọp Hội đồng Thuốc\n\n"
    "Thời gian: 08 giờ 30, thứ Sáu ngày 24/5/2024.\nĐịa điểm: Hội trường tầng 4.\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{EVENTS}1. Lễ phát động và mừng thọ tập trung: 8 giờ ngày 16/5/2024 tại xã Tân An.\n"
            "2. Hội thi thể dục: ngày 14/5 (buổi sáng tổng duyệt, 19h00 thi chính thức).\n"
            "3. Khảo sát mô hình tại xã Tân Hòa (ngày 20 và 21/5), xã Tân Lập (ngày 27/5).\n"
            "4. Đại biểu tập trung: 6h30 ngày 17/5/2024.\n",
            [
                "05-16 08:00: Lễ phát động và mừng thọ tập trung",
                "05-14 19:00: Hội thi thể dục",
                "05-20..05-21: Khảo sát mô hình",
                "05-27: Khảo sát mô hình",
            ],
            id="what-is-held-together-and-days-in-brackets-behind-places",
        ),
        pytest.param(
            "SỞ NỘI VỤ\nSố: 23/SNV-VP\nV/v đính chính Giấy mời số 8/GM-SNV\n\nKính gửi: Các sở, ban, ngành\n\n"
            "Ngày 16/5/2024, Sở Nội vụ ban hành Giấy mời số 8/GM-SNV về việc tham dự Hội nghị tập huấn văn thư."
            " Do sơ suất, Sở xin đính chính thời gian như sau:\n\n"
            "Thời gian: 08 giờ 00, ngày 24/5/2024, thay cho 08 giờ 00, ngày 23/5/2024.\n",
            [
                "05-23 08:00 postponed: Hội nghị tập huấn văn thư",
                "05-24 08:00: Hội nghị tập huấn văn thư",
            ],
            id="a-letter-about-an-invitation-is-named-by-what-that-was-to",
        ),
        pytest.param(
            f"{EVENTS}- 08/5: Hưởng ứng Ngày Thế giới phòng, chống tăng huyết áp 17/5 (15h00, hội trường).\n",
            [
                "05-08 15:00: Hưởng ứng Ngày Thế giới phòng, chống tăng huyết áp 17/5",
                "05-17 all-day observance: Ngày Thế giới phòng, chống tăng huyết áp",
            ],
            id="what-has-its-own-day-and-hour-is-held",
        ),
        pytest.param(
            f"{TASKS}1. Chỉ đạo đại hội cơ sở theo Kế hoạch số 12-KH/HNDT ngày 25/01/2024 của Hội Nông dân tỉnh; đến"
            " ngày 28/4 đã có 11/19 cơ sở hoàn thành đại hội.\n",
            [],
            id="what-was-done-by-a-day",
        ),
        pytest.param(
            "CHƯƠNG TRÌNH CÔNG TÁC QUÝ II NĂM 2024\n\nTHÁNG 6\n- Ngày 10: Làm việc với Trường Trung cấp.\n"
            "- Cuối quý: Tổng hợp đánh giá cán bộ.\n",
            ["06-10: Làm việc với Trường Trung cấp", "~06-01..06-30 tentative: Tổng hợp đánh giá cán bộ"],
            id="the-end-of-the-quarter",
        ),
        pytest.param(
            "THÔNG BÁO\nHoãn tổ chức Hội thao dân quân năm 2024\n\n"
            "Theo Kế hoạch số 61/KH-BCH ngày 20/3/2024, Hội thao được tổ chức từ ngày 07 đến ngày 09/5/2024.\n\n"
            "1. Hoãn Hội thao đến ngày 21/5/2024 (02 ngày: 21 và 22/5), khai mạc lúc 7 giờ 00.\n",
            [
                "05-07..05-09 postponed: Hội thao dân quân năm 2024",
                "05-21..05-22 07:00: Hội thao dân quân năm 2024",
            ],
            id="put-off-to-days-told-in-a-bracket",
        ),
        pytest.param(
            "UBND HUYỆN TÂN KHÊ\nTHÔNG BÁO\nVề việc thay đổi thời gian, địa điểm Hội nghị đối thoại với nông dân\n\n"
            "Ngày 02/5/2024, UBND huyện ban hành Giấy mời số 20/GM-UBND về việc dự Hội nghị đối thoại, thời gian vào"
            " 08h00 ngày 14/5/2024 tại Hội trường.\n\nUBND huyện thông báo thay đổi thời gian như sau:\n\n"
            "1. Thời gian: 13h30 ngày 17/5/2024.\n2. Địa điểm: Nhà văn hóa.\n",
            [
                "05-17 13:30: Hội nghị đối thoại với nông dân",
                "05-14 08:00 postponed: Hội nghị đối thoại với nông dân",
            ],
            id="the-old-time-stands-above-the-labelled-new-one",
        ),
        pytest.param(
            f"{WEEK}Thứ Sáu (10/5)\n- Giám đốc đi công tác Hà Nội (thay cho nội dung: dự tập huấn, sáng).\n",
            ["05-10: Giám đốc đi công tác Hà Nội"],
            id="what-was-to-be-in-its-place",
        ),
        pytest.param(
            f"{EVENTS}- Trước ngày 30/5: Văn phòng hoàn thiện báo cáo 5 tháng.\n"
            "- Thi học kỳ: khóa 13, 14 từ 13/5 đến 17/5; khóa 15 từ 20/5 đến 24/5.\n"
            "- Hội nghị viên chức: cấp khoa, phòng hoàn thành trước 10/5; cấp trường ngày 15/5.\n"
            "- Đại hội Chi đoàn: khối 10 ngày 21/5, khối 11 ngày 23/5.\n"
            "- Kiểm tra các trường ngày 28/5.\n"
            "- Đầu tháng 6/2024 tổ chức Hội thao.\n",
            [
                "05-29 deadline: Văn phòng hoàn thiện báo cáo 5 tháng",
                "05-13..05-17: Thi học kỳ",
                "05-20..05-24: Thi học kỳ",
                "05-09 deadline: Hội nghị viên chức",
                "05-15: Hội nghị viên chức",
                "05-21: Đại hội Chi đoàn",
                "05-23: Đại hội Chi đoàn",
                "05-28: Kiểm tra các trường",
                "~06-01..06-10 tentative: Hội thao",
            ],
            id="numbers-and-levels-each-with-their-days",
        ),
        pytest.param(
            f"{MONTH}I. BAN THƯỜNG VỤ\n1. Họp phiên thường kỳ (ngày 08/5 và ngày 22/5)\n- Xem xét công tác cán bộ.\n"
            "- Nghe UBND phường báo cáo tiến độ giải phóng mặt bằng.\n",
            ["05-08 05-22: Họp phiên thường kỳ"],
            id="what-is-heard-at-a-meeting-is-a-point-of-it",
        ),
        pytest.param(
            f"{WEEK}Ngày/Buổi | Nội dung | Lãnh đạo | Địa điểm\nThứ Hai 06/5\nSáng | 8h00 Giao ban | CT | P.họp A\n"
            "Chiều | 14h00 Họp Ban Thường vụ | BT | P.họp B\nThứ Ba 07/5\nSáng | 7h30 Khảo sát chợ | PCT | Chợ Mới\n"
            "Lịch được lập 15h00 ngày 03/5/2024\n",
            [
                "05-06 08:00: Giao ban",
                "05-06 14:00: Họp Ban Thường vụ",
                "05-07 07:30: Khảo sát chợ",
            ],
            id="days-between-the-rows-of-a-drawn-table",
        ),
        pytest.param(
            f"{WEEK}Thứ 2 06/5\nS: - Chào cờ\n   - 9h15 họp Liên tịch\nC: 14h sinh hoạt tổ\n"
            "Thứ 3 07/5\nS: Dự giờ lớp 4A\n8h00 Lễ kỷ niệm (đến 10h30)\nLượt xem: 118\n",
            [
                "05-06 morning: Chào cờ",
                "05-06 09:15: Họp Liên tịch",
                "05-06 14:00: Sinh hoạt tổ",
                "05-07 morning: Dự giờ lớp 4A",
                "05-07 08:00-10:30: Lễ kỷ niệm",
            ],
            id="letters-of-half-days-and-an-end-in-brackets",
        ),
        pytest.param(
            "THÔNG BÁO\nLịch tiếp công dân năm 2024\n\nI. Lịch tiếp\n1. Chủ tịch: ngày 20 hằng tháng.\n\n"
            "II. Đăng ký: công dân đăng ký gặp Chủ tịch trước ngày 05 hằng tháng qua Ban Tiếp công dân.\n\n"
            "III. Kết quả năm 2023: đã tiếp 120 lượt công dân vào ngày 15/12/2023 và các ngày khác.\n",
            [
                "MONTHLY: Tiếp công dân",
                "MONTHLY deadline: Đăng ký: công dân đăng ký gặp Chủ tịch qua Ban Tiếp công dân",
            ],
            id="a-numbered-sentence-is-no-heading-but-for-reports",
        ),
        pytest.param(
            f"{EVENTS}1. 09/5: Giao ban công tác tháng 4, triển khai nhiệm vụ tháng 5 – 14g00 tại phòng họp.\n"
            "2. Khai giảng lớp kế toán xã: ngày 20/5 (lớp học 04 ngày).\n"
            "3. Khai giảng lớp tin học: ngày 27/5 (04 ngày/lớp).\n",
            [
                "05-09 14:00: Giao ban công tác tháng 4, triển khai nhiệm vụ tháng 5",
                "05-20..05-23: Khai giảng lớp kế toán xã",
                "05-27: Khai giảng lớp tin học",
            ],
            id="an-hour-behind-a-dash-and-a-length-in-words",
        ),
        pytest.param(
            f"{MONTH}TT | Nội dung | Thời gian | Địa điểm\n"
            "1 | Nghỉ lễ 30/4 và 01/5 (nghỉ bù thứ Năm, 02/5), phân công trực | 30/4-03/5 | Cơ quan\n"
            "2 | Họp Thường trực | 8h00, 06/5 | Phòng họp\n",
            [
                "04-30..05-03 all-day observance: Nghỉ lễ 30/4 và 01/5, phân công trực",
                "05-06 08:00: Họp Thường trực",
            ],
            id="a-day-off-in-lieu-is-not-the-rows",
        ),
        pytest.param(
            "THÔNG BÁO\nĐiều chỉnh lịch làm việc tuần 20\n(từ ngày 13/5 đến ngày 19/5/2024)\n\n"
            "1. Lùi lễ phát động “Tháng Nhân đạo” (dự kiến ngày 16/5) đến sáng ngày 17/5.\n"
            "2. Lùi lễ ra quân (7h00 ngày 15/5) đến 8h00 ngày 18/5.\n",
            [
                "05-16 postponed: Lễ phát động “Tháng Nhân đạo”",
                "05-17 morning: Lễ phát động “Tháng Nhân đạo”",
                "05-15 07:00 postponed: Lễ ra quân",
                "05-18 08:00: Lễ ra quân",
            ],
            id="put-off-from-a-bracket-to-a-part-of-a-day",
        ),
        pytest.param(
            INVITATION.replace("24/5/2024.", "24/5/2024 (đón khách từ 8 giờ 00).")
            + "\nCác khoa gửi danh sách (nếu thay đổi so với lần trước) trước 10h00 ngày 24/5/2024.\n",
            [
                "05-24 08:30: Họp Hội đồng Thuốc",
                "05-24-10:00 deadline: Các khoa gửi danh sách (nếu thay đổi so với lần trước)",
            ],
            id="who-is-received-is-no-title",
        ),
        pytest.param(
            f"{WEEK}Thứ 3\n07/5\n8h00\nKiểm tra hồ sơ bệnh án\nTại khoa\nP.KHTH\n"
            "Thứ 4\n08/5\n14h00\nTập huấn kiểm soát nhiễm khuẩn\nHội trường\nKhoa Nội\n",
            ["05-07 08:00: Kiểm tra hồ sơ bệnh án", "05-08 14:00: Tập huấn kiểm soát nhiễm khuẩn"],
            id="the-letters-of-an-office-name-who-does-it",
        ),
        pytest.param(
            f"{EVENTS}1. Các xã gửi báo cáo kết quả quý II về Văn phòng chậm nhất ngày 18/5/2024.\n",
            ["05-18 deadline: Các xã gửi báo cáo kết quả quý II về Văn phòng"],
            id="the-quarter-reported-on-is-no-last-day",
        ),
        pytest.param(
            f"{EVENTS}1. Kiểm điểm cuối năm: xong trước 30/5.\n2. Sơ kết 6 tháng đầu năm: dự kiến ngày 28/5.\n",
            ["05-29 deadline: Kiểm điểm", "05-28 tentative: Sơ kết 6 tháng đầu năm"],
            id="the-part-of-the-year-before-a-colon-is-of-the-name",
        ),
        pytest.param(
            f"{WEEK}Thứ Hai (06/5)\n- Đón đoàn kiểm tra; họp hội đồng đầu năm lúc 14h.\n",
            ["05-06: Đón đoàn kiểm tra", "05-06 14:00: Họp hội đồng đầu năm"],
            id="the-hour-behind-a-part-of-the-year-is-the-meetings",
        ),
        pytest.param(
            f"{TASKS}- Cờ tướng các câu lạc bộ: Sáng 19/5 (Chủ nhật).\n"
            "- Tập trung cho cuộc bầu cử (ngày bầu cử: 26/5).\n",
            ["05-19 morning: Cờ tướng các câu lạc bộ"],
            id="a-name-with-its-day-behind-a-colon-is-held",
        ),
        pytest.param(
            f"{WEEK}Ngày | Giờ | Nội dung | Địa điểm | Ghi chú\n"
            "Thứ Hai 06/5 | Cả ngày | Tập huấn bản đồ số | Nhà khách | 2 ngày (06-07/5)\n"
            "Thứ Tư 08/5 | 8h00 | Họp giao ban | P.301 | 2 ngày gửi tài liệu trước\n",
            ["05-06..05-07: Tập huấn bản đồ số", "05-08 08:00: Họp giao ban"],
            id="a-note-tells-how-long-it-lasts",
        ),
        pytest.param(
            f"{WEEK}Thứ 2\n06/5\nSáng\nThu quỹ phòng chống thiên tai tại các khu phố\nTổ thu\n"
            "Chiều\n14h: Làm việc với đoàn kiểm toán\nP. họp tầng 2\n",
            ["05-06 morning: Thu quỹ phòng chống thiên tai", "05-06 14:00: Làm việc với đoàn kiểm toán"],
            id="the-last-line-of-a-half-day-may-name-who-does-it",
        ),
        pytest.param(
            f"{INVITATION}\nĐề nghị các đơn vị đăng ký đại biểu qua thư điện tử trước 16h30 ngày 22/5/2024.\n",
            ["05-24 08:30: Họp Hội đồng Thuốc", "05-22-16:30 deadline: Đăng ký đại biểu qua thư điện tử"],
            id="who-comes-is-to-be-told-by-a-day",
        ),
        pytest.param(
            f"{EVENTS}- 20 đến 22: Giao lưu tại các trường THPT.\n- 24 - 25: Kiểm tra chéo.\n",
            ["05-20..05-22: Giao lưu", "05-24..05-25: Kiểm tra chéo"],
            id="bare-days-before-a-colon",
        ),
        pytest.param(
            f"{EVENTS}- Ngày 28: Hội nghị Ban Chấp hành, tổng kết năm 2023, bắt đầu 7 giờ 30 tại Hội trường lớn.\n",
            ["05-28 07:30: Hội nghị Ban Chấp hành, tổng kết năm 2023"],
            id="the-hour-behind-a-year-is-the-meetings",
        ),
        pytest.param(
            f"{EVENTS}- Họp giao ban tuần: 15h30 chiều thứ Sáu.\n",
            ["WEEKLY 15:30: Họp giao ban tuần"],
            id="by-its-name-it-is-held-every-week",
        ),
        pytest.param(
            f"{EVENTS}- Tiếp công dân: thứ Tư hằng tuần (Giám đốc tiếp ngày 10 hằng tháng).\n",
            ["WEEKLY: Tiếp công dân", "MONTHLY: Tiếp công dân"],
            id="in-brackets-who-else-receives-and-when",
        ),
        pytest.param(
            f"{MONTH}Thứ Hai (20/5):\nBan Pháp chế khảo sát tại Sở Nội vụ.\n\n"
            "Dự kiến từ 22/5 - 24/5:\nKỳ họp chuyên đề của HĐND tỉnh, khai mạc 8h00 ngày 22/5.\n\n"
            "Tuần cuối tháng:\nThăm, tặng quà người có công.\nHọp tổng kết giám sát.\n\n"
            "Ngày 31/5:\nHọp báo.\n",
            [
                "05-20: Ban Pháp chế khảo sát",
                "05-22..05-24 08:00 tentative: Kỳ họp chuyên đề của HĐND tỉnh",
                "~05-27..05-31 tentative: Thăm, tặng quà người có công",
                "~05-27..05-31 tentative: Họp tổng kết giám sát",
                "05-31: Họp báo",
            ],
            id="parts-of-the-month-head-lines-as-days-do",
        ),
        pytest.param(
            f"{WEEK}* THỨ NĂM, 09/5\nSáng:\t- Khảo sát tại xã Kỳ Lạc (cả ngày; Ban Kinh tế)\n"
            "Chiều:\t- 15h: Họp Ban quản lý\n* THỨ SÁU, 10/5\nSáng:\t- 8h00: Sơ khảo\n",
            ["05-09 all-day: Khảo sát", "05-09 15:00: Họp Ban quản lý", "05-10 08:00: Sơ khảo"],
            id="all-day-in-brackets-outranks-the-half-of-the-row",
        ),
        pytest.param(
            f"{WEEK}Thứ, ngày | Nội dung | Thời gian\nThứ Tư 08/5 | Kỷ niệm 83 năm Ngày thành lập Đội | Tiết 4 (sáng)\n"
            "Thứ Năm 09/5 | Họp xét lên lớp | 15h30\n",
            ["05-08 morning: Kỷ niệm 83 năm Ngày thành lập Đội", "05-09 15:30: Họp xét lên lớp"],
            id="a-commemoration-in-a-row-with-its-half-day-is-held",
        ),
        pytest.param(
            "GIẤY MỜI\n\nBan Thường vụ trân trọng kính mời: đồng chí ...........\n"
            "Tới dự: Hội nghị Ban Chấp hành lần thứ 21 (mở rộng)\n"
            "Nội dung: Đánh giá kết quả quý I, triển khai nhiệm vụ quý II năm 2024.\n"
            "Thời gian: 01 ngày, bắt đầu từ 7h30' ngày 17 tháng 5 năm 2024 (thứ Sáu).\nĐịa điểm: Hội trường lớn.\n",
            ["05-17 07:30: Hội nghị Ban Chấp hành lần thứ 21 (mở rộng)"],
            id="what-is-attended-names-an-invitation",
        ),
        pytest.param(
            "V/v mời tham gia lớp bồi dưỡng\n\nKính gửi: Các hội thành viên\n\n"
            "1. Thời gian: 2,5 ngày, từ sáng ngày 15/5 đến hết buổi sáng ngày 17/5/2024. Khai giảng lúc 8h00 "
            "ngày 15/5/2024.\n"
            "2. Địa điểm: Nhà khách tỉnh.\n",
            ["05-15..05-17 08:00: Lớp bồi dưỡng"],
            id="that-it-opens-is-no-name",
        ),
        pytest.param(
            f"{EVENTS}- 19/5: Gặp mặt đầu năm; trao Huy hiệu Đảng đợt 19/5 (08h00, Hội trường UBND xã).\n",
            ["05-19 08:00: Gặp mặt đầu năm"],
            id="the-day-of-a-badge-is-its-name",
        ),
        pytest.param(
            f"{EVENTS}- Ngày 14/5: Truyền thông tại Trường Dân tộc nội trú; ngày 16/5 tại Trường THPT Lê Lợi.\n",
            ["05-14: Truyền thông", "05-16: Truyền thông"],
            id="held-again-on-another-day-at-another-place",
        ),
        pytest.param(
            f"{WEEK}Ngày 08 và 09/5 (Thứ Tư, Thứ Năm)\n"
            "- Phó Chủ tịch Tô Khang: Sáng 08/5 họp Hội đồng Quỹ (8h00); chiều 09/5 làm việc với Sở (14h00).\n"
            "Thứ Sáu 10/5\n- 8h: Họp báo\nPhó Chủ tịch Ngô Hiển: nghỉ phép.\n",
            ["05-08 08:00: Họp Hội đồng Quỹ", "05-09 14:00: Làm việc với Sở", "05-10 08:00: Họp báo"],
            id="the-hour-in-brackets-is-of-what-stands-before-it",
        ),
        pytest.param(
            f"{WEEK}T6 (10/5):\n8h: Họp giao ban\nT7 (11/5):\n8h: Họp tổ\n\n"
            "Ghi nhớ: nộp tiền ủng hộ trước thứ 6; đăng ký nghỉ mát đến hết ngày 15/5.\n",
            [
                "05-10 08:00: Họp giao ban",
                "05-11 08:00: Họp tổ",
                "05-09 deadline: Nộp tiền ủng hộ",
                "05-15 deadline: Đăng ký nghỉ mát",
            ],
            id="what-is-to-be-remembered-is-no-line-of-the-last-day",
        ),
        pytest.param(
            f"{WEEK}| Thứ | Sáng | Tối |\n|---|---|---|\n| Tư 08/5 | 7h30: Khai mạc | 19h30: Đêm lửa trại |\n"
            "| Năm 09/5 | 8h00: Họp | |\n",
            ["05-08 07:30: Khai mạc", "05-08 19:30: Đêm lửa trại", "05-09 08:00: Họp"],
            id="a-night-by-the-fire",
        ),
        pytest.param(
            "ĐÍNH CHÍNH CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5/2024\n\n1. Bỏ mục 9 (Giao lưu văn nghệ 25/5).\n"
            "2. Mục 5, Trại huấn luyện: lùi từ 15 - 17/5 sang 22 - 24/5.\n",
            [
                "05-25 cancelled: Giao lưu văn nghệ",
                "05-15..05-17 postponed: Mục 5, Trại huấn luyện",
                "05-22..05-24: Mục 5, Trại huấn luyện",
            ],
            id="an-item-struck-by-its-number",
        ),
        pytest.param(
            "SỞ XÂY DỰNG\nV/v thay đổi thời gian, địa điểm họp\n\nHải Bình, ngày 17 tháng 5 năm 2024\n\n"
            "Kính gửi:\n- Sở Tài chính;\n- UBND các phường: Nam Thành, Bắc Thành.\n\n"
            "Ngày 13/5/2024, Sở Xây dựng có Giấy mời số 288/GM-SXD mời họp thẩm định điều chỉnh quy hoạch khu A "
            "vào 14h00 ngày 20/5/2024.\n\n"
            "Do trùng lịch họp của UBND tỉnh, Sở xin thay đổi thời gian, địa điểm họp như sau:\n"
            "- Thời gian: 8h00, thứ Tư, ngày 22/5/2024.\n- Địa điểm: Phòng họp tầng 5.\n",
            [
                "05-22 08:00: Họp thẩm định điều chỉnh quy hoạch khu A",
                "05-20 14:00 postponed: Họp thẩm định điều chỉnh quy hoạch khu A",
            ],
            id="a-letter-that-moves-what-another-paper-invited-to",
        ),
        pytest.param(
            "LỊCH HOẠT ĐỘNG ĐOÀN - HỘI THÁNG 11-2023\n\n- 1-11: Phát động thi đua (đến 20-11).\n"
            "- 5 và 6-11: Hội trại.\n- 9-11 (Ngày Pháp luật): phiên tòa giả định, 14g30.\n"
            "- 12-11 đến 18-11: Tuần lễ tri ân.\n- 30-11: hạn chót nộp sổ.\n- Tối 22-11: họp khối 10-11.\n",
            [
                "11-01..11-20: Phát động thi đua",
                "11-05..11-06: Hội trại",
                "11-09 14:30: Phiên tòa giả định",
                "11-12..11-18: Tuần lễ tri ân",
                "11-30 deadline: Hạn chót nộp sổ",
                "11-22 evening: Họp khối 10-11",
            ],
            id="days-and-months-parted-by-a-hyphen",
        ),
        pytest.param(
            "HỌC VIỆN NÔNG LÂM\nLỊCH TUẦN (06/5/2024 - 12/5/2024)\n\nTHỨ HAI - 06/5\n"
            "08:00 - 09:00  Giao ban Ban Giám đốc  |  Phòng họp A  |  GĐ chủ trì\n"
            "09:30  Ký kết hợp tác  |  Phòng khách quốc tế\n\nTHỨ BA - 07/5\n"
            "Cả ngày  Ngày hội việc làm  |  Sân vận động\n\nCHỦ NHẬT - 12/5\n(không có lịch)\n",
            [
                "05-06 08:00-09:00: Giao ban Ban Giám đốc",
                "05-06 09:30: Ký kết hợp tác",
                "05-07 all-day: Ngày hội việc làm",
            ],
            id="hours-with-columns-below-a-day-are-no-table",
        ),
        pytest.param(
            f"{EVENTS}- Các chi hội báo cáo kết quả tháng trước ngày 22; gửi sổ sau.\n",
            ["05-21 deadline: Các chi hội báo cáo kết quả"],
            id="a-months-report-before-a-day",
        ),
        pytest.param(
            f"{EVENTS}- 06/5: Trao quà (tiết 3, 4 sáng).\n- Ngày 31/5: Phát hành kỷ yếu (chậm nhất)\n",
            ["05-06 morning: Trao quà", "05-31 deadline: Phát hành kỷ yếu (chậm nhất)"],
            id="remarks-in-brackets-tell-the-half-day-and-what-is-due",
        ),
        pytest.param(
            "THÔNG BÁO ĐỔI LỊCH CÁC HOẠT ĐỘNG HÈ 2024\n\n"
            "1. Hội thi gói bánh 31/5 (thứ Sáu): đổi sang Sân vận động, thời gian giữ nguyên 14h00.\n\n"
            "Đông Hòa, 20/5/2024\nTRƯỞNG PHÒNG\nKiều Anh Tú\n",
            ["05-31 14:00: Hội thi gói bánh"],
            id="where-the-hour-stays-only-the-place-is-another",
        ),
        pytest.param(
            f"{EVENTS}- Họp cơ quan: sáng thứ Hai đầu tuần.\n",
            ["WEEKLY morning: Họp cơ quan"],
            id="the-monday-that-begins-a-week",
        ),
        pytest.param(
            f"{MONTH}TT | Nội dung | Thời gian | Ghi chú\n"
            "1 | Phiên giao dịch việc làm | 25/5 | 7h30 - 11h30 tại sân vận động\n"
            "2 | Họp bình xét | 27/5 | mang hồ sơ tại phòng\n",
            ["05-25 07:30-11:30: Phiên giao dịch việc làm", "05-27: Họp bình xét"],
            id="a-note-tells-hours-and-place",
        ),
        pytest.param(
            f"{EVENTS}- 21/5: Ra mắt câu lạc bộ; khai mạc trưng bày sách (kéo dài đến 24/5).\n"
            "- Khai mạc Hội thao: 7 giờ 30 ngày 27/5/2024 (thứ Hai); thi đấu đến hết ngày 29/5/2024.\n",
            [
                "05-21: Ra mắt câu lạc bộ",
                "05-21..05-24: Khai mạc trưng bày sách",
                "05-27..05-29 07:30: Khai mạc Hội thao",
            ],
            id="what-opens-lasts-until-the-end-told-behind-it",
        ),
        pytest.param(
            f"{WEEK}Thời gian\nNội dung công việc\nThành phần\nĐịa điểm\n\nThứ Hai, 06/5\n8h00\nGiao ban cơ quan\n"
            "Lãnh đạo Ban\nPhòng họp Ban\n\nThứ Năm, 09/5\nSáng\nDự Ngày hội tại khu phố 5\nĐ/c Trưởng ban\n"
            "Khu phố 5, phường 1\n15h00\nHọp Hội đồng biên tập\nHội đồng biên tập\nPhòng họp Ban\n",
            [
                "05-06 08:00: Giao ban cơ quan",
                "05-09 morning: Ngày hội",
                "05-09 15:00: Họp Hội đồng biên tập",
            ],
            id="a-half-day-on-a-line-of-its-own-in-a-table-without-a-grid",
        ),
        pytest.param(
            f"{WEEK}| Thứ | Ngày | Công việc |\n| Sáu | 10/5 | Tổng vệ sinh; 15h30 sơ kết tháng; hạn nộp giáo án |\n",
            ["05-10: Tổng vệ sinh", "05-10 15:30: Sơ kết tháng", "05-10 deadline: Hạn nộp giáo án"],
            id="what-is-due-on-the-day-of-a-row",
        ),
        pytest.param(
            "THÔNG BÁO\nVề việc lùi thời gian tổ chức Đại hội các dân tộc\n\n"
            "Theo Kế hoạch số 40/KH-UBND ngày 02/4/2024, Đại hội các dân tộc dự kiến tổ chức ngày 17/5/2024.\n\n"
            "UBND xã lùi thời gian tổ chức Đại hội sang ngày 30/5/2024 (thứ Năm), bắt đầu từ 7 giờ 30 phút.\n",
            ["05-17 postponed: Đại hội các dân tộc", "05-30 07:30: Đại hội các dân tộc"],
            id="a-day-to-which-the-time-of-a-thing-is-put-off-stands",
        ),
    ],
)
def test_what_a_paper_announces(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected


def test_a_bracket_that_ends_a_time_is_cut_with_it() -> None:
    text = f"{EVENTS}- Họp mặt tại Khu di tích Đồi Cờ: Sáng 19/5 (Chủ nhật).\n"
    (entry,) = read_programme(decode(text.encode(), "a.txt"), today=date(2024, 4, 28)).entries
    assert (entry.title, entry.location) == ("Họp mặt", "Khu di tích Đồi Cờ")


def test_a_rule_in_force_from_its_signature_begins_then() -> None:
    text = (
        "THÔNG BÁO\nLịch tiếp công dân năm 2024\n\n1. Chủ tịch UBND xã: thứ Năm hằng tuần.\n"
        "Thông báo này có hiệu lực kể từ ngày ký.\n\nHòa Phú, ngày 08 tháng 01 năm 2024\nCHỦ TỊCH\n"
    )
    (entry,) = read_programme(decode(text.encode(), "a.txt")).entries
    assert isinstance(entry.when, Repeat)
    assert entry.when.recurrence.first == date(2024, 1, 11)


def test_beside_a_last_day_its_own_words_are_shown() -> None:
    text = (
        "THÔNG BÁO\nChương trình công tác tháng 5 năm 2024\n\nThời gian | Nội dung | Đơn vị\n"
        "16/5 | Họp Hội đồng trường | Văn phòng\nTrước 30/5 | Nộp kế hoạch năm về phòng Kế hoạch | Các đơn vị\n"
    )
    entries = read_programme(decode(text.encode(), "a.txt"), today=date(2024, 4, 28)).entries
    assert "Trước 30/5" in [passage.text for passage in entries[-1].evidence]


def test_a_rule_holds_from_one_day_to_another() -> None:
    text = (
        "QUY CHẾ LÀM VIỆC\nChương III. CHẾ ĐỘ HỘI HỌP NĂM 2024\n\nĐiều 9. Giao ban\n"
        "1. Giao ban Ban Giám đốc: 16h00 thứ Sáu hằng tuần.\n"
        "2. Hội đồng Thuốc họp 02 tháng/lần, vào thứ Tư tuần cuối của tháng, bắt đầu từ tháng 02.\n\n"
        "Điều 13. Quy chế này áp dụng từ 01/02/2024 đến hết 31/12/2024.\n"
    )
    weekly, council = (entry.when for entry in read_programme(decode(text.encode(), "a.txt")).entries)
    assert isinstance(weekly, Repeat)
    assert isinstance(council, Repeat)
    assert (weekly.recurrence.first, weekly.recurrence.until) == (date(2024, 2, 2), date(2024, 12, 27))
    assert (council.recurrence.first, council.recurrence.until) == (date(2024, 2, 28), date(2024, 12, 25))


def test_of_a_standing_rule_a_part_may_be_due_on_another_day() -> None:
    text = (
        "NỘI QUY, LỊCH SINH HOẠT CHI ĐOÀN 6 THÁNG CUỐI NĂM 2024\n\n"
        "1. Thu đoàn phí: ngày 05 hàng tháng, gửi biên lai cho thủ quỹ chậm nhất ngày 10.\n\n"
        "Áp dụng từ 01/7/2024 đến 31/12/2024.\n"
    )
    told_of = [(told(e), e.when) for e in read_programme(decode(text.encode(), "a.txt")).entries]
    assert [words for words, _ in told_of] == [
        "MONTHLY: Thu đoàn phí",
        "MONTHLY deadline: Gửi biên lai cho thủ quỹ",
    ]
    assert [w.recurrence.by_month_day for _, w in told_of if isinstance(w, Repeat)] == [(5,), (10,)]
