"""Small things that change a time when misread: a number before days, a spaced letter, a remark in brackets."""

import pytest
from announced_lines import lines_of

MARCH = "HỘI PHỤ NỮ HUYỆN PHÚ AN\n\nCHƯƠNG TRÌNH CÔNG TÁC THÁNG 3/2023\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{MARCH}- Giám sát công trình cầu Bến Thủy 3: 24 - 26/3\n- Họp chi bộ: 14: 30 ngày 28/3\n",
            [
                "03-24..03-26: Giám sát công trình cầu Bến Thủy 3",
                "03-28 14:30: Họp chi bộ",
            ],
            id="a-number-in-a-name-before-days-is-no-hour",
        ),
        pytest.param(
            f"{MARCH}a , Ngày 06/3 : Lễ phát động , 7h30 , nhà văn hóa\nb , Từ 13/3 đến 17/3 : Khám sức khoẻ\n"
            "c , 14 giờ ngày 16/3 : Gặp mặt hội viên\n",
            ["03-06 07:30: Lễ phát động", "03-13..03-17: Khám sức khoẻ", "03-16 14:00: Gặp mặt hội viên"],
            id="letters-with-a-comma-count",
        ),
        pytest.param(
            f"{MARCH}II. GIAO VIỆC\n- Các xã: cập nhật số liệu 16h00 thứ Sáu hằng tuần (hạn chốt), qua phần mềm.\n",
            ["WEEKLY 16:00 deadline: Các xã: cập nhật số liệu (hạn chốt), qua phần mềm"],
            id="a-last-hour-in-brackets-amid-a-line",
        ),
        pytest.param(
            f"{MARCH}I. HOẠT ĐỘNG CẤP TỈNH\n1.1. Các ngày Chủ nhật 05, 12 và 19/3: Ngày Chủ nhật xanh, 6h30.\n",
            ["03-05 03-12 03-19 06:30: Ngày Chủ nhật xanh"],
            id="single-days-with-an-hour-among-activities",
        ),
        pytest.param(
            "THÔNG BÁO\nLịch sinh hoạt định kỳ năm 2024\n\n1. Tổ tiết kiệm: ngày 28 hằng tháng (kể cả tháng 02),"
            " buổi tối, tại nhà tổ trưởng.\n2. Chi hội 1: ngày 05 hằng tháng, buổi sáng.\n",
            [
                "MONTHLY evening: Tổ tiết kiệm",
                "MONTHLY morning: Sinh hoạt: chi hội 1",
            ],
            id="a-month-that-is-no-exception",
        ),
        pytest.param(
            "HỘI PHỤ NỮ HUYỆN PHÚ AN\n\nKẾ HOẠCH CÔNG TÁC QUÝ III/2023\n\nTháng 8\n01. Tập huấn: ngày 06/8.\n\n"
            "Tháng 9\n02. Hội nghị sơ kết: ngày 12/9.\n\nViệc thường xuyên cả quý\n"
            "03. Giao ban Ban: 15h00 thứ Hai hằng tuần.\n",
            [
                "08-06: Tập huấn",
                "09-12: Hội nghị sơ kết",
                "WEEKLY 15:00: Giao ban Ban",
            ],
            id="what-is-held-all-the-time-is-of-no-month",
        ),
        pytest.param(
            "THÔNG BÁO KHẨN\nVề việc hoãn lễ khai giảng do bão\n\na) Hoãn Lễ khai giảng 7h30 ngày 07/9/2024.\n"
            "b) Họp Ban Chỉ huy phòng chống thiên tai: 20h00 tối nay.\n\nPhú An, 16h45 ngày 05 tháng 9 năm 2024\n"
            "TL. HIỆU TRƯỞNG\nTRƯỞNG PHÒNG\n",
            [
                "09-07 07:30 postponed: Lễ khai giảng",
                "09-05 20:00: Họp Ban Chỉ huy phòng chống thiên tai",
            ],
            id="a-paper-is-given-at-an-hour",
        ),
        pytest.param(
            "HỘI PHỤ NỮ TỈNH\n\nCHƯƠNG TRÌNH\nDIỄN ĐÀN PHỤ NỮ KHỞI NGHIỆP NĂM 2024\n\nThời gian: từ 08 giờ 00 ngày"
            " 18/10 đến 11 giờ 30 ngày 19/10/2024\nĐịa điểm: Khách sạn Sen Biển\n\nNGÀY THỨ NHẤT - THỨ SÁU, 18/10\n\n"
            "Thời gian\tNội dung\tThực hiện\n08g00 - 08g30\tVăn nghệ\tMC\n08g30 - 10g00\tToạ đàm 1\tBà Linh\n"
            "10g30 - 11g30\tTổng hợp ý kiến\tBà Linh\n",
            [
                "10-18..10-19 08:00-11:30: Diễn đàn phụ nữ khởi nghiệp năm 2024",
                "10-18 08:00-08:30: Văn nghệ",
                "10-18 08:30-10:00: Toạ đàm 1",
                "10-18 10:30-11:30: Tổng hợp ý kiến",
            ],
            id="the-programme-of-one-meeting-is-not-that-of-a-year",
        ),
        pytest.param(
            f"{MARCH}- 05/3: Họp Ban Thường vụ.\n\nGhi chú:\n- Các thôn chưa nộp hội phí quý IV (hạn 31/01) khẩn trương"
            " hoàn thành.\n- Nộp hội phí quý I (hạn 31/3).\n- Năm 2022 Thường trực đã tiếp 34 lượt, lần gần nhất ngày"
            " 16/12/2022.\n",
            ["03-05: Họp Ban Thường vụ", "03-31 deadline: Nộp hội phí quý I"],
            id="what-is-overdue-and-what-was-last",
        ),
        pytest.param(
            "GIẤY TRIỆU TẬP\nKỳ họp thứ Năm HĐND xã khóa XXI\n\nTriệu tập: Các đại biểu HĐND xã\n"
            "+ Thời gian: 7 giờ 30 phút, thứ Tư, ngày 12/7/2023\n+ Địa điểm: Nhà văn hóa xã\n"
            "+ Nội dung: Có chương trình kèm theo\n",
            ["07-12 07:30: Kỳ họp thứ Năm HĐND xã khóa XXI"],
            id="a-programme-that-is-enclosed-names-nothing",
        ),
        pytest.param(
            "LỊCH\nTiếp công dân của Thường trực HĐND tỉnh 6 tháng đầu năm 2025\n\nI. TIẾP CÔNG DÂN ĐỊNH KỲ\n"
            "(bắt đầu từ 7 giờ 30, tại Trụ sở Tiếp công dân, số 2 đường 19/8)\n\nTháng\tNgày\tNgười tiếp\n"
            "01\t15/01 (thứ Tư)\tÔng Kiều Lễ, Chủ tịch\n02\t17/02 (thứ Hai)\tBà Hồ Ánh, Phó Chủ tịch\n"
            "3\t14/3 (thứ Sáu)\tÔng Đinh Lữ, Phó Chủ tịch\n",
            ["01-15 07:30: Tiếp công dân", "02-17 07:30: Tiếp công dân", "03-14 07:30: Tiếp công dân"],
            id="hours-in-brackets-over-a-table",
        ),
    ],
)
def test_a_slip_changes_nothing(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected
