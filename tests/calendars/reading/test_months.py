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
        pytest.param(
            "HỢP TÁC XÃ DỊCH VỤ NÔNG NGHIỆP TÂN LẬP\n\nKẾ HOẠCH CÔNG VIỆC THÁNG 5/2024\n\nTT\n\n"
            "Nội dung công việc\n\nThời hạn\n\nPhụ trách\n\n1\n\nĐại hội thành viên thường niên\n\n"
            "8h00 ngày 11/5\n\nBan Giám đốc\n\n2\n\nNạo vét kênh Bà Hai đoạn qua ấp 4\n\n"
            "Từ 06/5 đến 10/5\n\nTổ thủy nông\n\n3\n\nDanh sách hộ đăng ký giống\n\n15/5\n\n"
            "Tổ dịch vụ\n\n4\n\nBơm chống úng\n\nKhi có mưa lớn\n\nTổ thủy nông\n\n5\n\n"
            "Tập huấn sử dụng máy bay phun thuốc\n\nChiều 16/5, nhà văn hóa ấp 2\n\nKỹ thuật\n\n6\n"
            "\nThu thủy lợi phí đợt 1\n\nTrước 25/5\n\nKế toán\n\n7\n\nHọp Ban Giám đốc\n\n"
            "14h thứ Sáu hằng tuần\n\nVăn phòng\n\nTân Lập, ngày 28 tháng 4 năm 2024\n\nGIÁM ĐỐC\n\n"
            "Lê Văn Tám\n",
            [
                "05-11 08:00: Đại hội thành viên thường niên",
                "05-06..05-10: Nạo vét kênh Bà Hai đoạn qua ấp 4",
                "05-15 deadline: Danh sách hộ đăng ký giống",
                "05-16 afternoon: Tập huấn sử dụng máy bay phun thuốc",
                "05-24 deadline: Thu thủy lợi phí đợt 1",
                "WEEKLY 14:00: Họp Ban Giám đốc",
            ],
            id="one-cell-a-paragraph-with-its-time-before-its-unit",
        ),
        pytest.param(
            "TRƯỜNG MẦM NON HOA SEN\n\nKẾ HOẠCH THÁNG 5/2024\n\nNội dung công việc\n\n"
            "Thời gian thực hiện\n\nNgười thực hiện\n\nHọp hội đồng sư phạm\n\n02/5\n\nHiệu trưởng\n"
            "\nCân đo, chấm biểu đồ tăng trưởng đợt 3\n\n06-08/5\n\nY tế, giáo viên\n\n"
            "Thi giáo viên giỏi cấp trường\n\n13/5 đến 17/5\n\nBan giám khảo\n\nTổng kết năm học\n\n"
            "8h00 ngày 24/5\n\nToàn trường\n\nBàn giao trẻ 5 tuổi cho trường tiểu học\n\n"
            "Trước 31/5\n\nLớp Lá\n",
            [
                "05-02: Họp hội đồng sư phạm",
                "05-06..05-08: Cân đo, chấm biểu đồ tăng trưởng đợt 3",
                "05-13..05-17: Thi giáo viên giỏi cấp trường",
                "05-24 08:00: Tổng kết năm học",
                "05-30 deadline: Bàn giao trẻ 5 tuổi cho trường tiểu học",
            ],
            id="one-cell-a-paragraph-without-numbers",
        ),
        pytest.param(
            "BAN QUẢN LÝ RỪNG PHÒNG HỘ ĐÈO MÂY\n\nCHƯƠNG TRÌNH CÔNG TÁC QUÝ II/2024\n\nSTT\n\n"
            "Nội dung\n\nĐơn vị chủ trì\n\nThời gian hoàn thành\n\nGhi chú\n\nI\n\n"
            "CÔNG TÁC BẢO VỆ RỪNG\n\n1\n\nDiễn tập chữa cháy rừng tiểu khu 214\n\nHạt kiểm lâm\n\n"
            "27/4\n\nDự kiến\n\n2\n\nKý hợp đồng khoán bảo vệ rừng\n\nPhòng Kế hoạch\n\nTrước 15/5\n"
            "\n3\n\nTuần tra khu vực giáp ranh\n\nTrạm Suối Lạnh\n\nThường xuyên\n\nII\n\n"
            "CÔNG TÁC KHÁC\n\n1\n\nKiểm kê vườn ươm\n\nPhòng Kỹ thuật\n\n20/6\n\n2\n\n"
            "Hội nghị viên chức\n\nCông đoàn\n\nTháng 6\n",
            [
                "04-27 tentative: Diễn tập chữa cháy rừng tiểu khu 214",
                "05-14 deadline: Ký hợp đồng khoán bảo vệ rừng",
                "06-20 deadline: Kiểm kê vườn ươm",
                "~06-01..06-30 tentative: Hội nghị viên chức",
            ],
            id="one-cell-a-paragraph-what-is-held-and-what-is-due-under-one-head",
        ),
        pytest.param(
            "ỦY BAN MTTQ VIỆT NAM HUYỆN PHÚ AN\nVĂN PHÒNG\n\n"
            "LỊCH HOẠT ĐỘNG THÁNG 5/2024 CỦA CÁC TỔ CHỨC CHÍNH TRỊ - XÃ HỘI\n\n"
            "TỔ CHỨC            THỜI GIAN         NỘI DUNG                                 ĐỊA ĐIỂM\n"
            "Hội Phụ nữ         06/5              Giao ban cơ sở                           Hội trường A\n"
            "                   10 - 11/5         Tập huấn khởi nghiệp                     Nhà khách\n"
            "Đoàn Thanh niên    07/5 (chiều)      Ra mắt đội hình tình nguyện              Sân vận động\n"
            "                   Tuần 4            Kiểm tra công tác đoàn tại các xã\n"
            "Hội Cựu chiến binh 19/5              Gặp mặt truyền thống\n\n"
            "Lưu ý: các tổ chức gửi lịch tháng 6 trước 25/5.\n",
            [
                "05-06: Giao ban cơ sở",
                "05-10..05-11: Tập huấn khởi nghiệp",
                "05-07 afternoon: Ra mắt đội hình tình nguyện",
                "~05-20..05-26 tentative: Kiểm tra công tác đoàn",
                "05-19: Gặp mặt truyền thống",
                "05-24 deadline: Các tổ chức gửi lịch tháng 6",
            ],
            id="columns-by-unit-named-in-its-first-row",
        ),
        pytest.param(
            "ĐẢNG ỦY KHỐI CÁC CƠ QUAN\n\nCHƯƠNG TRÌNH CÔNG TÁC THÁNG 5/2024\n\n"
            "NGƯỜI PHỤ TRÁCH       NỘI DUNG                                        NGÀY\n\n"
            "Đồng chí Bí thư\n"
            "                      Chủ trì họp Ban Thường vụ                       08/5\n"
            "                      Dự Đại hội điểm chi bộ Sở Nội vụ                16/5 (sáng)\n"
            "Đồng chí Phó Bí thư\n"
            "                      Kiểm tra việc học tập Nghị quyết                20 - 22/5\n"
            "                      Gặp mặt đảng viên mới, 14h00                    24/5\nVăn phòng\n"
            "                      Báo cáo công tác tháng 5                        trước 20/5\n",
            [
                "05-08: Họp Ban Thường vụ",
                "05-16 morning: Đại hội điểm chi bộ Sở Nội vụ",
                "05-20..05-22: Kiểm tra việc học tập Nghị quyết",
                "05-24 14:00: Gặp mặt đảng viên mới",
                "05-19 deadline: Báo cáo công tác tháng 5",
            ],
            id="columns-by-person-named-over-the-rows",
        ),
        pytest.param(
            "TRƯỜNG ĐẠI HỌC TÂY NGUYÊN\nPHÒNG ĐÀO TẠO\n\nKẾ HOẠCH THÁNG 5/2024\n\n"
            "BỘ PHẬN         NGÀY            CÔNG VIỆC\n\nTỔ KHẢO THÍ\n"
            "                04/5            Thi kết thúc học phần đợt 1 (7h00)\n"
            "                06 - 10/5       Chấm thi\nTỔ TUYỂN SINH\n"
            "                12/5            Ngày hội tư vấn tuyển sinh\n"
            "                Hạ tuần         Họp Hội đồng tuyển sinh\nTỔ QUẢN LÝ ĐÀO TẠO\n"
            "                15/5            Hạn sinh viên đăng ký học phần hè\n",
            [
                "05-04 07:00: Thi kết thúc học phần đợt 1",
                "05-06..05-10: Chấm thi",
                "05-12: Ngày hội tư vấn tuyển sinh",
                "~05-21..05-31 tentative: Họp Hội đồng tuyển sinh",
                "05-15 deadline: Hạn sinh viên đăng ký học phần hè",
            ],
            id="columns-by-unit-in-capitals-over-the-rows",
        ),
        pytest.param(
            "TRUNG TÂM VĂN HÓA HUYỆN PHÚ AN\n\nKẾ HOẠCH HOẠT ĐỘNG NĂM 2024\n"
            "(Kèm theo Quyết định số 15/QĐ-TTVH ngày 10/01/2024)\n\nTHÁNG 3\n"
            "Hội trại thanh niên | 23 - 24/3 | Sân vận động huyện\nTHÁNG 4\n"
            "Chiếu phim lưu động | Từ 10/4 đến 20/4 | các xã\n"
            "Giải bóng chuyền | Trung tuần | Nhà thi đấu\nTHÁNG 5\n"
            "Không tổ chức hoạt động, tập trung sửa chữa nhà hát.\nTHÁNG 6\n"
            "Liên hoan đờn ca tài tử | 19h00 ngày 15/6 | Nhà hát\n"
            "Báo cáo sơ kết 6 tháng | Trước 20/6 | Văn phòng\n",
            [
                "03-23..03-24: Hội trại thanh niên",
                "04-10..04-20: Chiếu phim lưu động",
                "~04-11..04-20 tentative: Giải bóng chuyền",
                "06-15 19:00: Liên hoan đờn ca tài tử",
                "06-19 deadline: Báo cáo sơ kết 6 tháng",
            ],
            id="a-year-by-its-months-three-cells-a-row",
        ),
        pytest.param(
            "HỘI NÔNG DÂN HUYỆN PHÚ AN\n\nCHƯƠNG TRÌNH CÔNG TÁC QUÝ II NĂM 2024\n\n* Tháng 4/2024:\n"
            "- Giao ban cụm | 8h00, 12/4 | Ban Thường vụ\n* Tháng 5/2024:\n"
            "- Hội thi Nhà nông đua tài | Ngày 18 và 19/5 | Hội Nông dân các xã\n"
            "- Kiểm tra quỹ hỗ trợ nông dân | Cuối tháng | UBKT\n* Tháng 6/2024:\n"
            "- Sơ kết 6 tháng | Dự kiến 25/6 | Văn phòng\n",
            [
                "04-12 08:00: Giao ban cụm",
                "05-18..05-19: Hội thi Nhà nông đua tài",
                "~05-21..05-31 tentative: Kiểm tra quỹ hỗ trợ nông dân",
                "06-25 tentative: Sơ kết 6 tháng",
            ],
            id="a-quarter-by-its-months-with-dashes-and-cells",
        ),
        pytest.param(
            "CÂU LẠC BỘ HƯU TRÍ PHƯỜNG 7\n\nLỊCH SINH HOẠT 6 THÁNG ĐẦU NĂM 2024\n\nTháng 4\n"
            "Sáng 14/4 | Họp ban chủ nhiệm | Nhà bà Tư\nTháng 5\n"
            "Chiều 05/5 | Thăm hội viên ốm | Tổ 3\nNgày 19/5 | Dâng hương Bác | Đền thờ Bác\n"
            "Tháng 6\n02/6 | Du khảo Côn Sơn (01 ngày) | Xe đón tại UBND phường\n",
            [
                "04-14 morning: Họp ban chủ nhiệm",
                "05-05 afternoon: Thăm hội viên ốm",
                "05-19: Dâng hương Bác",
                "06-02: Du khảo Côn Sơn",
            ],
            id="a-half-year-by-its-months-times-in-front",
        ),
        pytest.param(
            "CHÙA LONG SƠN - XÃ PHÚ AN\nLỊCH SINH HOẠT THÁNG 5/2024 (THÁNG TƯ ÂM LỊCH)\n\n"
            "THỨ TƯ 08/5 (mùng 1 tháng 4) - Sám hối đầu tháng\n   18g30: Lễ sám hối\nCHỦ NHẬT 12/5\n"
            "   7g00: Khóa tu một ngày an lạc\n   Sau giờ thọ trai họp Ban Hộ tự.\n"
            "CHỦ NHẬT 19/5 (12/4 ÂL) - TUẦN LỄ PHẬT ĐẢN\n   8g00: Lễ tắm Phật\n"
            "THỨ TƯ 22/5 (15/4 ÂL) - ĐẠI LỄ PHẬT ĐẢN\n   6g00: Diễu hành xe hoa\n"
            "   19g00: Đêm văn nghệ cúng dường, sân chùa\nTHỨ BẢY 25/5 ĐẾN CHỦ NHẬT 26/5\n"
            "   Sư trụ trì đi dự hội nghị Phật giáo tỉnh.\n\nGhi chú:\n"
            "* Phật tử đăng ký quy y tại văn phòng, hạn cuối 20/5.\n",
            [
                "05-08 18:30: Lễ sám hối",
                "05-12 07:00: Khóa tu một ngày an lạc",
                "05-12: Họp Ban Hộ tự",
                "05-19 08:00: Lễ tắm Phật",
                "05-22 06:00: Diễu hành xe hoa",
                "05-22 19:00: Đêm văn nghệ cúng dường",
                "05-25..05-26: Sư trụ trì đi dự hội nghị Phật giáo tỉnh",
                "05-20 deadline: Phật tử đăng ký quy y",
            ],
            id="a-pagodas-days-with-their-feasts",
        ),
        pytest.param(
            "GIÁO HỌ FATIMA\nCHƯƠNG TRÌNH MỤC VỤ THÁNG 5/2024\n\n"
            "Chúa nhật 12/5 - Lễ Chúa Thăng Thiên\n5g00: Thánh lễ\n"
            "16g00: Bế mạc giải bóng đá giới trẻ\nThứ Năm 16/5\n"
            "19g00: Học hỏi Kinh Thánh, nhà giáo lý\nThứ Sáu 31/5 - Lễ Đức Mẹ thăm viếng\n"
            "18g30: Rước kiệu\n",
            [
                "05-12 05:00: Thánh lễ",
                "05-12 16:00: Bế mạc giải bóng đá giới trẻ",
                "05-16 19:00: Học hỏi Kinh Thánh, nhà giáo lý",
                "05-31 18:30: Rước kiệu",
            ],
            id="a-parishs-days-with-their-feasts",
        ),
        pytest.param(
            "TRƯỜNG TIỂU HỌC PHÚ AN\nKẾ HOẠCH THÁNG 5/2024\n\nTHỨ HAI 06/5 - TUẦN 34\n"
            "   7h00: Chào cờ, tuyên dương học sinh\n   Sau chào cờ họp khối trưởng.\n"
            "THỨ TƯ 15/5 (sinh hoạt chuyên môn)\n   14h00: Chuyên đề Toán lớp 4\n"
            "THỨ SÁU 24/5 - LỄ TỔNG KẾT\n   7h30: Tổng kết năm học\n",
            [
                "05-06 07:00: Chào cờ, tuyên dương học sinh",
                "05-06: Họp khối trưởng",
                "05-15 14:00: Chuyên đề Toán lớp 4",
                "05-24 07:30: Tổng kết năm học",
            ],
            id="a-schools-days-with-what-day-they-are",
        ),
        pytest.param(
            "BẢO HIỂM XÃ HỘI HUYỆN PHÚ AN\n\nKẾ HOẠCH CÔNG TÁC THÁNG 6 NĂM 2024\n\n"
            "A. Thời hạn của đơn vị sử dụng lao động\n"
            "- Nộp hồ sơ báo tăng, giảm: chậm nhất ngày 17/6 (15/6 là thứ Bảy).\n"
            "- Danh sách hộ gia đình tham gia BHYT: 20/6.\n- Đóng BHXH quý II: hạn cuối 28/6.\n\n"
            "B. Công việc của cơ quan\n1. Giao ban: 7h30 thứ Hai hằng tuần.\n"
            "2. Kỷ niệm Ngày Bảo hiểm y tế Việt Nam (01/7): tọa đàm chiều 28/6, hội trường.\n"
            "3. Tổ Thu gửi thông báo nợ trước ngày 10 và biên bản đối chiếu trước ngày 20.\n"
            "4. Tập huấn giao dịch điện tử: lớp 1 sáng 12/6 tại xã Tân Lập, lớp 2 chiều 13/6 tại xã Phú Hòa.\n"
            "\nBộ phận Một cửa hỗ trợ qua số 0263.3777.111, tất cả các ngày làm việc.\n",
            [
                "06-17 deadline: Nộp hồ sơ báo tăng, giảm",
                "06-20 deadline: Danh sách hộ gia đình tham gia BHYT",
                "06-28 deadline: Đóng BHXH quý II",
                "WEEKLY 07:30: Giao ban",
                "06-28 afternoon: Kỷ niệm Ngày Bảo hiểm y tế Việt Nam",
                "07-01 all-day observance: Ngày Bảo hiểm y tế Việt Nam",
                "06-09 deadline: Tổ Thu gửi thông báo nợ",
                "06-19 deadline: Biên bản đối chiếu",
                "06-12 morning: Tập huấn giao dịch điện tử: lớp 1",
                "06-13 afternoon: Tập huấn giao dịch điện tử: lớp 2",
            ],
            id="deadlines-of-others-beside-a-programme",
        ),
        pytest.param(
            "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN PHÚ AN\n\n"
            "THÔNG TIN CÔNG TÁC THÁNG 5/2024 (CẤP TIỂU HỌC)\n\n"
            "* 02/5: nghỉ bù lễ (30/4 rơi vào thứ Bảy).\n\n"
            "* 07/5 (thứ ba): Giao ban hiệu trưởng, 8h00, TH Kim Đồng.\n\n"
            "* 09/5: Chuyên đề Toán 4 - 14h00 - TH Hòa Bình.\n"
            "        Chuyên đề Tiếng Anh 5 - 14h00 - TH Lê Lai.\n\n"
            "* 13 - 17/5: Các trường kiểm tra cuối năm.\n\n"
            "* 21/5: Kiểm tra hồ sơ phổ cập - cả ngày - UBND xã Tân Lập.\n\n"
            "* Cuối tháng 5: Tập huấn sách giáo khoa lớp 5.\n",
            [
                "05-02 all-day observance: Nghỉ bù lễ",
                "05-07 08:00: Giao ban hiệu trưởng",
                "05-09 14:00: Chuyên đề Toán 4",
                "05-09 14:00: Chuyên đề Tiếng Anh 5",
                "05-13..05-17: Các trường kiểm tra cuối năm",
                "05-21 all-day: Kiểm tra hồ sơ phổ cập",
                "~05-21..05-31 tentative: Tập huấn sách giáo khoa lớp 5",
            ],
            id="days-of-a-list-with-places-behind-dashes",
        ),
        pytest.param(
            "TRẠM KHUYẾN NÔNG HUYỆN PHÚ AN\n\nCHƯƠNG TRÌNH CÔNG TÁC THÁNG 5/2024\n\n"
            "NỘI DUNG              | THỜI GIAN                     | PHỤ TRÁCH\n"
            "Họp giao ban          | 8h00 03/5, phòng họp số 1     | Trạm trưởng\n"
            "Kiểm tra mô hình lúa  | Thường xuyên                  | KTV xã\n"
            "Trồng cây ăn quả      | Khi có mưa                    | KTV xã\n"
            "Tập huấn IPM          | 14h 09/5, nhà văn hóa ấp 2    | Chị Lan\n"
            "Tiếp nông dân         | 15/5 (thay cho ngày 10/5)     | Anh Tư\n"
            "Hội thảo đầu bờ       |                               | Anh Tư\n",
            [
                "05-03 08:00: Họp giao ban",
                "05-09 14:00: Tập huấn IPM",
                "05-15: Tiếp nông dân",
                "~05-01..05-31 tentative: Hội thảo đầu bờ",
            ],
            id="times-with-rooms-and-times-that-are-none",
        ),
        pytest.param(
            "NHÀ THIẾU NHI HUYỆN PHÚ AN\n\nLỊCH HOẠT ĐỘNG QUÝ II NĂM 2024\n\n>> THÁNG TƯ\n"
            "13/04 (Thứ Bảy) ..... Hội thi kể chuyện theo sách, 8h00, sân trong\n"
            "18/04 (10/3 âm lịch) ..... Nghỉ Giỗ Tổ\n"
            "Nửa cuối tháng ..... Kiểm tra các lớp năng khiếu\n\n>> THÁNG NĂM\n"
            "10 - 11/05 ..... Trại huấn luyện chỉ huy Đội\n"
            "24/05 ..... Tổng kết năm học, buổi chiều\n"
            "27/05 ..... Hạn nộp danh sách học sinh nghèo vượt khó\n\n>> THÁNG SÁU\n"
            "01/06 ..... Ngày hội Thiếu nhi\n",
            [
                "04-13 08:00: Hội thi kể chuyện theo sách",
                "04-18 all-day observance: Nghỉ Giỗ Tổ",
                "~04-16..04-30 tentative: Kiểm tra các lớp năng khiếu",
                "05-10..05-11: Trại huấn luyện chỉ huy Đội",
                "05-24 afternoon: Tổng kết năm học",
                "05-27 deadline: Hạn nộp danh sách học sinh nghèo vượt khó",
                "06-01: Ngày hội Thiếu nhi",
            ],
            id="months-in-words-over-days-with-dots-before-their-things",
        ),
        pytest.param(
            "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 5/2024\n\nTT\n\nThời gian\n\nNội dung\n\n1\n\nđầu tháng 5\n"
            "\nKiểm tra hoạt động ủy thác tại các xã\n\n2\n\nNgày 08/5\n\n"
            "Tọa đàm kỷ niệm 20 năm thành lập Trung tâm dạy nghề\n\n3\n\nngày 13-14/5\n\n"
            "Giải bóng chuyền nữ\n",
            [
                "~05-01..05-10 tentative: Kiểm tra hoạt động ủy thác",
                "05-08: Tọa đàm kỷ niệm 20 năm thành lập Trung tâm dạy nghề",
                "05-13..05-14: Giải bóng chuyền nữ",
            ],
            id="one-cell-a-paragraph-numbers-over-times-in-small-letters",
        ),
        pytest.param(
            "KẾ HOẠCH CÔNG TÁC THÁNG 4 NĂM 2024\n\n"
            "A. NHIỆM VỤ GIAO CÁC PHÒNG (hạn hoàn thành ghi sau mỗi nhiệm vụ)\n"
            "1. Tổng hợp nhu cầu tuyển dụng công chức - 10/4\n"
            "2. Báo cáo tổng kết công tác bầu cử trưởng thôn (ngày bầu cử 17/3/2024) - 08/4\n"
            "3. Lễ phát động Tháng an toàn lao động: sáng 26/4\n",
            [
                "04-10 deadline: Tổng hợp nhu cầu tuyển dụng công chức",
                "04-08 deadline: Báo cáo tổng kết công tác bầu cử trưởng thôn",
                "04-26 morning: Lễ phát động Tháng an toàn lao động",
            ],
            id="tasks-with-their-last-days-behind-dashes",
        ),
    ],
)
def test_a_month_is_read_as_it_is_written(text: str, expected: list[str]) -> None:
    assert lines_of(text) == expected
