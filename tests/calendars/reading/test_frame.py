"""Letterhead, title, recipients and signature, in the order and disorder in which offices write them."""

from datetime import date
from time import perf_counter

import pytest

from calendars.documents.document import Line
from calendars.documents.text import decode
from calendars.programme import Kind
from calendars.reading import read_programme
from calendars.reading.blocks.lines import readable_blocks
from calendars.reading.framing.frame import Frame, take_frame


def frame(text: str) -> Frame:
    return take_frame(readable_blocks(decode(text.encode(), "a.txt")))


SIDE_BY_SIDE = """\
LIÊN ĐOÀN LAO ĐỘNG TỈNH                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
BAN THƯỜNG VỤ                              Độc lập - Tự do - Hạnh phúc
Số:  73 /CTr-LĐLĐ                       Đông Lĩnh, ngày 29 tháng 7 năm 2026

CHƯƠNG TRÌNH
Công tác tháng 8 năm 2026

1. Họp Ủy ban Kiểm tra: ngày 04/8.

Nơi nhận:                                  TM. BAN THƯỜNG VỤ
- TLĐ (b/c);                                   CHỦ TỊCH
- Lưu VP.
                                           Đặng Quý Lâm
"""


def test_columns_side_by_side_are_told_apart() -> None:
    taken = frame(SIDE_BY_SIDE)
    assert (taken.number, taken.issuer, taken.issued, taken.title, taken.kind) == (
        "73/CTr-LĐLĐ",
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH BAN THƯỜNG VỤ",
        date(2026, 7, 29),
        "CHƯƠNG TRÌNH Công tác tháng 8 năm 2026",
        Kind.MONTHLY,
    )
    assert (taken.signatory, taken.distribution) == ("Đặng Quý Lâm", ("TLĐ (b/c)", "Lưu VP"))
    assert [block.text for block in taken.body if isinstance(block, Line)] == [
        "1. Họp Ủy ban Kiểm tra: ngày 04/8."
    ]


def test_without_a_letterhead_nothing_of_the_body_is_taken() -> None:
    taken = frame("I. MỘT SỐ NHIỆM VỤ TRỌNG TÂM\n\n1. Họp giao ban: ngày 5/11/2026.\n")
    assert (taken.title, taken.number, taken.issued, taken.head, taken.tail) == (None, None, None, (), ())
    assert len(taken.body) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Bắc Lĩnh, ngày    tháng    năm 2026",
        "Bắc Lĩnh, ngày ... tháng ... năm 2026",
        "Bắc Lĩnh, ngày   tháng 5 năm 2026",
    ],
)
def test_a_day_left_blank_is_no_day(line: str) -> None:
    taken = frame(
        f"UBND TỈNH BẮC LĨNH\nSố:      /CTr-UBND\n{line}\nCHƯƠNG TRÌNH\nCông tác tháng 6 năm 2026\n1. Họp: ngày 5/6.\n"
    )
    assert (taken.issued, taken.number) == (None, None)
    assert [block.text for block in taken.body if isinstance(block, Line)] == ["1. Họp: ngày 5/6."]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("LỊCH CÔNG TÁC TUẦN 47", Kind.WEEKLY),
        ("LỊCH CÔNG TÁC THÁNG 11/2026", Kind.MONTHLY),
        ("CHƯƠNG TRÌNH CÔNG TÁC QUÝ II NĂM 2026", Kind.MONTHLY),
        ("GIẤY MỜI\nDự Hội nghị tổng kết", Kind.INVITATION),
        ("THÔNG BÁO\nVề việc hoãn Hội nghị giao ban", Kind.NOTICE),
        ("THÔNG BÁO\nLịch tiếp công dân năm 2026", Kind.RECURRING),
        ("QUY ĐỊNH THỜI GIAN SINH HOẠT NĂM 2026", Kind.RECURRING),
        ("TRƯỜNG THPT KIM ĐÀI - LỊCH CÔNG TÁC TUẦN 2", Kind.WEEKLY),
        ("QUYẾT ĐỊNH\nKế hoạch năm học đối với các trường", Kind.OTHER),
    ],
)
def test_kind_is_told_by_the_title(title: str, kind: Kind) -> None:
    assert frame(f"UBND XÃ SƠN HÒA\n{title}\n\n1. Họp: ngày 5/11/2026.\n").kind is kind


def test_the_tail_may_begin_with_the_signature_or_with_a_day() -> None:
    signed = frame(
        "CHƯƠNG TRÌNH CÔNG TÁC\n1. Họp: 5/11.\nTM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH\nLê Hải Yến\nNơi nhận:\n- Như trên;\n"
    )
    dated = frame(
        "CHƯƠNG TRÌNH CÔNG TÁC\n1. Họp: 5/11.\nĐông Lĩnh, ngày 22 tháng 3 năm 2026\nGIÁM ĐỐC\nTô Ngọc Bích\n"
    )
    assert (signed.signatory, signed.distribution, len(signed.body)) == ("Lê Hải Yến", ("Như trên",), 1)
    assert (dated.signatory, dated.issued, len(dated.body)) == ("Tô Ngọc Bích", date(2026, 3, 22), 1)


def test_a_document_that_is_replaced_is_named() -> None:
    taken = frame(
        "THÔNG BÁO\nLịch tiếp công dân\nThông báo này thay thế Thông báo số 03/TB-UBND ngày 08/01/2026.\n"
    )
    assert taken.replaces == "Thông báo số 03/TB-UBND ngày 08/01/2026"


def test_a_sentence_that_ends_with_a_day_is_no_day_of_issue() -> None:
    taken = frame(
        "THÔNG BÁO\nVề việc phát giấy khen\n\nGiấy khen được phát cho các tổ dân phố.\n"
        "Đại diện các tổ nhận giấy khen tại phòng một cửa trong ngày 20/8/2026.\n"
    )
    assert taken.issued is None
    assert any("một cửa" in block.text for block in taken.body if isinstance(block, Line))


@pytest.mark.parametrize("word", ["a", "A", "Aa ", "a ", "Á"])
def test_a_line_of_endless_letters_is_told_from_a_signature_at_once(word: str) -> None:
    begun = perf_counter()
    read_programme(decode((word * (200_000 // len(word))).encode(), "a.txt"))
    assert perf_counter() - begun < 10


@pytest.mark.parametrize(
    "first",
    [
        "- Tuyên truyền kỷ niệm 95 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2025).",
        "Tuyên truyền Ngày thành lập Đảng Cộng sản Việt Nam 03/02.",
        "1. Hưởng ứng Ngày Pháp luật nước Cộng hòa xã hội chủ nghĩa Việt Nam (09/11).",
    ],
)
def test_a_sentence_that_names_the_party_or_the_state_is_no_part_of_the_head(first: str) -> None:
    taken = frame(f"TRẠM Y TẾ XÃ\nKẾ HOẠCH CÔNG TÁC THÁNG 02 NĂM 2025\n{first}\n- Sáng 05/02: Họp cơ quan.\n")
    begins = next(block.text for block in taken.body if isinstance(block, Line))
    assert begins.endswith(first[-40:])
