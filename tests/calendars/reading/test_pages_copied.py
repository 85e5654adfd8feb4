"""Papers as offices copy them to web pages: headlines in small letters, lunar days beside solar ones, sentences."""

import pytest
from announced_lines import lines_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Hiến máu tình nguyện – việc cần làm ngay\n\nNgân hàng máu của tỉnh đang thiếu. Mời mọi người tham gia!\n"
            "Tỉnh Đoàn sẽ mở thêm điểm hiến máu, như sau:\n"
            "1. Thời gian: Từ 07g00 đến 17g00, ngày 12/6/2021.\n2. Địa điểm: Nhà Văn hóa Thanh niên.\n",
            ["06-12 07:00-17:00: Hiến máu tình nguyện – việc cần làm ngay"],
            id="a-headline-names-what-labels-tell",
        ),
        pytest.param(
            "Anh chị em ơi\nMai họp nhé\nThời gian: 8h ngày 12/6/2021\nĐịa điểm: phòng 2\n",
            [],
            id="a-greeting-is-no-headline",
        ),
        pytest.param(
            "CHƯƠNG TRÌNH ĐẠI LỄ VU LAN NĂM 2019\n"
            "Ngày 9/8/2019 (mùng 9 tháng Bảy năm Kỷ Hợi):\n\n9h00: Tụng kinh cầu an.\n\n17h30: Lễ cài hoa\n\n"
            "Ngày 15/8/2019 (ngày 15 tháng Bảy năm Kỷ Hợi):\n\n17h30: Khai kinh.\n",
            ["08-09 09:00: Tụng kinh cầu an", "08-09 17:30: Lễ cài hoa", "08-15 17:30: Khai kinh"],
            id="days-with-their-day-by-the-moon",
        ),
        pytest.param(
            "Mời dự Lễ tri ân năm 2015\nKính thưa quý vị\nTrường Tân Lưu sẽ tổ chức lễ tri ân vào hồi 7h30 ngày "
            "28 tháng 8 năm 2015 tức ngày rằm tháng bảy, kính mời quý vị thu xếp thời gian đến dự cùng nhà trường.\n"
            "CHƯƠNG TRÌNH LỄ TRI ÂN\n7h00 - 7h30: Đón khách\n8h15: Văn nghệ\n",
            ["08-28 07:30: Lễ tri ân"],
            id="a-letter-before-its-programme-is-no-head-of-it",
        ),
        pytest.param(
            "THÔNG BÁO\nTổ chức khám sức khỏe định kỳ năm 2022\nCông đoàn trường thông báo lịch như sau:\n"
            "- Khối văn phòng: Sáng 12/10/2022\n- Cơ sở Tân Lưu: Chiều 12/10/2022\nĐịa điểm: Bệnh viện tỉnh\n",
            [
                "10-12 morning: Khám sức khỏe định kỳ năm 2022: khối văn phòng",
                "10-12 afternoon: Khám sức khỏe định kỳ năm 2022: cơ sở Tân Lưu",
            ],
            id="parts-bear-the-name-of-the-whole",
        ),
        pytest.param(
            "THÔNG BÁO\nHội LHPN tỉnh tổ chức Hội nghị sơ kết 6 tháng vào 8h00 ngày 12/6/2015 tại Hội trường A.\n",
            ["06-12 08:00: Hội nghị sơ kết 6 tháng"],
            id="who-holds-it-is-no-part-of-the-name",
        ),
        pytest.param(
            "THÔNG BÁO\nTrường nghỉ lễ Quốc khánh từ ngày 02/9/2015 đến hết ngày 03/9/2015. "
            "Ngày 04/9/2015 đi làm và học tập bình thường.\n",
            ["09-02..09-03 all-day observance: Nghỉ lễ Quốc khánh"],
            id="a-day-as-usual-is-no-event",
        ),
        pytest.param(
            "LỊCH LÀM VIỆC TUẦN 22 (từ ngày 27/5/2024 đến 31/5/2024)\nTHỨ BA, NGÀY 28/5:\n"
            "- PCT.KT: Sáng làm việc tại cơ quan. 13 giờ 30’, họp Hội đồng giáo dục.\n"
            "- Chủ tịch: 7 giờ 30’, tiếp dân.\n",
            ["05-28 13:30: Họp Hội đồng giáo dục", "05-28 07:30: Tiếp dân"],
            id="who-is-at-work-in-a-half-day-announces-nothing",
        ),
        pytest.param(
            "GIẤY MỜI\nSở Nội vụ kính mời quý vị dự Hội nghị sơ kết.\nThời gian: 14h00 ngày 31/3/2014.\n"
            "Địa điểm: Hội trường A.\nDự kiến, Hội nghị sẽ kết thúc vào 16h30 cùng ngày.\n",
            ["03-31 14:00-16:30: Hội nghị sơ kết"],
            id="a-sentence-tells-when-it-ends",
        ),
        pytest.param(
            "THÔNG BÁO\nChùa Long An sẽ tổ chức Đại lễ Vu Lan vào 7h30 ngày 28/8/2015.\n",
            ["08-28 07:30: Đại lễ Vu Lan"],
            id="a-feast-with-a-day-of-its-own",
        ),
        pytest.param(
            "THÔNG BÁO\nLịch nghỉ Tết Nguyên đán Giáp Thìn 2024\n"
            "+ Đối với sinh viên: Thời gian nghỉ 15 ngày từ ngày 3/2/2024 đến hết 18/2/2024 (mùng 9 tháng Giêng).\n"
            "+ Cán bộ, giảng viên nghỉ từ ngày 08/02/2024 đến hết ngày 14/02/2024.\n",
            [
                "02-03..02-18 all-day observance: Nghỉ Tết Nguyên đán Giáp Thìn 2024: sinh viên",
                "02-08..02-14 all-day observance: Nghỉ Tết Nguyên đán Giáp Thìn 2024: cán bộ, giảng viên",
            ],
            id="days-off-of-some",
        ),
        pytest.param(
            "GIẤY MỜI HỌP\nSở Xây dựng trân trọng kính mời:\n- Sở Tài chính;\n- UBND huyện.\n"
            "Đến dự họp thẩm định đồ án quy hoạch chi tiết Khu nhà ở.\n"
            "Thời gian: 14 giờ 00’, thứ 3 ngày 13 tháng 4 năm 2021 (1/2 ngày).\nĐịa điểm: Phòng họp tầng 5.\n",
            ["04-13 14:00: Họp thẩm định đồ án quy hoạch chi tiết Khu nhà ở"],
            id="what-people-are-asked-to-below-the-list-of-them",
        ),
        pytest.param(
            "THÔNG BÁO\nV/v thay đổi lịch họp\nHọp tổ diễn ra lúc 17:00, ngày 07/5/2021 thay vì 17:00, ngày 09/5/2021 "
            "như lịch đã ban hành.\n",
            ["05-09 17:00 postponed: Họp tổ", "05-07 17:00: Họp tổ"],
            id="instead-of-the-time-as-published",
        ),
        pytest.param(
            "LỊCH SINH HOẠT ĐẠO TRÀNG\n16/09/2014 | Administrator\n- Chủ Nhật hàng tuần: 19h00 - 21h00 giảng pháp\n",
            ["WEEKLY 19:00-21:00: Giảng pháp"],
            id="who-put-a-page-up",
        ),
        pytest.param(
            "TRƯỜNG ĐẠI HỌC Y TẾ\nSố: 118/TB-ĐHYT\nTHÔNG BÁO ĐÍNH CHÍNH\n"
            "Giấy mời số 102/GM-ĐHYT ngày 07/5/2018 về Hội nghị tuyển sinh có sai sót, xin đính chính:\n"
            'Tại mục Thời gian,\n- đã in: "8h00, thứ Tư, ngày 16/5/2018";\n'
            '- xin sửa lại là: "8h00, thứ Năm, ngày 17/5/2018".\n',
            ["05-16 08:00 postponed: Hội nghị tuyển sinh", "05-17 08:00: Hội nghị tuyển sinh"],
            id="a-misprint-is-of-what-its-paper-called-people-to",
        ),
    ],
)
def test_pages_copied(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected
