"""The commemorations that programmes name: their days, and the months and weeks of campaigns.

Data only (reference sections D.1 and D.3). Dates are written as programmes write them; a name's key leaves out
what varies from paper to paper ("Quốc tế", "Thế giới", "truyền thống", commas, years).
"""

import re
from dataclasses import dataclass

from calendars.grammar.spelling import fold

_DAYS = """
01/01 Tết Dương lịch; Năm mới
03/01 Ngày Lưu trữ Việt Nam
06/01 Ngày Tổng tuyển cử đầu tiên bầu Quốc hội; Ngày Tổng tuyển cử
07/01 Ngày Chiến thắng chiến tranh bảo vệ biên giới Tây Nam
09/01 Ngày truyền thống học sinh, sinh viên; Ngày HSSV; Ngày Học sinh - Sinh viên
27/01 Ngày ký Hiệp định Paris
03/02 Ngày thành lập Đảng Cộng sản Việt Nam; Ngày thành lập Đảng
04/02 Ngày Ung thư thế giới
27/02 Ngày Thầy thuốc Việt Nam
03/3 Ngày truyền thống Bộ đội Biên phòng; Ngày Biên phòng toàn dân
08/3 Ngày Quốc tế Phụ nữ; Khởi nghĩa Hai Bà Trưng
15/3 Ngày Quyền của người tiêu dùng Việt Nam; Ngày Quyền của người tiêu dùng
20/3 Ngày Quốc tế Hạnh phúc
21/3 Ngày Quốc tế về rừng; Ngày Thế giới về hội chứng Down; Ngày Hội chứng Down
22/3 Ngày Nước thế giới
23/3 Ngày Khí tượng thế giới
24/3 Ngày Thế giới phòng, chống lao
25/3 Ngày Công tác xã hội Việt Nam; Ngày Công tác xã hội
26/3 Ngày thành lập Đoàn TNCS Hồ Chí Minh; Ngày thành lập Đoàn Thanh niên Cộng sản Hồ Chí Minh; Ngày thành lập Đoàn
27/3 Ngày Thể thao Việt Nam; Ngày chạy Olympic
28/3 Ngày truyền thống Dân quân tự vệ
02/4 Ngày Thế giới nhận thức về tự kỷ; Ngày Thế giới nhận thức về chứng tự kỷ
07/4 Ngày Sức khỏe thế giới; Ngày Toàn dân hiến máu tình nguyện
18/4 Ngày Người khuyết tật Việt Nam
19/4 Ngày Văn hóa các dân tộc Việt Nam
21/4 Ngày Sách và Văn hóa đọc Việt Nam; Ngày Sách Việt Nam; Ngày Sách và Văn hóa đọc
22/4 Ngày Trái đất; Ngày sinh V.I. Lê-nin; Ngày sinh Lênin
25/4 Ngày Thế giới phòng, chống sốt rét
26/4 Ngày Sở hữu trí tuệ thế giới
28/4 Ngày Thế giới về an toàn và sức khỏe tại nơi làm việc
30/4 Ngày Giải phóng miền Nam, thống nhất đất nước; Ngày Giải phóng miền Nam; Ngày Chiến thắng 30/4
01/5 Ngày Quốc tế Lao động
05/5 Ngày sinh Các Mác
07/5 Ngày Chiến thắng Điện Biên Phủ; Chiến thắng Điện Biên Phủ
08/5 Ngày Chữ thập đỏ và Trăng lưỡi liềm đỏ quốc tế; Ngày Thalassemia thế giới; Ngày Chữ thập đỏ
12/5 Ngày Quốc tế Điều dưỡng
15/5 Ngày thành lập Đội TNTP Hồ Chí Minh; Ngày thành lập Đội Thiếu niên Tiền phong Hồ Chí Minh; Ngày Quốc tế Gia đình
18/5 Ngày Khoa học và Công nghệ Việt Nam; Ngày Khoa học, Công nghệ và Đổi mới sáng tạo; Ngày Quốc tế Bảo tàng
19/5 Ngày sinh Chủ tịch Hồ Chí Minh; Ngày sinh nhật Bác; Ngày sinh của Chủ tịch Hồ Chí Minh; Ngày sinh của Bác
22/5 Ngày truyền thống phòng, chống thiên tai; Ngày Quốc tế Đa dạng sinh học
31/5 Ngày Thế giới không thuốc lá
01/6 Ngày Quốc tế Thiếu nhi; Tết Thiếu nhi
05/6 Ngày Môi trường thế giới; Ngày Bác Hồ ra đi tìm đường cứu nước
06/6 Ngày truyền thống Người cao tuổi Việt Nam
08/6 Ngày Đại dương thế giới
11/6 Ngày Bác Hồ ra lời kêu gọi thi đua ái quốc; Ngày Bác Hồ ra lời kêu gọi thi đua yêu nước
14/6 Ngày Thế giới tôn vinh người hiến máu; Ngày Quốc tế Người hiến máu
17/6 Ngày Thế giới chống sa mạc hóa và hạn hán; Ngày chống sa mạc hóa
21/6 Ngày Báo chí Cách mạng Việt Nam; Ngày Báo chí Cách mạng; Ngày Báo chí Việt Nam
26/6 Ngày Toàn dân phòng, chống ma túy; Ngày Quốc tế phòng, chống ma túy
28/6 Ngày Gia đình Việt Nam; Ngày hội Gia đình Việt Nam
01/7 Ngày Bảo hiểm y tế Việt Nam; Ngày Bảo hiểm y tế; Ngày BHYT Việt Nam
09/7 Ngày thành lập ngành Du lịch
11/7 Ngày Dân số thế giới
15/7 Ngày truyền thống lực lượng Thanh niên xung phong; Ngày truyền thống Thanh niên xung phong
27/7 Ngày Thương binh - Liệt sĩ; Ngày Thương binh Liệt sỹ; Ngày Thương binh, Liệt sỹ
28/7 Ngày thành lập Công đoàn Việt Nam; Ngày Viêm gan thế giới
30/7 Ngày Toàn dân phòng, chống mua bán người; Ngày Thế giới phòng, chống mua bán người
01/8 Ngày truyền thống ngành Tuyên giáo
10/8 Ngày Vì nạn nhân chất độc da cam Việt Nam; Ngày Vì nạn nhân chất độc da cam
12/8 Ngày Quốc tế Thanh niên
19/8 Ngày Cách mạng tháng Tám; Cách mạng tháng Tám; Ngày truyền thống CAND; Ngày truyền thống Công an nhân dân
19/8 Ngày hội Toàn dân bảo vệ an ninh Tổ quốc
20/8 Ngày sinh Chủ tịch Tôn Đức Thắng
28/8 Ngày truyền thống ngành Tư pháp; Ngày truyền thống ngành Tài chính
28/8 Ngày truyền thống ngành Văn hóa - Thông tin; Ngày truyền thống ngành Văn hóa
02/9 Ngày Quốc khánh; Quốc khánh; Tết Độc lập
05/9 Ngày toàn dân đưa trẻ đến trường
10/9 Ngày thành lập Mặt trận Tổ quốc Việt Nam; Ngày thành lập ngành Hải quan; Ngày thành lập ngành Thuế
12/9 Ngày Xô viết Nghệ Tĩnh
23/9 Ngày Nam Bộ kháng chiến
27/9 Ngày Du lịch thế giới
28/9 Ngày Thế giới phòng, chống bệnh dại
29/9 Ngày Tim mạch thế giới; Ngày Tim mạch
01/10 Ngày Quốc tế Người cao tuổi
02/10 Ngày Khuyến học Việt Nam; Ngày Khuyến học
04/10 Ngày Toàn dân phòng cháy, chữa cháy; Ngày Toàn dân PCCC
10/10 Ngày Giải phóng Thủ đô; Ngày Chuyển đổi số quốc gia; Ngày Chuyển đổi số; Ngày truyền thống Luật sư
10/10 Ngày Sức khỏe tâm thần thế giới
11/10 Ngày Quốc tế trẻ em gái
13/10 Ngày Doanh nhân Việt Nam; Ngày Quốc tế giảm nhẹ thiên tai
14/10 Ngày thành lập Hội Nông dân Việt Nam; Ngày truyền thống ngành Tổ chức xây dựng Đảng
15/10 Ngày truyền thống Hội LHTN Việt Nam; Ngày truyền thống Hội Liên hiệp Thanh niên Việt Nam
15/10 Ngày truyền thống công tác Dân vận của Đảng; Ngày Quốc tế phụ nữ nông thôn
15/10 Ngày Thế giới rửa tay với xà phòng; Ngày truyền thống công tác Dân vận; Ngày công tác Dân vận của Đảng
16/10 Ngày truyền thống ngành Kiểm tra Đảng; Ngày Lương thực thế giới
17/10 Ngày Vì người nghèo; Ngày Quốc tế xóa nghèo
18/10 Ngày truyền thống Văn phòng cấp ủy; Ngày truyền thống Văn phòng cấp ủy Đảng
20/10 Ngày Phụ nữ Việt Nam; Ngày thành lập Hội LHPN Việt Nam; Ngày thành lập Hội Liên hiệp Phụ nữ Việt Nam
24/10 Ngày Liên hợp quốc
07/11 Ngày Cách mạng tháng Mười Nga; Cách mạng tháng Mười Nga
08/11 Ngày Đô thị Việt Nam
09/11 Ngày Pháp luật nước CHXHCN Việt Nam; Ngày Pháp luật Việt Nam; Ngày Pháp luật
14/11 Ngày Thế giới phòng, chống đái tháo đường
18/11 Ngày thành lập Mặt trận Dân tộc thống nhất Việt Nam; Ngày hội Đại đoàn kết toàn dân tộc
18/11 Ngày hội Đại đoàn kết; Ngày truyền thống MTTQ Việt Nam; Ngày truyền thống MTTQ
18/11 Ngày truyền thống Mặt trận Tổ quốc Việt Nam
20/11 Ngày Nhà giáo Việt Nam; Ngày Trẻ em thế giới
23/11 Ngày thành lập Hội Chữ thập đỏ Việt Nam; Ngày Di sản văn hóa Việt Nam; Nam Kỳ khởi nghĩa; Ngày Nam Kỳ khởi nghĩa
24/11 Ngày Văn hóa Việt Nam
25/11 Ngày Quốc tế xóa bỏ bạo lực đối với phụ nữ và trẻ em gái; Ngày Quốc tế xóa bỏ bạo lực đối với phụ nữ
25/11 Ngày Quốc tế xóa bỏ bạo lực với phụ nữ
28/11 Ngày truyền thống ngành Lâm nghiệp
01/12 Ngày Thế giới phòng, chống AIDS; Ngày Thế giới phòng, chống HIV/AIDS
03/12 Ngày Quốc tế Người khuyết tật
05/12 Ngày Quốc tế Tình nguyện viên
06/12 Ngày thành lập Hội Cựu chiến binh Việt Nam; Ngày thành lập Hội CCB Việt Nam
09/12 Ngày Quốc tế phòng, chống tham nhũng
10/12 Ngày Nhân quyền thế giới; Ngày Nhân quyền
18/12 Ngày Quốc tế Người di cư
19/12 Ngày Toàn quốc kháng chiến
20/12 Ngày thành lập Mặt trận Dân tộc giải phóng miền Nam Việt Nam
22/12 Ngày thành lập Quân đội nhân dân Việt Nam; Ngày thành lập QĐND Việt Nam; Ngày hội Quốc phòng toàn dân
24/12-25/12 Lễ Giáng sinh; Lễ Noel
26/12 Ngày Dân số Việt Nam
"""

