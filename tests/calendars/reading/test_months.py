"""Programmes of a month, a quarter or a year in the layouts that clerks give them, each as a small paper of its own."""

import pytest
from announced_lines import lines_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "HỢP TÁC XÃ TÍN DỤNG TÂN LẬP\nBộ phận Kế toán\n\nLỊCH HOẠT ĐỘNG THÁNG 5/2024 (gửi các tổ ngày 26/4)\n\n"
            "Ngày         Giờ     Nội dung                         Phụ trách      Địa điểm\n"
            "----------------------------------------------------------------------------\n"
            "03/5 (T6)    8h00    Giao ban tháng                   Giám đốc       Phòng họp\n"
            "07-08/5              Kiểm toán độc lập làm việc tại   KTT            Quầy 2\n"
            "                     quầy giao dịch chợ Gạo\n"
            "10/5         7h30    Ra quân thu nợ                   PGĐ Tâm        Sân trụ sở\n"
            '                     "Tháng không nợ xấu"\n'
            "14/5         14h00   Đại hội thành viên               HĐQT           Hội trường xã\n"
            "             (DK)\n"
            "17/5         cả      Tập huấn nghiệp vụ               TT Đào tạo     Tỉnh\n"
            "             ngày\n"
            "24/5         sáng    Thăm mô hình vay vốn             PGĐ Tâm        xã Phú An\n"
            "                     Tổ hợp tác Bưởi da xanh\n\n"
            "HẠN GỬI BÁO CÁO\n- Báo cáo dư nợ: 10/5.\n- Đối chiếu công nợ: trước 21/5.\n",
            [
                "05-03 08:00: Giao ban tháng",
                "05-07..05-08: Kiểm toán độc lập làm việc",
                '05-10 07:30: Ra quân thu nợ "Tháng không nợ xấu"',
                "05-14 14:00 tentative: Đại hội thành viên",
                "05-17 all-day: Tập huấn nghiệp vụ",
                "05-24 morning: Thăm mô hình vay vốn Tổ hợp tác Bưởi da xanh",
                "05-10 deadline: Báo cáo dư nợ",
                "05-20 deadline: Đối chiếu công nợ",
            ],
            id="columns-set-with-spaces-cells-that-go-on-below",
        ),
        pytest.param(
            "HỘI NÔNG DÂN XÃ PHÚ AN\n\nCHƯƠNG TRÌNH CÔNG TÁC THÁNG 5/2024\n\n"
            "Thời gian      Công việc                          Bộ phận\n"
            "Ngày 06/5      Họp Ban Chấp hành                  Thường trực\n"
            "(16h30)\n"
            "Ngày 09/5      Tổng kết mô hình trồng dưa         Tổ kinh tế\n"
            "8h00           lưới vụ xuân\n"
            "Ngày 15/5      Giám sát Quỹ hỗ trợ nông dân       Ban Kiểm tra\n"
            "               tại các chi hội\n",
            [
                "05-06 16:30: Họp Ban Chấp hành",
                "05-09 08:00: Tổng kết mô hình trồng dưa lưới vụ xuân",
                "05-15: Giám sát Quỹ hỗ trợ nông dân",
            ],
            id="columns-set-with-spaces-hours-below-their-days",
        ),
        pytest.param(
            "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5 NĂM 2024\n\n"
            '1. Khởi động chiến dịch "Xóm xanh" (10/5 - 30/6): 7h30 ngày 10/5.\n'
            "2. Khai mạc hội chợ (15-17/5): 9h00 ngày 15/5.\n",
            [
                '05-10 07:30: Khởi động chiến dịch "Xóm xanh"',
                "05-15..05-17 09:00: Khai mạc hội chợ",
            ],
            id="what-opens-a-campaign-is-held-on-its-first-day",
        ),
    ],
)
def test_a_month_is_read_as_it_is_written(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected
