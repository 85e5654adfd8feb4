"""Papers that tell when all are free, and the feasts of a church's week."""

import pytest

from calendars.documents.text import decode
from calendars.marks import Category
from calendars.reading import read_programme
from calendars.reading.naming.feasts import names_feast
from calendars.when import when_to_json

HEAD = "THÔNG BÁO LỊCH NGHỈ LỄ GIỖ TỔ HÙNG VƯƠNG NĂM 2022\n\nBệnh viện Linh Xuân kính thông báo lịch nghỉ như sau:\n"


@pytest.mark.parametrize(
    "lines",
    [
        (
            "– Nghỉ từ thứ Bảy ngày 09/4 đến hết thứ Hai ngày 11/4/2022 (03 ngày nghỉ liên tục).\n"
            "– Trong đó, 09/4 là ngày nghỉ hằng tuần, 10/4 là ngày nghỉ lễ và 11/4 là ngày nghỉ bù.\n"
        ),
        "- Cán bộ, viên chức được nghỉ 03 ngày, từ ngày 09/4/2022 đến hết ngày 11/4/2022.\n",
        "- Thời gian nghỉ lễ: từ ngày 09/4/2022 đến hết ngày 11/4/2022.\n",
    ],
)
def test_days_off_are_named_by_the_title(lines: str) -> None:
    (found,) = read_programme(decode((HEAD + lines).encode(), "a.txt")).entries
    when = when_to_json(found.when)
    assert found.category is Category.OBSERVANCE
    assert found.title.lower().startswith("nghỉ lễ giỗ tổ hùng vương")
    assert (when["from"], when["to"]) == ("2022-04-09", "2022-04-11")


@pytest.mark.parametrize(
    ("title", "is_feast"),
    [
        ("Thánh Casimirô", True),
        ("Thánh nữ Perpêtua, tử đạo", True),
        ("Lễ kính Thánh Giuse (Lễ trọng)", True),
        ("Thứ năm đầu tháng", True),
        ("Thánh lễ chiều", False),
        ("Thánh Thể chầu lượt", False),
    ],
)
def test_feasts_by_their_names(title: str, is_feast: bool) -> None:
    assert names_feast(title) is is_feast