_PERIODS = """
14/4-16/4 Tết Chôl Chnăm Thmây; Tết Chol Thnam Thmay; Lễ Chôl Chnăm Thmây; Tết cổ truyền Chôl Chnăm Thmây
01/3-31/3 Tháng Thanh niên
01/3-08/3 Tuần lễ Áo dài
15/4-15/5 Tháng hành động vì an toàn thực phẩm; Tháng hành động vì chất lượng vệ sinh an toàn thực phẩm
29/4-06/5 Tuần lễ quốc gia Nước sạch và Vệ sinh môi trường; Tuần lễ quốc gia nước sạch
01/5-31/5 Tháng Công nhân; Tháng hành động về an toàn, vệ sinh lao động; Tháng hành động về ATVSLĐ
01/5-31/5 Tháng Nhân đạo; Tháng vận động triển khai BHXH toàn dân
15/5-22/5 Tuần lễ quốc gia phòng, chống thiên tai
25/5-31/5 Tuần lễ quốc gia không thuốc lá
01/6-08/6 Tuần lễ Biển và Hải đảo Việt Nam
01/6-30/6 Tháng hành động vì trẻ em; Tháng hành động vì môi trường
01/6-30/6 Tháng hành động quốc gia về phòng, chống bạo lực gia đình
01/6-30/6 Tháng hành động phòng, chống bạo lực gia đình; Tháng hành động phòng, chống ma túy
01/6-30/6 Tháng cao điểm dự phòng lây truyền HIV từ mẹ sang con
01/6-30/6 Tháng cao điểm phòng lây truyền HIV từ mẹ sang con; Tháng chiến dịch làm cho thế giới sạch hơn
01/8-07/8 Tuần lễ thế giới Nuôi con bằng sữa mẹ; Tuần lễ Nuôi con bằng sữa mẹ
01/9-30/9 Tháng An toàn giao thông
02/9-02/10 Tháng Khuyến học
01/10-31/10 Tháng hành động vì người cao tuổi Việt Nam; Tháng hành động vì người cao tuổi
01/10-07/10 Tuần lễ hưởng ứng học tập suốt đời; Tuần lễ học tập suốt đời; Tuần lễ Làm mẹ an toàn
16/10-23/10 Tuần lễ Dinh dưỡng và Phát triển
17/10-18/11 Tháng cao điểm Vì người nghèo; Tháng Vì người nghèo
10/11-10/12 Tháng hành động quốc gia phòng, chống HIV/AIDS; Tháng hành động phòng, chống HIV/AIDS
15/11-15/12 Tháng hành động vì bình đẳng giới và phòng, chống bạo lực trên cơ sở giới
15/11-15/12 Tháng hành động vì bình đẳng giới
01/12-31/12 Tháng hành động quốc gia về Dân số; Tháng hành động quốc gia về dân số và phát triển
"""

