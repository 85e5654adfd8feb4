"""What a cell tells beside others: an end behind an hour, who does what, what was done before, days behind dashes."""

import pytest
from announced_lines import lines_of

WEEK = "LỊCH CÔNG TÁC TUẦN 51 (Từ 13/12 đến 19/12/2021)\n\n"
MARCH = "HỘI PHỤ NỮ HUYỆN PHÚ AN\n\nCHƯƠNG TRÌNH CÔNG TÁC THÁNG 3/2023\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{WEEK}NGÀY\tGIỜ\tNỘI DUNG\tCHỦ TRÌ\tĐỊA ĐIỂM\n"
            "Thứ Hai 13/12\t07:30\tGiao ban Ban Giám hiệu\tHiệu trưởng\tPhòng họp 1\n"
            "Thứ Tư 15/12\t13:30\tTest nhanh toàn trường (đến 16:30)\tTrạm Y tế\tKTX khu B\n"
            "Thứ Năm 16/12\t8:00\tHội thảo (kết thúc lúc 10h)\tPhòng Đào tạo\tHội trường\n",
            [
                "12-13 07:30: Giao ban Ban Giám hiệu",
                "12-15 13:30-16:30: Test nhanh toàn trường",
                "12-16 08:00-10:00: Hội thảo",
            ],
            id="the-end-behind-the-thing",
        ),
        pytest.param(
            "UBND XÃ PHÚ AN\n\nTHÔNG BÁO\nLịch tiếp công dân 6 tháng cuối năm 2023\n\n"
            "NGƯỜI TIẾP | LỊCH TIẾP | GIỜ TIẾP\n"
            "Chủ tịch UBND xã tiếp công dân định kỳ | Thứ Năm hằng tuần | 7h30 - 11h00\n"
            "Chủ tịch Hội LHPN xã tư vấn hôn nhân, gia đình | Thứ Ba tuần thứ hai hằng tháng | 8h00\n",
            [
                "WEEKLY 07:30-11:00: Tiếp công dân định kỳ",
                "MONTHLY 08:00: Tư vấn hôn nhân, gia đình",
            ],
            id="who-does-what-then",
        ),
        pytest.param(
            "HỘI PHỤ NỮ TỈNH\nV/v điều chỉnh Chương trình công tác tháng 6/2024\n\nPhú An, ngày 10 tháng 6 năm 2024\n\n"
            "STT | Nội dung | Thời gian theo Chương trình số 24 | Thời gian điều chỉnh\n"
            "1 | Hội nghị Ban Chấp hành lần thứ 8 | 14/6/2024 | 08h00, 21/6/2024\n"
            "2 | Hội nghị sơ kết Đề án 938 | 20/6/2024 | Không tổ chức\n"
            "3 | Hội thi nấu ăn | 25/6/2024 | 27/6/2024\n",
            [
                "06-14 postponed: Hội nghị Ban Chấp hành lần thứ 8",
                "06-21 08:00: Hội nghị Ban Chấp hành lần thứ 8",
                "06-20 cancelled: Hội nghị sơ kết Đề án 938",
                "06-25 postponed: Hội thi nấu ăn",
                "06-27: Hội thi nấu ăn",
            ],
            id="the-time-by-a-programme-is-the-old-one",
        ),
        pytest.param(
            "CHI CỤC THỦY LỢI\n\nCHƯƠNG TRÌNH CÔNG TÁC QUÝ IV/2022\n\n1. Kết quả quý III\n"
            "1.1. Đã tổ chức 12 đợt kiểm tra; đợt ngày 15/9/2022 phát hiện 02 vụ vi phạm.\n"
            "1.2. Hội nghị giao ban ngày 05/9/2022 đã thống nhất phương án.\n2. Nhiệm vụ quý IV\n"
            "2.1. Hội nghị sơ kết: ngày 12/10.\n2.2. Kiểm tra hồ chứa đạt 24% (năm 2021: 95,7%).\n",
            ["10-12: Hội nghị sơ kết"],
            id="results-of-the-quarter-before",
        ),
        pytest.param(
            f"{MARCH}+ T4-1/3: Họp liên tịch (8h).\n+ T5-9/3, T6-10/3: Kiểm tra chéo.\n"
            "+ Từ T2-13/3 đến T7-18/3: Tập huấn.\n",
            ["03-01 08:00: Họp liên tịch", "03-09..03-10: Kiểm tra chéo", "03-13..03-18: Tập huấn"],
            id="a-dash-between-weekday-and-day",
        ),
        pytest.param(
            "TRƯỜNG CHÍNH TRỊ TỈNH\n\nGIẤY TRIỆU TẬP\nLớp bồi dưỡng khóa 12\n\nI. THỜI GIAN\nTừ ngày 14/8/2023 đến ngày"
            " 16/8/2023.\n\nII. LỊCH HỌC\n\nNgày\nSáng\nChiều\n\n14/8\nHọp lớp\nBài một\n\n15/8\nBài hai\nBài ba\n\n"
            "16/8\nÔn tập\nThi cuối khóa\n\nIII. ĐỊA ĐIỂM\nGiảng đường 2.\n\nIV. YÊU CẦU\nXác nhận danh sách trước ngày"
            " 09/8/2023.\n",
            [
                "08-14 morning: Họp lớp",
                "08-14 afternoon: Bài một",
                "08-15 morning: Bài hai",
                "08-15 afternoon: Bài ba",
                "08-16 morning: Ôn tập",
                "08-16 afternoon: Thi cuối khóa",
                "08-08 deadline: Xác nhận danh sách",
            ],
            id="the-next-part-ends-a-table-without-its-grid",
        ),
        pytest.param(
            "SỞ NỘI VỤ\nLỊCH TUẦN LÃNH ĐẠO SỞ - TUẦN 39/2024\n\nThứ Hai, ngày 23 tháng 9 năm 2024\n"
            "  08:00 - 09:30 | GĐ Trịnh Luận, các PGĐ | Họp giao ban lãnh đạo Sở | Phòng họp A\n"
            "  14:00 | PGĐ Hoàng Sim | Họp Hội đồng thẩm định | Phòng họp B\n\n"
            "Thứ Ba, ngày 24 tháng 9 năm 2024\n"
            "  07:30 | GĐ Trịnh Luận | Dự phiên họp Ủy ban | Phòng họp số 1\n"
            "  Chiều | PGĐ Hoàng Sim | Kiểm tra công tác bán trú | Trường THCS Hồng Thái\n\n"
            "Thứ Tư, ngày 25 tháng 9 năm 2024\n  15:15 | GĐ Trịnh Luận | Tiếp công dân | Phòng Tiếp công dân\n",
            [
                "09-23 08:00-09:30: Họp giao ban lãnh đạo Sở",
                "09-23 14:00: Họp Hội đồng thẩm định",
                "09-24 07:30: Phiên họp Ủy ban",
                "09-24 afternoon: Kiểm tra công tác bán trú",
                "09-25 15:15: Tiếp công dân",
            ],
            id="who-leads-before-the-thing",
        ),
        pytest.param(
            "SỞ NỘI VỤ\n\nTHÔNG BÁO\nVề việc bổ sung cuộc họp\n\n"
            "Bổ sung cuộc họp Tổ biên tập Đề án: 10h15 thứ Sáu, ngày 17/11/2023, phòng 305.\n\nHà Trung, 13/11/2023\n"
            "T/L GIÁM ĐỐC\nChánh Văn phòng\n(chữ ký số lúc 16:22:31, 13/11/2023)\nLương Thị Hợi\n",
            ["11-17 10:15: Cuộc họp Tổ biên tập Đề án"],
            id="a-signature-with-its-stamp",
        ),
    ],
)
def test_cells_tell_together(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected
