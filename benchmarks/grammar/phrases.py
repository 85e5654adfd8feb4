"""Phrases to measure with: the project's own table, whose third column is what each says."""

from datetime import date
from pathlib import Path

from calendars.grammar import Context
from calendars.times import month_span, year_span

TABLE = Path(__file__).parents[2] / "tests" / "calendars" / "grammar" / "phrases.tsv"
PARAGRAPH = (
    "Chỉ đạo các cơ sở chủ động nắm bắt tình hình đời sống, việc làm của hội viên, kịp thời có biện"
    " pháp hỗ trợ các đối tượng gặp "
    "khó khăn; thực hiện Kế hoạch số 56/KH-UBND ngày 18/10/2023 của UBND tỉnh. Giao ban Thường trực:"
    " chiều thứ Sáu hằng tuần. "
    "Hội nghị sơ kết: 8h00, ngày 24/11/2023, tại Hội trường tầng 3; gửi báo cáo trước ngày 20/11. Tuyên"
    " truyền, kỷ niệm Ngày Nhà "
    "giáo Việt Nam (20/11); dự kiến trung tuần tháng 12 tổ chức tập huấn cho 90 chi hội trưởng trên địa bàn 10 huyện.\n"
)


def context(reference: str) -> Context:
    """A year or a month is the programme's period, a day that of issue."""
    numbers = [int(part) for part in reference.split("-")]
    if len(numbers) == 3:
        return Context(issued=date(*numbers))
    return Context(period=month_span(*numbers) if len(numbers) == 2 else year_span(*numbers))


def phrases() -> list[tuple[str, Context]]:
    """Every phrase of the table with its context."""
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())
    return [(text, context(reference)) for reference, text, _ in rows]
