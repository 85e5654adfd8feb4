"""Meetings that lead to their points, days by which several things are due, and what is asked at the end."""

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