_MOVING = """
03 SA -1 Giờ Trái đất; Chiến dịch Giờ Trái đất
05 SU 2 Ngày của Mẹ
11 SU 3 Ngày Thế giới tưởng niệm các nạn nhân tử vong do tai nạn giao thông
11 SU 3 Ngày tưởng niệm các nạn nhân tử vong do tai nạn giao thông
11 SU 3 Ngày tưởng niệm nạn nhân tử vong vì tai nạn giao thông
"""

_LUNAR = """
01/1 Tết Nguyên đán; Tết Cổ truyền
15/1 Ngày thơ Việt Nam
10/3 Giỗ Tổ Hùng Vương; Ngày Giỗ Tổ
15/4 Lễ Phật đản; Đại lễ Phật đản
15/7 Lễ Vu Lan; Đại lễ Vu Lan
15/8 Tết Trung thu; Đêm hội Trung thu
15/10 Lễ Ok Om Bok; Lễ hội Ok Om Bok
"""

OCCASIONS = frozenset(
    "03/02 08/3 26/3 30/4 01/5 07/5 15/5 19/5 01/6 21/6 28/6 27/7 19/8 02/9 10/10 20/10 20/11 22/12"
    " 27/02 18/11 14/10 15/10".split()
)
"""Days that are named by their number alone: "chào mừng 20/11"."""


