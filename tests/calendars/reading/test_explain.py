"""Every line of a document marked by what became of it."""

from calendars.documents.text import decode
from calendars.reading import Fate, explain, read_programme

TEXT = """\
HỘI LHPN TỈNH ĐÔNG LĨNH
Số: 63/CTr-BTV
CHƯƠNG TRÌNH
Công tác tháng 11 năm 2026

I. NHIỆM VỤ TRỌNG TÂM
1. Thực hiện Kế hoạch số 101-KH/TU ngày 20/9/2026 của Tỉnh ủy.
2. Tăng cường công tác tuyên truyền.
II. CÁC HỘI NGHỊ, CUỘC HỌP CHÍNH
1. Hội nghị Ban Chấp hành: ngày 24/11/2026, tại Hội trường
tầng 3.

Trên đây là Chương trình công tác tháng 11/2026./.
Nơi nhận:
- Lưu: VP.
"""


def test_each_line_says_what_became_of_it() -> None:
    document = decode(TEXT.encode(), "a.txt")
    marked = {mark.line: mark for mark in explain(document, read_programme(document))}
    assert {line: mark.fate for line, mark in marked.items()} == {
        1: Fate.FURNITURE,
        2: Fate.FURNITURE,
        3: Fate.FURNITURE,
        4: Fate.FURNITURE,
        6: Fate.FURNITURE,
        7: Fate.IGNORED,
        8: Fate.NOT_UNDERSTOOD,
        9: Fate.FURNITURE,
        10: Fate.ENTRY,
        11: Fate.ENTRY,
        13: Fate.FURNITURE,
        14: Fate.FURNITURE,
        15: Fate.FURNITURE,
    }
    assert (marked[10].entries, marked[11].entries) == ((1,), (1,))
    assert marked[7].reasons == ("citation",)


def test_every_line_that_is_not_blank_is_there_as_written() -> None:
    document = decode(TEXT.encode(), "a.txt")
    marked = explain(document, read_programme(document))
    assert [mark.text for mark in marked] == [line for line in TEXT.split("\n") if line.strip()]
