"""Small papers: meetings over their points, what is due or told beside a thing, states at the end, scanned figures."""

import pytest
from announced_lines import lines_of

MONTH = "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2024\n\nI. HỘI NGHỊ\n"
LETTER = "SỞ NỘI VỤ\nSố: 20/GM-SNV\nBắc Hoàng, ngày 02 tháng 5 năm 2024\n\nGIẤY MỜI\n\n"
NOTICE = "TRƯỜNG MẦM NON HOA SEN\nTHÔNG BÁO (06/5/2024)\nV/v thay đổi một số hoạt động\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{MONTH}1- Hội nghị Ban Thường vụ kỳ 1: sáng thứ Năm, ngày 09/5, cho ý kiến về:\n"
            "a) Báo cáo công tác quý I/2024;\nb) Công tác cán bộ.\n2- Họp Hội đồng: chiều 14/5:\n- Kế hoạch năm.\n",
            ["05-09 morning: Hội nghị Ban Thường vụ kỳ 1", "05-14 afternoon: Họp Hội đồng"],
            id="a-meeting-over-its-points-is-held",
        ),
        pytest.param(
            f"{MONTH}- Hội nghị sơ kết 6 tháng tổ chức trước ngày 10/5, tổng kết năm trước ngày 20/5.\n",
            ["05-09 deadline: Hội nghị sơ kết 6 tháng", "05-19 deadline: Tổng kết năm"],
            id="two-things-by-a-comma-each-with-its-last-day",
        ),
        pytest.param(
            f"{NOTICE}- Họp phụ huynh: không họp vào sáng thứ Sáu 10/5 nữa, lùi lại 1 tuần, giờ vẫn như cũ (8h00).\n"
            "- Khám sức khỏe đợt 1 (14/5): tạm hoãn, lịch mới thông báo sau.\n",
            [
                "05-10 08:00 postponed: Họp phụ huynh",
                "05-17 08:00: Họp phụ huynh",
                "05-14 postponed: Khám sức khỏe đợt 1",
            ],
            id="by-how-long-it-is-moved-and-the-hour-that-stays",
        ),
        pytest.param(
            f"{MONTH}- Đoàn Sở Y tế kiểm tra bệnh viện 6 tháng: trong tháng, Sở báo lịch sau.\n"
            "- Khám mắt: các ngày 6, 8 và 13/5 tại Trạm y tế (buổi sáng, mỗi ngày một phường).\n"
            "- 14/5: Đại biểu tiếp xúc cử tri trước kỳ họp tại xã A.\n"
            "- 14/5 đến 20/5: Tuần cao điểm dọn vệ sinh.\n"
            "- Các xã chưa nộp quỹ (đến 31/3/2024 mới có 9/14 xã nộp) khẩn trương hoàn thành.\n",
            [
                "~05-01..05-31 tentative: Đoàn Sở Y tế kiểm tra bệnh viện 6 tháng",
                "05-06 05-08 05-13 morning: Khám mắt",
                "05-14: Đại biểu tiếp xúc cử tri trước kỳ họp",
                "05-14..05-20 all-day observance: Tuần cao điểm dọn vệ sinh",
            ],
            id="what-is-dealt-with-is-no-time",
        ),
        pytest.param(
            f'{NOTICE}Theo Kế hoạch số 45/KH-LHH ngày 20/4/2024, Hội thảo "Cây dược liệu" tổ chức vào 8h00, thứ Sáu, '
            "ngày 17/5/2024.\n\nDo trùng lịch, Ban Tổ chức lùi Hội thảo lại 01 tuần, sang ngày 24/5/2024, giờ, "
            "địa điểm giữ nguyên.\n\nChương trình tham quan vườn ươm chuyển sang chiều 24/5/2024.\n\n"
            "Hạn cuối đăng ký: 17g00 ngày 20/5/2024 (thay cho ngày 10/5/2024).\n",
            [
                '05-17 08:00 postponed: Hội thảo "Cây dược liệu"',
                '05-24 08:00: Hội thảo "Cây dược liệu"',
                "05-24 afternoon: Chương trình tham quan vườn ươm",
                "05-20-17:00 deadline: Hạn cuối đăng ký",
            ],
            id="what-a-plan-announced-is-moved-by-another-name",
        ),
        pytest.param(
            f"{MONTH}- Từ 16/5 đến 18/5: lớp bồi dưỡng nghiệp vụ; khai giảng 7h30.\n"
            "- 20/5: Khai mạc Giải cờ tướng, 8h. Giải đấu đến hết ngày 22/5.\n"
            "- Lễ giao quân: dự kiến ngày 26/5/2024 (tập trung 5g30, lễ của thành phố lúc 7g00) tại sân vận động.\n"
            '- 27/5: Chào cờ, phát động thi đua "Hoa điểm tốt" (từ 27/5 đến 31/5).\n',
            [
                "05-16..05-18 07:30: Lớp bồi dưỡng nghiệp vụ",
                "05-20..05-22 08:00: Khai mạc Giải cờ tướng",
                "05-26 07:00 tentative: Lễ giao quân",
                '05-27: Chào cờ, phát động thi đua "Hoa điểm tốt"',
            ],
            id="hours-and-ends-told-beside",
        ),
        pytest.param(
            "LỊCH CÔNG TÁC TUẦN 19\n( Từ ngày l3/5 đến l9/5/2024 )\n\nThứ hai l3/5: 7g3O Chào cờ. 8gOO Họp cơ quan.\n"
            "Thứ ba 14/5: Sáng họp chi bộ.\n                 Chiểu: làm việc với Phòng Tài chính.\n",
            [
                "05-13 07:30: Chào cờ",
                "05-13 08:00: Họp cơ quan",
                "05-14 morning: Họp chi bộ",
                "05-14 afternoon: Làm việc với Phòng Tài chính",
            ],
            id="figures-of-a-scanner-in-a-week",
        ),
        pytest.param(
            "LỊCH CÔNG TÁC TUẦN 20 (13/5 - 19/5/2024)\n\nThứ Hai 13/5\n8h00: Họp giao ban. Chủ trì: GĐ\n"
            "14h00: Họp thẩm định giá. Chủ trì: PGĐ Lan. Địa điểm: PH số 2. HOÃN (thời gian mới sẽ báo sau)\n"
            "Thứ Ba 14/5\n8h00: GĐ họp tại Sở về Đề án số hóa\n14h00: Họp tổ. HỦY\n"
            "Lập biểu: Nguyễn Thị Hường - 10/5/2024\n",
            [
                "05-13 08:00: Họp giao ban",
                "05-13 14:00 postponed: Họp thẩm định giá",
                "05-14 08:00: Họp về Đề án số hóa",
                "05-14 14:00 cancelled: Họp tổ",
            ],
            id="a-state-in-capitals-at-the-end",
        ),
        pytest.param(
            "LỊCH CÔNG TÁC TUẦN 20 (13/5 - 19/5/2024)\n\nThứ Hai 13/5\nSáng: 7h30 - 11h: Tiếp công dân\nChiều: nt\n"
            "Thứ Ba 14/5\nSáng: Họp chi bộ\nChiều: 14h Làm việc với Sở\n",
            [
                "05-13 07:30-11:00: Tiếp công dân",
                "05-13 afternoon: Tiếp công dân",
                "05-14 morning: Họp chi bộ",
                "05-14 14:00: Làm việc với Sở",
            ],
            id="the-afternoon-as-the-morning",
        ),
        pytest.param(
            "LỊCH TUẦN 20\n(Từ 13/5 đến 18/5/2024)\nThứ năm 16/5: - Họp mặt.\nThứ sáu 17/5: - Kiểm tra bếp ăn (14h).\n"
            "Thứ bảy 18/5: - Sinh hoạt chuyên môn (7h30 - 10h30) tại MN Họa Mi; trực trường: cô Thúy\n",
            ["05-16: Họp mặt", "05-17 14:00: Kiểm tra bếp ăn", "05-18 07:30-10:30: Sinh hoạt chuyên môn"],
            id="a-dash-between-hours-parts-nothing",
        ),
        pytest.param(
            "LỊCH CÔNG TÁC TUẦN 20\nTừ ngày 13/5 đến 19/5/2024\n\nNgày\nSáng\nChiều\nTrực lãnh đạo\n\n"
            "Thứ 2\n13/5\n7h15: Giao ban viện\n8h30: Đi buồng\n14h00: Họp Hội đồng Thuốc\nBSCKII. Ngô Văn Thảo\n\n"
            "Thứ 3\n14/5\n8h00: Đón đoàn kiểm tra\n15h00: Bình bệnh án\nBSCKI. Hà Thị Vui\n\n"
            "Thứ 4\n15/5\n7h30: Tiêm vắc xin\nBS. Lê Na\n\nCác khoa gửi danh sách trước 10h00 ngày 14/5.\n",
            [
                "05-13 07:15: Giao ban viện",
                "05-13 08:30: Đi buồng",
                "05-13 14:00: Họp Hội đồng Thuốc",
                "05-14 08:00: Đón đoàn kiểm tra",
                "05-14 15:00: Bình bệnh án",
                "05-15 07:30: Tiêm vắc xin",
                "05-14-10:00 deadline: Các khoa gửi danh sách",
            ],
            id="halves-across-whose-days-stand-in-two-lines",
        ),
        pytest.param(
            f"{LETTER}Giám đốc Sở tổ chức 02 cuộc họp như sau:\n1. Cuộc họp thứ nhất: Rà soát tiến độ giải ngân.\n"
            "- Thời gian: 8 giờ 00, thứ Năm, ngày 16/5/2024.\n- Địa điểm: Phòng họp tầng 2.\n"
            "2. Cuộc họp thứ hai: Tháo gỡ vướng mắc dự án hồ chứa.\n- Thời gian: 14 giờ 00 cùng ngày.\n"
            "- Địa điểm: Phòng họp tầng 2.\n",
            [
                "05-16 08:00: Cuộc họp: rà soát tiến độ giải ngân",
                "05-16 14:00: Cuộc họp: tháo gỡ vướng mắc dự án hồ chứa",
            ],
            id="which-of-several-meetings-is-no-weekday",
        ),
        pytest.param(
            f"{LETTER}Kính mời Thầy/Cô tới dự LỄ KỶ NIỆM 50 NĂM\n\n* Sáng Chủ nhật, 26/5/2024:\n"
            "   7h00 - 7h45: Đón tiếp đại biểu\n   8h00 - 10h30: Lễ kỷ niệm\n\nĐịa điểm: sân trường.\n\n"
            "Xin vui lòng xác nhận tham dự với lớp trưởng khóa trước ngày 15/5/2024.\n",
            [
                "05-26 07:00-07:45: Đón tiếp đại biểu",
                "05-26 08:00-10:30: Lễ kỷ niệm",
                "05-14 deadline: Xác nhận tham dự với lớp trưởng khóa",
            ],
            id="what-is-asked-behind-the-rows-of-a-day-has-its-own",
        ),
    ],
)
def test_a_paper_tells(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected
