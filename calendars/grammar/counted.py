"""What is counted in ratios: "24/25 chỉ tiêu" is no day, nor is "8/10 xã đạt"."""

COUNTED = (
    r"(?:chỉ tiêu|tiêu chí|huyện|xã|thôn|đại biểu|hội viên|đơn vị|giờ|h|phiếu|điểm|lần|số|phường|tổ(?! chức)|chi"
    r" bộ|đảng bộ|cơ sở|trường|lớp|khu|nhiệm vụ|nội dung|đảng viên"
    r"|học sinh|hộ|người|đồng chí|đ/c|chi hội|chi đoàn|thành viên|uỷ viên|cơ quan|tỉnh|thành phố|bản|ấp"
    r"|cán bộ|câu lạc bộ|clb|công trình|mô hình|văn bản|ý kiến|thị trấn|quận|đoàn viên|giáo viên|phòng"
    r"|ban|ngành|sở|dự án|tháng|năm|vụ|cuộc|đại đội|doanh nghiệp|hợp tác xã|sản phẩm|hạng mục|vị trí|thí sinh"
    r"|cử tri|bộ|công chức|viên chức|luật sư|bị cáo|sinh viên|giảng viên"
    r"|tiêu chuẩn|mục tiêu|chức danh|trạm y tế|tuyến đường|hồ sơ|kiến nghị|làng|gia đình|dòng họ|ngôi nhà|bệnh nhân"
    r"|ca mắc|(?:công |đầu |phần )?việc(?= (?:đã|đạt|xong|hoàn thành|còn|chưa))"
    r"|chi nhánh|huy chương|giấy phép|km|lượt|tiết|bậc|khoản"
    r"|tập thể|cá nhân|diện tích|quân số|dân số|tổng số|trong số|ngân sách|chặng đường|khối lượng|thời gian)"
)
MEMBERS = (
    r"(?:hộ|chỉ tiêu|tiêu chí|huyện|xã|phường|thôn|bản|ấp|hội viên|đảng viên|đoàn viên|phiếu|số|diện tích|chi hội"
    r"|chi bộ|cơ sở|trường|doanh nghiệp|quân số|dân số|là (?:nữ|nam))"
)
DOES = r"(?:,| và| đã| đạt| hoàn thành| có| tham gia| được| đăng ký| chưa| thực hiện|[ .;]*\Z)"
"""What tells members that do something from a name: "- 8/10 xã đạt", not "- 8/10 xã Tân Tiến"."""