@dataclass(frozen=True, slots=True)
class Feast:
    """A commemoration: its name, and its first and last day as (day, month); moving: (month, weekday, nth) instead."""

    name: str
    first: tuple[int, int] = (0, 0)
    last: tuple[int, int] = (0, 0)
    moving: tuple[int, int, int] | None = None
    lunar: bool = False


_VARYING = re.compile(
    r"\b(?:quoc te|toan the gioi|the gioi|toan dan|truyen thong|thanh lap|hoi|nam \d{4}|lan thu \w+|quoc gia|cua|ve)\b"
)
_WORD = re.compile(r"[^\W_]+")


def _key_words(name: str) -> list[tuple[str, int]]:
    """The words of a name that do not vary from paper to paper, folded, each with the place where it ends."""
    text = _VARYING.sub(lambda found: " " * len(found[0]), fold(name))
    return [(_SPELT.get(found[0], found[0]), found.end()) for found in _WORD.finditer(text)]


_SPELT = {"sy": "si"}


def key_of(name: str) -> str:
    """A name without what varies from paper to paper; folded."""
    return " ".join(word for word, _ in _key_words(name))


def _pair(text: str) -> tuple[int, int]:
    day, month = text.split("/")
    return int(day), int(month)


def _feasts() -> dict[str, Feast]:
    feasts: dict[str, Feast] = {}
    for lunar, rows in ((False, _DAYS), (False, _PERIODS), (True, _LUNAR)):
        for row in rows.strip().splitlines():
            days, names = row.split(" ", 1)
            first, _, last = days.partition("-")
            for name in names.split("; "):
                feasts.setdefault(key_of(name), Feast(name, _pair(first), _pair(last or first), lunar=lunar))
    weekdays = {"SA": 5, "SU": 6}
    for row in _MOVING.strip().splitlines():
        month, weekday, nth, names = row.split(" ", 3)
        for name in names.split("; "):
            feasts[key_of(name)] = Feast(name, moving=(int(month), weekdays[weekday], int(nth)))
    return feasts


