"""Days that head others and bear the name of a feast between the weekday and the date.

"THỨ NĂM TUẦN THÁNH 18/4 (14/3 ÂL)" becomes "THỨ NĂM 18/4 (TUẦN THÁNH)", which the layouts know for a day with a remark.
What is hard: "Thứ Hai họp giao ban 12/10" is a thing on a day; only a name in capitals, or of a feast, is none.
"""

import re
from collections.abc import Iterable

from calendars.documents.document import Line
from calendars.layouts.words import fold

_HEADING = re.compile(
    r"(?P<mark>[\s*•+#-]*)(?P<day>(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chúa nhật|chủ nhật|cn))\s+"
    r"(?P<feast>[^\W\d_][^\d:;,()]{2,40}?)[\s,-]+(?:ngày\s+)?(?P<date>\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?)"
    r"\s*(?:\([^()]{0,40}\))?\s*[:.]?\s*",
    re.IGNORECASE,
)
_FEAST = re.compile(
    r"(?:tuan thanh|le |dai le|phuc sinh|giang sinh|mua (?:vong|chay|phuc sinh|thuong nien)|vong "
    r"|[ivx]+ (?:mua|thuong nien)|mong |ram|30 tet|tet )"
)


def with_feasts_behind(lines: Iterable[Line]) -> Iterable[Line]:
    """The lines, a feast that stands between a weekday and its date put behind them in brackets."""
    for line in lines:
        found = _HEADING.fullmatch(line.text) if line.text[:1] and "/" in line.text else None
        if found is None:
            yield line
            continue
        feast = found["feast"].strip()
        named = feast.isupper() or _FEAST.match(f"{fold(feast)} ") is not None
        yield line.with_text(f"{found['mark']}{found['day']} {found['date']} ({feast})") if named else line