FEASTS = _feasts()
"""Every commemoration by the key of each of its names."""

_BY_DATE = {
    f"{feast.first[0]:02d}/{feast.first[1]}"
    if feast.first[1] > 2
    else f"{feast.first[0]:02d}/{feast.first[1]:02d}": feast
    for feast in reversed(list(FEASTS.values()))
    if feast.first[1] and not feast.lunar and feast.first == feast.last
}


def feast_on(day: int, month: int) -> Feast | None:
    """The commemoration that is meant where only its number is written (20/11)."""
    written = f"{day:02d}/{month}" if month > 2 else f"{day:02d}/{month:02d}"
    return _BY_DATE.get(written) if written in OCCASIONS else None


_BY_FIRST_WORDS: dict[str, list[str]] = {}
for _key in sorted(FEASTS, key=len, reverse=True):
    _BY_FIRST_WORDS.setdefault(" ".join(_key.split(" ")[:2]), []).append(_key)


_FESTIVAL = "ngay hoi "
_WHOLE_NAME = 5  # words of a day's name that nothing else begins with


def _is_of_its_own(text: str, key: str) -> bool:
    """Whether a festival only begins as a day's name does ("Ngày hội Thanh niên khởi nghiệp")."""
    return (
        key.count(" ") + 1 < _WHOLE_NAME
        and fold(text).startswith(_FESTIVAL)
        and not FEASTS[key].name.startswith("Ngày hội")
    )


_GLANCE = 48  # letters that hold the first two words of any name


def feast_named(text: str) -> tuple[Feast, int] | None:
    """The commemoration with whose name a text begins, and where the name ends; the longest of several."""
    if " ".join(word for word, _ in _key_words(text[:_GLANCE])[:2]) not in _BY_FIRST_WORDS:
        return None
    words = _key_words(text)
    key = " ".join(word for word, _ in words)
    for candidate in _BY_FIRST_WORDS.get(" ".join(word for word, _ in words[:2]), ()):
        if key == candidate or (key.startswith(candidate + " ") and not _is_of_its_own(text, candidate)):
            return FEASTS[candidate], words[candidate.count(" ")][1]
    return None
